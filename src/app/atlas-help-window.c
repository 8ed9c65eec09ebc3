/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-help-window.h"

#include <glib/gi18n.h>

#include "atlas-page-window.h"

/* One thing to read about. */
typedef struct
{
  const char *group;
  const char *title;
  const char *text;
} Topic;

static const Topic topics[] = {
  { N_ ("Opening"), N_ ("Open profiles"),
    N_ ("Press Ctrl+O and choose a folder. All profiles in it and in its "
        "sub-folders are read: text files saved from the profile pages of the "
        "Global Innovation Index, and JSON files that Cluster Atlas has "
        "exported. Ctrl+Shift+O opens single files. You can also drop files "
        "and folders on the window; they are added to what is open.\n\n"
        "While files are read you can work with those that are there already. "
        "Cancel stops reading at once and keeps what was read.") },
  { N_ ("Opening"), N_ ("Keep your work as a project"),
    N_ ("Ctrl+S saves a project: which folders are open, your aliases, "
        "filters, pins, notes, and the settings of the report. The profiles "
        "themselves stay where they are. Open a project like any other "
        "file.") },
  { N_ ("Opening"), N_ ("When files change"),
    N_ ("Cluster Atlas notices when an open file changes and offers to reload. "
        "Selection and scroll position stay. In the preferences you can have "
        "it reload by itself, or not at all.") },
  { N_ ("Looking"), N_ ("Tables"),
    N_ ("Alt+1 shows the tables. Click a heading to sort, click another one to "
        "sort by that first and by the earlier one next. Missing values come "
        "last in both directions.\n\n"
        "Type to search, in any column, without regard to capitals, accents "
        "and dashes. Ctrl+C copies the selected rows so that they can be "
        "pasted into a spreadsheet.") },
  { N_ ("Looking"), N_ ("Charts"),
    N_ ("Alt+2 shows the charts. The arrow keys move from mark to mark, and "
        "each mark tells what it stands for. Every chart can be shown as a "
        "table, copied, and exported as SVG, PDF or PNG.") },
  { N_ ("Looking"), N_ ("Network"),
    N_ ("Alt+3 shows who names whom. An arrow means that a profile names "
        "another cluster among its top three partners, for patents or for "
        "articles. Places whose own profile is not open are hollow: what they "
        "would name is not known. A profile gives no number for each partner, "
        "so links have no weight.") },
  { N_ ("Looking"), N_ ("Problems"),
    N_ ("Alt+4 lists every line that could not be read as expected. An error "
        "means that nothing trustworthy could be read from a file; a warning, "
        "that the profile is open and a value may be missing. Press Enter on "
        "a problem to see the line in its file.") },
  { N_ ("Figures"), N_ ("Estimates"),
    N_ ("Profiles print counts and rounded shares. From both together follows "
        "a range that the total must lie in, and from the totals, the "
        "population and the share of all those that are not named. Such "
        "values are shown as ranges and marked as estimates. How a value was "
        "computed, and from which lines, is one click away.\n\n"
        "A value that a profile does not give is shown as missing, never as "
        "0.") },
  { N_ ("Figures"), N_ ("Economies of partners"),
    N_ ("A profile prints the economy of its own cluster, not of its "
        "partners. Those of places whose profile is not open come from a list "
        "of known places; the network and its exports say so.") },
  { N_ ("Figures"), N_ ("Names that mean the same"),
    N_ ("Places are matched without regard to dashes, blanks and capitals. "
        "Everything else that should count as one name is up to you: put it "
        "on the list of aliases, where it can be seen and undone. "
        "Organisations of different clusters are never merged.") },
  { N_ ("Printing and Exporting"), N_ ("Report"),
    N_ ("Ctrl+Shift+P opens the report. Choose sections, clusters, paper and "
        "colours; the preview shows the very pages that will be printed. Save "
        "them as PDF or print them. Ctrl+P prints what the window shows.") },
  { N_ ("Printing and Exporting"), N_ ("Without a window"),
    N_ ("The command cluster-atlas does the same work without a display: "
        "check, export, chart and report. “cluster-atlas --help” lists the "
        "commands.") },
  { N_ ("Keyboard"), N_ ("Moving around"),
    N_ ("F6 moves from pane to pane, Shift+F6 back. Tab moves inside a pane, "
        "arrows inside lists, charts and the network. F10 opens the menu. "
        "Ctrl+? lists all keys.") },
};

static GtkWidget *
row_new (const Topic *topic)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (_ (topic->text));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (topic->title));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "atlas-text");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);

  return row;
}

/**
 * atlas_help_window_new:
 *
 * Tells how to do things, in a page that needs no other program.
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWindow *
atlas_help_window_new (void)
{
  AtlasPageWindow *window = atlas_page_window_new (_ ("Help"));
  AdwPreferencesGroup *group = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      if (i == 0 || g_strcmp0 (topics[i].group, topics[i - 1].group) != 0)
        group = atlas_page_window_add_group (window, _ (topics[i].group));
      adw_preferences_group_add (group, row_new (&topics[i]));
    }

  return GTK_WINDOW (window);
}

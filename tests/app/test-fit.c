/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "../find-widget.h"
#include "atlas-resize.h"
#include "atlas-window.h"
#include "chooser-leaks.h"
#include "fit-walk.h"

/* No text is cut in any language: the whole window and all windows of its own
 * are walked. The language is that of LANGUAGE; en_XA is made of the sources,
 * with texts that are 40 % longer. */

static AtlasWindow *
open_samples (void)
{
  AtlasApplication *application =
      ATLAS_APPLICATION (g_application_get_default ());
  AtlasWindow *window = atlas_window_new (application);
  AtlasSession *session = atlas_window_get_session (window);
  g_autoptr (AtlasDocument) document = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_present (GTK_WINDOW (window));
  fit_walk_check_window (GTK_WIDGET (window), "start page");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-samples", NULL);
  WAIT_UNTIL (!atlas_feed_get_loading (atlas_window_get_feed (window)));
  WAIT_UNTIL (g_list_model_get_n_items (atlas_session_get_visible (session))
              == 5);
  document = g_list_model_get_item (atlas_session_get_visible (session), 0);
  atlas_session_select (session, document);

  return window;
}

static void
close_window (AtlasWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (window == NULL);
}

static void
show_view (AtlasWindow *window, const char *view)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", view);
  fit_walk_settle (GTK_WIDGET (window));
}

/* Each row of the list of charts, or of tables. */
static void
check_rows (AtlasWindow *window, const char *type, const char *where)
{
  GtkWidget *view = find_type_name (GTK_WIDGET (window), type);
  GtkWidget *list = find_type_name (view, "GtkListBox");
  GtkListBoxRow *row;

  g_assert_nonnull (list);
  for (int i = 0;
       (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL;
       i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %d", where, i);

      gtk_list_box_select_row (GTK_LIST_BOX (list), row);
      gtk_widget_activate (GTK_WIDGET (row));
      fit_walk_check_window (GTK_WIDGET (window), name);
    }
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  const float *left = a;
  const float *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* Where the parts of a row that are shown begin and end, from the left edge of
 * the view. */
static GArray *
dup_edges (GtkWidget *row, GtkWidget *view)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (float));
  GtkWidget *part;

  for (part = gtk_widget_get_first_child (row); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    {
      graphene_rect_t bounds;
      float right;

      if (!gtk_widget_get_visible (part))
        continue;
      g_assert_true (gtk_widget_compute_bounds (part, view, &bounds));
      right = bounds.origin.x + bounds.size.width;
      g_array_append_val (edges, bounds.origin.x);
      g_array_append_val (edges, right);
    }
  g_array_sort (edges, compare_floats);

  return edges;
}

/* Headings stand above their own columns, wherever the view is scrolled to,
 * and the first column begins where one begins to read. */
static void
test_columns (void)
{
  AtlasWindow *window = open_samples ();
  GtkWidget *view;
  GtkWidget *headings;
  GtkWidget *row;
  GtkAdjustment *adjustment;
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) edges = NULL;

  RESIZE_UNTIL (window, 900, 600,
                gtk_widget_get_width (GTK_WIDGET (window)) < 1000);
  fit_walk_settle (GTK_WIDGET (window));
  view = find_type_name (GTK_WIDGET (window), "GtkColumnView");
  headings = gtk_widget_get_first_child (view);
  row = find_type_name (view, "GtkColumnListItem");
  if (row == NULL)
    row =
        gtk_widget_get_first_child (find_type_name (view, "GtkColumnListView"));
  g_assert_nonnull (row);
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  WAIT_UNTIL (gtk_adjustment_get_upper (adjustment)
              > gtk_adjustment_get_page_size (adjustment));
  fit_walk_settle (GTK_WIDGET (window));

  /* The column that is read first is in sight, at the side it is read from. */
  edges = dup_edges (headings, view);
  if (mirrored)
    g_assert_cmpfloat_with_epsilon (
        g_array_index (edges, float, edges->len - 1),
        (float) gtk_widget_get_width (view), 10.0F);
  else
    g_assert_cmpfloat_with_epsilon (g_array_index (edges, float, 0), 0.0F,
                                    10.0F);
  {
    GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
    g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (
        columns, mirrored ? g_list_model_get_n_items (columns) - 1 : 0);

    g_assert_cmpstr (gtk_column_view_column_get_title (first), ==,
                     _ ("Cluster"));
  }

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GArray) above = NULL;
      g_autoptr (GArray) below = NULL;

      gtk_adjustment_set_value (
          adjustment, side == 0 ? gtk_adjustment_get_lower (adjustment)
                                : gtk_adjustment_get_upper (adjustment));
      fit_walk_settle (GTK_WIDGET (window));
      above = dup_edges (headings, view);
      below = dup_edges (row, view);
      g_assert_cmpuint (above->len, >, 4);
      g_assert_cmpuint (above->len, ==, below->len);
      for (guint i = 0; i < above->len; i++)
        g_assert_cmpfloat_with_epsilon (g_array_index (above, float, i),
                                        g_array_index (below, float, i), 10.0F);
    }

  close_window (window);
}

static void
test_views (void)
{
  static const char *const views[] = { "profiles", "charts", "network",
                                       "problems" };
  AtlasWindow *window = open_samples ();

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      show_view (window, views[i]);
      fit_walk_check_window (GTK_WIDGET (window), views[i]);
      fit_walk_check_popovers (GTK_WIDGET (window), GTK_WIDGET (window),
                               views[i]);
    }
  show_view (window, "charts");
  check_rows (window, "AtlasChartsView", "chart");

  close_window (window);
}

static int
get_minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  return minimum;
}

/* What shows and hides the details. */
static gboolean
is_toggle (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)),
                       "sidebar-show-right-symbolic")
                == 0;
}

/* A window as narrow as a telephone, and the details in it. */
static void
test_narrow (void)
{
  static const char *const views[] = { "profiles", "charts", "network",
                                       "problems" };
  AtlasWindow *window;
  GtkWidget *details;

  if (g_getenv ("ATLAS_TEXT_SCALE") != NULL)
    {
      g_test_skip ("a telephone with text of double size");
      return;
    }
  window = open_samples ();
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      show_view (window, views[i]);
      /* As one drags the edge: as far as it goes, and then farther. */
      for (guint again = 0; again < 3; again++)
        {
          gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
          fit_walk_settle (GTK_WIDGET (window));
        }
      /* Without a compositor the edges take ten pixels more. */
      WAIT_UNTIL (get_minimum_width (GTK_WIDGET (window)) <= 370);
      fit_walk_check_window (GTK_WIDGET (window), views[i]);
    }
  show_view (window, "profiles");
  details = find_type_name (GTK_WIDGET (window), "AtlasDetailsView");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_widget (GTK_WIDGET (window), is_toggle, NULL)),
      TRUE);
  WAIT_UNTIL (gtk_widget_get_mapped (details));
  g_assert_cmpint (get_minimum_width (details), <=, 360);
  fit_walk_check_window (GTK_WIDGET (window), "details");

  close_window (window);
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* The window that was opened last. */
static GtkWidget *
get_newest (AtlasWindow *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != GTK_WIDGET (window))
        return other;
    }

  return NULL;
}

static void
test_windows (void)
{
  static const struct
  {
    const char *view;
    const char *action;
  } windows[] = {
    { "charts", "win.report" },      { "charts", "win.export" },
    { "profiles", "win.export" },    { "profiles", "win.aliases" },
    { "profiles", "win.editions" },  { "profiles", "app.preferences" },
    { "profiles", "app.shortcuts" }, { "profiles", "app.help" },
    { "profiles", "app.about" },
  };
  AtlasWindow *window = open_samples ();

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      GtkWidget *other;

      show_view (window, windows[i].view);
      g_assert_cmpuint (count_windows (), ==, 1);
      gtk_widget_activate_action (GTK_WIDGET (window), windows[i].action, NULL);
      WAIT_UNTIL (count_windows () == 2);
      other = get_newest (window);
      WAIT_UNTIL (gtk_widget_get_mapped (other));
      fit_walk_check_window (other, windows[i].action);
      fit_walk_check_popovers (other, other, windows[i].action);
      gtk_window_close (GTK_WINDOW (other));
      WAIT_UNTIL (count_windows () == 1);
    }

  close_window (window);
}

/* Shenyang with @changes, pairs of a text and what comes in its place. */
static void
write_profile (const char *folder, const char *name, const char *const *changes)
{
  g_autofree char *sample =
      g_build_filename (g_getenv ("ATLAS_SAMPLES"), "shenyang-2024.txt", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) whole = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (sample, &text, NULL, &error);
  g_assert_no_error (error);
  whole = g_string_new (text);
  for (; *changes != NULL; changes += 2)
    g_assert_cmpuint (g_string_replace (whole, changes[0], changes[1], 1), ==,
                      1);
  g_file_set_contents (path, whole->str, -1, &error);
  g_assert_no_error (error);
}

/* Files with many faults, and a cluster in two editions. */
static char *
make_folder (void)
{
  static const char *const faults[] = {
    "\t44\t",
    "\t4x4\t",
    "\t5%",
    "\t600%",
    "61st",
    "0th",
    "Shenyang, China\n",
    "Shenyong, China\n",
    "cluster in 2024\n\n89th",
    "cluster in 2023\n\n89th",
    ", **Shanghai-Suzhou** and",
    " and",
    "**Tianjin**",
    "**Shenyang**",
    "seventeenth-",
    "seventeeth-",
    "SIA, CAS",
    "SIA,\342\200\256 CAS",
    "Top PCT",
    "Source: somewhere\nTop PCT",
    NULL,
  };
  static const char *const earlier[] = {
    "Index 2024", "Index 2023", "in 2024", "in 2023", "in 2024",
    "in 2023",    "in 2024",    "in 2023", "61st",    "63rd",
    "\t278\t",    "\t250\t",    NULL,
  };
  static const char *const later[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char *folder = g_dir_make_tmp ("atlas-fit-XXXXXX", &error);

  g_assert_no_error (error);
  write_profile (folder, "earlier.txt", earlier);
  write_profile (folder, "faults.txt", faults);
  write_profile (folder, "later.txt", later);
  path = g_build_filename (folder, "empty.txt", NULL);
  g_file_set_contents (path, "", -1, &error);
  g_assert_no_error (error);

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What there is to say of files that are not as they should be, and of two
 * editions. */
static void
test_faulty_files (void)
{
  AtlasWindow *window = open_samples ();
  AtlasSession *session = atlas_window_get_session (window);
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  GtkWidget *editions;

  atlas_window_open (window, &file, 1);
  WAIT_UNTIL (!atlas_feed_get_loading (atlas_window_get_feed (window)));
  WAIT_UNTIL (g_list_model_get_n_items (atlas_session_get_visible (session))
              == 3);
  show_view (window, "problems");
  fit_walk_check_window (GTK_WIDGET (window), "faults");
  fit_walk_check_popovers (GTK_WIDGET (window), GTK_WIDGET (window), "faults");
  show_view (window, "profiles");
  fit_walk_check_window (GTK_WIDGET (window), "profiles with faults");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.editions", NULL);
  WAIT_UNTIL (count_windows () == 2);
  editions = get_newest (window);
  WAIT_UNTIL (gtk_widget_get_mapped (editions));
  fit_walk_check_window (editions, "two editions");
  gtk_window_close (GTK_WINDOW (editions));
  WAIT_UNTIL (count_windows () == 1);

  close_window (window);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("ATLAS_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* The language is really spoken. */
  g_assert_cmpstr (_ ("Places"), !=, "Places");

  application = atlas_application_new (G_APPLICATION_HANDLES_OPEN
                                       | G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/app/fit/views", test_views);
  g_test_add_func ("/app/fit/windows", test_windows);
  g_test_add_func ("/app/fit/faulty-files", test_faulty_files);
  g_test_add_func ("/app/fit/columns", test_columns);
  g_test_add_func ("/app/fit/narrow", test_narrow);

  return g_test_run ();
}

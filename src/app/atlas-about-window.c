/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-about-window.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-compat.h"
#include "atlas-page-window.h"

#define HOMEPAGE "https://github.com/cluster-atlas/cluster-atlas"

static void
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
add_head (AtlasPageWindow *window)
{
  GtkBox *box = atlas_page_window_add_head (window);
  GtkWidget *image = gtk_image_new_from_icon_name (ATLAS_APPLICATION_ID);
  g_autofree char *version = NULL;

  gtk_image_set_pixel_size (GTK_IMAGE (image), 128);
  gtk_box_append (box, image);
  add_label (box, _ ("Cluster Atlas"), "title-1");
  version = g_strdup_printf (_ ("Version %s"), ATLAS_VERSION);
  add_label (box, version, "dim-label");
  add_label (
      box,
      _ ("Reads, compares and prints science and technology cluster profiles"),
      NULL);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

static void
on_link (AdwActionRow *row, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));

  gtk_show_uri (GTK_WINDOW (root), user_data, GDK_CURRENT_TIME);
}

static void
add_link (AdwPreferencesGroup *group, const char *title, const char *uri)
{
  AdwActionRow *row = add_row (group, title, uri);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (
      row, gtk_image_new_from_icon_name ("web-browser-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (on_link), (gpointer) uri);
}

static void
on_copy (GtkButton *button)
{
  g_autofree char *text = atlas_compat_dup_debug_info ();

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
  gtk_button_set_label (button, _ ("Copied"));
}

static void
add_debug_info (AtlasPageWindow *window)
{
  AdwPreferencesGroup *group =
      atlas_page_window_add_group (window, _ ("When Something Is Wrong"));
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *copy = gtk_button_new_with_mnemonic (_ ("_Copy"));
  g_autofree char *text = atlas_compat_dup_debug_info ();
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander),
                                 _ ("Debugging Information"));
  gtk_widget_set_valign (copy, GTK_ALIGN_CENTER);
  g_signal_connect (copy, "clicked", G_CALLBACK (on_copy), NULL);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), copy);
  atlas_access_name_controls (copy);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "atlas-text");
  /* The lines are names and numbers, from left to right in any language. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), label);

  adw_preferences_group_add (group, expander);
  add_link (group, _ ("Report an Issue"), HOMEPAGE "/issues");
}

/**
 * atlas_about_window_new:
 *
 * Tells version, licences, credits and what a report of a fault should name.
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWindow *
atlas_about_window_new (void)
{
  AtlasPageWindow *window = atlas_page_window_new (_ ("About Cluster Atlas"));
  AdwPreferencesGroup *group;

  add_head (window);

  group = atlas_page_window_add_group (window, _ ("Credits"));
  add_row (group, _ ("Made By"), "Cluster Atlas Developers");
  /* TRANSLATORS: your names, one per line; they are shown as they are */
  if (g_strcmp0 (_ ("translator-credits"), "translator-credits") != 0)
    add_row (group, _ ("Translated By"), _ ("translator-credits"));
  add_row (group, _ ("Built With"),
           "GTK, libadwaita, GLib, Pango, cairo, JSON-GLib");
  add_link (group, _ ("Website"), HOMEPAGE);

  group = atlas_page_window_add_group (window, _ ("Licences"));
  add_row (group, _ ("Program"),
           _ ("Free software under the GNU General Public License, version 3 "
              "or any later version. It comes with no warranty at all."));
  add_link (group, _ ("The Licence"),
            "https://www.gnu.org/licenses/gpl-3.0.html");
  add_row (group, _ ("Sample Profiles"),
           _ ("Source: WIPO, Global Innovation Index 2024. The Secretariat of "
              "WIPO assumes no liability or responsibility with regard to the "
              "transformation or translation of the original content."));

  add_debug_info (window);

  return GTK_WINDOW (window);
}

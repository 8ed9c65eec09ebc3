/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-source-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-source-view.h"

static gboolean
on_escape (GtkWidget *window, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static GtkWidget *
make_window (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *view = atlas_source_view_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);

  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), view);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 720, 600);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  if (parent != NULL)
    {
      gtk_window_set_transient_for (GTK_WINDOW (window), parent);
      g_object_set_data (G_OBJECT (parent), "atlas-source-window", window);
    }
  g_object_set_data (G_OBJECT (window), "atlas-source-view", view);
  g_object_set_data (G_OBJECT (window), "atlas-source-header", header);

  return window;
}

static void
on_destroyed (gpointer parent, GObject *window)
{
  g_object_set_data (parent, "atlas-source-window", NULL);
}

/**
 * atlas_source_window_present:
 * @parent: (nullable): the window it belongs to
 * @file: a file that profiles came from
 * @name: the name to show for it
 * @line: the line to mark, 0 for none
 *
 * Shows the source of a figure in a window; each main window has one.
 */
void
atlas_source_window_present (GtkWindow *parent,
                             GFile *file,
                             const char *name,
                             guint line)
{
  GtkWidget *window = NULL;
  GtkWidget *title;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

  if (parent != NULL)
    window = g_object_get_data (G_OBJECT (parent), "atlas-source-window");
  if (window == NULL)
    {
      window = make_window (parent);
      if (parent != NULL)
        g_object_weak_ref (G_OBJECT (window), on_destroyed, parent);
    }

  if (line > 0)
    subtitle = g_strdup_printf (_ ("Line %u"), line);
  title = adw_window_title_new (name, subtitle != NULL ? subtitle : "");
  adw_header_bar_set_title_widget (
      g_object_get_data (G_OBJECT (window), "atlas-source-header"), title);
  gtk_window_set_title (GTK_WINDOW (window), name);
  atlas_source_view_show (
      g_object_get_data (G_OBJECT (window), "atlas-source-view"), file, line);
  gtk_window_present (GTK_WINDOW (window));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-page-window.h"

#include "atlas-access.h"
#include "atlas-text-scale.h"

/**
 * AtlasPageWindow:
 *
 * A window of one page to read: help, keys, about. Escape closes it.
 */
struct _AtlasPageWindow
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (AtlasPageWindow, atlas_page_window, ADW_TYPE_WINDOW)

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static void
atlas_page_window_class_init (AtlasPageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-page-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPageWindow, page);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape,
                                NULL);
}

static void
atlas_page_window_init (AtlasPageWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  atlas_text_scale_widen (GTK_WINDOW (self));
}

/**
 * atlas_page_window_new:
 * @title: translated title
 *
 * Returns: (transfer none): an empty window, not shown yet
 */
AtlasPageWindow *
atlas_page_window_new (const char *title)
{
  return g_object_new (ATLAS_TYPE_PAGE_WINDOW, "title", title, NULL);
}

/**
 * atlas_page_window_add_head:
 * @self: the window
 *
 * Adds room for what is no list of rows.
 *
 * Returns: (transfer none): an empty upright box
 */
GtkBox *
atlas_page_window_add_head (AtlasPageWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), box);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return GTK_BOX (box);
}

/**
 * atlas_page_window_add_group:
 * @self: the window
 * @title: translated heading, plain text
 *
 * Adds a list of rows.
 *
 * Returns: (transfer none): the group
 */
AdwPreferencesGroup *
atlas_page_window_add_group (AtlasPageWindow *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

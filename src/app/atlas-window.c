/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window.h"

#include <glib/gi18n.h>

/**
 * AtlasWindow:
 *
 * A window on one set of profiles.
 */
struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *title_stack;
  AdwWindowTitle *window_title;
  AdwSplitButton *open_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkStack *stack;
  AdwViewStack *view_stack;
  AdwViewStackPage *problems_page;
  AdwBin *profiles_bin;
  AdwBin *charts_bin;
  AdwBin *network_bin;
  AdwBin *problems_bin;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkRevealer *drop_revealer;
  AdwViewSwitcherBar *view_switcher_bar;
};

G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

static void
on_search_changed (AtlasWindow *self)
{
}

static void
on_view_changed (AtlasWindow *self)
{
}

static void
atlas_window_dispose (GObject *object)
{
  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-window.ui");

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, name)
  BIND (toast_overlay);
  BIND (title_stack);
  BIND (window_title);
  BIND (open_button);
  BIND (search_bar);
  BIND (search_entry);
  BIND (banner);
  BIND (banner_label);
  BIND (stack);
  BIND (view_stack);
  BIND (problems_page);
  BIND (profiles_bin);
  BIND (charts_bin);
  BIND (network_bin);
  BIND (problems_bin);
  BIND (progress_revealer);
  BIND (progress_label);
  BIND (progress_bar);
  BIND (drop_revealer);
  BIND (view_switcher_bar);
#undef BIND

  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
atlas_window_init (AtlasWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), 1180, 760);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
}

/**
 * atlas_window_new:
 * @application: the application
 *
 * Returns: (transfer none): an empty window, not shown yet
 */
AtlasWindow *
atlas_window_new (AtlasApplication *application)
{
  return g_object_new (ATLAS_TYPE_WINDOW, "application", application, NULL);
}

void
atlas_window_open (AtlasWindow *self, GFile *const *files, gsize n_files)
{
}

gboolean
atlas_window_is_empty (AtlasWindow *self)
{
  return TRUE;
}

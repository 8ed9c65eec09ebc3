/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-source-view.h"

#include <adwaita.h>

#include "atlas-access.h"
#include "atlas-line-numbers.h"
#include "atlas-source-text.h"

struct _AtlasSourceView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkTextView *text;
  AdwStatusPage *unreadable;

  GFile *file;
  GCancellable *loading;
  guint line;
  guint scroll_id;
};

G_DEFINE_FINAL_TYPE (AtlasSourceView, atlas_source_view, GTK_TYPE_WIDGET)

static gboolean
get_line_bounds (AtlasSourceView *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  if (self->line == 0
      || (int) self->line > gtk_text_buffer_get_line_count (buffer))
    return FALSE;

  gtk_text_buffer_get_iter_at_line (buffer, start, (int) self->line - 1);
  *end = *start;
  gtk_text_iter_forward_line (end);
  return TRUE;
}

static gboolean
scroll_to_line (gpointer user_data)
{
  AtlasSourceView *self = ATLAS_SOURCE_VIEW (user_data);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  self->scroll_id = 0;
  gtk_text_view_scroll_to_mark (self->text, gtk_text_buffer_get_insert (buffer),
                                0.0, TRUE, 0.0, 0.4);
  return G_SOURCE_REMOVE;
}

static void
mark_line (AtlasSourceView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "marked", &start, &end);
  if (!get_line_bounds (self, &start, &end))
    {
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  else
    {
      gtk_text_buffer_apply_tag_by_name (buffer, "marked", &start, &end);
      gtk_text_buffer_place_cursor (buffer, &start);
    }

  /* The view knows its heights after it was laid out. */
  if (self->scroll_id == 0)
    self->scroll_id =
        g_idle_add_full (G_PRIORITY_LOW, scroll_to_line, self, NULL);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasSourceView) self = ATLAS_SOURCE_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = atlas_source_text_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || self->stack == NULL)
    return;

  if (text == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->unreadable, escaped);
      gtk_stack_set_visible_child_name (self->stack, "unreadable");
      return;
    }

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  gtk_stack_set_visible_child_name (self->stack, "text");
  mark_line (self);
}

static void
atlas_source_view_dispose (GObject *object)
{
  AtlasSourceView *self = ATLAS_SOURCE_VIEW (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->file);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;

  G_OBJECT_CLASS (atlas_source_view_parent_class)->dispose (object);
}

static void
atlas_source_view_class_init (AtlasSourceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_source_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-source-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSourceView, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourceView, text);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourceView,
                                        unreadable);
}

static void
atlas_source_view_init (AtlasSourceView *self)
{
  const GdkRGBA marked = { 0.97f, 0.76f, 0.1f, 0.32f };

  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->text), "marked",
                              "paragraph-background-rgba", &marked, NULL);
  gtk_text_view_set_gutter (self->text, GTK_TEXT_WINDOW_LEFT,
                            atlas_line_numbers_new (self->text));
}

/**
 * atlas_source_view_new:
 *
 * Returns: (transfer floating): a view of no file
 */
GtkWidget *
atlas_source_view_new (void)
{
  return g_object_new (ATLAS_TYPE_SOURCE_VIEW, NULL);
}

/**
 * atlas_source_view_show:
 * @self: a view
 * @file: a file that profiles came from
 * @line: the line to mark, from 1; 0 for none
 *
 * Reads the file anew, since it may have changed, and marks the line.
 */
void
atlas_source_view_show (AtlasSourceView *self, GFile *file, guint line)
{
  g_return_if_fail (ATLAS_IS_SOURCE_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  self->line = line;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  atlas_source_text_load_async (file, self->loading, on_loaded,
                                g_object_ref (self));
}

/**
 * atlas_source_view_get_line:
 * @self: a view
 *
 * Returns: the line that is marked, 0 for none
 */
guint
atlas_source_view_get_line (AtlasSourceView *self)
{
  g_return_val_if_fail (ATLAS_IS_SOURCE_VIEW (self), 0);

  return self->line;
}

/**
 * atlas_source_view_dup_marked_text:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the text of the marked line; %NULL
 *   while there is none
 */
char *
atlas_source_view_dup_marked_text (AtlasSourceView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ATLAS_IS_SOURCE_VIEW (self), NULL);

  if (!get_line_bounds (self, &start, &end))
    return NULL;

  return g_strchomp (gtk_text_iter_get_text (&start, &end));
}

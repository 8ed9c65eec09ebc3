/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-view-private.h"

/* Pixels that stay free beside a mark that was brought into sight. */
#define SCROLL_MARGIN 12

/* Brings the mark that has the keyboard into sight; later, where the view is
 * still to grow. */
void
atlas_chart_view_scroll_to_focus (AtlasChartView *self)
{
  GtkWidget *viewport =
      gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;
  graphene_point_t top;
  double value, page;

  self->scroll_pending = FALSE;
  if (viewport == NULL || self->scroll == NULL || self->focus < 0
      || !atlas_chart_view_get_mark_bounds (self, (guint) self->focus, &bounds))
    return;

  self->scroll_pending = gtk_widget_get_height (GTK_WIDGET (self))
                         < (int) (bounds.origin.y + bounds.size.height);
  if (self->scroll_pending
      || !gtk_widget_compute_point (
          GTK_WIDGET (self), viewport,
          &GRAPHENE_POINT_INIT (bounds.origin.x, bounds.origin.y), &top))
    return;

  value = gtk_adjustment_get_value (self->scroll);
  page = gtk_adjustment_get_page_size (self->scroll);
  if (top.y < 0)
    gtk_adjustment_set_value (self->scroll, value + top.y - SCROLL_MARGIN);
  else if (top.y + bounds.size.height > page)
    gtk_adjustment_set_value (self->scroll, value + top.y + bounds.size.height
                                                - page + SCROLL_MARGIN);
}

static gboolean
scroll_when_grown (gpointer data)
{
  g_autoptr (AtlasChartView) self = data;

  if (self->scroll_pending)
    atlas_chart_view_scroll_to_focus (self);

  return G_SOURCE_REMOVE;
}

/* What is in sight is known once the view has its new place; bands that were
 * drawn before cost nothing. */
static void
on_scrolled (GtkAdjustment *adjustment, AtlasChartView *self)
{
  g_assert (ATLAS_IS_CHART_VIEW (self));

  if (self->scroll_pending)
    g_idle_add (scroll_when_grown, g_object_ref (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
atlas_chart_view_drop_scroll (AtlasChartView *self)
{
  if (self->scroll != NULL)
    g_signal_handlers_disconnect_by_data (self->scroll, self);
  g_clear_object (&self->scroll);
}

/* Follows what scrolls the view, from when it is mapped. */
void
atlas_chart_view_follow_scroll (AtlasChartView *self)
{
  GtkWidget *viewport =
      gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  atlas_chart_view_drop_scroll (self);
  if (viewport == NULL)
    return;

  self->scroll = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  g_object_ref (self->scroll);
  g_signal_connect (self->scroll, "value-changed", G_CALLBACK (on_scrolled),
                    self);
  g_signal_connect (self->scroll, "changed", G_CALLBACK (on_scrolled), self);
}

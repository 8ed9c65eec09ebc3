/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-view-private.h"

/* Long charts are drawn in bands of so many pixels, only those in sight. */
#define BAND 512

/* Bands so far out of sight are forgotten. */
#define KEPT 6

typedef struct
{
  int first;
  int last;
} Sight;

void
atlas_chart_view_forget_bands (AtlasChartView *self)
{
  g_hash_table_remove_all (self->bands);
}

/* The bands that are in sight. */
static void
find_bands (AtlasChartView *self, int *first, int *last)
{
  GtkWidget *viewport =
      gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  int height = self->layout_height;
  graphene_rect_t bounds;

  *first = 0;
  *last = MAX (height - 1, 0) / BAND;
  if (viewport == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (self), viewport, &bounds))
    return;

  *first = CLAMP ((int) -bounds.origin.y / BAND, 0, *last);
  *last =
      CLAMP (((int) -bounds.origin.y + gtk_widget_get_height (viewport)) / BAND,
             *first, *last);
}

static GskRenderNode *
create_band (AtlasChartView *self, int band)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = MIN (BAND, self->layout_height - band * BAND);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (float) (band * BAND),
                                               (float) width, (float) height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  g_autoptr (GError) error = NULL;

  cairo_rectangle (cr, 0, band * BAND, width, height);
  cairo_clip (cr);
  cairo_scale (cr, ATLAS_PIXELS_PER_POINT, ATLAS_PIXELS_PER_POINT);
  if (!atlas_chart_layout_draw (self->layout, cr, &error))
    g_warning ("Chart not drawn: %s", error->message);
  cairo_destroy (cr);

  return node;
}

static gboolean
is_selected (AtlasChartView *self, const AtlasMark *mark)
{
  guint i;

  for (i = 0; i < self->selected->len; i++)
    if (mark->profile == (gssize) g_array_index (self->selected, guint, i))
      return TRUE;

  return FALSE;
}

/* Marks of the one profile of a chart need no frame: they are all of it. */
static gboolean
shows_selection (AtlasChartView *self)
{
  return self->selected->len > 0
         && atlas_chart_get_n_profiles (self->chart) > 1;
}

/* A cell of a heat map: the shape is all of the mark. */
static gboolean
is_cell (const AtlasMark *mark)
{
  return mark->shape.height >= mark->height && mark->shape.width >= mark->width;
}

/* The last of the selected marks that stand one below the other from @first
 * on: what is selected of one panel has one frame, a cell one of its own. */
static guint
find_group_end (AtlasChartView *self, guint first)
{
  guint i, n = atlas_chart_view_count_marks (self);

  for (i = first; i + 1 < n; i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (self->layout, i);
      const AtlasMark *next = atlas_chart_layout_get_mark (self->layout, i + 1);

      if (is_cell (mark) || next->profile != mark->profile || next->x != mark->x
          || next->width != mark->width
          || next->y - mark->y - mark->height > mark->height)
        break;
    }

  return i;
}

/* Frames around what is selected, as far as it is in sight. */
static void
draw_selected (AtlasChartView *self, cairo_t *cr, int top, int bottom)
{
  guint i, last, n = atlas_chart_view_count_marks (self);

  for (i = 0; i < n; i = last + 1)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (self->layout, i);
      const AtlasMark *end;

      last = i;
      if (!is_selected (self, mark))
        continue;

      last = find_group_end (self, i);
      end = atlas_chart_layout_get_mark (self->layout, last);
      if (mark->y * ATLAS_PIXELS_PER_POINT < bottom
          && (end->y + end->height) * ATLAS_PIXELS_PER_POINT > top)
        atlas_chart_layout_draw_selection (self->layout, cr, i, last);
    }
}

static void
draw_marks (AtlasChartView *self, GtkSnapshot *snapshot, int top, int bottom)
{
  gboolean ring = gtk_widget_has_focus (GTK_WIDGET (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      0, (float) top, (float) gtk_widget_get_width (GTK_WIDGET (self)),
      (float) (bottom - top));
  cairo_t *cr;

  if (self->hover == ATLAS_NO_MARK && !shows_selection (self)
      && (!ring || self->focus == ATLAS_NO_MARK))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, ATLAS_PIXELS_PER_POINT, ATLAS_PIXELS_PER_POINT);
  if (shows_selection (self))
    draw_selected (self, cr, top, bottom);
  if (atlas_chart_view_get_mark (self, self->hover) != NULL)
    atlas_chart_layout_draw_mark (self->layout, cr, (guint) self->hover,
                                  ATLAS_MARK_HOVER);
  if (ring && atlas_chart_view_get_mark (self, self->focus) != NULL)
    atlas_chart_layout_draw_mark (self->layout, cr, (guint) self->focus,
                                  ATLAS_MARK_FOCUS);
  cairo_destroy (cr);
}

static gboolean
is_far (gpointer key, gpointer value, gpointer data)
{
  const Sight *sight = data;
  int band = GPOINTER_TO_INT (key);

  return band < sight->first - KEPT || band > sight->last + KEPT;
}

void
atlas_chart_view_draw (AtlasChartView *self, GtkSnapshot *snapshot)
{
  int first, last, band;

  if (self->layout == NULL)
    return;

  find_bands (self, &first, &last);
  g_hash_table_foreach_remove (self->bands, is_far, &(Sight){ first, last });
  for (band = first; band <= last; band++)
    {
      GskRenderNode *node =
          g_hash_table_lookup (self->bands, GINT_TO_POINTER (band));

      if (node == NULL)
        {
          node = create_band (self, band);
          g_hash_table_insert (self->bands, GINT_TO_POINTER (band), node);
        }
      gtk_snapshot_append_node (snapshot, node);
    }
  draw_marks (self, snapshot, first * BAND, (last + 1) * BAND);
}

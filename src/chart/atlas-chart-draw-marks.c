/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

/* Space between several selected marks and their frame. */
#define GROUP_GAP 4.0

/* Space between a mark and the ring around it. */
#define RING_GAP 2.0
#define RING_WIDTH 2.0

static void
add_ring (cairo_t *cr, const AtlasMark *mark, double gap)
{
  AtlasBox ring = atlas_box (mark->x - gap, mark->y - gap,
                             mark->width + 2 * gap, mark->height + 2 * gap);

  atlas_draw_add_rounded (cr, ring, 4.0);
}

/**
 * atlas_chart_layout_draw_selection:
 * @self: a layout
 * @cr: where to draw, in points
 * @first: index of a mark
 * @last: index of a mark, not before @first
 *
 * Draws one frame around all marks from @first to @last, which are selected.
 */
void
atlas_chart_layout_draw_selection (const AtlasChartLayout *self,
                                   cairo_t *cr,
                                   guint first,
                                   guint last)
{
  AtlasColor color;
  AtlasMark whole;
  guint i;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (first <= last && last < self->marks->len);

  whole = *atlas_chart_layout_get_mark (self, first);
  for (i = first + 1; i <= last; i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (self, i);
      double right = MAX (whole.x + whole.width, mark->x + mark->width);
      double bottom = MAX (whole.y + whole.height, mark->y + mark->height);

      whole.x = MIN (whole.x, mark->x);
      whole.y = MIN (whole.y, mark->y);
      whole.width = right - whole.x;
      whole.height = bottom - whole.y;
    }

  cairo_save (cr);
  color = atlas_theme_get_color (&self->theme, ATLAS_INK_ACCENT);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.1);
  add_ring (cr, &whole, first < last ? GROUP_GAP : 0.0);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * atlas_chart_layout_draw_mark:
 * @self: a layout
 * @cr: where to draw, in points
 * @mark: index of a mark
 * @state: what to show of it
 *
 * Draws the emphasis of a mark over a drawn chart: a veil under the pointer, a
 * frame around what is selected, a ring around what has the keyboard. Every
 * state differs from the others by more than its colour.
 */
void
atlas_chart_layout_draw_mark (const AtlasChartLayout *self,
                              cairo_t *cr,
                              guint mark,
                              AtlasMarkState state)
{
  const AtlasMark *chosen = atlas_chart_layout_get_mark (self, mark);
  AtlasColor color;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (chosen != NULL);

  cairo_save (cr);
  if ((state & ATLAS_MARK_HOVER) != 0)
    {
      color = atlas_theme_get_color (&self->theme, ATLAS_INK_TEXT);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.07);
      add_ring (cr, chosen, RING_GAP);
      cairo_fill (cr);
    }

  if ((state & ATLAS_MARK_SELECTED) != 0)
    atlas_chart_layout_draw_selection (self, cr, mark, mark);

  if ((state & ATLAS_MARK_FOCUS) != 0)
    {
      color = atlas_theme_get_color (&self->theme, ATLAS_INK_FOCUS);
      cairo_set_source_rgba (cr, color.red, color.green, color.blue, 1.0);
      cairo_set_line_width (cr, RING_WIDTH);
      add_ring (cr, chosen, RING_GAP + RING_WIDTH / 2);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-panel-private.h"

/* Space, in points, between a line of the scale and a text that it would
 * cross. */
#define CLEARANCE_X 2.5
#define CLEARANCE_Y 0.5

/* A piece of a line shorter than this is left out. */
#define MIN_PIECE 3.0

typedef struct
{
  double from;
  double to;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *other = b;

  return one->from < other->from ? -1 : one->from > other->from;
}

/* The texts that a line at @x would cross, from top to bottom. */
static GArray *
find_obstacles (const AtlasChartLayout *layout, guint first, double x)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  guint i;

  for (i = first; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);
      Span span = { item->box.y - CLEARANCE_Y,
                    item->box.y + item->box.height + CLEARANCE_Y };

      if (item->type == ATLAS_ITEM_TEXT && x > item->box.x - CLEARANCE_X
          && x < item->box.x + item->box.width + CLEARANCE_X)
        g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);

  return spans;
}

static void
add_piece (AtlasChartLayout *layout,
           double x,
           double from,
           double to,
           gboolean axis)
{
  if (to - from >= MIN_PIECE)
    atlas_layout_add_line (layout, x, from, x, to,
                           axis ? ATLAS_INK_AXIS : ATLAS_INK_GRID,
                           axis ? ATLAS_PANEL_OUTLINE : ATLAS_PANEL_GRID_WIDTH);
}

/* A line from top to bottom that leaves texts alone. The axis stands beside
 * bars, not above the first name. */
static void
add_line (AtlasChartLayout *layout,
          AtlasBox bars,
          double x,
          gboolean axis,
          guint first)
{
  g_autoptr (GArray) spans = find_obstacles (layout, first, x);
  double from = bars.y;
  guint i;

  if (axis && spans->len > 0)
    from = g_array_index (spans, Span, 0).to;

  for (i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      add_piece (layout, x, from, MIN (span->from, bars.y + bars.height), axis);
      from = MAX (from, span->to);
    }
  add_piece (layout, x, from, bars.y + bars.height, axis);
}

/* Moves the items from @last on to before those from @first on. */
static void
move_behind (AtlasChartLayout *layout, guint first, guint last)
{
  guint n = layout->items->len - last;
  g_autofree AtlasItem *moved = NULL;

  if (n == 0)
    return;

  moved = g_memdup2 (&g_array_index (layout->items, AtlasItem, last),
                     n * sizeof (AtlasItem));
  g_array_set_size (layout->items, last);
  g_array_insert_vals (layout->items, first, moved, n);
}

void
atlas_panel_add_scale (AtlasChartLayout *layout,
                       const AtlasPanelGrid *grid,
                       AtlasBox bars,
                       guint first_item)
{
  guint i, last = layout->items->len;

  for (i = 0; i < grid->scale.n_ticks; i++)
    add_line (layout, bars,
              bars.x
                  + bars.width
                        * atlas_scale_map (&grid->scale, grid->scale.ticks[i]),
              i == 0, first_item);

  move_behind (layout, first_item, last);
}

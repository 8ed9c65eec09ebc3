/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-donut.h"

/* Measures in points at a text scale of 1. */
#define MAX_RING 120.0
#define RING_PART 0.42
#define HOLE 0.58
#define KEY_SIZE 9.0
#define KEY_GAP 6.0
#define ROW_GAP 6.0
#define OUTLINE 1.2
#define MAX_LINES 3

/* The holders after the first are paler, one after the other. */
static const double strengths[] = { 1.0, 1.0, 0.72, 0.5, 0.35 };

static double
get_ring (double width, double unit)
{
  return MIN (width * RING_PART, MAX_RING * unit);
}

static double
get_key_width (double width, double unit)
{
  return width - get_ring (width, unit) - (KEY_SIZE + 3 * KEY_GAP) * unit;
}

/* Whether share and count have room on one line; a figure is never cut. */
static gboolean
fits_one_line (const AtlasDonutSlice *slice,
               AtlasText *text,
               double width,
               double unit)
{
  double share =
      atlas_text_measure (text, slice->share, ATLAS_TEXT_VALUE_STRONG, 0, 1)
          .width;
  double count =
      atlas_text_measure (text, slice->count, ATLAS_TEXT_VALUE, 0, 1).width;

  return share + KEY_GAP * unit + count <= width;
}

/* Name on some lines, figures below on one or two. */
static double
measure_key (const AtlasDonutSlice *slice,
             AtlasText *text,
             double width,
             double unit)
{
  guint lines =
      *slice->count == '\0' || fits_one_line (slice, text, width, unit) ? 1 : 2;

  return atlas_text_measure (text, slice->name, ATLAS_TEXT_LABEL, width,
                             MAX_LINES)
             .height
         + lines * atlas_text_get_line_height (text, ATLAS_TEXT_VALUE)
         + ROW_GAP * unit;
}

static double
measure_keys (const AtlasDonutSlice *slices,
              guint n_slices,
              AtlasText *text,
              double width,
              double unit)
{
  double height = 0;
  guint i;

  for (i = 0; i < n_slices; i++)
    height += measure_key (&slices[i], text, width, unit);

  return height;
}

double
atlas_donut_measure (const AtlasDonutSlice *slices,
                     guint n_slices,
                     AtlasText *text,
                     double width,
                     double unit)
{
  double keys =
      measure_keys (slices, n_slices, text, get_key_width (width, unit), unit);

  return MAX (keys, get_ring (width, unit));
}

/* How a slice is filled, in the ring and in its key alike. */
static void
set_fill (AtlasItem *item,
          const AtlasDonutSlice *slice,
          guint index,
          AtlasInk accent)
{
  item->fill = index == 0 ? accent : ATLAS_INK_PLAIN;
  item->strength = strengths[MIN (index, G_N_ELEMENTS (strengths) - 1)];
  item->stroke = ATLAS_INK_GROUND;
  item->line_width = OUTLINE;
  if (slice->others)
    {
      item->fill = ATLAS_INK_PLAIN;
      item->strength = 1.0;
      item->pattern = ATLAS_FILL_HATCHED;
    }
  else if (index > 1)
    {
      /* a pale slice still has an edge of three to one, and the size of the
       * others */
      item->rim = ATLAS_INK_PLAIN;
    }
}

static void
add_ring (const AtlasDonutSlice *slices,
          guint n_slices,
          AtlasInk accent,
          AtlasChartLayout *layout,
          AtlasBox ring)
{
  double sum = 0, from = 0;
  guint i;

  for (i = 0; i < n_slices; i++)
    if (!isnan (slices[i].value))
      sum += slices[i].value;

  for (i = 0; i < n_slices; i++)
    {
      double to;
      AtlasItem *item;

      if (isnan (slices[i].value) || slices[i].value <= 0)
        continue;

      /* rounded shares may pass a hundred together; they never overlap */
      to = from + 2 * G_PI * slices[i].value / MAX (sum, 100.0);
      item = atlas_layout_add_wedge (layout, ring, from, to, HOLE, accent);
      /* the keys beside the ring become the next marks, in this order */
      item->mark = layout->marks->len + i + 1;
      set_fill (item, &slices[i], i, accent);
      from = to;
    }
}

/* Share and count below the name, at @y. */
static void
add_figures (AtlasChartLayout *layout,
             const AtlasDonutSlice *slice,
             double x,
             double y,
             double width,
             gboolean strong)
{
  double unit = MAX (layout->theme.text_scale, 0.1), used;
  AtlasItem *item = atlas_layout_add_text (
      layout, slice->share, strong ? ATLAS_TEXT_VALUE_STRONG : ATLAS_TEXT_VALUE,
      ATLAS_INK_TEXT, atlas_box (x, y, width, 0), ATLAS_ALIGN_START, 0.0, 1);

  if (*slice->count == '\0')
    return;

  used = item->box.width + KEY_GAP * unit;
  if (!fits_one_line (slice, layout->text, width, unit))
    {
      y += atlas_text_get_line_height (layout->text, ATLAS_TEXT_VALUE);
      used = 0;
    }
  atlas_layout_add_text (layout, slice->count, ATLAS_TEXT_VALUE,
                         ATLAS_INK_MUTED,
                         atlas_box (x + used, y, MAX (width - used, 1), 0),
                         ATLAS_ALIGN_START, 0.0, 1);
}

/* The key of one slice, and its mark. */
static void
add_key (AtlasChartLayout *layout,
         const AtlasDonutSlice *slice,
         guint index,
         AtlasInk accent,
         AtlasBox box)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  double line = atlas_text_get_line_height (layout->text, ATLAS_TEXT_LABEL);
  double text_x = box.x + (KEY_SIZE + KEY_GAP) * unit;
  double width = box.x + box.width - text_x;
  AtlasBox key = atlas_box (box.x, box.y + (line - KEY_SIZE * unit) / 2,
                            KEY_SIZE * unit, KEY_SIZE * unit);
  AtlasItem *item = atlas_layout_add_rect (layout, key, accent);
  AtlasMark *mark;

  set_fill (item, slice, index, accent);
  item = atlas_layout_add_text (
      layout, slice->name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
      atlas_box (text_x, box.y, width, 0), ATLAS_ALIGN_START, 0.0, MAX_LINES);
  add_figures (layout, slice, text_x, box.y + item->box.height, width,
               index == 0);

  mark = atlas_layout_add_mark (
      layout, atlas_box (box.x - 2, box.y - 1, box.width + 2, box.height - 2),
      key, slice->name, slice->spoken);
  mark->profile = slice->profile;
  mark->line = slice->line;
  if (!slice->others)
    mark->value = slice->value;
}

void
atlas_donut_layout (const AtlasDonutSlice *slices,
                    guint n_slices,
                    AtlasInk accent,
                    AtlasChartLayout *layout,
                    AtlasBox box)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  double size = get_ring (box.width, unit);
  double width = get_key_width (box.width, unit);
  double keys = measure_keys (slices, n_slices, layout->text, width, unit);
  double y = box.y + MAX ((size - keys) / 2, 0);
  double x = box.x + size + 2 * KEY_GAP * unit;
  guint i;

  add_ring (slices, n_slices, accent, layout,
            atlas_box (box.x, box.y, size, size));
  for (i = 0; i < n_slices; i++)
    {
      double height = measure_key (&slices[i], layout->text, width, unit);

      add_key (layout, &slices[i], i, accent,
               atlas_box (x, y, box.x + box.width - x, height));
      y += height;
    }
}

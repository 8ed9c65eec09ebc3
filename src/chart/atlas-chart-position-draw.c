/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-dot-labels.h"
#include "atlas-chart-position-private.h"

#include "atlas-gettext.h"

/* Measures in points at a text scale of 1. */
#define HIT_SIZE 14.0
#define AXIS_GAP 4.0
#define GRID_WIDTH 0.6
#define MAX_LABEL_PART 0.45

/* A dot, and where. */
typedef struct
{
  guint profile;
  double x;
  double y;
} Dot;

static char *
dup_tick (const AtlasChart *chart, const AtlasScale *scale, guint tick)
{
  return atlas_format_value (&chart->format, scale->ticks[tick],
                             scale->decimals);
}

static double
measure_ticks (const AtlasChart *chart,
               const AtlasScale *scale,
               AtlasText *text)
{
  double widest = 0;
  guint i;

  for (i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *label = dup_tick (chart, scale, i);
      double width =
          atlas_text_measure (text, label, ATLAS_TEXT_TICK, 0, 1).width;

      widest = MAX (widest, width);
    }

  return widest;
}

/* Where a value lies along an axis; ranks count from the end. */
static double
map (const AtlasChart *chart, const AtlasScale *scale, guint axis, double value)
{
  double part = atlas_scale_map (scale, value);

  return atlas_position_get_axes (chart)[axis].rank ? 1.0 - part : part;
}

static void
add_x_axis (AtlasChartLayout *layout,
            const AtlasChart *chart,
            const AtlasScale *scale,
            AtlasBox field,
            double unit)
{
  double bottom = field.y + field.height, last = -INFINITY;
  double line = atlas_text_get_line_height (layout->text, ATLAS_TEXT_TICK);
  guint i;

  for (i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *label = dup_tick (chart, scale, i);
      double width =
          atlas_text_measure (layout->text, label, ATLAS_TEXT_TICK, 0, 1).width;
      double x = field.x + field.width * map (chart, scale, 0, scale->ticks[i]);
      double left =
          CLAMP (x - width / 2, field.x, field.x + field.width - width);

      atlas_layout_add_line (layout, x, field.y, x, bottom, ATLAS_INK_GRID,
                             GRID_WIDTH);
      /* ranks run backwards; only the nearest neighbour can be too near */
      if (i > 0 && fabs (left - last) < width + AXIS_GAP * unit)
        continue;

      last = left;
      atlas_layout_add_text (
          layout, label, ATLAS_TEXT_TICK, ATLAS_INK_MUTED,
          atlas_box (left, bottom + AXIS_GAP * unit, width, line),
          ATLAS_ALIGN_CENTER, 0.0, 1);
    }

  atlas_layout_add_line (layout, field.x, bottom, field.x + field.width, bottom,
                         ATLAS_INK_AXIS, ATLAS_POSITION_OUTLINE);
  atlas_layout_add_text (
      layout, _ (atlas_position_get_axes (chart)[0].title), ATLAS_TEXT_NOTE,
      ATLAS_INK_MUTED,
      atlas_box (field.x, bottom + AXIS_GAP * unit + line, field.width, 0),
      ATLAS_ALIGN_END, 0.0, 1);
}

static void
add_y_axis (AtlasChartLayout *layout,
            const AtlasChart *chart,
            const AtlasScale *scale,
            AtlasBox field,
            double tick_width,
            double unit)
{
  guint i;

  for (i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *label = dup_tick (chart, scale, i);
      double y =
          field.y
          + field.height * (1.0 - map (chart, scale, 1, scale->ticks[i]));

      atlas_layout_add_line (layout, field.x, y, field.x + field.width, y,
                             ATLAS_INK_GRID, GRID_WIDTH);
      atlas_layout_add_text (
          layout, label, ATLAS_TEXT_TICK, ATLAS_INK_MUTED,
          atlas_box (field.x - AXIS_GAP * unit - tick_width, y, tick_width, 0),
          ATLAS_ALIGN_END, 0.5, 1);
    }
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const Dot *one = a, *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;

  return one->profile < other->profile ? -1 : 1;
}

/* The dots in reading order. */
static GArray *
create_dots (const AtlasChart *chart,
             const AtlasScale *x_scale,
             const AtlasScale *y_scale,
             AtlasBox field)
{
  GArray *dots = g_array_new (FALSE, TRUE, sizeof (Dot));
  guint i;

  for (i = 0; i < chart->n_profiles; i++)
    {
      Dot dot = { i, 0, 0 };

      if (!atlas_position_is_drawn (chart, i))
        continue;

      dot.x = field.x
              + field.width
                    * map (chart, x_scale, 0,
                           atlas_position_get_number (chart, i, 0)->value);
      dot.y = field.y
              + field.height
                    * (1.0
                       - map (chart, y_scale, 1,
                              atlas_position_get_number (chart, i, 1)->value));
      g_array_append_val (dots, dot);
    }

  g_array_sort (dots, compare_dots);
  return dots;
}

static void
add_dot_mark (AtlasChartLayout *layout,
              const AtlasChart *chart,
              const Dot *dot,
              double dot_size,
              double unit)
{
  AtlasFormat format = chart->format;
  g_autofree char *place = atlas_chart_dup_place (chart, dot->profile);
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, dot->profile);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *spoken = NULL;
  double size = HIT_SIZE * unit;
  AtlasMark *mark;

  format.spoken = TRUE;
  x = atlas_format_number (&format,
                           atlas_position_get_number (chart, dot->profile, 0));
  y = atlas_format_number (&format,
                           atlas_position_get_number (chart, dot->profile, 1));
  spoken = g_strdup_printf (
      atlas_position_get_axes (chart)[0].rank
          /* Translators: place, rank, rank */
          ? _ ("%1$s: rank %2$s by size, %3$s by intensity")
          /* Translators: place, number, number */
          : _ ("%1$s: %2$s PCT applications and %3$s articles per million "
               "inhabitants"),
      place, x, y);

  mark = atlas_layout_add_mark (
      layout, atlas_box (dot->x - size / 2, dot->y - size / 2, size, size),
      atlas_box (dot->x - dot_size / 2, dot->y - dot_size / 2, dot_size,
                 dot_size),
      cluster, spoken);
  mark->profile = (gssize) dot->profile;
  mark->line = atlas_position_get_number (chart, dot->profile, 0)->line;
}

static void
add_dot_labels (AtlasChartLayout *layout,
                const AtlasChart *chart,
                const GArray *dots,
                AtlasBox field,
                AtlasBox bounds,
                double radius)
{
  g_autoptr (AtlasDotLabels) labels = atlas_dot_labels_new (bounds);
  guint i;

  atlas_dot_labels_prefer (labels, field);
  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_TEXT && item->style == ATLAS_TEXT_TICK)
        atlas_dot_labels_avoid (labels, item->box);
    }
  for (i = 0; i < dots->len; i++)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);

      atlas_dot_labels_avoid (
          labels,
          atlas_box (dot->x - radius, dot->y - radius, 2 * radius, 2 * radius));
    }

  /* those with the most patents or the first ranks are named first */
  for (i = dots->len; i > 0; i--)
    {
      const Dot *dot = &g_array_index (dots, Dot, i - 1);
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, dot->profile);
      AtlasTextSize size =
          atlas_text_measure (layout->text, cluster, ATLAS_TEXT_LABEL,
                              bounds.width * MAX_LABEL_PART, 1);
      AtlasBox box;

      if (!atlas_dot_labels_place (labels, dot->x, dot->y, radius, size.width,
                                   size.height, &box))
        continue;

      atlas_layout_add_text (layout, cluster, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                             box, ATLAS_ALIGN_START, 0.0, 1);
    }
}

/* Height of all but the field of dots. */
double
atlas_position_measure_around (const AtlasChart *chart,
                               AtlasText *text,
                               double width,
                               double unit)
{
  g_autoptr (GArray) economies = atlas_economies_new (chart);

  return atlas_economies_walk_legend (chart, economies, text, unit, NULL,
                                      atlas_box (0, 0, width, 0))
         + 2 * atlas_text_get_line_height (text, ATLAS_TEXT_NOTE)
         + atlas_text_get_line_height (text, ATLAS_TEXT_TICK)
         + 4 * AXIS_GAP * unit;
}

void
atlas_position_layout (const AtlasChart *chart,
                       AtlasChartLayout *layout,
                       AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  g_autoptr (GArray) economies = atlas_economies_new (chart);
  g_autoptr (GArray) dots = NULL;
  double legend = atlas_economies_walk_legend (chart, economies, layout->text,
                                               unit, layout, body);
  double title = atlas_text_get_line_height (layout->text, ATLAS_TEXT_NOTE);
  double tick = atlas_text_get_line_height (layout->text, ATLAS_TEXT_TICK);
  double tick_width, bottom = body.y + body.height;
  double dot_size = atlas_position_get_dot_size (chart) * unit;
  AtlasScale x_scale, y_scale;
  AtlasBox field = body;
  guint i;

  atlas_position_init_scale (chart, 0, &x_scale);
  atlas_position_init_scale (chart, 1, &y_scale);
  tick_width = measure_ticks (chart, &y_scale, layout->text);

  atlas_layout_add_text (layout, _ (atlas_position_get_axes (chart)[1].title),
                         ATLAS_TEXT_NOTE, ATLAS_INK_MUTED,
                         atlas_box (body.x, body.y + legend, body.width, 0),
                         ATLAS_ALIGN_START, 0.0, 1);
  field.x = body.x + tick_width + AXIS_GAP * unit;
  field.width = body.x + body.width - field.x;
  field.y = body.y + legend + title + 2 * AXIS_GAP * unit;
  field.height = bottom - title - tick - 2 * AXIS_GAP * unit - field.y;

  add_y_axis (layout, chart, &y_scale, field, tick_width, unit);
  add_x_axis (layout, chart, &x_scale, field, unit);

  dots = create_dots (chart, &x_scale, &y_scale, field);
  for (i = 0; i < dots->len; i++)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);
      const AtlasEconomy *economy = atlas_economies_find (
          economies, chart->profiles[dot->profile]->economy);
      AtlasItem *item = atlas_layout_add_shape (
          layout, economy->shape, dot->x, dot->y, dot_size,
          atlas_chart_get_ink (chart, dot->profile, economy->ink));

      item->stroke = ATLAS_INK_TEXT;
      item->line_width = ATLAS_POSITION_OUTLINE;
      add_dot_mark (layout, chart, dot, dot_size, unit);
    }
  /* a label may reach beside the field, between the names of the ticks */
  add_dot_labels (layout, chart, dots, field,
                  atlas_box (body.x, field.y, body.width, field.height),
                  dot_size / 2);
}

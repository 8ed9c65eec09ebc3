/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-frame.h"

/* A chart narrower than this is drawn smaller. */
#define MIN_WIDTH 240.0

/* Nothing is drawn smaller than this many halvings make it. */
#define MAX_HALVINGS 8

/* Room that a chart without figures keeps, so that it is not a mere line. */
#define EMPTY_BODY 24.0

/* Height that the body wants, or the @least it can do with. */
static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width,
              gboolean least)
{
  const AtlasChartClass *klass = chart->klass;
  AtlasFormatScope scope;
  double height;

  if (!atlas_chart_has_data (chart))
    return EMPTY_BODY;

  scope = atlas_format_begin (&chart->format);
  width -= 2 * atlas_frame_get_margin (chart);
  height = least && klass->measure_least != NULL
               ? klass->measure_least (chart, text, theme, width)
               : klass->measure_body (chart, text, theme, width);
  atlas_format_end (scope);

  return height;
}

/* The greatest height that the body can make use of. What is below it stays
 * empty, and the notes follow the figures. */
static double
measure_most (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  AtlasFormatScope scope;
  double height;

  if (!atlas_chart_has_data (chart))
    return EMPTY_BODY;
  if (chart->klass->measure_most == NULL || chart->options.bare)
    return INFINITY;

  scope = atlas_format_begin (&chart->format);
  height = chart->klass->measure_most (chart, text, theme, width);
  atlas_format_end (scope);

  return height;
}

/* Height of the whole chart at @width. */
static double
measure_whole (const AtlasChart *chart,
               AtlasFrame *frame,
               AtlasText *text,
               const AtlasTheme *theme,
               double width,
               gboolean least)
{
  atlas_frame_measure (frame, text, width);

  return atlas_frame_get_top (frame)
         + measure_body (chart, text, theme, width, least)
         + atlas_frame_get_bottom (frame);
}

static double
get_min_width (const AtlasChart *chart, const AtlasTheme *theme)
{
  return (MIN_WIDTH - 2 * (ATLAS_FRAME_MARGIN - atlas_frame_get_margin (chart)))
         * MAX (theme->text_scale, 0.1);
}

static double
measure (const AtlasChart *self,
         const AtlasTheme *theme,
         double width,
         gboolean least)
{
  g_autoptr (AtlasText) text = atlas_text_new (theme);
  double shrink = MIN (1.0, width / get_min_width (self, theme));
  AtlasFrame frame;
  double height;

  atlas_frame_init (&frame, self);
  height = measure_whole (self, &frame, text, theme, width / shrink, least);
  atlas_frame_clear (&frame);

  return ceil (height * shrink);
}

/**
 * atlas_chart_measure:
 * @self: a chart
 * @theme: how it is to look
 * @width: width in points
 *
 * Returns: the height that the chart wants at @width, in points
 */
double
atlas_chart_measure (const AtlasChart *self,
                     const AtlasTheme *theme,
                     double width)
{
  g_return_val_if_fail (self != NULL, 0.0);
  g_return_val_if_fail (theme != NULL, 0.0);
  g_return_val_if_fail (width > 0, 0.0);

  return measure (self, theme, width, FALSE);
}

/**
 * atlas_chart_measure_least:
 * @self: a chart
 * @theme: how it is to look
 * @width: width in points
 *
 * Returns: the height that the chart can do with at @width without being drawn
 *   smaller, in points
 */
double
atlas_chart_measure_least (const AtlasChart *self,
                           const AtlasTheme *theme,
                           double width)
{
  g_return_val_if_fail (self != NULL, 0.0);
  g_return_val_if_fail (theme != NULL, 0.0);
  g_return_val_if_fail (width > 0, 0.0);

  return measure (self, theme, width, TRUE);
}

/* How much smaller than its natural size a chart has to be drawn to fit: 1
 * where it fits as it is. Nothing is ever cut off. */
static double
find_shrink (const AtlasChart *chart,
             AtlasFrame *frame,
             AtlasText *text,
             const AtlasTheme *theme,
             double width,
             double height)
{
  double most = MIN (1.0, width / get_min_width (chart, theme));
  double least = most, middle;
  guint i;

  /* Half a point is forgiven: a measured height is rounded. */
  if (measure_whole (chart, frame, text, theme, width / most, TRUE) * most
      <= height + 0.5)
    return most;

  for (i = 0; i < MAX_HALVINGS; i++)
    {
      least /= 2;
      if (measure_whole (chart, frame, text, theme, width / least, TRUE) * least
          <= height)
        break;
    }

  for (i = 0; i < 8; i++)
    {
      middle = (least + most) / 2;
      if (measure_whole (chart, frame, text, theme, width / middle, TRUE)
              * middle
          <= height)
        least = middle;
      else
        most = middle;
    }

  return least;
}

static AtlasChartLayout *
layout_new (AtlasChart *chart, const AtlasTheme *theme)
{
  AtlasChartLayout *self = g_new0 (AtlasChartLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->chart = atlas_chart_ref (chart);
  self->items = g_array_new (FALSE, TRUE, sizeof (AtlasItem));
  self->marks = g_array_new (FALSE, TRUE, sizeof (AtlasMark));
  self->strings = g_string_chunk_new (4096);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->theme = *theme;
  self->theme.font_family = g_string_chunk_insert (
      self->strings, theme->font_family != NULL ? theme->font_family : "Sans");

  return self;
}

/**
 * atlas_chart_layout:
 * @self: a chart; its options are final now
 * @theme: how it is to look; copied
 * @width: width in points
 * @height: height in points
 *
 * Lays the chart out for a size. Where that is less than the chart needs, all
 * of it is drawn smaller; nothing is ever cut off. May run on any thread.
 *
 * Returns: (transfer full): the layout
 */
AtlasChartLayout *
atlas_chart_layout (AtlasChart *self,
                    const AtlasTheme *theme,
                    double width,
                    double height)
{
  AtlasChartLayout *layout;
  AtlasBox body;
  AtlasFrame frame;
  guint n_frame_items;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (theme != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  layout = layout_new (self, theme);
  layout->text = atlas_text_new (theme);
  atlas_frame_init (&frame, self);

  layout->shrink =
      find_shrink (self, &frame, layout->text, theme, width, height);
  layout->width = width / layout->shrink;
  layout->height = height / layout->shrink;
  atlas_frame_measure (&frame, layout->text, layout->width);

  body.x = atlas_frame_get_margin (layout->chart);
  body.y = atlas_frame_get_top (&frame);
  body.width = layout->width - 2 * atlas_frame_get_margin (layout->chart);
  body.height = MIN (layout->height - body.y - atlas_frame_get_bottom (&frame),
                     measure_most (self, layout->text, theme, body.width));
  atlas_frame_add (layout, &frame, layout->width, body.height);
  n_frame_items = layout->items->len;

  if (atlas_chart_has_data (self))
    {
      AtlasFormatScope scope = atlas_format_begin (&self->format);

      self->klass->layout_body (self, layout, body);
      atlas_format_end (scope);
    }

  atlas_layout_separate_marks (layout);
  atlas_layout_mirror (layout, n_frame_items);
  atlas_layout_scale_marks (layout, layout->shrink);
  layout->width = width;
  layout->height = height;

  atlas_frame_clear (&frame);
  g_clear_pointer (&layout->text, atlas_text_free);

  return layout;
}

/**
 * atlas_chart_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): @self, with one reference more
 */
AtlasChartLayout *
atlas_chart_layout_ref (AtlasChartLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * atlas_chart_layout_unref:
 * @self: (transfer full): a layout
 *
 * Gives a reference back; the last one frees the layout.
 */
void
atlas_chart_layout_unref (AtlasChartLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->text, atlas_text_free);
  g_array_unref (self->items);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_string_chunk_free (self->strings);
  atlas_chart_unref (self->chart);
  g_free (self);
}

/**
 * atlas_chart_layout_get_size:
 * @self: a layout
 * @width: (out) (optional): width in points
 * @height: (out) (optional): height in points
 *
 * Gets the size the chart was laid out for.
 */
void
atlas_chart_layout_get_size (const AtlasChartLayout *self,
                             double *width,
                             double *height)
{
  g_return_if_fail (self != NULL);

  if (width != NULL)
    *width = self->width;
  if (height != NULL)
    *height = self->height;
}

/**
 * atlas_chart_layout_get_chart:
 * @self: a layout
 *
 * Returns: (transfer none): the chart that was laid out
 */
AtlasChart *
atlas_chart_layout_get_chart (const AtlasChartLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->chart;
}

/**
 * atlas_chart_layout_get_n_marks:
 * @self: a layout
 *
 * Returns: how many things can be pointed at
 */
guint
atlas_chart_layout_get_n_marks (const AtlasChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->marks->len;
}

/**
 * atlas_chart_layout_get_mark:
 * @self: a layout
 * @mark: index of a mark
 *
 * Marks stand in reading order.
 *
 * Returns: (transfer none): the mark
 */
const AtlasMark *
atlas_chart_layout_get_mark (const AtlasChartLayout *self, guint mark)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (mark < self->marks->len, NULL);

  return &g_array_index (self->marks, AtlasMark, mark);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

#include <string.h>

/* Space around a chart, and between its parts, in points. */
#define MARGIN 16.0
#define TITLE_GAP 3.0
#define HEADING_GAP 14.0
#define FOOTER_GAP 12.0
#define NOTE_GAP 2.0

/* A chart narrower than this is drawn smaller. */
#define MIN_WIDTH 240.0

/* Nothing is drawn smaller than this many halvings make it. */
#define MAX_HALVINGS 8

/* Room that a chart without figures keeps, so that it is not a mere line. */
#define EMPTY_BODY 24.0

/* Lines that the texts of the frame may have. */
#define MAX_TITLE_LINES 6
#define MAX_NOTE_LINES 6

/* The texts around the body, and how high they are. */
typedef struct
{
  char *title;
  char *subtitle;
  char *note;
  char *source;
  double title_height;
  double subtitle_height;
  double note_height;
  double source_height;
  double margin;
} Frame;

static double
get_margin (const AtlasChart *chart)
{
  return chart->options.bare ? 0.0 : MARGIN;
}

static double
measure_lines (AtlasText *text,
               const char *string,
               AtlasTextStyle style,
               double width,
               guint max_lines)
{
  if (string == NULL || *string == '\0')
    return 0.0;

  return atlas_text_measure (text, string, style, width, max_lines).height;
}

static void
frame_init (Frame *frame, const AtlasChart *chart)
{
  memset (frame, 0, sizeof *frame);
  frame->margin = get_margin (chart);
  if (chart->options.bare)
    return;
  frame->title = atlas_chart_dup_title (chart);
  frame->subtitle = atlas_chart_dup_subtitle (chart);
  frame->note = atlas_chart_dup_note (chart);
  frame->source = atlas_chart_dup_source (chart);
}

static void
frame_clear (Frame *frame)
{
  g_free (frame->title);
  g_free (frame->subtitle);
  g_free (frame->note);
  g_free (frame->source);
}

/* Measures the texts for a chart of @width. */
static void
frame_measure (Frame *frame, AtlasText *text, double width)
{
  double inner = width - 2 * frame->margin;

  frame->title_height = measure_lines (text, frame->title, ATLAS_TEXT_TITLE,
                                       inner, MAX_TITLE_LINES);
  frame->subtitle_height = measure_lines (
      text, frame->subtitle, ATLAS_TEXT_SUBTITLE, inner, MAX_TITLE_LINES);
  frame->note_height =
      measure_lines (text, frame->note, ATLAS_TEXT_NOTE, inner, MAX_NOTE_LINES);
  frame->source_height = measure_lines (text, frame->source, ATLAS_TEXT_NOTE,
                                        inner, MAX_NOTE_LINES);
}

static double
frame_get_top (const Frame *frame)
{
  double gap = frame->subtitle_height > 0 ? TITLE_GAP : 0.0;

  if (frame->margin <= 0.0)
    return 0.0;

  return frame->margin + frame->title_height + gap + frame->subtitle_height
         + HEADING_GAP;
}

static double
frame_get_bottom (const Frame *frame)
{
  double gap = frame->note_height > 0 ? NOTE_GAP : 0.0;

  if (frame->margin <= 0.0)
    return 0.0;

  return FOOTER_GAP + frame->note_height + gap + frame->source_height
         + frame->margin * 0.75;
}

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
  width -= 2 * get_margin (chart);
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
               Frame *frame,
               AtlasText *text,
               const AtlasTheme *theme,
               double width,
               gboolean least)
{
  frame_measure (frame, text, width);

  return frame_get_top (frame) + measure_body (chart, text, theme, width, least)
         + frame_get_bottom (frame);
}

static double
get_min_width (const AtlasChart *chart, const AtlasTheme *theme)
{
  return (MIN_WIDTH - 2 * (MARGIN - get_margin (chart)))
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
  Frame frame;
  double height;

  frame_init (&frame, self);
  height = measure_whole (self, &frame, text, theme, width / shrink, least);
  frame_clear (&frame);

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
             Frame *frame,
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

/* The width at which a text takes no more lines than in @width, but lines of
 * like length: no last line of one word. */
static double
balance (AtlasText *text,
         const char *string,
         AtlasTextStyle style,
         double width,
         guint max_lines)
{
  AtlasTextSize size =
      atlas_text_measure (text, string, style, width, max_lines);
  double most = width, least = width / 2;
  guint i;

  if (size.shortened
      || size.height < 1.5 * atlas_text_get_line_height (text, style))
    return width;

  for (i = 0; i < 7; i++)
    {
      double middle = (least + most) / 2;
      AtlasTextSize tried =
          atlas_text_measure (text, string, style, middle, max_lines);

      if (tried.shortened || tried.height > size.height)
        least = middle;
      else
        most = middle;
    }

  return most;
}

/* A text of the frame, from its start side. */
static void
add_frame_text (AtlasChartLayout *self,
                const char *string,
                AtlasTextStyle style,
                AtlasInk ink,
                AtlasBox box,
                guint max_lines)
{
  if (string == NULL || *string == '\0')
    return;

  box.width = balance (self->text, string, style, box.width, max_lines);
  atlas_layout_add_text (self, string, style, ink, box, ATLAS_ALIGN_START, 0.0,
                         max_lines);
}

static void
add_frame (AtlasChartLayout *self,
           const Frame *frame,
           double width,
           double body_height)
{
  double inner = width - 2 * frame->margin;
  double y = frame->margin;

  add_frame_text (self, frame->title, ATLAS_TEXT_TITLE, ATLAS_INK_TEXT,
                  atlas_box (frame->margin, y, inner, frame->title_height),
                  MAX_TITLE_LINES);
  y += frame->title_height + TITLE_GAP;
  add_frame_text (self, frame->subtitle, ATLAS_TEXT_SUBTITLE, ATLAS_INK_MUTED,
                  atlas_box (frame->margin, y, inner, frame->subtitle_height),
                  MAX_TITLE_LINES);

  y = frame_get_top (frame) + body_height + FOOTER_GAP;
  add_frame_text (self, frame->note, ATLAS_TEXT_NOTE, ATLAS_INK_MUTED,
                  atlas_box (frame->margin, y, inner, frame->note_height),
                  MAX_NOTE_LINES);
  if (frame->note_height > 0)
    y += frame->note_height + NOTE_GAP;
  add_frame_text (self, frame->source, ATLAS_TEXT_NOTE, ATLAS_INK_MUTED,
                  atlas_box (frame->margin, y, inner, frame->source_height),
                  MAX_NOTE_LINES);
}

static void
mirror_box (AtlasBox *box, double width)
{
  box->x = width - box->x - box->width;
}

static void
mirror_item (AtlasItem *item, double width)
{
  AtlasPoint *points = (AtlasPoint *) item->points;
  guint i;

  mirror_box (&item->box, width);

  switch (item->type)
    {
    case ATLAS_ITEM_LINE:
      /* the line still goes from the corner named to the one across */
      item->box.x += item->box.width;
      item->box.width = -item->box.width;
      break;
    case ATLAS_ITEM_TEXT:
      item->align = (AtlasAlign) (ATLAS_ALIGN_END - item->align);
      break;
    case ATLAS_ITEM_WEDGE:
      {
        double from = item->from;

        item->from = -item->to;
        item->to = -from;
      }
      break;
    case ATLAS_ITEM_PATH:
      for (i = 0; i < item->n_points; i++)
        points[i].x = width - points[i].x;
      break;
    case ATLAS_ITEM_RECT:
    case ATLAS_ITEM_SHAPE:
    case ATLAS_ITEM_PICTURE:
    default:
      break;
    }
}

/* Turns what was placed since @first_item and @first_mark around. */
static void
mirror (AtlasChartLayout *self, guint first_item, guint first_mark)
{
  guint i;

  for (i = first_item; i < self->items->len; i++)
    mirror_item (&g_array_index (self->items, AtlasItem, i), self->width);

  for (i = first_mark; i < self->marks->len; i++)
    {
      AtlasMark *mark = &g_array_index (self->marks, AtlasMark, i);

      mark->x = self->width - mark->x - mark->width;
      mirror_box (&mark->shape, self->width);
    }
}

/* Text lines keep the direction of the interface: where the sides are fixed,
 * only the frame is turned around. */
static void
mirror_chart (AtlasChartLayout *self, guint n_frame_items)
{
  guint i;

  if (!self->theme.right_to_left)
    return;

  if (!self->chart->klass->fixed_sides)
    {
      mirror (self, 0, 0);
      return;
    }

  for (i = 0; i < n_frame_items; i++)
    mirror_item (&g_array_index (self->items, AtlasItem, i), self->width);
}

static void
scale_marks (AtlasChartLayout *self, double factor)
{
  guint i;

  for (i = 0; i < self->marks->len; i++)
    {
      AtlasMark *mark = &g_array_index (self->marks, AtlasMark, i);

      mark->x *= factor;
      mark->y *= factor;
      mark->width *= factor;
      mark->height *= factor;
      mark->shape.x *= factor;
      mark->shape.y *= factor;
      mark->shape.width *= factor;
      mark->shape.height *= factor;
    }
}

static int
compare_centres (gconstpointer a, gconstpointer b, gpointer data)
{
  const AtlasMark *marks = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const AtlasMark *one = &marks[first], *other = &marks[second];
  double across = one->x + one->width / 2 - other->x - other->width / 2;
  double down = one->y + one->height / 2 - other->y - other->height / 2;

  if (across != 0)
    return across < 0 ? -1 : 1;
  if (down != 0)
    return down < 0 ? -1 : 1;

  return first < second ? -1 : first > second;
}

static gboolean
share_centre (const AtlasMark *one, const AtlasMark *other)
{
  return one->x + one->width / 2 == other->x + other->width / 2
         && one->y + one->height / 2 == other->y + other->height / 2;
}

/* Marks at one place share the room that answers: each has a slice of it, so
 * that every one can be reached. What is drawn stays where it is. */
static void
separate_marks (AtlasChartLayout *self)
{
  AtlasMark *marks = (AtlasMark *) self->marks->data;
  guint n = self->marks->len, i, j, k;
  g_autofree guint *order = g_new (guint, MAX (n, 1));

  for (i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_centres, marks);

  for (i = 0; i < n; i = j)
    {
      double x = marks[order[i]].x, width = marks[order[i]].width;

      for (j = i + 1;
           j < n && share_centre (&marks[order[i]], &marks[order[j]]); j++)
        ;
      for (k = i; j - i > 1 && k < j; k++)
        {
          marks[order[k]].x = x + width * (k - i) / (j - i);
          marks[order[k]].width = width / (j - i);
        }
    }
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
  Frame frame;
  guint n_frame_items;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (theme != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  layout = layout_new (self, theme);
  layout->text = atlas_text_new (theme);
  frame_init (&frame, self);

  layout->shrink =
      find_shrink (self, &frame, layout->text, theme, width, height);
  layout->width = width / layout->shrink;
  layout->height = height / layout->shrink;
  frame_measure (&frame, layout->text, layout->width);

  body.x = get_margin (layout->chart);
  body.y = frame_get_top (&frame);
  body.width = layout->width - 2 * get_margin (layout->chart);
  body.height = MIN (layout->height - body.y - frame_get_bottom (&frame),
                     measure_most (self, layout->text, theme, body.width));
  add_frame (layout, &frame, layout->width, body.height);
  n_frame_items = layout->items->len;

  if (atlas_chart_has_data (self))
    {
      AtlasFormatScope scope = atlas_format_begin (&self->format);

      self->klass->layout_body (self, layout, body);
      atlas_format_end (scope);
    }

  separate_marks (layout);
  mirror_chart (layout, n_frame_items);
  scale_marks (layout, layout->shrink);
  layout->width = width;
  layout->height = height;

  frame_clear (&frame);
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

/* Whether a wedge of a ring holds a point. */
static gboolean
wedge_holds (const AtlasItem *item, double x, double y)
{
  double radius = item->box.width / 2;
  double dx = x - item->box.x - radius;
  double dy = y - item->box.y - radius;
  double distance = sqrt (dx * dx + dy * dy);
  double angle = atan2 (dx, -dy);

  if (distance > radius || distance < radius * item->hole)
    return FALSE;

  /* angles of a mirrored ring are negative, others are not */
  angle -= 2 * G_PI * floor ((angle - item->from) / (2 * G_PI));

  return angle <= item->to;
}

static int
hit_wedges (const AtlasChartLayout *self, double x, double y)
{
  guint i;

  for (i = 0; i < self->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (self->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_WEDGE && item->mark > 0
          && wedge_holds (item, x / self->shrink, y / self->shrink))
        return (int) item->mark - 1;
    }

  return -1;
}

/**
 * atlas_chart_layout_hit:
 * @self: a layout
 * @x: a point, in points from the left edge
 * @y: the same from the top edge
 *
 * Where boxes lie over each other, the one with the nearest centre answers.
 *
 * Returns: index of the mark at the point, or -1
 */
int
atlas_chart_layout_hit (const AtlasChartLayout *self, double x, double y)
{
  double nearest = INFINITY;
  int hit = -1;
  guint i;

  g_return_val_if_fail (self != NULL, -1);

  for (i = 0; i < self->marks->len; i++)
    {
      const AtlasMark *mark = &g_array_index (self->marks, AtlasMark, i);
      double dx, dy, distance;

      if (x < mark->x || x > mark->x + mark->width || y < mark->y
          || y > mark->y + mark->height)
        continue;

      dx = x - (mark->x + mark->width / 2);
      dy = y - (mark->y + mark->height / 2);
      distance = dx * dx + dy * dy;
      if (distance < nearest)
        {
          nearest = distance;
          hit = (int) i;
        }
    }

  return hit >= 0 ? hit : hit_wedges (self, x, y);
}

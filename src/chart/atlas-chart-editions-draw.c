/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-editions-private.h"

#include "atlas-gettext.h"

/* Measures in points at a text scale of 1. */
#define LABEL_GAP 8.0
#define VALUE_GAP 6.0
#define LINE_PITCH 1.15
#define LINE_WIDTH 1.4
#define STRONG_WIDTH 2.6
#define DOT_SIZE 6.0
#define HIT_SIZE 12.0
#define MIN_FIELD 120.0
#define MAX_LABEL_PART 0.33
#define YEAR_GAP 4.0
#define GRID_WIDTH 0.6
#define N_TICKS 5

/* More than this many are not emphasised. */
#define MAX_STRONG 3

/* Where a value lies: the best at the top. */
double
atlas_editions_map (const AtlasChart *chart,
                    const AtlasScale *scale,
                    AtlasBox field,
                    double value)
{
  double part = atlas_scale_map (scale, value);

  return field.y
         + field.height
               * (atlas_story_get_figure (chart)->rank ? part : 1.0 - part);
}

static void
find_range (const AtlasChart *chart,
            const AtlasStory *story,
            double *low,
            double *high)
{
  guint i, year;

  *low = INFINITY;
  *high = -INFINITY;
  for (i = 0; i < story->histories->len; i++)
    for (year = 0; year < story->years->len; year++)
      {
        const AtlasHistory *history = g_ptr_array_index (story->histories, i);

        if (!atlas_history_is_given (chart, history, year))
          continue;
        *low = MIN (*low, atlas_history_get_value (chart, history, year));
        *high = MAX (*high, atlas_history_get_value (chart, history, year));
      }
}

/* From the lowest to the highest value: the ends are named by the labels. */
static void
init_scale (const AtlasChart *chart, const AtlasStory *story, AtlasScale *scale)
{
  double low, high;

  find_range (chart, story, &low, &high);
  atlas_scale_init_linear (scale, low, high, N_TICKS);
  scale->low = high > low ? low : low - 1;
  scale->high = high > low ? high : high + 1;
}

/* Height of the lines: a line of text for each cluster, and for ranks one for
 * each rank between, as far as that is not mostly empty. */
double
atlas_editions_measure_field (const AtlasChart *chart,
                              const AtlasStory *story,
                              AtlasText *text,
                              double unit)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double n = story->histories->len, low, high;

  find_range (chart, story, &low, &high);
  if (atlas_story_get_figure (chart)->rank)
    n = CLAMP (high - low + 1, n, n * 2);

  return MAX (n * line * LINE_PITCH, MIN_FIELD * unit);
}

static char *
dup_sentence (const AtlasChart *chart,
              const AtlasStory *story,
              const AtlasHistory *history)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = atlas_history_dup_name (chart, history);
  g_autofree char *list = NULL;
  guint year;

  for (year = 0; year < story->years->len; year++)
    {
      g_autofree char *value = NULL;

      if (!atlas_history_is_given (chart, history, year))
        continue;
      value = atlas_format_number (
          &chart->format,
          atlas_story_get_number (chart, (guint) history->profiles[year]));
      /* Translators: value, year */
      g_ptr_array_add (
          parts, g_strdup_printf (C_ ("label", "%1$s in %2$d"), value,
                                  g_array_index (story->years, int, year)));
    }
  list = atlas_format_list (&chart->format, (const char *const *) parts->pdata,
                            parts->len);

  /* Translators: cluster, measure, values with their years */
  return g_strdup_printf (C_ ("label", "%1$s, %2$s: %3$s"), name,
                          _ (atlas_story_get_figure (chart)->title), list);
}

/* A line from edition to edition, with a dot and a mark at each. */
static void
add_history (AtlasChartLayout *layout,
             const AtlasChart *chart,
             const AtlasStory *story,
             const AtlasScale *scale,
             AtlasBox field,
             const AtlasHistory *history,
             gboolean strong)
{
  double step = field.width / (story->years->len - 1);
  double unit = MAX (layout->theme.text_scale, 0.1);
  double size = DOT_SIZE * unit * (strong ? 1.3 : 1.0);
  double hit = HIT_SIZE * unit;
  AtlasInk ink = strong ? ATLAS_INK_ACCENT : ATLAS_INK_PLAIN;
  g_autofree char *name = atlas_history_dup_name (chart, history);
  g_autofree char *spoken = dup_sentence (chart, story, history);
  guint year;

  for (year = 0; year + 1 < story->years->len; year++)
    {
      if (!atlas_history_is_given (chart, history, year)
          || !atlas_history_is_given (chart, history, year + 1))
        continue;
      atlas_layout_add_line (
          layout, field.x + step * year,
          atlas_editions_map (chart, scale, field,
                              atlas_history_get_value (chart, history, year)),
          field.x + step * (year + 1),
          atlas_editions_map (
              chart, scale, field,
              atlas_history_get_value (chart, history, year + 1)),
          ink, strong ? STRONG_WIDTH : LINE_WIDTH);
    }

  for (year = 0; year < story->years->len; year++)
    {
      double x = field.x + step * year, y;
      AtlasBox box;
      AtlasItem *item;
      AtlasMark *mark;

      if (!atlas_history_is_given (chart, history, year))
        continue;

      y = atlas_editions_map (chart, scale, field,
                              atlas_history_get_value (chart, history, year));
      item =
          atlas_layout_add_shape (layout, ATLAS_SHAPE_CIRCLE, x, y, size, ink);
      item->stroke = ATLAS_INK_GROUND;
      item->line_width = 1.0;
      box = atlas_box (x - size / 2, y - size / 2, size, size);
      mark = atlas_layout_add_mark (
          layout, atlas_box (x - hit / 2, y - hit / 2, hit, hit), box, name,
          spoken);
      mark->profile = history->profiles[year];
      mark->line =
          atlas_story_get_number (chart, (guint) history->profiles[year])->line;
      mark->value = atlas_history_get_value (chart, history, year);
    }
}

/* How many columns further the next year is written: as few as give each the
 * room, and so that the first and the last are among them. */
static guint
find_year_step (AtlasText *text, const AtlasStory *story, double step)
{
  guint i, last = story->years->len - 1;
  double widest = 0;

  for (i = 0; i <= last; i++)
    {
      g_autofree char *year =
          g_strdup_printf ("%d", g_array_index (story->years, int, i));

      widest = MAX (
          widest,
          atlas_text_measure (text, year, ATLAS_TEXT_HEADING, 0, 1).width + 1);
    }

  for (i = 1; i < last; i++)
    if (last % i == 0 && step * i >= widest + YEAR_GAP)
      return i;

  return last;
}

static void
add_years (AtlasChartLayout *layout,
           const AtlasStory *story,
           AtlasBox field,
           double top)
{
  double step = field.width / (story->years->len - 1);
  guint year, every = find_year_step (layout->text, story, step);
  double room = step * every;

  for (year = 0; year < story->years->len; year++)
    {
      double x = field.x + step * year;

      atlas_layout_add_line (layout, x, field.y, x, field.y + field.height,
                             ATLAS_INK_GRID, GRID_WIDTH);
      if (year % every == 0)
        {
          g_autofree char *text =
              g_strdup_printf ("%d", g_array_index (story->years, int, year));

          atlas_layout_add_text (layout, text, ATLAS_TEXT_HEADING,
                                 ATLAS_INK_TEXT,
                                 atlas_box (x - room / 2, top, room, 0),
                                 ATLAS_ALIGN_CENTER, 0.0, 1);
        }
    }
}

/* The histories to look at: those that gained most, if they are few. */
static GPtrArray *
find_strong (const AtlasChart *chart, const AtlasStory *story)
{
  GPtrArray *climbers = atlas_story_find_climbers (story, chart);

  if (climbers->len > MAX_STRONG)
    g_ptr_array_set_size (climbers, 0);

  return climbers;
}

void
atlas_editions_add_field (AtlasChartLayout *layout,
                          const AtlasChart *chart,
                          const AtlasStory *story,
                          AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  double gap = LABEL_GAP * unit;
  double line =
      atlas_text_get_line_height (layout->text, ATLAS_TEXT_VALUE_STRONG);
  g_autoptr (GPtrArray) strong = find_strong (chart, story);
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;
  AtlasBox field = body, column;
  AtlasScale scale;
  double head, left_width, right_width;
  guint i;

  head = atlas_text_get_line_height (layout->text, ATLAS_TEXT_HEADING)
         + ATLAS_EDITIONS_HEAD_GAP * unit;
  field.y = body.y + head + line / 2;
  field.height = body.height - head - line;
  init_scale (chart, story, &scale);

  left = atlas_editions_create_labels (chart, story, &scale, field, 0);
  right = atlas_editions_create_labels (chart, story, &scale, field,
                                        story->years->len - 1);
  left_width = atlas_editions_measure_labels (
      left, layout->text, VALUE_GAP * unit, body.width * MAX_LABEL_PART);
  right_width = atlas_editions_measure_labels (
      right, layout->text, VALUE_GAP * unit, body.width * MAX_LABEL_PART);
  field.x = body.x + left_width + gap;
  field.width = body.width - left_width - right_width - 2 * gap;

  add_years (layout, story, field, body.y);
  for (i = 0; i < story->histories->len; i++)
    {
      const AtlasHistory *history = g_ptr_array_index (story->histories, i);

      if (!g_ptr_array_find (strong, history, NULL))
        add_history (layout, chart, story, &scale, field, history, FALSE);
    }
  for (i = 0; i < strong->len; i++)
    add_history (layout, chart, story, &scale, field,
                 g_ptr_array_index (strong, i), TRUE);

  atlas_editions_add_inner_labels (layout, chart, story, &scale, field,
                                   DOT_SIZE * unit / 2);

  column = atlas_box (body.x, field.y, left_width, field.height);
  atlas_editions_add_labels (layout, left, strong, column, field.x,
                             ATLAS_ALIGN_END);
  column.x = field.x + field.width + gap;
  column.width = right_width;
  atlas_editions_add_labels (layout, right, strong, column,
                             field.x + field.width, ATLAS_ALIGN_START);
}

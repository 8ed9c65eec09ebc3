/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-editions-private.h"

#include <string.h>

#define GRID_WIDTH 0.6
#define VALUE_GAP 6.0

/* The labels of one side. */
typedef struct
{
  const AtlasHistory *history;
  char *name;
  char *value;
  double wanted;
  double y;
} Label;

static void
label_clear (gpointer data)
{
  Label *label = data;

  g_free (label->name);
  g_free (label->value);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Label *one = a, *other = b;

  if (one->wanted != other->wanted)
    return one->wanted < other->wanted ? -1 : 1;

  return strcmp (one->history->key, other->history->key);
}

/* Moves labels apart: down where they crowd, then up from the lower end. */
static void
spread_labels (GArray *labels, double top, double bottom, double pitch)
{
  double limit = top;
  guint i;

  g_array_sort (labels, compare_labels);
  for (i = 0; i < labels->len; i++)
    {
      Label *label = &g_array_index (labels, Label, i);

      label->y = MAX (label->wanted, limit);
      limit = label->y + pitch;
    }

  limit = bottom;
  for (i = labels->len; i > 0; i--)
    {
      Label *label = &g_array_index (labels, Label, i - 1);

      label->y = MIN (label->y, limit);
      limit = label->y - pitch;
    }
}

GArray *
atlas_editions_create_labels (const AtlasChart *chart,
                              const AtlasStory *story,
                              const AtlasScale *scale,
                              AtlasBox field,
                              guint year)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (Label));
  guint i;

  g_array_set_clear_func (labels, label_clear);
  for (i = 0; i < story->histories->len; i++)
    {
      const AtlasHistory *history = g_ptr_array_index (story->histories, i);
      Label label = { history, NULL, NULL, 0, 0 };

      if (!atlas_history_is_given (chart, history, year))
        continue;

      label.name = atlas_history_dup_name (chart, history);
      label.value = atlas_format_number (
          &chart->format,
          atlas_story_get_number (chart, (guint) history->profiles[year]));
      label.wanted = atlas_editions_map (
          chart, scale, field, atlas_history_get_value (chart, history, year));
      g_array_append_val (labels, label);
    }

  return labels;
}

static double
measure_part (AtlasText *text, const char *part)
{
  return atlas_text_measure (text, part, ATLAS_TEXT_VALUE_STRONG, 0, 1).width;
}

static double
measure_values (const GArray *labels, AtlasText *text)
{
  double widest = 0;
  guint i;

  for (i = 0; i < labels->len; i++)
    widest = MAX (widest,
                  measure_part (text, g_array_index (labels, Label, i).value));

  return widest;
}

double
atlas_editions_measure_labels (const GArray *labels,
                               AtlasText *text,
                               double gap,
                               double most)
{
  double widest = 0;
  guint i;

  for (i = 0; i < labels->len; i++)
    widest = MAX (widest,
                  measure_part (text, g_array_index (labels, Label, i).name));

  return MIN (widest + gap + measure_values (labels, text) + 1, most);
}

/* The value beside the line, all of them in one column, the name beyond it:
 * where there is little room it is the name that is cut. */
static void
add_label (AtlasChartLayout *layout,
           const Label *label,
           gboolean strong,
           AtlasBox box,
           double width,
           double gap,
           AtlasAlign align)
{
  AtlasTextStyle style = strong ? ATLAS_TEXT_VALUE_STRONG : ATLAS_TEXT_VALUE;
  AtlasBox value = box, name = box;

  value.width = width;
  name.width = MAX (box.width - width - gap, 1.0);
  if (align == ATLAS_ALIGN_END)
    value.x = box.x + box.width - width;
  else
    name.x = box.x + width + gap;

  atlas_layout_add_text (layout, label->value, style, ATLAS_INK_TEXT, value,
                         ATLAS_ALIGN_END, 0.5, 1);
  atlas_layout_add_text (layout, label->name, style, ATLAS_INK_TEXT, name,
                         align, 0.5, 1);
}

void
atlas_editions_add_labels (AtlasChartLayout *layout,
                           GArray *labels,
                           const GPtrArray *strong,
                           AtlasBox column,
                           double field_x,
                           AtlasAlign align)
{
  double line =
      atlas_text_get_line_height (layout->text, ATLAS_TEXT_VALUE_STRONG);
  double gap = VALUE_GAP * MAX (layout->theme.text_scale, 0.1);
  double edge =
      align == ATLAS_ALIGN_END ? column.x + column.width + 1.5 : column.x - 1.5;
  double width = MIN (measure_values (labels, layout->text), column.width);
  guint i;

  spread_labels (labels, column.y, column.y + column.height, line);
  for (i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      /* a thread from a label that was moved to its dot */
      if (fabs (label->y - label->wanted) > line / 3)
        atlas_layout_add_line (layout, edge, label->y, field_x, label->wanted,
                               ATLAS_INK_PLAIN, GRID_WIDTH)
            ->dash = ATLAS_DASH_DOTTED;
      add_label (layout, label,
                 g_ptr_array_find ((GPtrArray *) strong, label->history, NULL),
                 atlas_box (column.x, label->y - line / 2, column.width, line),
                 width, gap, align);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-dot-labels.h"
#include "atlas-chart-editions-private.h"

/* Clusters that neither the first nor the last edition lists have no label at
 * the sides: they are named beside a dot, where no line is crossed. */

/* A label is no wider than this part of the field. */
#define MAX_LABEL_PART 0.3

/* Lines are kept free in boxes of this size, in points. */
#define LINE_STEP 5.0

static void
avoid_line (AtlasDotLabels *labels, const AtlasItem *line)
{
  double length = hypot (line->box.width, line->box.height);
  guint n = (guint) ceil (length / LINE_STEP), i;

  for (i = 0; i <= n; i++)
    {
      double part = n > 0 ? (double) i / n : 0;
      double x = line->box.x + part * line->box.width;
      double y = line->box.y + part * line->box.height;

      atlas_dot_labels_avoid (
          labels, atlas_box (x - LINE_STEP / 2, y - 1, LINE_STEP, 2));
    }
}

/* Everything that is drawn in the field but its grid. */
static void
avoid_items (AtlasDotLabels *labels, const AtlasChartLayout *layout)
{
  guint i;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_LINE && item->stroke != ATLAS_INK_GRID)
        avoid_line (labels, item);
      else if (item->type == ATLAS_ITEM_SHAPE)
        atlas_dot_labels_avoid (labels, item->box);
    }
}

/* The edition to be named at: the last that lists the cluster; none where it
 * is named at a side. */
static gboolean
find_inner_year (const AtlasChart *chart,
                 const AtlasStory *story,
                 const AtlasHistory *history,
                 guint *inner)
{
  guint year, last = story->years->len - 1;

  if (atlas_history_is_given (chart, history, 0)
      || atlas_history_is_given (chart, history, last))
    return FALSE;

  for (year = last; year > 0; year--)
    if (atlas_history_is_given (chart, history, year))
      {
        *inner = year;
        return TRUE;
      }

  return FALSE;
}

static void
add_inner_label (AtlasChartLayout *layout,
                 AtlasDotLabels *labels,
                 const char *name,
                 double x,
                 double y,
                 double radius,
                 double most)
{
  AtlasTextSize size =
      atlas_text_measure (layout->text, name, ATLAS_TEXT_LABEL, most, 1);
  AtlasBox box;

  if (atlas_dot_labels_place (labels, x, y, radius, size.width, size.height,
                              &box))
    atlas_layout_add_text (layout, name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT, box,
                           ATLAS_ALIGN_START, 0.0, 1);
}

void
atlas_editions_add_inner_labels (AtlasChartLayout *layout,
                                 const AtlasChart *chart,
                                 const AtlasStory *story,
                                 const AtlasScale *scale,
                                 AtlasBox field,
                                 double radius)
{
  double step = field.width / (story->years->len - 1);
  g_autoptr (AtlasDotLabels) labels = NULL;
  guint i, year;

  for (i = 0; i < story->histories->len; i++)
    {
      const AtlasHistory *history = g_ptr_array_index (story->histories, i);
      g_autofree char *name = NULL;

      if (!find_inner_year (chart, story, history, &year))
        continue;

      if (labels == NULL)
        {
          labels = atlas_dot_labels_new (field);
          avoid_items (labels, layout);
        }
      name = atlas_history_dup_name (chart, history);
      add_inner_label (
          layout, labels, name, field.x + step * year,
          atlas_editions_map (chart, scale, field,
                              atlas_history_get_value (chart, history, year)),
          radius, field.width * MAX_LABEL_PART);
    }
}

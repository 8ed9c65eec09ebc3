/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-tools.h"

#define EPSILON 1e-6

static const AtlasChartKind kinds[] = { ATLAS_CHART_APPLICANTS,
                                        ATLAS_CHART_SHARES,
                                        ATLAS_CHART_MULTIPLES,
                                        ATLAS_CHART_COMPARE };

/* Bars use the room there is, up to a bound, and stay true; notes follow. */
static void
check_room (AtlasChartKind kind, double width)
{
  g_autoptr (GPtrArray) profiles =
      make_set (SET_PLAIN, kind < ATLAS_CHART_MULTIPLES ? 1 : 3, 1);
  g_autoptr (AtlasChart) chart = make_chart_of (kind, profiles, NULL);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  double height = atlas_chart_measure (chart, &theme, width);
  g_autoptr (AtlasChartLayout) natural =
      atlas_chart_layout (chart, &theme, width, height);
  g_autoptr (AtlasChartLayout) more =
      atlas_chart_layout (chart, &theme, width, height + 60);
  g_autoptr (AtlasChartLayout) most =
      atlas_chart_layout (chart, &theme, width, height * 20);
  const AtlasItem *source = find_text (most, "Source: ");
  guint i;

  for (i = 0; i < atlas_chart_layout_get_n_marks (natural); i++)
    {
      const AtlasMark *small = atlas_chart_layout_get_mark (natural, i);
      const AtlasMark *large = atlas_chart_layout_get_mark (more, i);
      const AtlasMark *largest = atlas_chart_layout_get_mark (most, i);

      if (small->profile < 0)
        continue;
      g_assert_cmpfloat (small->shape.height, <, large->shape.height);
      g_assert_cmpfloat (large->shape.height, <, largest->shape.height);
      g_assert_cmpfloat (largest->shape.height, <, 40);
      g_assert_cmpfloat_with_epsilon (small->shape.width, largest->shape.width,
                                      EPSILON);
      g_assert_cmpfloat (largest->y + largest->height, <, source->box.y);
    }
  g_assert_cmpfloat (source->box.y, <, height * 12);

  /* what was asked for is filled to the edge */
  source = find_text (more, "Source: ");
  g_assert_cmpfloat (source->box.y + source->box.height, <, height + 60);
  g_assert_cmpfloat (source->box.y + source->box.height, >, height + 60 - 20);
}

static void
test_room (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      check_room (kinds[i], 480);
      check_room (kinds[i], 900);
    }
}

/* Lines of the scale leave texts alone and stand behind the bars. */
static void
check_scale (AtlasChartKind kind, double width, SetKind set)
{
  g_autoptr (GPtrArray) profiles = make_set (set, 3, 1);
  g_autoptr (AtlasChart) chart = make_chart_of (kind, profiles, NULL);
  g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, width);
  guint i, j, n_lines = 0;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *line = &g_array_index (layout->items, AtlasItem, i);

      if (line->type != ATLAS_ITEM_LINE || line->box.width != 0)
        continue;

      n_lines++;
      for (j = 0; j < layout->items->len; j++)
        {
          const AtlasItem *item = &g_array_index (layout->items, AtlasItem, j);
          gboolean crosses = line->box.x > item->box.x
                             && line->box.x < item->box.x + item->box.width
                             && line->box.y < item->box.y + item->box.height
                             && line->box.y + line->box.height > item->box.y;

          if (item->type == ATLAS_ITEM_TEXT)
            g_assert_false (crosses);
          else if (item->type == ATLAS_ITEM_RECT && crosses)
            g_assert_cmpuint (j, >, i);
        }
    }
  g_assert_cmpuint (n_lines, >, 4);
}

static void
test_scale (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      check_scale (kinds[i], 480, SET_PLAIN);
      check_scale (kinds[i], 1100, SET_PLAIN);
      check_scale (kinds[i], 480, SET_LONG_NAMES);
      check_scale (kinds[i], 700, SET_HUGE);
    }
}

/* Panels on one scale name it once, below the last line. */
static void
test_ticks (void)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 4, 1);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_MULTIPLES, profiles, NULL);
  g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, 480);
  const AtlasMark *last = atlas_chart_layout_get_mark (
      layout, atlas_chart_layout_get_n_marks (layout) - 1);
  guint i, n = 0;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type != ATLAS_ITEM_TEXT || item->style != ATLAS_TEXT_TICK)
        continue;
      n++;
      g_assert_cmpfloat (item->box.y, >=, last->y + last->height - 2);
    }
  g_assert_cmpuint (n, >=, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panel/room", test_room);
  g_test_add_func ("/panel/scale", test_scale);
  g_test_add_func ("/panel/ticks", test_ticks);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-tools.h"

static AtlasChartLayout *
lay_out_donut (AtlasChart *chart, gboolean right_to_left, double height)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);

  theme.right_to_left = right_to_left;
  if (height <= 0)
    height = atlas_chart_measure (chart, &theme, 500);

  return atlas_chart_layout (chart, &theme, 500, height);
}

static AtlasChart *
make_donut (void)
{
  const AtlasChartOptions options = { .form = ATLAS_FORM_DONUT };
  g_autoptr (AtlasProfile) shenyang = make_shenyang (2024);
  const AtlasProfile *profiles[] = { shenyang };
  AtlasChart *chart =
      atlas_chart_new (ATLAS_CHART_SHARES, profiles, 1, NULL, NULL);

  atlas_chart_set_options (chart, &options);

  return chart;
}

/* A slice answers to the pointer as its key does, mirrored, and smaller than
 * natural, too. */
static void
check_hits (AtlasChartLayout *layout)
{
  guint i, n_wedges = 0;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);
      double radius = item->box.width / 2, middle, x, y;
      const AtlasMark *mark;

      if (item->type != ATLAS_ITEM_WEDGE)
        continue;

      n_wedges++;
      middle = (item->from + item->to) / 2;
      x = item->box.x + radius + radius * 0.8 * sin (middle);
      y = item->box.y + radius - radius * 0.8 * cos (middle);
      g_assert_cmpint (atlas_chart_layout_hit (layout, x * layout->shrink,
                                               y * layout->shrink),
                       ==, (int) item->mark - 1);

      /* a slice is as wide as its share */
      mark = atlas_chart_layout_get_mark (layout, item->mark - 1);
      if (!isnan (mark->value))
        g_assert_cmpfloat_with_epsilon (item->to - item->from,
                                        2 * G_PI * mark->value / 100, 1e-9);
      else
        g_assert_cmpstr (mark->label, ==, "Others");

      /* the hole does not answer */
      g_assert_cmpint (atlas_chart_layout_hit (
                           layout, (item->box.x + radius) * layout->shrink,
                           (item->box.y + radius) * layout->shrink),
                       ==, -1);
    }
  g_assert_cmpuint (n_wedges, ==, 8);
}

static void
test_hits (void)
{
  g_autoptr (AtlasChart) chart = make_donut ();
  g_autoptr (AtlasChartLayout) plain = lay_out_donut (chart, FALSE, 0);
  g_autoptr (AtlasChartLayout) mirrored = lay_out_donut (chart, TRUE, 0);
  g_autoptr (AtlasChartLayout) small = lay_out_donut (chart, FALSE, 150);

  check_hits (plain);
  check_hits (mirrored);
  g_assert_cmpfloat (small->shrink, <, 1.0);
  check_hits (small);
}

/* Figures are never cut: a count that has no room beside the share has a line
 * of its own. */
static void
test_figures (void)
{
  g_autoptr (AtlasChart) chart = make_donut ();
  g_autoptr (AtlasChartLayout) layout = lay_out_donut (chart, FALSE, 0);
  g_autoptr (AtlasText) text = atlas_text_new (&layout->theme);
  guint i;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_TEXT
          && (item->style == ATLAS_TEXT_VALUE
              || item->style == ATLAS_TEXT_VALUE_STRONG))
        g_assert_false (atlas_text_measure (text, item->text, item->style,
                                            item->box.width + 0.5, 1)
                            .shortened);
    }
}

/* All slices and their keys are as large as each other says: what outlines a
 * pale one stays within. Nothing has an end that the note could speak of. */
static void
test_outlines (void)
{
  g_autoptr (AtlasChart) chart = make_donut ();
  g_autoptr (AtlasChartLayout) layout = lay_out_donut (chart, FALSE, 0);
  const AtlasItem *note;
  guint i, n_pale = 0;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type != ATLAS_ITEM_WEDGE)
        continue;
      g_assert_cmpint (item->stroke, ==, ATLAS_INK_GROUND);
      if (item->strength < 1.0)
        {
          g_assert_cmpint (item->rim, ==, ATLAS_INK_PLAIN);
          n_pale++;
        }
    }
  g_assert_cmpuint (n_pale, ==, 2);

  note = find_text (layout, "Shares are rounded");
  g_assert_nonnull (note);
  g_assert_nonnull (strstr (note->text, "Hatched: all others"));
  g_assert_null (strstr (note->text, "pale end"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/donut/hits", test_hits);
  g_test_add_func ("/donut/figures", test_figures);
  g_test_add_func ("/donut/outlines", test_outlines);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-tools.h"

typedef struct
{
  const char *name;
  double share;
} Share;

static void
add_fields (GPtrArray *profiles,
            const char *cluster,
            const Share *fields,
            guint n_fields)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  guint i;

  for (i = 0; i < n_fields; i++)
    {
      AtlasNumber share = number (fields[i].share);

      atlas_profile_builder_add_field (builder, ATLAS_PATENTS, fields[i].name,
                                       -1, &share, 40 + i);
    }
  g_ptr_array_add (profiles,
                   end_profile (builder, cluster, "China", 2024, 1, 1, 1, 1));
}

static const Share many[] = { { "Optics", 30 }, { "Engines", 12 } };
static const Share few[] = { { "OPTICS", 6 }, { "Biotechnology", 20 } };

static GPtrArray *
make_clusters (guint n)
{
  GPtrArray *profiles = new_profiles ();
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Cluster %u", i + 1);

      add_fields (profiles, name, i % 2 == 0 ? many : few, 2);
    }

  return profiles;
}

static const AtlasMark *
find_cell (const AtlasChartLayout *layout, const char *spoken)
{
  guint i;

  for (i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (layout, i);

      if (g_str_equal (mark->spoken, spoken))
        return mark;
    }

  g_assert_not_reached ();
}

/* What there is less of stands across: fields, of many clusters. */
static void
test_across (void)
{
  g_autoptr (GPtrArray) profiles = make_clusters (12);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_FIELDS, profiles, NULL);
  g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, 500);
  const AtlasMark *first =
      find_cell (layout, "Optics in Cluster 1: 30\302\240% of patents");
  const AtlasMark *second =
      find_cell (layout, "OPTICS in Cluster 2: 6\302\240% of patents");

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 24);
  g_assert_cmpfloat (first->x, ==, second->x);
  g_assert_cmpfloat (first->y, <, second->y);
}

/* Few clusters stand across themselves. */
static void
test_down (void)
{
  g_autoptr (GPtrArray) profiles = make_clusters (2);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_FIELDS, profiles, NULL);
  g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, 500);
  const AtlasMark *first =
      find_cell (layout, "Optics in Cluster 1: 30\302\240% of patents");
  const AtlasMark *second =
      find_cell (layout, "OPTICS in Cluster 2: 6\302\240% of patents");

  g_assert_cmpfloat (first->y, ==, second->y);
  g_assert_cmpfloat (first->x, <, second->x);
}

/* The larger a share, the stronger its cell. */
static void
test_strength (void)
{
  g_autoptr (GPtrArray) profiles = make_clusters (2);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_FIELDS, profiles, NULL);
  g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, 500);
  double strengths[101] = { 0 }, last = 0;
  guint i, n = 0;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_RECT)
        strengths[(int) atlas_chart_layout_get_mark (layout, n++)->value] =
            item->strength;
    }
  g_assert_cmpuint (n, ==, 4);
  for (i = 0; i <= 100; i++)
    if (strengths[i] > 0)
      {
        g_assert_cmpfloat (strengths[i], >, last);
        last = strengths[i];
      }
}

/* Those that name no fields are counted, not passed over. */
static void
test_hidden (void)
{
  g_autoptr (GPtrArray) profiles = make_clusters (3);
  g_autoptr (AtlasChart) chart = NULL;
  g_autofree char *note = NULL;

  add_fields (profiles, "Silent", NULL, 0);
  chart = make_chart_of (ATLAS_CHART_FIELDS, profiles, NULL);
  note = atlas_chart_dup_note (chart);
  g_assert_nonnull (strstr (note, "1 cluster without these figures"));
  assert_title (chart, "The strongest technology fields have a share of "
                       "30\302\240%");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/heat-map/across", test_across);
  g_test_add_func ("/heat-map/down", test_down);
  g_test_add_func ("/heat-map/strength", test_strength);
  g_test_add_func ("/heat-map/hidden", test_hidden);

  return g_test_run ();
}

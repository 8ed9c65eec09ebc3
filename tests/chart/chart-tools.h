/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"
#include "fixtures.h"

/* What the tests of single kinds of charts have in common. */

static inline AtlasChart *
make_chart_of (AtlasChartKind kind,
               const GPtrArray *profiles,
               const AtlasChartOptions *options)
{
  AtlasChart *chart =
      atlas_chart_new (kind, (const AtlasProfile *const *) profiles->pdata,
                       profiles->len, NULL, NULL);

  if (options != NULL)
    atlas_chart_set_options (chart, options);

  return chart;
}

/* Laid out at its natural height. */
static inline AtlasChartLayout *
lay_out_at (AtlasChart *chart, double width)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);

  return atlas_chart_layout (chart, &theme, width,
                             atlas_chart_measure (chart, &theme, width));
}

/* Adds a profile with applicants and publishers that have these shares. */
static inline void
add_cluster (GPtrArray *profiles,
             const char *cluster,
             int edition,
             double rank,
             double per_million,
             double share)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  Holder holders[] = { { "FIRST", 0, 0 },
                       { "SECOND", 40, 4 },
                       { "THIRD", 20, 2 } };
  AtlasKind kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      holders[0].count = 10 * share;
      holders[0].share = share;
      add_holders (builder, kind, holders, G_N_ELEMENTS (holders));
    }
  g_ptr_array_add (profiles,
                   end_profile (builder, cluster, "China", edition, rank, rank,
                                per_million, per_million * 10));
}

static inline GPtrArray *
new_profiles (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
}

/* The first text of a layout that begins so; NULL for none. */
static inline const AtlasItem *
find_text (const AtlasChartLayout *layout, const char *beginning)
{
  guint i;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_TEXT
          && g_str_has_prefix (item->text, beginning))
        return item;
    }

  return NULL;
}

static inline void
assert_title (AtlasChart *chart, const char *expected)
{
  g_autofree char *title = atlas_chart_dup_title (chart);

  g_assert_cmpstr (title, ==, expected);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-shares-private.h"

#include <string.h>

#include "atlas-fold.h"
#include "atlas-gettext.h"

/* The kinds that show who holds how much of a cluster's output. */

/* Narrower than this, the two tables stand one below the other. */
#define SIDE_BY_SIDE_WIDTH 400.0

/* A small multiple is about this wide. */
#define MULTIPLE_WIDTH 175.0

static gboolean
has_data (const AtlasChart *chart)
{
  guint i, kind;

  for (i = 0; i < chart->n_profiles; i++)
    for (kind = 0; kind < ATLAS_N_KINDS; kind++)
      if (atlas_shares_shows (chart, kind)
          && atlas_panel_has_data (chart->profiles[i], kind))
        return TRUE;

  return FALSE;
}

/* Panels side by side. Those of one cluster stand beside each other; small
 * multiples fill the width. */
static guint
count_columns (const AtlasChart *chart, double width, double unit)
{
  gboolean both = atlas_shares_shows_both (chart);
  guint n_columns = (guint) CLAMP (width / (MULTIPLE_WIDTH * unit), 1, 64);

  if (chart->kind != ATLAS_CHART_MULTIPLES)
    return both && width >= SIDE_BY_SIDE_WIDTH * unit ? 2 : 1;

  n_columns = MIN (n_columns, chart->n_profiles * (both ? 2 : 1));
  if (both && n_columns > 1)
    n_columns -= n_columns % 2;

  return n_columns;
}

typedef struct
{
  guint profile;
  double value;
  char *key;
} Place;

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_free (place->key);
}

/* The larger first, those without a value last. */
static int
compare_values (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;

  return one->profile < other->profile ? -1 : one->profile > other->profile;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;
  int order = strcmp (one->key, other->key);

  if (order != 0)
    return order;

  return one->profile < other->profile ? -1 : one->profile > other->profile;
}

/* The profiles in the order in which they are drawn. */
static GArray *
order_profiles (const AtlasChart *chart)
{
  AtlasKind kind = atlas_shares_shows (chart, ATLAS_PATENTS) ? ATLAS_PATENTS
                                                             : ATLAS_ARTICLES;
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  guint i, leader = 0;

  g_array_set_clear_func (places, place_clear);
  for (i = 0; i < chart->n_profiles; i++)
    {
      const AtlasProfile *profile = chart->profiles[i];
      Place place = { i, -1.0, NULL };

      if (atlas_shares_find_leader (chart, i, kind, &leader))
        place.value = profile->entries[kind][leader].share.value;
      place.key =
          atlas_fold_search (profile->cluster != NULL ? profile->cluster : "");
      g_array_append_val (places, place);
    }

  if (chart->options.order == ATLAS_ORDER_VALUE)
    g_array_sort (places, compare_values);
  else if (chart->options.order == ATLAS_ORDER_NAME)
    g_array_sort (places, compare_names);

  return places;
}

static AtlasPanelGrid *
create_grid (const AtlasChart *chart, double width, double unit)
{
  gboolean both = atlas_shares_shows_both (chart);
  g_autoptr (GArray) places = order_profiles (chart);
  AtlasPanelGrid *grid =
      atlas_panel_grid_new (count_columns (chart, width, unit));
  guint i, kind;

  grid->dense = chart->options.dense;
  for (i = 0; i < chart->n_profiles; i++)
    {
      for (kind = 0; kind < ATLAS_N_KINDS; kind++)
        {
          guint profile = g_array_index (places, Place, i).profile;
          AtlasPanel *panel;
          const char *title =
              kind == ATLAS_PATENTS ? _ ("Applicants") : _ ("Publishers");

          if (!atlas_shares_shows (chart, kind))
            continue;

          panel = atlas_panel_grid_add (grid, profile, kind);
          panel->accent =
              atlas_chart_get_ink (chart, profile, ATLAS_INK_ACCENT);
          panel->donut = chart->options.form == ATLAS_FORM_DONUT;
          if (chart->n_profiles > 1)
            panel->heading = atlas_chart_dup_cluster (chart, profile);
          if (both && chart->n_profiles > 1)
            panel->caption = g_strdup (title);
          else if (both)
            panel->heading = g_strdup (title);
        }
    }
  atlas_panel_grid_set_scale (grid, chart);
  atlas_panel_grid_tick_last_line (grid);

  return grid;
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  g_autoptr (AtlasPanelGrid) grid =
      create_grid (chart, width, theme->text_scale);

  return atlas_panel_grid_measure (grid, chart, text, theme, width);
}

static double
measure_most (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  g_autoptr (AtlasPanelGrid) grid =
      create_grid (chart, width, theme->text_scale);

  return atlas_panel_grid_measure_most (grid, chart, text, theme, width);
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  g_autoptr (AtlasPanelGrid) grid =
      create_grid (chart, body.width, layout->theme.text_scale);

  atlas_panel_grid_layout (grid, chart, layout, body);
}

static void
add_entry_row (const AtlasChart *chart,
               AtlasChartTable *table,
               guint profile,
               AtlasKind kind,
               guint index)
{
  const AtlasEntry *entry = &chart->profiles[profile]->entries[kind][index];
  g_autofree char *name = atlas_format_name (
      &chart->format, atlas_chart_get_entry_name (chart, profile, entry));
  g_autofree char *rank = atlas_format_number (&chart->format, &entry->rank);
  g_autofree char *count = atlas_format_number (&chart->format, &entry->count);
  g_autofree char *share = atlas_format_share (&chart->format, &entry->share);

  atlas_chart_table_add_value (
      table, rank,
      atlas_number_is_given (&entry->rank) ? entry->rank.value : NAN);
  atlas_chart_table_add_text (table, name);
  atlas_chart_table_add_value (
      table, count,
      atlas_number_is_given (&entry->count) ? entry->count.value : NAN);
  atlas_chart_table_add_value (
      table, share,
      atlas_number_is_given (&entry->share) ? entry->share.value : NAN);
  atlas_chart_table_add_value (table, "", NAN);
  atlas_chart_table_add_value (table, "", NAN);
}

static void
add_others_row (const AtlasChart *chart,
                AtlasChartTable *table,
                guint profile,
                AtlasKind kind)
{
  AtlasInterval others = chart->estimates[profile].others[kind];
  AtlasInterval number = atlas_panel_get_others_count (chart, profile, kind);
  g_autofree char *count = atlas_format_interval (&chart->format, number);
  g_autofree char *share =
      atlas_format_interval_percent (&chart->format, others);
  g_autofree char *low = atlas_format_percent (&chart->format, others.low, 2);
  g_autofree char *high = atlas_format_percent (&chart->format, others.high, 2);

  atlas_chart_table_add_value (table, "", NAN);
  atlas_chart_table_add_text (table, _ ("Others (estimate)"));
  atlas_chart_table_add_value (table, count, NAN);
  atlas_chart_table_add_value (table, share, NAN);
  atlas_chart_table_add_value (table, low, others.low);
  atlas_chart_table_add_value (table, high, others.high);
}

static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  guint i, j, kind;

  atlas_chart_table_add_column (table, _ ("Cluster"), FALSE);
  atlas_chart_table_add_column (table, _ ("Output"), FALSE);
  atlas_chart_table_add_column (table, _ ("Rank"), TRUE);
  atlas_chart_table_add_column (table, _ ("Organisation"), FALSE);
  atlas_chart_table_add_column (table, _ ("Number"), TRUE);
  atlas_chart_table_add_column (table, _ ("Share (%)"), TRUE);
  atlas_chart_table_add_column (table, _ ("Share at least (%)"), TRUE);
  atlas_chart_table_add_column (table, _ ("Share at most (%)"), TRUE);

  for (i = 0; i < chart->n_profiles; i++)
    for (kind = 0; kind < ATLAS_N_KINDS; kind++)
      {
        const AtlasProfile *profile = chart->profiles[i];
        g_autofree char *cluster = atlas_chart_dup_cluster (chart, i);
        gboolean others =
            atlas_interval_is_known (chart->estimates[i].others[kind]);

        if (!atlas_shares_shows (chart, kind))
          continue;

        for (j = 0; j < profile->n_entries[kind] + (others ? 1 : 0); j++)
          {
            atlas_chart_table_add_row (table);
            atlas_chart_table_add_text (table, cluster);
            atlas_chart_table_add_text (table,
                                        atlas_chart_get_kind_title (kind));
            if (j < profile->n_entries[kind])
              add_entry_row (chart, table, i, kind, j);
            else
              add_others_row (chart, table, i, kind);
          }
      }
}

const AtlasChartClass atlas_chart_applicants_class = {
  .nick = "applicants",
  .has_data = has_data,
  .dup_title = atlas_shares_dup_title,
  .dup_subtitle = atlas_shares_dup_subtitle,
  .dup_note = atlas_shares_dup_note,
  .measure_body = measure_body,
  .measure_most = measure_most,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

const AtlasChartClass atlas_chart_publishers_class = {
  .nick = "publishers",
  .has_data = has_data,
  .dup_title = atlas_shares_dup_title,
  .dup_subtitle = atlas_shares_dup_subtitle,
  .dup_note = atlas_shares_dup_note,
  .measure_body = measure_body,
  .measure_most = measure_most,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

const AtlasChartClass atlas_chart_shares_class = {
  .nick = "shares",
  .has_data = has_data,
  .dup_title = atlas_shares_dup_title,
  .dup_subtitle = atlas_shares_dup_subtitle,
  .dup_note = atlas_shares_dup_note,
  .measure_body = measure_body,
  .measure_most = measure_most,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

const AtlasChartClass atlas_chart_multiples_class = {
  .nick = "multiples",
  .has_data = has_data,
  .dup_title = atlas_shares_dup_title,
  .dup_subtitle = atlas_shares_dup_subtitle,
  .dup_note = atlas_shares_dup_note,
  .measure_body = measure_body,
  .measure_most = measure_most,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

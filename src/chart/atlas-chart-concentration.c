/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-concentration-private.h"
#include "atlas-fold.h"

#include "atlas-gettext.h"
#include <string.h>

/* Strips from 0 to 100 percent: the first holder, the second, the third, and
 * what is left; one line for each cluster, sorted. */

gboolean
atlas_concentration_uses_top_three (const AtlasChart *chart)
{
  return chart->options.measure == ATLAS_MEASURE_TOP_THREE;
}

/* What a line is sorted by and labelled with. */
AtlasInterval
atlas_concentration_get_value (const AtlasChart *chart,
                               guint profile,
                               AtlasKind kind)
{
  const AtlasProfile *shown = chart->profiles[profile];

  if (atlas_concentration_uses_top_three (chart))
    return chart->estimates[profile].cr3[kind];

  if (shown->n_entries[kind] == 0
      || !atlas_number_is_given (&shown->entries[kind][0].share))
    return ATLAS_INTERVAL_NONE;

  return (AtlasInterval){ shown->entries[kind][0].share.value,
                          shown->entries[kind][0].share.value };
}

gboolean
atlas_concentration_is_known (const AtlasChart *chart,
                              guint profile,
                              AtlasKind kind)
{
  return atlas_chart_shows (chart, kind)
         && atlas_interval_is_known (
             atlas_concentration_get_value (chart, profile, kind));
}

static gboolean
has_data (const AtlasChart *chart)
{
  guint i;

  for (i = 0; i < chart->n_profiles; i++)
    if (atlas_concentration_is_known (chart, i, ATLAS_PATENTS)
        || atlas_concentration_is_known (chart, i, ATLAS_ARTICLES))
      return TRUE;

  return FALSE;
}

char *
atlas_concentration_dup_value (const AtlasChart *chart,
                               guint profile,
                               AtlasKind kind)
{
  if (!atlas_concentration_is_known (chart, profile, kind))
    return atlas_format_interval_percent (&chart->format, ATLAS_INTERVAL_NONE);

  if (atlas_concentration_uses_top_three (chart))
    return atlas_format_interval_percent (
        &chart->format, atlas_concentration_get_value (chart, profile, kind));

  return atlas_format_share (&chart->format,
                             &chart->profiles[profile]->entries[kind][0].share);
}

static void
line_clear (gpointer data)
{
  AtlasConcentrationLine *line = data;

  g_free (line->key);
}

static int
compare_by_value (gconstpointer a, gconstpointer b)
{
  const AtlasConcentrationLine *one = a, *other = b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;

  return strcmp (one->key, other->key);
}

static int
compare_by_name (gconstpointer a, gconstpointer b)
{
  const AtlasConcentrationLine *one = a, *other = b;
  int order = strcmp (one->key, other->key);

  return order != 0 ? order : (int) one->profile - (int) other->profile;
}

/* The output that the lines are sorted by. */
static AtlasKind
get_sort_kind (const AtlasChart *chart)
{
  return atlas_chart_shows (chart, ATLAS_PATENTS) ? ATLAS_PATENTS
                                                  : ATLAS_ARTICLES;
}

/* The clusters that have a value, the most concentrated first. */
GArray *
atlas_concentration_create_lines (const AtlasChart *chart)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (AtlasConcentrationLine));
  AtlasKind kind = get_sort_kind (chart);
  guint i;

  g_array_set_clear_func (lines, line_clear);
  for (i = 0; i < chart->n_profiles; i++)
    {
      const char *cluster = chart->profiles[i]->cluster;
      AtlasConcentrationLine line = { i, -1.0, NULL };

      if (!atlas_concentration_is_known (chart, i, ATLAS_PATENTS)
          && !atlas_concentration_is_known (chart, i, ATLAS_ARTICLES))
        continue;

      if (atlas_concentration_is_known (chart, i, kind))
        line.value = atlas_concentration_get_value (chart, i, kind).low;
      line.key = atlas_fold_search (cluster != NULL ? cluster : "");
      g_array_append_val (lines, line);
    }

  if (chart->options.order == ATLAS_ORDER_NAME)
    g_array_sort (lines, compare_by_name);
  else if (chart->options.order != ATLAS_ORDER_GIVEN)
    g_array_sort (lines, compare_by_value);

  return lines;
}

/* The same, as far as rounding allows to say. */
static AtlasInterval
get_bounds (const AtlasChart *chart, guint profile, gconstpointer data)
{
  const AtlasProfile *shown = chart->profiles[profile];
  AtlasKind kind = get_sort_kind (chart);
  AtlasInterval bounds = atlas_concentration_get_value (chart, profile, kind);

  if (!atlas_concentration_uses_top_three (chart)
      && atlas_interval_is_known (bounds))
    atlas_number_get_bounds (&shown->entries[kind][0].share, &bounds.low,
                             &bounds.high);

  return bounds;
}

static char *
dup_title_of_several (const AtlasChart *chart, const GArray *most)
{
  g_autofree char *clusters = atlas_chart_dup_cluster_list (chart, most);

  return g_strdup_printf (
      get_sort_kind (chart) == ATLAS_PATENTS
          /* Translators: clusters that cannot be told apart, or how many */
          ? _ ("Patents are most concentrated in %s")
          /* Translators: clusters that cannot be told apart, or how many */
          : _ ("Articles are most concentrated in %s"),
      clusters);
}

static char *
dup_title (const AtlasChart *chart)
{
  g_autoptr (GArray) most = atlas_chart_find_highest (chart, get_bounds, NULL);
  AtlasKind kind = get_sort_kind (chart);
  g_autofree char *cluster = NULL;
  g_autofree char *share = NULL;

  if (most->len == 0)
    return g_strdup (_ ("Concentration of the clusters"));
  if (most->len > 1)
    return dup_title_of_several (chart, most);

  cluster = atlas_chart_dup_cluster (chart, g_array_index (most, guint, 0));
  share = atlas_concentration_dup_value (chart, g_array_index (most, guint, 0),
                                         kind);

  if (atlas_concentration_uses_top_three (chart))
    return g_strdup_printf (
        kind == ATLAS_PATENTS
            /* Translators: cluster, share */
            ? _ ("Three applicants hold %2$s of the patents of %1$s, more "
                 "than in any other cluster")
            /* Translators: cluster, share */
            : _ ("Three publishers hold %2$s of the articles of %1$s, more "
                 "than in any other cluster"),
        cluster, share);

  return g_strdup_printf (
      kind == ATLAS_PATENTS
          /* Translators: cluster, share */
          ? _ ("Patents are most concentrated in %1$s: one applicant holds "
               "%2$s")
          /* Translators: cluster, share */
          : _ ("Articles are most concentrated in %1$s: one publisher holds "
               "%2$s"),
      cluster, share);
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  g_autofree char *places = atlas_chart_dup_places (chart);
  g_autofree char *editions = atlas_chart_dup_editions (chart);

  return g_strdup_printf (
      atlas_concentration_uses_top_three (chart)
          /* Translators: places, edition */
          ? _ ("Share of the three largest organisations, sorted by their "
               "sum, %1$s, five years, %2$s")
          /* Translators: places, edition */
          : _ ("Share of the three largest organisations, sorted by the "
               "first, %1$s, five years, %2$s"),
      places, editions);
}

static char *
dup_note (const AtlasChart *chart)
{
  g_autoptr (GArray) lines = atlas_concentration_create_lines (chart);
  guint hidden = chart->n_profiles - lines->len;
  GString *note =
      g_string_new (_ ("Coloured: the first organisation; grey: the second "
                       "and the third; empty: all others."));

  if (atlas_concentration_uses_top_three (chart))
    {
      g_string_append_c (note, ' ');
      g_string_append (
          note, _ ("Sums are estimated (≈) from counts and rounded shares; of "
                   "articles they are at most that, since an article can "
                   "count for several organisations."));
    }
  if (hidden > 0)
    {
      g_string_append_c (note, ' ');
      g_string_append_printf (
          note,
          ngettext ("%u cluster without these figures is not drawn.",
                    "%u clusters without these figures are not drawn.", hidden),
          hidden);
    }

  return g_string_free (note, FALSE);
}

static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  g_autoptr (GArray) lines = atlas_concentration_create_lines (chart);
  guint i, kind;

  atlas_chart_table_add_column (table, _ ("Cluster"), FALSE);
  atlas_chart_table_add_column (table, _ ("First applicant (%)"), TRUE);
  atlas_chart_table_add_column (table, _ ("Top three applicants (%)"), TRUE);
  atlas_chart_table_add_column (table, _ ("First publisher (%)"), TRUE);
  atlas_chart_table_add_column (table, _ ("Top three publishers, at most (%)"),
                                TRUE);

  for (i = 0; i < lines->len; i++)
    {
      guint profile = g_array_index (lines, AtlasConcentrationLine, i).profile;
      const AtlasProfile *shown = chart->profiles[profile];
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, cluster);
      for (kind = 0; kind < ATLAS_N_KINDS; kind++)
        {
          AtlasNumber none = ATLAS_NUMBER_INIT;
          const AtlasNumber *share = shown->n_entries[kind] > 0
                                         ? &shown->entries[kind][0].share
                                         : &none;
          AtlasInterval three = chart->estimates[profile].cr3[kind];
          g_autofree char *first = atlas_format_share (&chart->format, share);
          g_autofree char *sum =
              atlas_format_interval_percent (&chart->format, three);

          atlas_chart_table_add_value (
              table, first, atlas_number_is_given (share) ? share->value : NAN);
          atlas_chart_table_add_value (table, sum,
                                       (three.low + three.high) / 2);
        }
    }
}

const AtlasChartClass atlas_chart_concentration_class = {
  .nick = "concentration",
  .has_data = has_data,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = atlas_concentration_measure,
  .measure_most = atlas_concentration_measure_most,
  .layout_body = atlas_concentration_layout,
  .fill_table = fill_table,
};

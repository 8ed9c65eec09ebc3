/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-compare-private.h"

#include "atlas-gettext.h"

/* One line of the table of differences: a printed number, or an estimate. */
typedef struct
{
  const char *label;
  const AtlasNumber *(*get_number) (const AtlasProfile *profile);
  AtlasInterval (*get_estimate) (const AtlasEstimates *estimates);
  gboolean percent;
  AtlasKind kind;
} Figure;

static const AtlasNumber *
get_first_share (const AtlasProfile *profile, AtlasKind kind)
{
  static const AtlasNumber missing = ATLAS_NUMBER_INIT;

  return profile->n_entries[kind] > 0 ? &profile->entries[kind][0].share
                                      : &missing;
}

static const AtlasNumber *
get_first_applicant (const AtlasProfile *profile)
{
  return get_first_share (profile, ATLAS_PATENTS);
}

static const AtlasNumber *
get_first_publisher (const AtlasProfile *profile)
{
  return get_first_share (profile, ATLAS_ARTICLES);
}

static const AtlasNumber *
get_patents_per_million (const AtlasProfile *profile)
{
  return &profile->per_million[ATLAS_PATENTS];
}

static const AtlasNumber *
get_articles_per_million (const AtlasProfile *profile)
{
  return &profile->per_million[ATLAS_ARTICLES];
}

static const AtlasNumber *
get_patents_together (const AtlasProfile *profile)
{
  return &profile->collaboration[ATLAS_PATENTS];
}

static const AtlasNumber *
get_articles_together (const AtlasProfile *profile)
{
  return &profile->collaboration[ATLAS_ARTICLES];
}

static AtlasInterval
get_three_applicants (const AtlasEstimates *estimates)
{
  return estimates->cr3[ATLAS_PATENTS];
}

static AtlasInterval
get_three_publishers (const AtlasEstimates *estimates)
{
  return estimates->cr3[ATLAS_ARTICLES];
}

static AtlasInterval
get_patents (const AtlasEstimates *estimates)
{
  return estimates->total_joint[ATLAS_PATENTS];
}

static AtlasInterval
get_articles (const AtlasEstimates *estimates)
{
  return estimates->total_joint[ATLAS_ARTICLES];
}

static const Figure figures[] = {
  { N_ ("Share of the first applicant"), get_first_applicant, NULL, TRUE,
    ATLAS_PATENTS },
  { N_ ("Share of the three largest applicants"), NULL, get_three_applicants,
    TRUE, ATLAS_PATENTS },
  { N_ ("Share of the first publisher"), get_first_publisher, NULL, TRUE,
    ATLAS_ARTICLES },
  { N_ ("Share of the three largest publishers, at most"), NULL,
    get_three_publishers, TRUE, ATLAS_ARTICLES },
  { N_ ("Patents in five years"), NULL, get_patents, FALSE, ATLAS_PATENTS },
  { N_ ("Articles in five years"), NULL, get_articles, FALSE, ATLAS_ARTICLES },
  { N_ ("PCT applications per million inhabitants"), get_patents_per_million,
    NULL, FALSE, ATLAS_PATENTS },
  { N_ ("Articles per million inhabitants"), get_articles_per_million, NULL,
    FALSE, ATLAS_ARTICLES },
  { N_ ("Patents in collaboration"), get_patents_together, NULL, TRUE,
    ATLAS_PATENTS },
  { N_ ("Articles in collaboration"), get_articles_together, NULL, TRUE,
    ATLAS_ARTICLES },
};

/* What is known of a figure: an estimate, or what rounding left of a printed
 * number. */
static AtlasInterval
get_interval (const AtlasChart *chart, const Figure *figure, guint profile)
{
  AtlasInterval interval;

  if (figure->get_estimate != NULL)
    return figure->get_estimate (&chart->estimates[profile]);

  if (!atlas_number_get_bounds (figure->get_number (chart->profiles[profile]),
                                &interval.low, &interval.high))
    return ATLAS_INTERVAL_NONE;

  return interval;
}

AtlasInterval
atlas_compare_get_interval (const AtlasChart *chart,
                            AtlasFigure figure,
                            guint profile)
{
  return get_interval (chart, &figures[figure], profile);
}

gboolean
atlas_compare_has_figures (const AtlasChart *chart)
{
  guint i, j;

  for (i = 0; i < atlas_compare_count (chart); i++)
    for (j = 0; j < G_N_ELEMENTS (figures); j++)
      if (atlas_chart_shows (chart, figures[j].kind)
          && atlas_interval_is_known (get_interval (chart, &figures[j], i)))
        return TRUE;

  return FALSE;
}

static AtlasInterval
subtract (AtlasInterval a, AtlasInterval b)
{
  if (!atlas_interval_is_known (a) || !atlas_interval_is_known (b))
    return ATLAS_INTERVAL_NONE;

  return (AtlasInterval){ a.low - b.high, a.high - b.low };
}

static void
add_number (const AtlasChart *chart,
            AtlasChartTable *table,
            const Figure *figure,
            const AtlasNumber *number)
{
  g_autofree char *text = figure->percent
                              ? atlas_format_share (&chart->format, number)
                              : atlas_format_number (&chart->format, number);

  atlas_chart_table_add_value (
      table, text, atlas_number_is_given (number) ? number->value : NAN);
}

/* A printed value is shown as it was printed; an estimate as an interval. */
static void
add_figure (const AtlasChart *chart,
            AtlasChartTable *table,
            const Figure *figure,
            guint profile)
{
  AtlasInterval value = get_interval (chart, figure, profile);
  g_autofree char *text = NULL;

  if (figure->get_number != NULL)
    {
      add_number (chart, table, figure,
                  figure->get_number (chart->profiles[profile]));
      return;
    }

  text = figure->percent ? atlas_format_interval_percent (&chart->format, value)
                         : atlas_format_interval (&chart->format, value);
  /* an interval is no single number */
  atlas_chart_table_add_text (table, text);
}

static void
add_difference (const AtlasChart *chart,
                AtlasChartTable *table,
                const Figure *figure,
                guint profile)
{
  AtlasInterval difference = subtract (get_interval (chart, figure, profile),
                                       get_interval (chart, figure, 0));
  g_autofree char *text =
      atlas_format_difference (&chart->format, difference, figure->percent);

  atlas_chart_table_add_text (table, text);
}

void
atlas_compare_fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  guint i, j, n = atlas_compare_count (chart);

  atlas_chart_table_add_column (table, _ ("Figure"), FALSE);
  for (i = 0; i < n; i++)
    {
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, i);

      atlas_chart_table_add_column (table, cluster, TRUE);
      if (i > 0)
        atlas_chart_table_add_column (table, _ ("Difference"), TRUE);
    }

  for (j = 0; j < G_N_ELEMENTS (figures); j++)
    {
      if (!atlas_chart_shows (chart, figures[j].kind))
        continue;

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, _ (figures[j].label));
      for (i = 0; i < n; i++)
        {
          add_figure (chart, table, &figures[j], i);
          if (i > 0)
            add_difference (chart, table, &figures[j], i);
        }
    }
}

AtlasChartTable *
atlas_compare_create_narrow_table (const AtlasChart *chart, AtlasKind kind)
{
  AtlasChartTable *table = atlas_chart_table_new ();
  guint i, j;

  atlas_chart_table_add_column (table, atlas_chart_get_kind_title (kind),
                                FALSE);
  atlas_chart_table_add_column (table, _ ("Value"), TRUE);
  atlas_chart_table_add_column (table, _ ("Difference"), TRUE);

  for (j = 0; j < G_N_ELEMENTS (figures); j++)
    {
      if (figures[j].kind != kind)
        continue;

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, _ (figures[j].label));
      atlas_chart_table_add_text (table, "");
      atlas_chart_table_add_text (table, "");
      for (i = 0; i < atlas_compare_count (chart); i++)
        {
          g_autofree char *cluster = atlas_chart_dup_cluster (chart, i);

          atlas_chart_table_add_row (table);
          atlas_chart_table_add_text (table, cluster);
          add_figure (chart, table, &figures[j], i);
          if (i > 0)
            add_difference (chart, table, &figures[j], i);
          else
            atlas_chart_table_add_text (table, "");
        }
    }

  return table;
}

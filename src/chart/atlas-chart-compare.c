/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-grid.h"
#include "atlas-chart-panel.h"

#include "atlas-gettext.h"

/* Clusters that can be told apart side by side. */
#define MIN_COMPARED 2
#define MAX_COMPARED 6

/* A panel is about this wide. */
#define PANEL_WIDTH 180.0

#define TABLE_GAP 16.0

/* One line of the table of differences: a printed number, or an estimate. */
typedef struct
{
  const char *label;
  const AtlasNumber *(*get_number) (const AtlasProfile *profile);
  AtlasInterval (*get_estimate) (const AtlasEstimates *estimates);
  gboolean percent;
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
  { N_ ("Share of the first applicant"), get_first_applicant, NULL, TRUE },
  { N_ ("Share of the three largest applicants"), NULL, get_three_applicants,
    TRUE },
  { N_ ("Share of the first publisher"), get_first_publisher, NULL, TRUE },
  { N_ ("Share of the three largest publishers, at most"), NULL,
    get_three_publishers, TRUE },
  { N_ ("Patents in five years"), NULL, get_patents, FALSE },
  { N_ ("Articles in five years"), NULL, get_articles, FALSE },
  { N_ ("PCT applications per million inhabitants"), get_patents_per_million,
    NULL, FALSE },
  { N_ ("Articles per million inhabitants"), get_articles_per_million, NULL,
    FALSE },
  { N_ ("Patents in collaboration"), get_patents_together, NULL, TRUE },
  { N_ ("Articles in collaboration"), get_articles_together, NULL, TRUE },
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

static guint
count_compared (const AtlasChart *chart)
{
  return MIN (chart->n_profiles, MAX_COMPARED);
}

static gboolean
has_data (const AtlasChart *chart)
{
  guint i, j;

  if (chart->n_profiles < MIN_COMPARED)
    return FALSE;

  for (i = 0; i < count_compared (chart); i++)
    for (j = 0; j < G_N_ELEMENTS (figures); j++)
      if (atlas_interval_is_known (get_interval (chart, &figures[j], i)))
        return TRUE;

  return FALSE;
}

static char *
dup_missing (const AtlasChart *chart)
{
  return g_strdup (
      chart->n_profiles < MIN_COMPARED
          ? _ ("Choose two to six clusters to compare them")
          : _ ("The source gives no figures to compare these clusters by"));
}

/* The cluster whose figure is above that of every other for certain. */
static gboolean
find_certain_highest (const AtlasChart *chart,
                      const Figure *figure,
                      guint *highest)
{
  guint i, n = count_compared (chart), best = 0;
  double low = -INFINITY;

  for (i = 0; i < n; i++)
    {
      AtlasInterval value = get_interval (chart, figure, i);

      if (!atlas_interval_is_known (value))
        return FALSE;
      if (value.low > low)
        {
          low = value.low;
          best = i;
        }
    }

  for (i = 0; i < n; i++)
    if (i != best && get_interval (chart, figure, i).high >= low)
      return FALSE;

  *highest = best;

  return TRUE;
}

static char *
dup_title (const AtlasChart *chart)
{
  g_autofree char *patents = NULL;
  g_autofree char *articles = NULL;
  guint by_patents = 0, by_articles = 0;
  gboolean patents_known =
      find_certain_highest (chart, &figures[0], &by_patents);
  gboolean articles_known =
      find_certain_highest (chart, &figures[2], &by_articles);

  patents = atlas_chart_dup_cluster (chart, by_patents);
  articles = atlas_chart_dup_cluster (chart, by_articles);

  if (patents_known && articles_known && by_patents == by_articles)
    /* Translators: a cluster */
    return g_strdup_printf (_ ("%s leans most on its first organisation, in "
                               "patents and in articles"),
                            patents);
  if (patents_known && articles_known)
    /* Translators: two clusters */
    return g_strdup_printf (_ ("%1$s leans most on its first applicant, %2$s "
                               "on its first publisher"),
                            patents, articles);
  if (patents_known)
    /* Translators: a cluster */
    return g_strdup_printf (_ ("%s leans most on its first applicant"),
                            patents);
  if (articles_known)
    /* Translators: a cluster */
    return g_strdup_printf (_ ("%s leans most on its first publisher"),
                            articles);

  return g_strdup (
      _ ("Which cluster leans most on its first organisation cannot be told"));
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *editions = atlas_chart_dup_editions (chart);
  g_autofree char *list = NULL;
  guint i;

  for (i = 0; i < count_compared (chart); i++)
    g_ptr_array_add (names, atlas_chart_dup_cluster (chart, i));
  list = atlas_format_list (&chart->format, (const char *const *) names->pdata,
                            names->len);

  /* Translators: clusters, edition */
  return g_strdup_printf (_ ("Share and number of patents by applicant and of "
                             "articles by publisher, %1$s, five years, %2$s"),
                          list, editions);
}

static char *
dup_note (const AtlasChart *chart)
{
  g_autofree char *first = atlas_chart_dup_cluster (chart, 0);
  GString *note = g_string_new (NULL);

  /* Translators: %s is a cluster */
  g_string_append_printf (note,
                          _ ("Differences are to %s, as far as rounded figures "
                             "allow; hatched: all others, estimated (≈)."),
                          first);
  if (chart->n_profiles > MAX_COMPARED)
    {
      g_string_append_c (note, ' ');
      g_string_append_printf (
          note,
          ngettext ("The first %1$d of %2$u cluster is shown.",
                    "The first %1$d of %2$u clusters are shown.",
                    chart->n_profiles),
          MAX_COMPARED, chart->n_profiles);
    }

  return g_string_free (note, FALSE);
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
  atlas_chart_table_add_value (
      table, text, isinf (value.high) ? NAN : (value.low + value.high) / 2);
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

  atlas_chart_table_add_value (table, text, NAN);
}

static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  guint i, j, n = count_compared (chart);

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

static AtlasPanelGrid *
create_grid (const AtlasChart *chart, double width, double unit)
{
  guint n = count_compared (chart), i, kind;
  guint n_columns = (guint) CLAMP (width / (PANEL_WIDTH * unit), 1, n);
  AtlasPanelGrid *grid;

  /* no last line of one panel where the lines can be even */
  while (n_columns > 2 && n % n_columns == 1)
    n_columns--;
  grid = atlas_panel_grid_new (n_columns);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < n; i++)
      {
        AtlasPanel *panel;

        if (!atlas_chart_shows (chart, kind))
          continue;

        panel = atlas_panel_grid_add (grid, i, kind);
        panel->heading = atlas_chart_dup_cluster (chart, i);
        panel->caption = g_strdup (atlas_chart_get_kind_title (kind));
        panel->accent = atlas_ink_series (i);
      }
  atlas_panel_grid_set_scale (grid, chart);

  return grid;
}

static AtlasChartTable *
create_table (const AtlasChart *chart)
{
  AtlasChartTable *table = atlas_chart_table_new ();

  fill_table (chart, table);

  return table;
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1);
  g_autoptr (AtlasPanelGrid) grid = create_grid (chart, width, unit);
  g_autoptr (AtlasChartTable) table = NULL;
  double height = atlas_panel_grid_measure (grid, chart, text, theme, width);

  /* A page that has the figure has the table too. */
  if (chart->options.bare)
    return height;

  table = create_table (chart);
  return height + TABLE_GAP * unit
         + atlas_grid_measure (table, text, width, unit);
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1), used;
  g_autoptr (AtlasPanelGrid) grid = create_grid (chart, body.width, unit);
  g_autoptr (AtlasChartTable) table = NULL;

  atlas_panel_grid_layout (grid, chart, layout, body);
  if (chart->options.bare)
    return;

  used = atlas_panel_grid_measure (grid, chart, layout->text, &layout->theme,
                                   body.width)
         + TABLE_GAP * unit;
  table = create_table (chart);
  body.y += used;
  body.height -= used;
  atlas_grid_layout (table, layout, body, unit);
}

const AtlasChartClass atlas_chart_compare_class = {
  .nick = "compare",
  .has_data = has_data,
  .dup_missing = dup_missing,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

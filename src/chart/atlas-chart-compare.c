/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-compare-private.h"
#include "atlas-chart-panel.h"

#include "atlas-gettext.h"

/* Clusters that can be told apart side by side. */
#define MIN_COMPARED 2
#define MAX_COMPARED 6

/* A panel is about this wide. */
#define PANEL_WIDTH 180.0

#define TABLE_GAP 16.0

guint
atlas_compare_count (const AtlasChart *chart)
{
  return MIN (chart->n_profiles, MAX_COMPARED);
}

static gboolean
has_data (const AtlasChart *chart)
{
  return chart->n_profiles >= MIN_COMPARED && atlas_compare_has_figures (chart);
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
                      AtlasFigure figure,
                      guint *highest)
{
  guint i, n = atlas_compare_count (chart), best = 0;
  double low = -INFINITY;

  for (i = 0; i < n; i++)
    {
      AtlasInterval value = atlas_compare_get_interval (chart, figure, i);

      if (!atlas_interval_is_known (value))
        return FALSE;
      if (value.low > low)
        {
          low = value.low;
          best = i;
        }
    }

  for (i = 0; i < n; i++)
    if (i != best && atlas_compare_get_interval (chart, figure, i).high >= low)
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
      atlas_chart_shows (chart, ATLAS_PATENTS)
      && find_certain_highest (chart, ATLAS_FIGURE_FIRST_APPLICANT,
                               &by_patents);
  gboolean articles_known =
      atlas_chart_shows (chart, ATLAS_ARTICLES)
      && find_certain_highest (chart, ATLAS_FIGURE_FIRST_PUBLISHER,
                               &by_articles);

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

  for (i = 0; i < atlas_compare_count (chart); i++)
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

/* Which panels stand side by side: all clusters where there is room for all of
 * them, else the two outputs of each. */
static guint
count_columns (const AtlasChart *chart, double width, double unit)
{
  guint n = atlas_compare_count (chart);
  guint n_columns = (guint) CLAMP (width / (PANEL_WIDTH * unit), 1, n);

  if (n_columns < n && chart->options.output == ATLAS_CHART_BOTH)
    return MIN (n_columns, ATLAS_N_KINDS);

  /* no last line of one panel where the lines can be even */
  while (n_columns > 2 && n % n_columns == 1)
    n_columns--;

  return n_columns;
}

static void
add_panel (AtlasPanelGrid *grid,
           const AtlasChart *chart,
           guint profile,
           AtlasKind kind)
{
  AtlasPanel *panel = atlas_panel_grid_add (grid, profile, kind);

  panel->heading = atlas_chart_dup_cluster (chart, profile);
  panel->caption = g_strdup (atlas_chart_get_kind_title (kind));
  panel->accent = atlas_ink_series (profile);
}

/* Each cluster in a line of its own, patents beside articles, one scale named
 * below the last. */
static AtlasPanelGrid *
create_dense_grid (const AtlasChart *chart)
{
  guint n = atlas_compare_count (chart);
  AtlasPanelGrid *grid = atlas_panel_grid_new (
      chart->options.output == ATLAS_CHART_BOTH ? ATLAS_N_KINDS : 1);

  grid->dense = TRUE;
  for (guint i = 0; i < n; i++)
    for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
      {
        g_autofree char *cluster = atlas_chart_dup_cluster (chart, i);
        AtlasPanel *panel;

        if (!atlas_chart_shows (chart, kind))
          continue;

        panel = atlas_panel_grid_add (grid, i, kind);
        panel->heading = g_strconcat (cluster, " · ",
                                      atlas_chart_get_kind_title (kind), NULL);
        panel->accent = atlas_ink_series (i);
        panel->ticks = i + 1 == n;
      }
  atlas_panel_grid_set_scale (grid, chart);

  return grid;
}

static AtlasPanelGrid *
create_grid (const AtlasChart *chart, double width, double unit)
{
  guint n = atlas_compare_count (chart), i;
  guint n_columns = count_columns (chart, width, unit);
  gboolean by_cluster = n_columns < n;
  AtlasPanelGrid *grid = atlas_panel_grid_new (n_columns);

  if (chart->options.dense)
    {
      atlas_panel_grid_free (grid);
      return create_dense_grid (chart);
    }

  for (i = 0; i < n * ATLAS_N_KINDS; i++)
    {
      guint profile = by_cluster ? i / ATLAS_N_KINDS : i % n;
      AtlasKind kind = (AtlasKind) (by_cluster ? i % ATLAS_N_KINDS : i / n);

      if (atlas_chart_shows (chart, kind))
        add_panel (grid, chart, profile, kind);
    }
  atlas_panel_grid_set_scale (grid, chart);
  atlas_panel_grid_tick_last_line (grid);

  return grid;
}

/* Height of the table and the gap above it. A page that has the figure has the
 * table too. */
static double
measure_table (const AtlasChart *chart,
               AtlasText *text,
               double width,
               double unit)
{
  if (chart->options.bare)
    return 0.0;

  return TABLE_GAP * unit
         + atlas_compare_measure_table (chart, text, width, unit);
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1);
  g_autoptr (AtlasPanelGrid) grid = create_grid (chart, width, unit);

  return atlas_panel_grid_measure (grid, chart, text, theme, width)
         + measure_table (chart, text, width, unit);
}

static double
measure_most (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1);
  g_autoptr (AtlasPanelGrid) grid = create_grid (chart, width, unit);

  return atlas_panel_grid_measure_most (grid, chart, text, theme, width)
         + measure_table (chart, text, width, unit);
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  double table = measure_table (chart, layout->text, body.width, unit);
  g_autoptr (AtlasPanelGrid) grid = create_grid (chart, body.width, unit);

  body.height -= table;
  atlas_panel_grid_layout (grid, chart, layout, body);
  if (table <= 0)
    return;

  atlas_compare_layout_table (
      chart, layout,
      atlas_box (body.x, body.y + body.height + TABLE_GAP * unit, body.width,
                 table - TABLE_GAP * unit),
      unit);
}

const AtlasChartClass atlas_chart_compare_class = {
  .nick = "compare",
  .has_data = has_data,
  .dup_missing = dup_missing,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .measure_most = measure_most,
  .layout_body = layout_body,
  .fill_table = atlas_compare_fill_table,
};

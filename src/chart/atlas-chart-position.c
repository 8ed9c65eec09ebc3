/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-position-private.h"

#include "atlas-gettext.h"

/* Measures in points at a text scale of 1. */
#define SMALL_DOT_SIZE 5.0

/* Up to the one number of dots they have their full size, from the other on the
 * small one. */
#define FEW_DOTS 60
#define MANY_DOTS 500

/* Height of the field of dots, over its width; the flattest is still wide
 * enough apart for labels. */
#define ASPECT 0.62
#define LEAST_ASPECT 0.3
#define MIN_FIELD 120.0

/* A field that high is enough however wide it is: without such an end, a chart
 * could not fit by being drawn smaller, and would be drawn as a dot. */
#define ENOUGH_FIELD 180.0

/* A scale is logarithmic where the highest is this many times the lowest. */
#define LOG_RATIO 12.0

#define N_TICKS 5

#define AXIS(member) (G_STRUCT_OFFSET (AtlasProfile, member))

static const AtlasPositionAxis per_million[2] = {
  { N_ ("PCT applications per million inhabitants"),
    N_ ("PCT applications per million inhabitants"), FALSE,
    AXIS (per_million[ATLAS_PATENTS]) },
  { N_ ("Articles per million inhabitants"),
    N_ ("Articles per million inhabitants"), FALSE,
    AXIS (per_million[ATLAS_ARTICLES]) },
};

static const AtlasPositionAxis ranks[2] = {
  { N_ ("World rank by size, the first at the end"), N_ ("Rank by size"), TRUE,
    AXIS (rank) },
  { N_ ("World rank by intensity, the first at the top"),
    N_ ("Rank by intensity"), TRUE, AXIS (intensity_rank) },
};

const AtlasPositionAxis *
atlas_position_get_axes (const AtlasChart *chart)
{
  return chart->options.measure == ATLAS_MEASURE_RANKS ? ranks : per_million;
}

const AtlasNumber *
atlas_position_get_number (const AtlasChart *chart, guint profile, guint axis)
{
  const AtlasPositionAxis *axes = atlas_position_get_axes (chart);

  return (const AtlasNumber *) G_STRUCT_MEMBER_P (chart->profiles[profile],
                                                  axes[axis].offset);
}

gboolean
atlas_position_is_drawn (const AtlasChart *chart, guint profile)
{
  return atlas_number_is_given (atlas_position_get_number (chart, profile, 0))
         && atlas_number_is_given (
             atlas_position_get_number (chart, profile, 1));
}

guint
atlas_position_count_drawn (const AtlasChart *chart)
{
  guint i, n = 0;

  for (i = 0; i < chart->n_profiles; i++)
    if (atlas_position_is_drawn (chart, i))
      n++;

  return n;
}

static gboolean
has_data (const AtlasChart *chart)
{
  return atlas_position_count_drawn (chart) > 0;
}

/* Many dots are smaller, so that they hide less of each other. */
double
atlas_position_get_dot_size (const AtlasChart *chart)
{
  double part = ((double) atlas_position_count_drawn (chart) - FEW_DOTS)
                / (MANY_DOTS - FEW_DOTS);

  return ATLAS_POSITION_DOT
         - (ATLAS_POSITION_DOT - SMALL_DOT_SIZE) * CLAMP (part, 0.0, 1.0);
}

/* The cluster with the highest figure, or the first rank. */
static guint
find_first (const AtlasChart *chart, guint axis)
{
  gboolean lowest = atlas_position_get_axes (chart)[axis].rank;
  double best = 0;
  guint i, first = 0;
  gboolean found = FALSE;

  for (i = 0; i < chart->n_profiles; i++)
    {
      double value;

      if (!atlas_position_is_drawn (chart, i))
        continue;

      value = atlas_position_get_number (chart, i, axis)->value;
      if (!found || (lowest ? value < best : value > best))
        {
          best = value;
          first = i;
          found = TRUE;
        }
    }

  return first;
}

static AtlasInterval
get_bounds (const AtlasChart *chart, guint profile, gconstpointer data)
{
  AtlasInterval bounds;

  if (!atlas_position_is_drawn (chart, profile)
      || !atlas_number_get_bounds (
          atlas_position_get_number (chart, profile, GPOINTER_TO_UINT (data)),
          &bounds.low, &bounds.high))
    return ATLAS_INTERVAL_NONE;

  return bounds;
}

/* Whether one cluster is first for certain along both axes. */
static gboolean
has_leaders (const AtlasChart *chart)
{
  guint axis;

  /* a rank is given once in an edition */
  if (atlas_position_get_axes (chart)[0].rank)
    return !chart->several_editions;

  for (axis = 0; axis < 2; axis++)
    {
      g_autoptr (GArray) highest =
          atlas_chart_find_highest (chart, get_bounds, GUINT_TO_POINTER (axis));

      if (highest->len != 1)
        return FALSE;
    }

  return TRUE;
}

/* The clusters that have a dot. */
static guint
count_clusters (const AtlasChart *chart)
{
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i;

  for (i = 0; i < chart->n_profiles; i++)
    if (atlas_position_is_drawn (chart, i))
      g_array_append_val (drawn, i);

  return atlas_chart_count_clusters (chart, drawn);
}

static char *
dup_title (const AtlasChart *chart)
{
  guint n, x = find_first (chart, 0), y = find_first (chart, 1);
  g_autofree char *by_x = atlas_chart_dup_cluster (chart, x);
  g_autofree char *by_y = atlas_chart_dup_cluster (chart, y);

  if (atlas_position_count_drawn (chart) == 1)
    /* Translators: a cluster */
    return g_strdup_printf (_ ("Where %s stands"), by_x);

  if (!has_leaders (chart))
    {
      n = count_clusters (chart);
      return g_strdup_printf (
          ngettext ("Where %u cluster stands", "Where %u clusters stand", n),
          n);
    }

  if (atlas_position_get_axes (chart)[0].rank)
    return x == y
               /* Translators: a cluster */
               ? g_strdup_printf (_ ("%s ranks first here, by size and by "
                                     "intensity"),
                                  by_x)
               /* Translators: two clusters */
               : g_strdup_printf (_ ("%1$s ranks first here by size, %2$s by "
                                     "intensity"),
                                  by_x, by_y);

  return x == y
             /* Translators: a cluster */
             ? g_strdup_printf (_ ("%s leads in patents and in articles per "
                                   "inhabitant"),
                                by_x)
             /* Translators: two clusters */
             : g_strdup_printf (_ ("%1$s leads in patents per inhabitant, "
                                   "%2$s in articles"),
                                by_x, by_y);
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  g_autofree char *places = atlas_chart_dup_places (chart);
  g_autofree char *editions = atlas_chart_dup_editions (chart);

  return g_strdup_printf (
      atlas_position_get_axes (chart)[0].rank
          /* Translators: places, edition */
          ? _ ("World rank by size against world rank by intensity, %1$s, %2$s")
          /* Translators: places, edition */
          : _ ("PCT applications against scientific articles, both per million "
               "inhabitants, %1$s, five years, %2$s"),
      places, editions);
}

static void
find_range (const AtlasChart *chart, guint axis, double *low, double *high)
{
  guint i;

  *low = INFINITY;
  *high = -INFINITY;
  for (i = 0; i < chart->n_profiles; i++)
    {
      double value;

      if (!atlas_position_is_drawn (chart, i))
        continue;

      value = atlas_position_get_number (chart, i, axis)->value;
      *low = MIN (*low, value);
      *high = MAX (*high, value);
    }
}

/* Ranks are counted from one. */
static void
init_rank_scale (AtlasScale *scale, double low, double high)
{
  double margin = (high - low) * 0.04;

  atlas_scale_init_linear (scale, MAX (low - margin, 0.0), high + margin,
                           N_TICKS);
  if (scale->n_ticks > 0 && scale->ticks[0] < 1.0)
    scale->ticks[0] = 1.0;
}

void
atlas_position_init_scale (const AtlasChart *chart,
                           guint axis,
                           AtlasScale *scale)
{
  AtlasChartScale wanted = chart->options.scale;
  double low, high;
  gboolean logarithmic;

  find_range (chart, axis, &low, &high);
  logarithmic = wanted == ATLAS_SCALE_LOG
                || (wanted == ATLAS_SCALE_AUTO
                    && !atlas_position_get_axes (chart)[axis].rank
                    && high > low * LOG_RATIO);

  if (logarithmic && low > 0)
    atlas_scale_init_log (scale, low * 0.94, high * 1.06);
  else if (atlas_position_get_axes (chart)[axis].rank)
    init_rank_scale (scale, low, high);
  else
    atlas_scale_init_from_zero (scale, high * 1.03, N_TICKS);
}

static char *
dup_note (const AtlasChart *chart)
{
  guint hidden = chart->n_profiles - atlas_position_count_drawn (chart);
  GString *note = g_string_new (NULL);
  AtlasScale x, y;

  atlas_position_init_scale (chart, 0, &x);
  atlas_position_init_scale (chart, 1, &y);
  if (x.logarithmic || y.logarithmic)
    g_string_append (note,
                     x.logarithmic && y.logarithmic
                         ? _ ("Both scales are logarithmic: equal steps are "
                              "equal factors.")
                         : _ ("One scale is logarithmic: equal steps are equal "
                              "factors."));
  if (hidden > 0)
    {
      if (note->len > 0)
        g_string_append_c (note, ' ');
      g_string_append_printf (
          note,
          ngettext ("%u cluster without these figures is not drawn.",
                    "%u clusters without these figures are not drawn.", hidden),
          hidden);
    }

  if (note->len == 0)
    {
      g_string_free (note, TRUE);
      return NULL;
    }

  return g_string_free (note, FALSE);
}

static double
measure_least (const AtlasChart *chart,
               AtlasText *text,
               const AtlasTheme *theme,
               double width)
{
  double unit = MAX (theme->text_scale, 0.1);

  return atlas_position_measure_around (chart, text, width, unit)
         + CLAMP (width * LEAST_ASPECT, MIN_FIELD * unit, ENOUGH_FIELD * unit);
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1);

  return atlas_position_measure_around (chart, text, width, unit)
         + MAX (width * ASPECT, MIN_FIELD * unit);
}

static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  guint i, axis;

  atlas_chart_table_add_column (table, _ ("Cluster"), FALSE);
  atlas_chart_table_add_column (table, _ ("Economy"), FALSE);
  for (axis = 0; axis < 2; axis++)
    atlas_chart_table_add_column (
        table, _ (atlas_position_get_axes (chart)[axis].column), TRUE);

  for (i = 0; i < chart->n_profiles; i++)
    {
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, i);

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, cluster);
      atlas_chart_table_add_text (table, chart->profiles[i]->economy);
      for (axis = 0; axis < 2; axis++)
        {
          const AtlasNumber *number =
              atlas_position_get_number (chart, i, axis);
          g_autofree char *text = atlas_format_number (&chart->format, number);

          atlas_chart_table_add_value (
              table, text,
              atlas_number_is_given (number) ? number->value : NAN);
        }
    }
}

const AtlasChartClass atlas_chart_position_class = {
  .nick = "position",
  .has_data = has_data,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .measure_least = measure_least,
  .layout_body = atlas_position_layout,
  .fill_table = fill_table,
};

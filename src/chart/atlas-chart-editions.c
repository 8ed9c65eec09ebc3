/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-editions-private.h"
#include "atlas-chart-grid.h"

#include "atlas-gettext.h"

/* Space above the table, in points at a text scale of 1. */
#define TABLE_GAP 16.0

/* Lines use so many times the height they need. */
#define MAX_STRETCH 2.0

static gboolean
has_data (const AtlasChart *chart)
{
  g_autoptr (GArray) years = atlas_story_collect_years (chart);

  return years->len >= 2;
}

static char *
dup_missing (const AtlasChart *chart)
{
  return g_strdup (_ ("Two editions or more are needed to show a change"));
}

static char *
dup_title (const AtlasChart *chart)
{
  AtlasStory story;
  g_autoptr (GPtrArray) climbers = NULL;
  char *title;

  atlas_story_init (&story, chart);
  climbers = atlas_story_find_climbers (&story, chart);
  if (climbers->len == 0)
    {
      title = g_strdup (_ ("No cluster gained between the editions"));
    }
  else if (climbers->len > 1)
    {
      title = g_strdup_printf (
          atlas_story_get_figure (chart)->rank
              ? ngettext ("%u cluster climbed most, by as many ranks",
                          "%u clusters climbed most, by as many ranks",
                          climbers->len)
              : ngettext ("%u cluster grew most, as far as can be told",
                          "%u clusters grew most, as far as can be told",
                          climbers->len),
          climbers->len);
    }
  else
    {
      const AtlasHistory *climber = g_ptr_array_index (climbers, 0);
      g_autofree char *name = NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;
      guint start = atlas_history_find_start (chart, climber);

      name = atlas_history_dup_name (chart, climber);
      from = atlas_format_number (
          &chart->format,
          atlas_story_get_number (chart, (guint) climber->profiles[start]));
      to = atlas_format_number (
          &chart->format, atlas_story_get_number (
                              chart, (guint) climber->profiles[climber->last]));
      title =
          g_strdup_printf (atlas_story_get_figure (chart)->rank
                               /* Translators: cluster, rank, rank */
                               ? _ ("%1$s climbed most, from rank %2$s to %3$s")
                               /* Translators: cluster, number, number */
                               : _ ("%1$s grew most, from %2$s to %3$s"),
                           name, from, to);
    }
  atlas_story_clear (&story);

  return title;
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  g_autofree char *editions = atlas_chart_dup_editions (chart);
  AtlasStory story;
  char *subtitle;

  atlas_story_init (&story, chart);
  subtitle = g_strdup_printf (
      ngettext (
          /* Translators: measure, number of clusters, editions */
          "%1$s, %2$u cluster, %3$s", "%1$s, %2$u clusters, %3$s",
          story.histories->len),
      _ (atlas_story_get_figure (chart)->title), story.histories->len,
      editions);
  atlas_story_clear (&story);

  return subtitle;
}

static char *
dup_note (const AtlasChart *chart)
{
  if (atlas_story_get_figure (chart)->rank)
    return g_strdup (_ ("The first rank is at the top. Where an edition lacks "
                        "a cluster, no line is drawn."));

  return g_strdup (_ ("A change is told only where rounding allows it. Where "
                      "an edition lacks a cluster, no line is drawn."));
}

/* Ranks rise and fall; other figures have signs. */
static char *
dup_change (const AtlasChart *chart, AtlasInterval change)
{
  g_autofree char *steps = NULL;

  if (!atlas_story_get_figure (chart)->rank
      || !atlas_interval_is_known (change))
    return atlas_format_difference (&chart->format, change, FALSE);

  if (change.low == 0)
    return g_strdup (_ ("no change"));

  steps = atlas_format_value (&chart->format, fabs (change.low), 0);

  return g_strdup_printf (change.low < 0
                              /* Translators: by so many ranks */
                              ? _ ("up %s")
                              /* Translators: by so many ranks */
                              : _ ("down %s"),
                          steps);
}

/* The table under a chart of more than two editions. */
static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  AtlasStory story;
  guint i, year;

  atlas_story_init (&story, chart);
  atlas_chart_table_add_column (table, _ ("Cluster"), FALSE);
  for (year = 0; year < story.years->len; year++)
    {
      g_autofree char *title =
          g_strdup_printf ("%d", g_array_index (story.years, int, year));

      atlas_chart_table_add_column (table, title, TRUE);
    }
  atlas_chart_table_add_column (table, _ ("Change"), TRUE);

  for (i = 0; i < story.histories->len; i++)
    {
      const AtlasHistory *history = g_ptr_array_index (story.histories, i);
      AtlasInterval change = atlas_history_get_change (chart, history);
      g_autofree char *name = atlas_history_dup_name (chart, history);
      g_autofree char *text = dup_change (chart, change);

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, name);
      for (year = 0; year < story.years->len; year++)
        {
          g_autofree char *value = NULL;

          if (!atlas_history_is_given (chart, history, year))
            {
              atlas_chart_table_add_value (table, "", NAN);
              continue;
            }
          value = atlas_format_number (
              &chart->format,
              atlas_story_get_number (chart, (guint) history->profiles[year]));
          atlas_chart_table_add_value (
              table, value, atlas_history_get_value (chart, history, year));
        }
      atlas_chart_table_add_value (
          table, text, change.low == change.high ? change.low : NAN);
    }
  atlas_story_clear (&story);
}

static AtlasChartTable *
create_table (const AtlasChart *chart)
{
  AtlasChartTable *table = atlas_chart_table_new ();

  fill_table (chart, table);

  return table;
}

/* Height of the body with lines that are @stretch times as high as needed. */
static double
measure_stretched (const AtlasChart *chart,
                   AtlasText *text,
                   const AtlasTheme *theme,
                   double width,
                   double stretch)
{
  double unit = MAX (theme->text_scale, 0.1), height;
  AtlasStory story;

  atlas_story_init (&story, chart);
  height = atlas_text_get_line_height (text, ATLAS_TEXT_HEADING)
           + ATLAS_EDITIONS_HEAD_GAP * unit
           + stretch * atlas_editions_measure_field (chart, &story, text, unit);
  if (story.years->len > 2)
    {
      g_autoptr (AtlasChartTable) table = create_table (chart);

      height +=
          TABLE_GAP * unit + atlas_grid_measure (table, text, width, unit);
    }
  atlas_story_clear (&story);

  return height;
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  return measure_stretched (chart, text, theme, width, 1.0);
}

static double
measure_most (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  return measure_stretched (chart, text, theme, width, MAX_STRETCH);
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1), table_height = 0;
  g_autoptr (AtlasChartTable) table = NULL;
  AtlasStory story;

  atlas_story_init (&story, chart);
  if (story.years->len > 2)
    {
      table = create_table (chart);
      table_height = atlas_grid_measure (table, layout->text, body.width, unit);
      body.height -= table_height + TABLE_GAP * unit;
    }
  atlas_editions_add_field (layout, chart, &story, body);
  if (table != NULL)
    atlas_grid_layout (table, layout,
                       atlas_box (body.x,
                                  body.y + body.height + TABLE_GAP * unit,
                                  body.width, table_height),
                       unit);
  atlas_story_clear (&story);
}

const AtlasChartClass atlas_chart_editions_class = {
  .nick = "editions",
  .has_data = has_data,
  .dup_missing = dup_missing,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .measure_most = measure_most,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

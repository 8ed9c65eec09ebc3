/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-story.h"

#include "atlas-fold.h"

#include "atlas-gettext.h"
#include <string.h>

static const AtlasStoryFigure figures[] = {
  { ATLAS_MEASURE_RANK, N_ ("World rank by size"), TRUE,
    G_STRUCT_OFFSET (AtlasProfile, rank) },
  { ATLAS_MEASURE_INTENSITY_RANK, N_ ("World rank by intensity"), TRUE,
    G_STRUCT_OFFSET (AtlasProfile, intensity_rank) },
  { ATLAS_MEASURE_PATENTS_PER_MILLION,
    N_ ("PCT applications per million inhabitants"), FALSE,
    G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_PATENTS]) },
  { ATLAS_MEASURE_ARTICLES_PER_MILLION, N_ ("Articles per million inhabitants"),
    FALSE, G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_ARTICLES]) },
};

const AtlasStoryFigure *
atlas_story_get_figure (const AtlasChart *chart)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i].measure == chart->options.measure)
      return &figures[i];

  return &figures[0];
}

const AtlasNumber *
atlas_story_get_number (const AtlasChart *chart, guint profile)
{
  return (const AtlasNumber *) G_STRUCT_MEMBER_P (
      chart->profiles[profile], atlas_story_get_figure (chart)->offset);
}

gboolean
atlas_history_is_given (const AtlasChart *chart,
                        const AtlasHistory *history,
                        guint year)
{
  return history->profiles[year] >= 0
         && atlas_number_is_given (
             atlas_story_get_number (chart, (guint) history->profiles[year]));
}

double
atlas_history_get_value (const AtlasChart *chart,
                         const AtlasHistory *history,
                         guint year)
{
  return atlas_story_get_number (chart, (guint) history->profiles[year])->value;
}

static void
history_free (gpointer data)
{
  AtlasHistory *history = data;

  g_free (history->key);
  g_free (history->profiles);
  g_free (history);
}

void
atlas_story_clear (AtlasStory *story)
{
  g_array_unref (story->years);
  g_ptr_array_unref (story->histories);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

GArray *
atlas_story_collect_years (const AtlasChart *chart)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  guint i, n = 0;

  for (i = 0; i < chart->n_profiles; i++)
    {
      int year = (int) chart->profiles[i]->edition.value;

      if (atlas_number_is_given (&chart->profiles[i]->edition)
          && atlas_number_is_given (atlas_story_get_number (chart, i)))
        g_array_append_val (years, year);
    }

  g_array_sort (years, compare_years);
  for (i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (n == 0 || g_array_index (years, int, n - 1) != year)
        g_array_index (years, int, n++) = year;
    }
  g_array_set_size (years, n);

  return years;
}

static int
compare_histories (gconstpointer a, gconstpointer b, gpointer data)
{
  const AtlasHistory *one = *(AtlasHistory *const *) a,
                     *other = *(AtlasHistory *const *) b;
  const AtlasChart *chart = data;

  if (one->last != other->last)
    return one->last > other->last ? -1 : 1;

  if (atlas_history_is_given (chart, one, one->last)
      && atlas_history_is_given (chart, other, other->last))
    {
      double first = atlas_history_get_value (chart, one, one->last);
      double second = atlas_history_get_value (chart, other, other->last);
      gboolean rank = atlas_story_get_figure (chart)->rank;

      if (first != second)
        return (first < second) == rank ? -1 : 1;
    }

  return strcmp (one->key, other->key);
}

/* Profiles of one cluster are one thing with a history. A second profile of
 * one edition is left out. */
void
atlas_story_init (AtlasStory *story, const AtlasChart *chart)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint i, year;

  story->years = atlas_story_collect_years (chart);
  story->histories = g_ptr_array_new_with_free_func (history_free);

  for (i = 0; i < chart->n_profiles; i++)
    {
      const AtlasProfile *profile = chart->profiles[i];
      g_autofree char *place = NULL;
      g_autofree char *key = NULL;
      AtlasHistory *history;

      if (profile->cluster == NULL || !atlas_number_is_given (&profile->edition)
          || !atlas_number_is_given (atlas_story_get_number (chart, i)))
        continue;

      place =
          chart->aliases != NULL
              ? atlas_aliases_dup_place_key (chart->aliases, profile->cluster)
              : atlas_fold_place (profile->cluster);
      key = g_strconcat (
          place, "\n", profile->economy != NULL ? profile->economy : "", NULL);
      history = g_hash_table_lookup (known, key);
      if (history == NULL)
        {
          history = g_new0 (AtlasHistory, 1);
          history->key = g_steal_pointer (&key);
          history->profiles = g_new (gssize, story->years->len);
          for (year = 0; year < story->years->len; year++)
            history->profiles[year] = -1;
          g_hash_table_insert (known, history->key, history);
          g_ptr_array_add (story->histories, history);
        }

      for (year = 0; year < story->years->len; year++)
        if (g_array_index (story->years, int, year)
                == (int) profile->edition.value
            && history->profiles[year] < 0)
          {
            history->profiles[year] = (gssize) i;
            history->last = MAX (history->last, year);
          }
    }

  g_ptr_array_sort_with_data (story->histories, compare_histories,
                              (gpointer) chart);
}

char *
atlas_history_dup_name (const AtlasChart *chart, const AtlasHistory *history)
{
  return atlas_chart_dup_cluster_name (
      chart, (guint) history->profiles[history->last]);
}

/* The first edition that has a value. */
guint
atlas_history_find_start (const AtlasChart *chart, const AtlasHistory *history)
{
  guint year;

  for (year = 0; year < history->last; year++)
    if (atlas_history_is_given (chart, history, year))
      break;

  return year;
}

/* What can be said of the change from the first to the last edition; a rank is
 * exact, a rate was rounded. */
AtlasInterval
atlas_history_get_change (const AtlasChart *chart, const AtlasHistory *history)
{
  guint start = atlas_history_find_start (chart, history);
  double low[2], high[2];

  if (start == history->last || !atlas_history_is_given (chart, history, start))
    return ATLAS_INTERVAL_NONE;

  if (atlas_story_get_figure (chart)->rank)
    {
      double change = atlas_history_get_value (chart, history, history->last)
                      - atlas_history_get_value (chart, history, start);

      return (AtlasInterval){ change, change };
    }

  if (!atlas_number_get_bounds (
          atlas_story_get_number (chart, (guint) history->profiles[start]),
          &low[0], &high[0])
      || !atlas_number_get_bounds (
          atlas_story_get_number (chart,
                                  (guint) history->profiles[history->last]),
          &low[1], &high[1]))
    return ATLAS_INTERVAL_NONE;

  return (AtlasInterval){ low[1] - high[0], high[1] - low[0] };
}

/* How much better it became; ranks get better as they fall. */
static AtlasInterval
get_gain (const AtlasChart *chart, const AtlasHistory *history)
{
  AtlasInterval change = atlas_history_get_change (chart, history);

  if (atlas_interval_is_known (change) && atlas_story_get_figure (chart)->rank)
    return (AtlasInterval){ -change.high, -change.low };

  return change;
}

GPtrArray *
atlas_story_find_climbers (const AtlasStory *story, const AtlasChart *chart)
{
  GPtrArray *climbers = g_ptr_array_new ();
  double most = 0;
  guint i;

  for (i = 0; i < story->histories->len; i++)
    {
      AtlasInterval gain =
          get_gain (chart, g_ptr_array_index (story->histories, i));

      if (atlas_interval_is_known (gain))
        most = MAX (most, gain.low);
    }

  for (i = 0; most > 0 && i < story->histories->len; i++)
    {
      AtlasHistory *history = g_ptr_array_index (story->histories, i);
      AtlasInterval gain = get_gain (chart, history);

      if (atlas_interval_is_known (gain) && gain.high >= most)
        g_ptr_array_add (climbers, history);
    }

  return climbers;
}

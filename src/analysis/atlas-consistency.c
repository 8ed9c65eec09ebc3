/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-consistency.h"

#include <glib/gi18n-lib.h>

#include "atlas-estimates.h"

/* Whether the figures of one profile can be true together. */

/* Two bounds that are equal on paper may differ in the last bits. */
#define TOLERANCE 1e-9

static gboolean
meet (AtlasInterval a, AtlasInterval b)
{
  return a.low <= b.high * (1 + TOLERANCE) && b.low <= a.high * (1 + TOLERANCE);
}

/* Each row bounds the total of its table; all must leave room for one. */
static void
check_shares (const AtlasProfile *profile, AtlasKind kind, GPtrArray *problems)
{
  AtlasInterval total = ATLAS_INTERVAL_NONE;
  guint32 i;

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      const AtlasEntry *entry = &profile->entries[kind][i];
      AtlasInterval row = atlas_estimate_total_from_entry (entry);

      if (!atlas_interval_is_known (row))
        continue;

      if (!atlas_interval_is_known (total))
        {
          total = row;
        }
      else if (meet (total, row))
        {
          total.low = MAX (total.low, row.low);
          total.high = MIN (total.high, row.high);
        }
      else
        {
          g_autofree char *count = atlas_number_to_string (&entry->count);
          g_autofree char *share = atlas_number_to_string (&entry->share);

          g_ptr_array_add (
              problems,
              atlas_problem_new (
                  ATLAS_PROBLEM_SHARES_INCONSISTENT, profile->source,
                  entry->line, entry->name, -1,
                  /* xgettext:no-c-format */
                  N_ ("The count {0} and the share {1}% cannot come from the "
                      "same total as the rows above."),
                  count, share, NULL));
          return;
        }
    }
}

/* Patents and articles are both told for each million of the same
 * inhabitants. */
static void
check_population (const AtlasProfile *profile, GPtrArray *problems)
{
  AtlasInterval by_patents =
      atlas_estimate_population_from (profile, ATLAS_PATENTS);
  AtlasInterval by_articles =
      atlas_estimate_population_from (profile, ATLAS_ARTICLES);

  if (!atlas_interval_is_known (by_patents)
      || !atlas_interval_is_known (by_articles)
      || meet (by_patents, by_articles))
    return;

  g_ptr_array_add (
      problems,
      atlas_problem_new (
          ATLAS_PROBLEM_POPULATION_INCONSISTENT, profile->source,
          profile->per_million[ATLAS_ARTICLES].line, profile->cluster, -1,
          N_ ("The population that follows from patents and the one that "
              "follows from articles do not meet: one of the counts, shares "
              "or rates is wrong."),
          NULL));
}

static void
report_rank (const AtlasProfile *profile,
             const char *sentence,
             GPtrArray *problems)
{
  g_autofree char *national = atlas_number_to_string (&profile->national_rank);
  g_autofree char *world = atlas_number_to_string (&profile->rank);

  g_ptr_array_add (problems, atlas_problem_new (ATLAS_PROBLEM_RANK_INCONSISTENT,
                                                profile->source,
                                                profile->national_rank.line,
                                                profile->cluster, -1, sentence,
                                                national, world, NULL));
}

/* Those ahead within the economy are ahead in the world too, and those behind
 * need places there. */
static void
check_ranks (const AtlasProfile *profile, GPtrArray *problems)
{
  const AtlasNumber *national = &profile->national_rank;
  const AtlasNumber *clusters = &profile->national_clusters;
  const AtlasNumber *world = &profile->rank;
  const AtlasNumber *top = &profile->top;

  if (!atlas_number_is_given (national) || !atlas_number_is_given (world))
    return;

  if (national->value > world->value)
    report_rank (profile,
                 N_ ("Rank {0} within the economy is worse than rank {1} in "
                     "the world."),
                 problems);
  else if (atlas_number_is_given (clusters) && atlas_number_is_given (top)
           && clusters->value - national->value > top->value - world->value)
    report_rank (profile,
                 N_ ("Below rank {1} in the world there are too few places "
                     "for the clusters of the economy below its rank {0}."),
                 problems);
}

/**
 * atlas_consistency_check_profile:
 * @profile: a profile
 * @problems: (element-type AtlasProblem): array that owns its elements
 *
 * Appends what cannot be true within @profile: rows whose counts and shares
 * allow no common total (100 c / (p ± h), see DESIGN), populations from
 * patents and from articles that do not meet, and a rank within the economy
 * that does not fit the one in the world. A warning is not a correction: no
 * value is touched.
 */
void
atlas_consistency_check_profile (const AtlasProfile *profile,
                                 GPtrArray *problems)
{
  g_return_if_fail (profile != NULL);
  g_return_if_fail (problems != NULL);

  check_shares (profile, ATLAS_PATENTS, problems);
  check_shares (profile, ATLAS_ARTICLES, problems);
  check_population (profile, problems);
  check_ranks (profile, problems);
}

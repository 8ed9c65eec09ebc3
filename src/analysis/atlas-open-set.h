/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-estimates.h"

G_BEGIN_DECLS

/**
 * AtlasWorldTotals:
 * @total: PCT applications and scientific articles of the whole world in the
 *   same five years; 0 where not known
 *
 * What the source divides by and does not print; set by the user.
 */
typedef struct
{
  double total[ATLAS_N_KINDS];
} AtlasWorldTotals;

/* Whether a printed rank fits the figures it should follow from. */
typedef enum
{
  ATLAS_RANK_UNKNOWN,
  ATLAS_RANK_AGREES,
  ATLAS_RANK_CONTRADICTS,
} AtlasRankVerdict;

/**
 * AtlasRankCheck:
 * @score: the figure that the rank follows from
 * @best: best possible position in the open set, from 1; 0 when unknown
 * @worst: worst possible position
 * @printed: position in the open set by the printed ranks; 0 when unknown
 * @verdict: whether @printed lies within @best and @worst
 *
 * A rank derived from estimates: positions count the open profiles of one
 * edition, not the world.
 */
typedef struct
{
  AtlasInterval score;
  guint best;
  guint worst;
  guint printed;
  AtlasRankVerdict verdict;
} AtlasRankCheck;

/**
 * AtlasOpenSet:
 * @n_profiles: how many profiles were added up
 * @total: patents, articles of those whose totals are known
 * @n_known: how many those are
 * @patents_per_1000_articles: of the set as a whole
 *
 * The open profiles taken together.
 */
typedef struct
{
  guint n_profiles;
  AtlasInterval total[ATLAS_N_KINDS];
  guint n_known[ATLAS_N_KINDS];
  AtlasInterval patents_per_1000_articles;
} AtlasOpenSet;

AtlasInterval atlas_score_size (const AtlasEstimates *estimates,
                                const AtlasWorldTotals *world);

AtlasInterval atlas_score_intensity (const AtlasEstimates *estimates,
                                     const AtlasWorldTotals *world);

void atlas_rank_check_size (const AtlasProfile *const *profiles,
                            const AtlasEstimates *estimates,
                            gsize n_profiles,
                            const AtlasWorldTotals *world,
                            AtlasRankCheck *checks);

void atlas_rank_check_intensity (const AtlasProfile *const *profiles,
                                 const AtlasEstimates *estimates,
                                 gsize n_profiles,
                                 const AtlasWorldTotals *world,
                                 AtlasRankCheck *checks);

void atlas_open_set_add_up (const AtlasEstimates *estimates,
                            gsize n_profiles,
                            AtlasOpenSet *set);

AtlasInterval atlas_open_set_specialisation (const AtlasOpenSet *set,
                                             const AtlasEstimates *estimates);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-interval.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasEstimates:
 * @total: patents or articles of five years, from counts and shares alone
 * @population_from: inhabitants, from the total and the rate per million
 * @population: inhabitants, from patents and articles together
 * @total_joint: the totals, tightened once by @population
 * @others: percent of all that the table does not name
 * @cr1: percent of the largest holder
 * @cr3: percent of the three largest holders
 * @hhi: Herfindahl-Hirschman index, 0 to 1
 * @effective_number: 1 / @hhi
 * @leader_ratio: first count over second
 * @collaborations: number made in collaboration
 * @patents_per_1000_articles: patents for each thousand articles
 *
 * Values derived from the printed ones. Every one is an interval, and unknown
 * where it cannot be said.
 */
typedef struct
{
  AtlasInterval total[ATLAS_N_KINDS];
  AtlasInterval population_from[ATLAS_N_KINDS];
  AtlasInterval population;
  AtlasInterval total_joint[ATLAS_N_KINDS];
  AtlasInterval others[ATLAS_N_KINDS];
  AtlasInterval cr1[ATLAS_N_KINDS];
  AtlasInterval cr3[ATLAS_N_KINDS];
  AtlasInterval hhi[ATLAS_N_KINDS];
  AtlasInterval effective_number[ATLAS_N_KINDS];
  AtlasInterval leader_ratio[ATLAS_N_KINDS];
  AtlasInterval collaborations[ATLAS_N_KINDS];
  AtlasInterval patents_per_1000_articles;
} AtlasEstimates;

void atlas_estimates_compute (const AtlasProfile *profile,
                              AtlasEstimates *estimates);

AtlasInterval atlas_estimate_total_from_entry (const AtlasEntry *entry);

AtlasInterval
atlas_estimate_population_from (const AtlasProfile *profile, AtlasKind kind);

G_END_DECLS

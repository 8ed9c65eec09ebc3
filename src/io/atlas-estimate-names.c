/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-estimate-names.h"

#define OFFSET(member) G_STRUCT_OFFSET (AtlasEstimates, member)

/* In the order in which files have them. */
static const AtlasEstimateName names[] = {
  { "patents_total", OFFSET (total[ATLAS_PATENTS]), 4 },
  { "articles_total", OFFSET (total[ATLAS_ARTICLES]), 4 },
  { "population_from_patents", OFFSET (population_from[ATLAS_PATENTS]), 0 },
  { "population_from_articles", OFFSET (population_from[ATLAS_ARTICLES]), 0 },
  { "population", OFFSET (population), 0 },
  { "patents_total_joint", OFFSET (total_joint[ATLAS_PATENTS]), 4 },
  { "articles_total_joint", OFFSET (total_joint[ATLAS_ARTICLES]), 4 },
  { "patents_others", OFFSET (others[ATLAS_PATENTS]), 4 },
  { "articles_others", OFFSET (others[ATLAS_ARTICLES]), 4 },
  { "patents_cr3", OFFSET (cr3[ATLAS_PATENTS]), 4 },
  { "articles_cr3", OFFSET (cr3[ATLAS_ARTICLES]), 4 },
  { "patents_hhi", OFFSET (hhi[ATLAS_PATENTS]), 6 },
  { "articles_hhi", OFFSET (hhi[ATLAS_ARTICLES]), 6 },
  { "patents_per_1000_articles", OFFSET (patents_per_1000_articles), 4 },
  { "patent_collaborations", OFFSET (collaborations[ATLAS_PATENTS]), 2 },
  { "article_collaborations", OFFSET (collaborations[ATLAS_ARTICLES]), 2 },
};

/**
 * atlas_estimate_names_get:
 * @n_names: (out): number of names
 *
 * Returns: (array length=n_names): the estimates that files hold
 */
const AtlasEstimateName *
atlas_estimate_names_get (gsize *n_names)
{
  *n_names = G_N_ELEMENTS (names);

  return names;
}

/**
 * atlas_estimate_name_get_interval:
 * @name: which estimate
 * @estimates: the estimates of a profile
 *
 * Returns: the one of that name
 */
AtlasInterval
atlas_estimate_name_get_interval (const AtlasEstimateName *name,
                                  const AtlasEstimates *estimates)
{
  return G_STRUCT_MEMBER (AtlasInterval, estimates, name->offset);
}

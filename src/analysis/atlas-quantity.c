/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-quantity.h"

/* Which printed values a quantity rests on, for patents in the low half and
 * for articles in the high half. */
enum
{
  USES_PATENT_ROWS = 1 << 0,
  USES_PATENT_RATE = 1 << 1,
  USES_PATENT_SHARED = 1 << 2,
  USES_ARTICLE_ROWS = 1 << 3,
  USES_ARTICLE_RATE = 1 << 4,
  USES_ARTICLE_SHARED = 1 << 5,
};

#define USES_BITS 3
#define USES_TOTALS \
  (USES_PATENT_ROWS | USES_PATENT_RATE | USES_ARTICLE_ROWS | USES_ARTICLE_RATE)

#define AT(member) G_STRUCT_OFFSET (AtlasEstimates, member)

#define OVERLAP                                                              \
  N_ ("An article with authors of several organisations counts for each of " \
      "them, so shares can overlap: read the figure as “at most”.")

#define TOTAL                                                                \
  N_ ("A row with a count of c and a share of p percent, rounded to half a " \
      "unit h, bounds the total: 100 c / (p + h) to 100 c / (p − h). The " \
      "interval is what all rows allow together.")

#define POPULATION                                                            \
  N_ ("The total, divided by the rate per million inhabitants (rate ± half " \
      "a unit), times one million.")

#define JOINT                                                                \
  N_ ("The total from counts and shares, tightened once by the population: " \
      "population × (rate ± half a unit) / 1,000,000.")

#define OTHERS \
  N_ ("100 percent minus the sum of the counts named, divided by the total.")

#define CR1 N_ ("The first count, divided by the total.")

#define CR3 N_ ("The sum of the first three counts, divided by the total.")

#define HHI                                                                      \
  N_ ("Sum of the squared shares (Herfindahl–Hirschman index). At least: all " \
      "others hold one each. At most: all others hold as many as the last "      \
      "one named.")

#define EFFECTIVE \
  N_ ("1 / HHI: how many holders of equal size would be as concentrated.")

#define LEADER N_ ("The first count, divided by the second.")

#define COLLABORATIONS                                                       \
  N_ ("The total, times the printed share made in collaboration (± half a " \
      "unit).")

static const struct
{
  AtlasQuantityInfo info;
  gsize offset;
  guint uses;
} quantities[ATLAS_N_QUANTITIES] = {
  [ATLAS_QUANTITY_PATENTS_TOTAL] = { { "patents_total",
                                       N_ ("Patents in five years, by shares"),
                                       TOTAL, NULL, ATLAS_UNIT_COUNT, 4 },
                                     AT (total[ATLAS_PATENTS]),
                                     USES_PATENT_ROWS },
  [ATLAS_QUANTITY_ARTICLES_TOTAL] = { { "articles_total",
                                        N_ ("Articles in five years, by "
                                            "shares"),
                                        TOTAL, NULL, ATLAS_UNIT_COUNT, 4 },
                                      AT (total[ATLAS_ARTICLES]),
                                      USES_ARTICLE_ROWS },
  [ATLAS_QUANTITY_POPULATION_FROM_PATENTS] = { { "population_from_patents",
                                                 N_ ("Population, by patents"),
                                                 POPULATION, NULL,
                                                 ATLAS_UNIT_COUNT, 0 },
                                               AT (population_from
                                                       [ATLAS_PATENTS]),
                                               USES_PATENT_ROWS
                                                   | USES_PATENT_RATE },
  [ATLAS_QUANTITY_POPULATION_FROM_ARTICLES] = { { "population_from_articles",
                                                  N_ ("Population, by "
                                                      "articles"),
                                                  POPULATION, NULL,
                                                  ATLAS_UNIT_COUNT, 0 },
                                                AT (population_from
                                                        [ATLAS_ARTICLES]),
                                                USES_ARTICLE_ROWS
                                                    | USES_ARTICLE_RATE },
  [ATLAS_QUANTITY_POPULATION] = { { "population", N_ ("Population"),
                                    N_ ("What patents and articles allow "
                                        "together."),
                                    NULL, ATLAS_UNIT_COUNT, 0 },
                                  AT (population),
                                  USES_TOTALS },
  [ATLAS_QUANTITY_PATENTS_TOTAL_JOINT] = { { "patents_total_joint",
                                             N_ ("Patents in five years"),
                                             JOINT, NULL, ATLAS_UNIT_COUNT, 4 },
                                           AT (total_joint[ATLAS_PATENTS]),
                                           USES_TOTALS },
  [ATLAS_QUANTITY_ARTICLES_TOTAL_JOINT] = { { "articles_total_joint",
                                              N_ ("Articles in five years"),
                                              JOINT, NULL, ATLAS_UNIT_COUNT,
                                              4 },
                                            AT (total_joint[ATLAS_ARTICLES]),
                                            USES_TOTALS },
  [ATLAS_QUANTITY_PATENTS_OTHERS] = { { "patents_others",
                                        N_ ("Other applicants"), OTHERS, NULL,
                                        ATLAS_UNIT_PERCENT, 4 },
                                      AT (others[ATLAS_PATENTS]),
                                      USES_TOTALS },
  [ATLAS_QUANTITY_ARTICLES_OTHERS] = { { "articles_others",
                                         N_ ("Other publishers"), OTHERS,
                                         OVERLAP, ATLAS_UNIT_PERCENT, 4 },
                                       AT (others[ATLAS_ARTICLES]),
                                       USES_TOTALS },
  [ATLAS_QUANTITY_PATENTS_CR1] = { { "patents_cr1",
                                     N_ ("Share of the first applicant"), CR1,
                                     NULL, ATLAS_UNIT_PERCENT, 4 },
                                   AT (cr1[ATLAS_PATENTS]),
                                   USES_TOTALS },
  [ATLAS_QUANTITY_ARTICLES_CR1] = { { "articles_cr1",
                                      N_ ("Share of the first publisher"), CR1,
                                      NULL, ATLAS_UNIT_PERCENT, 4 },
                                    AT (cr1[ATLAS_ARTICLES]),
                                    USES_TOTALS },
  [ATLAS_QUANTITY_PATENTS_CR3] = { { "patents_cr3",
                                     N_ ("Share of the first three applicants "
                                         "(CR3)"),
                                     CR3, NULL, ATLAS_UNIT_PERCENT, 4 },
                                   AT (cr3[ATLAS_PATENTS]),
                                   USES_TOTALS },
  [ATLAS_QUANTITY_ARTICLES_CR3] = { { "articles_cr3",
                                      N_ ("Share of the first three publishers "
                                          "(CR3)"),
                                      CR3, OVERLAP, ATLAS_UNIT_PERCENT, 4 },
                                    AT (cr3[ATLAS_ARTICLES]),
                                    USES_TOTALS },
  [ATLAS_QUANTITY_PATENTS_HHI] = { { "patents_hhi",
                                     N_ ("Concentration of patents (HHI)"), HHI,
                                     NULL, ATLAS_UNIT_INDEX, 6 },
                                   AT (hhi[ATLAS_PATENTS]),
                                   USES_TOTALS },
  [ATLAS_QUANTITY_ARTICLES_HHI] = { { "articles_hhi",
                                      N_ ("Concentration of articles (HHI)"),
                                      HHI, OVERLAP, ATLAS_UNIT_INDEX, 6 },
                                    AT (hhi[ATLAS_ARTICLES]),
                                    USES_TOTALS },
  [ATLAS_QUANTITY_PATENTS_EFFECTIVE_NUMBER] = { { "patents_effective_number",
                                                  N_ ("Effective number of "
                                                      "applicants"),
                                                  EFFECTIVE, NULL,
                                                  ATLAS_UNIT_RATIO, 4 },
                                                AT (effective_number
                                                        [ATLAS_PATENTS]),
                                                USES_TOTALS },
  [ATLAS_QUANTITY_ARTICLES_EFFECTIVE_NUMBER] = { { "articles_effective_number",
                                                   N_ ("Effective number of "
                                                       "publishers"),
                                                   EFFECTIVE, OVERLAP,
                                                   ATLAS_UNIT_RATIO, 4 },
                                                 AT (effective_number
                                                         [ATLAS_ARTICLES]),
                                                 USES_TOTALS },
  [ATLAS_QUANTITY_PATENTS_LEADER_RATIO] = { { "patents_leader_ratio",
                                              N_ ("First applicant over "
                                                  "second"),
                                              LEADER, NULL, ATLAS_UNIT_RATIO,
                                              4 },
                                            AT (leader_ratio[ATLAS_PATENTS]),
                                            USES_PATENT_ROWS },
  [ATLAS_QUANTITY_ARTICLES_LEADER_RATIO] = { { "articles_leader_ratio",
                                               N_ ("First publisher over "
                                                   "second"),
                                               LEADER, NULL, ATLAS_UNIT_RATIO,
                                               4 },
                                             AT (leader_ratio[ATLAS_ARTICLES]),
                                             USES_ARTICLE_ROWS },
  [ATLAS_QUANTITY_PATENTS_PER_1000_ARTICLES] = { { "patents_per_1000_articles",
                                                   N_ ("Patents per 1,000 "
                                                       "articles"),
                                                   N_ ("1,000 × patents / "
                                                       "articles, once by the "
                                                       "totals and once by the "
                                                       "rates per million; the "
                                                       "interval is what both "
                                                       "allow."),
                                                   NULL, ATLAS_UNIT_RATIO, 4 },
                                                 AT (patents_per_1000_articles),
                                                 USES_TOTALS },
  [ATLAS_QUANTITY_PATENT_COLLABORATIONS] = { { "patent_collaborations",
                                               N_ ("Patents made in "
                                                   "collaboration"),
                                               COLLABORATIONS, NULL,
                                               ATLAS_UNIT_COUNT, 2 },
                                             AT (collaborations[ATLAS_PATENTS]),
                                             USES_TOTALS | USES_PATENT_SHARED },
  [ATLAS_QUANTITY_ARTICLE_COLLABORATIONS] = { { "article_collaborations",
                                                N_ ("Articles made in "
                                                    "collaboration"),
                                                COLLABORATIONS, NULL,
                                                ATLAS_UNIT_COUNT, 2 },
                                              AT (collaborations
                                                      [ATLAS_ARTICLES]),
                                              USES_TOTALS
                                                  | USES_ARTICLE_SHARED },
};

/**
 * atlas_quantity_get_info:
 * @quantity: a quantity
 *
 * Returns: (transfer none): its names, its formula and its unit
 */
const AtlasQuantityInfo *
atlas_quantity_get_info (AtlasQuantity quantity)
{
  g_return_val_if_fail (quantity < ATLAS_N_QUANTITIES, NULL);

  return &quantities[quantity].info;
}

/**
 * atlas_quantity_get:
 * @estimates: the figures of a profile
 * @quantity: which of them
 *
 * Returns: the interval; unknown when it cannot be said
 */
AtlasInterval
atlas_quantity_get (const AtlasEstimates *estimates, AtlasQuantity quantity)
{
  g_return_val_if_fail (estimates != NULL, ATLAS_INTERVAL_NONE);
  g_return_val_if_fail (quantity < ATLAS_N_QUANTITIES, ATLAS_INTERVAL_NONE);

  return G_STRUCT_MEMBER (AtlasInterval, estimates,
                          quantities[quantity].offset);
}

static void
add_input (GArray *inputs,
           AtlasInputRole role,
           AtlasKind kind,
           const char *name,
           const AtlasNumber *number)
{
  AtlasInput input = { role, kind, name, number };

  if (number->state == ATLAS_NUMBER_MISSING)
    return;

  g_array_append_val (inputs, input);
}

/**
 * atlas_quantity_dup_inputs:
 * @quantity: a quantity
 * @profile: the profile it was computed from
 *
 * The printed values that @quantity rests on, in the order of the file. They
 * point into @profile and live as long as it.
 *
 * Returns: (transfer full) (element-type AtlasInput): the values
 */
GArray *
atlas_quantity_dup_inputs (AtlasQuantity quantity, const AtlasProfile *profile)
{
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (AtlasInput));
  guint kind, i;

  g_return_val_if_fail (quantity < ATLAS_N_QUANTITIES, inputs);
  g_return_val_if_fail (profile != NULL, inputs);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      guint uses = quantities[quantity].uses >> (kind * USES_BITS);

      if (uses & USES_PATENT_RATE)
        add_input (inputs, ATLAS_INPUT_RATE, kind, NULL,
                   &profile->per_million[kind]);

      for (i = 0; uses & USES_PATENT_ROWS && i < profile->n_entries[kind]; i++)
        {
          const AtlasEntry *entry = &profile->entries[kind][i];

          add_input (inputs, ATLAS_INPUT_COUNT, kind, entry->name,
                     &entry->count);
          add_input (inputs, ATLAS_INPUT_SHARE, kind, entry->name,
                     &entry->share);
        }

      if (uses & USES_PATENT_SHARED)
        add_input (inputs, ATLAS_INPUT_COLLABORATION, kind, NULL,
                   &profile->collaboration[kind]);
    }

  return inputs;
}

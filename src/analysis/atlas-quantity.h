/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-estimates.h"

G_BEGIN_DECLS

/* Every estimate, in the order in which it is written and shown. */
typedef enum
{
  ATLAS_QUANTITY_PATENTS_TOTAL,
  ATLAS_QUANTITY_ARTICLES_TOTAL,
  ATLAS_QUANTITY_POPULATION_FROM_PATENTS,
  ATLAS_QUANTITY_POPULATION_FROM_ARTICLES,
  ATLAS_QUANTITY_POPULATION,
  ATLAS_QUANTITY_PATENTS_TOTAL_JOINT,
  ATLAS_QUANTITY_ARTICLES_TOTAL_JOINT,
  ATLAS_QUANTITY_PATENTS_OTHERS,
  ATLAS_QUANTITY_ARTICLES_OTHERS,
  ATLAS_QUANTITY_PATENTS_CR1,
  ATLAS_QUANTITY_ARTICLES_CR1,
  ATLAS_QUANTITY_PATENTS_CR3,
  ATLAS_QUANTITY_ARTICLES_CR3,
  ATLAS_QUANTITY_PATENTS_HHI,
  ATLAS_QUANTITY_ARTICLES_HHI,
  ATLAS_QUANTITY_PATENTS_EFFECTIVE_NUMBER,
  ATLAS_QUANTITY_ARTICLES_EFFECTIVE_NUMBER,
  ATLAS_QUANTITY_PATENTS_LEADER_RATIO,
  ATLAS_QUANTITY_ARTICLES_LEADER_RATIO,
  ATLAS_QUANTITY_PATENTS_PER_1000_ARTICLES,
  ATLAS_QUANTITY_PATENT_COLLABORATIONS,
  ATLAS_QUANTITY_ARTICLE_COLLABORATIONS,
  ATLAS_N_QUANTITIES,
} AtlasQuantity;

/* What the numbers of a quantity count. */
typedef enum
{
  ATLAS_UNIT_COUNT,
  ATLAS_UNIT_PERCENT,
  ATLAS_UNIT_INDEX,
  ATLAS_UNIT_RATIO,
} AtlasUnit;

/**
 * AtlasQuantityInfo:
 * @nick: its key in data formats
 * @label: what it is called, untranslated
 * @formula: how it is computed, untranslated
 * @caution: (nullable): what to keep in mind, untranslated
 * @unit: what the numbers count
 * @decimals: digits after the point in data formats
 */
typedef struct
{
  const char *nick;
  const char *label;
  const char *formula;
  const char *caution;
  AtlasUnit unit;
  guint decimals;
} AtlasQuantityInfo;

/* What a printed value says. */
typedef enum
{
  ATLAS_INPUT_COUNT,
  ATLAS_INPUT_SHARE,
  ATLAS_INPUT_RATE,
  ATLAS_INPUT_COLLABORATION,
} AtlasInputRole;

/**
 * AtlasInput:
 * @role: what the value says
 * @kind: of patents or of articles
 * @name: (nullable): applicant or publisher, for counts and shares
 * @number: the printed value and its line
 *
 * A printed value that an estimate came from; points into the profile.
 */
typedef struct
{
  AtlasInputRole role;
  AtlasKind kind;
  const char *name;
  const AtlasNumber *number;
} AtlasInput;

const AtlasQuantityInfo *atlas_quantity_get_info (AtlasQuantity quantity);

AtlasInterval
atlas_quantity_get (const AtlasEstimates *estimates, AtlasQuantity quantity);

GArray *
atlas_quantity_dup_inputs (AtlasQuantity quantity, const AtlasProfile *profile);

G_END_DECLS

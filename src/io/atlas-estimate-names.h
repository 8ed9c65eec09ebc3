/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-estimates.h"

G_BEGIN_DECLS

/**
 * AtlasEstimateName:
 * @name: what files call it
 * @offset: where it is in an #AtlasEstimates
 * @decimals: digits after the point
 *
 * An estimate as the data formats have it.
 */
typedef struct
{
  const char *name;
  gsize offset;
  guint decimals;
} AtlasEstimateName;

const AtlasEstimateName *atlas_estimate_names_get (gsize *n_names);

AtlasInterval
atlas_estimate_name_get_interval (const AtlasEstimateName *name,
                                  const AtlasEstimates *estimates);

G_END_DECLS

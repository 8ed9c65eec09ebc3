/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-profile-builder.h"

/* Profiles to draw, made without a file. */

/* A row of a table; a negative number is one that is not given. */
typedef struct
{
  const char *name;
  double count;
  double share;
} Holder;

static inline AtlasNumber
number (double value)
{
  AtlasNumber given = ATLAS_NUMBER_INIT;

  if (value >= 0)
    {
      given.value = value;
      given.state = ATLAS_NUMBER_GIVEN;
      given.line = 1;
    }

  return given;
}

static inline void
add_holders (AtlasProfileBuilder *builder,
             AtlasKind kind,
             const Holder *holders,
             guint n_holders)
{
  guint i;

  for (i = 0; i < n_holders; i++)
    {
      AtlasNumber rank = number (i + 1);
      AtlasNumber count = number (holders[i].count);
      AtlasNumber share = number (holders[i].share);

      atlas_profile_builder_add_entry (builder, kind, holders[i].name, -1,
                                       &rank, &count, &share, 20 + i);
    }
}

/* Names, edition and rates; the rest is added to the builder before. */
static inline AtlasProfile *
end_profile (AtlasProfileBuilder *builder,
             const char *cluster,
             const char *economy,
             int edition,
             double rank,
             double intensity_rank,
             double patents,
             double articles)
{
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);

  atlas_profile_builder_set_source (builder, "made.txt");
  atlas_profile_builder_set_cluster (builder, cluster, -1, 7);
  atlas_profile_builder_set_economy (builder, economy, -1, 3);
  numbers->edition = number (edition);
  numbers->rank = number (rank);
  numbers->intensity_rank = number (intensity_rank);
  numbers->top = number (100);
  numbers->per_million[ATLAS_PATENTS] = number (patents);
  numbers->per_million[ATLAS_ARTICLES] = number (articles);

  return atlas_profile_builder_end (builder);
}

static inline AtlasProfile *
make_shenyang (int edition)
{
  static const Holder applicants[] = {
    { "NORTHEASTERN UNIVERSITY", 278, 40 },
    { "SIA, CAS", 44, 6 },
    { "SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD.", 36, 5 },
  };
  static const Holder publishers[] = {
    { "NORTHEASTERN UNIVERSITY", 12012, 33 },
    { "CHINA MEDICAL UNIVERSITY", 7430, 20 },
    { "SHENYANG PHARMACEUTICAL UNIVERSITY", 2386, 6 },
  };
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();

  add_holders (builder, ATLAS_PATENTS, applicants, G_N_ELEMENTS (applicants));
  add_holders (builder, ATLAS_ARTICLES, publishers, G_N_ELEMENTS (publishers));

  return end_profile (builder, "Shenyang", "China", edition, 61, 89, 110, 5883);
}

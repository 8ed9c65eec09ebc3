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

/* What a set of made profiles is like. */
typedef enum
{
  SET_PLAIN,
  SET_LONG_NAMES,
  SET_EQUAL,
  SET_HUGE,
  SET_ZERO,
  SET_MISSING,
  SET_MANY_ROWS,
} SetKind;

#define N_SETS (SET_MANY_ROWS + 1)

/* More than 300 letters. */
#define LONG_NAME                                                            \
  "THE VERY LONG NAME OF AN INSTITUTE FOR ADVANCED STUDIES OF ALL KINDS OF " \
  "ELECTRICAL MACHINERY, APPARATUS, ENERGY AND TELECOMMUNICATIONS, OF THE "  \
  "MATHEMATICAL, PHYSICAL, CHEMICAL AND BIOLOGICAL SCIENCES AND OF THEIR "   \
  "APPLICATIONS IN MEDICINE, AGRICULTURE, FORESTRY AND FISHERIES UNDER THE " \
  "ACADEMY OF SCIENCES AND TECHNOLOGIES CO., LTD."

/* The next of a row of numbers from 0 to 1 that is the same on every
 * machine. */
static inline double
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;

  return (*state >> 8) / 16777216.0;
}

static inline void
add_made_holders (AtlasProfileBuilder *builder,
                  AtlasKind kind,
                  SetKind set,
                  guint32 *state)
{
  guint i, n = set == SET_MANY_ROWS ? 10 : 3;
  double total = set == SET_HUGE ? 1e12 : 500 + 9000 * next_random (state);
  double share = 5 + 35 * next_random (state);

  for (i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (
          "%s %u", set == SET_LONG_NAMES ? LONG_NAME : "UNIVERSITY", i + 1);
      Holder holder;

      if (set == SET_EQUAL)
        share = 12;
      if (set == SET_ZERO)
        share = 0;
      holder.name = name;
      holder.count = (double) (gint64) (total * share / 100);
      holder.share = (double) (int) (100 * holder.count / total + 0.5);
      if (set == SET_MISSING && i == 1)
        holder.share = holder.count = -1;
      add_holders (builder, kind, &holder, 1);
      share *= 0.4 + 0.5 * next_random (state);
    }
}

static inline void
add_made_fields (AtlasProfileBuilder *builder,
                 AtlasKind kind,
                 SetKind set,
                 guint32 *state)
{
  static const char *const names[] = {
    "Digital communication", "Computer technology",
    "Medical technology",    "Electrical machinery, apparatus, energy",
    "Pharmaceuticals",       "Audio-visual technology",
    "Biotechnology"
  };
  guint i, first = (guint) (7 * next_random (state));

  for (i = 0; i < 4; i++)
    {
      AtlasNumber share = number (set == SET_ZERO ? 0 : 2 + 5 * (4 - i));

      atlas_profile_builder_add_field (builder, kind, names[(first + i) % 7],
                                       -1, &share, 40 + i);
    }
}

/* @n clusters in each of @n_editions years. */
static inline GPtrArray *
make_set (SetKind set, guint n, guint n_editions)
{
  static const char *const economies[] = { "China",   "Japan",  "United States",
                                           "Germany", "France", "India",
                                           "Brazil",  "Canada", "Sweden",
                                           "Israel" };
  GPtrArray *profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  guint32 state = 4711 + (guint32) set;
  guint i, year;

  for (i = 0; i < n; i++)
    for (year = 0; year < n_editions; year++)
      {
        g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
        g_autofree char *cluster = g_strdup_printf (
            "%s %u", set == SET_LONG_NAMES ? LONG_NAME : "Cluster", i + 1);
        double rank = 1 + (i * 7 + year * (i % 5)) % 100;
        double per_million =
            set == SET_EQUAL ? 100 : 50 + 3000 * next_random (&state);
        AtlasKind kind;

        for (kind = 0; kind < ATLAS_N_KINDS; kind++)
          {
            add_made_holders (builder, kind, set, &state);
            add_made_fields (builder, kind, set, &state);
          }
        if (set == SET_HUGE)
          per_million *= 1e9;
        if (set == SET_ZERO)
          per_million = 0;
        g_ptr_array_add (
            profiles,
            end_profile (builder, cluster, economies[i % 10], 2024 - (int) year,
                         set == SET_MISSING && i % 3 == 1 ? -1 : rank,
                         set == SET_EQUAL ? 5 : 1 + (i * 13) % 100,
                         set == SET_MISSING && i % 3 == 2
                             ? -1
                             : (double) (gint64) per_million,
                         (double) (gint64) (per_million * 7)));
      }

  return profiles;
}

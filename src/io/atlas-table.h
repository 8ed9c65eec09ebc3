/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network.h"
#include "atlas-problem.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/* The tables that can be written; the nicks are the TABLEs of the command
 * line. */
typedef enum
{
  ATLAS_TABLE_PROFILES,
  ATLAS_TABLE_APPLICANTS,
  ATLAS_TABLE_PUBLISHERS,
  ATLAS_TABLE_LINKS,
  ATLAS_TABLE_PLACES,
  ATLAS_TABLE_PROBLEMS,
} AtlasTable;

#define ATLAS_N_TABLES (ATLAS_TABLE_PROBLEMS + 1)

/**
 * AtlasTableWidth:
 * @n_entries: columns for applicants, for publishers
 * @n_partners: columns for partners
 * @n_fields: columns for technology fields
 * @has_below: whether shares printed as "<1%" have a column of their own
 *
 * How many columns the lists of a profile need in the table of profiles.
 */
typedef struct
{
  guint n_entries[ATLAS_N_KINDS];
  guint n_partners[ATLAS_N_KINDS];
  guint n_fields[ATLAS_N_KINDS];
  gboolean has_below;
} AtlasTableWidth;

/* The columns that every ordinary profile fills. */
#define ATLAS_TABLE_WIDTH_INIT          \
  {                                     \
    { 3, 3 }, { 3, 3 }, { 0, 0 }, FALSE \
  }

const char *atlas_table_get_nick (AtlasTable table);

gboolean atlas_table_from_nick (const char *nick, AtlasTable *table);

void
atlas_table_width_extend (AtlasTableWidth *width, const AtlasTableWidth *other);

void
atlas_table_width_fit (AtlasTableWidth *width, const AtlasProfile *profile);

gboolean
atlas_table_width_equal (const AtlasTableWidth *a, const AtlasTableWidth *b);

void atlas_table_write_head (GString *out,
                             AtlasTable table,
                             const AtlasTableWidth *width,
                             char separator);

void atlas_table_write_profile (GString *out,
                                AtlasTable table,
                                const AtlasProfile *profile,
                                const AtlasTableWidth *width,
                                char separator);

void atlas_table_write_network (GString *out,
                                AtlasTable table,
                                const AtlasNetwork *network,
                                char separator);

void atlas_table_write_problem (GString *out,
                                const AtlasProblem *problem,
                                char separator);

G_END_DECLS

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
  ATLAS_DATA_TABLE_PROFILES,
  ATLAS_DATA_TABLE_APPLICANTS,
  ATLAS_DATA_TABLE_PUBLISHERS,
  ATLAS_DATA_TABLE_LINKS,
  ATLAS_DATA_TABLE_PLACES,
  ATLAS_DATA_TABLE_PROBLEMS,
} AtlasDataTable;

#define ATLAS_N_DATA_TABLES (ATLAS_DATA_TABLE_PROBLEMS + 1)

/**
 * AtlasDataWidth:
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
} AtlasDataWidth;

/* Columns of the table of profiles before those of the lists. */
#define ATLAS_DATA_N_LEADING 13

/* The columns that every ordinary profile fills. */
#define ATLAS_DATA_WIDTH_INIT           \
  {                                     \
    { 3, 3 }, { 3, 3 }, { 0, 0 }, FALSE \
  }

const char *atlas_data_table_get_nick (AtlasDataTable table);

gboolean atlas_data_table_from_nick (const char *nick, AtlasDataTable *table);

void
atlas_data_width_extend (AtlasDataWidth *width, const AtlasDataWidth *other);

void atlas_data_width_fit (AtlasDataWidth *width, const AtlasProfile *profile);

gboolean
atlas_data_width_equal (const AtlasDataWidth *a, const AtlasDataWidth *b);

void atlas_data_table_write_head (GString *out,
                                  AtlasDataTable table,
                                  const AtlasDataWidth *width,
                                  char separator);

void atlas_data_table_write_profile (GString *out,
                                     AtlasDataTable table,
                                     const AtlasProfile *profile,
                                     const AtlasDataWidth *width,
                                     char separator);

void atlas_data_table_write_network (GString *out,
                                     AtlasDataTable table,
                                     const AtlasNetwork *network,
                                     char separator);

void atlas_data_table_write_problem (GString *out,
                                     const AtlasProblem *problem,
                                     char separator);

G_END_DECLS

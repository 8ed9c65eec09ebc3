/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-columns-private.h"
#include "atlas-document.h"
#include "atlas-organisation.h"

static const AtlasProfile *
get_profile (const AtlasRowData *row)
{
  return atlas_document_get_profile (atlas_row_data_get_document (row));
}

static void
get_name (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  atlas_value_set_text (value, entry->name, entry->line);
  atlas_value_apply_alias (value, get_profile (row), aliases);
}

static void
get_printed_name (const AtlasRowData *row,
                  const AtlasAliases *aliases,
                  AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  atlas_value_set_text (value, entry->name, entry->line);
}

static void
get_kind (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  if (entry->name != NULL)
    value->text = atlas_organisation_kind_get_label (
        atlas_organisation_guess_kind (entry->name));
}

static void
get_rank (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  atlas_value_set_number (value, &entry->rank);
}

static void
get_count (const AtlasRowData *row,
           const AtlasAliases *aliases,
           AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  atlas_value_set_number (value, &entry->count);
}

static void
get_share (const AtlasRowData *row,
           const AtlasAliases *aliases,
           AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  atlas_value_set_number (value, &entry->share);
}

static void
get_cluster (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasProfile *profile = get_profile (row);

  atlas_value_set_text (value, profile->cluster, profile->cluster_line);
}

static void
get_economy (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasProfile *profile = get_profile (row);

  atlas_value_set_text (value, profile->economy, profile->economy_line);
}

static void
get_edition (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  atlas_value_set_number (value, &get_profile (row)->edition);
}

static void
get_source (const AtlasRowData *row,
            const AtlasAliases *aliases,
            AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  atlas_value_set_text (value, get_profile (row)->source, entry->line);
}

static void
get_line (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasEntry *entry = row->item;

  if (entry->line > 0)
    atlas_value_set_count (value, entry->line);
  value->line = entry->line;
}

#define ENTRY_COLUMNS(NAME, NAME_TEXT, COUNT, COUNT_TEXT, SHARE_TEXT) \
  {                                                                   \
    { "name", NAME,  NAME_TEXT, ATLAS_COLUMN_TEXT, 40,                \
      TRUE,   FALSE, NULL,      get_name },                           \
        { "cluster",                                                  \
          N_ ("Cluster"),                                             \
          N_ ("The cluster, as its profile names it"),                \
          ATLAS_COLUMN_TEXT,                                          \
          24,                                                         \
          TRUE,                                                       \
          FALSE,                                                      \
          NULL,                                                       \
          get_cluster },                                              \
        { "economy",                                                  \
          N_ ("Economy"),                                             \
          N_ ("The economy that the cluster lies in"),                \
          ATLAS_COLUMN_TEXT,                                          \
          14,                                                         \
          TRUE,                                                       \
          FALSE,                                                      \
          NULL,                                                       \
          get_economy },                                              \
        { "edition",                                                  \
          N_ ("Edition"),                                             \
          N_ ("The year of the index"),                               \
          ATLAS_COLUMN_YEAR,                                          \
          8,                                                          \
          TRUE,                                                       \
          FALSE,                                                      \
          NULL,                                                       \
          get_edition },                                              \
        { "rank",                                                     \
          N_ ("Rank"),                                                \
          N_ ("Rank in the table of the cluster"),                    \
          ATLAS_COLUMN_RANK,                                          \
          7,                                                          \
          TRUE,                                                       \
          FALSE,                                                      \
          NULL,                                                       \
          get_rank },                                                 \
        { "count", COUNT, COUNT_TEXT, ATLAS_COLUMN_NUMBER, 10, TRUE,  \
          TRUE,    NULL,  get_count },                                \
        { "share", N_ ("Share"), SHARE_TEXT, ATLAS_COLUMN_SHARE, 14,  \
          TRUE,    FALSE,        NULL,       get_share },             \
        { "kind",                                                     \
          N_ ("Kind of organisation"),                                \
          N_ ("University, company …: a guess from the name"),        \
          ATLAS_COLUMN_TEXT,                                          \
          20,                                                         \
          FALSE,                                                      \
          FALSE,                                                      \
          NULL,                                                       \
          get_kind },                                                 \
        { "printed_name",                                             \
          N_ ("Printed name"),                                        \
          N_ ("The name as printed, before any alias"),               \
          ATLAS_COLUMN_TEXT,                                          \
          40,                                                         \
          FALSE,                                                      \
          FALSE,                                                      \
          NULL,                                                       \
          get_printed_name },                                         \
        { "source",                                                   \
          N_ ("File"),                                                \
          N_ ("The file that the row was read from"),                 \
          ATLAS_COLUMN_TEXT,                                          \
          24,                                                         \
          FALSE,                                                      \
          FALSE,                                                      \
          NULL,                                                       \
          get_source },                                               \
        { "line",                                                     \
          N_ ("Line"),                                                \
          N_ ("The line of the file"),                                \
          ATLAS_COLUMN_LINE,                                          \
          7,                                                          \
          FALSE,                                                      \
          FALSE,                                                      \
          NULL,                                                       \
          get_line },                                                 \
  }

static const AtlasColumn applicant_columns[] =
    ENTRY_COLUMNS (N_ ("Applicant"),
                   N_ ("The organisation that filed PCT applications"),
                   N_ ("Patents"),
                   N_ ("PCT applications of five years"),
                   N_ ("Share in the PCT applications of the cluster"));

static const AtlasColumn publisher_columns[] =
    ENTRY_COLUMNS (N_ ("Publisher"),
                   N_ ("The organisation that published articles"),
                   N_ ("Articles"),
                   N_ ("Scientific articles of five years"),
                   N_ ("Share in the articles of the cluster"));

/**
 * atlas_applicant_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none): the columns of the applicants table
 */
const AtlasColumn *
atlas_applicant_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (applicant_columns);
  return applicant_columns;
}

/**
 * atlas_publisher_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none): the columns of the publishers table
 */
const AtlasColumn *
atlas_publisher_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (publisher_columns);
  return publisher_columns;
}

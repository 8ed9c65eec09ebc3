/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases.h"
#include "atlas-interval.h"
#include "atlas-row.h"

G_BEGIN_DECLS

/**
 * AtlasTableKind:
 * @ATLAS_TABLE_PROFILES: one row for each profile; items are AtlasDocument
 * @ATLAS_TABLE_APPLICANTS: one for each applicant of each profile; AtlasRow
 * @ATLAS_TABLE_PUBLISHERS: one for each publisher; AtlasRow
 * @ATLAS_TABLE_LINKS: one for each partner named; AtlasRow
 * @ATLAS_TABLE_PLACES: one for each place of the network; AtlasRow
 * @ATLAS_TABLE_PROBLEMS: one for each problem; AtlasFileProblem
 *
 * The tables of a session.
 */
typedef enum
{
  ATLAS_TABLE_PROFILES,
  ATLAS_TABLE_APPLICANTS,
  ATLAS_TABLE_PUBLISHERS,
  ATLAS_TABLE_LINKS,
  ATLAS_TABLE_PLACES,
  ATLAS_TABLE_PROBLEMS,
  ATLAS_N_TABLES,
} AtlasTableKind;

/**
 * AtlasColumnType:
 * @ATLAS_COLUMN_TEXT: text, sorted by the rules of the language
 * @ATLAS_COLUMN_YEAR: an edition
 * @ATLAS_COLUMN_RANK: a rank; the first is the best
 * @ATLAS_COLUMN_NUMBER: a count or a rate
 * @ATLAS_COLUMN_SHARE: percent
 * @ATLAS_COLUMN_LINE: a line of a file; nothing to count
 * @ATLAS_COLUMN_INTERVAL: an estimate, sorted by its middle
 *
 * What kind of values a column has.
 */
typedef enum
{
  ATLAS_COLUMN_TEXT,
  ATLAS_COLUMN_YEAR,
  ATLAS_COLUMN_RANK,
  ATLAS_COLUMN_NUMBER,
  ATLAS_COLUMN_SHARE,
  ATLAS_COLUMN_LINE,
  ATLAS_COLUMN_INTERVAL,
} AtlasColumnType;

/**
 * AtlasValue:
 * @text: (nullable): for text columns
 * @owned: (nullable): keeps @text where it was made for this value
 * @number: for years, ranks, numbers and shares
 * @of: the second number of "17 of 26"; not given elsewhere
 * @interval: for estimates
 * @line: line of the source file it was printed on, 0 for none
 * @icon: (nullable): name of an icon that stands before @text
 * @word: (nullable): what data files have in place of a translated @text
 *
 * The value of one cell. Its text lives as long as the value, the row and the
 * aliases do. Begin with ATLAS_VALUE_INIT, end with atlas_value_clear().
 */
typedef struct
{
  const char *text;
  char *owned;
  AtlasNumber number;
  AtlasNumber of;
  AtlasInterval interval;
  guint32 line;
  const char *icon;
  const char *word;
} AtlasValue;

#define ATLAS_VALUE_INIT                                                      \
  {                                                                           \
    NULL, NULL, ATLAS_NUMBER_INIT, ATLAS_NUMBER_INIT, ATLAS_INTERVAL_NONE, 0, \
        NULL, NULL                                                            \
  }

/**
 * AtlasColumn:
 * @id: stable name, the same as in CSV files
 * @title: (not translated yet): heading; atlas_column_get_title()
 * @description: (not translated yet): what the values are, for a tooltip
 * @type: what kind of values
 * @width: default width in characters
 * @visible: whether it is shown at first
 * @summable: whether a sum over rows means anything
 * @second: (nullable): id of the second part of "17 of 26" in data files
 * @get: fills in the value of a row; @value is empty
 *
 * A column of a table. Constant.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *description;
  AtlasColumnType type;
  guint width;
  gboolean visible;
  gboolean summable;
  const char *second;
  void (*get) (const AtlasRowData *row,
               const AtlasAliases *aliases,
               AtlasValue *value);
} AtlasColumn;

const AtlasColumn *atlas_columns_get (AtlasTableKind kind, guint *n_columns);

const char *atlas_column_get_title (const AtlasColumn *column);

const char *atlas_column_get_description (const AtlasColumn *column);

void atlas_column_get_value (const AtlasColumn *column,
                             const AtlasRowData *row,
                             const AtlasAliases *aliases,
                             AtlasValue *value);

void atlas_value_clear (AtlasValue *value);

gboolean atlas_column_is_countable (const AtlasColumn *column);

gboolean
atlas_value_is_missing (const AtlasColumn *column, const AtlasValue *value);

double
atlas_value_get_number (const AtlasColumn *column, const AtlasValue *value);

guint atlas_column_get_n_parts (const AtlasColumn *column);

char *atlas_column_dup_part_id (const AtlasColumn *column, guint part);

char *atlas_value_dup_part (const AtlasColumn *column,
                            const AtlasValue *value,
                            guint part);

const char *atlas_table_kind_get_nick (AtlasTableKind kind);

const char *atlas_table_kind_get_title (AtlasTableKind kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasValue, atlas_value_clear)

G_END_DECLS

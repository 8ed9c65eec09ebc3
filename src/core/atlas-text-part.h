/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-profile.h"
#include "atlas-span.h"

G_BEGIN_DECLS

/* What an ordinary profile needs; a larger one grows. */
#define ATLAS_PART_N_ROWS 10

/**
 * AtlasTextSlot:
 *
 * The numbers of a profile that are no lists and no year.
 */
typedef enum
{
  ATLAS_SLOT_NATIONAL_RANK,
  ATLAS_SLOT_NATIONAL_CLUSTERS,
  ATLAS_SLOT_TOP,
  ATLAS_SLOT_PATENTS_PER_MILLION,
  ATLAS_SLOT_ARTICLES_PER_MILLION,
  ATLAS_SLOT_RANK,
  ATLAS_SLOT_INTENSITY_RANK,
  ATLAS_SLOT_PATENT_COLLABORATION,
  ATLAS_SLOT_ARTICLE_COLLABORATION,
  ATLAS_N_SLOTS,
} AtlasTextSlot;

/**
 * AtlasTextPlace:
 *
 * The parts of a profile text. Each can be missing and can stand there twice.
 */
typedef enum
{
  ATLAS_PLACE_TITLE,
  ATLAS_PLACE_SENTENCE,
  ATLAS_PLACE_RATES,
  ATLAS_PLACE_RANK,
  ATLAS_PLACE_INTENSITY,
  ATLAS_PLACE_APPLICANTS,
  ATLAS_PLACE_PUBLISHERS,
  ATLAS_PLACE_FIELDS,
  ATLAS_PLACE_PATENT_PARTNERS,
  ATLAS_PLACE_ARTICLE_PARTNERS,
  ATLAS_N_PLACES,
} AtlasTextPlace;

/* A row of a table, a technology field, or a partner. */
typedef struct
{
  AtlasSpan name;
  AtlasNumber rank;
  AtlasNumber count;
  AtlasNumber share;
  guint32 line;
} AtlasTextRow;

/* Rows; in the part itself until they outgrow it. */
typedef struct
{
  AtlasTextRow *rows;
  guint n;
  guint capacity;
  AtlasTextRow first[ATLAS_PART_N_ROWS];
} AtlasTextRows;

/**
 * AtlasTextTable:
 * @rows: what was read
 * @announced: how many rows the heading announces, 0 when it does not say
 * @none: whether the source says "n/a" in place of rows
 * @again: next row to compare when the table stands there a second time, -1
 *   the first time
 */
typedef struct
{
  AtlasTextRows rows;
  guint announced;
  gboolean none;
  gint again;
} AtlasTextTable;

/**
 * AtlasTextPart:
 *
 * What was read of one profile so far. All spans point into the text, or into
 * lines that the parser joined.
 */
typedef struct
{
  guint32 first_line;
  guint32 last_line;

  /* where each place stands, 0 when it was not met */
  guint32 lines[ATLAS_N_PLACES];
  /* how many of them were met */
  guint content;

  AtlasSpan cluster;
  AtlasSpan demonym;
  guint32 demonym_line;

  /* the name as told by other places than the first sentence */
  AtlasSpan names[ATLAS_N_PLACES];
  guint32 name_lines[ATLAS_N_PLACES];

  AtlasNumber edition;
  gboolean edition_differs;
  AtlasNumber numbers[ATLAS_N_SLOTS];

  AtlasTextTable tables[ATLAS_N_KINDS];
  AtlasTextTable fields[ATLAS_N_KINDS];
  AtlasTextTable partners[ATLAS_N_KINDS];

  /* lines that may be the heading, or are not understood */
  AtlasTextRows others;
} AtlasTextPart;

void atlas_text_part_init (AtlasTextPart *self, guint32 line);

void atlas_text_part_clear (AtlasTextPart *self);

AtlasTextRow *atlas_text_rows_add (AtlasTextRows *self);

static inline gboolean
atlas_text_part_has (const AtlasTextPart *self, AtlasTextPlace place)
{
  return self->lines[place] != 0;
}

G_END_DECLS

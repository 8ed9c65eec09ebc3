/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-part.h"

#include <string.h>

static void
rows_init (AtlasTextRows *self)
{
  self->rows = self->first;
  self->n = 0;
  self->capacity = ATLAS_PART_N_ROWS;
}

static void
rows_clear (AtlasTextRows *self)
{
  if (self->rows != self->first)
    g_free (self->rows);
  rows_init (self);
}

/**
 * atlas_text_rows_add:
 * @self: rows
 *
 * Returns: (transfer none): a further row that gives nothing yet; valid until
 *   the next one is added
 */
AtlasTextRow *
atlas_text_rows_add (AtlasTextRows *self)
{
  AtlasTextRow *row;

  if (self->n == self->capacity)
    {
      AtlasTextRow *rows = g_new (AtlasTextRow, (gsize) self->capacity * 2);

      memcpy (rows, self->rows, self->n * sizeof (AtlasTextRow));
      if (self->rows != self->first)
        g_free (self->rows);
      self->rows = rows;
      self->capacity *= 2;
    }

  row = &self->rows[self->n++];
  memset (row, 0, sizeof *row);

  return row;
}

static void
table_init (AtlasTextTable *self)
{
  rows_init (&self->rows);
  self->announced = 0;
  self->none = FALSE;
  self->again = -1;
}

/**
 * atlas_text_part_init:
 * @self: a part, not initialised
 * @line: where it begins
 */
void
atlas_text_part_init (AtlasTextPart *self, guint32 line)
{
  guint kind;

  self->first_line = line;
  self->last_line = line;
  self->content = 0;
  self->cluster = ATLAS_SPAN_EMPTY;
  self->demonym = ATLAS_SPAN_EMPTY;
  self->demonym_line = 0;
  self->edition = (AtlasNumber) ATLAS_NUMBER_INIT;
  self->edition_differs = FALSE;
  memset (self->lines, 0, sizeof self->lines);
  memset (self->names, 0, sizeof self->names);
  memset (self->name_lines, 0, sizeof self->name_lines);
  memset (self->numbers, 0, sizeof self->numbers);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      table_init (&self->tables[kind]);
      table_init (&self->fields[kind]);
      table_init (&self->partners[kind]);
    }
  rows_init (&self->others);
}

/**
 * atlas_text_part_clear:
 * @self: a part
 *
 * Frees what outgrew the part.
 */
void
atlas_text_part_clear (AtlasTextPart *self)
{
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      rows_clear (&self->tables[kind].rows);
      rows_clear (&self->fields[kind].rows);
      rows_clear (&self->partners[kind].rows);
    }
  rows_clear (&self->others);
}

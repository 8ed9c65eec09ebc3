/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-encode-digits.h"
#include "atlas-number.h"

G_BEGIN_DECLS

/* So many bytes of a text are looked at together. */
#define ATLAS_CELLS_BLOCK 16

typedef guint8 AtlasCellsBlock
    __attribute__ ((vector_size (ATLAS_CELLS_BLOCK)));

/**
 * AtlasCells:
 * @out: where the rows go
 * @limit: what texts must not pass: behind it there is room for the numbers
 * @reserve: how much
 * @separator: what stands between two cells: a comma or a tab
 *
 * Writes the rows of a table cell by cell. A row has more than a hundred, and
 * where the next one goes is the one thing that changes with each: it is passed
 * along as "at" and stays in a register, whereas what a #GString holds of it
 * would be read and written again for every byte. Behind each cell stands a
 * separator; that of the last one becomes the end of the row.
 */
typedef struct
{
  GString *out;
  char *limit;
  gsize reserve;
  char separator;
} AtlasCells;

char *atlas_cells_begin (AtlasCells *self,
                         GString *out,
                         gsize n_numbers,
                         char separator);

char *
atlas_cells_put_text_slowly (AtlasCells *self, char *at, const char *text);

char *atlas_cells_put_digits_slowly (AtlasCells *self,
                                     char *at,
                                     double value,
                                     guint decimals,
                                     guint least);

/* Ends the row before @at, which has one cell at least. */
static inline void
atlas_cells_end (AtlasCells *self, char *at)
{
  at[-1] = '\n';
  *at = '\0';
  self->out->len = (gsize) (at - self->out->str);
}

/* Whether the @length bytes at @at, and zeros behind them, are some that a cell
 * must be quoted for. */
static inline gboolean
atlas_cells_find_special (const char *at, gsize length, char separator)
{
  AtlasCellsBlock found = { 0 };
  guint64 words[2];

  for (const char *end = at + length; at < end; at += ATLAS_CELLS_BLOCK)
    {
      AtlasCellsBlock bytes;

      memcpy (&bytes, at, sizeof bytes);
      found |= (AtlasCellsBlock) ((bytes == (guint8) separator) | (bytes == '"')
                                  | (bytes == '\n') | (bytes == '\r'));
    }
  memcpy (words, &found, sizeof words);

  return (words[0] | words[1]) != 0;
}

/* Puts a cell with @text, which may be %NULL, as atlas_encode_csv_text() does.
 * It is looked through where it was put: there is room for whole blocks. */
static inline char *
atlas_cells_put_text (AtlasCells *self, char *at, const char *text)
{
  static const char zeros[ATLAS_CELLS_BLOCK] = { 0 };
  gsize length;

  if (text == NULL)
    text = "";
  length = strlen (text);

  /* No mark that begins a formula comes behind '@'. */
  if (G_UNLIKELY (self->limit - at < (gssize) length + ATLAS_CELLS_BLOCK
                  || (length > 0 && (guchar) text[0] <= '@')))
    return atlas_cells_put_text_slowly (self, at, text);

  memcpy (at, text, length);
  memcpy (at + length, zeros, sizeof zeros);
  if (G_UNLIKELY (atlas_cells_find_special (at, length, self->separator)))
    return atlas_cells_put_text_slowly (self, at, text);

  at[length] = self->separator;

  return at + length + 1;
}

/* Puts a cell that says nothing. */
static inline char *
atlas_cells_put_nothing (AtlasCells *self, char *at)
{
  *at = self->separator;

  return at + 1;
}

/* Puts a cell with @value, which is finite, as atlas_encode_fixed() does with
 * @least the same as @decimals, and as atlas_encode_shortest() does with one.
 */
static inline char *
atlas_cells_put_digits (AtlasCells *self,
                        char *at,
                        double value,
                        guint decimals,
                        guint least)
{
  char *end = atlas_digits_put (at, value, decimals, least);

  if (G_UNLIKELY (end == NULL))
    return atlas_cells_put_digits_slowly (self, at, value, decimals, least);

  *end = self->separator;

  return end + 1;
}

/* Puts a cell with a whole number. */
static inline char *
atlas_cells_put_integer (AtlasCells *self, char *at, guint32 value)
{
  return atlas_cells_put_digits (self, at, value, 0, 0);
}

/* Puts a cell with @number, as many decimals as were printed. */
static inline char *
atlas_cells_put_number (AtlasCells *self, char *at, const AtlasNumber *number)
{
  return atlas_cells_put_digits (self, at, number->value, number->decimals,
                                 number->decimals);
}

G_END_DECLS

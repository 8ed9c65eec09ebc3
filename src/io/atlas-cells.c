/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cells.h"

#include "atlas-encode.h"

/* How much a row is expected to have of texts, at least. */
#define TEXT_BYTES 1024

/* Makes room at the end of what is written, and says where that is. */
static char *
make_room (AtlasCells *self)
{
  GString *out = self->out;
  gsize length = out->len;

  if (out->allocated_len - length < self->reserve + ATLAS_CELLS_BLOCK + 1)
    {
      g_string_set_size (out, length + self->reserve + TEXT_BYTES);
      g_string_truncate (out, length);
    }
  self->limit = out->str + out->allocated_len - self->reserve;

  return out->str + length;
}

/* Lets what stands before @at be the end of @out. */
static void
stop_at (AtlasCells *self, char *at)
{
  *at = '\0';
  self->out->len = (gsize) (at - self->out->str);
}

/* Goes on behind a cell that was appended. */
static char *
go_on (AtlasCells *self)
{
  g_string_append_c (self->out, self->separator);

  return make_room (self);
}

/**
 * atlas_cells_begin:
 * @self: the writer of a row; its members need not be set
 * @out: where to append the row
 * @n_numbers: cells of the row that are no texts, at most
 * @separator: a comma or a tab
 *
 * Begins a row. Cells are put at what is returned, each at what the one before
 * returned, and atlas_cells_end() ends the row.
 *
 * Returns: where the first cell goes, in @out
 */
char *
atlas_cells_begin (AtlasCells *self,
                   GString *out,
                   gsize n_numbers,
                   char separator)
{
  self->out = out;
  self->separator = separator;
  self->reserve = n_numbers * (ATLAS_DIGITS_BYTES + 1) + 1;

  return make_room (self);
}

/**
 * atlas_cells_put_text_slowly:
 * @self: the writer of a row
 * @at: where the cell goes
 * @text: (nullable): what stands in it
 *
 * Puts a cell with a text that needs quotes, begins like a formula, or has no
 * room.
 *
 * Returns: where the next cell goes
 */
char *
atlas_cells_put_text_slowly (AtlasCells *self, char *at, const char *text)
{
  stop_at (self, at);
  atlas_encode_csv_text (self->out, text, self->separator);

  return go_on (self);
}

/**
 * atlas_cells_put_digits_slowly:
 * @self: the writer of a row
 * @at: where the cell goes
 * @value: a finite number
 * @decimals: digits after the point
 * @least: how many of them stay when they are zeros: @decimals or one
 *
 * Puts a cell with a number of many digits.
 *
 * Returns: where the next cell goes
 */
char *
atlas_cells_put_digits_slowly (AtlasCells *self,
                               char *at,
                               double value,
                               guint decimals,
                               guint least)
{
  decimals = MIN (decimals, ATLAS_DIGITS_MAX_DECIMALS);
  stop_at (self, at);
  if (least < decimals)
    atlas_encode_shortest (self->out, value, decimals);
  else
    atlas_encode_fixed (self->out, value, decimals);

  return go_on (self);
}

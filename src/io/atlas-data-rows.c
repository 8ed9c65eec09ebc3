/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-data-rows.h"

#include <string.h>

/* Rows of the table of profiles that were made before it was known how many
 * columns the widest profile has. In front of those that were made with one
 * width it stands; the cells they lack are put in when they are written. To
 * read all files once more would take twice the time, to keep all profiles
 * twice the memory. */

/* In front of rows of one width; @length is that of the rows. */
typedef struct
{
  AtlasDataWidth width;
  gsize length;
} Mark;

/* Cells from one row to another. */
typedef struct
{
  GString *out;
  const char *at;
  const char *end;
  char separator;
} Copy;

/* Where the last mark is, with @width; it is added when the last rows have
 * another one. Widths only grow, so that there are few. */
static gsize
find_mark (GString *rows, const AtlasDataWidth *width, Mark *mark)
{
  gsize at = 0;
  gsize next = 0;

  while (next < rows->len)
    {
      at = next;
      memcpy (mark, rows->str + at, sizeof *mark);
      next += sizeof *mark + mark->length;
    }

  if (next > 0 && atlas_data_width_equal (&mark->width, width))
    return at;

  *mark = (Mark){ .width = *width };
  g_string_append_len (rows, (const char *) mark, sizeof *mark);

  return next;
}

/**
 * atlas_data_rows_append:
 * @rows: where to append
 * @profile: a profile
 * @width: columns to write, at least as many as @profile fills, and as the
 *   rows before it have
 * @separator: ',' or a tab
 *
 * Appends the row of @profile, for atlas_data_rows_take().
 */
void
atlas_data_rows_append (GString *rows,
                        const AtlasProfile *profile,
                        const AtlasDataWidth *width,
                        char separator)
{
  Mark mark;
  gsize at = find_mark (rows, width, &mark);
  gsize start = rows->len;

  atlas_data_table_write_profile (rows, ATLAS_DATA_TABLE_PROFILES, profile,
                                  width, separator);
  mark.length += rows->len - start;
  memcpy (rows->str + at, &mark, sizeof mark);
}

/**
 * atlas_data_rows_keep_text:
 * @spool: where rows wait
 * @last: (inout): the last of their marks; %NULL before the first rows
 * @text: whole rows
 * @length: bytes of @text
 * @width: the columns they have
 *
 * Puts @text behind the rows in @spool. Those of one width become one piece:
 * the larger what is written, the less it costs.
 */
void
atlas_data_rows_keep_text (AtlasSpool *spool,
                           char **last,
                           const char *text,
                           gsize length,
                           const AtlasDataWidth *width)
{
  Mark mark = { *width, length };
  Mark before = { 0 };

  if (*last != NULL)
    memcpy (&before, *last, sizeof before);

  if (*last != NULL && atlas_data_width_equal (&before.width, width)
      && atlas_spool_extend (spool, text, length))
    {
      before.length += length;
      memcpy (*last, &before, sizeof before);
      return;
    }

  *last = atlas_spool_add (spool, sizeof mark + length);
  memcpy (*last, &mark, sizeof mark);
  memcpy (*last + sizeof mark, text, length);
}

/**
 * atlas_data_rows_keep:
 * @spool: where rows wait
 * @last: (inout): the last of their marks; %NULL before the first rows
 * @rows: what atlas_data_rows_append() made
 *
 * Puts @rows behind those in @spool, for atlas_data_rows_take().
 */
void
atlas_data_rows_keep (AtlasSpool *spool, char **last, const GString *rows)
{
  const char *at = rows->str;
  const char *end = at + rows->len;

  while (at < end)
    {
      const char *text = at + sizeof (Mark);
      Mark mark;

      memcpy (&mark, at, sizeof mark);
      atlas_data_rows_keep_text (spool, last, text, mark.length, &mark.width);
      at = text + mark.length;
    }
}

/**
 * atlas_data_rows_fit:
 * @rows: what atlas_data_rows_append() made
 * @width: the columns of a table
 *
 * Returns: whether no row has more columns than the table
 */
gboolean
atlas_data_rows_fit (const GString *rows, const AtlasDataWidth *width)
{
  gsize at = 0;

  while (at < rows->len)
    {
      AtlasDataWidth both = *width;
      Mark mark;

      memcpy (&mark, rows->str + at, sizeof mark);
      atlas_data_width_extend (&both, &mark.width);
      if (!atlas_data_width_equal (&both, width))
        return FALSE;
      at += sizeof mark + mark.length;
    }

  return TRUE;
}

/* The end of the cell at @at, which begins with a separator but for the first
 * one of a row. */
static const char *
find_cell_end (const Copy *self)
{
  const char *at = self->at;
  gboolean quoted = FALSE;

  if (at < self->end && *at == self->separator)
    at++;
  for (; at < self->end; at++)
    {
      if (*at == '"')
        quoted = !quoted;
      else if (!quoted && (*at == self->separator || *at == '\n'))
        break;
    }

  return at;
}

static void
copy_cells (Copy *self, guint n)
{
  const char *start = self->at;

  while (n-- > 0)
    self->at = find_cell_end (self);
  g_string_append_len (self->out, start, self->at - start);
}

static void
add_cells (Copy *self, guint n)
{
  while (n-- > 0)
    g_string_append_c (self->out, self->separator);
}

static void
copy_share (Copy *self, const AtlasDataWidth *from, const AtlasDataWidth *to)
{
  copy_cells (self, from->has_below ? 2 : 1);
  if (to->has_below && !from->has_below)
    add_cells (self, 1);
}

/* A list whose items have @n_cells in front of their share. */
static void
copy_list (Copy *self,
           guint n_from,
           guint n_to,
           guint n_cells,
           const AtlasDataWidth *from,
           const AtlasDataWidth *to)
{
  guint i;

  for (i = 0; i < n_from; i++)
    {
      copy_cells (self, n_cells);
      copy_share (self, from, to);
    }
  add_cells (self, (n_to - n_from) * (n_cells + (to->has_below ? 2 : 1)));
}

/* One row. The order of the cells is that of atlas_data_table_write_head(). */
static void
widen (Copy *self, const AtlasDataWidth *from, const AtlasDataWidth *to)
{
  const char *start;
  guint kind;

  copy_cells (self, ATLAS_DATA_N_LEADING);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    copy_list (self, from->n_entries[kind], to->n_entries[kind], 3, from, to);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    copy_list (self, from->n_fields[kind], to->n_fields[kind], 1, from, to);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      copy_share (self, from, to);
      copy_cells (self, from->n_partners[kind]);
      add_cells (self, to->n_partners[kind] - from->n_partners[kind]);
    }

  /* The estimates, which need no quotes. */
  start = self->at;
  self->at = (const char *) memchr (start, '\n', self->end - start) + 1;
  g_string_append_len (self->out, start, self->at - start);
}

/**
 * atlas_data_rows_take:
 * @rows: (inout): what atlas_data_rows_append() made, not at its end; set to
 *   what follows the rows that were taken
 * @width: the columns of the table, at least those of each row
 * @separator: the one of the rows
 * @buffer: room for rows that are too narrow
 * @length: (out): number of bytes
 *
 * Takes some rows as they are in a table of that width. Most have it already
 * and are not copied.
 *
 * Returns: the rows, which stand in @rows or in @buffer
 */
const char *
atlas_data_rows_take (const char **rows,
                      const AtlasDataWidth *width,
                      char separator,
                      GString *buffer,
                      gsize *length)
{
  const char *start = *rows + sizeof (Mark);
  Copy copy = { buffer, start, NULL, separator };
  Mark mark;

  memcpy (&mark, *rows, sizeof mark);
  *rows = start + mark.length;
  *length = mark.length;
  if (atlas_data_width_equal (&mark.width, width))
    return start;

  g_string_truncate (buffer, 0);
  copy.end = *rows;
  while (copy.at < copy.end)
    widen (&copy, &mark.width, width);
  *length = buffer->len;

  return buffer->str;
}

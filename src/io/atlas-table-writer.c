/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-writer.h"

#include "atlas-data-rows.h"

/* The first profiles tell how wide most tables are: so many bytes of rows wait
 * before the table is begun. */
#define PATIENCE_BYTES (1024 * 1024)

struct _AtlasTableWriter
{
  AtlasOutput *output;
  char separator;
  /* Rows that wait, and the mark in front of the last ones. */
  AtlasSpool *spool;
  char *last;
  gsize n_waiting;
  /* So many bytes may wait. */
  gsize patience;
  /* Whether what is written can be taken back: not known before the table is
   * begun for the first time. */
  gboolean marked;
  /* Whether rows are written as they come, all with the columns of @width. */
  gboolean begun;
  AtlasDataWidth width;
  GString *buffer;
  /* Whether the head is among what is taken back, which comes first. */
  gboolean takes_head;
};

/**
 * atlas_table_writer_new:
 * @output: where the table goes; must stay until the writer is freed
 * @separator: ',' or a tab
 *
 * Returns: (transfer full): the writer of an empty table
 */
AtlasTableWriter *
atlas_table_writer_new (AtlasOutput *output, char separator)
{
  AtlasTableWriter *self;

  g_return_val_if_fail (output != NULL, NULL);

  self = g_new0 (AtlasTableWriter, 1);
  self->output = output;
  self->separator = separator;
  self->spool = atlas_spool_new ();
  self->patience = PATIENCE_BYTES;
  self->buffer = g_string_new (NULL);

  return self;
}

/**
 * atlas_table_writer_free:
 * @self: (transfer full): a writer
 */
void
atlas_table_writer_free (AtlasTableWriter *self)
{
  g_return_if_fail (self != NULL);

  atlas_spool_free (self->spool);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

/* Writes rows that fit into the table. */
static gboolean
write_rows (AtlasTableWriter *self,
            const char *rows,
            gsize length,
            GError **error)
{
  const char *end = rows + length;

  while (rows < end)
    {
      const char *text = atlas_data_rows_take (
          &rows, &self->width, self->separator, self->buffer, &length);

      if (!atlas_output_write (self->output, text, length, error))
        return FALSE;
    }

  return TRUE;
}

/* Writes the head, and the rows that wait. */
static gboolean
begin (AtlasTableWriter *self, const AtlasDataWidth *width, GError **error)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const char *rows;
  gsize length;

  self->begun = TRUE;
  self->width = *width;
  atlas_data_table_write_head (head, ATLAS_DATA_TABLE_PROFILES, width,
                               self->separator);
  if (!atlas_output_write_string (self->output, head, error))
    return FALSE;

  self->last = NULL;
  self->n_waiting = 0;
  while ((rows = atlas_spool_peek (self->spool, &length)) != NULL)
    {
      if (!write_rows (self, rows, length, error))
        return FALSE;
      atlas_spool_drop (self->spool);
    }

  return TRUE;
}

static void
take_piece (const char *bytes, gsize length, gpointer data)
{
  AtlasTableWriter *self = data;

  if (self->takes_head)
    {
      self->takes_head = FALSE;
      return;
    }

  atlas_data_rows_keep_text (self->spool, &self->last, bytes, length,
                             &self->width);
  self->n_waiting += length;
}

/* Lets the rows that are written wait again. The more they are, the longer: a
 * table that grows wider with every profile is not written over and over. */
static gboolean
take_back (AtlasTableWriter *self, GError **error)
{
  self->takes_head = TRUE;
  if (!atlas_output_take_back (self->output, take_piece, self, error))
    return FALSE;

  self->begun = FALSE;
  self->patience = self->n_waiting * 2;

  return TRUE;
}

/* Whether the table can be begun though wider rows may come. */
static gboolean
may_begin (AtlasTableWriter *self)
{
  if (self->n_waiting < self->patience)
    return FALSE;

  if (!self->marked)
    self->marked = atlas_output_mark (self->output);
  if (!self->marked)
    self->patience = G_MAXSIZE;

  return self->marked;
}

/**
 * atlas_table_writer_add:
 * @self: a writer
 * @rows: what atlas_data_rows_append() made
 * @width: columns enough for all rows so far, those of @rows among them
 * @error: return location for an error
 *
 * Adds rows. Into a file they are written once their columns seem to be known;
 * if a wider row comes all the same, what was written is taken back, and all is
 * kept again until twice as many are there. To a pipe nothing is written before
 * the end.
 *
 * Returns: whether nothing went wrong so far
 */
gboolean
atlas_table_writer_add (AtlasTableWriter *self,
                        const GString *rows,
                        const AtlasDataWidth *width,
                        GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (rows != NULL, FALSE);

  if (self->begun)
    {
      if (atlas_data_rows_fit (rows, &self->width))
        return write_rows (self, rows->str, rows->len, error);
      if (!take_back (self, error))
        return FALSE;
    }

  atlas_data_rows_keep (self->spool, &self->last, rows);
  self->n_waiting += rows->len;

  return !may_begin (self) || begin (self, width, error);
}

/**
 * atlas_table_writer_finish:
 * @self: a writer
 * @width: columns enough for all rows
 * @error: return location for an error
 *
 * Writes what is not written yet. A table that is begun has the width already:
 * no row made it wider.
 *
 * Returns: whether the whole table is written, or kept by the output
 */
gboolean
atlas_table_writer_finish (AtlasTableWriter *self,
                           const AtlasDataWidth *width,
                           GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->begun || begin (self, width, error);
}

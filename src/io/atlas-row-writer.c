/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-row-writer.h"

#include "atlas-data-rows.h"
#include "atlas-spool.h"

/* How many columns the table has is known when the last profile was read. Rows
 * wait for that; when they are many, those at the front are written as if no
 * profile to come were wider. Where one is, they are taken back. So the rows of
 * some thousand profiles need no more memory than a few, and are written while
 * others are read. */

/* How much of what was taken back is widened at once. */
#define WIDEN_BYTES (256 * 1024)

struct _AtlasRowWriter
{
  AtlasOutput *output;
  AtlasSpool *spool;
  char *last_rows;
  char separator;
  gboolean ahead;
  gboolean started;
  /* Of what was written, when anything was. */
  AtlasDataWidth written;
  gsize head_length;
};

/**
 * atlas_row_writer_new:
 * @output: where to write, nothing so far; must outlive the writer
 * @separator: ',' or a tab
 *
 * Returns: (transfer full): a writer
 */
AtlasRowWriter *
atlas_row_writer_new (AtlasOutput *output, char separator)
{
  AtlasRowWriter *self;

  g_return_val_if_fail (output != NULL, NULL);

  self = g_new0 (AtlasRowWriter, 1);
  self->output = output;
  self->separator = separator;
  self->spool = atlas_spool_new ();
  self->ahead = atlas_output_can_take_back (output);

  return self;
}

/**
 * atlas_row_writer_free:
 * @self: (transfer full): a writer
 */
void
atlas_row_writer_free (AtlasRowWriter *self)
{
  g_return_if_fail (self != NULL);

  atlas_spool_free (self->spool);
  g_free (self);
}

static gboolean
write_head (AtlasRowWriter *self, const AtlasDataWidth *width, GError **error)
{
  g_autoptr (GString) head = g_string_new (NULL);

  atlas_data_table_write_head (head, ATLAS_DATA_TABLE_PROFILES, width,
                               self->separator);
  self->started = TRUE;
  self->written = *width;
  self->head_length = head->len;

  return atlas_output_write_string (self->output, head, error);
}

/* The rows that have waited longest. */
static gboolean
write_block (AtlasRowWriter *self, const AtlasDataWidth *width, GError **error)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  gsize length;
  const char *rows = atlas_spool_peek (self->spool, &length);
  const char *end = rows + length;

  while (rows < end)
    {
      const char *text =
          atlas_data_rows_take (&rows, width, self->separator, buffer, &length);

      if (!atlas_output_write (self->output, text, length, error))
        return FALSE;
    }
  atlas_spool_drop (self->spool);

  return TRUE;
}

/**
 * atlas_row_writer_add:
 * @self: a writer
 * @rows: what atlas_data_rows_append() made
 * @width: the columns that all rows so far need
 * @error: return location for an error
 *
 * Returns: whether all could be written, or kept to be written
 */
gboolean
atlas_row_writer_add (AtlasRowWriter *self,
                      const GString *rows,
                      const AtlasDataWidth *width,
                      GError **error)
{
  g_return_val_if_fail (self != NULL && rows != NULL && width != NULL, FALSE);

  atlas_data_rows_keep (self->spool, &self->last_rows, rows);
  if (self->started && !atlas_data_width_equal (&self->written, width))
    self->ahead = FALSE;

  while (self->ahead && atlas_spool_get_n_blocks (self->spool) > 1)
    if ((!self->started && !write_head (self, width, error))
        || !write_block (self, width, error))
      return FALSE;

  return TRUE;
}

/* What was written ahead, as it is in a wider table. */
static gboolean
write_again (AtlasRowWriter *self, const AtlasDataWidth *width, GError **error)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autofree char *text = NULL;
  const AtlasDataWidth from = self->written;
  const char *rows;
  const char *end;
  gsize length;

  text = atlas_output_take_back (self->output, &length, error);
  if (text == NULL)
    return FALSE;

  rows = text + self->head_length;
  end = text + length;
  if (!write_head (self, width, error))
    return FALSE;
  while (rows < end)
    {
      atlas_data_rows_widen (&rows, end, &from, width, self->separator, buffer,
                             WIDEN_BYTES);
      if (!atlas_output_write_string (self->output, buffer, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * atlas_row_writer_finish:
 * @self: a writer
 * @width: the columns of the table
 * @error: return location for an error
 *
 * Writes all that is not written yet, the head of the table at least.
 *
 * Returns: whether all could be written, or kept to be written
 */
gboolean
atlas_row_writer_finish (AtlasRowWriter *self,
                         const AtlasDataWidth *width,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && width != NULL, FALSE);

  if (!self->started)
    {
      if (!write_head (self, width, error))
        return FALSE;
    }
  else if (!atlas_data_width_equal (&self->written, width)
           && !write_again (self, width, error))
    {
      return FALSE;
    }

  while (atlas_spool_get_n_blocks (self->spool) > 0)
    if (!write_block (self, width, error))
      return FALSE;

  return TRUE;
}

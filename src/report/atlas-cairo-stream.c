/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cairo-stream.h"

struct _AtlasCairoStream
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  GByteArray *held;
  gsize written;
  gboolean holding;
};

/**
 * atlas_cairo_stream_new:
 * @stream: where the bytes go
 * @cancellable: (nullable): to stop writing
 *
 * Returns: (transfer full): a stream
 */
AtlasCairoStream *
atlas_cairo_stream_new (GOutputStream *stream, GCancellable *cancellable)
{
  AtlasCairoStream *self = g_new0 (AtlasCairoStream, 1);

  self->stream = g_object_ref (stream);
  if (cancellable != NULL)
    self->cancellable = g_object_ref (cancellable);
  self->held = g_byte_array_new ();

  return self;
}

/**
 * atlas_cairo_stream_free:
 * @self: (transfer full): a stream
 */
void
atlas_cairo_stream_free (AtlasCairoStream *self)
{
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_byte_array_unref (self->held);
  g_free (self);
}

static void
write_all (AtlasCairoStream *self, const unsigned char *data, gsize length)
{
  self->written += length;
  g_output_stream_write_all (self->stream, data, length, NULL,
                             self->cancellable, &self->error);
}

/**
 * atlas_cairo_stream_write:
 * @closure: an #AtlasCairoStream
 * @data: bytes
 * @length: how many
 *
 * Says always that all is well: cairo 1.16 reads freed memory when a PDF
 * surface is finished after its stream has failed. Ask
 * atlas_cairo_stream_has_failed() instead.
 *
 * Returns: %CAIRO_STATUS_SUCCESS
 */
cairo_status_t
atlas_cairo_stream_write (void *closure,
                          const unsigned char *data,
                          unsigned int length)
{
  AtlasCairoStream *self = closure;

  if (self->error != NULL)
    return CAIRO_STATUS_SUCCESS;
  if (self->holding)
    g_byte_array_append (self->held, data, length);
  else
    write_all (self, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * atlas_cairo_stream_has_failed:
 * @self: a stream
 *
 * Returns: whether something could not be written; all after it is lost
 */
gboolean
atlas_cairo_stream_has_failed (const AtlasCairoStream *self)
{
  return self->error != NULL;
}

/**
 * atlas_cairo_stream_hold:
 * @self: a stream
 *
 * Keeps from now on what is written.
 */
void
atlas_cairo_stream_hold (AtlasCairoStream *self)
{
  self->holding = TRUE;
}

/**
 * atlas_cairo_stream_get_held:
 * @self: a stream
 *
 * Returns: (transfer none): what was kept; may be changed
 */
GByteArray *
atlas_cairo_stream_get_held (AtlasCairoStream *self)
{
  return self->held;
}

/**
 * atlas_cairo_stream_get_written:
 * @self: a stream
 *
 * Returns: how many bytes went out so far
 */
gsize
atlas_cairo_stream_get_written (const AtlasCairoStream *self)
{
  return self->written;
}

/**
 * atlas_cairo_stream_finish:
 * @self: a stream
 * @status: what the surface says after its end
 * @error: return location for an error
 *
 * Returns: whether everything was written
 */
gboolean
atlas_cairo_stream_finish (AtlasCairoStream *self,
                           cairo_status_t status,
                           GError **error)
{
  if (self->error == NULL && status == CAIRO_STATUS_SUCCESS)
    write_all (self, self->held->data, self->held->len);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}

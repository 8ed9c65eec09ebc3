/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasCairoStream:
 *
 * Takes what a cairo surface writes to a GOutputStream, and keeps the first
 * error. From atlas_cairo_stream_hold() on it keeps the bytes instead, so that
 * the end of a file can be worked over.
 */
typedef struct _AtlasCairoStream AtlasCairoStream;

AtlasCairoStream *
atlas_cairo_stream_new (GOutputStream *stream, GCancellable *cancellable);

void atlas_cairo_stream_free (AtlasCairoStream *self);

/* A cairo_write_func_t; the closure is the stream. */
cairo_status_t atlas_cairo_stream_write (void *closure,
                                         const unsigned char *data,
                                         unsigned int length);

gboolean atlas_cairo_stream_has_failed (const AtlasCairoStream *self);

void atlas_cairo_stream_hold (AtlasCairoStream *self);

/* What was kept; empty before atlas_cairo_stream_hold(). */
GByteArray *atlas_cairo_stream_get_held (AtlasCairoStream *self);

/* How many bytes were written before. */
gsize atlas_cairo_stream_get_written (const AtlasCairoStream *self);

/* Writes what is held. FALSE and the first error that there was, @status for
 * a fault of cairo's own. */
gboolean atlas_cairo_stream_finish (AtlasCairoStream *self,
                                    cairo_status_t status,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCairoStream, atlas_cairo_stream_free)

G_END_DECLS

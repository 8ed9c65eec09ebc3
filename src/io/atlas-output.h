/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasOutput:
 *
 * A file being written, or the standard output. A file appears, whole, when
 * atlas_output_finish() says so, and takes the place of an older one then and
 * not before. Freed without that, it leaves everything as it was.
 */
typedef struct _AtlasOutput AtlasOutput;

/**
 * AtlasOutputTake:
 * @bytes: what was written at once, valid during the call
 * @length: number of bytes
 * @data: what was given with the function
 *
 * Takes what is taken back.
 */
typedef void (*AtlasOutputTake) (const char *bytes,
                                 gsize length,
                                 gpointer data);

AtlasOutput *atlas_output_new_for_file (GFile *file, GError **error);

AtlasOutput *atlas_output_new_for_descriptor (int descriptor);

void atlas_output_free (AtlasOutput *self);

gboolean atlas_output_write (AtlasOutput *self,
                             const char *data,
                             gsize length,
                             GError **error);

gboolean
atlas_output_write_string (AtlasOutput *self, GString *text, GError **error);

gboolean atlas_output_mark (AtlasOutput *self);

gboolean atlas_output_take_back (AtlasOutput *self,
                                 AtlasOutputTake take,
                                 gpointer data,
                                 GError **error);

gboolean atlas_output_finish (AtlasOutput *self, GError **error);

void atlas_output_clear_unfinished (GFile *file);

gboolean
atlas_output_save (GFile *file, const char *data, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasOutput, atlas_output_free)

G_END_DECLS

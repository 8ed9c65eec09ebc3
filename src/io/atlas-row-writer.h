/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-data-table.h"
#include "atlas-output.h"

G_BEGIN_DECLS

/**
 * AtlasRowWriter:
 *
 * Writes the table of profiles while they are read.
 */
typedef struct _AtlasRowWriter AtlasRowWriter;

AtlasRowWriter *atlas_row_writer_new (AtlasOutput *output, char separator);

void atlas_row_writer_free (AtlasRowWriter *self);

gboolean atlas_row_writer_add (AtlasRowWriter *self,
                               const GString *rows,
                               const AtlasDataWidth *width,
                               GError **error);

gboolean atlas_row_writer_finish (AtlasRowWriter *self,
                                  const AtlasDataWidth *width,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowWriter, atlas_row_writer_free)

G_END_DECLS

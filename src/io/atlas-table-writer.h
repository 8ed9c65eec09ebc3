/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-data-table.h"
#include "atlas-output.h"

G_BEGIN_DECLS

/**
 * AtlasTableWriter:
 *
 * Writes the table of profiles while they are read, though only the last of
 * them tells how many columns the widest one has.
 */
typedef struct _AtlasTableWriter AtlasTableWriter;

AtlasTableWriter *atlas_table_writer_new (AtlasOutput *output, char separator);

void atlas_table_writer_free (AtlasTableWriter *self);

gboolean atlas_table_writer_add (AtlasTableWriter *self,
                                 const GString *rows,
                                 const AtlasDataWidth *width,
                                 GError **error);

gboolean atlas_table_writer_finish (AtlasTableWriter *self,
                                    const AtlasDataWidth *width,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableWriter, atlas_table_writer_free)

G_END_DECLS

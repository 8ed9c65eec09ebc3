/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-data-table.h"
#include "atlas-spool.h"

G_BEGIN_DECLS

void atlas_data_rows_append (GString *rows,
                             const AtlasProfile *profile,
                             const AtlasDataWidth *width,
                             char separator);

void atlas_data_rows_keep (AtlasSpool *spool, char **last, const GString *rows);

void atlas_data_rows_keep_text (AtlasSpool *spool,
                                char **last,
                                const char *text,
                                gsize length,
                                const AtlasDataWidth *width);

gboolean atlas_data_rows_fit (const GString *rows, const AtlasDataWidth *width);

const char *atlas_data_rows_take (const char **rows,
                                  const AtlasDataWidth *width,
                                  char separator,
                                  GString *buffer,
                                  gsize *length);

G_END_DECLS

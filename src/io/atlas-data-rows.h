/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-data-table.h"

G_BEGIN_DECLS

void atlas_data_rows_append (GString *rows,
                             const AtlasProfile *profile,
                             const AtlasDataWidth *width,
                             char separator);

void atlas_data_rows_write (GString *out,
                            const char *rows,
                            gsize length,
                            const AtlasDataWidth *width,
                            char separator);

G_END_DECLS

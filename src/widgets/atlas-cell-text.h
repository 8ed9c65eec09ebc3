/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-column.h"
#include "atlas-format.h"

G_BEGIN_DECLS

char *atlas_cell_text_format (const AtlasFormat *format,
                              const AtlasColumn *column,
                              const AtlasValue *value);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-span.h"

G_BEGIN_DECLS

/**
 * AtlasOrdinalResult:
 * @ATLAS_ORDINAL_OK: read
 * @ATLAS_ORDINAL_BAD_ENDING: read, but "1th" or "2st" or no ending at all
 * @ATLAS_ORDINAL_UNKNOWN: no ordinal that is known
 * @ATLAS_ORDINAL_BAD_NUMBER: digits that cannot be read
 */
typedef enum
{
  ATLAS_ORDINAL_OK,
  ATLAS_ORDINAL_BAD_ENDING,
  ATLAS_ORDINAL_UNKNOWN,
  ATLAS_ORDINAL_BAD_NUMBER,
} AtlasOrdinalResult;

AtlasOrdinalResult atlas_ordinal_read (AtlasSpan text, guint *value);

const char *atlas_ordinal_get_ending (guint value);

char *atlas_ordinal_to_words (guint value);

gboolean atlas_cardinal_read (AtlasSpan text, guint *value);

const char *atlas_cardinal_get_word (guint value);

G_END_DECLS

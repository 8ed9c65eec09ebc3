/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-span.h"

G_BEGIN_DECLS

/**
 * AtlasTextPhrase:
 * @bytes: what stands in the text, byte for byte
 * @length: how many bytes
 *
 * A piece of a sentence that is always the same.
 */
typedef struct
{
  const char *bytes;
  gsize length;
} AtlasTextPhrase;

#define ATLAS_TEXT_PHRASE(literal)  \
  {                                 \
    (literal), sizeof (literal) - 1 \
  }

gboolean atlas_text_match_usual (AtlasSpan text,
                                 const AtlasTextPhrase *phrases,
                                 guint n_phrases,
                                 AtlasSpan *slots);

gboolean atlas_text_strip_usual (AtlasSpan *text,
                                 const AtlasTextPhrase *before,
                                 const AtlasTextPhrase *behind);

gboolean atlas_text_is_usual (AtlasSpan text, const AtlasTextPhrase *phrase);

gboolean atlas_text_is_usual_number (AtlasSpan text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasEncodingResult:
 * @ATLAS_ENCODING_OK: all of it is text
 * @ATLAS_ENCODING_EMPTY: nothing, or blanks only
 * @ATLAS_ENCODING_BINARY: no text at all
 * @ATLAS_ENCODING_UNKNOWN: text, but nobody can say in which encoding
 */
typedef enum
{
  ATLAS_ENCODING_OK,
  ATLAS_ENCODING_EMPTY,
  ATLAS_ENCODING_BINARY,
  ATLAS_ENCODING_UNKNOWN,
} AtlasEncodingResult;

/**
 * AtlasDecoded:
 * @text: valid UTF-8 without a byte-order mark and without any NUL, not ended
 *   by one; bad bytes and NULs became U+FFFD
 * @length: bytes of @text
 * @owned: (nullable): the memory of @text where it is not the input itself
 * @bad_bytes: whether some bytes were replaced
 * @controls: whether there are control characters, or were NULs
 * @bidi: whether there are characters that turn the direction of text
 */
typedef struct
{
  const char *text;
  gsize length;
  char *owned;
  gboolean bad_bytes;
  gboolean controls;
  gboolean bidi;
} AtlasDecoded;

AtlasEncodingResult
atlas_encoding_decode (const char *data, gsize length, AtlasDecoded *decoded);

void atlas_decoded_clear (AtlasDecoded *decoded);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasDecoded, atlas_decoded_clear)

G_END_DECLS

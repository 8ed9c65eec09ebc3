/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-encoding.h"

#include <string.h>

#include "atlas-unicode.h"

/* What a byte can be to a first look. */
enum
{
  BYTE_CONTROL = 1 << 0,
  BYTE_HIGH = 1 << 1,
};

/* Of each so many bytes one may be bad before the text is no longer taken
 * for UTF-8 with a few faults. */
#define BYTES_FOR_EACH_BAD 16

/* The same for control characters in what may be binary. */
#define BYTES_FOR_EACH_CONTROL 16

/* So many bytes are looked at together. */
#define BLOCK_SIZE 16

typedef guint8 Block __attribute__ ((vector_size (BLOCK_SIZE)));

/* First bytes of files that are surely no text. */
static const struct
{
  const char *bytes;
  gsize length;
} signatures[] = {
  { "%PDF-", 5 },
  { "\x89PNG", 4 },
  { "PK\x03\x04", 4 },
  { "\x7f"
    "ELF",
    4 },
  { "GIF8", 4 },
  { "\xff\xd8\xff", 3 },
  { "\x1f\x8b", 2 },
  { "\xd0\xcf\x11\xe0", 4 },
  { "BZh", 3 },
  { "\xfd"
    "7zXZ",
    5 },
  { "7z\xbc\xaf", 4 },
  { "{\\rtf", 5 },
};

/* Byte-order marks; the longer ones first, as one begins like another. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *encoding;
  guint unit;
} marks[] = {
  { "\xef\xbb\xbf", 3, "UTF-8", 1 },
  { "\xff\xfe\x00\x00", 4, "UTF-32LE", 4 },
  { "\x00\x00\xfe\xff", 4, "UTF-32BE", 4 },
  { "\xff\xfe", 2, "UTF-16LE", 2 },
  { "\xfe\xff", 2, "UTF-16BE", 2 },
};

/* What each byte is; what any text has is nothing. */
static const guint8 classes[256] = {
  [0x00 ... 0x08] = BYTE_CONTROL,
  [0x0e ... 0x1f] = BYTE_CONTROL,
  [0x7f] = BYTE_CONTROL,
  [0x80 ... 0xff] = BYTE_HIGH,
};

static guint
classify_byte (char byte)
{
  return classes[(guchar) byte];
}

/* What is in the bytes from @first on, less than a block of them. */
static guint
look_at_rest (const char *data, gsize first, gsize length)
{
  guint found = 0;
  gsize i;

  for (i = first; i < length; i++)
    found |= classify_byte (data[i]);

  return found;
}

static gboolean
is_any (Block found)
{
  guint64 words[BLOCK_SIZE / 8];

  memcpy (words, &found, sizeof words);

  return (words[0] | words[1]) != 0;
}

/* All that is somewhere in the bytes. A block of them is looked at together:
 * whether all are what a line of text has and how it ends. */
static guint
look_at_bytes (const char *data, gsize length)
{
  const Block zeros = { 0 };
  Block odd = zeros;
  Block highs = zeros;
  guint found = 0;
  gsize i;

  for (i = 0; i + BLOCK_SIZE <= length; i += BLOCK_SIZE)
    {
      Block bytes;

      memcpy (&bytes, data + i, sizeof bytes);
      highs |= bytes;
      odd |= (Block) (((bytes & 0xe0) == 0)
                      & ~((bytes == '\n') | (bytes == '\t') | (bytes == '\r')));
      odd |= (Block) (bytes == 0x7f);
    }

  if (is_any (odd))
    return look_at_rest (data, 0, length);
  if (is_any (highs & 0x80))
    found |= BYTE_HIGH;

  return found | look_at_rest (data, i, length);
}

static gsize
count_controls (const char *data, gsize length)
{
  gsize i, n = 0;

  for (i = 0; i < length; i++)
    n += (classify_byte (data[i]) & BYTE_CONTROL) != 0;

  return n;
}

static gboolean
has_signature (const char *data, gsize length)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      /* The first byte rules out nearly all without a call. */
      if (length >= signatures[i].length && data[0] == signatures[i].bytes[0]
          && memcmp (data, signatures[i].bytes, signatures[i].length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Reads one unit of two or four bytes. */
static guint32
read_unit (const guchar *at, guint unit, gboolean big)
{
  guint32 value = 0;
  guint i;

  for (i = 0; i < unit; i++)
    value |= (guint32) at[i] << (big ? (unit - 1 - i) * 8 : i * 8);

  return value;
}

/* Decodes UTF-16 and UTF-32; what is no character becomes U+FFFD. */
static char *
decode_wide (const char *data,
             gsize length,
             guint unit,
             gboolean big,
             gsize *n_bytes,
             gboolean *bad)
{
  GString *text = g_string_sized_new (length + 1);
  const guchar *at = (const guchar *) data;
  const guchar *end = at + length;

  while ((gsize) (end - at) >= unit)
    {
      guint32 c = read_unit (at, unit, big);

      at += unit;
      if (unit == 2 && (c & 0xfc00) == 0xd800 && end - at >= 2
          && (read_unit (at, 2, big) & 0xfc00) == 0xdc00)
        {
          c = 0x10000 + ((c & 0x3ff) << 10) + (read_unit (at, 2, big) & 0x3ff);
          at += 2;
        }

      if (c > 0x10ffff || (c & 0xfffff800) == 0xd800)
        {
          c = 0xfffd;
          *bad = TRUE;
        }
      g_string_append_unichar (text, c);
    }

  if (at < end)
    {
      g_string_append_unichar (text, 0xfffd);
      *bad = TRUE;
    }

  *n_bytes = text->len;

  return g_string_free (text, FALSE);
}

/* Copies @data, with U+FFFD for each byte that is no UTF-8 and each NUL. */
static char *
repair (const char *data, gsize length, gsize *n_bytes, gsize *n_bad)
{
  GString *text = g_string_sized_new (length + 64);
  const char *end = data + length;

  *n_bad = 0;
  while (data < end)
    {
      const char *stop;

      g_utf8_validate (data, end - data, &stop);
      g_string_append_len (text, data, stop - data);
      if (stop == end)
        break;
      if (*stop != '\0')
        (*n_bad)++;
      g_string_append (text, "\xef\xbf\xbd");
      data = stop + 1;
    }

  *n_bytes = text->len;

  return g_string_free (text, FALSE);
}

/* The next byte from @at on that is not ASCII, or @end. */
static const char *
skip_ascii (const char *at, const char *end)
{
  Block bytes;

  for (; end - at >= BLOCK_SIZE; at += BLOCK_SIZE)
    {
      memcpy (&bytes, at, sizeof bytes);
      if (is_any (bytes & 0x80))
        break;
    }
  while (at < end && (guchar) *at < 0x80)
    at++;

  return at;
}

/* Looks for the rarer characters. Returns whether the text is valid UTF-8,
 * but for a NUL. */
static gboolean
look_at_characters (AtlasDecoded *decoded)
{
  const char *end = decoded->text + decoded->length;
  const char *at = decoded->text;

  while ((at = skip_ascii (at, end)) < end)
    {
      gunichar c = g_utf8_get_char_validated (at, end - at);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      if (atlas_unichar_is_bidi_control (c))
        decoded->bidi = TRUE;
      if (c < 0xa0 && c != 0x85)
        decoded->controls = TRUE;
      at = g_utf8_next_char (at);
    }

  return TRUE;
}

static void
take_owned (AtlasDecoded *decoded, char *text, gsize length)
{
  g_free (decoded->owned);
  decoded->owned = text;
  decoded->text = text;
  decoded->length = length;
}

/* Without a mark a wide encoding shows in every second byte being NUL. */
static AtlasEncodingResult
judge_controls (const char *data, gsize length)
{
  gsize n_nuls = 0;
  gsize i;

  if (count_controls (data, length) <= length / BYTES_FOR_EACH_CONTROL + 1)
    return ATLAS_ENCODING_OK;

  for (i = 0; i < length; i++)
    n_nuls += data[i] == '\0';

  return n_nuls > length / 4 && n_nuls < length ? ATLAS_ENCODING_UNKNOWN
                                                : ATLAS_ENCODING_BINARY;
}

/* Makes valid UTF-8 of bytes that are meant to be that. */
static AtlasEncodingResult
decode_utf8 (AtlasDecoded *decoded, guint found)
{
  AtlasEncodingResult result;
  gsize n_bytes, n_bad;
  char *text;

  if ((found & BYTE_CONTROL) != 0)
    {
      result = judge_controls (decoded->text, decoded->length);
      if (result != ATLAS_ENCODING_OK)
        return result;
      decoded->controls = TRUE;
    }

  if (look_at_characters (decoded)
      && memchr (decoded->text, '\0', decoded->length) == NULL)
    return ATLAS_ENCODING_OK;

  text = repair (decoded->text, decoded->length, &n_bytes, &n_bad);
  if (n_bad > decoded->length / BYTES_FOR_EACH_BAD + 4)
    {
      g_free (text);
      return ATLAS_ENCODING_UNKNOWN;
    }
  take_owned (decoded, text, n_bytes);
  decoded->bad_bytes = n_bad > 0;
  look_at_characters (decoded);

  return ATLAS_ENCODING_OK;
}

/* Decodes by the byte-order mark, if there is one. */
static gboolean
decode_marked (AtlasDecoded *decoded)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n_bytes;
      char *text;

      if (decoded->length < marks[i].length
          || decoded->text[0] != marks[i].bytes[0]
          || memcmp (decoded->text, marks[i].bytes, marks[i].length) != 0)
        continue;

      decoded->text += marks[i].length;
      decoded->length -= marks[i].length;
      if (marks[i].unit == 1)
        return FALSE;

      text = decode_wide (decoded->text, decoded->length, marks[i].unit,
                          g_str_has_suffix (marks[i].encoding, "BE"), &n_bytes,
                          &decoded->bad_bytes);
      take_owned (decoded, text, n_bytes);
      return TRUE;
    }

  return FALSE;
}

/* Whether there is nothing but blanks, of any kind. */
static gboolean
is_blank (const AtlasDecoded *decoded)
{
  const char *at = decoded->text;
  const char *end = at + decoded->length;

  while (at < end && atlas_unichar_is_blank (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);

  return at == end;
}

/**
 * atlas_encoding_decode:
 * @data: bytes of a file
 * @length: how many
 * @decoded: (out): the text; to be cleared with atlas_decoded_clear() unless
 *   the result is an error, then it is clear
 *
 * UTF-8 is taken as it is, without a copy; UTF-16 and UTF-32 are decoded when
 * a byte-order mark says so. Line ends stay where they are, so line numbers
 * hold.
 *
 * Returns: what came of it
 */
AtlasEncodingResult
atlas_encoding_decode (const char *data, gsize length, AtlasDecoded *decoded)
{
  AtlasEncodingResult result = ATLAS_ENCODING_OK;
  gboolean wide;
  guint found;

  *decoded = (AtlasDecoded){ .text = data, .length = length };

  if (has_signature (data, length))
    return ATLAS_ENCODING_BINARY;

  wide = decode_marked (decoded);
  found = look_at_bytes (decoded->text, decoded->length);
  if ((found & (BYTE_HIGH | BYTE_CONTROL)) != 0)
    {
      gboolean bad_units = wide && decoded->bad_bytes;

      result = decode_utf8 (decoded, found);
      if (result != ATLAS_ENCODING_OK)
        {
          atlas_decoded_clear (decoded);
          return result;
        }
      decoded->bad_bytes = decoded->bad_bytes || bad_units;
    }

  if (is_blank (decoded))
    {
      atlas_decoded_clear (decoded);
      return ATLAS_ENCODING_EMPTY;
    }

  return ATLAS_ENCODING_OK;
}

/**
 * atlas_decoded_clear:
 * @decoded: what atlas_encoding_decode() stored
 *
 * Frees what it owns. Can be called twice.
 */
void
atlas_decoded_clear (AtlasDecoded *decoded)
{
  g_clear_pointer (&decoded->owned, g_free);
  decoded->text = NULL;
  decoded->length = 0;
}

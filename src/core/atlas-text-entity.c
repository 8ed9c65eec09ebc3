/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include <string.h>

/* Character references, as they are left in text saved from a page. */

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp;", "&" },
  { "lt;", "<" },
  { "gt;", ">" },
  { "quot;", "\"" },
  { "apos;", "'" },
  { "nbsp;", "\xc2\xa0" },
  { "ndash;", "\xe2\x80\x93" },
  { "mdash;", "\xe2\x80\x94" },
  { "lsquo;", "\xe2\x80\x98" },
  { "rsquo;", "\xe2\x80\x99" },
  { "ldquo;", "\xe2\x80\x9c" },
  { "rdquo;", "\xe2\x80\x9d" },
};

/* Digits of a character reference that can be a character. */
#define MAX_DIGITS 7

/* Reads "#39;" or "#x27;"; 0 when it is none. */
static gunichar
read_reference (const char **at, const char *end)
{
  const char *digit = *at + 1;
  guint base = 10;
  guint n;
  gunichar c = 0;

  if (*at == end || **at != '#')
    return 0;
  if (digit < end && (*digit == 'x' || *digit == 'X'))
    {
      base = 16;
      digit++;
    }

  for (n = 0; digit < end && g_ascii_isxdigit (*digit); n++, digit++)
    {
      guint value = (guint) g_ascii_xdigit_value (*digit);

      if (value >= base || n == MAX_DIGITS)
        return 0;
      c = c * base + value;
    }

  if (n == 0 || digit == end || *digit != ';' || c == 0
      || !g_unichar_validate (c))
    return 0;
  *at = digit + 1;

  return c;
}

/* Appends what the reference behind an ampersand stands for. */
static gboolean
append_entity (GString *text, const char **at, const char *end)
{
  gunichar c;
  guint i;

  c = read_reference (at, end);
  if (c != 0)
    {
      g_string_append_unichar (text, c);
      return TRUE;
    }

  for (i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      gsize n = strlen (entities[i].name);

      if ((gsize) (end - *at) >= n
          && g_ascii_strncasecmp (*at, entities[i].name, n) == 0)
        {
          g_string_append (text, entities[i].text);
          *at += n;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * atlas_text_decode:
 * @self: a parser, which keeps the decoded text
 * @text: a name
 *
 * An ampersand that begins no reference stands for itself.
 *
 * Returns: @text, or the same with its character references resolved
 */
AtlasSpan
atlas_text_decode (AtlasTextParser *self, AtlasSpan text)
{
  const char *at = text.start;
  GString *decoded;
  gsize length;
  char *result;

  if (atlas_span_is_empty (text)
      || memchr (text.start, '&', atlas_span_length (text)) == NULL)
    return text;

  decoded = g_string_sized_new (atlas_span_length (text));
  while (at < text.end)
    {
      char c = *at++;

      if (c != '&' || !append_entity (decoded, &at, text.end))
        g_string_append_c (decoded, c);
    }

  length = decoded->len;
  result = g_string_free (decoded, FALSE);
  atlas_text_keep_string (self, result);

  return (AtlasSpan){ result, result + length };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-encode.h"

#include <string.h>

/**
 * atlas_encode_json_string:
 * @out: where to append
 * @text: (nullable): valid UTF-8
 *
 * Appends a JSON string with its quotes; "null" without a @text. Whatever is
 * no ASCII stays as it is.
 */
void
atlas_encode_json_string (GString *out, const char *text)
{
  static const char hex[] = "0123456789abcdef";
  const char *start, *p;

  if (text == NULL)
    {
      g_string_append (out, "null");
      return;
    }

  g_string_append_c (out, '"');
  for (start = p = text; *p != '\0'; p++)
    {
      guchar c = (guchar) *p;

      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
        continue;

      g_string_append_len (out, start, p - start);
      start = p + 1;
      g_string_append_c (out, '\\');
      if (c == '"' || c == '\\')
        g_string_append_c (out, (char) c);
      else if (c == '\n')
        g_string_append_c (out, 'n');
      else if (c == '\t')
        g_string_append_c (out, 't');
      else if (c == '\r')
        g_string_append_c (out, 'r');
      else
        {
          g_string_append (out, "u00");
          g_string_append_c (out, hex[c >> 4]);
          g_string_append_c (out, hex[c & 15]);
        }
    }
  g_string_append_len (out, start, p - start);
  g_string_append_c (out, '"');
}

/* So many bytes are looked at together. */
#define BLOCK_SIZE 16

typedef guint8 Block __attribute__ ((vector_size (BLOCK_SIZE)));

/* Where @bytes are one that a cell must be quoted for. */
static inline Block
find_special (Block bytes, guint8 separator)
{
  return (Block) ((bytes == separator) | (bytes == '"') | (bytes == '\n')
                  | (bytes == '\r'));
}

/* Whether a cell can hold @text without quotes. */
static inline gboolean
is_plain (const char *text, gsize length, char separator)
{
  Block found = { 0 };
  Block rest = { 0 };
  guint64 words[BLOCK_SIZE / 8];

  for (; length >= BLOCK_SIZE; text += BLOCK_SIZE, length -= BLOCK_SIZE)
    {
      Block bytes;

      memcpy (&bytes, text, sizeof bytes);
      found |= find_special (bytes, (guint8) separator);
    }
  memcpy (&rest, text, length);
  found |= find_special (rest, (guint8) separator);
  memcpy (words, &found, sizeof words);

  return (words[0] | words[1]) == 0;
}

/* As g_string_append_len(), without a call where there is room. */
static inline void
append_bytes (GString *out, const char *bytes, gsize n)
{
  if (out->allocated_len - out->len <= n)
    {
      g_string_append_len (out, bytes, (gssize) n);
      return;
    }

  memcpy (out->str + out->len, bytes, n);
  out->len += n;
  out->str[out->len] = '\0';
}

/* Whether a spreadsheet would run @text. A mark that stands alone, as for the
 * standard input, begins nothing. */
static inline gboolean
is_formula (const char *text)
{
  switch (text[0])
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
      return text[1] != '\0';

    default:
      return FALSE;
    }
}

/**
 * atlas_encode_csv_text:
 * @out: where to append
 * @text: (nullable): valid UTF-8
 * @separator: what stands between two cells: a comma or a tab
 *
 * Appends a text cell as RFC 4180 has it. A text that a spreadsheet would take
 * for a formula is made harmless by an apostrophe in front of it.
 */
void
atlas_encode_csv_text (GString *out, const char *text, char separator)
{
  const char *end;
  gsize length;
  gboolean quoted;

  if (text == NULL || text[0] == '\0')
    return;

  length = strlen (text);
  quoted = !is_plain (text, length, separator);
  if (quoted)
    g_string_append_c (out, '"');
  if (is_formula (text))
    g_string_append_c (out, '\'');
  if (!quoted)
    {
      append_bytes (out, text, length);
      return;
    }

  while (*(end = strchrnul (text, '"')) != '\0')
    {
      /* The quote, and again with what follows it. */
      append_bytes (out, text, (gsize) (end + 1 - text));
      g_string_append_c (out, '"');
      text = end + 1;
    }
  append_bytes (out, text, (gsize) (end - text));
  g_string_append_c (out, '"');
}

/* Whether XML 1.0 has @c at all. */
static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF)
         || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/**
 * atlas_encode_xml_text:
 * @out: where to append
 * @text: (nullable): valid UTF-8
 *
 * Appends @text for an XML element or attribute. A character that no XML
 * document can hold becomes U+FFFD; a blank that a parser would change is
 * written as a number.
 */
void
atlas_encode_xml_text (GString *out, const char *text)
{
  const char *p;

  for (p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        case '\t':
          g_string_append (out, "&#9;");
          break;
        case '\n':
          g_string_append (out, "&#10;");
          break;
        case '\r':
          g_string_append (out, "&#13;");
          break;
        default:
          g_string_append_unichar (out, is_xml_character (c) ? c : 0xFFFD);
          break;
        }
    }
}

/* Characters that turn the direction of a line. */
static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061C || c == 0x200E || c == 0x200F
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * atlas_encode_visible:
 * @out: where to append
 * @text: (nullable): valid UTF-8
 *
 * Appends @text for a line on a terminal: control characters, which could move
 * the cursor or fake another line, are shown as "\n" or "\x1b".
 */
void
atlas_encode_visible (GString *out, const char *text)
{
  const char *p;

  for (p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else if (c == '\r')
        g_string_append (out, "\\r");
      else if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        g_string_append_printf (out, "\\x%02x", c);
      else if (is_bidi_control (c) || c == 0x2028 || c == 0x2029)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
}

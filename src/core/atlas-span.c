/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-span.h"

#include <string.h>

#include "atlas-fold.h"
#include "atlas-unicode.h"

/* Bytes of the one character at @at; the text is valid UTF-8. */
static gsize
char_length (const char *at)
{
  return (gsize) (g_utf8_next_char (at) - at);
}

/* Length of the blank that @at begins with, 0 when it is none. */
static gsize
blank_at (const char *at, const char *end)
{
  if (at == end)
    return 0;
  if ((guchar) *at < 0x80)
    return atlas_unichar_is_blank ((guchar) *at) ? 1 : 0;

  return atlas_unichar_is_blank (g_utf8_get_char (at)) ? char_length (at) : 0;
}

/* Length of the blank or emphasis mark that @at begins with. */
static gsize
gap_at (const char *at, const char *end)
{
  if (at != end && (*at == '*' || *at == '_'))
    return 1;

  return blank_at (at, end);
}

static gsize
dash_at (const char *at, const char *end)
{
  if (at == end)
    return 0;
  if ((guchar) *at < 0x80)
    return *at == '-' ? 1 : 0;

  return atlas_unichar_is_dash (g_utf8_get_char (at)) ? char_length (at) : 0;
}

static const char *
skip_gaps (const char *at, const char *end)
{
  gsize n;

  while (at < end && !atlas_span_is_plain (*at) && (n = gap_at (at, end)) > 0)
    at += n;

  return at;
}

/**
 * atlas_span_from_string:
 * @string: a text ended by a nul
 *
 * Returns: all of @string
 */
AtlasSpan
atlas_span_from_string (const char *string)
{
  return (AtlasSpan){ string, string + strlen (string) };
}

static inline AtlasSpan
trim (AtlasSpan span, gsize (*length_at) (const char *, const char *))
{
  gsize n;

  while ((n = length_at (span.start, span.end)) > 0)
    span.start += n;

  while (span.end > span.start)
    {
      const char *last = span.end - 1;

      while (last > span.start && ((guchar) *last & 0xc0) == 0x80)
        last--;
      if (length_at (last, span.end) == 0)
        break;
      span.end = last;
    }

  return span;
}

/**
 * atlas_span_trim_blanks:
 * @span: a span
 *
 * Returns: see atlas_span_trim()
 */
AtlasSpan
atlas_span_trim_blanks (AtlasSpan span)
{
  return trim (span, blank_at);
}

/**
 * atlas_span_trim_gaps:
 * @span: a span
 *
 * Returns: see atlas_span_trim_marks()
 */
AtlasSpan
atlas_span_trim_gaps (AtlasSpan span)
{
  return trim (span, gap_at);
}

/**
 * atlas_span_trim_end:
 * @span: a span
 * @characters: ASCII characters
 *
 * Returns: @span without any of @characters, blanks and emphasis marks at its
 *   end
 */
AtlasSpan
atlas_span_trim_end (AtlasSpan span, const char *characters)
{
  span = atlas_span_trim_marks (span);
  while (span.end > span.start && strchr (characters, span.end[-1]) != NULL)
    {
      span.end--;
      span = atlas_span_trim_marks (span);
    }

  return span;
}

/* Matches one character of a phrase that is no letter; NULL when it does not
 * fit. */
static const char *
match_special (char expected, const char *at, const char *end)
{
  const char *behind;
  gsize n;

  switch (expected)
    {
    case ' ':
      behind = skip_gaps (at, end);
      return behind > at ? behind : NULL;

    case '-':
      behind = skip_gaps (at, end);
      n = dash_at (behind, end);
      if (n > 0)
        return skip_gaps (behind + n, end);
      return behind > at ? behind : NULL;

    case '\'':
      if (at == end || !atlas_unichar_is_apostrophe (g_utf8_get_char (at)))
        return NULL;
      return at + char_length (at);

    case '&':
      if (at == end || *at != '&')
        return NULL;
      if (end - at >= 5 && g_ascii_strncasecmp (at, "&amp;", 5) == 0)
        return at + 5;
      return at + 1;

    default:
      return at != end && *at == expected ? at + 1 : NULL;
    }
}

/**
 * atlas_span_skip_phrase:
 * @span: (inout): a span
 * @phrase: lower-case ASCII: a blank stands for any blanks and emphasis
 *   marks, a hyphen for any dash or blank, an apostrophe for any apostrophe,
 *   & also for &amp;
 *
 * Moves @span behind @phrase when it begins so, in any case of letters.
 *
 * Returns: whether it did
 */
gboolean
atlas_span_skip_phrase (AtlasSpan *span, const char *phrase)
{
  const char *at = span->start;

  for (; *phrase != '\0'; phrase++)
    {
      if (*phrase >= 'a' && *phrase <= 'z')
        {
          if (at == span->end || (*at | 0x20) != *phrase)
            return FALSE;
          at++;
        }
      else if (*phrase == ' ' && span->end - at > 1 && at[0] == ' '
               && atlas_span_is_plain (at[1]))
        {
          at++;
        }
      else
        {
          at = match_special (*phrase, at, span->end);
          if (at == NULL)
            return FALSE;
        }
    }

  span->start = at;

  return TRUE;
}

/**
 * atlas_span_take_word:
 * @span: (inout): a span
 *
 * Moves @span behind its first word and the gap that follows.
 *
 * Returns: the word: all up to a blank or emphasis mark; empty at the end
 */
AtlasSpan
atlas_span_take_word (AtlasSpan *span)
{
  AtlasSpan word;

  word.start = skip_gaps (span->start, span->end);
  word.end = word.start;
  while (
      word.end < span->end
      && (atlas_span_is_plain (*word.end) || gap_at (word.end, span->end) == 0))
    word.end += char_length (word.end);
  span->start = skip_gaps (word.end, span->end);

  return word;
}

/* The next character of a place as it is folded: one for all dashes, one for
 * a run of blanks, none for blanks at a dash or an end. 0 at the end. */
static gunichar
next_folded (const char **at, const char *end, gboolean *after_dash)
{
  gboolean blank = FALSE;
  gunichar c;
  gsize n;

  while ((n = blank_at (*at, end)) > 0)
    {
      *at += n;
      blank = TRUE;
    }
  if (*at == end)
    return 0;

  n = dash_at (*at, end);
  if (n > 0)
    {
      *at += n;
      *after_dash = TRUE;
      return '-';
    }
  if (blank && !*after_dash)
    {
      *after_dash = TRUE;
      return ' ';
    }

  *after_dash = FALSE;
  c = (guchar) * *at;
  if (c < 0x80)
    {
      (*at)++;
      return (gunichar) g_ascii_tolower ((char) c);
    }
  c = g_utf8_get_char (*at);
  *at = g_utf8_next_char (*at);

  return c;
}

static gboolean
keys_equal (AtlasSpan a, AtlasSpan b)
{
  g_autofree char *first = g_strndup (a.start, atlas_span_length (a));
  g_autofree char *second = g_strndup (b.start, atlas_span_length (b));
  g_autofree char *first_key = atlas_fold_place (first);
  g_autofree char *second_key = atlas_fold_place (second);

  return strcmp (first_key, second_key) == 0;
}

/* What a name has at a byte, as far as it surely stays that when folded. */
typedef enum
{
  BYTE_OTHER,
  BYTE_SIGN,
  BYTE_BLANK,
  BYTE_END,
} ByteKind;

static gboolean
is_sign (char c)
{
  return g_ascii_isgraph (c) && c != '-';
}

/* An accent that follows may change a letter; a blank counts only between two
 * signs that are no dash. */
static ByteKind
classify_byte (AtlasSpan name, gsize i)
{
  const gsize length = atlas_span_length (name);
  const char *at = name.start + i;

  if (i == length)
    return BYTE_END;
  if (is_sign (*at))
    return i + 1 == length || (guchar) at[1] < 0x80 ? BYTE_SIGN : BYTE_OTHER;

  return *at == ' ' && i > 0 && is_sign (at[-1]) && i + 2 < length
                 && is_sign (at[1]) && (guchar) at[2] < 0x80
             ? BYTE_BLANK
             : BYTE_OTHER;
}

/* Whether both end in signs that differ, which most names do. A sign at the
 * end has no accent behind it and stays what it is. */
static gboolean
end_differently (AtlasSpan a, AtlasSpan b)
{
  char of_a = a.end[-1];
  char of_b = b.end[-1];

  return of_a != of_b && is_sign (of_a) && is_sign (of_b)
         && ((of_a ^ of_b) != 0x20 || !g_ascii_isalpha (of_a));
}

/* Whether the first difference is one of letters, digits and other signs, or
 * of one and a blank or the end: then no folding makes the two one. */
static gboolean
differ_plainly (AtlasSpan a, AtlasSpan b)
{
  const gsize n = MIN (atlas_span_length (a), atlas_span_length (b));
  ByteKind of_a, of_b;
  gsize i = 0;

  while (i < n && a.start[i] == b.start[i])
    i++;

  of_a = classify_byte (a, i);
  of_b = classify_byte (b, i);
  if (of_a == BYTE_OTHER || of_b == BYTE_OTHER)
    return FALSE;
  if (of_a != of_b)
    return TRUE;

  return of_a == BYTE_SIGN
         && g_ascii_tolower (a.start[i]) != g_ascii_tolower (b.start[i]);
}

/**
 * atlas_span_equal_place:
 * @a: name of a place
 * @b: another
 *
 * Names that differ in an ASCII letter, which nearly all do, are told apart
 * without folding them.
 *
 * Returns: whether both have the same key, see atlas_fold_place()
 */
gboolean
atlas_span_equal_place (AtlasSpan a, AtlasSpan b)
{
  const char *a_at = a.start;
  const char *b_at = b.start;
  gboolean a_dash = TRUE;
  gboolean b_dash = TRUE;

  if (atlas_span_is_empty (a) || atlas_span_is_empty (b))
    return atlas_span_is_empty (a) && atlas_span_is_empty (b);

  if (end_differently (a, b))
    return FALSE;
  if (atlas_span_length (a) == atlas_span_length (b)
      && memcmp (a.start, b.start, atlas_span_length (a)) == 0)
    return TRUE;
  if (differ_plainly (a, b))
    return FALSE;

  for (;;)
    {
      gunichar x = next_folded (&a_at, a.end, &a_dash);
      gunichar y = next_folded (&b_at, b.end, &b_dash);

      if (x != y)
        return (x >= 0x80 || y >= 0x80) && keys_equal (a, b);
      if (x == 0)
        return TRUE;
    }
}

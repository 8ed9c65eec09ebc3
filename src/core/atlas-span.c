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

  while ((n = gap_at (at, end)) > 0)
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

/* Whether @c is neither blank nor mark nor part of a longer character. */
static gboolean
is_plain (char c)
{
  return c > ' ' && c != '*' && c != '_';
}

static inline AtlasSpan
trim (AtlasSpan span, gsize (*length_at) (const char *, const char *))
{
  gsize n;

  if (span.end > span.start && is_plain (*span.start)
      && is_plain (span.end[-1]))
    return span;

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
 * atlas_span_trim:
 * @span: a span
 *
 * Returns: @span without blanks at both ends, of any kind and width
 */
AtlasSpan
atlas_span_trim (AtlasSpan span)
{
  return trim (span, blank_at);
}

/**
 * atlas_span_trim_marks:
 * @span: a span
 *
 * Returns: @span without blanks and emphasis marks at both ends
 */
AtlasSpan
atlas_span_trim_marks (AtlasSpan span)
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
 * atlas_span_skip:
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
atlas_span_skip (AtlasSpan *span, const char *phrase)
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
               && is_plain (at[1]))
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

/* Whether a word can begin at @at. */
static gboolean
at_word_start (AtlasSpan span, const char *at)
{
  return at == span.start || !g_ascii_isalnum (at[-1]);
}

/* The next @letter, or @end. */
static const char *
find_letter (const char *at, const char *end, char letter)
{
  const char *found = at < end ? memchr (at, letter, (gsize) (end - at)) : NULL;

  return found != NULL ? found : end;
}

/**
 * atlas_span_find:
 * @span: a span
 * @phrase: a phrase as in atlas_span_skip(), beginning with a letter
 * @before: (out) (optional): what stands before the phrase
 * @after: (out) (optional): what stands behind it
 *
 * Looks for the first place where @phrase begins a word.
 *
 * Returns: whether there is one; otherwise nothing is stored
 */
gboolean
atlas_span_find (AtlasSpan span,
                 const char *phrase,
                 AtlasSpan *before,
                 AtlasSpan *after)
{
  const char second = g_ascii_islower (phrase[1]) ? phrase[1] : '\0';
  const char *lower = find_letter (span.start, span.end, phrase[0]);
  const char *upper =
      find_letter (span.start, span.end, g_ascii_toupper (phrase[0]));

  while (lower < span.end || upper < span.end)
    {
      const char *at = MIN (lower, upper);
      AtlasSpan rest = { at, span.end };

      if (at == lower)
        lower = find_letter (at + 1, span.end, phrase[0]);
      else
        upper = find_letter (at + 1, span.end, g_ascii_toupper (phrase[0]));

      /* Two letters tell nearly all other words. */
      if ((second != '\0' && at + 1 < span.end && (at[1] | 0x20) != second)
          || !at_word_start (span, at) || !atlas_span_skip (&rest, phrase))
        continue;

      if (before != NULL)
        *before = (AtlasSpan){ span.start, at };
      if (after != NULL)
        *after = rest;
      return TRUE;
    }

  return FALSE;
}

/**
 * atlas_span_find_last:
 * @span: a span
 * @phrase: a phrase as in atlas_span_skip(), beginning with a letter
 * @before: (out) (optional): what stands before the phrase
 * @after: (out) (optional): what stands behind it
 *
 * Looks for the last place where @phrase begins a word.
 *
 * Returns: whether there is one; otherwise nothing is stored
 */
gboolean
atlas_span_find_last (AtlasSpan span,
                      const char *phrase,
                      AtlasSpan *before,
                      AtlasSpan *after)
{
  const char *at;

  for (at = span.end; at > span.start; at--)
    {
      AtlasSpan rest = { at - 1, span.end };

      if ((at[-1] | 0x20) != *phrase || !at_word_start (span, at - 1)
          || !atlas_span_skip (&rest, phrase))
        continue;

      if (before != NULL)
        *before = (AtlasSpan){ span.start, at - 1 };
      if (after != NULL)
        *after = rest;
      return TRUE;
    }

  return FALSE;
}

/**
 * atlas_span_has:
 * @span: a span
 * @phrase: a phrase as in atlas_span_find()
 *
 * Returns: whether @phrase begins a word somewhere in @span
 */
gboolean
atlas_span_has (AtlasSpan span, const char *phrase)
{
  return atlas_span_find (span, phrase, NULL, NULL);
}

/**
 * atlas_span_is:
 * @span: a span
 * @phrase: a phrase as in atlas_span_skip()
 *
 * Returns: whether @span is @phrase and nothing else
 */
gboolean
atlas_span_is (AtlasSpan span, const char *phrase)
{
  return atlas_span_skip (&span, phrase) && atlas_span_is_empty (span);
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
  while (word.end < span->end && gap_at (word.end, span->end) == 0)
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

/* Whether the first difference is one of plain letters or digits, and no
 * accent can follow them: then no folding makes the two one. */
static gboolean
differ_plainly (AtlasSpan a, AtlasSpan b)
{
  gsize n = MIN (atlas_span_length (a), atlas_span_length (b));
  gsize i = 0;

  while (i < n && a.start[i] == b.start[i])
    i++;

  return i + 1 < n && g_ascii_isalnum (a.start[i])
         && g_ascii_isalnum (b.start[i])
         && ((a.start[i] ^ b.start[i]) & ~0x20) != 0
         && (guchar) a.start[i + 1] < 0x80 && (guchar) b.start[i + 1] < 0x80;
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

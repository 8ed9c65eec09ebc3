/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasSpan:
 * @start: first byte
 * @end: behind the last byte
 *
 * A piece of a text that somebody else owns: valid UTF-8, not ended by a nul.
 */
typedef struct
{
  const char *start;
  const char *end;
} AtlasSpan;

#define ATLAS_SPAN_EMPTY ((AtlasSpan){ NULL, NULL })

static inline gsize
atlas_span_length (AtlasSpan span)
{
  return (gsize) (span.end - span.start);
}

static inline gboolean
atlas_span_is_empty (AtlasSpan span)
{
  return span.start == span.end;
}

/* Whether @span can begin with a phrase that begins with @first. Most texts
 * are no phrase that is looked for: this saves a call. */
static inline gboolean
atlas_span_may_begin (AtlasSpan span, char first)
{
  return first < 'a' || first > 'z'
         || (span.start != span.end && (*span.start | 0x20) == first);
}

AtlasSpan atlas_span_from_string (const char *string);

/* Whether @c is neither blank nor mark nor part of a longer character. */
static inline gboolean
atlas_span_is_plain (char c)
{
  return (gint8) c > ' ' && c != '*' && c != '_';
}

/* Whether there is surely nothing to trim. */
static inline gboolean
atlas_span_has_plain_ends (AtlasSpan span)
{
  return span.end > span.start && atlas_span_is_plain (*span.start)
         && atlas_span_is_plain (span.end[-1]);
}

AtlasSpan atlas_span_trim_blanks (AtlasSpan span);

AtlasSpan atlas_span_trim_gaps (AtlasSpan span);

/**
 * atlas_span_trim:
 * @span: a span
 *
 * Returns: @span without blanks at both ends, of any kind and width
 */
static inline AtlasSpan
atlas_span_trim (AtlasSpan span)
{
  return atlas_span_has_plain_ends (span) ? span
                                          : atlas_span_trim_blanks (span);
}

/**
 * atlas_span_trim_marks:
 * @span: a span
 *
 * Returns: @span without blanks and emphasis marks at both ends
 */
static inline AtlasSpan
atlas_span_trim_marks (AtlasSpan span)
{
  return atlas_span_has_plain_ends (span) ? span : atlas_span_trim_gaps (span);
}

AtlasSpan atlas_span_trim_end (AtlasSpan span, const char *characters);

gboolean atlas_span_skip_phrase (AtlasSpan *span, const char *phrase);

/**
 * atlas_span_skip:
 * @span: (inout): a span
 * @phrase: lower-case ASCII, see atlas_span_skip_phrase()
 *
 * Moves @span behind @phrase when it begins so, in any case of letters.
 *
 * Returns: whether it did
 */
static inline gboolean
atlas_span_skip (AtlasSpan *span, const char *phrase)
{
  return atlas_span_may_begin (*span, *phrase)
         && atlas_span_skip_phrase (span, phrase);
}

gboolean atlas_span_find (AtlasSpan span,
                          const char *phrase,
                          AtlasSpan *before,
                          AtlasSpan *after);

gboolean atlas_span_find_last (AtlasSpan span,
                               const char *phrase,
                               AtlasSpan *before,
                               AtlasSpan *after);

gboolean atlas_span_has (AtlasSpan span, const char *phrase);

/**
 * atlas_span_is:
 * @span: a span
 * @phrase: lower-case ASCII, see atlas_span_skip_phrase()
 *
 * Returns: whether @span is @phrase and nothing else
 */
static inline gboolean
atlas_span_is (AtlasSpan span, const char *phrase)
{
  return atlas_span_skip (&span, phrase) && atlas_span_is_empty (span);
}

AtlasSpan atlas_span_take_word (AtlasSpan *span);

gboolean atlas_span_equal_place (AtlasSpan a, AtlasSpan b);

G_END_DECLS

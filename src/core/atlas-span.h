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

AtlasSpan atlas_span_from_string (const char *string);

AtlasSpan atlas_span_trim (AtlasSpan span);

AtlasSpan atlas_span_trim_marks (AtlasSpan span);

AtlasSpan atlas_span_trim_end (AtlasSpan span, const char *characters);

gboolean atlas_span_skip (AtlasSpan *span, const char *phrase);

gboolean atlas_span_find (AtlasSpan span,
                          const char *phrase,
                          AtlasSpan *before,
                          AtlasSpan *after);

gboolean atlas_span_find_last (AtlasSpan span,
                               const char *phrase,
                               AtlasSpan *before,
                               AtlasSpan *after);

gboolean atlas_span_has (AtlasSpan span, const char *phrase);

gboolean atlas_span_is (AtlasSpan span, const char *phrase);

AtlasSpan atlas_span_take_word (AtlasSpan *span);

gboolean atlas_span_equal_place (AtlasSpan a, AtlasSpan b);

G_END_DECLS

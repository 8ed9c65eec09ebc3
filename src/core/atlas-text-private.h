/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "atlas-encoding.h"
#include "atlas-line-reader.h"
#include "atlas-number-reader.h"
#include "atlas-problem.h"
#include "atlas-profile.h"
#include "atlas-text-part.h"

G_BEGIN_DECLS

/* Longest sentence that is put together from lines. */
#define ATLAS_TEXT_MAX_SEGMENTS 16

/* A line inside a sentence that was put together from several. */
typedef struct
{
  const char *start;
  guint32 line;
} AtlasTextSegment;

/**
 * AtlasTextSection:
 * @ATLAS_SECTION_NONE: before the first one
 * @ATLAS_SECTION_TABLE: rows of applicants or publishers
 * @ATLAS_SECTION_FIELDS: technology fields, not yet said of what
 * @ATLAS_SECTION_FIELDS_OF: technology fields of patents or of articles
 *
 * What lines that do not tell by themselves belong to.
 */
typedef enum
{
  ATLAS_SECTION_NONE,
  ATLAS_SECTION_TABLE,
  ATLAS_SECTION_FIELDS,
  ATLAS_SECTION_FIELDS_OF,
} AtlasTextSection;

/**
 * AtlasTextParser:
 *
 * The state of reading one file. Lives on the stack of atlas_text_parse().
 */
typedef struct
{
  const char *source;
  GPtrArray *profiles;
  GPtrArray *problems;

  AtlasLineReader reader;
  guint32 line;
  AtlasTextSegment segments[ATLAS_TEXT_MAX_SEGMENTS];
  guint n_segments;
  /* strings that were put together, or NULL */
  GPtrArray *joined;

  AtlasTextSection section;
  AtlasKind kind;

  AtlasTextPart part;
  guint n_parts;
  gboolean several;
  guint first_problem;

  /* a second title: nobody knows yet whether a profile begins there */
  AtlasSpan pending_title;
  guint32 pending_line;
} AtlasTextParser;

/* Adds a problem: code, line, offending span, sentence marked N_(), and the
 * arguments of the sentence. */
#define ATLAS_TEXT_REPORT(self, code, line, span, ...)               \
  g_ptr_array_add ((self)->problems,                                 \
                   atlas_problem_new (                               \
                       (code), (self)->source, (line), (span).start, \
                       (gssize) atlas_span_length (span), __VA_ARGS__, NULL))

/* atlas-text-value.c */
guint32 atlas_text_line_at (const AtlasTextParser *self, AtlasSpan span);

void atlas_text_read_value (AtlasTextParser *self,
                            AtlasSpan text,
                            AtlasNumberForm form,
                            AtlasNumber *number);

void atlas_text_read_ordinal (AtlasTextParser *self,
                              AtlasSpan text,
                              AtlasNumber *number);

void atlas_text_merge_number (AtlasNumber *number, const AtlasNumber *other);

void atlas_text_take_value (AtlasTextParser *self,
                            AtlasTextSlot slot,
                            AtlasSpan text,
                            AtlasNumberForm form);

void atlas_text_take_ordinal (AtlasTextParser *self,
                              AtlasTextSlot slot,
                              AtlasSpan text);

void atlas_text_take_year (AtlasTextParser *self, AtlasSpan text);

/* atlas-text-entity.c */
AtlasSpan atlas_text_decode (AtlasTextParser *self, AtlasSpan text);

/* atlas-text-section.c */
gboolean atlas_text_is_own_line (AtlasSpan text);

void atlas_text_take_line (AtlasTextParser *self, AtlasSpan line);

/* atlas-text-sentence.c */
gboolean atlas_text_take_sentence (AtlasTextParser *self, AtlasSpan text);

gboolean atlas_text_take_ranks (AtlasTextParser *self, AtlasSpan text);

gboolean atlas_text_take_usual_sentence (AtlasTextParser *self, AtlasSpan text);

gboolean atlas_text_take_usual_rank (AtlasTextParser *self, AtlasSpan text);

/* atlas-text-collaboration.c */
gboolean atlas_text_take_collaboration (AtlasTextParser *self, AtlasSpan text);

gboolean
atlas_text_take_usual_collaboration (AtlasTextParser *self, AtlasSpan text);

/* atlas-text-partners.c */
void atlas_text_take_partners (AtlasTextParser *self,
                               AtlasKind kind,
                               AtlasSpan text,
                               guint announced,
                               gboolean cut);

/* atlas-text-table.c */
gboolean atlas_text_take_row (AtlasTextParser *self, AtlasSpan text);

gboolean atlas_text_take_field (AtlasTextParser *self, AtlasSpan text);

/* atlas-text-parser.c */
void atlas_text_keep_string (AtlasTextParser *self, char *string);

AtlasSpan atlas_text_join_lines (AtlasTextParser *self,
                                 AtlasSpan text,
                                 gboolean (*is_complete) (AtlasSpan text));

void atlas_text_meet (AtlasTextParser *self,
                      AtlasTextPlace place,
                      AtlasSpan name,
                      AtlasSpan text);

void atlas_text_meet_title (AtlasTextParser *self, AtlasSpan year);

/* atlas-text-quote.c */
gboolean atlas_text_quote_lines (AtlasTextParser *self,
                                 const AtlasDecoded *decoded,
                                 guint first);

/* atlas-text-check.c */
void atlas_text_check_part (AtlasTextParser *self);

/* atlas-text-heading.c */
AtlasSpan atlas_text_find_economy (AtlasTextParser *self, guint32 *line);

/* atlas-text-build.c */
AtlasProfile *atlas_text_build_profile (const AtlasTextParser *self,
                                        AtlasSpan economy,
                                        guint32 economy_line);

/* atlas-text-finish.c */
void atlas_text_finish_part (AtlasTextParser *self);

G_END_DECLS

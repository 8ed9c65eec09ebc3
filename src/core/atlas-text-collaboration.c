/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include <string.h>

#include "atlas-ordinal.h"
#include "atlas-text-usual.h"
#include "atlas-unicode.h"

/* "13% of Shenyang's PCT patent applications are filed in collaboration with
 * other inventors, with A, B and C emerging as the top collaborative
 * locations." The sentence on articles ends "…, with the top three
 * collaborating locations being A, B and C." Either form is read for both. */

/* What follows the name of the cluster, and tells the kind. */
static const struct
{
  const char *phrase;
  AtlasKind kind;
} subjects[] = {
  { "pct patent", ATLAS_PATENTS },
  { "scientific articles", ATLAS_ARTICLES },
  { "pct applications", ATLAS_PATENTS },
  { "patent applications", ATLAS_PATENTS },
  { "scientific publications", ATLAS_ARTICLES },
};

static const AtlasTextPlace places[ATLAS_N_KINDS] = {
  ATLAS_PLACE_PATENT_PARTNERS,
  ATLAS_PLACE_ARTICLE_PARTNERS,
};

static const AtlasTextSlot slots[ATLAS_N_KINDS] = {
  ATLAS_SLOT_PATENT_COLLABORATION,
  ATLAS_SLOT_ARTICLE_COLLABORATION,
};

/* Apostrophes as they are left in text saved from a page. */
static const char *const references[] = { "&#39;",   "&#x27;",  "&apos;",
                                          "&rsquo;", "&lsquo;", "&#8217;" };

/* Takes an apostrophe that is a reference, and the s behind it, from the end
 * of @name. */
static gboolean
strip_reference (AtlasSpan *name)
{
  const char *end = name->end;
  guint i;

  if (end > name->start && (end[-1] | 0x20) == 's')
    end--;

  for (i = 0; i < G_N_ELEMENTS (references); i++)
    {
      gsize n = strlen (references[i]);

      if ((gsize) (end - name->start) > n
          && g_ascii_strncasecmp (end - n, references[i], n) == 0)
        {
          name->end = end - n;
          return TRUE;
        }
    }

  return FALSE;
}

/* "Shenyang's" is Shenyang, "Los Angeles'" is Los Angeles. */
static AtlasSpan
strip_possessive (AtlasSpan name)
{
  const char *last;

  name = atlas_span_trim_marks (name);
  if (strip_reference (&name))
    return atlas_span_trim_marks (name);
  if (atlas_span_length (name) > 2 && (name.end[-1] | 0x20) == 's')
    {
      last = g_utf8_find_prev_char (name.start, name.end - 1);
      if (last != NULL && atlas_unichar_is_apostrophe (g_utf8_get_char (last)))
        return atlas_span_trim_marks ((AtlasSpan){ name.start, last });
    }

  last = g_utf8_find_prev_char (name.start, name.end);
  if (last != NULL && last > name.start
      && atlas_unichar_is_apostrophe (g_utf8_get_char (last)))
    name.end = last;

  return atlas_span_trim_marks (name);
}

/* Whether the sentence has come to its end. */
static gboolean
is_complete (AtlasSpan text)
{
  text = atlas_span_trim (text);

  return !atlas_span_is_empty (text) && text.end[-1] == '.'
         && (memmem (text.start, atlas_span_length (text), "emerging", 8)
                 != NULL
             || memmem (text.start, atlas_span_length (text), "being", 5)
                    != NULL
             || atlas_span_has (text, "emerging as")
             || atlas_span_has (text, "being "));
}

/* How many locations the words between "top" and "collaborating" announce. */
static guint
read_announced (AtlasSpan text)
{
  AtlasSpan number, rest;
  guint value = 0;

  if (!atlas_span_find_last (text, "collaborat", &number, &rest)
      || !atlas_span_find_last (number, "top ", NULL, &number))
    return 0;

  if (atlas_cardinal_read (number, &value))
    return value;

  /* "the top collaborating location" is one. */
  return atlas_span_has (rest, "location")
                 && !atlas_span_has (rest, "locations")
             ? 1
             : 0;
}

/* The list of places, in either form of the sentence. */
static void
take_list (AtlasTextParser *self, AtlasKind kind, AtlasSpan text)
{
  AtlasSpan list, rest, intro;
  gboolean ended;

  ended = !atlas_span_is_empty (text) && text.end[-1] == '.';

  if (atlas_span_find_last (text, "emerging", &list, &rest))
    {
      /* The first "with" is "in collaboration with other inventors". */
      if (!atlas_span_find (list, "inventors, with", NULL, &list)
          && !atlas_span_find (list, "organizations, with", NULL, &list)
          && !atlas_span_find (list, "organisations, with", NULL, &list)
          && !atlas_span_find_last (list, "with", NULL, &list))
        list.start = list.end;
      atlas_text_take_partners (self, kind, list, read_announced (rest), FALSE);
    }
  else if (atlas_span_find (text, "locations being", &intro, &list)
           || atlas_span_find (text, "location being", &intro, &list)
           || atlas_span_find (text, "being", &intro, &list))
    {
      intro.end = list.start;
      atlas_text_take_partners (self, kind, list, read_announced (intro),
                                !ended);
    }
  else
    {
      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_PARTNER_COUNT,
                         atlas_text_line_at (self, text), text,
                         N_ ("The sentence names no places: expected “with A, "
                             "B and C emerging as the top collaborative "
                             "locations”."));
    }
}

static gboolean
split (AtlasSpan text,
       AtlasSpan *share,
       AtlasSpan *name,
       AtlasSpan *rest,
       AtlasKind *kind)
{
  AtlasSpan after, list;
  guint i;

  if (!atlas_span_find (text, "of ", share, &after)
      || !atlas_span_find (after, "collaborat", &after, &list))
    return FALSE;

  for (i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (atlas_span_find (after, subjects[i].phrase, name, rest))
        {
          *kind = subjects[i].kind;
          *rest = list;
          return TRUE;
        }
    }

  return FALSE;
}

/* Whether @text begins "13% of". */
static gboolean
begins_with_share (AtlasSpan text)
{
  AtlasSpan share, rest;
  const char *at;

  if (!atlas_span_find (text, "of ", &share, &rest)
      || atlas_span_length (share) > 24)
    return FALSE;

  for (at = share.start; at < share.end; at++)
    {
      if (*at == '%')
        return TRUE;
    }

  return FALSE;
}

/**
 * atlas_text_take_collaboration:
 * @self: a parser
 * @text: a line
 *
 * Reads a sentence on collaboration.
 *
 * Returns: whether @text is one
 */
gboolean
atlas_text_take_collaboration (AtlasTextParser *self, AtlasSpan text)
{
  AtlasLineReader reader = self->reader;
  guint32 line = self->line;
  AtlasSpan share, name, rest;
  AtlasSpan whole;
  AtlasKind kind;
  gboolean is_split;

  is_split = split (text, &share, &name, &rest, &kind);
  if (!is_split && !begins_with_share (text))
    return FALSE;

  whole = atlas_text_join_lines (self, text, is_complete);
  if (!(is_split && whole.start == text.start)
      && !split (whole, &share, &name, &rest, &kind))
    {
      /* It only looked like the sentence: the lines joined go back. */
      self->reader = reader;
      self->line = line;
      self->n_segments = 0;
      return FALSE;
    }

  atlas_text_meet (self, places[kind], strip_possessive (name), whole);
  atlas_text_take_value (self, slots[kind], share, ATLAS_FORM_SHARE);
  take_list (self, kind, rest);

  return TRUE;
}

/**
 * atlas_text_take_usual_collaboration:
 * @self: a parser
 * @text: a line
 *
 * Reads a sentence on collaboration in the form in which it is printed, with
 * marks around the names of the places.
 *
 * Returns: whether @text is one
 */
gboolean
atlas_text_take_usual_collaboration (AtlasTextParser *self, AtlasSpan text)
{
  enum
  {
    SHARE,
    NAME,
    LIST,
  };
  static const AtlasTextPhrase phrases[LIST] = {
    [SHARE] = ATLAS_TEXT_PHRASE ("% of "),
    [NAME] = ATLAS_TEXT_PHRASE ("'s "),
  };
  static const struct
  {
    AtlasTextPhrase before;
    AtlasTextPhrase behind;
    guint announced;
  } lists[ATLAS_N_KINDS] = {
    [ATLAS_PATENTS] = {
      ATLAS_TEXT_PHRASE ("PCT patent applications are filed in collaboration "
                         "with other inventors, with **"),
      ATLAS_TEXT_PHRASE ("** emerging as the top collaborative locations."),
      0,
    },
    [ATLAS_ARTICLES] = {
      ATLAS_TEXT_PHRASE ("scientific articles are published in collaboration "
                         "with other organizations, with the top three "
                         "collaborating locations being **"),
      ATLAS_TEXT_PHRASE ("**."),
      3,
    },
  };
  AtlasSpan found[LIST + 1];
  AtlasSpan list;
  guint kind;

  if (!atlas_text_match_usual (text, phrases, LIST, found)
      || !atlas_text_is_usual_number (found[SHARE]))
    return FALSE;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      list = found[LIST];
      if (atlas_text_strip_usual (&list, &lists[kind].before,
                                  &lists[kind].behind))
        break;
    }
  if (kind == ATLAS_N_KINDS)
    return FALSE;

  atlas_text_meet (self, places[kind], atlas_span_trim_marks (found[NAME]),
                   text);
  /* The sign of the share is the first byte of the phrase behind it. */
  found[SHARE].end++;
  atlas_text_take_value (self, slots[kind], found[SHARE], ATLAS_FORM_SHARE);
  /* The marks around the names belong to the list. */
  list = (AtlasSpan){ list.start - 2, list.end + 2 };
  atlas_text_take_partners (self, (AtlasKind) kind, list, lists[kind].announced,
                            FALSE);

  return TRUE;
}

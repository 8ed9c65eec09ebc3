/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"
#include "atlas-text-usual.h"

/* The first sentence, its second half, and the two lines of world ranks. */

/* The text up to the nearer one of two phrases, and what follows it. */
static gboolean
find_either (AtlasSpan span,
             const char *phrase,
             const char *other,
             AtlasSpan *before,
             AtlasSpan *after)
{
  AtlasSpan found;

  if (!atlas_span_find (span, phrase, &found, after))
    return atlas_span_find (span, other, before, after);

  *before = found;
  if (atlas_span_find (found, other, before, NULL))
    after->start = before->end;

  return TRUE;
}

/* The year behind the last " in ". */
static void
take_year_at_end (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan year;

  if (atlas_span_find_last (text, "in ", NULL, &year))
    atlas_text_take_year (self, atlas_span_trim_end (year, ".,;:"));
}

/* "110 PCT applications and published 5,883 scientific articles, both …" */
static void
take_rates (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan value, rest;

  if (atlas_span_find (text, "filed ", NULL, &rest))
    {
      if (!find_either (rest, "pct", "patent", &value, &rest))
        value = atlas_span_take_word (&rest);
      atlas_text_take_value (self, ATLAS_SLOT_PATENTS_PER_MILLION, value,
                             ATLAS_FORM_RATE);
      text = rest;
    }

  if (atlas_span_find (text, "published ", NULL, &rest))
    {
      if (!find_either (rest, "scientific", "article", &value, &rest))
        value = atlas_span_take_word (&rest);
      atlas_text_take_value (self, ATLAS_SLOT_ARTICLES_PER_MILLION, value,
                             ATLAS_FORM_RATE);
    }
}

/* "Chinese" in "26 Chinese clusters" */
static void
take_demonym (AtlasTextParser *self, AtlasSpan text)
{
  AtlasTextPart *part = &self->part;

  text = atlas_span_trim_marks (text);
  if (part->demonym_line == 0 && !atlas_number_says_not_available (text))
    part->demonym = atlas_text_decode (self, text);
  else if (!atlas_span_is_empty (part->demonym)
           && !atlas_span_equal_place (part->demonym, text))
    part->demonym = ATLAS_SPAN_EMPTY;
  if (!atlas_span_is_empty (text))
    part->demonym_line = atlas_text_line_at (self, text);
}

/* "26 Chinese clusters, that falls within the top 100 S&T clusters in 2024." */
static AtlasSpan
take_totals (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan rest = text;
  AtlasSpan value;

  if (atlas_span_find (text, "out of ", NULL, &rest))
    {
      atlas_text_take_value (self, ATLAS_SLOT_NATIONAL_CLUSTERS,
                             atlas_span_take_word (&rest), ATLAS_FORM_COUNT);
      if (atlas_span_find (rest, "cluster", &value, &rest))
        take_demonym (self, value);
    }

  if (atlas_span_find (rest, "within the top ", NULL, &rest))
    {
      atlas_text_take_value (self, ATLAS_SLOT_TOP, atlas_span_take_word (&rest),
                             ATLAS_FORM_COUNT);
    }

  if (atlas_span_find (rest, "clusters in ", NULL, &rest)
      || atlas_span_find (rest, "cluster in ", NULL, &rest))
    {
      value = atlas_span_take_word (&rest);
      atlas_text_take_year (self, atlas_span_trim_end (value, ".,;:"));
    }

  return rest;
}

/* Whether the sentence that @text begins has come to its end. */
static gboolean
is_complete_sentence (AtlasSpan text)
{
  return atlas_span_find_last (text, "making it", NULL, NULL);
}

static gboolean
is_complete_rank (AtlasSpan text)
{
  AtlasSpan year;

  return atlas_span_find_last (text, "in ", NULL, &year)
         && !atlas_span_is_empty (atlas_span_trim_marks (year));
}

/* Splits "Shenyang is the seventeenth-ranked cluster, out of …" into the
 * subject, the ordinal and the rest. */
static gboolean
split_sentence (AtlasSpan text,
                AtlasSpan *subject,
                AtlasSpan *ordinal,
                AtlasSpan *rest)
{
  AtlasSpan before;

  if (atlas_span_find (text, "ranked", &before, rest)
      && atlas_span_find_last (before, "is the ", subject, ordinal))
    {
      /* The dash between the ordinal and "ranked". */
      while (ordinal->end > ordinal->start
             && !g_ascii_isalnum (ordinal->end[-1]))
        ordinal->end--;
      return TRUE;
    }

  /* Damaged, but nothing else reads like it. */
  if (atlas_span_find (text, "is the ", subject, rest)
      && atlas_span_has (*rest, "out of ")
      && atlas_span_has (*rest, "falls within"))
    {
      *ordinal = atlas_span_take_word (rest);
      return TRUE;
    }

  return FALSE;
}

/**
 * atlas_text_take_sentence:
 * @self: a parser
 * @text: a line
 *
 * Reads the first sentence of a profile, or its second half on a line of its
 * own.
 *
 * Returns: whether @text is that
 */
gboolean
atlas_text_take_sentence (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan subject, ordinal;
  AtlasSpan rest = text;

  if (split_sentence (text, &subject, &ordinal, &rest))
    {
      text = atlas_text_join_lines (self, text, is_complete_sentence);
      split_sentence (text, &subject, &ordinal, &rest);

      subject = atlas_span_trim_marks (subject);
      atlas_text_meet (self, ATLAS_PLACE_SENTENCE, subject, text);
      atlas_text_take_ordinal (self, ATLAS_SLOT_NATIONAL_RANK, ordinal);
      rest = take_totals (self, rest);
    }
  else if (atlas_span_skip (&text, "it filed "))
    {
      rest = atlas_text_join_lines (self, rest, is_complete_sentence);
      atlas_text_meet (self, ATLAS_PLACE_RATES, ATLAS_SPAN_EMPTY, rest);
    }
  else
    {
      return FALSE;
    }

  take_rates (self, rest);

  return TRUE;
}

/* Whether @text is one word, as nearly all ordinals are, and begins no other
 * phrase of the sentence. */
static gboolean
is_usual_ordinal (AtlasSpan text)
{
  const char *at;

  for (at = text.start; at < text.end; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '-')
        return FALSE;
    }

  return !atlas_span_is_empty (text);
}

/**
 * atlas_text_take_usual_sentence:
 * @self: a parser
 * @text: a line
 *
 * Reads the first sentence of a profile in the form in which it is printed.
 *
 * Returns: whether @text is that
 */
gboolean
atlas_text_take_usual_sentence (AtlasTextParser *self, AtlasSpan text)
{
  enum
  {
    SUBJECT,
    ORDINAL,
    TOTAL,
    DEMONYM,
    TOP,
    YEAR,
    PATENTS,
    ARTICLES,
    END,
  };
  static const AtlasTextPhrase phrases[END] = {
    [SUBJECT] = ATLAS_TEXT_PHRASE (" is the "),
    [ORDINAL] = ATLAS_TEXT_PHRASE ("-ranked cluster, out of "),
    [TOTAL] = ATLAS_TEXT_PHRASE (" "),
    [DEMONYM] = ATLAS_TEXT_PHRASE (" clusters, that falls within the top "),
    [TOP] = ATLAS_TEXT_PHRASE (" S&T clusters in "),
    [YEAR] = ATLAS_TEXT_PHRASE (". It filed **"),
    [PATENTS] = ATLAS_TEXT_PHRASE (" PCT applications** and published **"),
    [ARTICLES] =
        ATLAS_TEXT_PHRASE (" scientific articles**, both per 1 million "
                           "inhabitants over the last five years, making it "
                           "the:"),
  };
  AtlasSpan slots[END + 1];

  if (!atlas_text_match_usual (text, phrases, END, slots)
      || !atlas_span_is_empty (slots[END])
      || !atlas_text_is_usual_number (slots[TOTAL])
      || !atlas_text_is_usual_number (slots[TOP])
      || !atlas_text_is_usual_number (slots[YEAR])
      || !atlas_text_is_usual_number (slots[PATENTS])
      || !atlas_text_is_usual_number (slots[ARTICLES])
      || !is_usual_ordinal (slots[ORDINAL]))
    return FALSE;

  atlas_text_meet (self, ATLAS_PLACE_SENTENCE,
                   atlas_span_trim_marks (slots[SUBJECT]), text);
  atlas_text_take_ordinal (self, ATLAS_SLOT_NATIONAL_RANK, slots[ORDINAL]);
  atlas_text_take_value (self, ATLAS_SLOT_NATIONAL_CLUSTERS, slots[TOTAL],
                         ATLAS_FORM_COUNT);
  take_demonym (self, slots[DEMONYM]);
  atlas_text_take_value (self, ATLAS_SLOT_TOP, slots[TOP], ATLAS_FORM_COUNT);
  atlas_text_take_year (self, slots[YEAR]);
  atlas_text_take_value (self, ATLAS_SLOT_PATENTS_PER_MILLION, slots[PATENTS],
                         ATLAS_FORM_RATE);
  atlas_text_take_value (self, ATLAS_SLOT_ARTICLES_PER_MILLION, slots[ARTICLES],
                         ATLAS_FORM_RATE);

  return TRUE;
}

/* What is before "largest …": an ordinal, or nothing for "the largest". */
static void
take_world_rank (AtlasTextParser *self, AtlasTextSlot slot, AtlasSpan text)
{
  AtlasNumber first = { .value = 1, .state = ATLAS_NUMBER_GIVEN };

  text = atlas_span_trim_marks (text);
  if (atlas_span_skip (&text, "the "))
    text = atlas_span_trim_marks (text);

  if (!atlas_span_is_empty (text) && !atlas_span_is (text, "the"))
    {
      atlas_text_take_ordinal (self, slot, text);
      return;
    }

  first.line = atlas_text_line_at (self, text);
  atlas_text_merge_number (&self->part.numbers[slot], &first);
}

/**
 * atlas_text_take_ranks:
 * @self: a parser
 * @text: a line
 *
 * Reads "61st largest science and technology cluster in 2024" or "89th S&T
 * cluster by intensity (relative to population density) in 2024".
 *
 * Returns: whether @text is that
 */
gboolean
atlas_text_take_ranks (AtlasTextParser *self, AtlasSpan text)
{
  static const struct
  {
    const char *phrase;
    AtlasTextPlace place;
    AtlasTextSlot slot;
  } kinds[] = {
    { "s&t cluster by intensity", ATLAS_PLACE_INTENSITY,
      ATLAS_SLOT_INTENSITY_RANK },
    { "largest science and technology cluster", ATLAS_PLACE_RANK,
      ATLAS_SLOT_RANK },
    { "largest s&t cluster", ATLAS_PLACE_RANK, ATLAS_SLOT_RANK },
    { "science and technology cluster by intensity", ATLAS_PLACE_INTENSITY,
      ATLAS_SLOT_INTENSITY_RANK },
    { "cluster by intensity", ATLAS_PLACE_INTENSITY,
      ATLAS_SLOT_INTENSITY_RANK },
    { "cluster by size", ATLAS_PLACE_RANK, ATLAS_SLOT_RANK },
  };
  AtlasSpan before, rest;
  guint i;

  /* All of the phrases have it, and few lines. */
  if (!atlas_span_has (text, "cluster"))
    return FALSE;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!atlas_span_find (text, kinds[i].phrase, &before, &rest))
        continue;

      text = atlas_text_join_lines (self, text, is_complete_rank);
      atlas_span_find (text, kinds[i].phrase, &before, &rest);
      atlas_text_meet (self, kinds[i].place, ATLAS_SPAN_EMPTY, text);
      take_world_rank (self, kinds[i].slot, before);
      take_year_at_end (self, rest);
      return TRUE;
    }

  return FALSE;
}

/**
 * atlas_text_take_usual_rank:
 * @self: a parser
 * @text: a line
 *
 * Reads the two lines of world ranks in the form in which they are printed.
 *
 * Returns: whether @text is one of them
 */
gboolean
atlas_text_take_usual_rank (AtlasTextParser *self, AtlasSpan text)
{
  static const struct
  {
    AtlasTextPhrase phrase;
    AtlasTextPlace place;
    AtlasTextSlot slot;
  } kinds[] = {
    { ATLAS_TEXT_PHRASE (" largest science and technology cluster in "),
      ATLAS_PLACE_RANK, ATLAS_SLOT_RANK },
    { ATLAS_TEXT_PHRASE (" S&T cluster by intensity (relative to population "
                         "density) in "),
      ATLAS_PLACE_INTENSITY, ATLAS_SLOT_INTENSITY_RANK },
  };
  AtlasSpan slots[2];
  guint i;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!atlas_text_match_usual (text, &kinds[i].phrase, 1, slots))
        continue;
      if (!is_usual_ordinal (slots[0])
          || !atlas_text_is_usual_number (slots[1]))
        return FALSE;

      atlas_text_meet (self, kinds[i].place, ATLAS_SPAN_EMPTY, text);
      atlas_text_take_ordinal (self, kinds[i].slot, slots[0]);
      atlas_text_take_year (self, slots[1]);
      return TRUE;
    }

  return FALSE;
}

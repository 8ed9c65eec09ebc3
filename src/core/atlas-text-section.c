/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include <string.h>

#include "atlas-ordinal.h"
#include "atlas-text-usual.h"

/* What a line is. */

/* Words that only head a column. */
static const struct
{
  const char *word;
  gint kind;
} column_words[] = {
  { "patents", ATLAS_PATENTS },
  { "patent", ATLAS_PATENTS },
  { "articles", ATLAS_ARTICLES },
  { "publications", ATLAS_ARTICLES },
  { "applications", ATLAS_PATENTS },
  { "share", -1 },
  { "rank", -1 },
  { "name", -1 },
  { "applicant", ATLAS_PATENTS },
  { "applicants", ATLAS_PATENTS },
  { "organization", ATLAS_ARTICLES },
  { "organizations", ATLAS_ARTICLES },
  { "organisation", ATLAS_ARTICLES },
  { "organisations", ATLAS_ARTICLES },
  { "#", -1 },
  { "%", -1 },
  { "(%)", -1 },
  { "|", -1 },
};

static const AtlasTextPlace table_places[ATLAS_N_KINDS] = {
  ATLAS_PLACE_APPLICANTS,
  ATLAS_PLACE_PUBLISHERS,
};

/* Takes the signs of headings, quotes and lists from the start of a line. */
static AtlasSpan
strip_decoration (AtlasSpan text)
{
  static const char *const bullets[] = {
    "- ", "+ ", "> ", "* ", "\xe2\x80\xa2", "\xc2\xb7", "\xe2\x96\xaa"
  };
  guint i;

  if (!atlas_span_is_empty (text) && g_ascii_isalnum (*text.start))
    return atlas_span_trim (text);

  while (!atlas_span_is_empty (text) && *text.start == '#')
    text.start++;

  for (i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      gsize n = strlen (bullets[i]);

      if (atlas_span_length (text) > n
          && memcmp (text.start, bullets[i], n) == 0)
        {
          text.start += n;
          break;
        }
    }

  return atlas_span_trim (text);
}

/* The same, without what may stand around a heading. */
static AtlasSpan
strip_heading (AtlasSpan text)
{
  return atlas_span_trim_end (atlas_span_trim_marks (text), "#:");
}

static void
begin_table (AtlasTextParser *self, AtlasKind kind, guint announced)
{
  AtlasTextTable *table = &self->part.tables[kind];

  self->section = ATLAS_SECTION_TABLE;
  self->kind = kind;
  if (announced != 0)
    table->announced = announced;
  if (table->rows.n > 0)
    table->again = 0;
}

/* "Global Innovation Index 2024" */
static gboolean
take_title (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan year;

  if (!atlas_span_skip (&text, "global innovation index")
      && !atlas_span_skip (&text, "gii "))
    return FALSE;

  year = atlas_span_take_word (&text);
  year = atlas_span_trim_end (year, ").,:;");
  if (!atlas_span_is_empty (year) && *year.start == '(')
    year.start++;
  atlas_text_meet_title (self, year);

  return TRUE;
}

/* The number in "Top 10 PCT applicants"; the singular announces one. */
static guint
read_announced (AtlasSpan before, gboolean singular)
{
  guint value = 0;

  if (atlas_cardinal_read (before, &value))
    return value;

  return singular ? 1 : 0;
}

/* "Top PCT applicants", "Top publishing organizations" */
static gboolean
take_table_heading (AtlasTextParser *self, AtlasSpan text)
{
  static const struct
  {
    const char *phrase;
    AtlasKind kind;
  } headings[] = {
    { "pct applicant", ATLAS_PATENTS },
    { "publishing organi", ATLAS_ARTICLES },
    { "scientific publishing organi", ATLAS_ARTICLES },
    { "scientific organi", ATLAS_ARTICLES },
    { "patent applicant", ATLAS_PATENTS },
    { "applicant", ATLAS_PATENTS },
  };
  AtlasSpan before, rest;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      if (!atlas_span_find (text, headings[i].phrase, &before, &rest))
        continue;
      if (atlas_span_length (rest) > 8)
        return FALSE;

      atlas_text_meet (self, table_places[headings[i].kind], ATLAS_SPAN_EMPTY,
                       text);
      begin_table (self, headings[i].kind,
                   read_announced (before, (rest.end[-1] | 0x20) != 's'));
      return TRUE;
    }

  return FALSE;
}

/* "Top technology fields in Shenyang" */
static gboolean
take_fields_heading (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan name = ATLAS_SPAN_EMPTY;
  guint kind;

  if (!atlas_span_skip (&text, "technology fields"))
    return FALSE;
  if (atlas_span_skip (&text, " in "))
    name = text;

  atlas_text_meet (self, ATLAS_PLACE_FIELDS, name, text);
  self->section = ATLAS_SECTION_FIELDS;
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      if (self->part.fields[kind].rows.n > 0)
        self->part.fields[kind].again = 0;
    }

  return TRUE;
}

static gboolean
take_top (AtlasTextParser *self, AtlasSpan text)
{
  text = strip_heading (text);

  return atlas_span_skip (&text, "top ")
         && (take_fields_heading (self, text)
             || take_table_heading (self, text));
}

/* "Patents  Share": only words that head columns. Alone, "Patents" heads the
 * technology fields of patents. */
static gboolean
take_columns (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan rest = strip_heading (text);
  gint kind = -1;
  guint i, n;

  for (n = 0; !atlas_span_is_empty (rest); n++)
    {
      AtlasSpan word = atlas_span_take_word (&rest);

      for (i = 0; i < G_N_ELEMENTS (column_words); i++)
        {
          if (atlas_span_is (word, column_words[i].word))
            break;
        }
      if (i == G_N_ELEMENTS (column_words))
        return FALSE;
      if (column_words[i].kind >= 0)
        kind = column_words[i].kind;
    }

  if (kind < 0)
    return n > 0;

  if (n == 1 && self->section != ATLAS_SECTION_TABLE)
    {
      if (self->section == ATLAS_SECTION_NONE)
        return FALSE;
      self->section = ATLAS_SECTION_FIELDS_OF;
      self->kind = (AtlasKind) kind;
      return TRUE;
    }

  /* The heading of the table is lost, but its columns tell. */
  if (self->section != ATLAS_SECTION_TABLE
      || (self->kind != (AtlasKind) kind
          && !atlas_text_part_has (&self->part, table_places[kind])))
    begin_table (self, (AtlasKind) kind, 0);

  return TRUE;
}

/* Whether one of the words that begin a heading or a title is first. */
static gboolean
take_heading (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan stripped = atlas_span_trim_marks (text);

  if (atlas_span_is_empty (stripped))
    return FALSE;

  switch (g_ascii_toupper (*stripped.start))
    {
    case 'G':
      return take_title (self, stripped);

    case 'T':
      return take_top (self, stripped);

    case 'A':
    case 'N':
    case 'O':
    case 'P':
    case 'R':
    case 'S':
    case '#':
    case '|':
      return take_columns (self, stripped);

    default:
      return FALSE;
    }
}

/* Sentences are longer than this; shorter lines are not searched. */
#define SENTENCE_MIN 24

/* The lines of world ranks are shorter than this. */
#define RANKS_MAX 120

/* A share at the start of a line ends before this. */
#define SHARE_MAX 12

/* Tries what is most likely first: all are tried in the end. */
static gboolean
take_sentences (AtlasTextParser *self, AtlasSpan text)
{
  gsize length = atlas_span_length (text);

  if (length < SENTENCE_MIN)
    return FALSE;

  if (memchr (text.start, '%', MIN (length, SHARE_MAX)) != NULL
      && atlas_text_take_collaboration (self, text))
    return TRUE;
  if (length > RANKS_MAX && atlas_text_take_sentence (self, text))
    return TRUE;

  return atlas_text_take_ranks (self, text)
         || atlas_text_take_collaboration (self, text)
         || atlas_text_take_sentence (self, text);
}

/**
 * atlas_text_is_own_line:
 * @text: a line
 *
 * Returns: whether @text surely begins something new, so that no sentence
 *   before it goes on here
 */
gboolean
atlas_text_is_own_line (AtlasSpan text)
{
  AtlasSpan rest;

  text = atlas_span_trim_marks (strip_decoration (text));
  if (atlas_span_is_empty (text)
      || memchr (text.start, '\t', atlas_span_length (text)) != NULL)
    return TRUE;

  rest = text;
  if (atlas_span_skip (&rest, "global innovation index")
      || (atlas_span_skip (&rest, "top ")
          && (atlas_span_has (rest, "applicant")
              || atlas_span_has (rest, "publishing organi")
              || atlas_span_skip (&rest, "technology fields"))))
    return TRUE;

  if (atlas_span_has (text, "cluster by intensity")
      || atlas_span_has (text, "largest science and technology")
      || atlas_span_has (text, "largest s&t"))
    return TRUE;

  rest = atlas_span_take_word (&text);

  return rest.end > rest.start && rest.end[-1] == '%'
         && atlas_span_skip (&text, "of ");
}

/* The headings of tables and of their columns, as they are printed. */
static gboolean
take_usual_heading (AtlasTextParser *self, AtlasSpan text)
{
  static const struct
  {
    AtlasTextPhrase table;
    AtlasTextPhrase columns;
    AtlasTextPhrase fields;
  } headings[ATLAS_N_KINDS] = {
    [ATLAS_PATENTS] = { ATLAS_TEXT_PHRASE ("Top PCT applicants"),
                        ATLAS_TEXT_PHRASE ("Patents\tShare"),
                        ATLAS_TEXT_PHRASE ("Patents") },
    [ATLAS_ARTICLES] = { ATLAS_TEXT_PHRASE ("Top publishing organizations"),
                         ATLAS_TEXT_PHRASE ("Articles\tShare"),
                         ATLAS_TEXT_PHRASE ("Publications") },
  };
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      if (atlas_text_is_usual (text, &headings[kind].table))
        {
          atlas_text_meet (self, table_places[kind], ATLAS_SPAN_EMPTY, text);
          begin_table (self, (AtlasKind) kind, 0);
          return TRUE;
        }

      if (self->section == ATLAS_SECTION_TABLE && self->kind == kind
          && atlas_text_is_usual (text, &headings[kind].columns))
        return TRUE;

      if ((self->section == ATLAS_SECTION_FIELDS
           || self->section == ATLAS_SECTION_FIELDS_OF)
          && atlas_text_is_usual (text, &headings[kind].fields))
        {
          self->section = ATLAS_SECTION_FIELDS_OF;
          self->kind = (AtlasKind) kind;
          return TRUE;
        }
    }

  return FALSE;
}

/* Lines as the source prints them are known by their ends. */
static gboolean
take_usual_line (AtlasTextParser *self, AtlasSpan text)
{
  const char last = text.end[-1];

  if (g_ascii_isdigit (*text.start))
    return (last == '.' && atlas_text_take_usual_collaboration (self, text))
           || (g_ascii_isdigit (last)
               && atlas_text_take_usual_rank (self, text));

  if ((last == 's' || last == 'e') && take_usual_heading (self, text))
    return TRUE;

  return last == ':' && strip_decoration (text).start == text.start
         && atlas_text_take_usual_sentence (self, text);
}

/* Whether there are as many tabs as a row has: then it is one, whatever the
 * name in it reads like. */
static gboolean
has_all_cells (AtlasSpan text)
{
  const char *at = text.start;
  guint n = 0;

  while ((at = memchr (at, '\t', (gsize) (text.end - at))) != NULL)
    {
      at++;
      n++;
    }

  return n >= 3;
}

static gboolean
has_digit (AtlasSpan text)
{
  const char *at;

  for (at = text.start; at < text.end; at++)
    {
      if (g_ascii_isdigit (*at))
        return TRUE;
    }

  return FALSE;
}

/**
 * atlas_text_take_line:
 * @self: a parser
 * @line: the line its reader stands on
 *
 * Finds out what the line is and reads it. A line that may be the heading, or
 * is not understood, is kept for the end.
 */
void
atlas_text_take_line (AtlasTextParser *self, AtlasSpan line)
{
  AtlasSpan text = atlas_span_trim (line);
  AtlasSpan plain;
  AtlasTextRow *other;
  gboolean tabs;

  if (atlas_span_is_empty (text))
    return;

  tabs = self->section == ATLAS_SECTION_TABLE
         && memchr (text.start, '\t', atlas_span_length (text)) != NULL;
  if (tabs && (g_ascii_isdigit (*text.start) || has_all_cells (text))
      && atlas_text_take_row (self, text))
    return;
  if (take_usual_line (self, text))
    return;

  plain = strip_decoration (text);
  if (atlas_span_is_empty (plain))
    return;
  if (self->section == ATLAS_SECTION_FIELDS_OF && plain.end[-1] == '%'
      && memchr (plain.start, '\t', atlas_span_length (plain)) != NULL
      && atlas_text_take_field (self, plain))
    return;
  if (take_heading (self, plain) || take_sentences (self, plain))
    return;

  if (self->section == ATLAS_SECTION_TABLE
      && ((tabs && has_digit (text)) || g_ascii_isdigit (*text.start)
          || plain.end[-1] == '%')
      && atlas_text_take_row (self, text))
    return;
  if (self->section == ATLAS_SECTION_TABLE
      && atlas_number_says_not_available (plain))
    {
      self->part.tables[self->kind].none = TRUE;
      return;
    }
  if (self->section == ATLAS_SECTION_FIELDS_OF
      && atlas_text_take_field (self, plain))
    return;

  other = atlas_text_rows_add (&self->part.others);
  other->name = text;
  other->line = self->line;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include <string.h>

/* Rows of the two tables, and lines of technology fields. */

/* A row has rank, name, count and share; more cells mean tabs in the name. */
#define MAX_CELLS 8

typedef struct
{
  AtlasSpan name;
  AtlasSpan rank;
  AtlasSpan count;
  AtlasSpan share;
  gboolean has_rank;
  gboolean has_count;
  gboolean has_share;
} Cells;

static gboolean
ends_with_percent (AtlasSpan text)
{
  return !atlas_span_is_empty (text) && text.end[-1] == '%';
}

static gboolean
begins_with_digit (AtlasSpan text)
{
  return !atlas_span_is_empty (text) && g_ascii_isdigit (*text.start);
}

/* Whether @text is meant as a number: nothing but digits and what may stand
 * among them. */
static gboolean
looks_like_number (AtlasSpan text)
{
  const char *at;
  gboolean digit = FALSE;

  for (at = text.start; at < text.end; at++)
    {
      if (g_ascii_isdigit (*at))
        digit = TRUE;
      else if (strchr (",.%#)'-+ <", *at) == NULL && (guchar) *at < 0x80)
        return FALSE;
    }

  return digit;
}

static gboolean
looks_like_share (AtlasSpan text)
{
  return ends_with_percent (text);
}

/* "1." and "1)" and "#1" are 1. */
static AtlasSpan
strip_rank (AtlasSpan text)
{
  text = atlas_span_trim_end (text, ".)");
  if (!atlas_span_is_empty (text) && *text.start == '#')
    text.start++;

  return atlas_span_trim_marks (text);
}

/* A name keeps its marks unless they stand on both sides. */
static AtlasSpan
strip_name (AtlasSpan text)
{
  text = atlas_span_trim (text);
  while (atlas_span_length (text) > 2 && *text.start == text.end[-1]
         && (*text.start == '*' || *text.start == '_'))
    {
      text.start++;
      text.end--;
    }

  return atlas_span_trim (text);
}

/* Splits at tabs; returns how many cells there are. */
static guint
split_at_tabs (AtlasSpan text, AtlasSpan *cells)
{
  guint n = 0;

  while (n < MAX_CELLS)
    {
      const char *tab = memchr (text.start, '\t', atlas_span_length (text));

      cells[n].start = text.start;
      cells[n].end = tab != NULL ? tab : text.end;
      cells[n] = atlas_span_trim (cells[n]);
      n++;
      if (tab == NULL)
        break;
      text.start = tab + 1;
    }

  return n;
}

/* Sorts out cells that are not the usual four. */
static gboolean
assign_cells (const AtlasSpan *list, guint n, Cells *cells)
{
  guint first = 0;
  guint last = n;

  while (last > 4 && atlas_span_is_empty (list[last - 1]))
    last--;

  if (looks_like_number (list[0]) && !looks_like_share (list[0]))
    {
      cells->rank = list[0];
      cells->has_rank = TRUE;
      first = 1;
    }
  else if (last >= 4)
    {
      cells->rank = list[0];
      cells->has_rank = TRUE;
      first = 1;
    }

  if (last > first && (last - first >= 3 || looks_like_share (list[last - 1])))
    {
      cells->share = list[--last];
      cells->has_share = TRUE;
    }
  if (last > first
      && (last - first >= 2
          || (first < last && looks_like_number (list[last - 1]))))
    {
      cells->count = list[--last];
      cells->has_count = TRUE;
    }
  if (last > first)
    cells->name = list[first];

  return last <= first + 1;
}

/* Takes the last word of @text: all behind the last blank. A percent sign
 * that stands alone belongs to the word before it. */
static AtlasSpan
take_last_word (AtlasSpan *text)
{
  const char *at = text->end;
  AtlasSpan word;

  while (at > text->start && at[-1] != ' ' && at[-1] != '\t')
    at--;
  word = (AtlasSpan){ at, text->end };
  if (atlas_span_is (word, "%"))
    {
      while (at > text->start && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
      while (at > text->start && at[-1] != ' ' && at[-1] != '\t')
        at--;
      word.start = at;
    }
  text->end = at;

  return word;
}

/* Splits a row that has blanks where tabs should be: numbers from both ends,
 * the name between. With single blanks a name that ends in a number cannot be
 * told from thousands with blanks. */
static gboolean
split_at_blanks (AtlasSpan text, Cells *cells)
{
  AtlasSpan rest = text;
  AtlasSpan before;

  cells->rank = atlas_span_take_word (&rest);
  cells->has_rank = looks_like_number (cells->rank);
  if (!cells->has_rank)
    rest = text;

  before = rest = atlas_span_trim (rest);
  cells->share = take_last_word (&before);
  cells->has_share = looks_like_share (cells->share);
  if (cells->has_share)
    rest = atlas_span_trim (before);

  before = rest;
  cells->count = take_last_word (&before);
  cells->has_count = looks_like_number (cells->count);
  if (cells->has_count)
    rest = atlas_span_trim (before);
  cells->name = rest;

  /* "PARIS 13 912": 912 or 13,912? */
  if (cells->has_count && atlas_span_length (cells->count) == 3
      && !atlas_span_is_empty (rest) && g_ascii_isdigit (rest.end[-1])
      && cells->count.start - rest.end == 1)
    return FALSE;

  return cells->has_count || cells->has_share;
}

/* Puts a row beside the one of the first table, when there are two. */
static AtlasTextRow *
place_row (AtlasTextTable *table, const AtlasTextRow *row)
{
  AtlasTextRow *old;

  if (table->again >= 0 && (guint) table->again < table->rows.n)
    {
      old = &table->rows.rows[table->again++];
      if (!atlas_span_equal_place (old->name, row->name))
        old->name = ATLAS_SPAN_EMPTY;
      atlas_text_merge_number (&old->rank, &row->rank);
      atlas_text_merge_number (&old->count, &row->count);
      atlas_text_merge_number (&old->share, &row->share);
      return old;
    }

  old = atlas_text_rows_add (&table->rows);
  *old = *row;

  return old;
}

/* Reads one number of a row, or says that its cell is missing. */
static void
read_cell (AtlasTextParser *self,
           AtlasSpan cell,
           gboolean present,
           AtlasNumberForm form,
           AtlasNumber *number)
{
  if (present && !atlas_span_is_empty (cell))
    atlas_text_read_value (self, cell, form, number);
  else
    *number =
        (AtlasNumber){ .line = self->line, .state = ATLAS_NUMBER_DAMAGED };
}

/* Whether the line is the last of the file and lacks its end; a tab at least
 * ends the cell before it. */
static gboolean
is_cut (const AtlasTextParser *self, AtlasSpan text)
{
  const char *at;

  if (text.end > self->reader.end)
    return FALSE;

  for (at = text.end; at < self->reader.end; at++)
    {
      if (*at != ' ')
        return FALSE;
    }

  return TRUE;
}

static void
read_rank (AtlasTextParser *self, const Cells *cells, AtlasNumber *rank)
{
  AtlasSpan text = strip_rank (cells->rank);

  read_cell (self, text, cells->has_rank, ATLAS_FORM_RANK, rank);
  if (atlas_number_is_given (rank) && rank->value < 1)
    {
      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BAD_RANK, self->line, text,
                         N_ ("A row has rank 0: the best rank is 1."));
      *rank =
          (AtlasNumber){ .line = self->line, .state = ATLAS_NUMBER_DAMAGED };
    }
}

/* Says what a row lacks, if it lacks something. */
static void
check_row (AtlasTextParser *self,
           AtlasSpan text,
           const Cells *cells,
           gboolean whole)
{
  const char *sentence = NULL;

  if (!whole)
    sentence = N_ ("The row cannot be split: expected rank, name, count and "
                   "share, with a tab between each.");
  else if (atlas_span_is_empty (cells->name))
    sentence = N_ ("The row lacks its name: expected rank, name, count and "
                   "share, with a tab between each.");
  else if (!cells->has_rank || atlas_span_is_empty (strip_rank (cells->rank)))
    sentence = N_ ("The row lacks its rank: expected rank, name, count and "
                   "share, with a tab between each.");
  else if (!cells->has_count || atlas_span_is_empty (cells->count)
           || !cells->has_share || atlas_span_is_empty (cells->share))
    sentence = N_ ("The row is cut: expected rank, name, count and share, "
                   "with a tab between each.");

  if (sentence != NULL)
    ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BAD_ROW, self->line, text, sentence);
}

/* What the usual way reads as a count, a rank and a share; whatever is above
 * is for the general way to judge. */
#define MAX_COUNT 1000000000000
#define MAX_RANK 1000000
#define MAX_SHARE 100

/* Reads the row as it is printed, in one walk, with nothing to strip from any
 * cell. */
static gboolean
take_usual_row (AtlasTextParser *self, AtlasSpan text)
{
  guint64 rank, count, share;
  AtlasTextRow row = { .line = self->line };
  AtlasSpan name;
  const char *at;

  at = atlas_number_scan (text.start, text.end, TRUE, &rank);
  if (at == NULL || at == text.end || *at != '\t' || rank == 0
      || rank > MAX_RANK)
    return FALSE;

  name.start = at + 1;
  name.end = memchr (name.start, '\t', (gsize) (text.end - name.start));
  if (name.end == NULL || !atlas_span_has_plain_ends (name))
    return FALSE;

  at = atlas_number_scan (name.end + 1, text.end, TRUE, &count);
  if (at == NULL || at == text.end || *at != '\t' || count > MAX_COUNT)
    return FALSE;

  at = atlas_number_scan (at + 1, text.end, FALSE, &share);
  if (at == NULL || at + 1 != text.end || *at != '%' || share > MAX_SHARE)
    return FALSE;

  row.name = atlas_text_decode (self, name);
  row.rank = (AtlasNumber){ (double) rank, self->line, ATLAS_NUMBER_GIVEN, 0 };
  row.count =
      (AtlasNumber){ (double) count, self->line, ATLAS_NUMBER_GIVEN, 0 };
  row.share =
      (AtlasNumber){ (double) share, self->line, ATLAS_NUMBER_GIVEN, 0 };
  place_row (&self->part.tables[self->kind], &row);

  return TRUE;
}

/**
 * atlas_text_take_row:
 * @self: a parser, in a table
 * @text: a line
 *
 * Reads "1  NORTHEASTERN UNIVERSITY  278  40%". A bad cell costs its own
 * value and nothing else.
 *
 * Returns: whether @text is meant as a row
 */
gboolean
atlas_text_take_row (AtlasTextParser *self, AtlasSpan text)
{
  AtlasSpan list[MAX_CELLS];
  AtlasTextRow row = { .line = self->line };
  Cells cells = { .has_rank = FALSE };
  gboolean whole;
  guint n;

  if (take_usual_row (self, text))
    return TRUE;

  n = split_at_tabs (text, list);
  if (n == 4)
    {
      cells = (Cells){ .rank = list[0],
                       .name = list[1],
                       .count = list[2],
                       .share = list[3],
                       .has_rank = TRUE,
                       .has_count = TRUE,
                       .has_share = TRUE };
      whole = TRUE;
    }
  else if (n > 1
           && !(n < 4 && split_at_blanks (text, &cells) && cells.has_rank
                && cells.has_count && cells.has_share
                && !atlas_span_is_empty (cells.name)))
    {
      cells = (Cells){ .has_rank = FALSE };
      whole = assign_cells (list, n, &cells);
    }
  else if (n > 1)
    {
      whole = TRUE;
    }
  else
    {
      whole = split_at_blanks (text, &cells);
      if (!whole && !begins_with_digit (text))
        return FALSE;
    }

  check_row (self, text, &cells, whole);
  read_rank (self, &cells, &row.rank);
  if (!whole)
    cells.name = ATLAS_SPAN_EMPTY;
  if (whole || n > 1)
    {
      read_cell (self, cells.count, cells.has_count, ATLAS_FORM_COUNT,
                 &row.count);
      read_cell (self, cells.share, cells.has_share, ATLAS_FORM_SHARE,
                 &row.share);
    }
  else
    {
      read_cell (self, cells.count, FALSE, ATLAS_FORM_COUNT, &row.count);
      read_cell (self, cells.share, cells.has_share, ATLAS_FORM_SHARE,
                 &row.share);
    }

  /* A name at which the file breaks off may have lost its end. */
  row.name = atlas_text_decode (self, strip_name (cells.name));
  if (is_cut (self, text) && !cells.has_count && !cells.has_share)
    row.name = ATLAS_SPAN_EMPTY;
  place_row (&self->part.tables[self->kind], &row);

  return TRUE;
}

/* Takes the share from either end of @text. */
static gboolean
split_field (AtlasSpan text, AtlasSpan *name, AtlasSpan *share)
{
  AtlasSpan list[MAX_CELLS];
  guint n = split_at_tabs (text, list);

  if (n > 1)
    {
      *share = list[n - 1];
      *name = list[n == 3 && looks_like_number (list[0]) ? 1 : 0];
      return n <= 3;
    }

  if (begins_with_digit (text) || *text.start == '<')
    {
      AtlasSpan rest = text;
      AtlasSpan word = atlas_span_take_word (&rest);

      if (ends_with_percent (word) && !atlas_span_is_empty (rest))
        {
          *share = word;
          *name = rest;
          return TRUE;
        }
      /* A rank before the name says nothing that the order does not. */
      if (looks_like_number (word) && ends_with_percent (text))
        text = rest;
    }

  *share = take_last_word (&text);
  *name = text;

  return ends_with_percent (*share) || looks_like_number (*share);
}

/**
 * atlas_text_take_field:
 * @self: a parser, among the technology fields
 * @text: a line
 *
 * Reads "Digital communication  21%", with a tab, a colon, a dash or blanks
 * between, or with the share first.
 *
 * Returns: whether @text is meant as a field
 */
gboolean
atlas_text_take_field (AtlasTextParser *self, AtlasSpan text)
{
  AtlasTextRow row = { .line = self->line };
  AtlasSpan name, share;

  if (!split_field (text, &name, &share))
    return FALSE;

  name = atlas_span_trim_end (name, ":-|");
  name = strip_name (name);
  if (atlas_span_is_empty (name))
    {
      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BAD_ROW, self->line, text,
                         N_ ("The technology field lacks its name: expected "
                             "a name and a share."));
    }
  atlas_text_read_value (self, share, ATLAS_FORM_SHARE, &row.share);
  row.name = atlas_text_decode (self, name);
  place_row (&self->part.fields[self->kind], &row);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include <string.h>

/* The list of partners: split on the emphasis marks first, and only then on
 * commas and "and", because names have commas too. */

/* Marks that stand around a name. The longer of two that begin alike comes
 * first. */
static const struct
{
  const char *open;
  const char *close;
} marks[] = {
  { "**", "**" },
  { "__", "__" },
  { "*", "*" },
  { "_", "_" },
  { "<strong>", "</strong>" },
  { "<b>", "</b>" },
  { "<em>", "</em>" },
  { "<i>", "</i>" },
  { "\xe2\x80\x9c", "\xe2\x80\x9d" },
  { "\"", "\"" },
  { "\xe2\x80\x98", "\xe2\x80\x99" },
  { "\xc2\xab", "\xc2\xbb" },
};

/* A usual list has fewer names than this. */
#define MAX_USUAL 8

/* How many partners the sentence names when it does not say. */
#define USUAL_PARTNERS 3

/* What is being read, what for, and how often "and" stood between names. */
typedef struct
{
  AtlasTextParser *self;
  AtlasTextTable *table;
  guint n_ands;
} List;

static const char *
find_bytes (AtlasSpan span, const char *bytes)
{
  return memmem (span.start, atlas_span_length (span), bytes, strlen (bytes));
}

static void
add_name (List *list, AtlasSpan name)
{
  guint32 line = atlas_text_line_at (list->self, name);
  AtlasTextRow *row;

  name = atlas_number_says_not_available (name)
             ? ATLAS_SPAN_EMPTY
             : atlas_text_decode (list->self, name);
  if (list->table->again >= 0)
    {
      guint at = (guint) list->table->again++;

      /* A second list: names that differ are left out. */
      if (at < list->table->rows.n)
        {
          row = &list->table->rows.rows[at];
          if (!atlas_span_equal_place (row->name, name))
            row->name = ATLAS_SPAN_EMPTY;
          return;
        }
    }

  row = atlas_text_rows_add (&list->table->rows);
  row->line = line;
  row->name = name;
}

/* Skips commas, blanks and "and" between two names. */
static AtlasSpan
skip_separators (List *list, AtlasSpan text)
{
  for (;;)
    {
      text = atlas_span_trim (text);
      if (!atlas_span_is_empty (text)
          && (*text.start == ',' || *text.start == ';'))
        text.start++;
      else if (atlas_span_is (text, "and") || atlas_span_is (text, "&"))
        text.start = text.end;
      else if (atlas_span_skip (&text, "and ") || atlas_span_skip (&text, "& "))
        list->n_ands++;
      else
        return text;
    }
}

/* Whether @name begins with two capitals and nothing that makes them a word:
 * the state in "Washington, DC–Baltimore, MD". */
static gboolean
is_state (AtlasSpan name)
{
  return atlas_span_length (name) >= 2 && g_ascii_isupper (name.start[0])
         && g_ascii_isupper (name.start[1])
         && (atlas_span_length (name) == 2
             || (!g_ascii_isalnum (name.start[2]) && name.start[2] != '&'));
}

/* Where the name that @text begins with ends: at a comma or "and" that
 * separates. */
static const char *
find_name_end (AtlasSpan text)
{
  const char *at;

  /* Never empty, so that the caller comes to an end. */
  for (at = text.start + 1; at < text.end; at++)
    {
      AtlasSpan rest = { at, text.end };

      if (*at == ',' || *at == ';')
        {
          rest.start++;
          if (!is_state (atlas_span_trim (rest)))
            return at;
        }
      else if (atlas_span_skip (&rest, " and ") || atlas_span_is (rest, " and"))
        {
          return at;
        }
    }

  return text.end;
}

/* Takes the marks off a single name among names that have others or none. */
static AtlasSpan
strip_marks (AtlasSpan name)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize open = strlen (marks[i].open);
      gsize close = strlen (marks[i].close);

      if (atlas_span_length (name) > open + close
          && memcmp (name.start, marks[i].open, open) == 0
          && memcmp (name.end - close, marks[i].close, close) == 0)
        return atlas_span_trim_marks (
            (AtlasSpan){ name.start + open, name.end - close });
    }

  return atlas_span_trim_marks (name);
}

/* Reads names that have no marks. */
static guint
take_unmarked (List *list, AtlasSpan text)
{
  guint n = 0;

  for (text = skip_separators (list, text); !atlas_span_is_empty (text);
       text = skip_separators (list, text))
    {
      AtlasSpan name = { text.start, find_name_end (text) };

      text.start = name.end;
      name = strip_marks (atlas_span_trim (name));
      if (atlas_span_is_empty (name))
        continue;
      add_name (list, name);
      n++;
    }

  return n;
}

/* Whether @text begins with the usual mark. */
static gboolean
is_opened (AtlasSpan text)
{
  return atlas_span_length (text) > 2 && text.start[0] == '*'
         && text.start[1] == '*';
}

/* The first mark in @text, or -1. */
static gint
find_mark (AtlasSpan text)
{
  const char *first = NULL;
  gint found = -1;
  guint i;

  /* The usual case needs no search. */
  if (is_opened (text))
    return 0;

  for (i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = find_bytes (text, marks[i].open);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          found = (gint) i;
        }
    }

  return found;
}

/* Whether every opening mark has its closing one, and what they enclose can
 * be a name. */
static gboolean
marks_are_paired (AtlasSpan text, guint mark)
{
  const char *at;

  while ((at = find_bytes (text, marks[mark].open)) != NULL)
    {
      AtlasSpan name = { at + strlen (marks[mark].open), text.end };

      at = find_bytes (name, marks[mark].close);
      if (at == NULL)
        return FALSE;
      name.end = at;
      if (atlas_span_is_empty (name) || name.end[-1] == ','
          || *name.start == ','
          || atlas_span_length (atlas_span_trim (name))
                 != atlas_span_length (name))
        return FALSE;
      text.start = at + strlen (marks[mark].close);
    }

  return find_bytes (text, marks[mark].close) == NULL;
}

/* Reads names that stand between marks, and unmarked ones between those. */
static guint
take_marked (List *list, AtlasSpan text, guint mark)
{
  const char *at;
  guint n = 0;

  while ((at = find_bytes (text, marks[mark].open)) != NULL)
    {
      AtlasSpan name = { at + strlen (marks[mark].open), text.end };

      n += take_unmarked (list, (AtlasSpan){ text.start, at });
      name.end = find_bytes (name, marks[mark].close);
      text.start = name.end + strlen (marks[mark].close);
      add_name (list, name);
      n++;
    }

  return n + take_unmarked (list, text);
}

/* Reads the list as it is printed: "**A**, **B** and **C**". Returns how many
 * names there are; 0, with nothing added, when anything is otherwise. */
static guint
take_usual (List *list, AtlasSpan text)
{
  static const struct
  {
    const char *bytes;
    gsize length;
  } separators[] = { { ", **", 4 }, { " and **", 7 }, { ", and **", 8 } };
  AtlasSpan names[MAX_USUAL];
  guint i, n;

  if (!is_opened (text))
    return 0;

  text.start += 2;
  for (n = 0; n < MAX_USUAL; n++)
    {
      AtlasSpan *name = &names[n];

      name->start = text.start;
      name->end = memchr (text.start, '*', atlas_span_length (text));
      if (name->end == NULL || text.end - name->end < 2 || name->end[1] != '*'
          || !atlas_span_has_plain_ends (*name) || *name->start == ','
          || name->end[-1] == ',')
        return 0;

      text.start = name->end + 2;
      if (atlas_span_is_empty (text))
        break;

      for (i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          if (atlas_span_length (text) > separators[i].length
              && memcmp (text.start, separators[i].bytes, separators[i].length)
                     == 0)
            break;
        }
      if (i == G_N_ELEMENTS (separators))
        return 0;
      text.start += separators[i].length;
    }
  if (n == MAX_USUAL)
    return 0;

  for (i = 0; i <= n; i++)
    add_name (list, names[i]);

  return n + 1;
}

static void
report_count (AtlasTextParser *self,
              AtlasSpan text,
              guint n,
              guint expected,
              const char *sentence)
{
  g_autofree char *found = g_strdup_printf ("%u", n);
  g_autofree char *wanted = g_strdup_printf ("%u", expected);

  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_PARTNER_COUNT,
                     atlas_text_line_at (self, text), text, sentence, found,
                     wanted);
}

/* Whether the last name may have lost its end. */
static gboolean
ends_open (AtlasSpan text, gboolean cut)
{
  static const char closing[] = "*_\".>";

  return cut && !atlas_span_is_empty (text)
         && strchr (closing, text.end[-1]) == NULL;
}

/* Drops the names read from @from on: they may be wrong. */
static void
drop_names (AtlasTextTable *table, guint from)
{
  for (; from < table->rows.n; from++)
    table->rows.rows[from].name = ATLAS_SPAN_EMPTY;
}

/**
 * atlas_text_take_partners:
 * @self: a parser
 * @kind: patents or articles
 * @text: the list of places
 * @announced: how many the sentence announces, 0 when it does not say
 * @cut: whether the end of the sentence is missing
 *
 * Reads the names. A name that cannot be told keeps its place in the order.
 */
void
atlas_text_take_partners (AtlasTextParser *self,
                          AtlasKind kind,
                          AtlasSpan text,
                          guint announced,
                          gboolean cut)
{
  List list = { self, &self->part.partners[kind], 0 };
  guint expected = announced != 0 ? announced : USUAL_PARTNERS;
  guint first = list.table->rows.n;
  gboolean open, paired;
  gint mark;
  guint n;

  text = atlas_span_trim (text);
  while (!atlas_span_is_empty (text)
         && (text.end[-1] == '.' || text.end[-1] == ','))
    {
      text.end--;
      text = atlas_span_trim (text);
    }

  if (atlas_number_says_not_available (text))
    return;

  open = ends_open (text, cut);
  mark = find_mark (text);
  n = take_usual (&list, text);
  paired = n > 0 || (mark >= 0 && marks_are_paired (text, (guint) mark));
  if (n == 0 && paired)
    n = take_marked (&list, text, (guint) mark);
  else if (n == 0)
    n = take_unmarked (&list, text);

  /* A list has one "and"; with two, one of them belongs to a name. */
  if (!paired && n > expected
      && (announced != 0 || mark >= 0 || list.n_ands > 1))
    {
      drop_names (list.table, first);
      report_count (self, text, n, expected,
                    N_ ("The sentence reads as {0} places where {1} are "
                        "announced; without marks around the names nobody "
                        "can tell them apart, so none was kept."));
    }
  else if (announced != 0 && n != announced)
    {
      report_count (self, text, n, expected,
                    N_ ("The sentence names {0} places where {1} are "
                        "announced."));
    }
  else if (announced == 0 && n < expected)
    {
      report_count (self, text, n, expected,
                    N_ ("The sentence names {0} places: expected at least "
                        "{1}."));
    }

  if (open && n > 0 && n <= list.table->rows.n)
    {
      drop_names (list.table, list.table->rows.n - 1);
      report_count (self, text, n, expected,
                    N_ ("The sentence has no end: the last of its {0} places "
                        "may be cut and was left out."));
    }
}

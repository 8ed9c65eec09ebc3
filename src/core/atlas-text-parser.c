/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-parser.h"

#include "atlas-encoding.h"
#include "atlas-text-private.h"
#include "atlas-unicode.h"

/**
 * atlas_text_keep_string:
 * @self: a parser
 * @string: (transfer full): a text that spans point into
 *
 * Keeps @string until all is read.
 */
void
atlas_text_keep_string (AtlasTextParser *self, char *string)
{
  if (self->joined == NULL)
    self->joined = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->joined, string);
}

/**
 * atlas_text_join_lines:
 * @self: a parser
 * @text: the line it stands on
 * @is_complete: whether a sentence has come to its end
 *
 * Puts a sentence together that was broken into several lines. When no end is
 * found before a blank line, or before a line that begins something else,
 * nothing is joined.
 *
 * Returns: the whole sentence, or @text
 */
AtlasSpan
atlas_text_join_lines (AtlasTextParser *self,
                       AtlasSpan text,
                       gboolean (*is_complete) (AtlasSpan text))
{
  AtlasLineReader reader = self->reader;
  gsize offsets[ATLAS_TEXT_MAX_SEGMENTS];
  GString *sentence;
  AtlasSpan line;
  guint i, n;

  if (is_complete (text))
    return text;

  sentence = g_string_new_len (text.start, (gssize) atlas_span_length (text));
  offsets[0] = 0;
  for (n = 1;
       n < ATLAS_TEXT_MAX_SEGMENTS && atlas_line_reader_next (&reader, &line);
       n++)
    {
      AtlasSpan whole;

      line = atlas_span_trim (line);
      if (atlas_text_is_own_line (line))
        break;

      g_string_append_c (sentence, ' ');
      offsets[n] = sentence->len;
      g_string_append_len (sentence, line.start,
                           (gssize) atlas_span_length (line));

      whole.start = sentence->str;
      whole.end = sentence->str + sentence->len;
      if (!is_complete (whole))
        continue;

      for (i = 0; i <= n; i++)
        {
          self->segments[i].start = sentence->str + offsets[i];
          self->segments[i].line = self->line + i;
        }
      self->n_segments = n + 1;
      self->reader = reader;
      atlas_text_keep_string (self, g_string_free (sentence, FALSE));
      return whole;
    }

  g_string_free (sentence, TRUE);

  return text;
}

/* Reads a title that stood on an earlier line. */
static void
take_title (AtlasTextParser *self, AtlasSpan year, guint32 line)
{
  guint32 current = self->line;
  guint n_segments = self->n_segments;

  self->line = line;
  self->n_segments = 0;

  if (atlas_text_part_has (&self->part, ATLAS_PLACE_TITLE))
    {
      g_autofree char *first =
          g_strdup_printf ("%u", self->part.lines[ATLAS_PLACE_TITLE]);

      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_DUPLICATE_SECTION, line, year,
                         N_ ("The title stands here a second time, first on "
                             "line {0}."),
                         first);
    }
  else
    {
      self->part.lines[ATLAS_PLACE_TITLE] = line;
    }
  atlas_text_take_year (self, year);

  self->line = current;
  self->n_segments = n_segments;
}

/* A title in the middle turned out not to begin a profile. */
static void
keep_pending_title (AtlasTextParser *self)
{
  if (self->pending_line == 0)
    return;

  take_title (self, self->pending_title, self->pending_line);
  self->pending_line = 0;
}

/* Ends the profile that is read before @line, and begins the next one. */
static void
begin_part (AtlasTextParser *self, guint32 line)
{
  AtlasTextPart *part = &self->part;
  g_autofree AtlasTextRow *kept = NULL;
  guint n = part->others.n;
  guint i, n_kept;

  /* Lines kept since then belong to the new part. */
  while (n > 0 && part->others.rows[n - 1].line >= line)
    n--;
  n_kept = part->others.n - n;
  kept = g_memdup2 (part->others.rows + n, n_kept * sizeof (AtlasTextRow));
  part->others.n = n;

  self->several = TRUE;
  part->last_line = line - 1;
  atlas_text_finish_part (self);
  atlas_text_part_clear (part);

  atlas_text_part_init (part, line);
  for (i = 0; i < n_kept; i++)
    *atlas_text_rows_add (&part->others) = kept[i];

  self->section = ATLAS_SECTION_NONE;
  keep_pending_title (self);
}

/* The name of the cluster as far as it is known; the first sentence decides,
 * but it can come late. */
static AtlasSpan
get_known_name (const AtlasTextPart *part)
{
  guint i;

  if (!atlas_span_is_empty (part->cluster))
    return part->cluster;

  for (i = 0; i < ATLAS_N_PLACES; i++)
    {
      if (!atlas_span_is_empty (part->names[i]))
        return part->names[i];
    }

  return ATLAS_SPAN_EMPTY;
}

/* Whether @place, met now, belongs to a further profile. */
static gboolean
begins_part (const AtlasTextParser *self, AtlasTextPlace place, AtlasSpan name)
{
  const AtlasTextPart *part = &self->part;
  gboolean again = atlas_text_part_has (part, place);
  AtlasSpan known = get_known_name (part);

  if (place != ATLAS_PLACE_SENTENCE)
    return again && self->pending_line != 0;

  if (again)
    return self->pending_line != 0
           || !atlas_span_equal_place (part->cluster, name);

  return self->pending_line != 0 && !atlas_span_is_empty (known)
         && !atlas_span_equal_place (known, name);
}

/* Where a profile begins that is known by its first sentence on this line: at
 * its title, else at its heading, else here. */
static guint32
find_begin (const AtlasTextParser *self, AtlasSpan name)
{
  const AtlasTextRows *others = &self->part.others;

  if (self->pending_line != 0)
    return self->pending_line;

  if (others->n > 0 && !atlas_span_is_empty (name))
    {
      AtlasSpan line = atlas_span_trim_marks (others->rows[others->n - 1].name);

      line.end =
          line.start + MIN (atlas_span_length (name), atlas_span_length (line));
      if (atlas_span_equal_place (line, name))
        return others->rows[others->n - 1].line;
    }

  return self->line;
}

/* A table, list or sentence stands there a second time. */
static void
meet_again (AtlasTextParser *self, AtlasTextPlace place, AtlasSpan text)
{
  g_autofree char *first = g_strdup_printf ("%u", self->part.lines[place]);

  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_DUPLICATE_SECTION,
                     atlas_text_line_at (self, text), text,
                     N_ ("This part stands here a second time, first on line "
                         "{0}: values that agree are kept, those that differ "
                         "were left out."),
                     first);

  if (place == ATLAS_PLACE_PATENT_PARTNERS)
    self->part.partners[ATLAS_PATENTS].again = 0;
  if (place == ATLAS_PLACE_ARTICLE_PARTNERS)
    self->part.partners[ATLAS_ARTICLES].again = 0;
}

/* Keeps the name for the comparison at the end. */
static void
meet_name (AtlasTextParser *self, AtlasTextPlace place, AtlasSpan name)
{
  AtlasTextPart *part = &self->part;

  if (atlas_span_is_empty (name) || atlas_number_says_not_available (name))
    return;

  if (place == ATLAS_PLACE_SENTENCE && atlas_span_is_empty (part->cluster))
    part->cluster = atlas_text_decode (self, name);
  else if (place != ATLAS_PLACE_SENTENCE
           && atlas_span_is_empty (part->names[place]))
    part->names[place] = atlas_text_decode (self, name);
  else
    return;

  part->name_lines[place] = atlas_text_line_at (self, name);
}

/**
 * atlas_text_meet:
 * @self: a parser
 * @place: a part of a profile text
 * @name: the name of the cluster as it stands there, or empty
 * @text: the line or sentence
 *
 * Says that @place was met. It may begin a further profile, or be there a
 * second time.
 */
void
atlas_text_meet (AtlasTextParser *self,
                 AtlasTextPlace place,
                 AtlasSpan name,
                 AtlasSpan text)
{
  AtlasTextPart *part = &self->part;

  if (begins_part (self, place, name))
    begin_part (self, find_begin (self, name));
  else
    keep_pending_title (self);

  if (atlas_text_part_has (part, place))
    meet_again (self, place, text);
  else
    part->lines[place] = atlas_text_line_at (self, text);

  part->content++;
  meet_name (self, place, name);
}

/**
 * atlas_text_meet_title:
 * @self: a parser
 * @year: the year in the title on this line
 *
 * A title after other parts may begin a further profile; what follows tells.
 */
void
atlas_text_meet_title (AtlasTextParser *self, AtlasSpan year)
{
  keep_pending_title (self);

  if (self->part.content > 0)
    {
      self->pending_title = year;
      self->pending_line = self->line;
    }
  else
    {
      take_title (self, year, self->line);
    }
}

/* Lines that hold what should not be in a text. */
static void
report_characters (AtlasTextParser *self, AtlasSpan line)
{
  gboolean bad = FALSE;
  gboolean control = FALSE;
  gboolean bidi = FALSE;
  const char *at;

  for (at = line.start; at < line.end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      bad = bad || c == 0xfffd;
      control = control || (c < 0x20 && !atlas_unichar_is_blank (c))
                || (c >= 0x7f && c < 0xa0 && c != 0x85);
      bidi = bidi || atlas_unichar_is_bidi_control (c);
    }

  if (bad)
    ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BAD_BYTES, self->reader.line, line,
                       N_ ("Some bytes of this line are no UTF-8 text; each "
                           "is shown as “�”."));
  if (control)
    ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_CONTROL_CHARACTER, self->reader.line,
                       line,
                       N_ ("This line has control characters: expected text "
                           "alone."));
  if (bidi)
    ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BIDI_OVERRIDE, self->reader.line,
                       line,
                       N_ ("This line has characters that turn the direction "
                           "of the text around them; they are shown without "
                           "effect."));
}

static void
report_file (AtlasTextParser *self, AtlasProblemCode code, const char *sentence)
{
  ATLAS_TEXT_REPORT (self, code, 0, ATLAS_SPAN_EMPTY, sentence);
}

/* Reads all lines, and reports bad characters where there are some. */
static void
read_lines (AtlasTextParser *self, const AtlasDecoded *decoded)
{
  AtlasSpan line;

  atlas_line_reader_init (&self->reader, decoded->text, decoded->length);
  while (atlas_line_reader_next (&self->reader, &line))
    {
      if (atlas_span_is_empty (line))
        continue;
      self->line = self->reader.line;
      self->n_segments = 0;
      atlas_text_take_line (self, line);
    }

  self->n_segments = 0;
  keep_pending_title (self);
  self->part.last_line = self->reader.line;
  atlas_text_finish_part (self);

  if (!decoded->bad_bytes && !decoded->controls && !decoded->bidi)
    return;

  atlas_line_reader_init (&self->reader, decoded->text, decoded->length);
  while (atlas_line_reader_next (&self->reader, &line))
    report_characters (self, line);
}

static gboolean
is_web_page (const AtlasDecoded *decoded)
{
  AtlasSpan text = { decoded->text, decoded->text + decoded->length };

  text = atlas_span_trim (text);

  return atlas_span_skip (&text, "<!doctype html")
         || atlas_span_skip (&text, "<html");
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  return atlas_problem_compare (*(AtlasProblem *const *) a,
                                *(AtlasProblem *const *) b);
}

/* Brings the problems added since @first into the order of lines. */
static void
sort_problems (GPtrArray *problems, guint first)
{
  if (problems->len > first + 1)
    qsort (problems->pdata + first, problems->len - first, sizeof (gpointer),
           compare_problems);
}

static void
parse_text (AtlasTextParser *self, const AtlasDecoded *decoded)
{
  guint first_profile = self->profiles->len;
  guint first_problem = self->problems->len;
  AtlasTextPart *part = &self->part;

  self->joined = NULL;
  atlas_text_part_init (part, 1);

  if (!is_web_page (decoded))
    read_lines (self, decoded);

  if (self->profiles->len == first_profile)
    {
      g_ptr_array_set_size (self->problems, (gint) first_problem);
      report_file (self, ATLAS_PROBLEM_NOT_A_PROFILE,
                   N_ ("This is no cluster profile: expected a sentence such "
                       "as “Shenyang is the seventeenth-ranked cluster, out "
                       "of 26 Chinese clusters, …”."));
    }
  else if (self->profiles->len > first_profile + 1)
    {
      const AtlasProfile *second = self->profiles->pdata[first_profile + 1];
      g_autofree char *n =
          g_strdup_printf ("%u", self->profiles->len - first_profile);

      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_SEVERAL_PROFILES,
                         second->first_line, ATLAS_SPAN_EMPTY,
                         N_ ("The file holds {0} profiles, the second from "
                             "here on; each was loaded."),
                         n);
    }

  sort_problems (self->problems, first_problem);
  if (self->problems->len > first_problem
      && atlas_text_quote_lines (self, decoded, first_problem))
    sort_problems (self->problems, first_problem);
  atlas_text_part_clear (part);
  g_clear_pointer (&self->joined, g_ptr_array_unref);
}

/**
 * atlas_text_parse:
 * @data: the bytes of a file, any bytes
 * @length: how many
 * @source: where they come from, for the profiles and problems
 * @profiles: (element-type AtlasProfile): array that owns its elements; the
 *   profiles are appended
 * @problems: (element-type AtlasProblem): array that owns its elements; the
 *   problems are appended, in the order of lines
 *
 * Reads the text form of profiles. A sound file gives profiles and no
 * problem; a damaged value is left out, with a problem that says so; a file
 * from which nothing can be read gives one problem that is an error.
 *
 * May be called from any thread.
 */
void
atlas_text_parse (const char *data,
                  gsize length,
                  const char *source,
                  GPtrArray *profiles,
                  GPtrArray *problems)
{
  AtlasTextParser self;
  g_auto (AtlasDecoded) decoded = { .text = NULL };

  g_return_if_fail (data != NULL || length == 0);
  g_return_if_fail (profiles != NULL && problems != NULL);

  /* The part is large and is initialised where it is used. */
  self.source = source;
  self.profiles = profiles;
  self.problems = problems;
  self.line = 0;
  self.n_segments = 0;
  self.section = ATLAS_SECTION_NONE;
  self.kind = ATLAS_PATENTS;
  self.n_parts = 0;
  self.several = FALSE;
  self.pending_line = 0;
  self.first_problem = problems->len;

  if (length > ATLAS_TEXT_MAX_BYTES)
    {
      report_file (&self, ATLAS_PROBLEM_TOO_LARGE,
                   N_ ("The file is too large for a profile: expected at "
                       "most 1 MiB."));
      return;
    }

  switch (atlas_encoding_decode (data, length, &decoded))
    {
    case ATLAS_ENCODING_OK:
      parse_text (&self, &decoded);
      break;

    case ATLAS_ENCODING_EMPTY:
      report_file (&self, ATLAS_PROBLEM_EMPTY,
                   N_ ("The file is empty: expected a cluster profile."));
      break;

    case ATLAS_ENCODING_BINARY:
      report_file (&self, ATLAS_PROBLEM_BINARY,
                   N_ ("The file is no text: expected a cluster profile in "
                       "UTF-8."));
      break;

    case ATLAS_ENCODING_UNKNOWN:
      report_file (&self, ATLAS_PROBLEM_ENCODING,
                   N_ ("The encoding of the file cannot be told: expected "
                       "UTF-8, or UTF-16 or UTF-32 with a byte-order mark."));
      break;

    default:
      g_assert_not_reached ();
    }
}

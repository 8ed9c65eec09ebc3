/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include "atlas-ordinal.h"

/* What is said when a number of a form cannot be read. */
static const char *const malformed[] = {
  [ATLAS_FORM_COUNT] =
      N_ ("“{0}” cannot be read: expected a whole number such as 1,234."),
  [ATLAS_FORM_RATE] = N_ (
      "“{0}” cannot be read: expected a number for each million inhabitants, "
      "such as 5,883."),
  [ATLAS_FORM_SHARE] =
      N_ ("“{0}” cannot be read: expected a percentage such as 40%."),
  [ATLAS_FORM_RANK] = N_ ("“{0}” cannot be read: expected a rank, 1 or above."),
  [ATLAS_FORM_YEAR] =
      N_ ("“{0}” cannot be read: expected a year of four digits."),
};

static const char *const out_of_range[] = {
  [ATLAS_FORM_COUNT] = N_ ("“{0}” is too large for a count of patents, "
                           "articles or clusters."),
  [ATLAS_FORM_RATE] =
      N_ ("“{0}” is too large: expected at most one for each inhabitant."),
  [ATLAS_FORM_SHARE] = N_ ("“{0}” is too large: expected at most 100%."),
  [ATLAS_FORM_RANK] = N_ ("“{0}” is too large for a rank."),
  [ATLAS_FORM_YEAR] =
      N_ ("“{0}” is no year of the index: expected one from 1900 to 2199."),
};

static void
report_value (AtlasTextParser *self,
              AtlasProblemCode code,
              AtlasSpan text,
              const char *sentence)
{
  g_autofree char *quoted = g_strndup (text.start, atlas_span_length (text));

  ATLAS_TEXT_REPORT (self, code, atlas_text_line_at (self, text), text,
                     sentence, quoted);
}

/**
 * atlas_text_line_at:
 * @self: a parser
 * @span: a piece of the line or sentence that is being read
 *
 * Returns: the number of the line on which @span begins
 */
guint32
atlas_text_line_at (const AtlasTextParser *self, AtlasSpan span)
{
  guint32 line = self->line;
  guint i;

  for (i = 0; i < self->n_segments; i++)
    {
      if (span.start >= self->segments[i].start)
        line = self->segments[i].line;
    }

  return line;
}

/**
 * atlas_text_read_value:
 * @self: a parser
 * @text: where a number is expected
 * @form: its form
 * @number: (out): the number, with its line
 *
 * Reads a number and reports what is wrong with it.
 */
void
atlas_text_read_value (AtlasTextParser *self,
                       AtlasSpan text,
                       AtlasNumberForm form,
                       AtlasNumber *number)
{
  AtlasNumberResult result;

  text = atlas_span_trim_marks (text);
  result = atlas_number_read (text, form, number);
  number->line =
      self->n_segments == 0 ? self->line : atlas_text_line_at (self, text);

  switch (result)
    {
    case ATLAS_NUMBER_READ:
    case ATLAS_NUMBER_NOT_AVAILABLE:
      break;

    case ATLAS_NUMBER_MALFORMED:
      report_value (self, ATLAS_PROBLEM_BAD_NUMBER, text, malformed[form]);
      break;

    case ATLAS_NUMBER_OUT_OF_RANGE:
      report_value (self, ATLAS_PROBLEM_BAD_NUMBER, text, out_of_range[form]);
      break;

    case ATLAS_NUMBER_ABOVE_100:
      report_value (self, ATLAS_PROBLEM_BAD_SHARE, text,
                    out_of_range[ATLAS_FORM_SHARE]);
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * atlas_text_read_ordinal:
 * @self: a parser
 * @text: where an ordinal is expected
 * @number: (out): the rank, with its line
 *
 * Reads an ordinal in words or digits and reports what is wrong with it.
 */
void
atlas_text_read_ordinal (AtlasTextParser *self,
                         AtlasSpan text,
                         AtlasNumber *number)
{
  guint value = 0;

  text = atlas_span_trim_marks (text);
  *number = (AtlasNumber){ .line = atlas_text_line_at (self, text) };
  if (atlas_number_says_not_available (text))
    return;

  number->state = ATLAS_NUMBER_DAMAGED;
  switch (atlas_ordinal_read (text, &value))
    {
    case ATLAS_ORDINAL_OK:
      break;

    case ATLAS_ORDINAL_BAD_ENDING:
      report_value (self, ATLAS_PROBLEM_ORDINAL_ENDING, text,
                    N_ ("“{0}” has not the ending of an ordinal, such as "
                        "1st, 2nd, 3rd or 4th; the number was kept."));
      break;

    case ATLAS_ORDINAL_UNKNOWN:
      report_value (self, ATLAS_PROBLEM_UNKNOWN_ORDINAL, text,
                    N_ ("“{0}” is no ordinal that is known: expected one "
                        "such as “seventeenth” or “17th”."));
      return;

    case ATLAS_ORDINAL_BAD_NUMBER:
      report_value (self, ATLAS_PROBLEM_BAD_NUMBER, text,
                    malformed[ATLAS_FORM_RANK]);
      return;

    default:
      g_assert_not_reached ();
    }

  if (value == 0)
    {
      report_value (self, ATLAS_PROBLEM_BAD_RANK, text,
                    N_ ("“{0}” is no rank: the best rank is 1."));
      return;
    }

  number->value = value;
  number->state = ATLAS_NUMBER_GIVEN;
}

/**
 * atlas_text_merge_number:
 * @number: a number that was read before
 * @other: the same, read from another place
 *
 * Keeps what agrees. Two values that differ leave none; a value that could
 * not be read contradicts nothing.
 */
void
atlas_text_merge_number (AtlasNumber *number, const AtlasNumber *other)
{
  gboolean has = number->state == ATLAS_NUMBER_GIVEN
                 || number->state == ATLAS_NUMBER_BELOW;
  gboolean other_has =
      other->state == ATLAS_NUMBER_GIVEN || other->state == ATLAS_NUMBER_BELOW;

  if (number->line == 0 || (!has && other_has))
    *number = *other;
  else if (has && other_has && !atlas_number_equal (number, other))
    *number =
        (AtlasNumber){ .line = number->line, .state = ATLAS_NUMBER_DAMAGED };
}

/**
 * atlas_text_take_value:
 * @self: a parser
 * @slot: which number of the profile
 * @text: where it stands
 * @form: its form
 */
void
atlas_text_take_value (AtlasTextParser *self,
                       AtlasTextSlot slot,
                       AtlasSpan text,
                       AtlasNumberForm form)
{
  AtlasNumber number;

  atlas_text_read_value (self, text, form, &number);
  atlas_text_merge_number (&self->part.numbers[slot], &number);
}

/**
 * atlas_text_take_ordinal:
 * @self: a parser
 * @slot: which rank of the profile
 * @text: where it stands
 */
void
atlas_text_take_ordinal (AtlasTextParser *self,
                         AtlasTextSlot slot,
                         AtlasSpan text)
{
  AtlasNumber number;

  atlas_text_read_ordinal (self, text, &number);
  atlas_text_merge_number (&self->part.numbers[slot], &number);
}

/**
 * atlas_text_take_year:
 * @self: a parser
 * @text: where the year of the index stands
 *
 * The year stands in several places of a profile; all must agree.
 */
void
atlas_text_take_year (AtlasTextParser *self, AtlasSpan text)
{
  AtlasNumber *edition = &self->part.edition;
  AtlasNumber year;

  atlas_text_read_value (self, text, ATLAS_FORM_YEAR, &year);

  if (atlas_number_is_given (edition) && atlas_number_is_given (&year)
      && !atlas_number_equal (edition, &year))
    {
      g_autofree char *first = atlas_number_to_string (edition);
      g_autofree char *second = atlas_number_to_string (&year);

      self->part.edition_differs = TRUE;
      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_YEAR_MISMATCH, year.line, text,
                         N_ ("The year is {0} here and {1} in another place "
                             "of the same profile; it was left out."),
                         second, first);
      return;
    }

  atlas_text_merge_number (edition, &year);
}

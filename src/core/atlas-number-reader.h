/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-number.h"
#include "atlas-span.h"

G_BEGIN_DECLS

/**
 * AtlasNumberForm:
 * @ATLAS_FORM_COUNT: whole: patents, articles, clusters
 * @ATLAS_FORM_RATE: for each million inhabitants; decimals allowed
 * @ATLAS_FORM_SHARE: percent, with its sign; decimals and "<1%" allowed
 * @ATLAS_FORM_RANK: whole; 0 is read
 * @ATLAS_FORM_YEAR: four digits
 */
typedef enum
{
  ATLAS_FORM_COUNT,
  ATLAS_FORM_RATE,
  ATLAS_FORM_SHARE,
  ATLAS_FORM_RANK,
  ATLAS_FORM_YEAR,
} AtlasNumberForm;

/**
 * AtlasNumberResult:
 * @ATLAS_NUMBER_READ: the number is given
 * @ATLAS_NUMBER_NOT_AVAILABLE: the text says "n/a"
 * @ATLAS_NUMBER_MALFORMED: no number of this form
 * @ATLAS_NUMBER_OUT_OF_RANGE: a number that cannot be: too large, no year
 * @ATLAS_NUMBER_ABOVE_100: a share above 100 percent
 */
typedef enum
{
  ATLAS_NUMBER_READ,
  ATLAS_NUMBER_NOT_AVAILABLE,
  ATLAS_NUMBER_MALFORMED,
  ATLAS_NUMBER_OUT_OF_RANGE,
  ATLAS_NUMBER_ABOVE_100,
} AtlasNumberResult;

static inline gboolean
atlas_number_is_digit (char c)
{
  return (guchar) (c - '0') <= 9;
}

/**
 * atlas_number_scan:
 * @at: where a number may begin
 * @end: where the text ends
 * @grouped: whether there may be commas between thousands
 * @value: (out): the number; stored when there is one
 *
 * Reads digits as nearly all numbers have them. A longer number, or one that
 * begins with a zero, is for atlas_number_read() to judge.
 *
 * Returns: (nullable): what stands behind the number
 */
static inline const char *
atlas_number_scan (const char *at,
                   const char *end,
                   gboolean grouped,
                   guint64 *value)
{
  const char *start = at;
  guint64 sum = 0;

  while (at < end && atlas_number_is_digit (*at))
    sum = sum * 10 + (guint64) (*at++ - '0');
  if (at == start || at - start > 9 || (*start == '0' && at - start > 1))
    return NULL;

  if (grouped && at - start <= 3)
    {
      while (end - at >= 4 && at[0] == ',' && atlas_number_is_digit (at[1])
             && atlas_number_is_digit (at[2]) && atlas_number_is_digit (at[3])
             && sum < 1000000000)
        {
          sum = sum * 1000
                + (guint64) ((at[1] - '0') * 100 + (at[2] - '0') * 10
                             + (at[3] - '0'));
          at += 4;
        }
    }
  *value = sum;

  return at;
}

gboolean atlas_number_is_not_available (AtlasSpan text);

/**
 * atlas_number_says_not_available:
 * @text: where a value is expected
 *
 * Returns: whether the source says "n/a"
 */
static inline gboolean
atlas_number_says_not_available (AtlasSpan text)
{
  return (atlas_span_is_empty (text) || !atlas_span_is_plain (*text.start)
          || (*text.start | 0x20) == 'n')
         && atlas_number_is_not_available (text);
}

AtlasNumberResult
atlas_number_read (AtlasSpan text, AtlasNumberForm form, AtlasNumber *number);

G_END_DECLS

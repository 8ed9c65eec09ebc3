/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasNumberState:
 * @ATLAS_NUMBER_MISSING: the file does not give the value
 * @ATLAS_NUMBER_DAMAGED: the file gives something that cannot be read; a
 *   problem says what
 * @ATLAS_NUMBER_GIVEN: the value as printed
 * @ATLAS_NUMBER_BELOW: printed as "<1%": between 0 and the value
 */
typedef enum
{
  ATLAS_NUMBER_MISSING,
  ATLAS_NUMBER_DAMAGED,
  ATLAS_NUMBER_GIVEN,
  ATLAS_NUMBER_BELOW,
} AtlasNumberState;

/**
 * AtlasNumber:
 * @value: the printed value; meaningful in the states GIVEN and BELOW only
 * @line: 1-based line of the source file it stands on, 0 when not known
 * @state: an #AtlasNumberState
 * @decimals: digits printed after the decimal point; the value was rounded to
 *   half a unit of the last of them
 *
 * A printed number and where it was printed. Percentages are kept in percent.
 */
typedef struct
{
  double value;
  guint32 line;
  guint8 state;
  guint8 decimals;
} AtlasNumber;

#define ATLAS_NUMBER_INIT           \
  {                                 \
    0.0, 0, ATLAS_NUMBER_MISSING, 0 \
  }

/* More digits than these after the point are not read. */
#define ATLAS_NUMBER_MAX_DECIMALS 6

/* Whether @number is one exact printed value. */
static inline gboolean
atlas_number_is_given (const AtlasNumber *number)
{
  return number->state == ATLAS_NUMBER_GIVEN;
}

double atlas_number_get_half_unit (const AtlasNumber *number);

gboolean atlas_number_equal (const AtlasNumber *a, const AtlasNumber *b);

gboolean
atlas_number_get_bounds (const AtlasNumber *number, double *low, double *high);

/* NULL when there is no value. */
char *atlas_number_to_string (const AtlasNumber *number);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>

#include "atlas-catalogue.h"
#include "atlas-interval.h"
#include "atlas-number.h"

G_BEGIN_DECLS

/**
 * AtlasFormat:
 * @decimal: what stands before the decimals
 * @grouping: what stands between thousands
 * @localised: whether words and numbers are those of the user's language
 * @right_to_left: whether the text around is written from right to left
 * @spoken: whether it is to be heard: "about 48 to 49 %" for "≈ 48–49 %"
 * @language: (nullable): translations to use where @localised, whatever the
 *   user's language; they are kept for ever
 *
 * How figures are put into words. The fixed form is English and the same on
 * every machine; files and the command line use it. The interface uses the one
 * of the user's language. A plain value.
 */
typedef struct
{
  char decimal[8];
  char grouping[8];
  gboolean localised;
  gboolean right_to_left;
  gboolean spoken;
  const AtlasCatalogue *language;
} AtlasFormat;

#define ATLAS_FORMAT_INIT               \
  {                                     \
    ".", ",", FALSE, FALSE, FALSE, NULL \
  }

/* Inside a scope gettext() speaks the language of the format. */
typedef struct
{
  locale_t locale;
  const AtlasCatalogue *language;
} AtlasFormatScope;

void atlas_format_init_for_locale (AtlasFormat *format);

gboolean atlas_format_equal (const AtlasFormat *a, const AtlasFormat *b);

AtlasFormatScope atlas_format_begin (const AtlasFormat *format);

void atlas_format_end (AtlasFormatScope scope);

/* A plain value. */
char *
atlas_format_value (const AtlasFormat *format, double value, guint decimals);

char *
atlas_format_percent (const AtlasFormat *format, double value, guint decimals);

/* A printed value as it was printed, or why there is none. */
char *
atlas_format_number (const AtlasFormat *format, const AtlasNumber *number);

char *atlas_format_share (const AtlasFormat *format, const AtlasNumber *number);

/* A year: never grouped. */
char *
atlas_format_edition (const AtlasFormat *format, const AtlasNumber *number);

/* An estimate: "≈ 686–704", "≈ 48–49 %", "n/a". */
char *atlas_format_interval (const AtlasFormat *format, AtlasInterval interval);

char *atlas_format_interval_percent (const AtlasFormat *format,
                                     AtlasInterval interval);

/* The difference of two estimates, with signs, in percentage points where
 * @percent: "+3 to +5 points". "no difference can be told" where it may be
 * none. */
char *atlas_format_difference (const AtlasFormat *format,
                               AtlasInterval difference,
                               gboolean percent);

/* "NAME" ready to stand inside a sentence of any direction. */
char *atlas_format_name (const AtlasFormat *format, const char *name);

/* "A", "A and B", "A, B and C". */
char *atlas_format_list (const AtlasFormat *format,
                         const char *const *items,
                         guint n_items);

G_END_DECLS

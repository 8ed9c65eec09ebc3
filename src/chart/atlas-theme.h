/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATLAS_THEME_PRINT,
  ATLAS_THEME_LIGHT,
  ATLAS_THEME_DARK,
  ATLAS_THEME_HIGH_CONTRAST,
  ATLAS_THEME_HIGH_CONTRAST_DARK,
} AtlasThemeVariant;

#define ATLAS_N_THEME_VARIANTS (ATLAS_THEME_HIGH_CONTRAST_DARK + 1)

/**
 * AtlasInk:
 * @ATLAS_INK_NONE: nothing is drawn
 * @ATLAS_INK_GROUND: what charts are drawn on
 * @ATLAS_INK_TEXT: titles, names and values
 * @ATLAS_INK_MUTED: subtitles, notes and the source line
 * @ATLAS_INK_AXIS: the line at zero
 * @ATLAS_INK_GRID: the other lines of a scale; decoration
 * @ATLAS_INK_ACCENT: the one thing to look at
 * @ATLAS_INK_PLAIN: all that is beside it
 * @ATLAS_INK_BAND: ground of hatched bars; decoration
 * @ATLAS_INK_FOCUS: ring around the mark that has the keyboard
 * @ATLAS_INK_SERIES: first of the colours that tell things apart
 *
 * What a colour is for. The theme says which colour that is.
 */
typedef enum
{
  ATLAS_INK_NONE,
  ATLAS_INK_GROUND,
  ATLAS_INK_TEXT,
  ATLAS_INK_MUTED,
  ATLAS_INK_AXIS,
  ATLAS_INK_GRID,
  ATLAS_INK_ACCENT,
  ATLAS_INK_PLAIN,
  ATLAS_INK_BAND,
  ATLAS_INK_FOCUS,
  ATLAS_INK_SERIES,
  ATLAS_INK_SERIES_LAST = ATLAS_INK_SERIES + 7,
} AtlasInk;

#define ATLAS_N_INKS (ATLAS_INK_SERIES_LAST + 1)
#define ATLAS_N_SERIES_INKS (ATLAS_N_INKS - ATLAS_INK_SERIES)

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} AtlasColor;

/**
 * AtlasTheme:
 * @variant: which set of colours
 * @font_family: family of all text
 * @text_scale: 1.0 is 9 points for labels; 2.0 for large text
 * @right_to_left: whether the chart is mirrored
 * @transparent: whether the ground is left out
 * @grey: whether colours are replaced by greys
 *
 * How charts look. A plain value: copy it, change a member. Colours are asked
 * of it by functions of the chart room.
 */
typedef struct
{
  AtlasThemeVariant variant;
  const char *font_family;
  double text_scale;
  gboolean right_to_left;
  gboolean transparent;
  gboolean grey;
} AtlasTheme;

#define ATLAS_THEME_INIT(v)               \
  {                                       \
    (v), "Sans", 1.0, FALSE, FALSE, FALSE \
  }

const char *atlas_theme_variant_get_nick (AtlasThemeVariant variant);

gboolean
atlas_theme_variant_from_nick (const char *nick, AtlasThemeVariant *variant);

gboolean atlas_theme_equal (const AtlasTheme *a, const AtlasTheme *b);

AtlasColor atlas_theme_get_color (const AtlasTheme *theme, AtlasInk ink);

/* Colour number @series, 0 for the first; they repeat after the last. */
AtlasInk atlas_ink_series (guint series);

AtlasColor atlas_color_mix (AtlasColor from, AtlasColor to, double amount);

double atlas_color_get_contrast (AtlasColor a, AtlasColor b);

G_END_DECLS

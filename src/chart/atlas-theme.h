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

G_END_DECLS

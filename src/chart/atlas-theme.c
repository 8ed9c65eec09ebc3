/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-theme.h"

#include <math.h>

/* One set of colours as 0xRRGGBB, by ink. */
typedef struct
{
  const char *nick;
  guint32 inks[ATLAS_N_INKS];
} Palette;

/* Colours that tell things apart: Paul Tol's high-contrast and
 * medium-contrast schemes on light grounds, his light scheme on dark ones.
 * They are safe for colour-blind eyes, and always outlined. */
#define SERIES_ON_LIGHT \
  0x004488, 0xddaa33, 0xbb5566, 0x6699cc, 0x997700, 0xee99aa, 0x228833, 0x777777
#define SERIES_ON_DARK \
  0x77aadd, 0xeedd88, 0xcc6677, 0x99ddff, 0xaaaa00, 0xffaabb, 0x44bb99, 0xdddddd

/* Inks in the order of the enumeration: none, ground, text, muted, axis, grid,
 * accent, plain, band, focus, series. */
static const Palette palettes[ATLAS_N_THEME_VARIANTS] = {
  [ATLAS_THEME_PRINT] = { "print",
                          { 0, 0xffffff, 0x000000, 0x4a4a4d, 0x4a4a4d, 0xdcdcdc,
                            0x1a5fb4, 0x86868a, 0xf0f0f0, 0x000000,
                            SERIES_ON_LIGHT } },
  [ATLAS_THEME_LIGHT] = { "light",
                          { 0, 0xffffff, 0x1d1d20, 0x5e5c64, 0x6f6e74, 0xe3e3e6,
                            0x1c71d8, 0x87878d, 0xf1f1f3, 0x1c71d8,
                            SERIES_ON_LIGHT } },
  [ATLAS_THEME_DARK] = { "dark",
                         { 0, 0x1e1e1e, 0xf6f5f4, 0xb4b2b8, 0x8f8e94, 0x38383b,
                           0x62a0ea, 0x85858b, 0x2b2b2e, 0x99c1f1,
                           SERIES_ON_DARK } },
  [ATLAS_THEME_HIGH_CONTRAST] = { "high-contrast",
                                  { 0, 0xffffff, 0x000000, 0x1f1f1f, 0x000000,
                                    0x9a9a9a, 0x0b3d91, 0x5c5c5c, 0xe6e6e6,
                                    0x000000, SERIES_ON_LIGHT } },
  [ATLAS_THEME_HIGH_CONTRAST_DARK] = { "high-contrast-dark",
                                       { 0, 0x000000, 0xffffff, 0xe6e6e6,
                                         0xffffff, 0x6a6a6a, 0x99c9ff, 0xa6a6a6,
                                         0x1f1f1f, 0xffffff, SERIES_ON_DARK } },
};

static double
linearise (double channel)
{
  return channel <= 0.04045 ? channel / 12.92
                            : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
delinearise (double linear)
{
  return linear <= 0.0031308 ? linear * 12.92
                             : 1.055 * pow (linear, 1.0 / 2.4) - 0.055;
}

/* Relative luminance of WCAG 2. */
static double
get_luminance (AtlasColor color)
{
  return 0.2126 * linearise (color.red) + 0.7152 * linearise (color.green)
         + 0.0722 * linearise (color.blue);
}

/**
 * atlas_theme_variant_get_nick:
 * @variant: a set of colours
 *
 * Returns: the word that the command line and the settings use for it
 */
const char *
atlas_theme_variant_get_nick (AtlasThemeVariant variant)
{
  g_return_val_if_fail ((guint) variant < ATLAS_N_THEME_VARIANTS, NULL);

  return palettes[variant].nick;
}

/**
 * atlas_theme_variant_from_nick:
 * @nick: a word
 * @variant: (out): where to put the set of colours
 *
 * Returns: whether @nick names one; if not, @variant is left alone
 */
gboolean
atlas_theme_variant_from_nick (const char *nick, AtlasThemeVariant *variant)
{
  guint i;

  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (variant != NULL, FALSE);

  for (i = 0; i < ATLAS_N_THEME_VARIANTS; i++)
    {
      if (g_str_equal (palettes[i].nick, nick))
        {
          *variant = (AtlasThemeVariant) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * atlas_theme_equal:
 * @a: a theme
 * @b: another
 *
 * Returns: whether charts look the same with both
 */
gboolean
atlas_theme_equal (const AtlasTheme *a, const AtlasTheme *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->variant == b->variant
         && g_strcmp0 (a->font_family, b->font_family) == 0
         && fabs (a->text_scale - b->text_scale) < 1e-9
         && !a->right_to_left == !b->right_to_left
         && !a->transparent == !b->transparent && !a->grey == !b->grey;
}

/**
 * atlas_theme_get_color:
 * @theme: a theme
 * @ink: what the colour is for
 *
 * Text inks have a contrast of at least 4.5:1 with the ground, the inks of
 * marks one of 3:1; the series inks reach it by the outline in the ink of text
 * that goes with them. In grey every colour keeps its luminance, and so its
 * contrast.
 *
 * Returns: the colour; wholly transparent for %ATLAS_INK_NONE
 */
AtlasColor
atlas_theme_get_color (const AtlasTheme *theme, AtlasInk ink)
{
  AtlasColor color = { 0.0, 0.0, 0.0, 0.0 };
  guint32 rgb;

  g_return_val_if_fail (theme != NULL, color);
  g_return_val_if_fail ((guint) theme->variant < ATLAS_N_THEME_VARIANTS, color);
  g_return_val_if_fail ((guint) ink < ATLAS_N_INKS, color);

  if (ink == ATLAS_INK_NONE)
    return color;

  rgb = palettes[theme->variant].inks[ink];
  color.red = ((rgb >> 16) & 0xff) / 255.0;
  color.green = ((rgb >> 8) & 0xff) / 255.0;
  color.blue = (rgb & 0xff) / 255.0;
  color.alpha = 1.0;

  if (theme->grey)
    color.red = color.green = color.blue = delinearise (get_luminance (color));

  return color;
}

/**
 * atlas_ink_series:
 * @series: number of a thing to be told apart, from 0
 *
 * Returns: its colour; they repeat after %ATLAS_N_SERIES_INKS, so colour is
 *   never to be the only carrier
 */
AtlasInk
atlas_ink_series (guint series)
{
  return (AtlasInk) ((guint) ATLAS_INK_SERIES
                     + series % (guint) ATLAS_N_SERIES_INKS);
}

/**
 * atlas_color_mix:
 * @from: a colour
 * @to: another
 * @amount: 0 for @from to 1 for @to
 *
 * Returns: the colour between the two
 */
AtlasColor
atlas_color_mix (AtlasColor from, AtlasColor to, double amount)
{
  AtlasColor color;

  color.red = from.red + (to.red - from.red) * amount;
  color.green = from.green + (to.green - from.green) * amount;
  color.blue = from.blue + (to.blue - from.blue) * amount;
  color.alpha = from.alpha + (to.alpha - from.alpha) * amount;

  return color;
}

/**
 * atlas_color_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: the contrast ratio of WCAG 2, 1 to 21
 */
double
atlas_color_get_contrast (AtlasColor a, AtlasColor b)
{
  double light = get_luminance (a), dark = get_luminance (b);

  return (MAX (light, dark) + 0.05) / (MIN (light, dark) + 0.05);
}

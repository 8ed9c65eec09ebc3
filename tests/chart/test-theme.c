/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-theme.h"

#define TEXT_CONTRAST 4.5
#define MARK_CONTRAST 3.0

static const AtlasInk text_inks[] = { ATLAS_INK_TEXT, ATLAS_INK_MUTED };

/* The outline of the series is drawn with the ink of text. */
static const AtlasInk mark_inks[] = { ATLAS_INK_AXIS, ATLAS_INK_ACCENT,
                                      ATLAS_INK_PLAIN, ATLAS_INK_FOCUS,
                                      ATLAS_INK_TEXT };

static void
assert_contrast (const AtlasTheme *theme, AtlasInk ink, double least)
{
  AtlasColor ground = atlas_theme_get_color (theme, ATLAS_INK_GROUND);
  AtlasColor color = atlas_theme_get_color (theme, ink);

  g_test_message ("%s, ink %d, grey %d",
                  atlas_theme_variant_get_nick (theme->variant), (int) ink,
                  theme->grey);
  g_assert_cmpfloat (atlas_color_get_contrast (ground, color), >=, least);
}

static void
test_contrast (void)
{
  guint variant, grey, i;

  for (variant = 0; variant < ATLAS_N_THEME_VARIANTS; variant++)
    for (grey = 0; grey < 2; grey++)
      {
        AtlasTheme theme = ATLAS_THEME_INIT ((AtlasThemeVariant) variant);

        theme.grey = grey == 1;
        for (i = 0; i < G_N_ELEMENTS (text_inks); i++)
          assert_contrast (&theme, text_inks[i], TEXT_CONTRAST);
        for (i = 0; i < G_N_ELEMENTS (mark_inks); i++)
          assert_contrast (&theme, mark_inks[i], MARK_CONTRAST);
      }
}

/* Text stands on the ground of bands too. */
static void
test_text_on_band (void)
{
  guint variant;

  for (variant = 0; variant < ATLAS_N_THEME_VARIANTS; variant++)
    {
      AtlasTheme theme = ATLAS_THEME_INIT ((AtlasThemeVariant) variant);

      g_assert_cmpfloat (atlas_color_get_contrast (
                             atlas_theme_get_color (&theme, ATLAS_INK_BAND),
                             atlas_theme_get_color (&theme, ATLAS_INK_TEXT)),
                         >=, TEXT_CONTRAST);
    }
}

/* The first colours of the series can be told apart in grey too. */
static void
test_series_in_grey (void)
{
  guint variant, i, j;

  for (variant = 0; variant < ATLAS_N_THEME_VARIANTS; variant++)
    {
      AtlasTheme theme = ATLAS_THEME_INIT ((AtlasThemeVariant) variant);

      theme.grey = TRUE;
      for (i = 0; i < 3; i++)
        {
          AtlasColor one = atlas_theme_get_color (&theme, atlas_ink_series (i));

          g_assert_cmpfloat (one.red, ==, one.green);
          g_assert_cmpfloat (one.red, ==, one.blue);
          for (j = 0; j < i; j++)
            g_assert_cmpfloat (
                atlas_color_get_contrast (
                    one, atlas_theme_get_color (&theme, atlas_ink_series (j))),
                >, 1.15);
        }
    }
}

/* Black on white is 21, a colour on itself 1 (WCAG 2). */
static void
test_measure (void)
{
  AtlasColor black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  AtlasColor grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (atlas_color_get_contrast (black, white), 21.0,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_color_get_contrast (white, white), 1.0,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_color_get_contrast (grey, white), 4.48,
                                  0.01);
}

static void
test_nicks (void)
{
  guint variant;
  AtlasThemeVariant found = ATLAS_THEME_DARK;

  for (variant = 0; variant < ATLAS_N_THEME_VARIANTS; variant++)
    {
      g_assert_true (atlas_theme_variant_from_nick (
          atlas_theme_variant_get_nick ((AtlasThemeVariant) variant), &found));
      g_assert_cmpint (found, ==, variant);
    }
  g_assert_false (atlas_theme_variant_from_nick ("pink", &found));
  g_assert_cmpint (found, ==, ATLAS_N_THEME_VARIANTS - 1);
}

static void
test_equal (void)
{
  AtlasTheme a = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasTheme b = a;

  b.font_family = g_strdup ("Sans");
  g_assert_true (atlas_theme_equal (&a, &b));
  b.text_scale = 2.0;
  g_assert_false (atlas_theme_equal (&a, &b));
  g_free ((char *) b.font_family);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/text-on-band", test_text_on_band);
  g_test_add_func ("/theme/series-in-grey", test_series_in_grey);
  g_test_add_func ("/theme/measure", test_measure);
  g_test_add_func ("/theme/nicks", test_nicks);
  g_test_add_func ("/theme/equal", test_equal);

  return g_test_run ();
}

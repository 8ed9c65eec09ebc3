/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "atlas-chart-text.h"

/* Fonts whose lines are from 1.1 to 1.5 times as high as their letters; one
 * that is not installed is another one's name. */
static const char *const families[] = { "DejaVu Sans", "Open Sans", "Noto Sans",
                                        "Noto Sans CJK SC", "Sans" };

/* A text that is cut, once or in its second line, is as high as lines that are
 * not. */
static void
test_heights (void)
{
  for (guint family = 0; family < G_N_ELEMENTS (families); family++)
    {
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
      AtlasText *text;

      theme.font_family = families[family];
      text = atlas_text_new (&theme);
      for (AtlasTextStyle style = 0; style < ATLAS_N_TEXT_STYLES; style++)
        {
          double line = atlas_text_get_line_height (text, style);

          for (guint lines = 1; lines <= 2; lines++)
            {
              AtlasTextSize size = atlas_text_measure (
                  text, "Institute of the mathematical sciences and of others",
                  style, 60, lines);

              g_test_message ("%s, style %u, %u lines: %g of %g",
                              families[family], style, lines, size.height,
                              line);
              g_assert_true (size.shortened);
              g_assert_cmpfloat (size.height, >, lines * line - line / 2);
              g_assert_cmpfloat (size.height, <=, lines * line + 0.02);
            }
        }
      atlas_text_free (text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/heights", test_heights);
  return g_test_run ();
}

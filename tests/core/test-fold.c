/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-fold.h"

typedef struct
{
  const char *text;
  const char *place;
  const char *search;
} Case;

static const Case cases[] = {
  { "Beijing", "beijing", "beijing" },
  { "San José–San Francisco", "san josé-san francisco",
    "san jose san francisco" },
  { "Tel  Aviv - Yafo", "tel aviv-yafo", "tel aviv yafo" },
  { "  Xi'an ", "xi'an", "xian" },
  { "Xi\xe2\x80\x99"
    "an",
    "xi\xe2\x80\x99"
    "an",
    "xian" },
  { "Malmo\xcc\x88", "malmö", "malmo" },
  { "ØRESUND, Æbeltoft", "øresund, æbeltoft", "oresund aebeltoft" },
  { "Łódź", "łódź", "lodz" },
  { "(R&D)", "(r&d)", "r d" },
  { "東京", "東京", "東京" },
  { "", "", "" },
  { " - ", "-", "" },
};

static void
test_place (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = atlas_fold_place (cases[i].text);

      g_assert_cmpstr (key, ==, cases[i].place);
    }
}

static void
test_search (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = atlas_fold_search (cases[i].text);

      g_assert_cmpstr (key, ==, cases[i].search);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/place", test_place);
  g_test_add_func ("/fold/search", test_search);

  return g_test_run ();
}

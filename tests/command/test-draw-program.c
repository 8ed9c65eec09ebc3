/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command.h"
#include "atlas-draw-program.h"

static void
test_places (void)
{
  g_auto (GStrv) places = atlas_draw_program_get_places ("/opt/atlas/bin");
  g_autofree char *way = g_build_filename (
      "/opt/atlas/bin", ATLAS_LIBEXEC_FROM_BIN, "cluster-atlas-draw", NULL);
  g_autofree char *moved = g_canonicalize_filename (way, NULL);

  g_assert_cmpuint (g_strv_length (places), ==, 3);
  g_assert_cmpstr (places[0], ==, "/opt/atlas/bin/cluster-atlas-draw");
  g_assert_cmpstr (places[1], ==, moved);
  g_assert_cmpstr (places[2], ==, ATLAS_LIBEXEC_DIR "/cluster-atlas-draw");
}

static void
test_unknown (void)
{
  g_auto (GStrv) places = atlas_draw_program_get_places (NULL);

  g_assert_cmpuint (g_strv_length (places), ==, 1);
  g_assert_cmpstr (places[0], ==, ATLAS_LIBEXEC_DIR "/cluster-atlas-draw");
}

/* There is none beside this test. */
static void
test_missing (void)
{
  char *argv[] = { g_strdup ("cluster-atlas"), NULL };

  if (g_file_test (ATLAS_LIBEXEC_DIR "/cluster-atlas-draw", G_FILE_TEST_EXISTS))
    g_test_skip ("The program is installed on this machine");
  else
    g_assert_cmpint (atlas_draw_program_become (argv), ==, ATLAS_EXIT_NOTHING);
  g_free (argv[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw-program/places", test_places);
  g_test_add_func ("/draw-program/unknown", test_unknown);
  g_test_add_func ("/draw-program/missing", test_missing);

  return g_test_run ();
}

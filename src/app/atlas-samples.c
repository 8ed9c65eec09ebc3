/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-samples.h"

#include "atlas-compat.h"

/**
 * atlas_samples_dup_folder:
 *
 * Where the sample profiles are: what the environment variable ATLAS_SAMPLES
 * says, else the build folder that the program stands in, else where it was
 * installed.
 *
 * Returns: (transfer full) (nullable): the folder, %NULL when there is none
 */
GFile *
atlas_samples_dup_folder (void)
{
  g_autofree char *built = atlas_compat_dup_build_folder ();
  g_autofree char *beside = NULL;
  const char *places[3];
  gsize i;

  if (built != NULL)
    beside = g_build_filename (built, "samples", NULL);
  places[0] = g_getenv ("ATLAS_SAMPLES");
  places[1] = beside;
  places[2] = ATLAS_DATA_DIR "/samples";

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] != NULL && g_file_test (places[i], G_FILE_TEST_IS_DIR))
      return g_file_new_for_path (places[i]);

  return NULL;
}

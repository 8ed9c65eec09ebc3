/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

/* run-corpus DIR…: gives each file of the folders to a fuzz target once. What
 * a fuzzer found stays found: it is a unit test from then on. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
test_file (gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (data, &contents, &length, NULL));
  LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  int i;

  g_test_init (&argc, &argv, NULL);

  for (i = 1; i < argc; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          char *path = g_build_filename (argv[i], name, NULL);
          g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);

          g_ptr_array_add (paths, path);
          if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
            g_test_add_data_func (test, path, test_file);
        }
    }

  return g_test_run ();
}

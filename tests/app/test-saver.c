/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "atlas-saver.h"
#include "atlas-wait.h"

/* Saves that were asked for one after the other and end in any order. */

#define N_ROUNDS 40
#define N_SAVES 8

typedef struct
{
  guint n_done;
  guint n_failed;
  GError *error;
} Saves;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saves *saves = user_data;
  g_autoptr (GError) error = NULL;

  saves->n_done++;
  if (atlas_saver_save_finish (result, &error))
    return;
  saves->n_failed++;
  if (saves->error == NULL)
    saves->error = g_steal_pointer (&error);
}

static void
check_text (GFile *file, const char *expected)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove_all (path);
    }
  g_remove (folder);
}

/* However the threads come to it, what was asked for last is what stays; of
 * each file for itself. */
static void
test_order (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-saver-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "one", NULL);
  g_autofree char *other_path = g_build_filename (folder, "other", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);
  g_autoptr (AtlasSaver) saver = atlas_saver_new ();
  guint round;
  guint i;

  for (round = 0; round < N_ROUNDS; round++)
    {
      Saves saves = { 0 };
      g_autofree char *latest = NULL;
      g_autofree char *other_text = g_strdup_printf ("other %u", round);

      atlas_saver_save_async (saver, other, g_strdup (other_text), on_saved,
                              &saves);
      for (i = 0; i < N_SAVES; i++)
        {
          g_free (latest);
          latest = g_strdup_printf ("%u of %u", i, round);
          atlas_saver_save_async (saver, file, g_strdup (latest), on_saved,
                                  &saves);
        }
      WAIT_UNTIL (saves.n_done == N_SAVES + 1);
      g_assert_cmpuint (saves.n_failed, ==, 0);
      check_text (file, latest);
      check_text (other, other_text);
    }

  remove_all (folder);
}

/* The folder is made; saves under way outlive who asked for them. */
static void
test_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-saver-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a", "b", "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AtlasSaver *saver = atlas_saver_new ();
  Saves saves = { 0 };
  GStatBuf info;
  g_autofree char *parent = g_path_get_dirname (path);

  atlas_saver_save_async (saver, file, g_strdup ("text"), on_saved, &saves);
  atlas_saver_unref (saver);
  WAIT_UNTIL (saves.n_done == 1);
  g_assert_no_error (saves.error);
  check_text (file, "text");
  /* What somebody did is nobody else's business. */
  g_assert_cmpint (g_stat (parent, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  remove_all (folder);
}

/* A save that fails says so, leaves what was there, and does not stand in the
 * way of a later one. */
static void
test_failure (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-saver-XXXXXX", NULL);
  g_autofree char *blocker = g_build_filename (folder, "blocker", NULL);
  g_autofree char *path = g_build_filename (blocker, "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) blocking = g_file_new_for_path (blocker);
  g_autoptr (AtlasSaver) saver = atlas_saver_new ();
  Saves saves = { 0 };

  /* Where the folder should be there is a file. */
  g_assert_true (g_file_set_contents (blocker, "kept", -1, NULL));
  atlas_saver_save_async (saver, file, g_strdup ("text"), on_saved, &saves);
  WAIT_UNTIL (saves.n_done == 1);
  g_assert_cmpuint (saves.n_failed, ==, 1);
  g_assert_nonnull (saves.error);
  g_assert_true (saves.error->domain == G_IO_ERROR);
  g_assert_cmpstr (saves.error->message, !=, "");
  g_clear_error (&saves.error);
  check_text (blocking, "kept");

  g_assert_cmpint (g_unlink (blocker), ==, 0);
  atlas_saver_save_async (saver, file, g_strdup ("text"), on_saved, &saves);
  WAIT_UNTIL (saves.n_done == 2);
  g_assert_cmpuint (saves.n_failed, ==, 1);
  check_text (file, "text");

  remove_all (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/saver/order", test_order);
  g_test_add_func ("/app/saver/folder", test_folder);
  g_test_add_func ("/app/saver/failure", test_failure);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-output.h"
#include "nasty-folder.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = nasty_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "out.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->file);
  g_free (fixture->path);
  nasty_folder_remove (fixture->folder);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (directory) != NULL)
    n++;

  return n;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_output_save (fixture->file, "one", 3, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Until the end the old file is there, whole, and stays when it never comes. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  AtlasOutput *output;
  struct stat status;

  nasty_write (fixture->folder, "out.txt", "old");
  g_chmod (fixture->path, 0640);

  output = atlas_output_new_for_file (fixture->file, &error);
  g_assert_true (atlas_output_write (output, "half", 4, &error));
  assert_content (fixture->path, "old");
  atlas_output_free (output);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  g_assert_true (atlas_output_save (fixture->file, "new", 3, &error));
  assert_content (fixture->path, "new");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0640);
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasOutput) output =
      atlas_output_new_for_file (fixture->file, NULL);
  g_autofree char *piece = g_strnfill (100000, 'x');
  struct stat status;
  guint i;

  for (i = 0; i < 50; i++)
    g_assert_true (atlas_output_write (output, piece, 100000, NULL));
  g_assert_true (atlas_output_finish (output, NULL));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 5000000);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "t", NULL);

  nasty_write (fixture->folder, "t", "old");
  g_assert_cmpint (symlink ("t", fixture->path), ==, 0);
  g_assert_true (atlas_output_save (fixture->file, "new", 3, NULL));
  assert_content (target, "new");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_output_save (full, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_impossible (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) nowhere = g_file_get_child (folder, "no/where");
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_output_save (folder, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_false (atlas_output_save (nowhere, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* What a run that was killed left behind goes with the next one. */
static void
test_left_over (Fixture *fixture, gconstpointer data)
{
  AtlasOutput *other = atlas_output_new_for_file (fixture->file, NULL);

  nasty_write (fixture->folder, ".out.txt.atlas-AB12CD", "half");
  nasty_write (fixture->folder, ".other.txt.atlas-AB12CD", "half");
  g_assert_true (atlas_output_save (fixture->file, "new", 3, NULL));
  /* The file, the other's left-over, and the one still being written. */
  g_assert_cmpuint (count_files (fixture->folder), ==, 3);
  atlas_output_free (other);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (atlas_output_save (file, "new", 3, NULL));
  assert_content (path, "new");
}

#define ADD(name, function) \
  g_test_add ("/output/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("new", test_new);
  ADD ("replace", test_replace);
  ADD ("large", test_large);
  ADD ("link", test_link);
  ADD ("full", test_full);
  ADD ("impossible", test_impossible);
  ADD ("left-over", test_left_over);
  ADD ("long-name", test_long_name);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-file-list.h"
#include "atlas-file-load.h"
#include "atlas-file-reader.h"
#include "atlas-output.h"
#include "failing-calls.h"
#include "nasty-folder.h"

/* What the rest of the program is told when the system says no. */

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

/* A file with @text and nothing behind it. */
static void
replace_file (const Fixture *fixture, const char *text)
{
  g_unlink (fixture->path);
  nasty_write (fixture->folder, "b.txt", text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = nasty_sample_text ("B-town");

  fixture->folder = nasty_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "b.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  nasty_write (fixture->folder, "b.txt", text);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->file);
  g_free (fixture->path);
  nasty_folder_remove (fixture->folder);
}

static AtlasLoadedFile *
read_file (const Fixture *fixture, guint n_failed)
{
  g_autoptr (AtlasFileReader) reader = atlas_file_reader_new ();
  AtlasLoadedFile *file =
      atlas_file_reader_read (reader, NULL, fixture->path, "b.txt");

  g_assert_cmpuint (failing_calls_end (), ==, n_failed);

  return file;
}

/* Each errno is a problem that says what a person can do about it. */
static void
test_read_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int error;
    AtlasProblemCode code;
  } cases[] = {
    { CALL_OPEN, ENOENT, ATLAS_PROBLEM_VANISHED },
    { CALL_OPEN, ENOTDIR, ATLAS_PROBLEM_VANISHED },
    { CALL_READ, ESTALE, ATLAS_PROBLEM_VANISHED },
    { CALL_OPEN, EACCES, ATLAS_PROBLEM_UNREADABLE },
    { CALL_OPEN, EPERM, ATLAS_PROBLEM_UNREADABLE },
    { CALL_OPEN, ELOOP, ATLAS_PROBLEM_UNREADABLE },
    { CALL_OPEN, ENAMETOOLONG, ATLAS_PROBLEM_UNREADABLE },
    { CALL_READ, EISDIR, ATLAS_PROBLEM_NOT_REGULAR },
    { CALL_OPEN, ENXIO, ATLAS_PROBLEM_NOT_REGULAR },
    { CALL_OPEN, ENODEV, ATLAS_PROBLEM_NOT_REGULAR },
    { CALL_READ, ETIMEDOUT, ATLAS_PROBLEM_TIMEOUT },
    { CALL_READ, EIO, ATLAS_PROBLEM_IO },
    { CALL_FSTAT, EIO, ATLAS_PROBLEM_IO },
    { CALL_OPEN, ENOMEM, ATLAS_PROBLEM_IO },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasLoadedFile) file = NULL;

      g_test_message ("%s", g_strerror (cases[i].error));
      failing_calls_set (cases[i].call, cases[i].error, 0, 1);
      file = read_file (fixture, 1);
      g_assert_cmpuint (file->n_profiles, ==, 0);
      g_assert_cmpuint (file->n_problems, ==, 1);
      g_assert_cmpint (file->problems[0]->code, ==, cases[i].code);
    }
}

/* An interruption is no fault, and a descriptor will be free again. */
static void
test_read_again (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int error;
    guint times;
  } cases[] = {
    { CALL_OPEN, EINTR, 3 },
    { CALL_READ, EINTR, 3 },
    { CALL_OPEN, EMFILE, 2 },
    { CALL_OPEN, ENFILE, 2 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasLoadedFile) file = NULL;

      failing_calls_set (cases[i].call, cases[i].error, 0, cases[i].times);
      file = read_file (fixture, cases[i].times);
      g_assert_cmpuint (file->n_profiles, ==, 1);
      g_assert_cmpuint (file->n_problems, ==, 0);
    }
}

/* The second part of a large file cannot be read. */
static void
test_read_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (100 * 1000, 'x');
  g_autoptr (AtlasLoadedFile) file = NULL;

  nasty_write (fixture->folder, "b.txt", text);
  failing_calls_set (CALL_READ, EIO, 1, 1);
  file = read_file (fixture, 1);
  g_assert_cmpuint (file->n_problems, ==, 1);
  g_assert_cmpint (file->problems[0]->code, ==, ATLAS_PROBLEM_IO);
}

/* What a folder gives: names, and the codes of problems. */
static gboolean
describe (GPtrArray *items, gpointer data)
{
  GString *text = data;
  guint i;

  for (i = 0; i < items->len; i++)
    {
      const AtlasFileItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (
          text, "%s%s ", item->name,
          item->problem == NULL
              ? ""
              : atlas_problem_code_get_nick (item->problem->code));
    }
  g_ptr_array_unref (items);

  return TRUE;
}

static char *
list (const Fixture *fixture, guint n_failed)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->folder);
  GString *text = g_string_new (NULL);

  atlas_file_list_walk (&root, 1, TRUE, describe, text);
  g_assert_cmpuint (failing_calls_end (), ==, n_failed);

  return g_string_free (text, FALSE);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    guint after;
    guint times;
    const char *expected;
  } cases[] = {
    /* The folder itself, one in it, a listing that ends too early. */
    { CALL_OPEN, 0, 1, ".unreadable " },
    { CALL_FDOPENDIR, 0, 1, ".unreadable " },
    { CALL_OPEN, 1, 1, "b.txt linkfolder-skipped subfolder-skipped " },
    { CALL_FDOPENDIR, 1, 1, "b.txt linkfolder-skipped subfolder-skipped " },
    { CALL_READDIR, 0, 1, ".folder-incomplete " },
    /* Kinds that are asked for one by one. */
    { CALL_ENTRY_TYPE, 0, 100, "b.txt linkfolder-skipped sub/c.txt " },
    /* The real path of the folder is not known: the one given serves. */
    { CALL_REALPATH, 0, 1, "b.txt linkfolder-skipped sub/c.txt " },
    { CALL_REALPATH, 1, 1, "b.txt linkfolder-skipped sub/c.txt " },
  };
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  gsize i;

  nasty_write (fixture->folder, "sub/c.txt", "x");
  g_assert_cmpint (symlink ("/", link), ==, 0);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      failing_calls_set (cases[i].call, EIO, cases[i].after, cases[i].times);
      found = list (fixture,
                    cases[i].call == CALL_ENTRY_TYPE ? 6 + 2 : cases[i].times);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int error;
    GIOErrorEnum code;
  } cases[] = {
    { CALL_OPEN, EACCES, G_IO_ERROR_PERMISSION_DENIED },
    { CALL_FSTAT, ETIMEDOUT, G_IO_ERROR_TIMED_OUT },
    { CALL_READ, EACCES, G_IO_ERROR_PERMISSION_DENIED },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length;

      failing_calls_set (cases[i].call, cases[i].error, 0, 1);
      g_assert_null (atlas_file_load (fixture->file, 1000, &length, &error));
      g_assert_cmpuint (failing_calls_end (), ==, 1);
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
    }
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
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

/* An error is told, and the old file is there as it was, alone. */
static void
test_save_errors (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int error;
    GIOErrorEnum code;
  } cases[] = {
    { CALL_OPEN, EACCES, G_IO_ERROR_PERMISSION_DENIED },
    { CALL_WRITE, ENOSPC, G_IO_ERROR_NO_SPACE },
    { CALL_WRITE, 0, G_IO_ERROR_FAILED },
    { CALL_FSYNC, ENOSPC, G_IO_ERROR_NO_SPACE },
    { CALL_RENAME, EACCES, G_IO_ERROR_PERMISSION_DENIED },
  };
  gsize i;

  replace_file (fixture, "old");
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      failing_calls_set (cases[i].call, cases[i].error, 0, 1);
      g_assert_false (atlas_output_save (fixture->file, "new", 3, &error));
      g_assert_cmpuint (failing_calls_end (), ==, 1);
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
      assert_content (fixture->path, "old");
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
}

static void
append_piece (const char *bytes, gsize length, gpointer data)
{
  g_string_append_len (data, bytes, (gssize) length);
}

/* What was written is taken back, or it is said why it cannot be. */
static void
test_take_back (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int error;
    guint after;
    guint times;
    gboolean harms;
  } cases[] = {
    { CALL_PREAD, EINTR, 0, 2, FALSE }, { CALL_PREAD, EIO, 0, 1, TRUE },
    { CALL_LSEEK, EIO, 0, 1, TRUE },    { CALL_LSEEK, EIO, 1, 1, TRUE },
    { CALL_WRITE, ENOSPC, 0, 1, TRUE }, { CALL_FSTAT, EIO, 0, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasOutput) output =
          atlas_output_new_for_file (fixture->file, NULL);
      g_autoptr (GString) taken = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_assert_true (atlas_output_write (output, "one", 3, NULL));
      g_assert_true (atlas_output_mark (output));
      g_assert_true (atlas_output_write (output, "two", 3, NULL));
      g_assert_true (
          atlas_output_take_back (output, append_piece, taken, &error));
      g_assert_true (atlas_output_write (output, "three ", 6, NULL));
      g_assert_true (atlas_output_write (output, "four", 4, NULL));
      failing_calls_set (cases[i].call, cases[i].error, cases[i].after,
                         cases[i].times);
      done = atlas_output_take_back (output, append_piece, taken, &error);
      g_assert_cmpuint (failing_calls_end (), ==, cases[i].times);
      g_assert_true (done == !cases[i].harms);
      g_assert_true ((error != NULL) == cases[i].harms);
      if (!done)
        continue;

      g_assert_cmpstr (taken->str, ==, "twothree four");
      g_assert_true (atlas_output_write (output, "!", 1, NULL));
      g_assert_true (atlas_output_finish (output, NULL));
      if (cases[i].call == CALL_PREAD)
        assert_content (fixture->path, "one!");
    }
}

/* Nothing is marked where it could not be taken back. */
static void
test_mark_errors (Fixture *fixture, gconstpointer data)
{
  static const FailingCall calls[] = { CALL_FSTAT, CALL_LSEEK, CALL_OPEN };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (AtlasOutput) output =
          atlas_output_new_for_file (fixture->file, NULL);

      failing_calls_set (calls[i], EACCES, 0, 1);
      g_assert_false (atlas_output_mark (output));
      g_assert_cmpuint (failing_calls_end (), ==, 1);
      g_assert_true (atlas_output_write (output, "new", 3, NULL));
      g_assert_true (atlas_output_finish (output, NULL));
      assert_content (fixture->path, "new");
    }
}

/* These do no harm: the new file is there, whole. */
static void
test_save_all_the_same (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int error;
    guint times;
  } cases[] = {
    { CALL_OPEN, EINTR, 2 },        { CALL_WRITE, EINTR, 2 },
    { CALL_FSYNC, EINTR, 2 },       { CALL_FSYNC, EINVAL, 1 },
    { CALL_FSYNC, ENOSYS, 1 },      { CALL_FLOCK, ENOLCK, 1 },
    { CALL_FCHMOD, EOPNOTSUPP, 1 }, { CALL_REALPATH, EACCES, 1 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      replace_file (fixture, "old");
      failing_calls_set (cases[i].call, cases[i].error, 0, cases[i].times);
      g_assert_true (atlas_output_save (fixture->file, "new", 3, &error));
      g_assert_cmpuint (failing_calls_end (), ==, cases[i].times);
      g_assert_no_error (error);
      assert_content (fixture->path, "new");
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }

  /* The folder cannot be opened to make the new name safe on the disk. */
  failing_calls_set (CALL_OPEN, EACCES, 1, 1);
  g_assert_true (atlas_output_save (fixture->file, "other", 5, NULL));
  g_assert_cmpuint (failing_calls_end (), ==, 1);
  assert_content (fixture->path, "other");
}

/* A large text goes past the buffer, what was gathered before it first. */
static void
test_save_large (Fixture *fixture, gconstpointer data)
{
  const gsize length = 600 * 1000;
  g_autofree char *text = g_strnfill (length, 'x');
  guint after;

  for (after = 0; after < 2; after++)
    {
      g_autoptr (AtlasOutput) output =
          atlas_output_new_for_file (fixture->file, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (atlas_output_write (output, "x", 1, NULL));
      failing_calls_set (CALL_WRITE, ENOSPC, after, 1);
      g_assert_false (atlas_output_write (output, text, length, &error));
      g_assert_cmpuint (failing_calls_end (), ==, 1);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

/* A device is opened and written to as it stands. */
static void
test_device (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    FailingCall call;
    int error;
    gboolean written;
  } cases[] = {
    { CALL_NONE, 0, TRUE },       { CALL_OPEN, EINTR, TRUE },
    { CALL_OPEN, EACCES, FALSE }, { CALL_CLOSE, EIO, FALSE },
    { CALL_CLOSE, EINTR, TRUE },
  };
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/null");
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      failing_calls_set (cases[i].call, cases[i].error, 0, 1);
      g_assert_true (atlas_output_save (device, "new", 3, &error)
                     == cases[i].written);
      g_assert_cmpuint (failing_calls_end (), ==, i > 0 ? 1 : 0);
      g_assert_true ((error == NULL) == cases[i].written);
    }
}

/* Nobody may write to the file, or look at where it is. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) below = g_file_get_child (fixture->file, "x.txt");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/x.txt");
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_output_save (below, "new", 3, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  atlas_output_clear_unfinished (nowhere);
}

/* What another run left, and cannot be cleared away: the save goes on. */
static void
test_left_over (Fixture *fixture, gconstpointer data)
{
  g_autofree char *left =
      g_build_filename (fixture->folder, ".b.txt.atlas-AB12CD", NULL);

  nasty_write (fixture->folder, ".b.txt.atlas-AB12CD", "half");
  failing_calls_set (CALL_FLOCK, EWOULDBLOCK, 0, 1);
  g_assert_true (atlas_output_save (fixture->file, "new", 3, NULL));
  g_assert_cmpuint (failing_calls_end (), ==, 1);
  g_assert_true (g_file_test (left, G_FILE_TEST_EXISTS));

  g_assert_cmpint (g_unlink (left), ==, 0);
  g_assert_cmpint (symlink ("b.txt", left), ==, 0);
  g_assert_true (atlas_output_save (fixture->file, "new", 3, NULL));
  g_assert_true (g_file_test (left, G_FILE_TEST_IS_SYMLINK));
}

#define ADD(name, function)                                            \
  g_test_add ("/failing-calls/" name, Fixture, NULL, set_up, function, \
              tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("read-errors", test_read_errors);
  ADD ("read-again", test_read_again);
  ADD ("read-large", test_read_large);
  ADD ("list", test_list);
  ADD ("load", test_load);
  ADD ("save-errors", test_save_errors);
  ADD ("take-back", test_take_back);
  ADD ("mark-errors", test_mark_errors);
  ADD ("save-all-the-same", test_save_all_the_same);
  ADD ("save-large", test_save_large);
  ADD ("device", test_device);
  ADD ("refused", test_refused);
  ADD ("left-over", test_left_over);

  return g_test_run ();
}

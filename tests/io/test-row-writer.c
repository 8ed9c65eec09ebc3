/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib-unix.h>
#include <glib/gstdio.h>

#include "atlas-data-rows.h"
#include "atlas-row-writer.h"
#include "nasty-folder.h"
#include "wide-profile.h"

/* So much is written before all is there, and more. */
#define MANY_BYTES (5 * 1024 * 1024)

/* Rows that come at once. */
#define PIECE 50

typedef struct
{
  char *folder;
  char *path;
  AtlasProfile *narrow;
  AtlasProfile *wide;
  AtlasDataWidth width; /* of what was added */
  GPtrArray *added;     /* in order, not referenced */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = nasty_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "out.csv", NULL);
  fixture->narrow = wide_profile_new (2, ATLAS_NUMBER_GIVEN);
  fixture->wide = wide_profile_new (5, ATLAS_NUMBER_BELOW);
  fixture->added = g_ptr_array_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->added);
  atlas_profile_unref (fixture->narrow);
  atlas_profile_unref (fixture->wide);
  g_free (fixture->path);
  nasty_folder_remove (fixture->folder);
}

/* Adds rows of @profile, until they are @bytes long. */
static gboolean
add (Fixture *fixture,
     AtlasRowWriter *writer,
     AtlasProfile *profile,
     gsize bytes,
     GError **error)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  gsize n = 0;

  atlas_data_width_fit (&fixture->width, profile);
  for (guint i = 0; i < PIECE; i++)
    atlas_data_rows_append (rows, profile, &fixture->width, ',');
  do
    {
      for (guint i = 0; i < PIECE; i++)
        g_ptr_array_add (fixture->added, profile);
      if (!atlas_row_writer_add (writer, rows, &fixture->width, error))
        return FALSE;
      n += rows->len;
    }
  while (n < bytes);

  return TRUE;
}

/* The table as it is when all is known beforehand. */
static GString *
make_table (Fixture *fixture, const char *before)
{
  GString *table = g_string_new (before);

  atlas_data_table_write_head (table, ATLAS_DATA_TABLE_PROFILES,
                               &fixture->width, ',');
  for (guint i = 0; i < fixture->added->len; i++)
    atlas_data_table_write_profile (table, ATLAS_DATA_TABLE_PROFILES,
                                    fixture->added->pdata[i], &fixture->width,
                                    ',');

  return table;
}

/* Not g_assert_cmpmem(), which would print megabytes. */
static void
assert_file (Fixture *fixture, const char *before)
{
  g_autoptr (GString) table = make_table (fixture, before);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (fixture->path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, ==, table->len);
  g_assert_true (memcmp (content, table->str, length) == 0);
}

static goffset
get_size (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);

  return status.st_size;
}

/* All that may come: few rows and many, a wider one late, and after it both. */
static void
add_all (Fixture *fixture, AtlasRowWriter *writer)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (add (fixture, writer, fixture->narrow, MANY_BYTES, &error)
                 && add (fixture, writer, fixture->wide, 1, &error)
                 && add (fixture, writer, fixture->narrow, MANY_BYTES, &error));
  g_assert_no_error (error);
}

static void
test_few (Fixture *fixture, gconstpointer data)
{
  int descriptor = g_open (fixture->path, O_WRONLY | O_CREAT, 0600);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_descriptor (descriptor);
  g_autoptr (AtlasRowWriter) writer = atlas_row_writer_new (output, ',');

  g_assert_true (add (fixture, writer, fixture->narrow, 1, NULL));
  g_assert_true (add (fixture, writer, fixture->wide, 1, NULL));
  g_assert_cmpint (get_size (fixture->path), ==, 0);
  g_assert_true (atlas_row_writer_finish (writer, &fixture->width, NULL));
  g_assert_true (atlas_output_finish (output, NULL));
  close (descriptor);
  assert_file (fixture, NULL);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_file (file, NULL);
  g_autoptr (AtlasRowWriter) writer = atlas_row_writer_new (output, ',');

  g_assert_true (atlas_row_writer_finish (writer, &fixture->width, NULL));
  g_assert_true (atlas_output_finish (output, NULL));
  assert_file (fixture, NULL);
}

/* Many rows are on their way before the last one comes; what stood in front of
 * them stays, and what a wider row makes of them is the same as ever. */
static void
test_ahead (Fixture *fixture, gconstpointer data)
{
  static const char before[] = "before\n";
  int descriptor = g_open (fixture->path, O_WRONLY | O_CREAT, 0600);
  g_autoptr (AtlasOutput) output = NULL;
  g_autoptr (AtlasRowWriter) writer = NULL;

  g_assert_cmpint (write (descriptor, before, strlen (before)), ==,
                   strlen (before));
  output = atlas_output_new_for_descriptor (descriptor);
  writer = atlas_row_writer_new (output, ',');
  if (GPOINTER_TO_INT (data))
    add_all (fixture, writer);
  else
    g_assert_true (add (fixture, writer, fixture->narrow, MANY_BYTES, NULL));
  g_assert_cmpint (get_size (fixture->path), >, MANY_BYTES / 2);
  g_assert_true (atlas_row_writer_finish (writer, &fixture->width, NULL));
  g_assert_true (atlas_output_finish (output, NULL));
  close (descriptor);
  assert_file (fixture, before);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_file (file, NULL);
  g_autoptr (AtlasRowWriter) writer = atlas_row_writer_new (output, ',');

  add_all (fixture, writer);
  g_assert_true (atlas_row_writer_finish (writer, &fixture->width, NULL));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (atlas_output_finish (output, NULL));
  assert_file (fixture, NULL);
}

/* What is always added at the end cannot be taken back. */
static void
test_append (Fixture *fixture, gconstpointer data)
{
  int descriptor = g_open (fixture->path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_descriptor (descriptor);
  g_autoptr (AtlasRowWriter) writer = atlas_row_writer_new (output, ',');

  add_all (fixture, writer);
  g_assert_cmpint (get_size (fixture->path), ==, 0);
  g_assert_true (atlas_row_writer_finish (writer, &fixture->width, NULL));
  g_assert_true (atlas_output_finish (output, NULL));
  close (descriptor);
  assert_file (fixture, NULL);
}

/* Reads a pipe to its end, into the file. */
static gpointer
drain (gpointer data)
{
  const int *ends = data;
  char buffer[65536];
  gssize n;

  while ((n = read (ends[0], buffer, sizeof buffer)) > 0)
    g_assert_cmpint (write (ends[1], buffer, (gsize) n), ==, n);
  g_assert_cmpint (n, ==, 0);

  return NULL;
}

/* Nor what went through a pipe. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  int pipe[2];
  int ends[2];
  g_autoptr (AtlasOutput) output = NULL;
  g_autoptr (AtlasRowWriter) writer = NULL;
  GThread *thread;

  g_assert_true (g_unix_open_pipe (pipe, FD_CLOEXEC, NULL));
  ends[0] = pipe[0];
  ends[1] = g_open (fixture->path, O_WRONLY | O_CREAT, 0600);
  thread = g_thread_new ("drain", drain, ends);
  output = atlas_output_new_for_descriptor (pipe[1]);
  writer = atlas_row_writer_new (output, ',');

  add_all (fixture, writer);
  g_assert_cmpint (get_size (fixture->path), ==, 0);
  g_assert_true (atlas_row_writer_finish (writer, &fixture->width, NULL));
  g_assert_true (atlas_output_finish (output, NULL));
  close (pipe[1]);
  g_thread_join (thread);
  close (ends[0]);
  close (ends[1]);
  assert_file (fixture, NULL);
}

/* Somebody cuts the file off meanwhile: that is said, and nothing is made up.
 */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  int descriptor = g_open (fixture->path, O_WRONLY | O_CREAT, 0600);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_descriptor (descriptor);
  g_autoptr (AtlasRowWriter) writer = atlas_row_writer_new (output, ',');
  g_autoptr (GError) error = NULL;

  add_all (fixture, writer);
  g_assert_cmpint (truncate (fixture->path, 1000), ==, 0);
  g_assert_false (atlas_row_writer_finish (writer, &fixture->width, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  close (descriptor);
}

/* A full disk is noticed where it happens, not at the end. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_file (file, NULL);
  g_autoptr (AtlasRowWriter) writer = atlas_row_writer_new (output, ',');
  g_autoptr (GError) error = NULL;
  struct rlimit old;
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (add (fixture, writer, fixture->narrow, MANY_BYTES, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_nonnull (error);
}

#define ADD(name, data, function)                                           \
  g_test_add ("/row-writer/" name, Fixture, GINT_TO_POINTER (data), set_up, \
              function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("none", 0, test_none);
  ADD ("few", 0, test_few);
  ADD ("ahead", FALSE, test_ahead);
  ADD ("wider", TRUE, test_ahead);
  ADD ("file", 0, test_file);
  ADD ("append", 0, test_append);
  ADD ("pipe", 0, test_pipe);
  ADD ("cut", 0, test_cut);
  ADD ("full", 0, test_full);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-data-rows.h"
#include "atlas-profile-builder.h"
#include "atlas-table-writer.h"
#include "nasty-folder.h"

/* The table of profiles is the same whether it was written while they came or
 * at the end, and wherever it goes. */

/* Rows of so many bytes are written before the last of them is there. */
#define MANY_BYTES (3 * 1024 * 1024)

typedef struct
{
  char *folder;
  char *path;
  AtlasProfile *profiles[4];
} Fixture;

/* What makes one table wider than another: lists of so many items, and in the
 * last profile shares below one. */
static const guint n_items[] = { 0, 4, 6, 9 };

/* Lists of so many items. */
static AtlasProfile *
make_profile (guint n)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  const AtlasNumber number = { .value = 7, .state = ATLAS_NUMBER_GIVEN };
  const AtlasNumber share = { .value = 1,
                              .state = n == 3 ? ATLAS_NUMBER_BELOW
                                              : ATLAS_NUMBER_GIVEN };

  atlas_profile_builder_set_source (builder, "a \"b\",\n.txt");
  atlas_profile_builder_set_cluster (builder, "Washington, DC–\"B\"", -1, 1);
  for (guint i = 0; i < n; i++)
    {
      atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "CO., \"LTD\"\n",
                                       -1, &number, &number, &share, 1);
      atlas_profile_builder_add_partner (builder, ATLAS_ARTICLES, "A, B", -1,
                                         1);
    }

  return atlas_profile_builder_end (builder);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = nasty_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "out.csv", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->profiles); i++)
    fixture->profiles[i] = make_profile (n_items[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixture->profiles); i++)
    atlas_profile_unref (fixture->profiles[i]);
  g_free (fixture->path);
  nasty_folder_remove (fixture->folder);
}

/* A table of rows that come in pieces to @writer. */
typedef struct
{
  const Fixture *fixture;
  AtlasTableWriter *writer;
  GPtrArray *profiles;
  AtlasDataWidth width;
  guint n_bytes;
} Table;

static gboolean
add_piece (Table *table, guint n_rows, guint profile, GError **error)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      AtlasProfile *next = table->fixture->profiles[profile];

      atlas_data_width_fit (&table->width, next);
      atlas_data_rows_append (rows, next, &table->width, ',');
      g_ptr_array_add (table->profiles, next);
    }
  table->n_bytes += (guint) rows->len;

  return atlas_table_writer_add (table->writer, rows, &table->width, error);
}

static void
add_many (Table *table, guint profile)
{
  g_autoptr (GError) error = NULL;

  for (table->n_bytes = 0; table->n_bytes < MANY_BYTES;)
    {
      add_piece (table, 1000, profile, &error);
      g_assert_no_error (error);
    }
}

static char *
make_expected (const Table *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  atlas_data_table_write_head (text, ATLAS_DATA_TABLE_PROFILES, &table->width,
                               ',');
  for (guint i = 0; i < table->profiles->len; i++)
    atlas_data_table_write_profile (text, ATLAS_DATA_TABLE_PROFILES,
                                    g_ptr_array_index (table->profiles, i),
                                    &table->width, ',');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
begin_table (Table *table, const Fixture *fixture, AtlasOutput *output)
{
  const AtlasDataWidth usual = ATLAS_DATA_WIDTH_INIT;

  *table = (Table){ .fixture = fixture, .width = usual };
  table->writer = atlas_table_writer_new (output, ',');
  table->profiles = g_ptr_array_new ();
}

/* Ends the table; returns what it must be. */
static char *
end_table (Table *table)
{
  g_autoptr (GError) error = NULL;
  char *expected;

  atlas_table_writer_finish (table->writer, &table->width, &error);
  g_assert_no_error (error);
  expected = make_expected (table);
  atlas_table_writer_free (table->writer);
  g_ptr_array_unref (table->profiles);

  return expected;
}

static gsize
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gsize) status.st_size : 0;
}

/* Rows wider than those before, again and again, and rows made while fewer
 * columns were known. */
static void
fill (Table *table)
{
  g_autoptr (GString) narrow = g_string_new (NULL);
  AtlasDataWidth few = { .has_below = FALSE };

  add_many (table, 0);
  add_many (table, 1);
  add_many (table, 2);
  add_many (table, 3);
  add_many (table, 2);

  atlas_data_width_fit (&few, table->fixture->profiles[0]);
  atlas_data_rows_append (narrow, table->fixture->profiles[0], &few, ',');
  g_ptr_array_add (table->profiles, table->fixture->profiles[0]);
  g_assert_true (
      atlas_table_writer_add (table->writer, narrow, &table->width, NULL));
}

static void
assert_content (const char *path, const char *before, const char *expected)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, ==, strlen (before) + strlen (expected));
  g_assert_true (g_str_has_prefix (content, before));
  g_assert_true (strcmp (content + strlen (before), expected) == 0);
}

/* A table with rows, and one that has a head alone. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_file (file, NULL);
  g_autofree char *expected = NULL;
  Table table;

  begin_table (&table, fixture, output);
  if (GPOINTER_TO_INT (data))
    fill (&table);
  expected = end_table (&table);
  g_assert_true (atlas_output_finish (output, NULL));
  assert_content (fixture->path, "", expected);
  g_assert_true (g_str_has_prefix (expected, "source,"));
}

/* What the shell opened with > and with >>, behind what is there. */
static void
test_descriptor (Fixture *fixture, gconstpointer data)
{
  int flags = GPOINTER_TO_INT (data);
  int descriptor = open (fixture->path, O_WRONLY | O_CREAT | flags, 0644);
  g_autoptr (AtlasOutput) output = NULL;
  g_autofree char *expected = NULL;
  Table table;

  g_assert_cmpint (write (descriptor, "before\n", 7), ==, 7);
  output = atlas_output_new_for_descriptor (descriptor);
  begin_table (&table, fixture, output);
  add_many (&table, 0);
  if (flags == 0)
    g_assert_cmpuint (get_size (fixture->path), >=, MANY_BYTES / 2);
  else
    g_assert_cmpuint (get_size (fixture->path), ==, 7);
  fill (&table);
  /* Nothing is left of what was taken back; twice as many rows, and the table
   * is begun again. */
  g_assert_cmpuint (get_size (fixture->path), ==, 7);
  for (guint i = 0; i < 5; i++)
    add_many (&table, 2);
  if (flags == 0)
    g_assert_cmpuint (get_size (fixture->path), >=, MANY_BYTES * 8);
  expected = end_table (&table);
  g_assert_true (atlas_output_finish (output, NULL));
  close (descriptor);
  assert_content (fixture->path, "before\n", expected);
}

static gpointer
drain (gpointer data)
{
  int *ends = data;
  GString *all = g_string_new (NULL);
  char bytes[65536];
  gssize n;

  while ((n = read (ends[0], bytes, sizeof bytes)) > 0)
    g_string_append_len (all, bytes, n);

  return all;
}

/* A pipe takes nothing back. */
static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasOutput) output = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GString) all = NULL;
  GThread *reader;
  int ends[2];
  Table table;

  g_assert_cmpint (pipe (ends), ==, 0);
  reader = g_thread_new ("drain", drain, ends);
  output = atlas_output_new_for_descriptor (ends[1]);
  g_assert_false (atlas_output_mark (output));
  begin_table (&table, fixture, output);
  fill (&table);
  expected = end_table (&table);
  g_assert_true (atlas_output_finish (output, NULL));
  close (ends[1]);
  all = g_thread_join (reader);
  close (ends[0]);
  g_assert_cmpuint (all->len, ==, strlen (expected));
  g_assert_true (strcmp (all->str, expected) == 0);
}

/* Nor does a device, though one can ask where it is. */
static void
test_device (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");
  g_autoptr (AtlasOutput) output = atlas_output_new_for_file (file, NULL);
  g_autofree char *expected = NULL;
  Table table;

  begin_table (&table, fixture, output);
  fill (&table);
  expected = end_table (&table);
  g_assert_true (atlas_output_finish (output, NULL));
}

/* What another program does to a file that is being written. */
typedef enum
{
  CUT,
  CUT_AND_WRITTEN_ON,
  CHANGED,
  ADDED,
} Harm;

/* A table that is no longer as it was written cannot be made wider: what is
 * read back would not be its rows. What another program wrote stays. */
static void
test_harmed (Fixture *fixture, gconstpointer data)
{
  Harm harm = GPOINTER_TO_INT (data);
  int descriptor = open (fixture->path, O_WRONLY | O_CREAT, 0644);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_descriptor (descriptor);
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  Table table;

  begin_table (&table, fixture, output);
  add_many (&table, 0);
  switch (harm)
    {
    case CUT:
      g_assert_cmpint (truncate (fixture->path, 1000), ==, 0);
      break;
    case CUT_AND_WRITTEN_ON:
      /* The system fills the gap with zeros. */
      g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
      add_many (&table, 0);
      break;
    case CHANGED:
      g_assert_cmpint (pwrite (descriptor, ",", 1, MANY_BYTES / 2), ==, 1);
      g_assert_cmpint (pwrite (descriptor, "\"", 1, MANY_BYTES / 2), ==, 1);
      break;
    case ADDED:
    default:
      g_assert_cmpint (write (descriptor, "other\n", 6), ==, 6);
      break;
    }

  g_assert_false (add_piece (&table, 1, 3, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  atlas_table_writer_free (table.writer);
  g_ptr_array_unref (table.profiles);
  close (descriptor);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  if (harm == ADDED)
    g_assert_true (g_str_has_suffix (content, "\nother\n"));
}

/* Messages to the same file would stand between the rows. */
static void
test_messages (Fixture *fixture, gconstpointer data)
{
  int errors = dup (STDERR_FILENO);
  int descriptor = open (fixture->path, O_WRONLY | O_CREAT, 0644);
  g_autoptr (AtlasOutput) output = atlas_output_new_for_descriptor (descriptor);
  gboolean marked;

  dup2 (descriptor, STDERR_FILENO);
  marked = atlas_output_mark (output);
  dup2 (errors, STDERR_FILENO);
  close (errors);
  g_assert_false (marked);
  g_assert_true (atlas_output_mark (output));
  close (descriptor);
}

#define ADD(name, data, function)                                             \
  g_test_add ("/table-writer/" name, Fixture, GINT_TO_POINTER (data), set_up, \
              function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("file", TRUE, test_file);
  ADD ("descriptor", 0, test_descriptor);
  ADD ("appending", O_APPEND, test_descriptor);
  ADD ("pipe", 0, test_pipe);
  ADD ("device", 0, test_device);
  ADD ("cut", CUT, test_harmed);
  ADD ("cut-and-written-on", CUT_AND_WRITTEN_ON, test_harmed);
  ADD ("changed", CHANGED, test_harmed);
  ADD ("added", ADDED, test_harmed);
  ADD ("messages", 0, test_messages);
  ADD ("empty", FALSE, test_file);

  return g_test_run ();
}

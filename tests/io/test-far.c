/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-file-load.h"
#include "atlas-load-run.h"
#include "atlas-load.h"
#include "atlas-loader.h"
#include "atlas-output.h"
#include "far-file.h"
#include "nasty-folder.h"

/* Files of another computer: GIO reads and writes them, and they have no path
 * here. */

typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = nasty_folder_new ();
  far_file_mount (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nasty_folder_remove (fixture->path);
}

static void
write_sample (const Fixture *fixture, const char *name, const char *cluster)
{
  g_autofree char *text = nasty_sample_text (cluster);

  nasty_write (fixture->path, name, text);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "source code" or "source cluster" of each file; a server lists in its own
 * order. */
static char *
load_patiently (const char *uri,
                gboolean recurse,
                guint patience,
                AtlasLoadSummary *summary)
{
  g_autoptr (GFile) root = g_file_new_for_uri (uri);
  const AtlasLoadOptions options = {
    .recurse = recurse,
    .n_jobs = 2,
    .patience = patience,
  };
  g_autoptr (GPtrArray) files = atlas_load_all (&root, 1, &options, summary);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < files->len; i++)
    {
      const AtlasLoadedFile *file = g_ptr_array_index (files, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s", file->source,
                                        file->n_profiles > 0
                                            ? file->profiles[0]->cluster
                                            : atlas_problem_code_get_nick (
                                                file->problems[0]->code)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
load (const char *uri, gboolean recurse, AtlasLoadSummary *summary)
{
  return load_patiently (uri, recurse, 0, summary);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->path, "link.txt", NULL);
  g_autofree char *all = NULL;
  g_autofree char *flat = NULL;
  AtlasLoadSummary summary;

  write_sample (fixture, "b.txt", "B-town");
  write_sample (fixture, "two words.txt", "C-town");
  write_sample (fixture, "sub/deeper/x.text", "D-town");
  write_sample (fixture, "denied.txt", "E-town");
  write_sample (fixture, "denied-folder/x.txt", "F-town");
  nasty_write (fixture->path, "picture.png", "\x89PNG");
  nasty_write (fixture->path, "b.txt~", "x");
  g_assert_cmpint (symlink ("b.txt", link), ==, 0);

  all = load ("far:///", TRUE, &summary);
  g_assert_cmpstr (all, ==,
                   "b.txt B-town\n"
                   "denied-folder folder-skipped\n"
                   "denied.txt unreadable\n"
                   "link.txt folder-skipped\n"
                   "sub/deeper/x.text D-town\n"
                   "two words.txt C-town");
  g_assert_cmpuint (summary.n_skipped, ==, 1);

  flat = load ("far:///", FALSE, &summary);
  g_assert_null (strstr (flat, "D-town"));
  g_assert_nonnull (strstr (flat, "B-town"));
}

static void
test_depth (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *all = NULL;
  AtlasLoadSummary summary;
  guint i;

  for (i = 0; i < 70; i++)
    g_string_append (name, "d/");
  g_string_append (name, "x.txt");
  write_sample (fixture, name->str, "B-town");
  write_sample (fixture, "d/near.txt", "C-town");

  all = load ("far:///", TRUE, &summary);
  g_assert_nonnull (strstr (all, "d/near.txt C-town"));
  g_assert_nonnull (strstr (all, " folder-skipped"));
  g_assert_null (strstr (all, "B-town"));
}

/* A file or folder that was named itself. */
static void
test_named (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = NULL;
  g_autofree char *none = NULL;
  g_autofree char *refused = NULL;
  AtlasLoadSummary summary;

  write_sample (fixture, "b.txt", "B-town");
  write_sample (fixture, "denied/x.txt", "C-town");
  one = load ("far:///b.txt", TRUE, &summary);
  g_assert_nonnull (strstr (one, "b.txt B-town"));
  none = load ("far:///nothing.txt", TRUE, &summary);
  g_assert_nonnull (strstr (none, "nothing.txt vanished"));
  g_assert_cmpuint (summary.n_failed, ==, 1);
  refused = load ("far:///denied", TRUE, &summary);
  g_assert_nonnull (strstr (refused, " unreadable"));
}

/* No more is read of a file than one may be large. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *path = g_build_filename (fixture->path, "large.txt", NULL);
  AtlasLoadSummary summary;

  write_sample (fixture, "b.txt", "B-town");
  nasty_write (fixture->path, "large.txt", "x");
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (1) << 30), ==, 0);

  all = load ("far:///", TRUE, &summary);
  g_assert_cmpstr (all, ==, "b.txt B-town\nlarge.txt too-large");
}

/* A server that does not answer is given up, and said to be; what it has
 * answered before is kept. */
static void
test_hung (Fixture *fixture, gconstpointer data)
{
  g_autofree char *listed = NULL;
  g_autofree char *read = NULL;
  AtlasLoadSummary summary;

  write_sample (fixture, "b.txt", "B-town");
  write_sample (fixture, "hung.txt", "C-town");
  write_sample (fixture, "hung/x.txt", "D-town");

  far_file_set_hung (TRUE);
  listed = load_patiently ("far:///hung", TRUE, 200, &summary);
  g_assert_cmpstr (listed, ==, "far:///hung timeout");
  far_file_set_hung (FALSE);

  far_file_set_hung (TRUE);
  read = load_patiently ("far:///", FALSE, 200, &summary);
  g_assert_nonnull (strstr (read, "hung.txt timeout"));
  g_assert_nonnull (strstr (read, "b.txt "));
  far_file_set_hung (FALSE);
}

static void
on_finished (AtlasLoader *loader, gboolean cancelled, gboolean *finished)
{
  g_assert_false (cancelled);
  *finished = TRUE;
}

/* The same in the window's way: nothing of it waits. */
static void
test_hung_loader (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_uri ("far:///hung");
  AtlasLoader *loader = atlas_loader_new ();
  gboolean finished = FALSE;

  write_sample (fixture, "hung/x.txt", "D-town");
  g_signal_connect (loader, "finished", G_CALLBACK (on_finished), &finished);
  atlas_loader_set_patience (loader, 200);
  far_file_set_hung (TRUE);
  atlas_loader_start (loader, &root, 1, TRUE, 2);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (atlas_loader_get_total_known (loader));
  g_assert_cmpuint (atlas_loader_get_n_done (loader), ==, 1);
  far_file_set_hung (FALSE);
  g_assert_finalize_object (loader);
}

static void
add_items (AtlasLoadRun *run, const char *name, guint n)
{
  GPtrArray *items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);
  GRefString *folder = g_ref_string_new ("far:///");
  guint i;

  for (i = 0; i < n; i++)
    g_ptr_array_add (items, atlas_file_item_new (folder, "", name));
  g_ref_string_release (folder);
  atlas_load_run_add (run, items);
}

/* Reads until @n files came, all of them sound. */
static void
read_files (AtlasLoadRun *run, guint n)
{
  while (n > 0)
    {
      AtlasLoadChunk *chunk =
          atlas_load_run_pop (run, g_get_monotonic_time () + 10000);

      atlas_load_run_check_patience (run);
      if (chunk == NULL)
        continue;
      g_assert_cmpuint (chunk->files->len, <=, n);
      g_assert_cmpuint (chunk->n_profiles, ==, chunk->files->len);
      n -= chunk->files->len;
      atlas_load_chunk_free (chunk);
    }
}

/* One file that takes long holds up no others, long before it is given up,
 * although there is one reader as long as all goes well. */
static void
test_slow (Fixture *fixture, gconstpointer data)
{
  const guint n = 200;
  g_autoptr (AtlasLoadRun) run = atlas_load_run_new (2, G_MAXINT);

  write_sample (fixture, "b.txt", "B-town");
  write_sample (fixture, "hung.txt", "C-town");
  atlas_load_run_set_background (run);
  far_file_set_hung (TRUE);
  add_items (run, "hung.txt", 1);
  add_items (run, "b.txt", n);
  atlas_load_run_close (run);

  /* Nobody looks whether it takes long yet, and the one reader hangs. */
  g_assert_null (atlas_load_run_pop (run, g_get_monotonic_time ()
                                              + G_TIME_SPAN_SECOND / 2));
  read_files (run, n);
  g_assert_false (atlas_load_run_is_finished (run));
  far_file_set_hung (FALSE);
  read_files (run, 1);
  g_assert_true (atlas_load_run_is_finished (run));
}

/* Where each file takes a while, and none long, there are as many readers as
 * are allowed; elsewhere one less. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  const guint n = 300;
  g_autoptr (AtlasLoadRun) run = atlas_load_run_new (3, G_MAXINT);

  write_sample (fixture, "late.txt", "C-town");
  atlas_load_run_set_background (run);
  add_items (run, "late.txt", n);
  atlas_load_run_close (run);

  while (far_file_get_most_late () < 2)
    g_thread_yield ();
  g_usleep (G_USEC_PER_SEC / 20);
  g_assert_cmpuint (far_file_get_most_late (), ==, 2);
  read_files (run, n);
  g_assert_cmpuint (far_file_get_most_late (), ==, 3);
}

static void
check_contents (const Fixture *fixture, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  g_assert_cmpstr (text, ==, expected);
}

/* Replaced when it is whole, or as it was. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("far:///out.csv");
  g_autoptr (GFile) full = g_file_new_for_uri ("far:///full");
  g_autoptr (GFile) denied = g_file_new_for_uri ("far:///denied.csv");
  g_autoptr (GError) no_space = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasOutput) given_up = NULL;

  nasty_write (fixture->path, "out.csv", "old");
  nasty_write (fixture->path, "denied.csv", "old");
  given_up = atlas_output_new_for_file (file, &error);
  g_assert_true (atlas_output_write (given_up, "new", 3, &error));
  g_clear_pointer (&given_up, atlas_output_free);
  check_contents (fixture, "out.csv", "old");

  g_assert_true (atlas_output_save (file, "new", 3, &error));
  g_assert_no_error (error);
  check_contents (fixture, "out.csv", "new");

  g_assert_false (atlas_output_save (full, "new", 3, &no_space));
  g_assert_error (no_space, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_false (atlas_output_save (denied, "new", 3, &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  check_contents (fixture, "denied.csv", "old");

  /* Nothing of ours lies there, and nothing is looked for. */
  atlas_output_clear_unfinished (file);
}

static void
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("far:///x.json");
  g_autoptr (GFile) denied = g_file_new_for_uri ("far:///denied");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) too_large = NULL;
  gsize length = 0;

  nasty_write (fixture->path, "x.json", "{}\n");
  text = atlas_file_load (file, 3, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "{}\n");
  g_assert_cmpuint (length, ==, 3);
  g_assert_null (atlas_file_load (file, 2, &length, &too_large));
  g_assert_error (too_large, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_null (atlas_file_load (denied, 2, &length, &refused));
  g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

#define ADD(name, function) \
  g_test_add ("/far/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("folder", test_folder);
  ADD ("depth", test_depth);
  ADD ("named", test_named);
  ADD ("large", test_large);
  ADD ("hung", test_hung);
  ADD ("hung-loader", test_hung_loader);
  ADD ("slow", test_slow);
  ADD ("late", test_late);
  ADD ("save", test_save);
  ADD ("load", test_load);

  return g_test_run ();
}

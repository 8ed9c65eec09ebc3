/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <time.h>

#include "atlas-load-run.h"
#include "atlas-loader.h"
#include "nasty-folder.h"

#define N_FILES 1000

/* No test may wait longer than this, in seconds. */
#define PATIENCE 60

typedef struct
{
  char *path;
  GFile *root;
  AtlasLoader *loader;
  GHashTable *sources;
  guint n_batches;
  guint n_finished;
  guint cancel_after;
  guint largest;
  gboolean cancelled;
  gboolean busy;
} Fixture;

/* Time of the processor that this thread had, in microseconds. */
static gint64
get_own_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Takes longer than a receiver should. */
static void
work_hard (void)
{
  gint64 start = get_own_time ();

  while (get_own_time () - start < 10 * G_TIME_SPAN_MILLISECOND)
    ;
}

static void
on_batch (AtlasLoader *loader, GPtrArray *files, gpointer data)
{
  Fixture *fixture = data;
  guint i;

  g_assert_cmpuint (files->len, >, 0);
  fixture->n_batches++;
  fixture->largest = MAX (fixture->largest, files->len);
  if (fixture->busy)
    work_hard ();
  for (i = 0; i < files->len; i++)
    {
      const AtlasLoadedFile *file = g_ptr_array_index (files, i);

      g_assert_true (
          g_hash_table_add (fixture->sources, g_strdup (file->source)));
    }
  if (fixture->n_batches == fixture->cancel_after)
    atlas_loader_cancel (loader);
}

static void
on_finished (AtlasLoader *loader, gboolean cancelled, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_finished++;
  fixture->cancelled = cancelled;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = nasty_sample_text ("A-town");
  guint i;

  fixture->path = nasty_folder_new ();
  for (i = 0; i < N_FILES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u/%u.txt", i % 5, i);

      nasty_write (fixture->path, name, text);
    }
  fixture->root = g_file_new_for_path (fixture->path);
  fixture->sources =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->loader = atlas_loader_new ();
  g_signal_connect (fixture->loader, "batch", G_CALLBACK (on_batch), fixture);
  g_signal_connect (fixture->loader, "finished", G_CALLBACK (on_finished),
                    fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->loader);
  g_object_unref (fixture->root);
  g_hash_table_unref (fixture->sources);
  nasty_folder_remove (fixture->path);
}

static gboolean
on_timeout (gpointer data)
{
  g_error ("waited for too long");

  return G_SOURCE_REMOVE;
}

static void
wait_until_finished (Fixture *fixture)
{
  guint timeout = g_timeout_add_seconds (PATIENCE, on_timeout, NULL);
  guint n = fixture->n_finished;

  while (fixture->n_finished == n)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  atlas_loader_start (fixture->loader, &fixture->root, 1, TRUE, 2);
  g_assert_true (atlas_loader_get_loading (fixture->loader));
  wait_until_finished (fixture);

  g_assert_false (fixture->cancelled);
  g_assert_false (atlas_loader_get_loading (fixture->loader));
  g_assert_cmpuint (g_hash_table_size (fixture->sources), ==, N_FILES);
  g_assert_cmpuint (atlas_loader_get_n_found (fixture->loader), ==, N_FILES);
  g_assert_cmpuint (atlas_loader_get_n_done (fixture->loader), ==, N_FILES);
  g_assert_true (atlas_loader_get_total_known (fixture->loader));
  g_assert_cmpuint (fixture->n_batches, >, 1);
}

/* A receiver that takes long gets small batches: what it draws between them
 * must not wait. */
static void
test_busy (Fixture *fixture, gconstpointer data)
{
  nasty_write (fixture->path, "x.png", "x");
  fixture->busy = TRUE;
  atlas_loader_start (fixture->loader, &fixture->root, 1, TRUE, 2);
  wait_until_finished (fixture);
  g_assert_cmpuint (g_hash_table_size (fixture->sources), ==, N_FILES);
  g_assert_cmpuint (fixture->largest, <=, 64);
  g_assert_cmpuint (atlas_loader_get_n_skipped (fixture->loader), ==, 1);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = nasty_folder_new ();
  g_autoptr (GFile) root = g_file_new_for_path (path);

  atlas_loader_start (fixture->loader, &root, 1, TRUE, 0);
  wait_until_finished (fixture);
  g_assert_cmpuint (fixture->n_batches, ==, 0);
  nasty_folder_remove (g_steal_pointer (&path));
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  atlas_loader_start (fixture->loader, &fixture->root, 1, TRUE, 2);
  while (fixture->n_batches == 0)
    g_main_context_iteration (NULL, TRUE);

  /* At once. That no worker is waited for is shown with one that hangs, in
   * tests/app/test-open-faults.c. */
  atlas_loader_cancel (fixture->loader);
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_true (fixture->cancelled);

  /* Nothing comes afterwards. */
  fixture->n_batches = 0;
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (50000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_batches, ==, 0);
}

static void
test_cancel_in_batch (Fixture *fixture, gconstpointer data)
{
  fixture->cancel_after = 2;
  atlas_loader_start (fixture->loader, &fixture->root, 1, TRUE, 2);
  wait_until_finished (fixture);
  g_assert_true (fixture->cancelled);
  g_assert_cmpuint (fixture->n_batches, ==, 2);
}

/* What a progress bar asks for is what was read. */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  gboolean loading = TRUE;
  gboolean total_known = FALSE;
  guint n_found = 0;
  guint n_done = 0;

  atlas_loader_start (fixture->loader, &fixture->root, 1, TRUE, 2);
  g_object_get (fixture->loader, "loading", &loading, "n-done", &n_done, NULL);
  g_assert_true (loading);
  g_assert_cmpuint (n_done, ==, 0);
  wait_until_finished (fixture);
  g_object_get (fixture->loader, "loading", &loading, "total-known",
                &total_known, "n-found", &n_found, "n-done", &n_done, NULL);
  g_assert_false (loading);
  g_assert_true (total_known);
  g_assert_cmpuint (n_found, ==, n_done);
  g_assert_cmpuint (n_done, ==, atlas_loader_get_n_done (fixture->loader));
  g_assert_cmpuint (n_found, ==, atlas_loader_get_n_found (fixture->loader));
  g_assert_cmpuint (n_found, >, 0);
}

/* A second folder cancels the first. */
static void
test_restart (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < 20; i++)
    {
      atlas_loader_start (fixture->loader, &fixture->root, 1, TRUE, 2);
      g_main_context_iteration (NULL, FALSE);
      g_hash_table_remove_all (fixture->sources);
    }
  fixture->n_finished = 0;
  atlas_loader_start (fixture->loader, &fixture->root, 1, TRUE, 2);
  g_hash_table_remove_all (fixture->sources);
  fixture->n_finished = 0;
  wait_until_finished (fixture);
  g_assert_cmpuint (g_hash_table_size (fixture->sources), ==, N_FILES);
}

static AtlasLoadedFile *
hang_once (AtlasLoadedFile *file, GString *output, gpointer data)
{
  return file;
}

static GPtrArray *
make_items (const char *folder, guint n)
{
  GPtrArray *items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);
  GRefString *shared = g_ref_string_new (folder);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *parent = g_strdup_printf ("%u", i % 5);
      g_autofree char *member = g_strdup_printf ("%u.txt", i);

      g_ptr_array_add (items, atlas_file_item_new (shared, parent, member));
    }
  g_ref_string_release (shared);

  return items;
}

/* With no patience at all every file may be given up, at any time: each is
 * still delivered once, as read or as given up, and nothing breaks. */
static void
test_patience (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasLoadRun) run = atlas_load_run_new (2, 1);
  guint n = 0;

  atlas_load_run_set_map (run, hang_once, NULL);
  atlas_load_run_add (run, make_items (fixture->path, 1000));
  atlas_load_run_close (run);
  while (!atlas_load_run_is_finished (run))
    {
      AtlasLoadChunk *chunk =
          atlas_load_run_pop (run, g_get_monotonic_time () + 100);
      guint i;

      atlas_load_run_check_patience (run);
      if (chunk == NULL)
        continue;
      for (i = 0; i < chunk->files->len; i++)
        {
          const AtlasLoadedFile *file = g_ptr_array_index (chunk->files, i);

          if (file->n_profiles == 0)
            g_assert_cmpint (file->problems[0]->code, ==,
                             ATLAS_PROBLEM_TIMEOUT);
          n++;
        }
      atlas_load_chunk_free (chunk);
    }
  g_assert_cmpuint (n, ==, 1000);
}

#define ADD(name, function) \
  g_test_add ("/loader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("all", test_all);
  ADD ("busy", test_busy);
  ADD ("empty", test_empty);
  ADD ("cancel", test_cancel);
  ADD ("cancel-in-batch", test_cancel_in_batch);
  ADD ("progress", test_progress);
  ADD ("restart", test_restart);
  ADD ("patience", test_patience);

  return g_test_run ();
}

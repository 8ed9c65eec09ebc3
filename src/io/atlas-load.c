/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-load.h"

#include "atlas-listing.h"

/* How often progress is told and patience is checked, in microseconds. */
#define TICK (100 * G_TIME_SPAN_MILLISECOND)

/* What was found, gathered from the thread of the listing. */
typedef struct
{
  GMutex lock;
  GCond done_changed;
  GPtrArray *items;
  gboolean done;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_ptr_array_unref (found->items);
  g_cond_clear (&found->done_changed);
  g_mutex_clear (&found->lock);
  g_atomic_rc_box_release (found);
}

static gboolean
gather (GPtrArray *items, gpointer data)
{
  Found *found = data;

  g_mutex_lock (&found->lock);
  g_ptr_array_extend_and_steal (found->items, items);
  g_mutex_unlock (&found->lock);

  return TRUE;
}

static void
finish_gathering (gpointer data)
{
  Found *found = data;

  g_mutex_lock (&found->lock);
  found->done = TRUE;
  g_cond_signal (&found->done_changed);
  g_mutex_unlock (&found->lock);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return atlas_file_item_compare (*(AtlasFileItem *const *) a,
                                  *(AtlasFileItem *const *) b);
}

static gint64
get_patience (const AtlasLoadOptions *options)
{
  return (gint64) (options->patience > 0 ? options->patience : ATLAS_PATIENCE)
         * G_TIME_SPAN_MILLISECOND;
}

/* Waits until all is listed, or until the listing has been silent too long. */
static void
wait_for_listing (AtlasListing *listing,
                  Found *found,
                  const AtlasLoadOptions *options)
{
  gboolean done = FALSE;

  while (!done)
    {
      gint64 deadline = g_get_monotonic_time () + TICK;

      g_mutex_lock (&found->lock);
      while (
          !found->done
          && g_cond_wait_until (&found->done_changed, &found->lock, deadline))
        ;
      done = found->done;
      g_mutex_unlock (&found->lock);

      if (done)
        return;
      if (options->progress != NULL)
        options->progress (0, atlas_listing_get_n_found (listing),
                           options->user_data);
      if (atlas_listing_get_silence (listing) > get_patience (options))
        {
          GPtrArray *last = g_ptr_array_new ();

          g_ptr_array_add (last, atlas_listing_give_up (listing));
          gather (last, found);
          return;
        }
    }
}

/* Everything below @roots, in the order of the sources. */
static GPtrArray *
list_sorted (GFile *const *roots,
             gsize n_roots,
             const AtlasLoadOptions *options,
             AtlasLoadSummary *summary)
{
  g_autoptr (AtlasListing) listing = NULL;
  Found *found = g_atomic_rc_box_new0 (Found);
  GPtrArray *items;

  g_mutex_init (&found->lock);
  g_cond_init (&found->done_changed);
  found->items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);

  listing = atlas_listing_start (roots, n_roots, options->recurse, gather,
                                 finish_gathering, found, free_found);
  wait_for_listing (listing, found, options);

  g_mutex_lock (&found->lock);
  items = found->items;
  found->items = g_ptr_array_new ();
  g_mutex_unlock (&found->lock);

  summary->n_files = items->len;
  summary->n_skipped = atlas_listing_get_n_skipped (listing);
  g_ptr_array_sort (items, compare_items);

  return items;
}

/* The chunks in the order of their files, whoever is first to finish. */
static gboolean
deliver_in_order (AtlasLoadRun *run,
                  guint n_found,
                  const AtlasLoadOptions *options)
{
  g_autoptr (GHashTable) early = g_hash_table_new_full (
      NULL, NULL, NULL, (GDestroyNotify) atlas_load_chunk_free);
  gint64 next_tick = g_get_monotonic_time () + TICK;
  guint next = 0, n_done = 0;
  gboolean more = TRUE;

  while (more && !(atlas_load_run_is_finished (run)))
    {
      AtlasLoadChunk *chunk = atlas_load_run_pop (run, next_tick);

      if (chunk != NULL)
        g_hash_table_insert (early, GUINT_TO_POINTER (chunk->index), chunk);

      while (more
             && (chunk = g_hash_table_lookup (early, GUINT_TO_POINTER (next)))
                    != NULL)
        {
          n_done += MIN (ATLAS_CHUNK_SIZE, n_found - n_done);
          more = options->deliver (chunk, options->user_data);
          g_hash_table_remove (early, GUINT_TO_POINTER (next++));
        }

      if (g_get_monotonic_time () >= next_tick)
        {
          next_tick = g_get_monotonic_time () + TICK;
          atlas_load_run_check_patience (run);
          if (options->progress != NULL)
            options->progress (n_done, n_found, options->user_data);
        }
    }

  return more;
}

/**
 * atlas_load:
 * @roots: (array length=n_roots): the files and folders to read
 * @n_roots: number of @roots
 * @options: how; must have a deliver function
 * @summary: (out caller-allocates): what became of it
 *
 * Reads everything, on workers, and hands it to the caller in the order of the
 * sources, whatever the number of workers. Files that hang are given up with
 * a problem. Blocks until all is delivered.
 *
 * Returns: %FALSE when the deliver function ended it early
 */
gboolean
atlas_load (GFile *const *roots,
            gsize n_roots,
            const AtlasLoadOptions *options,
            AtlasLoadSummary *summary)
{
  g_autoptr (AtlasLoadRun) run = NULL;
  GPtrArray *items;
  gboolean complete;

  g_return_val_if_fail (roots != NULL || n_roots == 0, FALSE);
  g_return_val_if_fail (options != NULL && options->deliver != NULL, FALSE);
  g_return_val_if_fail (summary != NULL, FALSE);

  *summary = (AtlasLoadSummary){ 0 };
  items = list_sorted (roots, n_roots, options, summary);

  run = atlas_load_run_new (options->n_jobs, options->patience);
  atlas_load_run_set_map (run, options->map, options->map_data);
  atlas_load_run_add (run, items);
  atlas_load_run_close (run);
  complete = deliver_in_order (run, summary->n_files, options);
  if (!complete)
    atlas_load_run_cancel (run);

  return complete;
}

typedef struct
{
  const AtlasLoadOptions *options;
  AtlasLoadSummary *summary;
  GPtrArray *files;
} Collector;

static gboolean
collect (const AtlasLoadChunk *chunk, gpointer data)
{
  Collector *collector = data;
  guint i;

  for (i = 0; i < chunk->files->len; i++)
    {
      AtlasLoadedFile *file = g_ptr_array_index (chunk->files, i);

      if (atlas_loaded_file_has_failed (file))
        collector->summary->n_failed++;
      g_ptr_array_add (collector->files, atlas_loaded_file_ref (file));
    }

  return TRUE;
}

static void
pass_progress (guint n_done, guint n_found, gpointer data)
{
  Collector *collector = data;

  if (collector->options->progress != NULL)
    collector->options->progress (n_done, n_found,
                                  collector->options->user_data);
}

/**
 * atlas_load_all:
 * @roots: (array length=n_roots): the files and folders to read
 * @n_roots: number of @roots
 * @options: how; its map and deliver functions are not used
 * @summary: (out caller-allocates): what became of it
 *
 * Reads everything and keeps it.
 *
 * Returns: (transfer full) (element-type AtlasLoadedFile): the files, in the
 *   order of their sources
 */
GPtrArray *
atlas_load_all (GFile *const *roots,
                gsize n_roots,
                const AtlasLoadOptions *options,
                AtlasLoadSummary *summary)
{
  Collector collector = { options, summary, NULL };
  AtlasLoadOptions own;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (summary != NULL, NULL);

  own = *options;
  own.map = NULL;
  own.deliver = collect;
  own.progress = pass_progress;
  own.user_data = &collector;
  collector.files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_loaded_file_unref);
  atlas_load (roots, n_roots, &own, summary);

  return collector.files;
}

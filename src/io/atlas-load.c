/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-load.h"

#include "atlas-listing.h"

/* How often progress is told and patience is checked, in microseconds. */
#define TICK (100 * G_TIME_SPAN_MILLISECOND)

/* What was found, told by the thread of the listing. */
typedef struct
{
  AtlasLoadRun *run;
  /* What must be sorted before it is read; NULL when it comes in order. */
  GPtrArray *items;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->items, g_ptr_array_unref);
  atlas_load_run_unref (found->run);
  g_free (found);
}

static gboolean
gather (GPtrArray *items, gpointer data)
{
  Found *found = data;

  if (found->items == NULL)
    return atlas_load_run_add (found->run, items);

  g_ptr_array_extend_and_steal (found->items, items);

  return !atlas_load_run_is_cancelled (found->run);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return atlas_file_item_compare (*(AtlasFileItem *const *) a,
                                  *(AtlasFileItem *const *) b);
}

static void
finish_gathering (gpointer data)
{
  Found *found = data;

  if (found->items != NULL)
    {
      g_ptr_array_sort (found->items, compare_items);
      atlas_load_run_add (found->run, g_steal_pointer (&found->items));
    }
  atlas_load_run_close (found->run);
}

static gint64
get_patience (const AtlasLoadOptions *options)
{
  return (gint64) (options->patience > 0 ? options->patience : ATLAS_PATIENCE)
         * G_TIME_SPAN_MILLISECOND;
}

/* Lists everything below @roots on a thread of its own, for @run. A folder is
 * listed in the order of its names, so that its first files are read while the
 * last ones are looked for; several roots can lie in each other's midst. */
static AtlasListing *
start_listing (AtlasLoadRun *run,
               GFile *const *roots,
               gsize n_roots,
               const AtlasLoadOptions *options)
{
  Found *found = g_new0 (Found, 1);

  found->run = atlas_load_run_ref (run);
  if (n_roots > 1)
    found->items =
        g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);

  return atlas_listing_start (roots, n_roots, options->recurse, gather,
                              finish_gathering, found, free_found);
}

/* Ends a listing that has been silent too long, with a problem. */
static void
check_listing (AtlasListing *listing,
               AtlasLoadRun *run,
               const AtlasLoadOptions *options)
{
  GPtrArray *last;

  if (atlas_listing_get_silence (listing) <= get_patience (options))
    return;

  last = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);
  g_ptr_array_add (last, atlas_listing_give_up (listing));
  atlas_load_run_add (run, last);
  atlas_load_run_close (run);
}

/* Whether all of it is read by the system's own calls. */
static gboolean
are_local (GFile *const *roots, gsize n_roots)
{
  gsize i;

  for (i = 0; i < n_roots; i++)
    if (g_file_peek_path (roots[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* What is done some times a second; returns when it is due again. */
static gint64
tick (AtlasListing *listing,
      AtlasLoadRun *run,
      guint n_done,
      const AtlasLoadOptions *options)
{
  atlas_load_run_check_patience (run);
  check_listing (listing, run, options);
  if (options->progress != NULL)
    options->progress (n_done, atlas_listing_get_n_found (listing),
                       options->user_data);

  return g_get_monotonic_time () + TICK;
}

/* The chunks in the order of their files, whoever is first to finish. */
static gboolean
deliver_in_order (AtlasLoadRun *run,
                  AtlasListing *listing,
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
             && g_hash_table_steal_extended (early, GUINT_TO_POINTER (next),
                                             NULL, (gpointer *) &chunk))
        {
          next++;
          n_done += chunk->n_items;
          more = options->deliver (chunk, options->user_data);
          atlas_load_run_recycle (run, chunk);
        }

      if (g_get_monotonic_time () >= next_tick)
        next_tick = tick (listing, run, n_done, options);
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
 * names, whatever the number of workers. Files that hang are given up with
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
  g_autoptr (AtlasListing) listing = NULL;
  gboolean complete;

  g_return_val_if_fail (roots != NULL || n_roots == 0, FALSE);
  g_return_val_if_fail (options != NULL && options->deliver != NULL, FALSE);
  g_return_val_if_fail (summary != NULL, FALSE);

  *summary = (AtlasLoadSummary){ 0 };
  run = atlas_load_run_new (options->n_jobs, options->patience);
  atlas_load_run_set_map (run, options->map, options->map_data);
  if (are_local (roots, n_roots))
    atlas_load_run_set_alone (run);
  listing = start_listing (run, roots, n_roots, options);

  complete = deliver_in_order (run, listing, options);
  if (!complete)
    {
      atlas_listing_cancel (listing);
      atlas_load_run_cancel (run);
    }
  summary->n_files = atlas_load_run_get_n_items (run);
  summary->n_skipped = atlas_listing_get_n_skipped (listing);

  return complete;
}

typedef struct
{
  const AtlasLoadOptions *options;
  AtlasLoadSummary *summary;
  GPtrArray *files;
} Collector;

static gboolean
collect (AtlasLoadChunk *chunk, gpointer data)
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

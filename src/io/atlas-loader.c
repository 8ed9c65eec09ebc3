/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-loader.h"

#include <time.h>

#include "atlas-listing.h"
#include "atlas-load-run.h"

/* Time between two batches: one frame. */
#define TICK_MS 16

/* What the receiver of a batch may take of a frame, in microseconds. */
#define BUDGET (8 * G_TIME_SPAN_MILLISECOND)

#define MIN_BATCH 64
#define MAX_BATCH 4096

/**
 * AtlasLoader:
 *
 * Reads files and folders in the background and hands over what it read in
 * batches, on the main context it was started from.
 *
 *     listing thread ──► AtlasLoadRun (workers) ──► tick ──► ::batch
 *
 * A tick each frame takes what the workers have finished and emits one
 * ::batch; the size of the next one follows from how long the receivers took,
 * so that they never take more than half a frame. Nothing here waits for a
 * worker: a cancel returns at once, and whoever hangs is left to itself. All
 * threads stand back for the one that draws, and leave it a processor as long
 * as they need them all: else it would wait for one of them at every step.
 */
struct _AtlasLoader
{
  GObject parent_instance;

  AtlasListing *listing;
  AtlasLoadRun *run;
  AtlasLoadChunk *rest;
  guint rest_used;
  guint tick;
  guint patience;
  guint batch_size;
  guint n_found;
  guint n_done;
  guint n_skipped;
  gboolean loading;
  gboolean total_known;
};

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_N_FOUND,
  PROP_N_DONE,
  PROP_TOTAL_KNOWN,
  N_PROPS,
};

enum
{
  SIGNAL_BATCH,
  SIGNAL_FINISHED,
  N_SIGNALS,
};

/* The type's own tables; written once, in class_init. */
static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasLoader, atlas_loader, G_TYPE_OBJECT)

static void
set_boolean (AtlasLoader *self, gboolean *member, gboolean value, guint prop)
{
  if (*member == value)
    return;

  *member = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_number (AtlasLoader *self, guint *member, guint value, guint prop)
{
  if (*member == value)
    return;

  *member = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

/* On the thread that lists. */
static gboolean
add_found (GPtrArray *items, gpointer data)
{
  atlas_load_thread_set_background ();
  return atlas_load_run_add (data, items);
}

static void
close_run (gpointer data)
{
  atlas_load_run_close (data);
}

/* Lets go of threads and ticks; says nothing. */
static void
stop (AtlasLoader *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->run != NULL)
    atlas_load_run_cancel (self->run);
  if (self->listing != NULL)
    atlas_listing_cancel (self->listing);
  g_clear_pointer (&self->rest, atlas_load_chunk_free);
  g_clear_pointer (&self->run, atlas_load_run_unref);
  g_clear_pointer (&self->listing, atlas_listing_unref);
}

/* Up to @n finished files. */
static GPtrArray *
take_files (AtlasLoader *self, guint n)
{
  GPtrArray *files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_loaded_file_unref);

  while (files->len < n)
    {
      if (self->rest == NULL)
        {
          self->rest = atlas_load_run_pop (self->run, 0);
          self->rest_used = 0;
        }
      if (self->rest == NULL)
        break;

      while (files->len < n && self->rest_used < self->rest->files->len)
        g_ptr_array_add (files, atlas_loaded_file_ref (g_ptr_array_index (
                                    self->rest->files, self->rest_used++)));
      if (self->rest_used == self->rest->files->len)
        g_clear_pointer (&self->rest, atlas_load_chunk_free);
    }

  return files;
}

/* A listing that has been silent too long is ended with a problem. */
static void
check_listing (AtlasLoader *self)
{
  gint64 patience =
      (gint64) (self->patience > 0 ? self->patience : ATLAS_PATIENCE)
      * G_TIME_SPAN_MILLISECOND;
  GPtrArray *items;

  if (self->total_known
      || atlas_listing_get_silence (self->listing) <= patience)
    return;

  items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_file_item_free);
  g_ptr_array_add (items, atlas_listing_give_up (self->listing));
  set_number (self, &self->n_found, self->n_found + 1, PROP_N_FOUND);
  set_boolean (self, &self->total_known, TRUE, PROP_TOTAL_KNOWN);
  atlas_load_run_add (self->run, items);
  atlas_load_run_close (self->run);
}

/* Of the processor, in microseconds: on a busy machine a batch is no smaller
 * for having waited. */
static gint64
get_own_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
adapt_batch_size (AtlasLoader *self, gint64 taken)
{
  if (taken > BUDGET)
    self->batch_size = MAX (self->batch_size / 2, MIN_BATCH);
  else if (taken < BUDGET / 3)
    self->batch_size = MIN (self->batch_size * 2, MAX_BATCH);
}

static gboolean
on_tick (gpointer data)
{
  g_autoptr (AtlasLoader) self = g_object_ref (data);
  g_autoptr (AtlasLoadRun) run = atlas_load_run_ref (self->run);
  g_autoptr (GPtrArray) files = NULL;
  gint64 before;

  atlas_load_run_check_patience (run);
  check_listing (self);
  if (!self->total_known)
    {
      gboolean done = atlas_listing_is_done (self->listing);

      set_number (self, &self->n_found,
                  atlas_listing_get_n_found (self->listing), PROP_N_FOUND);
      if (done)
        {
          self->n_skipped = atlas_listing_get_n_skipped (self->listing);
          set_boolean (self, &self->total_known, TRUE, PROP_TOTAL_KNOWN);
        }
    }

  files = take_files (self, self->batch_size);
  if (files->len > 0)
    {
      before = get_own_time ();
      set_number (self, &self->n_done, self->n_done + files->len, PROP_N_DONE);
      g_signal_emit (self, signals[SIGNAL_BATCH], 0, files);
      adapt_batch_size (self, get_own_time () - before);
    }

  /* A receiver may have cancelled, or started another load. */
  if (self->run != run)
    return G_SOURCE_REMOVE;

  if (self->total_known && self->rest == NULL
      && atlas_load_run_is_finished (run))
    {
      self->tick = 0;
      stop (self);
      set_boolean (self, &self->loading, FALSE, PROP_LOADING);
      g_signal_emit (self, signals[SIGNAL_FINISHED], 0, FALSE);
      return G_SOURCE_REMOVE;
    }

  /* From now, not from when this tick began: whoever shows what came has time
   * to draw it, however long that took. */
  self->tick = g_timeout_add (TICK_MS, on_tick, self);

  return G_SOURCE_REMOVE;
}

static void
atlas_loader_dispose (GObject *object)
{
  stop (ATLAS_LOADER (object));

  G_OBJECT_CLASS (atlas_loader_parent_class)->dispose (object);
}

static void
atlas_loader_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  AtlasLoader *self = ATLAS_LOADER (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_N_FOUND:
      g_value_set_uint (value, self->n_found);
      break;

    case PROP_N_DONE:
      g_value_set_uint (value, self->n_done);
      break;

    case PROP_TOTAL_KNOWN:
      g_value_set_boolean (value, self->total_known);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
atlas_loader_class_init (AtlasLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_loader_dispose;
  object_class->get_property = atlas_loader_get_property;

  /**
   * AtlasLoader:loading:
   *
   * Whether files are being read.
   */
  properties[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * AtlasLoader:n-found:
   *
   * How many files were found so far.
   */
  properties[PROP_N_FOUND] =
      g_param_spec_uint ("n-found", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * AtlasLoader:n-done:
   *
   * How many files were read and handed over so far.
   */
  properties[PROP_N_DONE] =
      g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * AtlasLoader:total-known:
   *
   * Whether all folders are listed, so that #AtlasLoader:n-found is the total.
   */
  properties[PROP_TOTAL_KNOWN] =
      g_param_spec_boolean ("total-known", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasLoader::batch:
   * @self: the loader
   * @files: (element-type AtlasLoadedFile): what was read since the last batch
   *
   * Some files were read. Their order is that of their arrival; whoever shows
   * them sorts them.
   */
  signals[SIGNAL_BATCH] =
      g_signal_new ("batch", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * AtlasLoader::finished:
   * @self: the loader
   * @cancelled: whether it was cancelled
   *
   * No more batches will come.
   */
  signals[SIGNAL_FINISHED] =
      g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
atlas_loader_init (AtlasLoader *self)
{
}

/**
 * atlas_loader_new:
 *
 * Returns: (transfer full): a loader at rest
 */
AtlasLoader *
atlas_loader_new (void)
{
  return g_object_new (ATLAS_TYPE_LOADER, NULL);
}

/**
 * atlas_loader_start:
 * @self: a loader
 * @roots: (array length=n_roots): the files and folders to read
 * @n_roots: number of @roots
 * @recurse: whether sub-folders are read
 * @n_jobs: most workers at once, 0 for one per processor
 *
 * Starts to read; a load under way is cancelled first. The first batch comes
 * as soon as there is anything to show.
 */
void
atlas_loader_start (AtlasLoader *self,
                    GFile *const *roots,
                    gsize n_roots,
                    gboolean recurse,
                    guint n_jobs)
{
  g_return_if_fail (ATLAS_IS_LOADER (self));
  g_return_if_fail (roots != NULL || n_roots == 0);

  atlas_loader_cancel (self);

  g_object_freeze_notify (G_OBJECT (self));
  set_number (self, &self->n_found, 0, PROP_N_FOUND);
  set_number (self, &self->n_done, 0, PROP_N_DONE);
  set_boolean (self, &self->total_known, FALSE, PROP_TOTAL_KNOWN);
  set_boolean (self, &self->loading, TRUE, PROP_LOADING);
  self->n_skipped = 0;
  self->batch_size = MIN_BATCH;

  self->run = atlas_load_run_new (n_jobs, self->patience);
  atlas_load_run_set_background (self->run);
  self->listing = atlas_listing_start (
      roots, n_roots, recurse, add_found, close_run,
      atlas_load_run_ref (self->run), (GDestroyNotify) atlas_load_run_unref);
  self->tick = g_timeout_add (TICK_MS, on_tick, self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * atlas_loader_cancel:
 * @self: a loader
 *
 * Ends the load under way, if any, at once: no batch comes after this, and
 * nothing is waited for. What was handed over stays with its receivers.
 */
void
atlas_loader_cancel (AtlasLoader *self)
{
  g_return_if_fail (ATLAS_IS_LOADER (self));

  if (!self->loading)
    return;

  stop (self);
  set_boolean (self, &self->loading, FALSE, PROP_LOADING);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, TRUE);
}

/**
 * atlas_loader_get_loading:
 * @self: a loader
 *
 * Returns: whether files are being read
 */
gboolean
atlas_loader_get_loading (AtlasLoader *self)
{
  g_return_val_if_fail (ATLAS_IS_LOADER (self), FALSE);

  return self->loading;
}

/**
 * atlas_loader_get_n_found:
 * @self: a loader
 *
 * Returns: how many files were found so far
 */
guint
atlas_loader_get_n_found (AtlasLoader *self)
{
  g_return_val_if_fail (ATLAS_IS_LOADER (self), 0);

  return self->n_found;
}

/**
 * atlas_loader_get_n_done:
 * @self: a loader
 *
 * Returns: how many files were handed over so far
 */
guint
atlas_loader_get_n_done (AtlasLoader *self)
{
  g_return_val_if_fail (ATLAS_IS_LOADER (self), 0);

  return self->n_done;
}

/**
 * atlas_loader_get_total_known:
 * @self: a loader
 *
 * Returns: whether the number of files found is the total
 */
gboolean
atlas_loader_get_total_known (AtlasLoader *self)
{
  g_return_val_if_fail (ATLAS_IS_LOADER (self), FALSE);

  return self->total_known;
}

/**
 * atlas_loader_get_n_skipped:
 * @self: a loader
 *
 * Returns: how many files of other kinds were passed over
 */
guint
atlas_loader_get_n_skipped (AtlasLoader *self)
{
  g_return_val_if_fail (ATLAS_IS_LOADER (self), 0);

  return self->n_skipped;
}

/**
 * atlas_loader_set_patience:
 * @self: a loader
 * @milliseconds: how long one file may take, 0 for the default of 10 seconds
 *
 * For the loads to come.
 */
void
atlas_loader_set_patience (AtlasLoader *self, guint milliseconds)
{
  g_return_if_fail (ATLAS_IS_LOADER (self));

  self->patience = milliseconds;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-file-list.h"

G_BEGIN_DECLS

/* How long one file may take before it is given up, in milliseconds. */
#define ATLAS_PATIENCE 10000

/* How many files a worker takes at a time. */
#define ATLAS_CHUNK_SIZE 64

/**
 * AtlasLoadChunk:
 * @index: position among the chunks, in the order they were added
 * @files: (element-type AtlasLoadedFile): what was read, in the order listed
 * @output: (nullable): what the map function wrote for these files
 * @n_items: how many files were listed
 * @n_profiles: how many profiles were read from them, kept or not
 *
 * Some files that one worker read.
 */
typedef struct
{
  guint index;
  GPtrArray *files;
  GString *output;
  guint n_items;
  guint n_profiles;
} AtlasLoadChunk;

/**
 * AtlasLoadMapFunc:
 * @file: (transfer full) (nullable): a file just read
 * @output: where to write what it gives
 *
 * Called on a worker for each file, so that what can be done for one file
 * alone is done there.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL to drop it
 */
typedef AtlasLoadedFile *(*AtlasLoadMapFunc) (AtlasLoadedFile *file,
                                              GString *output,
                                              gpointer user_data);

/* Called on a worker when there is something to pop. */
typedef void (*AtlasLoadNotifyFunc) (gpointer user_data);

/**
 * AtlasLoadRun:
 *
 * The workers of one load, and what they share. Counted: a worker that hangs
 * on a dead mount keeps its own reference and is never waited for.
 */
typedef struct _AtlasLoadRun AtlasLoadRun;

AtlasLoadRun *atlas_load_run_new (guint n_jobs, guint patience);

AtlasLoadRun *atlas_load_run_ref (AtlasLoadRun *self);

void atlas_load_run_unref (AtlasLoadRun *self);

void atlas_load_run_set_background (AtlasLoadRun *self);

void atlas_load_run_set_alone (AtlasLoadRun *self);

void atlas_load_thread_set_background (void);

void atlas_load_run_set_map (AtlasLoadRun *self,
                             AtlasLoadMapFunc map,
                             gpointer user_data);

void atlas_load_run_set_notify (AtlasLoadRun *self,
                                AtlasLoadNotifyFunc notify,
                                gpointer user_data,
                                GDestroyNotify destroy);

gboolean atlas_load_run_add (AtlasLoadRun *self, GPtrArray *items);

void atlas_load_run_close (AtlasLoadRun *self);

void atlas_load_run_cancel (AtlasLoadRun *self);

gboolean atlas_load_run_is_cancelled (AtlasLoadRun *self);

AtlasLoadChunk *atlas_load_run_pop (AtlasLoadRun *self, gint64 deadline);

void atlas_load_run_recycle (AtlasLoadRun *self, AtlasLoadChunk *chunk);

void atlas_load_run_check_patience (AtlasLoadRun *self);

guint atlas_load_run_get_n_items (AtlasLoadRun *self);

gboolean atlas_load_run_is_finished (AtlasLoadRun *self);

void atlas_load_chunk_free (AtlasLoadChunk *chunk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLoadRun, atlas_load_run_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLoadChunk, atlas_load_chunk_free)

G_END_DECLS

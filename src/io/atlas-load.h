/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-load-run.h"

G_BEGIN_DECLS

/**
 * AtlasLoadOptions:
 * @recurse: whether sub-folders are read
 * @n_jobs: number of workers, 0 for one per processor
 * @patience: milliseconds one file may take, 0 for the default
 * @map: (nullable): what a worker does with each file; has no use of the
 *   descriptors of other threads, nor they of its own
 * @map_data: data for @map
 * @deliver: (nullable): told of the files and of what @map wrote, in order;
 *   may take what the chunk holds
 * @progress: (nullable): told of how far it is, some times a second
 * @user_data: data for @deliver and @progress
 *
 * How to load. With neither @map nor @deliver the files are kept.
 */
typedef struct
{
  gboolean recurse;
  guint n_jobs;
  guint patience;
  AtlasLoadMapFunc map;
  gpointer map_data;
  gboolean (*deliver) (AtlasLoadChunk *chunk, gpointer user_data);
  void (*progress) (guint n_done, guint n_found, gpointer user_data);
  gpointer user_data;
} AtlasLoadOptions;

/**
 * AtlasLoadSummary:
 * @n_files: files that should have been read
 * @n_failed: those that could not be
 * @n_skipped: files of other kinds that were passed over
 *
 * What became of a load.
 */
typedef struct
{
  guint n_files;
  guint n_failed;
  guint n_skipped;
} AtlasLoadSummary;

gboolean atlas_load (GFile *const *roots,
                     gsize n_roots,
                     const AtlasLoadOptions *options,
                     AtlasLoadSummary *summary);

GPtrArray *atlas_load_all (GFile *const *roots,
                           gsize n_roots,
                           const AtlasLoadOptions *options,
                           AtlasLoadSummary *summary);

G_END_DECLS

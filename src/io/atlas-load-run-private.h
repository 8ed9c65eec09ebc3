/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-load-run.h"

G_BEGIN_DECLS

/* Finished chunks that wait for the consumer before the workers rest. */
#define ATLAS_LOAD_MAX_WAITING 512

/* Files to read, and those read so far. */
typedef struct
{
  GPtrArray *items;
  guint next;
  AtlasLoadChunk *chunk;
} AtlasLoadTask;

/* A worker as the others see it. It owns its task until it is given up, which
 * can happen only while it reads: since when it does is behind a lock of its
 * own, as workers that went through that of the run for each file would mostly
 * wait for each other. It is taken after the one of the run. */
typedef struct
{
  gatomicrefcount references;
  AtlasLoadRun *run;
  AtlasLoadTask *task;
  GMutex lock;
  gint64 since;
  guint n_waits; /* files of its task that had to be waited for */
  gboolean given_up;
} AtlasLoadWorker;

struct _AtlasLoadRun
{
  gatomicrefcount references;
  GMutex lock;
  GCond work_added;
  GCond work_done;
  GQueue tasks;
  GQueue done;
  /* Outputs to be written to again. */
  GQueue spare;
  GPtrArray *workers;
  AtlasLoadMapFunc map;
  gpointer map_data;
  AtlasLoadNotifyFunc notify;
  gpointer notify_data;
  GDestroyNotify notify_destroy;
  gint64 patience;
  /* At most, and as long as files need not be waited for. */
  guint n_jobs;
  guint n_usual;
  gboolean background;
  gboolean alone;
  guint n_chunks;
  guint n_items;
  guint n_popped;
  gboolean closed;
  gint cancelled;
};

void atlas_load_task_free (gpointer data);

void atlas_load_worker_unref (gpointer data);

void atlas_load_worker_start (AtlasLoadRun *run, AtlasLoadTask *task);

void atlas_load_worker_give_up (AtlasLoadRun *run, AtlasLoadWorker *worker);

G_END_DECLS

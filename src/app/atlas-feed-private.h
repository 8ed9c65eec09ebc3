/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-feed.h"
#include "atlas-loader.h"
#include "atlas-watch.h"

G_BEGIN_DECLS

struct _AtlasFeed
{
  GObject parent_instance;

  AtlasSession *session;
  AtlasPreferences *preferences;
  AtlasLoader *loader;
  AtlasWatch *watch;
  GPtrArray *roots;

  /* What is wrong between the files, and the check under way. */
  GPtrArray *between;
  guint n_shown;
  guint show_source;
  guint check_source;
  GCancellable *check;

  /* Files in the session with how much they gave, and those of them that the
   * load under way met. */
  GHashTable *files;
  GHashTable *met;
  /* Added while another load was under way. */
  GPtrArray *waiting;

  guint progress_source;
  gboolean automatic;
  gboolean held;
  gboolean loading;
  gboolean stale;
};

/* What a load brings (atlas-feed-batch.c). */

void atlas_feed_take_batch (AtlasFeed *self, GPtrArray *batch);

void atlas_feed_drop_unmet (AtlasFeed *self);

/* What is wrong between the files (atlas-feed-check.c). */

void atlas_feed_start_check (AtlasFeed *self);

void atlas_feed_cancel_check (AtlasFeed *self);

/* What changes on the disk (atlas-feed-watch.c). */

void atlas_feed_init_watch (AtlasFeed *self);

void atlas_feed_renew_watch (AtlasFeed *self);

void atlas_feed_set_stale (AtlasFeed *self, gboolean stale);

void atlas_feed_reload_automatically (AtlasFeed *self);

G_END_DECLS

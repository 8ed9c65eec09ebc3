/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-preferences.h"
#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FEED (atlas_feed_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFeed, atlas_feed, ATLAS, FEED, GObject)

AtlasFeed *
atlas_feed_new (AtlasSession *session, AtlasPreferences *preferences);

void atlas_feed_open (AtlasFeed *self, GFile *const *roots, gsize n_roots);

void atlas_feed_add (AtlasFeed *self, GFile *const *roots, gsize n_roots);

void atlas_feed_reload (AtlasFeed *self);

void atlas_feed_cancel (AtlasFeed *self);

void atlas_feed_dismiss (AtlasFeed *self);

GPtrArray *atlas_feed_get_roots (AtlasFeed *self);

gboolean atlas_feed_get_loading (AtlasFeed *self);

gboolean atlas_feed_get_stale (AtlasFeed *self);

void atlas_feed_get_progress (AtlasFeed *self,
                              guint *n_done,
                              guint *n_found,
                              gboolean *total_known);

G_END_DECLS

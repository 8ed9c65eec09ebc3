/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_WATCH (atlas_watch_get_type ())

G_DECLARE_FINAL_TYPE (AtlasWatch, atlas_watch, ATLAS, WATCH, GObject)

AtlasWatch *atlas_watch_new (void);

void atlas_watch_set_roots (AtlasWatch *self,
                            GFile *const *roots,
                            gsize n_roots,
                            gboolean recurse);

void atlas_watch_set_quiet_time (AtlasWatch *self, guint milliseconds);

gboolean atlas_watch_get_complete (AtlasWatch *self);

G_END_DECLS

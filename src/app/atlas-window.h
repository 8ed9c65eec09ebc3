/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-application.h"
#include "atlas-feed.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_WINDOW (atlas_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasWindow,
                      atlas_window,
                      ATLAS,
                      WINDOW,
                      AdwApplicationWindow)

AtlasWindow *atlas_window_new (AtlasApplication *application);

void atlas_window_open (AtlasWindow *self, GFile *const *files, gsize n_files);

gboolean atlas_window_is_empty (AtlasWindow *self);

AtlasSession *atlas_window_get_session (AtlasWindow *self);

AtlasFeed *atlas_window_get_feed (AtlasWindow *self);

void atlas_window_export_data (AtlasWindow *self, GFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_EDITIONS_WINDOW (atlas_editions_window_get_type ())

/* What became of the clusters between two editions: new, gone, renamed. */
G_DECLARE_FINAL_TYPE (AtlasEditionsWindow,
                      atlas_editions_window,
                      ATLAS,
                      EDITIONS_WINDOW,
                      AdwWindow)

GtkWidget *atlas_editions_window_new (AtlasSession *session, GtkWindow *parent);

G_END_DECLS

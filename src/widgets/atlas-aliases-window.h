/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ALIASES_WINDOW (atlas_aliases_window_get_type ())

/* The names that the user has joined, those that look alike, and those that
 * are never to be joined. Every change can be undone. */
G_DECLARE_FINAL_TYPE (AtlasAliasesWindow,
                      atlas_aliases_window,
                      ATLAS,
                      ALIASES_WINDOW,
                      AdwWindow)

GtkWidget *atlas_aliases_window_new (AtlasSession *session, GtkWindow *parent);

void
atlas_aliases_window_toast (AtlasAliasesWindow *self, const char *sentence);

G_END_DECLS

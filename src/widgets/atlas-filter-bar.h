/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FILTER_BAR (atlas_filter_bar_get_type ())

/* The filters of the session as chips that can be removed. Not visible when
 * there is none. */
G_DECLARE_FINAL_TYPE (AtlasFilterBar,
                      atlas_filter_bar,
                      ATLAS,
                      FILTER_BAR,
                      GtkWidget)

void atlas_filter_bar_set_session (AtlasFilterBar *self, AtlasSession *session);

G_END_DECLS

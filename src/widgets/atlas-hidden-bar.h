/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_HIDDEN_BAR (atlas_hidden_bar_get_type ())

/**
 * AtlasHiddenBar:
 *
 * Says on a page without rows, such as that of the charts, how many of the open
 * profiles are left out of what it shows, and offers the filters that do so.
 * It takes no room while all are shown.
 */
G_DECLARE_FINAL_TYPE (AtlasHiddenBar,
                      atlas_hidden_bar,
                      ATLAS,
                      HIDDEN_BAR,
                      GtkWidget)

GtkWidget *atlas_hidden_bar_new (AtlasSession *session);

G_END_DECLS

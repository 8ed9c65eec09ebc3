/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_DETAILS_VIEW (atlas_details_view_get_type ())

/**
 * AtlasDetailsView:
 *
 * All that is known of the current profile of a session: its figures, who
 * applies and publishes, its partners, what can be estimated, its other
 * editions and the user's note. Every figure leads to the line it was printed
 * on.
 *
 * Signals:
 *  - `show-source` (GFile file, const char *name, guint line)
 */
G_DECLARE_FINAL_TYPE (AtlasDetailsView,
                      atlas_details_view,
                      ATLAS,
                      DETAILS_VIEW,
                      GtkWidget)

void
atlas_details_view_set_session (AtlasDetailsView *self, AtlasSession *session);

G_END_DECLS

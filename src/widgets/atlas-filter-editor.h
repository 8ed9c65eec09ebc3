/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FILTER_EDITOR (atlas_filter_editor_get_type ())

/* A popover in which a filter is made. */
G_DECLARE_FINAL_TYPE (AtlasFilterEditor,
                      atlas_filter_editor,
                      ATLAS,
                      FILTER_EDITOR,
                      GtkPopover)

void atlas_filter_editor_set_session (AtlasFilterEditor *self,
                                      AtlasSession *session);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_PAGE_WINDOW (atlas_page_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPageWindow,
                      atlas_page_window,
                      ATLAS,
                      PAGE_WINDOW,
                      AdwWindow)

AtlasPageWindow *atlas_page_window_new (const char *title);

GtkBox *atlas_page_window_add_head (AtlasPageWindow *self);

AdwPreferencesGroup *
atlas_page_window_add_group (AtlasPageWindow *self, const char *title);

G_END_DECLS

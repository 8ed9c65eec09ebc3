/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-picture.h"
#include "atlas-preferences.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_EXPORT_WINDOW (atlas_export_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasExportWindow,
                      atlas_export_window,
                      ATLAS,
                      EXPORT_WINDOW,
                      AdwWindow)

AtlasExportWindow *
atlas_export_window_new (AtlasChart *chart, AtlasPreferences *preferences);

void atlas_export_window_get_settings (AtlasExportWindow *self,
                                       AtlasPictureSettings *settings);

void atlas_export_window_save (AtlasExportWindow *self, GFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-chart.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PICTURE_SVG,
  ATLAS_PICTURE_PDF,
  ATLAS_PICTURE_PNG,
} AtlasPictureFormat;

/**
 * AtlasPictureSettings:
 * @format: kind of file
 * @width: width in points (1/72 inch)
 * @height: height in points, 0 for what the chart wants at @width
 * @dpi: pixels per inch of a PNG, 36 to 1200
 * @theme: how it looks; its members `transparent` and `grey` count
 * @time: seconds since 1970 that a PDF says it was made
 */
typedef struct
{
  AtlasPictureFormat format;
  double width;
  double height;
  double dpi;
  AtlasTheme theme;
  gint64 time;
} AtlasPictureSettings;

#define ATLAS_PICTURE_SETTINGS_INIT(f)                              \
  {                                                                 \
    (f), 480.0, 0.0, 192.0, ATLAS_THEME_INIT (ATLAS_THEME_PRINT), 0 \
  }

/* The format that the ending of a file name says. */
gboolean
atlas_picture_format_from_name (const char *name, AtlasPictureFormat *format);

const char *atlas_picture_format_get_extension (AtlasPictureFormat format);

const char *atlas_picture_format_get_mime_type (AtlasPictureFormat format);

/* One chart as the bytes of a file. */
GBytes *atlas_picture_render (AtlasChart *chart,
                              const AtlasPictureSettings *settings,
                              GError **error);

G_END_DECLS

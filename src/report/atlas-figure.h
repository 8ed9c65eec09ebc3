/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

/* Labels the size of the text around; no text of a chart falls below 7
 * points. */
#define ATLAS_FIGURE_TEXT_SCALE 0.94

/* A chart with its number and caption below. Takes @chart. @tallest is how
 * high the chart may be, in points; 0 for as high as it wants. */
AtlasBlock *atlas_figure_new (AtlasChart *chart,
                              guint number,
                              const char *caption,
                              double tallest,
                              double space_before);

void atlas_figure_set_text_scale (AtlasBlock *block, double scale);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

/* A chart with its number and caption below. Takes @chart. @tallest is how
 * high the chart may be, in points; 0 for as high as it wants. */
AtlasBlock *atlas_figure_new (AtlasChart *chart,
                              guint number,
                              const char *caption,
                              double tallest,
                              double space_before);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-network-paint.h"
#include "atlas-chart-text.h"
#include "atlas-format.h"

G_BEGIN_DECLS

/**
 * AtlasNetworkLegend:
 *
 * What the colours, letters, sizes and lines of a scene stand for: one or more
 * columns of samples with words. Immutable; may be drawn on any thread.
 */
typedef struct _AtlasNetworkLegend AtlasNetworkLegend;

/* Width of one column at a text scale of 1. */
#define ATLAS_LEGEND_WIDTH 148.0

AtlasNetworkLegend *atlas_network_legend_new (AtlasNetworkScene *scene,
                                              AtlasText *text,
                                              const AtlasFormat *format,
                                              double width,
                                              double max_height);

void atlas_network_legend_free (AtlasNetworkLegend *self);

double atlas_network_legend_get_height (const AtlasNetworkLegend *self);

/* Whether it says what all colours and sizes stand for. */
gboolean atlas_network_legend_is_complete (const AtlasNetworkLegend *self);

void atlas_network_legend_draw (const AtlasNetworkLegend *self,
                                AtlasNetworkPainter *painter,
                                AtlasText *text,
                                cairo_t *cr,
                                double x,
                                double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetworkLegend, atlas_network_legend_free)

G_END_DECLS

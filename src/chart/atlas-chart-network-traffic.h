/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTraffic:
 *
 * How much line is drawn where on a map, in small cells: first lines are added,
 * then it is sealed, then it can be asked of boxes, each in the same time
 * however many lines there are.
 */
typedef struct _AtlasTraffic AtlasTraffic;

AtlasTraffic *atlas_traffic_new (double width, double height);

void atlas_traffic_free (AtlasTraffic *self);

void atlas_traffic_add_curve (AtlasTraffic *self,
                              const double start[2],
                              const double control[2],
                              const double end[2],
                              double start_radius,
                              double end_radius,
                              double weight);

void atlas_traffic_seal (AtlasTraffic *self);

double atlas_traffic_sum (const AtlasTraffic *self,
                          double x0,
                          double y0,
                          double x1,
                          double y1);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTraffic, atlas_traffic_free)

G_END_DECLS

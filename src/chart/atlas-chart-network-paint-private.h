/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-network-paint.h"
#include "atlas-chart-text.h"

G_BEGIN_DECLS

struct _AtlasNetworkPainter
{
  AtlasNetworkScene *scene;
  const AtlasTheme *theme;
  const AtlasSceneNode *nodes;
  const AtlasSceneEdge *edges;
  guint n_nodes;
  guint n_edges;
  AtlasText *text;
  double text_height;
  AtlasColor ground;
  AtlasColor ink;
  AtlasColor muted;
  AtlasColor plain;
  AtlasColor focus;
  AtlasColor accent;
  AtlasColor kinds[ATLAS_N_KINDS];
  double line_scale;
  double line_alpha;
  int moved;
  double moved_x;
  double moved_y;
  int omitted;
  gboolean halo;
};

void atlas_painter_set_color (cairo_t *cr, AtlasColor color, double alpha);

void atlas_painter_draw_line (AtlasNetworkPainter *self,
                              cairo_t *cr,
                              const AtlasEdgeLine *line,
                              AtlasKind kind,
                              gboolean bent,
                              gboolean mutual,
                              double alpha);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-network-legend.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_LEGEND_HEADING,
  ATLAS_LEGEND_GROUP,
  ATLAS_LEGEND_NODE,
  ATLAS_LEGEND_SIZE,
  ATLAS_LEGEND_LINE,
  ATLAS_LEGEND_ORDERS,
  ATLAS_LEGEND_NOTE,
} AtlasLegendRowType;

/* One line of the legend: a sample and what it stands for. */
typedef struct
{
  AtlasLegendRowType type;
  char *text;
  guint group;
  gboolean loaded;
  double radius;
  AtlasKind kind;
  guint order;
  gboolean mutual;
  double x;
  double y;
  double height;
} AtlasLegendRow;

/* How much a legend says: so many groups, so many sizes, and whether the
 * three orders stand in one row. */
typedef struct
{
  guint n_groups;
  guint n_sizes;
  gboolean one_order;
} AtlasLegendContent;

void atlas_legend_row_clear (gpointer data);

void atlas_legend_fill (GArray *rows,
                        AtlasNetworkScene *scene,
                        const AtlasFormat *format,
                        const AtlasLegendContent *content);

G_END_DECLS

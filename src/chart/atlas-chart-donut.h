/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-panel.h"

G_BEGIN_DECLS

/* A key of a ring: one holder, or the others. */
typedef struct
{
  const char *name;
  const char *share;
  const char *count;
  const char *spoken;
  double value;
  gboolean others;
  gssize profile;
  guint32 line;
} AtlasDonutSlice;

double atlas_donut_measure (const AtlasDonutSlice *slices,
                            guint n_slices,
                            AtlasText *text,
                            double width,
                            double unit);

/* A ring at the start of the box, its keys beside it. */
void atlas_donut_layout (const AtlasDonutSlice *slices,
                         guint n_slices,
                         AtlasInk accent,
                         AtlasChartLayout *layout,
                         AtlasBox box);

G_END_DECLS

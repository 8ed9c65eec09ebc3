/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

/**
 * AtlasFrame:
 * @x: left edge, in points
 * @y: top edge
 * @width: width
 * @height: height
 *
 * The part of a sheet between the margins, heads and feet that text may fill.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AtlasFrame;

/**
 * AtlasPosition:
 * @block: index of the block that comes next
 * @row: row of it that comes next
 *
 * How far a list of blocks has been put on pages.
 */
typedef struct
{
  guint block;
  guint row;
} AtlasPosition;

/* Fills one page from @position on, and moves it on. Says whether anything is
 * left for another page. */
gboolean atlas_flow_fill (GPtrArray *blocks,
                          AtlasPosition *position,
                          AtlasSheet *sheet,
                          const AtlasFrame *frame);

G_END_DECLS

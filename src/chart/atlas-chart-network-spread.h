/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasSpreadDisc:
 * @x: centre, in points
 * @y: centre
 * @radius: radius
 * @fixed: whether it must stay where it is
 */
typedef struct
{
  double x;
  double y;
  double radius;
  gboolean fixed;
} AtlasSpreadDisc;

/* Moves discs apart until none overlaps another, as little as possible. */
void atlas_spread_discs (AtlasSpreadDisc *discs,
                         guint n_discs,
                         double gap,
                         double width,
                         double height);

G_END_DECLS

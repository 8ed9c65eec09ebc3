/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasBox:
 * @width: its size
 * @height: its size
 * @x: where its left edge is put
 * @y: where its top edge is put
 */
typedef struct
{
  double width;
  double height;
  double x;
  double y;
} AtlasBox;

void atlas_layout_pack (AtlasBox *boxes, guint32 n_boxes, double aspect);

G_END_DECLS

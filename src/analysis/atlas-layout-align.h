/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double atlas_layout_align (guint32 n,
                           const guint8 *anchors,
                           const double *to_x,
                           const double *to_y,
                           double *x,
                           double *y);

void atlas_layout_orient (guint32 n, double *x, double *y);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-crew.h"

G_BEGIN_DECLS

gboolean atlas_layout_push (guint32 n,
                            const guint8 *fixed,
                            double *x,
                            double *y,
                            double *radius,
                            AtlasCrew *crew);

G_END_DECLS

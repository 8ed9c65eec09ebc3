/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/**
 * AtlasLabels:
 *
 * Finds places for labels beside dots, so that no label lies over another, over
 * a dot, or outside the bounds.
 */
typedef struct _AtlasLabels AtlasLabels;

AtlasLabels *atlas_labels_new (AtlasBox bounds);

void atlas_labels_free (AtlasLabels *self);

/* Keeps labels away from a box. All are to be added before the first place. */
void atlas_labels_avoid (AtlasLabels *self, AtlasBox box);

/* A box of @width and @height beside the dot of @radius at @x, @y; FALSE where
 * there is none. The box found is kept free from then on. */
gboolean atlas_labels_place (AtlasLabels *self,
                             double x,
                             double y,
                             double radius,
                             double width,
                             double height,
                             AtlasBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLabels, atlas_labels_free)

G_END_DECLS

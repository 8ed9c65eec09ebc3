/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/**
 * AtlasDotLabels:
 *
 * Finds places for labels beside dots, so that no label lies over another, over
 * a dot, or outside the bounds.
 */
typedef struct _AtlasDotLabels AtlasDotLabels;

AtlasDotLabels *atlas_dot_labels_new (AtlasBox bounds);

void atlas_dot_labels_free (AtlasDotLabels *self);

/* Labels that fit neither beside their dot nor into @inner may stand outside of
 * it; usually that is the same as the bounds. */
void atlas_dot_labels_prefer (AtlasDotLabels *self, AtlasBox inner);

/* Keeps labels away from a box. All are to be added before the first place. */
void atlas_dot_labels_avoid (AtlasDotLabels *self, AtlasBox box);

/* A box of @width and @height beside the dot of @radius at @x, @y; FALSE where
 * there is none. The box found is kept free from then on. */
gboolean atlas_dot_labels_place (AtlasDotLabels *self,
                                 double x,
                                 double y,
                                 double radius,
                                 double width,
                                 double height,
                                 AtlasBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasDotLabels, atlas_dot_labels_free)

G_END_DECLS

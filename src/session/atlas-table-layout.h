/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-column.h"

G_BEGIN_DECLS

/**
 * AtlasTableLayout:
 *
 * Which columns of a table are shown, in which order, how wide. Plain data.
 */
typedef struct _AtlasTableLayout AtlasTableLayout;

AtlasTableLayout *atlas_table_layout_new (AtlasTableKind kind);

void atlas_table_layout_free (AtlasTableLayout *self);

void atlas_table_layout_reset (AtlasTableLayout *self);

const guint *atlas_table_layout_get_order (const AtlasTableLayout *self);

gboolean
atlas_table_layout_move (AtlasTableLayout *self, guint column, guint position);

gboolean
atlas_table_layout_get_visible (const AtlasTableLayout *self, guint column);

gboolean atlas_table_layout_set_visible (AtlasTableLayout *self,
                                         guint column,
                                         gboolean visible);

int atlas_table_layout_get_width (const AtlasTableLayout *self, guint column);

gboolean
atlas_table_layout_set_width (AtlasTableLayout *self, guint column, int width);

GVariant *atlas_table_layout_to_variant (const AtlasTableLayout *self);

void atlas_table_layout_restore (AtlasTableLayout *self, GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTableLayout, atlas_table_layout_free)

G_END_DECLS

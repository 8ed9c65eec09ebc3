/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-filter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FILTER_SET (atlas_filter_set_get_type ())

/* The chips: a GListModel of AtlasFilter. A profile is shown when it passes
 * all of them. */
G_DECLARE_FINAL_TYPE (AtlasFilterSet,
                      atlas_filter_set,
                      ATLAS,
                      FILTER_SET,
                      GObject)

AtlasFilterSet *atlas_filter_set_new (void);

guint atlas_filter_set_get_n_filters (AtlasFilterSet *self);

AtlasFilter *atlas_filter_set_get (AtlasFilterSet *self, guint position);

gboolean
atlas_filter_set_matches (AtlasFilterSet *self, AtlasDocument *document);

AtlasFilterSet *atlas_filter_set_copy (AtlasFilterSet *self);

GVariant *atlas_filter_set_to_variant (AtlasFilterSet *self);

void atlas_filter_set_replace (AtlasFilterSet *self, GVariant *variant);

G_END_DECLS

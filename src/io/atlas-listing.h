/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-file-list.h"

G_BEGIN_DECLS

/**
 * AtlasListing:
 *
 * A walk through folders on a thread of its own, which is never waited for: a
 * folder on a dead mount may hang for ever. Counted.
 */
typedef struct _AtlasListing AtlasListing;

/* Called on the thread of the walk, after its last item. */
typedef void (*AtlasListedFunc) (gpointer user_data);

AtlasListing *atlas_listing_start (GFile *const *roots,
                                   gsize n_roots,
                                   gboolean recurse,
                                   AtlasFoundFunc found,
                                   AtlasListedFunc listed,
                                   gpointer user_data,
                                   GDestroyNotify destroy);

AtlasListing *atlas_listing_ref (AtlasListing *self);

void atlas_listing_unref (AtlasListing *self);

void atlas_listing_cancel (AtlasListing *self);

gboolean atlas_listing_is_done (AtlasListing *self);

guint atlas_listing_get_n_found (AtlasListing *self);

guint atlas_listing_get_n_skipped (AtlasListing *self);

gint64 atlas_listing_get_silence (AtlasListing *self);

AtlasFileItem *atlas_listing_give_up (AtlasListing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasListing, atlas_listing_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-document.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SELECTION (atlas_selection_get_type ())

/* What is selected, in all views at once: documents, and places by key. The
 * signal `changed` is emitted after each change. */
G_DECLARE_FINAL_TYPE (AtlasSelection,
                      atlas_selection,
                      ATLAS,
                      SELECTION,
                      GObject)

AtlasSelection *atlas_selection_new (void);

gboolean
atlas_selection_contains (AtlasSelection *self, AtlasDocument *document);

gboolean
atlas_selection_contains_place (AtlasSelection *self, const char *place);

guint atlas_selection_get_n_documents (AtlasSelection *self);

guint atlas_selection_get_n_places (AtlasSelection *self);

GPtrArray *atlas_selection_dup_documents (AtlasSelection *self);

char **atlas_selection_dup_places (AtlasSelection *self);

AtlasDocument *atlas_selection_get_current (AtlasSelection *self);

const char *atlas_selection_get_current_place (AtlasSelection *self);

void atlas_selection_set (AtlasSelection *self,
                          GHashTable *documents,
                          GHashTable *places,
                          AtlasDocument *current,
                          const char *current_place);

G_END_DECLS

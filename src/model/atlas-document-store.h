/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-document.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_DOCUMENT_STORE (atlas_document_store_get_type ())

G_DECLARE_FINAL_TYPE (AtlasDocumentStore,
                      atlas_document_store,
                      ATLAS,
                      DOCUMENT_STORE,
                      GObject)

AtlasDocumentStore *atlas_document_store_new (void);

guint atlas_document_store_get_n_documents (AtlasDocumentStore *self);

AtlasDocument *
atlas_document_store_get (AtlasDocumentStore *self, guint position);

AtlasDocument *const *
atlas_document_store_peek (AtlasDocumentStore *self, guint *n_documents);

gboolean atlas_document_store_find (AtlasDocumentStore *self,
                                    AtlasDocument *document,
                                    guint *position);

void atlas_document_store_splice (AtlasDocumentStore *self,
                                  guint position,
                                  guint n_removed,
                                  AtlasDocument *const *added,
                                  guint n_added);

void atlas_document_store_append (AtlasDocumentStore *self,
                                  AtlasDocument *const *documents,
                                  guint n_documents);

guint atlas_document_store_remove_all (AtlasDocumentStore *self,
                                       GHashTable *documents);

void atlas_document_store_clear (AtlasDocumentStore *self);

gboolean atlas_document_store_has_file (AtlasDocumentStore *self, GFile *file);

G_END_DECLS

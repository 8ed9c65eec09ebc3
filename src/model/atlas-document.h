/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-problem.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_DOCUMENT (atlas_document_get_type ())

G_DECLARE_FINAL_TYPE (AtlasDocument, atlas_document, ATLAS, DOCUMENT, GObject)

AtlasDocument *
atlas_document_new (const AtlasProfile *profile, GFile *file, guint n_problems);

const AtlasProfile *atlas_document_get_profile (AtlasDocument *self);

GFile *atlas_document_get_file (AtlasDocument *self);

const char *atlas_document_get_place (AtlasDocument *self);

const char *atlas_document_get_key (AtlasDocument *self);

guint atlas_document_get_n_problems (AtlasDocument *self);

gboolean atlas_document_get_repeated (AtlasDocument *self);

void atlas_document_set_repeated (AtlasDocument *self, gboolean repeated);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-json.h"

G_BEGIN_DECLS

void atlas_variant_write_json (GString *out, GVariant *value, guint indent);

GVariant *
atlas_variant_from_json (const AtlasJson *json, const GVariantType *type);

G_END_DECLS

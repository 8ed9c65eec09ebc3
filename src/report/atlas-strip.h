/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

typedef struct _AtlasStrip AtlasStrip;

/* Key figures side by side, each with its name above and a remark below. */
AtlasStrip *atlas_strip_new (AtlasStyle style, double space_before);

/* @remark may be NULL. */
void atlas_strip_add (AtlasStrip *self,
                      const char *label,
                      const char *value,
                      const char *remark);

void atlas_strip_set_padding (AtlasStrip *self, double padding);

G_END_DECLS

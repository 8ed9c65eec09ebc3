/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-column.h"
#include "atlas-format.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CELL (atlas_cell_get_type ())

/* A cell of a table: one line of text, before a bar where it is a share. A
 * view builds hundreds of rows of these, so there is as little in it as can
 * be. */
G_DECLARE_FINAL_TYPE (AtlasCell, atlas_cell, ATLAS, CELL, GtkWidget)

GtkWidget *atlas_cell_new (const AtlasColumn *column);

void atlas_cell_set_value (AtlasCell *self,
                           const AtlasFormat *format,
                           const AtlasValue *value);

const char *atlas_cell_get_text (AtlasCell *self);

G_END_DECLS

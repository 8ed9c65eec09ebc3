/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-cell-pen.h"
#include "atlas-column.h"
#include "atlas-format.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CELL (atlas_cell_get_type ())

/* A cell of a table: one line of text, before a bar where it is a share. A
 * view builds hundreds of rows of these, of which a screen shows a few: it
 * draws by itself, and asks for its value when it is drawn. */
G_DECLARE_FINAL_TYPE (AtlasCell, atlas_cell, ATLAS, CELL, GtkWidget)

/* Gives @cell its value by atlas_cell_set_value(). */
typedef void (*AtlasCellFillFunc) (AtlasCell *cell,
                                   guint position,
                                   gpointer owner);

GtkWidget *atlas_cell_new (const AtlasColumn *column, AtlasCellPen *pen);

const AtlasColumn *atlas_cell_get_column (AtlasCell *self);

guint atlas_cell_get_position (AtlasCell *self);

void atlas_cell_set_source (AtlasCell *self,
                            guint position,
                            AtlasCellFillFunc fill,
                            gpointer owner);

void atlas_cell_renew (AtlasCell *self);

void atlas_cell_set_value (AtlasCell *self,
                           const AtlasFormat *format,
                           const AtlasValue *value);

const char *atlas_cell_get_text (AtlasCell *self);

G_END_DECLS

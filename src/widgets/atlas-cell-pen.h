/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasCellPen:
 *
 * What the cells of a view draw their text with: one layout for all of them,
 * which a label of its own in each cell would cost a context, a layout and a
 * measurement for.
 */
typedef struct _AtlasCellPen AtlasCellPen;

AtlasCellPen *atlas_cell_pen_new (GtkWidget *view);

AtlasCellPen *atlas_cell_pen_ref (AtlasCellPen *self);

void atlas_cell_pen_unref (AtlasCellPen *self);

int atlas_cell_pen_get_height (AtlasCellPen *self);

int atlas_cell_pen_get_char_width (AtlasCellPen *self);

int
atlas_cell_pen_measure (AtlasCellPen *self, const char *text, gboolean figures);

void atlas_cell_pen_draw (AtlasCellPen *self,
                          GtkSnapshot *snapshot,
                          const char *text,
                          gboolean figures,
                          double align,
                          const GdkRectangle *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCellPen, atlas_cell_pen_unref)

G_END_DECLS

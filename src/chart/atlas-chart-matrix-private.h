/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/* Side of a cell, and the smallest one that holds figures, in points at a text
 * scale of 1. */
#define CELL 19.0
#define CELL_WITH_FIGURES 15.0
#define MIN_CELL 1.0

/* Below this a cell is one dot, which is no smaller than the second. */
#define SMALL_CELL 6.0
#define MIN_DOT 2.2

/* Rows and columns narrower than this keep no names. */
#define MIN_NAMED 9.0

/* Part of the room that names may take. */
#define MAX_NAMES 0.34

/* How steep the names of columns stand. */
#define TURN (-G_PI / 3)

/* One place named by another, for one kind or both. */
typedef struct
{
  guint row;
  guint column;
  guint links[ATLAS_N_KINDS];
  guint8 orders[ATLAS_N_KINDS];
  gboolean mutual;
} AtlasMatrixCell;

typedef struct
{
  AtlasNetwork *network;
  AtlasTheme theme;
  char *font_family;
  guint *rows;
  guint *columns;
  guint n_rows;
  guint n_columns;
  GArray *cells;
  AtlasMatrixOrder order;
  double left;
  double top;
  double side;
  double names_width;
  double names_height;
  gboolean has_names;
  gboolean has_figures;
  char *key[4];
  char *hidden;
} AtlasMatrix;

AtlasMatrix *
atlas_matrix_new (const AtlasChart *chart, const AtlasTheme *theme);

void atlas_matrix_free (gpointer data);

const AtlasPlace *atlas_matrix_get_place (const AtlasMatrix *self, guint index);

double atlas_matrix_get_widest_name (const AtlasMatrix *self,
                                     AtlasText *text,
                                     const guint *indices,
                                     guint n_indices);

double atlas_matrix_get_key_height (AtlasText *text);

void atlas_matrix_fit (AtlasMatrix *self,
                       AtlasText *text,
                       double width,
                       double height);

double atlas_matrix_get_cell_x (const AtlasMatrix *self, guint column);

void atlas_matrix_paint (gconstpointer data,
                         cairo_t *cr,
                         AtlasText *text,
                         const AtlasBox *box);

G_END_DECLS

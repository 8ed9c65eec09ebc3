/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-matrix-private.h"

#include "atlas-gettext.h"
#include <math.h>

static void
set_ink (const AtlasMatrix *self, cairo_t *cr, AtlasInk ink, double alpha)
{
  AtlasColor color = atlas_theme_get_color (&self->theme, ink);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                         color.alpha * alpha);
}

static AtlasInk
kind_ink (AtlasKind kind)
{
  return atlas_ink_series (kind == ATLAS_PATENTS ? 0 : 2);
}

/* The half of a cell that tells of one kind: patents are filled, articles are
 * framed, and the order stands in it. */
static void
paint_half (const AtlasMatrix *self,
            cairo_t *cr,
            AtlasText *text,
            AtlasKind kind,
            guint order,
            double x,
            double y,
            double side,
            gboolean figures)
{
  double half = side / 2;
  double left = kind == ATLAS_PATENTS ? x : x + half;
  double inset = 1.0;
  double frame = MIN (1.4, side / 8);
  char digit[2] = { (char) ('0' + order), '\0' };
  double line;

  cairo_rectangle (cr, left + inset / 2, y + inset, half - inset / 2,
                   side - 2 * inset);
  if (kind == ATLAS_PATENTS)
    {
      set_ink (self, cr, kind_ink (kind), figures ? 1.0 : 1.15 - 0.25 * order);
      cairo_fill (cr);
    }
  else
    {
      set_ink (self, cr, kind_ink (kind), 0.22);
      cairo_fill (cr);
      cairo_rectangle (cr, left + inset / 2 + frame / 2, y + inset + frame / 2,
                       half - inset / 2 - frame, side - 2 * inset - frame);
      set_ink (self, cr, kind_ink (kind), 1.0);
      cairo_set_line_width (cr, frame);
      cairo_stroke (cr);
    }
  if (!figures)
    return;
  line = atlas_text_get_line_height (text, ATLAS_TEXT_TICK);
  set_ink (self, cr, kind == ATLAS_PATENTS ? ATLAS_INK_GROUND : ATLAS_INK_TEXT,
           1.0);
  atlas_text_draw (text, cr, digit, ATLAS_TEXT_TICK, ATLAS_ALIGN_CENTER,
                   left - 4, y + (side - line) / 2, half + 8, 1);
}

/* A cell too small for halves: one dot, large enough to be seen, in the colour
 * of patents, of articles, or of text for both. */
static void
paint_dot (const AtlasMatrix *self,
           cairo_t *cr,
           const AtlasMatrixCell *cell,
           double x,
           double y)
{
  gboolean patents = cell->orders[ATLAS_PATENTS] > 0;
  gboolean articles = cell->orders[ATLAS_ARTICLES] > 0;
  double dot = MAX (self->side, MIN_DOT);
  double shift = (self->side - dot) / 2;

  if (patents && articles)
    set_ink (self, cr, ATLAS_INK_TEXT, 1.0);
  else
    set_ink (self, cr, kind_ink (patents ? ATLAS_PATENTS : ATLAS_ARTICLES),
             1.0);
  cairo_rectangle (cr, x + shift, y + shift, dot, dot);
  cairo_fill (cr);
}

static void
paint_frame (const AtlasMatrix *self,
             cairo_t *cr,
             double x,
             double y,
             double side)
{
  set_ink (self, cr, ATLAS_INK_TEXT, 1.0);
  cairo_set_line_width (cr, MIN (1.6, side / 6));
  cairo_rectangle (cr, x, y, side, side);
  cairo_stroke (cr);
}

/* Lines of the grid; stronger between communities. */
static void
paint_grid (const AtlasMatrix *self, cairo_t *cr)
{
  double right = self->left + self->side * self->n_columns;
  double bottom = self->top + self->side * self->n_rows;
  gboolean fine = self->side >= 5;
  gboolean by_community = self->order == ATLAS_MATRIX_BY_COMMUNITY;

  for (guint i = 0; i <= self->n_rows; i++)
    {
      double y = self->top + i * self->side;
      gboolean border =
          i == 0 || i == self->n_rows
          || (by_community
              && atlas_matrix_get_place (self, self->rows[i])->community
                     != atlas_matrix_get_place (self, self->rows[i - 1])
                            ->community);

      if (!border && !fine)
        continue;
      set_ink (self, cr, border ? ATLAS_INK_AXIS : ATLAS_INK_GRID, 1.0);
      cairo_set_line_width (cr, border && fine ? 0.8 : 0.5);
      cairo_move_to (cr, self->left, y);
      cairo_line_to (cr, right, y);
      cairo_stroke (cr);
    }
  for (guint i = 0; i <= self->n_columns; i++)
    {
      double x = self->theme.right_to_left ? right - i * self->side
                                           : self->left + i * self->side;
      gboolean border =
          i == 0 || i == self->n_columns
          || (by_community
              && atlas_matrix_get_place (self, self->columns[i])->community
                     != atlas_matrix_get_place (self, self->columns[i - 1])
                            ->community);

      if (!border && !fine)
        continue;
      set_ink (self, cr, border ? ATLAS_INK_AXIS : ATLAS_INK_GRID, 1.0);
      cairo_set_line_width (cr, border && fine ? 0.8 : 0.5);
      cairo_move_to (cr, x, self->top);
      cairo_line_to (cr, x, bottom);
      cairo_stroke (cr);
    }
}

/* Names stand before the rows and lean over the columns to the end of the
 * line. */
static void
paint_names (const AtlasMatrix *self, cairo_t *cr, AtlasText *text)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double length = MAX (self->names_height / sin (-TURN) - 6, 10);
  gboolean mirrored = self->theme.right_to_left;
  double beside = mirrored ? self->left + self->n_columns * self->side + 5 : 0;

  if (!self->has_names)
    return;
  set_ink (self, cr, ATLAS_INK_TEXT, 1.0);
  for (guint i = 0; i < self->n_rows; i++)
    atlas_text_draw (
        text, cr, atlas_matrix_get_place (self, self->rows[i])->label,
        ATLAS_TEXT_LABEL, mirrored ? ATLAS_ALIGN_START : ATLAS_ALIGN_END,
        beside, self->top + (i + 0.5) * self->side - line / 2,
        self->names_width - 5, 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, atlas_matrix_get_cell_x (self, i) + self->side / 2,
                       self->top - 4);
      cairo_rotate (cr, mirrored ? -TURN : TURN);
      atlas_text_draw (
          text, cr, atlas_matrix_get_place (self, self->columns[i])->label,
          ATLAS_TEXT_LABEL, mirrored ? ATLAS_ALIGN_END : ATLAS_ALIGN_START,
          mirrored ? -length : 0, -line / 2, length, 1);
      cairo_restore (cr);
    }
}

/* Cells where a place would name itself. */
static void
paint_diagonal (const AtlasMatrix *self, cairo_t *cr)
{
  set_ink (self, cr, ATLAS_INK_BAND, 1.0);
  for (guint i = 0, j = 0; i < self->n_rows; i++)
    for (j = 0; j < self->n_columns; j++)
      if (self->rows[i] == self->columns[j])
        {
          cairo_rectangle (cr, atlas_matrix_get_cell_x (self, j),
                           self->top + i * self->side, self->side, self->side);
          cairo_fill (cr);
          break;
        }
}

static void
paint_key (const AtlasMatrix *self, cairo_t *cr, AtlasText *text, double width)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double side = line;
  gboolean mirrored = self->theme.right_to_left;
  double x = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->key) && self->key[i] != NULL; i++)
    {
      double room = width - x - (i < 2 ? side + 4 : 0);
      double left = mirrored ? width - x - side : x;
      AtlasTextSize size;

      if (room < 20)
        break;
      size = atlas_text_measure (text, self->key[i], ATLAS_TEXT_LABEL, room, 1);
      if (i == 3)
        paint_frame (self, cr, left + 1, 1, side - 2);
      else if (i < 2)
        paint_half (self, cr, text, (AtlasKind) i, 1,
                    i == 0 ? left + side / 4 : left - side / 4, 0, side,
                    self->has_figures);
      if (i != 2)
        x += side + 4;
      set_ink (self, cr, ATLAS_INK_TEXT, 1.0);
      atlas_text_draw (text, cr, self->key[i], ATLAS_TEXT_LABEL,
                       mirrored ? ATLAS_ALIGN_END : ATLAS_ALIGN_START,
                       mirrored ? width - x - size.width - 4 : x, 0,
                       size.width + 4, 1);
      x += size.width + 16;
    }
}

/**
 * atlas_matrix_paint:
 * @data: a matrix
 * @cr: where to draw
 * @text: writes the words
 * @box: the room that it was fitted to
 */
void
atlas_matrix_paint (gconstpointer data,
                    cairo_t *cr,
                    AtlasText *text,
                    const AtlasBox *box)
{
  const AtlasMatrix *self = data;

  cairo_translate (cr, box->x, box->y);
  paint_key (self, cr, text, box->width);
  paint_diagonal (self, cr);
  paint_grid (self, cr);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const AtlasMatrixCell *cell =
          &g_array_index (self->cells, AtlasMatrixCell, i);
      double x = atlas_matrix_get_cell_x (self, cell->column);
      double y = self->top + cell->row * self->side;

      if (self->side < SMALL_CELL)
        {
          paint_dot (self, cr, cell, x, y);
          continue;
        }
      for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
        if (cell->orders[kind] > 0)
          paint_half (self, cr, text, (AtlasKind) kind, cell->orders[kind], x,
                      y, self->side, self->has_figures);
      if (cell->mutual)
        paint_frame (self, cr, x, y, self->side);
    }
  paint_names (self, cr, text);
  if (self->hidden != NULL)
    {
      set_ink (self, cr, ATLAS_INK_MUTED, 1.0);
      atlas_text_draw (text, cr, self->hidden, ATLAS_TEXT_NOTE,
                       self->theme.right_to_left ? ATLAS_ALIGN_END
                                                 : ATLAS_ALIGN_START,
                       0, box->height - 10, box->width, 1);
    }
}

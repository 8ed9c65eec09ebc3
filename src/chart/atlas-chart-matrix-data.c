/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-matrix-private.h"

#include <math.h>
#include <string.h>

#define KEY_GAP 10.0

typedef struct
{
  const AtlasPlace *places;
  const AtlasNetworkOptions *options;
} Sorting;

/**
 * atlas_matrix_free:
 * @data: a matrix
 */
void
atlas_matrix_free (gpointer data)
{
  AtlasMatrix *self = data;

  atlas_network_unref (self->network);
  g_free (self->font_family);
  g_free (self->rows);
  g_free (self->columns);
  g_array_unref (self->cells);
  for (guint i = 0; i < G_N_ELEMENTS (self->key); i++)
    g_free (self->key[i]);
  g_free (self->hidden);
  g_free (self);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Sorting *sorting = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  const AtlasPlace *p = &sorting->places[i];
  const AtlasPlace *q = &sorting->places[j];
  double u = atlas_node_measure_get_value (sorting->options->size, p);
  double v = atlas_node_measure_get_value (sorting->options->size, q);

  if (sorting->options->matrix_order == ATLAS_MATRIX_BY_COMMUNITY
      && p->community != q->community)
    return p->community < q->community ? -1 : 1;
  if (sorting->options->matrix_order != ATLAS_MATRIX_BY_NAME && u > v)
    return -1;
  if (sorting->options->matrix_order != ATLAS_MATRIX_BY_NAME && u < v)
    return 1;
  return strcmp (p->id, q->id);
}

/* Rows are the places that name, columns those that are named; both stand in
 * the same order. */
static void
choose_places (AtlasMatrix *self, const AtlasNetworkOptions *options)
{
  g_autofree guint *order = NULL;
  g_autofree guint8 *named = NULL;
  const AtlasLink *links;
  Sorting sorting = { NULL, options };
  gsize n_places;
  gsize n_links;

  sorting.places = atlas_network_get_places (self->network, &n_places);
  links = atlas_network_get_links (self->network, &n_links);
  order = g_new (guint, n_places + 1);
  named = g_new0 (guint8, n_places + 1);
  for (gsize i = 0; i < n_places; i++)
    order[i] = (guint) i;
  g_qsort_with_data (order, (int) n_places, sizeof *order, compare_places,
                     &sorting);
  for (gsize i = 0; i < n_links; i++)
    {
      named[links[i].source] |= 1;
      named[links[i].target] |= 2;
    }

  self->rows = g_new (guint, n_places + 1);
  self->columns = g_new (guint, n_places + 1);
  for (gsize i = 0; i < n_places; i++)
    {
      if ((named[order[i]] & 1) != 0)
        self->rows[self->n_rows++] = order[i];
      if ((named[order[i]] & 2) != 0)
        self->columns[self->n_columns++] = order[i];
    }
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const AtlasMatrixCell *p = a;
  const AtlasMatrixCell *q = b;

  if (p->row != q->row)
    return p->row < q->row ? -1 : 1;
  return p->column < q->column ? -1 : p->column > q->column;
}

static void
fill_cells (AtlasMatrix *self)
{
  g_autofree guint *row_of = NULL;
  g_autofree guint *column_of = NULL;
  const AtlasLink *links;
  gsize n_places;
  gsize n_links;
  guint kept = 0;

  atlas_network_get_places (self->network, &n_places);
  links = atlas_network_get_links (self->network, &n_links);
  row_of = g_new0 (guint, n_places + 1);
  column_of = g_new0 (guint, n_places + 1);
  for (guint i = 0; i < self->n_rows; i++)
    row_of[self->rows[i]] = i;
  for (guint i = 0; i < self->n_columns; i++)
    column_of[self->columns[i]] = i;

  for (gsize i = 0; i < n_links; i++)
    {
      AtlasMatrixCell cell = { .row = row_of[links[i].source],
                               .column = column_of[links[i].target],
                               .mutual = links[i].answer == ATLAS_LINK_MUTUAL };

      cell.orders[links[i].kind] = (guint8) CLAMP (links[i].order, 1, 3);
      cell.links[links[i].kind] = (guint) i;
      g_array_append_val (self->cells, cell);
    }
  g_array_sort (self->cells, compare_cells);

  for (guint i = 0; i < self->cells->len; i++)
    {
      AtlasMatrixCell *cell = &g_array_index (self->cells, AtlasMatrixCell, i);
      AtlasMatrixCell *last =
          kept > 0 ? &g_array_index (self->cells, AtlasMatrixCell, kept - 1)
                   : NULL;

      if (last == NULL || compare_cells (cell, last) != 0)
        {
          g_array_index (self->cells, AtlasMatrixCell, kept++) = *cell;
          continue;
        }
      last->mutual |= cell->mutual;
      for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
        if (cell->orders[kind] > 0
            && (last->orders[kind] == 0
                || cell->orders[kind] < last->orders[kind]))
          {
            last->orders[kind] = cell->orders[kind];
            last->links[kind] = cell->links[kind];
          }
    }
  g_array_set_size (self->cells, kept);
}

/**
 * atlas_matrix_new:
 * @chart: a chart of a network
 * @theme: how it looks
 *
 * Returns: (transfer full): who names whom, in rows and columns
 */
AtlasMatrix *
atlas_matrix_new (const AtlasChart *chart, const AtlasTheme *theme)
{
  AtlasMatrix *self = g_new0 (AtlasMatrix, 1);

  self->network = atlas_network_ref (chart->network);
  self->theme = *theme;
  self->font_family = g_strdup (theme->font_family);
  self->theme.font_family = self->font_family;
  self->order = chart->network_options.matrix_order;
  self->cells = g_array_new (FALSE, TRUE, sizeof (AtlasMatrixCell));
  choose_places (self, &chart->network_options);
  fill_cells (self);

  return self;
}

/**
 * atlas_matrix_get_place:
 * @self: a matrix
 * @index: index of a place
 *
 * Returns: (transfer none): the place
 */
const AtlasPlace *
atlas_matrix_get_place (const AtlasMatrix *self, guint index)
{
  gsize n_places;

  return &atlas_network_get_places (self->network, &n_places)[index];
}

/**
 * atlas_matrix_get_widest_name:
 * @self: a matrix
 * @text: measures
 * @indices: (array length=n_indices): places
 * @n_indices: how many
 *
 * Returns: width of the widest of their names
 */
double
atlas_matrix_get_widest_name (const AtlasMatrix *self,
                              AtlasText *text,
                              const guint *indices,
                              guint n_indices)
{
  double widest = 0;

  for (guint i = 0; i < n_indices; i++)
    widest =
        MAX (widest, atlas_text_measure (
                         text, atlas_matrix_get_place (self, indices[i])->label,
                         ATLAS_TEXT_LABEL, 0, 1)
                         .width);

  return widest;
}

/**
 * atlas_matrix_get_key_height:
 * @text: measures
 *
 * Returns: height of the line that says what the signs mean
 */
double
atlas_matrix_get_key_height (AtlasText *text)
{
  return atlas_text_get_line_height (text, ATLAS_TEXT_LABEL) * 1.3 + KEY_GAP;
}

/**
 * atlas_matrix_fit:
 * @self: a matrix
 * @text: measures
 * @width: room for it
 * @height: the same, downwards
 *
 * Finds the largest cells that fit. From right to left the whole stands at the
 * right, names of rows behind the cells. Names are kept as long as the cells
 * are as high as a line.
 */
void
atlas_matrix_fit (AtlasMatrix *self,
                  AtlasText *text,
                  double width,
                  double height)
{
  double scale = self->theme.text_scale;
  double widest_row =
      atlas_matrix_get_widest_name (self, text, self->rows, self->n_rows)
      + 6 * scale;
  double widest_column =
      atlas_matrix_get_widest_name (self, text, self->columns, self->n_columns)
      + 6 * scale;
  double most;
  double room;

  self->top = atlas_matrix_get_key_height (text);
  self->has_names = TRUE;
  self->names_width = MIN (widest_row, width * MAX_NAMES);
  /* Few rows leave more room to the names above them. */
  most = MAX (height * MAX_NAMES,
              height - self->top - self->n_rows * CELL * scale);
  self->names_height = MIN (widest_column * sin (-TURN) + 12 * scale, most);
  /* The last name of a column leans out to the end. */
  room = width - self->names_width - self->names_height / tan (-TURN);
  self->side =
      MIN (room / MAX (self->n_columns, 1u),
           (height - self->top - self->names_height) / MAX (self->n_rows, 1u));
  if (self->side < MIN_NAMED * scale)
    {
      self->has_names = FALSE;
      self->names_width = 0;
      self->names_height = 0;
      self->side = MIN (width / MAX (self->n_columns, 1u),
                        (height - self->top) / MAX (self->n_rows, 1u));
    }
  self->side = CLAMP (self->side, MIN_CELL / 4, CELL * 1.4 * scale);
  self->has_figures = self->side >= CELL_WITH_FIGURES * scale;
  self->left = self->names_width;
  if (self->theme.right_to_left)
    self->left = width - self->names_width - self->n_columns * self->side;
  self->top += self->names_height;
}

/**
 * atlas_matrix_get_cell_x:
 * @self: a matrix that is fitted
 * @column: index of a column
 *
 * Returns: the left edge of its cells; columns run to the end of the line
 */
double
atlas_matrix_get_cell_x (const AtlasMatrix *self, guint column)
{
  guint place =
      self->theme.right_to_left ? self->n_columns - 1 - column : column;

  return self->left + place * self->side;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

#include "atlas-gettext.h"
#include <math.h>
#include <string.h>

#include "atlas-chart-network-words.h"

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

#define KEY_GAP 10.0

/* One place named by another, for one kind or both. */
typedef struct
{
  guint row;
  guint column;
  guint links[ATLAS_N_KINDS];
  guint8 orders[ATLAS_N_KINDS];
  gboolean mutual;
} Cell;

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
} Matrix;

typedef struct
{
  const AtlasPlace *places;
  const AtlasNetworkOptions *options;
} Sorting;

static void
matrix_free (gpointer data)
{
  Matrix *self = data;

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
choose_places (Matrix *self, const AtlasNetworkOptions *options)
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
  const Cell *p = a;
  const Cell *q = b;

  if (p->row != q->row)
    return p->row < q->row ? -1 : 1;
  return p->column < q->column ? -1 : p->column > q->column;
}

static void
fill_cells (Matrix *self)
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
      Cell cell = { .row = row_of[links[i].source],
                    .column = column_of[links[i].target],
                    .mutual = links[i].answer == ATLAS_LINK_MUTUAL };

      cell.orders[links[i].kind] = (guint8) CLAMP (links[i].order, 1, 3);
      cell.links[links[i].kind] = (guint) i;
      g_array_append_val (self->cells, cell);
    }
  g_array_sort (self->cells, compare_cells);

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);
      Cell *last =
          kept > 0 ? &g_array_index (self->cells, Cell, kept - 1) : NULL;

      if (last == NULL || compare_cells (cell, last) != 0)
        {
          g_array_index (self->cells, Cell, kept++) = *cell;
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

static Matrix *
matrix_new (const AtlasChart *chart, const AtlasTheme *theme)
{
  Matrix *self = g_new0 (Matrix, 1);

  self->network = atlas_network_ref (chart->network);
  self->theme = *theme;
  self->font_family = g_strdup (theme->font_family);
  self->theme.font_family = self->font_family;
  self->order = chart->network_options.matrix_order;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  choose_places (self, &chart->network_options);
  fill_cells (self);

  return self;
}

static const AtlasPlace *
get_place (const Matrix *self, guint index)
{
  gsize n_places;

  return &atlas_network_get_places (self->network, &n_places)[index];
}

static double
widest_name (const Matrix *self,
             AtlasText *text,
             const guint *indices,
             guint n_indices)
{
  double widest = 0;

  for (guint i = 0; i < n_indices; i++)
    widest = MAX (widest,
                  atlas_text_measure (text, get_place (self, indices[i])->label,
                                      ATLAS_TEXT_LABEL, 0, 1)
                      .width);

  return widest;
}

static double
key_height (AtlasText *text)
{
  return atlas_text_get_line_height (text, ATLAS_TEXT_LABEL) * 1.3 + KEY_GAP;
}

/* Finds the largest cells that fit. Names are kept as long as the cells are
 * as high as a line. */
static void
fit (Matrix *self, AtlasText *text, double width, double height)
{
  double scale = self->theme.text_scale;
  double widest_row =
      widest_name (self, text, self->rows, self->n_rows) + 6 * scale;
  double widest_column =
      widest_name (self, text, self->columns, self->n_columns) + 6 * scale;
  double most;
  double room;

  self->top = key_height (text);
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
  self->top += self->names_height;
}

static gboolean
has_data (const AtlasChart *chart)
{
  gsize n_links = 0;

  if (chart->network != NULL)
    atlas_network_get_links (chart->network, &n_links);

  return n_links > 0;
}

static char *
dup_title (const AtlasChart *chart)
{
  return atlas_network_dup_title (chart->network, &chart->format);
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  return atlas_network_dup_subtitle (chart->network, &chart->format);
}

static char *
dup_description (const AtlasChart *chart)
{
  return atlas_network_dup_description (chart->network, &chart->format);
}

static char *
dup_note (const AtlasChart *chart)
{
  return g_strdup (
      _ ("A filled cell: the place of its row names the place of its column "
         "among its top three collaborating places. Places whose profile is "
         "not open have no row: whom they name is not known."));
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  Matrix *matrix = matrix_new (chart, theme);
  double scale = theme->text_scale;
  double names = widest_name (matrix, text, matrix->columns, matrix->n_columns);
  double rows = widest_name (matrix, text, matrix->rows, matrix->n_rows);
  double side =
      (width - MIN (rows + 6 * scale, width * MAX_NAMES) - names * 0.5)
      / MAX (matrix->n_columns, 1u);
  double height;

  side = CLAMP (side, MIN_CELL, CELL * scale);
  if (side < MIN_NAMED * scale)
    {
      names = 0;
      side = MAX (width / MAX (matrix->n_columns, 1u), MIN_CELL / 4);
    }
  height =
      key_height (text) + names * 0.88 + 12 * scale + side * matrix->n_rows;
  matrix_free (matrix);

  return height;
}

/* Cells become as small as they must. */
static double
measure_least (const AtlasChart *chart,
               AtlasText *text,
               const AtlasTheme *theme,
               double width)
{
  return key_height (text) + 120.0 * theme->text_scale;
}

static void
set_ink (const Matrix *self, cairo_t *cr, AtlasInk ink, double alpha)
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
paint_half (const Matrix *self,
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
paint_dot (const Matrix *self,
           cairo_t *cr,
           const Cell *cell,
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
paint_frame (const Matrix *self, cairo_t *cr, double x, double y, double side)
{
  set_ink (self, cr, ATLAS_INK_TEXT, 1.0);
  cairo_set_line_width (cr, MIN (1.6, side / 6));
  cairo_rectangle (cr, x, y, side, side);
  cairo_stroke (cr);
}

/* Lines of the grid; stronger between communities. */
static void
paint_grid (const Matrix *self, cairo_t *cr)
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
              && get_place (self, self->rows[i])->community
                     != get_place (self, self->rows[i - 1])->community);

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
      double x = self->left + i * self->side;
      gboolean border =
          i == 0 || i == self->n_columns
          || (by_community
              && get_place (self, self->columns[i])->community
                     != get_place (self, self->columns[i - 1])->community);

      if (!border && !fine)
        continue;
      set_ink (self, cr, border ? ATLAS_INK_AXIS : ATLAS_INK_GRID, 1.0);
      cairo_set_line_width (cr, border && fine ? 0.8 : 0.5);
      cairo_move_to (cr, x, self->top);
      cairo_line_to (cr, x, bottom);
      cairo_stroke (cr);
    }
}

static void
paint_names (const Matrix *self, cairo_t *cr, AtlasText *text)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double length = self->names_height / sin (-TURN);

  if (!self->has_names)
    return;
  set_ink (self, cr, ATLAS_INK_TEXT, 1.0);
  for (guint i = 0; i < self->n_rows; i++)
    atlas_text_draw (text, cr, get_place (self, self->rows[i])->label,
                     ATLAS_TEXT_LABEL, ATLAS_ALIGN_END, 0,
                     self->top + (i + 0.5) * self->side - line / 2,
                     self->left - 5, 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, self->left + (i + 0.5) * self->side, self->top - 4);
      cairo_rotate (cr, TURN);
      atlas_text_draw (text, cr, get_place (self, self->columns[i])->label,
                       ATLAS_TEXT_LABEL, ATLAS_ALIGN_START, 0, -line / 2,
                       MAX (length - 6, 10), 1);
      cairo_restore (cr);
    }
}

/* Cells where a place would name itself. */
static void
paint_diagonal (const Matrix *self, cairo_t *cr)
{
  set_ink (self, cr, ATLAS_INK_BAND, 1.0);
  for (guint i = 0, j = 0; i < self->n_rows; i++)
    for (j = 0; j < self->n_columns; j++)
      if (self->rows[i] == self->columns[j])
        {
          cairo_rectangle (cr, self->left + j * self->side,
                           self->top + i * self->side, self->side, self->side);
          cairo_fill (cr);
          break;
        }
}

static void
paint_key (const Matrix *self, cairo_t *cr, AtlasText *text, double width)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double side = line;
  double x = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->key) && self->key[i] != NULL; i++)
    {
      double room = width - x - (i < 2 ? side + 4 : 0);
      AtlasTextSize size;

      if (room < 20)
        break;
      size = atlas_text_measure (text, self->key[i], ATLAS_TEXT_LABEL, room, 1);
      if (i == 3)
        paint_frame (self, cr, x + 1, 1, side - 2);
      else if (i < 2)
        paint_half (self, cr, text, (AtlasKind) i, 1,
                    i == 0 ? x + side / 4 : x - side / 4, 0, side,
                    self->has_figures);
      if (i != 2)
        x += side + 4;
      set_ink (self, cr, ATLAS_INK_TEXT, 1.0);
      atlas_text_draw (text, cr, self->key[i], ATLAS_TEXT_LABEL,
                       ATLAS_ALIGN_START, x, 0, size.width + 4, 1);
      x += size.width + 16;
    }
}

static void
paint_matrix (gconstpointer data,
              cairo_t *cr,
              AtlasText *text,
              const AtlasBox *box)
{
  const Matrix *self = data;

  cairo_translate (cr, box->x, box->y);
  paint_key (self, cr, text, box->width);
  paint_diagonal (self, cr);
  paint_grid (self, cr);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      double x = self->left + cell->column * self->side;
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
                       ATLAS_ALIGN_START, 0, box->height - 10, box->width, 1);
    }
}

static void
add_marks (const Matrix *self,
           const AtlasChart *chart,
           AtlasChartLayout *layout,
           AtlasBox body)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);
      g_autoptr (GString) spoken = g_string_new (NULL);
      AtlasBox box = { body.x + self->left + cell->column * self->side,
                       body.y + self->top + cell->row * self->side, self->side,
                       self->side };
      const AtlasLink *links;
      AtlasMark *mark;
      gsize n_links;

      links = atlas_network_get_links (self->network, &n_links);
      for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
        {
          g_autofree char *sentence = NULL;

          if (cell->orders[kind] == 0)
            continue;
          sentence = atlas_network_dup_link_sentence (
              self->network, cell->links[kind], &chart->format);
          if (spoken->len > 0)
            g_string_append_c (spoken, ' ');
          g_string_append (spoken, sentence);
        }
      mark = atlas_layout_add_mark (
          layout, box, box,
          get_place (self, self->columns[cell->column])->label, spoken->str);
      mark->place = self->columns[cell->column];
      mark->profile =
          (gssize) links[cell->links[cell->orders[0] ? 0 : 1]].profile;
      mark->line = links[cell->links[cell->orders[0] ? 0 : 1]].line;
    }
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  Matrix *matrix = matrix_new (chart, &layout->theme);
  gboolean some_mutual = FALSE;

  fit (matrix, layout->text, body.width, body.height);
  for (guint i = 0; i < matrix->cells->len; i++)
    some_mutual |= g_array_index (matrix->cells, Cell, i).mutual;
  matrix->key[0] = g_strdup (_ ("for patents"));
  matrix->key[1] = g_strdup (_ ("for articles"));
  if (matrix->side < SMALL_CELL)
    matrix->key[2] = g_strdup (_ ("darkest: for both"));
  else if (matrix->has_figures)
    matrix->key[2] = g_strdup (_ ("1, 2, 3: named first, second, third"));
  else
    matrix->key[2] = g_strdup (_ ("dark to light: first to third"));
  if (some_mutual && matrix->side >= SMALL_CELL)
    matrix->key[3] = g_strdup (_ ("each names the other"));
  if (!matrix->has_names)
    matrix->hidden = atlas_network_dup_hidden (
        matrix->n_rows + matrix->n_columns, &chart->format);
  atlas_layout_add_picture (layout, body, paint_matrix, matrix, matrix_free);
  add_marks (matrix, chart, layout, body);
}

/* One row for each place that names, as one would read it aloud. */
static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  Matrix *matrix = matrix_new (chart, &theme);

  atlas_chart_table_add_column (table, _ ("Place"), FALSE);
  atlas_chart_table_add_column (table, _ ("For patents, first"), FALSE);
  atlas_chart_table_add_column (table, _ ("second"), FALSE);
  atlas_chart_table_add_column (table, _ ("third"), FALSE);
  atlas_chart_table_add_column (table, _ ("For articles, first"), FALSE);
  atlas_chart_table_add_column (table, _ ("second"), FALSE);
  atlas_chart_table_add_column (table, _ ("third"), FALSE);
  for (guint i = 0; i < matrix->n_rows; i++)
    {
      const char *named[ATLAS_N_KINDS][3] = { { NULL } };
      const AtlasLink *links;
      gsize n_links;

      links = atlas_network_get_out_links (matrix->network, matrix->rows[i],
                                           &n_links);
      for (gsize j = 0; j < n_links; j++)
        if (links[j].order >= 1 && links[j].order <= 3)
          named[links[j].kind][links[j].order - 1] =
              get_place (matrix, links[j].target)->label;
      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table,
                                  get_place (matrix, matrix->rows[i])->label);
      for (guint j = 0; j < 6; j++)
        atlas_chart_table_add_text (table, named[j / 3][j % 3]);
    }
  matrix_free (matrix);
}

const AtlasChartClass atlas_chart_matrix_class = {
  .nick = "matrix",
  .has_data = has_data,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_description = dup_description,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .measure_least = measure_least,
  .layout_body = layout_body,
  .fill_table = fill_table,
  .fixed_sides = TRUE,
};

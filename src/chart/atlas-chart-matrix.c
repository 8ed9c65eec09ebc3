/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-matrix-private.h"

#include "atlas-gettext.h"
#include <math.h>

#include "atlas-chart-network-words.h"

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
  AtlasMatrix *matrix = atlas_matrix_new (chart, theme);
  double scale = theme->text_scale;
  double names = atlas_matrix_get_widest_name (matrix, text, matrix->columns,
                                               matrix->n_columns);
  double rows =
      atlas_matrix_get_widest_name (matrix, text, matrix->rows, matrix->n_rows);
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
  height = atlas_matrix_get_key_height (text) + names * 0.88 + 12 * scale
           + side * matrix->n_rows;
  atlas_matrix_free (matrix);

  return height;
}

/* Cells become as small as they must. */
static double
measure_least (const AtlasChart *chart,
               AtlasText *text,
               const AtlasTheme *theme,
               double width)
{
  return atlas_matrix_get_key_height (text) + 120.0 * theme->text_scale;
}

static void
add_marks (const AtlasMatrix *self,
           const AtlasChart *chart,
           AtlasChartLayout *layout,
           AtlasBox body)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const AtlasMatrixCell *cell =
          &g_array_index (self->cells, AtlasMatrixCell, i);
      g_autoptr (GString) spoken = g_string_new (NULL);
      AtlasBox box = { body.x + atlas_matrix_get_cell_x (self, cell->column),
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
          atlas_matrix_get_place (self, self->columns[cell->column])->label,
          spoken->str);
      mark->place = self->columns[cell->column];
      mark->profile =
          (gssize) links[cell->links[cell->orders[0] ? 0 : 1]].profile;
      mark->line = links[cell->links[cell->orders[0] ? 0 : 1]].line;
    }
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  AtlasMatrix *matrix = atlas_matrix_new (chart, &layout->theme);
  gboolean some_mutual = FALSE;

  atlas_matrix_fit (matrix, layout->text, body.width, body.height);
  for (guint i = 0; i < matrix->cells->len; i++)
    some_mutual |= g_array_index (matrix->cells, AtlasMatrixCell, i).mutual;
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
  atlas_layout_add_picture (layout, body, atlas_matrix_paint, matrix,
                            atlas_matrix_free);
  add_marks (matrix, chart, layout, body);
}

/* One row for each place that names, as one would read it aloud. */
static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  AtlasMatrix *matrix = atlas_matrix_new (chart, &theme);

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
              atlas_matrix_get_place (matrix, links[j].target)->label;
      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (
          table, atlas_matrix_get_place (matrix, matrix->rows[i])->label);
      for (guint j = 0; j < 6; j++)
        atlas_chart_table_add_text (table, named[j / 3][j % 3]);
    }
  atlas_matrix_free (matrix);
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

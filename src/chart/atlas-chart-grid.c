/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-grid.h"

#include <string.h>

/* Measures in points at a text scale of 1. */
#define COLUMN_GAP 12.0
#define LEAST_GAP 6.0
#define ROW_GAP 5.0
#define RULE_WIDTH 0.6
#define MIN_COLUMN_WIDTH 34.0
#define MAX_LINES 3

/* Whether a row is a heading of those below it. */
static gboolean
is_heading (const AtlasChartTable *table, guint row)
{
  guint column;

  for (column = 1; column < atlas_chart_table_get_n_columns (table); column++)
    if (*atlas_chart_table_get_cell (table, row, column)->text != '\0')
      return FALSE;

  return atlas_chart_table_get_n_columns (table) > 1;
}

/* The columns of a grid: the room that each gets, and what is between them. */
typedef struct
{
  double *widths;
  double gap;
} Columns;

static void
columns_clear (Columns *columns)
{
  g_clear_pointer (&columns->widths, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

/* The width of the longest word: narrower than that, it breaks. */
static double
measure_words (AtlasText *text, const char *string, AtlasTextStyle style)
{
  g_auto (GStrv) words = g_strsplit (string, " ", -1);
  double width = 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    width =
        MAX (width, atlas_text_measure (text, words[i], style, 0, 1).width + 1);

  return width;
}

/* What a column wants, and the least that keeps its words whole. */
static void
measure_column (const AtlasChartTable *table,
                AtlasText *text,
                guint column,
                double *wanted,
                double *least)
{
  const char *title = atlas_chart_table_get_title (table, column);
  guint row;

  *wanted = atlas_text_measure (text, title, ATLAS_TEXT_NOTE, 0, 1).width + 1;
  *least = measure_words (text, title, ATLAS_TEXT_NOTE);
  for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    {
      const char *cell = atlas_chart_table_get_cell (table, row, column)->text;

      if (is_heading (table, row))
        continue;
      *wanted = MAX (
          *wanted,
          atlas_text_measure (text, cell, ATLAS_TEXT_TICK, 0, 1).width + 1);
      *least = MAX (*least, measure_words (text, cell, ATLAS_TEXT_TICK));
    }
}

/* What a column gets where none that gives way stays wider than @level. */
static double
cut_column (double wanted, double least, double level)
{
  return MAX (MIN (wanted, level), MIN (least, wanted));
}

/* The widest columns give way first, until all have room: the level is
 * enclosed from both sides. Words stay whole unless @least is zero. */
static void
cut_columns (double *widths, const double *least, guint n, double room)
{
  double low = 0, high = room;
  guint column, round;

  for (round = 0; round < 48; round++)
    {
      double level = (low + high) / 2, sum = 0;

      for (column = 0; column < n; column++)
        sum += cut_column (widths[column], least[column], level);
      if (sum > room)
        high = level;
      else
        low = level;
    }

  for (column = 0; column < n; column++)
    widths[column] = cut_column (widths[column], least[column], low);
}

static double
add_up (const double *widths, guint n)
{
  double sum = 0;
  guint i;

  for (i = 0; i < n; i++)
    sum += widths[i];

  return sum;
}

/* Widths that the columns want, and then those they get. */
static void
find_columns (const AtlasChartTable *table,
              AtlasText *text,
              double width,
              double unit,
              Columns *columns)
{
  guint n = atlas_chart_table_get_n_columns (table), column;
  double *widths = g_new0 (double, MAX (n, 1));
  g_autofree double *least = g_new0 (double, MAX (n, 1));
  double room;

  for (column = 0; column < n; column++)
    {
      measure_column (table, text, column, &widths[column], &least[column]);
      widths[column] = MAX (widths[column], MIN_COLUMN_WIDTH * unit);
    }

  columns->widths = widths;
  columns->gap = COLUMN_GAP * unit;
  room = width - columns->gap * (n - 1);
  if (add_up (least, n) > room)
    {
      columns->gap = LEAST_GAP * unit;
      room = width - columns->gap * (n - 1);
    }

  /* No room for the words: the longest of them break. */
  if (add_up (least, n) > room)
    {
      memcpy (widths, least, sizeof (double) * n);
      memset (least, 0, sizeof (double) * n);
    }
  if (add_up (widths, n) > room)
    cut_columns (widths, least, n, MAX (room, 0));
  else
    /* the numbers stay together at the end of the line */
    widths[0] += room - add_up (widths, n);
}

static double
measure_head (const AtlasChartTable *table,
              AtlasText *text,
              const Columns *columns)
{
  guint column;
  double height = 0;

  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    height = MAX (
        height,
        atlas_text_measure (text, atlas_chart_table_get_title (table, column),
                            ATLAS_TEXT_NOTE, columns->widths[column], MAX_LINES)
            .height);

  return height;
}

static double
measure_row (const AtlasChartTable *table,
             AtlasText *text,
             const Columns *columns,
             double width,
             guint row)
{
  guint column;
  double height = 0;

  if (is_heading (table, row))
    return atlas_text_measure (text,
                               atlas_chart_table_get_cell (table, row, 0)->text,
                               ATLAS_TEXT_NOTE, width, MAX_LINES)
        .height;

  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    height = MAX (
        height, atlas_text_measure (
                    text, atlas_chart_table_get_cell (table, row, column)->text,
                    ATLAS_TEXT_TICK, columns->widths[column], MAX_LINES)
                    .height);

  return height;
}

/**
 * atlas_grid_measure:
 * @table: what to draw
 * @text: the pen of the layout
 * @width: room in points
 * @unit: the text scale
 *
 * Returns: the height that the table takes, in points
 */
double
atlas_grid_measure (const AtlasChartTable *table,
                    AtlasText *text,
                    double width,
                    double unit)
{
  g_auto (Columns) columns = { 0 };
  double height;
  guint row;

  find_columns (table, text, width, unit, &columns);
  height = measure_head (table, text, &columns) + ROW_GAP * unit;

  for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    height += measure_row (table, text, &columns, width, row) + ROW_GAP * unit;

  return height;
}

/* Whether the words of @string keep whole on lines of @width. */
static gboolean
text_fits (AtlasText *text,
           const char *string,
           AtlasTextStyle style,
           double width)
{
  return measure_words (text, string, style) <= width + 1.1
         && !atlas_text_measure (text, string, style, width, MAX_LINES)
                 .shortened;
}

gboolean
atlas_grid_fits (const AtlasChartTable *table,
                 AtlasText *text,
                 double width,
                 double unit)
{
  g_auto (Columns) columns = { 0 };
  guint row, column;

  find_columns (table, text, width, unit, &columns);
  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    {
      if (!text_fits (text, atlas_chart_table_get_title (table, column),
                      ATLAS_TEXT_NOTE, columns.widths[column]))
        return FALSE;
      for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
        if (!is_heading (table, row)
            && !text_fits (
                text, atlas_chart_table_get_cell (table, row, column)->text,
                ATLAS_TEXT_TICK, columns.widths[column]))
          return FALSE;
    }

  return TRUE;
}

static void
add_cells (const AtlasChartTable *table,
           AtlasChartLayout *layout,
           const Columns *columns,
           AtlasBox box,
           int row,
           double unit)
{
  guint column;
  double x = box.x;

  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    {
      const char *text =
          row < 0
              ? atlas_chart_table_get_title (table, column)
              : atlas_chart_table_get_cell (table, (guint) row, column)->text;
      gboolean numeric = atlas_chart_table_is_numeric (table, column);

      if (*text != '\0')
        atlas_layout_add_text (
            layout, text, row < 0 ? ATLAS_TEXT_NOTE : ATLAS_TEXT_TICK,
            row < 0 ? ATLAS_INK_MUTED : ATLAS_INK_TEXT,
            atlas_box (x, box.y, columns->widths[column], box.height),
            numeric ? ATLAS_ALIGN_END : ATLAS_ALIGN_START, row < 0 ? 1.0 : 0.5,
            MAX_LINES);
      x += columns->widths[column] + columns->gap;
    }
}

static void
add_row_mark (const AtlasChartTable *table,
              AtlasChartLayout *layout,
              AtlasBox box,
              const char *heading,
              guint row)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  guint column;

  if (heading != NULL)
    g_string_append_printf (spoken, "%s: ", heading);
  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    {
      const char *text = atlas_chart_table_get_cell (table, row, column)->text;

      if (*text == '\0')
        continue;
      if (column > 0)
        g_string_append (spoken, "; ");
      if (column > 0 && *atlas_chart_table_get_title (table, column) != '\0')
        g_string_append_printf (
            spoken, "%s: ", atlas_chart_table_get_title (table, column));
      g_string_append (spoken, text);
    }

  atlas_layout_add_mark (layout, box, box,
                         atlas_chart_table_get_cell (table, row, 0)->text,
                         spoken->str);
}

/**
 * atlas_grid_layout:
 * @table: what to draw
 * @layout: where to add it
 * @box: the room, at least as high as measured
 * @unit: the text scale
 *
 * Adds the table with a rule under its head and between its rows.
 */
void
atlas_grid_layout (const AtlasChartTable *table,
                   AtlasChartLayout *layout,
                   AtlasBox box,
                   double unit)
{
  g_auto (Columns) columns = { 0 };
  double height, y = box.y, right = box.x + box.width;
  const char *heading = NULL;
  guint row;

  find_columns (table, layout->text, box.width, unit, &columns);
  height = measure_head (table, layout->text, &columns);

  add_cells (table, layout, &columns, atlas_box (box.x, y, box.width, height),
             -1, unit);
  y += height + ROW_GAP * unit / 2;
  atlas_layout_add_line (layout, box.x, y, right, y, ATLAS_INK_AXIS,
                         RULE_WIDTH);

  for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    {
      AtlasBox cells = atlas_box (box.x, y, box.width, 0);

      cells.height = measure_row (table, layout->text, &columns, box.width, row)
                     + ROW_GAP * unit;
      /* a heading belongs to what is below it */
      if (row > 0 && (heading == NULL || is_heading (table, row)))
        atlas_layout_add_line (layout, box.x, y, right, y, ATLAS_INK_GRID,
                               RULE_WIDTH);
      y += cells.height;
      if (is_heading (table, row))
        {
          heading = atlas_chart_table_get_cell (table, row, 0)->text;
          atlas_layout_add_text (layout, heading, ATLAS_TEXT_NOTE,
                                 ATLAS_INK_MUTED, cells, ATLAS_ALIGN_START, 0.5,
                                 MAX_LINES);
          continue;
        }
      add_cells (table, layout, &columns, cells, (int) row, unit);
      add_row_mark (table, layout, cells, heading, row);
    }
}

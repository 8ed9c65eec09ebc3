/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-grid.h"

/* Measures in points at a text scale of 1. */
#define COLUMN_GAP 12.0
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

/* Widths that the columns want, and then those they get. */
static double *
find_widths (const AtlasChartTable *table,
             AtlasText *text,
             double width,
             double unit)
{
  guint n = atlas_chart_table_get_n_columns (table), row, column;
  double *widths = g_new0 (double, MAX (n, 1));
  double room = width - COLUMN_GAP * unit * (n - 1), sum = 0;

  for (column = 0; column < n; column++)
    {
      widths[column] =
          atlas_text_measure (text, atlas_chart_table_get_title (table, column),
                              ATLAS_TEXT_NOTE, 0, 1)
              .width;
      for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
        {
          const AtlasCell *cell =
              atlas_chart_table_get_cell (table, row, column);

          if (is_heading (table, row))
            continue;
          widths[column] =
              MAX (widths[column],
                   atlas_text_measure (text, cell->text, ATLAS_TEXT_TICK, 0, 1)
                       .width);
        }
      widths[column] = MAX (widths[column] + 1, MIN_COLUMN_WIDTH * unit);
      sum += widths[column];
    }

  /* Too wide: all that is wider than an even share gives in proportion. */
  while (sum > room + 0.5)
    {
      double even = room / n, spare = 0, wide = 0;

      for (column = 0; column < n; column++)
        {
          if (widths[column] > even)
            wide += widths[column];
          else
            spare += widths[column];
        }
      for (column = 0; column < n; column++)
        if (widths[column] > even)
          widths[column] *= (room - spare) / wide;
      if (wide <= 0)
        break;
      sum = room;
    }

  /* Too narrow: the numbers stay together at the end of the line. */
  if (sum < room)
    widths[0] += room - sum;

  return widths;
}

static double
measure_head (const AtlasChartTable *table,
              AtlasText *text,
              const double *widths)
{
  guint column;
  double height = 0;

  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    height = MAX (height, atlas_text_measure (
                              text, atlas_chart_table_get_title (table, column),
                              ATLAS_TEXT_NOTE, widths[column], MAX_LINES)
                              .height);

  return height;
}

static double
measure_row (const AtlasChartTable *table,
             AtlasText *text,
             const double *widths,
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
                    ATLAS_TEXT_TICK, widths[column], MAX_LINES)
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
  g_autofree double *widths = find_widths (table, text, width, unit);
  double height = measure_head (table, text, widths) + ROW_GAP * unit;
  guint row;

  for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    height += measure_row (table, text, widths, width, row) + ROW_GAP * unit;

  return height;
}

/* Whether the words of @string keep whole on lines of @width. */
static gboolean
text_fits (AtlasText *text,
           const char *string,
           AtlasTextStyle style,
           double width)
{
  g_auto (GStrv) words = g_strsplit (string, " ", -1);
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (atlas_text_measure (text, words[i], style, 0, 1).width > width + 0.1)
      return FALSE;

  return !atlas_text_measure (text, string, style, width, MAX_LINES).shortened;
}

gboolean
atlas_grid_fits (const AtlasChartTable *table,
                 AtlasText *text,
                 double width,
                 double unit)
{
  g_autofree double *widths = find_widths (table, text, width, unit);
  guint row, column;

  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    {
      if (!text_fits (text, atlas_chart_table_get_title (table, column),
                      ATLAS_TEXT_NOTE, widths[column]))
        return FALSE;
      for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
        if (!is_heading (table, row)
            && !text_fits (
                text, atlas_chart_table_get_cell (table, row, column)->text,
                ATLAS_TEXT_TICK, widths[column]))
          return FALSE;
    }

  return TRUE;
}

static void
add_cells (const AtlasChartTable *table,
           AtlasChartLayout *layout,
           const double *widths,
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
        atlas_layout_add_text (layout, text,
                               row < 0 ? ATLAS_TEXT_NOTE : ATLAS_TEXT_TICK,
                               row < 0 ? ATLAS_INK_MUTED : ATLAS_INK_TEXT,
                               atlas_box (x, box.y, widths[column], box.height),
                               numeric ? ATLAS_ALIGN_END : ATLAS_ALIGN_START,
                               row < 0 ? 1.0 : 0.5, MAX_LINES);
      x += widths[column] + COLUMN_GAP * unit;
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
  g_autofree double *widths =
      find_widths (table, layout->text, box.width, unit);
  double height = measure_head (table, layout->text, widths);
  double y = box.y, right = box.x + box.width;
  const char *heading = NULL;
  guint row;

  add_cells (table, layout, widths, atlas_box (box.x, y, box.width, height), -1,
             unit);
  y += height + ROW_GAP * unit / 2;
  atlas_layout_add_line (layout, box.x, y, right, y, ATLAS_INK_AXIS,
                         RULE_WIDTH);

  for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    {
      AtlasBox cells = atlas_box (box.x, y, box.width, 0);

      cells.height = measure_row (table, layout->text, widths, box.width, row)
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
      add_cells (table, layout, widths, cells, (int) row, unit);
      add_row_mark (table, layout, cells, heading, row);
    }
}

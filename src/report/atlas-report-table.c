/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-table.h"

#include "atlas-gettext.h"
#include <string.h>

#define GUTTER 8.0
#define PADDING 2.6
#define TIGHT_PADDING 1.7
#define CAPTION_GAP 5.0
#define INSET 1.0
#define LEAST_CARRIED 4

/* So many rows, or so many points, are a table that one sees whole. On a low
 * page so much belongs to what stands before it, else that page is hollow. */
#define MOST_WHOLE_ROWS 12
#define MOST_WHOLE_HEIGHT 380.0

typedef struct
{
  AtlasBlock parent;
  AtlasReportTableSpec spec;
  AtlasReportColumn columns[ATLAS_REPORT_TABLE_MOST_COLUMNS];
  char *captions[2];
  double width;
  double widths[ATLAS_REPORT_TABLE_MOST_COLUMNS];
  double caption_heights[2];
  double head_height;
  double *row_heights;
} Table;

/* The texts of a row, and what they were laid out to. */
typedef struct
{
  PangoLayout *layouts[ATLAS_REPORT_TABLE_MOST_COLUMNS];
  gboolean missing[ATLAS_REPORT_TABLE_MOST_COLUMNS];
  double height;
} Row;

/* Free space above and below the texts of a row. */
static double
get_padding (const Table *self)
{
  return self->parent.tight ? TIGHT_PADDING : PADDING;
}

/* Numbers have their last digits below each other in every language; left is
 * where lines begin, which may be the right. */
static PangoAlignment
get_align (AtlasSheet *sheet, const AtlasReportColumn *column)
{
  return column->number
                 && !atlas_typesetter_is_right_to_left (
                     atlas_sheet_get_typesetter (sheet))
             ? PANGO_ALIGN_RIGHT
             : PANGO_ALIGN_LEFT;
}

/* Emphasised rows have their texts in bold, their numbers as all others; the
 * first row of a group only its name. */
static AtlasStyle
get_style (const Table *self, guint row, guint column)
{
  AtlasStyle style = self->columns[column].style;

  if (self->columns[column].number || self->spec.is_strong == NULL
      || (self->spec.grouped && column > 0)
      || !self->spec.is_strong (self->spec.data, row))
    return style;
  if (style == ATLAS_STYLE_CELL)
    return ATLAS_STYLE_CELL_STRONG;
  return style == ATLAS_STYLE_BODY ? ATLAS_STYLE_STRONG : style;
}

/* Whether a cell says only what the row above says. */
static gboolean
is_repeated (const Table *self, guint row, guint column)
{
  return self->spec.grouped && column < ATLAS_REPORT_TABLE_GROUP_CELLS
         && !self->spec.is_strong (self->spec.data, row);
}

/* Within a group there are no lines. */
static gboolean
has_line_below (const Table *self, guint row)
{
  return !self->spec.grouped || row + 1 >= self->spec.n_rows
         || self->spec.is_strong (self->spec.data, row + 1);
}

static void
set_widths (Table *self, double width)
{
  double fixed = GUTTER * (self->spec.n_columns - 1) + 2.0 * INSET;
  double weights = 0.0;

  for (guint i = 0; i < self->spec.n_columns; i++)
    {
      fixed += self->columns[i].width;
      weights += self->columns[i].weight;
    }

  for (guint i = 0; i < self->spec.n_columns; i++)
    {
      const AtlasReportColumn *column = &self->columns[i];

      self->widths[i] = column->width;
      if (column->weight > 0.0)
        self->widths[i] += (width - fixed) * column->weight / weights;
      self->widths[i] = MAX (self->widths[i], 12.0);
    }
}

static void
clear_row (Row *row)
{
  for (guint i = 0; i < ATLAS_REPORT_TABLE_MOST_COLUMNS; i++)
    g_clear_object (&row->layouts[i]);
}

static void
lay_out_head (Table *self, AtlasSheet *sheet, Row *row)
{
  *row = (Row){ 0 };
  for (guint i = 0; i < self->spec.n_columns; i++)
    {
      const AtlasReportColumn *column = &self->columns[i];
      double height;

      if (column->title == NULL)
        continue;
      row->layouts[i] = atlas_typesetter_set (
          atlas_sheet_get_typesetter (sheet), ATLAS_STYLE_CELL_HEAD,
          column->verbatim ? column->title : _ (column->title), self->widths[i],
          get_align (sheet, column));
      atlas_layout_get_size (row->layouts[i], NULL, &height);
      row->height = MAX (row->height, height);
    }
}

static void
lay_out_row (Table *self, AtlasSheet *sheet, guint index, Row *row)
{
  *row = (Row){ 0 };
  for (guint i = 0; i < self->spec.n_columns; i++)
    {
      const AtlasReportColumn *column = &self->columns[i];
      g_autofree char *text = self->spec.get_text (self->spec.data, index, i);
      double height;

      row->missing[i] = text == NULL;
      if (text != NULL && *text == '\0')
        continue;
      row->layouts[i] = atlas_typesetter_set (
          atlas_sheet_get_typesetter (sheet), get_style (self, index, i),
          /* Translators: a value that the file does not give. */
          text != NULL ? text : C_ ("value", "n/a"), self->widths[i],
          get_align (sheet, column));
      atlas_layout_get_size (row->layouts[i], NULL, &height);
      row->height = MAX (row->height, height);
    }
}

static double
measure_row (Table *self, AtlasSheet *sheet, guint index)
{
  AtlasTypesetter *typesetter = atlas_sheet_get_typesetter (sheet);
  double height =
      atlas_typesetter_get_line_height (typesetter, ATLAS_STYLE_CELL);

  if (self->row_heights[index] > 0.0)
    return self->row_heights[index];

  for (guint i = 0; i < self->spec.n_columns; i++)
    {
      AtlasStyle style = get_style (self, index, i);
      g_autofree char *text = self->spec.get_text (self->spec.data, index, i);
      g_autoptr (PangoLayout) layout = NULL;
      double cell;

      if (text == NULL
          || atlas_typesetter_surely_fits (typesetter, style, text,
                                           self->widths[i]))
        continue;
      layout = atlas_typesetter_set (typesetter, style, text, self->widths[i],
                                     PANGO_ALIGN_LEFT);
      atlas_layout_get_size (layout, NULL, &cell);
      height = MAX (height, cell);
    }

  self->row_heights[index] = height + 2.0 * get_padding (self);
  return self->row_heights[index];
}

static void
prepare (Table *self, AtlasSheet *sheet, double width)
{
  Row head;

  if (self->width == width)
    return;

  self->width = width;
  set_widths (self, width);
  g_free (self->row_heights);
  self->row_heights = g_new0 (double, self->spec.n_rows + 1);

  self->head_height = 0.0;
  if (!self->spec.plain)
    {
      lay_out_head (self, sheet, &head);
      self->head_height = head.height + 2.0 * get_padding (self);
      clear_row (&head);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PangoLayout) layout = NULL;

      self->caption_heights[i] = 0.0;
      if (self->captions[i] == NULL)
        continue;
      layout = atlas_typesetter_set (atlas_sheet_get_typesetter (sheet),
                                     ATLAS_STYLE_HEADING_3, self->captions[i],
                                     width, PANGO_ALIGN_LEFT);
      atlas_layout_get_size (layout, NULL, &self->caption_heights[i]);
      self->caption_heights[i] += CAPTION_GAP;
    }
}

/* Height of caption and head above row @first. */
static double
get_head_height (const Table *self, guint first)
{
  return self->caption_heights[first > 0 ? 1 : 0] + self->head_height;
}

static double
table_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  Table *self = (Table *) block;
  double height;

  prepare (self, sheet, width);
  height = get_head_height (self, 0);
  for (guint i = 0; i < self->spec.n_rows; i++)
    height += measure_row (self, sheet, i);

  return height;
}

static double
table_measure_least (AtlasBlock *block,
                     AtlasSheet *sheet,
                     double width,
                     guint row)
{
  Table *self = (Table *) block;
  double height;

  prepare (self, sheet, width);
  if (row == 0 && !self->spec.grouped && self->spec.n_rows <= MOST_WHOLE_ROWS)
    {
      height = table_measure (block, sheet, width);
      if (height <= MIN (MOST_WHOLE_HEIGHT,
                         atlas_sheet_get_height (sheet) - MOST_WHOLE_HEIGHT))
        return height;
    }

  height = get_head_height (self, row);
  for (guint i = row; i < MIN (row + 2, self->spec.n_rows); i++)
    height += measure_row (self, sheet, i);

  return height;
}

/* The text of a cell, a link where its row leads somewhere. The link stands
 * within the cell, next to the text: around a whole row it would hold elements
 * only, and cairo 1.18 never writes such a link, but refers to it. */
static void
place_cell (Table *self,
            AtlasSheet *sheet,
            Row *row,
            guint column,
            AtlasStyle style,
            gint64 index,
            double x,
            double y)
{
  int page = index >= 0 && self->spec.get_page != NULL
                 ? self->spec.get_page (self->spec.data, (guint) index)
                 : -1;

  if (page >= 0)
    atlas_sheet_open_link (sheet, (guint) page);
  atlas_sheet_take_layout (sheet, x, y, style,
                           g_steal_pointer (&row->layouts[column]));
  if (row->missing[column]
      || (index >= 0 && is_repeated (self, (guint) index, column)))
    atlas_sheet_get_last (sheet)->press = ATLAS_PRESS_MUTED;
  if (page >= 0)
    atlas_sheet_close (sheet, CAIRO_TAG_LINK);
}

/* The cells of a row or of the head, each a structure element. */
static void
place_row (Table *self,
           AtlasSheet *sheet,
           Row *row,
           gint64 index,
           const char *tag,
           double x,
           double y)
{
  x += INSET;
  atlas_sheet_open (sheet, "TR");
  for (guint i = 0; i < self->spec.n_columns; i++)
    {
      const AtlasReportColumn *column = &self->columns[i];
      AtlasStyle style =
          *tag == 'T' && tag[1] == 'H' ? ATLAS_STYLE_CELL_HEAD : column->style;

      atlas_sheet_open (sheet, tag);
      if (row->layouts[i] != NULL)
        place_cell (self, sheet, row, i, style, index, x,
                    y + get_padding (self));
      atlas_sheet_close (sheet, tag);
      x += self->widths[i] + GUTTER;
    }
  atlas_sheet_close (sheet, "TR");
}

static void
place_head (Table *self, AtlasSheet *sheet, double x, double y, guint first)
{
  guint which = first > 0 ? 1 : 0;
  Row head;

  if (self->captions[which] != NULL)
    {
      atlas_sheet_open (sheet, "Caption");
      atlas_sheet_add_text (sheet, x, y, ATLAS_STYLE_HEADING_3,
                            self->captions[which], self->width,
                            PANGO_ALIGN_LEFT);
      atlas_sheet_close (sheet, "Caption");
      y += self->caption_heights[which];
    }

  atlas_sheet_open (sheet, "Table");
  if (self->spec.plain)
    return;

  lay_out_head (self, sheet, &head);
  place_row (self, sheet, &head, -1, "TH", x, y);
  clear_row (&head);
  y += self->head_height;
  atlas_sheet_add_line (sheet, x, y, self->width, 0.0, 0.8, ATLAS_PRESS_MUTED);
}

/* The beginning of the group that row @end would part, unless it fills the
 * page. */
static guint
find_group (const Table *self, guint first, guint end)
{
  guint begin = end;

  if (end >= self->spec.n_rows)
    return end;
  while (begin > first && !self->spec.is_strong (self->spec.data, begin))
    begin--;

  return begin > first ? begin : end;
}

/* The row behind the last one that fits into @height. A row higher than the
 * page stands alone rather than never; and a page is not begun for a row or
 * two if some can be kept back for it. */
static guint
find_end (Table *self, AtlasSheet *sheet, guint first, double height)
{
  guint n_rows = self->spec.n_rows;
  guint end = first;
  double used = 0.0;

  while (end < n_rows)
    {
      used += measure_row (self, sheet, end);
      if (used > height + 0.01 && end > first)
        break;
      end++;
    }

  if (end < n_rows && n_rows - end < LEAST_CARRIED
      && end > first + LEAST_CARRIED + 1)
    end = n_rows - LEAST_CARRIED;
  return self->spec.grouped ? find_group (self, first, end) : end;
}

static void
place_body_row (Table *self, AtlasSheet *sheet, guint row, double x, double y)
{
  Row cells;

  lay_out_row (self, sheet, row, &cells);
  place_row (self, sheet, &cells, row, "TD", x, y);
  clear_row (&cells);
}

/* The lines below the rows from @first to before @end, of which the first
 * stands at @y. The part of the table ends with a line. */
static void
place_lines (Table *self,
             AtlasSheet *sheet,
             guint first,
             guint end,
             double x,
             double y)
{
  for (guint row = first; row < end; row++)
    {
      y += measure_row (self, sheet, row);
      if (row + 1 == end || has_line_below (self, row))
        atlas_sheet_add_line (sheet, x, y, self->width, 0.0, 0.4,
                              ATLAS_PRESS_HAIRLINE);
    }
}

static double
table_place_part (AtlasBlock *block,
                  AtlasSheet *sheet,
                  double x,
                  double y,
                  double width,
                  double height,
                  guint *row)
{
  Table *self = (Table *) block;
  gboolean dry = atlas_sheet_is_dry (sheet);
  double head;
  double used;
  guint first = *row;
  guint end;

  prepare (self, sheet, width);
  head = used = get_head_height (self, first);
  end = find_end (self, sheet, first, height - used);
  if (!dry)
    place_head (self, sheet, x, y, first);
  for (; *row < end; (*row)++)
    {
      if (!dry)
        place_body_row (self, sheet, *row, x, y + used);
      used += measure_row (self, sheet, *row);
    }
  if (!dry)
    {
      place_lines (self, sheet, first, end, x, y + head);
      atlas_sheet_close (sheet, "Table");
    }

  if (end >= self->spec.n_rows)
    *row = ATLAS_BLOCK_DONE;
  return used;
}

static void
table_place (AtlasBlock *block,
             AtlasSheet *sheet,
             double x,
             double y,
             double width)
{
  guint row = 0;

  table_place_part (block, sheet, x, y, width, G_MAXDOUBLE / 2.0, &row);
}

static void
table_clear (AtlasBlock *block)
{
  Table *self = (Table *) block;

  for (guint i = 0; i < 2; i++)
    g_free (self->captions[i]);
  g_free (self->row_heights);
}

static const AtlasBlockClass table_class = {
  .measure = table_measure,
  .place = table_place,
  .measure_least = table_measure_least,
  .place_part = table_place_part,
  .clear = table_clear,
};

/**
 * atlas_report_table_new:
 * @spec: what it shows
 * @space_before: free space above, in points
 *
 * Returns: (transfer full): a block that may be split between two rows, never
 *   within one
 */
AtlasBlock *
atlas_report_table_new (const AtlasReportTableSpec *spec, double space_before)
{
  Table *self = atlas_block_alloc (sizeof (Table), &table_class, space_before);

  g_assert (spec->n_columns > 0
            && spec->n_columns <= ATLAS_REPORT_TABLE_MOST_COLUMNS);
  self->spec = *spec;
  memcpy (self->columns, spec->columns,
          spec->n_columns * sizeof *spec->columns);
  self->width = -1.0;
  if (spec->number > 0)
    {
      /* Translators: the number and the caption of a table. */
      self->captions[0] =
          g_strdup_printf (_ ("Table %u. %s"), spec->number, spec->caption);
      /* Translators: the same, for a table that began a page before. */
      self->captions[1] = g_strdup_printf (_ ("Table %u. %s (continued)"),
                                           spec->number, spec->caption);
    }

  return &self->parent;
}

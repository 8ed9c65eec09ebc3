/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-strip.h"

#define GUTTER 12.0
#define PADDING 7.0
#define GAP 2.5

typedef struct
{
  char *texts[3];
  PangoLayout *layouts[3];
  double heights[3];
} Cell;

struct _AtlasStrip
{
  AtlasBlock parent;
  AtlasStyle style;
  GArray *cells;
  double width;
  double padding;
  double heights[3];
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  for (guint i = 0; i < 3; i++)
    {
      g_free (cell->texts[i]);
      g_clear_object (&cell->layouts[i]);
    }
}

static double
get_cell_width (const AtlasStrip *self, double width)
{
  guint n = MAX (self->cells->len, 1);

  return (width - GUTTER * (n - 1)) / n;
}

/* A value too wide for its cell is set in the next smaller style rather than
 * broken. */
static void
lay_out_cell (AtlasStrip *self, AtlasSheet *sheet, Cell *cell, double width)
{
  static const AtlasStyle smaller[] = { ATLAS_STYLE_VALUE_SMALL,
                                        ATLAS_STYLE_CELL_STRONG };
  AtlasStyle styles[3] = { ATLAS_STYLE_LABEL, self->style, ATLAS_STYLE_UNIT };
  AtlasTypesetter *typesetter = atlas_sheet_get_typesetter (sheet);

  for (guint i = 0; i < 3; i++)
    {
      g_clear_object (&cell->layouts[i]);
      cell->heights[i] = 0.0;
      if (cell->texts[i] == NULL)
        continue;
      cell->layouts[i] = atlas_typesetter_set (
          typesetter, styles[i], cell->texts[i], width, PANGO_ALIGN_LEFT);
      for (guint j = 0; i == 1 && j < G_N_ELEMENTS (smaller); j++)
        if (pango_layout_get_line_count (cell->layouts[i]) > 1)
          {
            g_object_unref (cell->layouts[i]);
            cell->layouts[i] =
                atlas_typesetter_set (typesetter, smaller[j], cell->texts[i],
                                      width, PANGO_ALIGN_LEFT);
          }
      atlas_layout_get_size (cell->layouts[i], NULL, &cell->heights[i]);
      self->heights[i] = MAX (self->heights[i], cell->heights[i]);
    }
}

static double
strip_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  AtlasStrip *self = (AtlasStrip *) block;
  double height = 2.0 * self->padding;

  if (self->width != width)
    {
      double cell_width = get_cell_width (self, width);

      self->heights[0] = self->heights[1] = self->heights[2] = 0.0;
      for (guint i = 0; i < self->cells->len; i++)
        lay_out_cell (self, sheet, &g_array_index (self->cells, Cell, i),
                      cell_width);
      self->width = width;
    }

  for (guint i = 0; i < 3; i++)
    height += self->heights[i] > 0.0 ? self->heights[i] + GAP : 0.0;

  return height - GAP;
}

static void
place_cell (AtlasStrip *self,
            AtlasSheet *sheet,
            const Cell *cell,
            double x,
            double y)
{
  AtlasStyle styles[3] = { ATLAS_STYLE_LABEL, self->style, ATLAS_STYLE_UNIT };

  atlas_sheet_open (sheet, "P");
  for (guint i = 0; i < 3; i++)
    {
      double lead = 0.0;

      if (self->heights[i] <= 0.0)
        continue;
      /* Names that take fewer lines than their neighbours, and smaller
       * values, stand at the foot, so that all values have one line. */
      if (i < 2)
        lead = self->heights[i] - cell->heights[i];
      if (cell->layouts[i] != NULL)
        atlas_sheet_take_layout (sheet, x, y + lead, styles[i],
                                 g_object_ref (cell->layouts[i]));
      y += self->heights[i] + GAP;
    }
  atlas_sheet_close (sheet, "P");
}

static void
strip_place (AtlasBlock *block,
             AtlasSheet *sheet,
             double x,
             double y,
             double width)
{
  AtlasStrip *self = (AtlasStrip *) block;
  double height = strip_measure (block, sheet, width);
  double cell_width = get_cell_width (self, width);
  double step = cell_width + GUTTER;

  for (guint i = 0; i < self->cells->len; i++)
    place_cell (self, sheet, &g_array_index (self->cells, Cell, i),
                x + i * step, y + self->padding);

  for (guint i = 1; i < self->cells->len; i++)
    atlas_sheet_add_line (sheet, x + i * step - GUTTER / 2.0, y + self->padding,
                          0.0, height - 2.0 * self->padding, 0.5,
                          ATLAS_PRESS_HAIRLINE);
  atlas_sheet_add_line (sheet, x, y + height - 0.25, width, 0.0, 0.5,
                        ATLAS_PRESS_HAIRLINE);
  atlas_sheet_add_line (sheet, x, y + 0.5, width, 0.0, 1.0,
                        self->style == ATLAS_STYLE_VALUE
                            ? ATLAS_PRESS_ACCENT
                            : ATLAS_PRESS_HAIRLINE);
}

static void
strip_clear (AtlasBlock *block)
{
  AtlasStrip *self = (AtlasStrip *) block;

  g_array_unref (self->cells);
}

static const AtlasBlockClass strip_class = {
  .measure = strip_measure,
  .place = strip_place,
  .clear = strip_clear,
};

/**
 * atlas_strip_new:
 * @style: how the values look
 * @space_before: free space above, in points
 *
 * Returns: (transfer full): a block without key figures
 */
AtlasStrip *
atlas_strip_new (AtlasStyle style, double space_before)
{
  AtlasStrip *self =
      atlas_block_alloc (sizeof (AtlasStrip), &strip_class, space_before);

  self->style = style;
  self->padding = PADDING;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->width = -1.0;

  return self;
}

/**
 * atlas_strip_add:
 * @self: a strip
 * @label: what the figure is
 * @value: the figure
 * @remark: (nullable): what it is measured against
 */
void
atlas_strip_add (AtlasStrip *self,
                 const char *label,
                 const char *value,
                 const char *remark)
{
  Cell cell = { { g_strdup (label), g_strdup (value), g_strdup (remark) } };

  g_array_append_val (self->cells, cell);
  self->width = -1.0;
}

/**
 * atlas_strip_set_padding:
 * @self: a strip that nobody has measured yet
 * @padding: free space above and below its texts, in points
 */
void
atlas_strip_set_padding (AtlasStrip *self, double padding)
{
  self->padding = padding;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-heat-map-private.h"

#include "atlas-gettext.h"

/* Text on a cell keeps this contrast; the palest cell is this strong. */
#define TEXT_CONTRAST 4.6
#define MIN_STRENGTH 0.08

/* The strongest colour on which text can still be read. */
static double
find_strongest (const AtlasTheme *theme)
{
  AtlasColor ground = atlas_theme_get_color (theme, ATLAS_INK_GROUND);
  AtlasColor accent = atlas_theme_get_color (theme, ATLAS_INK_ACCENT);
  AtlasColor text = atlas_theme_get_color (theme, ATLAS_INK_TEXT);
  double low = 0, high = 1;
  guint i;

  for (i = 0; i < 16; i++)
    {
      double middle = (low + high) / 2;
      AtlasColor mixed = atlas_color_mix (ground, accent, middle);

      if (atlas_color_get_contrast (mixed, text) >= TEXT_CONTRAST)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
add_cell (AtlasChartLayout *layout,
          const AtlasHeatMap *self,
          guint profile,
          const AtlasField *field,
          AtlasBox box,
          double strength)
{
  const AtlasFormat *format = &self->chart->format;
  g_autofree char *name = atlas_format_name (format, field->name);
  g_autofree char *share = atlas_format_share (format, &field->share);
  g_autofree char *cluster = atlas_chart_dup_cluster (self->chart, profile);
  g_autofree char *spoken =
      g_strdup_printf (self->kind == ATLAS_PATENTS
                           /* Translators: technology field, cluster, share */
                           ? _ ("%1$s in %2$s: %3$s of patents")
                           /* Translators: technology field, cluster, share */
                           : _ ("%1$s in %2$s: %3$s of articles"),
                       name, cluster, share);
  AtlasMark *mark;

  atlas_layout_add_rect (layout, box, ATLAS_INK_ACCENT)->strength = strength;
  atlas_layout_add_text (layout, share, ATLAS_TEXT_TICK, ATLAS_INK_TEXT, box,
                         ATLAS_ALIGN_CENTER, 0.5, 1);
  mark = atlas_layout_add_mark (layout, box, box, name, spoken);
  mark->profile = (gssize) profile;
  mark->line = field->line;
  if (atlas_number_is_given (&field->share))
    mark->value = field->share.value;
}

static void
add_names (AtlasChartLayout *layout,
           const AtlasHeatMap *self,
           AtlasBox box,
           guint first)
{
  guint last =
            MIN (first + self->n_columns, atlas_heat_map_count_columns (self)),
        i;

  for (i = first; i < last; i++)
    {
      g_autofree char *name = atlas_heat_map_dup_label (self, i, TRUE);

      atlas_layout_add_text (
          layout, name, ATLAS_TEXT_NOTE, ATLAS_INK_TEXT,
          atlas_box (box.x + self->cell_width * (i - first)
                         + ATLAS_HEAT_MAP_CELL_GAP,
                     box.y, self->cell_width - 2 * ATLAS_HEAT_MAP_CELL_GAP,
                     box.height),
          ATLAS_ALIGN_CENTER, 1.0, ATLAS_HEAT_MAP_MAX_HEAD_LINES);
    }
}

/* The cells of one row, from @box.x on. */
static void
add_row (AtlasChartLayout *layout,
         const AtlasHeatMap *self,
         AtlasBox box,
         guint row,
         guint first,
         double strongest)
{
  guint last =
            MIN (first + self->n_columns, atlas_heat_map_count_columns (self)),
        column;

  for (column = first; column < last; column++)
    {
      guint profile;
      const AtlasField *field =
          atlas_heat_map_get_field (self, row, column, &profile);
      double part;

      if (field == NULL)
        continue;

      part = self->highest > 0 ? field->share.value / self->highest : 0.0;
      add_cell (layout, self, profile, field,
                atlas_box (box.x + self->cell_width * (column - first)
                               + ATLAS_HEAT_MAP_CELL_GAP / 2,
                           box.y + ATLAS_HEAT_MAP_CELL_GAP / 2,
                           self->cell_width - ATLAS_HEAT_MAP_CELL_GAP,
                           box.height - ATLAS_HEAT_MAP_CELL_GAP),
                MIN_STRENGTH + (strongest - MIN_STRENGTH) * part);
    }
}

static void
add_block (AtlasChartLayout *layout,
           const AtlasHeatMap *self,
           AtlasBox box,
           guint first)
{
  double strongest = find_strongest (&layout->theme);
  double left =
      box.x + self->label_width + ATLAS_HEAT_MAP_LABEL_GAP * self->unit;
  double head = atlas_heat_map_measure_names (self, layout->text, first);
  double y = box.y + head + ATLAS_HEAT_MAP_HEAD_GAP * self->unit;
  guint row;

  add_names (layout, self, atlas_box (left, box.y, 0, head), first);
  for (row = 0; row < atlas_heat_map_count_rows (self); row++)
    {
      g_autofree char *name = atlas_heat_map_dup_label (self, row, FALSE);
      double height = atlas_heat_map_measure_row (self, layout->text, row);

      atlas_layout_add_text (layout, name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                             atlas_box (box.x, y, self->label_width, height),
                             ATLAS_ALIGN_START, 0.5, 2);
      add_row (layout, self, atlas_box (left, y, 0, height), row, first,
               strongest);
      y += height;
    }
}

void
atlas_heat_map_layout (const AtlasHeatMap *self,
                       AtlasChartLayout *layout,
                       AtlasBox box)
{
  double y = box.y;
  guint first;

  atlas_layout_add_text (layout, atlas_chart_get_kind_title (self->kind),
                         ATLAS_TEXT_HEADING, ATLAS_INK_TEXT,
                         atlas_box (box.x, y, box.width, 0), ATLAS_ALIGN_START,
                         0.0, 1);
  y += atlas_text_get_line_height (layout->text, ATLAS_TEXT_HEADING)
       + ATLAS_HEAT_MAP_HEAD_GAP * self->unit;
  for (first = 0; first < atlas_heat_map_count_columns (self);
       first += self->n_columns)
    {
      double height = atlas_heat_map_measure_block (self, layout->text, first);

      add_block (layout, self, atlas_box (box.x, y, box.width, height), first);
      y += height + ATLAS_HEAT_MAP_BLOCK_GAP * self->unit;
    }
}

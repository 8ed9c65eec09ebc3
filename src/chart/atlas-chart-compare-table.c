/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-compare-private.h"
#include "atlas-chart-grid.h"

/* Measures in points at a text scale of 1. */
#define COLUMN_GAP 24.0
#define BLOCK_GAP 12.0

static AtlasChartTable *
create_wide_table (const AtlasChart *chart)
{
  AtlasChartTable *table = atlas_chart_table_new ();

  atlas_compare_fill_table (chart, table);

  return table;
}

/* Goes through the tables of the outputs, side by side where both fit; adds
 * them where there is a layout. Returns the height. */
static double
walk_narrow (const AtlasChart *chart,
             AtlasText *text,
             AtlasBox box,
             double unit,
             AtlasChartLayout *layout)
{
  AtlasChartTable *tables[ATLAS_N_KINDS] = { NULL, NULL };
  double half = (box.width - COLUMN_GAP * unit) / 2, height = 0;
  gboolean beside = TRUE;
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    if (atlas_chart_shows (chart, kind))
      {
        tables[kind] = atlas_compare_create_narrow_table (chart, kind);
        beside = beside && atlas_grid_fits (tables[kind], text, half, unit);
      }
    else
      {
        beside = FALSE;
      }

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      AtlasBox room = box;
      double used;

      if (tables[kind] == NULL)
        continue;

      if (beside)
        {
          room.width = half;
          room.x += kind * (half + COLUMN_GAP * unit);
        }
      else if (height > 0)
        {
          height += BLOCK_GAP * unit;
          room.y += height;
        }
      used = atlas_grid_measure (tables[kind], text, room.width, unit);
      if (layout != NULL)
        atlas_grid_layout (tables[kind], layout, room, unit);
      height = beside ? MAX (height, used) : height + used;
      atlas_chart_table_free (tables[kind]);
    }

  return height;
}

double
atlas_compare_measure_table (const AtlasChart *chart,
                             AtlasText *text,
                             double width,
                             double unit)
{
  g_autoptr (AtlasChartTable) table = create_wide_table (chart);

  if (atlas_grid_fits (table, text, width, unit))
    return atlas_grid_measure (table, text, width, unit);

  return walk_narrow (chart, text, atlas_box (0, 0, width, 0), unit, NULL);
}

void
atlas_compare_layout_table (const AtlasChart *chart,
                            AtlasChartLayout *layout,
                            AtlasBox box,
                            double unit)
{
  g_autoptr (AtlasChartTable) table = create_wide_table (chart);

  if (atlas_grid_fits (table, layout->text, box.width, unit))
    atlas_grid_layout (table, layout, box, unit);
  else
    walk_narrow (chart, layout->text, box, unit, layout);
}

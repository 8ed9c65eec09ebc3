/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-panel.h"

G_BEGIN_DECLS

/*
 * How panels are made
 *
 *   atlas-chart-panel.c       the grid: lines of panels, their heights
 *   atlas-chart-panel-rows.c  rows: words, widths, heights
 *   atlas-chart-panel-bars.c  drawing one row: bar and mark, name and values
 *   atlas-chart-panel-scale.c the lines of the scale behind the bars
 *   atlas-chart-panel-ring.c  a panel as a ring
 */

/* Measures in points at a text scale of 1. */
#define ATLAS_PANEL_LABEL_GAP 8.0
#define ATLAS_PANEL_VALUE_GAP 5.0
#define ATLAS_PANEL_COUNT_GAP 6.0
#define ATLAS_PANEL_OUTLINE 0.8
#define ATLAS_PANEL_GRID_WIDTH 0.6
#define ATLAS_PANEL_NAME_LINES 2

/* One row of a panel, worded and measured; @apart where the values have a line
 * of their own. @box and @bar are known once its bar is drawn. */
typedef struct
{
  char *name;
  char *share;
  char *count;
  double share_width;
  double count_width;
  double name_height;
  double height;
  gboolean apart;
  AtlasBox box;
  AtlasBox bar;
} AtlasPanelRow;

/* What all panels of a grid have in common: their bars begin at one place and
 * are of one scale. @stacked where names stand above the bars, @row_gap between
 * the rows. */
typedef struct
{
  gboolean stacked;
  double unit;
  double width;
  double label_width;
  double bar_x;
  double bar_width;
  double bar_height;
  double row_gap;
  double name_gap;
} AtlasPanelFrame;

/* The rows of one panel; the last one may be that of the others. */
typedef struct
{
  guint n_entries;
  gboolean others;
  GArray *rows;
} AtlasPanelRows;

void atlas_panel_frame_init (AtlasPanelFrame *frame,
                             const AtlasPanelGrid *grid,
                             const AtlasChart *chart,
                             AtlasText *text,
                             const AtlasTheme *theme,
                             double width);

void atlas_panel_rows_init (AtlasPanelRows *rows,
                            const AtlasPanelFrame *frame,
                            const AtlasChart *chart,
                            const AtlasPanel *panel,
                            AtlasText *text);

void atlas_panel_rows_clear (AtlasPanelRows *rows);

double atlas_panel_row_get_value_width (const AtlasPanelRow *row, double unit);

/* Holders and technology fields are rows alike. */
guint atlas_panel_count_rows (const AtlasChart *chart, const AtlasPanel *panel);

const AtlasNumber *atlas_panel_get_row_share (const AtlasChart *chart,
                                              const AtlasPanel *panel,
                                              guint row);

guint32 atlas_panel_get_row_line (const AtlasChart *chart,
                                  const AtlasPanel *panel,
                                  guint row);

AtlasInterval
atlas_panel_get_others (const AtlasChart *chart, const AtlasPanel *panel);

/* Draws the scale of one panel behind what was added since @first_item. */
void atlas_panel_add_scale (AtlasChartLayout *layout,
                            const AtlasPanelGrid *grid,
                            AtlasBox bars,
                            guint first_item);

/* Draws the bar of one row within @box. */
void atlas_panel_add_bar (AtlasChartLayout *layout,
                          const AtlasPanelGrid *grid,
                          const AtlasPanel *panel,
                          const AtlasChart *chart,
                          const AtlasPanelFrame *frame,
                          AtlasPanelRows *rows,
                          AtlasBox box,
                          guint row);

/* Draws the texts of all rows, whose bars are drawn: texts that follow each
 * other take less room in a file. */
void atlas_panel_add_words (AtlasChartLayout *layout,
                            const AtlasPanelFrame *frame,
                            const AtlasPanelRows *rows);

double atlas_panel_measure_ring (const AtlasChart *chart,
                                 const AtlasPanel *panel,
                                 const AtlasPanelFrame *frame,
                                 const AtlasPanelRows *rows,
                                 AtlasText *text);

void atlas_panel_add_ring (AtlasChartLayout *layout,
                           const AtlasChart *chart,
                           const AtlasPanel *panel,
                           const AtlasPanelFrame *frame,
                           const AtlasPanelRows *rows,
                           AtlasBox box);

G_END_DECLS

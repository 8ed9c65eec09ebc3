/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"
#include "atlas-chart-scale.h"

G_BEGIN_DECLS

/**
 * AtlasPanel:
 * @profile: index of the profile it shows
 * @kind: patents or articles
 * @heading: (nullable): what stands above it
 * @caption: (nullable): a smaller line below that
 * @accent: colour of the first bar
 * @fields: whether it shows technology fields in place of holders
 * @donut: whether it is a ring in place of bars
 * @ticks: whether the scale is named below the bars
 *
 * The holders of one table as ranked bars: what several kinds of charts are
 * put together of.
 */
typedef struct
{
  guint profile;
  AtlasKind kind;
  char *heading;
  char *caption;
  AtlasInk accent;
  gboolean fields;
  gboolean donut;
  gboolean ticks;
} AtlasPanel;

/**
 * AtlasPanelGrid:
 * @panels: (element-type AtlasPanel): from left to right, line by line
 * @n_columns: panels side by side
 * @scale: the one scale of all of them
 * @dense: whether they are as low as can be read
 *
 * Panels on one scale.
 */
typedef struct
{
  GArray *panels;
  guint n_columns;
  AtlasScale scale;
  gboolean dense;
} AtlasPanelGrid;

AtlasPanelGrid *atlas_panel_grid_new (guint n_columns);

void atlas_panel_grid_free (AtlasPanelGrid *self);

AtlasPanel *
atlas_panel_grid_add (AtlasPanelGrid *self, guint profile, AtlasKind kind);

/* Makes the scale hold every value; to be called after the last panel. */
void atlas_panel_grid_set_scale (AtlasPanelGrid *self, const AtlasChart *chart);

double atlas_panel_grid_measure (const AtlasPanelGrid *self,
                                 const AtlasChart *chart,
                                 AtlasText *text,
                                 const AtlasTheme *theme,
                                 double width);

/* The greatest height that bars of the grid can make use of. */
double atlas_panel_grid_measure_most (const AtlasPanelGrid *self,
                                      const AtlasChart *chart,
                                      AtlasText *text,
                                      const AtlasTheme *theme,
                                      double width);

/* Names the scale below the last line of panels alone. */
void atlas_panel_grid_tick_last_line (AtlasPanelGrid *self);

void atlas_panel_grid_layout (const AtlasPanelGrid *self,
                              const AtlasChart *chart,
                              AtlasChartLayout *layout,
                              AtlasBox body);

/* Whether a table has a value that can be drawn. */
gboolean atlas_panel_has_data (const AtlasProfile *profile, AtlasKind kind);

/* The upper end of what a printed share may be drawn as; NaN for none. */
double atlas_panel_get_share (const AtlasNumber *share);

/* The sentences that belong to a holder and to the others. */
char *atlas_panel_dup_entry_sentence (const AtlasChart *chart,
                                      guint profile,
                                      AtlasKind kind,
                                      guint entry);

char *atlas_panel_dup_others_sentence (const AtlasChart *chart,
                                       guint profile,
                                       AtlasKind kind);

/* Number of all that the table does not name. */
AtlasInterval atlas_panel_get_others_count (const AtlasChart *chart,
                                            guint profile,
                                            AtlasKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPanelGrid, atlas_panel_grid_free)

G_END_DECLS

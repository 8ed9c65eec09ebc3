/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-chart-catalogue.h"
#include "atlas-chart-table-view.h"
#include "atlas-charts-view.h"

G_BEGIN_DECLS

/*
 * AtlasSession ── visible, selection ──► AtlasChartsView ──► AtlasChart
 *       ▲                                      │                 │
 *       └───── select ◄── mark-selected ── AtlasChartView ◄──────┘
 *
 *   atlas-charts-view.c         the page: properties
 *   atlas-charts-view-chart.c   what the chart is made of
 *   atlas-charts-view-choices.c kinds, options, cluster and title
 *   atlas-charts-view-session.c what the session says
 *   atlas-charts-view-size.c    what folds in a narrow window
 *   atlas-charts-view-state.c   what a project keeps of it
 */
struct _AtlasChartsView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *sidebar;
  GtkWidget *separator;
  GtkListBox *kind_list;
  GtkDropDown *kind_drop;
  GtkDropDown *cluster_drop;
  GtkBox *toolbar;
  GtkWidget *option_scroller;
  GtkBox *option_box;
  GtkWidget *button_box;
  GtkWidget *kind_box;
  GtkMenuButton *title_button;
  GtkPopover *title_popover;
  GtkEntry *title_entry;
  GtkToggleButton *table_button;
  GtkWidget *copy_button;
  GtkWidget *export_button;
  GtkWidget *print_button;
  GtkStack *stack;
  AdwClamp *clamp;
  AtlasChartView *chart_view;
  AtlasChartTableView *table_view;
  AdwStatusPage *empty_page;
  GtkDropDown *option_drops[ATLAS_N_OPTIONS];

  AtlasSession *session;
  guint entry;
  AtlasChartOptions options[ATLAS_N_CHART_KINDS];
  GPtrArray *compared;
  char *title_key;
  gboolean show_table;
  gboolean has_data;
  gboolean stale;
  gboolean updating;
  gboolean narrow;
  gboolean folded;
  guint narrow_idle;
};

const AtlasCatalogueEntry *atlas_charts_view_get_entry (AtlasChartsView *self);

AtlasChartOptions *atlas_charts_view_get_options (AtlasChartsView *self);

/* To be called once. */
void
atlas_charts_view_set_session (AtlasChartsView *self, AtlasSession *session);

/* Makes the chart anew from what the session has. */
void atlas_charts_view_rebuild (AtlasChartsView *self);

/* Shows in the chart what is selected in the session. */
void atlas_charts_view_update_selected (AtlasChartsView *self);

/* The drawing, its figures, or a word on why there is neither. */
void atlas_charts_view_update_page (AtlasChartsView *self);

void atlas_charts_view_update_table (AtlasChartsView *self);

void
atlas_charts_view_set_show_table (AtlasChartsView *self, gboolean show_table);

/* Fills the list of kinds and adds the drop-downs of the options. */
void atlas_charts_view_add_choices (AtlasChartsView *self);

/* The callbacks of the template that choose something. */
void atlas_charts_view_bind_choices (GtkWidgetClass *widget_class);

void atlas_charts_view_choose (AtlasChartsView *self, guint entry);

/* The drop-downs offer what the kind knows. */
void atlas_charts_view_update_options (AtlasChartsView *self);

guint atlas_charts_view_count_choices (const AtlasCatalogueEntry *entry,
                                       guint option);

void atlas_charts_view_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline);

void atlas_charts_view_size_allocate (GtkWidget *widget,
                                      int width,
                                      int height,
                                      int baseline);

G_END_DECLS

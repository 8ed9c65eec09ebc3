/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-view.h"
#include "atlas-network-details.h"
#include "atlas-network-filter-box.h"
#include "atlas-network-job.h"
#include "atlas-network-places.h"
#include "atlas-network-view.h"

G_BEGIN_DECLS

struct _AtlasNetworkView
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkStack *picture_stack;
  GtkToggleButton *graph_button;
  GtkToggleButton *matrix_button;
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  AtlasNetworkFilterBox *filter_box;
  GtkWidget *whole_button;
  GtkLabel *whole_label;
  GtkDropDown *size;
  GtkDropDown *fill;
  GtkDropDown *order;
  GtkWidget *zoom_box;
  GtkLabel *zoom_label;
  GtkToggleButton *side_button;
  AtlasNetworkCanvas *canvas;
  AdwBin *matrix_bin;
  AtlasChartView *matrix;
  GtkProgressBar *progress;
  GtkPaned *paned;
  GtkWidget *side;
  AtlasNetworkPlaces *places;
  AtlasNetworkDetails *details;
  GtkLabel *status;
  GtkLabel *hidden;
  GMenuModel *place_menu;
  GtkWidget *popover;

  AtlasSession *session;
  AtlasNetwork *whole;
  AtlasNetwork *network;
  GPtrArray *profiles;
  AtlasNetwork *pending;
  guint pending_id;
  AtlasNetworkJob *job;
  GCancellable *cancellable;
  guint progress_id;

  GHashTable *homes; /* id → two doubles: where a place was, unpinned */
  char *center;
  gboolean center_waits; /* a project asks for it, and is being read */
  guint depth;
  char *note;
  gboolean fresh; /* places need not stay near where they were seen */
  gboolean matrix_is_stale;
  gboolean syncing;
  gboolean has_size; /* was given a size before */
  gboolean narrow;
  int wide_minimum;
  guint narrow_id;
};

void atlas_network_view_install_actions (GtkWidgetClass *widget_class);

void atlas_network_view_bind_handlers (GtkWidgetClass *widget_class);

void atlas_network_view_choose (AtlasNetworkView *self, guint place);

void atlas_network_view_get_options (AtlasNetworkView *self,
                                     AtlasNetworkOptions *options);

guint atlas_network_view_count_places (AtlasNetwork *network);

const char *
atlas_network_view_get_place_label (AtlasNetworkView *self, guint place);

const char *
atlas_network_view_get_place_id (AtlasNetworkView *self, guint place);

gboolean atlas_network_view_has_center (AtlasNetworkView *self);

void atlas_network_view_stop (AtlasNetworkView *self);

void atlas_network_view_take_positions (AtlasNetworkView *self);

void atlas_network_view_update_matrix (AtlasNetworkView *self);

void atlas_network_view_update_pages (AtlasNetworkView *self);

void atlas_network_view_update (AtlasNetworkView *self);

void atlas_network_view_update_status (AtlasNetworkView *self);

void atlas_network_view_take_selection (AtlasNetworkView *self);

void atlas_network_view_give_selection (AtlasNetworkView *self,
                                        const GArray *places);

void atlas_network_view_find (AtlasNetworkView *self, gboolean next);

void atlas_network_view_show_path (AtlasNetworkView *self);

G_END_DECLS

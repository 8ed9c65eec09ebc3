/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-cell-pen.h"
#include "atlas-format.h"
#include "atlas-row-slots.h"
#include "atlas-table-view.h"

G_BEGIN_DECLS

struct _AtlasTableView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *nothing_found;
  GtkColumnView *column_view;
  GtkLabel *count_label;
  GtkLabel *order_label;
  GtkLabel *statistics_label;
  GtkMenuButton *statistics_button;
  GtkPopover *statistics_popover;
  GtkBox *statistics_box;
  GtkMenuButton *columns_button;
  GtkPopover *columns_popover;
  GtkBox *columns_box;
  GtkPopover *row_menu;

  AtlasSession *session;
  AtlasTable *table;
  AtlasRowSlots *slots;
  AtlasFormat format;
  AtlasCellPen *pen;
  GHashTable *cells;  /* those that show a row now */
  GPtrArray *columns; /* GtkColumnViewColumn, by number of the column */
  gboolean adjusting;
  guint update_id;
  gboolean rewind;      /* a table that fills shows its first rows */
  gboolean offer_first; /* once it is full, its first row is selected */
  int counted; /* the column that the footer counts, -1 for the sorted one */
};

void atlas_table_view_install_actions (GtkWidgetClass *widget_class);

void atlas_table_view_update_actions (AtlasTableView *self);

void atlas_table_view_init_columns (AtlasTableView *self);

void
atlas_table_view_renew_rows (AtlasTableView *self, guint position, guint n);

void atlas_table_view_take_layout (AtlasTableView *self);

void atlas_table_view_take_order (AtlasTableView *self);

void atlas_table_view_fill_chooser (AtlasTableView *self);

void atlas_table_view_update_footer (AtlasTableView *self);

/* The column whose figures the footer shows, -1 for none. */
int atlas_table_view_find_counted (AtlasTableView *self);

G_END_DECLS

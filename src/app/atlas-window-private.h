/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases-window.h"
#include "atlas-charts-view.h"
#include "atlas-compat.h"
#include "atlas-network-view.h"
#include "atlas-print.h"
#include "atlas-problems-view.h"
#include "atlas-profiles-view.h"
#include "atlas-project.h"
#include "atlas-saver.h"
#include "atlas-window.h"

G_BEGIN_DECLS

/* The window is one type in several files: its frame (atlas-window.c), its
 * views (atlas-window-views.c), its search (atlas-window-search.c), what is
 * opened (atlas-window-files.c), what is
 * kept (atlas-window-project.c), what is printed and exported
 * (atlas-window-output.c, atlas-window-print.c), the names that mean the same
 * (atlas-window-aliases.c), and what is done with what is
 * shown (atlas-window-actions.c). */
struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  AtlasPreferences *preferences;
  AtlasSession *session;
  AtlasFeed *feed;

  /* The project that is open, if any; the read under way. */
  GFile *project_file;
  AtlasProject *project;
  GTask *project_loading;
  AtlasSaver *saver;
  guint keep_source;
  guint menus_source;
  guint ready_source;
  gboolean touched;
  /* The last try to keep the state was in vain. */
  gboolean keep_failed;

  AdwToastOverlay *toast_overlay;
  GtkWidget *header_bar;
  GtkStack *title_stack;
  AdwWindowTitle *window_title;
  AdwSplitButton *open_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *search_count;
  AdwBin *hidden_bin;
  GtkRevealer *banner;
  GtkStack *stack;
  AdwViewStack *view_stack;
  AdwViewStackPage *problems_page;
  AdwBin *profiles_bin;
  AdwBin *charts_bin;
  AdwBin *network_bin;
  AdwBin *problems_bin;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkRevealer *drop_revealer;
  AdwViewSwitcher *view_switcher;
  AdwViewSwitcherBar *view_switcher_bar;
  GtkMenuButton *menu_button;
  GMenuModel *open_menu;
  GMenuModel *primary_menu;
  GMenu *recent_section;
  GMenu *undo_section;

  /* Each is made when its page is first shown, and finds its state here. */
  AtlasProfilesView *profiles_view;
  AtlasChartsView *charts_view;
  AtlasNetworkView *network_view;
  AtlasProblemsView *problems_view;
  GVariant *chart_state;
  GVariant *network_state;
  GtkWindow *report_window;

  /* The table whose rows the search counts. */
  AtlasTable *searched;

  /* The pages that are being made to be printed, and what says so. */
  GCancellable *print_making;
  AdwToast *print_toast;
  guint print_source;

  /* Offers to undo the last change, while it is the last one. */
  AdwToast *undo_toast;

  gboolean narrow;
  int wide_minimum;
  guint focus_retries;

  /* The page shown last wants the keyboard. */
  guint focus_source;
  gboolean focus_wanted;
};

/* atlas-window.c */

void atlas_window_toast (AtlasWindow *self, const char *sentence);

void atlas_window_toast_undo (AtlasWindow *self, const char *sentence);

void atlas_window_update (AtlasWindow *self);

void atlas_window_reveal (GtkRevealer *revealer, gboolean reveal);

/* atlas-window-views.c */

void atlas_window_init_views (AtlasWindow *self);

void atlas_window_make_ready (AtlasWindow *self);

AtlasProfilesView *atlas_window_get_profiles_view (AtlasWindow *self);

AtlasChartsView *atlas_window_get_charts_view (AtlasWindow *self);

AtlasNetworkView *atlas_window_get_network_view (AtlasWindow *self);

AtlasProblemsView *atlas_window_get_problems_view (AtlasWindow *self);

void atlas_window_restore_views (AtlasWindow *self,
                                 GVariant *chart,
                                 GVariant *network);

void atlas_window_add_view_states (AtlasWindow *self, GVariantDict *state);

/* atlas-window-search.c */

void atlas_window_bind_search (GtkWidgetClass *widget_class);

void atlas_window_init_search (AtlasWindow *self);

void atlas_window_update_search (AtlasWindow *self);

/* atlas-window-focus.c */

void atlas_window_init_focus (AtlasWindow *self);

/* atlas-window-files.c */

void atlas_window_init_files (AtlasWindow *self);

/* atlas-window-project.c */

void atlas_window_init_project (AtlasWindow *self);

void atlas_window_open_project (AtlasWindow *self, GFile *file);

void atlas_window_begin_files (AtlasWindow *self);

void atlas_window_keep (AtlasWindow *self);

/* atlas-window-export.c */

void
atlas_window_export_table (AtlasWindow *self, AtlasTable *table, gboolean all);

/* atlas-window-aliases.c */

void atlas_window_init_aliases (AtlasWindow *self);

void atlas_window_save_aliases (AtlasWindow *self,
                                AtlasAliasesWindow *window,
                                GFile *file);

/* atlas-window-data.c */

void atlas_window_init_data (AtlasWindow *self);

/* atlas-window-output.c */

void atlas_window_update_output (AtlasWindow *self);

void atlas_window_init_output (AtlasWindow *self);

/* atlas-window-print.c */

void atlas_window_print (AtlasWindow *self, AtlasPrintJob *job);

void atlas_window_print_table (AtlasWindow *self, AtlasTable *table);

void atlas_window_cancel_print (AtlasWindow *self);

/* atlas-window-actions.c */

void atlas_window_init_actions (AtlasWindow *self);

void atlas_window_set_enabled (AtlasWindow *self,
                               const char *action,
                               gboolean enabled);

G_END_DECLS

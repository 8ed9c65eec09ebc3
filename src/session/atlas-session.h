/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases.h"
#include "atlas-document-store.h"
#include "atlas-filter-set.h"
#include "atlas-network.h"
#include "atlas-problem-store.h"
#include "atlas-standings.h"
#include "atlas-table.h"
#include "atlas-undo-stack.h"

G_BEGIN_DECLS

/**
 * AtlasSession:
 *
 * What the user is looking at: the open profiles and their problems (facts),
 * and the search, filters, order, selection, aliases, hidden rows, pins and
 * notes (what is done with them). Views read it and call its setters; they
 * never call each other. It belongs to the main thread.
 *
 * Views bind to
 *  - `visible`: GListModel of AtlasDocument, filtered and sorted: the rows of
 *    the profiles table. What a view of many clusters shows.
 *  - signal `visible-changed`: `visible` changed in any way; once for a burst
 *    of changes, from an idle. Take a new atlas_session_snapshot() then.
 *  - signal `selection-changed`: the set of selected documents or places, or
 *    the current one, changed; emitted at once, after the change.
 *  - signals `documents-hidden` and `documents-removed`: the user did that, and
 *    can undo it.
 *  - notify::search, ::aliases, ::network, ::standings, ::loading, ::current,
 *    ::n-errors, ::n-warnings, ::n-hidden.
 *
 * The properties `world-patents` and `world-articles` are the totals of the
 * world that ranks are checked with, 0 where not known.
 *
 * Whoever loads (the application) brackets a batch with
 * atlas_session_begin_batch() and atlas_session_end_batch() and calls
 * atlas_session_add_file() for each file of it; a file that is there already
 * is replaced, and the selection stays.
 */
#define ATLAS_TYPE_SESSION (atlas_session_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSession, atlas_session, ATLAS, SESSION, GObject)

/**
 * AtlasScope:
 * @ATLAS_SCOPE_ALL: every open profile
 * @ATLAS_SCOPE_VISIBLE: those that pass search and filters, in their order
 * @ATLAS_SCOPE_SELECTED: those of them that are selected
 */
typedef enum
{
  ATLAS_SCOPE_ALL,
  ATLAS_SCOPE_VISIBLE,
  ATLAS_SCOPE_SELECTED,
} AtlasScope;

AtlasSession *atlas_session_new (void);

/* Facts: called by whoever loads. */

void atlas_session_begin_batch (AtlasSession *self);

void atlas_session_add_file (AtlasSession *self,
                             GFile *file,
                             GPtrArray *profiles,
                             GPtrArray *problems);

void atlas_session_remove_file (AtlasSession *self, GFile *file);

void atlas_session_end_batch (AtlasSession *self);

void atlas_session_clear (AtlasSession *self);

void atlas_session_set_loading (AtlasSession *self, gboolean loading);

gboolean atlas_session_get_loading (AtlasSession *self);

/* Reading. */

AtlasDocumentStore *atlas_session_get_store (AtlasSession *self);

AtlasProblemStore *atlas_session_get_problems (AtlasSession *self);

guint atlas_session_get_n_errors (AtlasSession *self);

guint atlas_session_get_n_warnings (AtlasSession *self);

AtlasTable *atlas_session_get_table (AtlasSession *self, AtlasTableKind kind);

GListModel *atlas_session_get_visible (AtlasSession *self);

guint atlas_session_get_n_hidden (AtlasSession *self);

GPtrArray *atlas_session_snapshot (AtlasSession *self, AtlasScope scope);

AtlasDocument *
atlas_session_find_document (AtlasSession *self, const AtlasProfile *profile);

AtlasDocument *atlas_session_find_key (AtlasSession *self, const char *key);

GPtrArray *
atlas_session_dup_place_documents (AtlasSession *self, const char *place);

char *
atlas_session_dup_document_place (AtlasSession *self, AtlasDocument *document);

AtlasNetwork *atlas_session_get_network (AtlasSession *self);

gboolean atlas_session_get_network_pending (AtlasSession *self);

AtlasStandings *atlas_session_get_standings (AtlasSession *self);

/* Search and filters: hold for all views. */

const char *atlas_session_get_search (AtlasSession *self);

void atlas_session_set_search (AtlasSession *self, const char *text);

AtlasFilterSet *atlas_session_get_filters (AtlasSession *self);

void atlas_session_add_filter (AtlasSession *self, AtlasFilter *filter);

void atlas_session_remove_filter (AtlasSession *self, AtlasFilter *filter);

void atlas_session_clear_filters (AtlasSession *self);

/* Selection: one for tables, charts and network. */

AtlasDocument *atlas_session_get_current (AtlasSession *self);

void atlas_session_select (AtlasSession *self, AtlasDocument *document);

void atlas_session_select_documents (AtlasSession *self,
                                     AtlasDocument *const *documents,
                                     guint n_documents);

void atlas_session_set_selected (AtlasSession *self,
                                 AtlasDocument *document,
                                 gboolean selected);

gboolean
atlas_session_is_selected (AtlasSession *self, AtlasDocument *document);

guint atlas_session_get_n_selected (AtlasSession *self);

void
atlas_session_select_places (AtlasSession *self, const char *const *places);

gboolean
atlas_session_is_place_selected (AtlasSession *self, const char *place);

char **atlas_session_dup_selected_places (AtlasSession *self);

const char *atlas_session_get_current_place (AtlasSession *self);

void atlas_session_unselect_all (AtlasSession *self);

/* The user's own data, each change undoable. */

AtlasUndoStack *atlas_session_get_undo_stack (AtlasSession *self);

AtlasAliases *atlas_session_get_aliases (AtlasSession *self);

void atlas_session_set_aliases (AtlasSession *self,
                                AtlasAliases *aliases,
                                const char *undo_name);

void atlas_session_hide_documents (AtlasSession *self,
                                   AtlasDocument *const *documents,
                                   guint n_documents);

void atlas_session_show_hidden (AtlasSession *self);

guint atlas_session_get_n_hidden_rows (AtlasSession *self);

gboolean atlas_session_is_pinned (AtlasSession *self, AtlasDocument *document);

void atlas_session_pin_documents (AtlasSession *self,
                                  AtlasDocument *const *documents,
                                  guint n,
                                  gboolean pinned);

void atlas_session_set_pinned (AtlasSession *self,
                               AtlasDocument *document,
                               gboolean pinned);

const char *
atlas_session_get_note (AtlasSession *self, AtlasDocument *document);

void atlas_session_set_note (AtlasSession *self,
                             AtlasDocument *document,
                             const char *text);

/* Titles of charts; the signal `chart-titles-changed` tells. */

const char *atlas_session_get_chart_title (AtlasSession *self, const char *key);

void atlas_session_set_chart_title (AtlasSession *self,
                                    const char *key,
                                    const char *title);

/* Places of the network that the user put somewhere; the signal
 * `positions-changed` tells. */

gboolean atlas_session_get_position (AtlasSession *self,
                                     const char *place,
                                     double *x,
                                     double *y);

void atlas_session_set_position (AtlasSession *self,
                                 const char *place,
                                 const char *name,
                                 double x,
                                 double y);

void atlas_session_release_places (AtlasSession *self,
                                   const char *place,
                                   const char *name);

guint atlas_session_get_n_positions (AtlasSession *self);

void atlas_session_remove_documents (AtlasSession *self,
                                     AtlasDocument *const *documents,
                                     guint n_documents);

/* For project files and for keeping the state between runs: vardicts. */

GVariant *atlas_session_dup_project (AtlasSession *self);

void atlas_session_restore_project (AtlasSession *self, GVariant *project);

GVariant *atlas_session_dup_layout (AtlasSession *self);

void atlas_session_restore_layout (AtlasSession *self, GVariant *layout);

G_END_DECLS

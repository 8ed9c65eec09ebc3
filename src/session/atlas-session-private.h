/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-place-list.h"
#include "atlas-row-list.h"
#include "atlas-session.h"

G_BEGIN_DECLS

struct _AtlasSession
{
  GObject parent_instance;

  /* Facts */
  AtlasDocumentStore *store;
  AtlasProblemStore *problems;
  GHashTable *files;  /* GFile → GPtrArray of its documents */
  GHashTable *counts; /* key of a document → how many have it */
  GPtrArray *added;
  GPtrArray *added_problems;
  GHashTable *removed;       /* documents that the batch takes away */
  GHashTable *removed_files; /* files whose problems go with them */
  GHashTable *reselected;    /* keys of selected documents that were removed */
  guint batch_depth;
  gboolean loading;

  /* What is shown */
  AtlasTable *tables[ATLAS_N_TABLES];
  char *search;
  AtlasFilterSet *filters;
  AtlasSelection *selection;
  guint visible_changed_id;

  /* The network of what is shown, once anyone asked for it */
  AtlasNetwork *network;
  AtlasPlaceList *places;
  gboolean network_wanted;
  GCancellable *network_job;

  /* Whether links are answered, once anyone looks at their table */
  AtlasRowList *links;
  guint answers_id;
  GCancellable *answers_job;

  /* How the open profiles stand among each other, once anyone asked for it */
  AtlasStandings *standings;
  AtlasWorldTotals world;
  gboolean standings_wanted;
  gboolean standings_stale;
  gboolean standings_running;

  /* The user's own */
  AtlasUndoStack *undo_stack;
  AtlasAliases *aliases;
  GHashTable *hidden;
  GHashTable *pinned;
  GHashTable *notes;
  GHashTable *positions; /* key of a place → where the user put it */
  GHashTable *titles;    /* what a chart shows → the title given to it */
};

GHashTable *atlas_session_new_files (void);

void atlas_session_init_user (AtlasSession *self);

void atlas_session_finalize_user (AtlasSession *self);

void atlas_session_put_documents (AtlasSession *self,
                                  GPtrArray *documents,
                                  GPtrArray *problems);

GPtrArray *
atlas_session_take_documents (AtlasSession *self, GPtrArray *documents);

/* Sets of keys of documents. */
GHashTable *atlas_session_new_set (void);

/* The keys stay the table's. */
GPtrArray *atlas_session_dup_sorted_keys (GHashTable *set);

GVariant *atlas_session_set_to_variant (GHashTable *set);

void atlas_session_apply_filters (gpointer owner, gpointer state);

void atlas_session_apply_hidden (gpointer owner, gpointer state);

void atlas_session_apply_pinned (gpointer owner, gpointer state);

GHashTable *atlas_session_new_positions (void);

GVariant *atlas_session_positions_to_variant (AtlasSession *self);

void atlas_session_apply_positions (gpointer owner, gpointer state);

GHashTable *atlas_session_new_titles (void);

GVariant *atlas_session_titles_to_variant (AtlasSession *self);

void atlas_session_apply_titles (gpointer owner, gpointer state);

void atlas_session_update_network (AtlasSession *self);

void atlas_session_follow_answers (AtlasSession *self, AtlasRowList *links);

void atlas_session_queue_answers (AtlasSession *self);

void atlas_session_forget_answers (AtlasSession *self);

void atlas_session_update_standings (AtlasSession *self);

void atlas_session_renew_standings (AtlasSession *self);

void atlas_session_queue_visible_changed (AtlasSession *self);

void atlas_session_on_picked (AtlasSession *self, AtlasTable *table);

void atlas_session_notify_hidden (AtlasSession *self);

G_END_DECLS

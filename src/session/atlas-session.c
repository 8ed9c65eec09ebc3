/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-row-list.h"
#include "atlas-session-private.h"

enum
{
  PROP_0,
  PROP_VISIBLE,
  PROP_SEARCH,
  PROP_ALIASES,
  PROP_NETWORK,
  PROP_STANDINGS,
  PROP_WORLD_PATENTS,
  PROP_WORLD_ARTICLES,
  PROP_LOADING,
  PROP_CURRENT,
  PROP_N_ERRORS,
  PROP_N_WARNINGS,
  PROP_N_HIDDEN,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (AtlasSession, atlas_session, G_TYPE_OBJECT)

static void
atlas_session_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (prop_id)
    {
    case PROP_VISIBLE:
      g_value_set_object (value, atlas_session_get_visible (self));
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_ALIASES:
      g_value_set_pointer (value, self->aliases);
      break;
    case PROP_NETWORK:
      g_value_set_pointer (value, self->network);
      break;
    case PROP_STANDINGS:
      g_value_set_pointer (value, self->standings);
      break;
    case PROP_WORLD_PATENTS:
      g_value_set_double (value, self->world.total[ATLAS_PATENTS]);
      break;
    case PROP_WORLD_ARTICLES:
      g_value_set_double (value, self->world.total[ATLAS_ARTICLES]);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, atlas_session_get_current (self));
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, atlas_session_get_n_errors (self));
      break;
    case PROP_N_WARNINGS:
      g_value_set_uint (value, atlas_session_get_n_warnings (self));
      break;
    case PROP_N_HIDDEN:
      g_value_set_uint (value, atlas_session_get_n_hidden (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_world_total (AtlasSession *self,
                 AtlasKind kind,
                 double total,
                 GParamSpec *pspec)
{
  if (self->world.total[kind] == total)
    return;

  self->world.total[kind] = total;
  atlas_session_update_standings (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
atlas_session_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  AtlasSession *self = ATLAS_SESSION (object);

  switch (prop_id)
    {
    case PROP_SEARCH:
      atlas_session_set_search (self, g_value_get_string (value));
      break;
    case PROP_WORLD_PATENTS:
      set_world_total (self, ATLAS_PATENTS, g_value_get_double (value), pspec);
      break;
    case PROP_WORLD_ARTICLES:
      set_world_total (self, ATLAS_ARTICLES, g_value_get_double (value), pspec);
      break;
    case PROP_LOADING:
      atlas_session_set_loading (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_session_dispose (GObject *object)
{
  AtlasSession *self = ATLAS_SESSION (object);
  guint i;

  g_clear_handle_id (&self->visible_changed_id, g_source_remove);
  g_cancellable_cancel (self->network_job);
  g_clear_object (&self->network_job);
  atlas_session_forget_answers (self);
  for (i = 0; i < ATLAS_N_TABLES; i++)
    {
      if (self->tables[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->tables[i], self);
      g_clear_object (&self->tables[i]);
    }
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (atlas_session_parent_class)->dispose (object);
}

static void
atlas_session_finalize (GObject *object)
{
  AtlasSession *self = ATLAS_SESSION (object);

  atlas_session_finalize_user (self);
  g_clear_object (&self->store);
  g_clear_object (&self->problems);
  g_clear_object (&self->filters);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->added_problems, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->removed_files, g_hash_table_unref);
  g_clear_pointer (&self->reselected, g_hash_table_unref);
  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->standings, atlas_standings_unref);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (atlas_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags reading =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags both = reading | G_PARAM_WRITABLE;

  g_object_class_install_property (
      object_class, PROP_VISIBLE,
      g_param_spec_object ("visible", NULL, NULL, G_TYPE_LIST_MODEL, reading));
  g_object_class_install_property (
      object_class, PROP_SEARCH,
      g_param_spec_string ("search", NULL, NULL, "", both));
  g_object_class_install_property (
      object_class, PROP_ALIASES,
      g_param_spec_pointer ("aliases", NULL, NULL, reading));
  g_object_class_install_property (
      object_class, PROP_NETWORK,
      g_param_spec_pointer ("network", NULL, NULL, reading));
  g_object_class_install_property (
      object_class, PROP_STANDINGS,
      g_param_spec_pointer ("standings", NULL, NULL, reading));
  g_object_class_install_property (
      object_class, PROP_WORLD_PATENTS,
      g_param_spec_double ("world-patents", NULL, NULL, 0, 1e9, 0, both));
  g_object_class_install_property (
      object_class, PROP_WORLD_ARTICLES,
      g_param_spec_double ("world-articles", NULL, NULL, 0, 1e9, 0, both));
  g_object_class_install_property (
      object_class, PROP_LOADING,
      g_param_spec_boolean ("loading", NULL, NULL, FALSE, both));
  g_object_class_install_property (object_class, PROP_CURRENT,
                                   g_param_spec_object ("current", NULL, NULL,
                                                        ATLAS_TYPE_DOCUMENT,
                                                        reading));
  g_object_class_install_property (
      object_class, PROP_N_ERRORS,
      g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, reading));
  g_object_class_install_property (
      object_class, PROP_N_WARNINGS,
      g_param_spec_uint ("n-warnings", NULL, NULL, 0, G_MAXUINT, 0, reading));
  g_object_class_install_property (
      object_class, PROP_N_HIDDEN,
      g_param_spec_uint ("n-hidden", NULL, NULL, 0, G_MAXUINT, 0, reading));
}

static void
atlas_session_class_init (AtlasSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_session_get_property;
  object_class->set_property = atlas_session_set_property;
  object_class->dispose = atlas_session_dispose;
  object_class->finalize = atlas_session_finalize;
  install_properties (object_class);

  /**
   * AtlasSession::visible-changed:
   *
   * What is shown changed: other profiles, another order, other names. Comes
   * from an idle, once for many changes.
   */
  g_signal_new ("visible-changed", ATLAS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AtlasSession::selection-changed:
   *
   * Other documents or places are selected, or another is the current one.
   */
  g_signal_new ("selection-changed", ATLAS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AtlasSession::positions-changed:
   *
   * The user put places of the network elsewhere, or released them.
   */
  g_signal_new ("positions-changed", ATLAS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AtlasSession::note-changed:
   * @key: key of the document that the note is on; empty for all
   */
  g_signal_new ("note-changed", ATLAS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * AtlasSession::chart-titles-changed:
   *
   * The user gave another title to a chart.
   */
  g_signal_new ("chart-titles-changed", ATLAS_TYPE_SESSION, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AtlasSession::documents-hidden:
   * @n_documents: how many
   *
   * The user hid profiles; not for undo and redo.
   */
  g_signal_new ("documents-hidden", ATLAS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * AtlasSession::documents-removed:
   * @n_documents: how many
   *
   * The user closed profiles; not for undo and redo.
   */
  g_signal_new ("documents-removed", ATLAS_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
on_selection_changed (AtlasSession *self)
{
  g_signal_emit_by_name (self, "selection-changed");
  g_object_notify (G_OBJECT (self), "current");
}

static void
on_problems_changed (AtlasSession *self)
{
  g_object_notify (G_OBJECT (self), "n-errors");
  g_object_notify (G_OBJECT (self), "n-warnings");
}

static void
atlas_session_init (AtlasSession *self)
{
  self->store = atlas_document_store_new ();
  self->problems = atlas_problem_store_new ();
  self->files = atlas_session_new_files ();
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->added_problems = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_hash_table_new (NULL, NULL);
  self->removed_files = g_hash_table_new_full (
      g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);
  self->reselected =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->filters = atlas_filter_set_new ();
  self->selection = atlas_selection_new ();
  self->search = g_strdup ("");
  atlas_session_init_user (self);

  g_signal_connect_swapped (self->selection, "changed",
                            G_CALLBACK (on_selection_changed), self);
  g_signal_connect_object (self->problems, "items-changed",
                           G_CALLBACK (on_problems_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "items-changed",
                           G_CALLBACK (atlas_session_update_standings), self,
                           G_CONNECT_SWAPPED);
  atlas_session_get_table (self, ATLAS_TABLE_PROFILES);
}

/**
 * atlas_session_new:
 *
 * Returns: (transfer full): a session without profiles
 */
AtlasSession *
atlas_session_new (void)
{
  return g_object_new (ATLAS_TYPE_SESSION, NULL);
}

/**
 * atlas_session_get_store:
 * @self: a session
 *
 * Returns: (transfer none): all open profiles, in the order of loading
 */
AtlasDocumentStore *
atlas_session_get_store (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->store;
}

/**
 * atlas_session_get_problems:
 * @self: a session
 *
 * Returns: (transfer none): all problems
 */
AtlasProblemStore *
atlas_session_get_problems (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->problems;
}

/**
 * atlas_session_get_n_errors:
 * @self: a session
 *
 * Returns: how many errors there are
 */
guint
atlas_session_get_n_errors (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return atlas_problem_store_count (self->problems, ATLAS_SEVERITY_ERROR);
}

/**
 * atlas_session_get_n_warnings:
 * @self: a session
 *
 * Returns: how many warnings there are
 */
guint
atlas_session_get_n_warnings (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return atlas_problem_store_count (self->problems, ATLAS_SEVERITY_WARNING);
}

static void
peek_document (GListModel *source, guint position, AtlasRowData *row)
{
  AtlasDocument *document =
      atlas_document_store_get (ATLAS_DOCUMENT_STORE (source), position);

  row->owner = G_OBJECT (document);
  row->item = atlas_document_get_profile (document);
  row->index = position;
  row->kind = ATLAS_PATENTS;
  row->mark = 0;
}

static void
peek_row (GListModel *source, guint position, AtlasRowData *row)
{
  atlas_row_list_peek (ATLAS_ROW_LIST (source), position, row);
}

static void
peek_place (GListModel *source, guint position, AtlasRowData *row)
{
  atlas_place_list_peek (ATLAS_PLACE_LIST (source), position, row);
}

static void
peek_problem (GListModel *source, guint position, AtlasRowData *row)
{
  AtlasFileProblem *problem =
      atlas_problem_store_get (ATLAS_PROBLEM_STORE (source), position);

  row->owner = G_OBJECT (problem);
  row->item = atlas_file_problem_get_problem (problem);
  row->index = position;
  row->kind = ATLAS_PATENTS;
  row->mark = 0;
}

static AtlasTable *
make_table (AtlasSession *self, AtlasTableKind kind)
{
  g_autoptr (AtlasRowList) rows = NULL;
  AtlasRowListKind row_kind;

  switch (kind)
    {
    case ATLAS_TABLE_PROFILES:
      return atlas_table_new (kind, G_LIST_MODEL (self->store), peek_document,
                              self->selection);
    case ATLAS_TABLE_PROBLEMS:
      return atlas_table_new (kind, G_LIST_MODEL (self->problems), peek_problem,
                              self->selection);
    case ATLAS_TABLE_PLACES:
      self->places = atlas_place_list_new ();
      atlas_place_list_set_network (self->places,
                                    atlas_session_get_network (self));
      return atlas_table_new (kind, G_LIST_MODEL (self->places), peek_place,
                              self->selection);
    case ATLAS_TABLE_APPLICANTS:
      row_kind = ATLAS_ROW_LIST_APPLICANTS;
      break;
    case ATLAS_TABLE_PUBLISHERS:
      row_kind = ATLAS_ROW_LIST_PUBLISHERS;
      break;
    case ATLAS_TABLE_LINKS:
      row_kind = ATLAS_ROW_LIST_LINKS;
      break;
    case ATLAS_N_TABLES:
    default:
      g_return_val_if_reached (NULL);
    }

  rows = atlas_row_list_new (self->store, row_kind);
  if (kind == ATLAS_TABLE_LINKS)
    atlas_session_follow_answers (self, rows);
  return atlas_table_new (kind, G_LIST_MODEL (rows), peek_row, self->selection);
}

/**
 * atlas_session_get_table:
 * @self: a session
 * @kind: which table
 *
 * A table is made when it is first asked for.
 *
 * Returns: (transfer none): the table
 */
AtlasTable *
atlas_session_get_table (AtlasSession *self, AtlasTableKind kind)
{
  AtlasTable *table;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (kind < ATLAS_N_TABLES, NULL);

  if (self->tables[kind] != NULL)
    return self->tables[kind];

  table = self->tables[kind] = make_table (self, kind);
  atlas_table_set_filling (table, self->loading);
  atlas_table_set_aliases (table, self->aliases);
  atlas_table_set_pinned (table, self->pinned);
  if (kind != ATLAS_TABLE_PROBLEMS)
    {
      atlas_table_set_search (table, self->search);
      atlas_table_set_filters (table, self->filters);
      atlas_table_set_hidden (table, self->hidden);
    }

  g_signal_connect_swapped (table, "picked",
                            G_CALLBACK (atlas_session_on_picked), self);
  if (kind == ATLAS_TABLE_PROFILES)
    {
      g_signal_connect_swapped (
          table, "items-changed",
          G_CALLBACK (atlas_session_queue_visible_changed), self);
      g_signal_connect_swapped (table, "refreshed",
                                G_CALLBACK (atlas_session_notify_hidden), self);
    }

  return table;
}

/**
 * atlas_session_get_visible:
 * @self: a session
 *
 * Returns: (transfer none): a list of #AtlasDocument: the profiles that pass
 *   search and filters, in the order of the profiles table
 */
GListModel *
atlas_session_get_visible (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->tables[ATLAS_TABLE_PROFILES]);
}

/**
 * atlas_session_get_n_hidden:
 * @self: a session
 *
 * Returns: how many of the open profiles are not shown, for whatever reason
 */
guint
atlas_session_get_n_hidden (AtlasSession *self)
{
  AtlasTable *table;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  table = self->tables[ATLAS_TABLE_PROFILES];
  if (table == NULL)
    return 0;

  /* A large table may still show what was removed. */
  return MAX (atlas_table_get_n_total (table), atlas_table_get_n_rows (table))
         - atlas_table_get_n_rows (table);
}

void
atlas_session_notify_hidden (AtlasSession *self)
{
  g_object_notify (G_OBJECT (self), "n-hidden");
}

static gboolean
emit_visible_changed (gpointer user_data)
{
  AtlasSession *self = ATLAS_SESSION (user_data);

  self->visible_changed_id = 0;
  g_signal_emit_by_name (self, "visible-changed");
  if (self->network_wanted)
    atlas_session_update_network (self);

  return G_SOURCE_REMOVE;
}

void
atlas_session_queue_visible_changed (AtlasSession *self)
{
  if (self->visible_changed_id == 0)
    self->visible_changed_id = g_idle_add (emit_visible_changed, self);
}

/**
 * atlas_session_set_loading:
 * @self: a session
 * @loading: whether files are being read
 *
 * Called by whoever loads.
 */
void
atlas_session_set_loading (AtlasSession *self, gboolean loading)
{
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (self->loading == !!loading)
    return;

  self->loading = !!loading;
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL)
      atlas_table_set_filling (self->tables[i], self->loading);
  if (!self->loading)
    atlas_session_renew_standings (self);
  g_object_notify (G_OBJECT (self), "loading");
}

/**
 * atlas_session_get_loading:
 * @self: a session
 *
 * Returns: whether files are being read
 */
gboolean
atlas_session_get_loading (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->loading;
}

/**
 * atlas_session_find_document:
 * @self: a session
 * @profile: a profile, such as one of a snapshot
 *
 * Returns: (transfer none) (nullable): its document; %NULL when it is not open
 *   any more
 */
AtlasDocument *
atlas_session_find_document (AtlasSession *self, const AtlasProfile *profile)
{
  AtlasDocument *const *documents;
  guint n, i;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  documents = atlas_document_store_peek (self->store, &n);
  for (i = 0; i < n; i++)
    if (atlas_document_get_profile (documents[i]) == profile)
      return documents[i];

  return NULL;
}

/**
 * atlas_session_find_key:
 * @self: a session
 * @key: key of a document: "shenyang/2024"
 *
 * Returns: (transfer none) (nullable): the first document with this key
 */
AtlasDocument *
atlas_session_find_key (AtlasSession *self, const char *key)
{
  AtlasDocument *const *documents;
  guint n, i;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  documents = atlas_document_store_peek (self->store, &n);
  for (i = 0; i < n; i++)
    if (g_str_equal (atlas_document_get_key (documents[i]), key))
      return documents[i];

  return NULL;
}

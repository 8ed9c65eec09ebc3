/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-file-problem.h"
#include "atlas-fold.h"
#include "atlas-network.h"
#include "atlas-row-query.h"
#include "atlas-table-layout.h"

/* Tables up to this size follow at once; sorting that many rows takes less
 * than a millisecond or two, which is less than a detour over a worker. */
#define MAX_ROWS_AT_ONCE 3000

/* While profiles are being loaded, a large table spends at most a fifth of
 * the time on following. */
#define REST_FACTOR 4
#define MIN_REST_MS 60

/* What a worker does and gives back. */
typedef struct
{
  AtlasRowSet *rows;
  AtlasRowQuery query;
  GArray *before;
  guint n_same;
  GArray *order;
} Job;

struct _AtlasTable
{
  GObject parent_instance;

  AtlasTableKind kind;
  const AtlasColumn *columns;
  guint n_columns;
  GListModel *source;
  AtlasRowPeekFunc peek;
  AtlasSelection *selection;
  AtlasAliases *aliases;
  AtlasTableLayout *layout;
  AtlasRowQuery query;

  /* What is shown: indices into the rows, in order. */
  AtlasRowSet *rows;
  GArray *order;

  /* How many rows at the start of the source are as in the rows, and whether
   * the order fits the query. */
  guint n_same;
  gboolean source_changed;
  gboolean query_changed;
  gboolean aliases_changed;

  gboolean running;
  gint64 started;
  guint rest_id;

  /* Rows that the user picked here, until something else is selected
   * elsewhere: their items, and the rows themselves. */
  GHashTable *picked;
  GArray *picked_rows;
  guint lead;
  gboolean picking;

  /* Whoever hears that rows changed may select something before all others
   * have heard of the rows; those would be told of rows they do not know. */
  guint n_emitting;
  gboolean selection_waits;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    AtlasTable,
    atlas_table,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                               selection_model_iface_init))

static const AtlasRowData *
get_row (AtlasTable *self, guint position)
{
  return atlas_row_set_get_row (self->rows,
                                g_array_index (self->order, guint32, position));
}

/* List model */

static GType
atlas_table_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
atlas_table_get_n_items (GListModel *model)
{
  return ATLAS_TABLE (model)->order->len;
}

static gpointer
atlas_table_get_item (GListModel *model, guint position)
{
  AtlasTable *self = ATLAS_TABLE (model);
  const AtlasRowData *row;

  if (position >= self->order->len)
    return NULL;

  row = get_row (self, position);
  if (self->kind == ATLAS_TABLE_PROFILES || self->kind == ATLAS_TABLE_PROBLEMS)
    return g_object_ref (row->owner);

  return atlas_row_new (row);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_table_get_item_type;
  iface->get_n_items = atlas_table_get_n_items;
  iface->get_item = atlas_table_get_item;
}

/* Selection model */

static gboolean
is_row_selected (AtlasTable *self, const AtlasRowData *row)
{
  if (self->picked != NULL)
    return g_hash_table_contains (self->picked, row->item);
  if (self->kind == ATLAS_TABLE_PLACES)
    return atlas_selection_contains_place (
        self->selection, ((const AtlasPlace *) row->item)->id);
  if (self->kind == ATLAS_TABLE_PROBLEMS)
    return FALSE;

  return atlas_selection_contains (self->selection,
                                   (AtlasDocument *) row->owner);
}

static gboolean
atlas_table_is_selected (GtkSelectionModel *model, guint position)
{
  AtlasTable *self = ATLAS_TABLE (model);

  return position < self->order->len
         && is_row_selected (self, get_row (self, position));
}

static GtkBitset *
atlas_table_get_selection_in_range (GtkSelectionModel *model,
                                    guint position,
                                    guint n_items)
{
  AtlasTable *self = ATLAS_TABLE (model);
  GtkBitset *bitset = gtk_bitset_new_empty ();
  guint i;

  for (i = position; i < position + n_items && i < self->order->len; i++)
    if (is_row_selected (self, get_row (self, i)))
      gtk_bitset_add (bitset, i);

  return bitset;
}

static void
forget_picked (AtlasTable *self)
{
  guint i;

  for (i = 0; i < self->picked_rows->len; i++)
    g_object_unref (g_array_index (self->picked_rows, AtlasRowData, i).owner);
  g_array_set_size (self->picked_rows, 0);
  g_clear_pointer (&self->picked, g_hash_table_unref);
}

/* Picks the rows that @selected says where @mask asks, and those that are
 * selected elsewhere. The last one that was not selected before leads. */
static void
pick (AtlasTable *self, GtkBitset *selected, GtkBitset *mask)
{
  g_autoptr (GHashTable) picked = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) rows = NULL;
  guint lead = G_MAXUINT;
  guint i;

  rows = g_array_new (FALSE, FALSE, sizeof (AtlasRowData));
  for (i = 0; i < self->order->len; i++)
    {
      const AtlasRowData *row = get_row (self, i);
      gboolean masked = gtk_bitset_contains (mask, i);

      if (masked ? !gtk_bitset_contains (selected, i)
                 : !is_row_selected (self, row))
        continue;

      if (masked && (lead == G_MAXUINT || !is_row_selected (self, row)))
        lead = rows->len;
      g_hash_table_add (picked, (gpointer) row->item);
      g_array_append_val (rows, *row);
      g_object_ref (row->owner);
    }

  forget_picked (self);
  self->picked = g_steal_pointer (&picked);
  g_array_unref (self->picked_rows);
  self->picked_rows = g_steal_pointer (&rows);
  self->lead = lead != G_MAXUINT ? lead : 0;
}

static void
emit_selection_changed (AtlasTable *self)
{
  if (self->n_emitting > 0)
    self->selection_waits = TRUE;
  else if (self->order->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0,
                                           self->order->len);
}

static void
emit_items_changed (AtlasTable *self,
                    guint position,
                    guint n_removed,
                    guint n_added)
{
  self->n_emitting++;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed,
                              n_added);
  self->n_emitting--;

  if (self->n_emitting == 0 && self->selection_waits)
    {
      self->selection_waits = FALSE;
      emit_selection_changed (self);
    }
}

static gboolean
atlas_table_set_selection (GtkSelectionModel *model,
                           GtkBitset *selected,
                           GtkBitset *mask)
{
  AtlasTable *self = ATLAS_TABLE (model);

  pick (self, selected, mask);

  self->picking = TRUE;
  g_signal_emit_by_name (self, "picked");
  self->picking = FALSE;

  emit_selection_changed (self);
  return TRUE;
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = atlas_table_is_selected;
  iface->get_selection_in_range = atlas_table_get_selection_in_range;
  iface->set_selection = atlas_table_set_selection;
}

static void
on_selection_changed (AtlasTable *self)
{
  if (self->picking || self->kind == ATLAS_TABLE_PROBLEMS)
    return;

  forget_picked (self);
  emit_selection_changed (self);
}

/* Following the source */

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->rows, atlas_row_set_unref);
  g_clear_pointer (&job->before, g_array_unref);
  g_clear_pointer (&job->order, g_array_unref);
  atlas_row_query_clear (&job->query);
  g_free (job);
}

static gboolean
is_same (AtlasRowSet *old_rows,
         GArray *old,
         guint old_position,
         AtlasRowSet *rows,
         GArray *order,
         guint position)
{
  const AtlasRowData *before = atlas_row_set_get_row (
      old_rows, g_array_index (old, guint32, old_position));
  const AtlasRowData *after =
      atlas_row_set_get_row (rows, g_array_index (order, guint32, position));

  return before->item == after->item && before->mark == after->mark;
}

static void
drop_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  atlas_row_set_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

/* Large sets are freed by a worker, which is felt otherwise. */
static void
drop_rows (AtlasRowSet *rows)
{
  g_autoptr (GTask) task = NULL;

  if (atlas_row_set_get_n_rows (rows) <= MAX_ROWS_AT_ONCE)
    {
      atlas_row_set_unref (rows);
      return;
    }

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, rows, NULL);
  g_task_run_in_thread (task, drop_thread);
}

/* Shows the result of a job. What is the same at both ends stays. */
static void
take_result (AtlasTable *self, Job *job)
{
  AtlasRowSet *old_rows = g_steal_pointer (&self->rows);
  g_autoptr (GArray) old = g_steal_pointer (&self->order);
  guint head = 0;
  guint tail = 0;
  guint n_common;

  self->rows = g_steal_pointer (&job->rows);
  self->order = g_steal_pointer (&job->order);

  n_common = MIN (old->len, self->order->len);
  while (head < n_common
         && is_same (old_rows, old, head, self->rows, self->order, head))
    head++;
  while (tail < n_common - head
         && is_same (old_rows, old, old->len - 1 - tail, self->rows,
                     self->order, self->order->len - 1 - tail))
    tail++;

  if (old->len != head + tail || self->order->len != head + tail)
    emit_items_changed (self, head, old->len - head - tail,
                        self->order->len - head - tail);
  drop_rows (old_rows);

  g_signal_emit_by_name (self, "refreshed");
}

static void
run_job (Job *job)
{
  job->order =
      atlas_row_query_run (&job->query, job->rows, job->before, job->n_same);
}

static void
job_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  run_job (task_data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_rested (gpointer user_data)
{
  AtlasTable *self = ATLAS_TABLE (user_data);

  self->rest_id = 0;
  atlas_table_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasTable *self = ATLAS_TABLE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  gint64 rest;

  self->running = FALSE;
  take_result (self, job);

  if (self->query_changed)
    atlas_table_refresh (self);
  else if (self->source_changed && self->rest_id == 0)
    {
      rest = (g_get_monotonic_time () - self->started) * REST_FACTOR / 1000;
      self->rest_id =
          g_timeout_add ((guint) MAX (rest, MIN_REST_MS), on_rested, self);
    }

  g_object_notify (G_OBJECT (self), "busy");
}

/* What there is to do now, and nothing is left to do then. */
static Job *
make_job (AtlasTable *self)
{
  Job *job = g_new0 (Job, 1);
  guint n_before = atlas_row_set_get_n_rows (self->rows);

  /* Rows that were only added to are sorted in. */
  if (!self->query_changed && self->n_same == n_before)
    {
      job->before = g_array_ref (self->order);
      job->n_same = n_before;
    }

  if (self->source_changed || self->aliases_changed)
    job->rows = atlas_row_set_new (
        self->kind, self->source, self->peek, self->aliases,
        self->aliases_changed ? NULL : self->rows, self->n_same);
  else
    job->rows = atlas_row_set_ref (self->rows);

  atlas_row_query_copy (&self->query, &job->query);
  self->n_same = atlas_row_set_get_n_rows (job->rows);
  self->source_changed = FALSE;
  self->query_changed = FALSE;
  self->aliases_changed = FALSE;

  return job;
}

/**
 * atlas_table_refresh:
 * @self: a table
 *
 * Makes the table follow what has changed: at once when it is small, else
 * soon. Everything that changes the table calls this itself.
 */
void
atlas_table_refresh (AtlasTable *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (ATLAS_IS_TABLE (self));

  if (self->running || (!self->source_changed && !self->query_changed))
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  job = make_job (self);

  if (atlas_row_set_get_n_rows (job->rows) <= MAX_ROWS_AT_ONCE)
    {
      run_job (job);
      take_result (self, job);
      job_free (job);
      return;
    }

  self->running = TRUE;
  self->started = g_get_monotonic_time ();
  task = g_task_new (self, NULL, on_job_done, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
  g_object_notify (G_OBJECT (self), "busy");
}

static void
on_source_changed (AtlasTable *self,
                   guint position,
                   guint n_removed,
                   guint n_added,
                   GListModel *source)
{
  self->n_same = MIN (self->n_same, position);
  self->source_changed = TRUE;
  if (self->rest_id == 0)
    atlas_table_refresh (self);
}

static void
query_changed (AtlasTable *self)
{
  self->query_changed = TRUE;
  atlas_table_refresh (self);
}

/* Object */

static void
atlas_table_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  AtlasTable *self = ATLAS_TABLE (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, atlas_table_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_table_dispose (GObject *object)
{
  AtlasTable *self = ATLAS_TABLE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->picked_rows != NULL)
    forget_picked (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (atlas_table_parent_class)->dispose (object);
}

static void
atlas_table_finalize (GObject *object)
{
  AtlasTable *self = ATLAS_TABLE (object);

  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  g_clear_pointer (&self->layout, atlas_table_layout_free);
  g_clear_pointer (&self->rows, atlas_row_set_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->picked_rows, g_array_unref);
  atlas_row_query_clear (&self->query);

  G_OBJECT_CLASS (atlas_table_parent_class)->finalize (object);
}

static void
atlas_table_class_init (AtlasTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const char *const signals[] = { "order-changed", "layout-changed",
                                         "refreshed", "picked" };
  guint i;

  object_class->get_property = atlas_table_get_property;
  object_class->dispose = atlas_table_dispose;
  object_class->finalize = atlas_table_finalize;

  /**
   * AtlasTable:busy:
   *
   * Whether a worker is sorting or filtering.
   */
  g_object_class_install_property (
      object_class, PROP_BUSY,
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags));

  /* order-changed: it is sorted by something else;
   * layout-changed: other columns are shown, or in another way;
   * refreshed: the rows are those that were asked for;
   * picked: the user selected rows here, atlas_table_get_picked(). */
  for (i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_new (signals[i], ATLAS_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_table_init (AtlasTable *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->picked_rows = g_array_new (FALSE, FALSE, sizeof (AtlasRowData));
  self->query.errors = TRUE;
  self->query.warnings = TRUE;
}

/* What a table is sorted by before the user says anything. */
static const struct
{
  const char *id;
  gboolean descending;
} first_order[ATLAS_N_TABLES][ATLAS_MAX_SORT_KEYS] = {
  [ATLAS_TABLE_PROFILES] = { { "rank", FALSE }, { "edition", TRUE } },
  [ATLAS_TABLE_APPLICANTS] = { { "cluster", FALSE }, { "rank", FALSE } },
  [ATLAS_TABLE_PUBLISHERS] = { { "cluster", FALSE }, { "rank", FALSE } },
  [ATLAS_TABLE_LINKS] = { { "source", FALSE },
                          { "kind", TRUE },
                          { "order", FALSE } },
  [ATLAS_TABLE_PLACES] = { { "named_by", TRUE }, { "label", FALSE } },
  [ATLAS_TABLE_PROBLEMS] = { { "source", FALSE }, { "line", FALSE } },
};

static void
reset_order (AtlasTable *self)
{
  guint i;

  self->query.n_keys = 0;
  for (i = 0; i < ATLAS_MAX_SORT_KEYS; i++)
    {
      AtlasSortKey *key = &self->query.keys[self->query.n_keys];

      if (first_order[self->kind][i].id == NULL)
        break;
      key->column =
          (guint) atlas_table_find_column (self, first_order[self->kind][i].id);
      key->descending = first_order[self->kind][i].descending;
      self->query.n_keys++;
    }
}

/**
 * atlas_table_new:
 * @kind: which table
 * @source: the list of its rows
 * @peek: fills in a row of @source
 * @selection: what is selected in all views
 *
 * Returns: (transfer full): a table that follows @source
 */
AtlasTable *
atlas_table_new (AtlasTableKind kind,
                 GListModel *source,
                 AtlasRowPeekFunc peek,
                 AtlasSelection *selection)
{
  AtlasTable *self;

  g_return_val_if_fail (kind < ATLAS_N_TABLES, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (source), NULL);
  g_return_val_if_fail (peek != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_SELECTION (selection), NULL);

  self = g_object_new (ATLAS_TYPE_TABLE, NULL);
  self->kind = kind;
  self->columns = atlas_columns_get (kind, &self->n_columns);
  self->source = g_object_ref (source);
  self->peek = peek;
  self->selection = g_object_ref (selection);
  self->layout = atlas_table_layout_new (kind);
  reset_order (self);

  g_signal_connect_swapped (source, "items-changed",
                            G_CALLBACK (on_source_changed), self);
  g_signal_connect_swapped (selection, "changed",
                            G_CALLBACK (on_selection_changed), self);

  self->rows = atlas_row_set_new (kind, source, peek, NULL, NULL, 0);
  self->n_same = atlas_row_set_get_n_rows (self->rows);
  query_changed (self);

  return self;
}

/**
 * atlas_table_get_kind:
 * @self: a table
 *
 * Returns: which table it is
 */
AtlasTableKind
atlas_table_get_kind (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->kind;
}

/**
 * atlas_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows are shown
 */
guint
atlas_table_get_n_rows (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->order->len;
}

/**
 * atlas_table_get_n_total:
 * @self: a table
 *
 * Returns: how many rows there are, shown or not
 */
guint
atlas_table_get_n_total (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return g_list_model_get_n_items (self->source);
}

/**
 * atlas_table_get_busy:
 * @self: a table
 *
 * Returns: whether a worker is sorting or filtering, so that the rows are not
 *   up to date yet
 */
gboolean
atlas_table_get_busy (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), FALSE);

  return self->running || self->rest_id != 0;
}

/**
 * atlas_table_get_row:
 * @self: a table
 * @position: less than the number of rows shown
 * @row: (out caller-allocates): the row, not referenced
 */
void
atlas_table_get_row (AtlasTable *self, guint position, AtlasRowData *row)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (position < self->order->len);
  g_return_if_fail (row != NULL);

  *row = *get_row (self, position);
}

/**
 * atlas_table_get_source_row:
 * @self: a table
 * @position: less than the number of all rows
 * @row: (out caller-allocates): the row, not referenced
 *
 * A row of all there are, in the order they were loaded: for exporting all.
 */
void
atlas_table_get_source_row (AtlasTable *self, guint position, AtlasRowData *row)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (position < g_list_model_get_n_items (self->source));
  g_return_if_fail (row != NULL);

  self->peek (self->source, position, row);
}

/**
 * atlas_table_get_row_of_item:
 * @item: (type GObject): an item of a table
 * @row: (out caller-allocates): its row, not referenced
 */
void
atlas_table_get_row_of_item (gpointer item, AtlasRowData *row)
{
  g_return_if_fail (G_IS_OBJECT (item));
  g_return_if_fail (row != NULL);

  memset (row, 0, sizeof *row);
  if (ATLAS_IS_ROW (item))
    {
      *row = *atlas_row_get_data (item);
      return;
    }

  row->owner = item;
  if (ATLAS_IS_DOCUMENT (item))
    row->item = atlas_document_get_profile (item);
  else
    row->item = atlas_file_problem_get_problem (item);
}

/**
 * atlas_table_find:
 * @self: a table
 * @row: a row
 * @position: (out) (optional): where it is shown
 *
 * Returns: whether it is shown
 */
gboolean
atlas_table_find (AtlasTable *self, const AtlasRowData *row, guint *position)
{
  guint i;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  for (i = 0; i < self->order->len; i++)
    {
      if (get_row (self, i)->item != row->item)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * atlas_table_get_value:
 * @self: a table
 * @row: a row of it
 * @column: a column
 * @value: (out caller-allocates): the value; atlas_value_clear()
 */
void
atlas_table_get_value (AtlasTable *self,
                       const AtlasRowData *row,
                       guint column,
                       AtlasValue *value)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  atlas_column_get_value (&self->columns[column], row, self->aliases, value);
}

/**
 * atlas_table_get_picked:
 * @self: a table
 * @n_rows: (out): how many rows the user picked
 * @lead: (out): index of the row that was picked last
 *
 * Returns: (transfer none) (array length=n_rows): the rows, in the order they
 *   are shown; empty when the selection was made elsewhere
 */
const AtlasRowData *
atlas_table_get_picked (AtlasTable *self, guint *n_rows, guint *lead)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);
  g_return_val_if_fail (n_rows != NULL && lead != NULL, NULL);

  *n_rows = self->picked_rows->len;
  *lead = self->lead;
  return (const AtlasRowData *) self->picked_rows->data;
}

/**
 * atlas_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are, shown or not
 */
guint
atlas_table_get_n_columns (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->n_columns;
}

/**
 * atlas_table_get_column:
 * @self: a table
 * @column: less than the number of columns
 *
 * Returns: (transfer none): the column
 */
const AtlasColumn *
atlas_table_get_column (AtlasTable *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

/**
 * atlas_table_find_column:
 * @self: a table
 * @id: id of a column
 *
 * Returns: its number, -1 when there is none
 */
int
atlas_table_find_column (AtlasTable *self, const char *id)
{
  guint i;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].id, id) == 0)
      return (int) i;

  return -1;
}

/**
 * atlas_table_get_column_order:
 * @self: a table
 *
 * Returns: (transfer none): all columns, shown or not, in the order they stand
 */
const guint *
atlas_table_get_column_order (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  return atlas_table_layout_get_order (self->layout);
}

static void
layout_changed (AtlasTable *self, gboolean changed)
{
  if (changed)
    g_signal_emit_by_name (self, "layout-changed");
}

/**
 * atlas_table_move_column:
 * @self: a table
 * @column: a column
 * @position: where it is to stand among all columns
 */
void
atlas_table_move_column (AtlasTable *self, guint column, guint position)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  layout_changed (self,
                  atlas_table_layout_move (self->layout, column, position));
}

/**
 * atlas_table_get_column_visible:
 * @self: a table
 * @column: a column
 *
 * Returns: whether it is shown
 */
gboolean
atlas_table_get_column_visible (AtlasTable *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), FALSE);

  return atlas_table_layout_get_visible (self->layout, column);
}

/**
 * atlas_table_set_column_visible:
 * @self: a table
 * @column: a column
 * @visible: whether it is to be shown; the last one stays
 */
void
atlas_table_set_column_visible (AtlasTable *self,
                                guint column,
                                gboolean visible)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  layout_changed (
      self, atlas_table_layout_set_visible (self->layout, column, visible));
}

/**
 * atlas_table_get_column_width:
 * @self: a table
 * @column: a column
 *
 * Returns: its width in pixels, -1 when the user has not set one
 */
int
atlas_table_get_column_width (AtlasTable *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), -1);

  return atlas_table_layout_get_width (self->layout, column);
}

/**
 * atlas_table_set_column_width:
 * @self: a table
 * @column: a column
 * @width: its width in pixels, -1 for the natural one
 */
void
atlas_table_set_column_width (AtlasTable *self, guint column, int width)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  layout_changed (self,
                  atlas_table_layout_set_width (self->layout, column, width));
}

/**
 * atlas_table_reset_layout:
 * @self: a table
 *
 * Columns and order as they were at first.
 */
void
atlas_table_reset_layout (AtlasTable *self)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  atlas_table_layout_reset (self->layout);
  layout_changed (self, TRUE);

  reset_order (self);
  g_signal_emit_by_name (self, "order-changed");
  query_changed (self);
}

/**
 * atlas_table_dup_layout:
 * @self: a table
 *
 * Returns: (transfer floating): columns and order, as `(a(sbi)a(sb))`
 */
GVariant *
atlas_table_dup_layout (AtlasTable *self)
{
  GVariantBuilder keys;
  guint i;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  g_variant_builder_init (&keys, G_VARIANT_TYPE ("a(sb)"));
  for (i = 0; i < self->query.n_keys; i++)
    g_variant_builder_add (&keys, "(sb)",
                           self->columns[self->query.keys[i].column].id,
                           self->query.keys[i].descending);

  return g_variant_new ("(@a(sbi)@a(sb))",
                        atlas_table_layout_to_variant (self->layout),
                        g_variant_builder_end (&keys));
}

static void
restore_order (AtlasTable *self, GVariant *keys)
{
  GVariantIter iter;
  const char *id;
  gboolean descending;
  guint n = 0;

  g_variant_iter_init (&iter, keys);
  while (n < ATLAS_MAX_SORT_KEYS
         && g_variant_iter_next (&iter, "(&sb)", &id, &descending))
    {
      int column = atlas_table_find_column (self, id);

      if (column < 0)
        continue;
      self->query.keys[n].column = (guint) column;
      self->query.keys[n++].descending = descending;
    }

  if (n > 0)
    self->query.n_keys = n;
}

/**
 * atlas_table_restore_layout:
 * @self: a table
 * @layout: what atlas_table_dup_layout() made; anything else is passed over
 */
void
atlas_table_restore_layout (AtlasTable *self, GVariant *layout)
{
  g_autoptr (GVariant) columns = NULL;
  g_autoptr (GVariant) keys = NULL;

  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (layout != NULL);

  if (!g_variant_is_of_type (layout, G_VARIANT_TYPE ("(a(sbi)a(sb))")))
    return;

  g_variant_get (layout, "(@a(sbi)@a(sb))", &columns, &keys);
  atlas_table_layout_restore (self->layout, columns);
  layout_changed (self, TRUE);

  restore_order (self, keys);
  g_signal_emit_by_name (self, "order-changed");
  query_changed (self);
}

/**
 * atlas_table_sort_by:
 * @self: a table
 * @column: a column
 * @descending: whether large values come first
 *
 * Sorts by this column; what it was sorted by until now follows as the next
 * keys.
 */
void
atlas_table_sort_by (AtlasTable *self, guint column, gboolean descending)
{
  AtlasSortKey keys[ATLAS_MAX_SORT_KEYS];
  guint n = 1;
  guint i;

  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  keys[0].column = column;
  keys[0].descending = !!descending;
  for (i = 0; i < self->query.n_keys && n < ATLAS_MAX_SORT_KEYS; i++)
    if (self->query.keys[i].column != column)
      keys[n++] = self->query.keys[i];

  if (n == self->query.n_keys && self->query.keys[0].column == keys[0].column
      && self->query.keys[0].descending == keys[0].descending)
    return;

  memcpy (self->query.keys, keys, n * sizeof (AtlasSortKey));
  self->query.n_keys = n;
  g_signal_emit_by_name (self, "order-changed");
  query_changed (self);
}

/**
 * atlas_table_get_n_sort_keys:
 * @self: a table
 *
 * Returns: how many columns it is sorted by
 */
guint
atlas_table_get_n_sort_keys (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->query.n_keys;
}

/**
 * atlas_table_get_sort_key:
 * @self: a table
 * @position: less than the number of keys; 0 is the first
 * @descending: (out) (optional): whether large values come first
 *
 * Returns: the column it is sorted by
 */
guint
atlas_table_get_sort_key (AtlasTable *self,
                          guint position,
                          gboolean *descending)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);
  g_return_val_if_fail (position < self->query.n_keys, 0);

  if (descending != NULL)
    *descending = self->query.keys[position].descending;

  return self->query.keys[position].column;
}

static char *
dup_key_text (AtlasTable *self, guint position)
{
  const AtlasSortKey *key = &self->query.keys[position];
  const char *title = atlas_column_get_title (&self->columns[key->column]);

  if (!key->descending)
    return g_strdup (title);

  /* Translators: a column that a table is sorted by, large values first. */
  return g_strdup_printf (_ ("%s (descending)"), title);
}

/**
 * atlas_table_dup_order_text:
 * @self: a table
 *
 * Returns: (transfer full): a sentence that says what it is sorted by
 */
char *
atlas_table_dup_order_text (AtlasTable *self)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  if (self->query.n_keys == 0)
    return g_strdup (_ ("In the order of loading"));

  first = dup_key_text (self, 0);
  if (self->query.n_keys == 1)
    return g_strdup_printf (_ ("Sorted by %s"), first);

  second = dup_key_text (self, 1);
  if (self->query.n_keys == 2)
    return g_strdup_printf (_ ("Sorted by %s, then by %s"), first, second);

  third = dup_key_text (self, 2);
  return g_strdup_printf (_ ("Sorted by %s, then by %s, then by %s"), first,
                          second, third);
}

/**
 * atlas_table_set_search:
 * @self: a table
 * @text: (nullable): what to search for; all words must be in a row
 */
void
atlas_table_set_search (AtlasTable *self, const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_if_fail (ATLAS_IS_TABLE (self));

  folded = atlas_fold_search (text != NULL ? text : "");
  if (*folded != '\0')
    words = g_strsplit (folded, " ", -1);

  if (words == NULL
          ? self->query.words == NULL
          : self->query.words != NULL
                && g_strv_equal ((const char *const *) words,
                                 (const char *const *) self->query.words))
    return;

  g_strfreev (self->query.words);
  self->query.words = g_steal_pointer (&words);
  query_changed (self);
}

/**
 * atlas_table_set_filters:
 * @self: a table
 * @filters: (nullable): what the documents of rows have to pass
 *
 * Takes the filters as they are now; call it again when they change.
 */
void
atlas_table_set_filters (AtlasTable *self, AtlasFilterSet *filters)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (filters == NULL || ATLAS_IS_FILTER_SET (filters));

  g_clear_object (&self->query.filters);
  if (filters != NULL && atlas_filter_set_get_n_filters (filters) > 0)
    self->query.filters = atlas_filter_set_copy (filters);
  query_changed (self);
}

static void
set_keys (AtlasTable *self, GHashTable **place, GHashTable *keys)
{
  g_clear_pointer (place, g_hash_table_unref);
  if (keys != NULL && g_hash_table_size (keys) > 0)
    *place = g_hash_table_ref (keys);
  query_changed (self);
}

/**
 * atlas_table_set_hidden:
 * @self: a table
 * @keys: (nullable): set of keys of documents that are not shown; must not
 *   change any more
 */
void
atlas_table_set_hidden (AtlasTable *self, GHashTable *keys)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  set_keys (self, &self->query.hidden, keys);
}

/**
 * atlas_table_set_pinned:
 * @self: a table
 * @keys: (nullable): set of keys of documents that come first; must not change
 *   any more
 */
void
atlas_table_set_pinned (AtlasTable *self, GHashTable *keys)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  set_keys (self, &self->query.pinned, keys);
}

/**
 * atlas_table_set_aliases:
 * @self: a table
 * @aliases: (nullable): names that mean the same
 */
void
atlas_table_set_aliases (AtlasTable *self, AtlasAliases *aliases)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  if (self->aliases == aliases)
    return;

  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  if (aliases != NULL)
    self->aliases = atlas_aliases_ref (aliases);
  self->aliases_changed = TRUE;
  query_changed (self);

  /* Rows that stay show other names. */
  if (self->order->len > 0)
    emit_items_changed (self, 0, self->order->len, self->order->len);
}

/**
 * atlas_table_set_severities:
 * @self: the table of problems
 * @errors: whether errors are shown
 * @warnings: whether warnings are shown
 */
void
atlas_table_set_severities (AtlasTable *self,
                            gboolean errors,
                            gboolean warnings)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  if (self->query.errors == !!errors && self->query.warnings == !!warnings)
    return;

  self->query.errors = !!errors;
  self->query.warnings = !!warnings;
  query_changed (self);
}

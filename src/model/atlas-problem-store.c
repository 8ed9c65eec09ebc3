/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-problem-store.h"

struct _AtlasProblemStore
{
  GObject parent_instance;

  GPtrArray *problems;
  guint counts[ATLAS_SEVERITY_ERROR + 1];
};

static GType
atlas_problem_store_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_FILE_PROBLEM;
}

static guint
atlas_problem_store_get_n_items (GListModel *model)
{
  return ATLAS_PROBLEM_STORE (model)->problems->len;
}

static gpointer
atlas_problem_store_get_item (GListModel *model, guint position)
{
  AtlasProblemStore *self = ATLAS_PROBLEM_STORE (model);

  if (position >= self->problems->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->problems, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_problem_store_get_item_type;
  iface->get_n_items = atlas_problem_store_get_n_items;
  iface->get_item = atlas_problem_store_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasProblemStore,
                               atlas_problem_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_iface_init))

static AtlasSeverity
get_severity (gpointer problem)
{
  return atlas_problem_get_severity (atlas_file_problem_get_problem (problem));
}

static void
atlas_problem_store_finalize (GObject *object)
{
  AtlasProblemStore *self = ATLAS_PROBLEM_STORE (object);

  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_problem_store_parent_class)->finalize (object);
}

static void
atlas_problem_store_class_init (AtlasProblemStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_problem_store_finalize;
}

static void
atlas_problem_store_init (AtlasProblemStore *self)
{
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atlas_problem_store_new:
 *
 * Returns: (transfer full): a new, empty store
 */
AtlasProblemStore *
atlas_problem_store_new (void)
{
  return g_object_new (ATLAS_TYPE_PROBLEM_STORE, NULL);
}

/**
 * atlas_problem_store_get:
 * @self: a store
 * @position: less than the number of problems
 *
 * Returns: (transfer none): the problem there
 */
AtlasFileProblem *
atlas_problem_store_get (AtlasProblemStore *self, guint position)
{
  g_return_val_if_fail (ATLAS_IS_PROBLEM_STORE (self), NULL);
  g_return_val_if_fail (position < self->problems->len, NULL);

  return g_ptr_array_index (self->problems, position);
}

/**
 * atlas_problem_store_count:
 * @self: a store
 * @severity: errors or warnings
 *
 * Returns: how many problems are of this severity
 */
guint
atlas_problem_store_count (AtlasProblemStore *self, AtlasSeverity severity)
{
  g_return_val_if_fail (ATLAS_IS_PROBLEM_STORE (self), 0);

  return self->counts[severity];
}

/**
 * atlas_problem_store_append:
 * @self: a store
 * @problems: (array length=n_problems): what to add
 * @n_problems: how many
 *
 * Adds a batch at the end, with one #GListModel::items-changed.
 */
void
atlas_problem_store_append (AtlasProblemStore *self,
                            AtlasFileProblem *const *problems,
                            guint n_problems)
{
  guint position, i;

  g_return_if_fail (ATLAS_IS_PROBLEM_STORE (self));

  if (n_problems == 0)
    return;

  position = self->problems->len;
  for (i = 0; i < n_problems; i++)
    {
      g_ptr_array_add (self->problems, g_object_ref (problems[i]));
      self->counts[get_severity (problems[i])]++;
    }

  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n_problems);
}

/**
 * atlas_problem_store_remove_if:
 * @self: a store
 * @func: says which go
 * @user_data: for @func
 *
 * Removes problems wherever they stand; the others keep their order. There is
 * one #GListModel::items-changed, over the range from the first to the last.
 *
 * Returns: how many were removed
 */
guint
atlas_problem_store_remove_if (AtlasProblemStore *self,
                               AtlasProblemFunc func,
                               gpointer user_data)
{
  g_autoptr (GPtrArray) kept = NULL;
  guint first = G_MAXUINT;
  guint last = 0;
  guint n_removed = 0;
  guint i;

  g_return_val_if_fail (ATLAS_IS_PROBLEM_STORE (self), 0);
  g_return_val_if_fail (func != NULL, 0);

  kept = g_ptr_array_new_full (self->problems->len, g_object_unref);
  for (i = 0; i < self->problems->len; i++)
    {
      AtlasFileProblem *problem = g_ptr_array_index (self->problems, i);

      if (!func (problem, user_data))
        {
          g_ptr_array_add (kept, g_object_ref (problem));
          continue;
        }

      self->counts[get_severity (problem)]--;
      first = MIN (first, i);
      last = i;
      n_removed++;
    }

  if (n_removed == 0)
    return 0;

  g_ptr_array_unref (self->problems);
  self->problems = g_steal_pointer (&kept);
  g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1,
                              last - first + 1 - n_removed);
  return n_removed;
}

/**
 * atlas_problem_store_clear:
 * @self: a store
 *
 * Removes everything.
 */
void
atlas_problem_store_clear (AtlasProblemStore *self)
{
  guint n;

  g_return_if_fail (ATLAS_IS_PROBLEM_STORE (self));

  n = self->problems->len;
  if (n == 0)
    return;

  g_ptr_array_set_size (self->problems, 0);
  self->counts[ATLAS_SEVERITY_WARNING] = 0;
  self->counts[ATLAS_SEVERITY_ERROR] = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

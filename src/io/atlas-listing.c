/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-listing.h"

#include <glib/gi18n.h>

struct _AtlasListing
{
  gatomicrefcount references;
  GMutex lock;
  GPtrArray *roots;
  AtlasFoundFunc found;
  AtlasListedFunc listed;
  gpointer user_data;
  GDestroyNotify destroy;
  gint64 last_sign;
  guint n_found;
  guint n_skipped;
  gboolean recurse;
  gboolean cancelled;
  gboolean done;
};

/* Runs with the lock held, so that after a cancel nothing is told any more. */
static gboolean
tell (GPtrArray *items, gpointer data)
{
  AtlasListing *self = data;
  gboolean more;

  g_mutex_lock (&self->lock);
  more = !self->cancelled;
  if (more)
    {
      self->n_found += items->len;
      self->last_sign = g_get_monotonic_time ();
      more = self->found (items, self->user_data);
    }
  else
    g_ptr_array_unref (items);
  g_mutex_unlock (&self->lock);

  return more;
}

static gpointer
run_listing (gpointer data)
{
  AtlasListing *self = data;
  guint n_skipped;

  n_skipped =
      atlas_file_list_walk ((GFile *const *) self->roots->pdata,
                            self->roots->len, self->recurse, tell, self);

  g_mutex_lock (&self->lock);
  if (!self->cancelled)
    {
      self->n_skipped = n_skipped;
      self->done = TRUE;
      self->listed (self->user_data);
    }
  g_mutex_unlock (&self->lock);

  atlas_listing_unref (self);

  return NULL;
}

/**
 * atlas_listing_start:
 * @roots: (array length=n_roots): the files and folders named
 * @n_roots: number of @roots
 * @recurse: whether sub-folders are read
 * @found: called on the new thread with what was found
 * @listed: called on the new thread after the last item
 * @user_data: data for both
 * @destroy: frees @user_data once nothing can be called any more
 *
 * Returns: (transfer full): a walk under way
 */
AtlasListing *
atlas_listing_start (GFile *const *roots,
                     gsize n_roots,
                     gboolean recurse,
                     AtlasFoundFunc found,
                     AtlasListedFunc listed,
                     gpointer user_data,
                     GDestroyNotify destroy)
{
  AtlasListing *self;
  gsize i;

  g_return_val_if_fail (roots != NULL || n_roots == 0, NULL);
  g_return_val_if_fail (found != NULL, NULL);
  g_return_val_if_fail (listed != NULL, NULL);

  self = g_new0 (AtlasListing, 1);
  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->roots = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < n_roots; i++)
    g_ptr_array_add (self->roots, g_object_ref (roots[i]));
  self->recurse = recurse;
  self->found = found;
  self->listed = listed;
  self->user_data = user_data;
  self->destroy = destroy;
  self->last_sign = g_get_monotonic_time ();

  g_thread_unref (
      g_thread_new ("atlas-list", run_listing, atlas_listing_ref (self)));

  return self;
}

/**
 * atlas_listing_ref:
 * @self: a walk
 *
 * Returns: (transfer full): @self
 */
AtlasListing *
atlas_listing_ref (AtlasListing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * atlas_listing_unref:
 * @self: (transfer full): a walk
 */
void
atlas_listing_unref (AtlasListing *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->roots);
  g_mutex_clear (&self->lock);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

/**
 * atlas_listing_cancel:
 * @self: a walk
 *
 * Ends it without waiting. Nothing is called after this returns.
 */
void
atlas_listing_cancel (AtlasListing *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->cancelled = TRUE;
  g_mutex_unlock (&self->lock);
}

/**
 * atlas_listing_is_done:
 * @self: a walk
 *
 * Returns: whether all was found
 */
gboolean
atlas_listing_is_done (AtlasListing *self)
{
  gboolean done;

  g_return_val_if_fail (self != NULL, TRUE);

  g_mutex_lock (&self->lock);
  done = self->done;
  g_mutex_unlock (&self->lock);

  return done;
}

/**
 * atlas_listing_get_n_found:
 * @self: a walk
 *
 * Returns: how many items were found so far
 */
guint
atlas_listing_get_n_found (AtlasListing *self)
{
  guint n_found;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  n_found = self->n_found;
  g_mutex_unlock (&self->lock);

  return n_found;
}

/**
 * atlas_listing_get_n_skipped:
 * @self: a walk that is done
 *
 * Returns: how many files of other kinds were passed over
 */
guint
atlas_listing_get_n_skipped (AtlasListing *self)
{
  guint n_skipped;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  n_skipped = self->n_skipped;
  g_mutex_unlock (&self->lock);

  return n_skipped;
}

/**
 * atlas_listing_get_silence:
 * @self: a walk
 *
 * Returns: microseconds since the last item, 0 when the walk is done
 */
gint64
atlas_listing_get_silence (AtlasListing *self)
{
  gint64 silence;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  silence = self->done ? 0 : g_get_monotonic_time () - self->last_sign;
  g_mutex_unlock (&self->lock);

  return silence;
}

/**
 * atlas_listing_give_up:
 * @self: a walk that does not answer
 *
 * Cancels it and says so.
 *
 * Returns: (transfer full): an item with the problem, for the first root
 */
AtlasFileItem *
atlas_listing_give_up (AtlasListing *self)
{
  g_autofree char *uri = NULL;
  AtlasFileItem *item;
  GFile *root;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->roots->len > 0, NULL);

  atlas_listing_cancel (self);

  root = g_ptr_array_index (self->roots, 0);
  uri = g_file_get_uri (root);
  item = atlas_file_item_new (NULL, "", uri);
  item->problem = atlas_problem_new (
      ATLAS_PROBLEM_TIMEOUT, item->name, 0, NULL, 0,
      N_ ("The place where the folder is does not answer; not all of it was "
          "listed."),
      NULL);

  return item;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-feed-private.h"
#include "atlas-folder-check.h"

/* How many problems between files are shown at a time, and how often. */
#define PROBLEMS_PER_STEP 1000
#define STEP_MS 16

static gboolean
is_between (AtlasFileProblem *problem, gpointer user_data)
{
  return g_hash_table_contains (user_data, problem);
}

/* Takes away what an earlier check found. */
static void
drop_between (AtlasFeed *self)
{
  g_autoptr (GHashTable) earlier = NULL;
  guint i;

  if (self->between->len == 0)
    return;

  earlier = g_hash_table_new (NULL, NULL);
  for (i = 0; i < self->between->len; i++)
    g_hash_table_add (earlier, g_ptr_array_index (self->between, i));
  atlas_problem_store_remove_if (atlas_session_get_problems (self->session),
                                 is_between, earlier);
  g_ptr_array_set_size (self->between, 0);
  self->n_shown = 0;
}

/* A few problems at a time: there may be more than fit into a frame. */
static gboolean
on_show_between (gpointer user_data)
{
  AtlasFeed *self = ATLAS_FEED (user_data);
  guint n = MIN (self->between->len - self->n_shown, PROBLEMS_PER_STEP);

  atlas_problem_store_append (
      atlas_session_get_problems (self->session),
      (AtlasFileProblem *const *) self->between->pdata + self->n_shown, n);
  self->n_shown += n;
  if (self->n_shown < self->between->len)
    return G_SOURCE_CONTINUE;

  self->show_source = 0;
  return G_SOURCE_REMOVE;
}

static void
on_checked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) found = atlas_folder_check_finish (result, NULL);
  AtlasFeed *self;

  /* Cancelled: the feed may be gone. */
  if (found == NULL)
    return;

  self = ATLAS_FEED (user_data);
  drop_between (self);
  g_ptr_array_unref (self->between);
  self->between = g_steal_pointer (&found);
  self->show_source = g_timeout_add (STEP_MS, on_show_between, self);
}

/* Ends the check under way. */
void
atlas_feed_cancel_check (AtlasFeed *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->check != NULL)
    g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
}

static gboolean
on_start_check (gpointer user_data)
{
  AtlasFeed *self = ATLAS_FEED (user_data);

  self->check_source = 0;
  self->check = g_cancellable_new ();
  atlas_folder_check_async (self->session, self->check, on_checked, self);

  return G_SOURCE_REMOVE;
}

/* Looks for what is wrong between the files, after what else the end of a load
 * sets off. */
void
atlas_feed_start_check (AtlasFeed *self)
{
  atlas_feed_cancel_check (self);
  self->check_source = g_idle_add (on_start_check, self);
}

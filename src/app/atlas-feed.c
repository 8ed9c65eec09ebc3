/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-feed-private.h"

/* How often progress is told, in milliseconds: seldom enough to be read. */
#define PROGRESS_MS 80

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_STALE,
  N_PROPS
};

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_FINISHED,
  N_SIGNALS
};

/* The type's own tables; written once, in class_init. */
static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * AtlasFeed:
 *
 * Brings files into a session and keeps them up to date.
 *
 *     roots ──► AtlasLoader ──► batches ──► AtlasSession
 *       │                                        ▲
 *       │                     folder check ──────┘ when all is there
 *       └─────► AtlasWatch ───► stale ────► reload
 *
 * What is read again replaces what was there file by file, so that selection
 * and scroll stay; what is gone from the disk leaves when a reload is through.
 * A reload that nobody asked for never puts less in place of more: it keeps
 * what there was and leaves the feed stale, so that the user is asked.
 */
G_DEFINE_FINAL_TYPE (AtlasFeed, atlas_feed, G_TYPE_OBJECT)

static void
set_loading (AtlasFeed *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  atlas_session_set_loading (self->session, loading);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Says whether the disk has changed since it was read. */
void
atlas_feed_set_stale (AtlasFeed *self, gboolean stale)
{
  if (self->stale == stale)
    return;

  self->stale = stale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALE]);
}

static gboolean
on_progress (gpointer user_data)
{
  AtlasFeed *self = ATLAS_FEED (user_data);

  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);

  return G_SOURCE_CONTINUE;
}

static void
start (AtlasFeed *self, GPtrArray *roots)
{
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_MS, on_progress, self);
  set_loading (self, TRUE);
  atlas_loader_start (self->loader, (GFile *const *) roots->pdata, roots->len,
                      atlas_preferences_get_recurse (self->preferences), 0);
}

static void
on_finished (AtlasFeed *self, gboolean cancelled)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  if (self->met != NULL && !cancelled)
    atlas_feed_drop_unmet (self);
  g_clear_pointer (&self->met, g_hash_table_unref);

  if (waiting != NULL && !cancelled)
    {
      start (self, waiting);
      return;
    }

  g_clear_handle_id (&self->progress_source, g_source_remove);
  self->automatic = FALSE;
  set_loading (self, FALSE);
  /* What was held back can be had by asking for it. */
  if (self->held)
    atlas_feed_set_stale (self, TRUE);
  self->held = FALSE;
  atlas_feed_start_check (self);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, cancelled);
}

static void
reload (AtlasFeed *self, gboolean automatic)
{
  if (self->roots->len == 0)
    return;

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  atlas_loader_cancel (self->loader);
  atlas_feed_cancel_check (self);
  atlas_feed_set_stale (self, FALSE);
  self->automatic = automatic;
  self->held = FALSE;
  self->met = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal,
                                     g_object_unref, NULL);
  start (self, self->roots);
}

/* Reads everything again, which nobody asked for. */
void
atlas_feed_reload_automatically (AtlasFeed *self)
{
  reload (self, TRUE);
}

static void
atlas_feed_constructed (GObject *object)
{
  AtlasFeed *self = ATLAS_FEED (object);

  G_OBJECT_CLASS (atlas_feed_parent_class)->constructed (object);

  self->loader = atlas_loader_new ();
  g_signal_connect_object (self->loader, "batch",
                           G_CALLBACK (atlas_feed_take_batch), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "finished", G_CALLBACK (on_finished),
                           self, G_CONNECT_SWAPPED);

  atlas_feed_init_watch (self);
}

static void
atlas_feed_dispose (GObject *object)
{
  AtlasFeed *self = ATLAS_FEED (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->loader != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->loader, self);
      atlas_loader_cancel (self->loader);
    }
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  atlas_feed_cancel_check (self);
  g_clear_object (&self->loader);
  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->roots, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->between, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_hash_table_unref);
  g_clear_pointer (&self->met, g_hash_table_unref);

  G_OBJECT_CLASS (atlas_feed_parent_class)->dispose (object);
}

static void
atlas_feed_get_property (GObject *object,
                         guint property,
                         GValue *value,
                         GParamSpec *pspec)
{
  AtlasFeed *self = ATLAS_FEED (object);

  switch (property)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_STALE:
      g_value_set_boolean (value, self->stale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
atlas_feed_class_init (AtlasFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_feed_constructed;
  object_class->dispose = atlas_feed_dispose;
  object_class->get_property = atlas_feed_get_property;

  /**
   * AtlasFeed:loading:
   *
   * Whether files are being read.
   */
  properties[PROP_LOADING] =
      g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  /**
   * AtlasFeed:stale:
   *
   * Whether the disk has changed since it was read.
   */
  properties[PROP_STALE] =
      g_param_spec_boolean ("stale", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlasFeed::progress:
   * @self: the feed
   *
   * Time to show again how far the load is.
   */
  signals[SIGNAL_PROGRESS] =
      g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * AtlasFeed::finished:
   * @self: the feed
   * @cancelled: whether it was cancelled
   *
   * Everything asked for is in the session, or as much as was wanted.
   */
  signals[SIGNAL_FINISHED] =
      g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
atlas_feed_init (AtlasFeed *self)
{
  self->roots = g_ptr_array_new_with_free_func (g_object_unref);
  self->between = g_ptr_array_new_with_free_func (g_object_unref);
  self->files = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal,
                                       g_object_unref, g_free);
}

/**
 * atlas_feed_new:
 * @session: the session to fill
 * @preferences: the user's preferences
 *
 * Returns: (transfer full): a feed at rest
 */
AtlasFeed *
atlas_feed_new (AtlasSession *session, AtlasPreferences *preferences)
{
  AtlasFeed *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (preferences), NULL);

  self = g_object_new (ATLAS_TYPE_FEED, NULL);
  self->session = g_object_ref (session);
  self->preferences = g_object_ref (preferences);
  g_signal_connect_object (preferences, "notify::watch",
                           G_CALLBACK (atlas_feed_renew_watch), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static gboolean
has_root (AtlasFeed *self, GFile *root)
{
  guint i;

  for (i = 0; i < self->roots->len; i++)
    if (g_file_equal (g_ptr_array_index (self->roots, i), root))
      return TRUE;

  return FALSE;
}

/**
 * atlas_feed_open:
 * @self: the feed
 * @roots: (array length=n_roots): files and folders
 * @n_roots: number of @roots
 *
 * Opens @roots in place of what is open. A load under way is cancelled.
 */
void
atlas_feed_open (AtlasFeed *self, GFile *const *roots, gsize n_roots)
{
  g_return_if_fail (ATLAS_IS_FEED (self));

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  atlas_loader_cancel (self->loader);
  atlas_feed_cancel_check (self);

  g_hash_table_remove_all (self->files);
  g_ptr_array_set_size (self->between, 0);
  self->n_shown = 0;
  g_ptr_array_set_size (self->roots, 0);
  atlas_session_clear (self->session);
  atlas_feed_set_stale (self, FALSE);

  atlas_feed_add (self, roots, n_roots);
}

/**
 * atlas_feed_add:
 * @self: the feed
 * @roots: (array length=n_roots): files and folders
 * @n_roots: number of @roots
 *
 * Opens @roots beside what is open; what is open already is read again.
 */
void
atlas_feed_add (AtlasFeed *self, GFile *const *roots, gsize n_roots)
{
  g_autoptr (GPtrArray) added = NULL;
  gsize i;

  g_return_if_fail (ATLAS_IS_FEED (self));
  g_return_if_fail (roots != NULL || n_roots == 0);

  added = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < n_roots; i++)
    {
      g_ptr_array_add (added, g_object_ref (roots[i]));
      if (!has_root (self, roots[i]))
        g_ptr_array_add (self->roots, g_object_ref (roots[i]));
    }
  atlas_feed_renew_watch (self);
  if (added->len == 0)
    return;

  if (!self->loading)
    start (self, added);
  else if (self->waiting == NULL)
    self->waiting = g_steal_pointer (&added);
  else
    g_ptr_array_extend (self->waiting, added,
                        (GCopyFunc) (GCallback) g_object_ref, NULL);
}

/**
 * atlas_feed_reload:
 * @self: the feed
 *
 * Reads everything that is open again.
 */
void
atlas_feed_reload (AtlasFeed *self)
{
  g_return_if_fail (ATLAS_IS_FEED (self));

  reload (self, FALSE);
}

/**
 * atlas_feed_cancel:
 * @self: the feed
 *
 * Ends the load under way at once; what was read so far stays.
 */
void
atlas_feed_cancel (AtlasFeed *self)
{
  g_return_if_fail (ATLAS_IS_FEED (self));

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  atlas_loader_cancel (self->loader);
}

/**
 * atlas_feed_dismiss:
 * @self: the feed
 *
 * The user knows that the disk has changed and leaves it at that.
 */
void
atlas_feed_dismiss (AtlasFeed *self)
{
  g_return_if_fail (ATLAS_IS_FEED (self));

  atlas_feed_set_stale (self, FALSE);
}

/**
 * atlas_feed_get_roots:
 * @self: the feed
 *
 * Returns: (transfer none) (element-type GFile): what the user opened
 */
GPtrArray *
atlas_feed_get_roots (AtlasFeed *self)
{
  g_return_val_if_fail (ATLAS_IS_FEED (self), NULL);

  return self->roots;
}

/**
 * atlas_feed_get_loading:
 * @self: the feed
 *
 * Returns: whether files are being read
 */
gboolean
atlas_feed_get_loading (AtlasFeed *self)
{
  g_return_val_if_fail (ATLAS_IS_FEED (self), FALSE);

  return self->loading;
}

/**
 * atlas_feed_get_stale:
 * @self: the feed
 *
 * Returns: whether the disk has changed since it was read
 */
gboolean
atlas_feed_get_stale (AtlasFeed *self)
{
  g_return_val_if_fail (ATLAS_IS_FEED (self), FALSE);

  return self->stale;
}

/**
 * atlas_feed_get_progress:
 * @self: the feed
 * @n_done: (out): files read
 * @n_found: (out): files found so far
 * @total_known: (out): whether no more will be found
 *
 * How far the load is.
 */
void
atlas_feed_get_progress (AtlasFeed *self,
                         guint *n_done,
                         guint *n_found,
                         gboolean *total_known)
{
  g_return_if_fail (ATLAS_IS_FEED (self));

  *n_done = atlas_loader_get_n_done (self->loader);
  *n_found = atlas_loader_get_n_found (self->loader);
  *total_known = atlas_loader_get_total_known (self->loader);
}

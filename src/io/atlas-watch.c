/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-watch.h"

#include "atlas-file-list.h"
#include "atlas-survey.h"

/* A file is told of once nothing happened to it for so long. */
#define QUIET_TIME_MS 400

/* A folder in which something happens all the time is told of all the same. */
#define MAX_WAIT (4 * G_TIME_SPAN_SECOND)

/* The system allows a process some thousand watched folders. */
#define MAX_FOLDERS 2048

/* What became of a file since it was last told of. */
typedef enum
{
  FATE_ADDED,
  FATE_CHANGED,
  FATE_REMOVED,
} Fate;

typedef struct
{
  Fate fate;
  gint64 last_event;
  /* Somebody is writing: the end of it was not reported yet. */
  gboolean open;
} Pending;

/**
 * AtlasWatch:
 *
 * Watches folders and files for changes from outside. Changes are gathered
 * until nothing happens any more, so that a file half written is not told of:
 * its writer has to close it first, or to be silent.
 */
struct _AtlasWatch
{
  GObject parent_instance;

  GHashTable *monitors;
  GHashTable *pending;
  GHashTable *single_files;
  GCancellable *cancellable;
  gint64 first_event;
  guint timer;
  guint quiet_time;
  gboolean recurse;
  gboolean complete;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasWatch, atlas_watch, G_TYPE_OBJECT)

static void survey_folders (AtlasWatch *self,
                            GFile *const *roots,
                            gsize n_roots,
                            gboolean with_files);

static gboolean
is_watched_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && !atlas_file_name_is_left_over (name)
         && atlas_file_name_is_profile (name);
}

static void
tell (AtlasWatch *self)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changed =
      g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) removed =
      g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *const lists[] = { added, changed, removed };
  gint64 now = g_get_monotonic_time ();
  gint64 quiet = (gint64) self->quiet_time * G_TIME_SPAN_MILLISECOND;
  GHashTableIter iter;
  gpointer file, value;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, &file, &value))
    {
      const Pending *pending = value;

      if (pending->open || now - pending->last_event < quiet)
        continue;
      g_ptr_array_add (lists[pending->fate], g_object_ref (file));
      g_hash_table_iter_remove (&iter);
    }

  if (added->len + changed->len + removed->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, added, changed, removed);
}

static gboolean
on_timer (gpointer data)
{
  g_autoptr (AtlasWatch) self = g_object_ref (data);
  gint64 now = g_get_monotonic_time ();
  gint64 quiet = (gint64) self->quiet_time * G_TIME_SPAN_MILLISECOND;
  gint64 last = 0;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->pending);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    last = MAX (last, ((const Pending *) value)->last_event);

  /* One burst, one signal. */
  if (now - last >= quiet || now - self->first_event >= MAX_WAIT)
    {
      tell (self);
      self->first_event = now;
    }

  if (g_hash_table_size (self->pending) > 0)
    return G_SOURCE_CONTINUE;

  self->timer = 0;

  return G_SOURCE_REMOVE;
}

/* What two events in a row come to. */
static Fate
merge_fates (Fate before, Fate now)
{
  if (now == FATE_REMOVED)
    return FATE_REMOVED;
  if (before == FATE_REMOVED)
    return FATE_CHANGED;

  return before;
}

static void
note (AtlasWatch *self, GFile *file, Fate fate, gboolean open)
{
  Pending *pending = g_hash_table_lookup (self->pending, file);

  if (!g_hash_table_contains (self->single_files, file)
      && !is_watched_name (file))
    return;

  if (pending == NULL)
    {
      pending = g_new0 (Pending, 1);
      pending->fate = fate;
      g_hash_table_insert (self->pending, g_object_ref (file), pending);
    }
  else
    pending->fate = merge_fates (pending->fate, fate);
  pending->open = open;
  pending->last_event = g_get_monotonic_time ();

  if (self->timer == 0)
    {
      self->first_event = pending->last_event;
      self->timer =
          g_timeout_add (MAX (self->quiet_time / 4, 10), on_timer, self);
    }
}

/* The end of a write, whatever the write had been. */
static void
note_closed (AtlasWatch *self, GFile *file)
{
  const Pending *pending = g_hash_table_lookup (self->pending, file);

  note (self, file, pending != NULL ? pending->fate : FATE_CHANGED, FALSE);
}

static void
forget_folder (AtlasWatch *self, GFile *folder)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->monitors);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_file_equal (key, folder) || g_file_has_prefix (key, folder))
      g_hash_table_iter_remove (&iter);
}

/* Something new: a file, or a folder with files in it. */
static void
note_new (AtlasWatch *self, GFile *file, gboolean open)
{
  if (!is_watched_name (file)
      && !g_hash_table_contains (self->single_files, file))
    {
      if (self->recurse)
        survey_folders (self, &file, 1, TRUE);
      return;
    }

  note (self, file, FATE_ADDED, open);
  /* A folder has a name without an ending, as a file may have. */
  if (self->recurse)
    survey_folders (self, &file, 1, TRUE);
}

static void
on_event (GFileMonitor *monitor,
          GFile *file,
          GFile *other,
          GFileMonitorEvent event,
          AtlasWatch *self)
{
  switch (event)
    {
    case G_FILE_MONITOR_EVENT_CREATED:
      note_new (self, file, TRUE);
      break;

    case G_FILE_MONITOR_EVENT_MOVED_IN:
      note_new (self, file, FALSE);
      break;

    case G_FILE_MONITOR_EVENT_CHANGED:
      note (self, file, FATE_CHANGED, TRUE);
      break;

    case G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT:
      note_closed (self, file);
      break;

    case G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED:
      note (self, file, FATE_CHANGED, FALSE);
      break;

    case G_FILE_MONITOR_EVENT_DELETED:
    case G_FILE_MONITOR_EVENT_MOVED_OUT:
    case G_FILE_MONITOR_EVENT_UNMOUNTED:
      forget_folder (self, file);
      note (self, file, FATE_REMOVED, FALSE);
      break;

    case G_FILE_MONITOR_EVENT_RENAMED:
      forget_folder (self, file);
      note (self, file, FATE_REMOVED, FALSE);
      note_new (self, other, FALSE);
      break;

    case G_FILE_MONITOR_EVENT_PRE_UNMOUNT:
    case G_FILE_MONITOR_EVENT_MOVED:
    default:
      break;
    }
}

static void
free_monitor (gpointer data)
{
  GFileMonitor *monitor = data;

  g_file_monitor_cancel (monitor);
  g_object_unref (monitor);
}

static void
add_monitor (AtlasWatch *self, GFile *file, GFileMonitor *monitor)
{
  if (monitor == NULL)
    {
      self->complete = FALSE;
      return;
    }

  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_event), self, 0);
  g_hash_table_insert (self->monitors, g_object_ref (file), monitor);
}

static void
run_survey (GTask *task, gpointer source, gpointer data, GCancellable *stop)
{
  atlas_survey_run (data, stop);
  g_task_return_boolean (task, TRUE);
}

static void
on_surveyed (GObject *object, GAsyncResult *result, gpointer data)
{
  AtlasWatch *self = ATLAS_WATCH (object);
  const AtlasSurvey *survey = g_task_get_task_data (G_TASK (result));
  guint i;

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  for (i = 0; i < survey->folders->len; i++)
    {
      GFile *folder = g_ptr_array_index (survey->folders, i);

      if (g_hash_table_contains (self->monitors, folder))
        continue;
      if (g_hash_table_size (self->monitors) >= MAX_FOLDERS)
        {
          self->complete = FALSE;
          break;
        }
      /* It turned out to be no file. */
      g_hash_table_remove (self->pending, folder);
      add_monitor (self, folder,
                   g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES,
                                             NULL, NULL));
    }

  /* What was named and is no folder is watched by itself. */
  for (i = 0; i < survey->roots->len && !survey->with_files; i++)
    {
      GFile *root = g_ptr_array_index (survey->roots, i);

      if (!g_hash_table_contains (self->monitors, root))
        add_monitor (
            self, root,
            g_file_monitor_file (root, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL));
    }

  for (i = 0; i < survey->files->len; i++)
    note (self, g_ptr_array_index (survey->files, i), FATE_ADDED, FALSE);
}

/* Lists folders on a thread: it may take long, or for ever. */
static void
survey_folders (AtlasWatch *self,
                GFile *const *roots,
                gsize n_roots,
                gboolean with_files)
{
  g_autoptr (GTask) task =
      g_task_new (self, self->cancellable, on_surveyed, NULL);
  AtlasSurvey *survey =
      atlas_survey_new (roots, n_roots, MAX_FOLDERS, self->recurse, with_files);

  g_task_set_task_data (task, survey, (GDestroyNotify) atlas_survey_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_survey);
}

static void
forget_all (AtlasWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_hash_table_remove_all (self->monitors);
  g_hash_table_remove_all (self->pending);
  g_hash_table_remove_all (self->single_files);
}

static void
atlas_watch_dispose (GObject *object)
{
  forget_all (ATLAS_WATCH (object));

  G_OBJECT_CLASS (atlas_watch_parent_class)->dispose (object);
}

static void
atlas_watch_finalize (GObject *object)
{
  AtlasWatch *self = ATLAS_WATCH (object);

  g_hash_table_unref (self->monitors);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->single_files);

  G_OBJECT_CLASS (atlas_watch_parent_class)->finalize (object);
}

static void
atlas_watch_class_init (AtlasWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_watch_dispose;
  object_class->finalize = atlas_watch_finalize;

  /**
   * AtlasWatch::changed:
   * @self: the watch
   * @added: (element-type GFile): files that are new
   * @changed: (element-type GFile): files whose contents may be other ones
   * @removed: (element-type GFile): files that are gone, or folders with all
   *   that was in them
   *
   * Files changed, and are quiet again.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_PTR_ARRAY,
                    G_TYPE_PTR_ARRAY, G_TYPE_PTR_ARRAY);
}

static void
atlas_watch_init (AtlasWatch *self)
{
  self->quiet_time = QUIET_TIME_MS;
  self->monitors = g_hash_table_new_full (
      g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, free_monitor);
  self->pending = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal,
                                         g_object_unref, g_free);
  self->single_files = g_hash_table_new_full (
      g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);
}

/**
 * atlas_watch_new:
 *
 * Returns: (transfer full): a watch over nothing
 */
AtlasWatch *
atlas_watch_new (void)
{
  return g_object_new (ATLAS_TYPE_WATCH, NULL);
}

/**
 * atlas_watch_set_roots:
 * @self: a watch
 * @roots: (array length=n_roots): the folders and files to watch
 * @n_roots: number of @roots
 * @recurse: whether sub-folders are watched too
 *
 * Watches these and no others. Returns at once; the folders below @roots are
 * looked for on a thread.
 */
void
atlas_watch_set_roots (AtlasWatch *self,
                       GFile *const *roots,
                       gsize n_roots,
                       gboolean recurse)
{
  gsize i;

  g_return_if_fail (ATLAS_IS_WATCH (self));
  g_return_if_fail (roots != NULL || n_roots == 0);

  forget_all (self);
  self->cancellable = g_cancellable_new ();
  self->recurse = recurse;
  self->complete = TRUE;

  for (i = 0; i < n_roots; i++)
    g_hash_table_add (self->single_files, g_object_ref (roots[i]));
  survey_folders (self, roots, n_roots, FALSE);
}

/**
 * atlas_watch_set_quiet_time:
 * @self: a watch
 * @milliseconds: how long nothing must have happened to a file
 */
void
atlas_watch_set_quiet_time (AtlasWatch *self, guint milliseconds)
{
  g_return_if_fail (ATLAS_IS_WATCH (self));

  self->quiet_time = milliseconds;
}

/**
 * atlas_watch_get_complete:
 * @self: a watch
 *
 * Returns: whether every folder could be watched; the system allows only so
 *   many
 */
gboolean
atlas_watch_get_complete (AtlasWatch *self)
{
  g_return_val_if_fail (ATLAS_IS_WATCH (self), FALSE);

  return self->complete;
}

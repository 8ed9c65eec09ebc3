/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "far-file.h"

#define LATE_MICROSECONDS 5000

struct _FarFile
{
  GObject parent_instance;

  /* What stands behind "far://", and the folder that it is in here. */
  char *name;
  char *folder;
};

static void far_file_iface_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FarFile,
                               far_file,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE,
                                                      far_file_iface_init))

static GFile *
new_file (const char *folder, const char *name)
{
  FarFile *self = g_object_new (FAR_TYPE_FILE, NULL);

  self->folder = g_strdup (folder);
  self->name = g_canonicalize_filename (name, "/");

  return G_FILE (self);
}

static GFile *
dup_here (GFile *file)
{
  FarFile *self = FAR_FILE (file);

  return g_file_new_build_filename (self->folder, self->name, NULL);
}

static GFile *
far_file_dup (GFile *file)
{
  FarFile *self = FAR_FILE (file);

  return new_file (self->folder, self->name);
}

static guint
far_file_hash (GFile *file)
{
  return g_str_hash (FAR_FILE (file)->name);
}

static gboolean
far_file_equal (GFile *a, GFile *b)
{
  return g_str_equal (FAR_FILE (a)->name, FAR_FILE (b)->name);
}

static gboolean
far_file_is_native (GFile *file)
{
  return FALSE;
}

static gboolean
far_file_has_uri_scheme (GFile *file, const char *scheme)
{
  return g_str_equal (scheme, "far");
}

static char *
far_file_get_uri_scheme (GFile *file)
{
  return g_strdup ("far");
}

static char *
far_file_get_basename (GFile *file)
{
  return g_path_get_basename (FAR_FILE (file)->name);
}

static char *
far_file_get_path (GFile *file)
{
  return NULL;
}

static char *
far_file_get_uri (GFile *file)
{
  g_autofree char *name =
      g_uri_escape_string (FAR_FILE (file)->name, "/", FALSE);

  return g_strconcat ("far://", name, NULL);
}

static GFile *
far_file_get_parent (GFile *file)
{
  FarFile *self = FAR_FILE (file);
  g_autofree char *name = g_path_get_dirname (self->name);

  return g_str_equal (self->name, "/") ? NULL : new_file (self->folder, name);
}

static GFile *
far_file_resolve_relative_path (GFile *file, const char *path)
{
  FarFile *self = FAR_FILE (file);
  g_autofree char *name = g_build_filename (self->name, path, NULL);

  return new_file (self->folder, name);
}

/* Whoever asks for "hung" waits, and is not forgotten. */
static GMutex hung_lock;
static GCond hung_cond;
static gboolean hung;
static guint n_waiting;

void
far_file_set_hung (gboolean now)
{
  g_mutex_lock (&hung_lock);
  hung = now;
  g_cond_broadcast (&hung_cond);
  while (!hung && n_waiting > 0)
    g_cond_wait (&hung_cond, &hung_lock);
  g_mutex_unlock (&hung_lock);
}

static void
wait_while_hung (void)
{
  g_mutex_lock (&hung_lock);
  n_waiting++;
  while (hung)
    g_cond_wait (&hung_cond, &hung_lock);
  n_waiting--;
  g_cond_broadcast (&hung_cond);
  g_mutex_unlock (&hung_lock);
}

/* Whoever asks for "late" waits a while. How many do so at once is told. */
static guint n_late;
static guint most_late;

guint
far_file_get_most_late (void)
{
  guint most;

  g_mutex_lock (&hung_lock);
  most = most_late;
  g_mutex_unlock (&hung_lock);

  return most;
}

static void
count_late (int step)
{
  g_mutex_lock (&hung_lock);
  n_late += (guint) step;
  most_late = MAX (most_late, n_late);
  g_mutex_unlock (&hung_lock);
}

static void
be_late (void)
{
  count_late (1);
  g_usleep (LATE_MICROSECONDS);
  count_late (-1);
}

static gboolean
is_refused (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_str_has_prefix (name, "late"))
    be_late ();
  if (g_str_has_prefix (name, "hung"))
    wait_while_hung ();
  if (!g_str_has_prefix (name, "denied"))
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
               "the server refuses %s", name);

  return TRUE;
}

static GFileEnumerator *
far_file_enumerate_children (GFile *file,
                             const char *attributes,
                             GFileQueryInfoFlags flags,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GFile) here = dup_here (file);

  return is_refused (file, error)
             ? NULL
             : g_file_enumerate_children (here, attributes, flags, cancellable,
                                          error);
}

static GFileInfo *
far_file_query_info (GFile *file,
                     const char *attributes,
                     GFileQueryInfoFlags flags,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GFile) here = dup_here (file);

  return g_file_query_info (here, attributes, flags, cancellable, error);
}

static GFileInputStream *
far_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) here = dup_here (file);

  return is_refused (file, error) ? NULL
                                  : g_file_read (here, cancellable, error);
}

static GFileOutputStream *
far_file_replace (GFile *file,
                  const char *etag,
                  gboolean make_backup,
                  GFileCreateFlags flags,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) here = dup_here (file);
  g_autoptr (GFile) full = g_file_new_for_path ("/dev/full");
  g_autofree char *name = g_file_get_basename (file);

  if (is_refused (file, error))
    return NULL;
  if (g_str_equal (name, "full"))
    return g_file_append_to (full, flags, cancellable, error);

  return g_file_replace (here, etag, make_backup, flags, cancellable, error);
}

static void
far_file_iface_init (GFileIface *iface)
{
  iface->dup = far_file_dup;
  iface->hash = far_file_hash;
  iface->equal = far_file_equal;
  iface->is_native = far_file_is_native;
  iface->has_uri_scheme = far_file_has_uri_scheme;
  iface->get_uri_scheme = far_file_get_uri_scheme;
  iface->get_basename = far_file_get_basename;
  iface->get_path = far_file_get_path;
  iface->get_uri = far_file_get_uri;
  iface->get_parse_name = far_file_get_uri;
  iface->get_parent = far_file_get_parent;
  iface->resolve_relative_path = far_file_resolve_relative_path;
  iface->enumerate_children = far_file_enumerate_children;
  iface->query_info = far_file_query_info;
  iface->read_fn = far_file_read;
  iface->replace = far_file_replace;
}

static void
far_file_finalize (GObject *object)
{
  g_free (FAR_FILE (object)->name);
  g_free (FAR_FILE (object)->folder);

  G_OBJECT_CLASS (far_file_parent_class)->finalize (object);
}

static void
far_file_class_init (FarFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = far_file_finalize;
}

static void
far_file_init (FarFile *self)
{
}

static GFile *
look_up (GVfs *vfs, const char *uri, gpointer folder)
{
  g_autofree char *name = g_uri_unescape_string (uri + strlen ("far://"), NULL);

  return new_file (folder, name);
}

void
far_file_mount (const char *folder)
{
  GVfs *vfs = g_vfs_get_default ();

  g_vfs_unregister_uri_scheme (vfs, "far");
  g_assert_true (g_vfs_register_uri_scheme (vfs, "far", look_up,
                                            g_strdup (folder), g_free, look_up,
                                            g_strdup (folder), g_free));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-output-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* Small pieces are gathered up to this before they are written. */
#define BUFFER_BYTES (256 * 1024)

/* Pieces from this on are written as they stand: to copy them would cost more
 * than to write them by themselves. */
#define DIRECT_BYTES (16 * 1024)

/* Names of unfinished files: ".NAME.atlas-XXXXXX". */
#define UNFINISHED_MARK ".atlas-"

#define NEW_FILE_MODE 0666

/* An error that says what the system said; returns %FALSE. */
gboolean
atlas_output_set_errno (GError **error, int number)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number),
                       g_strerror (number));

  return FALSE;
}

static AtlasOutput *
new_output (int descriptor, gboolean owns_descriptor)
{
  AtlasOutput *self = g_new0 (AtlasOutput, 1);

  self->descriptor = descriptor;
  self->owns_descriptor = owns_descriptor;
  self->reading = -1;
  self->buffer = g_string_new (NULL);

  return self;
}

/* A name may have 255 bytes; ours is longer than the one it becomes. */
static char *
dup_short_name (const char *name)
{
  return g_strndup (name, 200);
}

/* Removes what an earlier run that was killed left beside @path. Whoever is
 * still at work holds a lock on its file. */
static void
remove_unfinished (const char *folder, const char *name)
{
  g_autofree char *start = g_strconcat (".", name, UNFINISHED_MARK, NULL);
  DIR *directory = opendir (folder);
  struct dirent *entry;

  if (directory == NULL)
    return;

  while ((entry = readdir (directory)) != NULL)
    {
      int descriptor;

      if (!g_str_has_prefix (entry->d_name, start)
          || strlen (entry->d_name) != strlen (start) + 6)
        continue;

      descriptor = openat (dirfd (directory), entry->d_name,
                           O_WRONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
      if (descriptor < 0)
        continue;
      if (flock (descriptor, LOCK_EX | LOCK_NB) == 0)
        unlinkat (dirfd (directory), entry->d_name, 0);
      close (descriptor);
    }

  closedir (directory);
}

/* Returns the descriptor of a new file in @folder, or -1 with `errno` set. */
static int
create_unfinished (const char *folder, const char *name, char **path)
{
  g_autofree char *base =
      g_strconcat (".", name, UNFINISHED_MARK, "XXXXXX", NULL);
  int descriptor;

  do
    {
      g_free (*path);
      *path = g_build_filename (folder, base, NULL);
      descriptor = g_mkstemp_full (*path, O_WRONLY | O_CLOEXEC, NEW_FILE_MODE);
    }
  while (descriptor < 0 && errno == EINTR);

  return descriptor;
}

static AtlasOutput *
open_beside (const char *path, const struct stat *old, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *short_name = NULL;
  g_autofree char *unfinished = NULL;
  AtlasOutput *self;
  int descriptor;

  short_name = dup_short_name (name);
  remove_unfinished (folder, short_name);
  descriptor = create_unfinished (folder, short_name, &unfinished);
  if (descriptor < 0)
    {
      atlas_output_set_errno (error, errno);
      return NULL;
    }

  /* Without locks on the file system, nobody clears away what we leave. */
  if (flock (descriptor, LOCK_EX | LOCK_NB) != 0)
    g_debug ("no lock: %s", g_strerror (errno));
  /* A file system without permissions refuses; the file is good all the
   * same. */
  if (old != NULL && fchmod (descriptor, old->st_mode & 07777) != 0)
    g_debug ("permissions not kept: %s", g_strerror (errno));

  self = new_output (descriptor, TRUE);
  self->path = g_strdup (path);
  self->unfinished = g_steal_pointer (&unfinished);

  return self;
}

/**
 * atlas_output_new_for_file:
 * @file: the file to write
 * @error: return location for an error
 *
 * A link is followed: what it leads to is replaced. A pipe or a device is
 * written to as it stands.
 *
 * Returns: (transfer full) (nullable): an output, or %NULL with @error set
 */
AtlasOutput *
atlas_output_new_for_file (GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *target = NULL;
  struct stat status;
  AtlasOutput *self;
  int descriptor;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      self = new_output (-1, FALSE);
      self->remote = g_object_ref (file);
      return self;
    }

  if (stat (path, &status) != 0)
    {
      if (errno != ENOENT)
        {
          atlas_output_set_errno (error, errno);
          return NULL;
        }
      return open_beside (path, NULL, error);
    }

  if (S_ISREG (status.st_mode))
    {
      /* A folder may allow replacing a file that itself may not be written:
       * whoever took that permission away meant it. */
      if (access (path, W_OK) != 0)
        {
          atlas_output_set_errno (error, errno);
          return NULL;
        }
      target = realpath (path, NULL);
      return open_beside (target != NULL ? target : path, &status, error);
    }

  if (S_ISDIR (status.st_mode))
    {
      atlas_output_set_errno (error, EISDIR);
      return NULL;
    }

  do
    descriptor = open (path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  while (descriptor < 0 && errno == EINTR);
  if (descriptor < 0)
    {
      atlas_output_set_errno (error, errno);
      return NULL;
    }

  return new_output (descriptor, TRUE);
}

/**
 * atlas_output_new_for_descriptor:
 * @descriptor: an open descriptor, which stays open
 *
 * Returns: (transfer full): an output
 */
AtlasOutput *
atlas_output_new_for_descriptor (int descriptor)
{
  return new_output (descriptor, FALSE);
}

/**
 * atlas_output_free:
 * @self: (transfer full): an output
 *
 * Drops what was not finished.
 */
void
atlas_output_free (AtlasOutput *self)
{
  g_return_if_fail (self != NULL);

  if (self->unfinished != NULL)
    unlink (self->unfinished);
  if (self->owns_descriptor && self->descriptor >= 0)
    close (self->descriptor);
  if (self->reading >= 0)
    close (self->reading);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_string_free (self->buffer, TRUE);
  g_clear_object (&self->remote);
  g_free (self->unfinished);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_all (AtlasOutput *self, const char *data, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (self->descriptor, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return atlas_output_set_errno (error, n < 0 ? errno : EIO);
      data += n;
      length -= (gsize) n;
      self->end += n;
    }

  return TRUE;
}

/* Writes what was gathered. */
gboolean
atlas_output_flush (AtlasOutput *self, GError **error)
{
  gboolean written =
      write_all (self, self->buffer->str, self->buffer->len, error);

  g_string_truncate (self->buffer, 0);

  return written;
}

/**
 * atlas_output_write:
 * @self: an output
 * @data: bytes
 * @length: number of them
 * @error: return location for an error
 *
 * Returns: whether all could be written, or kept to be written
 */
gboolean
atlas_output_write (AtlasOutput *self,
                    const char *data,
                    gsize length,
                    GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (self->pieces != NULL && length > 0)
    atlas_output_note_piece (self, data, length);

  if (self->remote == NULL
      && (length >= DIRECT_BYTES || self->buffer->len + length > BUFFER_BYTES)
      && !atlas_output_flush (self, error))
    return FALSE;
  if (self->remote == NULL && length >= DIRECT_BYTES)
    return write_all (self, data, length, error);

  g_string_append_len (self->buffer, data, (gssize) length);

  return TRUE;
}

/**
 * atlas_output_write_string:
 * @self: an output
 * @text: bytes; emptied
 * @error: return location for an error
 *
 * Returns: whether all could be written, or kept to be written
 */
gboolean
atlas_output_write_string (AtlasOutput *self, GString *text, GError **error)
{
  gboolean written;

  g_return_val_if_fail (text != NULL, FALSE);

  written = atlas_output_write (self, text->str, text->len, error);
  g_string_truncate (text, 0);

  return written;
}

/* The new name is safe on disk only when the folder that holds it is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor < 0)
    return;

  fsync (descriptor);
  close (descriptor);
}

/* All that can still fail, such as a full disk, fails before the rename. */
static gboolean
replace (AtlasOutput *self, GError **error)
{
  int descriptor = self->descriptor;
  int result;

  do
    result = fsync (descriptor);
  while (result != 0 && errno == EINTR);
  if (result != 0 && errno != EINVAL && errno != ENOSYS)
    return atlas_output_set_errno (error, errno);
  if (rename (self->unfinished, self->path) != 0)
    return atlas_output_set_errno (error, errno);

  g_clear_pointer (&self->unfinished, g_free);
  self->descriptor = -1;
  close (descriptor);
  sync_folder (self->path);

  return TRUE;
}

/* Closing with a cancelled cancellable is how GIO drops a file half written
 * and keeps the older one. */
static gboolean
replace_remote (AtlasOutput *self, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFileOutputStream) stream = NULL;

  stream = g_file_replace (self->remote, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                           error);
  if (stream == NULL)
    return FALSE;

  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), self->buffer->str,
                                 self->buffer->len, NULL, NULL, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);

  g_cancellable_cancel (cancellable);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, NULL);

  return FALSE;
}

/**
 * atlas_output_finish:
 * @self: an output
 * @error: return location for an error
 *
 * Puts the file in its place. To be called once, last.
 *
 * Returns: whether it is there, whole; if not, what was there is untouched
 */
gboolean
atlas_output_finish (AtlasOutput *self, GError **error)
{
  int descriptor;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->remote != NULL)
    return replace_remote (self, error);
  if (!atlas_output_flush (self, error))
    return FALSE;
  if (self->unfinished != NULL)
    return replace (self, error);
  if (!self->owns_descriptor)
    return TRUE;

  descriptor = self->descriptor;
  self->descriptor = -1;
  if (close (descriptor) != 0 && errno != EINTR)
    return atlas_output_set_errno (error, errno);

  return TRUE;
}

/**
 * atlas_output_clear_unfinished:
 * @file: a file that was written before
 *
 * Removes what a run that was killed while it wrote @file left beside it. The
 * next one who writes it does so too.
 */
void
atlas_output_clear_unfinished (GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *short_name = NULL;

  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    return;

  target = realpath (path, NULL);
  folder = g_path_get_dirname (target != NULL ? target : path);
  name = g_path_get_basename (target != NULL ? target : path);
  short_name = dup_short_name (name);
  remove_unfinished (folder, short_name);
}

/**
 * atlas_output_save:
 * @file: the file to write
 * @data: all its bytes
 * @length: number of them
 * @error: return location for an error
 *
 * Writes a file in one go.
 *
 * Returns: whether it is there, whole; if not, what was there is untouched
 */
gboolean
atlas_output_save (GFile *file, const char *data, gsize length, GError **error)
{
  g_autoptr (AtlasOutput) output = atlas_output_new_for_file (file, error);

  return output != NULL && atlas_output_write (output, data, length, error)
         && atlas_output_finish (output, error);
}

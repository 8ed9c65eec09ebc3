/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-file-load.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>

static GInputStream *
set_errno (GError **error, int number)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (number),
                       g_strerror (number));

  return NULL;
}

/* A local file is opened by hand: GIO would wait for ever at a pipe. */
static GInputStream *
open_path (const char *path, GError **error)
{
  struct stat status;
  int descriptor = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  int number;

  if (descriptor < 0)
    return set_errno (error, errno);

  if (fstat (descriptor, &status) != 0)
    {
      number = errno;
      close (descriptor);
      return set_errno (error, number);
    }
  if (!S_ISREG (status.st_mode))
    {
      close (descriptor);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           "Not a regular file");
      return NULL;
    }

  return g_unix_input_stream_new (descriptor, TRUE);
}

/**
 * atlas_file_load:
 * @file: a file
 * @most: how many bytes it may have
 * @length: (out): how many it has
 * @error: return location for a #GIOErrorEnum
 *
 * Reads a small file of ours, such as a project or a list of aliases. Never
 * waits for a pipe, follows no device and takes no more memory than @most.
 *
 * Returns: (transfer full) (nullable): the bytes, with a nul behind them
 */
char *
atlas_file_load (GFile *file, gsize most, gsize *length, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GString) bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *buffer = NULL;
  const gsize step = 64 * 1024;
  gssize n;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (length != NULL, NULL);

  path = g_file_get_path (file);
  if (path != NULL)
    stream = open_path (path, error);
  else
    stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (stream == NULL)
    return NULL;

  bytes = g_string_new (NULL);
  buffer = g_malloc (step);
  while ((n = g_input_stream_read (stream, buffer, step, NULL, error)) > 0)
    {
      g_string_append_len (bytes, buffer, n);
      if (bytes->len > most)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                               "The file is too large");
          return NULL;
        }
    }
  if (n < 0)
    return NULL;

  *length = bytes->len;

  return g_string_free (g_steal_pointer (&bytes), FALSE);
}

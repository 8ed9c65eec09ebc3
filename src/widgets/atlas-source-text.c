/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-source-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nobody reads a longer text, and a text view would not like it. */
#define MAX_BYTES (4 * 1024 * 1024)

static gboolean
set_error (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code),
                       g_strerror (code));
  return FALSE;
}

static gboolean
read_descriptor (int fd, char *data, gsize *length, GError **error)
{
  struct stat info;

  *length = 0;
  if (fstat (fd, &info) != 0)
    return set_error (error, errno);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _ ("It is not a regular file"));
      return FALSE;
    }

  while (*length <= MAX_BYTES)
    {
      gssize n = read (fd, data + *length, MAX_BYTES + 1 - *length);

      if (n == 0)
        break;
      if (n < 0 && errno != EINTR)
        return set_error (error, errno);
      if (n > 0)
        *length += (gsize) n;
    }

  return TRUE;
}

/* A file may have become something else since it was loaded: a pipe or a
 * device must not be waited for, and a text must not fill the memory. */
static gboolean
read_local (const char *path, char *data, gsize *length, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return set_error (error, errno);

  done = read_descriptor (fd, data, length, error);
  close (fd);
  return done;
}

static gboolean
read_remote (GFile *file,
             char *data,
             gsize *length,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), data,
                                     MAX_BYTES + 1, length, cancellable, error);
}

/**
 * atlas_source_text_decode:
 * @data: (array length=length): the bytes of a file
 * @length: how many
 * @error: where to put an error
 *
 * Makes text of bytes as the reader of profiles does: UTF-16 and UTF-32 with a
 * byte-order mark, else UTF-8. What cannot be shown is replaced, so that lines
 * stay lines.
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without NUL
 */
char *
atlas_source_text_decode (const char *data, gsize length, GError **error)
{
  static const struct
  {
    const char *mark;
    gsize n_bytes;
    const char *charset;
  } marks[] = {
    { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" },
    { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
    { "\xef\xbb\xbf", 3, NULL },
  };
  g_autofree char *converted = NULL;
  gsize i;
  char *at;

  for (i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].n_bytes
        && memcmp (data, marks[i].mark, marks[i].n_bytes) == 0)
      break;

  if (i < G_N_ELEMENTS (marks))
    {
      data += marks[i].n_bytes;
      length -= marks[i].n_bytes;
      if (marks[i].charset != NULL)
        {
          converted = g_convert_with_fallback (data, (gssize) length, "UTF-8",
                                               marks[i].charset, "\357\277\275",
                                               NULL, &length, error);
          if (converted == NULL)
            return NULL;
          data = converted;
        }
    }

  {
    char *text = g_utf8_make_valid (data, (gssize) length);

    for (at = text; *at != '\0'; at++)
      if (g_ascii_iscntrl (*at) && *at != '\n' && *at != '\t')
        *at = *at == '\r' && at[1] != '\n' ? '\n' : ' ';

    return text;
  }
}

static char *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *data = g_malloc (MAX_BYTES + 1);
  gsize length = 0;

  if (path != NULL ? !read_local (path, data, &length, error)
                   : !read_remote (file, data, &length, cancellable, error))
    return NULL;

  if (length > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("It is too large to be shown"));
      return NULL;
    }

  return atlas_source_text_decode (data, length, error);
}

static void
load_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  char *text = load (task_data, cancellable, &error);

  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_source_text_load_async:
 * @file: a file
 * @cancellable: (nullable): to give up; answers at once
 * @callback: called with the text
 * @user_data: for @callback
 *
 * Reads the text of a file that profiles came from.
 */
void
atlas_source_text_load_async (GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_thread);
}

/**
 * atlas_source_text_load_finish:
 * @result: what the callback got
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): the text, valid UTF-8
 */
char *
atlas_source_text_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

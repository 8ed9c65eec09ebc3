/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-output-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>

/* Taking back what was written to a file. Others may write to it too, so that
 * nothing is taken for our own before it was looked at. */

/* What was written at once, and a sum that tells whether it is still there. */
typedef struct
{
  gsize length;
  guint64 sum;
} Piece;

/* Sums of eight bytes at a time, and sums of those: bytes that are not there,
 * or in another order, give others. */
static guint64
sum_bytes (const char *data, gsize length)
{
  guint64 first = length;
  guint64 second = 0;
  guint64 word = 0;

  for (; length >= sizeof word; data += sizeof word, length -= sizeof word)
    {
      memcpy (&word, data, sizeof word);
      first += word;
      second += first;
    }
  word = 0;
  memcpy (&word, data, length);
  first += word;
  second += first;

  return first ^ (second << 32 | second >> 32);
}

/* Notes that @data is written behind the mark, as one piece. */
void
atlas_output_note_piece (AtlasOutput *self, const char *data, gsize length)
{
  const Piece piece = { length, sum_bytes (data, length) };

  g_array_append_val (self->pieces, piece);
}

/* Opens once more, to be read, the file that @descriptor writes; -1 if that
 * cannot be. The shell opens the file of a redirection for writing alone. */
static int
open_again (int descriptor, const struct stat *status)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", descriptor);
  struct stat other;
  int reading;

  do
    reading = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  while (reading < 0 && errno == EINTR);
  if (reading < 0)
    return -1;

  if (fstat (reading, &other) == 0 && other.st_dev == status->st_dev
      && other.st_ino == status->st_ino)
    return reading;

  close (reading);

  return -1;
}

/* Whether messages go to the same file: each would stand between two pieces. */
static gboolean
has_messages (const struct stat *status)
{
  struct stat messages;

  return fstat (STDERR_FILENO, &messages) == 0
         && messages.st_dev == status->st_dev
         && messages.st_ino == status->st_ino;
}

/**
 * atlas_output_mark:
 * @self: an output that was not marked yet
 *
 * Remembers what is written up to here, so that all behind it can be taken
 * back. That goes with a file, be it the standard output, but not with a pipe,
 * a terminal, or a file that is only appended to, or that messages go to as
 * well.
 *
 * Returns: whether it does
 */
gboolean
atlas_output_mark (AtlasOutput *self)
{
  struct stat status;
  goffset offset;
  int flags;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->reading < 0, FALSE);

  if (self->remote != NULL || fstat (self->descriptor, &status) != 0
      || !S_ISREG (status.st_mode) || has_messages (&status))
    return FALSE;
  flags = fcntl (self->descriptor, F_GETFL);
  offset = lseek (self->descriptor, 0, SEEK_CUR);
  if (flags < 0 || (flags & O_APPEND) != 0 || offset < 0)
    return FALSE;

  self->reading = open_again (self->descriptor, &status);
  if (self->reading < 0)
    return FALSE;

  self->end = offset;
  self->mark = offset + (goffset) self->buffer->len;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  return TRUE;
}

static gboolean
set_shared (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                       _ ("another program wrote to it at the same time"));

  return FALSE;
}

/* Reads the piece that was written at @at. */
static gboolean
read_piece (AtlasOutput *self,
            goffset at,
            const Piece *piece,
            GString *bytes,
            GError **error)
{
  gsize n_read = 0;

  g_string_set_size (bytes, piece->length);
  while (n_read < piece->length)
    {
      gssize n = pread (self->reading, bytes->str + n_read,
                        piece->length - n_read, at + (goffset) n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return atlas_output_set_errno (error, errno);
      if (n == 0)
        return set_shared (error);
      n_read += (gsize) n;
    }

  return sum_bytes (bytes->str, bytes->len) == piece->sum || set_shared (error);
}

/* Goes back to the mark. Behind it nothing is left, unless there was something
 * behind what was written. */
static gboolean
go_back (AtlasOutput *self, GError **error)
{
  goffset end = lseek (self->descriptor, 0, SEEK_CUR);
  struct stat status;

  /* Whoever else has the standard output moves its end too. */
  if (end >= 0 && end != self->end)
    return set_shared (error);
  if (end < 0 || lseek (self->descriptor, self->mark, SEEK_SET) < 0)
    return atlas_output_set_errno (error, errno);

  self->end = self->mark;
  g_array_set_size (self->pieces, 0);
  if (fstat (self->descriptor, &status) == 0 && status.st_size == end
      && ftruncate (self->descriptor, self->mark) != 0)
    g_debug ("not cut: %s", g_strerror (errno));

  return TRUE;
}

/**
 * atlas_output_take_back:
 * @self: an output that was marked
 * @take: called with each piece that was written since, in order
 * @data: for @take
 * @error: return location for an error
 *
 * Goes back to the mark: what is written next takes the place of what was
 * written behind it. If anybody else wrote there, nothing is touched.
 *
 * Returns: whether that could be
 */
gboolean
atlas_output_take_back (AtlasOutput *self,
                        AtlasOutputTake take,
                        gpointer data,
                        GError **error)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  goffset at;

  g_return_val_if_fail (self != NULL && self->reading >= 0, FALSE);
  g_return_val_if_fail (take != NULL, FALSE);

  if (!atlas_output_flush (self, error))
    return FALSE;

  at = self->mark;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);

      if (!read_piece (self, at, piece, bytes, error))
        return FALSE;
      take (bytes->str, bytes->len, data);
      at += (goffset) piece->length;
    }

  return go_back (self, error);
}

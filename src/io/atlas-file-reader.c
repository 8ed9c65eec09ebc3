/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-file-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "atlas-json-reader.h"
#include "atlas-loaded-file-private.h"
#include "atlas-text-parser.h"

/* Room for any ordinary profile; grows when a file is larger. */
#define FIRST_BUFFER_BYTES (64 * 1024)

/* How much of a large file tells whether it is JSON. */
#define SNIFF_BYTES 4096

/* With no descriptor free, wait this often for another worker to close one. */
#define MAX_TRIES 200
#define TRY_PAUSE (10 * G_TIME_SPAN_MILLISECOND)

struct _AtlasFileReader
{
  /* Where the file is that is read. */
  GString *location;
  char *buffer;
  gsize capacity;
  gsize length;
  guint64 size;
  gint64 modified;
  guint64 device;
  guint64 inode;
  GPtrArray *profiles;
  GPtrArray *problems;
};

typedef struct
{
  AtlasProblemCode code;
  const char *sentence;
} Fault;

typedef struct
{
  int number;
  Fault fault;
} ErrnoFault;

/* What a person is told about each errno; the rest is an I/O fault. */
static const ErrnoFault errno_faults[] = {
  { ENOENT,
    { ATLAS_PROBLEM_VANISHED,
      N_ ("The file does not exist, or not any more.") } },
  { ENOTDIR,
    { ATLAS_PROBLEM_VANISHED,
      N_ ("The file does not exist, or not any more.") } },
  { ESTALE,
    { ATLAS_PROBLEM_VANISHED,
      N_ ("The file does not exist, or not any more.") } },
  { EACCES,
    { ATLAS_PROBLEM_UNREADABLE,
      N_ ("The permissions of the file do not allow reading it.") } },
  { EPERM,
    { ATLAS_PROBLEM_UNREADABLE,
      N_ ("The permissions of the file do not allow reading it.") } },
  { EISDIR,
    { ATLAS_PROBLEM_NOT_REGULAR,
      N_ ("A folder stands where a file was expected.") } },
  { ENXIO,
    { ATLAS_PROBLEM_NOT_REGULAR,
      N_ ("This is a pipe, a socket or a device, not a file.") } },
  { ENODEV,
    { ATLAS_PROBLEM_NOT_REGULAR,
      N_ ("This is a pipe, a socket or a device, not a file.") } },
  { ELOOP,
    { ATLAS_PROBLEM_UNREADABLE,
      N_ ("The link leads back to itself, not to a file.") } },
  { ENAMETOOLONG,
    { ATLAS_PROBLEM_UNREADABLE,
      N_ ("The path is longer than the system allows.") } },
  { ETIMEDOUT,
    { ATLAS_PROBLEM_TIMEOUT,
      N_ ("The place where the file is does not answer.") } },
};

/**
 * atlas_file_reader_new:
 *
 * Returns: (transfer full): a reader
 */
AtlasFileReader *
atlas_file_reader_new (void)
{
  AtlasFileReader *self = g_new0 (AtlasFileReader, 1);

  self->location = g_string_new (NULL);
  self->profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  self->problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);

  return self;
}

/**
 * atlas_file_reader_free:
 * @self: (transfer full): a reader
 */
void
atlas_file_reader_free (AtlasFileReader *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->location, TRUE);
  g_free (self->buffer);
  g_ptr_array_unref (self->profiles);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/* Makes ready for the next file. */
static void
forget (AtlasFileReader *self)
{
  self->length = 0;
  self->size = 0;
  self->modified = 0;
  self->device = 0;
  self->inode = 0;
}

/* Whether @location is a URI and not a path. */
static gboolean
is_uri (const char *location)
{
  return location[0] != G_DIR_SEPARATOR && strstr (location, "://") != NULL;
}

/**
 * atlas_location_build:
 * @folder: (nullable): a path or a URI
 * @name: bytes of a path below @folder; a path or a URI without it
 *
 * Returns: (transfer full): the path or URI of both together
 */
char *
atlas_location_build (const char *folder, const char *name)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (folder == NULL)
    return g_strdup (name);
  if (!is_uri (folder))
    return g_build_filename (folder, name, NULL);

  escaped =
      g_uri_escape_string (name, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);

  return g_strconcat (folder, g_str_has_suffix (folder, "/") ? "" : "/",
                      escaped, NULL);
}

/**
 * atlas_location_to_file:
 * @folder: (nullable): a path or a URI
 * @name: bytes of a path below @folder; a path or a URI without it
 *
 * Returns: (transfer full): the file there
 */
GFile *
atlas_location_to_file (const char *folder, const char *name)
{
  g_autofree char *location = atlas_location_build (folder, name);

  g_return_val_if_fail (location != NULL, NULL);

  if (is_uri (location))
    return g_file_new_for_uri (location);

  return g_file_new_for_path (location);
}

static void
add_fault (AtlasFileReader *self, const char *source, const Fault *fault)
{
  g_ptr_array_add (self->problems,
                   atlas_problem_new (fault->code, source, 0, NULL, 0,
                                      fault->sentence, NULL));
}

static void
add_errno (AtlasFileReader *self, const char *source, int number)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (errno_faults); i++)
    if (errno_faults[i].number == number)
      {
        add_fault (self, source, &errno_faults[i].fault);
        return;
      }

  g_ptr_array_add (self->problems,
                   atlas_problem_new (ATLAS_PROBLEM_IO, source, 0, NULL, 0,
                                      N_ ("The file could not be read: {0}."),
                                      g_strerror (number), NULL));
}

static void
add_too_large (AtlasFileReader *self, const char *source, gboolean json)
{
  static const Fault text_fault = {
    ATLAS_PROBLEM_TOO_LARGE,
    N_ ("The file is larger than 1 MiB, more than any profile.")
  };
  static const Fault json_fault = {
    ATLAS_PROBLEM_TOO_LARGE,
    N_ ("The file is larger than 64 MiB, the most that is read.")
  };

  add_fault (self, source, json ? &json_fault : &text_fault);
}

/**
 * atlas_open_patiently:
 * @path: a file or folder
 * @flags: further flags for open()
 *
 * Opens for reading without waiting for a writer at the other end of a pipe,
 * without taking a terminal, and patiently when no descriptor is free.
 *
 * Returns: a descriptor, or -1 with errno set
 */
int
atlas_open_patiently (const char *path, int flags)
{
  int descriptor = -1;
  guint i;

  for (i = 0; i < MAX_TRIES && descriptor < 0; i++)
    {
      descriptor =
          open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | flags);
      if (descriptor >= 0)
        break;
      if (errno == EMFILE || errno == ENFILE)
        g_usleep (TRY_PAUSE);
      else if (errno != EINTR)
        break;
    }

  return descriptor;
}

static void
reserve (AtlasFileReader *self, gsize capacity)
{
  if (self->capacity >= capacity)
    return;

  self->capacity = MAX (capacity, FIRST_BUFFER_BYTES);
  self->buffer = g_realloc (self->buffer, self->capacity);
}

/* Reads on until the buffer holds @target bytes or the file ends. */
static gboolean
fill (AtlasFileReader *self, int descriptor, gsize target)
{
  /* A regular file gives all it has at once; asking again at its end would
   * cost as much as opening it did. */
  while (self->length < target
         && (self->size == 0 || self->length != self->size))
    {
      gssize n =
          read (descriptor, self->buffer + self->length, target - self->length);

      if (n == 0)
        break;
      if (n > 0)
        self->length += (gsize) n;
      else if (errno != EINTR)
        return FALSE;
    }

  return TRUE;
}

/* The bytes of a descriptor that is known to end. */
static gboolean
read_descriptor (AtlasFileReader *self, int descriptor, const char *source)
{
  gboolean json;

  if (self->size > ATLAS_JSON_MAX_BYTES)
    {
      add_too_large (self, source, TRUE);
      return FALSE;
    }

  reserve (self, MIN (self->size, ATLAS_TEXT_MAX_BYTES) + 1);
  if (!fill (self, descriptor, MIN (self->capacity, SNIFF_BYTES)))
    goto fault;

  json = atlas_json_is_likely (self->buffer, self->length);
  if (!json && self->size > ATLAS_TEXT_MAX_BYTES)
    {
      add_too_large (self, source, FALSE);
      return FALSE;
    }

  for (;;)
    {
      gsize most = (json ? ATLAS_JSON_MAX_BYTES : ATLAS_TEXT_MAX_BYTES) + 1;

      if (!fill (self, descriptor, MIN (self->capacity, most)))
        goto fault;
      if (self->length == most)
        {
          add_too_large (self, source, json);
          return FALSE;
        }
      if (self->length < self->capacity)
        return TRUE;

      reserve (self, MIN (self->capacity * 4, most));
    }

fault:
  add_errno (self, source, errno);
  return FALSE;
}

static gboolean
read_path (AtlasFileReader *self, const char *path, const char *source)
{
  struct stat status;
  gboolean done = FALSE;
  int descriptor = atlas_open_patiently (path, 0);

  if (descriptor < 0)
    {
      add_errno (self, source, errno);
      return FALSE;
    }

  if (fstat (descriptor, &status) != 0)
    add_errno (self, source, errno);
  else if (!S_ISREG (status.st_mode))
    add_errno (self, source, S_ISDIR (status.st_mode) ? EISDIR : ENXIO);
  else
    {
      self->size = (guint64) status.st_size;
      self->device = (guint64) status.st_dev;
      self->inode = (guint64) status.st_ino;
      self->modified =
          (gint64) status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000)
          + status.st_mtim.tv_nsec;
      done = read_descriptor (self, descriptor, source);
    }

  close (descriptor);

  return done;
}

static void
add_error (AtlasFileReader *self, const char *source, const GError *error)
{
  static const struct
  {
    int code;
    int number;
  } numbers[] = {
    { G_IO_ERROR_NOT_FOUND, ENOENT },
    { G_IO_ERROR_PERMISSION_DENIED, EACCES },
    { G_IO_ERROR_IS_DIRECTORY, EISDIR },
    { G_IO_ERROR_NOT_REGULAR_FILE, ENXIO },
    { G_IO_ERROR_TIMED_OUT, ETIMEDOUT },
    { G_IO_ERROR_TOO_MANY_LINKS, ELOOP },
    { G_IO_ERROR_FILENAME_TOO_LONG, ENAMETOOLONG },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_error_matches (error, G_IO_ERROR, numbers[i].code))
      {
        add_errno (self, source, numbers[i].number);
        return;
      }

  g_ptr_array_add (self->problems,
                   atlas_problem_new (ATLAS_PROBLEM_IO, source, 0, NULL, 0,
                                      N_ ("The file could not be read: {0}."),
                                      error->message, NULL));
}

/* A file behind GIO, such as one on a server. */
static gboolean
read_uri (AtlasFileReader *self, const char *uri, const char *source)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  gsize most = ATLAS_TEXT_MAX_BYTES + 1;
  gsize n = 0;

  stream = g_file_read (file, NULL, &error);
  if (stream == NULL)
    {
      add_error (self, source, error);
      return FALSE;
    }

  do
    {
      reserve (self, MIN (MAX (self->capacity, self->length * 2 + 1), most));
      if (!g_input_stream_read_all (
              G_INPUT_STREAM (stream), self->buffer + self->length,
              MIN (self->capacity, most) - self->length, &n, NULL, &error))
        {
          add_error (self, source, error);
          return FALSE;
        }
      self->length += n;
      if (atlas_json_is_likely (self->buffer, self->length))
        most = ATLAS_JSON_MAX_BYTES + 1;
    }
  while (n > 0 && self->length < most);

  self->size = self->length;
  if (self->length == most)
    add_too_large (self, source, most > ATLAS_TEXT_MAX_BYTES + 1);

  return self->length < most;
}

/* Whether the last character is a line end; a wide one may have zeros behind
 * it. */
static gboolean
has_line_end (const AtlasFileReader *self)
{
  gsize n = self->length;

  while (n > 0 && self->length - n < 3 && self->buffer[n - 1] == '\0')
    n--;

  return n > 0 && (self->buffer[n - 1] == '\n' || self->buffer[n - 1] == '\r');
}

static AtlasLoadedFile *
finish (AtlasFileReader *self,
        gboolean readable,
        GRefString *folder,
        const char *name,
        const char *source)
{
  AtlasLoadedFile *file;

  if (readable)
    atlas_loaded_file_parse (self->buffer, self->length, source, self->profiles,
                             self->problems);

  file = atlas_loaded_file_new (folder, name, source, self->profiles,
                                self->problems);
  file->size = self->size;
  file->modified = self->modified;
  file->device = self->device;
  file->inode = self->inode;
  file->ended = readable && has_line_end (self);

  /* One huge file must not keep its memory for all that follow. */
  if (self->capacity > ATLAS_TEXT_MAX_BYTES + 1)
    {
      g_clear_pointer (&self->buffer, g_free);
      self->capacity = 0;
    }

  return file;
}

/* As atlas_location_build(), in the memory of the file before. */
static void
set_location (AtlasFileReader *self, const char *folder, const char *name)
{
  if (folder != NULL && is_uri (folder))
    {
      g_autofree char *location = atlas_location_build (folder, name);

      g_string_assign (self->location, location);
      return;
    }

  g_string_truncate (self->location, 0);
  if (folder != NULL)
    {
      g_string_append (self->location, folder);
      if (!g_str_has_suffix (folder, G_DIR_SEPARATOR_S))
        g_string_append_c (self->location, G_DIR_SEPARATOR);
    }
  g_string_append (self->location, name);
}

/**
 * atlas_file_reader_read:
 * @self: a reader
 * @folder: (nullable): the folder that @name is relative to
 * @name: the file
 * @source: what to call it
 *
 * Reads one file. Never waits for a pipe, never follows a device, never takes
 * more memory than the largest file allowed.
 *
 * Returns: (transfer full): what is in the file, or what is wrong with it
 */
AtlasLoadedFile *
atlas_file_reader_read (AtlasFileReader *self,
                        GRefString *folder,
                        const char *name,
                        const char *source)
{
  gboolean readable;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  forget (self);
  set_location (self, folder, name);

  if (is_uri (self->location->str))
    readable = read_uri (self, self->location->str, source);
  else
    readable = read_path (self, self->location->str, source);

  return finish (self, readable, folder, name, source);
}

/**
 * atlas_file_reader_read_descriptor:
 * @self: a reader
 * @descriptor: an open descriptor, such as that of the standard input
 * @source: what to call it
 *
 * Reads @descriptor to its end.
 *
 * Returns: (transfer full): what was in it, or what is wrong with it
 */
AtlasLoadedFile *
atlas_file_reader_read_descriptor (AtlasFileReader *self,
                                   int descriptor,
                                   const char *source)
{
  gboolean readable;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  forget (self);
  readable = read_descriptor (self, descriptor, source);

  return finish (self, readable, NULL, NULL, source);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-folder-contents.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atlas-file-reader.h"

/* Makes room for the names of a folder. */
void
atlas_contents_init (AtlasContents *self)
{
  self->members = g_array_new (FALSE, FALSE, sizeof (AtlasMember));
  self->names = g_string_new (NULL);
  self->incomplete = 0;
}

void
atlas_contents_clear (AtlasContents *self)
{
  g_clear_pointer (&self->members, g_array_unref);
  if (self->names != NULL)
    g_string_free (g_steal_pointer (&self->names), TRUE);
}

static unsigned char
mode_to_type (mode_t mode)
{
  if (S_ISREG (mode))
    return DT_REG;
  if (S_ISDIR (mode))
    return DT_DIR;
  if (S_ISLNK (mode))
    return DT_LNK;

  return DT_FIFO;
}

/* The first bytes of a name as a number that is in order as they are, with the
 * slash of a folder. */
static guint64
get_start (const char *name, gsize length, unsigned char type)
{
  char bytes[sizeof (guint64)] = { 0 };
  guint64 start;

  memcpy (bytes, name, MIN (length, sizeof bytes));
  if (type == DT_DIR && length < sizeof bytes)
    bytes[length] = '/';
  memcpy (&start, bytes, sizeof start);

  return GUINT64_FROM_BE (start);
}

/* In the order that whole paths have by their bytes: a folder stands where its
 * name with a slash does. */
static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  const AtlasContents *contents = data;
  const AtlasMember *first = a;
  const AtlasMember *second = b;
  const char *x, *y;
  int of_x, of_y;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  x = contents->names->str + first->name;
  y = contents->names->str + second->name;
  while (*x == *y && *x != '\0')
    {
      x++;
      y++;
    }
  of_x = *x == '\0' && first->type == DT_DIR ? '/' : (guchar) *x;
  of_y = *y == '\0' && second->type == DT_DIR ? '/' : (guchar) *y;

  return of_x - of_y;
}

static void
add_member (AtlasContents *contents, int descriptor, const struct dirent *entry)
{
  AtlasMember member = { 0, contents->names->len, entry->d_type };
  gsize length = strlen (entry->d_name);
  struct stat status;

  /* What vanished since will be said by the one who reads it. */
  if (member.type == DT_UNKNOWN)
    member.type =
        fstatat (descriptor, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0
            ? mode_to_type (status.st_mode)
            : DT_REG;

  member.start = get_start (entry->d_name, length, member.type);
  g_string_append_len (contents->names, entry->d_name, (gssize) length + 1);
  g_array_append_val (contents->members, member);
}

/* All names of a folder, in order, the folder closed again: a deep tree must
 * not need a descriptor for each level. %FALSE with errno set when it cannot
 * be listed. */
gboolean
atlas_contents_list (AtlasContents *contents, const char *path)
{
  DIR *directory;
  int descriptor;

  descriptor = atlas_open_patiently (path, O_DIRECTORY);
  if (descriptor < 0)
    return FALSE;

  directory = fdopendir (descriptor);
  if (directory == NULL)
    {
      int number = errno;

      close (descriptor);
      errno = number;
      return FALSE;
    }

  for (;;)
    {
      struct dirent *entry;

      /* A listing that fails half-way looks like a short folder to those who
       * do not ask. */
      errno = 0;
      entry = readdir (directory);
      if (entry == NULL)
        {
          contents->incomplete = errno;
          break;
        }
      if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
        add_member (contents, descriptor, entry);
    }

  closedir (directory);
  g_array_sort_with_data (contents->members, compare_members, contents);

  return TRUE;
}

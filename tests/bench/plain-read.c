/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What any reader of a folder has to do at the least: open each file and read
 * it, on one thread. The measure for `export --format=csv`. */

typedef struct
{
  char buffer[1 << 20];
  unsigned long n_files;
  unsigned long n_bytes;
} Reader;

static void
read_file (Reader *self, const char *path)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  ssize_t n;

  if (descriptor < 0)
    return;

  while ((n = read (descriptor, self->buffer, sizeof self->buffer)) > 0)
    self->n_bytes += (unsigned long) n;
  close (descriptor);
  self->n_files++;
}

static void
read_folder (Reader *self, const char *path)
{
  DIR *folder = opendir (path);
  struct dirent *entry;
  char child[4096];

  if (folder == NULL)
    return;

  while ((entry = readdir (folder)) != NULL)
    {
      if (entry->d_name[0] == '.')
        continue;
      snprintf (child, sizeof child, "%s/%s", path, entry->d_name);
      if (entry->d_type == DT_DIR)
        read_folder (self, child);
      else
        read_file (self, child);
    }
  closedir (folder);
}

int
main (int argc, char **argv)
{
  Reader *reader = calloc (1, sizeof *reader);

  if (argc != 2 || reader == NULL)
    {
      fprintf (stderr, "Usage: %s DIR\n", argv[0]);
      return 2;
    }

  read_folder (reader, argv[1]);
  printf ("%lu files, %lu bytes\n", reader->n_files, reader->n_bytes);
  free (reader);

  return 0;
}

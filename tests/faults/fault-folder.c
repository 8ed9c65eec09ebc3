/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fault-folder.h"

#include <errno.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *const *first = a;
  const char *const *second = b;

  return strcmp (*first, *second);
}

static void
copy_samples (const char *to)
{
  const char *samples = g_getenv ("ATLAS_SAMPLES");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint i;

  g_assert_nonnull (samples);
  dir = g_dir_open (samples, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (i = 0; i < FAULT_N_PROFILES; i++)
    {
      g_autofree char *from = NULL;
      g_autofree char *copy = NULL;
      g_autofree char *text = NULL;

      name = g_ptr_array_index (names, i);
      from = g_build_filename (samples, name, NULL);
      copy = g_build_filename (to, name, NULL);
      text = fault_folder_read (from, NULL);
      fault_folder_write (copy, text);
    }
}

/**
 * fault_folder_new:
 *
 * Returns: (transfer full): a folder with some of the samples
 */
FaultFolder *
fault_folder_new (void)
{
  FaultFolder *self = g_new0 (FaultFolder, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("atlas-faults-XXXXXX", &error);
  g_assert_no_error (error);
  self->profiles = g_build_filename (self->path, "profiles", NULL);
  self->target_folder = g_build_filename (self->path, "target", NULL);
  self->said = g_build_filename (self->path, "said", NULL);
  self->errors = g_build_filename (self->path, "errors", NULL);
  g_assert_cmpint (g_mkdir (self->profiles, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (self->target_folder, 0700), ==, 0);
  copy_samples (self->profiles);

  return self;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

/**
 * fault_folder_free:
 * @self: (transfer full): a folder, which is removed
 */
void
fault_folder_free (FaultFolder *self)
{
  remove_tree (self->path);
  g_free (self->path);
  g_free (self->profiles);
  g_free (self->target_folder);
  g_free (self->said);
  g_free (self->errors);
  g_free (self);
}

/**
 * fault_folder_read:
 * @path: a file
 * @length: (out) (optional): its bytes
 *
 * Returns: (transfer full) (nullable): what it holds, %NULL when there is none
 */
char *
fault_folder_read (const char *path, gsize *length)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, length, NULL))
    return NULL;

  return text;
}

/**
 * fault_folder_write:
 * @path: a file
 * @text: what it is to hold
 */
void
fault_folder_write (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                            0644, &error);
  g_assert_no_error (error);
}

static guint
walk_unfinished (const FaultFolder *self, gboolean clear)
{
  g_autoptr (GDir) dir = g_dir_open (self->target_folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (name[0] != '.')
        continue;
      n++;
      path = g_build_filename (self->target_folder, name, NULL);
      if (clear)
        g_remove (path);
    }

  return n;
}

/**
 * fault_folder_count_unfinished:
 * @self: a folder
 *
 * Returns: how many files that no user asked for lie beside the target
 */
guint
fault_folder_count_unfinished (const FaultFolder *self)
{
  return walk_unfinished (self, FALSE);
}

/**
 * fault_folder_remove_unfinished:
 * @self: a folder
 *
 * Removes what fault_folder_count_unfinished() counts.
 */
void
fault_folder_remove_unfinished (const FaultFolder *self)
{
  walk_unfinished (self, TRUE);
}

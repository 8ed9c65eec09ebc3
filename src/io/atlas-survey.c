/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-survey.h"

#include <dirent.h>

#include "atlas-file-list.h"
#include "atlas-folder-contents.h"

/**
 * atlas_survey_new:
 * @roots: (array length=n_roots): where to look
 * @n_roots: number of @roots
 * @max_folders: how many folders are enough
 * @recurse: whether to look into sub-folders
 * @with_files: whether files are wanted too
 *
 * Returns: (transfer full): a survey that has found nothing yet
 */
AtlasSurvey *
atlas_survey_new (GFile *const *roots,
                  gsize n_roots,
                  guint max_folders,
                  gboolean recurse,
                  gboolean with_files)
{
  AtlasSurvey *self;
  gsize i;

  g_return_val_if_fail (roots != NULL || n_roots == 0, NULL);

  self = g_new0 (AtlasSurvey, 1);
  self->roots = g_ptr_array_new_with_free_func (g_object_unref);
  self->folders = g_ptr_array_new_with_free_func (g_object_unref);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->max_folders = max_folders;
  self->recurse = recurse;
  self->with_files = with_files;
  for (i = 0; i < n_roots; i++)
    g_ptr_array_add (self->roots, g_object_ref (roots[i]));

  return self;
}

/**
 * atlas_survey_free:
 * @self: (transfer full): a survey
 */
void
atlas_survey_free (AtlasSurvey *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->roots);
  g_ptr_array_unref (self->folders);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static void look_into (AtlasSurvey *self,
                       GFile *folder,
                       guint depth,
                       GCancellable *cancellable);

/* Links are not followed: they may lead in circles. */
static void
look_at (AtlasSurvey *self,
         GFile *folder,
         const char *name,
         GFileType type,
         guint depth,
         GCancellable *cancellable)
{
  gboolean inside = type == G_FILE_TYPE_DIRECTORY && self->recurse;
  gboolean wanted = type == G_FILE_TYPE_REGULAR && self->with_files;
  g_autoptr (GFile) child = NULL;

  if ((!inside && !wanted) || atlas_file_name_is_left_over (name))
    return;

  child = g_file_get_child (folder, name);
  if (inside)
    look_into (self, child, depth + 1, cancellable);
  else
    g_ptr_array_add (self->files, g_steal_pointer (&child));
}

/* A folder of this computer. An object for each of 100,000 names, which are
 * looked at only for folders among them, would take as long as reading those
 * files does, and hold up all other threads that make objects. */
static void
look_into_path (AtlasSurvey *self,
                GFile *folder,
                guint depth,
                GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (folder);
  g_auto (AtlasContents) contents = { NULL };
  guint i;

  atlas_contents_init (&contents);
  if (!atlas_contents_list (&contents, path))
    return;

  g_ptr_array_add (self->folders, g_object_ref (folder));
  for (i = 0; i < contents.members->len; i++)
    {
      const AtlasMember *member =
          &g_array_index (contents.members, AtlasMember, i);
      GFileType type = G_FILE_TYPE_SPECIAL;

      if (g_cancellable_is_cancelled (cancellable))
        return;
      if (member->type == DT_DIR)
        type = G_FILE_TYPE_DIRECTORY;
      else if (member->type == DT_REG)
        type = G_FILE_TYPE_REGULAR;
      look_at (self, folder, contents.names->str + member->name, type, depth,
               cancellable);
    }
}

/* A folder behind GIO, such as one on a server. */
static void
look_into_uri (AtlasSurvey *self,
               GFile *folder,
               guint depth,
               GCancellable *cancellable)
{
  g_autoptr (GFileEnumerator) enumerator = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  GFileInfo *info;

  if (enumerator == NULL)
    return;

  g_ptr_array_add (self->folders, g_object_ref (folder));
  while (g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, NULL)
         && info != NULL)
    look_at (self, folder, g_file_info_get_name (info),
             g_file_info_get_file_type (info), depth, cancellable);
}

/* What is no folder, or cannot be listed, is passed over. */
static void
look_into (AtlasSurvey *self,
           GFile *folder,
           guint depth,
           GCancellable *cancellable)
{
  if (depth > ATLAS_MAX_FOLDER_DEPTH || self->folders->len >= self->max_folders
      || g_cancellable_is_cancelled (cancellable))
    return;

  if (g_file_is_native (folder))
    look_into_path (self, folder, depth, cancellable);
  else
    look_into_uri (self, folder, depth, cancellable);
}

/**
 * atlas_survey_run:
 * @self: a survey
 * @cancellable: (nullable): ends it early
 *
 * Looks for folders and files. May take long, or for ever: call it on a thread.
 */
void
atlas_survey_run (AtlasSurvey *self, GCancellable *cancellable)
{
  guint i;

  g_return_if_fail (self != NULL);

  for (i = 0; i < self->roots->len; i++)
    look_into (self, g_ptr_array_index (self->roots, i), 0, cancellable);
}

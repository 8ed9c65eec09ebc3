/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-loaded-file.h"

#include <string.h>

#include "atlas-consistency.h"
#include "atlas-file-reader.h"
#include "atlas-json-reader.h"
#include "atlas-loaded-file-private.h"
#include "atlas-text-parser.h"

/* The public struct, where the file is, and behind them in the same block the
 * two arrays and the strings: a folder of 100,000 files is 100,000 blocks. */
typedef struct
{
  AtlasLoadedFile file;
  GRefString *folder;
  const char *name;
} Whole;

G_DEFINE_BOXED_TYPE (AtlasLoadedFile,
                     atlas_loaded_file,
                     atlas_loaded_file_ref,
                     atlas_loaded_file_unref)

/* Moves the pointers out of @array, which is left empty and keeps its room for
 * the next file. */
static gpointer *
take_pointers (gpointer *to, GPtrArray *array)
{
  guint i = array->len;

  while (i-- > 0)
    to[i] = g_ptr_array_steal_index_fast (array, i);

  return to;
}

/* Makes a file out of what was read; takes what is in the two arrays, which
 * are left empty. Without a @name the file is the standard input. */
AtlasLoadedFile *
atlas_loaded_file_new (GRefString *folder,
                       const char *name,
                       const char *source,
                       GPtrArray *profiles,
                       GPtrArray *problems)
{
  gsize name_size = name != NULL ? strlen (name) + 1 : 0;
  gsize source_size = g_strcmp0 (name, source) == 0 ? 0 : strlen (source) + 1;
  gsize n_pointers = profiles->len + problems->len;
  Whole *whole = g_atomic_rc_box_alloc0 (
      sizeof *whole + n_pointers * sizeof (gpointer) + name_size + source_size);
  gpointer *pointers = (gpointer *) (whole + 1);
  char *strings = (char *) (pointers + n_pointers);
  AtlasLoadedFile *self = &whole->file;

  self->n_profiles = profiles->len;
  self->n_problems = problems->len;
  self->profiles = (AtlasProfile **) take_pointers (pointers, profiles);
  self->problems =
      (AtlasProblem **) take_pointers (pointers + self->n_profiles, problems);

  if (folder != NULL)
    whole->folder = g_ref_string_acquire (folder);
  if (name != NULL)
    whole->name = memcpy (strings, name, name_size);
  if (source_size > 0)
    self->source = memcpy (strings + name_size, source, source_size);
  else
    self->source = whole->name;

  return self;
}

/* Reads bytes of either form, and checks each profile against itself. */
void
atlas_loaded_file_parse (const char *data,
                         gsize length,
                         const char *source,
                         GPtrArray *profiles,
                         GPtrArray *problems)
{
  guint i;

  if (atlas_json_is_likely (data, length))
    atlas_json_read (data, length, source, profiles, problems);
  else
    atlas_text_parse (data, length, source, profiles, problems);

  for (i = 0; i < profiles->len; i++)
    atlas_consistency_check_profile (g_ptr_array_index (profiles, i), problems);
}

/**
 * atlas_loaded_file_new_from_bytes:
 * @data: the bytes of a file, in the text form or in JSON
 * @length: number of them
 * @source: what to call the file
 *
 * Reads what was read already, such as the standard input. There is no #GFile
 * behind the result.
 *
 * Returns: (transfer full): the profiles and problems of it
 */
AtlasLoadedFile *
atlas_loaded_file_new_from_bytes (const char *data,
                                  gsize length,
                                  const char *source)
{
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);

  atlas_loaded_file_parse (data, length, source, profiles, problems);

  return atlas_loaded_file_new (NULL, NULL, source, profiles, problems);
}

/**
 * atlas_loaded_file_new_from_problem:
 * @folder: (nullable): the folder @name is relative to
 * @name: the file or folder
 * @problem: (transfer full): why nothing was read
 *
 * Returns: (transfer full): a file without profiles, called as @problem says
 */
AtlasLoadedFile *
atlas_loaded_file_new_from_problem (GRefString *folder,
                                    const char *name,
                                    AtlasProblem *problem)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();

  g_return_val_if_fail (problem != NULL, NULL);

  g_ptr_array_add (problems, problem);

  return atlas_loaded_file_new (folder, name, problem->source, profiles,
                                problems);
}

/**
 * atlas_loaded_file_read:
 * @file: a file
 * @source: what to call it
 *
 * Reads one file; may block, so call it from a worker. Whatever goes wrong is
 * a problem of the result.
 *
 * Returns: (transfer full): the profiles and problems of it
 */
AtlasLoadedFile *
atlas_loaded_file_read (GFile *file, const char *source)
{
  g_autoptr (AtlasFileReader) reader = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  reader = atlas_file_reader_new ();
  name = g_file_get_path (file);
  if (name == NULL)
    name = g_file_get_uri (file);

  return atlas_file_reader_read (reader, NULL, name, source);
}

/**
 * atlas_loaded_file_ref:
 * @self: a file
 *
 * Returns: (transfer full): @self
 */
AtlasLoadedFile *
atlas_loaded_file_ref (AtlasLoadedFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_file (gpointer data)
{
  Whole *whole = data;
  guint i;

  for (i = 0; i < whole->file.n_profiles; i++)
    atlas_profile_unref (whole->file.profiles[i]);
  for (i = 0; i < whole->file.n_problems; i++)
    atlas_problem_unref (whole->file.problems[i]);
  g_clear_pointer (&whole->folder, g_ref_string_release);
}

/**
 * atlas_loaded_file_unref:
 * @self: (transfer full): a file
 */
void
atlas_loaded_file_unref (AtlasLoadedFile *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_file);
}

/**
 * atlas_loaded_file_dup_file:
 * @self: a file
 *
 * Returns: (transfer full) (nullable): where it is; %NULL for bytes that came
 *   from no file
 */
GFile *
atlas_loaded_file_dup_file (const AtlasLoadedFile *self)
{
  const Whole *whole = (const Whole *) self;

  g_return_val_if_fail (self != NULL, NULL);

  if (whole->name == NULL)
    return NULL;

  return atlas_location_to_file (whole->folder, whole->name);
}

/**
 * atlas_loaded_file_has_failed:
 * @self: a file
 *
 * Returns: whether an error kept something of @self from being loaded
 */
gboolean
atlas_loaded_file_has_failed (const AtlasLoadedFile *self)
{
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);

  for (i = 0; i < self->n_problems; i++)
    if (atlas_problem_get_severity (self->problems[i]) == ATLAS_SEVERITY_ERROR)
      return TRUE;

  return FALSE;
}

/**
 * atlas_loaded_file_is_partial:
 * @self: a file
 *
 * Returns: whether @self stands for a folder in which there may be more files
 *   than could be listed
 */
gboolean
atlas_loaded_file_is_partial (const AtlasLoadedFile *self)
{
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);

  for (i = 0; i < self->n_problems; i++)
    if (self->problems[i]->code == ATLAS_PROBLEM_FOLDER_INCOMPLETE)
      return TRUE;

  return FALSE;
}

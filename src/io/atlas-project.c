/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-project.h"

#include <string.h>

#include "atlas-file-load.h"
#include "atlas-alias-file.h"
#include "atlas-encode.h"
#include "atlas-json.h"
#include "atlas-output.h"
#include "atlas-variant-json.h"

struct _AtlasProject
{
  gatomicrefcount references;
  GPtrArray *roots;
  GVariant *state;
  AtlasAliases *aliases;
  /* Members that this version does not know: key and JSON, in turn. */
  GPtrArray *unknown;
};

G_DEFINE_QUARK (atlas - project - error - quark, atlas_project_error)

/**
 * atlas_project_new:
 *
 * Returns: (transfer full): a project without files
 */
AtlasProject *
atlas_project_new (void)
{
  AtlasProject *self = g_new0 (AtlasProject, 1);

  g_atomic_ref_count_init (&self->references);
  self->roots = g_ptr_array_new_with_free_func (g_object_unref);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->state = g_variant_ref_sink (
      g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));

  return self;
}

/**
 * atlas_project_ref:
 * @self: a project
 *
 * Returns: (transfer full): @self
 */
AtlasProject *
atlas_project_ref (AtlasProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * atlas_project_unref:
 * @self: (transfer full): a project
 */
void
atlas_project_unref (AtlasProject *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->roots);
  g_ptr_array_unref (self->unknown);
  g_variant_unref (self->state);
  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  g_free (self);
}

/**
 * atlas_project_is_project_file:
 * @file: a file
 *
 * Returns: whether its name is that of a project file
 */
gboolean
atlas_project_is_project_file (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ATLAS_PROJECT_ENDING);
}

/**
 * atlas_project_get_roots:
 * @self: a project
 * @n_roots: (out): number of them
 *
 * Returns: (array length=n_roots): the folders and files that are open
 */
GFile *const *
atlas_project_get_roots (const AtlasProject *self, gsize *n_roots)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_roots != NULL, NULL);

  *n_roots = self->roots->len;

  return (GFile *const *) self->roots->pdata;
}

/**
 * atlas_project_set_roots:
 * @self: a project
 * @roots: (array length=n_roots): the folders and files that are open
 * @n_roots: number of them
 */
void
atlas_project_set_roots (AtlasProject *self, GFile *const *roots, gsize n_roots)
{
  g_autoptr (GPtrArray) copy = NULL;
  gsize i;

  g_return_if_fail (self != NULL);
  g_return_if_fail (roots != NULL || n_roots == 0);

  copy = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < n_roots; i++)
    g_ptr_array_add (copy, g_object_ref (roots[i]));
  g_ptr_array_unref (self->roots);
  self->roots = g_steal_pointer (&copy);
}

/**
 * atlas_project_get_state:
 * @self: a project
 *
 * Returns: (transfer none): a dictionary, a{sv}, with what was done
 */
GVariant *
atlas_project_get_state (const AtlasProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->state;
}

/**
 * atlas_project_set_state:
 * @self: a project
 * @state: a dictionary, a{sv}; consumed when floating
 *
 * Takes the parts of @state in place of those of the same name. Parts that
 * @state does not have stay: a newer version may have put them there.
 */
void
atlas_project_set_state (AtlasProject *self, GVariant *state)
{
  g_autoptr (GVariant) sunk = NULL;
  GVariantDict merged;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_return_if_fail (self != NULL);
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  sunk = g_variant_ref_sink (state);
  g_variant_dict_init (&merged, self->state);
  g_variant_iter_init (&iter, sunk);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_variant_dict_insert_value (&merged, key, value);
      g_variant_unref (value);
    }

  g_variant_unref (self->state);
  self->state = g_variant_ref_sink (g_variant_dict_end (&merged));
}

/**
 * atlas_project_get_aliases:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): the user's names that mean the same
 */
AtlasAliases *
atlas_project_get_aliases (const AtlasProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->aliases;
}

/**
 * atlas_project_set_aliases:
 * @self: a project
 * @aliases: (nullable): the user's names that mean the same; copied
 */
void
atlas_project_set_aliases (AtlasProject *self, AtlasAliases *aliases)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  if (aliases != NULL)
    self->aliases = atlas_aliases_copy (aliases);
}

/* The list of aliases as it stands in a file of its own, a step deeper. */
static void
write_aliases (GString *out, const AtlasAliases *aliases)
{
  g_autofree char *json = atlas_alias_file_to_json (aliases);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (json), "\n", -1);
  gsize i;

  g_string_append (out, ",\n  \"aliases\": ");
  for (i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n  " : "", lines[i]);
}

/* How @root is written: relative to the folder of the project where it lies in
 * there, so that both can be moved together; as a URI elsewhere. */
static char *
root_to_text (GFile *root, GFile *folder)
{
  g_autofree char *path = NULL;

  if (folder != NULL && g_file_equal (root, folder))
    return g_strdup (".");
  if (folder != NULL)
    path = g_file_get_relative_path (folder, root);
  /* A colon could make the rest look like a URI. */
  if (path != NULL && g_utf8_validate (path, -1, NULL)
      && strstr (path, "://") == NULL)
    return g_steal_pointer (&path);

  return g_file_get_uri (root);
}

static GFile *
root_from_text (const char *text, GFile *folder)
{
  if (strstr (text, "://") != NULL || folder == NULL)
    return g_file_new_for_commandline_arg (text);

  return g_file_resolve_relative_path (folder, text);
}

/**
 * atlas_project_to_json:
 * @self: a project
 * @file: (nullable): where it will be
 *
 * The same project gives the same bytes, with one line for each thing, so that
 * a comparison of two versions can be read.
 *
 * Returns: (transfer full): the text of the file
 */
char *
atlas_project_to_json (const AtlasProject *self, GFile *file)
{
  g_autoptr (GFile) folder = NULL;
  GString *out;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);

  folder = file != NULL ? g_file_get_parent (file) : NULL;
  out = g_string_new ("{\n  \"format\": \"" ATLAS_PROJECT_FORMAT
                      "\",\n  \"version\": " G_STRINGIFY (
                          ATLAS_PROJECT_VERSION) ",\n  \"paths\": [");
  for (i = 0; i < self->roots->len; i++)
    {
      g_autofree char *text =
          root_to_text (g_ptr_array_index (self->roots, i), folder);

      g_string_append (out, i > 0 ? ",\n    " : "\n    ");
      atlas_encode_json_string (out, text);
    }
  g_string_append (out, i > 0 ? "\n  ],\n" : "],\n");
  g_string_append (out, "  \"state\": ");
  atlas_variant_write_json (out, self->state, 1);
  if (self->aliases != NULL)
    write_aliases (out, self->aliases);
  for (i = 0; i + 1 < self->unknown->len; i += 2)
    {
      g_string_append (out, ",\n  ");
      atlas_encode_json_string (out, g_ptr_array_index (self->unknown, i));
      g_string_append (out, ": ");
      g_string_append (out, g_ptr_array_index (self->unknown, i + 1));
    }
  g_string_append (out, "\n}\n");

  return g_string_free (out, FALSE);
}

/**
 * atlas_project_save:
 * @self: a project
 * @file: where to save it
 * @error: return location for an error
 *
 * Returns: whether it is there, whole; if not, what was there is untouched
 */
gboolean
atlas_project_save (AtlasProject *self, GFile *file, GError **error)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  json = atlas_project_to_json (self, file);

  return atlas_output_save (file, json, strlen (json), error);
}

static gboolean
set_damaged (GError **error, guint32 line, const char *what)
{
  g_set_error (error, ATLAS_PROJECT_ERROR, ATLAS_PROJECT_ERROR_DAMAGED,
               "The project file is damaged in line %u: %s", line, what);

  return FALSE;
}

static gboolean
check_format (const AtlasJson *root, GError **error)
{
  const AtlasJson *version = atlas_json_get (root, "version");

  if (g_strcmp0 (atlas_json_get_string (root, "format"), ATLAS_PROJECT_FORMAT)
      != 0)
    {
      g_set_error_literal (error, ATLAS_PROJECT_ERROR,
                           ATLAS_PROJECT_ERROR_NOT_A_PROJECT,
                           "This is no project file of Cluster Atlas");
      return FALSE;
    }
  if (version == NULL || version->type != ATLAS_JSON_NUMBER)
    return set_damaged (error, root->line, "the version is missing");
  if (strcmp (version->text, G_STRINGIFY (ATLAS_PROJECT_VERSION)) != 0)
    {
      g_set_error (error, ATLAS_PROJECT_ERROR, ATLAS_PROJECT_ERROR_NEWER,
                   "The project file has version %s, and only version "
                   "%d is known",
                   version->text, ATLAS_PROJECT_VERSION);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_roots (AtlasProject *self,
            const AtlasJson *paths,
            GFile *folder,
            GError **error)
{
  const AtlasJson *path;

  if (paths->type != ATLAS_JSON_ARRAY)
    return set_damaged (error, paths->line, "\"paths\" is no list");

  for (path = paths->first; path != NULL; path = path->next)
    {
      if (path->type != ATLAS_JSON_STRING || path->text[0] == '\0')
        return set_damaged (error, path->line, "a path is no text");
      g_ptr_array_add (self->roots, root_from_text (path->text, folder));
    }

  return TRUE;
}

static gboolean
read_state (AtlasProject *self, const AtlasJson *state, GError **error)
{
  GVariantDict dict;
  const AtlasJson *part;

  if (state->type != ATLAS_JSON_OBJECT)
    return set_damaged (error, state->line, "\"state\" is no object");

  g_variant_dict_init (&dict, NULL);
  for (part = state->first; part != NULL; part = part->next)
    {
      g_autoptr (GVariant) boxed =
          atlas_variant_from_json (part, G_VARIANT_TYPE_VARIANT);
      g_autoptr (GVariant) value = NULL;

      if (boxed == NULL)
        {
          g_variant_dict_clear (&dict);
          return set_damaged (error, part->line,
                              "a part has not the type it says");
        }
      g_variant_ref_sink (boxed);
      value = g_variant_get_variant (boxed);
      g_variant_dict_insert_value (&dict, part->key, value);
    }

  g_variant_unref (self->state);
  self->state = g_variant_ref_sink (g_variant_dict_end (&dict));

  return TRUE;
}

static gboolean
read_aliases (AtlasProject *self, const AtlasJson *json, GError **error)
{
  g_autoptr (GError) inner = NULL;

  self->aliases = atlas_alias_file_from_json (json, &inner);
  if (self->aliases == NULL)
    return set_damaged (error, json->line, inner->message);

  return TRUE;
}

static void
keep_unknown (AtlasProject *self, const AtlasJson *member)
{
  GString *json = g_string_new (NULL);

  atlas_json_write (json, member, 1);
  g_ptr_array_add (self->unknown, g_strdup (member->key));
  g_ptr_array_add (self->unknown, g_string_free (json, FALSE));
}

/**
 * atlas_project_parse:
 * @data: the bytes of a project file
 * @length: number of them
 * @file: (nullable): where they are from; paths are relative to its folder
 * @error: return location for an #AtlasProjectError
 *
 * Returns: (transfer full) (nullable): the project, %NULL when it is damaged
 */
AtlasProject *
atlas_project_parse (const char *data,
                     gsize length,
                     GFile *file,
                     GError **error)
{
  g_autoptr (AtlasJsonDocument) document = NULL;
  g_autoptr (AtlasProject) self = NULL;
  g_autoptr (GFile) folder = NULL;
  const AtlasJson *root, *member;
  AtlasJsonFault fault;
  guint32 line;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  document = atlas_json_document_parse (data, length, &fault, &line);
  if (document == NULL)
    {
      set_damaged (error, line, "this is no valid JSON");
      return NULL;
    }

  root = atlas_json_document_get_root (document);
  if (!check_format (root, error))
    return NULL;

  self = atlas_project_new ();
  folder = file != NULL ? g_file_get_parent (file) : NULL;
  for (member = root->first; member != NULL; member = member->next)
    {
      if (atlas_json_has_duplicate (root, member->key))
        {
          set_damaged (error, member->line, "a key is there twice");
          return NULL;
        }
      if (strcmp (member->key, "paths") == 0)
        {
          if (!read_roots (self, member, folder, error))
            return NULL;
        }
      else if (strcmp (member->key, "state") == 0)
        {
          if (!read_state (self, member, error))
            return NULL;
        }
      else if (strcmp (member->key, "aliases") == 0)
        {
          if (!read_aliases (self, member, error))
            return NULL;
        }
      else if (strcmp (member->key, "format") != 0
               && strcmp (member->key, "version") != 0)
        keep_unknown (self, member);
    }

  return g_steal_pointer (&self);
}

/**
 * atlas_project_load:
 * @file: a project file
 * @error: return location for an error of #AtlasProjectError or #GIOErrorEnum
 *
 * Reads a project file. Never waits for a pipe and never takes much memory;
 * may block on a slow disk.
 *
 * Returns: (transfer full) (nullable): the project, or %NULL
 */
AtlasProject *
atlas_project_load (GFile *file, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  data = atlas_file_load (file, ATLAS_PROJECT_MAX_BYTES, &length, error);
  if (data == NULL)
    return NULL;

  return atlas_project_parse (data, length, file, error);
}

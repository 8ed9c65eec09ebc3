/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-alias-file.h"

#include <string.h>

#include "atlas-encode.h"
#include "atlas-file-load.h"
#include "atlas-json.h"
#include "atlas-output.h"

/* A list larger than this is none. */
#define MAX_BYTES (16 * 1024 * 1024)

#define VERSION 1

/* The two lists of the file, and what the second name is called in each. */
typedef struct
{
  const char *key;
  const char *other;
  gboolean (*add) (AtlasAliases *self,
                   const char *cluster,
                   const char *name,
                   const char *other);
  void (*foreach) (const AtlasAliases *self,
                   AtlasAliasFunc func,
                   gpointer user_data);
} List;

static const List lists[] = {
  { "aliases", "target", atlas_aliases_add, atlas_aliases_foreach },
  { "never", "other", atlas_aliases_add_never, atlas_aliases_foreach_never },
};

typedef struct
{
  GString *out;
  const List *list;
  gboolean first;
} Writer;

static void
write_alias (const AtlasAlias *alias, gpointer data)
{
  Writer *writer = data;

  g_string_append (writer->out, writer->first ? "\n    {" : ",\n    {");
  writer->first = FALSE;
  if (alias->cluster != NULL)
    {
      g_string_append (writer->out, "\"cluster\": ");
      atlas_encode_json_string (writer->out, alias->cluster);
      g_string_append (writer->out, ", ");
    }
  g_string_append (writer->out, "\"name\": ");
  atlas_encode_json_string (writer->out, alias->name);
  g_string_append_printf (writer->out, ", \"%s\": ", writer->list->other);
  atlas_encode_json_string (writer->out, alias->target);
  g_string_append_c (writer->out, '}');
}

/**
 * atlas_alias_file_to_json:
 * @aliases: names that mean the same
 *
 * One line for each alias, in the same order for the same list:
 *
 *     {"name": "Shanghai", "target": "Shanghai-Suzhou"}
 *     {"cluster": "dalian", "name": "DICP, CAS", "target": "DICP"}
 *
 * Returns: (transfer full): the text of the file
 */
char *
atlas_alias_file_to_json (const AtlasAliases *aliases)
{
  GString *out;
  gsize i;

  g_return_val_if_fail (aliases != NULL, NULL);

  out = g_string_new ("{\n  \"format\": \"" ATLAS_ALIAS_FORMAT
                      "\",\n  \"version\": " G_STRINGIFY (VERSION));
  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      Writer writer = { out, &lists[i], TRUE };

      g_string_append_printf (out, ",\n  \"%s\": [", lists[i].key);
      lists[i].foreach (aliases, write_alias, &writer);
      g_string_append (out, writer.first ? "]" : "\n  ]");
    }
  g_string_append (out, "\n}\n");

  return g_string_free (out, FALSE);
}

/**
 * atlas_alias_file_save:
 * @aliases: names that mean the same
 * @file: where to save them
 * @error: return location for an error
 *
 * Returns: whether it is there, whole; if not, what was there is untouched
 */
gboolean
atlas_alias_file_save (const AtlasAliases *aliases, GFile *file, GError **error)
{
  g_autofree char *json = atlas_alias_file_to_json (aliases);

  return atlas_output_save (file, json, strlen (json), error);
}

static gboolean
set_damaged (GError **error, guint32 line, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               "The list of aliases is damaged in line %u: %s", line, what);

  return FALSE;
}

static gboolean
read_list (AtlasAliases *aliases,
           const AtlasJson *root,
           const List *list,
           GError **error)
{
  const AtlasJson *array = atlas_json_get (root, list->key);
  const AtlasJson *row;

  if (array == NULL)
    return TRUE;
  if (array->type != ATLAS_JSON_ARRAY
      || atlas_json_has_duplicate (root, list->key))
    return set_damaged (error, array->line, "expected one list");

  for (row = array->first; row != NULL; row = row->next)
    {
      const char *name = atlas_json_get_string (row, "name");
      const char *other = atlas_json_get_string (row, list->other);

      if (name == NULL || other == NULL || name[0] == '\0' || other[0] == '\0')
        return set_damaged (error, row->line, "a name is missing");
      list->add (aliases, atlas_json_get_string (row, "cluster"), name, other);
    }

  return TRUE;
}

/**
 * atlas_alias_file_from_json:
 * @root: the object of a list of aliases, in a file of its own or in a project
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the aliases, or %NULL when the list is
 *   damaged: names are not merged on a guess
 */
AtlasAliases *
atlas_alias_file_from_json (const AtlasJson *root, GError **error)
{
  g_autoptr (AtlasAliases) aliases = NULL;
  const AtlasJson *version;
  gsize i;

  g_return_val_if_fail (root != NULL, NULL);

  version = atlas_json_get (root, "version");
  if (g_strcmp0 (atlas_json_get_string (root, "format"), ATLAS_ALIAS_FORMAT)
          != 0
      || version == NULL || version->type != ATLAS_JSON_NUMBER
      || strcmp (version->text, G_STRINGIFY (VERSION)) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "This is no list of aliases, or one of another "
                           "version");
      return NULL;
    }

  aliases = atlas_aliases_new ();
  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_list (aliases, root, &lists[i], error))
      return NULL;

  return g_steal_pointer (&aliases);
}

/**
 * atlas_alias_file_parse:
 * @data: the bytes of a list of aliases
 * @length: number of them
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the aliases
 */
AtlasAliases *
atlas_alias_file_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (AtlasJsonDocument) document = NULL;
  AtlasJsonFault fault;
  guint32 line;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  document = atlas_json_document_parse (data, length, &fault, &line);
  if (document == NULL)
    {
      set_damaged (error, line, "this is no valid JSON");
      return NULL;
    }

  return atlas_alias_file_from_json (atlas_json_document_get_root (document),
                                     error);
}

/**
 * atlas_alias_file_load:
 * @file: a list of aliases
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the aliases
 */
AtlasAliases *
atlas_alias_file_load (GFile *file, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  data = atlas_file_load (file, MAX_BYTES, &length, error);

  return data != NULL ? atlas_alias_file_parse (data, length, error) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-file-picker.h"
#include "atlas-json-writer.h"
#include "atlas-network-writer.h"
#include "atlas-output.h"
#include "atlas-window-private.h"

/* All that is open, as data for other programs: the same as "cluster-atlas
 * export" writes. */

typedef void (*WriteFunc) (GString *out,
                           const AtlasNetwork *network,
                           const GPtrArray *profiles,
                           const GPtrArray *problems);

/* An export under way; the profiles are those of when it was asked for. */
typedef struct
{
  AtlasWindow *window;
  GFile *file;
  GPtrArray *profiles;
  GPtrArray *problems;
  AtlasAliases *aliases;
  WriteFunc write;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->window);
  g_clear_object (&export->file);
  g_ptr_array_unref (export->profiles);
  g_ptr_array_unref (export->problems);
  g_clear_pointer (&export->aliases, atlas_aliases_unref);
  g_free (export);
}

static void
write_json (GString *out,
            const AtlasNetwork *network,
            const GPtrArray *profiles,
            const GPtrArray *problems)
{
  guint i;

  atlas_json_write_head (out);
  for (i = 0; i < profiles->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      atlas_json_write_profile (out, g_ptr_array_index (profiles, i));
    }
  atlas_json_write_tail (out, network, (AtlasProblem *const *) problems->pdata,
                         problems->len);
}

static void
write_graphml (GString *out,
               const AtlasNetwork *network,
               const GPtrArray *profiles,
               const GPtrArray *problems)
{
  atlas_network_write (out, network, ATLAS_NETWORK_GRAPHML, -1);
}

static void
write_gexf (GString *out,
            const AtlasNetwork *network,
            const GPtrArray *profiles,
            const GPtrArray *problems)
{
  atlas_network_write (out, network, ATLAS_NETWORK_GEXF, -1);
}

static void
write_pajek (GString *out,
             const AtlasNetwork *network,
             const GPtrArray *profiles,
             const GPtrArray *problems)
{
  atlas_network_write (out, network, ATLAS_NETWORK_PAJEK, -1);
}

/* The first one is for endings that are not known. */
static const struct
{
  const char *ending;
  const char *name;
  const char *mime_type;
  WriteFunc write;
} formats[] = {
  { "json", N_ ("All Data as JSON"), "application/json", write_json },
  { "graphml", N_ ("Network as GraphML"), NULL, write_graphml },
  { "gexf", N_ ("Network as GEXF"), NULL, write_gexf },
  { "net", N_ ("Network as Pajek"), NULL, write_pajek },
};

static WriteFunc
find_format (const char *name)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *ending = g_strconcat (".", formats[i].ending, NULL);

      if (g_str_has_suffix (name, ending))
        return formats[i].write;
    }

  return formats[0].write;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *stop)
{
  Export *export = data;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AtlasNetwork) network = NULL;
  GError *error = NULL;

  network =
      atlas_network_new ((const AtlasProfile *const *) export->profiles->pdata,
                         export->profiles->len, export->aliases);
  atlas_network_measure (network, NULL, NULL);
  atlas_network_arrange (network, NULL, NULL);
  export->write (out, network, export->profiles, export->problems);

  if (atlas_output_save (export->file, out->str, out->len, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (export->file);
  g_autofree char *sentence = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    sentence = g_strdup_printf (_ ("Saved “\342\201\250%s\342\201\251”"), name);
  else
    sentence =
        g_strdup_printf (_ ("“\342\201\250%s\342\201\251” was not saved: %s"),
                         name, error->message);
  atlas_window_toast (export->window, sentence);
}

static void
write_async (Export *export)
{
  g_autofree char *name = g_file_get_basename (export->file);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_written, NULL);

  export->write = find_format (name);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, run);
}

static void
on_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;

  export->file = atlas_file_picker_run_finish_one (result, &error);
  if (export->file != NULL)
    {
      write_async (export);
      return;
    }

  if (error != NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    atlas_window_toast (export->window, error->message);
  export_free (export);
}

static Export *
export_new (AtlasWindow *self)
{
  AtlasProblemStore *store = atlas_session_get_problems (self->session);
  AtlasAliases *aliases = atlas_session_get_aliases (self->session);
  guint i, n = g_list_model_get_n_items (G_LIST_MODEL (store));
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->profiles = atlas_session_snapshot (self->session, ATLAS_SCOPE_ALL);
  export->problems =
      g_ptr_array_new_full (n, (GDestroyNotify) atlas_problem_unref);
  for (i = 0; i < n; i++)
    g_ptr_array_add (
        export->problems,
        atlas_problem_ref ((AtlasProblem *) atlas_file_problem_get_problem (
            atlas_problem_store_get (store, i))));
  if (aliases != NULL)
    export->aliases = atlas_aliases_copy (aliases);

  return export;
}

static void
on_export_data (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AtlasFileKind kinds[G_N_ELEMENTS (formats)];
  g_autofree char *name =
      g_strconcat (gtk_window_get_title (GTK_WINDOW (self)), ".json", NULL);
  const AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _ ("Export All Data"),
    .accept = _ ("_Export"),
    .name = name,
    .kinds = kinds,
    .n_kinds = G_N_ELEMENTS (kinds),
  };
  gsize i;

  if (atlas_window_is_empty (self))
    return;

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    kinds[i] = (AtlasFileKind){ _ (formats[i].name), formats[i].ending,
                                formats[i].mime_type };
  atlas_file_picker_run_async (GTK_WINDOW (self), &pick, NULL, on_picked,
                               export_new (self));
}

/**
 * atlas_window_export_data:
 * @self: the window
 * @file: where to; its ending says in which form
 *
 * Writes all profiles, the network and the problems, or the network alone. A
 * toast tells when that is done.
 */
void
atlas_window_export_data (AtlasWindow *self, GFile *file)
{
  Export *export;

  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  export = export_new (self);
  export->file = g_object_ref (file);
  write_async (export);
}

/**
 * atlas_window_init_data:
 * @self: a window that has its session
 *
 * Adds the export of all data.
 */
void
atlas_window_init_data (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "export-data", on_export_data },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-file-picker.h"
#include "atlas-output.h"
#include "atlas-window-private.h"

/* Rows of a table saved as a file, as they were when that was asked for. */
typedef struct
{
  AtlasWindow *window;
  char *csv;
  char *tsv;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_free (export->csv);
  g_free (export->tsv);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
on_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = atlas_file_picker_run_finish_one (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  const char *text = export->csv;

  if (file == NULL)
    {
      if (error != NULL
          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        atlas_window_toast (export->window, error->message);
      return;
    }

  name = g_file_get_basename (file);
  if (g_str_has_suffix (name, ".tsv"))
    text = export->tsv;

  if (atlas_output_save (file, text, strlen (text), &error))
    sentence = g_strdup_printf (_ ("Saved “\342\201\250%s\342\201\251”"), name);
  else
    sentence =
        g_strdup_printf (_ ("“\342\201\250%s\342\201\251” was not saved: %s"),
                         name, error->message);
  atlas_window_toast (export->window, sentence);
}

/**
 * atlas_window_export_table:
 * @self: the window
 * @table: a table
 * @all: whether all rows, not only those shown
 *
 * Asks for a file and saves the rows in it as they are now.
 */
void
atlas_window_export_table (AtlasWindow *self, AtlasTable *table, gboolean all)
{
  const AtlasFileKind kinds[] = {
    { _ ("CSV Table"), "csv", "text/csv" },
    { _ ("TSV Table"), "tsv", "text/tab-separated-values" },
  };
  AtlasRowScope scope = all ? ATLAS_ROWS_ALL : ATLAS_ROWS_SHOWN;
  AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _ ("Export Table"),
    .accept = _ ("_Export"),
    .kinds = kinds,
    .n_kinds = G_N_ELEMENTS (kinds),
  };
  Export *export = g_new0 (Export, 1);
  g_autofree char *name = NULL;

  export->window = g_object_ref (self);
  export->csv = atlas_table_to_csv (table, scope);
  export->tsv = atlas_table_to_tsv (table, scope, TRUE);

  name = g_strconcat (atlas_table_kind_get_nick (atlas_table_get_kind (table)),
                      ".csv", NULL);
  pick.name = name;
  atlas_file_picker_run_async (GTK_WINDOW (self), &pick, NULL, on_picked,
                               export);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-export-window.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-file-picker.h"
#include "atlas-output.h"
#include "atlas-report.h"
#include "atlas-text-scale.h"

#define POINTS_PER_MM (72.0 / 25.4)
/* Of a pixel on the screen, which has 96 of them per inch. */
#define POINTS_PER_PIXEL (72.0 / 96.0)

/* The order of the rows of the unit. */
enum
{
  UNIT_MM,
  UNIT_PIXEL,
};

/**
 * AtlasExportWindow:
 *
 * How a chart is to look as a file. What was chosen is remembered for the next
 * chart. Signal `saved` (const char *sentence): it is on the disk, or why not.
 */
struct _AtlasExportWindow
{
  AdwWindow parent_instance;

  AtlasChart *chart;
  AtlasPreferences *preferences;
  guint unit;

  AdwComboRow *format_row;
  AdwComboRow *unit_row;
  GtkSpinButton *width_spin;
  GtkSpinButton *height_spin;
  GtkWidget *dpi_row;
  GtkSpinButton *dpi_spin;
  AdwComboRow *theme_row;
  GtkSwitch *grey_switch;
  GtkSwitch *transparent_switch;
};

G_DEFINE_FINAL_TYPE (AtlasExportWindow, atlas_export_window, ADW_TYPE_WINDOW)

/* A picture being drawn and saved. */
typedef struct
{
  AtlasChart *chart;
  AtlasPictureSettings settings;
  GFile *file;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  atlas_chart_unref (drawing->chart);
  g_object_unref (drawing->file);
  g_free (drawing);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Drawing *drawing = data;
  g_autoptr (GBytes) picture = NULL;
  GError *error = NULL;
  gconstpointer bytes;
  gsize size;

  picture = atlas_picture_render (drawing->chart, &drawing->settings, &error);
  if (picture == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  bytes = g_bytes_get_data (picture, &size);
  if (atlas_output_save (drawing->file, bytes, size, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasExportWindow) self = ATLAS_EXPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    sentence = g_strdup (_ ("Chart saved"));
  else
    sentence = g_strdup_printf (_ ("The chart could not be saved: %s"),
                                error->message);

  g_signal_emit_by_name (self, "saved", sentence);
  gtk_window_close (GTK_WINDOW (self));
}

/* Points in one unit. Pixels of a PNG are its own. */
static double
get_unit (AtlasExportWindow *self)
{
  if (adw_combo_row_get_selected (self->unit_row) == UNIT_MM)
    return POINTS_PER_MM;
  if (adw_combo_row_get_selected (self->format_row) == ATLAS_PICTURE_PNG)
    return 72.0 / gtk_spin_button_get_value (self->dpi_spin);

  return POINTS_PER_PIXEL;
}

static void
on_changed (AtlasExportWindow *self)
{
  gtk_widget_set_sensitive (self->dpi_row,
                            adw_combo_row_get_selected (self->format_row)
                                == ATLAS_PICTURE_PNG);
}

/* The picture stays as large as it was, about. */
static void
on_unit_changed (AtlasExportWindow *self)
{
  guint unit = adw_combo_row_get_selected (self->unit_row);
  double factor;

  if (unit == self->unit)
    return;

  factor = unit == UNIT_PIXEL ? POINTS_PER_MM / POINTS_PER_PIXEL
                              : POINTS_PER_PIXEL / POINTS_PER_MM;
  self->unit = unit;
  gtk_spin_button_set_value (
      self->width_spin, gtk_spin_button_get_value (self->width_spin) * factor);
  gtk_spin_button_set_value (self->height_spin,
                             gtk_spin_button_get_value (self->height_spin)
                                 * factor);
}

static void
remember (AtlasExportWindow *self)
{
  GVariantDict dict;
  g_autoptr (GVariant) picture = NULL;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "format", "u",
                         adw_combo_row_get_selected (self->format_row));
  g_variant_dict_insert (&dict, "unit", "u",
                         adw_combo_row_get_selected (self->unit_row));
  g_variant_dict_insert (&dict, "width", "d",
                         gtk_spin_button_get_value (self->width_spin));
  g_variant_dict_insert (&dict, "height", "d",
                         gtk_spin_button_get_value (self->height_spin));
  g_variant_dict_insert (&dict, "dpi", "d",
                         gtk_spin_button_get_value (self->dpi_spin));
  g_variant_dict_insert (&dict, "theme", "u",
                         adw_combo_row_get_selected (self->theme_row));
  g_variant_dict_insert (&dict, "grey", "b",
                         gtk_switch_get_active (self->grey_switch));
  g_variant_dict_insert (&dict, "transparent", "b",
                         gtk_switch_get_active (self->transparent_switch));

  picture = g_variant_ref_sink (g_variant_dict_end (&dict));
  atlas_preferences_set_picture (self->preferences, picture);
}

static void
restore_choice (AdwComboRow *row, GVariant *picture, const char *name)
{
  guint position;

  if (g_variant_lookup (picture, name, "u", &position)
      && position < g_list_model_get_n_items (adw_combo_row_get_model (row)))
    adw_combo_row_set_selected (row, position);
}

static void
restore_number (GtkSpinButton *spin, GVariant *picture, const char *name)
{
  double value;

  if (g_variant_lookup (picture, name, "d", &value))
    gtk_spin_button_set_value (spin, value);
}

static void
restore_switch (GtkSwitch *toggle, GVariant *picture, const char *name)
{
  gboolean active;

  if (g_variant_lookup (picture, name, "b", &active))
    gtk_switch_set_active (toggle, active);
}

static void
restore (AtlasExportWindow *self)
{
  g_autoptr (GVariant) picture =
      atlas_preferences_dup_picture (self->preferences);

  restore_choice (self->format_row, picture, "format");
  restore_choice (self->unit_row, picture, "unit");
  restore_choice (self->theme_row, picture, "theme");
  restore_number (self->width_spin, picture, "width");
  restore_number (self->height_spin, picture, "height");
  restore_number (self->dpi_spin, picture, "dpi");
  restore_switch (self->grey_switch, picture, "grey");
  restore_switch (self->transparent_switch, picture, "transparent");
  on_changed (self);
}

static void
on_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasExportWindow) self = ATLAS_EXPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = atlas_file_picker_run_finish_one (result, &error);

  if (file != NULL)
    atlas_export_window_save (self, file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (self, "saved", error->message);
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasExportWindow *self = ATLAS_EXPORT_WINDOW (widget);
  const char *const names[] = {
    [ATLAS_PICTURE_SVG] = _ ("SVG Drawings"),
    [ATLAS_PICTURE_PDF] = _ ("PDF Documents"),
    [ATLAS_PICTURE_PNG] = _ ("PNG Pictures"),
  };
  guint format = adw_combo_row_get_selected (self->format_row);
  const char *extension = atlas_picture_format_get_extension (format);
  const char *nick =
      atlas_chart_kind_get_nick (atlas_chart_get_kind (self->chart));
  g_autofree char *name = g_strdup_printf ("%s.%s", nick, extension);
  const AtlasFileKind kind = {
    names[format],
    extension,
    atlas_picture_format_get_mime_type (format),
  };
  const AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _ ("Export Chart"),
    .accept = _ ("_Save"),
    .name = name,
    .kinds = &kind,
    .n_kinds = 1,
  };

  atlas_file_picker_run_async (GTK_WINDOW (self), &pick, NULL, on_picked,
                               g_object_ref (self));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static void
atlas_export_window_dispose (GObject *object)
{
  AtlasExportWindow *self = ATLAS_EXPORT_WINDOW (object);

  g_clear_pointer (&self->chart, atlas_chart_unref);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (atlas_export_window_parent_class)->dispose (object);
}

static void
atlas_export_window_class_init (AtlasExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_export_window_dispose;

  g_signal_new ("saved", ATLAS_TYPE_EXPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-export-window.ui");
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasExportWindow, name)
  BIND (format_row);
  BIND (unit_row);
  BIND (width_spin);
  BIND (height_spin);
  BIND (dpi_row);
  BIND (dpi_spin);
  BIND (theme_row);
  BIND (grey_switch);
  BIND (transparent_switch);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_changed);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, on_save);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape,
                                NULL);
}

static void
atlas_export_window_init (AtlasExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  atlas_text_scale_widen (GTK_WINDOW (self));
}

/**
 * atlas_export_window_new:
 * @chart: what is to be exported
 * @preferences: where the choice is remembered
 *
 * Returns: (transfer none): the window, not shown yet
 */
AtlasExportWindow *
atlas_export_window_new (AtlasChart *chart, AtlasPreferences *preferences)
{
  AtlasExportWindow *self;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (preferences), NULL);

  self = g_object_new (ATLAS_TYPE_EXPORT_WINDOW, NULL);
  self->chart = atlas_chart_ref (chart);
  self->preferences = g_object_ref (preferences);
  restore (self);

  return self;
}

/**
 * atlas_export_window_get_settings:
 * @self: the window
 * @settings: (out caller-allocates): how the picture is to be
 *
 * What is chosen now.
 */
void
atlas_export_window_get_settings (AtlasExportWindow *self,
                                  AtlasPictureSettings *settings)
{
  static const AtlasThemeVariant variants[] = { ATLAS_THEME_PRINT,
                                                ATLAS_THEME_LIGHT,
                                                ATLAS_THEME_DARK };
  AtlasPictureSettings chosen = ATLAS_PICTURE_SETTINGS_INIT (
      (AtlasPictureFormat) adw_combo_row_get_selected (self->format_row));
  double unit;

  g_return_if_fail (ATLAS_IS_EXPORT_WINDOW (self));

  unit = get_unit (self);
  chosen.width = gtk_spin_button_get_value (self->width_spin) * unit;
  chosen.height = gtk_spin_button_get_value (self->height_spin) * unit;
  chosen.dpi = gtk_spin_button_get_value (self->dpi_spin);
  chosen.theme.variant = variants[adw_combo_row_get_selected (self->theme_row)];
  chosen.theme.grey = gtk_switch_get_active (self->grey_switch);
  chosen.theme.transparent = gtk_switch_get_active (self->transparent_switch);
  chosen.theme.right_to_left =
      gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  chosen.time = atlas_report_get_default_time ();

  *settings = chosen;
}

/**
 * atlas_export_window_save:
 * @self: the window
 * @file: where to
 *
 * Draws the chart as chosen on a thread and saves it; an older file is
 * replaced only by a whole new one. Closes the window when done.
 */
void
atlas_export_window_save (AtlasExportWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  g_return_if_fail (ATLAS_IS_EXPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  remember (self);
  drawing = g_new0 (Drawing, 1);
  drawing->chart = atlas_chart_ref (self->chart);
  drawing->file = g_object_ref (file);
  atlas_export_window_get_settings (self, &drawing->settings);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", FALSE);
  task = g_task_new (NULL, NULL, on_saved, g_object_ref (self));
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, run);
}

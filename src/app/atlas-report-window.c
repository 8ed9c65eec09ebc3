/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-window-private.h"

#include "atlas-access.h"
#include "atlas-language.h"
#include "atlas-report-session.h"

G_DEFINE_FINAL_TYPE (AtlasReportWindow, atlas_report_window, ADW_TYPE_WINDOW)

/**
 * atlas_report_window_update_actions:
 * @self: a report window
 *
 * Allows what can be done now.
 */
void
atlas_report_window_update_actions (AtlasReportWindow *self)
{
  gboolean has_pages = atlas_report_preview_get_report (self->preview) != NULL;
  gboolean idle = self->saving == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save",
                                 has_pages && idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", has_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.cancel",
                                 !idle || self->making != NULL);
}

/* Settings. */

static void
set_entry (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill_languages (AdwComboRow *row)
{
  const char *const *codes = atlas_language_get_codes ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (names, atlas_language_get_name (codes[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static guint
find_language (const char *code)
{
  const char *const *codes = atlas_language_get_codes ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;

  return 0;
}

static void
take_language (AtlasReportSettings *settings, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected != GTK_INVALID_LIST_POSITION)
    atlas_report_settings_set_value (
        settings, "language", atlas_language_get_codes ()[selected], NULL);
}

static void
fill (AtlasReportWindow *self)
{
  const AtlasReportSettings *settings =
      atlas_report_settings_of_session (self->session);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->scope_row, settings->scope);
  set_entry (self->title_row, settings->title);
  set_entry (self->author_row, settings->author);
  set_entry (self->footer_row, settings->footer);
  atlas_report_sections_set_parts (self->sections, settings->parts);
  adw_combo_row_set_selected (self->paper_row, settings->paper);
  adw_combo_row_set_selected (self->language_row,
                              find_language (settings->language));
  atlas_report_compare_set_chosen (self->compare,
                                   (const char *const *) settings->compare);
  gtk_spin_button_set_value (self->margin_spin, settings->margin);
  gtk_switch_set_active (self->grey_switch, settings->grey);
  self->filling = FALSE;

  g_clear_pointer (&self->shown, g_variant_unref);
  self->shown = atlas_report_session_dup_state (self->session);
}

/* Undo and redo may have brought other settings. */
static void
on_undo_stack (AtlasReportWindow *self)
{
  g_autoptr (GVariant) now = NULL;

  if (self->session == NULL || self->shown == NULL || self->filling)
    return;

  now = atlas_report_session_dup_state (self->session);
  if (g_variant_equal (now, self->shown))
    return;

  fill (self);
  atlas_report_window_schedule (self);
}

static gboolean
on_undo_key (GtkWidget *widget, GVariant *redo, gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (widget);
  AtlasUndoStack *stack = atlas_session_get_undo_stack (self->session);

  return g_variant_get_boolean (redo) ? atlas_undo_stack_redo (stack)
                                      : atlas_undo_stack_undo (stack);
}

static void
take_entry (AtlasReportSettings *settings, const char *key, AdwEntryRow *row)
{
  atlas_report_settings_set_value (
      settings, key, gtk_editable_get_text (GTK_EDITABLE (row)), NULL);
}

static void
on_changed (AtlasReportWindow *self)
{
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  AtlasReportSettings *settings;

  if (self->filling || self->session == NULL)
    return;

  settings = atlas_report_settings_of_session (self->session);
  before = atlas_report_session_dup_state (self->session);
  settings->scope =
      (AtlasReportScope) adw_combo_row_get_selected (self->scope_row);
  take_entry (settings, "title", self->title_row);
  take_entry (settings, "author", self->author_row);
  take_entry (settings, "footer", self->footer_row);
  atlas_report_sections_get_parts (self->sections, settings->parts);
  settings->paper = (AtlasPaper) adw_combo_row_get_selected (self->paper_row);
  take_language (settings, self->language_row);
  g_strfreev (settings->compare);
  settings->compare = atlas_report_compare_dup_chosen (self->compare);
  settings->margin = gtk_spin_button_get_value (self->margin_spin);
  settings->grey = gtk_switch_get_active (self->grey_switch);
  atlas_report_window_schedule (self);

  after = atlas_report_session_dup_state (self->session);
  if (g_variant_equal (before, after))
    return;

  g_clear_pointer (&self->shown, g_variant_unref);
  self->shown = g_variant_ref (after);
  atlas_report_session_push (self->session, before, after);
}

static void
on_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasReportPreview *preview = ATLAS_REPORT_WINDOW (widget)->preview;

  atlas_report_preview_set_zoom (preview,
                                 atlas_report_preview_get_zoom (preview) * 1.2);
}

static void
on_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasReportPreview *preview = ATLAS_REPORT_WINDOW (widget)->preview;

  atlas_report_preview_set_zoom (preview,
                                 atlas_report_preview_get_zoom (preview) / 1.2);
}

/* The window. */

static void
atlas_report_window_dispose (GObject *object)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (object);

  atlas_report_window_stop_making (self);
  g_cancellable_cancel (self->saving);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_variant_unref);

  G_OBJECT_CLASS (atlas_report_window_parent_class)->dispose (object);
}

static void
atlas_report_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_report_window_parent_class)->realize (widget);

  atlas_report_window_fold (ATLAS_REPORT_WINDOW (widget));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
  } actions[] = {
    { "report.save", atlas_report_window_save, GDK_KEY_s },
    { "report.print", atlas_report_window_print, GDK_KEY_p },
    { "report.zoom-in", on_zoom_in, GDK_KEY_plus },
    { "report.zoom-out", on_zoom_out, GDK_KEY_minus },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                       actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key,
                                           GDK_CONTROL_MASK, actions[i].name,
                                           NULL);
    }
  gtk_widget_class_install_action (widget_class, "report.cancel", NULL,
                                   atlas_report_window_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w,
                                       GDK_CONTROL_MASK, "window.close", NULL);
}

static void
atlas_report_window_class_init (AtlasReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_report_window_dispose;
  widget_class->realize = atlas_report_window_realize;

  g_type_ensure (ATLAS_TYPE_REPORT_COMPARE);
  g_type_ensure (ATLAS_TYPE_REPORT_PREVIEW);
  g_type_ensure (ATLAS_TYPE_REPORT_SECTIONS);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-report-window.ui");

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasReportWindow, name)
  BIND (toasts);
  BIND (title);
  BIND (scope_row);
  BIND (title_row);
  BIND (author_row);
  BIND (footer_row);
  BIND (sections);
  BIND (paper_row);
  BIND (language_row);
  BIND (compare);
  BIND (margin_spin);
  BIND (grey_switch);
  BIND (stack);
  BIND (preview);
  BIND (progress_revealer);
  BIND (progress_bar);
  BIND (panes);
  BIND (zoom_out_button);
  BIND (zoom_in_button);
#undef BIND

  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                on_undo_key, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z,
                                GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_undo_key,
                                "b", TRUE);
}

static void
atlas_report_window_init (AtlasReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  g_signal_connect_swapped (self->scope_row, "notify::selected",
                            G_CALLBACK (on_changed), self);
  fill_languages (self->language_row);
  g_signal_connect_swapped (self->paper_row, "notify::selected",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->language_row, "notify::selected",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->compare, "changed", G_CALLBACK (on_changed),
                            self);
  g_signal_connect_swapped (self->title_row, "changed", G_CALLBACK (on_changed),
                            self);
  g_signal_connect_swapped (self->author_row, "changed",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->footer_row, "changed",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->sections, "changed", G_CALLBACK (on_changed),
                            self);
  g_signal_connect_swapped (self->margin_spin, "value-changed",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->grey_switch, "notify::active",
                            G_CALLBACK (on_changed), self);
  atlas_report_window_update_actions (self);
}

/**
 * atlas_report_window_new:
 * @session: what to report on
 *
 * Returns: (transfer none): a window; GTK owns it
 */
AtlasReportWindow *
atlas_report_window_new (AtlasSession *session)
{
  AtlasReportWindow *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_REPORT_WINDOW, NULL);
  self->session = g_object_ref (session);
  fill (self);
  g_signal_connect_object (atlas_session_get_undo_stack (session), "notify",
                           G_CALLBACK (on_undo_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (session, "visible-changed",
                            G_CALLBACK (atlas_report_window_schedule), self);
  g_signal_connect_swapped (session, "selection-changed",
                            G_CALLBACK (atlas_report_window_schedule), self);
  g_signal_connect_swapped (session, "notify::aliases",
                            G_CALLBACK (atlas_report_window_schedule), self);
  /* Not known to be nothing until it was looked for. */
  gtk_stack_set_visible_child_name (self->stack, "pages");
  atlas_report_window_schedule (self);

  return self;
}

/**
 * atlas_report_window_get_preview:
 * @self: a report window
 *
 * Returns: (transfer none): its preview
 */
AtlasReportPreview *
atlas_report_window_get_preview (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), NULL);

  return self->preview;
}

/**
 * atlas_report_window_get_sections:
 * @self: a report window
 *
 * Returns: (transfer none): its list of sections
 */
AtlasReportSections *
atlas_report_window_get_sections (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), NULL);

  return self->sections;
}

/**
 * atlas_report_window_get_compare:
 * @self: a report window
 *
 * Returns: (transfer none): where the clusters compared are chosen
 */
AtlasReportCompare *
atlas_report_window_get_compare (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), NULL);

  return self->compare;
}

/**
 * atlas_report_window_is_busy:
 * @self: a report window
 *
 * Returns: whether a report is being made or saved
 */
gboolean
atlas_report_window_is_busy (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), FALSE);

  return self->pause != 0 || self->making != NULL || self->saving != NULL;
}

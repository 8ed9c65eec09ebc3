/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-preferences-window.h"

#include "atlas-access.h"
#include "atlas-text-scale.h"

/**
 * AtlasPreferencesWindow:
 *
 * Where the user changes #AtlasPreferences. Each change holds at once.
 */
struct _AtlasPreferencesWindow
{
  AdwWindow parent_instance;

  AdwComboRow *appearance_row;
  GtkSwitch *recurse_switch;
  AdwComboRow *watch_row;
  GtkSpinButton *patents_spin;
  GtkSpinButton *articles_spin;
};

G_DEFINE_FINAL_TYPE (AtlasPreferencesWindow,
                     atlas_preferences_window,
                     ADW_TYPE_WINDOW)

/* The rows of a combo stand in the order of the enumeration. */
static gboolean
enum_to_position (GBinding *binding,
                  const GValue *from,
                  GValue *to,
                  gpointer user_data)
{
  g_value_set_uint (to, (guint) g_value_get_enum (from));

  return TRUE;
}

static gboolean
position_to_enum (GBinding *binding,
                  const GValue *from,
                  GValue *to,
                  gpointer user_data)
{
  guint position = g_value_get_uint (from);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  g_value_set_enum (to, (int) position);

  return TRUE;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));

  return TRUE;
}

static void
atlas_preferences_window_class_init (AtlasPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-preferences-window.ui");

#define BIND(name)                                                            \
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, \
                                        name)
  BIND (appearance_row);
  BIND (recurse_switch);
  BIND (watch_row);
  BIND (patents_spin);
  BIND (articles_spin);
#undef BIND

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape,
                                NULL);
}

static void
atlas_preferences_window_init (AtlasPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  atlas_text_scale_widen (GTK_WINDOW (self));
}

/**
 * atlas_preferences_window_new:
 * @preferences: the preferences to change
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWindow *
atlas_preferences_window_new (AtlasPreferences *preferences)
{
  const GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  AtlasPreferencesWindow *self;

  g_return_val_if_fail (ATLAS_IS_PREFERENCES (preferences), NULL);

  self = g_object_new (ATLAS_TYPE_PREFERENCES_WINDOW, NULL);

  g_object_bind_property_full (preferences, "appearance", self->appearance_row,
                               "selected", both, enum_to_position,
                               position_to_enum, NULL, NULL);
  g_object_bind_property_full (preferences, "watch", self->watch_row,
                               "selected", both, enum_to_position,
                               position_to_enum, NULL, NULL);
  g_object_bind_property (preferences, "recurse", self->recurse_switch,
                          "active", both);
  g_object_bind_property (preferences, "world-patents", self->patents_spin,
                          "value", both);
  g_object_bind_property (preferences, "world-articles", self->articles_spin,
                          "value", both);

  return GTK_WINDOW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "../find-widget.h"
#include "atlas-about-window.h"
#include "atlas-help-window.h"
#include "atlas-preferences-window.h"
#include "atlas-resources.h"
#include "atlas-shortcuts-window.h"
#include "atlas-shortcuts.h"

/* How many labels below @widget say just @text. */
static guint
count_labels (GtkWidget *widget, const char *text)
{
  GtkWidget *child;
  guint n = 0;

  if (GTK_IS_LABEL (widget)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    n++;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);

  return n;
}

static void
show (GtkWindow *window)
{
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* Each key is listed, each key is bound to its action, none is bound twice,
 * and nothing else is bound. */
static void
test_shortcuts (void)
{
  g_autoptr (GtkApplication) application =
      gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) bound = NULL;
  GtkWindow *window = atlas_shortcuts_window_new ();
  const AtlasShortcut *shortcuts;
  gsize n_shortcuts;
  gsize n_actions = 0;
  gsize i;
  gsize j;

  show (window);
  atlas_shortcuts_bind (application);
  shortcuts = atlas_shortcuts_get (&n_shortcuts);
  g_assert_cmpuint (n_shortcuts, >, 15);

  for (i = 0; i < n_shortcuts; i++)
    {
      const AtlasShortcut *shortcut = &shortcuts[i];
      g_auto (GStrv) accels = NULL;

      g_assert_cmpuint (count_labels (GTK_WIDGET (window), shortcut->title), ==,
                        1);
      g_assert_nonnull (shortcut->accels[0]);
      for (j = 0; shortcut->accels[j] != NULL; j++)
        {
          GdkModifierType modifiers;
          guint key;
          g_autofree char *label = NULL;

          g_assert_true (
              gtk_accelerator_parse (shortcut->accels[j], &key, &modifiers));
          label = gtk_accelerator_get_label (key, modifiers);
          g_assert_cmpuint (count_labels (GTK_WIDGET (window), label), ==, 1);
          g_assert_true (
              g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)));
        }

      if (shortcut->action == NULL)
        continue;
      n_actions++;
      accels =
          gtk_application_get_accels_for_action (application, shortcut->action);
      g_assert_cmpuint (g_strv_length (accels), ==, j);
    }

  bound = gtk_application_list_action_descriptions (application);
  g_assert_cmpuint (g_strv_length (bound), ==, n_actions);

  gtk_window_destroy (window);
}

static void
test_about (void)
{
  GtkWindow *window = atlas_about_window_new ();
  GtkWidget *expander;
  GtkWidget *copy;
  g_autofree char *text = NULL;

  show (window);
  g_assert_cmpuint (
      count_labels (GTK_WIDGET (window), "Version " ATLAS_VERSION), ==, 1);

  expander = find_type (GTK_WIDGET (window), ADW_TYPE_EXPANDER_ROW);
  copy = find_type (expander, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (copy, "clicked");
  {
    GdkContentProvider *content = gdk_clipboard_get_content (
        gtk_widget_get_clipboard (GTK_WIDGET (window)));
    g_auto (GValue) value = G_VALUE_INIT;

    g_value_init (&value, G_TYPE_STRING);
    g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
    text = g_value_dup_string (&value);
  }
  g_assert_true (g_str_has_prefix (text, "Cluster Atlas " ATLAS_VERSION));
  g_assert_nonnull (strstr (text, "GTK: 4."));
  g_assert_nonnull (strstr (text, "libadwaita: 1."));

  gtk_window_destroy (window);
}

static void
test_help (void)
{
  GtkWindow *window = atlas_help_window_new ();
  GtkWidget *expander;

  show (window);
  expander = find_type (GTK_WIDGET (window), ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpuint (count_labels (GTK_WIDGET (window), "Open profiles"), ==, 1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  gtk_window_destroy (window);
}

static void
test_preferences (void)
{
  g_autoptr (AtlasPreferences) preferences = atlas_preferences_new ();
  GtkWindow *window = atlas_preferences_window_new (preferences);
  GtkWidget *combo;
  GtkWidget *toggle;

  show (window);
  combo = find_type (GTK_WIDGET (window), ADW_TYPE_COMBO_ROW);
  toggle = find_type (GTK_WIDGET (window), GTK_TYPE_SWITCH);

  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), ATLAS_APPEARANCE_DARK);
  g_assert_cmpint (atlas_preferences_get_appearance (preferences), ==,
                   ATLAS_APPEARANCE_DARK);
  g_object_set (preferences, "appearance", ATLAS_APPEARANCE_LIGHT, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (combo)), ==,
                    ATLAS_APPEARANCE_LIGHT);

  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_false (atlas_preferences_get_recurse (preferences));

  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_register_resource ();

  g_test_add_func ("/app/pages/shortcuts", test_shortcuts);
  g_test_add_func ("/app/pages/about", test_about);
  g_test_add_func ("/app/pages/help", test_help);
  g_test_add_func ("/app/pages/preferences", test_preferences);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "atlas-preferences.h"
#include "atlas-wait.h"
#include "atlas-window.h"

static GtkApplication *
get_application (void)
{
  return GTK_APPLICATION (g_application_get_default ());
}

static void
activate (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), action,
                                  NULL);
}

static guint
count_main_windows (void)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (get_application ()); l != NULL;
       l = l->next)
    n += ATLAS_IS_WINDOW (l->data);

  return n;
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static AtlasWindow *
get_main_window (void)
{
  for (GList *l = gtk_application_get_windows (get_application ()); l != NULL;
       l = l->next)
    if (ATLAS_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

static void
close_all (void)
{
  activate ("quit");
  WAIT_UNTIL (count_windows () == 0);
}

/* Started twice it shows the window that is there. */
static void
test_activate (void)
{
  g_application_activate (G_APPLICATION (get_application ()));
  WAIT_UNTIL (count_main_windows () == 1);
  g_application_activate (G_APPLICATION (get_application ()));
  g_assert_cmpuint (count_main_windows (), ==, 1);

  activate ("new-window");
  g_assert_cmpuint (count_main_windows (), ==, 2);
  close_all ();
}

/* Files go into a window that is still empty, others into one of their own. */
static void
test_open (void)
{
  g_autoptr (GFile) samples = g_file_new_for_path (g_getenv ("ATLAS_SAMPLES"));
  GFile *files[] = { samples };
  AtlasWindow *window;

  g_application_activate (G_APPLICATION (get_application ()));
  window = get_main_window ();
  g_application_open (G_APPLICATION (get_application ()), files, 1, "");
  g_assert_cmpuint (count_main_windows (), ==, 1);
  WAIT_UNTIL (g_list_model_get_n_items (
                  atlas_session_get_visible (atlas_window_get_session (window)))
              == 5);

  g_application_open (G_APPLICATION (get_application ()), files, 1, "");
  g_assert_cmpuint (count_main_windows (), ==, 2);
  close_all ();
}

/* Each in front of the window it was asked for in; the help stays the one. */
static void
test_own_windows (void)
{
  static const char *const actions[] = { "preferences", "shortcuts", "help",
                                         "about" };
  AtlasWindow *window;

  g_application_activate (G_APPLICATION (get_application ()));
  window = get_main_window ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GListModel *toplevels = gtk_window_get_toplevels ();

      activate (actions[i]);
      WAIT_UNTIL (count_windows () == 2);
      for (guint j = 0; j < g_list_model_get_n_items (toplevels); j++)
        {
          g_autoptr (GtkWindow) own = g_list_model_get_item (toplevels, j);

          if (own == GTK_WINDOW (window))
            continue;
          g_assert_true (gtk_window_get_transient_for (own)
                         == GTK_WINDOW (window));
          g_assert_cmpstr (gtk_window_get_title (own), !=, "");
          gtk_window_close (own);
          break;
        }
      WAIT_UNTIL (count_windows () == 1);
    }

  activate ("help");
  activate ("help");
  g_assert_cmpuint (count_windows (), ==, 2);
  close_all ();
}

/* What is preferred is what all windows look like, at once. */
static void
test_appearance (void)
{
  static const struct
  {
    AtlasAppearance appearance;
    AdwColorScheme scheme;
  } looks[] = {
    { ATLAS_APPEARANCE_DARK, ADW_COLOR_SCHEME_FORCE_DARK },
    { ATLAS_APPEARANCE_LIGHT, ADW_COLOR_SCHEME_FORCE_LIGHT },
    { ATLAS_APPEARANCE_SYSTEM, ADW_COLOR_SCHEME_DEFAULT },
  };
  AtlasPreferences *preferences = atlas_application_get_preferences (
      ATLAS_APPLICATION (get_application ()));

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_object_set (preferences, "appearance", looks[i].appearance, NULL);
      g_assert_cmpint (
          adw_style_manager_get_color_scheme (adw_style_manager_get_default ()),
          ==, looks[i].scheme);
    }
}

static gsize
get_style_size (void)
{
  gsize size = 0;

  g_assert_true (g_resources_get_info ("/org/gtk/libgtk/theme/Default/gtk.css",
                                       G_RESOURCE_LOOKUP_FLAGS_NONE, &size,
                                       NULL, NULL));

  return size;
}

/* What is left out while the program starts is there afterwards: all icons,
 * libadwaita's style, and GTK's own for whoever asks for it. */
static void
test_start (gconstpointer style_size)
{
  static const char *const names[] = { "open-menu-symbolic",
                                       "atlas-charts-symbolic",
                                       ATLAS_APPLICATION_ID,
                                       "adw-expander-arrow-symbolic" };
  GtkIconTheme *icons =
      gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) folders = gtk_icon_theme_get_search_path (icons);
  GtkWidget *button = g_object_ref_sink (gtk_button_new ());
  g_autofree char *style = NULL;
  GdkRGBA colour;

  g_assert_cmpuint (g_strv_length (folders), >, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (gtk_icon_theme_has_icon (icons, names[i]));

  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &style, NULL);
  g_assert_cmpstr (style, ==, "Adwaita-empty");
  g_assert_true (gtk_style_context_lookup_color (
      gtk_widget_get_style_context (button), "card_bg_color", &colour));
  g_object_unref (button);

  g_assert_cmpuint (get_style_size (), ==, GPOINTER_TO_SIZE (style_size));
}

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gsize style_size;

  g_test_init (&argc, &argv, NULL);
  /* As the program does, before it registers. */
  gtk_init ();
  style_size = get_style_size ();
  application = atlas_application_new (G_APPLICATION_HANDLES_OPEN
                                       | G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_data_func ("/app/application/start", GSIZE_TO_POINTER (style_size),
                        test_start);
  g_test_add_func ("/app/application/activate", test_activate);
  g_test_add_func ("/app/application/open", test_open);
  g_test_add_func ("/app/application/own-windows", test_own_windows);
  g_test_add_func ("/app/application/appearance", test_appearance);

  return g_test_run ();
}

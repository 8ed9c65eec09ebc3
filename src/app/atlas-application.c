/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-application.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "atlas-resources.h"

#include "atlas-about-window.h"
#include "atlas-help-window.h"
#include "atlas-preferences-window.h"
#include "atlas-shortcuts-window.h"
#include "atlas-shortcuts.h"
#include "atlas-start.h"
#include "atlas-window.h"

/**
 * AtlasApplication:
 *
 * The program with windows. A second start hands its files to the first one
 * and ends.
 */
struct _AtlasApplication
{
  AdwApplication parent_instance;

  AtlasPreferences *preferences;
  GtkWindow *help;
  gboolean options_parsed;
};

G_DEFINE_FINAL_TYPE (AtlasApplication, atlas_application, ADW_TYPE_APPLICATION)

static void
follow_appearance (AtlasApplication *self)
{
  static const AdwColorScheme schemes[] = {
    [ATLAS_APPEARANCE_SYSTEM] = ADW_COLOR_SCHEME_DEFAULT,
    [ATLAS_APPEARANCE_LIGHT] = ADW_COLOR_SCHEME_FORCE_LIGHT,
    [ATLAS_APPEARANCE_DARK] = ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (
      adw_style_manager_get_default (),
      schemes[atlas_preferences_get_appearance (self->preferences)]);
}

static AtlasWindow *
add_window (AtlasApplication *self)
{
  return atlas_window_new (self);
}

/* The window in front when nothing is open in it, otherwise a new one: what
 * somebody looks at is never replaced from outside. */
static AtlasWindow *
get_free_window (AtlasApplication *self)
{
  GtkWindow *window =
      gtk_application_get_active_window (GTK_APPLICATION (self));

  if (ATLAS_IS_WINDOW (window) && atlas_window_is_empty (ATLAS_WINDOW (window)))
    return ATLAS_WINDOW (window);

  return add_window (self);
}

static void
on_new_window (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (add_window (user_data)));
}

static void
on_open_folder (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *window = get_free_window (user_data);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-folder", NULL);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasApplication *self = ATLAS_APPLICATION (user_data);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  g_autoptr (GList) copy = g_list_copy (windows);
  GList *l;

  /* Each window keeps its state when it closes; the last one ends the
   * program. */
  for (l = copy; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* In front of the window that was used last, and gone with it. */
static void
present (AtlasApplication *self, GtkWindow *window)
{
  GtkWindow *parent =
      gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

/* To be read and left; not twice. */
static void
present_modal (AtlasApplication *self, GtkWindow *window)
{
  gtk_window_set_modal (window, TRUE);
  present (self, window);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasApplication *self = ATLAS_APPLICATION (user_data);

  present_modal (self, atlas_preferences_window_new (self->preferences));
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_modal (user_data, atlas_shortcuts_window_new ());
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasApplication *self = ATLAS_APPLICATION (user_data);

  if (self->help == NULL)
    g_set_weak_pointer (&self->help, atlas_help_window_new ());
  present (self, self->help);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  present_modal (user_data, atlas_about_window_new ());
}

static const GActionEntry action_entries[] = {
  { "preferences", on_preferences },
  { "shortcuts", on_shortcuts },
  { "help", on_help },
  { "about", on_about },
  { "new-window", on_new_window },
  { "open-folder", on_open_folder },
  { "quit", on_quit },
};

static void
atlas_application_startup (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  g_auto (GStrv) icon_folders = NULL;

  atlas_register_resource ();
  atlas_start_make_settings ();
  icon_folders = atlas_start_hold_icons ();

  G_APPLICATION_CLASS (atlas_application_parent_class)->startup (application);

  atlas_start_read_icons ((const char *const *) icon_folders);

  gtk_window_set_default_icon_name (ATLAS_APPLICATION_ID);

  self->preferences = atlas_preferences_new ();
  g_signal_connect_object (self->preferences, "notify::appearance",
                           G_CALLBACK (follow_appearance), self,
                           G_CONNECT_SWAPPED);
  follow_appearance (self);

  g_action_map_add_action_entries (G_ACTION_MAP (self), action_entries,
                                   G_N_ELEMENTS (action_entries), self);
  atlas_shortcuts_bind (GTK_APPLICATION (self));
}

static void
atlas_application_activate (GApplication *application)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  GtkWindow *window =
      gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (add_window (self));

  gtk_window_present (window);
}

static void
atlas_application_open (GApplication *application,
                        GFile **files,
                        int n_files,
                        const char *hint)
{
  AtlasWindow *window = get_free_window (ATLAS_APPLICATION (application));

  atlas_window_open (window, files, (gsize) n_files);
  gtk_window_present (GTK_WINDOW (window));
}

/* A wrong option is wrong usage, as it is in every command; GApplication
 * would make it 1, which says here that a file could not be loaded. */
static gboolean
atlas_application_local_command_line (GApplication *application,
                                      char ***arguments,
                                      int *exit_status)
{
  AtlasApplication *self = ATLAS_APPLICATION (application);
  gboolean done;

  done = G_APPLICATION_CLASS (atlas_application_parent_class)
             ->local_command_line (application, arguments, exit_status);
  if (done && !self->options_parsed && *exit_status != EXIT_SUCCESS)
    *exit_status = 2;

  return done;
}

/* Said before anything starts: without a display GTK would only log and
 * exit. */
static int
atlas_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  ATLAS_APPLICATION (application)->options_parsed = TRUE;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Cluster Atlas %s\n", ATLAS_VERSION);
      return EXIT_SUCCESS;
    }

  if (!gtk_init_check ())
    {
      g_printerr ("%s\n",
                  _ ("There is no display to open a window on. "
                     "“cluster-atlas --help” lists what works without one."));
      return 3;
    }

  return -1;
}

static void
atlas_application_dispose (GObject *object)
{
  AtlasApplication *self = ATLAS_APPLICATION (object);

  g_clear_weak_pointer (&self->help);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (atlas_application_parent_class)->dispose (object);
}

static void
atlas_application_class_init (AtlasApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = atlas_application_dispose;

  application_class->startup = atlas_application_startup;
  application_class->activate = atlas_application_activate;
  application_class->open = atlas_application_open;
  application_class->local_command_line = atlas_application_local_command_line;
  application_class->handle_local_options =
      atlas_application_handle_local_options;
}

static void
atlas_application_init (AtlasApplication *self)
{
  static const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Print the version and exit"), NULL },
    { NULL },
  };
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, entries);
  g_application_set_option_context_parameter_string (application,
                                                     _ ("[PATH…]"));
  g_application_set_option_context_summary (
      application,
      _ ("Opens science and technology cluster profiles: files, folders or "
         "project files."));
  g_application_set_option_context_description (
      application,
      _ ("Commands that need no display:\n"
         "  cluster-atlas check PATH…    Print what is wrong with files\n"
         "  cluster-atlas export PATH…   Write the data in another format\n"
         "  cluster-atlas chart PATH…    Draw one chart\n"
         "  cluster-atlas report PATH…   Write the printable report\n"
         "\n"
         "“cluster-atlas COMMAND --help” tells more."));
}

/**
 * atlas_application_new:
 * @flags: %G_APPLICATION_HANDLES_OPEN, and what a test adds
 *
 * Returns: (transfer full): the application
 */
AtlasApplication *
atlas_application_new (GApplicationFlags flags)
{
  return g_object_new (ATLAS_TYPE_APPLICATION, "application-id",
                       ATLAS_APPLICATION_ID, "flags", flags,
                       "resource-base-path", ATLAS_RESOURCE_PREFIX, NULL);
}

/**
 * atlas_application_get_preferences:
 * @self: the application, started
 *
 * Returns: (transfer none): the user's preferences
 */
AtlasPreferences *
atlas_application_get_preferences (AtlasApplication *self)
{
  g_return_val_if_fail (ATLAS_IS_APPLICATION (self), NULL);

  return self->preferences;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "../find-widget.h"
#include "atlas-alias-file.h"
#include "atlas-file-picker.h"
#include "atlas-window-private.h"
#include "chooser-leaks.h"
#include "window-fixture.h"

/* What the window says when it cannot keep what was done, and what it does not
 * write over. Nobody may write below /proc, where the state belongs here. */

static GtkWidget *
find_toast (WindowFixture *fixture)
{
  return find_type_name (GTK_WIDGET (fixture->window), "AdwToastWidget");
}

static void
run_all (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
open_folder (WindowFixture *fixture, const char *folder)
{
  window_fixture_open (fixture);
  window_fixture_open_path (fixture, folder);
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) > 1);
}

/* Something that is worth keeping, when the test says so and not after some
 * seconds; what is said of it is taken away. */
static void
touch (WindowFixture *fixture)
{
  g_autoptr (AtlasDocument) document =
      g_list_model_get_item (atlas_session_get_visible (fixture->session), 0);
  GtkWidget *toast;

  atlas_session_hide_documents (fixture->session, &document, 1);
  WAIT_UNTIL (fixture->window->touched);
  g_clear_handle_id (&fixture->window->keep_source, g_source_remove);
  run_all ();
  while ((toast = find_toast (fixture)) != NULL)
    {
      g_signal_emit_by_name (gtk_widget_get_last_child (toast), "clicked");
      WAIT_UNTIL (find_toast (fixture) != toast);
    }
}

/* The desktop that shows notifications. */
typedef struct
{
  GDBusConnection *connection;
  guint registration;
  guint name;
  gboolean there;
  char *summary;
} Desktop;

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  Desktop *desktop = user_data;

  if (g_str_equal (method, "Notify"))
    {
      g_free (desktop->summary);
      g_variant_get_child (parameters, 3, "s", &desktop->summary);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 1));
}

static void
on_name (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((Desktop *) user_data)->there = TRUE;
}

static void
desktop_start (Desktop *desktop)
{
  static const GDBusInterfaceVTable calls = { on_call, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (
      "<node><interface name='org.freedesktop.Notifications'>"
      "<method name='Notify'>"
      "<arg type='s' direction='in'/><arg type='u' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='as' direction='in'/>"
      "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/>"
      "<arg type='u' direction='out'/>"
      "</method></interface></node>",
      NULL);
  g_autoptr (GError) error = NULL;

  desktop->connection = g_dbus_connection_new_for_address_sync (
      g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  desktop->registration = g_dbus_connection_register_object (
      desktop->connection, "/org/freedesktop/Notifications",
      info->interfaces[0], &calls, desktop, NULL, &error);
  g_assert_no_error (error);
  desktop->name = g_bus_own_name_on_connection (
      desktop->connection, "org.freedesktop.Notifications",
      G_BUS_NAME_OWNER_FLAGS_NONE, on_name, NULL, desktop, NULL);
  WAIT_UNTIL (desktop->there);
}

static void
desktop_stop (Desktop *desktop)
{
  g_bus_unown_name (desktop->name);
  g_dbus_connection_unregister_object (desktop->connection,
                                       desktop->registration);
  g_dbus_connection_close_sync (desktop->connection, NULL, NULL);
  g_object_unref (desktop->connection);
  g_free (desktop->summary);
}

/* An open window says it, once; a later try that fails too says nothing. */
static void
test_toast (WindowFixture *fixture, gconstpointer data)
{
  GtkLabel *label;

  open_folder (fixture, g_getenv ("ATLAS_SAMPLES"));
  touch (fixture);
  atlas_window_keep (fixture->window);
  WAIT_UNTIL (find_toast (fixture) != NULL);
  label = GTK_LABEL (find_type_name (find_toast (fixture), "GtkLabel"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (label),
                                   "What you did here cannot be kept: "));
  /* It is not forgotten. */
  g_assert_true (fixture->window->touched);
  g_assert_true (fixture->window->keep_failed);

  touch (fixture);
  atlas_window_keep (fixture->window);
  g_assert_false (fixture->window->touched);
  WAIT_UNTIL (fixture->window->touched);
  run_all ();
  g_assert_null (find_toast (fixture));

  /* Closed with nothing to keep: the next test waits for what is said then. */
  fixture->window->touched = FALSE;
  window_fixture_close (fixture);
}

/* A window that is gone cannot say it: the desktop does. */
static void
test_notification (WindowFixture *fixture, gconstpointer data)
{
  Desktop desktop = { 0 };

  desktop_start (&desktop);
  open_folder (fixture, g_getenv ("ATLAS_SAMPLES"));
  touch (fixture);
  g_assert_null (desktop.summary);
  window_fixture_close (fixture);
  WAIT_UNTIL (desktop.summary != NULL);
  g_assert_true (
      g_str_has_prefix (desktop.summary, "What you did here cannot be kept: "));
  desktop_stop (&desktop);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What stands before @parent: the chooser, or its question whether to replace
 * the file. */
static GtkDialog *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_DIALOG (window);
    }

  return NULL;
}

/* Saves as @name, says yes to every question, and returns the refusal. */
static GError *
save_as (GtkWindow *parent, GFile *folder, const char *name)
{
  static const AtlasFileKind kinds[] = { { "Text", "txt", NULL } };
  const AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = "Save",
    .accept = "_Save",
    .name = name,
    .folder = folder,
    .kinds = kinds,
    .n_kinds = G_N_ELEMENTS (kinds),
  };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) chosen = NULL;
  g_autoptr (GFile) file = NULL;
  GError *error = NULL;

  atlas_file_picker_run_async (parent, &pick, NULL, on_answer, &result);
  WAIT_UNTIL (find_dialog (GTK_TYPE_FILE_CHOOSER) != NULL);
  /* The chooser fills in its folder when it gets to it. */
  WAIT_UNTIL ((chosen = gtk_file_chooser_get_file (
                   GTK_FILE_CHOOSER (find_dialog (GTK_TYPE_FILE_CHOOSER))))
              != NULL);
  gtk_dialog_response (find_dialog (GTK_TYPE_FILE_CHOOSER),
                       GTK_RESPONSE_ACCEPT);
  WAIT_UNTIL (result != NULL || find_dialog (GTK_TYPE_MESSAGE_DIALOG) != NULL);
  if (result == NULL)
    gtk_dialog_response (find_dialog (GTK_TYPE_MESSAGE_DIALOG),
                         GTK_RESPONSE_ACCEPT);
  WAIT_UNTIL (result != NULL);
  file = atlas_file_picker_run_finish_one (result, &error);
  g_assert_true ((file == NULL) == (error != NULL));
  g_clear_object (&result);
  WAIT_UNTIL (find_dialog (GTK_TYPE_FILE_CHOOSER) == NULL);

  return error;
}

static char *
copy_sample (const char *folder, const char *name)
{
  g_autofree char *from =
      g_build_filename (g_getenv ("ATLAS_SAMPLES"), name, NULL);
  char *to = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (to, text, -1, NULL));

  return to;
}

/* A profile that is open is no target, by whatever window it is picked and
 * whether it got its ending from the chooser or from us. */
static void
test_refusal (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-keeping-XXXXXX", NULL);
  g_autofree char *beijing = copy_sample (folder, "beijing-2024.txt");
  g_autofree char *shenyang = copy_sample (folder, "shenyang-2024.txt");
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (GError) whole = NULL;
  g_autoptr (GError) without_ending = NULL;
  g_autoptr (GError) free_name = NULL;
  GtkWindow *child;

  open_folder (fixture, folder);
  child =
      g_object_new (GTK_TYPE_WINDOW, "transient-for", fixture->window, NULL);
  gtk_window_present (child);

  whole = save_as (GTK_WINDOW (fixture->window), place, "beijing-2024.txt");
  g_assert_error (whole, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (strstr (whole->message, "is one of the open files"));
  without_ending = save_as (child, place, "shenyang-2024");
  g_assert_error (without_ending, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (
      strstr (without_ending->message, "is one of the open files"));
  free_name = save_as (child, place, "another");
  g_assert_no_error (free_name);

  gtk_window_destroy (child);
  window_fixture_close (fixture);
  g_unlink (beijing);
  g_unlink (shenyang);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The list of names that mean the same, saved as a file of its own from the
 * window that shows it. */
static void
test_aliases (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-names-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "aliases.json", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (AtlasAliases) saved = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *names;
  GtkLabel *label;

  open_folder (fixture, g_getenv ("ATLAS_SAMPLES"));
  g_assert_true (atlas_aliases_add (aliases, NULL, "Peking", "Beijing"));
  atlas_session_set_aliases (fixture->session, aliases, "Join Names");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.aliases",
                              NULL);
  names = GTK_WIDGET (window_fixture_find ("AtlasAliasesWindow"));
  atlas_window_save_aliases (fixture->window, ATLAS_ALIASES_WINDOW (names),
                             target);
  WAIT_UNTIL (find_type_name (names, "AdwToastWidget") != NULL);
  label = GTK_LABEL (
      find_type_name (find_type_name (names, "AdwToastWidget"), "GtkLabel"));
  g_assert_cmpstr (gtk_label_get_text (label), ==,
                   "Saved “\342\201\250aliases.json\342\201\251”");

  saved = atlas_alias_file_load (target, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_aliases_get_n_aliases (saved), ==, 1);
  g_unlink (path);
  g_rmdir (folder);

  gtk_window_destroy (GTK_WINDOW (names));
  fixture->window->touched = FALSE;
  window_fixture_close (fixture);
}

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;

  g_setenv ("XDG_STATE_HOME", "/proc", TRUE);
  g_test_init (&argc, &argv, NULL);
  application = window_fixture_start ();

  g_test_add ("/app/keeping/toast", WindowFixture, NULL, window_fixture_set_up,
              test_toast, NULL);
  g_test_add ("/app/keeping/notification", WindowFixture, NULL,
              window_fixture_set_up, test_notification, NULL);
  g_test_add ("/app/keeping/refusal", WindowFixture, NULL,
              window_fixture_set_up, test_refusal, NULL);
  g_test_add ("/app/keeping/aliases", WindowFixture, NULL,
              window_fixture_set_up, test_aliases, NULL);

  return g_test_run ();
}

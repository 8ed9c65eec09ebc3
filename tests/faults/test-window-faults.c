/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>

#include <adwaita.h>

#include "../find-widget.h"
#include "../app/window-fixture.h"
#include "atlas-window-private.h"
#include "fault-folder.h"

/* The window saves and opens a project, and keeps the state of its files by
 * itself, while the system calls of its threads fail one after the other. What
 * it tells the user is what happened. */

/* All of it may take this long, in seconds. */
#ifdef __SANITIZE_ADDRESS__
#define SECONDS 2400
#else
#define SECONDS 280
#endif

/* The short form has the first two. */
static const int all_errors[] = { EIO,    EACCES, ENOSPC, EINTR,
                                  ENOENT, EMFILE, EDQUOT };

typedef struct
{
  int argc;
  char **argv;
  FaultFolder *folder;
  FaultPlan *plan;
  guint n_errors;
  WindowFixture at;
} Fixture;

static GtkWidget *
find_toast (Fixture *fixture)
{
  return find_type_name (GTK_WIDGET (fixture->at.window), "AdwToastWidget");
}

/* What the window says, which is taken away. */
static char *
take_toast (Fixture *fixture)
{
  GtkWidget *toast;
  char *text;

  WAIT_UNTIL (find_toast (fixture) != NULL);
  toast = find_toast (fixture);
  text = g_strdup (
      gtk_label_get_text (GTK_LABEL (find_type_name (toast, "GtkLabel"))));
  while ((toast = find_toast (fixture)) != NULL)
    {
      GtkWidget *button = gtk_widget_get_last_child (toast);

      g_signal_emit_by_name (button, "clicked");
      WAIT_UNTIL (find_toast (fixture) != toast);
    }

  return text;
}

static void
close_window (Fixture *fixture)
{
  fault_plan_set (fixture->plan, 0, 0);
  window_fixture_close (&fixture->at);
}

static void
open_path (Fixture *fixture, const char *path)
{
  window_fixture_open_path (&fixture->at, path);
  WAIT_UNTIL (fixture->at.window->project_loading == NULL);
  window_fixture_wait (&fixture->at);
}

static char *
write_project (Fixture *fixture)
{
  char *path = g_build_filename (fixture->folder->target_folder,
                                 "work" ATLAS_PROJECT_ENDING, NULL);

  fault_folder_write (path,
                      "{\n  \"format\": \"cluster-atlas/project\",\n"
                      "  \"version\": 1,\n  \"paths\": [\"../profiles\"]\n}\n");

  return path;
}

static void
show_view (Fixture *fixture, gboolean problems)
{
  adw_view_stack_set_visible_child_name (fixture->at.window->view_stack,
                                         problems ? "problems" : "profiles");
}

static gboolean
save (Fixture *fixture)
{
  g_autofree char *said = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->at.window),
                              "win.save-project", NULL);
  said = take_toast (fixture);
  if (g_str_equal (said, "Project saved"))
    return TRUE;

  g_assert_true (g_str_has_prefix (said, "The project could not be saved: "));

  return FALSE;
}

/* Each fault of a save that the user asks for. */
static void
test_save (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *path = write_project (fixture);
  guint n_runs = 0;
  guint at;
  guint e;

  window_fixture_open (&fixture->at);
  open_path (fixture, path);
  g_assert_nonnull (fixture->at.window->project);
  g_assert_true (save (fixture));

  for (e = 0; e < fixture->n_errors; e++)
    for (at = 1;; at++)
      {
        g_autofree char *before = fault_folder_read (path, NULL);
        g_autofree char *after = NULL;
        g_autofree char *whole = NULL;
        gboolean saved;
        gboolean hit;

        show_view (fixture, n_runs % 2 == 0);
        fault_plan_set (fixture->plan, at, all_errors[e]);
        saved = save (fixture);
        hit = fixture->plan->hit[0] != '\0';
        g_test_message ("%u. %s: %s: %s", at, fixture->plan->hit,
                        g_strerror (all_errors[e]),
                        saved ? "saved" : "not saved");
        fault_plan_set (fixture->plan, 0, 0);
        after = fault_folder_read (path, NULL);

        g_assert_true (save (fixture));
        whole = fault_folder_read (path, NULL);
        g_assert_cmpstr (whole, !=, before);
        g_assert_cmpstr (after, ==, saved ? whole : before);
        g_assert_cmpuint (fault_folder_count_unfinished (fixture->folder), ==,
                          0);
        n_runs++;
        if (!hit)
          break;
      }

  g_assert_cmpuint (n_runs, >, 8 * fixture->n_errors);
  close_window (fixture);
}

/* Each fault while a project is opened. */
static void
test_open (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  g_autofree char *path = write_project (fixture);
  guint n_failed = 0;
  guint at;
  guint e;

  for (e = 0; e < fixture->n_errors; e++)
    for (at = 1;; at++)
      {
        gboolean hit;

        window_fixture_open (&fixture->at);
        fault_plan_set (fixture->plan, at, all_errors[e]);
        open_path (fixture, path);
        hit = fixture->plan->hit[0] != '\0';
        g_test_message ("%u. %s: %s: %s", at, fixture->plan->hit,
                        g_strerror (all_errors[e]),
                        fixture->at.window->project != NULL ? "open"
                                                            : "not open");
        fault_plan_set (fixture->plan, 0, 0);
        if (fixture->at.window->project == NULL)
          {
            g_autofree char *said = take_toast (fixture);

            g_assert_true (hit);
            g_assert_true (
                g_str_has_prefix (said, "The project could not be opened: "));
            n_failed++;
          }
        close_window (fixture);
        if (!hit)
          break;
      }

  g_assert_cmpuint (n_failed, >=, fixture->n_errors);
}

static char *
find_state (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder->target_folder,
                                              "cluster-atlas", "states", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      return g_build_filename (folder, name, NULL);

  return NULL;
}

static char *
read_state (Fixture *fixture)
{
  g_autofree char *path = find_state (fixture);

  return path != NULL ? fault_folder_read (path, NULL) : NULL;
}

/* Something that is worth keeping. */
static void
touch (Fixture *fixture)
{
  g_autoptr (AtlasDocument) document = NULL;

  if (g_list_model_get_n_items (atlas_session_get_visible (fixture->at.session))
      == FAULT_N_PROFILES)
    {
      document = g_list_model_get_item (
          atlas_session_get_visible (fixture->at.session), 0);
      atlas_session_hide_documents (fixture->at.session, &document, 1);
    }
  else
    atlas_undo_stack_undo (atlas_session_get_undo_stack (fixture->at.session));
  WAIT_UNTIL (fixture->at.window->touched);

  /* What the window says of it is not what is waited for here. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  if (find_toast (fixture) != NULL)
    g_free (take_toast (fixture));
}

/* Until it is kept or told that it is not; returns what is kept. */
static char *
keep (Fixture *fixture, const char *before)
{
  char *after = NULL;

  atlas_window_keep (fixture->at.window);
  WAIT_UNTIL ((g_free (after), after = read_state (fixture),
               g_strcmp0 (after, before) != 0)
              || find_toast (fixture) != NULL);

  return after;
}

/* Each fault while the state is kept; nothing is lost by one. */
static void
test_keep (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  guint n_failed = 0;
  guint n_runs = 0;
  guint at;
  guint e;

  window_fixture_open (&fixture->at);
  open_path (fixture, fixture->folder->profiles);
  touch (fixture);
  g_free (keep (fixture, NULL));

  for (e = 0; e < fixture->n_errors; e++)
    for (at = 1;; at++)
      {
        g_autofree char *before = read_state (fixture);
        g_autofree char *after = NULL;
        g_autofree char *whole = NULL;
        gboolean hit;

        touch (fixture);
        fault_plan_set (fixture->plan, at, all_errors[e]);
        after = keep (fixture, before);
        hit = fixture->plan->hit[0] != '\0';
        g_test_message ("%u. %s: %s", at, fixture->plan->hit,
                        g_strerror (all_errors[e]));
        fault_plan_set (fixture->plan, 0, 0);
        if (find_toast (fixture) != NULL)
          {
            g_autofree char *said = take_toast (fixture);

            g_assert_cmpstr (after, ==, before);
            g_assert_true (g_str_has_prefix (said, "What you did"));
            /* It is tried again. */
            g_assert_true (fixture->at.window->touched);
            whole = keep (fixture, before);
            /* The file is there before the window hears of it. */
            WAIT_UNTIL (!fixture->at.window->keep_failed);
            n_failed++;
          }
        n_runs++;
        if (!hit)
          break;
      }

  g_assert_cmpuint (n_runs, >, 8 * fixture->n_errors);
  g_assert_cmpuint (n_failed, >=, 4 * fixture->n_errors);
  close_window (fixture);
}

/* A state that is there and cannot be read is no state that is not there. */
static void
test_restore (gconstpointer data)
{
  Fixture *fixture = (Fixture *) data;
  guint n_failed = 0;
  guint at;
  guint e;

  /* The tests before may have left either state. */
  window_fixture_open (&fixture->at);
  open_path (fixture, fixture->folder->profiles);
  if (g_list_model_get_n_items (atlas_session_get_visible (fixture->at.session))
      == FAULT_N_PROFILES)
    {
      g_autofree char *before = read_state (fixture);

      touch (fixture);
      g_free (keep (fixture, before));
      g_assert_null (find_toast (fixture));
    }
  close_window (fixture);

  for (e = 0; e < fixture->n_errors; e++)
    for (at = 1;; at++)
      {
        gboolean hit;

        window_fixture_open (&fixture->at);
        fault_plan_set (fixture->plan, at, all_errors[e]);
        open_path (fixture, fixture->folder->profiles);
        hit = fixture->plan->hit[0] != '\0';
        g_test_message ("%u. %s: %s", at, fixture->plan->hit,
                        g_strerror (all_errors[e]));
        fault_plan_set (fixture->plan, 0, 0);
        if (find_toast (fixture) != NULL)
          {
            g_autofree char *said = take_toast (fixture);

            g_assert_true (hit);
            g_assert_true (g_str_has_prefix (said, "What you did"));
            n_failed++;
          }
        else if (hit && all_errors[e] != ENOENT)
          g_assert_cmpuint (
              g_list_model_get_n_items (
                  atlas_session_get_visible (fixture->at.session)),
              ==, FAULT_N_PROFILES - 1);
        close_window (fixture);
        if (!hit)
          break;
      }

  g_assert_cmpuint (n_failed, >=, fixture->n_errors - 1);
}

static void
run_tests (gpointer data)
{
  Fixture *fixture = data;

  g_setenv ("XDG_STATE_HOME", fixture->folder->target_folder, TRUE);
  g_test_init (&fixture->argc, &fixture->argv, NULL);
  fixture->at.application = window_fixture_start ();

  g_test_add_data_func ("/faults/window/save", fixture, test_save);
  g_test_add_data_func ("/faults/window/open", fixture, test_open);
  g_test_add_data_func ("/faults/window/keep", fixture, test_keep);
  g_test_add_data_func ("/faults/window/restore", fixture, test_restore);
  exit (g_test_run ());
}

int
main (int argc, char *argv[])
{
  Fixture fixture = { .argc = argc - 1, .argv = argv };
  FaultEnd end;

  if (!fault_injector_works ())
    {
      g_print ("1..0 # SKIP the kernel does not let us ask for faults\n");
      return 0;
    }

  g_assert_cmpint (argc, >=, 2);
  fixture.n_errors =
      g_str_equal (argv[argc - 1], "complete") ? G_N_ELEMENTS (all_errors) : 2;
  fixture.folder = fault_folder_new ();
  fixture.plan = fault_plan_new ();
  {
    const char *const under[] = { fixture.folder->target_folder, NULL };
    const FaultJob job = {
      .body = run_tests,
      .data = &fixture,
      .under = under,
      .threads_only = TRUE,
      .seconds = SECONDS,
    };

    fault_injector_run (&job, fixture.plan, &end);
  }
  fault_plan_free (fixture.plan);
  fault_folder_free (fixture.folder);
  if (end.hung)
    g_printerr ("it hung\n");

  return end.signal != 0 || end.hung ? 99 : end.status;
}

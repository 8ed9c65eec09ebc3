/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "atlas-window.h"

/* bench-window FOLDER: opens the folder in a window and does what a user does
 * first, and tells for how long at most the main loop answered nobody. The
 * time between two polls is what is measured, by the clock on the wall and by
 * the time the processor spent in the main thread: on a busy machine only the
 * second is ours.
 *
 *     tests/run-display.sh build/tests/bench/bench-window FOLDER
 */

#define PATIENCE_SECONDS 120
#define SETTLE_MILLISECONDS 1500

/* Of the one main loop of this program: a poll function has no user data. */
static gint64 busy_since;
static gint64 busy_since_cpu;
static gint64 longest;
static gint64 longest_cpu;

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint
poll_measured (GPollFD *descriptors, guint n, gint timeout)
{
  gint result;

  if (busy_since != 0)
    {
      longest = MAX (longest, g_get_monotonic_time () - busy_since);
      longest_cpu = MAX (longest_cpu, get_cpu_time () - busy_since_cpu);
    }
  result = g_poll (descriptors, n, timeout);
  busy_since = g_get_monotonic_time ();
  busy_since_cpu = get_cpu_time ();

  return result;
}

static void
set_true (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
run_for (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add_once (milliseconds, set_true, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Ends a step: what it set off is let happen first. */
static void
tell (const char *step, gint64 since)
{
  gint64 took = g_get_monotonic_time () - since;

  run_for (SETTLE_MILLISECONDS);
  g_print ("%-28s %8.1f ms %8.1f ms %8.2f s\n", step, (double) longest / 1e3,
           (double) longest_cpu / 1e3, (double) took / 1e6);
  longest = longest_cpu = 0;
}

static void
load (AtlasWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  AtlasFeed *feed = atlas_window_get_feed (window);
  gint64 start = g_get_monotonic_time ();
  gint64 end = start + PATIENCE_SECONDS * G_USEC_PER_SEC;

  atlas_window_open (window, &file, 1);
  do
    g_main_context_iteration (NULL, TRUE);
  while (atlas_feed_get_loading (feed) && g_get_monotonic_time () < end);
  if (atlas_feed_get_loading (feed))
    g_error ("%s was not read in %d seconds", path, PATIENCE_SECONDS);

  tell ("open the folder", start);
}

static void
act (AtlasWindow *window, const char *step, const char *action, GVariant *value)
{
  gint64 start = g_get_monotonic_time ();

  gtk_widget_activate_action_variant (GTK_WIDGET (window), action, value);
  tell (step, start);
}

static void
select_and_search (AtlasWindow *window)
{
  AtlasSession *session = atlas_window_get_session (window);
  GListModel *visible = atlas_session_get_visible (session);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (AtlasDocument) document =
      g_list_model_get_item (visible, g_list_model_get_n_items (visible) / 2);

  atlas_session_select (session, document);
  tell ("select a profile", start);
  start = g_get_monotonic_time ();
  atlas_session_set_search (session, "university");
  tell ("search", start);
  start = g_get_monotonic_time ();
  atlas_session_set_search (session, "");
  tell ("end the search", start);
}

static void
sort_by_columns (AtlasWindow *window)
{
  AtlasTable *table = atlas_session_get_table (
      atlas_window_get_session (window), ATLAS_TABLE_PROFILES);
  gint64 start = g_get_monotonic_time ();

  atlas_table_sort_by (table, 0, FALSE);
  tell ("sort by a text", start);
  start = g_get_monotonic_time ();
  atlas_table_sort_by (table, 3, TRUE);
  tell ("sort by a number", start);
}

int
main (int argc, char **argv)
{
  static const char *const views[] = { "charts", "network", "problems",
                                       "profiles" };
  g_autoptr (AtlasApplication) application = NULL;
  AtlasWindow *window;
  guint i;

  if (argc != 2)
    {
      g_printerr ("Usage: %s FOLDER\n", argv[0]);
      return 2;
    }

  g_main_context_set_poll_func (NULL, poll_measured);
  application = atlas_application_new (G_APPLICATION_HANDLES_OPEN
                                       | G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = atlas_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  run_for (SETTLE_MILLISECONDS);
  longest = longest_cpu = 0;

  g_print ("%-28s %11s %11s %10s\n", "step", "longest", "of it ours", "took");
  load (window, argv[1]);
  select_and_search (window);
  sort_by_columns (window);
  for (i = 0; i < G_N_ELEMENTS (views); i++)
    act (window, views[i], "win.view", g_variant_new_string (views[i]));
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}

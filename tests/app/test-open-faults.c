/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Declares what is defined below otherwise. */
#undef _FORTIFY_SOURCE
#include "config.h"

#include <adwaita.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "window-fixture.h"

/* What can happen to a window while it reads a large folder: cancelled and
 * closed at random times, a mount that hangs, files that become something
 * else, a folder that goes away. ATLAS_ROUNDS and ATLAS_FILES say how often
 * and how large: seldom and small in CI, 1,000 and 100,000 in suite slow. */

/* Up to when a load is cut short, in milliseconds: a thousand of them have to
 * come to an end. */
#define LATEST 1000

/* A file of which to open hangs, as one on a mount whose server is gone: the
 * program calls this open(), before that of the C library. */
#define HUNG_NAME "hung.txt"

static GMutex hang_mutex;
static GCond hang_cond;
static gboolean hanging;
static guint n_hung;

static void
hang (void)
{
  g_mutex_lock (&hang_mutex);
  n_hung++;
  while (hanging)
    g_cond_wait (&hang_cond, &hang_mutex);
  g_mutex_unlock (&hang_mutex);
}

static int
open_or_hang (const char *path, int flags, mode_t mode)
{
  if (strstr (path, HUNG_NAME) != NULL)
    hang ();

  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

/* What fortified calls of open() come to. */
int __open64_2 (const char *path, int flags);

int
__open64_2 (const char *path, int flags)
{
  return open_or_hang (path, flags, 0);
}

int
open (const char *path, int flags, ...)
{
  mode_t mode = 0;
  va_list arguments;

  if ((flags & (O_CREAT | O_TMPFILE)) != 0)
    {
      va_start (arguments, flags);
      mode = va_arg (arguments, mode_t);
      va_end (arguments);
    }

  return open_or_hang (path, flags, mode);
}

static void
start_hanging (void)
{
  g_mutex_lock (&hang_mutex);
  hanging = TRUE;
  n_hung = 0;
  g_mutex_unlock (&hang_mutex);
}

static void
stop_hanging (void)
{
  g_mutex_lock (&hang_mutex);
  hanging = FALSE;
  g_cond_broadcast (&hang_cond);
  g_mutex_unlock (&hang_mutex);
}

static gboolean
is_hung (void)
{
  gboolean hung;

  g_mutex_lock (&hang_mutex);
  hung = n_hung > 0;
  g_mutex_unlock (&hang_mutex);

  return hung;
}

static guint
get_number (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);
  guint64 number;

  if (text == NULL
      || !g_ascii_string_to_unsigned (text, 10, 1, 10000000, &number, NULL))
    return otherwise;

  return (guint) number;
}

static char *
get_path (const char *folder, guint n)
{
  g_autofree char *name = g_strdup_printf ("%06u.txt", n);

  return g_build_filename (folder, name, NULL);
}

/* A folder of profiles, each of a cluster of its own. */
static char *
make_folder (guint n_files)
{
  char *folder = g_dir_make_tmp ("atlas-open-XXXXXX", NULL);
  g_autofree char *sample =
      g_build_filename (g_getenv ("ATLAS_SAMPLES"), "shenyang-2024.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  guint i;

  g_assert_nonnull (folder);
  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  parts = g_strsplit (text, "Shenyang", -1);
  for (i = 0; i < n_files; i++)
    {
      g_autofree char *path = get_path (folder, i);
      g_autofree char *name = g_strdup_printf ("Place %06u", i);
      g_autofree char *own = g_strjoinv (name, parts);

      g_assert_true (g_file_set_contents_full (
          path, own, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }

  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
open_folder (WindowFixture *fixture, const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  atlas_window_open (fixture->window, &file, 1);
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

static guint
get_n_problems (WindowFixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (atlas_session_get_problems (fixture->session)));
}

static gboolean
is_loading (WindowFixture *fixture)
{
  return atlas_feed_get_loading (fixture->feed);
}

static void
cancel (WindowFixture *fixture)
{
  guint n_documents = window_fixture_get_n_documents (fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                                             "win.cancel", NULL));
  /* At once: not when some worker gets to it. */
  g_assert_false (is_loading (fixture));
  run_for (g_random_int_range (0, 40));
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, n_documents);
}

/* Waits for some moment of a load that takes @whole milliseconds: by the clock,
 * or, so that it is surely before the end, by what has arrived. Batches start
 * small and at most double: half of the files are not there before the first
 * quarter was. */
static void
wait_for_some_moment (WindowFixture *fixture,
                      gboolean by_clock,
                      int whole,
                      guint n_files)
{
  guint enough;

  if (by_clock)
    {
      run_for ((guint) g_test_rand_int_range (0, CLAMP (whole, 1, LATEST)));
      return;
    }

  enough = (guint) g_test_rand_int_range (0, (int) MIN (n_files, 8000) / 4);
  WAIT_UNTIL (window_fixture_get_n_documents (fixture) >= enough);
  g_assert_true (is_loading (fixture));
}

/* Cancelled or closed at any moment of the load. */
static void
test_random (WindowFixture *fixture, gconstpointer data)
{
  guint n_rounds = get_number ("ATLAS_ROUNDS", 12);
  guint n_files = get_number ("ATLAS_FILES", 3000);
  g_autofree char *folder = make_folder (n_files);
  gint64 start = g_get_monotonic_time ();
  guint n_cut = 0;
  int whole;
  guint i;

  window_fixture_present (fixture);
  open_folder (fixture, folder);
  while (is_loading (fixture)
         && g_get_monotonic_time () < start + 300 * G_TIME_SPAN_SECOND)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, n_files);
  whole = (int) ((g_get_monotonic_time () - start) / 1000);
  window_fixture_close (fixture);

  for (i = 0; i < n_rounds; i++)
    {
      window_fixture_present (fixture);
      open_folder (fixture, folder);
      wait_for_some_moment (fixture, i % 2 == 0, whole, n_files);
      if (is_loading (fixture))
        {
          n_cut++;
          if (g_test_rand_bit ())
            cancel (fixture);
        }
      window_fixture_close (fixture);
    }
  g_test_message ("%u of %u loads were cut short", n_cut, n_rounds);
  g_assert_cmpuint (n_cut, >=, n_rounds / 2);

  remove_folder (folder);
}

static void
test_second_folder (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *large = make_folder (get_number ("ATLAS_FILES", 3000));
  g_autofree char *small = make_folder (7);

  window_fixture_present (fixture);
  open_folder (fixture, large);
  WAIT_UNTIL (window_fixture_get_n_documents (fixture) > 0);
  g_assert_true (is_loading (fixture));
  open_folder (fixture, small);
  window_fixture_wait (fixture);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 7);
  run_for (100);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 7);

  window_fixture_close (fixture);
  remove_folder (large);
  remove_folder (small);
}

/* The window goes on, cancels and closes while an open() never comes back. */
static void
test_hung_mount (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = make_folder (50);
  g_autofree char *from = get_path (folder, 20);
  g_autofree char *hung = g_build_filename (folder, HUNG_NAME, NULL);
  guint round;

  g_assert_cmpint (g_rename (from, hung), ==, 0);
  for (round = 0; round < 2; round++)
    {
      start_hanging ();
      window_fixture_present (fixture);
      open_folder (fixture, folder);
      WAIT_UNTIL (is_hung ());
      g_assert_true (is_loading (fixture));
      if (round == 0)
        cancel (fixture);
      window_fixture_close (fixture);
      stop_hanging ();
    }

  remove_folder (folder);
}

/* What was a file when it was listed is a FIFO when it is read. */
static void
test_swapped (WindowFixture *fixture, gconstpointer data)
{
  const guint n_files = 2000;
  g_autofree char *folder = make_folder (n_files);
  guint i;

  window_fixture_present (fixture);
  open_folder (fixture, folder);
  WAIT_UNTIL (window_fixture_get_n_documents (fixture) > 0);
  for (i = 0; i < n_files; i += 10)
    {
      g_autofree char *path = get_path (folder, i);

      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_cmpint (mkfifo (path, 0600), ==, 0);
    }
  window_fixture_wait (fixture);
  /* Read before, or said to be no file: none is lost. */
  g_assert_cmpuint (window_fixture_get_n_documents (fixture)
                        + get_n_problems (fixture),
                    >=, n_files);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), >=,
                    n_files - n_files / 10);

  window_fixture_close (fixture);
  remove_folder (folder);
}

static void
test_removed (WindowFixture *fixture, gconstpointer data)
{
  const guint n_files = 2000;
  g_autofree char *folder = make_folder (n_files);
  guint n_documents;

  window_fixture_present (fixture);
  open_folder (fixture, folder);
  WAIT_UNTIL (window_fixture_get_n_documents (fixture) > 0);
  remove_folder (folder);
  window_fixture_wait (fixture);
  n_documents = window_fixture_get_n_documents (fixture);
  g_assert_cmpuint (n_documents + get_n_problems (fixture), >=, n_documents);
  g_assert_cmpuint (n_documents, >, 0);

  /* Gone altogether: said when it is read again, and nothing is left. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.reload", NULL);
  window_fixture_wait (fixture);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 0);
  g_assert_cmpuint (atlas_session_get_n_errors (fixture->session), >, 0);

  window_fixture_close (fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (WindowFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/app/open-faults/random", test_random },
    { "/app/open-faults/second-folder", test_second_folder },
    { "/app/open-faults/hung-mount", test_hung_mount },
    { "/app/open-faults/swapped", test_swapped },
    { "/app/open-faults/removed", test_removed },
  };
  g_autoptr (AtlasApplication) application = NULL;
  gsize i;

  g_test_init (&argc, &argv, NULL);

  application = window_fixture_start ();

  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, WindowFixture, NULL, window_fixture_set_up,
                tests[i].test, NULL);

  return g_test_run ();
}

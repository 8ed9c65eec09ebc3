/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-watch.h"
#include "nasty-folder.h"

/* No test may wait longer than this, in seconds. */
#define PATIENCE 30

typedef struct
{
  char *path;
  GFile *root;
  AtlasWatch *watch;
  GString *log;
} Fixture;

static void
log_files (Fixture *fixture, char mark, GPtrArray *files)
{
  guint i;

  for (i = 0; i < files->len; i++)
    {
      g_autofree char *name = g_file_get_relative_path (
          fixture->root, g_ptr_array_index (files, i));

      g_string_append_printf (fixture->log, "%c%s ", mark,
                              name != NULL ? name : ".");
    }
}

static void
on_changed (AtlasWatch *watch,
            GPtrArray *added,
            GPtrArray *changed,
            GPtrArray *removed,
            gpointer data)
{
  log_files (data, '+', added);
  log_files (data, '~', changed);
  log_files (data, '-', removed);
}

static gboolean
on_timeout (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;

  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for (Fixture *fixture, const char *expected)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;

  while (strcmp (fixture->log->str, expected) != 0
         && g_get_monotonic_time () < end)
    run_for (20);
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = nasty_folder_new ();
  fixture->root = g_file_new_for_path (fixture->path);
  fixture->log = g_string_new (NULL);
  nasty_write (fixture->path, "a.txt", "old");
  nasty_write (fixture->path, "sub/b.txt", "old");

  fixture->watch = atlas_watch_new ();
  atlas_watch_set_quiet_time (fixture->watch, 100);
  g_signal_connect (fixture->watch, "changed", G_CALLBACK (on_changed),
                    fixture);
  atlas_watch_set_roots (fixture->watch, &fixture->root, 1, TRUE);
  run_for (300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->watch);
  g_object_unref (fixture->root);
  g_string_free (fixture->log, TRUE);
  nasty_folder_remove (fixture->path);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_build_filename (fixture->path, "a.txt", NULL);
  g_autofree char *c = g_build_filename (fixture->path, "c.txt", NULL);

  g_assert_true (atlas_watch_get_complete (fixture->watch));
  nasty_write (fixture->path, "a.txt", "new");
  wait_for (fixture, "~a.txt ");
  nasty_write (fixture->path, "sub/b.txt", "new");
  wait_for (fixture, "~sub/b.txt ");
  nasty_write (fixture->path, "c.txt", "new");
  wait_for (fixture, "+c.txt ");
  g_assert_cmpint (g_remove (a), ==, 0);
  wait_for (fixture, "-a.txt ");
  g_assert_cmpint (g_rename (c, a), ==, 0);
  run_for (500);
  g_assert_nonnull (strstr (fixture->log->str, "-c.txt"));
  g_assert_nonnull (strstr (fixture->log->str, "a.txt "));
}

static void
test_new_folder (Fixture *fixture, gconstpointer data)
{
  nasty_write (fixture->path, "more.d/d.txt", "new");
  wait_for (fixture, "+more.d/d.txt ");
  nasty_write (fixture->path, "more.d/d.txt", "newer");
  wait_for (fixture, "~more.d/d.txt ");
}

/* Files that no folder is read for do not matter. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  nasty_write (fixture->path, ".a.txt.swp", "x");
  nasty_write (fixture->path, "a.txt~", "x");
  nasty_write (fixture->path, "a.png", "x");
  run_for (500);
  g_assert_cmpstr (fixture->log->str, ==, "");
}

/* As long as somebody goes on writing, nothing is told. */
static void
test_half_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_build_filename (fixture->path, "a.txt", NULL);
  int descriptor = g_open (a, O_WRONLY | O_TRUNC, 0);
  guint i;

  for (i = 0; i < 10; i++)
    {
      g_assert_cmpint (write (descriptor, "x", 1), ==, 1);
      run_for (60);
    }
  g_assert_cmpstr (fixture->log->str, ==, "");
  close (descriptor);
  wait_for (fixture, "~a.txt ");
}

#define ADD(name, function) \
  g_test_add ("/watch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("changes", test_changes);
  ADD ("new-folder", test_new_folder);
  ADD ("others", test_others);
  ADD ("half-written", test_half_written);

  return g_test_run ();
}

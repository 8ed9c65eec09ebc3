/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-watch.h"
#include "nasty-folder.h"

/* No test may wait longer than this, in seconds. */
#define PATIENCE 60

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

/* Until all of @parts were told, in whatever order. */
static void
wait_for_parts (Fixture *fixture, const char *const *parts)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;

  for (; *parts != NULL; parts++)
    {
      while (strstr (fixture->log->str, *parts) == NULL
             && g_get_monotonic_time () < end)
        run_for (20);
      g_test_message ("%s in %s", *parts, fixture->log->str);
      g_assert_nonnull (strstr (fixture->log->str, *parts));
    }
  g_string_truncate (fixture->log, 0);
}

/* Folders are looked for on a thread: a file that comes and goes is told of
 * once they are watched, all of them at a time. */
static void
wait_until_watched (Fixture *fixture)
{
  g_autofree char *probe = g_build_filename (fixture->path, "probe.txt", NULL);
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;
  guint i;

  for (i = 0; fixture->log->len == 0; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_cmpint (g_get_monotonic_time (), <, end);
      nasty_write (fixture->path, "probe.txt", text);
      run_for (300);
    }
  g_assert_cmpint (g_remove (probe), ==, 0);
  wait_for_parts (fixture, (const char *const[]){ "-probe.txt ", NULL });
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
  wait_until_watched (fixture);
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
  wait_for_parts (fixture, (const char *const[]){ "-c.txt ", "+a.txt ", NULL });
}

/* What goes and comes back before anybody was told has changed. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = g_build_filename (fixture->path, "a.txt", NULL);
  g_autofree char *away = g_build_filename (fixture->path, "away.png", NULL);

  g_assert_cmpint (g_rename (a, away), ==, 0);
  g_assert_cmpint (g_rename (away, a), ==, 0);
  wait_for (fixture, "~a.txt ");
  g_assert_cmpint (g_chmod (a, 0400), ==, 0);
  wait_for (fixture, "~a.txt ");
}

/* A folder that is moved away takes its files with it, and brings them back. */
static void
test_moved_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *away = nasty_folder_new ();
  g_autofree char *sub = g_build_filename (fixture->path, "sub", NULL);
  g_autofree char *other = g_build_filename (away, "sub", NULL);

  g_assert_cmpint (g_rename (sub, other), ==, 0);
  wait_for_parts (fixture, (const char *const[]){ "-sub ", NULL });
  nasty_write (away, "sub/b.txt", "elsewhere");
  nasty_write (away, "sub/c.txt", "new");
  g_assert_cmpint (g_rename (other, sub), ==, 0);
  wait_for_parts (fixture,
                  (const char *const[]){ "+sub/b.txt ", "+sub/c.txt ", NULL });
  nasty_write (fixture->path, "sub/b.txt", "newer");
  wait_for_parts (fixture, (const char *const[]){ "~sub/b.txt ", NULL });
  nasty_folder_remove (g_steal_pointer (&away));
}

/* A file that was named itself is watched whatever it is called, and nothing
 * beside it. */
static void
test_single_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "a.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;

  nasty_write (fixture->path, "a.png", "old");
  atlas_watch_set_roots (fixture->watch, &file, 1, FALSE);
  while (fixture->log->len == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      nasty_write (fixture->path, "a.png", "new");
      nasty_write (fixture->path, "b.txt", "beside");
      run_for (300);
    }
  g_assert_nonnull (strstr (fixture->log->str, "~a.png "));
  g_assert_null (strstr (fixture->log->str, "b.txt"));
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

/* More folders than the system lets a program watch: it says so. */
static void
test_too_many (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;
  guint i;

  for (i = 0; i < 2100; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%u", i);
      g_autofree char *path = g_build_filename (fixture->path, name, NULL);

      g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
    }
  while (atlas_watch_get_complete (fixture->watch)
         && g_get_monotonic_time () < end)
    run_for (20);
  g_assert_false (atlas_watch_get_complete (fixture->watch));
}

#define ADD(name, function) \
  g_test_add ("/watch/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("changes", test_changes);
  ADD ("replaced", test_replaced);
  ADD ("new-folder", test_new_folder);
  ADD ("moved-folder", test_moved_folder);
  ADD ("single-file", test_single_file);
  ADD ("others", test_others);
  ADD ("half-written", test_half_written);
  ADD ("too-many", test_too_many);

  return g_test_run ();
}

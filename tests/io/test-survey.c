/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-survey.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "far-file.h"
#include "nasty-folder.h"

#define ENOUGH 100

typedef struct
{
  char *path;
} Fixture;

static void
make_folder (const Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* Folders in folders, files, and what is neither. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = NULL;
  g_autofree char *pipe = NULL;

  fixture->path = nasty_folder_new ();
  far_file_mount (fixture->path);
  make_folder (fixture, "a");
  make_folder (fixture, "a/b");
  make_folder (fixture, ".hidden");
  make_folder (fixture, "old~");
  nasty_write (fixture->path, "one.txt", "1");
  nasty_write (fixture->path, "one.txt~", "1");
  nasty_write (fixture->path, "a/two.txt", "2");
  nasty_write (fixture->path, "a/b/three", "3");
  nasty_write (fixture->path, ".hidden/four.txt", "4");

  link = g_build_filename (fixture->path, "link", NULL);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  pipe = g_build_filename (fixture->path, "pipe", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nasty_folder_remove (fixture->path);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The places below @root, in order. */
static char *
list (GFile *root, GPtrArray *files)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *start = g_file_get_uri (root);
  guint i;

  for (i = 0; i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (files, i));
      const char *name = uri + strlen (start);

      g_assert_true (g_str_has_prefix (uri, start));
      if (*name == '/')
        name++;
      g_ptr_array_add (names, g_strdup (*name != '\0' ? name : "."));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv (" ", (char **) names->pdata);
}

static void
check (GFile *root,
       gboolean recurse,
       gboolean with_files,
       const char *folders,
       const char *files)
{
  g_autoptr (AtlasSurvey) survey =
      atlas_survey_new (&root, 1, ENOUGH, recurse, with_files);
  g_autofree char *found_folders = NULL;
  g_autofree char *found_files = NULL;

  atlas_survey_run (survey, NULL);
  found_folders = list (root, survey->folders);
  found_files = list (root, survey->files);
  g_assert_cmpstr (found_folders, ==, folders);
  g_assert_cmpstr (found_files, ==, files);
}

static void
check_all (GFile *root)
{
  check (root, TRUE, FALSE, ". a a/b", "");
  check (root, TRUE, TRUE, ". a a/b", "a/b/three a/two.txt one.txt");
  check (root, FALSE, TRUE, ".", "one.txt");
  check (root, FALSE, FALSE, ".", "");
}

/* By its path, and through GIO only, the same is found. */
static void
test_here (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->path);

  check_all (root);
}

static void
test_far (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_uri ("far:///");

  check_all (root);
}

/* A file, and what is not there, are no folders. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "one.txt", "pipe", "link", "missing" };
  g_autoptr (GFile) root = g_file_new_for_path (fixture->path);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (root, names[i]);

      /* A link that is named is followed, as the reading does. */
      if (g_str_equal (names[i], "link"))
        check (file, FALSE, FALSE, ".", "");
      else
        check (file, TRUE, TRUE, "", "");
    }
}

static void
test_enough (Fixture *fixture, gconstpointer data)
{
  GFile *const roots[] = { g_file_new_for_path (fixture->path),
                           g_file_new_for_uri ("far:///") };
  guint i;

  for (i = 1; i <= 4; i++)
    {
      g_autoptr (AtlasSurvey) here =
          atlas_survey_new (&roots[0], 1, i, TRUE, FALSE);
      g_autoptr (AtlasSurvey) far =
          atlas_survey_new (&roots[1], 1, i, TRUE, FALSE);
      g_autoptr (AtlasSurvey) both =
          atlas_survey_new (roots, 2, i, TRUE, FALSE);

      atlas_survey_run (here, NULL);
      atlas_survey_run (far, NULL);
      atlas_survey_run (both, NULL);
      g_assert_cmpuint (here->folders->len, ==, MIN (i, 3));
      g_assert_cmpuint (far->folders->len, ==, MIN (i, 3));
      g_assert_cmpuint (both->folders->len, ==, i);
    }
  g_object_unref (roots[0]);
  g_object_unref (roots[1]);
}

/* Names are bytes. */
static void
test_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->path);

  make_folder (fixture, "\xe9t\xe9");
  nasty_write (fixture->path, "\xe9t\xe9/\xff.txt", "5");
  check (root, TRUE, TRUE, "%E9t%E9 . a a/b",
         "%E9t%E9/%FF.txt a/b/three a/two.txt one.txt");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  GFile *const roots[] = { g_file_new_for_path (fixture->path),
                           g_file_new_for_uri ("far:///") };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gsize i;

  g_cancellable_cancel (cancellable);
  for (i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      g_autoptr (AtlasSurvey) survey =
          atlas_survey_new (&roots[i], 1, ENOUGH, TRUE, TRUE);

      atlas_survey_run (survey, cancellable);
      g_assert_cmpuint (survey->folders->len, ==, 0);
      g_assert_cmpuint (survey->files->len, ==, 0);
      g_object_unref (roots[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) \
  g_test_add ("/survey/" name, Fixture, NULL, set_up, function, tear_down)

  add ("here", test_here);
  add ("far", test_far);
  add ("no-folder", test_no_folder);
  add ("enough", test_enough);
  add ("bytes", test_bytes);
  add ("cancelled", test_cancelled);

  return g_test_run ();
}

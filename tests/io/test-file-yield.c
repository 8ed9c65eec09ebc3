/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "atlas-file-yield.h"
#include "nasty-folder.h"

/* A file that was written in part gives less than the whole one, wherever it
 * was cut, unless nothing of it is lost. */

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = nasty_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "x.txt", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->file);
  g_free (fixture->path);
  nasty_folder_remove (fixture->folder);
}

/* Thousands of times: nothing waits for the disk. */
static AtlasLoadedFile *
read_text (Fixture *fixture, const char *text, gsize length)
{
  FILE *file = g_fopen (fixture->path, "w");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);

  return atlas_loaded_file_read (fixture->file, "x.txt");
}

static char *
dup_sample (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("ATLAS_SAMPLES"), "shenyang-2024.txt", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static char *
replace (const char *text, const char *find, const char *with)
{
  GString *whole = g_string_new (text);

  g_assert_cmpuint (g_string_replace (whole, find, with, 0), >, 0);

  return g_string_free (whole, FALSE);
}

static void
check_cuts (Fixture *fixture, const char *text)
{
  g_autoptr (AtlasLoadedFile) whole = read_text (fixture, text, strlen (text));
  AtlasFileYield before;
  gsize n;

  g_assert_cmpuint (whole->n_profiles, ==, 1);
  g_assert_cmpuint (whole->n_problems, ==, 0);
  atlas_file_yield_init (&before, whole);
  g_assert_false (atlas_file_yield_is_less (&before, &before));

  for (n = 0; n < strlen (text); n++)
    {
      g_autoptr (AtlasLoadedFile) part = read_text (fixture, text, n);
      AtlasFileYield now;

      atlas_file_yield_init (&now, part);
      g_assert_true (
          atlas_file_yield_is_less (&now, &before)
          || (part->n_profiles == 1
              && atlas_profile_equal (part->profiles[0], whole->profiles[0])));
      g_assert_false (atlas_file_yield_is_less (&before, &now));
    }
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = dup_sample ();
  g_autofree char *plain = replace (text, "**", "");
  g_autofree char *ended = g_strconcat (plain, "\n\n", NULL);

  check_cuts (fixture, text);
  /* Without marks nothing else tells that a name goes on. */
  check_cuts (fixture, plain);
  check_cuts (fixture, ended);
}

/* What was changed, but not cut, is no less. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  static const char *const changes[][2] = {
    { "89th", "88th" },
    { "**Tianjin**", "**Guangzhou**" },
    { "2,386", "2,387" },
    { "SIA, CAS", "SHENYANG INSTITUTE OF AUTOMATION" },
  };
  g_autofree char *text = dup_sample ();
  g_autoptr (AtlasLoadedFile) whole = read_text (fixture, text, strlen (text));
  AtlasFileYield before, now;
  guint i;

  atlas_file_yield_init (&before, whole);
  for (i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *changed = replace (text, changes[i][0], changes[i][1]);
      g_autoptr (AtlasLoadedFile) other =
          read_text (fixture, changed, strlen (changed));

      atlas_file_yield_init (&now, other);
      g_assert_cmpuint (now.n_values, ==, before.n_values);
      g_assert_false (atlas_file_yield_is_less (&now, &before));
    }
}

/* The end of a line is known in wide encodings, too. */
static void
test_wide (Fixture *fixture, gconstpointer data)
{
  static const char *const encodings[] = { "UTF-16LE", "UTF-16BE", "UTF-32LE",
                                           "UTF-32BE" };
  g_autofree char *sample = dup_sample ();
  guint i;

  for (i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *text = g_strconcat ("\xef\xbb\xbf", sample, "\n", NULL);
      gsize unit = g_str_has_prefix (encodings[i], "UTF-16") ? 2 : 4;
      g_autoptr (AtlasLoadedFile) whole = NULL;
      g_autoptr (AtlasLoadedFile) cut = NULL;
      g_autofree char *wide = NULL;
      gsize length;

      wide = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_assert_nonnull (wide);
      whole = read_text (fixture, wide, length);
      cut = read_text (fixture, wide, length - unit);

      g_assert_cmpuint (whole->n_problems, ==, 0);
      g_assert_true (whole->ended);
      g_assert_false (cut->ended);
    }
}

#define ADD(name, function)                                            \
  g_test_add ("/io/file-yield/" name, Fixture, NULL, set_up, function, \
              tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("cut", test_cut);
  ADD ("changed", test_changed);
  ADD ("wide", test_wide);

  return g_test_run ();
}

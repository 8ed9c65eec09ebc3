/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>
#include <time.h>

#include "atlas-text-parser.h"

/* bench-parser DIR: parses all files of DIR in memory, side by side with a
 * plain pass over the same bytes: memcpy() and memchr ('\n'). */

#define MIN_SECONDS 1.0

typedef struct
{
  GPtrArray *texts;
  gsize n_bytes;
} Corpus;

static void
read_folder (Corpus *corpus, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        read_folder (corpus, path);
      else if (g_str_has_suffix (name, ".txt")
               && g_file_get_contents (path, &data, &length, NULL))
        {
          g_ptr_array_add (corpus->texts, g_bytes_new_take (data, length));
          corpus->n_bytes += length;
        }
    }
}

/* Returns how many profiles there are. */
static guint
parse_all (const Corpus *corpus, gpointer data)
{
  guint *n_problems = data;
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  guint i, n = 0;

  *n_problems = 0;
  for (i = 0; i < corpus->texts->len; i++)
    {
      gsize length;
      const char *text = g_bytes_get_data (corpus->texts->pdata[i], &length);

      atlas_text_parse (text, length, "bench.txt", profiles, problems);
      n += profiles->len;
      *n_problems += problems->len;
      g_ptr_array_set_size (profiles, 0);
      g_ptr_array_set_size (problems, 0);
    }

  return n;
}

/* Returns how many lines there are, so that nothing is optimised away. */
static guint
copy_all (const Corpus *corpus, gpointer data)
{
  char *buffer = data;
  guint i, n = 0;

  for (i = 0; i < corpus->texts->len; i++)
    {
      gsize length;
      const char *text = g_bytes_get_data (corpus->texts->pdata[i], &length);
      const char *at = buffer;
      const char *end = buffer + length;

      memcpy (buffer, text, length);
      while (at < end && (at = memchr (at, '\n', (gsize) (end - at))) != NULL)
        {
          at++;
          n++;
        }
    }

  return n;
}

/* Seconds of processor time: other programs do not count. */
static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* The fastest of the rounds that fit into @MIN_SECONDS: other programs can
 * only slow a round down. In MB/s; @n is what the last round returned. */
static double
get_rate (const Corpus *corpus,
          guint (*run) (const Corpus *, gpointer),
          gpointer data,
          guint *n)
{
  const double begin = get_seconds ();
  double start = begin;
  double best = G_MAXDOUBLE;

  while (start - begin < MIN_SECONDS)
    {
      double end;

      *n = run (corpus, data);
      end = get_seconds ();
      best = MIN (best, end - start);
      start = end;
    }

  return (double) corpus->n_bytes / best / 1e6;
}

int
main (int argc, char **argv)
{
  Corpus corpus = { .n_bytes = 0 };
  g_autofree char *buffer = NULL;
  guint n = 0, n_problems = 0, n_lines = 0;
  double parser, plain;

  if (argc != 2)
    {
      g_printerr ("Usage: %s DIR\n", argv[0]);
      return 2;
    }

  corpus.texts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  read_folder (&corpus, argv[1]);
  buffer = g_malloc (ATLAS_TEXT_MAX_BYTES + 1);

  parser = get_rate (&corpus, parse_all, &n_problems, &n);
  plain = get_rate (&corpus, copy_all, buffer, &n_lines);

  g_print ("%u files, %u profiles, %u problems, %u lines, %.1f MB\n",
           corpus.texts->len, n, n_problems, n_lines,
           (double) corpus.n_bytes / 1e6);
  g_print ("parser          %7.0f MB/s\n", parser);
  g_print ("memcpy + memchr %7.0f MB/s, %.0f times as fast\n", plain,
           plain / parser);

  g_ptr_array_unref (corpus.texts);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-load.h"
#include "nasty-folder.h"

typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = nasty_folder_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nasty_folder_remove (fixture->path);
}

static GPtrArray *
load (const char *path, guint n_jobs, AtlasLoadSummary *summary)
{
  g_autoptr (GFile) root = g_file_new_for_path (path);
  const AtlasLoadOptions options = { .recurse = TRUE, .n_jobs = n_jobs };

  return atlas_load_all (&root, 1, &options, summary);
}

/* "source code" for each problem, "source" for each file without one. */
static char *
describe (GPtrArray *files)
{
  GString *out = g_string_new (NULL);
  guint i, k;

  for (i = 0; i < files->len; i++)
    {
      const AtlasLoadedFile *file = g_ptr_array_index (files, i);

      if (file->n_problems == 0)
        g_string_append_printf (out, "%s\n", file->source);
      for (k = 0; k < file->n_problems; k++)
        g_string_append_printf (
            out, "%s %s\n", file->source,
            atlas_problem_code_get_nick (file->problems[k]->code));
    }

  return g_string_free (out, FALSE);
}

static void
write_sample (const Fixture *fixture, const char *name, const char *cluster)
{
  g_autofree char *text = nasty_sample_text (cluster);

  nasty_write (fixture->path, name, text);
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *described = NULL;
  g_autoptr (GPtrArray) files = NULL;
  AtlasLoadSummary summary;

  write_sample (fixture, "b.txt", "B-town");
  write_sample (fixture, "A.MD", "A-town");
  write_sample (fixture, "plain", "C-town");
  write_sample (fixture, "sub/deeper/x.text", "D-town");
  nasty_write (fixture->path, "README.md", "about");
  nasty_write (fixture->path, "LICENSE", "about");
  nasty_write (fixture->path, "picture.png", "\x89PNG");
  nasty_write (fixture->path, "mine.clusteratlas", "{}");
  nasty_write (fixture->path, "network.graphml", "<graphml/>");
  nasty_write (fixture->path, ".hidden.txt", "x");
  nasty_write (fixture->path, ".b.txt.swp", "x");
  nasty_write (fixture->path, "b.txt~", "x");
  nasty_write (fixture->path, "._b.txt", "x");
  nasty_write (fixture->path, ".DS_Store", "x");
  nasty_write (fixture->path, ".git/x.txt", "x");

  files = load (fixture->path, 2, &summary);
  described = describe (files);
  g_assert_cmpstr (described, ==, "A.MD\nb.txt\nplain\nsub/deeper/x.text\n");
  g_assert_cmpuint (summary.n_files, ==, 4);
  g_assert_cmpuint (summary.n_failed, ==, 0);
  g_assert_cmpuint (summary.n_skipped, ==, 5);
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int descriptor = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (
      bind (descriptor, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (descriptor);
}

static void
test_nasty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (fixture->path, "fifo.txt", NULL);
  g_autofree char *socket_path = g_build_filename (fixture->path, "s", NULL);
  g_autofree char *loop = g_build_filename (fixture->path, "sub/loop", NULL);
  g_autofree char *self = g_build_filename (fixture->path, "self", NULL);
  g_autofree char *out = g_build_filename (fixture->path, "out", NULL);
  g_autofree char *dead = g_build_filename (fixture->path, "dead.txt", NULL);
  g_autofree char *inside = g_build_filename (fixture->path, "in.txt", NULL);
  g_autofree char *sparse = g_build_filename (fixture->path, "sparse", NULL);
  g_autofree char *described = NULL;
  g_autoptr (GPtrArray) files = NULL;
  AtlasLoadSummary summary;

  write_sample (fixture, "good.txt", "A-town");
  write_sample (fixture, "sub/good.txt", "B-town");
  nasty_write (fixture->path, "empty.txt", "");
  nasty_write (fixture->path, "other.txt", "<html><body>no</body></html>\n");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  make_socket (socket_path);
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (symlink ("self", self), ==, 0);
  g_assert_cmpint (symlink ("/", out), ==, 0);
  g_assert_cmpint (symlink ("nowhere", dead), ==, 0);
  g_assert_cmpint (symlink ("good.txt", inside), ==, 0);
  nasty_write (fixture->path, "sparse", "x");
  g_assert_cmpint (truncate (sparse, G_GINT64_CONSTANT (4) << 30), ==, 0);

  files = load (fixture->path, 2, &summary);
  described = describe (files);
  g_assert_cmpstr (described, ==,
                   "dead.txt folder-skipped\n"
                   "empty.txt empty\n"
                   "fifo.txt not-regular\n"
                   "good.txt\n"
                   "other.txt not-a-profile\n"
                   "out folder-skipped\n"
                   "s not-regular\n"
                   "self folder-skipped\n"
                   "sparse too-large\n"
                   "sub/good.txt\n"
                   "sub/loop folder-skipped\n");
}

/* What was named itself is read whatever it is called, and fails in order. */
static void
test_named (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path;
    const char *expected;
  } cases[] = {
    { "/dev/zero", "zero not-regular\n" },
    { "/dev/null", "null not-regular\n" },
    { "/nonexistent/x.txt", "x.txt vanished\n" },
    { "/etc/passwd", "passwd not-a-profile\n" },
  };
  g_autofree char *path = g_build_filename (fixture->path, "odd.xyz", NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasLoadSummary summary;
      g_autoptr (GPtrArray) files = load (cases[i].path, 1, &summary);
      g_autofree char *described = describe (files);

      g_assert_cmpstr (described, ==, cases[i].expected);
      g_assert_cmpuint (summary.n_failed, ==, 1);
    }

  write_sample (fixture, "odd.xyz", "A-town");
  {
    AtlasLoadSummary summary;
    g_autoptr (GPtrArray) files = load (path, 1, &summary);
    g_autofree char *described = describe (files);

    g_assert_cmpstr (described, ==, "odd.xyz\n");
  }
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (255, 'x');
  g_autoptr (GPtrArray) files = NULL;
  AtlasLoadSummary summary;
  guint i;

  write_sample (fixture, "two\nlines.txt", "A-town");
  write_sample (fixture, "broken\xff.txt", "B-town");
  write_sample (fixture, longest, "C-town");
  write_sample (fixture, " .txt", "D-town");

  files = load (fixture->path, 2, &summary);
  g_assert_cmpuint (files->len, ==, 4);
  for (i = 0; i < files->len; i++)
    {
      const AtlasLoadedFile *file = g_ptr_array_index (files, i);
      g_autoptr (GFile) there = atlas_loaded_file_dup_file (file);

      g_assert_true (g_utf8_validate (file->source, -1, NULL));
      g_assert_cmpuint (file->n_profiles, ==, 1);
      g_assert_true (g_file_query_exists (there, NULL));
    }
}

static void
test_depth (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GPtrArray) files = NULL;
  const AtlasLoadedFile *last;
  AtlasLoadSummary summary;
  guint i;

  write_sample (fixture, "good.txt", "A-town");
  for (i = 0; i < 70; i++)
    g_string_append (name, "z/");
  g_string_append (name, "deep.txt");
  write_sample (fixture, name->str, "B-town");

  files = load (fixture->path, 2, &summary);
  g_assert_cmpuint (files->len, ==, 2);
  last = g_ptr_array_index (files, 1);
  g_assert_cmpint (last->problems[0]->code, ==, ATLAS_PROBLEM_FOLDER_SKIPPED);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "no.txt", NULL);
  g_autofree char *folder = g_build_filename (fixture->path, "shut", NULL);
  g_autofree char *described = NULL;
  g_autoptr (GPtrArray) files = NULL;
  AtlasLoadSummary summary;

  if (geteuid () == 0)
    {
      g_test_skip ("nothing is unreadable to root");
      return;
    }

  write_sample (fixture, "no.txt", "A-town");
  write_sample (fixture, "shut/x.txt", "B-town");
  g_chmod (path, 0);
  g_chmod (folder, 0);
  files = load (fixture->path, 2, &summary);
  described = describe (files);
  g_assert_cmpstr (described, ==, "no.txt unreadable\nshut folder-skipped\n");
}

/* The order is that of the names, whatever the number of workers. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  guint i, n_jobs;

  for (i = 0; i < 700; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u/%u.txt", i % 7, i);

      write_sample (fixture, name, "A-town");
    }

  for (n_jobs = 1; n_jobs <= 8; n_jobs *= 2)
    {
      AtlasLoadSummary summary;
      g_autoptr (GPtrArray) files = load (fixture->path, n_jobs, &summary);
      g_autofree char *described = describe (files);

      g_assert_cmpuint (files->len, ==, 700);
      if (first == NULL)
        first = g_steal_pointer (&described);
      else
        g_assert_cmpstr (first, ==, described);
    }
}

/* Two paths that reach one file read it once; two files that would be called
 * the same are told apart. */
static void
test_several_roots (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) whole = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) a = g_file_get_child (whole, "a");
  g_autoptr (GFile) b = g_file_get_child (whole, "b");
  g_autoptr (GFile) file = g_file_get_child (a, "x.txt");
  g_autofree char *uri = NULL;
  GFile *const roots[] = { a, b, file };
  const AtlasLoadOptions options = { .recurse = TRUE };
  g_autoptr (GPtrArray) files = NULL;
  AtlasLoadSummary summary;

  write_sample (fixture, "a/x.txt", "A-town");
  write_sample (fixture, "b/x.txt", "B-town");
  files = atlas_load_all (roots, G_N_ELEMENTS (roots), &options, &summary);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (((AtlasLoadedFile *) g_ptr_array_index (files, 1))->source,
                   ==, "x.txt");
  uri = g_strdup_printf ("file://%s/b/x.txt", fixture->path);
  g_assert_cmpstr (((AtlasLoadedFile *) g_ptr_array_index (files, 0))->source,
                   ==, uri);
}

static void
test_no_recurse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->path);
  const AtlasLoadOptions options = { .recurse = FALSE };
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *described = NULL;
  AtlasLoadSummary summary;

  write_sample (fixture, "x.txt", "A-town");
  write_sample (fixture, "sub/y.txt", "B-town");
  files = atlas_load_all (&root, 1, &options, &summary);
  described = describe (files);
  g_assert_cmpstr (described, ==, "x.txt\n");
}

static gboolean
stop_at_once (AtlasLoadChunk *chunk, gpointer data)
{
  guint *n_chunks = data;

  (*n_chunks)++;

  return FALSE;
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->path);
  guint i, n_chunks = 0;
  const AtlasLoadOptions options = { .recurse = TRUE,
                                     .deliver = stop_at_once,
                                     .user_data = &n_chunks };
  AtlasLoadSummary summary;

  for (i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      write_sample (fixture, name, "A-town");
    }
  g_assert_false (atlas_load (&root, 1, &options, &summary));
  g_assert_cmpuint (n_chunks, ==, 1);
}

/* What map functions do, and when they may. */
typedef struct
{
  int n_running;
  int n_late;
  int ended;
} Maps;

static AtlasLoadedFile *
map_slowly (AtlasLoadedFile *file, GString *out, gpointer data)
{
  Maps *maps = data;

  g_atomic_int_inc (&maps->n_running);
  g_usleep (200);
  if (g_atomic_int_get (&maps->ended))
    g_atomic_int_inc (&maps->n_late);
  g_atomic_int_add (&maps->n_running, -1);

  return file;
}

static gboolean
stop_mapping (AtlasLoadChunk *chunk, gpointer data)
{
  return FALSE;
}

/* What a map function writes to may be gone once the load has returned. */
static void
test_stop_mapping (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->path);
  Maps maps = { 0 };
  const AtlasLoadOptions options = { .recurse = TRUE,
                                     .n_jobs = 4,
                                     .map = map_slowly,
                                     .map_data = &maps,
                                     .deliver = stop_mapping };
  AtlasLoadSummary summary;
  guint i;

  for (i = 0; i < 600; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      write_sample (fixture, name, "A-town");
    }
  for (i = 0; i < 20; i++)
    {
      g_atomic_int_set (&maps.ended, FALSE);
      g_assert_false (atlas_load (&root, 1, &options, &summary));
      g_atomic_int_set (&maps.ended, TRUE);
      g_assert_cmpint (g_atomic_int_get (&maps.n_running), ==, 0);
    }
  g_assert_cmpint (g_atomic_int_get (&maps.n_late), ==, 0);
}

/* The map function of test_alone(): leaves a descriptor open. */
static AtlasLoadedFile *
open_descriptor (AtlasLoadedFile *file, GString *output, gpointer data)
{
  int *descriptor = data;

  *descriptor = open ("/dev/null", O_RDONLY | O_CLOEXEC);

  return file;
}

static gboolean
go_on (AtlasLoadChunk *chunk, gpointer data)
{
  return TRUE;
}

static gpointer
try_to_unshare (gpointer data)
{
  int status = close_range (STDERR_FILENO + 1, ~0U, CLOSE_RANGE_UNSHARE);

  return GINT_TO_POINTER (status == 0);
}

/* Where this is not so, workers share their descriptors with all threads. */
static gboolean
can_be_alone (void)
{
#ifdef __SANITIZE_THREAD__
  return FALSE;
#else
  return g_thread_join (g_thread_new ("try", try_to_unshare, NULL)) != NULL;
#endif
}

/* A worker opens files where no other thread does. */
static void
test_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) root = g_file_new_for_path (fixture->path);
  int descriptor = -1;
  const AtlasLoadOptions options = { .n_jobs = 1,
                                     .map = open_descriptor,
                                     .map_data = &descriptor,
                                     .deliver = go_on };
  AtlasLoadSummary summary;

  if (!can_be_alone ())
    {
      g_test_skip ("Threads cannot have descriptors of their own here");
      return;
    }

  write_sample (fixture, "a.txt", "A-town");
  g_assert_true (atlas_load (&root, 1, &options, &summary));
  g_assert_cmpuint (summary.n_files, ==, 1);
  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (fcntl (descriptor, F_GETFD), ==, -1);
}

/* When the listing has the last descriptor that is free, the workers still can
 * read: what they were given of it at their start they do not keep. */
static void
test_last_descriptor (Fixture *fixture, gconstpointer data)
{
  AtlasLoadSummary summary = { 0 };
  struct rlimit usual, tight;
  int first_free = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  guint i, k;

  g_assert_cmpint (first_free, >=, 0);
  close (first_free);
  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &usual), ==, 0);
  for (i = 0; i < 200; i++)
    {
      g_autofree char *folder =
          g_strdup_printf ("%s/folder-%03u", fixture->path, i);

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      for (k = 0; k < 5; k++)
        {
          g_autofree char *name = g_strdup_printf ("folder-%03u/%u.txt", i, k);

          write_sample (fixture, name, "A-town");
        }
    }

  tight = usual;
  tight.rlim_cur = (rlim_t) first_free + 1;
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &tight), ==, 0);
  for (i = 0; i < 10; i++)
    {
      g_autoptr (GPtrArray) files = load (fixture->path, 4, &summary);

      g_assert_cmpuint (files->len, ==, 1000);
      g_assert_cmpuint (summary.n_failed, ==, 0);
    }
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &usual), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/load/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("kinds", test_kinds);
  ADD ("nasty", test_nasty);
  ADD ("named", test_named);
  ADD ("names", test_names);
  ADD ("depth", test_depth);
  ADD ("unreadable", test_unreadable);
  ADD ("order", test_order);
  ADD ("several-roots", test_several_roots);
  ADD ("no-recurse", test_no_recurse);
  ADD ("stop", test_stop);
  ADD ("stop-mapping", test_stop_mapping);
  ADD ("alone", test_alone);
  ADD ("last-descriptor", test_last_descriptor);

  return g_test_run ();
}

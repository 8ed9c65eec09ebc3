/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "window-fixture.h"

/* A window beside a mount whose server never answers: a file system of this
 * program (FUSE) that is mounted, and then asked in vain. Whoever asks for
 * anything below it hangs until the program ends. Skipped where mounting is
 * not allowed. */

typedef struct
{
  WindowFixture at;
  /* The longest time that the main loop did not come round, in ms. */
  gint64 last_round;
  gint64 longest;
} Fixture;

/* The kernel asks here. */
static int server = -1;
static char *place;

/* The first question is about the protocol; the only one that is answered. */
static gboolean
answer_first (void)
{
  static union
  {
    struct fuse_in_header header;
    char bytes[1 << 17];
  } question;
  struct
  {
    struct fuse_out_header header;
    struct fuse_init_out init;
  } answer = {
    .header.len = sizeof answer,
    .init.major = FUSE_KERNEL_VERSION,
    .init.minor = FUSE_KERNEL_MINOR_VERSION,
    .init.max_write = 4096,
  };

  if (read (server, &question, sizeof question) <= 0
      || question.header.opcode != FUSE_INIT)
    return FALSE;
  answer.header.unique = question.header.unique;

  return write (server, &answer, sizeof answer) == (gssize) sizeof answer;
}

/* In a space of mounts of its own, which goes with the program. */
static gboolean
mount_hung (void)
{
  g_autofree char *options = NULL;

  server = open ("/dev/fuse", O_RDWR | O_CLOEXEC);
  if (server < 0 || unshare (CLONE_NEWNS) != 0
      || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    return FALSE;

  options = g_strdup_printf ("fd=%d,rootmode=40000,user_id=%u,group_id=%u",
                             server, (guint) getuid (), (guint) getgid ());

  return mount ("hung", place, "fuse", MS_NOSUID | MS_NODEV, options) == 0
         && answer_first ();
}

/* Whether somebody asked, and waits for ever. */
static gboolean
is_hung (void)
{
  struct pollfd question = { server, POLLIN, 0 };

  return poll (&question, 1, 0) == 1;
}

static gboolean
note_round (gpointer data)
{
  Fixture *fixture = data;
  gint64 now = g_get_monotonic_time () / 1000;

  fixture->longest = MAX (fixture->longest, now - fixture->last_round);
  fixture->last_round = now;

  return G_SOURCE_CONTINUE;
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  gtk_widget_queue_draw (widget);

  return ++*n_frames < 10 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* It still draws. */
static void
assert_alive (Fixture *fixture)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (GTK_WIDGET (fixture->at.window), count_frame,
                                &n_frames, NULL);
  WAIT_UNTIL (n_frames >= 10);
}

/* Opens @name on the mount in a new window, cancels when asked to, and closes
 * the window. */
static void
try_name (Fixture *fixture, const char *name, gboolean cancels)
{
  g_autoptr (GFile) file = g_file_new_build_filename (place, name, NULL);
  guint rounds;

  window_fixture_present (&fixture->at);
  assert_alive (fixture);

  fixture->longest = 0;
  fixture->last_round = g_get_monotonic_time () / 1000;
  rounds = g_timeout_add (1, note_round, fixture);
  atlas_window_open (fixture->at.window, &file, 1);
  WAIT_UNTIL (is_hung ());
  assert_alive (fixture);
  if (cancels)
    {
      g_assert_true (atlas_feed_get_loading (fixture->at.feed));
      window_fixture_activate (&fixture->at, "win.cancel");
      g_assert_false (atlas_feed_get_loading (fixture->at.feed));
      assert_alive (fixture);
    }

  window_fixture_close (&fixture->at);
  g_source_remove (rounds);
  /* For the reader: other programs take time too. */
  g_test_message ("longest stall with \"%s\": %d ms", name,
                  (int) fixture->longest);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  try_name (fixture, "", TRUE);
  try_name (fixture, "", FALSE);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  try_name (fixture, "x.txt", TRUE);
  try_name (fixture, "x.txt", FALSE);
}

static void
test_project (Fixture *fixture, gconstpointer data)
{
  try_name (fixture, "x.clusteratlas", FALSE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  window_fixture_set_up (&fixture->at, data);
}

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  place = g_dir_make_tmp ("atlas-hung-XXXXXX", &error);
  g_assert_no_error (error);
  /* Before there are other threads. */
  if (!mount_hung ())
    {
      g_print ("1..0 # SKIP mounting is not allowed: %s\n", g_strerror (errno));
      g_rmdir (place);
      return 0;
    }

  application = window_fixture_start ();

  g_test_add ("/app/hung-mount/folder", Fixture, NULL, set_up, test_folder,
              NULL);
  g_test_add ("/app/hung-mount/file", Fixture, NULL, set_up, test_file, NULL);
  g_test_add ("/app/hung-mount/project", Fixture, NULL, set_up, test_project,
              NULL);
  status = g_test_run ();

  /* Nobody waits any more when there is no server. */
  close (server);
  umount2 (place, MNT_DETACH);
  g_rmdir (place);

  return status;
}

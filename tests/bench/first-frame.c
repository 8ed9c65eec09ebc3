/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gdk/gdk.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* To be preloaded into a GTK program: prints the milliseconds from its start
 * to its first frame, on the clock and of the processor, and ends it there.
 * The start is when its libraries were loaded, or what ATLAS_STARTED says, in
 * seconds since 1970. It brings no GTK with it: a program that becomes the one
 * with the window must not have to load it for this. */

#pragma weak gdk_frame_clock_get_type

static double
get_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
end_program (GSignalInvocationHint *hint,
             guint n_values,
             const GValue *values,
             gpointer data)
{
  const char *started = g_getenv ("ATLAS_STARTED");
  double start = started != NULL ? g_ascii_strtod (started, NULL) * 1e3 : 0;

  printf ("%.1f %.1f\n", get_time (CLOCK_REALTIME) - start,
          get_time (CLOCK_PROCESS_CPUTIME_ID));
  fflush (stdout);
  _exit (0);
}

static void watch_frames (void) __attribute__ ((constructor));

static void
watch_frames (void)
{
  if (gdk_frame_clock_get_type == NULL)
    return;

  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (
      g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, end_program,
      NULL, NULL);
}

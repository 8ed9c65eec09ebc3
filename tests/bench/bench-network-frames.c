/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "atlas-network-canvas.h"
#include "network-fixture.h"

/*
 * bench-network-frames [PLACES]: how long a frame of the network takes while
 * it is moved, zoomed, pointed at and dragged, in a window of 1920 × 1080.
 * The processor time of layout, snapshot and rendering counts, as the frame
 * clock sees it, so that a busy machine gives the same figures; time on the
 * wall stands beside it.
 * To be run by tests/run-display.sh with ATLAS_SCREEN=1920x1080x24.
 */

#define N_FRAMES 60

typedef struct
{
  GtkWidget *window;
  AtlasNetworkCanvas *canvas;
  GObject *motion;
  GObject *drag;
  double begun;
  double begun_on_wall;
  double times[N_FRAMES];
  double wall;
  guint n_times;
} Bench;

/* Of this thread, in milliseconds. */
static double
get_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->begun = get_time (CLOCK_THREAD_CPUTIME_ID);
  bench->begun_on_wall = get_time (CLOCK_MONOTONIC);
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  if (bench->n_times >= N_FRAMES)
    return;
  bench->times[bench->n_times++] =
      get_time (CLOCK_THREAD_CPUTIME_ID) - bench->begun;
  bench->wall += get_time (CLOCK_MONOTONIC) - bench->begun_on_wall;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a;
  double q = *(const double *) b;

  return p < q ? -1 : p > q;
}

static void
wait_ready (Bench *bench)
{
  while (!atlas_network_canvas_get_ready (bench->canvas))
    g_main_context_iteration (NULL, TRUE);
}

/* One frame: something changes, and is drawn. */
static void
next_frame (Bench *bench)
{
  guint before = bench->n_times;

  gtk_widget_queue_draw (GTK_WIDGET (bench->canvas));
  while (bench->n_times == before && before < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
}

static void
report (Bench *bench, const char *what)
{
  qsort (bench->times, bench->n_times, sizeof *bench->times, compare);
  g_print ("%-6s median %6.2f ms, 95 %% %6.2f ms, worst %6.2f ms; "
           "mean on the wall %6.2f ms\n",
           what, bench->times[bench->n_times / 2],
           bench->times[bench->n_times * 95 / 100],
           bench->times[bench->n_times - 1], bench->wall / bench->n_times);
  bench->n_times = 0;
  bench->wall = 0;
}

static GObject *
find_controller (Bench *bench, GType type)
{
  g_autoptr (GListModel) list =
      gtk_widget_observe_controllers (GTK_WIDGET (bench->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (list, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

static void
run (Bench *bench, guint n_places)
{
  double x = 0;
  double y = 0;

  bench->n_times = 0;
  bench->wall = 0;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      atlas_network_canvas_pan (bench->canvas, i < N_FRAMES / 2 ? 9 : -9, 4);
      next_frame (bench);
    }
  report (bench, "pan");
  for (guint i = 0; i < N_FRAMES; i++)
    {
      atlas_network_canvas_zoom_at (
          bench->canvas, i < N_FRAMES / 2 ? 1.05 : 1 / 1.05, 700, 500);
      next_frame (bench);
    }
  report (bench, "zoom");
  atlas_network_canvas_fit (bench->canvas);
  wait_ready (bench);
  bench->n_times = 0;
  bench->wall = 0;
  for (guint i = 0; i < N_FRAMES; i++)
    {
      atlas_network_canvas_get_position (bench->canvas, (i * 17) % n_places, &x,
                                         &y);
      g_signal_emit_by_name (bench->motion, "motion", x, y);
      next_frame (bench);
    }
  report (bench, "hover");
  g_signal_emit_by_name (bench->motion, "leave");
  wait_ready (bench);
  bench->n_times = 0;
  bench->wall = 0;
  atlas_network_canvas_get_position (bench->canvas, 5, &x, &y);
  g_signal_emit_by_name (bench->drag, "drag-begin", x, y);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      g_signal_emit_by_name (bench->drag, "drag-update", 6.0 + 3.0 * i,
                             2.0 * i);
      next_frame (bench);
    }
  report (bench, "drag");
}

int
main (int argc, char *argv[])
{
  guint n_places =
      argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000;
  AtlasNetworkOptions options = { 0 };
  g_autoptr (AtlasNetwork) network = NULL;
  GdkFrameClock *clock;
  Bench bench = { NULL };
  gsize n_links;
  gsize n_all;
  gint64 start;

  gtk_init ();
  adw_init ();
  network = network_fixture_new (n_places, 7);
  atlas_network_get_links (network, &n_links);
  atlas_network_get_places (network, &n_all);
  bench.window = gtk_window_new ();
  bench.canvas = ATLAS_NETWORK_CANVAS (atlas_network_canvas_new ());
  gtk_window_set_decorated (GTK_WINDOW (bench.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1920, 1080);
  gtk_window_set_child (GTK_WINDOW (bench.window), GTK_WIDGET (bench.canvas));
  gtk_window_present (GTK_WINDOW (bench.window));
  start = g_get_monotonic_time ();
  atlas_network_canvas_set_network (bench.canvas, network, &options);
  wait_ready (&bench);
  g_print ("%u places, %u links; %d x %d; first picture after %.0f ms\n",
           (guint) n_all, (guint) n_links,
           gtk_widget_get_width (GTK_WIDGET (bench.canvas)),
           gtk_widget_get_height (GTK_WIDGET (bench.canvas)),
           (double) (g_get_monotonic_time () - start) / 1000.0);
  bench.motion = find_controller (&bench, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  bench.drag = find_controller (&bench, GTK_TYPE_GESTURE_DRAG);
  clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint),
                    &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  run (&bench, (guint) n_all);
  gtk_window_destroy (GTK_WINDOW (bench.window));

  return 0;
}

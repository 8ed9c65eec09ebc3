/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "atlas-window.h"

/* bench-window FOLDER [ROUNDS]: opens the folder in a window and does what a
 * user does first, and tells for how long at most the main loop answered
 * nobody. The time between two polls is what is measured, by the clock on the
 * wall and by the time the processor spent in the main thread: on a busy
 * machine only the second is ours. A step counts with its fastest round.
 *
 * With ATLAS_BENCH_STALLS=MS each stall of more than MS is told on standard
 * error, with the clock of `perf record -k mono`.
 *
 *     tests/run-display.sh build/tests/bench/bench-window FOLDER
 */

#define PATIENCE_SECONDS 120
#define SETTLE_MILLISECONDS 300
#define ROUNDS 3
#define FRAMES 120
#define FRAME_MILLISECONDS (1000.0 / 60.0)

/* Of the one main loop of this program: a poll function has no user data. */
static gint64 busy_since;
static gint64 busy_since_cpu;
static gint64 longest;
static gint64 longest_cpu;
static gint64 worth_telling = G_MAXINT64;

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint
poll_measured (GPollFD *descriptors, guint n, gint timeout)
{
  gint result;

  if (busy_since != 0)
    {
      gint64 now = g_get_monotonic_time ();
      gint64 cpu = get_cpu_time () - busy_since_cpu;

      longest = MAX (longest, now - busy_since);
      longest_cpu = MAX (longest_cpu, cpu);
      if (cpu > worth_telling)
        g_printerr ("STALL %.6f %.6f %.1f\n", (double) busy_since / 1e6,
                    (double) now / 1e6, (double) cpu / 1e3);
    }
  result = g_poll (descriptors, n, timeout);
  busy_since = g_get_monotonic_time ();
  busy_since_cpu = get_cpu_time ();

  return result;
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

static AtlasTable *
get_table (AtlasWindow *window)
{
  return atlas_session_get_table (atlas_window_get_session (window),
                                  ATLAS_TABLE_PROFILES);
}

/* Lets a step happen, with all that it set off. */
static void
settle (AtlasWindow *window)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  run_for (SETTLE_MILLISECONDS);
  while (atlas_table_get_busy (get_table (window))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  run_for (SETTLE_MILLISECONDS);
}

/* What one step took, in microseconds. */
typedef struct
{
  const char *name;
  gint64 longest;
  gint64 longest_cpu;
} Step;

static void
measure (AtlasWindow *window, GArray *steps, guint *position, const char *name)
{
  Step step = { name, 0, 0 };
  Step *known;

  settle (window);
  step.longest = longest;
  step.longest_cpu = longest_cpu;
  longest = longest_cpu = 0;

  if (*position == steps->len)
    g_array_append_val (steps, step);
  known = &g_array_index (steps, Step, (*position)++);
  known->longest = MIN (known->longest, step.longest);
  known->longest_cpu = MIN (known->longest_cpu, step.longest_cpu);
}

/* From the open to the first rows on the screen. */
typedef struct
{
  AtlasWindow *window;
  gint64 opened;
  gint64 opened_cpu;
  gint64 shown;
  gint64 shown_cpu;
} FirstRows;

static void
on_painted (GdkFrameClock *clock, FirstRows *first)
{
  if (first->shown != 0
      || atlas_table_get_n_rows (get_table (first->window)) == 0)
    return;

  first->shown = g_get_monotonic_time () - first->opened;
  first->shown_cpu = get_cpu_time () - first->opened_cpu;
}

static void
load (AtlasWindow *window, const char *path, FirstRows *first)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  AtlasFeed *feed = atlas_window_get_feed (window);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  gulong handler;

  first->window = window;
  first->shown = first->shown_cpu = 0;
  first->opened = g_get_monotonic_time ();
  first->opened_cpu = get_cpu_time ();
  handler =
      g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), first);
  atlas_window_open (window, &file, 1);
  do
    g_main_context_iteration (NULL, TRUE);
  while (atlas_feed_get_loading (feed) && g_get_monotonic_time () < end);
  if (atlas_feed_get_loading (feed))
    g_error ("%s was not read in %d seconds", path, PATIENCE_SECONDS);
  settle (window);
  g_signal_handler_disconnect (clock, handler);
}

static void
select_and_search (AtlasWindow *window, GArray *steps, guint *at, guint round)
{
  AtlasSession *session = atlas_window_get_session (window);
  GListModel *visible = atlas_session_get_visible (session);
  g_autoptr (AtlasDocument) document = g_list_model_get_item (
      visible, g_list_model_get_n_items (visible) / 2 + round);

  atlas_session_select (session, document);
  measure (window, steps, at, "select a profile");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (get_table (window)));
  measure (window, steps, at, "select all");
  atlas_session_unselect_all (session);
  measure (window, steps, at, "select nothing");
  atlas_session_set_search (session, "university");
  measure (window, steps, at, "search");
  atlas_session_set_search (session, "");
  measure (window, steps, at, "end the search");
}

static void
filter (AtlasWindow *window, GArray *steps, guint *at)
{
  AtlasSession *session = atlas_window_get_session (window);
  g_autoptr (AtlasFilter) few =
      atlas_filter_new_range (ATLAS_FILTER_RANK, 1, 50);

  atlas_session_add_filter (session, few);
  measure (window, steps, at, "filter by rank");
  if (atlas_session_get_n_hidden (session) == 0)
    g_error ("The filter hid nothing");
  atlas_undo_stack_undo (atlas_session_get_undo_stack (session));
  measure (window, steps, at, "undo the filter");
}

static void
sort_by_columns (AtlasWindow *window, GArray *steps, guint *at)
{
  AtlasTable *table = get_table (window);

  atlas_table_sort_by (table, 0, TRUE);
  measure (window, steps, at, "sort by a text");
  atlas_table_sort_by (table, 3, TRUE);
  measure (window, steps, at, "sort by a number");
  atlas_table_reset_layout (table);
  measure (window, steps, at, "reset columns and order");
}

static void
show_views (AtlasWindow *window, GArray *steps, guint *at)
{
  static const char *const views[] = { "charts", "network", "problems",
                                       "profiles" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s",
                                  views[i]);
      measure (window, steps, at, views[i]);
    }
}

/* Scrolling: the time of each frame, from its beginning to its painting. */
typedef struct
{
  GtkAdjustment *adjustment;
  double step;
  guint n;
  gint64 began;
  double frames[FRAMES];
} Scroll;

static void
on_frame (GdkFrameClock *clock, Scroll *scroll)
{
  double top = gtk_adjustment_get_upper (scroll->adjustment)
               - gtk_adjustment_get_page_size (scroll->adjustment);
  double value = gtk_adjustment_get_value (scroll->adjustment) + scroll->step;

  scroll->began = get_cpu_time ();
  gtk_adjustment_set_value (scroll->adjustment, value > top ? 0 : value);
}

static void
on_frame_painted (GdkFrameClock *clock, Scroll *scroll)
{
  if (scroll->n < FRAMES)
    scroll->frames[scroll->n++] =
        (double) (get_cpu_time () - scroll->began) / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static GtkWidget *
find_column_view (GtkWidget *widget)
{
  GtkWidget *found = NULL;
  GtkWidget *child;

  if (GTK_IS_COLUMN_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_column_view (child);

  return found;
}

static void
scroll_by (AtlasWindow *window, const char *name, double step, gboolean pages)
{
  GtkWidget *view = find_column_view (GTK_WIDGET (window));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  Scroll scroll = { NULL };
  gulong before, after;
  guint n_late = 0;
  guint i;

  scroll.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  scroll.step =
      pages ? step * gtk_adjustment_get_page_size (scroll.adjustment) : step;
  gtk_adjustment_set_value (scroll.adjustment, 0);
  settle (window);

  before = g_signal_connect (clock, "update", G_CALLBACK (on_frame), &scroll);
  after = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_painted),
                            &scroll);
  gdk_frame_clock_begin_updating (clock);
  while (scroll.n < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);

  for (i = 0; i < FRAMES; i++)
    n_late += scroll.frames[i] > FRAME_MILLISECONDS;
  qsort (scroll.frames, FRAMES, sizeof (double), compare_doubles);
  g_print ("%-28s %8.1f ms %8.1f ms %8.1f ms %5u of %d\n", name,
           scroll.frames[FRAMES / 2], scroll.frames[FRAMES * 95 / 100],
           scroll.frames[FRAMES - 1], n_late, FRAMES);
}

static void
run_round (AtlasWindow *window,
           const char *path,
           GArray *steps,
           FirstRows *best,
           guint round)
{
  FirstRows first;
  guint at = 0;

  longest = longest_cpu = 0;
  load (window, path, &first);
  measure (window, steps, &at, "open the folder");
  if (round == 0 || first.shown_cpu < best->shown_cpu)
    best->shown_cpu = first.shown_cpu;
  if (round == 0 || first.shown < best->shown)
    best->shown = first.shown;

  select_and_search (window, steps, &at, round);
  filter (window, steps, &at);
  sort_by_columns (window, steps, &at);
  show_views (window, steps, &at);
}

static void
print_steps (GArray *steps, const FirstRows *first)
{
  guint i;

  g_print ("%-28s %8.1f ms %8.1f ms\n\n", "first rows on the screen",
           (double) first->shown / 1e3, (double) first->shown_cpu / 1e3);
  g_print ("%-28s %11s %11s\n", "step: longest stall", "clock", "CPU");
  for (i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      g_print ("%-28s %8.1f ms %8.1f ms\n", step->name,
               (double) step->longest / 1e3, (double) step->longest_cpu / 1e3);
    }
}

int
main (int argc, char **argv)
{
  const char *telling = g_getenv ("ATLAS_BENCH_STALLS");
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  FirstRows first = { NULL };
  AtlasWindow *window;
  guint n_rounds = ROUNDS;
  guint i;

  if (argc < 2 || argc > 3)
    {
      g_printerr ("Usage: %s FOLDER [ROUNDS]\n", argv[0]);
      return 2;
    }
  if (argc == 3)
    n_rounds = (guint) MAX (1, atoi (argv[2]));
  if (telling != NULL)
    worth_telling = atoi (telling) * 1000;

  g_set_prgname ("bench-window");
  g_main_context_set_poll_func (NULL, poll_measured);
  application = atlas_application_new (G_APPLICATION_HANDLES_OPEN
                                       | G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = atlas_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  run_for (SETTLE_MILLISECONDS);

  for (i = 0; i < n_rounds; i++)
    run_round (window, argv[1], steps, &first, i);
  print_steps (steps, &first);

  g_print ("\n%-28s %11s %11s %11s %s\n", "scrolling: CPU of a frame", "median",
           "of 95 %", "longest", "late");
  scroll_by (window, "by a wheel, 3 rows a frame", 100, FALSE);
  scroll_by (window, "by pages", 1, TRUE);
  scroll_by (window, "by the bar, 800 rows a frame", 37, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}

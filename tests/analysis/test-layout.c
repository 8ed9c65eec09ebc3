/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <time.h>

#include "layout-fixture.h"

#include "atlas-layout-align.h"
#include "atlas-layout-levels.h"
#include "atlas-layout-nudge.h"
#include "atlas-layout-pack.h"
#include "atlas-layout-part.h"
#include "atlas-layout-score.h"
#include "atlas-layout-vector.h"

typedef AtlasGraph *(*MakeGraph) (guint32 size);

static AtlasGraph *
make_places (guint32 n)
{
  return fixture_places (n, 1);
}

/* Stress is that of the largest part, and must never get worse than this. */
static const struct
{
  const char *name;
  MakeGraph make;
  guint32 size;
  double stress;
} graphs[] = {
  { "nothing", fixture_chain, 0, 1.0 },
  { "one", fixture_chain, 1, 1.0 },
  { "two", fixture_chain, 2, 0.001 },
  { "chain-3", fixture_chain, 3, 0.01 },
  { "chain-17", fixture_chain, 17, 0.01 },
  { "chain-600", fixture_chain, 600, 0.01 },
  { "star-5", fixture_star, 5, 0.06 },
  { "star-200", fixture_star, 200, 0.2 },
  { "clique-3", fixture_clique, 3, 0.01 },
  { "clique-40", fixture_clique, 40, 0.18 },
  { "grid-20", fixture_grid, 20, 0.05 },
  { "crumbs-500", fixture_crumbs, 500, 0.01 },
  { "places-14", make_places, 14, 0.08 },
  { "places-100", make_places, 100, 0.23 },
  { "places-300", make_places, 300, 0.2 },
  { "places-1000", make_places, 1000, 0.175 },
  { "places-2500", make_places, 2500, 0.17 },
};

static double
get_stress (const AtlasGraph *graph, const Picture *picture)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  g_autofree guint32 *component = g_new (guint32, graph->n + 1);
  g_autofree guint32 *vertices = g_new (guint32, graph->n + 1);
  g_autofree float *x = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree float *y = g_new0 (float, graph->n + ATLAS_LANES);
  g_autoptr (AtlasGraph) part = NULL;
  g_autoptr (AtlasHops) hops = NULL;
  guint32 v, n = 0;

  if (graph->n == 0)
    return 0.0;

  atlas_graph_find_components (graph, component);
  for (v = 0; v < graph->n; v++)
    if (component[v] == 0)
      {
        x[n] = (float) picture->x[v];
        y[n] = (float) picture->y[v];
        vertices[n++] = v;
      }
  part = atlas_graph_induce (graph, vertices, n);
  hops = atlas_hops_new (part, crew);

  return atlas_layout_get_stress (hops, x, y);
}

static void
assert_sound (const Picture *picture)
{
  guint32 a, b;

  for (a = 0; a < picture->n; a++)
    {
      g_assert_true (isfinite (picture->x[a]) && isfinite (picture->y[a]));
      g_assert_cmpfloat (picture->radius[a], >, 0.0);
      g_assert_cmpfloat (picture->x[a] - picture->radius[a], >=, -1e-9);
      g_assert_cmpfloat (picture->x[a] + picture->radius[a], <=, 1.0 + 1e-9);
      g_assert_cmpfloat (picture->y[a] - picture->radius[a], >=, -1e-9);
      g_assert_cmpfloat (picture->y[a] + picture->radius[a], <=, 1.0 + 1e-9);

      for (b = a + 1; b < picture->n; b++)
        {
          const double dx = picture->x[a] - picture->x[b];
          const double dy = picture->y[a] - picture->y[b];

          g_assert_cmpfloat (sqrt (dx * dx + dy * dy), >=,
                             picture->radius[a] + picture->radius[b]);
        }
    }
}

/* Every graph: finite, in the square, no disc over another, stress below its
 * bound, the same bytes again and with two threads. */
static void
test_graph (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  const AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
  g_autoptr (AtlasGraph) graph = graphs[i].make (graphs[i].size);
  g_auto (Picture) first = { 0 };
  g_auto (Picture) again = { 0 };
  g_auto (Picture) threads = { 0 };
  double stress;

  picture_init (&first, graph);
  picture_init (&again, graph);
  picture_init (&threads, graph);
  g_assert_true (picture_draw (&first, graph, &options, 1));
  g_assert_true (picture_draw (&again, graph, &options, 1));
  g_assert_true (picture_draw (&threads, graph, &options, 2));

  assert_sound (&first);
  stress = get_stress (graph, &first);
  g_test_message ("stress %g", stress);
  g_assert_cmpfloat (stress, <=, graphs[i].stress);
  g_assert_cmphex (picture_hash (&first), ==, picture_hash (&again));
  g_assert_cmphex (picture_hash (&first), ==, picture_hash (&threads));
}

/* Another seed is another picture, and the locale makes no difference. */
static void
test_seed_and_locale (void)
{
  AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
  g_autoptr (AtlasGraph) graph = fixture_places (60, 4);
  g_auto (Picture) here = { 0 };
  g_auto (Picture) there = { 0 };
  g_auto (Picture) other = { 0 };

  picture_init (&here, graph);
  picture_init (&there, graph);
  picture_init (&other, graph);

  g_assert_true (picture_draw (&here, graph, &options, 1));
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_test_message ("de_DE.UTF-8 is not there: the same locale twice");
  g_assert_true (picture_draw (&there, graph, &options, 1));
  setlocale (LC_ALL, "C.UTF-8");
  options.seed = 77;
  g_assert_true (picture_draw (&other, graph, &options, 1));

  g_assert_cmphex (picture_hash (&here), ==, picture_hash (&there));
  g_assert_cmphex (picture_hash (&here), !=, picture_hash (&other));
}

/* The mean move of the vertices that are in both, over the diagonal. */
static double
get_mean_move (const Picture *before, const Picture *after, guint32 n)
{
  double left = 1.0, right = 0.0, top = 1.0, bottom = 0.0, sum = 0.0;
  guint32 v;

  for (v = 0; v < n; v++)
    {
      const double dx = after->x[v] - before->x[v];
      const double dy = after->y[v] - before->y[v];

      sum += sqrt (dx * dx + dy * dy);
      left = MIN (left, before->x[v]);
      right = MAX (right, before->x[v]);
      top = MIN (top, before->y[v]);
      bottom = MAX (bottom, before->y[v]);
    }

  return sum / n
         / sqrt ((right - left) * (right - left)
                 + (bottom - top) * (bottom - top));
}

/* Adding one of a hundred, with six links, moves the others by no more than a
 * hundredth of the diagonal on average. */
static void
test_warm_start (void)
{
  guint64 seed;

  for (seed = 1; seed <= 8; seed++)
    {
      AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
      g_autoptr (AtlasGraph) whole = fixture_places (100, seed);
      g_autofree guint32 *vertices = g_new (guint32, 100);
      g_autofree guint8 *placed = g_new0 (guint8, 100);
      g_autoptr (AtlasGraph) less = NULL;
      g_auto (Picture) before = { 0 };
      g_auto (Picture) after = { 0 };
      double move;
      guint32 v;

      for (v = 0; v < 100; v++)
        vertices[v] = v;
      less = atlas_graph_induce (whole, vertices, 99);
      picture_init (&before, less);
      picture_init (&after, whole);
      g_assert_true (picture_draw (&before, less, &options, 1));

      for (v = 0; v < 99; v++)
        {
          after.x[v] = before.x[v];
          after.y[v] = before.y[v];
          placed[v] = TRUE;
        }
      options.placed = placed;
      g_assert_true (picture_draw (&after, whole, &options, 1));

      assert_sound (&after);
      move = get_mean_move (&before, &after, 99);
      g_test_message ("seed %u: moved %.2f %%", (guint) seed, 100.0 * move);
      g_assert_cmpfloat (move, <=, 0.01);
    }
}

/* Pinned vertices stay to the last bit, all others find room around them. */
static void
test_pins (void)
{
  AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
  g_autoptr (AtlasGraph) graph = fixture_places (80, 3);
  g_autofree guint8 *placed = g_new0 (guint8, 80);
  g_autofree guint8 *pinned = g_new0 (guint8, 80);
  g_auto (Picture) picture = { 0 };
  g_auto (Picture) scratch = { 0 };
  guint32 a, b;

  picture_init (&picture, graph);
  picture_init (&scratch, graph);
  g_assert_true (picture_draw (&picture, graph, &options, 1));

  memset (placed, TRUE, 80);
  picture.x[5] = 0.9;
  picture.y[5] = 0.1;
  pinned[5] = pinned[9] = TRUE;
  scratch.x[9] = picture.x[9];
  scratch.y[9] = picture.y[9];
  options.placed = placed;
  options.pinned = pinned;
  g_assert_true (picture_draw (&picture, graph, &options, 2));
  g_assert_cmpfloat (picture.x[5], ==, 0.9);
  g_assert_cmpfloat (picture.y[5], ==, 0.1);
  g_assert_cmpfloat (picture.x[9], ==, scratch.x[9]);
  g_assert_cmpfloat (picture.y[9], ==, scratch.y[9]);

  /* From nothing, around pins alone. */
  memset (placed, FALSE, 80);
  placed[5] = placed[9] = TRUE;
  scratch.x[5] = 0.2;
  scratch.y[5] = 0.2;
  g_assert_true (picture_draw (&scratch, graph, &options, 1));
  g_assert_cmpfloat (scratch.x[5], ==, 0.2);
  g_assert_cmpfloat (scratch.y[9], ==, picture.y[9]);
  for (a = 0; a < 80; a++)
    for (b = a + 1; b < 80; b++)
      {
        const double dx = scratch.x[a] - scratch.x[b];
        const double dy = scratch.y[a] - scratch.y[b];

        g_assert_true (isfinite (dx) && isfinite (dy));
        g_assert_cmpfloat (sqrt (dx * dx + dy * dy), >=,
                           scratch.radius[a] + scratch.radius[b]);
      }
}

/* When it was asked last, and whether it is time. */
typedef struct
{
  gint64 last;
  gint64 longest;
  gint64 end;
  /* What all threads had computed when it first said so, in microseconds. */
  gint64 computed;
} Asked;

/* Processor time, which a busy machine does not make longer. */
static gint64
get_computed (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
stop_in_time (gpointer user_data)
{
  Asked *asked = user_data;
  const gint64 now = g_get_monotonic_time ();

  asked->longest = MAX (asked->longest, now - asked->last);
  asked->last = now;
  if (now >= asked->end && asked->computed == 0)
    asked->computed = get_computed ();

  return now >= asked->end;
}

/* Stopped at any time, it stops, and leaves the positions as they were. */
static void
test_stop (void)
{
  const AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
  g_autoptr (AtlasGraph) graph = fixture_places (3000, 5);
  g_auto (Picture) picture = { 0 };
  gint64 after;

  picture_init (&picture, graph);
  for (after = 0; after <= 60000; after += 15000)
    {
      const gint64 begin = g_get_monotonic_time ();
      Asked asked = { begin, 0, begin + after, 0 };
      g_autoptr (AtlasCrew) crew = atlas_crew_new (2, stop_in_time, &asked);

      g_assert_false (atlas_layout_run (graph, &options, picture.x, picture.y,
                                        picture.radius, crew));
      g_test_message ("asked at least every %" G_GINT64_FORMAT " µs",
                      asked.longest);
      g_assert_cmpfloat (picture.x[7], ==, 0.0);
      g_assert_cmpfloat (picture.radius[7], >=, 1.0);
      /* Ten milliseconds of two threads are the aim; sanitizers are slow. */
      g_assert_cmpint (get_computed () - asked.computed, <, 250000);
    }
}

/* Levels give about the stress that all distances do. */
static void
test_levels (void)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  g_autoptr (AtlasGraph) graph = fixture_grid (60);
  g_autofree float *x = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree float *y = g_new0 (float, graph->n + ATLAS_LANES);
  g_autoptr (AtlasHops) hops = atlas_hops_new (graph, crew);
  double stress;

  g_assert_true (atlas_layout_by_levels (graph, 1, x, y, crew));
  stress = atlas_layout_get_stress (hops, x, y);
  g_test_message ("stress %g", stress);
  g_assert_cmpfloat (stress, <, 0.05);
}

/* So long a chain that its distances are not all held: levels from the start,
 * the same with two threads, sound, and drawn out, not a ball. */
static void
test_long_chain (void)
{
  const AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
  const guint32 n = 5200;
  g_autoptr (AtlasGraph) chain = fixture_chain (n);
  g_auto (Picture) one = { 0 };
  g_auto (Picture) two = { 0 };
  double length = 0.0, span;

  g_assert_true (atlas_layout_is_too_large (chain));
  picture_init (&one, chain);
  picture_init (&two, chain);
  g_assert_true (picture_draw (&one, chain, &options, 1));
  g_assert_true (picture_draw (&two, chain, &options, 2));
  g_assert_cmphex (picture_hash (&one), ==, picture_hash (&two));
  assert_sound (&one);

  for (guint32 v = 1; v < n; v++)
    length += hypot (one.x[v] - one.x[v - 1], one.y[v] - one.y[v - 1]);
  span = hypot (one.x[n - 1] - one.x[0], one.y[n - 1] - one.y[0]);
  g_test_message ("mean link %g, span %g", length / (n - 1), span);
  g_assert_cmpfloat (length / (n - 1), <, 0.002);
  g_assert_cmpfloat (span, >, 0.5);
}

/* A long chain takes two bytes for a distance. */
static void
test_hops (void)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  g_autoptr (AtlasGraph) chain = fixture_chain (400);
  g_autoptr (AtlasGraph) places = fixture_places (150, 2);
  g_autoptr (AtlasHops) wide = atlas_hops_new (chain, crew);
  g_autoptr (AtlasHops) narrow = NULL;
  g_autofree guint32 *hops = g_new (guint32, 150);
  guint32 v, w;

  g_assert_true (wide->wide);
  g_assert_cmpuint (wide->longest, ==, 399);
  g_assert_cmpuint (atlas_hops_get (wide, 399, 0), ==, 399);
  g_assert_cmpuint (atlas_hops_get (wide, 17, 300), ==, 283);

  narrow = atlas_hops_new (places, crew);
  g_assert_false (narrow->wide);
  for (v = 0; v < 150; v++)
    {
      atlas_graph_get_hops (places, v, hops);
      for (w = 0; w < 150; w++)
        g_assert_cmpuint (atlas_hops_get (narrow, v, w), ==, hops[w]);
    }
}

/* Known pictures have known figures. */
static void
test_score (void)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  g_autoptr (AtlasGraph) clique = fixture_clique (4);
  g_autoptr (AtlasGraph) chain = fixture_chain (4);
  g_autoptr (AtlasHops) hops = atlas_hops_new (chain, crew);
  const float line_x[] = { 0, 2, 4, 6 };
  const float line_y[] = { 1, 1, 1, 1 };
  const float square_x[] = { 0, 1, 1, 0 };
  const float square_y[] = { 0, 0, 1, 1 };

  g_assert_cmpfloat_with_epsilon (
      atlas_layout_get_stress (hops, line_x, line_y), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_layout_get_scale (hops, line_x, line_y),
                                  0.5, 1e-9);
  g_assert_cmpuint (atlas_layout_count_crossings (clique, square_x, square_y),
                    ==, 1);
  g_assert_cmpfloat (atlas_layout_get_preservation (clique, square_x, square_y),
                     ==, 1.0);
}

/* Turned, scaled and shifted back to the last digits. */
static gboolean
stop_at_once (gpointer user_data)
{
  return TRUE;
}

/* Keeps more neighbours than before, and stops when told to. */
static void
test_nudge (void)
{
  g_autoptr (AtlasGraph) graph = fixture_places (100, 3);
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  g_autoptr (AtlasCrew) stopped = NULL;
  g_autofree float *x = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree float *y = g_new0 (float, graph->n + ATLAS_LANES);
  AtlasRandom random = { 4 };
  double before;
  guint32 v;

  for (v = 0; v < graph->n; v++)
    {
      x[v] = 10.0f * atlas_random_unit (&random);
      y[v] = 10.0f * atlas_random_unit (&random);
    }

  before = atlas_layout_get_preservation (graph, x, y);
  g_assert_true (atlas_layout_nudge (graph, 5, x, y, crew));
  g_assert_cmpfloat (atlas_layout_get_preservation (graph, x, y), >,
                     1.5 * before);

  stopped = atlas_crew_new (1, stop_at_once, NULL);
  g_assert_false (atlas_layout_nudge (graph, 5, x, y, stopped));
}

/* Draws two sketches of a graph from the same start: together, or one after
 * the other. */
static void
draw_sketches (const AtlasGraph *graph,
               gboolean together,
               AtlasSketch *sketches)
{
  const AtlasStressRun run = { .epochs = 3, .last_step = 0.1f };
  AtlasPolish polish = atlas_layout_get_polish (0.5, graph->n);
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  g_autoptr (AtlasHops) hops = atlas_hops_new (graph, crew);
  const guint count = together ? 2 : 1;
  guint32 v;
  guint i;

  polish.steps = 12;
  for (i = 0; i < 2; i++)
    {
      AtlasSketch *sketch = &sketches[i];

      sketch->x = g_new0 (float, graph->n + ATLAS_LANES);
      sketch->y = g_new0 (float, graph->n + ATLAS_LANES);
      sketch->random.state = i + 1;
      for (v = 0; v < graph->n; v++)
        {
          sketch->x[v] = atlas_random_unit (&sketch->random);
          sketch->y[v] = atlas_random_unit (&sketch->random);
        }
    }

  for (i = 0; i < 2; i += count)
    g_assert_true (
        atlas_layout_stress (hops, &run, NULL, &sketches[i], count, crew));
  for (i = 0; i < 2; i += count)
    g_assert_true (atlas_layout_polish (graph, hops, &polish, NULL,
                                        &sketches[i], count, crew));
}

/* Sketches are drawn side by side as they are alone; with distances of one
 * byte, and of two. */
static void
test_sketches (void)
{
  AtlasGraph *drawn[] = { fixture_grid (10), fixture_chain (200) };
  guint g, i;

  for (g = 0; g < G_N_ELEMENTS (drawn); g++)
    {
      const gsize size = drawn[g]->n * sizeof (float);
      AtlasSketch apart[2], together[2];

      draw_sketches (drawn[g], FALSE, apart);
      draw_sketches (drawn[g], TRUE, together);
      for (i = 0; i < 2; i++)
        {
          g_assert_cmpmem (apart[i].x, size, together[i].x, size);
          g_assert_cmpmem (apart[i].y, size, together[i].y, size);
          g_assert_cmpfloat (apart[i].hop, ==, together[i].hop);
          g_free (apart[i].x);
          g_free (apart[i].y);
          g_free (together[i].x);
          g_free (together[i].y);
        }
      atlas_graph_free (drawn[g]);
    }
}

static void
test_align (void)
{
  const double to_x[] = { 0.1, 0.9, 0.4, 0.3 };
  const double to_y[] = { 0.2, 0.3, 0.8, 0.1 };
  const guint8 anchors[] = { 1, 1, 1, 0 };
  double x[4], y[4];
  double scale;
  guint i;

  for (i = 0; i < 4; i++)
    {
      x[i] = -3.0 * to_y[i] + 7.0;
      y[i] = 3.0 * to_x[i] - 2.0;
    }
  scale = atlas_layout_align (4, anchors, to_x, to_y, x, y);

  g_assert_cmpfloat_with_epsilon (scale, 1.0 / 3.0, 1e-12);
  for (i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (x[i], to_x[i], 1e-12);
      g_assert_cmpfloat_with_epsilon (y[i], to_y[i], 1e-12);
    }
}

static void
test_pack (void)
{
  AtlasRandom random = { 9 };
  AtlasBox boxes[200];
  double area = 0.0, right = 0.0, bottom = 0.0;
  guint a, b;

  for (a = 0; a < G_N_ELEMENTS (boxes); a++)
    {
      boxes[a].width = 0.2 + (double) atlas_random_unit (&random);
      boxes[a].height = 0.2 + (double) atlas_random_unit (&random);
      area += boxes[a].width * boxes[a].height;
    }
  atlas_layout_pack (boxes, G_N_ELEMENTS (boxes), 1.5);

  for (a = 0; a < G_N_ELEMENTS (boxes); a++)
    {
      right = MAX (right, boxes[a].x + boxes[a].width);
      bottom = MAX (bottom, boxes[a].y + boxes[a].height);
      for (b = a + 1; b < G_N_ELEMENTS (boxes); b++)
        g_assert_true (boxes[a].x + boxes[a].width <= boxes[b].x + 1e-9
                       || boxes[b].x + boxes[b].width <= boxes[a].x + 1e-9
                       || boxes[a].y + boxes[a].height <= boxes[b].y + 1e-9
                       || boxes[b].y + boxes[b].height <= boxes[a].y + 1e-9);
    }
  g_assert_cmpfloat (right / bottom, >, 1.0);
  g_assert_cmpfloat (right / bottom, <, 2.2);
  g_assert_cmpfloat (right * bottom, <, 1.3 * area);
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (graphs); i++)
    {
      g_autofree char *path =
          g_strconcat ("/layout/graph/", graphs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_graph);
    }
  g_test_add_func ("/layout/seed-and-locale", test_seed_and_locale);
  g_test_add_func ("/layout/warm-start", test_warm_start);
  g_test_add_func ("/layout/pins", test_pins);
  g_test_add_func ("/layout/stop", test_stop);
  g_test_add_func ("/layout/levels", test_levels);
  g_test_add_func ("/layout/long-chain", test_long_chain);
  g_test_add_func ("/layout/hops", test_hops);
  g_test_add_func ("/layout/score", test_score);
  g_test_add_func ("/layout/nudge", test_nudge);
  g_test_add_func ("/layout/sketches", test_sketches);
  g_test_add_func ("/layout/align", test_align);
  g_test_add_func ("/layout/pack", test_pack);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "../analysis/layout-fixture.h"

#include "atlas-graph-betweenness.h"
#include "atlas-graph-communities.h"
#include "atlas-graph-rank.h"
#include "atlas-layout-score.h"
#include "atlas-layout-stress.h"
#include "atlas-layout-vector.h"

/* Above this crossings are not counted, and only a sample of the pairs and the
 * places is looked at: counting would take longer than all that is measured. */
#define ALL_LOOKED_AT 12000
#define SAMPLE 200

static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

/* The most memory that the program had, in MB. (The kernel's ru_maxrss counts
 * that of the program that started it.) */
static double
get_most_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0.0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024
                      : 0.0;
}

/* The largest part of a graph, so that all programs draw the same. */
static AtlasGraph *
take_largest (const AtlasGraph *graph)
{
  g_autofree guint32 *component = g_new (guint32, graph->n);
  g_autofree guint32 *vertices = g_new (guint32, graph->n);
  guint32 v, n = 0;

  atlas_graph_find_components (graph, component);
  for (v = 0; v < graph->n; v++)
    if (component[v] == 0)
      vertices[n++] = v;

  return atlas_graph_induce (graph, vertices, n);
}

/* Reads "N", then edges "A B". */
static AtlasGraph *
read_graph (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (AtlasArc));
  guint32 n;
  guint i;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (text, "\n", -1);
  n = (guint32) g_ascii_strtoull (lines[0], NULL, 10);

  for (i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      char *rest;
      const guint64 a = g_ascii_strtoull (lines[i], &rest, 10);
      const guint64 b = g_ascii_strtoull (rest, NULL, 10);
      const AtlasArc arc = { (guint32) a, (guint32) b };

      g_array_append_val (arcs, arc);
    }

  return atlas_graph_new (n, (AtlasArc *) arcs->data, arcs->len, FALSE);
}

static int
write_graph (guint32 n, guint64 seed)
{
  g_autoptr (AtlasGraph) whole = fixture_places (n, seed);
  g_autoptr (AtlasGraph) graph = take_largest (whole);
  guint32 v, i;

  g_print ("%u\n", graph->n);
  for (v = 0; v < graph->n; v++)
    for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
      if (graph->targets[i] > v)
        g_print ("%u %u\n", v, graph->targets[i]);

  return 0;
}

/* Stress and preservation of a sample. */
static void
print_sampled_score (const AtlasGraph *graph, const float *x, const float *y)
{
  g_autofree guint32 *hops = g_new (guint32, graph->n);
  g_autofree float *distances = g_new (float, graph->n);
  AtlasRandom random = { 5 };
  double sum = 0.0, squares = 0.0, preserved = 0.0, n_pairs = 0.0;
  guint32 k, v, i;

  for (k = 0; k < SAMPLE; k++)
    {
      const guint32 from = atlas_random_below (&random, graph->n);
      const guint32 degree = atlas_graph_get_degree (graph, from);
      guint32 common = 0, nearer;

      atlas_graph_get_hops (graph, from, hops);
      for (v = 0; v < graph->n; v++)
        {
          const float dx = x[v] - x[from], dy = y[v] - y[from];

          distances[v] = sqrtf (dx * dx + dy * dy);
          if (v == from)
            continue;
          sum += (double) distances[v] / hops[v];
          squares += (double) distances[v] / hops[v]
                     * ((double) distances[v] / hops[v]);
          n_pairs += 1.0;
        }

      /* A neighbour is kept when fewer than the degree are nearer. */
      for (i = graph->offsets[from]; i < graph->offsets[from + 1]; i++)
        {
          nearer = 0;
          for (v = 0; v < graph->n && nearer < degree; v++)
            nearer += v != from && distances[v] < distances[graph->targets[i]];
          common += nearer < degree;
        }
      preserved += (double) common / (double) (2 * degree - common);
    }

  g_print (" \"stress\": %.4f, \"preserved\": %.4f, \"crossings\": null",
           1.0 - sum * sum / (squares * n_pairs), preserved / SAMPLE);
}

static void
print_score (const AtlasGraph *graph, const float *x, const float *y)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (0, NULL, NULL);
  g_autoptr (AtlasHops) hops = NULL;

  if (graph->n > ALL_LOOKED_AT)
    {
      print_sampled_score (graph, x, y);
      return;
    }

  hops = atlas_hops_new (graph, crew);
  g_print (" \"stress\": %.4f, \"preserved\": %.4f, \"crossings\": "
           "%" G_GUINT64_FORMAT,
           atlas_layout_get_stress (hops, x, y),
           atlas_layout_get_preservation (graph, x, y),
           atlas_layout_count_crossings (graph, x, y));
}

/* Reads lines "VERTEX X Y". */
static int
score_positions (const AtlasGraph *graph, const char *path)
{
  g_autofree float *x = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree float *y = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint i;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (text, "\n", -1);

  for (i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      char *rest;
      const guint64 v = g_ascii_strtoull (lines[i], &rest, 10);

      if (v >= graph->n)
        g_error ("%s: no vertex %s", path, lines[i]);
      x[v] = (float) g_ascii_strtod (rest, &rest);
      y[v] = (float) g_ascii_strtod (rest, NULL);
    }

  g_print ("{");
  print_score (graph, x, y);
  g_print (" }\n");

  return 0;
}

/* Repeats until a third of a second has gone, for figures of small graphs. */
static int
measure_stress (const AtlasGraph *graph)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  g_autofree float *x = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree float *y = g_new0 (float, graph->n + ATLAS_LANES);
  const double begin = get_cpu_seconds ();
  double seconds;
  guint rounds = 0;
  guint32 v;

  do
    {
      const AtlasStressRun run = ATLAS_STRESS_RUN_INIT;
      g_autoptr (AtlasHops) hops = atlas_hops_new (graph, crew);
      AtlasSketch sketch = { x, y };
      AtlasRandom random = { 7 };

      for (v = 0; v < graph->n; v++)
        {
          x[v] = atlas_random_unit (&random);
          y[v] = atlas_random_unit (&random);
        }
      atlas_layout_stress (hops, &run, NULL, &sketch, 1, crew);
      rounds++;
      seconds = get_cpu_seconds () - begin;
    }
  while (seconds < 0.3);

  g_print ("{ \"seconds\": %.6f,", seconds / rounds);
  print_score (graph, x, y);
  g_print (" }\n");

  return 0;
}

/* Pairs of discs that overlap; -1 when there are too many to look at. */
static int
count_overlaps (const Picture *picture)
{
  int overlaps = 0;
  guint32 a, b;

  if (picture->n > ALL_LOOKED_AT)
    return -1;

  for (a = 0; a < picture->n; a++)
    for (b = a + 1; b < picture->n; b++)
      {
        const double dx = picture->x[a] - picture->x[b];
        const double dy = picture->y[a] - picture->y[b];

        overlaps +=
            sqrt (dx * dx + dy * dy) < picture->radius[a] + picture->radius[b];
      }

  return overlaps;
}

static int
measure_map (const AtlasGraph *graph, guint n_threads)
{
  const AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
  g_autofree float *x = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree float *y = g_new0 (float, graph->n + ATLAS_LANES);
  const double begin = get_cpu_seconds ();
  const gint64 wall_begin = g_get_monotonic_time ();
  g_auto (Picture) picture = { 0 };
  double seconds, wall, megabytes;
  guint rounds = 0;
  guint32 v;

  do
    {
      picture_clear (&picture);
      picture_init (&picture, graph);
      picture_draw (&picture, graph, &options, n_threads);
      rounds++;
      seconds = get_cpu_seconds () - begin;
      wall = 1e-6 * (double) (g_get_monotonic_time () - wall_begin);
    }
  while (seconds < 0.3);

  megabytes = get_most_megabytes ();
  for (v = 0; v < graph->n; v++)
    {
      x[v] = (float) picture.x[v];
      y[v] = (float) picture.y[v];
    }

  g_print ("{ \"seconds\": %.6f, \"wall\": %.6f, \"megabytes\": %.1f, "
           "\"overlaps\": %d,",
           seconds / rounds, wall / rounds, megabytes,
           count_overlaps (&picture));
  print_score (graph, x, y);
  g_print (" }\n");

  return 0;
}

static int
measure_measures (const AtlasGraph *graph)
{
  g_autofree double *figures = g_new (double, graph->n);
  g_autofree guint32 *numbers = g_new (guint32, graph->n);
  g_autoptr (AtlasCrew) crew = atlas_crew_new (1, NULL, NULL);
  double begin, quick, betweenness;

  begin = get_cpu_seconds ();
  atlas_graph_find_components (graph, numbers);
  atlas_graph_find_communities (graph, 1, numbers);
  atlas_graph_rank (graph, 0.85, figures);
  quick = get_cpu_seconds () - begin;

  begin = get_cpu_seconds ();
  atlas_graph_get_betweenness (graph, crew, NULL, NULL, figures);
  betweenness = get_cpu_seconds () - begin;

  g_print ("{ \"all_but_betweenness\": %.6f, \"betweenness\": %.6f, "
           "\"modularity\": %.4f }\n",
           quick, betweenness, atlas_graph_get_modularity (graph, numbers));

  return 0;
}

/* Called by bench-network.py:
 *   graph N SEED         writes a generated network
 *   stress FILE          the stress stage alone
 *   map FILE THREADS     the whole layout
 *   score FILE POSITIONS positions of another program
 *   measures FILE        measures of places */
int
main (int argc, char **argv)
{
  g_autoptr (AtlasGraph) graph = NULL;
  const char *word = argc > 1 ? argv[1] : "";

  if (argc == 4 && g_str_equal (word, "graph"))
    return write_graph ((guint32) g_ascii_strtoull (argv[2], NULL, 10),
                        g_ascii_strtoull (argv[3], NULL, 10));

  if (argc < 3)
    {
      g_printerr ("usage: %s graph|stress|map|score|measures …\n", argv[0]);
      return 2;
    }

  graph = read_graph (argv[2]);
  if (g_str_equal (word, "stress"))
    return measure_stress (graph);
  if (argc == 4 && g_str_equal (word, "map"))
    return measure_map (graph, (guint) g_ascii_strtoull (argv[3], NULL, 10));
  if (argc == 4 && g_str_equal (word, "score"))
    return score_positions (graph, argv[3]);
  if (g_str_equal (word, "measures"))
    return measure_measures (graph);

  return 2;
}

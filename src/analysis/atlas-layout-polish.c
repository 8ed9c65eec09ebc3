/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-polish.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-repel.h"
#include "atlas-layout-vector.h"

/* Vertices whose links pull as one piece of work. */
#define VERTICES_PER_PIECE 1024

/* Diagonals of far pairs in a step: a tenth of all, up to a hundred, so that
 * a vertex is pulled as much in a large graph as in one of a thousand. The
 * length of a hop is looked up every so many steps, on so many diagonals. */
#define PULL_SHARE 0.1f
#define PULL_MOST 100.0f
#define STEPS_PER_HOP 10
#define HOP_DIAGONALS 24

/* Far pairs are those of more hops than this. */
#define PULL_ABOVE 2.0f

/* A sketch and the forces in it. */
typedef struct
{
  float *x;
  float *y;
  float *force_x;
  float *force_y;
} Field;

/* x and y of one sketch, then of the other: what the same links pull at. */
typedef float Ends __attribute__ ((vector_size (4 * sizeof (float))));

G_STATIC_ASSERT (ATLAS_SKETCHES == 2);

typedef struct
{
  const AtlasGraph *graph;
  const AtlasPolish *polish;
  Field fields[ATLAS_SKETCHES];
  guint n_fields;
  AtlasRepel *repel;
  float *ends; /* of each vertex */
  float *mass;
  float *grip; /* of a vertex on its links */
} Polish;

/* Puts side by side what pull_piece() looks at together. */
static void
gather_ends (Polish *self)
{
  const Field *one = &self->fields[0];
  const Field *other = &self->fields[self->n_fields - 1];
  guint32 v;

  for (v = 0; v < self->graph->n; v++)
    {
      const float ends[] = { one->x[v], one->y[v], other->x[v], other->y[v] };

      memcpy (self->ends + 4 * (gsize) v, ends, sizeof ends);
    }
}

/* The pull of the links of some vertices, added to the push. */
static void
pull_piece (guint item, guint member, gpointer data)
{
  Polish *self = data;
  const AtlasGraph *graph = self->graph;
  const guint32 first = item * VERTICES_PER_PIECE;
  const guint32 end = MIN (first + VERTICES_PER_PIECE, graph->n);
  const float far = self->polish->far, near = self->polish->near;
  guint32 v, i;
  guint f;

  for (v = first; v < end; v++)
    {
      Ends here, sum = { 0.0f };

      memcpy (&here, self->ends + 4 * (gsize) v, sizeof here);
      for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
        {
          const guint32 w = graph->targets[i];
          Ends d, squares, crossed;

          memcpy (&d, self->ends + 4 * (gsize) w, sizeof d);
          d -= here;
          squares = d * d;
          crossed = (Ends){ squares[1], squares[0], squares[3], squares[2] };
          sum +=
              self->grip[w] * (far + near / (1.0f + (squares + crossed))) * d;
        }

      for (f = 0; f < self->n_fields; f++)
        {
          float *force_x = &self->fields[f].force_x[v];
          float *force_y = &self->fields[f].force_y[v];

          *force_x = self->mass[v] * *force_x + self->grip[v] * sum[2 * f];
          *force_y = self->mass[v] * *force_y + self->grip[v] * sum[2 * f + 1];
        }
    }
}

/* Where to go, of a share of the force: not further than @cap. */
ATLAS_INLINE float
get_factor (float dx, float dy, float cap)
{
  const float length = sqrtf (dx * dx + dy * dy);

  return length > cap ? cap / length : 1.0f;
}

/* Lets all vertices follow the forces. */
ATLAS_VECTOR static void
move_all (const Polish *self,
          const Field *field,
          float share,
          const float *loose)
{
  const guint32 n = self->graph->n;
  const float cap = self->polish->cap;
  const float *force_x = field->force_x, *force_y = field->force_y;
  float *x = field->x, *y = field->y;
  guint32 v;

  for (v = 0; v < n; v++)
    {
      const float dx = share * force_x[v];
      const float dy = share * force_y[v];
      const float factor = get_factor (dx, dy, cap);
      const float moved_x = factor * dx;
      const float moved_y = factor * dy;

      x[v] += loose != NULL ? loose[v] * moved_x : moved_x;
      y[v] += loose != NULL ? loose[v] * moved_y : moved_y;
    }
}

/* Finds the forces. */
static gboolean
run_step (Polish *self, AtlasCrew *crew)
{
  const guint32 n = self->graph->n;
  const guint n_pieces = (n + VERTICES_PER_PIECE - 1) / VERTICES_PER_PIECE;
  guint f;

  for (f = 0; f < self->n_fields; f++)
    {
      const Field *field = &self->fields[f];

      if (!atlas_repel_run (self->repel, field->x, field->y, field->force_x,
                            field->force_y, crew))
        return FALSE;
    }

  gather_ends (self);

  /* Small graphs are laid out several at a time: no crew within a crew. */
  if (n_pieces == 1)
    {
      pull_piece (0, 0, self);
      return !atlas_crew_is_stopped (crew);
    }

  return atlas_crew_run (crew, n_pieces, pull_piece, self);
}

static void
add_field (Polish *self, float *x, float *y)
{
  const gsize size = (gsize) self->graph->n + ATLAS_LANES;
  Field *field = &self->fields[self->n_fields++];

  field->x = x;
  field->y = y;
  field->force_x = g_new0 (float, size);
  field->force_y = g_new0 (float, size);
}

static void
polish_init (Polish *self,
             const AtlasGraph *graph,
             const AtlasPolish *polish,
             guint n_threads)
{
  const guint32 n = graph->n;
  guint32 v;

  memset (self, 0, sizeof *self);
  self->graph = graph;
  self->polish = polish;
  self->ends = g_new (float, 4 * (gsize) n);
  self->mass = g_new (float, n);
  self->grip = g_new (float, n);

  /* Hubs push more, and hold each of their many links less: otherwise they
   * draw everything into a ball. The powers of the degree, 3/8 and -1/4, are
   * such that roots give them. */
  for (v = 0; v < n; v++)
    {
      const float degree = (float) MAX (atlas_graph_get_degree (graph, v), 1);
      const float fourth = sqrtf (sqrtf (degree));

      self->mass[v] = fourth * sqrtf (fourth);
      self->grip[v] = 1.0f / fourth;
    }

  self->repel = atlas_repel_new (n, self->mass, n_threads);
}

static void
polish_clear (Polish *self)
{
  guint f;

  for (f = 0; f < self->n_fields; f++)
    {
      g_free (self->fields[f].force_x);
      g_free (self->fields[f].force_y);
    }

  atlas_repel_free (self->repel);
  g_free (self->ends);
  g_free (self->mass);
  g_free (self->grip);
}

/**
 * atlas_layout_polish:
 * @graph: the graph
 * @hops: (nullable): the distances of all pairs, to mix in a little of the
 *   stress of those far apart
 * @polish: how much and how long
 * @fixed: (nullable) (array length=n): vertices that stay where they are
 * @sketches: (inout) (array length=n_sketches): what to polish, about the size
 *   of the stress stage times 4
 * @n_sketches: how many, 1 to %ATLAS_SKETCHES
 * @crew: who does it
 *
 * Draws out what is linked with what, by the short-range force of t-FDP (Zhong
 * et al. 2023): attraction (a + b / (1 + d²)) · d along links, repulsion
 * d / (1 + d²)² between all. Stress alone draws a network with hubs as a ball;
 * after this its communities can be seen. The far pairs that are mixed in keep
 * the overall shape.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_layout_polish (const AtlasGraph *graph,
                     const AtlasHops *hops,
                     const AtlasPolish *polish,
                     const guint8 *fixed,
                     AtlasSketch *sketches,
                     guint n_sketches,
                     AtlasCrew *crew)
{
  const guint32 n = graph->n;
  const float decay = atlas_layout_get_decay (polish->first_move,
                                              polish->last_move, polish->steps);
  g_autofree float *loose = atlas_layout_make_loose (fixed, n);
  AtlasPull pull = { .step = 2.0f * polish->pull, .above = PULL_ABOVE };
  float share = polish->first_move;
  gboolean done = TRUE;
  Polish state;
  guint step, i;

  if (n < 2)
    return TRUE;

  polish_init (&state, graph, polish, atlas_crew_get_size (crew));
  for (i = 0; i < n_sketches; i++)
    {
      memset (sketches[i].x + n, 0, ATLAS_LANES * sizeof (float));
      memset (sketches[i].y + n, 0, ATLAS_LANES * sizeof (float));
      add_field (&state, sketches[i].x, sketches[i].y);
    }
  pull.n_diagonals = (guint) MIN (PULL_SHARE * (float) n, PULL_MOST);

  for (step = 0; step < polish->steps && done; step++)
    {
      done = run_step (&state, crew);
      for (i = 0; i < n_sketches; i++)
        move_all (&state, &state.fields[i], share, loose);

      if (hops != NULL && polish->pull > 0.0f)
        {
          for (i = 0; i < n_sketches && step % STEPS_PER_HOP == 0; i++)
            atlas_layout_measure_hop (hops, MIN (n - 1, HOP_DIAGONALS),
                                      &sketches[i]);
          atlas_layout_pull (hops, &pull, loose, sketches, n_sketches);
        }

      share *= decay;
      pull.step *= decay;
    }

  polish_clear (&state);

  return done;
}

/* The sum over all vertices of force · position, at @scale times the
 * positions: above 0 the picture wants to grow. */
static double
get_virial (Polish *self,
            const float *x,
            const float *y,
            float scale,
            AtlasCrew *crew)
{
  const Field *field = &self->fields[0];
  double sum = 0.0;
  guint32 v;

  for (v = 0; v < self->graph->n; v++)
    {
      field->x[v] = scale * x[v];
      field->y[v] = scale * y[v];
    }

  if (!run_step (self, crew))
    return 0.0;

  for (v = 0; v < self->graph->n; v++)
    sum += (double) (field->force_x[v] * field->x[v])
           + (double) (field->force_y[v] * field->y[v]);

  return sum;
}

/**
 * atlas_layout_fit_polish:
 * @graph: a connected graph of at least two vertices
 * @polish: the polish
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 * @crew: who does it
 *
 * Finds at which size a picture is in balance, neither growing nor shrinking
 * under the forces of the polish: what to scale a finished picture by before
 * it is polished further.
 *
 * Returns: the factor on the positions
 */
float
atlas_layout_fit_polish (const AtlasGraph *graph,
                         const AtlasPolish *polish,
                         const float *x,
                         const float *y,
                         AtlasCrew *crew)
{
  g_autofree float *at_x = g_new0 (float, graph->n + ATLAS_LANES);
  g_autofree float *at_y = g_new0 (float, graph->n + ATLAS_LANES);
  float low = 1e-3f, high = 1e3f;
  Polish state;
  guint i;

  polish_init (&state, graph, polish, atlas_crew_get_size (crew));
  add_field (&state, at_x, at_y);

  for (i = 0; i < 24 && !atlas_crew_is_stopped (crew); i++)
    {
      const float middle = sqrtf (low * high);

      if (get_virial (&state, x, y, middle, crew) > 0.0)
        low = middle;
      else
        high = middle;
    }

  polish_clear (&state);

  return sqrtf (low * high);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-part.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-align.h"
#include "atlas-layout-vector.h"
#include "atlas-random.h"

/* Steps that find the place of new vertices, and those that settle the rest. */
#define SETTLE_STEPS 40
#define WARM_STEPS 15
#define WARM_FIRST 0.005f

/* Small graphs were nudged, and are not to glide back: they settle less. */
#define NUDGED 300
#define NUDGED_FIRST 0.0025f

/* Puts a vertex amid its neighbours that have a place, a little off. Returns
 * FALSE when none has. */
static gboolean
place_amid (const AtlasGraph *graph,
            const guint8 *known,
            guint32 v,
            double off,
            AtlasRandom *random,
            double *x,
            double *y)
{
  double sum_x = 0.0, sum_y = 0.0;
  guint32 i, counted = 0;

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    {
      const guint32 w = graph->targets[i];

      if (!known[w])
        continue;
      sum_x += x[w];
      sum_y += y[w];
      counted++;
    }

  if (counted == 0)
    return FALSE;

  x[v] = sum_x / counted + off * ((double) atlas_random_unit (random) - 0.5);
  y[v] = sum_y / counted + off * ((double) atlas_random_unit (random) - 0.5);

  return TRUE;
}

/* Gives every vertex a place to begin at, outwards from those that have one. */
static void
place_new (const AtlasGraph *graph,
           const guint8 *placed,
           double off,
           double *x,
           double *y)
{
  g_autofree guint8 *known = g_memdup2 (placed, graph->n);
  g_autofree guint8 *next = g_memdup2 (placed, graph->n);
  AtlasRandom random = { 1 };
  gboolean more = TRUE;
  guint32 v;

  while (more)
    {
      more = FALSE;
      for (v = 0; v < graph->n; v++)
        if (!known[v] && place_amid (graph, known, v, off, &random, x, y))
          next[v] = more = TRUE;
      memcpy (known, next, graph->n);
    }
}

/* Finds the place of the new vertices, then settles all a little. */
static gboolean
settle (const AtlasGraph *graph,
        const AtlasHops *hops,
        AtlasPolish polish,
        const guint8 *placed,
        const guint8 *pinned,
        float *x,
        float *y,
        AtlasCrew *crew)
{
  const float first = graph->n <= NUDGED ? NUDGED_FIRST : WARM_FIRST;
  AtlasSketch sketch = { x, y, { 1 }, 1.0f };

  polish.steps = SETTLE_STEPS;
  if (!atlas_layout_polish (graph, hops, &polish, placed, &sketch, 1, crew))
    return FALSE;

  polish.steps = WARM_STEPS;
  polish.pull *= first / polish.first_move;
  polish.first_move = first;
  sketch.random.state = 1;

  return atlas_layout_polish (graph, hops, &polish, pinned, &sketch, 1, crew);
}

/**
 * atlas_layout_redraw_part:
 * @graph: a connected graph of at least two vertices
 * @neighbourhoods: the dial, 0 to 1
 * @placed: (array length=n): vertices that have a position; at least one
 * @pinned: (nullable) (array length=n): vertices that stay where they are
 * @x: (inout) (array length=n): positions, in any unit
 * @y: (inout) (array length=n): positions
 * @crew: who does it
 *
 * Lays out a connected graph anew from what was seen: new vertices find their
 * place first while the others stand, then all settle a little, and the whole
 * is aligned to what was seen.
 *
 * Returns: the length of a unit of the polish in the unit of the positions; 0
 *   when stopped, and then the positions are not touched but for new vertices
 */
double
atlas_layout_redraw_part (const AtlasGraph *graph,
                          double neighbourhoods,
                          const guint8 *placed,
                          const guint8 *pinned,
                          double *x,
                          double *y,
                          AtlasCrew *crew)
{
  const guint32 n = graph->n;
  const double length = atlas_layout_get_link_length (graph, placed, x, y);
  const AtlasPolish polish = atlas_layout_get_polish (neighbourhoods, n);
  g_autofree float *px = g_new (float, n + ATLAS_LANES);
  g_autofree float *py = g_new (float, n + ATLAS_LANES);
  g_autofree double *new_x = g_new (double, n);
  g_autofree double *new_y = g_new (double, n);
  g_autoptr (AtlasHops) hops = NULL;
  double cx, cy, unit;
  guint32 v, n_pinned = 0;
  float fit;

  place_new (graph, placed, length, x, y);

  cx = x[0];
  cy = y[0];
  for (v = 0; v < n; v++)
    {
      px[v] = (float) ((x[v] - cx) / length);
      py[v] = (float) ((y[v] - cy) / length);
      n_pinned += pinned != NULL && pinned[v];
    }

  if (!atlas_layout_is_too_large (graph))
    {
      hops = atlas_hops_new (graph, crew);
      if (hops == NULL)
        return 0.0;
    }

  fit = atlas_layout_fit_polish (graph, &polish, px, py, crew);
  for (v = 0; v < n; v++)
    {
      px[v] *= fit;
      py[v] *= fit;
    }
  unit = length / (double) fit;

  if (!settle (graph, hops, polish, placed, pinned, px, py, crew))
    return 0.0;

  for (v = 0; v < n; v++)
    {
      new_x[v] = cx + unit * (double) px[v];
      new_y[v] = cy + unit * (double) py[v];
    }
  if (n_pinned == 0)
    atlas_layout_align (n, placed, x, y, new_x, new_y);

  for (v = 0; v < n; v++)
    if (pinned == NULL || !pinned[v])
      {
        x[v] = new_x[v];
        y[v] = new_y[v];
      }

  return unit;
}

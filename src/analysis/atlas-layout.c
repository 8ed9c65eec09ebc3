/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-align.h"
#include "atlas-layout-pack.h"
#include "atlas-layout-part.h"
#include "atlas-layout-push.h"
#include "atlas-random.h"

/* Part of the picture that discs cover. */
#define COVER 0.05

/* The largest disc, of a picture of width 1. */
#define LARGEST_DISC 0.05

/* Width over height that parts are packed to, as that of most windows. */
#define ASPECT 1.5

/* Room around a part, in units of the polish. */
#define MARGIN 1.0

/* Less than one of so many vertices is little. */
#define LITTLE 3

/* A connected part of the graph, and where it is. */
typedef struct
{
  guint32 n;
  guint32 *vertices;
  gboolean placed; /* some of its vertices have a position */
  double *x;
  double *y;
  double *radius;
  double left;
  double top;
  double width;
  double height;
} Part;

typedef struct
{
  const AtlasGraph *graph;
  const AtlasLayoutOptions *options;
  AtlasCrew *crew;
  double *x;
  double *y;
  double *radius;
  Part *parts;
  guint32 n_parts;
  guint32 *vertices; /* by part; the arrays of the parts are runs of these */
  double *part_x;
  double *part_y;
  double *part_radius;
  gboolean any_placed;
  gboolean any_pinned;
} Layout;

static void
find_parts (Layout *self)
{
  const guint32 n = self->graph->n;
  g_autofree guint32 *component = g_new (guint32, MAX (n, 1));
  guint32 v, p, filled = 0;

  self->n_parts = atlas_graph_find_components (self->graph, component);
  self->parts = g_new0 (Part, MAX (self->n_parts, 1));
  self->vertices = g_new (guint32, MAX (n, 1));
  self->part_x = g_new0 (double, MAX (n, 1));
  self->part_y = g_new0 (double, MAX (n, 1));
  self->part_radius = g_new0 (double, MAX (n, 1));

  for (v = 0; v < n; v++)
    self->parts[component[v]].n++;

  for (p = 0; p < self->n_parts; p++)
    {
      Part *part = &self->parts[p];

      part->vertices = self->vertices + filled;
      part->x = self->part_x + filled;
      part->y = self->part_y + filled;
      part->radius = self->part_radius + filled;
      filled += part->n;
      part->n = 0;
    }

  for (v = 0; v < n; v++)
    {
      Part *part = &self->parts[component[v]];

      part->vertices[part->n++] = v;
    }
}

static guint8 *
take_flags (const guint8 *flags, const Part *part)
{
  guint8 *taken;
  guint32 v;

  if (flags == NULL)
    return NULL;

  taken = g_new (guint8, part->n);
  for (v = 0; v < part->n; v++)
    taken[v] = flags[part->vertices[v]];

  return taken;
}

/* When little of a part was seen, it is laid out from nothing, and aligned to
 * that little; then all of it counts as placed. Returns FALSE when stopped. */
static gboolean
start_anew (Layout *self, Part *part, const AtlasGraph *graph, guint8 *placed)
{
  g_autofree double *x = NULL;
  g_autofree double *y = NULL;
  guint32 v, n_placed = 0;

  for (v = 0; v < part->n; v++)
    n_placed += placed[v] != 0;
  if (n_placed * LITTLE > part->n)
    return TRUE;

  x = g_new (double, part->n);
  y = g_new (double, part->n);
  if (!atlas_layout_draw_part (graph, self->options->neighbourhoods,
                               self->options->seed, x, y, self->crew))
    return FALSE;

  for (v = 0; v < part->n; v++)
    {
      x[v] *= LARGEST_DISC;
      y[v] *= LARGEST_DISC;
    }
  atlas_layout_align (part->n, placed, part->x, part->y, x, y);

  for (v = 0; v < part->n; v++)
    if (!placed[v])
      {
        part->x[v] = x[v];
        part->y[v] = y[v];
        placed[v] = 1;
      }

  return TRUE;
}

/* Lays out a part, from what was seen of it or from nothing. Returns FALSE
 * when stopped; adds the unit that was found. */
static gboolean
draw_part (Layout *self, Part *part, double *unit)
{
  g_autofree guint8 *placed = take_flags (self->options->placed, part);
  g_autofree guint8 *pinned = take_flags (self->options->pinned, part);
  g_autoptr (AtlasGraph) graph = NULL;
  double found;
  guint32 v;

  for (v = 0; v < part->n; v++)
    {
      part->placed = part->placed || (placed != NULL && placed[v]);
      part->radius[v] = self->radius[part->vertices[v]];
      part->x[v] = self->x[part->vertices[v]];
      part->y[v] = self->y[part->vertices[v]];
    }

  if (part->n == 1)
    {
      if (!part->placed)
        part->x[0] = part->y[0] = 0.0;
      return !atlas_crew_is_stopped (self->crew);
    }

  graph = atlas_graph_induce (self->graph, part->vertices, part->n);
  if (!part->placed)
    return atlas_layout_draw_part (graph, self->options->neighbourhoods,
                                   self->options->seed, part->x, part->y,
                                   self->crew);

  if (!start_anew (self, part, graph, placed))
    return FALSE;
  found =
      atlas_layout_redraw_part (graph, self->options->neighbourhoods, placed,
                                pinned, part->x, part->y, self->crew);
  if (*unit == 0.0)
    *unit = found;

  return found > 0.0;
}

static void
measure_part (Part *part)
{
  double right = -INFINITY, bottom = -INFINITY;
  guint32 v;

  part->left = part->top = INFINITY;
  for (v = 0; v < part->n; v++)
    {
      part->left = MIN (part->left, part->x[v] - part->radius[v]);
      part->top = MIN (part->top, part->y[v] - part->radius[v]);
      right = MAX (right, part->x[v] + part->radius[v]);
      bottom = MAX (bottom, part->y[v] + part->radius[v]);
    }
  part->width = right - part->left;
  part->height = bottom - part->top;
}

/* Turns relative radii into true ones, so that the discs cover a certain part
 * of the picture. @unit is the length of a unit of the polish. */
static void
scale_radii (Layout *self, double unit)
{
  double area = 0.0, discs = 0.0, factor;
  guint32 p, v;

  for (p = 0; p < self->n_parts; p++)
    {
      Part *part = &self->parts[p];

      for (v = 0; v < part->n; v++)
        {
          discs += G_PI * part->radius[v] * part->radius[v];
          part->radius[v] = 0.0;
        }
      measure_part (part);
      area += (part->width + MARGIN * unit) * (part->height + MARGIN * unit);
    }

  factor = sqrt (COVER * area / discs);
  for (p = 0; p < self->n_parts; p++)
    for (v = 0; v < self->parts[p].n; v++)
      self->parts[p].radius[v] =
          factor * self->radius[self->parts[p].vertices[v]];
}

/* Parts the discs of each part that was not seen. Where discs of one have to
 * be smaller, all are. */
static gboolean
push_parts (Layout *self)
{
  double least = 1.0, grown;
  guint32 p, v;

  for (p = 0; p < self->n_parts; p++)
    {
      Part *part = &self->parts[p];
      const double before = part->radius[0];

      if (part->placed)
        continue;
      if (!atlas_layout_push (part->n, NULL, part->x, part->y, part->radius,
                              self->crew))
        return FALSE;

      grown = before / part->radius[0];
      least = MIN (least, part->radius[0] / before);
      for (v = 0; v < part->n; v++)
        part->radius[v] *= grown;
    }

  for (p = 0; p < self->n_parts; p++)
    for (v = 0; v < self->parts[p].n; v++)
      self->parts[p].radius[v] *= least;

  return TRUE;
}

/* Puts the parts that were not seen side by side, or below what was. */
static void
pack_parts (Layout *self, double unit)
{
  g_autofree AtlasBox *boxes = g_new (AtlasBox, MAX (self->n_parts, 1));
  double left = INFINITY, bottom = -INFINITY;
  guint32 p, v, n_boxes = 0;

  for (p = 0; p < self->n_parts; p++)
    {
      Part *part = &self->parts[p];

      measure_part (part);
      if (part->placed)
        {
          left = MIN (left, part->left);
          bottom = MAX (bottom, part->top + part->height);
          continue;
        }
      boxes[n_boxes].width = part->width + MARGIN * unit;
      boxes[n_boxes].height = part->height + MARGIN * unit;
      n_boxes++;
    }

  atlas_layout_pack (boxes, n_boxes, ASPECT);
  if (!self->any_placed)
    left = bottom = 0.0;
  else
    bottom += MARGIN * unit;

  n_boxes = 0;
  for (p = 0; p < self->n_parts; p++)
    {
      Part *part = &self->parts[p];

      if (part->placed)
        continue;
      for (v = 0; v < part->n; v++)
        {
          part->x[v] += left + boxes[n_boxes].x - part->left;
          part->y[v] += bottom + boxes[n_boxes].y - part->top;
        }
      n_boxes++;
    }
}

static void
gather_parts (Layout *self)
{
  guint32 p, v;

  for (p = 0; p < self->n_parts; p++)
    for (v = 0; v < self->parts[p].n; v++)
      {
        const guint32 at = self->parts[p].vertices[v];

        self->x[at] = self->parts[p].x[v];
        self->y[at] = self->parts[p].y[v];
        self->radius[at] = self->parts[p].radius[v];
      }
}

/* Brings all into the square from 0 to 1, in the middle of it. What was seen
 * before stays as it is while it fits. */
static void
fit_to_square (Layout *self)
{
  const guint32 n = self->graph->n;
  double left = INFINITY, right = -INFINITY;
  double top = INFINITY, bottom = -INFINITY;
  double largest = 0.0, scale;
  guint32 v;

  for (v = 0; v < n; v++)
    {
      left = MIN (left, self->x[v] - self->radius[v]);
      right = MAX (right, self->x[v] + self->radius[v]);
      top = MIN (top, self->y[v] - self->radius[v]);
      bottom = MAX (bottom, self->y[v] + self->radius[v]);
      largest = MAX (largest, self->radius[v]);
    }

  if (self->any_pinned
      || (self->any_placed && left >= 0.0 && right <= 1.0 && top >= 0.0
          && bottom <= 1.0))
    return;

  scale = MIN (1.0 / MAX (right - left, bottom - top), LARGEST_DISC / largest);
  for (v = 0; v < n; v++)
    {
      self->x[v] = 0.5 + scale * (self->x[v] - 0.5 * (left + right));
      self->y[v] = 0.5 + scale * (self->y[v] - 0.5 * (top + bottom));
      self->radius[v] *= scale;
    }
}

static void
find_flags (Layout *self)
{
  guint32 v;

  for (v = 0; v < self->graph->n; v++)
    {
      self->any_placed =
          self->any_placed
          || (self->options->placed != NULL && self->options->placed[v]);
      self->any_pinned =
          self->any_pinned
          || (self->options->pinned != NULL && self->options->pinned[v]);
    }
}

/* Stages 1 to 4. */
static gboolean
lay_out (Layout *self)
{
  double unit = 0.0;
  guint32 p, v;

  find_flags (self);
  find_parts (self);

  for (p = 0; p < self->n_parts; p++)
    if (!draw_part (self, &self->parts[p], &unit))
      return FALSE;

  /* Parts that were not seen come in units of the polish. */
  if (!self->any_placed)
    unit = 1.0;
  else if (unit == 0.0)
    unit = LARGEST_DISC;
  for (p = 0; p < self->n_parts; p++)
    if (!self->parts[p].placed)
      for (v = 0; v < self->parts[p].n; v++)
        {
          self->parts[p].x[v] *= unit;
          self->parts[p].y[v] *= unit;
        }

  scale_radii (self, unit);
  if (!push_parts (self))
    return FALSE;
  pack_parts (self, unit);

  return TRUE;
}

/**
 * atlas_layout_run:
 * @graph: an undirected graph
 * @options: how
 * @x: (inout) (array length=n): positions; read for placed vertices only
 * @y: (inout) (array length=n): positions, likewise
 * @radius: (inout) (array length=n): in: sizes of the discs, relative to each
 *   other, above 0; out: radii in the units of the positions
 * @crew: who does it
 *
 * Lays out a graph: its connected parts each by itself, by stress and polish,
 * the best of several pictures of small ones, from the picture that was seen
 * where there is one; then discs that overlap are pushed apart, and the parts
 * are packed. The picture lies in the square from 0 to 1, unless pinned
 * vertices hold it elsewhere. The same input gives the same bytes on every
 * machine and for every number of threads.
 *
 * Returns: FALSE when stopped; nothing has changed then
 */
gboolean
atlas_layout_run (const AtlasGraph *graph,
                  const AtlasLayoutOptions *options,
                  double *x,
                  double *y,
                  double *radius,
                  AtlasCrew *crew)
{
  const gsize size = graph->n * sizeof (double);
  g_autofree double *new_x = g_memdup2 (x, MAX (size, 1));
  g_autofree double *new_y = g_memdup2 (y, MAX (size, 1));
  g_autofree double *new_radius = g_memdup2 (radius, MAX (size, 1));
  Layout self = { graph, options, crew, new_x, new_y, new_radius };
  gboolean done;

  if (graph->n == 0)
    return !atlas_crew_is_stopped (crew);

  done = lay_out (&self);
  if (done)
    {
      gather_parts (&self);
      done = atlas_layout_push (graph->n, options->pinned, new_x, new_y,
                                new_radius, crew);
    }
  if (done)
    {
      fit_to_square (&self);
      memcpy (x, new_x, size);
      memcpy (y, new_y, size);
      memcpy (radius, new_radius, size);
    }

  g_free (self.parts);
  g_free (self.vertices);
  g_free (self.part_x);
  g_free (self.part_y);
  g_free (self.part_radius);

  return done;
}

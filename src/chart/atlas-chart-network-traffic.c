/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-traffic.h"

#include <math.h>

/* Side of a cell in points: a third of a small letter. */
#define CELL 2.5

struct _AtlasTraffic
{
  guint columns;
  guint rows;
  gboolean sealed;
  double *cells; /* sealed: sums of all cells above and to the left */
};

/**
 * atlas_traffic_new:
 * @width: width of the map in points
 * @height: height of the map
 *
 * Returns: (transfer full): a map without lines
 */
AtlasTraffic *
atlas_traffic_new (double width, double height)
{
  AtlasTraffic *self = g_new0 (AtlasTraffic, 1);

  self->columns = (guint) (MAX (width, 0) / CELL) + 1;
  self->rows = (guint) (MAX (height, 0) / CELL) + 1;
  self->cells = g_new0 (double, ((gsize) self->columns + 1) * (self->rows + 1));

  return self;
}

/**
 * atlas_traffic_free:
 * @self: (nullable): a map
 */
void
atlas_traffic_free (AtlasTraffic *self)
{
  if (self == NULL)
    return;

  g_free (self->cells);
  g_free (self);
}

/* Row 0 and column 0 stay empty, for the sums. */
static double *
cell_at (const AtlasTraffic *self, guint column, guint row)
{
  return &self->cells[(gsize) row * (self->columns + 1) + column];
}

static void
add_dot (AtlasTraffic *self, double x, double y, double amount)
{
  if (x < 0 || y < 0 || x >= self->columns * CELL || y >= self->rows * CELL)
    return;

  *cell_at (self, (guint) (x / CELL) + 1, (guint) (y / CELL) + 1) += amount;
}

/**
 * atlas_traffic_add_curve:
 * @self: a map that is not sealed
 * @start: where the curve begins: x and y
 * @control: what it bends towards
 * @end: where it ends
 * @start_radius: what of it is not drawn at its beginning
 * @end_radius: and at its end
 * @weight: of each point of its length
 *
 * Adds a quadratic curve.
 */
void
atlas_traffic_add_curve (AtlasTraffic *self,
                         const double start[2],
                         const double control[2],
                         const double end[2],
                         double start_radius,
                         double end_radius,
                         double weight)
{
  double length = hypot (control[0] - start[0], control[1] - start[1])
                  + hypot (end[0] - control[0], end[1] - control[1]);
  guint n_steps = (guint) (length / CELL) + 1;
  double amount = weight * length / n_steps;

  g_return_if_fail (!self->sealed);

  for (guint i = 0; i < n_steps; i++)
    {
      double t = (i + 0.5) / n_steps;
      double u = 1.0 - t;
      double x = u * u * start[0] + 2 * u * t * control[0] + t * t * end[0];
      double y = u * u * start[1] + 2 * u * t * control[1] + t * t * end[1];

      if (hypot (x - start[0], y - start[1]) >= start_radius
          && hypot (x - end[0], y - end[1]) >= end_radius)
        add_dot (self, x, y, amount);
    }
}

/**
 * atlas_traffic_seal:
 * @self: a map to which nothing more will be added
 */
void
atlas_traffic_seal (AtlasTraffic *self)
{
  for (guint row = 1; row <= self->rows; row++)
    for (guint column = 1; column <= self->columns; column++)
      *cell_at (self, column, row) += *cell_at (self, column - 1, row)
                                      + *cell_at (self, column, row - 1)
                                      - *cell_at (self, column - 1, row - 1);
  self->sealed = TRUE;
}

static guint
to_cell (double value, guint count)
{
  return (guint) CLAMP (value / CELL, 0, (double) count);
}

/**
 * atlas_traffic_sum:
 * @self: a sealed map
 * @x0: left edge of a box, in points
 * @y0: top edge
 * @x1: right edge
 * @y1: bottom edge
 *
 * Returns: lines in the box, to the next cell: weights times lengths
 */
double
atlas_traffic_sum (const AtlasTraffic *self,
                   double x0,
                   double y0,
                   double x1,
                   double y1)
{
  guint left = to_cell (x0, self->columns);
  guint right = to_cell (x1 + CELL, self->columns);
  guint top = to_cell (y0, self->rows);
  guint bottom = to_cell (y1 + CELL, self->rows);

  g_return_val_if_fail (self->sealed, 0);

  return *cell_at (self, right, bottom) - *cell_at (self, left, bottom)
         - *cell_at (self, right, top) + *cell_at (self, left, top);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-push.h"

#include <math.h>

/* Rounds before the discs are made a little smaller. */
#define PATIENCE 12
#define SHRINK 0.96

/* Discs keep this part of their radii as a gap, so that rounding in a later
 * scaling does not make them touch. */
#define GAP 0.02

/* A grid over the discs, the cells as wide as the largest disc. */
typedef struct
{
  double left;
  double top;
  double side;
  guint32 columns;
  guint32 rows;
  guint32 *starts;
  guint32 *members;
  guint32 *cell;
} Grid;

static void
grid_init (Grid *grid, guint32 n)
{
  grid->members = g_new (guint32, n);
  grid->cell = g_new (guint32, n);
  grid->starts = g_new (guint32, 4 * (gsize) n + 16);
}

static void
grid_clear (Grid *grid)
{
  g_free (grid->members);
  g_free (grid->cell);
  g_free (grid->starts);
}

static void
grid_measure (Grid *grid,
              guint32 n,
              const double *x,
              const double *y,
              const double *radius)
{
  double right = x[0], bottom = y[0], largest = radius[0];
  guint32 v;

  grid->left = x[0];
  grid->top = y[0];
  for (v = 1; v < n; v++)
    {
      grid->left = MIN (grid->left, x[v]);
      grid->top = MIN (grid->top, y[v]);
      right = MAX (right, x[v]);
      bottom = MAX (bottom, y[v]);
      largest = MAX (largest, radius[v]);
    }

  /* Not more cells than four for each disc. */
  grid->side = MAX (2.0 * largest * (1.0 + GAP), 1e-12);
  while ((right - grid->left) / grid->side * ((bottom - grid->top) / grid->side)
             > 2.0 * n
         || (right - grid->left) / grid->side > n
         || (bottom - grid->top) / grid->side > n)
    grid->side *= 1.5;

  grid->columns = (guint32) ((right - grid->left) / grid->side) + 1;
  grid->rows = (guint32) ((bottom - grid->top) / grid->side) + 1;
}

/* Puts the discs in their cells. */
static void
grid_fill (Grid *grid, guint32 n, const double *x, const double *y)
{
  const guint32 n_cells = grid->columns * grid->rows;
  guint32 v, i;

  for (i = 0; i <= n_cells; i++)
    grid->starts[i] = 0;

  for (v = 0; v < n; v++)
    {
      const guint32 column = (guint32) ((x[v] - grid->left) / grid->side);
      const guint32 row = (guint32) ((y[v] - grid->top) / grid->side);

      grid->cell[v] = row * grid->columns + column;
      grid->starts[grid->cell[v]]++;
    }

  for (i = 1; i <= n_cells; i++)
    grid->starts[i] += grid->starts[i - 1];
  for (v = n; v > 0; v--)
    grid->members[--grid->starts[grid->cell[v - 1]]] = v - 1;
}

typedef struct
{
  guint32 n;
  const guint8 *fixed;
  double *x;
  double *y;
  double *radius;
  Grid grid;
} Push;

/* Moves two discs apart, the smaller one more. Returns whether they did
 * overlap. */
static gboolean
part_pair (Push *self, guint32 a, guint32 b)
{
  const double want = (self->radius[a] + self->radius[b]) * (1.0 + GAP);
  const gboolean fixed_a = self->fixed != NULL && self->fixed[a];
  const gboolean fixed_b = self->fixed != NULL && self->fixed[b];
  double dx = self->x[b] - self->x[a];
  double dy = self->y[b] - self->y[a];
  double length = dx * dx + dy * dy;
  double move, share;

  if (length >= want * want || (fixed_a && fixed_b))
    return FALSE;

  length = sqrt (length);
  if (length < 1e-9 * want)
    {
      /* On one spot: some way apart, and not all the same way. */
      dx = (double) (a % 7) - 3.1;
      dy = (double) (b % 5) - 2.2;
      length = sqrt (dx * dx + dy * dy);
      dx /= length;
      dy /= length;
      move = want;
    }
  else
    {
      dx /= length;
      dy /= length;
      move = want - length;
    }

  share = self->radius[b] / (self->radius[a] + self->radius[b]);
  if (fixed_a || fixed_b)
    share = fixed_a ? 0.0 : 1.0;

  /* A hair more than needed, or rounding would leave them touching. */
  move *= 1.0001;
  self->x[a] -= share * move * dx;
  self->y[a] -= share * move * dy;
  self->x[b] += (1.0 - share) * move * dx;
  self->y[b] += (1.0 - share) * move * dy;

  return TRUE;
}

/* Parts all that overlap a disc; every pair is looked at once. */
static guint32
part_disc (Push *self, guint32 a)
{
  const Grid *grid = &self->grid;
  const guint32 column = grid->cell[a] % grid->columns;
  const guint32 row = grid->cell[a] / grid->columns;
  guint32 parted = 0;
  guint32 r, i;

  for (r = row > 0 ? row - 1 : 0; r <= MIN (row + 1, grid->rows - 1); r++)
    {
      const guint32 first = r * grid->columns + (column > 0 ? column - 1 : 0);
      const guint32 last =
          r * grid->columns + MIN (column + 1, grid->columns - 1);

      for (i = grid->starts[first]; i < grid->starts[last + 1]; i++)
        if (grid->members[i] > a)
          parted += part_pair (self, a, grid->members[i]);
    }

  return parted;
}

/**
 * atlas_layout_push:
 * @n: number of discs
 * @fixed: (nullable) (array length=n): discs that stay where they are
 * @x: (inout) (array length=n): centres
 * @y: (inout) (array length=n): centres
 * @radius: (inout) (array length=n): radii, above 0; where pushing alone does
 *   not part the discs all are made smaller by the same factor
 * @crew: says whether to stop
 *
 * Moves discs as little as it takes that no two overlap; but for two that are
 * both fixed.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_layout_push (guint32 n,
                   const guint8 *fixed,
                   double *x,
                   double *y,
                   double *radius,
                   AtlasCrew *crew)
{
  Push self = { n, fixed, x, y, radius, { 0 } };
  gboolean done = TRUE;
  guint32 v, parted = 1;
  guint round;

  if (n < 2)
    return TRUE;

  grid_init (&self.grid, n);

  for (round = 1; parted > 0 && done; round++)
    {
      parted = 0;
      grid_measure (&self.grid, n, x, y, radius);
      grid_fill (&self.grid, n, x, y);

      for (v = 0; v < n; v++)
        {
          parted += part_disc (&self, v);
          if (v % 4096 == 4095 && atlas_crew_is_stopped (crew))
            break;
        }
      done = !atlas_crew_is_stopped (crew);

      if (parted > 0 && round % PATIENCE == 0)
        for (v = 0; v < n; v++)
          radius[v] *= SHRINK;
    }

  grid_clear (&self.grid);

  return done;
}

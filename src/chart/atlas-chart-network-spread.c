/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-spread.h"

#include <math.h>
#include <string.h>

/* Enough for ten thousand places in a crowd; most maps need a few. */
#define MAX_ROUNDS 300

typedef struct
{
  AtlasSpreadDisc *discs;
  guint n_discs;
  guint *heads;
  guint *next;
  guint columns;
  guint rows;
  double cell;
} Grid;

static guint
cell_of (double value, double cell, guint count)
{
  return (guint) CLAMP (floor (value / cell), 0, (double) count - 1);
}

static void
grid_fill (Grid *grid)
{
  memset (grid->heads, 0xff,
          sizeof (guint) * (gsize) grid->columns * grid->rows);
  for (guint i = grid->n_discs; i-- > 0;)
    {
      guint x = cell_of (grid->discs[i].x, grid->cell, grid->columns);
      guint y = cell_of (grid->discs[i].y, grid->cell, grid->rows);
      guint *head = &grid->heads[(gsize) y * grid->columns + x];

      grid->next[i] = *head;
      *head = i;
    }
}

/* Moves two discs apart along the line between them. Discs in one spot leave
 * it in directions that follow from their numbers. */
static gboolean
part (Grid *grid, guint i, guint j, double gap)
{
  AtlasSpreadDisc *a = &grid->discs[i];
  AtlasSpreadDisc *b = &grid->discs[j];
  double want = a->radius + b->radius + gap;
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double distance = hypot (dx, dy);
  double push;

  if (distance >= want || (a->fixed && b->fixed))
    return FALSE;

  if (distance < 1e-6)
    {
      dx = cos (i * 2.399963 + j);
      dy = sin (i * 2.399963 + j);
      distance = 1.0;
      push = want;
    }
  else
    {
      push = want - distance;
    }
  /* A little more than needed, so that a crowd comes to rest. */
  push = push * 0.52 + 0.01;
  dx *= push / distance;
  dy *= push / distance;
  if (!a->fixed)
    {
      a->x -= b->fixed ? 2 * dx : dx;
      a->y -= b->fixed ? 2 * dy : dy;
    }
  if (!b->fixed)
    {
      b->x += a->fixed ? 2 * dx : dx;
      b->y += a->fixed ? 2 * dy : dy;
    }

  return TRUE;
}

static gboolean
part_all (Grid *grid, double gap)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < grid->n_discs; i++)
    {
      guint x = cell_of (grid->discs[i].x, grid->cell, grid->columns);
      guint y = cell_of (grid->discs[i].y, grid->cell, grid->rows);

      for (guint cy = y > 0 ? y - 1 : 0; cy <= y + 1 && cy < grid->rows; cy++)
        for (guint cx = x > 0 ? x - 1 : 0; cx <= x + 1 && cx < grid->columns;
             cx++)
          for (guint j = grid->heads[(gsize) cy * grid->columns + cx];
               j != G_MAXUINT; j = grid->next[j])
            if (j > i)
              moved |= part (grid, i, j, gap);
    }

  return moved;
}

static void
keep_inside (Grid *grid, double width, double height)
{
  for (guint i = 0; i < grid->n_discs; i++)
    {
      AtlasSpreadDisc *disc = &grid->discs[i];

      if (disc->fixed)
        continue;
      disc->x = MAX (disc->radius, MIN (disc->x, width - disc->radius));
      disc->y = MAX (disc->radius, MIN (disc->y, height - disc->radius));
    }
}

/**
 * atlas_spread_discs:
 * @discs: (array length=n_discs) (inout): the discs
 * @n_discs: number of discs
 * @gap: blank between two discs, in points
 * @width: width of the map; discs stay inside, except fixed ones
 * @height: height of the map
 *
 * Parts overlapping discs pair by pair until none is left, on a grid of cells
 * as large as the largest pair. The same result every time.
 */
void
atlas_spread_discs (AtlasSpreadDisc *discs,
                    guint n_discs,
                    double gap,
                    double width,
                    double height)
{
  Grid grid = { discs, n_discs, NULL, NULL, 0, 0, 1.0 };
  double largest = 0;

  for (guint i = 0; i < n_discs; i++)
    largest = MAX (largest, discs[i].radius);
  grid.cell = MAX (2 * largest + gap + 1, MAX (width, height) / 300);
  grid.columns = (guint) (width / grid.cell) + 1;
  grid.rows = (guint) (height / grid.cell) + 1;
  grid.heads = g_new (guint, (gsize) grid.columns * grid.rows);
  grid.next = g_new (guint, (gsize) n_discs + 1);

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      gboolean moved;

      keep_inside (&grid, width, height);
      grid_fill (&grid);
      moved = part_all (&grid, gap);
      if (!moved)
        break;
    }

  g_free (grid.heads);
  g_free (grid.next);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-pack.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Widths tried, from that of the widest box upwards. */
#define N_WIDTHS 24
#define WIDER 1.12

/* A level stretch of the upper outline of what is packed. */
typedef struct
{
  double x;
  double y;
  double width;
} Ledge;

typedef struct
{
  Ledge *ledges;
  guint32 n_ledges;
  double width;
  double height;
} Skyline;

static int
compare_boxes (const void *a, const void *b)
{
  const AtlasBox *left = *(AtlasBox *const *) a;
  const AtlasBox *right = *(AtlasBox *const *) b;

  if (left->height != right->height)
    return left->height > right->height ? -1 : 1;
  if (left->width != right->width)
    return left->width > right->width ? -1 : 1;

  return (left > right) - (left < right);
}

/* How high a box of this width stands when it begins at a ledge; infinite when
 * it does not fit. */
static double
get_rest (const Skyline *self, guint32 at, double width)
{
  const double end = self->ledges[at].x + width;
  double y = 0.0;

  if (end > self->width * (1.0 + 1e-12))
    return INFINITY;

  for (; at < self->n_ledges && self->ledges[at].x < end; at++)
    y = MAX (y, self->ledges[at].y);

  return y;
}

/* Raises the outline over a box that begins at a ledge. */
static void
raise_ledges (Skyline *self, guint32 at, double y, const AtlasBox *box)
{
  const double end = box->x + box->width;
  guint32 covered = at;
  double rest = 0.0, rest_y = 0.0;
  guint32 n_new, i;

  while (covered < self->n_ledges && self->ledges[covered].x < end)
    {
      const Ledge *ledge = &self->ledges[covered];

      rest = ledge->x + ledge->width - end;
      rest_y = ledge->y;
      covered++;
    }

  n_new = rest > 0.0 ? 2 : 1;
  memmove (self->ledges + at + n_new, self->ledges + covered,
           (self->n_ledges - covered) * sizeof (Ledge));
  self->n_ledges = self->n_ledges - covered + at + n_new;

  self->ledges[at] = (Ledge){ box->x, y + box->height, box->width };
  if (n_new == 2)
    self->ledges[at + 1] = (Ledge){ end, rest_y, rest };

  /* One ledge for level neighbours keeps the outline short. */
  for (i = at > 0 ? at - 1 : 0; i + 1 < self->n_ledges && i <= at + 1;)
    if (self->ledges[i].y == self->ledges[i + 1].y)
      {
        self->ledges[i].width += self->ledges[i + 1].width;
        memmove (self->ledges + i + 1, self->ledges + i + 2,
                 (self->n_ledges - i - 2) * sizeof (Ledge));
        self->n_ledges--;
      }
    else
      {
        i++;
      }
}

/* Packs all boxes within a width: each as high up as it goes, the leftmost of
 * such places. Returns the height. */
static double
pack_within (Skyline *self, AtlasBox **order, guint32 n_boxes, double width)
{
  guint32 i, at;

  self->width = width;
  self->height = 0.0;
  self->n_ledges = 1;
  self->ledges[0] = (Ledge){ 0.0, 0.0, width };

  for (i = 0; i < n_boxes; i++)
    {
      AtlasBox *box = order[i];
      double best = INFINITY;
      guint32 best_at = 0;

      for (at = 0; at < self->n_ledges; at++)
        {
          const double y = get_rest (self, at, box->width);

          if (y < best)
            {
              best = y;
              best_at = at;
            }
        }

      box->x = self->ledges[best_at].x;
      box->y = best;
      self->height = MAX (self->height, best + box->height);
      raise_ledges (self, best_at, best, box);
    }

  return self->height;
}

/**
 * atlas_layout_pack:
 * @boxes: (inout) (array length=n_boxes): their sizes; their places are filled
 *   in
 * @n_boxes: how many
 * @aspect: width over height that is wished for
 *
 * Packs boxes side by side, without overlap, into little room of about the
 * aspect: by height, each as high up as it goes below the ones before
 * (bottom-left heuristic on a skyline, upside down), for several widths, of
 * which the best is taken.
 */
void
atlas_layout_pack (AtlasBox *boxes, guint32 n_boxes, double aspect)
{
  g_autofree AtlasBox **order = g_new (AtlasBox *, MAX (n_boxes, 1));
  Skyline skyline = { .ledges = g_new (Ledge, 2 * (gsize) n_boxes + 4) };
  double width = 0.0, best_width = 0.0, best = INFINITY;
  double area = 0.0, square;
  guint32 i;

  for (i = 0; i < n_boxes; i++)
    {
      order[i] = &boxes[i];
      width = MAX (width, boxes[i].width);
      area += boxes[i].width * boxes[i].height;
    }
  qsort (order, n_boxes, sizeof *order, compare_boxes);

  /* Narrower than half of the ideal is never the best. */
  square = 0.5 * sqrt (area * aspect);
  width = MAX (width, square);

  for (i = 0; i < N_WIDTHS && n_boxes > 0; i++)
    {
      const double height = pack_within (&skyline, order, n_boxes, width);
      const double waste = MAX (width, height * aspect);

      if (waste < best)
        {
          best = waste;
          best_width = width;
        }
      width *= WIDER;
    }

  pack_within (&skyline, order, n_boxes, best_width);
  g_free (skyline.ledges);
}

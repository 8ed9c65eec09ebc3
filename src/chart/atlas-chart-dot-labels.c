/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-dot-labels.h"

/* Space between a dot and its label, and around every label, in points. */
#define DOT_GAP 4.5
#define LABEL_GAP 1.0

/* Above and below a dot letters leave room themselves: so much of the reach
 * will do, and no less than keeps off a large dot. */
#define RISE_PART 0.6
#define LEAST_RISE 1.0

/* Boxes are found by the cells of a coarse grid they touch. */
#define CELL 24.0

/* Where a label may stand, the best first: by which part of its size it is
 * moved from the dot; -1 is wholly before, 0 beside, 1 wholly behind. */
static const struct
{
  double right;
  double down;
} spots[] = {
  { 1, 0 },    { -1, 0 },  { 0, -1 },    { 0, 1 },
  { 1, -0.7 }, { 1, 0.7 }, { -1, -0.7 }, { -1, 0.7 },
  { 0.6, -1 }, { 0.6, 1 }, { -0.6, -1 }, { -0.6, 1 },
  { 0.9, -1 }, { 0.9, 1 }, { -0.9, -1 }, { -0.9, 1 },
};

struct _AtlasDotLabels
{
  AtlasBox bounds;
  AtlasBox inner;
  GArray *boxes;
  GPtrArray *cells;
  guint n_columns;
  guint n_rows;
};

/**
 * atlas_dot_labels_new:
 * @bounds: where labels may stand
 *
 * Returns: (transfer full): a finder that knows no boxes yet
 */
AtlasDotLabels *
atlas_dot_labels_new (AtlasBox bounds)
{
  AtlasDotLabels *self = g_new0 (AtlasDotLabels, 1);

  self->bounds = self->inner = bounds;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (AtlasBox));
  self->n_columns = (guint) MAX (bounds.width / CELL, 0) + 1;
  self->n_rows = (guint) MAX (bounds.height / CELL, 0) + 1;
  self->cells = g_ptr_array_new_full (self->n_columns * self->n_rows, NULL);
  g_ptr_array_set_size (self->cells, (int) (self->n_columns * self->n_rows));

  return self;
}

/**
 * atlas_dot_labels_free:
 * @self: (nullable): a finder
 *
 * Frees @self.
 */
void
atlas_dot_labels_free (AtlasDotLabels *self)
{
  guint i;

  if (self == NULL)
    return;

  for (i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) != NULL)
      g_array_unref (g_ptr_array_index (self->cells, i));
  g_ptr_array_unref (self->cells);
  g_array_unref (self->boxes);
  g_free (self);
}

static guint
to_cell (double offset, guint n)
{
  return (guint) CLAMP (offset / CELL, 0, n - 1);
}

/* The cells that a box touches. */
static void
find_cells (const AtlasDotLabels *self,
            const AtlasBox *box,
            guint *left,
            guint *right,
            guint *top,
            guint *bottom)
{
  *left = to_cell (box->x - self->bounds.x, self->n_columns);
  *right = to_cell (box->x + box->width - self->bounds.x, self->n_columns);
  *top = to_cell (box->y - self->bounds.y, self->n_rows);
  *bottom = to_cell (box->y + box->height - self->bounds.y, self->n_rows);
}

static void
add_box (AtlasDotLabels *self, AtlasBox box)
{
  guint left, right, top, bottom, row, column, index = self->boxes->len;

  g_array_append_val (self->boxes, box);
  find_cells (self, &box, &left, &right, &top, &bottom);
  for (row = top; row <= bottom; row++)
    for (column = left; column <= right; column++)
      {
        guint cell = row * self->n_columns + column;
        GArray *list = g_ptr_array_index (self->cells, cell);

        if (list == NULL)
          {
            list = g_array_new (FALSE, FALSE, sizeof (guint));
            g_ptr_array_index (self->cells, cell) = list;
          }
        g_array_append_val (list, index);
      }
}

void
atlas_dot_labels_prefer (AtlasDotLabels *self, AtlasBox inner)
{
  g_return_if_fail (self != NULL);

  self->inner = inner;
}

void
atlas_dot_labels_avoid (AtlasDotLabels *self, AtlasBox box)
{
  g_return_if_fail (self != NULL);

  add_box (self, box);
}

static gboolean
overlaps (const AtlasBox *a, const AtlasBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static gboolean
lies_in (const AtlasBox *box, const AtlasBox *bounds)
{
  return box->x >= bounds->x && box->y >= bounds->y
         && box->x + box->width <= bounds->x + bounds->width
         && box->y + box->height <= bounds->y + bounds->height;
}

static gboolean
is_free (const AtlasDotLabels *self, const AtlasBox *box)
{
  guint left, right, top, bottom, row, column, i;

  find_cells (self, box, &left, &right, &top, &bottom);
  for (row = top; row <= bottom; row++)
    for (column = left; column <= right; column++)
      {
        const GArray *list =
            g_ptr_array_index (self->cells, row * self->n_columns + column);

        for (i = 0; list != NULL && i < list->len; i++)
          {
            guint index = g_array_index (list, guint, i);

            if (overlaps (&g_array_index (self->boxes, AtlasBox, index), box))
              return FALSE;
          }
      }

  return TRUE;
}

gboolean
atlas_dot_labels_place (AtlasDotLabels *self,
                        double x,
                        double y,
                        double radius,
                        double width,
                        double height,
                        AtlasBox *box)
{
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (box != NULL, FALSE);

  /* all spots within the inner bounds come before those beyond */
  for (i = 0; i < 2 * G_N_ELEMENTS (spots); i++)
    {
      guint spot = i % G_N_ELEMENTS (spots);
      const AtlasBox *bounds =
          i < G_N_ELEMENTS (spots) ? &self->inner : &self->bounds;
      double reach = radius + DOT_GAP;
      double rise = MAX (reach * RISE_PART, radius + LEAST_RISE);
      AtlasBox tried = atlas_box (0, 0, width, height), kept;

      tried.x = x - width / 2 + spots[spot].right * (width / 2 + reach);
      tried.y = y - height / 2 + spots[spot].down * (height / 2 + rise);

      if (!lies_in (&tried, bounds) || !is_free (self, &tried))
        continue;

      *box = tried;
      kept =
          atlas_box (tried.x - LABEL_GAP, tried.y - LABEL_GAP,
                     tried.width + 2 * LABEL_GAP, tried.height + 2 * LABEL_GAP);
      add_box (self, kept);

      return TRUE;
    }

  return FALSE;
}

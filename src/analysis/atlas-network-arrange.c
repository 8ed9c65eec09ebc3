/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-private.h"

#include "atlas-layout.h"

/* The disc of the place that is named most, over that of one never named. */
#define LARGEST_TO_SMALLEST 3.0

/* Plain arrays for the layout. */
typedef struct
{
  double *x;
  double *y;
  double *radius;
  guint8 *placed;
  guint8 *pinned;
  gboolean any_placed;
  gboolean any_pinned;
} Arrays;

static void
arrays_init (Arrays *self, gsize n)
{
  self->x = g_new0 (double, MAX (n, 1));
  self->y = g_new0 (double, MAX (n, 1));
  self->radius = g_new0 (double, MAX (n, 1));
  self->placed = g_new0 (guint8, MAX (n, 1));
  self->pinned = g_new0 (guint8, MAX (n, 1));
  self->any_placed = FALSE;
  self->any_pinned = FALSE;
}

static void
arrays_clear (Arrays *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->radius);
  g_free (self->placed);
  g_free (self->pinned);
}

/* Takes the position of a place: its own when it is pinned, else the one it
 * had in the previous network. */
static void
take_place (Arrays *arrays,
            gsize i,
            const AtlasPlace *place,
            const AtlasNetwork *previous)
{
  const AtlasPlace *from = place->pinned ? place : NULL;

  if (from == NULL && previous != NULL)
    {
      const gssize index = atlas_network_find (previous, place->id);

      if (index >= 0)
        from = &previous->places[index];
    }
  if (from == NULL)
    return;

  arrays->x[i] = from->x;
  arrays->y[i] = from->y;
  arrays->placed[i] = arrays->any_placed = TRUE;
  if (from->pinned)
    arrays->pinned[i] = arrays->any_pinned = TRUE;
}

/* The size of a disc grows with the root of how many name the place, so that
 * its area does with their number. */
static void
take_radii (Arrays *arrays, const AtlasNetwork *self)
{
  guint most = 1;
  gsize i;

  for (i = 0; i < self->n_places; i++)
    most = MAX (most, self->places[i].named_by_any);
  for (i = 0; i < self->n_places; i++)
    arrays->radius[i] =
        1.0
        + (LARGEST_TO_SMALLEST - 1.0)
              * sqrt ((double) self->places[i].named_by_any / (double) most);
}

/**
 * atlas_network_arrange_full:
 * @self: a network
 * @options: how
 *
 * Fills in the positions and radii: see atlas_layout_run(). Places that are
 * pinned, here or in the previous network, stay exactly where they are. With a
 * previous network what is seen moves little. Positions lie from 0 to 1, the
 * wider side filling that range; pinned places and what was seen before may
 * hold them elsewhere. May be called on any thread.
 *
 * Returns: FALSE when stopped; nothing has changed then
 */
gboolean
atlas_network_arrange_full (AtlasNetwork *self,
                            const AtlasArrangeOptions *options)
{
  AtlasLayoutOptions layout = ATLAS_LAYOUT_OPTIONS_INIT;
  g_autoptr (AtlasCrew) crew = NULL;
  Arrays arrays;
  gboolean done;
  gsize i;

  arrays_init (&arrays, self->n_places);
  for (i = 0; i < self->n_places; i++)
    take_place (&arrays, i, &self->places[i], options->previous);
  take_radii (&arrays, self);

  layout.seed = options->seed;
  layout.neighbourhoods = options->neighbourhoods;
  if (arrays.any_placed)
    layout.placed = arrays.placed;
  if (arrays.any_pinned)
    layout.pinned = arrays.pinned;

  crew = atlas_crew_new (options->n_threads, options->stop, options->user_data);
  done = atlas_layout_run (self->graph, &layout, arrays.x, arrays.y,
                           arrays.radius, crew);

  for (i = 0; i < self->n_places && done; i++)
    {
      self->places[i].x = arrays.x[i];
      self->places[i].y = arrays.y[i];
      self->places[i].radius = arrays.radius[i];
      self->places[i].pinned = arrays.pinned[i];
    }

  arrays_clear (&arrays);

  return done;
}

/**
 * atlas_network_arrange:
 * @self: a network
 * @stop: (nullable): asked from time to time, on this thread
 * @user_data: for @stop
 *
 * Fills in the positions, from nothing, as the same network always gets them.
 *
 * Returns: FALSE when stopped; nothing has changed then
 */
gboolean
atlas_network_arrange (AtlasNetwork *self,
                       AtlasStopFunc stop,
                       gpointer user_data)
{
  AtlasArrangeOptions options = ATLAS_ARRANGE_OPTIONS_INIT;

  options.stop = stop;
  options.user_data = user_data;

  return atlas_network_arrange_full (self, &options);
}

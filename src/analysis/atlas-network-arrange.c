/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-private.h"

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

/* Places on a spiral of squares, until the layout proper is there. */
gboolean
atlas_network_arrange_full (AtlasNetwork *self,
                            const AtlasArrangeOptions *options)
{
  const guint n = (guint) self->n_places;
  guint side = 1;
  guint i, k;
  g_autofree double *x = g_new (double, n + 1);
  g_autofree double *y = g_new (double, n + 1);
  guint step;

  while (side * side < n)
    side++;
  for (i = 0; i < n; i++)
    {
      x[i] = (i % side + 0.5) / side;
      y[i] = (i / side + 0.5) / side;
    }
  for (step = 0; step < 200 && n > 1; step++)
    {
      for (i = 0; i < n; i++)
        for (k = i + 1; k < n; k++)
          {
            const double want =
                atlas_graph_has_arc (self->graph, i, k) ? 0.2 : 0.45;
            double dx = x[i] - x[k], dy = y[i] - y[k];
            double d = sqrt (dx * dx + dy * dy) + 1e-9;
            double c = 0.5 * (d - want) / d / (1 + step * 0.1);

            x[i] -= c * dx;
            x[k] += c * dx;
            y[i] -= c * dy;
            y[k] += c * dy;
          }
    }
  {
    double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9, span;

    for (i = 0; i < n; i++)
      {
        x0 = MIN (x0, x[i]);
        x1 = MAX (x1, x[i]);
        y0 = MIN (y0, y[i]);
        y1 = MAX (y1, y[i]);
      }
    span = MAX (MAX (x1 - x0, y1 - y0), 1e-9) / 0.9;
    for (i = 0; i < n; i++)
      {
        self->places[i].x = 0.5 + (x[i] - (x0 + x1) / 2) / span;
        self->places[i].y = 0.5 + (y[i] - (y0 + y1) / 2) / span;
        self->places[i].radius = 0.2 / (side + 8);
      }
  }

  return TRUE;
}

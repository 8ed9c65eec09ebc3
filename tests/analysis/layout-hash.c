/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"

/* Prints a hash of the layout of several graphs. Built from the sources of the
 * layout at -O1, at -O3, and without the vectors of newer processors; all must
 * print the same. */
int
main (int argc, char **argv)
{
  const AtlasLayoutOptions options = ATLAS_LAYOUT_OPTIONS_INIT;
  AtlasGraph *graphs[] = {
    fixture_chain (9),      fixture_star (40),       fixture_clique (30),
    fixture_grid (19),      fixture_crumbs (60),     fixture_places (14, 1),
    fixture_places (97, 2), fixture_places (700, 3), fixture_places (2300, 4),
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (graphs); i++)
    {
      g_auto (Picture) picture = { 0 };

      picture_init (&picture, graphs[i]);
      if (!picture_draw (&picture, graphs[i], &options, 1))
        return 1;
      g_print ("%u %016" G_GINT64_MODIFIER "x\n", graphs[i]->n,
               picture_hash (&picture));
      atlas_graph_free (graphs[i]);
    }

  return 0;
}

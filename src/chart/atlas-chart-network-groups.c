/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-scene-private.h"

#include "atlas-gettext.h"
#include <string.h>

/* Paul Tol's light scheme: fills that dark letters can be read on. */
static const guint32 group_colors[ATLAS_SCENE_MAX_GROUPS] = {
  0x77aadd, 0xee8866, 0xeedd88, 0x44bb99, 0xffaabb,
  0xbbcc33, 0x99ddff, 0xaaaa00, 0xdddddd,
};

static AtlasColor
group_color (const AtlasTheme *theme, guint32 rgb)
{
  AtlasColor color = { ((rgb >> 16) & 0xff) / 255.0,
                       ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1.0 };

  if (theme->grey)
    color.red = color.green = color.blue =
        0.30 * color.red + 0.59 * color.green + 0.11 * color.blue;

  return color;
}

/* A candidate for a group: an economy or a community. */
typedef struct
{
  const char *economy;
  guint community;
  guint count;
  guint first;
} Tally;

static int
compare_tallies (gconstpointer a, gconstpointer b)
{
  const Tally *p = a;
  const Tally *q = b;

  if (p->count != q->count)
    return p->count > q->count ? -1 : 1;
  if (p->economy != NULL && q->economy != NULL)
    return strcmp (p->economy, q->economy);
  return p->community < q->community ? -1 : p->community > q->community;
}

static gconstpointer
tally_key (const AtlasNetworkScene *self, const AtlasPlace *place)
{
  if (self->options.fill == ATLAS_NODE_FILL_COMMUNITY)
    return GUINT_TO_POINTER (place->community + 1);

  return place->economy;
}

/* Counts over the whole network, not over what a filter left, so that a filter
 * never changes the colour of an economy. */
static GArray *
count_groups (const AtlasNetworkScene *self, GHashTable *indices)
{
  GArray *tallies = g_array_new (FALSE, TRUE, sizeof (Tally));
  const AtlasNetwork *counted = self->network;
  const AtlasPlace *places;
  gsize n_places;

  if (self->options.whole != NULL
      && self->options.fill == ATLAS_NODE_FILL_ECONOMY)
    counted = self->options.whole;
  places = atlas_network_get_places (counted, &n_places);

  for (gsize i = 0; i < n_places; i++)
    {
      gconstpointer key = tally_key (self, &places[i]);
      gpointer found;

      if (key == NULL)
        continue;
      if (g_hash_table_lookup_extended (indices, key, NULL, &found))
        {
          g_array_index (tallies, Tally, GPOINTER_TO_UINT (found)).count++;
        }
      else
        {
          Tally tally = { places[i].economy, places[i].community, 1,
                          tallies->len };

          g_hash_table_insert (indices, (gpointer) key,
                               GUINT_TO_POINTER (tallies->len));
          g_array_append_val (tallies, tally);
        }
    }

  return tallies;
}

static void
add_group (AtlasNetworkScene *self, const Tally *tally, guint index)
{
  gboolean by_community = self->options.fill == ATLAS_NODE_FILL_COMMUNITY;
  AtlasSceneGroup group = { NULL };

  if (by_community)
    {
      g_snprintf (group.mark, sizeof group.mark, "%u", index + 1);
      group.name = g_strdup_printf (_ ("Community %u"), index + 1);
    }
  else
    {
      group.mark[0] = (char) ('A' + index);
      group.name = g_strdup (tally->economy);
    }
  group.color = group_color (&self->theme, group_colors[index]);
  g_array_append_val (self->groups, group);
}

static void
add_last_group (AtlasNetworkScene *self)
{
  gboolean by_community = self->options.fill == ATLAS_NODE_FILL_COMMUNITY;
  AtlasSceneGroup group = { NULL };

  g_strlcpy (group.mark, "…", sizeof group.mark);
  group.name =
      g_strdup (by_community ? _ ("Other communities") : _ ("Other economies"));
  group.color =
      group_color (&self->theme, group_colors[ATLAS_SCENE_MAX_GROUPS - 1]);
  g_array_append_val (self->groups, group);
}

/**
 * atlas_network_scene_make_groups:
 * @self: a scene whose nodes are there
 * @places: the places of its network
 *
 * The largest groups get a colour of their own, the others share the last.
 */
void
atlas_network_scene_make_groups (AtlasNetworkScene *self,
                                 const AtlasPlace *places)
{
  gboolean by_community = self->options.fill == ATLAS_NODE_FILL_COMMUNITY;
  g_autoptr (GHashTable) indices =
      by_community ? g_hash_table_new (g_direct_hash, g_direct_equal)
                   : g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) tallies = count_groups (self, indices);
  g_autofree guint *group_of = g_new (guint, tallies->len + 1);
  guint n_own;

  g_array_sort (tallies, compare_tallies);
  n_own = tallies->len <= ATLAS_SCENE_MAX_GROUPS ? tallies->len
                                                 : ATLAS_SCENE_MAX_GROUPS - 1;
  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *tally = &g_array_index (tallies, Tally, i);

      if (i < n_own)
        add_group (self, tally, i);
      group_of[tally->first] = MIN (i, n_own);
    }
  if (n_own < tallies->len)
    add_last_group (self);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasPlace *place = &places[i];
      gconstpointer key = tally_key (self, place);
      gpointer found;
      guint index;

      self->nodes[i].group = ATLAS_SCENE_NO_GROUP;
      if (key == NULL)
        continue;
      if (!g_hash_table_lookup_extended (indices, key, NULL, &found))
        continue;
      index = group_of[GPOINTER_TO_UINT (found)];
      self->nodes[i].group = index;
      g_array_index (self->groups, AtlasSceneGroup, index).n_nodes++;
    }
}

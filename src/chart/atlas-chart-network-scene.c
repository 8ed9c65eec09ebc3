/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-scene.h"

#include "atlas-gettext.h"
#include <math.h>
#include <string.h>

#include "atlas-chart-network-spread.h"
#include "atlas-chart-text.h"

/* Part of the map that discs may cover, and their largest radius. */
#define DISC_PART 0.04
#define MAX_RADIUS 17.0
#define MIN_RADIUS 0.9

/* The smallest node over the largest. */
#define SMALLEST 0.34

/* A map may be stretched to its paper by so much, no more. */
#define MAX_STRETCH 1.5

/* How far a lane lies beside the straight line: a part of its length, and at
 * most so many points. */
#define LANE_PART 0.085
#define LANE_MOST 13.0

/* Maps of at most so many lines have them led around nodes. */
#define MAX_LED 600

/* Blank between two discs. */
#define DISC_GAP 2.0

/* Paul Tol's light scheme: fills that dark letters can be read on. */
static const guint32 group_colors[ATLAS_SCENE_MAX_GROUPS] = {
  0x77aadd, 0xee8866, 0xeedd88, 0x44bb99, 0xffaabb,
  0xbbcc33, 0x99ddff, 0xaaaa00, 0xdddddd,
};

struct _AtlasNetworkScene
{
  gatomicrefcount ref_count;
  AtlasNetwork *network;
  AtlasNetworkOptions options;
  AtlasTheme theme;
  char *font_family;
  double width;
  double height;
  double left;
  double top;
  double scale_x;
  double scale_y;
  double largest;
  double max_value;
  AtlasSceneNode *nodes;
  AtlasLabelNode *label_nodes;
  AtlasLabel *labels;
  guint n_nodes;
  AtlasSceneEdge *edges;
  guint n_edges;
  guint *edge_starts;
  guint *edges_at;
  GArray *groups;
};

static void
group_clear (gpointer data)
{
  AtlasSceneGroup *group = data;

  g_free (group->name);
}

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

/* --- groups ------------------------------------------------------------- */

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

/* The largest groups get a colour of their own, the others share the last. */
static void
make_groups (AtlasNetworkScene *self, const AtlasPlace *places)
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

/* --- nodes -------------------------------------------------------------- */

static double
size_factor (double value, double max_value)
{
  if (max_value <= 0)
    return SMALLEST;
  return SMALLEST + (1.0 - SMALLEST) * sqrt (MAX (value, 0.0) / max_value);
}

static void
make_nodes (AtlasNetworkScene *self, const AtlasPlace *places, gsize n_places)
{
  double sum = 0;
  double area = self->width * self->height;

  self->n_nodes = (guint) n_places;
  self->nodes = g_new0 (AtlasSceneNode, n_places + 1);
  for (gsize i = 0; i < n_places; i++)
    {
      double value =
          atlas_node_measure_get_value (self->options.size, &places[i]);

      self->max_value = MAX (self->max_value, value);
      self->nodes[i].loaded = places[i].loaded;
      self->nodes[i].pinned = places[i].pinned;
    }

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasPlace *place = &places[i];
      double value = atlas_node_measure_get_value (self->options.size, place);

      self->nodes[i].radius = size_factor (value, self->max_value);
      sum += self->nodes[i].radius * self->nodes[i].radius;
    }
  self->largest = MAX_RADIUS * self->theme.text_scale;
  if (sum > 0)
    self->largest = MIN (self->largest, sqrt (DISC_PART * area / G_PI / sum));
  self->largest = MAX (self->largest, MIN_RADIUS / SMALLEST);
  for (guint i = 0; i < self->n_nodes; i++)
    self->nodes[i].radius *= self->largest;
}

/* Fits positions into the map: one scale for both directions, stretched a
 * little where the map is wider or higher than what is drawn. */
static void
fit_positions (AtlasNetworkScene *self,
               const AtlasPlace *places,
               gsize n_places)
{
  double text = self->theme.text_scale;
  double margin_x = self->largest + 34.0 * text;
  double margin_y = self->largest + 14.0 * text;
  double x0 = INFINITY;
  double x1 = -INFINITY;
  double y0 = INFINITY;
  double y1 = -INFINITY;
  double room_x;
  double room_y;
  double scale;

  for (gsize i = 0; i < n_places; i++)
    {
      x0 = MIN (x0, places[i].x);
      x1 = MAX (x1, places[i].x);
      y0 = MIN (y0, places[i].y);
      y1 = MAX (y1, places[i].y);
    }
  room_x = MAX (self->width - 2 * margin_x, self->width * 0.3);
  room_y = MAX (self->height - 2 * margin_y, self->height * 0.3);
  x1 = MAX (x1 - x0, 1e-9);
  y1 = MAX (y1 - y0, 1e-9);
  scale = MIN (room_x / x1, room_y / y1);
  self->scale_x = MIN (room_x / x1, scale * MAX_STRETCH);
  self->scale_y = MIN (room_y / y1, scale * MAX_STRETCH);
  self->left = self->width / 2 - (x0 + x1 / 2) * self->scale_x;
  self->top = self->height / 2 - (y0 + y1 / 2) * self->scale_y;
}

static void
place_nodes (AtlasNetworkScene *self, const AtlasPlace *places)
{
  AtlasSpreadDisc *discs = g_new0 (AtlasSpreadDisc, self->n_nodes + 1);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      AtlasSceneNode *node = &self->nodes[i];
      const AtlasPlace *place = &places[i];

      discs[i].x = self->left + place->x * self->scale_x;
      discs[i].y = self->top + place->y * self->scale_y;
      discs[i].radius = node->radius;
      discs[i].fixed = node->pinned;
    }
  atlas_spread_discs (discs, self->n_nodes,
                      MIN (DISC_GAP, self->largest * 0.25), self->width,
                      self->height);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->nodes[i].x = discs[i].x;
      self->nodes[i].y = discs[i].y;
    }
  g_free (discs);
}

/* --- edges -------------------------------------------------------------- */

/* Links between the same two places stand side by side: by kind, then by
 * direction. */
static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const AtlasSceneEdge *p = a;
  const AtlasSceneEdge *q = b;
  guint p_low = MIN (p->source, p->target);
  guint q_low = MIN (q->source, q->target);
  guint p_high = MAX (p->source, p->target);
  guint q_high = MAX (q->source, q->target);

  if (p_low != q_low)
    return p_low < q_low ? -1 : 1;
  if (p_high != q_high)
    return p_high < q_high ? -1 : 1;
  if (p->source != q->source)
    return p->source < q->source ? -1 : 1;
  if (p->kind != q->kind)
    return p->kind < q->kind ? -1 : 1;
  if (p->order != q->order)
    return p->order < q->order ? -1 : 1;
  return p->link < q->link ? -1 : p->link > q->link;
}

static gboolean
is_same_pair (const AtlasSceneEdge *a, const AtlasSceneEdge *b)
{
  return MIN (a->source, a->target) == MIN (b->source, b->target)
         && MAX (a->source, a->target) == MAX (b->source, b->target);
}

static gboolean
is_same_line (const AtlasSceneEdge *a, const AtlasSceneEdge *b)
{
  return a->source == b->source && a->target == b->target && a->kind == b->kind;
}

/* Gives the lines of one pair their lanes: one line is straight, two or more
 * bend to both sides, measured as seen from the node with the lower index. */
static void
assign_lanes (AtlasSceneEdge *edges, guint n_edges)
{
  guint n_lanes = 0;

  for (guint i = 0; i < n_edges; i++)
    if (i == 0 || !is_same_line (&edges[i], &edges[i - 1]))
      n_lanes++;
  for (guint i = 0, lane = 0; i < n_edges; i++)
    {
      double offset;

      if (i > 0 && !is_same_line (&edges[i], &edges[i - 1]))
        lane++;
      offset = n_lanes == 1 ? 0 : lane - (n_lanes - 1) / 2.0;
      /* Three lines: the one in the middle stays straight. */
      edges[i].lane = (float) (n_lanes == 2 ? offset * 2 : offset);
      if (edges[i].source > edges[i].target)
        edges[i].lane = -edges[i].lane;
    }
}

/* How many nodes a line of @lane would run through that it does not join. */
static guint
count_crossed (const AtlasNetworkScene *self,
               const AtlasSceneEdge *edge,
               double lane)
{
  const AtlasSceneNode *a = &self->nodes[edge->source];
  const AtlasSceneNode *b = &self->nodes[edge->target];
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double length = MAX (hypot (dx, dy), 1e-6);
  double bend = atlas_scene_get_bend (lane, length, self->theme.text_scale);
  guint crossed = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasSceneNode *node = &self->nodes[i];
      double along = ((node->x - a->x) * dx + (node->y - a->y) * dy) / length;
      double across = ((node->y - a->y) * dx - (node->x - a->x) * dy) / length;
      double t = along / length;

      if (i == edge->source || i == edge->target || t <= 0 || t >= 1)
        continue;
      /* A parabola over the straight line, as the drawn curve nearly is. */
      if (fabs (across - 4 * bend * t * (1 - t)) < node->radius + 1.5)
        crossed++;
    }

  return crossed;
}

/* Bends a line that runs through a node it does not join to where it runs
 * through the fewest. Of two lines side by side each keeps its side. */
static void
lead_around (AtlasNetworkScene *self, AtlasSceneEdge *edge)
{
  static const double alone[] = { 0, 1, -1, 1.8, -1.8, 2.7, -2.7, 3.6, -3.6 };
  static const double beside[] = { 1, 1.7, 2.5, 0.55, 3.4 };
  gboolean straight = !(edge->lane > 0 || edge->lane < 0);
  guint n_tries = straight ? G_N_ELEMENTS (alone) : G_N_ELEMENTS (beside);
  guint fewest = G_MAXUINT;
  double best = 0;

  for (guint i = 0; i < n_tries && fewest > 0; i++)
    {
      double lane = straight ? alone[i] : (double) edge->lane * beside[i];
      guint crossed = count_crossed (self, edge, lane);

      if (crossed < fewest)
        {
          fewest = crossed;
          best = lane;
        }
    }
  edge->lane = (float) best;
}

static void
make_edges (AtlasNetworkScene *self, const AtlasLink *links, gsize n_links)
{
  guint kept = 0;

  self->edges = g_new0 (AtlasSceneEdge, n_links + 1);
  for (gsize i = 0; i < n_links; i++)
    {
      AtlasSceneEdge *edge = &self->edges[self->n_edges];

      if (links[i].source == links[i].target)
        continue;
      edge->link = (guint) i;
      edge->source = links[i].source;
      edge->target = links[i].target;
      edge->kind = links[i].kind;
      edge->order = CLAMP (links[i].order, 1, 3);
      edge->mutual = links[i].answer == ATLAS_LINK_MUTUAL;
      self->n_edges++;
    }
  qsort (self->edges, self->n_edges, sizeof *self->edges, compare_edges);

  /* Several editions say the same: one line, with the best order. */
  for (guint i = 0; i < self->n_edges; i++)
    if (kept == 0 || !is_same_line (&self->edges[i], &self->edges[kept - 1]))
      self->edges[kept++] = self->edges[i];
  self->n_edges = kept;

  for (guint i = 0, end; i < self->n_edges; i = end)
    {
      for (end = i + 1; end < self->n_edges
                        && is_same_pair (&self->edges[i], &self->edges[end]);
           end++)
        ;
      assign_lanes (&self->edges[i], end - i);
      /* Three or more already fill the room between them. */
      for (guint j = i; j < end && end - i < 3 && self->n_edges <= MAX_LED; j++)
        lead_around (self, &self->edges[j]);
    }
}

static void
index_edges (AtlasNetworkScene *self)
{
  g_autofree guint *fill = NULL;

  self->edge_starts = g_new0 (guint, self->n_nodes + 1);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->edge_starts[self->edges[i].source + 1]++;
      self->edge_starts[self->edges[i].target + 1]++;
    }
  for (guint i = 0; i < self->n_nodes; i++)
    self->edge_starts[i + 1] += self->edge_starts[i];
  self->edges_at = g_new (guint, 2 * (gsize) self->n_edges + 1);
  fill = g_memdup2 (self->edge_starts,
                    sizeof (guint) * ((gsize) self->n_nodes + 1));
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->edges_at[fill[self->edges[i].source]++] = i;
      self->edges_at[fill[self->edges[i].target]++] = i;
    }
}

/* --- labels ------------------------------------------------------------- */

/* A slot is disliked the more lines leave the node towards it. */
static void
weigh_slots (const AtlasNetworkScene *self, guint index, AtlasLabelNode *label)
{
  const AtlasSceneNode *node = &self->nodes[index];
  AtlasLabelNode origin = *label;

  origin.x = 0;
  origin.y = 0;
  for (guint slot = 0; slot < ATLAS_LABEL_N_SLOTS; slot++)
    {
      double cost = slot * 0.04;
      double x;
      double y;
      double length;

      atlas_label_get_centre (&origin, slot, 1.0, &x, &y);
      length = hypot (x, y);
      for (guint i = self->edge_starts[index]; i < self->edge_starts[index + 1];
           i++)
        {
          const AtlasSceneEdge *edge = &self->edges[self->edges_at[i]];
          guint end = edge->source == index ? edge->target : edge->source;
          double dx = self->nodes[end].x - node->x;
          double dy = self->nodes[end].y - node->y;
          double along =
              (dx * x + dy * y) / MAX (hypot (dx, dy) * length, 1e-9);

          if (along > 0)
            cost += along * along * along;
        }
      label->costs[slot] = (float) cost;
    }
}

static gboolean
make_labels (AtlasNetworkScene *self,
             const AtlasPlace *places,
             AtlasStopFunc stop,
             gpointer user_data)
{
  g_autoptr (AtlasText) text = atlas_text_new (&self->theme);
  gboolean done;

  self->label_nodes = g_new0 (AtlasLabelNode, self->n_nodes + 1);
  self->labels = g_new0 (AtlasLabel, self->n_nodes + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasSceneNode *node = &self->nodes[i];
      const AtlasPlace *place = &places[i];
      AtlasLabelNode *label = &self->label_nodes[i];
      AtlasTextSize size =
          atlas_text_measure (text, place->label, ATLAS_TEXT_LABEL, 0, 1);

      label->x = node->x;
      label->y = node->y;
      label->radius = node->radius;
      label->width = size.width + 2;
      label->height = size.height * 0.86;
      label->importance = node->radius / self->largest
                          + (node->loaded ? 0.01 : 0.0) + place->degree * 1e-6;
      weigh_slots (self, i, label);
      if ((i & 127) == 0 && stop != NULL && stop (user_data))
        return FALSE;
    }
  done = atlas_labels_place (self->label_nodes, self->n_nodes, self->width,
                             self->height, self->labels, stop, user_data);
  for (guint i = 0; i < self->n_nodes; i++)
    self->nodes[i].label = self->labels[i];

  return done;
}

/* --- public ------------------------------------------------------------- */

/**
 * atlas_network_scene_new:
 * @network: a network, measured and arranged; not changed any more
 * @options: what of it is shown, and how
 * @theme: how it looks
 * @width: width of the map in points
 * @height: height of the map
 * @stop: (nullable): asked between steps
 * @user_data: for @stop
 *
 * Returns: (transfer full) (nullable): the scene; %NULL when stopped
 */
AtlasNetworkScene *
atlas_network_scene_new (AtlasNetwork *network,
                         const AtlasNetworkOptions *options,
                         const AtlasTheme *theme,
                         double width,
                         double height,
                         AtlasStopFunc stop,
                         gpointer user_data)
{
  g_autoptr (AtlasNetworkScene) self = NULL;
  const AtlasPlace *places;
  const AtlasLink *links;
  gsize n_places;
  gsize n_links;

  g_return_val_if_fail (network != NULL && options != NULL, NULL);
  g_return_val_if_fail (theme != NULL, NULL);

  self = g_new0 (AtlasNetworkScene, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->network = atlas_network_ref (network);
  self->options = *options;
  if (self->options.whole != NULL)
    atlas_network_ref (self->options.whole);
  self->theme = *theme;
  self->font_family = g_strdup (theme->font_family);
  self->theme.font_family = self->font_family;
  self->width = MAX (width, 1.0);
  self->height = MAX (height, 1.0);
  self->groups = g_array_new (FALSE, TRUE, sizeof (AtlasSceneGroup));
  g_array_set_clear_func (self->groups, group_clear);

  places = atlas_network_get_places (network, &n_places);
  links = atlas_network_get_links (network, &n_links);
  make_nodes (self, places, n_places);
  make_groups (self, places);
  fit_positions (self, places, n_places);
  place_nodes (self, places);
  make_edges (self, links, n_links);
  index_edges (self);
  if (!make_labels (self, places, stop, user_data))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_network_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): @self; from any thread
 */
AtlasNetworkScene *
atlas_network_scene_ref (AtlasNetworkScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * atlas_network_scene_unref:
 * @self: a scene
 */
void
atlas_network_scene_unref (AtlasNetworkScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  atlas_network_unref (self->network);
  g_clear_pointer (&self->options.whole, atlas_network_unref);
  g_array_unref (self->groups);
  g_free (self->font_family);
  g_free (self->nodes);
  g_free (self->label_nodes);
  g_free (self->labels);
  g_free (self->edges);
  g_free (self->edge_starts);
  g_free (self->edges_at);
  g_free (self);
}

/**
 * atlas_network_scene_get_network:
 * @self: a scene
 *
 * Returns: (transfer none): the network it shows
 */
AtlasNetwork *
atlas_network_scene_get_network (const AtlasNetworkScene *self)
{
  return self->network;
}

/**
 * atlas_network_scene_get_options:
 * @self: a scene
 *
 * Returns: (transfer none): its options
 */
const AtlasNetworkOptions *
atlas_network_scene_get_options (const AtlasNetworkScene *self)
{
  return &self->options;
}

/**
 * atlas_network_scene_get_theme:
 * @self: a scene
 *
 * Returns: (transfer none): its theme
 */
const AtlasTheme *
atlas_network_scene_get_theme (const AtlasNetworkScene *self)
{
  return &self->theme;
}

/**
 * atlas_network_scene_get_size:
 * @self: a scene
 * @width: (out): width of the map in points
 * @height: (out): height of the map
 */
void
atlas_network_scene_get_size (const AtlasNetworkScene *self,
                              double *width,
                              double *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * atlas_network_scene_get_nodes:
 * @self: a scene
 * @n_nodes: (out): number of nodes
 *
 * Returns: (array length=n_nodes) (transfer none): the places shown
 */
const AtlasSceneNode *
atlas_network_scene_get_nodes (const AtlasNetworkScene *self, guint *n_nodes)
{
  *n_nodes = self->n_nodes;

  return self->nodes;
}

/**
 * atlas_network_scene_get_edges:
 * @self: a scene
 * @n_edges: (out): number of edges
 *
 * Returns: (array length=n_edges) (transfer none): the links shown
 */
const AtlasSceneEdge *
atlas_network_scene_get_edges (const AtlasNetworkScene *self, guint *n_edges)
{
  *n_edges = self->n_edges;

  return self->edges;
}

/**
 * atlas_network_scene_get_groups:
 * @self: a scene
 * @n_groups: (out): number of groups
 *
 * Returns: (array length=n_groups) (transfer none): economies or communities,
 *   the largest first
 */
const AtlasSceneGroup *
atlas_network_scene_get_groups (const AtlasNetworkScene *self, guint *n_groups)
{
  *n_groups = self->groups->len;

  return (const AtlasSceneGroup *) (gpointer) self->groups->data;
}

/**
 * atlas_network_scene_get_edges_at:
 * @self: a scene
 * @node: index of a node
 * @n_edges: (out): how many edges begin or end there
 *
 * Returns: (array length=n_edges) (transfer none): their indices
 */
const guint *
atlas_network_scene_get_edges_at (const AtlasNetworkScene *self,
                                  guint node,
                                  guint *n_edges)
{
  g_return_val_if_fail (node < self->n_nodes, NULL);

  *n_edges = self->edge_starts[node + 1] - self->edge_starts[node];

  return &self->edges_at[self->edge_starts[node]];
}

/**
 * atlas_network_scene_get_max_value:
 * @self: a scene
 *
 * Returns: the largest value of the measure that sizes stand for
 */
double
atlas_network_scene_get_max_value (const AtlasNetworkScene *self)
{
  return self->max_value;
}

/**
 * atlas_network_scene_get_radius_of:
 * @self: a scene
 * @value: a value of the measure that sizes stand for
 *
 * Returns: the radius of a node of that value at zoom 1, in points
 */
double
atlas_network_scene_get_radius_of (const AtlasNetworkScene *self, double value)
{
  return self->largest * size_factor (value, self->max_value);
}

/**
 * atlas_network_scene_get_line_scale:
 * @self: a scene
 *
 * Many lines are drawn thinner than few.
 *
 * Returns: width of a line over its width in a picture of few
 */
double
atlas_network_scene_get_line_scale (const AtlasNetworkScene *self)
{
  double scale = pow (150.0 / MAX (self->n_edges, 1u), 0.25);

  return CLAMP (scale, 0.4, 1.0) * MIN (self->theme.text_scale, 1.5);
}

/**
 * atlas_network_scene_get_line_alpha:
 * @self: a scene
 *
 * Returns: how opaque lines are: many are drawn fainter than few
 */
double
atlas_network_scene_get_line_alpha (const AtlasNetworkScene *self)
{
  double alpha = pow (80.0 / MAX (self->n_edges, 1u), 0.3);

  return CLAMP (alpha, 0.22, 0.9);
}

/**
 * atlas_network_scene_get_label_node:
 * @self: a scene
 * @node: index of a node
 *
 * Returns: (transfer none): the node as the placing of labels saw it
 */
const AtlasLabelNode *
atlas_network_scene_get_label_node (const AtlasNetworkScene *self, guint node)
{
  g_return_val_if_fail (node < self->n_nodes, NULL);

  return &self->label_nodes[node];
}

/**
 * atlas_network_scene_get_label:
 * @self: a scene
 * @node: index of a node
 *
 * Returns: (transfer none): the name of its place
 */
const char *
atlas_network_scene_get_label (const AtlasNetworkScene *self, guint node)
{
  gsize n_places;

  g_return_val_if_fail (node < self->n_nodes, NULL);

  return atlas_network_get_places (self->network, &n_places)[node].label;
}

/**
 * atlas_network_scene_count_hidden:
 * @self: a scene
 * @zoom: a zoom
 *
 * Returns: number of nodes whose names are not shown at @zoom
 */
guint
atlas_network_scene_count_hidden (const AtlasNetworkScene *self, double zoom)
{
  guint hidden = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    hidden += self->nodes[i].label.zoom > MAX (zoom, 1.0);

  return hidden;
}

/**
 * atlas_scene_get_bend:
 * @lane: lane of a line
 * @length: distance between the centres that it joins
 * @text_scale: scale of the theme
 *
 * Returns: how far the middle of the line lies beside the straight one, in
 *   points; to the right for a positive lane, seen from its source downwards
 */
double
atlas_scene_get_bend (double lane, double length, double text_scale)
{
  return lane * MIN (length * LANE_PART, LANE_MOST * text_scale);
}

/**
 * atlas_network_scene_to_unit:
 * @self: a scene
 * @x: a point of the map at zoom 1
 * @y: the same, downwards
 * @unit_x: (out): where that is among the positions of places
 * @unit_y: (out): the same, downwards
 */
void
atlas_network_scene_to_unit (const AtlasNetworkScene *self,
                             double x,
                             double y,
                             double *unit_x,
                             double *unit_y)
{
  *unit_x = (x - self->left) / self->scale_x;
  *unit_y = (y - self->top) / self->scale_y;
}

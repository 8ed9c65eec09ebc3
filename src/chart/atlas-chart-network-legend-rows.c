/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-legend-private.h"

#include "atlas-gettext.h"
#include <math.h>

/**
 * atlas_legend_row_clear:
 * @data: a row
 */
void
atlas_legend_row_clear (gpointer data)
{
  AtlasLegendRow *row = data;

  g_free (row->text);
}

/* Takes @text. */
static AtlasLegendRow *
add_row (GArray *rows, AtlasLegendRowType type, char *text)
{
  AtlasLegendRow row = { .type = type,
                         .text = text,
                         .group = ATLAS_SCENE_NO_GROUP };

  g_array_append_val (rows, row);

  return &g_array_index (rows, AtlasLegendRow, rows->len - 1);
}

static void
add_groups (GArray *rows,
            AtlasNetworkScene *scene,
            const AtlasFormat *format,
            guint max_groups)
{
  const AtlasNetworkOptions *options = atlas_network_scene_get_options (scene);
  const AtlasSceneNode *nodes;
  const AtlasSceneGroup *groups;
  gboolean some_unknown = FALSE;
  guint n_nodes;
  guint n_groups;
  guint n_shown = 0;
  guint n_left_out = 0;

  nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
  groups = atlas_network_scene_get_groups (scene, &n_groups);
  for (guint i = 0; i < n_nodes; i++)
    some_unknown |= nodes[i].group == ATLAS_SCENE_NO_GROUP;

  add_row (rows, ATLAS_LEGEND_HEADING,
           g_strdup (atlas_node_fill_get_title (options->fill)));
  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *count = NULL;

      if (groups[i].n_nodes == 0)
        continue;
      if (n_shown >= max_groups)
        {
          n_left_out++;
          continue;
        }
      count = atlas_format_value (format, groups[i].n_nodes, 0);
      /* Translators: name of an economy and its number of places. */
      add_row (
          rows, ATLAS_LEGEND_GROUP,
          g_strdup_printf (C_ ("legend", "%s (%s)"), groups[i].name, count))
          ->group = i;
      n_shown++;
    }
  if (n_left_out > 0)
    add_row (
        rows, ATLAS_LEGEND_NOTE,
        g_strdup_printf (ngettext ("and %u more", "and %u more", n_left_out),
                         n_left_out));
  if (some_unknown && options->fill == ATLAS_NODE_FILL_ECONOMY)
    add_row (rows, ATLAS_LEGEND_NODE, g_strdup (_ ("Economy not known")));
}

static void
add_places (GArray *rows)
{
  add_row (rows, ATLAS_LEGEND_HEADING, g_strdup (_ ("Place")));
  add_row (rows, ATLAS_LEGEND_NODE, g_strdup (_ ("Profile open")))->loaded =
      TRUE;
  add_row (rows, ATLAS_LEGEND_NODE, g_strdup (_ ("Only named by others")));
}

static void
add_sizes (GArray *rows,
           AtlasNetworkScene *scene,
           const AtlasFormat *format,
           guint n_sizes)
{
  const AtlasNetworkOptions *options = atlas_network_scene_get_options (scene);
  double most = atlas_network_scene_get_max_value (scene);
  double values[3] = { most, n_sizes > 2 ? most / 4 : 0, 0 };
  double last = -1;
  guint decimals = atlas_node_measure_get_decimals (options->size, most);

  if (most <= 0 || n_sizes == 0)
    return;
  add_row (rows, ATLAS_LEGEND_HEADING,
           g_strdup (atlas_node_measure_get_title (options->size)));
  if (decimals == 0)
    values[1] = round (values[1]);
  for (guint i = 0; i < n_sizes; i++)
    {
      AtlasLegendRow *row;

      if (i > 0 && values[i] >= last)
        continue;
      last = values[i];
      row = add_row (rows, ATLAS_LEGEND_SIZE,
                     atlas_format_value (format, values[i], decimals));
      row->radius = atlas_network_scene_get_radius_of (scene, values[i]);
      row->loaded = TRUE;
    }
}

static void
add_line (GArray *rows,
          const char *text,
          AtlasKind kind,
          guint order,
          gboolean mutual)
{
  AtlasLegendRow *row = add_row (rows, ATLAS_LEGEND_LINE, g_strdup (text));

  row->kind = kind;
  row->order = order;
  row->mutual = mutual;
}

static void
add_orders (GArray *rows,
            const AtlasFormat *format,
            AtlasKind kind,
            gboolean in_one)
{
  const char *const orders[] = { C_ ("legend", "first"),
                                 C_ ("legend", "second"),
                                 C_ ("legend", "third") };

  if (in_one)
    {
      char *text = atlas_format_list (format, orders, G_N_ELEMENTS (orders));

      add_row (rows, ATLAS_LEGEND_ORDERS, text)->kind = kind;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    add_line (rows, orders[i], kind, i + 1, FALSE);
}

static void
add_lines (GArray *rows,
           AtlasNetworkScene *scene,
           const AtlasFormat *format,
           gboolean one_order)
{
  const AtlasSceneEdge *edges;
  gboolean has_kind[ATLAS_N_KINDS] = { FALSE, FALSE };
  gboolean has_mutual = FALSE;
  AtlasKind kind;
  guint n_edges;

  edges = atlas_network_scene_get_edges (scene, &n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      has_kind[edges[i].kind] = TRUE;
      has_mutual |= edges[i].mutual;
    }
  if (n_edges == 0)
    return;

  kind = has_kind[ATLAS_PATENTS] ? ATLAS_PATENTS : ATLAS_ARTICLES;
  add_row (rows, ATLAS_LEGEND_HEADING, g_strdup (_ ("A names B")));
  if (has_kind[ATLAS_PATENTS])
    add_line (rows, _ ("for patents"), ATLAS_PATENTS, 2, FALSE);
  if (has_kind[ATLAS_ARTICLES])
    add_line (rows, _ ("for articles"), ATLAS_ARTICLES, 2, FALSE);
  add_orders (rows, format, kind, one_order);
  if (has_mutual)
    add_line (rows, _ ("and B names A"), kind, 2, TRUE);
}

/**
 * atlas_legend_fill:
 * @rows: (element-type AtlasLegendRow): rows, replaced
 * @scene: what they explain
 * @format: how figures are set
 * @content: how much they say
 *
 * Puts what a legend says in rows, none of them placed.
 */
void
atlas_legend_fill (GArray *rows,
                   AtlasNetworkScene *scene,
                   const AtlasFormat *format,
                   const AtlasLegendContent *content)
{
  g_array_set_size (rows, 0);
  add_groups (rows, scene, format, content->n_groups);
  add_places (rows);
  add_sizes (rows, scene, format, content->n_sizes);
  add_lines (rows, scene, format, content->one_order);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-writer.h"

#include "atlas-encode.h"
#include "atlas-network-values.h"

/* Pajek knows no way to write a quote in a label, nor a line break. */
static void
write_pajek_label (GString *out, const char *label)
{
  const char *p;

  g_string_append_c (out, '"');
  for (p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"')
        c = '\'';
      else if (g_unichar_iscntrl (c))
        c = ' ';
      g_string_append_unichar (out, c);
    }
  g_string_append_c (out, '"');
}

/* All arcs in one section: relations of their own ("*Arcs :1") are known to
 * Pajek alone, igraph refuses them and networkx takes the second heading for
 * an arc. So the kind is told by the label, the colour and the pattern. The
 * value of an arc is 1: who names whom has no weight. */
static void
write_pajek_links (GString *out, const AtlasNetwork *network)
{
  static const char *const looks[] = {
    [ATLAS_PATENTS] = "c Blue p Solid l \"patents",
    [ATLAS_ARTICLES] = "c Red p Dots l \"articles",
  };
  const AtlasLink *links;
  gsize i, n_links;

  links = atlas_network_get_links (network, &n_links);
  g_string_append (out, "*Arcs\n");
  for (i = 0; i < n_links; i++)
    g_string_append_printf (out, "%u %u 1 %s %u\"\n", links[i].source + 1,
                            links[i].target + 1, looks[links[i].kind],
                            links[i].order);
}

static void
write_pajek (GString *out, const AtlasNetwork *network, gint64 date)
{
  const AtlasPlace *places;
  gsize i, n_places;

  places = atlas_network_get_places (network, &n_places);
  g_string_append_printf (out, "*Vertices %" G_GSIZE_FORMAT "\n", n_places);
  for (i = 0; i < n_places; i++)
    {
      g_string_append_printf (out, "%" G_GSIZE_FORMAT " ", i + 1);
      write_pajek_label (out, places[i].label);
      g_string_append_c (out, ' ');
      atlas_encode_fixed (out, places[i].x, 6);
      g_string_append_c (out, ' ');
      atlas_encode_fixed (out, places[i].y, 6);
      g_string_append_printf (out, " 0.5 %s\n",
                              places[i].loaded ? "ellipse" : "diamond");
    }
  write_pajek_links (out, network);
}

static void
write_vosviewer_item (GString *out, const AtlasPlace *place, gsize id)
{
  g_string_append_printf (out, "      {\"id\": %" G_GSIZE_FORMAT ", ", id);
  g_string_append (out, "\"label\": ");
  atlas_encode_json_string (out, place->label);
  g_string_append (out, ", \"x\": ");
  atlas_encode_shortest (out, 2.0 * place->x - 1.0, 6);
  g_string_append (out, ", \"y\": ");
  atlas_encode_shortest (out, 1.0 - 2.0 * place->y, 6);
  g_string_append_printf (
      out,
      ", \"cluster\": %u, \"weights\": {\"Named by\": %u, \"Links\": %u}, "
      "\"scores\": {\"Named for patents\": %u, \"Named for articles\": %u, "
      "\"Loaded\": %d",
      place->community + 1, place->named_by_any, place->degree,
      place->named_by[ATLAS_PATENTS], place->named_by[ATLAS_ARTICLES],
      place->loaded ? 1 : 0);
  if (isfinite (place->betweenness))
    {
      g_string_append (out, ", \"Betweenness\": ");
      atlas_encode_shortest (out, place->betweenness, 4);
    }
  g_string_append (out, "}");
  if (place->economy != NULL)
    {
      g_string_append (out, ", \"description\": ");
      atlas_encode_json_string (out, place->economy);
    }
  g_string_append_c (out, '}');
}

/* VOSviewer draws one line for two places; its strength is how many of the up
 * to four links there are between them. */
static void
write_vosviewer (GString *out, const AtlasNetwork *network, gint64 date)
{
  const AtlasPlace *places;
  const AtlasEdge *edges;
  gsize i, n_places, n_edges;

  places = atlas_network_get_places (network, &n_places);
  edges = atlas_network_get_edges (network, &n_edges);

  g_string_append (out, "{\n  \"network\": {\n    \"items\": [");
  for (i = 0; i < n_places; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      write_vosviewer_item (out, &places[i], i + 1);
    }
  g_string_append (out, n_places > 0 ? "\n    ],\n" : "],\n");
  g_string_append (out, "    \"links\": [");
  for (i = 0; i < n_edges; i++)
    {
      guint kind, strength = 0;

      for (kind = 0; kind < ATLAS_N_KINDS; kind++)
        strength += (edges[i].order[kind][0] > 0 ? 1 : 0)
                    + (edges[i].order[kind][1] > 0 ? 1 : 0);
      g_string_append_printf (out,
                              "%s      {\"source_id\": %u, \"target_id\": %u, "
                              "\"strength\": %u}",
                              i > 0 ? ",\n" : "\n", edges[i].a + 1,
                              edges[i].b + 1, strength);
    }
  g_string_append (out, n_edges > 0 ? "\n    ]\n  },\n" : "]\n  },\n");
  g_string_append (out,
                   "  \"config\": {\n    \"parameters\": {\n"
                   "      \"item_size\": 1,\n"
                   "      \"scale\": 1.0\n    },\n"
                   "    \"terminology\": {\n"
                   "      \"item\": \"place\",\n"
                   "      \"items\": \"places\",\n"
                   "      \"link\": \"link\",\n"
                   "      \"links\": \"links\",\n"
                   "      \"link_strength\": \"number of links\",\n"
                   "      \"cluster\": \"community\",\n"
                   "      \"clusters\": \"communities\"\n    },\n"
                   "    \"color_schemes\": {\n      \"cluster_colors\": [");
  for (i = 0; i < ATLAS_N_NETWORK_COLORS; i++)
    g_string_append_printf (
        out,
        "%s\n        {\"cluster\": %" G_GSIZE_FORMAT
        ", \"color\": \"#%02x%02x%02x\"}",
        i > 0 ? "," : "", i + 1, atlas_network_colors[i].red,
        atlas_network_colors[i].green, atlas_network_colors[i].blue);
  g_string_append (out, "\n      ]\n    }\n  }\n}\n");
}

/**
 * atlas_network_write:
 * @out: where to append
 * @network: a network, measured and arranged
 * @format: the form
 * @date: seconds since 1970 to put into forms that have a date, -1 for none
 *
 * Appends @network as a whole file, with positions, measures, kinds, orders
 * and editions as far as the form has a place for them: GraphML 1.0, GEXF 1.3,
 * Pajek's .net, or the JSON of VOSviewer 1.6.
 */
void
atlas_network_write (GString *out,
                     const AtlasNetwork *network,
                     AtlasNetworkFormat format,
                     gint64 date)
{
  static void (*const writers[]) (GString *, const AtlasNetwork *, gint64) = {
    [ATLAS_NETWORK_GRAPHML] = atlas_network_write_graphml,
    [ATLAS_NETWORK_GEXF] = atlas_network_write_gexf,
    [ATLAS_NETWORK_PAJEK] = write_pajek,
    [ATLAS_NETWORK_VOSVIEWER] = write_vosviewer,
  };

  g_return_if_fail (out != NULL);
  g_return_if_fail (network != NULL);
  g_return_if_fail ((guint) format < G_N_ELEMENTS (writers));

  writers[format](out, network, date);
}

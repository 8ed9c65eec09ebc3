/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-writer.h"

#include <math.h>

#include "atlas-encode.h"

/* Positions are 0 to 1 here; the programs that read these files expect the
 * length of a canvas. */
#define CANVAS 1000.0

/* Diameters of the nodes: of one that nobody names, and for each naming. */
#define NODE_SIZE 10.0
#define SIZE_PER_NAMING 4.0

typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} Color;

/* Paul Tol's muted colours, told apart by colour-blind readers too; the
 * communities take them in turn. */
static const Color colors[] = {
  { 0x33, 0x22, 0x88 }, { 0xDD, 0xCC, 0x77 }, { 0x11, 0x77, 0x33 },
  { 0xCC, 0x66, 0x77 }, { 0x88, 0xCC, 0xEE }, { 0x88, 0x22, 0x55 },
  { 0x44, 0xAA, 0x99 }, { 0x99, 0x99, 0x33 }, { 0xAA, 0x44, 0x99 },
};

/* What is written for a place; the value is appended by @write. */
typedef struct
{
  const char *name;
  const char *type;
  gboolean (*write) (GString *out, const AtlasPlace *place);
} PlaceValue;

static const Color *
get_color (const AtlasPlace *place)
{
  return &colors[place->community % G_N_ELEMENTS (colors)];
}

static double
get_size (const AtlasPlace *place)
{
  return NODE_SIZE + SIZE_PER_NAMING * place->named_by_any;
}

static gboolean
write_label (GString *out, const AtlasPlace *place)
{
  atlas_encode_xml_text (out, place->label);

  return TRUE;
}

static gboolean
write_economy (GString *out, const AtlasPlace *place)
{
  atlas_encode_xml_text (out, place->economy);

  return place->economy != NULL;
}

/* Of a place that is only named no open profile prints the economy: it comes
 * from the list of known places. */
static gboolean
write_economy_printed (GString *out, const AtlasPlace *place)
{
  g_string_append (out, place->economy_printed ? "true" : "false");

  return place->economy != NULL;
}

static gboolean
write_loaded (GString *out, const AtlasPlace *place)
{
  g_string_append (out, place->loaded ? "true" : "false");

  return TRUE;
}

static gboolean
write_named_by (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->named_by_any);

  return TRUE;
}

static gboolean
write_named_by_patents (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->named_by[ATLAS_PATENTS]);

  return TRUE;
}

static gboolean
write_named_by_articles (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->named_by[ATLAS_ARTICLES]);

  return TRUE;
}

static gboolean
write_of (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->of_n);

  return TRUE;
}

static gboolean
write_community (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->community);

  return TRUE;
}

static gboolean
write_measure (GString *out, double measure)
{
  if (!isfinite (measure))
    return FALSE;

  atlas_encode_shortest (out, measure, 6);

  return TRUE;
}

static gboolean
write_betweenness (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->betweenness);
}

static gboolean
write_page_rank (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->page_rank);
}

static gboolean
write_x (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->x);
}

static gboolean
write_y (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->y);
}

static gboolean
write_out_links_patents (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->out_links[ATLAS_PATENTS]);

  return place->loaded;
}

static gboolean
write_out_links_articles (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->out_links[ATLAS_ARTICLES]);

  return place->loaded;
}

static gboolean
write_degree (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->degree);

  return TRUE;
}

static gboolean
write_component (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->component);

  return TRUE;
}

static gboolean
write_borda (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->borda);

  return TRUE;
}

static gboolean
write_betweenness_directed (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->betweenness_directed);
}

static gboolean
write_reciprocity (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->reciprocity);
}

static gboolean
write_cross_border (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->cross_border);
}

static gboolean
write_participation (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->participation);
}

static gboolean
write_jaccard (GString *out, const AtlasPlace *place)
{
  return write_measure (out, place->jaccard);
}

static gboolean
write_color (GString *out, const AtlasPlace *place)
{
  const Color *color = get_color (place);

  g_string_append_printf (out, "#%02x%02x%02x", color->red, color->green,
                          color->blue);

  return TRUE;
}

static gboolean
write_red (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, get_color (place)->red);

  return TRUE;
}

static gboolean
write_green (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, get_color (place)->green);

  return TRUE;
}

static gboolean
write_blue (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, get_color (place)->blue);

  return TRUE;
}

static gboolean
write_size (GString *out, const AtlasPlace *place)
{
  return write_measure (out, get_size (place));
}

static const PlaceValue place_values[] = {
  { "label", "string", write_label },
  { "economy", "string", write_economy },
  { "economy_printed", "boolean", write_economy_printed },
  { "loaded", "boolean", write_loaded },
  { "named_by", "int", write_named_by },
  { "named_by_patents", "int", write_named_by_patents },
  { "named_by_articles", "int", write_named_by_articles },
  { "of", "int", write_of },
  { "community", "int", write_community },
  { "betweenness", "double", write_betweenness },
  { "page_rank", "double", write_page_rank },
  { "x", "double", write_x },
  { "y", "double", write_y },
  { "out_links_patents", "int", write_out_links_patents },
  { "out_links_articles", "int", write_out_links_articles },
  { "degree", "int", write_degree },
  { "component", "int", write_component },
  { "borda", "int", write_borda },
  { "betweenness_directed", "double", write_betweenness_directed },
  { "reciprocity", "double", write_reciprocity },
  { "cross_border", "double", write_cross_border },
  { "participation", "double", write_participation },
  { "jaccard", "double", write_jaccard },
};

/* How a place looks: in GEXF that has elements of its own. Gephi reads the
 * colour from three keys, igraph from one. */
static const PlaceValue look_values[] = {
  { "color", "string", write_color }, { "r", "int", write_red },
  { "g", "int", write_green },        { "b", "int", write_blue },
  { "size", "double", write_size },
};

static const char *
get_kind_word (const AtlasLink *link)
{
  return link->kind == ATLAS_PATENTS ? "patents" : "articles";
}

/* "true", "false", or NULL where nobody knows. */
static const char *
get_mutual_word (const AtlasLink *link)
{
  static const char *const words[] = {
    [ATLAS_LINK_UNKNOWN] = NULL,
    [ATLAS_LINK_ONE_WAY] = "false",
    [ATLAS_LINK_MUTUAL] = "true",
  };

  return words[link->answer];
}

static void
write_attribute (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, " %s=\"", name);
  atlas_encode_xml_text (out, text);
  g_string_append_c (out, '"');
}

static void
write_graphml_keys (GString *out, const PlaceValue *values, gsize n_values)
{
  gsize i;

  for (i = 0; i < n_values; i++)
    g_string_append_printf (out,
                            "  <key id=\"%s\" for=\"node\" attr.name=\"%s\" "
                            "attr.type=\"%s\"/>\n",
                            values[i].name, values[i].name, values[i].type);
}

static void
write_graphml_values (GString *out,
                      const AtlasPlace *place,
                      const PlaceValue *values,
                      gsize n_values)
{
  gsize i;

  for (i = 0; i < n_values; i++)
    {
      const gsize before = out->len;

      g_string_append_printf (out, "      <data key=\"%s\">", values[i].name);
      if (values[i].write (out, place))
        g_string_append (out, "</data>\n");
      else
        g_string_truncate (out, before);
    }
}

static void
write_graphml (GString *out, const AtlasNetwork *network, gint64 date)
{
  static const char *const link_keys[][2] = {
    { "kind", "string" },
    { "order", "int" },
    { "mutual", "boolean" },
    { "edition", "int" },
  };
  const AtlasPlace *places;
  const AtlasLink *links;
  gsize i, n_places, n_links;

  places = atlas_network_get_places (network, &n_places);
  links = atlas_network_get_links (network, &n_links);

  g_string_append (
      out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
           "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
  write_graphml_keys (out, place_values, G_N_ELEMENTS (place_values));
  write_graphml_keys (out, look_values, G_N_ELEMENTS (look_values));
  for (i = 0; i < G_N_ELEMENTS (link_keys); i++)
    g_string_append_printf (out,
                            "  <key id=\"%s\" for=\"edge\" attr.name=\"%s\" "
                            "attr.type=\"%s\"/>\n",
                            link_keys[i][0], link_keys[i][0], link_keys[i][1]);
  g_string_append (out, "  <graph id=\"network\" edgedefault=\"directed\">\n");

  for (i = 0; i < n_places; i++)
    {
      g_string_append (out, "    <node");
      write_attribute (out, "id", places[i].id);
      g_string_append (out, ">\n");
      write_graphml_values (out, &places[i], place_values,
                            G_N_ELEMENTS (place_values));
      write_graphml_values (out, &places[i], look_values,
                            G_N_ELEMENTS (look_values));
      g_string_append (out, "    </node>\n");
    }

  for (i = 0; i < n_links; i++)
    {
      const AtlasLink *link = &links[i];

      g_string_append_printf (out, "    <edge id=\"%" G_GSIZE_FORMAT "\"", i);
      write_attribute (out, "source", places[link->source].id);
      write_attribute (out, "target", places[link->target].id);
      g_string_append_printf (out,
                              ">\n"
                              "      <data key=\"kind\">%s</data>\n"
                              "      <data key=\"order\">%u</data>\n",
                              get_kind_word (link), link->order);
      if (get_mutual_word (link) != NULL)
        g_string_append_printf (out, "      <data key=\"mutual\">%s</data>\n",
                                get_mutual_word (link));
      if (link->edition > 0)
        g_string_append_printf (out, "      <data key=\"edition\">%u</data>\n",
                                link->edition);
      g_string_append (out, "    </edge>\n");
    }

  g_string_append (out, "  </graph>\n</graphml>\n");
}

static void
write_gexf_head (GString *out, gint64 date)
{
  gsize i;

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<gexf xmlns=\"http://gexf.net/1.3\" "
                        "xmlns:viz=\"http://gexf.net/1.3/viz\" "
                        "version=\"1.3\">\n");

  /* Without a given date there is none: the same input, the same file. */
  if (date >= 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (date);
      g_autofree char *day =
          time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;

      if (day != NULL)
        g_string_append_printf (out, "  <meta lastmodifieddate=\"%s\">\n", day);
      else
        g_string_append (out, "  <meta>\n");
    }
  else
    g_string_append (out, "  <meta>\n");

  g_string_append (out, "    <creator>Cluster Atlas</creator>\n"
                        "    <description>Who names whom as a collaboration "
                        "partner</description>\n"
                        "  </meta>\n"
                        "  <graph defaultedgetype=\"directed\" "
                        "mode=\"static\">\n"
                        "    <attributes class=\"node\">\n");

  /* The label is an attribute of the node itself. */
  for (i = 1; i < G_N_ELEMENTS (place_values); i++)
    g_string_append_printf (
        out, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n",
        place_values[i].name, place_values[i].name,
        g_str_equal (place_values[i].type, "int") ? "integer"
                                                  : place_values[i].type);
  g_string_append (
      out, "    </attributes>\n"
           "    <attributes class=\"edge\">\n"
           "      <attribute id=\"order\" title=\"order\" type=\"integer\"/>\n"
           "      <attribute id=\"mutual\" title=\"mutual\" "
           "type=\"boolean\"/>\n"
           "      <attribute id=\"edition\" title=\"edition\" "
           "type=\"integer\"/>\n"
           "    </attributes>\n");
}

static void
write_gexf_node (GString *out, const AtlasPlace *place)
{
  const Color *color = get_color (place);
  gsize i;

  g_string_append (out, "      <node");
  write_attribute (out, "id", place->id);
  write_attribute (out, "label", place->label);
  g_string_append (out, ">\n        <attvalues>\n");
  for (i = 1; i < G_N_ELEMENTS (place_values); i++)
    {
      gsize before = out->len;

      g_string_append_printf (out, "          <attvalue for=\"%s\" value=\"",
                              place_values[i].name);
      if (place_values[i].write (out, place))
        g_string_append (out, "\"/>\n");
      else
        g_string_truncate (out, before);
    }
  g_string_append_printf (out,
                          "        </attvalues>\n"
                          "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n"
                          "        <viz:position x=\"",
                          color->red, color->green, color->blue);
  atlas_encode_shortest (out, place->x * CANVAS, 3);
  /* Upwards there, downwards here. */
  g_string_append (out, "\" y=\"");
  atlas_encode_shortest (out, (1.0 - place->y) * CANVAS, 3);
  g_string_append (out, "\" z=\"0.0\"/>\n        <viz:size value=\"");
  atlas_encode_shortest (out, get_size (place), 3);
  g_string_append_printf (out,
                          "\"/>\n        <viz:shape value=\"%s\"/>\n"
                          "      </node>\n",
                          place->loaded ? "disc" : "diamond");
}

static void
write_gexf (GString *out, const AtlasNetwork *network, gint64 date)
{
  const AtlasPlace *places;
  const AtlasLink *links;
  gsize i, n_places, n_links;

  places = atlas_network_get_places (network, &n_places);
  links = atlas_network_get_links (network, &n_links);

  write_gexf_head (out, date);
  g_string_append_printf (out, "    <nodes count=\"%" G_GSIZE_FORMAT "\">\n",
                          n_places);
  for (i = 0; i < n_places; i++)
    write_gexf_node (out, &places[i]);
  g_string_append_printf (
      out, "    </nodes>\n    <edges count=\"%" G_GSIZE_FORMAT "\">\n",
      n_links);

  for (i = 0; i < n_links; i++)
    {
      const AtlasLink *link = &links[i];

      g_string_append_printf (out, "      <edge id=\"%" G_GSIZE_FORMAT "\"", i);
      write_attribute (out, "source", places[link->source].id);
      write_attribute (out, "target", places[link->target].id);
      /* The kind lets two links between the same places stand side by side. */
      g_string_append_printf (
          out,
          " kind=\"%s\">\n        <attvalues>\n"
          "          <attvalue for=\"order\" value=\"%u\"/>\n",
          get_kind_word (link), link->order);
      if (get_mutual_word (link) != NULL)
        g_string_append_printf (
            out, "          <attvalue for=\"mutual\" value=\"%s\"/>\n",
            get_mutual_word (link));
      if (link->edition > 0)
        g_string_append_printf (
            out, "          <attvalue for=\"edition\" value=\"%u\"/>\n",
            link->edition);
      g_string_append (out, "        </attvalues>\n      </edge>\n");
    }

  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
}

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
  for (i = 0; i < G_N_ELEMENTS (colors); i++)
    g_string_append_printf (out,
                            "%s\n        {\"cluster\": %" G_GSIZE_FORMAT
                            ", \"color\": \"#%02x%02x%02x\"}",
                            i > 0 ? "," : "", i + 1, colors[i].red,
                            colors[i].green, colors[i].blue);
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
    [ATLAS_NETWORK_GRAPHML] = write_graphml,
    [ATLAS_NETWORK_GEXF] = write_gexf,
    [ATLAS_NETWORK_PAJEK] = write_pajek,
    [ATLAS_NETWORK_VOSVIEWER] = write_vosviewer,
  };

  g_return_if_fail (out != NULL);
  g_return_if_fail (network != NULL);
  g_return_if_fail ((guint) format < G_N_ELEMENTS (writers));

  writers[format](out, network, date);
}

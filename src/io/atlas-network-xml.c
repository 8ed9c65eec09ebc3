/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-values.h"

#include "atlas-encode.h"

static void
write_attribute (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, " %s=\"", name);
  atlas_encode_xml_text (out, text);
  g_string_append_c (out, '"');
}

static void
write_graphml_keys (GString *out, const AtlasPlaceValue *values, gsize n_values)
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
                      const AtlasPlaceValue *values,
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

/**
 * atlas_network_write_graphml:
 * @out: where to append
 * @network: a network, measured and arranged
 * @date: seconds since 1970, -1 for none
 *
 * Appends @network as GraphML 1.0.
 */
void
atlas_network_write_graphml (GString *out,
                             const AtlasNetwork *network,
                             gint64 date)
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
  write_graphml_keys (out, atlas_place_values, ATLAS_N_PLACE_VALUES);
  write_graphml_keys (out, atlas_look_values, ATLAS_N_LOOK_VALUES);
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
      write_graphml_values (out, &places[i], atlas_place_values,
                            ATLAS_N_PLACE_VALUES);
      write_graphml_values (out, &places[i], atlas_look_values,
                            ATLAS_N_LOOK_VALUES);
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
                              atlas_link_get_kind_word (link), link->order);
      if (atlas_link_get_mutual_word (link) != NULL)
        g_string_append_printf (out, "      <data key=\"mutual\">%s</data>\n",
                                atlas_link_get_mutual_word (link));
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
                        "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
                        "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
                        "version=\"1.2\">\n");

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
  for (i = 1; i < ATLAS_N_PLACE_VALUES; i++)
    g_string_append_printf (
        out, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n",
        atlas_place_values[i].name, atlas_place_values[i].name,
        g_str_equal (atlas_place_values[i].type, "int")
            ? "integer"
            : atlas_place_values[i].type);
  g_string_append (
      out, "    </attributes>\n"
           "    <attributes class=\"edge\">\n"
           "      <attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
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
  const AtlasNetworkColor *color = atlas_place_get_color (place);
  gsize i;

  g_string_append (out, "      <node");
  write_attribute (out, "id", place->id);
  write_attribute (out, "label", place->label);
  g_string_append (out, ">\n        <attvalues>\n");
  for (i = 1; i < ATLAS_N_PLACE_VALUES; i++)
    {
      gsize before = out->len;

      g_string_append_printf (out, "          <attvalue for=\"%s\" value=\"",
                              atlas_place_values[i].name);
      if (atlas_place_values[i].write (out, place))
        g_string_append (out, "\"/>\n");
      else
        g_string_truncate (out, before);
    }
  g_string_append_printf (out,
                          "        </attvalues>\n"
                          "        <viz:color r=\"%u\" g=\"%u\" b=\"%u\"/>\n"
                          "        <viz:position x=\"",
                          color->red, color->green, color->blue);
  atlas_encode_shortest (out, place->x * ATLAS_NETWORK_CANVAS_SIZE, 3);
  /* Upwards there, downwards here. */
  g_string_append (out, "\" y=\"");
  atlas_encode_shortest (out, (1.0 - place->y) * ATLAS_NETWORK_CANVAS_SIZE, 3);
  g_string_append (out, "\" z=\"0.0\"/>\n        <viz:size value=\"");
  atlas_encode_shortest (out, atlas_place_get_size (place), 3);
  g_string_append_printf (out,
                          "\"/>\n        <viz:shape value=\"%s\"/>\n"
                          "      </node>\n",
                          place->loaded ? "disc" : "diamond");
}

/**
 * atlas_network_write_gexf:
 * @out: where to append
 * @network: a network, measured and arranged
 * @date: seconds since 1970, -1 for none
 *
 * Appends @network as GEXF 1.2, which every program that knows GEXF reads. The
 * kind of a link is an attribute of the edge itself, by which newer ones let
 * two links between the same places stand side by side, and a value.
 */
void
atlas_network_write_gexf (GString *out,
                          const AtlasNetwork *network,
                          gint64 date)
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
      g_string_append_printf (
          out,
          " kind=\"%s\">\n        <attvalues>\n"
          "          <attvalue for=\"kind\" value=\"%s\"/>\n"
          "          <attvalue for=\"order\" value=\"%u\"/>\n",
          atlas_link_get_kind_word (link), atlas_link_get_kind_word (link),
          link->order);
      if (atlas_link_get_mutual_word (link) != NULL)
        g_string_append_printf (
            out, "          <attvalue for=\"mutual\" value=\"%s\"/>\n",
            atlas_link_get_mutual_word (link));
      if (link->edition > 0)
        g_string_append_printf (
            out, "          <attvalue for=\"edition\" value=\"%u\"/>\n",
            link->edition);
      g_string_append (out, "        </attvalues>\n      </edge>\n");
    }

  g_string_append (out, "    </edges>\n  </graph>\n</gexf>\n");
}

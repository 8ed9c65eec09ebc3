/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-values.h"

#include <math.h>

#include "atlas-encode.h"

/* Diameters of the nodes: of one that nobody names, and for each naming. */
#define NODE_SIZE 10.0
#define SIZE_PER_NAMING 4.0

/* Paul Tol's muted colours, told apart by colour-blind readers too; the
 * communities take them in turn. */
const AtlasNetworkColor atlas_network_colors[ATLAS_N_NETWORK_COLORS] = {
  { 0x33, 0x22, 0x88 }, { 0xDD, 0xCC, 0x77 }, { 0x11, 0x77, 0x33 },
  { 0xCC, 0x66, 0x77 }, { 0x88, 0xCC, 0xEE }, { 0x88, 0x22, 0x55 },
  { 0x44, 0xAA, 0x99 }, { 0x99, 0x99, 0x33 }, { 0xAA, 0x44, 0x99 },
};

/**
 * atlas_place_get_color:
 * @place: a place
 *
 * Returns: the colour of its community
 */
const AtlasNetworkColor *
atlas_place_get_color (const AtlasPlace *place)
{
  return &atlas_network_colors[place->community % ATLAS_N_NETWORK_COLORS];
}

/**
 * atlas_place_get_size:
 * @place: a place
 *
 * Returns: diameter of its node, on a canvas of %ATLAS_NETWORK_CANVAS_SIZE
 */
double
atlas_place_get_size (const AtlasPlace *place)
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

/* People read these formats beside the window, which counts from 1; JSON and
 * its tables keep the index, from 0. */
static gboolean
write_community (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, place->community + 1);

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
  const AtlasNetworkColor *color = atlas_place_get_color (place);

  g_string_append_printf (out, "#%02x%02x%02x", color->red, color->green,
                          color->blue);

  return TRUE;
}

static gboolean
write_red (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, atlas_place_get_color (place)->red);

  return TRUE;
}

static gboolean
write_green (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, atlas_place_get_color (place)->green);

  return TRUE;
}

static gboolean
write_blue (GString *out, const AtlasPlace *place)
{
  atlas_encode_integer (out, atlas_place_get_color (place)->blue);

  return TRUE;
}

static gboolean
write_size (GString *out, const AtlasPlace *place)
{
  return write_measure (out, atlas_place_get_size (place));
}

const AtlasPlaceValue atlas_place_values[ATLAS_N_PLACE_VALUES] = {
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
const AtlasPlaceValue atlas_look_values[ATLAS_N_LOOK_VALUES] = {
  { "color", "string", write_color }, { "r", "int", write_red },
  { "g", "int", write_green },        { "b", "int", write_blue },
  { "size", "double", write_size },
};

/**
 * atlas_link_get_kind_word:
 * @link: a link
 *
 * Returns: what it is for, as data formats have it
 */
const char *
atlas_link_get_kind_word (const AtlasLink *link)
{
  return link->kind == ATLAS_PATENTS ? "patents" : "articles";
}

/**
 * atlas_link_get_mutual_word:
 * @link: a link
 *
 * Returns: (nullable): "true", "false", or %NULL where nobody knows
 */
const char *
atlas_link_get_mutual_word (const AtlasLink *link)
{
  static const char *const words[] = {
    [ATLAS_LINK_UNKNOWN] = NULL,
    [ATLAS_LINK_ONE_WAY] = "false",
    [ATLAS_LINK_MUTUAL] = "true",
  };

  return words[link->answer];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-options.h"

#include "atlas-gettext.h"
#include <math.h>

static const char *const measure_titles[ATLAS_N_NODE_MEASURES] = {
  [ATLAS_NODE_MEASURE_NAMED_BY] = N_ ("Named by"),
  [ATLAS_NODE_MEASURE_NAMED_BY_PATENTS] = N_ ("Named by, for patents"),
  [ATLAS_NODE_MEASURE_NAMED_BY_ARTICLES] = N_ ("Named by, for articles"),
  [ATLAS_NODE_MEASURE_DEGREE] = N_ ("Places linked with"),
  [ATLAS_NODE_MEASURE_BETWEENNESS] = N_ ("Betweenness"),
  [ATLAS_NODE_MEASURE_PAGE_RANK] = N_ ("PageRank"),
  [ATLAS_NODE_MEASURE_BORDA] = N_ ("Borda points"),
};

static const char *const fill_titles[ATLAS_N_NODE_FILLS] = {
  [ATLAS_NODE_FILL_ECONOMY] = N_ ("Economy"),
  [ATLAS_NODE_FILL_COMMUNITY] = N_ ("Community"),
};

static const char *const matrix_order_titles[ATLAS_N_MATRIX_ORDERS] = {
  [ATLAS_MATRIX_BY_COMMUNITY] = N_ ("By community"),
  [ATLAS_MATRIX_BY_MEASURE] = N_ ("By measure"),
  [ATLAS_MATRIX_BY_NAME] = N_ ("By name"),
};

/**
 * atlas_node_measure_get_title:
 * @measure: a measure
 *
 * Returns: its name, translated
 */
const char *
atlas_node_measure_get_title (AtlasNodeMeasure measure)
{
  g_return_val_if_fail ((guint) measure < ATLAS_N_NODE_MEASURES, NULL);

  return _ (measure_titles[measure]);
}

/**
 * atlas_node_fill_get_title:
 * @fill: what colours stand for
 *
 * Returns: its name, translated
 */
const char *
atlas_node_fill_get_title (AtlasNodeFill fill)
{
  g_return_val_if_fail ((guint) fill < ATLAS_N_NODE_FILLS, NULL);

  return _ (fill_titles[fill]);
}

/**
 * atlas_matrix_order_get_title:
 * @order: an order of rows and columns
 *
 * Returns: its name, translated
 */
const char *
atlas_matrix_order_get_title (AtlasMatrixOrder order)
{
  g_return_val_if_fail ((guint) order < ATLAS_N_MATRIX_ORDERS, NULL);

  return _ (matrix_order_titles[order]);
}

/**
 * atlas_node_measure_get_value:
 * @measure: a measure
 * @place: a place that was measured
 *
 * Returns: the value, 0 or more
 */
double
atlas_node_measure_get_value (AtlasNodeMeasure measure, const AtlasPlace *place)
{
  switch (measure)
    {
    case ATLAS_NODE_MEASURE_NAMED_BY:
      return place->named_by_any;
    case ATLAS_NODE_MEASURE_NAMED_BY_PATENTS:
      return place->named_by[ATLAS_PATENTS];
    case ATLAS_NODE_MEASURE_NAMED_BY_ARTICLES:
      return place->named_by[ATLAS_ARTICLES];
    case ATLAS_NODE_MEASURE_DEGREE:
      return place->degree;
    case ATLAS_NODE_MEASURE_BETWEENNESS:
      return MAX (place->betweenness, 0.0);
    case ATLAS_NODE_MEASURE_PAGE_RANK:
      return MAX (place->page_rank, 0.0);
    case ATLAS_NODE_MEASURE_BORDA:
      return place->borda;
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * atlas_node_measure_get_decimals:
 * @measure: a measure
 * @value: a value of it
 *
 * Returns: how many decimals of it mean something to a reader
 */
guint
atlas_node_measure_get_decimals (AtlasNodeMeasure measure, double value)
{
  if (measure == ATLAS_NODE_MEASURE_PAGE_RANK)
    return 3;
  if (measure == ATLAS_NODE_MEASURE_BETWEENNESS && value < 1000)
    return 1;

  return 0;
}

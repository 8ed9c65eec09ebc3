/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network.h"

G_BEGIN_DECLS

/* What the size of a node stands for, and what the matrix is sorted by. */
typedef enum
{
  ATLAS_NODE_MEASURE_NAMED_BY,
  ATLAS_NODE_MEASURE_NAMED_BY_PATENTS,
  ATLAS_NODE_MEASURE_NAMED_BY_ARTICLES,
  ATLAS_NODE_MEASURE_DEGREE,
  ATLAS_NODE_MEASURE_BETWEENNESS,
  ATLAS_NODE_MEASURE_PAGE_RANK,
  ATLAS_NODE_MEASURE_BORDA,
} AtlasNodeMeasure;

#define ATLAS_N_NODE_MEASURES (ATLAS_NODE_MEASURE_BORDA + 1)

/* What the colour and the letter of a node stand for. */
typedef enum
{
  ATLAS_NODE_FILL_ECONOMY,
  ATLAS_NODE_FILL_COMMUNITY,
} AtlasNodeFill;

#define ATLAS_N_NODE_FILLS (ATLAS_NODE_FILL_COMMUNITY + 1)

/* In which order the rows and columns of the matrix stand. */
typedef enum
{
  ATLAS_MATRIX_BY_COMMUNITY,
  ATLAS_MATRIX_BY_MEASURE,
  ATLAS_MATRIX_BY_NAME,
} AtlasMatrixOrder;

#define ATLAS_N_MATRIX_ORDERS (ATLAS_MATRIX_BY_NAME + 1)

/**
 * AtlasNetworkOptions:
 * @size: what sizes stand for
 * @fill: what colours stand for
 * @matrix_order: how the matrix is sorted
 * @whole: (nullable): the network that a filtered one was made from, so that
 *   a filter does not change colours; whoever keeps options keeps a reference
 *
 * How a network is shown. All zero is the usual way.
 */
typedef struct
{
  AtlasNodeMeasure size;
  AtlasNodeFill fill;
  AtlasMatrixOrder matrix_order;
  AtlasNetwork *whole;
} AtlasNetworkOptions;

const char *atlas_node_measure_get_title (AtlasNodeMeasure measure);

const char *atlas_node_fill_get_title (AtlasNodeFill fill);

const char *atlas_matrix_order_get_title (AtlasMatrixOrder order);

double atlas_node_measure_get_value (AtlasNodeMeasure measure,
                                     const AtlasPlace *place);

guint atlas_node_measure_get_decimals (AtlasNodeMeasure measure, double value);

G_END_DECLS

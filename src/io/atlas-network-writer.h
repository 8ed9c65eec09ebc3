/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network.h"

G_BEGIN_DECLS

/* The forms in which other programs take a network. */
typedef enum
{
  ATLAS_NETWORK_GRAPHML,
  ATLAS_NETWORK_GEXF,
  ATLAS_NETWORK_PAJEK,
  ATLAS_NETWORK_VOSVIEWER,
} AtlasNetworkFormat;

void atlas_network_write (GString *out,
                          const AtlasNetwork *network,
                          AtlasNetworkFormat format,
                          gint64 date);

G_END_DECLS

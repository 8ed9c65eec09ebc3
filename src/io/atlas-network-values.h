/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network-writer.h"

G_BEGIN_DECLS

/* Positions are 0 to 1 here; the programs that read these files expect the
 * length of a canvas. */
#define ATLAS_NETWORK_CANVAS_SIZE 1000.0

typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} AtlasNetworkColor;

/* What is written for a place; the value is appended by @write. */
typedef struct
{
  const char *name;
  const char *type;
  gboolean (*write) (GString *out, const AtlasPlace *place);
} AtlasPlaceValue;

#define ATLAS_N_NETWORK_COLORS 9
#define ATLAS_N_PLACE_VALUES 23
#define ATLAS_N_LOOK_VALUES 5

extern const AtlasNetworkColor atlas_network_colors[ATLAS_N_NETWORK_COLORS];

/* All that is known of a place, and how it looks. */
extern const AtlasPlaceValue atlas_place_values[ATLAS_N_PLACE_VALUES];
extern const AtlasPlaceValue atlas_look_values[ATLAS_N_LOOK_VALUES];

const AtlasNetworkColor *atlas_place_get_color (const AtlasPlace *place);

double atlas_place_get_size (const AtlasPlace *place);

const char *atlas_link_get_kind_word (const AtlasLink *link);

const char *atlas_link_get_mutual_word (const AtlasLink *link);

void atlas_network_write_graphml (GString *out,
                                  const AtlasNetwork *network,
                                  gint64 date);

void atlas_network_write_gexf (GString *out,
                               const AtlasNetwork *network,
                               gint64 date);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-format.h"
#include "atlas-network.h"

G_BEGIN_DECLS

/* What is said of a network, its places and its links: the same words in the
 * picture, the tooltip and for a screen reader. All are to be freed. */

char *atlas_network_dup_title (const AtlasNetwork *network,
                               const AtlasFormat *format);

char *atlas_network_dup_subtitle (const AtlasNetwork *network,
                                  const AtlasFormat *format);

char *atlas_network_dup_description (const AtlasNetwork *network,
                                     const AtlasFormat *format);

/* How arrows are to be read. */
char *
atlas_network_dup_rule (const AtlasNetwork *network, const AtlasFormat *format);

/* "12 labels hidden", or NULL when there are none. */
char *atlas_network_dup_hidden (guint n_hidden, const AtlasFormat *format);

char *atlas_network_dup_place_sentence (const AtlasNetwork *network,
                                        guint place,
                                        const AtlasFormat *format);

char *atlas_network_dup_link_sentence (const AtlasNetwork *network,
                                       guint link,
                                       const AtlasFormat *format);

G_END_DECLS

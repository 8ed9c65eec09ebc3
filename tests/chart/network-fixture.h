/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network.h"

G_BEGIN_DECLS

/* A network of @n_places places, most of them loaded, measured and arranged.
 * The same for the same numbers. */
AtlasNetwork *network_fixture_new (guint n_places, guint32 seed);

/* The profiles it is made of. (element-type AtlasProfile) */
GPtrArray *network_fixture_new_profiles (guint n_places, guint32 seed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network.h"
#include "atlas-problem.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

#define ATLAS_JSON_FORMAT "cluster-atlas/profiles"
#define ATLAS_JSON_VERSION 1

void atlas_json_write_head (GString *out);

void atlas_json_write_profile (GString *out, const AtlasProfile *profile);

void atlas_json_write_status (GString *out,
                              const char *source,
                              const AtlasProfile *profile,
                              const char *status);

void atlas_json_write_network (GString *out, const AtlasNetwork *network);

void atlas_json_write_problem (GString *out, const AtlasProblem *problem);

void atlas_json_write_tail (GString *out,
                            const AtlasNetwork *network,
                            AtlasProblem *const *problems,
                            gsize n_problems);

G_END_DECLS

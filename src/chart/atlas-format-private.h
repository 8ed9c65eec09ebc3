/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-format.h"

G_BEGIN_DECLS

/* Decimals that are ever shown. */
#define ATLAS_FORMAT_MAX_DECIMALS 6

char *atlas_format_add_percent (const AtlasFormat *format, const char *value);

G_END_DECLS

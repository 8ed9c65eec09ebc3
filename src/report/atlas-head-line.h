/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

/* The head of a page and what it is about, on one line. */
AtlasBlock *atlas_head_line_new (const char *heading,
                                 AtlasStyle heading_style,
                                 const char *lead,
                                 AtlasStyle lead_style);

G_END_DECLS

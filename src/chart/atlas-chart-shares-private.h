/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-panel.h"

G_BEGIN_DECLS

/*
 * How charts of shares are made
 *
 *   atlas-chart-shares.c       panels in a grid, the table of figures
 *   atlas-chart-shares-words.c title, subtitle and note
 */

/* Whether a chart of this kind shows an output. */
gboolean atlas_shares_shows (const AtlasChart *chart, AtlasKind kind);

gboolean atlas_shares_shows_both (const AtlasChart *chart);

/* The holder with the largest printed share; FALSE where none is given. */
gboolean atlas_shares_find_leader (const AtlasChart *chart,
                                   guint profile,
                                   AtlasKind kind,
                                   guint *leader);

char *atlas_shares_dup_title (const AtlasChart *chart);

char *atlas_shares_dup_subtitle (const AtlasChart *chart);

char *atlas_shares_dup_note (const AtlasChart *chart);

G_END_DECLS

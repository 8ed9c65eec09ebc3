/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-graph.h"

G_BEGIN_DECLS

/**
 * AtlasCrew:
 *
 * A few threads that share out numbered pieces of work, and the question
 * whether to stop. The caller is one of them. Which thread does which piece
 * is left to chance, so a piece must not depend on it.
 */
typedef struct _AtlasCrew AtlasCrew;

/* Does the piece @item; @member is the number of the thread, from 0. */
typedef void (*AtlasPieceFunc) (guint item, guint member, gpointer data);

AtlasCrew *
atlas_crew_new (guint n_threads, AtlasStopFunc stop, gpointer user_data);

void atlas_crew_free (AtlasCrew *self);

guint atlas_crew_get_size (const AtlasCrew *self);

gboolean atlas_crew_run (AtlasCrew *self,
                         guint n_items,
                         AtlasPieceFunc func,
                         gpointer data);

gboolean atlas_crew_is_stopped (AtlasCrew *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCrew, atlas_crew_free)

G_END_DECLS

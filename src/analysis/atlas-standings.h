/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "atlas-open-set.h"

G_BEGIN_DECLS

/**
 * AtlasStandings:
 *
 * How each open profile stands among the open profiles of its edition.
 * Immutable and counted; may be read from any thread.
 */
typedef struct _AtlasStandings AtlasStandings;

/**
 * AtlasStanding:
 * @set: the open profiles of the edition, added up
 * @specialisation: patents per article over those of @set; above 1 it leans to
 *   patents more than the set does
 * @size: the order by size derived from figures, beside the printed one
 * @intensity: the same by intensity
 * @n_by_size: how many profiles of the edition take part in @size
 * @n_by_intensity: how many take part in @intensity
 *
 * One profile among the others. Derived, never printed.
 */
typedef struct
{
  AtlasOpenSet set;
  AtlasInterval specialisation;
  AtlasRankCheck size;
  AtlasRankCheck intensity;
  guint n_by_size;
  guint n_by_intensity;
} AtlasStanding;

AtlasStandings *atlas_standings_new (const AtlasProfile *const *profiles,
                                     gsize n_profiles,
                                     const AtlasWorldTotals *world);

AtlasStandings *atlas_standings_ref (AtlasStandings *self);

void atlas_standings_unref (AtlasStandings *self);

void
atlas_standings_get_world (const AtlasStandings *self, AtlasWorldTotals *world);

gboolean atlas_standings_find (const AtlasStandings *self,
                               const AtlasProfile *profile,
                               AtlasStanding *standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasStandings, atlas_standings_unref)

G_END_DECLS

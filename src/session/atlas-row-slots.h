/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ROW_SLOT (atlas_row_slot_get_type ())
#define ATLAS_TYPE_ROW_SLOTS (atlas_row_slots_get_type ())

/* A place in a table, whatever row stands there. */
G_DECLARE_FINAL_TYPE (AtlasRowSlot, atlas_row_slot, ATLAS, ROW_SLOT, GObject)

guint atlas_row_slot_get_position (AtlasRowSlot *self);

/**
 * AtlasRowSlots:
 *
 * A table as a list of places, for a column view. A list view that hears that
 * rows went and others came looks through all of them for those it has
 * widgets for, and makes new widgets for the others: a tenth of a second and
 * more for 100,000 rows. Places stay when a table is sorted; whoever fills
 * cells is told to fill them anew. A list only grows and shrinks at its end,
 * and grows to more rows than a screen has in steps, each less than a frame.
 *
 *     AtlasTable ──► AtlasRowSlots ──► GtkColumnView
 *
 * Signals: `rows-changed` (guint position, guint n): other rows stand there.
 */
G_DECLARE_FINAL_TYPE (AtlasRowSlots, atlas_row_slots, ATLAS, ROW_SLOTS, GObject)

AtlasRowSlots *atlas_row_slots_new (AtlasTable *table);

AtlasTable *atlas_row_slots_get_table (AtlasRowSlots *self);

G_END_DECLS

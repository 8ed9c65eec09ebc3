/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_UNDO_STACK (atlas_undo_stack_get_type ())

G_DECLARE_FINAL_TYPE (AtlasUndoStack,
                      atlas_undo_stack,
                      ATLAS,
                      UNDO_STACK,
                      GObject)

/* Brings about one of the two states of a change. @state is what was given for
 * the state before (undo) or after (redo). */
typedef void (*AtlasUndoFunc) (gpointer owner, GVariant *state);

AtlasUndoStack *atlas_undo_stack_new (void);

void atlas_undo_stack_push (AtlasUndoStack *self,
                            const char *name,
                            const char *merge_key,
                            AtlasUndoFunc apply,
                            gpointer owner,
                            GVariant *before,
                            GVariant *after);

void
atlas_undo_stack_push_objects (AtlasUndoStack *self,
                               const char *name,
                               void (*apply) (gpointer owner, gpointer state),
                               gpointer owner,
                               gpointer before,
                               gpointer after,
                               GDestroyNotify free_state);

void atlas_undo_stack_begin_group (AtlasUndoStack *self, const char *name);

void atlas_undo_stack_end_group (AtlasUndoStack *self);

gboolean atlas_undo_stack_undo (AtlasUndoStack *self);

gboolean atlas_undo_stack_redo (AtlasUndoStack *self);

gboolean atlas_undo_stack_get_can_undo (AtlasUndoStack *self);

gboolean atlas_undo_stack_get_can_redo (AtlasUndoStack *self);

const char *atlas_undo_stack_get_undo_name (AtlasUndoStack *self);

const char *atlas_undo_stack_get_redo_name (AtlasUndoStack *self);

void atlas_undo_stack_clear (AtlasUndoStack *self);

G_END_DECLS

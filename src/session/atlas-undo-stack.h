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

/* Brings about one of the two states of a change. */
typedef void (*AtlasUndoFunc) (gpointer owner, gpointer state);

AtlasUndoStack *atlas_undo_stack_new (void);

void atlas_undo_stack_push (AtlasUndoStack *self,
                            const char *name,
                            const char *merge_key,
                            AtlasUndoFunc apply,
                            gpointer owner,
                            GVariant *before,
                            GVariant *after);

void atlas_undo_stack_push_states (AtlasUndoStack *self,
                                   const char *name,
                                   AtlasUndoFunc apply,
                                   gpointer owner,
                                   gpointer before,
                                   gpointer after,
                                   GDestroyNotify free_state);

gboolean atlas_undo_stack_undo (AtlasUndoStack *self);

gboolean atlas_undo_stack_redo (AtlasUndoStack *self);

gboolean atlas_undo_stack_get_can_undo (AtlasUndoStack *self);

gboolean atlas_undo_stack_get_can_redo (AtlasUndoStack *self);

const char *atlas_undo_stack_get_undo_name (AtlasUndoStack *self);

const char *atlas_undo_stack_get_redo_name (AtlasUndoStack *self);

void atlas_undo_stack_clear (AtlasUndoStack *self);

G_END_DECLS

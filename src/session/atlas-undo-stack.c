/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-undo-stack.h"

/* More than anyone steps back by hand. */
#define MAX_CHANGES 1000

typedef struct
{
  char *name;
  char *merge_key;
  AtlasUndoFunc apply;
  gpointer owner;
  gpointer before;
  gpointer after;
  GDestroyNotify free_state;
} Change;

struct _AtlasUndoStack
{
  GObject parent_instance;

  /* Changes in the order they were made; those from @position on have been
   * undone and can be redone. */
  GPtrArray *changes;
  guint position;
  gboolean applying;
  gboolean may_merge;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (AtlasUndoStack, atlas_undo_stack, G_TYPE_OBJECT)

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->merge_key);
  if (change->before != NULL)
    change->free_state (change->before);
  if (change->after != NULL)
    change->free_state (change->after);
  g_free (change);
}

static void
notify_all (AtlasUndoStack *self)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  g_object_notify (object, "can-undo");
  g_object_notify (object, "can-redo");
  g_object_notify (object, "undo-name");
  g_object_notify (object, "redo-name");
  g_object_thaw_notify (object);
}

static void
atlas_undo_stack_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  AtlasUndoStack *self = ATLAS_UNDO_STACK (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, atlas_undo_stack_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, atlas_undo_stack_get_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, atlas_undo_stack_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, atlas_undo_stack_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_undo_stack_finalize (GObject *object)
{
  AtlasUndoStack *self = ATLAS_UNDO_STACK (object);

  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_undo_stack_parent_class)->finalize (object);
}

static void
atlas_undo_stack_class_init (AtlasUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_undo_stack_finalize;
  object_class->get_property = atlas_undo_stack_get_property;

  g_object_class_install_property (
      object_class, PROP_CAN_UNDO,
      g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags));
  g_object_class_install_property (
      object_class, PROP_CAN_REDO,
      g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags));
  g_object_class_install_property (
      object_class, PROP_UNDO_NAME,
      g_param_spec_string ("undo-name", NULL, NULL, NULL, flags));
  g_object_class_install_property (
      object_class, PROP_REDO_NAME,
      g_param_spec_string ("redo-name", NULL, NULL, NULL, flags));
}

static void
atlas_undo_stack_init (AtlasUndoStack *self)
{
  self->changes = g_ptr_array_new_with_free_func (change_free);
}

static Change *
get_change (AtlasUndoStack *self, guint position)
{
  return g_ptr_array_index (self->changes, position);
}

/* Whether the change goes on the one made just before, such as typing. */
static gboolean
merges (AtlasUndoStack *self, const char *merge_key, gpointer owner)
{
  Change *last;

  if (merge_key == NULL || !self->may_merge || self->position == 0
      || self->position < self->changes->len)
    return FALSE;

  last = get_change (self, self->position - 1);
  return last->owner == owner && g_strcmp0 (last->merge_key, merge_key) == 0;
}

static void
push (AtlasUndoStack *self, Change *change)
{
  /* What was undone can no longer be redone. */
  g_ptr_array_set_size (self->changes, (int) self->position);
  g_ptr_array_add (self->changes, change);
  if (self->changes->len > MAX_CHANGES)
    g_ptr_array_remove_index (self->changes, 0);

  self->position = self->changes->len;
  self->may_merge = TRUE;
  notify_all (self);
}

static void
apply (AtlasUndoStack *self, Change *change, gpointer state)
{
  self->applying = TRUE;
  change->apply (change->owner, state);
  self->applying = FALSE;
  self->may_merge = FALSE;
  notify_all (self);
}

/**
 * atlas_undo_stack_new:
 *
 * Returns: (transfer full): a new stack without changes
 */
AtlasUndoStack *
atlas_undo_stack_new (void)
{
  return g_object_new (ATLAS_TYPE_UNDO_STACK, NULL);
}

/**
 * atlas_undo_stack_push:
 * @self: a stack
 * @name: what the user did, translated, for "Undo %s": "Add Filter"
 * @merge_key: (nullable): changes of one owner with the same key that follow
 *   each other become one, such as typing
 * @apply: brings about a state
 * @owner: for @apply; must live as long as the stack
 * @before: the state before; a floating reference is taken over
 * @after: the state after, which the caller has brought about already
 *
 * Remembers a change. Nothing is remembered while a change is being undone or
 * redone, so that @apply may call the same setters as the user does.
 */
void
atlas_undo_stack_push (AtlasUndoStack *self,
                       const char *name,
                       const char *merge_key,
                       AtlasUndoFunc apply_func,
                       gpointer owner,
                       GVariant *before,
                       GVariant *after)
{
  g_autoptr (GVariant) old_state = NULL;
  g_autoptr (GVariant) new_state = NULL;

  g_return_if_fail (ATLAS_IS_UNDO_STACK (self));
  g_return_if_fail (before != NULL && after != NULL);

  old_state = g_variant_ref_sink (before);
  new_state = g_variant_ref_sink (after);

  if (!self->applying && merges (self, merge_key, owner))
    {
      Change *last = get_change (self, self->position - 1);

      last->free_state (last->after);
      last->after = g_steal_pointer (&new_state);
      return;
    }

  atlas_undo_stack_push_states (
      self, name, apply_func, owner, g_steal_pointer (&old_state),
      g_steal_pointer (&new_state), (GDestroyNotify) g_variant_unref);

  if (!self->applying)
    get_change (self, self->position - 1)->merge_key = g_strdup (merge_key);
}

/**
 * atlas_undo_stack_push_states:
 * @self: a stack
 * @name: what the user did, translated
 * @apply: brings about a state
 * @owner: for @apply; must live as long as the stack
 * @before: (transfer full) (nullable): the state before
 * @after: (transfer full) (nullable): the state after
 * @free_state: frees a state
 *
 * As atlas_undo_stack_push(), for states that are no variants.
 */
void
atlas_undo_stack_push_states (AtlasUndoStack *self,
                              const char *name,
                              AtlasUndoFunc apply_func,
                              gpointer owner,
                              gpointer before,
                              gpointer after,
                              GDestroyNotify free_state)
{
  Change *change;

  g_return_if_fail (ATLAS_IS_UNDO_STACK (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (apply_func != NULL);
  g_return_if_fail (free_state != NULL);

  change = g_new0 (Change, 1);
  change->name = g_strdup (name);
  change->apply = apply_func;
  change->owner = owner;
  change->before = before;
  change->after = after;
  change->free_state = free_state;

  if (self->applying)
    change_free (change);
  else
    push (self, change);
}

/**
 * atlas_undo_stack_undo:
 * @self: a stack
 *
 * Returns: whether there was a change to undo
 */
gboolean
atlas_undo_stack_undo (AtlasUndoStack *self)
{
  Change *change;

  g_return_val_if_fail (ATLAS_IS_UNDO_STACK (self), FALSE);

  if (self->position == 0 || self->applying)
    return FALSE;

  change = get_change (self, --self->position);
  apply (self, change, change->before);
  return TRUE;
}

/**
 * atlas_undo_stack_redo:
 * @self: a stack
 *
 * Returns: whether there was a change to redo
 */
gboolean
atlas_undo_stack_redo (AtlasUndoStack *self)
{
  Change *change;

  g_return_val_if_fail (ATLAS_IS_UNDO_STACK (self), FALSE);

  if (self->position == self->changes->len || self->applying)
    return FALSE;

  change = get_change (self, self->position++);
  apply (self, change, change->after);
  return TRUE;
}

/**
 * atlas_undo_stack_get_can_undo:
 * @self: a stack
 *
 * Returns: whether there is a change to undo
 */
gboolean
atlas_undo_stack_get_can_undo (AtlasUndoStack *self)
{
  g_return_val_if_fail (ATLAS_IS_UNDO_STACK (self), FALSE);

  return self->position > 0;
}

/**
 * atlas_undo_stack_get_can_redo:
 * @self: a stack
 *
 * Returns: whether there is a change to redo
 */
gboolean
atlas_undo_stack_get_can_redo (AtlasUndoStack *self)
{
  g_return_val_if_fail (ATLAS_IS_UNDO_STACK (self), FALSE);

  return self->position < self->changes->len;
}

/**
 * atlas_undo_stack_get_undo_name:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): the name of the change to undo
 */
const char *
atlas_undo_stack_get_undo_name (AtlasUndoStack *self)
{
  g_return_val_if_fail (ATLAS_IS_UNDO_STACK (self), NULL);

  return self->position > 0 ? get_change (self, self->position - 1)->name
                            : NULL;
}

/**
 * atlas_undo_stack_get_redo_name:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): the name of the change to redo
 */
const char *
atlas_undo_stack_get_redo_name (AtlasUndoStack *self)
{
  g_return_val_if_fail (ATLAS_IS_UNDO_STACK (self), NULL);

  return self->position < self->changes->len
             ? get_change (self, self->position)->name
             : NULL;
}

/**
 * atlas_undo_stack_clear:
 * @self: a stack
 *
 * Forgets all changes, such as when another project is opened.
 */
void
atlas_undo_stack_clear (AtlasUndoStack *self)
{
  g_return_if_fail (ATLAS_IS_UNDO_STACK (self));

  g_ptr_array_set_size (self->changes, 0);
  self->position = 0;
  notify_all (self);
}

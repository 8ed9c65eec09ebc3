/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Places of the network that the user put somewhere, by key. */

typedef struct
{
  double x;
  double y;
} Position;

GHashTable *
atlas_session_new_positions (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* The keys sorted, so that the same state is the same text. */
GVariant *
atlas_session_positions_to_variant (AtlasSession *self)
{
  g_autoptr (GList) keys =
      g_list_sort (g_hash_table_get_keys (self->positions), compare_keys);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{s(dd)}"));
  for (GList *l = keys; l != NULL; l = l->next)
    {
      const Position *position = g_hash_table_lookup (self->positions, l->data);

      g_variant_builder_add (&builder, "{s(dd)}", l->data, position->x,
                             position->y);
    }

  return g_variant_builder_end (&builder);
}

void
atlas_session_apply_positions (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  GVariantIter iter;
  const char *key;
  double x;
  double y;

  g_hash_table_remove_all (self->positions);
  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "{&s(dd)}", &key, &x, &y))
    {
      Position *position;

      if (!isfinite (x) || !isfinite (y))
        continue;
      position = g_new (Position, 1);
      *position = (Position){ x, y };
      g_hash_table_insert (self->positions, g_strdup (key), position);
    }
  g_signal_emit_by_name (self, "positions-changed");
}

static void
remember (AtlasSession *self, const char *name, GVariant *before)
{
  atlas_undo_stack_push (self->undo_stack, name, NULL,
                         atlas_session_apply_positions, self, before,
                         atlas_session_positions_to_variant (self));
  g_signal_emit_by_name (self, "positions-changed");
}

/**
 * atlas_session_get_position:
 * @self: a session
 * @place: key of a place
 * @x: (out): where the user put it on the map
 * @y: (out): the same, downwards
 *
 * Returns: whether the user put it somewhere; if not, nothing is set
 */
gboolean
atlas_session_get_position (AtlasSession *self,
                            const char *place,
                            double *x,
                            double *y)
{
  const Position *position;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  position = g_hash_table_lookup (self->positions, place);
  if (position == NULL)
    return FALSE;
  *x = position->x;
  *y = position->y;

  return TRUE;
}

/**
 * atlas_session_set_position:
 * @self: a session
 * @place: key of a place
 * @name: its name, for the undo menu
 * @x: where to put it on the map, in the units of #AtlasPlace
 * @y: the same, downwards
 *
 * Puts a place of the network somewhere, where it stays. Undoable.
 */
void
atlas_session_set_position (AtlasSession *self,
                            const char *place,
                            const char *name,
                            double x,
                            double y)
{
  g_autofree char *label = NULL;
  GVariant *before;
  Position *position;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (place != NULL && name != NULL);
  g_return_if_fail (isfinite (x) && isfinite (y));

  before = atlas_session_positions_to_variant (self);
  position = g_new (Position, 1);
  *position = (Position){ x, y };
  g_hash_table_insert (self->positions, g_strdup (place), position);
  /* Translators: a change that can be undone; the name of a place follows. */
  label = g_strdup_printf (_ ("Move %s"), name);
  remember (self, label, before);
}

/**
 * atlas_session_release_places:
 * @self: a session
 * @place: (nullable): key of a place, %NULL for all
 * @name: (nullable): its name, for the undo menu; %NULL for all
 *
 * Lets the layout decide again where the place stands. Undoable.
 */
void
atlas_session_release_places (AtlasSession *self,
                              const char *place,
                              const char *name)
{
  g_autofree char *label = NULL;
  GVariant *before;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail ((place == NULL) == (name == NULL));

  if (g_hash_table_size (self->positions) == 0
      || (place != NULL && !g_hash_table_contains (self->positions, place)))
    return;

  before = atlas_session_positions_to_variant (self);
  if (place != NULL)
    {
      g_hash_table_remove (self->positions, place);
      /* Translators: a change that can be undone: the place no longer stays
       * where the user put it; its name follows. */
      label = g_strdup_printf (_ ("Release %s"), name);
    }
  else
    {
      g_hash_table_remove_all (self->positions);
    }
  remember (self, label != NULL ? label : _ ("Release Places"), before);
}

/**
 * atlas_session_get_n_positions:
 * @self: a session
 *
 * Returns: number of places that the user put somewhere
 */
guint
atlas_session_get_n_positions (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return g_hash_table_size (self->positions);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-session-private.h"

/* What the user does with the profiles: search, filters, aliases, removal.
 * Every change can be undone. */

void
atlas_session_init_user (AtlasSession *self)
{
  self->undo_stack = atlas_undo_stack_new ();
  self->hidden = atlas_session_new_set ();
  self->pinned = atlas_session_new_set ();
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->positions = atlas_session_new_positions ();
  self->titles = atlas_session_new_titles ();
}

void
atlas_session_finalize_user (AtlasSession *self)
{
  g_clear_object (&self->undo_stack);
  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->pinned, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
}

/**
 * atlas_session_get_undo_stack:
 * @self: a session
 *
 * Returns: (transfer none): the changes that can be undone
 */
AtlasUndoStack *
atlas_session_get_undo_stack (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->undo_stack;
}

/* Search and filters */

/**
 * atlas_session_get_search:
 * @self: a session
 *
 * Returns: (transfer none): what is searched for, never %NULL
 */
const char *
atlas_session_get_search (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->search;
}

/**
 * atlas_session_set_search:
 * @self: a session
 * @text: (nullable): what to search for
 *
 * Shows only what has all the words, without regard to case, accents and
 * dashes. Holds for all tables but that of problems.
 */
void
atlas_session_set_search (AtlasSession *self, const char *text)
{
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (self->search, text))
    return;

  g_free (self->search);
  self->search = g_strdup (text);
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL && i != ATLAS_TABLE_PROBLEMS)
      atlas_table_set_search (self->tables[i], text);

  g_object_notify (G_OBJECT (self), "search");
}

/**
 * atlas_session_get_filters:
 * @self: a session
 *
 * Returns: (transfer none): the filters, a list of #AtlasFilter; change them
 *   through the session
 */
AtlasFilterSet *
atlas_session_get_filters (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->filters;
}

void
atlas_session_apply_filters (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  guint i;

  atlas_filter_set_replace (self->filters, state);
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL && i != ATLAS_TABLE_PROBLEMS)
      atlas_table_set_filters (self->tables[i], self->filters);
}

static void
set_filters (AtlasSession *self, GVariant *filters, const char *undo_name)
{
  g_autoptr (GVariant) before =
      g_variant_ref_sink (atlas_filter_set_to_variant (self->filters));
  g_autoptr (GVariant) after = g_variant_ref_sink (filters);

  if (g_variant_equal (before, after))
    return;

  atlas_session_apply_filters (self, after);
  atlas_undo_stack_push (self->undo_stack, undo_name, NULL,
                         atlas_session_apply_filters, self, before, after);
}

/* All filters but one, and perhaps another one. */
static GVariant *
change_filters (AtlasSession *self, AtlasFilter *without, AtlasFilter *with)
{
  GVariantBuilder builder;
  guint i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sddas)"));
  for (i = 0; i < atlas_filter_set_get_n_filters (self->filters); i++)
    {
      AtlasFilter *filter = atlas_filter_set_get (self->filters, i);

      if (without == NULL || !atlas_filter_equal (filter, without))
        g_variant_builder_add_value (&builder,
                                     atlas_filter_to_variant (filter));
    }
  if (with != NULL)
    g_variant_builder_add_value (&builder, atlas_filter_to_variant (with));

  return g_variant_builder_end (&builder);
}

/**
 * atlas_session_add_filter:
 * @self: a session
 * @filter: a filter
 *
 * Shows only what passes @filter, too.
 */
void
atlas_session_add_filter (AtlasSession *self, AtlasFilter *filter)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_FILTER (filter));

  set_filters (self, change_filters (self, filter, filter), _ ("Add Filter"));
}

/**
 * atlas_session_remove_filter:
 * @self: a session
 * @filter: a filter
 */
void
atlas_session_remove_filter (AtlasSession *self, AtlasFilter *filter)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_FILTER (filter));

  set_filters (self, change_filters (self, filter, NULL), _ ("Remove Filter"));
}

/**
 * atlas_session_clear_filters:
 * @self: a session
 */
void
atlas_session_clear_filters (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  set_filters (self, g_variant_new_array (G_VARIANT_TYPE ("(sddas)"), NULL, 0),
               _ ("Remove All Filters"));
}

/* Aliases */

static void
set_aliases (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  guint i;

  if (state != NULL)
    atlas_aliases_ref (state);
  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  self->aliases = state;
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL)
      atlas_table_set_aliases (self->tables[i], self->aliases);

  g_object_notify (G_OBJECT (self), "aliases");
  atlas_session_queue_visible_changed (self);
}

/**
 * atlas_session_get_aliases:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): names that mean the same; not to be
 *   changed: change a copy and give it to atlas_session_set_aliases()
 */
AtlasAliases *
atlas_session_get_aliases (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->aliases;
}

/**
 * atlas_session_set_aliases:
 * @self: a session
 * @aliases: (nullable): names that mean the same; must not change any more
 * @undo_name: (nullable): what the user did, translated; %NULL when it is not
 *   to be undone, such as when a project is opened
 */
void
atlas_session_set_aliases (AtlasSession *self,
                           AtlasAliases *aliases,
                           const char *undo_name)
{
  AtlasAliases *before;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  before = self->aliases != NULL ? atlas_aliases_ref (self->aliases) : NULL;
  set_aliases (self, aliases);

  if (undo_name != NULL)
    atlas_undo_stack_push_states (
        self->undo_stack, undo_name, set_aliases, self, before,
        aliases != NULL ? atlas_aliases_ref (aliases) : NULL,
        (GDestroyNotify) atlas_aliases_unref);
  else
    g_clear_pointer (&before, atlas_aliases_unref);
}

/* Removal */

typedef struct
{
  GPtrArray *documents;
  GPtrArray *problems;
  gboolean present;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_ptr_array_unref (removal->documents);
  g_ptr_array_unref (removal->problems);
  g_free (removal);
}

static Removal *
removal_new (GPtrArray *documents, GPtrArray *problems, gboolean present)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->documents = g_ptr_array_ref (documents);
  removal->problems = g_ptr_array_ref (problems);
  removal->present = present;
  return removal;
}

static void
apply_removal (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  Removal *removal = state;

  if (removal->present)
    atlas_session_put_documents (self, removal->documents, removal->problems);
  else
    g_ptr_array_unref (atlas_session_take_documents (self, removal->documents));
}

/**
 * atlas_session_remove_documents:
 * @self: a session
 * @documents: (array length=n_documents): documents
 * @n_documents: how many
 *
 * Closes these profiles. The files stay; what is removed comes back with
 * undo.
 */
void
atlas_session_remove_documents (AtlasSession *self,
                                AtlasDocument *const *documents,
                                guint n_documents)
{
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (n_documents == 0 || documents != NULL);

  if (n_documents == 0)
    return;

  removed = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < n_documents; i++)
    g_ptr_array_add (removed, g_object_ref (documents[i]));
  problems = atlas_session_take_documents (self, removed);

  atlas_undo_stack_push_states (
      self->undo_stack,
      ngettext ("Remove Profile", "Remove Profiles", n_documents),
      apply_removal, self, removal_new (removed, problems, TRUE),
      removal_new (removed, problems, FALSE), removal_free);
  g_signal_emit_by_name (self, "documents-removed", n_documents);
}

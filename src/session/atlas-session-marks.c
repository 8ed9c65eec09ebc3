/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-session-private.h"

/* What the user marks profiles with: hidden, pinned, noted. Sets are never
 * changed once tables have them: a change makes another set. */

GHashTable *
atlas_session_new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
atlas_session_dup_sorted_keys (GHashTable *set)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_keys);

  return keys;
}

GVariant *
atlas_session_set_to_variant (GHashTable *set)
{
  g_autoptr (GPtrArray) keys = atlas_session_dup_sorted_keys (set);

  return keys->len == 0 ? g_variant_new_array (G_VARIANT_TYPE_STRING, NULL, 0)
                        : g_variant_new_strv ((const char *const *) keys->pdata,
                                              (gssize) keys->len);
}

static GHashTable *
set_from_variant (GVariant *variant)
{
  GHashTable *set = atlas_session_new_set ();
  GVariantIter iter;
  const char *key;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "&s", &key))
    g_hash_table_add (set, g_strdup (key));

  return set;
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = atlas_session_new_set ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));

  return copy;
}

void
atlas_session_apply_hidden (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  guint i;

  g_hash_table_unref (self->hidden);
  self->hidden = set_from_variant (state);
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL && i != ATLAS_TABLE_PROBLEMS)
      atlas_table_set_hidden (self->tables[i], self->hidden);
}

void
atlas_session_apply_pinned (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  guint i;

  g_hash_table_unref (self->pinned);
  self->pinned = set_from_variant (state);
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL)
      atlas_table_set_pinned (self->tables[i], self->pinned);
  atlas_session_queue_visible_changed (self);
}

static void
change_set (AtlasSession *self,
            AtlasUndoFunc apply,
            GHashTable *set,
            GVariant *changed,
            const char *undo_name)
{
  g_autoptr (GVariant) before =
      g_variant_ref_sink (atlas_session_set_to_variant (set));
  g_autoptr (GVariant) after = g_variant_ref_sink (changed);

  if (g_variant_equal (before, after))
    return;

  apply (self, after);
  atlas_undo_stack_push (self->undo_stack, undo_name, NULL, apply, self, before,
                         after);
}

/**
 * atlas_session_hide_documents:
 * @self: a session
 * @documents: (array length=n_documents): documents
 * @n_documents: how many
 *
 * Shows these no more, in no view, until they are shown again.
 */
void
atlas_session_hide_documents (AtlasSession *self,
                              AtlasDocument *const *documents,
                              guint n_documents)
{
  g_autoptr (GHashTable) hidden = NULL;
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (n_documents == 0 || documents != NULL);

  hidden = copy_set (self->hidden);
  for (i = 0; i < n_documents; i++)
    g_hash_table_add (hidden, g_strdup (atlas_document_get_key (documents[i])));

  change_set (self, atlas_session_apply_hidden, self->hidden,
              atlas_session_set_to_variant (hidden),
              ngettext ("Hide Profile", "Hide Profiles", n_documents));
  if (n_documents > 0)
    g_signal_emit_by_name (self, "documents-hidden", n_documents);
}

/**
 * atlas_session_show_hidden:
 * @self: a session
 *
 * Shows everything again that atlas_session_hide_documents() hid.
 */
void
atlas_session_show_hidden (AtlasSession *self)
{
  g_autoptr (GHashTable) none = atlas_session_new_set ();

  g_return_if_fail (ATLAS_IS_SESSION (self));

  change_set (self, atlas_session_apply_hidden, self->hidden,
              atlas_session_set_to_variant (none), _ ("Show Hidden Profiles"));
}

/**
 * atlas_session_get_n_hidden_rows:
 * @self: a session
 *
 * Returns: how many profiles the user has hidden one by one
 */
guint
atlas_session_get_n_hidden_rows (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return g_hash_table_size (self->hidden);
}

/**
 * atlas_session_is_pinned:
 * @self: a session
 * @document: a document
 *
 * Returns: whether it stands above all others
 */
gboolean
atlas_session_is_pinned (AtlasSession *self, AtlasDocument *document)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (document), FALSE);

  return g_hash_table_contains (self->pinned,
                                atlas_document_get_key (document));
}

/**
 * atlas_session_pin_documents:
 * @self: a session
 * @documents: (array length=n): documents
 * @n: how many
 * @pinned: whether they are to stand above all others
 *
 * All of them are one change, which is undone at once.
 */
void
atlas_session_pin_documents (AtlasSession *self,
                             AtlasDocument *const *documents,
                             guint n,
                             gboolean pinned)
{
  g_autoptr (GHashTable) set = NULL;
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));

  set = copy_set (self->pinned);
  for (i = 0; i < n; i++)
    if (pinned)
      g_hash_table_add (set, g_strdup (atlas_document_get_key (documents[i])));
    else
      g_hash_table_remove (set, atlas_document_get_key (documents[i]));

  change_set (self, atlas_session_apply_pinned, self->pinned,
              atlas_session_set_to_variant (set),
              pinned ? _ ("Pin Profile") : _ ("Unpin Profile"));
}

/**
 * atlas_session_set_pinned:
 * @self: a session
 * @document: a document
 * @pinned: whether it is to stand above all others
 */
void
atlas_session_set_pinned (AtlasSession *self,
                          AtlasDocument *document,
                          gboolean pinned)
{
  g_return_if_fail (ATLAS_IS_DOCUMENT (document));

  atlas_session_pin_documents (self, &document, 1, pinned);
}

/* Notes */

/**
 * atlas_session_get_note:
 * @self: a session
 * @document: a document
 *
 * Returns: (transfer none): the user's note on it, empty without one
 */
const char *
atlas_session_get_note (AtlasSession *self, AtlasDocument *document)
{
  const char *note;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (document), NULL);

  note = g_hash_table_lookup (self->notes, atlas_document_get_key (document));
  return note != NULL ? note : "";
}

static void
apply_note (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  const char *key;
  const char *text;

  g_variant_get (state, "(&s&s)", &key, &text);
  if (*text != '\0')
    g_hash_table_insert (self->notes, g_strdup (key), g_strdup (text));
  else
    g_hash_table_remove (self->notes, key);

  g_signal_emit_by_name (self, "note-changed", key);
}

/**
 * atlas_session_set_note:
 * @self: a session
 * @document: a document
 * @text: (nullable): the user's note
 *
 * Changes of one note that follow each other, such as typing, are undone
 * together.
 */
void
atlas_session_set_note (AtlasSession *self,
                        AtlasDocument *document,
                        const char *text)
{
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autofree char *merge_key = NULL;
  const char *key;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_DOCUMENT (document));

  if (text == NULL)
    text = "";
  if (g_str_equal (atlas_session_get_note (self, document), text))
    return;

  key = atlas_document_get_key (document);
  before = g_variant_ref_sink (
      g_variant_new ("(ss)", key, atlas_session_get_note (self, document)));
  after = g_variant_ref_sink (g_variant_new ("(ss)", key, text));
  merge_key = g_strconcat ("note ", key, NULL);

  apply_note (self, after);
  atlas_undo_stack_push (self->undo_stack, _ ("Change Note"), merge_key,
                         apply_note, self, before, after);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-session-private.h"

/* What the user does with the profiles. Every change can be undone. Sets are
 * never changed once tables have them: a change makes another set. */

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
atlas_session_init_user (AtlasSession *self)
{
  self->undo_stack = atlas_undo_stack_new ();
  self->hidden = new_set ();
  self->pinned = new_set ();
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

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
dup_sorted_keys (GHashTable *set)
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

static void
apply_filters (gpointer owner, gpointer state)
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

  apply_filters (self, after);
  atlas_undo_stack_push (self->undo_stack, undo_name, NULL, apply_filters, self,
                         before, after);
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

/* Hidden rows and pins: sets of keys */

static GVariant *
set_to_variant (GHashTable *set)
{
  g_autoptr (GPtrArray) keys = dup_sorted_keys (set);

  return keys->len == 0 ? g_variant_new_array (G_VARIANT_TYPE_STRING, NULL, 0)
                        : g_variant_new_strv ((const char *const *) keys->pdata,
                                              (gssize) keys->len);
}

static GHashTable *
set_from_variant (GVariant *variant)
{
  GHashTable *set = new_set ();
  GVariantIter iter;
  const char *key;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "&s", &key))
    g_hash_table_add (set, g_strdup (key));

  return set;
}

static void
apply_hidden (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  guint i;

  g_hash_table_unref (self->hidden);
  self->hidden = set_from_variant (state);
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL && i != ATLAS_TABLE_PROBLEMS)
      atlas_table_set_hidden (self->tables[i], self->hidden);
}

static void
apply_pinned (gpointer owner, gpointer state)
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
  g_autoptr (GVariant) before = g_variant_ref_sink (set_to_variant (set));
  g_autoptr (GVariant) after = g_variant_ref_sink (changed);

  if (g_variant_equal (before, after))
    return;

  apply (self, after);
  atlas_undo_stack_push (self->undo_stack, undo_name, NULL, apply, self, before,
                         after);
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = new_set ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));

  return copy;
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

  change_set (self, apply_hidden, self->hidden, set_to_variant (hidden),
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
  g_autoptr (GHashTable) none = new_set ();

  g_return_if_fail (ATLAS_IS_SESSION (self));

  change_set (self, apply_hidden, self->hidden, set_to_variant (none),
              _ ("Show Hidden Profiles"));
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

  change_set (self, apply_pinned, self->pinned, set_to_variant (set),
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

/* Project files and the state between runs */

static GVariant *
notes_to_variant (AtlasSession *self)
{
  g_autoptr (GPtrArray) keys = dup_sorted_keys (self->notes);
  GVariantBuilder builder;
  guint i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (i = 0; i < keys->len; i++)
    g_variant_builder_add (
        &builder, "{ss}", keys->pdata[i],
        g_hash_table_lookup (self->notes, g_ptr_array_index (keys, i)));

  return g_variant_builder_end (&builder);
}

/**
 * atlas_session_dup_project:
 * @self: a session
 *
 * What the user did with these profiles and what a project file keeps, except
 * for the aliases, which have a form of their own: `filters` a(sddas),
 * `hidden` as, `pinned` as, `notes` a{ss}, `positions` a{s(dd)}, `search` s,
 * `titles` a{ss} of charts.
 * Keys are sorted, so the same state is the same text.
 *
 * Returns: (transfer floating): a variant of type a{sv}
 */
GVariant *
atlas_session_dup_project (AtlasSession *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "filters",
                         atlas_filter_set_to_variant (self->filters));
  g_variant_builder_add (&builder, "{sv}", "hidden",
                         set_to_variant (self->hidden));
  g_variant_builder_add (&builder, "{sv}", "notes", notes_to_variant (self));
  g_variant_builder_add (&builder, "{sv}", "pinned",
                         set_to_variant (self->pinned));
  g_variant_builder_add (&builder, "{sv}", "positions",
                         atlas_session_positions_to_variant (self));
  g_variant_builder_add (&builder, "{sv}", "search",
                         g_variant_new_string (self->search));
  g_variant_builder_add (&builder, "{sv}", "titles",
                         atlas_session_titles_to_variant (self));

  return g_variant_builder_end (&builder);
}

static void
restore_notes (AtlasSession *self, GVariant *notes)
{
  GVariantIter iter;
  const char *key;
  const char *text;

  g_hash_table_remove_all (self->notes);
  g_variant_iter_init (&iter, notes);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &text))
    if (*text != '\0')
      g_hash_table_insert (self->notes, g_strdup (key), g_strdup (text));

  g_signal_emit_by_name (self, "note-changed", "");
}

static GVariant *
lookup (GVariant *project, const char *key, const char *type)
{
  GVariant *value =
      g_variant_lookup_value (project, key, G_VARIANT_TYPE (type));

  if (value == NULL)
    value = g_variant_ref_sink (g_variant_new_array (
        g_variant_type_element (G_VARIANT_TYPE (type)), NULL, 0));

  return value;
}

/**
 * atlas_session_restore_project:
 * @self: a session
 * @project: what atlas_session_dup_project() made; what is missing or of
 *   another type is as in a new session
 *
 * Not undoable: changes made before can no longer be undone.
 */
void
atlas_session_restore_project (AtlasSession *self, GVariant *project)
{
  g_autoptr (GVariant) filters = NULL;
  g_autoptr (GVariant) hidden = NULL;
  g_autoptr (GVariant) pinned = NULL;
  g_autoptr (GVariant) notes = NULL;
  g_autoptr (GVariant) positions = NULL;
  g_autoptr (GVariant) titles = NULL;
  const char *search = "";

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (g_variant_is_of_type (project, G_VARIANT_TYPE_VARDICT));

  filters = lookup (project, "filters", "a(sddas)");
  hidden = lookup (project, "hidden", "as");
  pinned = lookup (project, "pinned", "as");
  notes = lookup (project, "notes", "a{ss}");
  positions = lookup (project, "positions", "a{s(dd)}");
  titles = lookup (project, "titles", "a{ss}");

  apply_filters (self, filters);
  apply_hidden (self, hidden);
  apply_pinned (self, pinned);
  restore_notes (self, notes);
  atlas_session_apply_positions (self, positions);
  atlas_session_apply_titles (self, titles);
  g_variant_lookup (project, "search", "&s", &search);
  atlas_session_set_search (self, search);
  atlas_undo_stack_clear (self->undo_stack);
}

/**
 * atlas_session_dup_layout:
 * @self: a session
 *
 * Columns, their order and widths, and what is sorted by, for every table that
 * was looked at; kept between runs.
 *
 * Returns: (transfer floating): a variant of type a{sv}
 */
GVariant *
atlas_session_dup_layout (AtlasSession *self)
{
  GVariantBuilder builder;
  guint i;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (i = 0; i < ATLAS_N_TABLES; i++)
    if (self->tables[i] != NULL)
      g_variant_builder_add (&builder, "{sv}", atlas_table_kind_get_nick (i),
                             atlas_table_dup_layout (self->tables[i]));

  return g_variant_builder_end (&builder);
}

/**
 * atlas_session_restore_layout:
 * @self: a session
 * @layout: what atlas_session_dup_layout() made
 */
void
atlas_session_restore_layout (AtlasSession *self, GVariant *layout)
{
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (g_variant_is_of_type (layout, G_VARIANT_TYPE_VARDICT));

  for (i = 0; i < ATLAS_N_TABLES; i++)
    {
      g_autoptr (GVariant) table =
          g_variant_lookup_value (layout, atlas_table_kind_get_nick (i),
                                  G_VARIANT_TYPE ("(a(sbi)a(sb))"));

      if (table != NULL)
        atlas_table_restore_layout (atlas_session_get_table (self, i), table);
    }
}

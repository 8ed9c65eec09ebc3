/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

/* Project files and the state between runs */

static GVariant *
notes_to_variant (AtlasSession *self)
{
  g_autoptr (GPtrArray) keys = atlas_session_dup_sorted_keys (self->notes);
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
                         atlas_session_set_to_variant (self->hidden));
  g_variant_builder_add (&builder, "{sv}", "notes", notes_to_variant (self));
  g_variant_builder_add (&builder, "{sv}", "pinned",
                         atlas_session_set_to_variant (self->pinned));
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

  atlas_session_apply_filters (self, filters);
  atlas_session_apply_hidden (self, hidden);
  atlas_session_apply_pinned (self, pinned);
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

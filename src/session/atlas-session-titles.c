/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Titles that the user gave to charts in place of the suggested ones. */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

GHashTable *
atlas_session_new_titles (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The keys sorted, so that the same state is the same text. */
GVariant *
atlas_session_titles_to_variant (AtlasSession *self)
{
  g_autoptr (GList) keys =
      g_list_sort (g_hash_table_get_keys (self->titles), compare_keys);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (GList *l = keys; l != NULL; l = l->next)
    g_variant_builder_add (
        &builder, "{ss}", l->data,
        (const char *) g_hash_table_lookup (self->titles, l->data));

  return g_variant_builder_end (&builder);
}

void
atlas_session_apply_titles (gpointer owner, gpointer state)
{
  AtlasSession *self = ATLAS_SESSION (owner);
  GVariantIter iter;
  const char *key;
  const char *title;

  g_hash_table_remove_all (self->titles);
  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &title))
    if (*title != '\0')
      g_hash_table_insert (self->titles, g_strdup (key), g_strdup (title));

  g_signal_emit_by_name (self, "chart-titles-changed");
}

/**
 * atlas_session_get_chart_title:
 * @self: a session
 * @key: what the chart shows, in a form that its view chooses
 *
 * Returns: (transfer none) (nullable): the title that the user gave to it;
 *   %NULL where the suggested one stands
 */
const char *
atlas_session_get_chart_title (AtlasSession *self, const char *key)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->titles, key);
}

/**
 * atlas_session_set_chart_title:
 * @self: a session
 * @key: what the chart shows, in a form that its view chooses
 * @title: (nullable): the title; %NULL or empty for the suggested one
 *
 * Gives a chart another title. Undoable.
 */
void
atlas_session_set_chart_title (AtlasSession *self,
                               const char *key,
                               const char *title)
{
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (key != NULL);

  if (title != NULL && *title == '\0')
    title = NULL;
  if (g_strcmp0 (atlas_session_get_chart_title (self, key), title) == 0)
    return;

  before = g_variant_ref_sink (atlas_session_titles_to_variant (self));
  if (title != NULL)
    g_hash_table_insert (self->titles, g_strdup (key), g_strdup (title));
  else
    g_hash_table_remove (self->titles, key);
  after = g_variant_ref_sink (atlas_session_titles_to_variant (self));

  atlas_undo_stack_push (self->undo_stack, _ ("Change Chart Title"), NULL,
                         atlas_session_apply_titles, self, before, after);
  g_signal_emit_by_name (self, "chart-titles-changed");
}

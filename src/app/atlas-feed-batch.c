/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-feed-private.h"
#include "atlas-file-yield.h"

/* What is in the session of a file that gives less than it did. */
static void
keep_profiles (AtlasFeed *self, GFile *file, GPtrArray *profiles)
{
  AtlasDocumentStore *store = atlas_session_get_store (self->session);
  AtlasDocument *const *documents;
  guint n_documents;
  guint i;

  documents = atlas_document_store_peek (store, &n_documents);
  for (i = 0; i < n_documents; i++)
    {
      GFile *other = atlas_document_get_file (documents[i]);

      if (other != NULL && g_file_equal (file, other))
        g_ptr_array_add (profiles,
                         (gpointer) atlas_document_get_profile (documents[i]));
    }
}

/* Whether @loaded is not to take the place of what was read of the file
 * before. Nobody asked for an automatic reload: a file that somebody is about
 * to write, or never wrote to its end, must not take good data away. */
static gboolean
holds_back (AtlasFeed *self, GFile *file, const AtlasLoadedFile *loaded)
{
  const AtlasFileYield *before = g_hash_table_lookup (self->files, file);
  AtlasFileYield now;

  atlas_file_yield_init (&now, loaded);
  if (self->automatic && before != NULL
      && atlas_file_yield_is_less (&now, before))
    {
      self->held = TRUE;
      return TRUE;
    }

  g_hash_table_insert (self->files, g_object_ref (file),
                       g_memdup2 (&now, sizeof now));
  return FALSE;
}

/* Puts files that were read into the session. */
void
atlas_feed_take_batch (AtlasFeed *self, GPtrArray *batch)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  guint i;
  guint j;

  atlas_session_begin_batch (self->session);

  for (i = 0; i < batch->len; i++)
    {
      const AtlasLoadedFile *loaded = g_ptr_array_index (batch, i);
      g_autoptr (GFile) file = atlas_loaded_file_dup_file (loaded);

      g_ptr_array_set_size (profiles, 0);
      g_ptr_array_set_size (problems, 0);
      /* Its problems are shown all the same. */
      if (holds_back (self, file, loaded))
        keep_profiles (self, file, profiles);
      else
        for (j = 0; j < loaded->n_profiles; j++)
          g_ptr_array_add (profiles, loaded->profiles[j]);
      for (j = 0; j < loaded->n_problems; j++)
        g_ptr_array_add (problems, loaded->problems[j]);

      atlas_session_add_file (self->session, file, profiles, problems);
      if (self->met != NULL)
        g_hash_table_add (self->met, g_object_ref (file));
    }

  atlas_session_end_batch (self->session);
}

/* After a whole reload: what was not met again is gone from the disk. */
void
atlas_feed_drop_unmet (AtlasFeed *self)
{
  GHashTableIter iter;
  gpointer file;

  atlas_session_begin_batch (self->session);
  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &file, NULL))
    if (!g_hash_table_contains (self->met, file))
      {
        atlas_session_remove_file (self->session, file);
        g_hash_table_iter_remove (&iter);
      }
  atlas_session_end_batch (self->session);
}

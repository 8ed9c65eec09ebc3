/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-document-store.h"
#include "atlas-problem-store.h"
#include "atlas-profile-builder.h"
#include "atlas-row-list.h"

/* Lists as text: every row of @list by the names in it. */
static char *
list_to_text (GListModel *list)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (ATLAS_IS_DOCUMENT (item))
        g_string_append (
            text, atlas_document_get_profile (ATLAS_DOCUMENT (item))->cluster);
      else if (ATLAS_IS_ROW (item))
        g_string_append (
            text,
            ((const AtlasEntry *) atlas_row_get_data (ATLAS_ROW (item))->item)
                ->name);
      else
        g_string_append (
            text,
            atlas_file_problem_get_problem (ATLAS_FILE_PROBLEM (item))->text);
    }

  return g_string_free (text, FALSE);
}

#define assert_model(list, expected)                                 \
  G_STMT_START                                                       \
  {                                                                  \
    g_autofree char *list_text = list_to_text (G_LIST_MODEL (list)); \
    g_assert_cmpstr (list_text, ==, expected);                       \
  }                                                                  \
  G_STMT_END

static void
note_change (GListModel *list,
             guint position,
             guint n_removed,
             guint n_added,
             gpointer user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u ", position, n_removed, n_added);
}

#define assert_changes(changes, expected)           \
  G_STMT_START                                      \
  {                                                 \
    g_assert_cmpstr ((changes)->str, ==, expected); \
    g_string_truncate (changes, 0);                 \
  }                                                 \
  G_STMT_END

/* A cluster with as many applicants as there are letters in @applicants. */
static AtlasDocument *
make_document (const char *cluster, const char *applicants)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) profile = NULL;
  const AtlasNumber none = ATLAS_NUMBER_INIT;
  const char *at;

  atlas_profile_builder_set_source (builder, "x.txt");
  atlas_profile_builder_set_cluster (builder, cluster, -1, 1);
  for (at = applicants; *at != '\0'; at++)
    atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, at, 1, &none,
                                     &none, &none, 2);
  profile = atlas_profile_builder_end (builder);

  return atlas_document_new (profile, NULL, 0);
}

static void
append (AtlasDocumentStore *store, const char *cluster, const char *applicants)
{
  g_autoptr (AtlasDocument) document = make_document (cluster, applicants);

  atlas_document_store_append (store, &document, 1);
}

static void
test_store (void)
{
  g_autoptr (AtlasDocumentStore) store = atlas_document_store_new ();
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (AtlasDocument) other = make_document ("e", "");
  guint position;

  g_signal_connect (store, "items-changed", G_CALLBACK (note_change), changes);
  append (store, "a", "");
  append (store, "b", "");
  append (store, "c", "");
  append (store, "d", "");
  assert_model (store, "a b c d");
  assert_changes (changes, "0-0+1 1-0+1 2-0+1 3-0+1 ");

  atlas_document_store_splice (store, 1, 2, &other, 1);
  assert_model (store, "a e d");
  assert_changes (changes, "1-2+1 ");
  g_assert_true (atlas_document_store_find (store, other, &position));
  g_assert_cmpuint (position, ==, 1);

  g_hash_table_add (gone, atlas_document_store_get (store, 0));
  g_hash_table_add (gone, atlas_document_store_get (store, 2));
  g_assert_cmpuint (atlas_document_store_remove_all (store, gone), ==, 2);
  assert_model (store, "e");
  assert_changes (changes, "0-3+1 ");

  atlas_document_store_clear (store);
  assert_model (store, "");
  assert_changes (changes, "0-1+0 ");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (store), 0));
}

static void
test_rows (void)
{
  g_autoptr (AtlasDocumentStore) store = atlas_document_store_new ();
  g_autoptr (AtlasRowList) rows = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (AtlasDocument) other = make_document ("o", "xyz");

  append (store, "a", "12");
  rows = atlas_row_list_new (store, ATLAS_ROW_LIST_APPLICANTS);
  g_signal_connect (rows, "items-changed", G_CALLBACK (note_change), changes);
  assert_model (rows, "1 2");

  /* Documents without rows change nothing. */
  append (store, "b", "");
  append (store, "c", "");
  assert_changes (changes, "");
  append (store, "d", "3");
  assert_model (rows, "1 2 3");
  assert_changes (changes, "2-0+1 ");

  atlas_document_store_splice (store, 1, 1, &other, 1);
  assert_model (rows, "1 2 x y z 3");
  assert_changes (changes, "2-0+3 ");

  atlas_document_store_splice (store, 0, 2, NULL, 0);
  assert_model (rows, "3");
  assert_changes (changes, "0-5+0 ");
}

static gboolean
is_even (AtlasFileProblem *problem, gpointer user_data)
{
  return atlas_file_problem_get_problem (problem)->line % 2 == 0;
}

static void
test_problems (void)
{
  const char *const texts[] = { "a", "b", "c", "d" };
  g_autoptr (AtlasProblemStore) store = atlas_problem_store_new ();
  g_autoptr (GString) changes = g_string_new (NULL);
  guint i;

  g_signal_connect (store, "items-changed", G_CALLBACK (note_change), changes);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AtlasProblem) problem = atlas_problem_new (
          i == 0 ? ATLAS_PROBLEM_EMPTY : ATLAS_PROBLEM_BAD_ROW, "x.txt", i + 1,
          texts[i], -1, "A sentence.", NULL);
      g_autoptr (AtlasFileProblem) item =
          atlas_file_problem_new (problem, NULL);

      atlas_problem_store_append (store, &item, 1);
    }
  assert_model (store, "a b c d");
  g_assert_cmpuint (atlas_problem_store_count (store, ATLAS_SEVERITY_WARNING),
                    ==, 3);
  g_string_truncate (changes, 0);

  g_assert_cmpuint (atlas_problem_store_remove_if (store, is_even, NULL), ==,
                    2);
  assert_model (store, "a c");
  assert_changes (changes, "1-3+1 ");
  g_assert_cmpuint (atlas_problem_store_count (store, ATLAS_SEVERITY_WARNING),
                    ==, 1);
  g_assert_cmpuint (atlas_problem_store_count (store, ATLAS_SEVERITY_ERROR), ==,
                    1);

  atlas_problem_store_clear (store);
  assert_changes (changes, "0-2+0 ");
}

static void
test_keys (void)
{
  g_autoptr (AtlasDocument) one = make_document ("Köln–Bonn", "");
  g_autoptr (AtlasDocument) other = make_document ("KÖLN - BONN", "");
  g_autoptr (AtlasDocument) another = make_document ("Koln-Bonn", "");

  /* Dash, blank and case; a letter is another place. */
  g_assert_cmpstr (atlas_document_get_place (one), ==,
                   atlas_document_get_place (other));
  g_assert_cmpstr (atlas_document_get_place (one), !=,
                   atlas_document_get_place (another));

  /* Without an edition a profile is like no other. */
  g_assert_cmpstr (atlas_document_get_key (one), ==, "x.txt#0");
}

/* A file that is open is known by any name that leads to it. */
static void
test_has_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-store-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.txt", NULL);
  g_autofree char *other_path = g_build_filename (folder, "y.txt", NULL);
  g_autofree char *link_path = g_build_filename (folder, "z.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other = g_file_new_for_path (other_path);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autoptr (AtlasDocumentStore) store = atlas_document_store_new ();
  g_autoptr (AtlasDocument) named = make_document ("A", "a");
  g_autoptr (AtlasDocument) document =
      atlas_document_new (atlas_document_get_profile (named), file, 0);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, "x", 1, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpint (symlink ("x.txt", link_path), ==, 0);

  g_assert_false (atlas_document_store_has_file (store, file));
  atlas_document_store_append (store, &named, 1);
  g_assert_false (atlas_document_store_has_file (store, file));
  atlas_document_store_append (store, &document, 1);
  g_assert_true (atlas_document_store_has_file (store, file));
  g_assert_true (atlas_document_store_has_file (store, link));
  g_assert_false (atlas_document_store_has_file (store, other));

  g_unlink (link_path);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/store", test_store);
  g_test_add_func ("/model/has-file", test_has_file);
  g_test_add_func ("/model/rows", test_rows);
  g_test_add_func ("/model/problems", test_problems);
  g_test_add_func ("/model/keys", test_keys);

  return g_test_run ();
}

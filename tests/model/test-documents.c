/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-document-store.h"
#include "atlas-problem-store.h"
#include "atlas-profile-builder.h"
#include "atlas-row-list.h"

/* What a document tells, and what lists do when nothing happens. */

static void
count (gpointer object, gpointer what, guint *n)
{
  (*n)++;
}

static void
count_changes (GListModel *list, guint at, guint n, guint m, guint *n_changes)
{
  (*n_changes)++;
}

/* Two applicants, a publisher, a partner for patents, two for articles. */
static AtlasDocument *
make_document (const char *cluster, int edition, GFile *file)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) profile = NULL;
  const AtlasNumber none = ATLAS_NUMBER_INIT;

  atlas_profile_builder_set_source (builder, "x.txt");
  if (cluster != NULL)
    atlas_profile_builder_set_cluster (builder, cluster, -1, 1);
  if (edition > 0)
    {
      AtlasProfileNumbers *numbers =
          atlas_profile_builder_get_numbers (builder);

      numbers->edition.value = edition;
      numbers->edition.state = ATLAS_NUMBER_GIVEN;
    }
  atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "Aa", 2, &none,
                                   &none, &none, 2);
  atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "Ab", 2, &none,
                                   &none, &none, 3);
  atlas_profile_builder_add_entry (builder, ATLAS_ARTICLES, "Pp", 2, &none,
                                   &none, &none, 4);
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, "La", 2, 5);
  atlas_profile_builder_add_partner (builder, ATLAS_ARTICLES, "Lb", 2, 6);
  atlas_profile_builder_add_partner (builder, ATLAS_ARTICLES, "Lc", 2, 6);
  profile = atlas_profile_builder_end (builder);

  return atlas_document_new (profile, file, 3);
}

static void
test_document (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/x.txt");
  g_autoptr (AtlasDocument) document = make_document ("Köln", 2024, file);
  g_autoptr (AtlasDocument) nameless = make_document (NULL, 2024, NULL);
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (GFile) told = NULL;
  gboolean repeated = TRUE;
  guint n_notified = 0;

  g_object_get (document, "profile", &profile, "file", &told, "repeated",
                &repeated, NULL);
  g_assert_true (profile == atlas_document_get_profile (document));
  g_assert_true (told == file && file == atlas_document_get_file (document));
  g_assert_false (repeated);
  g_assert_cmpuint (atlas_document_get_n_problems (document), ==, 3);
  g_assert_cmpstr (atlas_document_get_key (document), ==, "köln/2024");

  g_signal_connect (document, "notify::repeated", G_CALLBACK (count),
                    &n_notified);
  atlas_document_set_repeated (document, FALSE);
  g_assert_cmpuint (n_notified, ==, 0);
  atlas_document_set_repeated (document, TRUE);
  atlas_document_set_repeated (document, 2);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (atlas_document_get_repeated (document));

  /* Without a name a profile is like no other, whatever its edition. */
  g_assert_cmpstr (atlas_document_get_place (nameless), ==, "");
  g_assert_cmpstr (atlas_document_get_key (nameless), ==, "x.txt#0");
  g_assert_null (atlas_document_get_file (nameless));
}

static const char *
get_name (AtlasRowList *rows, guint position)
{
  AtlasRowData row;

  atlas_row_list_peek (rows, position, &row);

  return row.kind == ATLAS_PATENTS || row.kind == ATLAS_ARTICLES
             ? ((const AtlasEntry *) row.item)->name
             : NULL;
}

/* Rows of each kind, those of links with their own count of each list. */
static void
test_kinds (void)
{
  g_autoptr (AtlasDocumentStore) store = atlas_document_store_new ();
  g_autoptr (AtlasDocument) one = make_document ("one", 2023, NULL);
  g_autoptr (AtlasDocument) two = make_document ("two", 2024, NULL);
  g_autoptr (AtlasRowList) publishers =
      atlas_row_list_new (store, ATLAS_ROW_LIST_PUBLISHERS);
  g_autoptr (AtlasRowList) links =
      atlas_row_list_new (store, ATLAS_ROW_LIST_LINKS);
  g_autoptr (AtlasRow) row = NULL;
  AtlasDocument *const both[] = { one, two };
  AtlasRowData data;

  atlas_document_store_append (store, both, 2);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (store))
                 == ATLAS_TYPE_DOCUMENT);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (links))
                 == ATLAS_TYPE_ROW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (publishers)), ==,
                    2);
  g_assert_cmpstr (get_name (publishers, 1), ==, "Pp");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (links)), ==, 6);

  /* The last of the second profile: its second partner for articles. */
  row = g_list_model_get_item (G_LIST_MODEL (links), 5);
  g_assert_true (atlas_row_data_get_document (atlas_row_get_data (row)) == two);
  g_assert_cmpuint (atlas_row_get_data (row)->kind, ==, ATLAS_ARTICLES);
  g_assert_cmpuint (atlas_row_get_data (row)->index, ==, 1);
  atlas_row_list_peek (links, 3, &data);
  g_assert_cmpuint (data.kind, ==, ATLAS_PATENTS);
  g_assert_cmpuint (data.index, ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (links), 6));
}

/* A row of something that is no document. */
static void
test_other_owner (void)
{
  g_autoptr (AtlasDocumentStore) owner = atlas_document_store_new ();
  const AtlasRowData data = { .owner = G_OBJECT (owner) };
  AtlasRow *row = atlas_row_new (&data);

  g_assert_null (atlas_row_data_get_document (atlas_row_get_data (row)));
  g_assert_finalize_object (row);
}

static guint8
get_mark (AtlasRowList *rows, guint position)
{
  AtlasRowData row;

  atlas_row_list_peek (rows, position, &row);

  return row.mark;
}

/* Marks are told once, and stay with rows whose place has not changed. */
static void
test_marks (void)
{
  g_autoptr (AtlasDocumentStore) store = atlas_document_store_new ();
  g_autoptr (AtlasDocument) one = make_document ("one", 2023, NULL);
  g_autoptr (AtlasDocument) two = make_document ("two", 2024, NULL);
  g_autoptr (AtlasRowList) rows =
      atlas_row_list_new (store, ATLAS_ROW_LIST_APPLICANTS);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) marks = g_bytes_new_static ("\1\2\3\4", 4);
  g_autoptr (GBytes) same = g_bytes_new ("\1\2\3\4", 4);
  AtlasDocument *const both[] = { one, two };
  guint n_changes = 0;

  g_signal_connect (rows, "items-changed", G_CALLBACK (count_changes),
                    &n_changes);
  atlas_row_list_set_marks (rows, none);
  g_assert_cmpuint (n_changes, ==, 0);
  atlas_document_store_append (store, both, 2);
  g_assert_cmpuint (get_mark (rows, 0), ==, 0);
  n_changes = 0;

  atlas_row_list_set_marks (rows, marks);
  atlas_row_list_set_marks (rows, same);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (get_mark (rows, 3), ==, 4);

  /* The second document goes and comes back; then others come behind. */
  atlas_document_store_splice (store, 1, 1, &two, 1);
  g_assert_cmpuint (get_mark (rows, 1), ==, 2);
  g_assert_cmpuint (get_mark (rows, 2), ==, 0);
  atlas_document_store_append (store, &one, 1);
  g_assert_cmpuint (get_mark (rows, 1), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 6);
}

static gboolean
never (AtlasFileProblem *problem, gpointer user_data)
{
  return FALSE;
}

/* Nothing happens, and nobody is told. */
static void
test_nothing (void)
{
  g_autoptr (AtlasDocumentStore) store = atlas_document_store_new ();
  g_autoptr (AtlasProblemStore) problems = atlas_problem_store_new ();
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr (AtlasDocument) stranger = make_document ("one", 2023, NULL);
  guint n_changes = 0;

  g_signal_connect (store, "items-changed", G_CALLBACK (count_changes),
                    &n_changes);
  g_signal_connect (problems, "items-changed", G_CALLBACK (count_changes),
                    &n_changes);
  g_hash_table_add (gone, stranger);

  atlas_document_store_append (store, NULL, 0);
  atlas_document_store_clear (store);
  g_assert_cmpuint (atlas_document_store_remove_all (store, gone), ==, 0);
  g_assert_false (atlas_document_store_find (store, stranger, NULL));
  g_assert_cmpuint (atlas_document_store_get_n_documents (store), ==, 0);

  atlas_problem_store_append (problems, NULL, 0);
  atlas_problem_store_clear (problems);
  g_assert_cmpuint (atlas_problem_store_remove_if (problems, never, NULL), ==,
                    0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (problems), 0));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (problems))
                 == ATLAS_TYPE_FILE_PROBLEM);
  g_assert_cmpuint (n_changes, ==, 0);
}

static void
test_file_problem (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/x.txt");
  g_autoptr (AtlasProblem) problem = atlas_problem_new (
      ATLAS_PROBLEM_BAD_ROW, "x.txt", 4, "text", -1, "A sentence.", NULL);
  g_autoptr (AtlasProblemStore) store = atlas_problem_store_new ();
  AtlasFileProblem *item = atlas_file_problem_new (problem, file);

  g_assert_true (atlas_file_problem_get_file (item) == file);
  g_assert_true (atlas_file_problem_get_problem (item) == problem);
  atlas_problem_store_append (store, &item, 1);
  g_assert_true (atlas_problem_store_get (store, 0) == item);
  g_object_unref (item);
  g_assert_cmpuint (atlas_problem_store_remove_if (store, never, NULL), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/document", test_document);
  g_test_add_func ("/model/kinds", test_kinds);
  g_test_add_func ("/model/other-owner", test_other_owner);
  g_test_add_func ("/model/marks", test_marks);
  g_test_add_func ("/model/nothing", test_nothing);
  g_test_add_func ("/model/file-problem", test_file_problem);

  return g_test_run ();
}

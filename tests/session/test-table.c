/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include "atlas-organisation.h"
#include "atlas-table-text.h"

static void
hide_all_but (AtlasTable *table, const char *const *ids)
{
  guint i;

  for (i = 0; i < atlas_table_get_n_columns (table); i++)
    if (g_strv_contains (ids, atlas_table_get_column (table, i)->id))
      atlas_table_set_column_visible (table, i, TRUE);
  for (i = 0; i < atlas_table_get_n_columns (table); i++)
    if (!g_strv_contains (ids, atlas_table_get_column (table, i)->id))
      atlas_table_set_column_visible (table, i, FALSE);
}

static void
test_text (void)
{
  const char *const ids[] = { "cluster", "rank", "applicants.1.share", NULL };
  SmallProfile formula = { "=1+1", "A\tB", 2024, 5, "QUUX, \"Y\"", 7, NULL };
  g_autoptr (AtlasSession) session = make_session ();
  g_autoptr (GFile) file = add_small (session, "/nowhere/f", &formula);
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;
  g_autofree char *csv = NULL;

  hide_all_but (table, ids);
  tsv = atlas_table_to_tsv (table, ATLAS_ROWS_SHOWN, TRUE);
  g_assert_cmpstr (tsv, ==,
                   "cluster\trank\tapplicants.1.share\n"
                   "'=1+1\t5\t7\n"
                   "Boston\t8\t12\n"
                   "Shenyang\t61\t40\n"
                   "São Paulo\t74\t20\n"
                   "Dalian\t98\t30\n"
                   "Nowhere\t\t\n");

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (table), 1, TRUE);
  html = atlas_table_to_html (table, ATLAS_ROWS_SELECTED, FALSE);
  g_assert_cmpstr (html, ==,
                   "<meta charset=\"utf-8\"><table>\n"
                   "<tr><td>Boston</td><td>8</td><td>12</td></tr>\n"
                   "</table>\n");

  table = atlas_session_get_table (session, ATLAS_TABLE_APPLICANTS);
  hide_all_but (table, (const char *const[]){ "name", "count", NULL });
  atlas_session_set_search (session, "quux y");
  csv = atlas_table_to_csv (table, ATLAS_ROWS_SHOWN);
  g_assert_cmpstr (csv, ==, "name,count\r\n\"QUUX, \"\"Y\"\"\",10\r\n");
}

static void
test_statistics (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  AtlasStatistics statistics;

  atlas_table_compute_statistics (
      table, ATLAS_ROWS_SHOWN,
      (guint) atlas_table_find_column (table, "applicants.1.share"),
      &statistics);

  /* Missing is not 0; shares of clusters have no sum. */
  g_assert_cmpuint (statistics.n_rows, ==, 5);
  g_assert_cmpuint (statistics.n_values, ==, 4);
  g_assert_cmpfloat (statistics.minimum, ==, 12);
  g_assert_cmpfloat (statistics.median, ==, 25);
  g_assert_cmpfloat (statistics.mean, ==, 25.5);
  g_assert_cmpfloat (statistics.maximum, ==, 40);
  g_assert_true (isnan (statistics.sum));

  table = atlas_session_get_table (session, ATLAS_TABLE_APPLICANTS);
  atlas_table_compute_statistics (
      table, ATLAS_ROWS_ALL, (guint) atlas_table_find_column (table, "count"),
      &statistics);
  g_assert_cmpfloat (statistics.sum, ==, 40);
}

static void
sort_by (AtlasTable *table, const char *id, gboolean descending)
{
  atlas_table_sort_by (table, (guint) atlas_table_find_column (table, id),
                       descending);
}

/* What is missing stands last in both directions: a number, a text, and an
 * interval that is derived. */
static void
test_missing_last (void)
{
  static const char *const ids[] = { "rank", "applicants.1.share", "economy",
                                     "applicants.1.name",
                                     "estimates.patents_total_joint" };
  static const char *const falling[] = {
    "Dalian São Paulo Shenyang Boston Nowhere",
    "Shenyang Dalian São Paulo Boston Nowhere",
    "Boston Shenyang Dalian São Paulo Nowhere",
    "São Paulo Shenyang Boston Dalian Nowhere",
    "Boston São Paulo Dalian Shenyang Nowhere",
  };
  static const char *const rising[] = {
    "Boston Shenyang São Paulo Dalian Nowhere",
    "Boston São Paulo Dalian Shenyang Nowhere",
    "São Paulo Shenyang Dalian Boston Nowhere",
    "Dalian Boston Shenyang São Paulo Nowhere",
    "Shenyang Dalian São Paulo Boston Nowhere",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (AtlasSession) session = make_session ();
      GListModel *visible = atlas_session_get_visible (session);
      AtlasTable *table =
          atlas_session_get_table (session, ATLAS_TABLE_PROFILES);

      g_test_message ("%s", ids[i]);
      sort_by (table, ids[i], TRUE);
      assert_model (visible, falling[i]);
      sort_by (table, ids[i], FALSE);
      assert_model (visible, rising[i]);
    }
}

/* What is shown is written as it is shown: these rows in this order, these
 * columns in this order; of all rows nothing is left out. */
static void
test_scopes (void)
{
  const char *const china[] = { "China", NULL };
  const char *const ids[] = { "cluster", "rank", NULL };
  g_autoptr (AtlasFilter) filter =
      atlas_filter_new_words (ATLAS_FILTER_ECONOMY, china);
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  g_autofree char *shown = NULL;
  g_autofree char *all = NULL;

  hide_all_but (table, ids);
  atlas_table_move_column (table, 0, atlas_table_get_n_columns (table) - 1);
  sort_by (table, "rank", TRUE);
  atlas_session_add_filter (session, filter);
  shown = atlas_table_to_csv (table, ATLAS_ROWS_SHOWN);
  g_assert_cmpstr (shown, ==,
                   "rank,cluster\r\n"
                   "98,Dalian\r\n"
                   "61,Shenyang\r\n");
  all = atlas_table_to_csv (table, ATLAS_ROWS_ALL);
  g_assert_cmpstr (all, ==,
                   "rank,cluster\r\n"
                   "61,Shenyang\r\n"
                   "98,Dalian\r\n"
                   "8,Boston\r\n"
                   "74,São Paulo\r\n"
                   ",Nowhere\r\n");
}

/* The order comes back with the layout, all of its keys. */
static void
test_order_kept (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  g_autoptr (AtlasSession) later = make_session ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  g_autofree char *order = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GVariant) layout = NULL;

  sort_by (table, "cluster", TRUE);
  sort_by (table, "economy", FALSE);
  order = atlas_table_dup_order_text (table);
  g_assert_cmpstr (order, ==,
                   "Sorted by Economy, then by Cluster (descending), then by "
                   "World rank");
  layout = g_variant_ref_sink (atlas_session_dup_layout (session));

  atlas_session_restore_layout (later, layout);
  table = atlas_session_get_table (later, ATLAS_TABLE_PROFILES);
  kept = atlas_table_dup_order_text (table);
  g_assert_cmpstr (kept, ==, order);
  assert_model (atlas_session_get_visible (later),
                "São Paulo Shenyang Dalian Boston Nowhere");
}

static void
wait_for (AtlasTable *table)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (atlas_table_get_busy (table) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (atlas_table_get_busy (table));
}

static char *
list_answers (AtlasTable *links)
{
  guint column = (guint) atlas_table_find_column (links, "mutual");
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < atlas_table_get_n_rows (links); i++)
    {
      g_auto (AtlasValue) value = ATLAS_VALUE_INIT;
      AtlasRowData row;

      atlas_table_get_row (links, i, &row);
      atlas_table_get_value (links, &row, column, &value);
      g_string_append_printf (
          text, "%s: %s\n",
          atlas_document_get_profile (atlas_row_data_get_document (&row))
              ->cluster,
          value.text != NULL ? value.text : "");
    }

  return g_string_free (text, FALSE);
}

static void
wait_for_answers (AtlasTable *links, const char *expected)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  g_autofree char *answers = list_answers (links);

  while (!g_str_equal (answers, expected) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_free (answers);
      answers = list_answers (links);
    }
  g_assert_cmpstr (answers, ==, expected);
}

/* Rows say whether they are answered, and follow what is opened and closed; a
 * hidden profile still answers. */
static void
test_answers (void)
{
  const SmallProfile small[] = {
    { "Ada", "E", 2024, 1, "A", 1, "Bob" },
    { "Bob", "E", 2024, 2, "A", 1, "Ada" },
    { "Cid", "E", 2024, 3, "A", 1, "Ada" },
    { "Dan", "E", 2024, 4, "A", 1, "Eve" },
  };
  g_autoptr (AtlasSession) session = atlas_session_new ();
  AtlasTable *links = atlas_session_get_table (session, ATLAS_TABLE_LINKS);
  AtlasDocument *bob;
  g_autofree char *csv = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (small); i++)
    {
      g_autoptr (GFile) file = add_small (session, small[i].cluster, &small[i]);
    }
  wait_for_answers (links, "Ada: Mutual\nBob: Mutual\nCid: One-way\n"
                           "Dan: Not known\n");

  csv = atlas_table_to_csv (links, ATLAS_ROWS_ALL);
  g_assert_nonnull (strstr (csv, "Ada,Bob,patents,1,true,E,2024\r\n"));
  g_assert_nonnull (strstr (csv, "Dan,Eve,patents,1,,E,2024\r\n"));

  bob = atlas_document_store_get (atlas_session_get_store (session), 1);
  atlas_session_hide_documents (session, &bob, 1);
  wait_for_answers (links, "Ada: Mutual\nCid: One-way\nDan: Not known\n");
  atlas_session_remove_documents (session, &bob, 1);
  wait_for_answers (links, "Ada: Not known\nCid: One-way\nDan: Not known\n");
}

/* So many rows that a worker sorts them; changes come meanwhile. */
static void
test_large (void)
{
  const guint n = 5000;
  g_autoptr (AtlasSession) session = atlas_session_new ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  guint rank = (guint) atlas_table_find_column (table, "rank");
  guint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("C%u", i);
      SmallProfile small = { name, "E", 2024, 1 + (i * 7919) % n, "A", 1, "P" };
      g_autoptr (GFile) file = NULL;

      if (i % 500 == 0)
        atlas_session_begin_batch (session);
      file = add_small (session, name, &small);
      if (i % 500 == 499)
        atlas_session_end_batch (session);
    }
  wait_for (table);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, n);

  atlas_table_sort_by (table, rank, TRUE);
  atlas_session_set_search (session, "c1");
  atlas_table_sort_by (table, rank, FALSE);
  atlas_session_set_search (session, "");
  wait_for (table);

  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, n);
  for (i = 0; i < n; i++)
    {
      AtlasRowData row;

      atlas_table_get_row (table, i, &row);
      g_assert_cmpfloat (((const AtlasProfile *) row.item)->rank.value, ==,
                         i + 1);
    }
}

static void
test_organisations (void)
{
  static const struct
  {
    const char *name;
    AtlasOrganisationKind kind;
  } cases[] = {
    { "NORTHEASTERN UNIVERSITY", ATLAS_ORGANISATION_UNIVERSITY },
    { "SIA, CAS", ATLAS_ORGANISATION_INSTITUTE },
    { "SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD.",
      ATLAS_ORGANISATION_COMPANY },
    { "MASSACHUSETTS GENERAL HOSPITAL", ATLAS_ORGANISATION_HOSPITAL },
    { "UNIVERSITÄTSKLINIKUM", ATLAS_ORGANISATION_OTHER },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (atlas_organisation_guess_kind (cases[i].name), ==,
                     cases[i].kind);
}

static void
test_undo_names (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new_problems ();
  AtlasUndoStack *stack = atlas_session_get_undo_stack (session);

  g_assert_false (atlas_undo_stack_get_can_undo (stack));
  g_assert_null (atlas_undo_stack_get_undo_name (stack));
  atlas_session_add_filter (session, filter);
  atlas_session_add_filter (session, filter);
  g_assert_true (atlas_undo_stack_undo (stack));
  g_assert_false (atlas_undo_stack_get_can_undo (stack));
  g_assert_cmpstr (atlas_undo_stack_get_redo_name (stack), ==, "Add Filter");

  /* Something else takes the place of what could be redone. */
  atlas_session_set_pinned (
      session, atlas_document_store_get (atlas_session_get_store (session), 0),
      TRUE);
  g_assert_false (atlas_undo_stack_get_can_redo (stack));
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (stack), ==, "Pin Profile");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/text", test_text);
  g_test_add_func ("/table/statistics", test_statistics);
  g_test_add_func ("/table/missing-last", test_missing_last);
  g_test_add_func ("/table/scopes", test_scopes);
  g_test_add_func ("/table/order-kept", test_order_kept);
  g_test_add_func ("/table/answers", test_answers);
  g_test_add_func ("/table/large", test_large);
  g_test_add_func ("/table/organisations", test_organisations);
  g_test_add_func ("/table/undo-names", test_undo_names);

  return g_test_run ();
}

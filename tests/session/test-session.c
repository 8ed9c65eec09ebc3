/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"
#include "session-fixture.h"

static AtlasDocument *
get_document (AtlasSession *session, guint position)
{
  return atlas_document_store_get (atlas_session_get_store (session), position);
}

static void
test_visible (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  GListModel *visible = atlas_session_get_visible (session);
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  guint economy = (guint) atlas_table_find_column (table, "economy");
  g_autofree char *order = NULL;

  /* By rank at first, and what has none comes last. */
  assert_model (visible, "Boston Shenyang São Paulo Dalian Nowhere");

  atlas_table_sort_by (table, economy, FALSE);
  assert_model (visible, "São Paulo Shenyang Dalian Boston Nowhere");

  atlas_table_sort_by (table, economy, TRUE);
  assert_model (visible, "Boston Shenyang Dalian São Paulo Nowhere");

  order = atlas_table_dup_order_text (table);
  g_assert_cmpstr (order, ==,
                   "Sorted by Economy (descending), then by World rank, then "
                   "by Edition (descending)");
}

static void
test_search (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  GListModel *visible = atlas_session_get_visible (session);

  atlas_session_set_search (session, "SAO paulo");
  assert_model (visible, "São Paulo");
  g_assert_cmpuint (atlas_session_get_n_hidden (session), ==, 4);

  atlas_session_set_search (session, "northeastern");
  assert_model (visible, "Shenyang");
  atlas_session_set_search (session, "beijing 2024 dalian");
  assert_model (visible, "Dalian");
  atlas_session_set_search (session, "no such thing");
  assert_model (visible, "");
  atlas_session_set_search (session, "  ");
  assert_model (visible, "Boston Shenyang São Paulo Dalian Nowhere");
  g_assert_cmpuint (atlas_session_get_n_hidden (session), ==, 0);
}

static void
test_filters (void)
{
  const char *const china[] = { "China", NULL };
  const char *const company[] = { "institute", NULL };
  g_autoptr (AtlasFilter) economy = NULL;
  g_autoptr (AtlasFilter) rank = NULL;
  g_autoptr (AtlasFilter) kind = NULL;
  g_autoptr (AtlasSession) session = make_session ();
  GListModel *visible = atlas_session_get_visible (session);
  AtlasUndoStack *undo = atlas_session_get_undo_stack (session);
  AtlasTable *links = atlas_session_get_table (session, ATLAS_TABLE_LINKS);

  economy = atlas_filter_new_words (ATLAS_FILTER_ECONOMY, china);
  rank = atlas_filter_new_range (ATLAS_FILTER_RANK, 1, 61);
  kind = atlas_filter_new_words (ATLAS_FILTER_ORGANISATION, company);

  atlas_session_add_filter (session, economy);
  assert_model (visible, "Shenyang Dalian");
  g_assert_cmpuint (atlas_table_get_n_rows (links), ==, 2);
  atlas_session_add_filter (session, rank);
  assert_model (visible, "Shenyang");
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (undo), ==, "Add Filter");

  g_assert_true (atlas_undo_stack_undo (undo));
  assert_model (visible, "Shenyang Dalian");
  g_assert_true (atlas_undo_stack_redo (undo));
  assert_model (visible, "Shenyang");

  atlas_session_clear_filters (session);
  g_assert_cmpuint (g_list_model_get_n_items (visible), ==, 5);
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (undo), ==,
                   "Remove All Filters");
  atlas_session_add_filter (session, kind);
  assert_model (visible, "Dalian");
}

/* Editions are single ones: 2022 and 2024 are not 2022 to 2024. */
static void
test_edition_filter (void)
{
  const char *const words[] = { "2022", "2024", NULL };
  g_autoptr (AtlasFilter) filter =
      atlas_filter_new_words (ATLAS_FILTER_EDITION, words);
  g_autoptr (AtlasFilter) range =
      atlas_filter_new_range (ATLAS_FILTER_EDITION, 2022, 2024);
  g_autoptr (GVariant) kept =
      g_variant_ref_sink (atlas_filter_to_variant (filter));
  g_autoptr (AtlasFilter) back = atlas_filter_new_from_variant (kept);
  g_autoptr (GVariant) kept_range =
      g_variant_ref_sink (atlas_filter_to_variant (range));
  g_autoptr (AtlasFilter) range_back =
      atlas_filter_new_from_variant (kept_range);
  g_autofree char *label = atlas_filter_dup_label (filter);
  guint year;

  g_assert_true (atlas_filter_equal (filter, back));
  g_assert_true (atlas_filter_equal (range, range_back));
  g_assert_cmpstr (label, ==, "Editions: 2022, 2024");
  for (year = 2021; year <= 2025; year++)
    {
      g_autoptr (AtlasProfile) profile =
          make_profile (&(SmallProfile){ "Here", "There", year });
      g_autoptr (AtlasDocument) document =
          atlas_document_new (profile, NULL, 0);

      g_assert_cmpint (atlas_filter_matches (back, document), ==,
                       year == 2022 || year == 2024);
      g_assert_cmpint (atlas_filter_matches (range_back, document), ==,
                       year >= 2022 && year <= 2024);
    }
}

static void
count_documents (AtlasSession *session, guint n, guint *count)
{
  *count += n;
}

/* Whoever offers to undo hears of what the user does, not of undo and redo. */
static void
test_taken_away (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasUndoStack *undo = atlas_session_get_undo_stack (session);
  AtlasDocument *documents[] = { get_document (session, 0),
                                 get_document (session, 1) };
  guint hidden = 0;
  guint removed = 0;

  g_signal_connect (session, "documents-hidden", G_CALLBACK (count_documents),
                    &hidden);
  g_signal_connect (session, "documents-removed", G_CALLBACK (count_documents),
                    &removed);
  atlas_session_hide_documents (session, documents, 2);
  g_assert_cmpuint (hidden, ==, 2);
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_true (atlas_undo_stack_redo (undo));
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_cmpuint (hidden, ==, 2);

  atlas_session_remove_documents (session, documents, 1);
  g_assert_cmpuint (removed, ==, 1);
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_cmpuint (removed, ==, 1);
}

static void
count_emission (guint *count)
{
  (*count)++;
}

static void
test_selection (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  AtlasTable *applicants =
      atlas_session_get_table (session, ATLAS_TABLE_APPLICANTS);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (table);
  g_auto (GStrv) places = NULL;
  guint count = 0;

  g_signal_connect_swapped (session, "selection-changed",
                            G_CALLBACK (count_emission), &count);

  /* In a table: seen by the session and the other tables. */
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (atlas_session_get_current (session)
                 == get_document (session, 0));
  g_assert_true (
      gtk_selection_model_is_selected (GTK_SELECTION_MODEL (applicants), 2));

  gtk_selection_model_select_item (model, 3, FALSE);
  g_assert_cmpuint (atlas_session_get_n_selected (session), ==, 2);
  g_assert_true (atlas_session_get_current (session)
                 == get_document (session, 1));
  places = atlas_session_dup_selected_places (session);
  g_assert_cmpstr (places[0], ==, "dalian");
  g_assert_cmpstr (places[1], ==, "shenyang");

  /* By the session: seen by the tables. */
  atlas_session_select (session, get_document (session, 2));
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_false (gtk_selection_model_is_selected (model, 1));

  /* By place. */
  {
    const char *const both[] = { "beijing", "dalian", NULL };

    atlas_session_select_places (session, both);
    g_assert_true (atlas_session_is_place_selected (session, "beijing"));
    g_assert_true (
        atlas_session_is_selected (session, get_document (session, 1)));
    g_assert_cmpuint (atlas_session_get_n_selected (session), ==, 1);
    g_assert_cmpstr (atlas_session_get_current_place (session), ==, "dalian");
  }
}

static void
test_reload (void)
{
  SmallProfile changed = five[0];
  g_autoptr (AtlasSession) session = make_session ();
  GListModel *visible = atlas_session_get_visible (session);
  GListModel *store = G_LIST_MODEL (atlas_session_get_store (session));
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GFile) file = NULL;

  atlas_session_select (session, get_document (session, 0));
  g_signal_connect (store, "items-changed", G_CALLBACK (note_change), changes);

  changed.rank = 1;
  file = add_small (session, "/nowhere/0.txt", &changed);
  assert_changes (changes, "0-1 4+1");
  assert_model (visible, "Shenyang Boston São Paulo Dalian Nowhere");
  g_assert_true (atlas_session_get_current (session)
                 == get_document (session, 4));
  g_assert_cmpuint (atlas_session_get_n_selected (session), ==, 1);

  atlas_session_remove_file (session, file);
  assert_changes (changes, "4-1");
  assert_model (visible, "Boston São Paulo Dalian Nowhere");
  g_assert_null (atlas_session_get_current (session));

  atlas_session_clear (session);
  assert_changes (changes, "0-4");
  assert_model (visible, "");
}

static void
test_repeated (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  g_autoptr (GFile) again = add_small (session, "/nowhere/again", &five[0]);
  g_autoptr (GFile) first = g_file_new_for_path ("/nowhere/0.txt");
  g_autoptr (GPtrArray) snapshot = NULL;

  g_assert_true (atlas_document_get_repeated (get_document (session, 5)));
  snapshot = atlas_session_snapshot (session, ATLAS_SCOPE_ALL);
  g_assert_cmpuint (snapshot->len, ==, 5);

  atlas_session_remove_file (session, first);
  g_assert_false (atlas_document_get_repeated (get_document (session, 4)));
}

static void
test_user_data (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  g_autoptr (AtlasSession) other = make_session ();
  g_autoptr (GVariant) project = NULL;
  g_autoptr (GVariant) again = NULL;
  GListModel *visible = atlas_session_get_visible (session);
  AtlasUndoStack *undo = atlas_session_get_undo_stack (session);
  AtlasDocument *dalian = get_document (session, 1);
  AtlasDocument *boston = get_document (session, 2);

  atlas_session_set_pinned (session, dalian, TRUE);
  assert_model (visible, "Dalian Boston Shenyang São Paulo Nowhere");
  atlas_session_hide_documents (session, &boston, 1);
  assert_model (visible, "Dalian Shenyang São Paulo Nowhere");

  /* Typing is one change. */
  atlas_session_set_note (session, dalian, "a");
  atlas_session_set_note (session, dalian, "a port");
  g_assert_cmpstr (atlas_session_get_note (session, dalian), ==, "a port");
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_cmpstr (atlas_session_get_note (session, dalian), ==, "");
  g_assert_true (atlas_undo_stack_redo (undo));

  project = g_variant_ref_sink (atlas_session_dup_project (session));
  atlas_session_restore_project (other, project);
  again = g_variant_ref_sink (atlas_session_dup_project (other));
  g_assert_true (g_variant_equal (project, again));
  assert_model (atlas_session_get_visible (other),
                "Dalian Shenyang São Paulo Nowhere");

  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_false (atlas_undo_stack_undo (undo));
  assert_model (visible, "Boston Shenyang São Paulo Dalian Nowhere");
}

/* Rows that are pinned together are one change. */
static void
test_pinned_together (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  GListModel *visible = atlas_session_get_visible (session);
  AtlasUndoStack *undo = atlas_session_get_undo_stack (session);
  AtlasDocument *documents[] = { get_document (session, 0),
                                 get_document (session, 1) };

  atlas_session_pin_documents (session, documents, 2, TRUE);
  assert_model (visible, "Shenyang Dalian Boston São Paulo Nowhere");
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_false (atlas_undo_stack_get_can_undo (undo));
  g_assert_false (atlas_session_is_pinned (session, documents[0]));
  g_assert_false (atlas_session_is_pinned (session, documents[1]));
  g_assert_true (atlas_undo_stack_redo (undo));
  atlas_session_pin_documents (session, documents, 2, FALSE);
  assert_model (visible, "Boston Shenyang São Paulo Dalian Nowhere");
}

static void
test_removal (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/1.txt");
  GListModel *visible = atlas_session_get_visible (session);
  AtlasUndoStack *undo = atlas_session_get_undo_stack (session);
  AtlasDocument *document;

  problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_ptr_array_add (profiles, make_profile (&five[1]));
  g_ptr_array_add (problems,
                   atlas_problem_new (ATLAS_PROBLEM_BAD_NUMBER, "1.txt", 3, "x",
                                      -1, "A sentence.", NULL));
  atlas_session_add_file (session, file, profiles, problems);
  g_assert_cmpuint (atlas_session_get_n_warnings (session), ==, 1);

  document = get_document (session, 4);
  g_assert_cmpuint (atlas_document_get_n_problems (document), ==, 1);
  atlas_session_remove_documents (session, &document, 1);
  assert_model (visible, "Boston Shenyang São Paulo Nowhere");
  g_assert_cmpuint (atlas_session_get_n_warnings (session), ==, 0);

  g_assert_true (atlas_undo_stack_undo (undo));
  assert_model (visible, "Boston Shenyang São Paulo Dalian Nowhere");
  g_assert_cmpuint (atlas_session_get_n_warnings (session), ==, 1);
  g_assert_true (atlas_undo_stack_redo (undo));
  g_assert_cmpuint (atlas_session_get_n_warnings (session), ==, 0);
}

/* How long anything may take, in microseconds. */
#define PATIENCE (60 * G_TIME_SPAN_SECOND)

static void
wait_for_rows (AtlasTable *table, guint n_rows)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (atlas_table_get_n_rows (table) != n_rows
         && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, n_rows);
}

static void
wait_for_network (AtlasSession *session)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (atlas_session_get_network_pending (session)
         && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_false (atlas_session_get_network_pending (session));
}

static void
test_network (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *places = atlas_session_get_table (session, ATLAS_TABLE_PLACES);

  /* Five loaded, and Beijing, New York and Campinas. */
  wait_for_rows (places, 8);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (places), 0, TRUE);
  g_assert_true (atlas_session_is_place_selected (session, "beijing"));
}

/* The network may have been looked at before the table of its places is. */
static void
test_network_first (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *places;

  g_assert_null (atlas_session_get_network (session));
  wait_for_network (session);
  places = atlas_session_get_table (session, ATLAS_TABLE_PLACES);
  g_assert_false (atlas_session_get_network_pending (session));
  wait_for_rows (places, 8);
}

/* A network of what is about to change would be shown, and be another one a
 * moment later: none is built before what is visible is settled. */
static void
test_network_once (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  guint n_visible = 0;
  guint n_networks = 0;

  g_signal_connect_swapped (session, "visible-changed",
                            G_CALLBACK (count_emission), &n_visible);
  g_signal_connect_swapped (session, "notify::network",
                            G_CALLBACK (count_emission), &n_networks);
  g_assert_null (atlas_session_get_network (session));
  g_assert_true (atlas_session_get_network_pending (session));
  g_assert_null (session->network_job);
  wait_for_network (session);
  g_assert_cmpuint (n_visible, ==, 1);
  g_assert_cmpuint (n_networks, ==, 1);
  g_assert_nonnull (atlas_session_get_network (session));

  /* Nothing is about to change: it is built at once. */
  {
    g_autoptr (AtlasSession) settled = make_session ();

    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_assert_null (atlas_session_get_network (settled));
    g_assert_nonnull (settled->network_job);
    wait_for_network (settled);
  }
}

static void
test_positions (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  g_autoptr (AtlasSession) other = atlas_session_new ();
  AtlasUndoStack *undo = atlas_session_get_undo_stack (session);
  g_autoptr (GVariant) project = NULL;
  double x = 0;
  double y = 0;

  g_assert_false (atlas_session_get_position (session, "dalian", &x, &y));
  atlas_session_set_position (session, "dalian", "Dalian", 0.25, 0.5);
  atlas_session_set_position (session, "dalian", "Dalian", 0.75, 0.5);
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (undo), ==, "Move Dalian");
  atlas_session_set_position (session, "beijing", "Beijing", 0.1, 0.2);
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (undo), ==, "Move Beijing");
  g_assert_cmpuint (atlas_session_get_n_positions (session), ==, 2);

  project = g_variant_ref_sink (atlas_session_dup_project (session));
  atlas_session_restore_project (other, project);
  g_assert_true (atlas_session_get_position (other, "dalian", &x, &y));
  g_assert_cmpfloat_with_epsilon (x, 0.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (y, 0.5, 1e-12);

  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_true (atlas_session_get_position (session, "dalian", &x, &y));
  g_assert_cmpfloat_with_epsilon (x, 0.25, 1e-12);
  atlas_session_release_places (session, NULL, NULL);
  g_assert_cmpuint (atlas_session_get_n_positions (session), ==, 0);
  g_assert_true (atlas_undo_stack_undo (undo));
  atlas_session_release_places (session, "dalian", "Dalian");
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (undo), ==, "Release Dalian");
  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_cmpuint (atlas_session_get_n_positions (session), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/visible", test_visible);
  g_test_add_func ("/session/search", test_search);
  g_test_add_func ("/session/filters", test_filters);
  g_test_add_func ("/session/edition-filter", test_edition_filter);
  g_test_add_func ("/session/taken-away", test_taken_away);
  g_test_add_func ("/session/selection", test_selection);
  g_test_add_func ("/session/reload", test_reload);
  g_test_add_func ("/session/repeated", test_repeated);
  g_test_add_func ("/session/user-data", test_user_data);
  g_test_add_func ("/session/pinned-together", test_pinned_together);
  g_test_add_func ("/session/removal", test_removal);
  g_test_add_func ("/session/network", test_network);
  g_test_add_func ("/session/network-first", test_network_first);
  g_test_add_func ("/session/network-once", test_network_once);
  g_test_add_func ("/session/positions", test_positions);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include "atlas-row-slots.h"

/* What a list view is told, as text: "+0*3" three places came at 0, "-4" one
 * went at 4, "~1*2" other rows stand at 1 and 2. */
static void
add_word (GString *changes, char what, guint position, guint n)
{
  if (n == 0)
    return;

  g_string_append_printf (changes, changes->len > 0 ? " %c%u" : "%c%u", what,
                          position);
  if (n > 1)
    g_string_append_printf (changes, "*%u", n);
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  GString *changes)
{
  add_word (changes, '-', position, n_removed);
  add_word (changes, '+', position, n_added);
}

static void
on_rows_changed (AtlasRowSlots *slots,
                 guint position,
                 guint n,
                 GString *changes)
{
  add_word (changes, '~', position, n);
}

static AtlasRowSlots *
watch (AtlasTable *table, GString *changes)
{
  AtlasRowSlots *slots = atlas_row_slots_new (table);

  g_signal_connect (slots, "items-changed", G_CALLBACK (on_items_changed),
                    changes);
  g_signal_connect (slots, "rows-changed", G_CALLBACK (on_rows_changed),
                    changes);
  return slots;
}

static void
assert_told (GString *changes, const char *expected)
{
  g_assert_cmpstr (changes->str, ==, expected);
  g_string_truncate (changes, 0);
}

static guint
get_n_items (AtlasRowSlots *slots)
{
  return g_list_model_get_n_items (G_LIST_MODEL (slots));
}

static void
add_profiles (AtlasSession *session, guint first, guint n)
{
  guint i;

  atlas_session_begin_batch (session);
  for (i = first; i < first + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("C%06u", i);
      SmallProfile small = { name, "E", 2024, 1 + i, "A", 1, "P" };
      g_autoptr (GFile) file = add_small (session, name, &small);
    }
  atlas_session_end_batch (session);
}

/* Places stay while the rows in them change. */
static void
test_small (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (AtlasRowSlots) slots = watch (table, changes);
  g_autoptr (AtlasRowSlot) slot = NULL;
  guint rank = (guint) atlas_table_find_column (table, "rank");

  g_assert_true (atlas_row_slots_get_table (slots) == table);
  g_assert_cmpuint (get_n_items (slots), ==, 5);
  slot = g_list_model_get_item (G_LIST_MODEL (slots), 3);
  g_assert_cmpuint (atlas_row_slot_get_position (slot), ==, 3);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (slots), 5));

  /* The fifth has no rank and stays the last. */
  atlas_table_sort_by (table, rank, TRUE);
  assert_told (changes, "~0*4");

  atlas_session_set_search (session, "boston");
  assert_told (changes, "-1*4 ~0");
  atlas_session_set_search (session, "");
  assert_told (changes, "+1*4 ~0");

  /* Ranks 8, 61, 74, 98 from the largest; what comes after moves. */
  add_profiles (session, 79, 1);
  assert_told (changes, "+5 ~1*4");
}

static void
test_selection (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  g_autoptr (AtlasRowSlots) slots = atlas_row_slots_new (table);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (slots);
  g_autoptr (GtkBitset) range = NULL;

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_true (
      gtk_selection_model_is_selected (GTK_SELECTION_MODEL (table), 1));
  g_assert_cmpuint (atlas_session_get_n_selected (session), ==, 1);

  gtk_selection_model_select_range (model, 2, 2, FALSE);
  range = gtk_selection_model_get_selection_in_range (model, 0, 5);
  g_assert_cmpuint (gtk_bitset_get_size (range), ==, 3);
  g_assert_cmpuint (gtk_bitset_get_minimum (range), ==, 1);

  gtk_selection_model_select_all (model);
  g_assert_cmpuint (atlas_session_get_n_selected (session), ==, 5);
  gtk_selection_model_unselect_all (model);
  g_assert_cmpuint (atlas_session_get_n_selected (session), ==, 0);
}

/* What a list view highlights: it asks again where it is told to. */
static void
on_selection_changed (GtkSelectionModel *model,
                      guint position,
                      guint n,
                      gboolean *highlighted)
{
  guint i;

  for (i = position; i < position + n; i++)
    highlighted[i] = gtk_selection_model_is_selected (model, i);
}

static void
assert_highlighted (GtkSelectionModel *model, const gboolean *highlighted)
{
  guint i, n = 0;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_assert_cmpint (highlighted[i], ==,
                       gtk_selection_model_is_selected (model, i));
      if (highlighted[i])
        n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* The places stay when rows are sorted; what is highlighted goes along. */
static void
test_selection_moves (void)
{
  g_autoptr (AtlasSession) session = make_session ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  g_autoptr (AtlasRowSlots) slots = atlas_row_slots_new (table);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (slots);
  guint rank = (guint) atlas_table_find_column (table, "rank");
  gboolean highlighted[16] = { FALSE };

  g_signal_connect (model, "selection-changed",
                    G_CALLBACK (on_selection_changed), highlighted);
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_true (highlighted[0]);

  atlas_table_sort_by (table, rank, TRUE);
  assert_highlighted (model, highlighted);
  g_assert_false (highlighted[0]);
  atlas_table_sort_by (table, rank, FALSE);
  assert_highlighted (model, highlighted);
  g_assert_true (highlighted[0]);

  /* rows before it move it, too */
  add_profiles (session, 0, 1);
  assert_highlighted (model, highlighted);
  g_assert_false (highlighted[0]);
}

/* Rows come in steps, between which one may draw, until a list view has all its
 * widgets; whoever selects all means those that are to come, too. */
static void
test_growing (void)
{
  const guint n = 1000;
  g_autoptr (AtlasSession) session = atlas_session_new ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (AtlasRowSlots) slots = watch (table, changes);
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  add_profiles (session, 0, n);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, n);
  assert_told (changes, "+0*16");
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (slots));
  g_assert_cmpuint (atlas_session_get_n_selected (session), ==, n);

  while (get_n_items (slots) < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  assert_told (changes, "+16*16 +32*16 +48*16 +64*16 +80*16 +96*16 +112*16 "
                        "+128*16 +144*16 +160*16 +176*16 +192*16 +208*16 "
                        "+224*16 +240*16 +256*744");

  /* One that shrinks while it grows. */
  atlas_session_clear (session);
  assert_told (changes, "-0*1000");
  add_profiles (session, 0, n);
  assert_told (changes, "+0*16");
  atlas_session_set_search (session, "c000001");
  assert_told (changes, "-1*15 ~0");
  atlas_session_clear (session);
  assert_told (changes, "-0");
}

/* While files are read the first rows are shown at once, the others now and
 * then; all of them when the load is through. */
static void
test_filling (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);

  atlas_session_set_loading (session, TRUE);
  add_profiles (session, 0, 10);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 10);
  add_profiles (session, 10, 10);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 10);
  g_assert_true (atlas_table_get_busy (table));
  add_profiles (session, 20, 10);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 10);

  atlas_session_set_loading (session, FALSE);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 30);
  g_assert_false (atlas_table_get_busy (table));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-slots/small", test_small);
  g_test_add_func ("/row-slots/selection", test_selection);
  g_test_add_func ("/row-slots/selection-moves", test_selection_moves);
  g_test_add_func ("/row-slots/growing", test_growing);
  g_test_add_func ("/row-slots/filling", test_filling);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-fixture.h"

#include "atlas-aliases-window.h"
#include "atlas-details-view.h"
#include "atlas-editions-window.h"
#include "atlas-profiles-view.h"
#include "atlas-resources.h"

/* What stands beside the tables: the details of a profile, and the windows of
 * names and of editions. */

/* Suggestions come from a worker. */
static GtkWidget *
wait_for_button (GtkWidget *widget, const char *label)
{
  WAIT_UNTIL (find_button (widget, label) != NULL);

  return find_button (widget, label);
}

static void
on_save (AtlasAliasesWindow *window, gpointer user_data)
{
  guint *n_saves = user_data;

  (*n_saves)++;
}

static void
test_aliases (void)
{
  const SmallProfile full = { "A", "E", 2024, 1, "UNIVERSITY OF TECHNOLOGY",
                              1,   "B" };
  const SmallProfile brief = { "A", "E", 2023, 1, "UNIV. OF TECH.", 1, "B" };
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autoptr (GFile) one = add_small (session, "/nowhere/1", &full);
  g_autoptr (GFile) other = add_small (session, "/nowhere/2", &brief);
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_APPLICANTS);
  GtkWidget *window = atlas_aliases_window_new (session, NULL);
  GtkWidget *join, *never, *row_of_join, *save;
  guint n_saves = 0;
  AtlasRowData row;
  g_auto (AtlasValue) value = ATLAS_VALUE_INIT;
  guint i;

  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (window, "save", G_CALLBACK (on_save), &n_saves);
  join = wait_for_button (window, "Join");
  /* Suggestions alone are nothing to save. */
  save = find_button (window, "_Save");
  g_assert_false (gtk_widget_get_sensitive (save));
  row_of_join = gtk_widget_get_ancestor (join, ADW_TYPE_ACTION_ROW);
  /* the cluster as printed, not as it is compared */
  g_assert_true (g_str_has_prefix (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (row_of_join)), "A · "));
  g_signal_emit_by_name (join, "clicked");

  for (i = 0; i < 2; i++)
    {
      atlas_table_get_row (table, i, &row);
      atlas_table_get_value (table, &row, 0, &value);
      g_assert_cmpstr (value.text, ==, "UNIVERSITY OF TECHNOLOGY");
      atlas_value_clear (&value);
    }
  g_assert_nonnull (find_button (window, "Separate"));
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  g_assert_cmpuint (n_saves, ==, 1);
  atlas_aliases_window_toast (ATLAS_ALIASES_WINDOW (window), "A & B");

  /* The printed spelling is still there. */
  g_assert_true (
      atlas_undo_stack_undo (atlas_session_get_undo_stack (session)));
  g_assert_null (find_button (window, "Separate"));
  g_assert_false (gtk_widget_get_sensitive (save));

  /* What is never to be joined is no longer suggested, until it is forgotten.
   */
  never = wait_for_button (window, "Never");
  g_signal_emit_by_name (never, "clicked");
  g_assert_cmpstr (
      atlas_undo_stack_get_undo_name (atlas_session_get_undo_stack (session)),
      ==, "Never Join Names");
  run_for (200);
  g_assert_null (find_button (window, "Join"));
  g_signal_emit_by_name (find_button (window, "Forget"), "clicked");
  wait_for_button (window, "Join");

  gtk_window_destroy (GTK_WINDOW (window));
  run_for (50);
}

/* What the details show opens for every profile, and every estimate says how
 * it was computed. */
static void
test_details (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *page, *window, *details, *explain;
  guint i;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  details = find_type (page, ATLAS_TYPE_DETAILS_VIEW);
  for (i = 0; i < 5; i++)
    {
      g_autoptr (AtlasDocument) document =
          g_list_model_get_item (atlas_session_get_visible (session), i);

      atlas_session_select (session, document);
      run_for (60);
    }

  WAIT_UNTIL (find_row (details, "Specialisation") != NULL);
  explain = find_type (details, GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (explain);

  /* The focus brings it into view; a popover needs its button on a screen. */
  gtk_widget_child_focus (explain, GTK_DIR_TAB_FORWARD);
  run_for (400);
  settle ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (explain));
  run_for (60);
  g_assert_nonnull (gtk_menu_button_get_popover (GTK_MENU_BUTTON (explain)));

  /* GTK 4.8 asks the surface of an open popover for the pointer after the
   * window has gone. */
  gtk_menu_button_popdown (GTK_MENU_BUTTON (explain));
  run_for (60);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is derived about a profile among the open ones is shown as such: the
 * specialisation at once, the check of the ranks once the world is known. */
static void
test_standing (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autoptr (AtlasDocument) document = NULL;
  GtkWidget *page, *window, *details, *row;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  details = find_type (page, ATLAS_TYPE_DETAILS_VIEW);
  document = g_list_model_get_item (atlas_session_get_visible (session), 0);
  atlas_session_select (session, document);

  WAIT_UNTIL (find_row (details, "Specialisation") != NULL);
  g_assert_nonnull (find_row (details, "Check of the Ranks"));
  g_assert_null (find_row (details, "Order by size"));

  g_object_set (session, "world-patents", 1e6, "world-articles", 1e7, NULL);
  WAIT_UNTIL (find_row (details, "Order by size") != NULL);
  row = find_row (details, "Order by size");
  g_assert_true (g_str_has_prefix (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Derived;"));
  g_assert_nonnull (find_row (details, "Order by intensity"));
  g_assert_null (find_row (details, "Check of the Ranks"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_editions (void)
{
  const SmallProfile profiles[] = {
    { "A", "E", 2023, 9, "X", 1, "B" },
    { "A", "E", 2024, 7, "X", 1, "B" },
    { "Old", "E", 2023, 3, "X", 1, "B" },
    { "Young", "E", 2024, 4, "X", 1, "B" },
  };
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *window, *row;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autofree char *name = g_strdup_printf ("/nowhere/%u", i);
      g_autoptr (GFile) file = add_small (session, name, &profiles[i]);
    }
  window = atlas_editions_window_new (session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  row = find_row (window, "Young");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "World rank 4");
  g_assert_nonnull (find_row (window, "Old"));
  row = find_row (window, "A");
  g_assert_nonnull (row);
  g_assert_true (
      g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                        "World rank 7, before 9; "));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpstr (atlas_document_get_key (atlas_session_get_current (session)),
                   ==, "a/2024");

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_register_resource ();

  g_test_add_func ("/details/aliases", test_aliases);
  g_test_add_func ("/details/details", test_details);
  g_test_add_func ("/details/standing", test_standing);
  g_test_add_func ("/details/editions", test_editions);

  return g_test_run ();
}

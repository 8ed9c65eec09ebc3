/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-fixture.h"

#include "atlas-filter-bar.h"
#include "atlas-filter-editor.h"
#include "atlas-profiles-view.h"
#include "atlas-resources.h"

/* Filters, and the chips that stand for them. */

static void
test_chips (void)
{
  const char *const words[] = { "Dalian", NULL };
  g_autoptr (AtlasFilter) filter =
      atlas_filter_new_words (ATLAS_FILTER_NAMES, words);
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GListModel *visible = atlas_session_get_visible (session);
  AtlasUndoStack *stack = atlas_session_get_undo_stack (session);
  GtkWidget *page, *window, *bar, *chip, *pages;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  bar = find_type (page, ATLAS_TYPE_FILTER_BAR);
  g_assert_false (gtk_widget_get_visible (bar));

  atlas_session_add_filter (session, filter);
  g_assert_true (gtk_widget_get_visible (bar));
  assert_model (visible, "Dalian");
  g_assert_cmpuint (atlas_session_get_n_hidden (session), ==, 4);
  settle ();
  g_assert_nonnull (find_label (page, "1 row, 4 hidden"));

  chip = find_type (bar, GTK_TYPE_BUTTON);
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (g_list_model_get_n_items (visible), ==, 5);

  g_assert_true (atlas_undo_stack_undo (stack));
  assert_model (visible, "Dalian");
  atlas_session_set_search (session, "nothing is called so");
  pages = find_type (GTK_WIDGET (atlas_profiles_view_get_table_view (
                         ATLAS_PROFILES_VIEW (page))),
                     GTK_TYPE_STACK);
  WAIT_UNTIL (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (pages)),
                         "nothing-found")
              == 0);
  g_assert_nonnull (find_label (pages, "No Results"));
  assert_model (visible, "");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Chooses what the editor of filters is asked for, as a hand would. */
static void
fill_editor (GtkWidget *editor, guint kind, const char *word, double low)
{
  GtkWidget *drop = find_type (editor, GTK_TYPE_DROP_DOWN);
  /* A drop-down has a stack of its own. */
  GObject *stack =
      gtk_widget_get_template_child (editor, ATLAS_TYPE_FILTER_EDITOR, "stack");
  GtkWidget *page;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), kind);
  page = gtk_stack_get_visible_child (GTK_STACK (stack));
  if (find_type (page, GTK_TYPE_SPIN_BUTTON) != NULL)
    gtk_spin_button_set_value (
        GTK_SPIN_BUTTON (find_type (page, GTK_TYPE_SPIN_BUTTON)), low);
  else if (find_type (page, GTK_TYPE_ENTRY) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (find_type (page, GTK_TYPE_ENTRY)),
                           word);
  else if (word != NULL)
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (gtk_widget_get_ancestor (find_label (page, word),
                                                   GTK_TYPE_CHECK_BUTTON)),
        TRUE);
}

/* Beside the samples a profile of another economy and edition, with a problem.
 */
static GFile *
add_boston (AtlasSession *session)
{
  const SmallProfile small = { "Boston",  "United States", 2023,
                               8,         "CITY HOSPITAL", 99,
                               "New York" };
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  GFile *file = g_file_new_for_path ("/nowhere/boston");

  g_ptr_array_add (profiles, make_profile (&small));
  g_ptr_array_add (
      problems, atlas_problem_new (ATLAS_PROBLEM_BAD_NUMBER, "small.txt", 3,
                                   "bad", -1, "A number was expected.", NULL));
  atlas_session_add_file (session, file, profiles, problems);

  return file;
}

/* In a narrow window the chips take no room from the buttons, nor they from
 * the chips. */
static void
test_chips_narrow (void)
{
  const char *const words[] = { "China", NULL };
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autoptr (AtlasFilter) filter =
      atlas_filter_new_words (ATLAS_FILTER_ECONOMY, words);
  GtkWidget *page, *window, *label, *button;
  graphene_rect_t bounds;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  atlas_session_add_filter (session, filter);
  RESIZE_UNTIL (window, 360, 700, gtk_widget_get_width (page) <= 360);
  settle ();
  gtk_test_widget_wait_for_draw (page);

  label = find_label (page, "Economy: China");
  g_assert_nonnull (label);
  g_assert_false (
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  button = GTK_WIDGET (gtk_widget_get_template_child (
      page, ATLAS_TYPE_PROFILES_VIEW, "details_button"));
  g_assert_true (gtk_widget_compute_bounds (button, page, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                     gtk_widget_get_width (page));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each kind of filter, added by its editor: it says what it lets pass and how
 * many it hides, goes away with a click on its chip, and comes back. */
static void
test_filter_editor (void)
{
  static const struct
  {
    AtlasFilterKind kind;
    const char *word;
    double low;
    const char *label;
    const char *shown;
    const char *count;
  } filters[] = {
    { ATLAS_FILTER_ECONOMY, "United States", 0, "Economy: United States",
      "Boston", "1 row, 5 hidden" },
    { ATLAS_FILTER_EDITION, "2023", 0, "Edition: 2023", "Boston",
      "1 row, 5 hidden" },
    { ATLAS_FILTER_RANK, NULL, 65, "World rank 65–100", "Dalian Zhengzhou",
      "2 rows, 4 hidden" },
    { ATLAS_FILTER_APPLICANT_SHARE, NULL, 50, "First applicant 50–100 %",
      "Boston Dalian", "2 rows, 4 hidden" },
    { ATLAS_FILTER_PUBLISHER_SHARE, NULL, 40, "First publisher 40–100 %",
      "Dalian Zhengzhou", "2 rows, 4 hidden" },
    { ATLAS_FILTER_PROBLEMS, NULL, 0, "Has problems", "Boston",
      "1 row, 5 hidden" },
    { ATLAS_FILTER_NAMES, "new york", 0, "Names “new york”", "Boston",
      "1 row, 5 hidden" },
    { ATLAS_FILTER_ORGANISATION, "Hospitals", 0, "Names: Hospitals", "Boston",
      "1 row, 5 hidden" },
  };
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autoptr (GFile) boston = NULL;
  GListModel *visible = atlas_session_get_visible (session);
  AtlasUndoStack *stack = atlas_session_get_undo_stack (session);
  GtkWidget *page, *window, *bar, *editor, *button;
  gsize i;

  G_STATIC_ASSERT (G_N_ELEMENTS (filters) == ATLAS_N_FILTER_KINDS);
  add_samples (session);
  boston = add_boston (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  bar = find_type (page, ATLAS_TYPE_FILTER_BAR);
  button = gtk_widget_get_ancestor (find_label (page, "Filter"),
                                    GTK_TYPE_MENU_BUTTON);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  editor = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (ATLAS_IS_FILTER_EDITOR (editor));

  for (i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkWidget *chip;

      g_test_message ("%s", filters[i].label);
      fill_editor (editor, filters[i].kind, filters[i].word, filters[i].low);
      g_signal_emit_by_name (find_button (editor, "_Add Filter"), "clicked");
      settle ();
      assert_model (visible, filters[i].shown);
      g_assert_nonnull (find_label (bar, filters[i].label));
      g_assert_nonnull (find_label (page, filters[i].count));
      g_assert_cmpstr (atlas_undo_stack_get_undo_name (stack), ==,
                       "Add Filter");

      chip = find_type (bar, GTK_TYPE_BUTTON);
      g_signal_emit_by_name (chip, "clicked");
      g_assert_cmpuint (g_list_model_get_n_items (visible), ==, 6);
      g_assert_cmpstr (atlas_undo_stack_get_undo_name (stack), ==,
                       "Remove Filter");
      g_assert_true (atlas_undo_stack_undo (stack));
      assert_model (visible, filters[i].shown);
      g_assert_true (atlas_undo_stack_undo (stack));
      g_assert_cmpuint (g_list_model_get_n_items (visible), ==, 6);
    }

  gtk_popover_popdown (GTK_POPOVER (editor));
  settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_register_resource ();

  g_test_add_func ("/filters/chips", test_chips);
  g_test_add_func ("/filters/chips-narrow", test_chips_narrow);
  g_test_add_func ("/filters/filter-editor", test_filter_editor);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-fixture.h"

#include "atlas-cell.h"
#include "atlas-problems-view.h"
#include "atlas-profiles-view.h"
#include "atlas-resources.h"
#include "atlas-source-view.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

/* One walks through tables as one does in a spreadsheet. */

static GtkColumnViewColumn *
get_column (AtlasTableView *view, const char *id)
{
  GListModel *columns =
      gtk_column_view_get_columns (atlas_table_view_get_column_view (view));
  AtlasTable *table = atlas_table_view_get_table (view);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (
      columns, (guint) atlas_table_find_column (table, id));

  return column;
}

/* Whether the row with this cell is drawn as selected. */
static void
assert_row_selected (GtkWidget *page, const char *text, gboolean selected)
{
  GtkWidget *cell = find_cell (page, text);
  gboolean shown = FALSE;

  g_assert_nonnull (cell);
  for (; cell != page && !shown; cell = gtk_widget_get_parent (cell))
    shown = (gtk_widget_get_state_flags (cell) & GTK_STATE_FLAG_SELECTED) != 0;
  g_assert_cmpint (shown, ==, selected);
}

static void
test_sort_by_heading (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GListModel *visible = atlas_session_get_visible (session);
  GtkWidget *page, *window;
  AtlasTableView *view;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  view = atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page));

  g_assert_cmpuint (g_list_model_get_n_items (visible), ==, 5);
  assert_model (visible, "Beijing Chongqing Shenyang Dalian Zhengzhou");

  /* The way GTK tells that a heading was clicked. */
  gtk_column_view_sort_by_column (atlas_table_view_get_column_view (view),
                                  get_column (view, "cluster"),
                                  GTK_SORT_DESCENDING);
  assert_model (visible, "Zhengzhou Shenyang Dalian Chongqing Beijing");
  gtk_column_view_sort_by_column (atlas_table_view_get_column_view (view),
                                  get_column (view, "economy"),
                                  GTK_SORT_ASCENDING);

  /* All lie in one economy: the earlier key decides. */
  assert_model (visible, "Zhengzhou Shenyang Dalian Chongqing Beijing");

  /* What is selected stays highlighted, wherever it goes. */
  gtk_selection_model_select_item (
      gtk_column_view_get_model (atlas_table_view_get_column_view (view)), 4,
      TRUE);
  settle ();
  assert_row_selected (page, "Beijing", TRUE);
  gtk_column_view_sort_by_column (atlas_table_view_get_column_view (view),
                                  get_column (view, "cluster"),
                                  GTK_SORT_ASCENDING);
  settle ();
  gtk_test_widget_wait_for_draw (page);
  assert_row_selected (page, "Beijing", TRUE);
  assert_row_selected (page, "Zhengzhou", FALSE);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* How many widgets answer a click with the first button on @widget, up to
 * @end. */
static guint
count_clicked (GtkWidget *widget, GtkWidget *end)
{
  guint n_clicked = 0;

  for (; widget != end; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers =
          gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller =
              g_list_model_get_item (controllers, i);

          if (GTK_IS_GESTURE_CLICK (controller)
              && gtk_event_controller_get_propagation_phase (controller)
                     != GTK_PHASE_NONE)
            n_clicked++;
        }
    }

  return n_clicked;
}

/* A click with Ctrl adds a row to the selection. Were it answered twice, the
 * row would be taken away again. */
static void
test_click_once (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autoptr (GListModel) controllers = NULL;
  GtkWidget *page, *window, *view, *cell;
  double x, y;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  view = GTK_WIDGET (atlas_table_view_get_column_view (
      atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page))));
  cell = find_cell (view, "Dalian");
  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_translate_coordinates (cell, view, 4, 4, &x, &y));

  controllers = gtk_widget_observe_controllers (view);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller)
          && gtk_event_controller_get_propagation_phase (controller)
                 == GTK_PHASE_CAPTURE
          && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller))
                 == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
  g_assert_cmpuint (count_clicked (cell, view), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The heading of a column of numbers ends where its numbers do. */
static void
test_headings (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *page, *window, *view, *heading, *number;
  graphene_rect_t above, below;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  view = GTK_WIDGET (
      atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page)));

  heading = find_label (view, "World rank");
  g_assert_nonnull (heading);
  g_assert_true (gtk_widget_compute_bounds (heading, view, &above));
  number = find_cell (view, "61");
  g_assert_nonnull (number);
  g_assert_true (gtk_widget_compute_bounds (number, view, &below));
  g_assert_cmpfloat_with_epsilon (above.origin.x + above.size.width,
                                  below.origin.x + below.size.width, 4.0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *page, *window;
  AtlasTableView *view;
  GdkClipboard *clipboard;
  GdkContentFormats *formats;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  view = atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page));

  gtk_selection_model_select_range (
      GTK_SELECTION_MODEL (atlas_table_view_get_table (view)), 1, 2, TRUE);
  settle ();
  g_assert_nonnull (
      strstr (atlas_table_view_get_statistics_text (view), "2 selected"));

  gtk_widget_activate_action (GTK_WIDGET (view), "table.copy-with-headers",
                              NULL);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_true (gdk_content_formats_contain_mime_type (
      formats, "text/tab-separated-values"));
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, &text);
  WAIT_UNTIL (text != NULL);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (
      lines[0], "cluster\teconomy\tedition\trank\tnational_rank\t"
                "national_clusters\tintensity_rank\tpct_per_million"));
  g_assert_true (g_str_has_prefix (lines[1], "Chongqing\tChina\t2024\t"));
  g_assert_true (g_str_has_prefix (lines[2],
                                   "Shenyang\tChina\t2024\t61\t17\t26\t89\t"
                                   "110\t5883\tNORTHEASTERN UNIVERSITY\t40\t"));

  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
paste (GdkClipboard *clipboard, const char *mime_type)
{
  g_autoptr (GBytes) bytes = read_clipboard (clipboard, mime_type);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static gboolean
has_table (GdkClipboard *clipboard)
{
  return gdk_content_formats_contain_mime_type (
      gdk_clipboard_get_formats (clipboard), "text/html");
}

/* GTK 4.8 leaks what it needs to read the clipboard of another X11 client. */
static void
ignore_leaks (gboolean ignore)
{
#ifdef __SANITIZE_ADDRESS__
  if (ignore)
    __lsan_disable ();
  else
    __lsan_enable ();
#endif
}

/* What is copied reaches another client of the display: a spreadsheet finds
 * cells in it, a text editor lines, from one offer. */
static void
test_paste (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *page, *window;
  AtlasTableView *view;
  GdkDisplay *other;
  GdkClipboard *clipboard;
  g_autofree char *tsv = NULL;
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  guint i;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  view = atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page));
  for (i = 3; i < atlas_table_get_n_columns (atlas_table_view_get_table (view));
       i++)
    atlas_table_set_column_visible (atlas_table_view_get_table (view), i,
                                    FALSE);
  gtk_selection_model_select_range (
      GTK_SELECTION_MODEL (atlas_table_view_get_table (view)), 1, 2, TRUE);

  settle ();
  gtk_widget_activate_action (GTK_WIDGET (view), "table.copy", NULL);
  ignore_leaks (TRUE);
  other =
      gdk_display_open (gdk_display_get_name (gtk_widget_get_display (page)));
  g_assert_nonnull (other);
  clipboard = gdk_display_get_clipboard (other);
  WAIT_UNTIL (has_table (clipboard));

  tsv = paste (clipboard, "text/tab-separated-values");
  g_assert_cmpstr (tsv, ==, "Chongqing\tChina\t2024\nShenyang\tChina\t2024\n");
  text = paste (clipboard, "text/plain;charset=utf-8");
  g_assert_cmpstr (text, ==, tsv);
  html = paste (clipboard, "text/html");
  g_assert_cmpstr (html, ==,
                   "<meta charset=\"utf-8\"><table>\n"
                   "<tr><td>Chongqing</td><td>China</td><td>2024</td></tr>\n"
                   "<tr><td>Shenyang</td><td>China</td><td>2024</td></tr>\n"
                   "</table>\n");

  gdk_display_close (other);
  ignore_leaks (FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a narrow window the words of the order give way first; figures that still
 * find no room lose their end, never their beginning, and the tip has all. */
static void
test_footer (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *page, *window, *order, *figures;
  g_autofree char *words = NULL;
  AtlasTableView *view;
  guint width;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  view = atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page));
  gtk_selection_model_select_all (
      GTK_SELECTION_MODEL (atlas_table_view_get_table (view)));
  settle ();
  words = atlas_table_dup_order_text (atlas_table_view_get_table (view));
  order = find_label (GTK_WIDGET (view), words);
  figures = find_label (GTK_WIDGET (view),
                        atlas_table_view_get_statistics_text (view));
  g_assert_nonnull (order);
  g_assert_nonnull (figures);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (order), ==, words);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (figures), ==,
                   atlas_table_view_get_statistics_text (view));
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (figures)), ==,
                   PANGO_ELLIPSIZE_END);

  for (width = 1600; width >= 700; width -= 60)
    {
      GtkRequisition asked;
      gboolean cut;

      gtk_window_set_default_size (GTK_WINDOW (window), (int) width, 760);
      run_for (60);
      gtk_test_widget_wait_for_draw (page);
      gtk_widget_get_preferred_size (order, NULL, &asked);
      cut = pango_layout_is_ellipsized (
          gtk_label_get_layout (GTK_LABEL (figures)));
      g_test_message ("%d: order %d of %d, figures %s",
                      gtk_widget_get_width (page), gtk_widget_get_width (order),
                      asked.width, cut ? "cut" : "whole");
      if (cut)
        g_assert_cmpint (gtk_widget_get_width (order), <=, asked.width);
      g_assert_cmpint (asked.width, <, 120);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The radio button of a column, in the list of those to count. */
static GtkCheckButton *
find_radio (GtkWidget *box, const char *title)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), title)
        == 0)
      return GTK_CHECK_BUTTON (child);

  return NULL;
}

/* Which column is counted can be seen and chosen. */
static void
test_counted (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *page, *window, *button, *box;
  AtlasTableView *view;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);
  view = atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page));
  gtk_selection_model_select_all (
      GTK_SELECTION_MODEL (atlas_table_view_get_table (view)));
  settle ();

  button = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (view), ATLAS_TYPE_TABLE_VIEW, "statistics_button"));
  box = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (view), ATLAS_TYPE_TABLE_VIEW, "statistics_box"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (
      gtk_check_button_get_active (find_radio (box, "PCT per million")));
  gtk_check_button_set_active (find_radio (box, "World rank"), TRUE);
  settle ();
  g_assert_nonnull (strstr (atlas_table_view_get_statistics_text (view),
                            "World rank: min 3"));
  /* ranks are not added up, nor is a name counted */
  g_assert_null (strstr (atlas_table_view_get_statistics_text (view), "sum"));
  g_assert_null (find_radio (box, "Cluster"));

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_check_button_get_active (find_radio (box, "World rank")));
  g_assert_false (
      gtk_check_button_get_active (find_radio (box, "PCT per million")));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_all_tables (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  GtkWidget *page, *window;
  guint kind;

  add_samples (session);
  page = atlas_profiles_view_new (session);
  window = present (page);

  for (kind = ATLAS_TABLE_PROFILES; kind <= ATLAS_TABLE_PLACES; kind++)
    {
      AtlasTable *table = atlas_session_get_table (session, kind);
      const guint expected[] = { 5, 15, 15, 30, 14 };

      atlas_profiles_view_set_kind (ATLAS_PROFILES_VIEW (page), kind);
      WAIT_UNTIL (atlas_table_get_n_rows (table) == expected[kind]);
      gtk_test_widget_wait_for_draw (page);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_layout (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autoptr (AtlasSession) later = atlas_session_new ();
  g_autoptr (GVariant) layout = NULL;
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  GtkWidget *page, *window;
  AtlasTableView *view;
  guint economy = (guint) atlas_table_find_column (table, "economy");

  page = atlas_profiles_view_new (session);
  window = present (page);
  view = atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (page));

  gtk_widget_activate_action (GTK_WIDGET (view), "table.hide-column", "u",
                              economy);
  g_assert_false (
      gtk_column_view_column_get_visible (get_column (view, "economy")));
  gtk_column_view_column_set_fixed_width (get_column (view, "cluster"), 333);
  g_assert_cmpint (atlas_table_get_column_width (table, 0), ==, 333);
  gtk_widget_activate_action (GTK_WIDGET (view), "table.move-column", "(ui)", 0,
                              2);
  g_assert_cmpuint (atlas_table_get_column_order (table)[2], ==, 0);

  layout = g_variant_ref_sink (atlas_session_dup_layout (session));
  atlas_session_restore_layout (later, layout);
  table = atlas_session_get_table (later, ATLAS_TABLE_PROFILES);
  g_assert_false (atlas_table_get_column_visible (table, economy));
  g_assert_cmpint (atlas_table_get_column_width (table, 0), ==, 333);
  g_assert_cmpuint (atlas_table_get_column_order (table)[2], ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (view), "table.reset", NULL);
  g_assert_true (
      gtk_column_view_column_get_visible (get_column (view, "economy")));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_problems (void)
{
  g_autoptr (AtlasSession) session = atlas_session_new ();
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bad.txt", NULL);
  const char *text = "one\ntwo\nthree is bad\nfour\n";
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *marked = NULL;
  GtkWidget *page, *window, *source;
  AtlasTable *table;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  g_ptr_array_add (
      problems, atlas_problem_new (ATLAS_PROBLEM_BAD_NUMBER, "bad.txt", 3,
                                   "bad", -1, "A number was expected.", NULL));
  g_ptr_array_add (problems,
                   atlas_problem_new (ATLAS_PROBLEM_NOT_A_PROFILE, "bad.txt", 0,
                                      NULL, 0, "No profile.", NULL));
  atlas_session_add_file (session, file, NULL, problems);

  page = atlas_problems_view_new (session);
  window = present (page);
  table = atlas_session_get_table (session, ATLAS_TABLE_PROBLEMS);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 2);
  atlas_table_set_severities (table, FALSE, TRUE);
  g_assert_cmpuint (atlas_table_get_n_rows (table), ==, 1);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (table), 0, TRUE);
  source = find_type (page, ATLAS_TYPE_SOURCE_VIEW);
  WAIT_UNTIL (
      (marked = atlas_source_view_dup_marked_text (ATLAS_SOURCE_VIEW (source)))
      != NULL);
  g_assert_cmpstr (marked, ==, "three is bad");
  g_assert_cmpuint (atlas_source_view_get_line (ATLAS_SOURCE_VIEW (source)), ==,
                    3);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_register_resource ();

  g_test_add_func ("/tables/sort-by-heading", test_sort_by_heading);
  g_test_add_func ("/tables/click-once", test_click_once);
  g_test_add_func ("/tables/headings", test_headings);
  g_test_add_func ("/tables/copy", test_copy);
  g_test_add_func ("/tables/paste", test_paste);
  g_test_add_func ("/tables/footer", test_footer);
  g_test_add_func ("/tables/counted", test_counted);
  g_test_add_func ("/tables/all", test_all_tables);
  g_test_add_func ("/tables/layout", test_layout);
  g_test_add_func ("/tables/problems", test_problems);

  return g_test_run ();
}

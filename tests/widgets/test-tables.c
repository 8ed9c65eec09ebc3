/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "../app/atlas-wait.h"
#include "../session/session-fixture.h"

#include "atlas-aliases-window.h"
#include "atlas-cell.h"
#include "atlas-details-view.h"
#include "atlas-editions-window.h"
#include "atlas-filter-bar.h"
#include "atlas-filter-editor.h"
#include "atlas-problems-view.h"
#include "atlas-profiles-view.h"
#include "atlas-resources.h"
#include "atlas-source-view.h"
#include "atlas-text-parser.h"

/* Reads the samples as the application does, without its loader. */
static void
add_samples (AtlasSession *session)
{
  const char *folder = g_getenv ("ATLAS_SAMPLES");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  atlas_session_begin_batch (session);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GPtrArray) profiles = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char *data = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".txt"))
        continue;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      profiles =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
      problems =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
      atlas_text_parse (data, length, name, profiles, problems);
      atlas_session_add_file (session, file, profiles, problems);
    }
  atlas_session_end_batch (session);
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (child);
  return window;
}

static void
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Lets the main loop run for a while. */
static void
run_for (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add_once (milliseconds, on_timeout, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_idle (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nothing that waits for an idle is left, on a busy machine too. */
static void
settle (void)
{
  gboolean done = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, on_idle, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

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

/* The cell that shows a text, if any. */
static GtkWidget *
find_cell (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (ATLAS_IS_CELL (widget)
      && g_strcmp0 (atlas_cell_get_text (ATLAS_CELL (widget)), text) == 0)
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
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

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
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

typedef struct
{
  const char *mime_type;
  GBytes *bytes;
} Pasted;

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pasted *pasted = user_data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  pasted->bytes =
      g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pasted *pasted = user_data;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                    | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_spliced, pasted);
}

static char *
paste (GdkClipboard *clipboard, const char *mime_type)
{
  const char *types[] = { mime_type, NULL };
  Pasted pasted = { mime_type, NULL };
  gsize length;
  const char *data;
  char *text;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_read,
                            &pasted);
  WAIT_UNTIL (pasted.bytes != NULL);
  data = g_bytes_get_data (pasted.bytes, &length);
  text = g_strndup (data, length);
  g_bytes_unref (pasted.bytes);

  return text;
}

static gboolean
has_table (GdkClipboard *clipboard)
{
  return gdk_content_formats_contain_mime_type (
      gdk_clipboard_get_formats (clipboard), "text/html");
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
  source = find_child (page, ATLAS_TYPE_SOURCE_VIEW);
  WAIT_UNTIL (
      (marked = atlas_source_view_dup_marked_text (ATLAS_SOURCE_VIEW (source)))
      != NULL);
  g_assert_cmpstr (marked, ==, "three is bad");
  g_assert_cmpuint (atlas_source_view_get_line (ATLAS_SOURCE_VIEW (source)), ==,
                    3);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first button below @widget that says @label. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *child;

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

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

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *child;

  if (ADW_IS_ACTION_ROW (widget)
      && g_str_equal (
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
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
  details = find_child (page, ATLAS_TYPE_DETAILS_VIEW);
  for (i = 0; i < 5; i++)
    {
      g_autoptr (AtlasDocument) document =
          g_list_model_get_item (atlas_session_get_visible (session), i);

      atlas_session_select (session, document);
      run_for (60);
    }

  WAIT_UNTIL (find_row (details, "Specialisation") != NULL);
  explain = find_child (details, GTK_TYPE_MENU_BUTTON);
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
  bar = find_child (page, ATLAS_TYPE_FILTER_BAR);
  g_assert_false (gtk_widget_get_visible (bar));

  atlas_session_add_filter (session, filter);
  g_assert_true (gtk_widget_get_visible (bar));
  assert_model (visible, "Dalian");
  g_assert_cmpuint (atlas_session_get_n_hidden (session), ==, 4);
  settle ();
  g_assert_nonnull (find_label (page, "1 row, 4 hidden"));

  chip = find_child (bar, GTK_TYPE_BUTTON);
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_cmpuint (g_list_model_get_n_items (visible), ==, 5);

  g_assert_true (atlas_undo_stack_undo (stack));
  assert_model (visible, "Dalian");
  atlas_session_set_search (session, "nothing is called so");
  pages = find_child (GTK_WIDGET (atlas_profiles_view_get_table_view (
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
  GtkWidget *drop = find_child (editor, GTK_TYPE_DROP_DOWN);
  /* A drop-down has a stack of its own. */
  GObject *stack =
      gtk_widget_get_template_child (editor, ATLAS_TYPE_FILTER_EDITOR, "stack");
  GtkWidget *page;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), kind);
  page = gtk_stack_get_visible_child (GTK_STACK (stack));
  if (find_child (page, GTK_TYPE_SPIN_BUTTON) != NULL)
    gtk_spin_button_set_value (
        GTK_SPIN_BUTTON (find_child (page, GTK_TYPE_SPIN_BUTTON)), low);
  else if (find_child (page, GTK_TYPE_ENTRY) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (find_child (page, GTK_TYPE_ENTRY)),
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

/* Each kind of filter, added by its editor: it says what it lets pass and how
 * many it hides, goes away with a click on its chip, and comes back. */
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
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  WAIT_UNTIL (gtk_widget_get_width (page) <= 360);
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
  bar = find_child (page, ATLAS_TYPE_FILTER_BAR);
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

      chip = find_child (bar, GTK_TYPE_BUTTON);
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
  details = find_child (page, ATLAS_TYPE_DETAILS_VIEW);
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
  g_test_add_func ("/tables/aliases", test_aliases);
  g_test_add_func ("/tables/details", test_details);
  g_test_add_func ("/tables/standing", test_standing);
  g_test_add_func ("/tables/chips", test_chips);
  g_test_add_func ("/tables/chips-narrow", test_chips_narrow);
  g_test_add_func ("/tables/filter-editor", test_filter_editor);
  g_test_add_func ("/tables/editions", test_editions);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "../keep-picture.h"
#include "widget-fixture.h"

#include "atlas-charts-view.h"
#include "atlas-profile-builder.h"
#include "atlas-resources.h"

/* How long a test waits for what it expects, in microseconds. */
#define PATIENCE (60 * G_USEC_PER_SEC)

typedef struct
{
  AtlasSession *session;
  GtkWidget *window;
  AtlasChartsView *view;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

/* Runs the main loop until a condition holds. */
static void
wait_for (Fixture *fixture, Condition condition)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_laid_out (Fixture *fixture)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  AtlasChart *chart = atlas_charts_view_get_chart (fixture->view);

  /* a page without figures has a word in place of the drawing */
  if (chart != NULL && !atlas_chart_has_data (chart))
    return !gtk_widget_get_mapped (GTK_WIDGET (view));

  return atlas_chart_view_get_layout (view) != NULL
         && gtk_widget_get_height (GTK_WIDGET (view)) > 100;
}

static gboolean
has_five (Fixture *fixture)
{
  return g_list_model_get_n_items (atlas_session_get_visible (fixture->session))
         == 5;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = atlas_session_new ();
  add_samples (fixture->session);
  fixture->window = gtk_window_new ();
  fixture->view = ATLAS_CHARTS_VIEW (atlas_charts_view_new (fixture->session));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window),
                        GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for (fixture, has_five);
  wait_for (fixture, is_laid_out);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
}

/* Lets the chart be drawn, and keeps a picture of it where one is wanted. */
static void
keep_chart (Fixture *fixture, const char *name)
{
  if (g_getenv ("ATLAS_PICTURES") == NULL)
    return;

  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
  keep_picture (fixture->window, name);
}

static void
show_kind (Fixture *fixture, AtlasChartKind kind)
{
  g_assert_true (atlas_charts_view_set_kind (fixture->view, kind));
  wait_for (fixture, is_laid_out);
  g_assert_cmpint (atlas_charts_view_get_kind (fixture->view), ==, kind);
  g_assert_cmpint (
      atlas_chart_get_kind (atlas_charts_view_get_chart (fixture->view)), ==,
      kind);
  keep_chart (fixture, atlas_chart_kind_get_nick (kind));
}

static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  show_kind (fixture, ATLAS_CHART_MULTIPLES);
  g_assert_cmpuint (
      atlas_chart_get_n_profiles (atlas_charts_view_get_chart (fixture->view)),
      ==, 5);
  show_kind (fixture, ATLAS_CHART_COMPARE);
  g_assert_cmpuint (
      atlas_chart_get_n_profiles (atlas_charts_view_get_chart (fixture->view)),
      ==, 3);
  show_kind (fixture, ATLAS_CHART_CONCENTRATION);
  show_kind (fixture, ATLAS_CHART_POSITION);
  show_kind (fixture, ATLAS_CHART_EDITIONS);
  show_kind (fixture, ATLAS_CHART_FIELDS);
  show_kind (fixture, ATLAS_CHART_SHARES);
  g_assert_false (
      atlas_charts_view_set_kind (fixture->view, ATLAS_CHART_NETWORK));
}

static const char *
get_shown (Fixture *fixture)
{
  AtlasChart *chart = atlas_charts_view_get_chart (fixture->view);

  return atlas_chart_get_profile (chart, 0)->cluster;
}

static AtlasDocument *
dup_visible (Fixture *fixture, guint position)
{
  return g_list_model_get_item (atlas_session_get_visible (fixture->session),
                                position);
}

/* The chart of one cluster follows what is selected elsewhere. */
static void
test_follows_selection (Fixture *fixture, gconstpointer data)
{
  guint i;

  for (i = 0; i < 5; i++)
    {
      g_autoptr (AtlasDocument) document = dup_visible (fixture, i);

      atlas_session_select (fixture->session, document);
      g_assert_cmpstr (get_shown (fixture), ==,
                       atlas_document_get_profile (document)->cluster);
    }
}

/* A mark that is chosen in the chart is selected everywhere. */
static void
test_selects (Fixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  AtlasChartLayout *layout;
  AtlasChart *chart;
  guint i;

  show_kind (fixture, ATLAS_CHART_POSITION);
  layout = atlas_chart_view_get_layout (view);
  chart = atlas_charts_view_get_chart (fixture->view);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 5);

  for (i = 0; i < 5; i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (layout, i);
      const AtlasProfile *profile =
          atlas_chart_get_profile (chart, (guint) mark->profile);
      AtlasDocument *current;

      g_signal_emit_by_name (view, "mark-selected", i, FALSE);
      current = atlas_session_get_current (fixture->session);
      g_assert_nonnull (current);
      g_assert_true (atlas_document_get_profile (current) == profile);
      g_assert_cmpuint (atlas_session_get_n_selected (fixture->session), ==, 1);
    }

  g_signal_emit_by_name (view, "mark-selected", 0, TRUE);
  g_assert_cmpuint (atlas_session_get_n_selected (fixture->session), ==, 2);
  keep_chart (fixture, "position-selected");

  /* two selected clusters are what is compared */
  show_kind (fixture, ATLAS_CHART_COMPARE);
  g_assert_cmpuint (
      atlas_chart_get_n_profiles (atlas_charts_view_get_chart (fixture->view)),
      ==, 2);
}

static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;
  guint i;

  for (i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

/* Every bar can be reached by the keyboard and is spoken. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  AtlasChartLayout *layout = atlas_chart_view_get_layout (view);
  GtkWidget *widget = GTK_WIDGET (view);
  const AtlasMark *first = atlas_chart_layout_get_mark (layout, 0);
  int n = (int) atlas_chart_layout_get_n_marks (layout), step = 0;

  g_assert_cmpint (n, ==, 8);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, -1);

  g_assert_true (press (widget, GDK_KEY_Down));
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, 0);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, first->spoken);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view),
                                   GTK_ACCESSIBLE_ROLE_IMG);
  for (step = 1; step < n / 2; step++)
    {
      g_assert_true (press (widget, GDK_KEY_Down));
      g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, step);
    }
  keep_chart (fixture, "focus");
  g_assert_true (press (widget, GDK_KEY_Right));
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), >=, n / 2);
  press (widget, GDK_KEY_End);
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, n - 1);
  press (widget, GDK_KEY_Home);
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, 0);

  g_assert_true (press (widget, GDK_KEY_Return));
  g_assert_nonnull (atlas_session_get_current (fixture->session));
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);

  atlas_chart_view_set_focus_mark (view, 2);
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, 2);
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_Escape));
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, -1);
  g_assert_false (press (GTK_WIDGET (view), GDK_KEY_Escape));
  atlas_chart_view_set_focus_mark (view, 999);
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, -1);
}

/* One offer holds the picture, the drawing and the figures. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) html = NULL;
  g_autofree char *figures = NULL;
  GdkClipboard *clipboard =
      gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "charts.copy", NULL));
  png = read_clipboard (clipboard, "image/png");
  svg = read_clipboard (clipboard, "image/svg+xml");
  text = read_clipboard (clipboard, "text/plain;charset=utf-8");
  html = read_clipboard (clipboard, "text/html");

  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\211PNG", 4);
  g_assert_cmpmem (g_bytes_get_data (svg, NULL), 5, "<?xml", 5);
  g_assert_cmpmem (g_bytes_get_data (html, NULL), 7, "<table>", 7);
  figures = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_assert_true (g_str_has_prefix (figures, "Cluster\tOutput\tRank\t"));
  g_assert_nonnull (strstr (figures, get_shown (fixture)));
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  gboolean shown = FALSE;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "charts.show-table", NULL));
  g_object_get (fixture->view, "show-table", &shown, NULL);
  g_assert_true (shown);
  keep_chart (fixture, "table");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "charts.show-table",
                              NULL);
  g_object_get (fixture->view, "show-table", &shown, NULL);
  g_assert_false (shown);
}

/* What was chosen comes back. */
static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) before = atlas_charts_view_dup_state (fixture->view);
  g_autoptr (GVariant) after = NULL;
  g_autoptr (GVariant) again = NULL;
  GVariantDict dict;

  g_variant_dict_init (&dict, before);
  g_variant_dict_insert (&dict, "kind", "s", "concentration");
  g_variant_dict_insert (&dict, "concentration.measure", "i",
                         ATLAS_MEASURE_TOP_THREE);
  g_variant_dict_insert (&dict, "shares.form", "i", 4711);
  after = g_variant_ref_sink (g_variant_dict_end (&dict));
  atlas_charts_view_restore_state (fixture->view, after);

  g_assert_cmpint (atlas_charts_view_get_kind (fixture->view), ==,
                   ATLAS_CHART_CONCENTRATION);
  g_assert_cmpint (
      atlas_chart_get_options (atlas_charts_view_get_chart (fixture->view))
          ->measure,
      ==, ATLAS_MEASURE_TOP_THREE);

  again = atlas_charts_view_dup_state (fixture->view);
  g_variant_dict_init (&dict, again);
  g_assert_false (g_variant_dict_contains (&dict, "shares.form"));
  g_assert_true (g_variant_dict_contains (&dict, "concentration.measure"));
  g_variant_dict_clear (&dict);
  atlas_charts_view_restore_state (fixture->view, NULL);
}

/* A filter leaves fewer clusters in the charts of many. */
static gboolean
shows_one (Fixture *fixture)
{
  return atlas_chart_get_n_profiles (
             atlas_charts_view_get_chart (fixture->view))
         == 1;
}

static gboolean
shows_dalian (Fixture *fixture)
{
  return g_str_equal (get_shown (fixture), "Dalian");
}

static gboolean
shows_beijing (Fixture *fixture)
{
  return g_str_equal (get_shown (fixture), "Beijing");
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  show_kind (fixture, ATLAS_CHART_CONCENTRATION);
  atlas_session_set_search (fixture->session, "dalian");
  wait_for (fixture, shows_one);
  g_assert_cmpstr (get_shown (fixture), ==, "Dalian");
}

/* The chart of one cluster is not of one that a search leaves out, nor does a
 * comparison keep such; both come back with the search. */
static void
test_filter_current (Fixture *fixture, gconstpointer data)
{
  const char *const places[] = { "beijing", "shenyang", NULL };
  g_autoptr (AtlasDocument) document = dup_visible (fixture, 0);
  AtlasChart *chart;

  show_kind (fixture, ATLAS_CHART_SHARES);
  atlas_session_select (fixture->session, document);
  atlas_session_set_search (fixture->session, "dalian");
  wait_for (fixture, shows_dalian);
  g_assert_true (atlas_session_get_current (fixture->session) == document);
  atlas_session_set_search (fixture->session, "");
  wait_for (fixture, shows_beijing);

  show_kind (fixture, ATLAS_CHART_COMPARE);
  atlas_session_select_places (fixture->session, places);
  wait_for (fixture, is_laid_out);
  chart = atlas_charts_view_get_chart (fixture->view);
  g_assert_cmpuint (atlas_chart_get_n_profiles (chart), ==, 2);
  atlas_session_set_search (fixture->session, "dalian");
  wait_for (fixture, shows_one);
  g_assert_true (shows_dalian (fixture));
}

/* Text of double size makes a higher chart, in which nothing is cut. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  double before, after;

  wait_for (fixture, is_laid_out);
  atlas_chart_layout_get_size (atlas_chart_view_get_layout (view), NULL,
                               &before);
  g_object_set (settings, "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
  wait_for (fixture, is_laid_out);
  keep_chart (fixture, "large-text");
  wait_for (fixture, is_laid_out);
  atlas_chart_layout_get_size (atlas_chart_view_get_layout (view), NULL,
                               &after);
  g_object_set (settings, "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  g_assert_cmpfloat (after, >, before * 1.5);
}

/* Bars begin at the right where lines do. */
static GtkWidget *
get_part (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (fixture->view), ATLAS_TYPE_CHARTS_VIEW, name));
}

static double
get_top (Fixture *fixture, const char *name)
{
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (
      get_part (fixture, name), GTK_WIDGET (fixture->view), 0, 0, &x, &y));

  return y;
}

/* Whether options stand below the buttons, and what is allocated is shown. */
static gboolean
is_folded (Fixture *fixture)
{
  return get_top (fixture, "option_box") > get_top (fixture, "button_box");
}

static gboolean
is_unfolded (Fixture *fixture)
{
  return get_top (fixture, "option_box") == get_top (fixture, "button_box");
}

/* Options that have no room beside the buttons have a line of their own: in a
 * narrow window, and with large text in a wide one. */
static void
test_fold (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  wait_for (fixture, is_unfolded);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "kind_drop")));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 800);
  wait_for (fixture, is_folded);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "kind_drop")));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
  wait_for (fixture, is_unfolded);

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  wait_for (fixture, is_folded);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "kind_drop")));
  g_assert_cmpint (
      gtk_widget_get_width (get_part (fixture, "option_box")), <=,
      gtk_widget_get_width (get_part (fixture, "option_scroller")));
  g_object_set (settings, "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  wait_for (fixture, is_unfolded);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  const AtlasMark *mark;
  double width;

  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_RTL);
  wait_for (fixture, is_laid_out);
  keep_chart (fixture, "right-to-left");
  mark = atlas_chart_layout_get_mark (atlas_chart_view_get_layout (view), 0);
  atlas_chart_layout_get_size (atlas_chart_view_get_layout (view), &width,
                               NULL);
  g_assert_cmpfloat (mark->shape.x, >, width / 2);
}

/* Hundreds of clusters are laid out on a worker, and the window goes on. */
static void
add_many (AtlasSession *session, guint n)
{
  guint i;

  atlas_session_begin_batch (session);
  for (i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Cluster %u", i);
      g_autoptr (GFile) file = g_file_new_for_path (name);
      g_autoptr (GPtrArray) profiles =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
      g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
      AtlasNumber number = { 40, 1, ATLAS_NUMBER_GIVEN, 0 };

      atlas_profile_builder_get_numbers (builder)->edition =
          (AtlasNumber){ 2024, 1, ATLAS_NUMBER_GIVEN, 0 };
      atlas_profile_builder_set_cluster (builder, name, -1, 1);
      atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "UNIVERSITY", -1,
                                       &number, &number, &number, 2);
      g_ptr_array_add (profiles, atlas_profile_builder_end (builder));
      atlas_session_add_file (session, file, profiles, NULL);
    }
  atlas_session_end_batch (session);
}

static gboolean
shows_hundreds (Fixture *fixture)
{
  AtlasChartLayout *layout = atlas_chart_view_get_layout (
      atlas_charts_view_get_chart_view (fixture->view));

  return layout != NULL
         && atlas_chart_get_n_profiles (atlas_chart_layout_get_chart (layout))
                == 505;
}

static gboolean
is_scrolled (Fixture *fixture)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (
      GTK_WIDGET (atlas_charts_view_get_chart_view (fixture->view)),
      GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));

  return gtk_adjustment_get_value (adjustment) > 10000;
}

static void
test_hundreds (Fixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  gint64 start, longest = 0;
  gint64 end = g_get_monotonic_time () + PATIENCE;
  int last;

  add_many (fixture->session, 500);
  atlas_charts_view_set_kind (fixture->view, ATLAS_CHART_MULTIPLES);
  while (!shows_hundreds (fixture))
    {
      start = g_get_monotonic_time ();
      g_assert_cmpint (start, <, end);
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - start);
    }
  g_test_message ("longest step: %d ms", (int) (longest / 1000));

  /* the last mark can be reached, and comes into sight */
  wait_for (fixture, is_laid_out);
  last =
      (int) atlas_chart_layout_get_n_marks (atlas_chart_view_get_layout (view))
      - 1;
  g_assert_cmpint (last, >, 1000);
  atlas_chart_view_set_focus_mark (view, last);
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, last);
  wait_for (fixture, is_scrolled);
  keep_chart (fixture, "hundreds");
}

/* Nothing open is said, not drawn. */
static const char *
get_advice (Fixture *fixture)
{
  const char *advice = adw_status_page_get_description (
      ADW_STATUS_PAGE (get_part (fixture, "empty_page")));

  return advice != NULL ? advice : "";
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  AtlasChart *chart;

  atlas_session_set_search (fixture->session, "no such cluster");
  show_kind (fixture, ATLAS_CHART_MULTIPLES);
  chart = atlas_charts_view_get_chart (fixture->view);
  g_assert_false (atlas_chart_has_data (chart));
  g_assert_cmpstr (get_advice (fixture), ==,
                   "Try another search, or remove filters");
  keep_chart (fixture, "empty");

  /* here no search helps */
  atlas_session_set_search (fixture->session, "");
  wait_for (fixture, has_five);
  show_kind (fixture, ATLAS_CHART_EDITIONS);
  g_assert_false (atlas_charts_view_get_has_data (fixture->view));
  g_assert_cmpstr (get_advice (fixture), ==, "");
}

/* The stack of pages; drop-downs have stacks of their own. */
static gboolean
is_page_stack (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_STACK (widget)
         && gtk_stack_get_child_by_name (GTK_STACK (widget), "chart") != NULL;
}

static void
wait_for_page (Fixture *fixture, const char *page)
{
  GtkStack *stack =
      GTK_STACK (find_widget (GTK_WIDGET (fixture->view), is_page_stack, NULL));
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), page)
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, page);
}

/* While files are read, nothing is said to be missing. */
static void
test_loading (Fixture *fixture, gconstpointer data)
{
  AtlasDocumentStore *store = atlas_session_get_store (fixture->session);
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < atlas_document_store_get_n_documents (store); i++)
    g_ptr_array_add (documents,
                     g_object_ref (atlas_document_store_get (store, i)));
  atlas_session_remove_documents (fixture->session,
                                  (AtlasDocument *const *) documents->pdata,
                                  documents->len);
  wait_for_page (fixture, "empty");
  atlas_session_set_loading (fixture->session, TRUE);
  wait_for_page (fixture, "loading");
  atlas_session_set_loading (fixture->session, FALSE);
  wait_for_page (fixture, "empty");

  /* What has been read is drawn at once, not at the end. */
  atlas_session_set_loading (fixture->session, TRUE);
  wait_for_page (fixture, "loading");
  g_assert_true (
      atlas_undo_stack_undo (atlas_session_get_undo_stack (fixture->session)));
  wait_for_page (fixture, "chart");
  atlas_session_set_loading (fixture->session, FALSE);
  wait_for_page (fixture, "chart");
}

static char *
dup_title (Fixture *fixture)
{
  return atlas_chart_dup_title (atlas_charts_view_get_chart (fixture->view));
}

/* A title of the user's own belongs to one chart of one cluster, is undone by
 * name and comes back with the project. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  AtlasUndoStack *undo = atlas_session_get_undo_stack (fixture->session);
  GtkWidget *entry = find_type (GTK_WIDGET (fixture->view), GTK_TYPE_ENTRY);
  g_autoptr (GVariant) project = NULL;
  g_autofree char *suggested = dup_title (fixture);
  g_autofree char *own = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *other = NULL;
  g_autofree char *restored = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), " Mine <b> ");
  g_signal_emit_by_name (entry, "activate");
  own = dup_title (fixture);
  g_assert_cmpstr (own, ==, "Mine <b>");
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (undo), ==,
                   "Change Chart Title");
  project = g_variant_ref_sink (atlas_session_dup_project (fixture->session));

  g_assert_true (atlas_undo_stack_undo (undo));
  undone = dup_title (fixture);
  g_assert_cmpstr (undone, ==, suggested);
  g_assert_true (atlas_undo_stack_redo (undo));

  atlas_session_select (
      fixture->session,
      atlas_document_store_get (atlas_session_get_store (fixture->session), 3));
  other = dup_title (fixture);
  g_assert_cmpstr (other, !=, "Mine <b>");

  g_assert_true (atlas_undo_stack_undo (undo));
  atlas_session_unselect_all (fixture->session);
  atlas_session_restore_project (fixture->session, project);
  restored = dup_title (fixture);
  g_assert_cmpstr (restored, ==, "Mine <b>");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  atlas_register_resource ();

#define ADD(name, function) \
  g_test_add ("/charts-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("kinds", test_kinds);
  ADD ("follows-selection", test_follows_selection);
  ADD ("selects", test_selects);
  ADD ("title", test_title);
  ADD ("keyboard", test_keyboard);
  ADD ("escape", test_escape);
  ADD ("copy", test_copy);
  ADD ("table", test_table);
  ADD ("state", test_state);
  ADD ("filter", test_filter);
  ADD ("filter-current", test_filter_current);
  ADD ("fold", test_fold);
  ADD ("right-to-left", test_right_to_left);
  ADD ("large-text", test_large_text);
  ADD ("hundreds", test_hundreds);
  ADD ("empty", test_empty);
  ADD ("loading", test_loading);
#undef ADD

  return g_test_run ();
}

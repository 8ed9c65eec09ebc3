/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "charts-fixture.h"
#include "widget-fixture.h"

#include "atlas-resources.h"

/* The page of the charts: what it shows, and what is done on it. */

static void
test_kinds (ChartsFixture *fixture, gconstpointer data)
{
  charts_fixture_show_kind (fixture, ATLAS_CHART_MULTIPLES);
  g_assert_cmpuint (
      atlas_chart_get_n_profiles (atlas_charts_view_get_chart (fixture->view)),
      ==, 5);
  charts_fixture_show_kind (fixture, ATLAS_CHART_COMPARE);
  g_assert_cmpuint (
      atlas_chart_get_n_profiles (atlas_charts_view_get_chart (fixture->view)),
      ==, 3);
  charts_fixture_show_kind (fixture, ATLAS_CHART_CONCENTRATION);
  charts_fixture_show_kind (fixture, ATLAS_CHART_POSITION);
  charts_fixture_show_kind (fixture, ATLAS_CHART_EDITIONS);
  charts_fixture_show_kind (fixture, ATLAS_CHART_FIELDS);
  charts_fixture_show_kind (fixture, ATLAS_CHART_SHARES);
  g_assert_false (
      atlas_charts_view_set_kind (fixture->view, ATLAS_CHART_NETWORK));
}

static const char *
get_shown (ChartsFixture *fixture)
{
  AtlasChart *chart = atlas_charts_view_get_chart (fixture->view);

  return atlas_chart_get_profile (chart, 0)->cluster;
}

static AtlasDocument *
dup_visible (ChartsFixture *fixture, guint position)
{
  return g_list_model_get_item (atlas_session_get_visible (fixture->session),
                                position);
}

/* The chart of one cluster follows what is selected elsewhere. */
static void
test_follows_selection (ChartsFixture *fixture, gconstpointer data)
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
test_selects (ChartsFixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  AtlasChartLayout *layout;
  AtlasChart *chart;
  guint i;

  charts_fixture_show_kind (fixture, ATLAS_CHART_POSITION);
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
  charts_fixture_keep_chart (fixture, "position-selected");

  /* two selected clusters are what is compared */
  charts_fixture_show_kind (fixture, ATLAS_CHART_COMPARE);
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
test_keyboard (ChartsFixture *fixture, gconstpointer data)
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
  charts_fixture_keep_chart (fixture, "focus");
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
test_escape (ChartsFixture *fixture, gconstpointer data)
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
test_copy (ChartsFixture *fixture, gconstpointer data)
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
test_table (ChartsFixture *fixture, gconstpointer data)
{
  gboolean shown = FALSE;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view),
                                             "charts.show-table", NULL));
  g_object_get (fixture->view, "show-table", &shown, NULL);
  g_assert_true (shown);
  charts_fixture_keep_chart (fixture, "table");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "charts.show-table",
                              NULL);
  g_object_get (fixture->view, "show-table", &shown, NULL);
  g_assert_false (shown);
}

/* What was chosen comes back. */
static void
test_state (ChartsFixture *fixture, gconstpointer data)
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
shows_one (ChartsFixture *fixture)
{
  return atlas_chart_get_n_profiles (
             atlas_charts_view_get_chart (fixture->view))
         == 1;
}

static gboolean
shows_dalian (ChartsFixture *fixture)
{
  return g_str_equal (get_shown (fixture), "Dalian");
}

static gboolean
shows_beijing (ChartsFixture *fixture)
{
  return g_str_equal (get_shown (fixture), "Beijing");
}

static void
test_filter (ChartsFixture *fixture, gconstpointer data)
{
  charts_fixture_show_kind (fixture, ATLAS_CHART_CONCENTRATION);
  atlas_session_set_search (fixture->session, "dalian");
  charts_fixture_wait_for (fixture, shows_one);
  g_assert_cmpstr (get_shown (fixture), ==, "Dalian");
}

/* The chart of one cluster is not of one that a search leaves out, nor does a
 * comparison keep such; both come back with the search. */
static void
test_filter_current (ChartsFixture *fixture, gconstpointer data)
{
  const char *const places[] = { "beijing", "shenyang", NULL };
  g_autoptr (AtlasDocument) document = dup_visible (fixture, 0);
  AtlasChart *chart;

  charts_fixture_show_kind (fixture, ATLAS_CHART_SHARES);
  atlas_session_select (fixture->session, document);
  atlas_session_set_search (fixture->session, "dalian");
  charts_fixture_wait_for (fixture, shows_dalian);
  g_assert_true (atlas_session_get_current (fixture->session) == document);
  atlas_session_set_search (fixture->session, "");
  charts_fixture_wait_for (fixture, shows_beijing);

  charts_fixture_show_kind (fixture, ATLAS_CHART_COMPARE);
  atlas_session_select_places (fixture->session, places);
  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
  chart = atlas_charts_view_get_chart (fixture->view);
  g_assert_cmpuint (atlas_chart_get_n_profiles (chart), ==, 2);
  atlas_session_set_search (fixture->session, "dalian");
  charts_fixture_wait_for (fixture, shows_one);
  g_assert_true (shows_dalian (fixture));
}

static char *
dup_title (ChartsFixture *fixture)
{
  return atlas_chart_dup_title (atlas_charts_view_get_chart (fixture->view));
}

/* A title of the user's own belongs to one chart of one cluster, is undone by
 * name and comes back with the project. */
static void
test_title (ChartsFixture *fixture, gconstpointer data)
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

#define ADD(name, function)                              \
  g_test_add ("/charts-view/" name, ChartsFixture, NULL, \
              charts_fixture_set_up, function, charts_fixture_tear_down)
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
#undef ADD

  return g_test_run ();
}

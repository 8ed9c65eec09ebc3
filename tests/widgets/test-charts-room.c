/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "charts-fixture.h"
#include "widget-fixture.h"

#include "atlas-profile-builder.h"
#include "atlas-resources.h"

/* The page of the charts with little room, the other way round, with hundreds
 * of profiles and without any. */

/* Text of double size makes a higher chart, in which nothing is cut. */
static void
test_large_text (ChartsFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->view));
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  double before, after;

  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
  atlas_chart_layout_get_size (atlas_chart_view_get_layout (view), NULL,
                               &before);
  g_object_set (settings, "gtk-xft-dpi", 192 * PANGO_SCALE, NULL);
  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
  charts_fixture_keep_chart (fixture, "large-text");
  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
  atlas_chart_layout_get_size (atlas_chart_view_get_layout (view), NULL,
                               &after);
  g_object_set (settings, "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  g_assert_cmpfloat (after, >, before * 1.5);
}

/* Bars begin at the right where lines do. */
static GtkWidget *
get_part (ChartsFixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (fixture->view), ATLAS_TYPE_CHARTS_VIEW, name));
}

static double
get_top (ChartsFixture *fixture, const char *name)
{
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (
      get_part (fixture, name), GTK_WIDGET (fixture->view), 0, 0, &x, &y));

  return y;
}

/* Whether options stand below the buttons, and what is allocated is shown. */
static gboolean
is_folded (ChartsFixture *fixture)
{
  return get_top (fixture, "option_box") > get_top (fixture, "button_box");
}

static gboolean
is_unfolded (ChartsFixture *fixture)
{
  return get_top (fixture, "option_box") == get_top (fixture, "button_box");
}

/* Options that have no room beside the buttons have a line of their own: in a
 * narrow window, and with large text in a wide one. */
static void
test_fold (ChartsFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  charts_fixture_wait_for (fixture, is_unfolded);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "kind_drop")));

  RESIZE_UNTIL (fixture->window, 600, 800, is_folded (fixture));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "kind_drop")));
  RESIZE_UNTIL (fixture->window, 1100, 800, is_unfolded (fixture));

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  charts_fixture_wait_for (fixture, is_folded);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "kind_drop")));
  g_assert_cmpint (
      gtk_widget_get_width (get_part (fixture, "option_box")), <=,
      gtk_widget_get_width (get_part (fixture, "option_scroller")));
  g_object_set (settings, "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  charts_fixture_wait_for (fixture, is_unfolded);
}

static void
test_right_to_left (ChartsFixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  const AtlasMark *mark;
  double width;

  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_RTL);
  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
  charts_fixture_keep_chart (fixture, "right-to-left");
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
shows_hundreds (ChartsFixture *fixture)
{
  AtlasChartLayout *layout = atlas_chart_view_get_layout (
      atlas_charts_view_get_chart_view (fixture->view));

  return layout != NULL
         && atlas_chart_get_n_profiles (atlas_chart_layout_get_chart (layout))
                == 505;
}

static gboolean
is_scrolled (ChartsFixture *fixture)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (
      GTK_WIDGET (atlas_charts_view_get_chart_view (fixture->view)),
      GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));

  return gtk_adjustment_get_value (adjustment) > 10000;
}

static void
test_hundreds (ChartsFixture *fixture, gconstpointer data)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  gint64 start, longest = 0;
  gint64 end = g_get_monotonic_time () + CHARTS_PATIENCE;
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
  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
  last =
      (int) atlas_chart_layout_get_n_marks (atlas_chart_view_get_layout (view))
      - 1;
  g_assert_cmpint (last, >, 1000);
  atlas_chart_view_set_focus_mark (view, last);
  g_assert_cmpint (atlas_chart_view_get_focus_mark (view), ==, last);
  charts_fixture_wait_for (fixture, is_scrolled);
  charts_fixture_keep_chart (fixture, "hundreds");
}

/* Nothing open is said, not drawn. */
static const char *
get_advice (ChartsFixture *fixture)
{
  const char *advice = adw_status_page_get_description (
      ADW_STATUS_PAGE (get_part (fixture, "empty_page")));

  return advice != NULL ? advice : "";
}

static void
test_empty (ChartsFixture *fixture, gconstpointer data)
{
  AtlasChart *chart;

  atlas_session_set_search (fixture->session, "no such cluster");
  charts_fixture_show_kind (fixture, ATLAS_CHART_MULTIPLES);
  chart = atlas_charts_view_get_chart (fixture->view);
  g_assert_false (atlas_chart_has_data (chart));
  g_assert_cmpstr (get_advice (fixture), ==,
                   "Try another search, or remove filters");
  charts_fixture_keep_chart (fixture, "empty");

  /* here no search helps */
  atlas_session_set_search (fixture->session, "");
  charts_fixture_wait_for (fixture, charts_fixture_has_five);
  charts_fixture_show_kind (fixture, ATLAS_CHART_EDITIONS);
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
wait_for_page (ChartsFixture *fixture, const char *page)
{
  GtkStack *stack =
      GTK_STACK (find_widget (GTK_WIDGET (fixture->view), is_page_stack, NULL));
  gint64 end = g_get_monotonic_time () + CHARTS_PATIENCE;

  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), page)
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, page);
}

/* While files are read, nothing is said to be missing. */
static void
test_loading (ChartsFixture *fixture, gconstpointer data)
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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  atlas_register_resource ();

#define ADD(name, function)                              \
  g_test_add ("/charts-room/" name, ChartsFixture, NULL, \
              charts_fixture_set_up, function, charts_fixture_tear_down)
  ADD ("fold", test_fold);
  ADD ("right-to-left", test_right_to_left);
  ADD ("large-text", test_large_text);
  ADD ("hundreds", test_hundreds);
  ADD ("empty", test_empty);
  ADD ("loading", test_loading);
#undef ADD

  return g_test_run ();
}

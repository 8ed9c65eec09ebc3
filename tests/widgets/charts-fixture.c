/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "charts-fixture.h"

#include "../keep-picture.h"
#include "widget-fixture.h"

/* Runs the main loop until a condition holds. */
void
charts_fixture_wait_for (ChartsFixture *fixture, ChartsCondition condition)
{
  gint64 end = g_get_monotonic_time () + CHARTS_PATIENCE;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

gboolean
charts_fixture_is_laid_out (ChartsFixture *fixture)
{
  AtlasChartView *view = atlas_charts_view_get_chart_view (fixture->view);
  AtlasChart *chart = atlas_charts_view_get_chart (fixture->view);

  /* a page without figures has a word in place of the drawing */
  if (chart != NULL && !atlas_chart_has_data (chart))
    return !gtk_widget_get_mapped (GTK_WIDGET (view));

  return atlas_chart_view_get_layout (view) != NULL
         && gtk_widget_get_height (GTK_WIDGET (view)) > 100;
}

gboolean
charts_fixture_has_five (ChartsFixture *fixture)
{
  return g_list_model_get_n_items (atlas_session_get_visible (fixture->session))
         == 5;
}

void
charts_fixture_set_up (ChartsFixture *fixture, gconstpointer data)
{
  fixture->session = atlas_session_new ();
  add_samples (fixture->session);
  fixture->window = gtk_window_new ();
  fixture->view = ATLAS_CHARTS_VIEW (atlas_charts_view_new (fixture->session));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window),
                        GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  charts_fixture_wait_for (fixture, charts_fixture_has_five);
  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
}

void
charts_fixture_tear_down (ChartsFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->session);
}

/* Lets the chart be drawn, and keeps a picture of it where one is wanted. */
void
charts_fixture_keep_chart (ChartsFixture *fixture, const char *name)
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

void
charts_fixture_show_kind (ChartsFixture *fixture, AtlasChartKind kind)
{
  g_assert_true (atlas_charts_view_set_kind (fixture->view, kind));
  charts_fixture_wait_for (fixture, charts_fixture_is_laid_out);
  g_assert_cmpint (atlas_charts_view_get_kind (fixture->view), ==, kind);
  g_assert_cmpint (
      atlas_chart_get_kind (atlas_charts_view_get_chart (fixture->view)), ==,
      kind);
  charts_fixture_keep_chart (fixture, atlas_chart_kind_get_nick (kind));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "../app/atlas-resize.h"
#include "atlas-network-canvas-private.h"
#include "atlas-resources.h"
#include "network-view-fixture.h"

static void
resize_canvas (Fixture *fixture, int width)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);

  int old = gtk_widget_get_width (canvas);

  gtk_paned_set_position (fixture->self->paned, width);
  while (gtk_widget_get_width (canvas) == old)
    g_main_context_iteration (NULL, TRUE);
  network_view_wait (fixture);
}

/* Beside a wide map, below a narrow one. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  AtlasNetworkCanvas *canvas = fixture->canvas;
  GtkLabel *hidden = fixture->self->hidden;

  resize_canvas (fixture, 760);
  g_assert_true (atlas_network_canvas_has_legend (canvas));
  g_assert_cmpint (canvas->plan.side, ==, ATLAS_LEGEND_BESIDE);
  g_assert_cmpfloat (canvas->view.x, ==, 0);

  /* From right to left it is at the left, and the map begins behind it. */
  gtk_widget_set_direction (GTK_WIDGET (canvas), GTK_TEXT_DIR_RTL);
  network_view_wait (fixture);
  g_assert_cmpfloat (canvas->plan.map_x, >, 100);
  g_assert_cmpfloat (canvas->view.x, ==, canvas->plan.map_x);
  gtk_widget_set_direction (GTK_WIDGET (canvas), GTK_TEXT_DIR_LTR);
  network_view_wait (fixture);
  g_assert_cmpfloat (canvas->view.x, ==, 0);

  resize_canvas (fixture, 430);
  g_assert_true (atlas_network_canvas_has_legend (canvas));
  g_assert_cmpint (canvas->plan.side, ==, ATLAS_LEGEND_BELOW);
  g_assert_null (strstr (gtk_label_get_text (hidden), "No room"));

  resize_canvas (fixture, 120);
  g_assert_true (atlas_network_canvas_has_legend (canvas));
  g_assert_cmpint (canvas->plan.side, ==, ATLAS_LEGEND_BELOW);

  /* A very low one has no room for it, and says so. */
  gtk_widget_set_visible (GTK_WIDGET (fixture->self->side), FALSE);
  RESIZE_UNTIL (fixture->window, 400, 200,
                gtk_widget_get_height (GTK_WIDGET (canvas)) <= 200);
  network_view_wait (fixture);
  g_assert_false (atlas_network_canvas_has_legend (canvas));
  g_assert_nonnull (strstr (gtk_label_get_text (hidden), "No room"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_register_resource ();

  g_test_add ("/widgets/network/legend", Fixture, GUINT_TO_POINTER (14),
              network_view_set_up, test_legend, network_view_tear_down);

  return g_test_run ();
}

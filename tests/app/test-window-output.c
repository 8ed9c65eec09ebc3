/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../find-widget.h"
#include "atlas-charts-view.h"
#include "atlas-export-window.h"
#include "window-fixture.h"

/* What a window writes and prints. */

static gpointer
get_part (GtkWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window),
                                        ATLAS_TYPE_EXPORT_WINDOW, name);
}

/* Shows a chart, whatever an earlier window has left there. */
static AtlasChartsView *
show_charts (WindowFixture *fixture)
{
  AtlasChartsView *charts;

  window_fixture_activate (fixture, "win.view::charts");
  charts = ATLAS_CHARTS_VIEW (
      find_type_name (GTK_WIDGET (fixture->window), "AtlasChartsView"));
  atlas_charts_view_set_kind (charts, ATLAS_CHART_SHARES);
  WAIT_UNTIL (atlas_charts_view_get_has_data (charts));

  return charts;
}

/* Each page has its way to paper and to a file. */
static void
test_output (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("atlas-output-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (path, "chart.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autofree char *text = NULL;
  GtkWindow *window;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  show_charts (fixture);
  window_fixture_activate (fixture, "win.export");
  WAIT_UNTIL (window_fixture_find ("AtlasExportWindow") != NULL);
  window = window_fixture_find ("AtlasExportWindow");
  adw_combo_row_set_selected (get_part (window, "format_row"),
                              ATLAS_PICTURE_SVG);
  atlas_export_window_save (ATLAS_EXPORT_WINDOW (window), file);
  WAIT_UNTIL (window_fixture_find ("AtlasExportWindow") == NULL);
  g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<svg"));

  window_fixture_activate (fixture, "win.print");
  WAIT_UNTIL (window_fixture_find ("GtkPrintUnixDialog") != NULL);
  gtk_dialog_response (GTK_DIALOG (window_fixture_find ("GtkPrintUnixDialog")),
                       GTK_RESPONSE_CANCEL);
  WAIT_UNTIL (window_fixture_find ("GtkPrintUnixDialog") == NULL);

  /* Pages are made on another thread; stopped, they ask for no paper. */
  window_fixture_activate (fixture, "win.view::profiles");
  window_fixture_activate (fixture, "win.print");
  g_assert_null (window_fixture_find ("GtkPrintUnixDialog"));
  window_fixture_activate (fixture, "win.cancel-print");
  window_fixture_activate (fixture, "win.print");
  WAIT_UNTIL (window_fixture_find ("GtkPrintUnixDialog") != NULL);
  gtk_dialog_response (GTK_DIALOG (window_fixture_find ("GtkPrintUnixDialog")),
                       GTK_RESPONSE_CANCEL);
  WAIT_UNTIL (window_fixture_find ("GtkPrintUnixDialog") == NULL);

  window_fixture_activate (fixture, "win.report");
  WAIT_UNTIL (window_fixture_find ("AtlasReportWindow") != NULL);
  gtk_window_close (window_fixture_find ("AtlasReportWindow"));
  WAIT_UNTIL (window_fixture_find ("AtlasReportWindow") == NULL);

  /* Nor do they keep a window that is closed meanwhile. */
  window_fixture_activate (fixture, "win.view::profiles");
  window_fixture_activate (fixture, "win.print");
  window_fixture_close (fixture);
  window_fixture_remove_folder (path);
}

static void
assert_output (WindowFixture *fixture, gboolean enabled)
{
  g_assert_true (window_fixture_is_enabled (fixture, "export") == enabled);
  g_assert_true (window_fixture_is_enabled (fixture, "export-chart")
                 == enabled);
  g_assert_true (window_fixture_is_enabled (fixture, "print") == enabled);
  g_assert_true (window_fixture_is_enabled (fixture, "print-chart") == enabled);
}

/* What shows no chart exports and prints none, and says why. */
static void
test_no_output (WindowFixture *fixture, gconstpointer data)
{
  static const char *const buttons[] = { "title_button", "copy_button",
                                         "export_button", "print_button" };
  AtlasChartsView *charts;
  GtkWidget *button;
  guint i;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  charts = show_charts (fixture);
  assert_output (fixture, TRUE);

  /* there is one edition only */
  atlas_charts_view_set_kind (charts, ATLAS_CHART_EDITIONS);
  assert_output (fixture, FALSE);
  for (i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autofree char *reason =
          atlas_chart_dup_title (atlas_charts_view_get_chart (charts));

      button = (GtkWidget *) gtk_widget_get_template_child (
          GTK_WIDGET (charts), ATLAS_TYPE_CHARTS_VIEW, buttons[i]);
      g_assert_false (gtk_widget_is_sensitive (button));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, reason);
    }

  /* the table of another page can be written */
  window_fixture_activate (fixture, "win.view::profiles");
  assert_output (fixture, TRUE);
  window_fixture_activate (fixture, "win.view::charts");
  assert_output (fixture, FALSE);

  atlas_charts_view_set_kind (charts, ATLAS_CHART_POSITION);
  assert_output (fixture, TRUE);
  button = (GtkWidget *) gtk_widget_get_template_child (
      GTK_WIDGET (charts), ATLAS_TYPE_CHARTS_VIEW, "export_button");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Export Chart…");

  /* all are filtered away */
  atlas_session_set_search (fixture->session, "nothing has this name");
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 0);
  WAIT_UNTIL (!window_fixture_is_enabled (fixture, "export"));
  assert_output (fixture, FALSE);

  window_fixture_close (fixture);
}

static GtkWindow *
open_export (WindowFixture *fixture)
{
  window_fixture_activate (fixture, "win.export");
  WAIT_UNTIL (window_fixture_find ("AtlasExportWindow") != NULL);

  return window_fixture_find ("AtlasExportWindow");
}

static GdkTexture *
save_picture (GtkWindow *window, GFile *file)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  atlas_export_window_save (ATLAS_EXPORT_WINDOW (window), file);
  WAIT_UNTIL (window_fixture_find ("AtlasExportWindow") == NULL);
  texture = gdk_texture_new_from_file (file, &error);
  g_assert_no_error (error);

  return texture;
}

/* A picture is as large as was asked for, in pixels or in millimetres at a
 * resolution; the next window has the same settings. */
static void
test_export_size (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("atlas-size-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (path, "chart.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GdkTexture) pixels = NULL;
  g_autoptr (GdkTexture) paper = NULL;
  GtkWindow *window;
  g_autofree guchar *bytes = g_malloc (4 * 800 * 600);

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);
  show_charts (fixture);

  window = open_export (fixture);
  adw_combo_row_set_selected (get_part (window, "format_row"),
                              ATLAS_PICTURE_PNG);
  adw_combo_row_set_selected (get_part (window, "unit_row"), 1);
  gtk_spin_button_set_value (get_part (window, "width_spin"), 800);
  gtk_spin_button_set_value (get_part (window, "height_spin"), 600);
  gtk_switch_set_active (get_part (window, "transparent_switch"), TRUE);
  pixels = save_picture (window, file);
  g_assert_cmpint (gdk_texture_get_width (pixels), ==, 800);
  g_assert_cmpint (gdk_texture_get_height (pixels), ==, 600);
  gdk_texture_download (pixels, bytes, 4 * 800);
  g_assert_cmphex (*(const guint32 *) bytes, ==, 0);

  window = open_export (fixture);
  g_assert_cmpuint (
      adw_combo_row_get_selected (get_part (window, "format_row")), ==,
      ATLAS_PICTURE_PNG);
  g_assert_cmpfloat (
      gtk_spin_button_get_value (get_part (window, "width_spin")), ==, 800);
  g_assert_true (
      gtk_switch_get_active (get_part (window, "transparent_switch")));
  adw_combo_row_set_selected (get_part (window, "unit_row"), 0);
  gtk_spin_button_set_value (get_part (window, "width_spin"), 100);
  gtk_spin_button_set_value (get_part (window, "height_spin"), 80);
  gtk_spin_button_set_value (get_part (window, "dpi_spin"), 254);
  paper = save_picture (window, file);
  g_assert_cmpint (gdk_texture_get_width (paper), ==, 1000);
  g_assert_cmpint (gdk_texture_get_height (paper), ==, 800);

  window_fixture_close (fixture);
  window_fixture_remove_folder (path);
}

/* The same as the command line writes. */
static void
test_export_data (WindowFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
    const char *part;
  } files[] = {
    { "all.json", "{", "\"cluster\": \"Shenyang\"" },
    { "all.graphml", "<?xml", "<graphml" },
    { "all.gexf", "<?xml", "<gexf" },
    { "all.net", "*Vertices 14", "Shenyang" },
  };
  g_autofree char *folder = g_dir_make_tmp ("atlas-data-XXXXXX", NULL);
  gsize i;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);
  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = NULL;

      atlas_window_export_data (fixture->window, file);
      WAIT_UNTIL (g_file_query_exists (file, NULL));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, files[i].start));
      g_assert_nonnull (strstr (text, files[i].part));
      g_unlink (path);
    }
  g_rmdir (folder);

  window_fixture_close (fixture);
}

#define ADD(name, function)                                    \
  g_test_add ("/app/window-output/" name, WindowFixture, NULL, \
              window_fixture_set_up, function, NULL)

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = window_fixture_start ();

  ADD ("output", test_output);
  ADD ("no-output", test_no_output);
  ADD ("export-size", test_export_size);
  ADD ("export-data", test_export_data);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-fixture.h"

#include "atlas-resources.h"

#define STYLE "/io/github/cluster_atlas/ClusterAtlas/style.css"
#define SIZE 200

static void
set_up_cell (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("x"));
}

static GtkWidget *
make_view (void)
{
  static const char *const rows[] = { "a", "b", "c", NULL };
  GListModel *model = G_LIST_MODEL (gtk_string_list_new (rows));
  GtkWidget *view = gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_multi_selection_new (model)));
  guint i;

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  for (i = 0; i < 3; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new ("t", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), NULL);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
      g_object_unref (column);
    }

  return view;
}

/* The rows of @view as they are drawn. */
static GBytes *
draw_rows (GtkWidget *view)
{
  GskRenderer *renderer =
      gtk_native_get_renderer (gtk_widget_get_native (view));
  GtkWidget *list = find_type (view, GTK_TYPE_LIST_VIEW);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  run_for (100);
  paintable = gtk_widget_paintable_new (list);
  gdk_paintable_snapshot (paintable, snapshot, SIZE, SIZE);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (
      renderer, node, &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));

  return gdk_texture_save_to_png_bytes (texture);
}

/* Rows and cells look with our style as they do without it, although it draws
 * fewer borders. */
static void
check_rows (void)
{
  GtkWidget *view = make_view ();
  GtkWidget *window = present (view);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) ours = NULL;

  theirs = draw_rows (view);

  gtk_css_provider_load_from_resource (provider, STYLE);
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  ours = draw_rows (view);
  g_assert_true (g_bytes_equal (theirs, ours));

  /* That would be so, too, if nothing were drawn. */
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), FALSE);
  g_bytes_unref (ours);
  ours = draw_rows (view);
  g_assert_false (g_bytes_equal (theirs, ours));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_rows (gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_setenv ("ADW_DEBUG_HIGH_CONTRAST", data, TRUE);
      adw_init ();
      atlas_register_resource ();
      g_assert_cmpint (adw_style_manager_get_high_contrast (
                           adw_style_manager_get_default ()),
                       ==, g_str_equal (data, "1"));
      check_rows ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/widgets/style/rows", "0", test_rows);
  g_test_add_data_func ("/widgets/style/rows-high-contrast", "1", test_rows);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-view-fixture.h"

#include "atlas-network-place-item.h"

/* The list beside the graph. */

static GtkWidget *
find_list (GtkWidget *column_view)
{
  GtkWidget *child = gtk_widget_get_first_child (column_view);

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);

  return child;
}

/* From where to where a row is drawn; FALSE when it is not in sight. */
static gboolean
get_row_extent (GtkWidget *list, GtkWidget *row, int *top, int *bottom)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_child_visible (row)
      || !gtk_widget_compute_bounds (row, list, &bounds))
    return FALSE;
  *top = (int) (bounds.origin.y + 0.5f);
  *bottom = (int) (bounds.origin.y + bounds.size.height + 0.5f);

  return *bottom > 0 && *top < gtk_widget_get_height (list);
}

static void
assert_list_is_full (Fixture *fixture)
{
  GtkWidget *list = find_list (GTK_WIDGET (
      atlas_network_places_get_column_view (fixture->self->places)));
  int reached = G_MAXINT;
  int top;
  int bottom;
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (!get_row_extent (list, row, &top, &bottom))
        continue;
      if (n_rows++ == 0)
        g_assert_cmpint (top, <=, 0);
      else
        g_assert_cmpint (top, ==, reached);
      reached = bottom;
    }
  g_assert_cmpuint (n_rows, >, 3);
  g_assert_cmpint (reached, >=, gtk_widget_get_height (list));
}

/* Whether a row that is selected is in sight, whole. */
static gboolean
is_selection_in_sight (Fixture *fixture)
{
  GtkWidget *list = find_list (GTK_WIDGET (
      atlas_network_places_get_column_view (fixture->self->places)));
  int top;
  int bottom;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (get_row_extent (list, row, &top, &bottom)
        && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0
        && top >= 0 && bottom <= gtk_widget_get_height (list))
      return TRUE;

  return FALSE;
}

static void
draw_some (Fixture *fixture)
{
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_queue_draw (fixture->window);
      gtk_test_widget_wait_for_draw (fixture->window);
    }
}

static void
select_row (Fixture *fixture, guint row)
{
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (AtlasNetworkPlaceItem) item = NULL;
  const char *keys[2] = { NULL, NULL };

  rows = g_object_ref (G_LIST_MODEL (gtk_column_view_get_model (
      atlas_network_places_get_column_view (fixture->self->places))));
  item = g_list_model_get_item (rows,
                                MIN (row, g_list_model_get_n_items (rows) - 1));
  keys[0] = atlas_network_place_item_get_place (item)->id;
  atlas_session_select_places (fixture->session, keys);
}

static gboolean
has_drawn_list (Fixture *fixture)
{
  return atlas_network_view_get_ready (fixture->self)
         && gtk_widget_get_mapped (GTK_WIDGET (fixture->self->places));
}

/* A list that has no size yet cannot scroll: rows were missing once the page
 * was turned to. */
static void
test_list_hidden (Fixture *fixture, gconstpointer data)
{
  static const guint rows[] = { 5, 200, 0, 299, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *stack = gtk_stack_new ();

      /* One that was never shown. */
      fixture->view = atlas_network_view_new (fixture->session);
      fixture->self = ATLAS_NETWORK_VIEW (fixture->view);
      fixture->canvas = atlas_network_view_get_canvas (fixture->self);
      gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("other"), "other");
      gtk_stack_add_named (GTK_STACK (stack), fixture->view, "network");
      gtk_window_set_child (GTK_WINDOW (fixture->window), stack);
      while (atlas_network_view_get_network (fixture->self) == NULL)
        g_main_context_iteration (NULL, TRUE);
      select_row (fixture, rows[i]);
      draw_some (fixture);
      g_assert_false (has_drawn_list (fixture));

      gtk_stack_set_visible_child_name (GTK_STACK (stack), "network");
      network_view_wait (fixture);
      draw_some (fixture);
      g_assert_true (has_drawn_list (fixture));
      assert_list_is_full (fixture);
      g_assert_true (is_selection_in_sight (fixture));
    }
}

/* Places come and go while the list is in sight. */
static void
test_list_changes (Fixture *fixture, gconstpointer data)
{
  static const guint rows[] = { 150, 7, 298, 40 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      select_row (fixture, rows[i]);
      draw_some (fixture);
      assert_list_is_full (fixture);
      g_assert_true (is_selection_in_sight (fixture));

      atlas_network_view_update (fixture->self);
      network_view_wait (fixture);
      draw_some (fixture);
      assert_list_is_full (fixture);
      g_assert_true (is_selection_in_sight (fixture));
    }
}

/* Another order shows its first rows, or the one selected. */
static void
test_list_order (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view =
      atlas_network_places_get_column_view (fixture->self->places);
  GtkWidget *list = find_list (GTK_WIDGET (view));
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GListModel *columns = gtk_column_view_get_columns (view);
  const char *none[] = { NULL };

  atlas_session_select_places (fixture->session, none);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          g_list_model_get_item (columns, i % 2);

      gtk_column_view_sort_by_column (view, column, (GtkSortType) (i / 2));
      draw_some (fixture);
      assert_list_is_full (fixture);
      g_assert_cmpfloat (gtk_adjustment_get_value (rows), ==, 0);
    }

  select_row (fixture, 250);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          g_list_model_get_item (columns, i % 2);

      gtk_column_view_sort_by_column (view, column, (GtkSortType) (i / 2));
      draw_some (fixture);
      assert_list_is_full (fixture);
      g_assert_true (is_selection_in_sight (fixture));
    }
}

/* In the second frame after another order was asked for. */
static void
on_second_frame (GdkFrameClock *clock, Fixture *fixture)
{
  static guint n_frames = 0;

  if (++n_frames != 2)
    return;
  g_signal_handlers_disconnect_by_func (clock, on_second_frame, fixture);
  atlas_network_places_set_network (
      fixture->self->places, atlas_network_view_get_network (fixture->self));
}

/* Places that come while rows are about to be brought into sight have no size
 * yet. */
static void
test_list_late (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view =
      atlas_network_places_get_column_view (fixture->self->places);
  GtkWidget *list = find_list (GTK_WIDGET (view));
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  const char *none[] = { NULL };

  atlas_session_select_places (fixture->session, none);
  draw_some (fixture);
  gtk_adjustment_set_value (rows, gtk_adjustment_get_upper (rows) / 2);
  draw_some (fixture);
  g_signal_connect (gtk_widget_get_frame_clock (fixture->window), "update",
                    G_CALLBACK (on_second_frame), fixture);
  gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
  draw_some (fixture);
  assert_list_is_full (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (rows), ==, 0);
}

int
main (int argc, char *argv[])
{
  static const NetworkViewTest tests[] = {
    { "/widgets/network-list/hidden", 300, test_list_hidden },
    { "/widgets/network-list/changes", 300, test_list_changes },
    { "/widgets/network-list/order", 300, test_list_order },
    { "/widgets/network-list/late", 300, test_list_late },
  };

  return network_view_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}

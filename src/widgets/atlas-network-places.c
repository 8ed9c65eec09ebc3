/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-places.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-columns.h"
#include "atlas-network-place-columns.h"
#include "atlas-network-place-item.h"

struct _AtlasNetworkPlaces
{
  AdwBin parent_instance;

  GtkColumnView *column_view;
  GtkWidget *list; /* the rows of the column view */
  GListStore *store;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  gboolean selecting;

  /* Rows to bring into sight once they have their sizes. */
  guint tick_id;
  guint n_ticks;
  gboolean wants_selected;
  gboolean wants_first;
};

G_DEFINE_FINAL_TYPE (AtlasNetworkPlaces, atlas_network_places, ADW_TYPE_BIN)

/* --- selection ---------------------------------------------------------- */

static void
on_selection_changed (GtkSelectionModel *model,
                      guint position,
                      guint n_items,
                      gpointer user_data)
{
  AtlasNetworkPlaces *self = ATLAS_NETWORK_PLACES (user_data);

  if (!self->selecting)
    g_signal_emit_by_name (self, "selection-changed");
}

static void
on_activate (GtkColumnView *view, guint position, gpointer user_data)
{
  AtlasNetworkPlaces *self = ATLAS_NETWORK_PLACES (user_data);
  g_autoptr (AtlasNetworkPlaceItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit_by_name (self, "place-activated",
                           atlas_network_place_item_get_index (item));
}

/* --- rows in sight ------------------------------------------------------ */

/* The list inside the column view has the action that scrolls. */
static GtkWidget *
find_list (GtkColumnView *view)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
show_wanted (AtlasNetworkPlaces *self)
{
  g_autoptr (GtkBitset) rows =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkAdjustment *along =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  if (self->wants_selected && !gtk_bitset_is_empty (rows))
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (rows));
  else if (self->wants_first)
    gtk_adjustment_set_value (along, gtk_adjustment_get_lower (along));
  self->wants_selected = FALSE;
  self->wants_first = FALSE;
}

/* Rows have their sizes after the first frame: GTK 4.8 divides by the height
 * of the list when it scrolls, and what it keeps of a list without height
 * leaves rows out for as long as nobody scrolls by hand. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AtlasNetworkPlaces *self = ATLAS_NETWORK_PLACES (widget);

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  if (gtk_widget_get_height (self->list) > 0)
    show_wanted (self);

  return G_SOURCE_REMOVE;
}

static void
queue_show (AtlasNetworkPlaces *self)
{
  self->n_ticks = 0;
  if (self->tick_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* Another order begins with its first rows. */
static void
on_order_changed (AtlasNetworkPlaces *self)
{
  self->wants_selected = TRUE;
  self->wants_first = TRUE;
  queue_show (self);
}

/* --- type --------------------------------------------------------------- */

static void
atlas_network_places_map (GtkWidget *widget)
{
  AtlasNetworkPlaces *self = ATLAS_NETWORK_PLACES (widget);

  GTK_WIDGET_CLASS (atlas_network_places_parent_class)->map (widget);
  if (self->wants_selected || self->wants_first)
    queue_show (self);
}

static void
atlas_network_places_unmap (GtkWidget *widget)
{
  AtlasNetworkPlaces *self = ATLAS_NETWORK_PLACES (widget);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (widget, self->tick_id);
  self->tick_id = 0;
  GTK_WIDGET_CLASS (atlas_network_places_parent_class)->unmap (widget);
}

static void
atlas_network_places_dispose (GObject *object)
{
  AtlasNetworkPlaces *self = ATLAS_NETWORK_PLACES (object);

  if (self->column_view != NULL)
    gtk_column_view_set_model (self->column_view, NULL);
  self->column_view = NULL;
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (atlas_network_places_parent_class)->dispose (object);
}

static void
atlas_network_places_class_init (AtlasNetworkPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_network_places_dispose;
  widget_class->map = atlas_network_places_map;
  widget_class->unmap = atlas_network_places_unmap;
  g_signal_new ("selection-changed", ATLAS_TYPE_NETWORK_PLACES,
                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("place-activated", ATLAS_TYPE_NETWORK_PLACES, G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "network-places");
}

static void
atlas_network_places_init (AtlasNetworkPlaces *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkColumnViewColumn *first = NULL;

  self->column_view = GTK_COLUMN_VIEW (view);
  self->store = g_list_store_new (ATLAS_TYPE_NETWORK_PLACE_ITEM);
  for (guint i = 0; i < ATLAS_N_PLACE_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          atlas_network_place_column_new (view, (AtlasNetworkPlaceColumn) i);

      atlas_columns_append (self->column_view, column);
      if (i == ATLAS_PLACE_COLUMN_NAMED_BY)
        first = column;
    }
  self->sorted = gtk_sort_list_model_new (
      g_object_ref (G_LIST_MODEL (self->store)),
      g_object_ref (gtk_column_view_get_sorter (self->column_view)));
  self->selection =
      gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_column_view_set_model (self->column_view,
                             GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_sort_by_column (self->column_view, first,
                                  GTK_SORT_DESCENDING);
  self->list = find_list (self->column_view);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view),
                           "changed", G_CALLBACK (on_order_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (view, "data-table");
  atlas_access_name_table (GTK_COLUMN_VIEW (view), _ ("Places of the network"));
  g_signal_connect (self->selection, "selection-changed",
                    G_CALLBACK (on_selection_changed), self);
  g_signal_connect (view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  atlas_columns_prepare (GTK_COLUMN_VIEW (view));
  atlas_columns_fill_view (GTK_COLUMN_VIEW (view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * atlas_network_places_new:
 *
 * Returns: a list without places
 */
GtkWidget *
atlas_network_places_new (void)
{
  return g_object_new (ATLAS_TYPE_NETWORK_PLACES, NULL);
}

/**
 * atlas_network_places_set_network:
 * @self: a list
 * @network: (nullable): a network, not changed any more
 */
void
atlas_network_places_set_network (AtlasNetworkPlaces *self,
                                  AtlasNetwork *network)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n_places = 0;

  g_return_if_fail (ATLAS_IS_NETWORK_PLACES (self));

  if (network != NULL)
    atlas_network_get_places (network, &n_places);
  for (guint i = 0; i < n_places; i++)
    g_ptr_array_add (items, atlas_network_place_item_new (network, i));
  self->selecting = TRUE;
  g_list_store_splice (self->store, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  self->selecting = FALSE;
  /* Rows that are new have no size yet: what waits to be shown waits on. */
  self->n_ticks = 0;
}

/**
 * atlas_network_places_select:
 * @self: a list
 * @places: (array length=n_places): indices of places
 * @n_places: how many
 *
 * Selects these rows and no others, and scrolls to the first.
 */
void
atlas_network_places_select (AtlasNetworkPlaces *self,
                             const guint *places,
                             guint n_places)
{
  g_autoptr (GtkBitset) chosen = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint n_rows;

  g_return_if_fail (ATLAS_IS_NETWORK_PLACES (self));

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  all = gtk_bitset_new_range (0, n_rows);
  for (guint i = 0; i < n_places; i++)
    gtk_bitset_add (chosen, places[i]);
  for (guint i = 0; i < n_rows && n_places > 0; i++)
    {
      g_autoptr (AtlasNetworkPlaceItem) item =
          g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gtk_bitset_contains (chosen,
                               atlas_network_place_item_get_index (item)))
        gtk_bitset_add (rows, i);
    }
  self->selecting = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection),
                                     rows, all);
  self->selecting = FALSE;
  self->wants_selected = !gtk_bitset_is_empty (rows);
  if (self->wants_selected)
    queue_show (self);
}

/**
 * atlas_network_places_dup_selected:
 * @self: a list
 *
 * Returns: (transfer full) (element-type guint): indices of selected places
 */
GArray *
atlas_network_places_dup_selected (AtlasNetworkPlaces *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GtkBitset) rows = NULL;
  GtkBitsetIter iter;
  guint row;

  g_return_val_if_fail (ATLAS_IS_NETWORK_PLACES (self), places);

  rows =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, rows, &row))
    do
      {
        g_autoptr (AtlasNetworkPlaceItem) item =
            g_list_model_get_item (G_LIST_MODEL (self->selection), row);
        guint index = atlas_network_place_item_get_index (item);

        g_array_append_val (places, index);
      }
    while (gtk_bitset_iter_next (&iter, &row));

  return places;
}

/**
 * atlas_network_places_get_column_view:
 * @self: a list
 *
 * Returns: (transfer none): its column view
 */
GtkColumnView *
atlas_network_places_get_column_view (AtlasNetworkPlaces *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_PLACES (self), NULL);

  return self->column_view;
}

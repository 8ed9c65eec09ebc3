/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-places.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "atlas-access.h"
#include "atlas-format.h"
#include "atlas-network-place-item.h"

typedef enum
{
  COLUMN_PLACE,
  COLUMN_ECONOMY,
  COLUMN_NAMED_BY,
  COLUMN_NAMED_BY_PATENTS,
  COLUMN_NAMED_BY_ARTICLES,
  COLUMN_DEGREE,
  COLUMN_BETWEENNESS,
  COLUMN_PAGE_RANK,
  COLUMN_BORDA,
  COLUMN_RECIPROCITY,
  COLUMN_CROSS_BORDER,
  COLUMN_PARTICIPATION,
  COLUMN_JACCARD,
  COLUMN_COMMUNITY,
  N_COLUMNS,
} Column;

static double
get_value (Column column, const AtlasPlace *place)
{
  switch (column)
    {
    case COLUMN_NAMED_BY:
      return place->named_by_any;
    case COLUMN_NAMED_BY_PATENTS:
      return place->named_by[ATLAS_PATENTS];
    case COLUMN_NAMED_BY_ARTICLES:
      return place->named_by[ATLAS_ARTICLES];
    case COLUMN_DEGREE:
      return place->degree;
    case COLUMN_BETWEENNESS:
      return place->betweenness;
    case COLUMN_PAGE_RANK:
      return place->page_rank;
    case COLUMN_BORDA:
      return place->borda;
    case COLUMN_RECIPROCITY:
      return place->reciprocity * 100;
    case COLUMN_CROSS_BORDER:
      return place->cross_border * 100;
    case COLUMN_PARTICIPATION:
      return place->participation;
    case COLUMN_JACCARD:
      return place->jaccard;
    case COLUMN_COMMUNITY:
      return place->community + 1;
    case COLUMN_PLACE:
    case COLUMN_ECONOMY:
    case N_COLUMNS:
    default:
      return NAN;
    }
}

/* Titles, what the figures are, and how many decimals mean something. */
static const struct
{
  const char *title;
  const char *description;
  guint decimals;
  gboolean percent;
  int width;
} columns[N_COLUMNS] = {
  [COLUMN_PLACE] = { N_ ("Place"), N_ ("A cluster that is loaded or named"), 0,
                     FALSE, 145 },
  [COLUMN_ECONOMY] = { N_ ("Economy"), N_ ("Economy, where it is known"), 0,
                       FALSE, 90 },
  [COLUMN_NAMED_BY] = { N_ ("Named by"),
                        N_ ("Loaded clusters that name it, for patents or for "
                            "articles"),
                        0, FALSE, 105 },
  [COLUMN_NAMED_BY_PATENTS] = { N_ ("Patents"),
                                N_ ("Loaded clusters that name it for patents"),
                                0, FALSE, 70 },
  [COLUMN_NAMED_BY_ARTICLES] = { N_ ("Articles"),
                                 N_ ("Loaded clusters that name it for "
                                     "articles"),
                                 0, FALSE, 70 },
  [COLUMN_DEGREE] = { N_ ("Linked with"),
                      N_ ("Places it is linked with, either way"), 0, FALSE,
                      85 },
  [COLUMN_BETWEENNESS] = { N_ ("Betweenness"),
                           N_ ("Shortest ways between other places that lead "
                               "through it (Brandes "
                               "2001); only loaded profiles name others, so it "
                               "favours them"),
                           1, FALSE, 100 },
  [COLUMN_PAGE_RANK] = { N_ ("PageRank"),
                         N_ ("PageRank with a damping of 0.85"), 3, FALSE, 85 },
  [COLUMN_BORDA] = { N_ ("Borda"),
                     N_ ("3 points for being named first, 2 for second, 1 for "
                         "third"),
                     0, FALSE, 65 },
  [COLUMN_RECIPROCITY] = { N_ ("Answered"),
                           N_ ("Links answered, of those whose answer is "
                               "known"),
                           0, TRUE, 85 },
  [COLUMN_CROSS_BORDER] = { N_ ("Across borders"),
                            N_ ("Links to another economy, of those whose "
                                "economies are known"),
                            0, TRUE, 110 },
  [COLUMN_PARTICIPATION] = { N_ ("Participation"),
                             N_ ("1 minus the sum of the squared parts of its "
                                 "links that go to each "
                                 "community (Guimerà and Amaral 2005)"),
                             2, FALSE, 105 },
  [COLUMN_JACCARD] = { N_ ("Likeness"),
                       N_ ("Partners for patents and for articles alike, of "
                           "all its partners "
                           "(Jaccard)"),
                       2, FALSE, 80 },
  [COLUMN_COMMUNITY] = { N_ ("Community"), N_ ("Number of its community"), 0,
                         FALSE, 95 },
};

struct _AtlasNetworkPlaces
{
  AdwBin parent_instance;

  GtkColumnView *column_view;
  GListStore *store;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (AtlasNetworkPlaces, atlas_network_places, ADW_TYPE_BIN)

/* --- cells -------------------------------------------------------------- */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_UINT (user_data);
  GtkWidget *cell = gtk_inscription_new (NULL);
  gboolean text = column <= COLUMN_ECONOMY;

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), text ? 0.0f : 1.0f);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  if (!text)
    gtk_widget_add_css_class (cell, "numeric");
  gtk_list_item_set_child (item, cell);
}

static char *
dup_text (Column column, const AtlasPlace *place)
{
  AtlasFormat format;
  double value;

  if (column == COLUMN_PLACE)
    return g_strdup (place->label);
  if (column == COLUMN_ECONOMY)
    return g_strdup (place->economy != NULL ? place->economy : "");

  atlas_format_init_for_locale (&format);
  value = get_value (column, place);
  if (isnan (value))
    return g_strdup (_ ("n/a"));
  if (columns[column].percent)
    return atlas_format_percent (&format, value, columns[column].decimals);
  if (column == COLUMN_NAMED_BY)
    /* Translators: named by 4 of 5 clusters. */
    return g_strdup_printf (_ ("%u of %u"), place->named_by_any, place->of_n);

  return atlas_format_value (&format, value, columns[column].decimals);
}

/* The whole name, for it is cut often, and where it comes from. */
static void
set_economy_tip (GtkWidget *cell, const AtlasPlace *place)
{
  g_autofree char *tip = NULL;

  if (place->economy != NULL && !place->economy_printed)
    /* Translators: an economy that comes from a list of known places. */
    tip = g_strdup_printf (_ ("%s (not printed in the open profiles)"),
                           place->economy);
  gtk_widget_set_tooltip_text (cell, tip != NULL ? tip : place->economy);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_UINT (user_data);
  AtlasNetworkPlaceItem *row =
      ATLAS_NETWORK_PLACE_ITEM (gtk_list_item_get_item (item));
  const AtlasPlace *place = atlas_network_place_item_get_place (row);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = dup_text (column, place);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if (column == COLUMN_PLACE)
    gtk_widget_set_tooltip_text (cell, text);
  else if (column == COLUMN_ECONOMY)
    set_economy_tip (cell, place);
  if (place->loaded)
    gtk_widget_remove_css_class (cell, "dim-label");
  else
    gtk_widget_add_css_class (cell, "dim-label");
  atlas_access_name_cells (cell);
}

/* --- order -------------------------------------------------------------- */

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column column = (Column) GPOINTER_TO_UINT (user_data);
  AtlasNetworkPlaceItem *left = (AtlasNetworkPlaceItem *) a;
  AtlasNetworkPlaceItem *right = (AtlasNetworkPlaceItem *) b;
  const AtlasPlace *p = atlas_network_place_item_get_place (left);
  const AtlasPlace *q = atlas_network_place_item_get_place (right);
  double u;
  double v;

  if (column == COLUMN_PLACE)
    return strcmp (atlas_network_place_item_get_collation (left),
                   atlas_network_place_item_get_collation (right));
  if (column == COLUMN_ECONOMY)
    return g_strcmp0 (p->economy, q->economy);

  u = get_value (column, p);
  v = get_value (column, q);
  /* What is not available stands at the low end. */
  if (isnan (u) || isnan (v))
    return isnan (u) ? (isnan (v) ? 0 : -1) : 1;
  return u < v ? -1 : u > v;
}

/* Widths are for text of the usual size, ten digits of which measure 94
 * pixels. */
static double
get_text_scale (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (widget, "0123456789");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (width / 94.0, 1.0);
}

static GtkColumnViewColumn *
create_column (GtkWidget *view, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;
  GtkSorter *sorter = GTK_SORTER (
      gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (column), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup),
                    GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind),
                    GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (_ (columns[column].title), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (
      view_column, (int) (columns[column].width * get_text_scale (view) + 0.5));
  g_object_unref (sorter);

  return view_column;
}

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

/* The action belongs to the list inside the column view. */
static void
scroll_to (AtlasNetworkPlaces *self, guint row)
{
  for (GtkWidget *child =
           gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", row);
}

/* --- type --------------------------------------------------------------- */

static void
atlas_network_places_dispose (GObject *object)
{
  AtlasNetworkPlaces *self = ATLAS_NETWORK_PLACES (object);

  if (self->column_view != NULL)
    gtk_column_view_set_model (self->column_view, NULL);
  self->column_view = NULL;
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
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = create_column (view, (Column) i);

      gtk_column_view_append_column (self->column_view, column);
      if (i == COLUMN_NAMED_BY)
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
  gtk_widget_add_css_class (view, "data-table");
  atlas_access_name_table (GTK_COLUMN_VIEW (view), _ ("Places of the network"));
  g_signal_connect (self->selection, "selection-changed",
                    G_CALLBACK (on_selection_changed), self);
  g_signal_connect (view, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  atlas_access_keep_columns_together (GTK_COLUMN_VIEW (view));
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
  if (!gtk_bitset_is_empty (rows))
    scroll_to (self, gtk_bitset_get_minimum (rows));
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

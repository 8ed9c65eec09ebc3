/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-place-columns.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "atlas-access.h"
#include "atlas-columns.h"
#include "atlas-format.h"
#include "atlas-network-place-item.h"

static double
get_value (AtlasNetworkPlaceColumn column, const AtlasPlace *place)
{
  switch (column)
    {
    case ATLAS_PLACE_COLUMN_NAMED_BY:
      return place->named_by_any;
    case ATLAS_PLACE_COLUMN_NAMED_BY_PATENTS:
      return place->named_by[ATLAS_PATENTS];
    case ATLAS_PLACE_COLUMN_NAMED_BY_ARTICLES:
      return place->named_by[ATLAS_ARTICLES];
    case ATLAS_PLACE_COLUMN_DEGREE:
      return place->degree;
    case ATLAS_PLACE_COLUMN_BETWEENNESS:
      return place->betweenness;
    case ATLAS_PLACE_COLUMN_PAGE_RANK:
      return place->page_rank;
    case ATLAS_PLACE_COLUMN_BORDA:
      return place->borda;
    case ATLAS_PLACE_COLUMN_RECIPROCITY:
      return place->reciprocity * 100;
    case ATLAS_PLACE_COLUMN_CROSS_BORDER:
      return place->cross_border * 100;
    case ATLAS_PLACE_COLUMN_PARTICIPATION:
      return place->participation;
    case ATLAS_PLACE_COLUMN_JACCARD:
      return place->jaccard;
    case ATLAS_PLACE_COLUMN_COMMUNITY:
      return place->community + 1;
    case ATLAS_PLACE_COLUMN_PLACE:
    case ATLAS_PLACE_COLUMN_ECONOMY:
    case ATLAS_N_PLACE_COLUMNS:
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
} columns[ATLAS_N_PLACE_COLUMNS] = {
  [ATLAS_PLACE_COLUMN_PLACE] = { N_ ("Place"),
                                 N_ ("A cluster that is loaded or named"), 0,
                                 FALSE, 186 },
  [ATLAS_PLACE_COLUMN_ECONOMY] = { N_ ("Economy"),
                                   N_ ("Economy, where it is known"), 0, FALSE,
                                   122 },
  [ATLAS_PLACE_COLUMN_NAMED_BY] = { N_ ("Named by"),
                                    N_ ("Loaded clusters that name it, for "
                                        "patents or for "
                                        "articles"),
                                    0, FALSE, 100 },
  [ATLAS_PLACE_COLUMN_NAMED_BY_PATENTS] = { N_ ("Patents"),
                                            N_ ("Loaded clusters that name it "
                                                "for patents"),
                                            0, FALSE, 70 },
  [ATLAS_PLACE_COLUMN_NAMED_BY_ARTICLES] = { N_ ("Articles"),
                                             N_ ("Loaded clusters that name it "
                                                 "for "
                                                 "articles"),
                                             0, FALSE, 70 },
  [ATLAS_PLACE_COLUMN_DEGREE] = { N_ ("Linked with"),
                                  N_ ("Places it is linked with, either way"),
                                  0, FALSE, 85 },
  [ATLAS_PLACE_COLUMN_BETWEENNESS] = { N_ ("Betweenness"),
                                       N_ ("Shortest ways between other places "
                                           "that lead "
                                           "through it (Brandes "
                                           "2001); only loaded profiles name "
                                           "others, so it "
                                           "favours them"),
                                       1, FALSE, 100 },
  [ATLAS_PLACE_COLUMN_PAGE_RANK] = { N_ ("PageRank"),
                                     N_ ("PageRank with a damping of 0.85"), 3,
                                     FALSE, 85 },
  [ATLAS_PLACE_COLUMN_BORDA] = { N_ ("Borda"),
                                 N_ ("3 points for being named first, 2 for "
                                     "second, 1 for "
                                     "third"),
                                 0, FALSE, 65 },
  [ATLAS_PLACE_COLUMN_RECIPROCITY] = { N_ ("Answered"),
                                       N_ ("Links answered, of those whose "
                                           "answer is "
                                           "known"),
                                       0, TRUE, 85 },
  [ATLAS_PLACE_COLUMN_CROSS_BORDER] = { N_ ("Across borders"),
                                        N_ ("Links to another economy, of "
                                            "those whose "
                                            "economies are known"),
                                        0, TRUE, 110 },
  [ATLAS_PLACE_COLUMN_PARTICIPATION] = { N_ ("Participation"),
                                         N_ ("1 minus the sum of the squared "
                                             "parts of its "
                                             "links that go to each "
                                             "community (Guimerà and Amaral "
                                             "2005)"),
                                         2, FALSE, 105 },
  [ATLAS_PLACE_COLUMN_JACCARD] = { N_ ("Likeness"),
                                   N_ ("Partners for patents and for articles "
                                       "alike, of "
                                       "all its partners "
                                       "(Jaccard)"),
                                   2, FALSE, 80 },
  [ATLAS_PLACE_COLUMN_COMMUNITY] = { N_ ("Community"),
                                     N_ ("Number of its community"), 0, FALSE,
                                     95 },
};

/* --- cells -------------------------------------------------------------- */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer user_data)
{
  AtlasNetworkPlaceColumn column =
      (AtlasNetworkPlaceColumn) GPOINTER_TO_UINT (user_data);
  GtkWidget *cell = gtk_inscription_new (NULL);
  gboolean text = column <= ATLAS_PLACE_COLUMN_ECONOMY;

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
dup_text (AtlasNetworkPlaceColumn column, const AtlasPlace *place)
{
  AtlasFormat format;
  double value;

  g_return_val_if_fail (column < ATLAS_N_PLACE_COLUMNS, NULL);

  if (column == ATLAS_PLACE_COLUMN_PLACE)
    return g_strdup (place->label);
  if (column == ATLAS_PLACE_COLUMN_ECONOMY)
    return g_strdup (place->economy != NULL ? place->economy : "");

  atlas_format_init_for_locale (&format);
  value = get_value (column, place);
  if (isnan (value))
    return g_strdup (_ ("n/a"));
  if (columns[column].percent)
    return atlas_format_percent (&format, value, columns[column].decimals);
  if (column == ATLAS_PLACE_COLUMN_NAMED_BY)
    /* Translators: named by 4 of 5 clusters. */
    return g_strdup_printf (_ ("%u of %u"), place->named_by_any, place->of_n);

  return atlas_format_value (&format, value, columns[column].decimals);
}

/* The whole name, for it is cut often, and what slanted letters mean. */
static void
set_place_tip (GtkWidget *cell, const AtlasPlace *place)
{
  g_autofree char *tip = NULL;

  if (!place->loaded)
    /* Translators: a place whose own profile is not open. */
    tip = g_strdup_printf (_ ("%s (only named by others)"), place->label);
  gtk_widget_set_tooltip_text (cell, tip != NULL ? tip : place->label);
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
  AtlasNetworkPlaceColumn column =
      (AtlasNetworkPlaceColumn) GPOINTER_TO_UINT (user_data);
  AtlasNetworkPlaceItem *row =
      ATLAS_NETWORK_PLACE_ITEM (gtk_list_item_get_item (item));
  const AtlasPlace *place = atlas_network_place_item_get_place (row);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = dup_text (column, place);

  if (column <= ATLAS_PLACE_COLUMN_ECONOMY)
    atlas_columns_set_text (GTK_INSCRIPTION (cell), text);
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  if (column == ATLAS_PLACE_COLUMN_PLACE)
    set_place_tip (cell, place);
  else if (column == ATLAS_PLACE_COLUMN_ECONOMY)
    set_economy_tip (cell, place);
  if (place->loaded)
    gtk_widget_remove_css_class (cell, "atlas-named-only");
  else
    gtk_widget_add_css_class (cell, "atlas-named-only");
  atlas_access_name_cells (cell);
}

/* --- order -------------------------------------------------------------- */

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  AtlasNetworkPlaceColumn column =
      (AtlasNetworkPlaceColumn) GPOINTER_TO_UINT (user_data);
  AtlasNetworkPlaceItem *left = (AtlasNetworkPlaceItem *) a;
  AtlasNetworkPlaceItem *right = (AtlasNetworkPlaceItem *) b;
  const AtlasPlace *p = atlas_network_place_item_get_place (left);
  const AtlasPlace *q = atlas_network_place_item_get_place (right);
  double u;
  double v;

  if (column == ATLAS_PLACE_COLUMN_PLACE)
    return strcmp (atlas_network_place_item_get_collation (left),
                   atlas_network_place_item_get_collation (right));
  if (column == ATLAS_PLACE_COLUMN_ECONOMY)
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

/**
 * atlas_network_place_column_new:
 * @view: the column view that it is for
 * @column: what it shows
 *
 * Returns: (transfer full): a column of AtlasNetworkPlaceItems that can be
 *   sorted by
 */
GtkColumnViewColumn *
atlas_network_place_column_new (GtkWidget *view, AtlasNetworkPlaceColumn column)
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
      view_column,
      atlas_columns_fit_heading (
          view, _ (columns[column].title),
          (int) (columns[column].width * get_text_scale (view) + 0.5)));
  g_object_unref (sorter);

  return view_column;
}

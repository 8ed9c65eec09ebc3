/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-cell.h"
#include "atlas-access.h"
#include "atlas-column-sorter.h"
#include "atlas-columns.h"
#include "atlas-table-view-private.h"

/* The columns of a table view: made once, then shown, hidden, moved and
 * widened as the layout of the table says, and the other way round. */

/* Room beside the text of a cell: the padding of Adwaita's cells. */
#define CELL_PADDING 24

static const AtlasColumn *
get_column (gpointer factory)
{
  return g_object_get_data (factory, "atlas-column");
}

static void
fill_cell (AtlasCell *cell, guint position, gpointer owner)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (owner);
  g_auto (AtlasValue) value = ATLAS_VALUE_INIT;
  AtlasRowData row;

  /* A row that is about to leave has nothing left to show. */
  if (position >= atlas_table_get_n_rows (self->table))
    return;

  atlas_table_get_row (self->table, position, &row);
  atlas_column_get_value (atlas_cell_get_column (cell), &row,
                          atlas_session_get_aliases (self->session), &value);
  atlas_cell_set_value (cell, &self->format, &value);
}

static void
on_cell_setup (GtkSignalListItemFactory *factory,
               GtkListItem *list_item,
               AtlasTableView *self)
{
  gtk_list_item_set_child (list_item,
                           atlas_cell_new (get_column (factory), self->pen));
}

static void
on_cell_bind (GtkSignalListItemFactory *factory,
              GtkListItem *list_item,
              AtlasTableView *self)
{
  AtlasCell *cell = ATLAS_CELL (gtk_list_item_get_child (list_item));

  g_hash_table_add (self->cells, cell);
  atlas_cell_set_source (
      cell, atlas_row_slot_get_position (gtk_list_item_get_item (list_item)),
      fill_cell, self);
  /* These have icons, which take part in the layout. */
  if (atlas_table_get_kind (self->table) == ATLAS_TABLE_PROBLEMS)
    atlas_cell_get_text (cell);
}

static void
on_cell_unbind (GtkSignalListItemFactory *factory,
                GtkListItem *list_item,
                AtlasTableView *self)
{
  AtlasCell *cell = ATLAS_CELL (gtk_list_item_get_child (list_item));

  g_hash_table_remove (self->cells, cell);
  atlas_cell_set_source (cell, 0, NULL, NULL);
}

/**
 * atlas_table_view_renew_rows:
 * @self: a view
 * @position: the first row
 * @n: how many
 *
 * Shows anew what stands in these rows.
 */
void
atlas_table_view_renew_rows (AtlasTableView *self, guint position, guint n)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (atlas_cell_get_position (cell) - position < n)
      atlas_cell_renew (cell);
}

static void
on_width_changed (GtkColumnViewColumn *view_column,
                  GParamSpec *pspec,
                  AtlasTableView *self)
{
  guint column;

  if (self->adjusting
      || !g_ptr_array_find (self->columns, view_column, &column))
    return;

  self->adjusting = TRUE;
  atlas_table_set_column_width (
      self->table, column,
      gtk_column_view_column_get_fixed_width (view_column));
  self->adjusting = FALSE;
}

static GMenuModel *
make_heading_menu (guint column)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sorting = g_menu_new ();
  g_autoptr (GMenu) showing = g_menu_new ();
  g_autofree char *up = g_strdup_printf ("table.sort((%u,false))", column);
  g_autofree char *down = g_strdup_printf ("table.sort((%u,true))", column);
  g_autofree char *count = g_strdup_printf ("table.count(%d)", (int) column);
  g_autofree char *hide =
      g_strdup_printf ("table.hide-column(uint32 %u)", column);

  g_menu_append (sorting, _ ("Sort _Ascending"), up);
  g_menu_append (sorting, _ ("Sort _Descending"), down);
  g_menu_append (showing, _ ("_Hide Column"), hide);
  g_menu_append (showing, _ ("_Count in the Footer"), count);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sorting));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (showing));

  return G_MENU_MODEL (menu);
}

static GtkColumnViewColumn *
make_view_column (AtlasTableView *self, guint number)
{
  const AtlasColumn *column = atlas_table_get_column (self->table, number);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = atlas_column_sorter_new (number);
  g_autoptr (GMenuModel) menu = make_heading_menu (number);
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), "atlas-column", (gpointer) column);
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind), self);

  view_column =
      gtk_column_view_column_new (atlas_column_get_title (column), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_header_menu (view_column, menu);
  g_signal_connect (view_column, "notify::fixed-width",
                    G_CALLBACK (on_width_changed), self);

  return view_column;
}

static int
measure_text (AtlasTableView *self, const char *text)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* As wide as the table proposes, and never so narrow that the heading is
 * cut. */
static int
get_default_width (AtlasTableView *self, const AtlasColumn *column)
{
  int digit = measure_text (self, "0123456789") / 10;

  return atlas_columns_fit_heading (GTK_WIDGET (self),
                                    atlas_column_get_title (column),
                                    (int) column->width * digit + CELL_PADDING);
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *label = NULL;
  GtkWidget *child;

  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);

  for (child = gtk_widget_get_first_child (widget);
       child != NULL && label == NULL;
       child = gtk_widget_get_next_sibling (child))
    label = find_label (child);

  return label;
}

/* Headings stand where their numbers do. GTK has no property for that, so the
 * box within the button of the heading is moved; where another GTK builds its
 * headings otherwise, they stay as they are. */
static void
align_headings (AtlasTableView *self)
{
  GtkWidget *header =
      gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
  GtkWidget *heading;
  guint i;

  for (heading = header != NULL ? gtk_widget_get_first_child (header) : NULL;
       heading != NULL; heading = gtk_widget_get_next_sibling (heading))
    {
      GtkLabel *label = find_label (heading);
      GtkWidget *box = gtk_widget_get_first_child (heading);

      for (i = 0; label != NULL && box != NULL && i < self->columns->len; i++)
        {
          const AtlasColumn *column = atlas_table_get_column (self->table, i);

          if (column->type != ATLAS_COLUMN_TEXT
              && g_strcmp0 (gtk_label_get_text (label),
                            atlas_column_get_title (column))
                     == 0)
            {
              gtk_widget_set_halign (box, GTK_ALIGN_END);
              /* The arrow comes first, and keeps its room without one. */
              if (GTK_IS_BOX (box)
                  && gtk_widget_get_parent (GTK_WIDGET (label)) == box)
                gtk_box_reorder_child_after (GTK_BOX (box), GTK_WIDGET (label),
                                             gtk_widget_get_last_child (box));
            }
        }
    }
}

/* The heading was dragged elsewhere. */
static void
on_columns_moved (AtlasTableView *self)
{
  GListModel *list = gtk_column_view_get_columns (self->column_view);
  guint n = g_list_model_get_n_items (list);
  guint i, number;

  /* A column that moves is taken out first. */
  if (self->adjusting || n != self->columns->len)
    return;

  self->adjusting = TRUE;
  for (i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          g_list_model_get_item (list, atlas_columns_get_position (i, n));

      if (g_ptr_array_find (self->columns, column, &number))
        atlas_table_move_column (self->table, number, i);
    }
  self->adjusting = FALSE;
}

static void
on_heading_clicked (AtlasTableView *self,
                    GtkSorterChange change,
                    GtkSorter *sorter)
{
  guint column;
  gboolean descending;

  if (self->adjusting
      || !atlas_column_sorter_find_first (sorter, &column, &descending))
    return;

  self->adjusting = TRUE;
  atlas_table_sort_by (self->table, column, descending);
  self->adjusting = FALSE;
}

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
on_count_toggled (GtkCheckButton *button, AtlasTableView *self)
{
  if (gtk_check_button_get_active (button))
    gtk_widget_activate_action (
        GTK_WIDGET (self), "table.count", "i",
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "column")));
}

/* One of the columns is counted in the footer. */
static void
fill_statistics (AtlasTableView *self)
{
  int counted = atlas_table_view_find_counted (self);
  GtkWidget *first = NULL;
  guint i;

  empty_box (self->statistics_box);
  for (i = 0; i < self->columns->len; i++)
    {
      const AtlasColumn *column = atlas_table_get_column (self->table, i);
      GtkWidget *button;

      if (!atlas_column_is_countable (column))
        continue;
      button =
          gtk_check_button_new_with_label (atlas_column_get_title (column));
      g_object_set_data (G_OBJECT (button), "column",
                         GINT_TO_POINTER ((int) i));
      if (first == NULL)
        first = button;
      else
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                    GTK_CHECK_BUTTON (first));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   (int) i == counted);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_count_toggled),
                               self, 0);
      gtk_box_append (self->statistics_box, button);
    }
}

static gboolean
has_countable_columns (AtlasTableView *self)
{
  guint i;

  for (i = 0; i < self->columns->len; i++)
    if (atlas_column_is_countable (atlas_table_get_column (self->table, i)))
      return TRUE;

  return FALSE;
}

/**
 * atlas_table_view_init_columns:
 * @self: a view
 *
 * Makes the columns of the view.
 */
void
atlas_table_view_init_columns (AtlasTableView *self)
{
  guint i;

  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < atlas_table_get_n_columns (self->table); i++)
    {
      g_ptr_array_add (self->columns, make_view_column (self, i));
      atlas_columns_append (self->column_view,
                            g_ptr_array_index (self->columns, i));
    }

  align_headings (self);
  atlas_table_view_take_layout (self);
  atlas_table_view_take_order (self);
  gtk_widget_set_visible (GTK_WIDGET (self->statistics_button),
                          has_countable_columns (self));
  /* These lists hold hundreds of widgets, which few ever see. */
  g_signal_connect_object (self->columns_popover, "show",
                           G_CALLBACK (atlas_table_view_fill_chooser), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->statistics_popover, "show",
                           G_CALLBACK (fill_statistics), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_swapped (gtk_column_view_get_columns (self->column_view),
                            "items-changed", G_CALLBACK (on_columns_moved),
                            self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view),
                           "changed", G_CALLBACK (on_heading_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_table_view_take_layout:
 * @self: a view
 *
 * Shows, hides, moves and widens columns as the layout of the table says.
 */
void
atlas_table_view_take_layout (AtlasTableView *self)
{
  GListModel *list = gtk_column_view_get_columns (self->column_view);
  const guint *order = atlas_table_get_column_order (self->table);
  guint i;

  if (self->adjusting)
    return;

  self->adjusting = TRUE;
  for (i = 0; i < self->columns->len; i++)
    {
      GtkColumnViewColumn *column = g_ptr_array_index (self->columns, order[i]);
      guint position = atlas_columns_get_position (i, self->columns->len);
      g_autoptr (GtkColumnViewColumn) there =
          g_list_model_get_item (list, position);
      int width = atlas_table_get_column_width (self->table, order[i]);

      if (there != column)
        gtk_column_view_insert_column (self->column_view, position, column);
      gtk_column_view_column_set_visible (
          column, atlas_table_get_column_visible (self->table, order[i]));
      if (width < 0)
        width = get_default_width (
            self, atlas_table_get_column (self->table, order[i]));
      gtk_column_view_column_set_fixed_width (column, width);
    }
  atlas_columns_fill_view (self->column_view);
  self->adjusting = FALSE;
}

/**
 * atlas_table_view_take_order:
 * @self: a view
 *
 * Puts the arrow on the heading of the column that is sorted by.
 */
void
atlas_table_view_take_order (AtlasTableView *self)
{
  gboolean descending;
  guint column;

  if (self->adjusting || atlas_table_get_n_sort_keys (self->table) == 0)
    return;

  column = atlas_table_get_sort_key (self->table, 0, &descending);
  self->adjusting = TRUE;
  gtk_column_view_sort_by_column (
      self->column_view, g_ptr_array_index (self->columns, column),
      descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->adjusting = FALSE;
}

static void
on_column_toggled (AtlasTableView *self, GtkCheckButton *check)
{
  guint column =
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "atlas-column"));

  atlas_table_set_column_visible (self->table, column,
                                  gtk_check_button_get_active (check));

  /* The last column stays. */
  gtk_check_button_set_active (
      check, atlas_table_get_column_visible (self->table, column));
}

static GtkWidget *
make_move_button (const char *icon, const char *tooltip, guint from, int by)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  atlas_access_name_controls (button);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.move-column");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ui)", from, by);
  return button;
}

/* The keyboard cannot reach the headings of a column view. */
static GtkWidget *
make_sort_button (const char *icon,
                  const char *tooltip,
                  guint column,
                  gboolean descending)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  atlas_access_name_controls (button);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.sort");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ub)", column,
                                    descending);

  return button;
}

/**
 * atlas_table_view_fill_chooser:
 * @self: a view
 *
 * Fills the list of columns to choose from, when it is shown.
 */
void
atlas_table_view_fill_chooser (AtlasTableView *self)
{
  const guint *order = atlas_table_get_column_order (self->table);
  guint i;

  empty_box (self->columns_box);
  for (i = 0; i < self->columns->len; i++)
    {
      const AtlasColumn *column =
          atlas_table_get_column (self->table, order[i]);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *check =
          gtk_check_button_new_with_label (atlas_column_get_title (column));

      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (check),
          atlas_table_get_column_visible (self->table, order[i]));
      gtk_widget_set_hexpand (check, TRUE);
      gtk_widget_set_tooltip_text (check,
                                   atlas_column_get_description (column));
      g_object_set_data (G_OBJECT (check), "atlas-column",
                         GUINT_TO_POINTER (order[i]));
      g_signal_connect_swapped (check, "toggled",
                                G_CALLBACK (on_column_toggled), self);
      gtk_box_append (GTK_BOX (row), check);
      gtk_box_append (
          GTK_BOX (row),
          make_move_button ("go-up-symbolic", _ ("Move Left"), order[i], -1));
      gtk_box_append (
          GTK_BOX (row),
          make_move_button ("go-down-symbolic", _ ("Move Right"), order[i], 1));
      gtk_box_append (GTK_BOX (row),
                      make_sort_button ("view-sort-ascending-symbolic",
                                        _ ("Sort Ascending"), order[i], FALSE));
      gtk_box_append (GTK_BOX (row),
                      make_sort_button ("view-sort-descending-symbolic",
                                        _ ("Sort Descending"), order[i], TRUE));
      gtk_box_append (self->columns_box, row);
    }
}

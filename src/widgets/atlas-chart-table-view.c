/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-table-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-access.h"
#include "atlas-columns.h"

/* Widths of columns, in characters. */
#define MIN_CHARS 6
#define MAX_CHARS 44

struct _AtlasChartTableView
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *view;
  AtlasChartTable *table;
};

G_DEFINE_FINAL_TYPE (AtlasChartTableView,
                     atlas_chart_table_view,
                     GTK_TYPE_WIDGET)

/* Which column a factory fills: kept as a number plus one. */
static guint
get_column (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column")) - 1;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          AtlasChartTableView *self)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  guint column = get_column (factory);

  g_assert (ATLAS_IS_CHART_TABLE_VIEW (self));

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), MIN_CHARS);
  if (self->table != NULL
      && column < atlas_chart_table_get_n_columns (self->table)
      && atlas_chart_table_is_numeric (self->table, column))
    {
      gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), 1.0f);
      gtk_widget_add_css_class (cell, "numeric");
    }
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         AtlasChartTableView *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  guint row = gtk_list_item_get_position (item);
  guint column = get_column (factory);
  const char *text;

  g_assert (ATLAS_IS_CHART_TABLE_VIEW (self));

  if (self->table == NULL || row >= atlas_chart_table_get_n_rows (self->table))
    return;

  text = atlas_chart_table_get_cell (self->table, row, column)->text;
  if (gtk_inscription_get_xalign (GTK_INSCRIPTION (cell)) > 0.0f)
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  else
    atlas_columns_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, *text != '\0' ? text : NULL);
  atlas_access_name_cells (cell);
}

static guint
find_width (const AtlasChartTable *table, guint column)
{
  glong widest =
      g_utf8_strlen (atlas_chart_table_get_title (table, column), -1) + 2;
  guint row;

  for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    {
      const AtlasCell *cell = atlas_chart_table_get_cell (table, row, column);

      widest = MAX (widest, g_utf8_strlen (cell->text, -1));
    }

  return (guint) CLAMP (widest, MIN_CHARS, MAX_CHARS);
}

static void
add_column (AtlasChartTableView *self, guint column)
{
  const char *title = atlas_chart_table_get_title (self->table, column);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;

  g_object_set_data (G_OBJECT (factory), "column",
                     GUINT_TO_POINTER (column + 1));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);

  added = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_fixed_width (
      added, atlas_columns_fit_heading (
                 GTK_WIDGET (self->view), title,
                 (int) find_width (self->table, column) * 9 + 24));
  atlas_columns_append (self->view, added);
}

static void
clear_columns (AtlasChartTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column =
          g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* One item for each row; what it shows is found by its position. */
static GtkSelectionModel *
create_rows (const AtlasChartTable *table)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  guint row;

  for (row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    gtk_string_list_append (
        rows, atlas_chart_table_get_n_columns (table) > 0
                  ? atlas_chart_table_get_cell (table, row, 0)->text
                  : "");

  return GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (rows)));
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasChartTableView *self = ATLAS_CHART_TABLE_VIEW (widget);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GBytes) tsv = NULL;
  g_autoptr (GBytes) html = NULL;
  GdkContentProvider *offers[2];
  char *text;

  if (self->table == NULL)
    return;

  text = atlas_chart_table_to_tsv (self->table);
  tsv = g_bytes_new_take (text, strlen (text));
  text = atlas_chart_table_to_html (self->table);
  html = g_bytes_new_take (text, strlen (text));
  offers[0] =
      gdk_content_provider_new_for_bytes ("text/plain;charset=utf-8", tsv);
  offers[1] = gdk_content_provider_new_for_bytes ("text/html", html);
  content = gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

static void
atlas_chart_table_view_dispose (GObject *object)
{
  AtlasChartTableView *self = ATLAS_CHART_TABLE_VIEW (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->table, atlas_chart_table_free);

  G_OBJECT_CLASS (atlas_chart_table_view_parent_class)->dispose (object);
}

static void
atlas_chart_table_view_class_init (AtlasChartTableViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_chart_table_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "chart-table.copy", NULL,
                                   on_copy);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart-table.copy", NULL);
}

static void
atlas_chart_table_view_init (AtlasChartTableView *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  atlas_access_name_table (self->view, _ ("Table"));

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled),
                                 GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  atlas_columns_prepare (self->view);
}

/**
 * atlas_chart_table_view_new:
 *
 * Returns: a view without a table
 */
GtkWidget *
atlas_chart_table_view_new (void)
{
  return g_object_new (ATLAS_TYPE_CHART_TABLE_VIEW, NULL);
}

/**
 * atlas_chart_table_view_take_table:
 * @self: a view
 * @table: (transfer full) (nullable): what to show
 *
 * Shows another table.
 */
void
atlas_chart_table_view_take_table (AtlasChartTableView *self,
                                   AtlasChartTable *table)
{
  guint column;

  g_return_if_fail (ATLAS_IS_CHART_TABLE_VIEW (self));

  gtk_column_view_set_model (self->view, NULL);
  clear_columns (self);
  g_clear_pointer (&self->table, atlas_chart_table_free);
  self->table = table;
  if (table == NULL)
    return;

  for (column = 0; column < atlas_chart_table_get_n_columns (table); column++)
    add_column (self, column);
  atlas_columns_fill_view (self->view);
  if (atlas_chart_table_get_n_columns (table) > 0)
    {
      g_autoptr (GtkSelectionModel) rows = create_rows (table);

      gtk_column_view_set_model (self->view, rows);
    }
}

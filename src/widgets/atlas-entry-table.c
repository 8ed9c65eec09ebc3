/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-entry-table.h"

#include <string.h>

#include "atlas-access.h"
#include "atlas-cell.h"
#include "atlas-columns.h"

struct _AtlasEntryTable
{
  GtkWidget parent_instance;

  GtkColumnView *column_view;
  GtkWidget *scrolled;
  AtlasSession *session;
  AtlasFormat format;
  AtlasCellPen *pen;
};

G_DEFINE_FINAL_TYPE (AtlasEntryTable, atlas_entry_table, GTK_TYPE_WIDGET)

/* The columns that a profile itself prints. */
static const struct
{
  const char *id;
  int width;
} own_columns[] = {
  { "rank", 50 },
  { "name", -1 },
  { "count", 78 },
  { "share", 80 },
};

static void
on_cell_setup (GtkSignalListItemFactory *factory,
               GtkListItem *list_item,
               AtlasEntryTable *self)
{
  const AtlasColumn *column =
      g_object_get_data (G_OBJECT (factory), "atlas-column");

  gtk_list_item_set_child (list_item, atlas_cell_new (column, self->pen));
}

static void
on_cell_bind (GtkSignalListItemFactory *factory,
              GtkListItem *list_item,
              AtlasEntryTable *self)
{
  const AtlasColumn *column =
      g_object_get_data (G_OBJECT (factory), "atlas-column");
  g_auto (AtlasValue) value = ATLAS_VALUE_INIT;

  atlas_column_get_value (
      column, atlas_row_get_data (gtk_list_item_get_item (list_item)),
      atlas_session_get_aliases (self->session), &value);
  atlas_cell_set_value (ATLAS_CELL (gtk_list_item_get_child (list_item)),
                        &self->format, &value);
  atlas_access_name_cells (gtk_list_item_get_child (list_item));
}

static void
on_activate (AtlasEntryTable *self, guint position)
{
  GListModel *model =
      G_LIST_MODEL (gtk_column_view_get_model (self->column_view));
  g_autoptr (AtlasRow) row = g_list_model_get_item (model, position);
  const AtlasEntry *entry;

  if (row == NULL)
    return;

  entry = atlas_row_get_data (row)->item;
  if (entry->line > 0)
    g_signal_emit_by_name (self, "line-activated", (guint) entry->line);
}

static void
atlas_entry_table_dispose (GObject *object)
{
  AtlasEntryTable *self = ATLAS_ENTRY_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  self->column_view = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_entry_table_parent_class)->dispose (object);
}

static void
atlas_entry_table_finalize (GObject *object)
{
  g_clear_pointer (&ATLAS_ENTRY_TABLE (object)->pen, atlas_cell_pen_unref);

  G_OBJECT_CLASS (atlas_entry_table_parent_class)->finalize (object);
}

static void
atlas_entry_table_class_init (AtlasEntryTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_entry_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_entry_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass),
                                            GTK_TYPE_BIN_LAYOUT);

  g_signal_new ("line-activated", ATLAS_TYPE_ENTRY_TABLE, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
atlas_entry_table_init (AtlasEntryTable *self)
{
  self->column_view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->pen = atlas_cell_pen_new (GTK_WIDGET (self->column_view));
  atlas_format_init_for_locale (&self->format);
  gtk_widget_set_overflow (GTK_WIDGET (self->column_view), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self->column_view),
                            "atlas-entry-table");
  atlas_columns_prepare (self->column_view);
  /* In a narrow window long headings have no room beside each other. */
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (
      GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled),
                                 GTK_WIDGET (self->column_view));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_swapped (self->column_view, "activate",
                            G_CALLBACK (on_activate), self);
}

static void
add_column (AtlasEntryTable *self, const AtlasColumn *column, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "atlas-column", (gpointer) column);
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), self);
  view_column =
      gtk_column_view_column_new (atlas_column_get_title (column), factory);
  gtk_column_view_column_set_expand (view_column, width < 0);
  gtk_column_view_column_set_fixed_width (
      view_column,
      width < 0 ? width
                : atlas_columns_fit_heading (
                    GTK_WIDGET (self), atlas_column_get_title (column), width));
  atlas_columns_append (self->column_view, view_column);
}

/**
 * atlas_entry_table_new:
 * @session: what is looked at
 * @document: a document
 * @kind: applicants for patents, publishers for articles
 *
 * Returns: (transfer floating): a table of its rows, as printed
 */
GtkWidget *
atlas_entry_table_new (AtlasSession *session,
                       AtlasDocument *document,
                       AtlasKind kind)
{
  AtlasEntryTable *self = g_object_new (ATLAS_TYPE_ENTRY_TABLE, NULL);
  const AtlasProfile *profile = atlas_document_get_profile (document);
  AtlasTableKind table =
      kind == ATLAS_PATENTS ? ATLAS_TABLE_APPLICANTS : ATLAS_TABLE_PUBLISHERS;
  GListStore *rows = g_list_store_new (ATLAS_TYPE_ROW);
  g_autoptr (GtkNoSelection) selection = NULL;
  const AtlasColumn *columns;
  guint n_columns, i, j;

  self->session = g_object_ref (session);
  columns = atlas_columns_get (table, &n_columns);
  for (i = 0; i < G_N_ELEMENTS (own_columns); i++)
    for (j = 0; j < n_columns; j++)
      if (strcmp (columns[j].id, own_columns[i].id) == 0)
        add_column (self, &columns[j], own_columns[i].width);

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      const AtlasRowData data = { G_OBJECT (document),
                                  &profile->entries[kind][i], i, kind };
      g_autoptr (AtlasRow) row = atlas_row_new (&data);

      g_list_store_append (rows, row);
    }
  selection = gtk_no_selection_new (G_LIST_MODEL (rows));
  gtk_column_view_set_model (self->column_view,
                             GTK_SELECTION_MODEL (selection));
  atlas_access_name_table (self->column_view,
                           atlas_table_kind_get_title (table));

  return GTK_WIDGET (self);
}

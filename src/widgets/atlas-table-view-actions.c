/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-table-view-private.h"

static GdkContentProvider *
make_text_provider (const char *mime_type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime_type, bytes);
}

/* One offer: whoever pastes takes the form that suits. */
static void
copy (AtlasTableView *self, gboolean headers)
{
  GdkContentProvider *forms[3];
  g_autoptr (GdkContentProvider) all = NULL;
  g_autofree char *tsv =
      atlas_table_to_tsv (self->table, ATLAS_ROWS_SELECTED, headers);

  forms[0] = make_text_provider (
      "text/html",
      atlas_table_to_html (self->table, ATLAS_ROWS_SELECTED, headers));
  forms[1] = make_text_provider ("text/tab-separated-values", g_strdup (tsv));
  forms[2] = gdk_content_provider_new_typed (G_TYPE_STRING, tsv);
  all = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (ATLAS_TABLE_VIEW (widget), FALSE);
}

static void
copy_with_headers_action (GtkWidget *widget,
                          const char *name,
                          GVariant *parameter)
{
  copy (ATLAS_TABLE_VIEW (widget), TRUE);
}

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);

  atlas_table_reset_layout (self->table);
  if (gtk_widget_get_visible (GTK_WIDGET (self->columns_popover)))
    atlas_table_view_fill_chooser (self);
}

static void
sort_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint column;
  gboolean descending;

  g_variant_get (parameter, "(ub)", &column, &descending);
  atlas_table_sort_by (ATLAS_TABLE_VIEW (widget)->table, column, descending);
}

static void
count_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);

  self->counted = g_variant_get_int32 (parameter);
  gtk_popover_popdown (self->statistics_popover);
  atlas_table_view_update_footer (self);
}

static void
hide_column_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);

  atlas_table_set_column_visible (self->table, g_variant_get_uint32 (parameter),
                                  FALSE);
}

static void
move_column_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);
  const guint *order = atlas_table_get_column_order (self->table);
  guint n = atlas_table_get_n_columns (self->table);
  guint column, position;
  int by, to;

  g_variant_get (parameter, "(ui)", &column, &by);
  for (position = 0; position < n && order[position] != column; position++)
    ;
  to = CLAMP ((int) position + by, 0, (int) n - 1);
  atlas_table_move_column (self->table, column, (guint) to);
  if (gtk_widget_get_visible (GTK_WIDGET (self->columns_popover)))
    atlas_table_view_fill_chooser (self);
}

static gboolean
take_first (AtlasTable *table, const AtlasRowData *row, gpointer user_data)
{
  *(AtlasRowData *) user_data = *row;
  return FALSE;
}

/* The first selected row. */
static gboolean
get_selected_row (AtlasTableView *self, AtlasRowData *row)
{
  memset (row, 0, sizeof *row);
  atlas_table_foreach_selected (self->table, take_first, row);

  return row->item != NULL;
}

static guint32
get_line (AtlasTableView *self, const AtlasRowData *row)
{
  guint i;

  /* The first value of a row that was printed somewhere tells where. */
  for (i = 0; i < atlas_table_get_n_columns (self->table); i++)
    {
      g_auto (AtlasValue) value = ATLAS_VALUE_INIT;

      atlas_table_get_value (self->table, row, i, &value);
      if (value.line > 0)
        return value.line;
    }

  return 0;
}

static void
show_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);
  AtlasDocument *document;
  AtlasRowData row;

  if (!get_selected_row (self, &row))
    return;

  document = atlas_row_data_get_document (&row);
  if (document != NULL && atlas_document_get_file (document) != NULL)
    g_signal_emit_by_name (
        self, "show-source", atlas_document_get_file (document),
        atlas_document_get_profile (document)->source, get_line (self, &row));
}

static gboolean
take_document (AtlasTable *table, const AtlasRowData *row, gpointer user_data)
{
  GPtrArray *documents = user_data;
  AtlasDocument *document = atlas_row_data_get_document (row);

  if (document != NULL
      && (documents->len == 0
          || documents->pdata[documents->len - 1] != document))
    g_ptr_array_add (documents, g_object_ref (document));

  return TRUE;
}

/* The documents of the selected rows, each once. */
static GPtrArray *
get_selected_documents (AtlasTableView *self)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);

  atlas_table_foreach_selected (self->table, take_document, documents);

  return documents;
}

static void
pin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);
  g_autoptr (GPtrArray) documents = get_selected_documents (self);

  atlas_session_pin_documents (self->session,
                               (AtlasDocument *const *) documents->pdata,
                               documents->len, strcmp (name, "table.pin") == 0);
  atlas_table_view_update_actions (self);
}

static void
hide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);
  g_autoptr (GPtrArray) documents = get_selected_documents (self);

  atlas_session_hide_documents (
      self->session, (AtlasDocument *const *) documents->pdata, documents->len);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);
  g_autoptr (GPtrArray) documents = get_selected_documents (self);

  atlas_session_remove_documents (
      self->session, (AtlasDocument *const *) documents->pdata, documents->len);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (widget, "export", g_variant_get_boolean (parameter));
}

/**
 * atlas_table_view_install_actions:
 * @widget_class: the class of table views
 */
void
atlas_table_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "table.copy", NULL, copy_action },
    { "table.copy-with-headers", NULL, copy_with_headers_action },
    { "table.reset", NULL, reset_action },
    { "table.sort", "(ub)", sort_action },
    { "table.count", "i", count_action },
    { "table.hide-column", "u", hide_column_action },
    { "table.move-column", "(ui)", move_column_action },
    { "table.show-source", NULL, show_source_action },
    { "table.pin", NULL, pin_action },
    { "table.unpin", NULL, pin_action },
    { "table.hide", NULL, hide_action },
    { "table.remove", NULL, remove_action },
    { "table.export", "b", export_action },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter, actions[i].activate);
}

/**
 * atlas_table_view_update_actions:
 * @self: a view
 *
 * Enables what can be done with the selected rows.
 */
void
atlas_table_view_update_actions (AtlasTableView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AtlasTableKind kind = atlas_table_get_kind (self->table);
  AtlasDocument *document = NULL;
  AtlasRowData row;
  gboolean any = get_selected_row (self, &row);
  gboolean pinned;

  if (any)
    document = atlas_row_data_get_document (&row);
  pinned =
      document != NULL && atlas_session_is_pinned (self->session, document);

  gtk_widget_action_set_enabled (widget, "table.copy", any);
  gtk_widget_action_set_enabled (widget, "table.copy-with-headers", any);
  gtk_widget_action_set_enabled (widget, "table.show-source", document != NULL);
  gtk_widget_action_set_enabled (widget, "table.pin",
                                 document != NULL && !pinned);
  gtk_widget_action_set_enabled (widget, "table.unpin", pinned);
  gtk_widget_action_set_enabled (widget, "table.hide", document != NULL);
  gtk_widget_action_set_enabled (
      widget, "table.remove", document != NULL && kind == ATLAS_TABLE_PROFILES);
}

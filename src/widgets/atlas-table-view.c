/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-view.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-columns.h"
#include "atlas-table-view-private.h"

G_DEFINE_FINAL_TYPE (AtlasTableView, atlas_table_view, GTK_TYPE_WIDGET)

/* A list keeps the row in sight that was the first one when few were there:
 * while a folder is read the first rows are wanted, until somebody has gone
 * elsewhere. */
static void
rewind_rows (AtlasTableView *self)
{
  GtkAdjustment *rows =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->column_view));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->column_view)) == NULL)
    gtk_adjustment_set_value (rows, gtk_adjustment_get_lower (rows));
  else
    self->rewind = FALSE;

  if (!atlas_session_get_loading (self->session)
      && !atlas_table_get_busy (self->table))
    self->rewind = FALSE;
}

/* Rows that are being read or sorted are not said to be missing. */
static const char *
get_page (AtlasTableView *self)
{
  gboolean loading = atlas_session_get_loading (self->session);

  if (atlas_table_get_n_rows (self->table) > 0)
    return "rows";
  if (atlas_table_get_busy (self->table))
    return loading ? "loading" : gtk_stack_get_visible_child_name (self->stack);
  if (atlas_table_get_n_total (self->table) > 0)
    return "nothing-found";

  return loading ? "loading" : "empty";
}

/* Whoever has opened profiles sees the figures of the first one, not a pane
 * that asks for a selection. */
static void
offer_first_row (AtlasTableView *self)
{
  if (!self->offer_first || atlas_session_get_loading (self->session)
      || atlas_table_get_busy (self->table)
      || atlas_table_get_n_rows (self->table) == 0)
    return;

  self->offer_first = FALSE;
  if (atlas_session_get_n_selected (self->session) == 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->table), 0,
                                     TRUE);
}

static void
show_page (AtlasTableView *self, const char *page)
{
  /* An icon is read as soon as it is named, and the first frame does not show
   * this one: no other has to be drawn for it. */
  if (g_str_equal (page, "nothing-found"))
    adw_status_page_set_icon_name (self->nothing_found,
                                   "system-search-symbolic");
  gtk_stack_set_visible_child_name (self->stack, page);
}

static gboolean
update (gpointer user_data)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (user_data);

  self->update_id = 0;
  show_page (self, get_page (self));
  if (self->rewind)
    rewind_rows (self);
  offer_first_row (self);
  atlas_table_view_update_footer (self);
  atlas_table_view_update_actions (self);

  return G_SOURCE_REMOVE;
}

/* Many rows may be selected or change at once; the footer follows once. */
static void
queue_update (AtlasTableView *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update, self);
}

static void
on_row_activated (AtlasTableView *self, guint position)
{
  g_autoptr (GObject) item =
      g_list_model_get_item (G_LIST_MODEL (self->table), position);

  if (item != NULL)
    g_signal_emit_by_name (self, "row-activated", item);
}

static void
open_row_menu (AtlasTableView *self, double x, double y)
{
  const GdkRectangle spot = { (int) x, (int) y, 1, 1 };

  atlas_table_view_update_actions (self);
  gtk_popover_set_pointing_to (self->row_menu, &spot);
  gtk_popover_popup (self->row_menu);
}

static void
on_secondary_click (AtlasTableView *self,
                    int n_press,
                    double x,
                    double y,
                    GtkGesture *gesture)
{
  double own_x, own_y;

  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->column_view),
                                        GTK_WIDGET (self), x, y, &own_x,
                                        &own_y))
    open_row_menu (self, own_x, own_y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = gtk_root_get_focus (root);
  double x = 0.0;
  double y = 0.0;

  if (focus != NULL)
    gtk_widget_translate_coordinates (focus, widget, 24.0,
                                      gtk_widget_get_height (focus), &x, &y);
  open_row_menu (self, x, y);
  return TRUE;
}

static void
atlas_table_view_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  GTK_WIDGET_CLASS (atlas_table_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (ATLAS_TABLE_VIEW (widget)->row_menu);
}

static gboolean
atlas_table_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      GTK_WIDGET (ATLAS_TABLE_VIEW (widget)->column_view));
}

static void
atlas_table_view_dispose (GObject *object)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_data (self->table, self);
  if (self->column_view != NULL)
    {
      g_signal_handlers_disconnect_by_data (
          gtk_column_view_get_columns (self->column_view), self);
      gtk_column_view_set_model (self->column_view, NULL);
      self->column_view = NULL;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->slots);
  g_clear_object (&self->table);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_table_view_parent_class)->dispose (object);
}

static void
atlas_table_view_finalize (GObject *object)
{
  AtlasTableView *self = ATLAS_TABLE_VIEW (object);

  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->pen, atlas_cell_pen_unref);

  G_OBJECT_CLASS (atlas_table_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasTableView, name)
  BIND (stack);
  BIND (nothing_found);
  BIND (column_view);
  BIND (count_label);
  BIND (order_label);
  BIND (statistics_label);
  BIND (statistics_button);
  BIND (statistics_popover);
  BIND (statistics_box);
  BIND (columns_button);
  BIND (columns_popover);
  BIND (columns_box);
  BIND (row_menu);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
add_shortcuts (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } shortcuts[] = {
    { GDK_KEY_c, GDK_CONTROL_MASK, "table.copy" },
    { GDK_KEY_Insert, GDK_CONTROL_MASK, "table.copy" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "table.copy-with-headers" },
    { GDK_KEY_Delete, 0, "table.remove" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_widget_class_add_binding_action (widget_class, shortcuts[i].key,
                                         shortcuts[i].modifiers,
                                         shortcuts[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key,
                                NULL);
}

static void
atlas_table_view_class_init (AtlasTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_table_view_dispose;
  object_class->finalize = atlas_table_view_finalize;
  widget_class->size_allocate = atlas_table_view_size_allocate;
  widget_class->grab_focus = atlas_table_view_grab_focus;

  g_signal_new ("show-source", ATLAS_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_FILE, G_TYPE_STRING,
                G_TYPE_UINT);
  g_signal_new ("export", ATLAS_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_signal_new ("row-activated", ATLAS_TYPE_TABLE_VIEW, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-table-view.ui");
  bind_children (widget_class);
  atlas_table_view_install_actions (widget_class);
  add_shortcuts (widget_class);
}

static void
atlas_table_view_init (AtlasTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->counted = -1;
  atlas_format_init_for_locale (&self->format);
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  self->cells = g_hash_table_new (NULL, NULL);
  self->pen = atlas_cell_pen_new (GTK_WIDGET (self->column_view));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_secondary_click),
                            self);
  gtk_widget_add_controller (GTK_WIDGET (self->column_view),
                             GTK_EVENT_CONTROLLER (click));
}

static void
on_loading (AtlasTableView *self)
{
  if (atlas_session_get_loading (self->session)
      && atlas_table_get_n_rows (self->table) == 0)
    self->rewind = TRUE;
  if (atlas_session_get_loading (self->session)
      && atlas_table_get_kind (self->table) == ATLAS_TABLE_PROFILES)
    self->offer_first = TRUE;
  queue_update (self);
}

static void
on_layout_changed (AtlasTableView *self)
{
  atlas_table_view_take_layout (self);
  queue_update (self);
}

static void
on_order_changed (AtlasTableView *self)
{
  atlas_table_view_take_order (self);
  queue_update (self);
}

/**
 * atlas_table_view_new:
 * @session: what is looked at
 * @kind: which of its tables
 *
 * Returns: (transfer floating): a view of the table
 */
GtkWidget *
atlas_table_view_new (AtlasSession *session, AtlasTableKind kind)
{
  AtlasTableView *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind < ATLAS_N_TABLES, NULL);

  self = g_object_new (ATLAS_TYPE_TABLE_VIEW, NULL);
  self->session = g_object_ref (session);
  self->table = g_object_ref (atlas_session_get_table (session, kind));
  atlas_access_name_table (self->column_view,
                           atlas_table_kind_get_title (kind));

  atlas_table_view_init_columns (self);
  atlas_columns_prepare (self->column_view);
  g_signal_connect_object (session, "notify::loading", G_CALLBACK (on_loading),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->table, "layout-changed",
                            G_CALLBACK (on_layout_changed), self);
  g_signal_connect_swapped (self->table, "order-changed",
                            G_CALLBACK (on_order_changed), self);
  g_signal_connect_swapped (self->table, "refreshed", G_CALLBACK (queue_update),
                            self);
  g_signal_connect_swapped (self->table, "notify::busy",
                            G_CALLBACK (queue_update), self);
  g_signal_connect_swapped (self->table, "selection-changed",
                            G_CALLBACK (queue_update), self);

  self->slots = atlas_row_slots_new (self->table);
  g_signal_connect_object (self->slots, "rows-changed",
                           G_CALLBACK (atlas_table_view_renew_rows), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->column_view,
                             GTK_SELECTION_MODEL (self->slots));
  self->offer_first =
      kind == ATLAS_TABLE_PROFILES && atlas_session_get_loading (session);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * atlas_table_view_get_table:
 * @self: a view
 *
 * Returns: (transfer none): the table that it shows
 */
AtlasTable *
atlas_table_view_get_table (AtlasTableView *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_VIEW (self), NULL);

  return self->table;
}

/**
 * atlas_table_view_get_column_view:
 * @self: a view
 *
 * Returns: (transfer none): the column view in it
 */
GtkColumnView *
atlas_table_view_get_column_view (AtlasTableView *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_VIEW (self), NULL);

  return self->column_view;
}

/**
 * atlas_table_view_get_statistics_text:
 * @self: a view
 *
 * Returns: (transfer none): what the footer says of the selected rows
 */
const char *
atlas_table_view_get_statistics_text (AtlasTableView *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_VIEW (self), NULL);

  return gtk_label_get_text (self->statistics_label);
}

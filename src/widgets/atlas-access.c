/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-access.h"

#include <adwaita.h>
#include <string.h>

#include "atlas-cell.h"
#include "atlas-choices.h"
#include "atlas-columns.h"

/* What GTK 4.8 does not tell assistive technology by itself: the name of a
 * button that shows a picture only, of the button inside a menu button or a
 * drop-down, and what stands in the row that has the focus. */

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_button (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  /* The name is said from the label inside; GTK 4.8 would say it a second
   * time, with the underline of its mnemonic. */
  if (gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    {
      if (gtk_button_get_use_underline (GTK_BUTTON (widget)))
        gtk_accessible_reset_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL);
    }
  else if (tooltip != NULL)
    set_name (widget, tooltip);
}

/* Without the underline of its mnemonic. */
static void
set_plain_name (GtkWidget *widget, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);
  g_autofree char *plain = g_strjoinv ("", parts);

  set_name (widget, plain);
}

static void
name_check_button (GtkWidget *widget)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (widget);
  const char *label = gtk_check_button_get_label (button);

  if (label != NULL && gtk_check_button_get_use_underline (button))
    set_plain_name (widget, label);
}

/* The keyboard is on the button inside, which is named after the outer one. */
static void
name_menu_button (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  const char *label = gtk_menu_button_get_label (GTK_MENU_BUTTON (widget));

  if (label != NULL)
    set_plain_name (widget, label);
  else if (tooltip != NULL)
    set_name (widget, tooltip);
}

static void
name_split_button (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (adw_split_button_get_label (ADW_SPLIT_BUTTON (widget)) == NULL
      && tooltip != NULL)
    set_name (gtk_widget_get_first_child (widget), tooltip);
}

/* The name is what is chosen for, the description what is chosen. */
static void
on_drop_down_selected (GtkWidget *widget)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (widget);
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  GtkWidget *inner = gtk_widget_get_first_child (widget);
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  g_auto (GValue) value = G_VALUE_INIT;
  const char *chosen = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    chosen = gtk_string_object_get_string (item);
  else if (item != NULL && expression != NULL
           && gtk_expression_evaluate (expression, item, &value)
           && G_VALUE_HOLDS_STRING (&value))
    chosen = g_value_get_string (&value);

  if (chosen != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chosen,
                                    -1);
}

/* The keyboard is on the button inside: it is named by the label that stands
 * beside the drop-down, or else after its tooltip. */
static void
name_drop_down (GtkWidget *widget)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);
  GtkWidget *inner = gtk_widget_get_first_child (widget);
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  if (labels != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (inner),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    labels->data, NULL, -1);
  else if (tooltip != NULL)
    set_name (inner, tooltip);
  g_signal_handlers_disconnect_by_func (widget, on_drop_down_selected, NULL);
  g_signal_connect (widget, "notify::selected-item",
                    G_CALLBACK (on_drop_down_selected), NULL);
  on_drop_down_selected (widget);
}

/**
 * atlas_access_name_controls:
 * @widget: a widget, its children already in it
 *
 * Names each button in @widget that shows no text after its tooltip, and each
 * drop-down after the label beside it or its own tooltip; rows to choose from
 * show their choices in full. To be called again when a tooltip changes.
 */
void
atlas_access_name_controls (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    atlas_access_name_controls (child);

  if (GTK_IS_BUTTON (widget))
    name_button (widget);
  else if (GTK_IS_CHECK_BUTTON (widget))
    name_check_button (widget);
  else if (GTK_IS_MENU_BUTTON (widget))
    name_menu_button (widget);
  else if (ADW_IS_SPLIT_BUTTON (widget))
    name_split_button (widget);
  else if (GTK_IS_DROP_DOWN (widget))
    name_drop_down (widget);
  else if (ADW_IS_COMBO_ROW (widget))
    atlas_choices_show_whole (ADW_COMBO_ROW (widget));
}

/**
 * atlas_access_name_table:
 * @view: a column view
 * @name: what its rows are
 *
 * Names @view, and the parts of it that assistive technology sees as lists.
 */
void
atlas_access_name_table (GtkColumnView *view, const char *name)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  set_name (GTK_WIDGET (view), name);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_name (child, name);
}

/**
 * atlas_access_dup_directed:
 * @sentence: (nullable): a sentence that may begin with a name
 *
 * A label takes the direction of the first letter, even of one in an isolated
 * name: where one reads from right to left a mark that cannot be seen goes
 * before it.
 *
 * Returns: (transfer full) (nullable): @sentence, to be shown by a label
 */
char *
atlas_access_dup_directed (const char *sentence)
{
  if (sentence == NULL
      || gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_strdup (sentence);

  return g_strconcat ("\342\200\217", sentence, NULL);
}

/* The row of a list, or of a column view, that @cell is in. */
static GtkWidget *
find_row (GtkWidget *cell)
{
  GtkWidget *row = gtk_widget_get_parent (cell);

  if (row != NULL
      && strcmp (G_OBJECT_TYPE_NAME (row), "GtkColumnViewCell") == 0)
    row = gtk_widget_get_parent (row);

  return row;
}

/**
 * atlas_access_name_row:
 * @cell: what a factory made for an item of a list or of a column view
 * @name: what the row is about
 *
 * Names the row that @cell is in. The row takes the keyboard, and GTK 4.8 has
 * no other way to name it.
 */
void
atlas_access_name_row (GtkWidget *cell, const char *name)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_WIDGET (cell));

  row = find_row (cell);
  if (row != NULL)
    set_name (row, name != NULL ? name : "");
}

static const char *
get_text (GtkWidget *cell)
{
  if (ATLAS_IS_CELL (cell))
    return atlas_cell_get_text (ATLAS_CELL (cell));
  if (GTK_IS_INSCRIPTION (cell))
    return gtk_inscription_get_text (GTK_INSCRIPTION (cell));
  if (GTK_IS_LABEL (cell))
    return gtk_label_get_text (GTK_LABEL (cell));
  return NULL;
}

/**
 * atlas_access_name_cells:
 * @cell: a cell of a column view, just filled
 *
 * Once the last cell of a row is filled, names the row after the texts of all
 * of them.
 */
void
atlas_access_name_cells (GtkWidget *cell)
{
  gboolean mirrored = atlas_columns_are_mirrored ();
  GtkWidget *holder;
  GtkWidget *row;
  GString *name;

  g_return_if_fail (GTK_IS_WIDGET (cell));

  holder = gtk_widget_get_parent (cell);
  if (holder == NULL || gtk_widget_get_next_sibling (holder) != NULL)
    return;

  row = gtk_widget_get_parent (holder);
  if (row == NULL)
    return;

  name = g_string_new (NULL);
  /* In the order that one reads them in. */
  for (holder = mirrored ? gtk_widget_get_last_child (row)
                         : gtk_widget_get_first_child (row);
       holder != NULL; holder = mirrored ? gtk_widget_get_prev_sibling (holder)
                                         : gtk_widget_get_next_sibling (holder))
    {
      GtkWidget *content = gtk_widget_get_first_child (holder);
      const char *text = content != NULL ? get_text (content) : NULL;

      if (text == NULL || *text == '\0')
        continue;
      /* A screen reader pauses there in every language. */
      if (name->len > 0)
        g_string_append (name, "; ");
      g_string_append (name, text);
    }
  set_name (row, name->str);
  g_string_free (name, TRUE);
}

/**
 * atlas_access_set_tip:
 * @widget: what is told anew now and then
 * @text: (nullable): its tooltip, %NULL for none
 *
 * Sets a tooltip that may be the one it has. GTK would ask the display where
 * the pointer is each time, and wait for the answer.
 */
void
atlas_access_set_tip (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

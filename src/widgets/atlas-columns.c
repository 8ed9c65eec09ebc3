/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-columns.h"

/* GTK 4.8 scrolls headings and rows of a column view to opposite sides where
 * one reads from right to left, so that headings stand above other columns'
 * values. To GTK the columns therefore always run from left to right. Where
 * one reads the other way they are put in in opposite order, which is what a
 * mirrored view would look like, and the view begins at its right end. */

/* Room beside the text of a heading: the padding of Adwaita's, and what shows
 * the order. */
#define PADDING 24
#define SORT_ARROW 18

#define RIGHT_TO_LEFT_MARK "\342\200\217"
#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_ISOLATE "\342\201\251"

/**
 * atlas_columns_are_mirrored:
 *
 * Returns: whether the first column of a view stands at the right
 */
gboolean
atlas_columns_are_mirrored (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/**
 * atlas_columns_get_position:
 * @number: number of a column as one reads, from 0
 * @n_columns: how many there are
 *
 * Returns: its position in the view, and the other way round
 */
guint
atlas_columns_get_position (guint number, guint n_columns)
{
  g_return_val_if_fail (number < n_columns, 0);

  return atlas_columns_are_mirrored () ? n_columns - 1 - number : number;
}

/* Whether a view shows its right end, kept with its adjustment. */
#define AT_END "atlas-columns-at-end"

static double
get_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment)
         - gtk_adjustment_get_page_size (adjustment);
}

static void
on_value_changed (GtkAdjustment *adjustment)
{
  gboolean at_end =
      gtk_adjustment_get_value (adjustment) >= get_end (adjustment) - 1.0;

  g_object_set_data (G_OBJECT (adjustment), AT_END, GINT_TO_POINTER (at_end));
}

static gboolean
go_to_end (gpointer data)
{
  GtkAdjustment *adjustment = data;

  if (g_object_get_data (G_OBJECT (adjustment), AT_END) != NULL)
    gtk_adjustment_set_value (adjustment, get_end (adjustment));

  return G_SOURCE_REMOVE;
}

/* Sizes change while the view is allocated, when it cannot be scrolled. */
static void
on_changed (GtkAdjustment *adjustment)
{
  if (g_object_get_data (G_OBJECT (adjustment), AT_END) != NULL
      && gtk_adjustment_get_value (adjustment) < get_end (adjustment))
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, go_to_end, g_object_ref (adjustment),
                     g_object_unref);
}

static void
follow_adjustment (GtkColumnView *view)
{
  GtkAdjustment *adjustment =
      gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  if (adjustment == NULL)
    return;

  g_object_set_data (G_OBJECT (adjustment), AT_END, GINT_TO_POINTER (TRUE));
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (on_value_changed),
                    NULL);
  g_signal_connect (adjustment, "changed", G_CALLBACK (on_changed), NULL);
  on_changed (adjustment);
}

/* In GTK 4.8 a cell answers a click and its row does once more, so that a row
 * that is added to the selection with Ctrl is taken away again. Only the row is
 * to answer. Cells are looked for where one clicks: to look at each when it is
 * made would cost tables with many of them. */
static void
on_pressed (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            gpointer user_data)
{
  GtkWidget *view =
      gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != view
         && !g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkColumnViewCell"))
    widget = gtk_widget_get_parent (widget);
  if (widget != NULL && widget != view)
    {
      g_autoptr (GListModel) controllers =
          gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller =
              g_list_model_get_item (controllers, i);

          if (GTK_IS_GESTURE_CLICK (controller))
            gtk_event_controller_set_propagation_phase (controller,
                                                        GTK_PHASE_NONE);
        }
    }
}

/**
 * atlas_columns_prepare:
 * @view: a column view, just made
 *
 * Makes @view begin where one begins to read, and add the row that is clicked
 * with Ctrl to the selection.
 */
void
atlas_columns_prepare (GtkColumnView *view)
{
  GtkGesture *click;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), NULL);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  if (!atlas_columns_are_mirrored ())
    return;

  gtk_widget_set_direction (GTK_WIDGET (view), GTK_TEXT_DIR_LTR);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_direction (child, GTK_TEXT_DIR_LTR);
  g_signal_connect (view, "notify::hadjustment", G_CALLBACK (follow_adjustment),
                    NULL);
  follow_adjustment (view);
}

/**
 * atlas_columns_append:
 * @view: a column view
 * @column: the column that is read after those that it has
 */
void
atlas_columns_append (GtkColumnView *view, GtkColumnViewColumn *column)
{
  if (atlas_columns_are_mirrored ())
    gtk_column_view_insert_column (view, 0, column);
  else
    gtk_column_view_append_column (view, column);
}

/**
 * atlas_columns_fill_view:
 * @view: a column view with all its columns
 *
 * Where there is more room than the columns take, leaves it free at the end of
 * the rows: at the left where one reads from the right, for which the last
 * column grows.
 */
void
atlas_columns_fill_view (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  gboolean found = FALSE;

  if (!atlas_columns_are_mirrored ())
    return;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
          g_list_model_get_item (columns, i);
      gboolean visible = gtk_column_view_column_get_visible (column);

      gtk_column_view_column_set_expand (column, visible && !found);
      found = found || visible;
    }
}

/**
 * atlas_columns_fit_heading:
 * @view: the column view, or what it will be in
 * @heading: heading of a column
 * @width: how wide the column is to be, in pixels
 *
 * Returns: @width, or what the heading takes with its arrow where that is more
 */
int
atlas_columns_fit_heading (GtkWidget *view, const char *heading, int width)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (view, heading);
  int own;

  pango_layout_get_pixel_size (layout, &own, NULL);

  /* Headings are bold: a twelfth wider. */
  return MAX (width, own + own / 12 + PADDING + SORT_ARROW);
}

/**
 * atlas_columns_set_text:
 * @inscription: a cell
 * @text: (nullable): a name or another text
 *
 * Shows @text where rows begin. GTK 4.8 aligns an inscription by the direction
 * of its text, not of the widget: marks that are not seen make the two the
 * same.
 */
void
atlas_columns_set_text (GtkInscription *inscription, const char *text)
{
  g_autofree char *marked = NULL;

  g_return_if_fail (GTK_IS_INSCRIPTION (inscription));

  if (text != NULL && *text != '\0' && atlas_columns_are_mirrored ())
    marked = g_strconcat (RIGHT_TO_LEFT_MARK FIRST_STRONG_ISOLATE, text,
                          POP_ISOLATE, NULL);
  gtk_inscription_set_text (inscription, marked != NULL ? marked : text);
}

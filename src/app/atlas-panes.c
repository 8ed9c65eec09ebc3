/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-panes.h"

/* The panes inside @widget, in reading order; FALSE when it has none. */
static gboolean
collect_inner (GtkWidget *widget, GPtrArray *panes)
{
  gboolean found = FALSE;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_child_visible (child)
          || !gtk_widget_get_visible (child))
        continue;

      if (gtk_widget_has_css_class (child, "atlas-pane")
          || GTK_IS_PANED (widget))
        {
          /* The handle between two panes is none. */
          if (GTK_IS_PANED (widget)
              && child != gtk_paned_get_start_child (GTK_PANED (widget))
              && child != gtk_paned_get_end_child (GTK_PANED (widget)))
            continue;
          if (!collect_inner (child, panes))
            g_ptr_array_add (panes, child);
          found = TRUE;
        }
      else if (collect_inner (child, panes))
        found = TRUE;
    }

  return found;
}

/**
 * atlas_panes_move_focus:
 * @window: the window
 * @areas: (array length=n_areas): its areas, in reading order
 * @n_areas: number of @areas
 * @forward: whether to the next pane, not to the one before
 *
 * Moves the keyboard from pane to pane, round and round. A pane is a child of
 * a #GtkPaned, a widget of the style class "atlas-pane", or an area without
 * any; panes that cannot take the focus are passed over.
 *
 * Returns: whether the focus moved
 */
gboolean
atlas_panes_move_focus (GtkWindow *window,
                        GtkWidget *const *areas,
                        gsize n_areas,
                        gboolean forward)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  GtkWidget *focus;
  guint current;
  guint step;
  gsize i;

  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  for (i = 0; i < n_areas; i++)
    if (gtk_widget_get_mapped (areas[i]) && !collect_inner (areas[i], panes))
      g_ptr_array_add (panes, areas[i]);
  if (panes->len == 0)
    return FALSE;

  focus = gtk_window_get_focus (window);
  current = forward ? panes->len - 1 : 0;
  for (i = 0; i < panes->len; i++)
    {
      GtkWidget *pane = g_ptr_array_index (panes, i);

      if (focus != NULL
          && (focus == pane || gtk_widget_is_ancestor (focus, pane)))
        current = (guint) i;
    }

  for (step = 1; step < panes->len; step++)
    {
      guint n = forward ? current + step : current + panes->len - step;
      GtkWidget *pane = g_ptr_array_index (panes, n % panes->len);

      if (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        {
          gtk_window_set_focus_visible (window, TRUE);
          return TRUE;
        }
    }

  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

/* Where the keyboard is. GTK gives it to the first button of the header bar
 * when the page that had it is hidden; here it follows to the new page. */

static gboolean
is_inside (GtkWidget *focus, gpointer area)
{
  return focus != NULL
         && (focus == GTK_WIDGET (area)
             || gtk_widget_is_ancestor (focus, GTK_WIDGET (area)));
}

/* Somebody who types a search, or walks through the switcher by keyboard, is
 * left where he is. */
static gboolean
is_held (AtlasWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_get_mapped (focus)
         && (is_inside (focus, self->search_bar)
             || is_inside (focus, self->title_stack)
             || is_inside (focus, self->view_switcher_bar));
}

static GtkWidget *
get_page (AtlasWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (!is_inside (GTK_WIDGET (self->view_stack), shown))
    return shown;

  return adw_bin_get_child (
      ADW_BIN (adw_view_stack_get_visible_child (self->view_stack)));
}

/* Rows that were read are sorted before they are shown. */
#define RETRY_MS 50
#define MOST_RETRIES 100

static gboolean
move_focus (gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  gboolean visible = gtk_window_get_focus_visible (GTK_WINDOW (self));
  GtkWidget *page = get_page (self);

  self->focus_source = 0;
  if (is_held (self))
    self->focus_wanted = FALSE;
  /* A page that is not made yet, or has no rows, cannot take it: it is asked
   * again once it can. */
  else if (page != NULL && gtk_widget_grab_focus (page)
           && is_inside (gtk_window_get_focus (GTK_WINDOW (self)), page))
    self->focus_wanted = FALSE;
  else if (!atlas_feed_get_loading (self->feed)
           && self->focus_retries++ < MOST_RETRIES)
    self->focus_source = g_timeout_add (RETRY_MS, move_focus, self);
  gtk_window_set_focus_visible (GTK_WINDOW (self), visible);

  return G_SOURCE_REMOVE;
}

static void
queue_focus (AtlasWindow *self)
{
  /* After GTK has hidden the old page and moved on by itself. */
  if (self->focus_source == 0)
    self->focus_source =
        g_timeout_add_full (G_PRIORITY_LOW, 0, move_focus, self, NULL);
}

static void
on_page_changed (AtlasWindow *self)
{
  self->focus_retries = 0;
  self->focus_wanted = TRUE;
  queue_focus (self);
}

static void
on_finished (AtlasWindow *self)
{
  self->focus_retries = 0;
  if (self->focus_wanted)
    queue_focus (self);
}

/**
 * atlas_window_init_focus:
 * @self: a window that has its feed
 *
 * From now on a page that is shown takes the keyboard.
 */
void
atlas_window_init_focus (AtlasWindow *self)
{
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (on_page_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child",
                           G_CALLBACK (on_page_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "finished", G_CALLBACK (on_finished),
                           self, G_CONNECT_SWAPPED);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-editions-window.h"
#include "atlas-panes.h"

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  if (atlas_window_is_empty (self))
    return;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_undo_stack_undo (
      atlas_session_get_undo_stack (ATLAS_WINDOW (user_data)->session));
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_undo_stack_redo (
      atlas_session_get_undo_stack (ATLAS_WINDOW (user_data)->session));
}

static void
move_pane (AtlasWindow *self, gboolean forward)
{
  GtkWidget *const areas[] = {
    self->header_bar,
    GTK_WIDGET (self->search_bar),
    GTK_WIDGET (self->banner),
    GTK_WIDGET (self->stack),
    GTK_WIDGET (self->progress_revealer),
    GTK_WIDGET (self->view_switcher_bar),
  };

  atlas_panes_move_focus (GTK_WINDOW (self), areas, G_N_ELEMENTS (areas),
                          forward);
}

static void
on_next_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_pane (user_data, TRUE);
}

static void
on_previous_pane (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  move_pane (user_data, FALSE);
}

static void
on_fullscreen (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (user_data);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
on_editions (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  gtk_window_present (GTK_WINDOW (
      atlas_editions_window_new (self->session, GTK_WINDOW (self))));
}

static const GActionEntry entries[] = {
  { "editions", on_editions },
  { "fullscreen", on_fullscreen },
  { "find", on_find },
  { "undo", on_undo },
  { "redo", on_redo },
  { "next-pane", on_next_pane },
  { "previous-pane", on_previous_pane },
};

/* A label shows an underline for "_": data has its own doubled. */
static char *
dup_plain (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
on_undo_changed (AtlasWindow *self)
{
  AtlasUndoStack *stack = atlas_session_get_undo_stack (self->session);
  const char *undo_name = atlas_undo_stack_get_undo_name (stack);
  const char *redo_name = atlas_undo_stack_get_redo_name (stack);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  atlas_window_set_enabled (self, "undo",
                            atlas_undo_stack_get_can_undo (stack));
  atlas_window_set_enabled (self, "redo",
                            atlas_undo_stack_get_can_redo (stack));

  if (undo_name != NULL)
    {
      g_autofree char *plain = dup_plain (undo_name);

      /* TRANSLATORS: %s is what would be undone, such as “Hide Rows” */
      undo = g_strdup_printf (_ ("_Undo: %s"), plain);
    }
  if (redo_name != NULL)
    {
      g_autofree char *plain = dup_plain (redo_name);

      /* TRANSLATORS: %s is what would be done again, such as “Hide Rows” */
      redo = g_strdup_printf (_ ("Re_do: %s"), plain);
    }

  /* Another change is the last one now. */
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo != NULL ? undo : _ ("_Undo"),
                 "win.undo");
  g_menu_append (self->undo_section, redo != NULL ? redo : _ ("Re_do"),
                 "win.redo");
}

static void
on_documents_hidden (AtlasWindow *self, guint n_documents)
{
  g_autofree char *sentence =
      g_strdup_printf (ngettext ("%'u profile is hidden",
                                 "%'u profiles are hidden", n_documents),
                       n_documents);

  atlas_window_toast_undo (self, sentence);
}

static void
on_documents_removed (AtlasWindow *self, guint n_documents)
{
  g_autofree char *sentence =
      g_strdup_printf (ngettext ("%'u profile is removed",
                                 "%'u profiles are removed", n_documents),
                       n_documents);

  atlas_window_toast_undo (self, sentence);
}

/**
 * atlas_window_set_enabled:
 * @self: the window
 * @action: name of one of its actions, without "win."
 * @enabled: whether it can be used now
 *
 * Greys an action out, or brings it back.
 */
void
atlas_window_set_enabled (AtlasWindow *self,
                          const char *action,
                          gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

/**
 * atlas_window_init_actions:
 * @self: a window that has its session
 *
 * Adds what can be done with what is shown.
 */
void
atlas_window_init_actions (AtlasWindow *self)
{
  g_autoptr (GPropertyAction) view = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);

  view = g_property_action_new ("view", self->view_stack, "visible-child-name");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));

  g_signal_connect_object (atlas_session_get_undo_stack (self->session),
                           "notify", G_CALLBACK (on_undo_changed), self,
                           G_CONNECT_SWAPPED);
  on_undo_changed (self);

  g_signal_connect_object (self->session, "documents-hidden",
                           G_CALLBACK (on_documents_hidden), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "documents-removed",
                           G_CALLBACK (on_documents_removed), self,
                           G_CONNECT_SWAPPED);
}

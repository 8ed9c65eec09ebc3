/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-format.h"
#include "atlas-hidden-bar.h"

/* The search: its text is the session's, its bar the window's. It says beside
 * the text how much it finds of what the page shows, and on pages without rows
 * how many profiles are left out. */

static gboolean
shows_page (AtlasWindow *self, const char *page)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack),
                    page)
         == 0;
}

/* Whose rows are the hits: those of the table that is shown; on pages that
 * show clusters, the profiles. */
static AtlasTable *
get_searched (AtlasWindow *self)
{
  AtlasTableKind kind = ATLAS_TABLE_PROFILES;

  if (self->profiles_view != NULL && shows_page (self, "profiles"))
    kind = atlas_profiles_view_get_kind (self->profiles_view);

  return atlas_session_get_table (self->session, kind);
}

static char *
dup_hits (AtlasTable *table)
{
  guint n = atlas_table_get_n_rows (table);
  g_autofree char *number = NULL;
  AtlasFormat format;

  if (n == 0)
    return g_strdup (_ ("No Results"));

  atlas_format_init_for_locale (&format);
  number = atlas_format_value (&format, n, 0);
  /* Translators: how many rows or clusters a search finds. */
  return g_strdup_printf (ngettext ("%s hit", "%s hits", n), number);
}

/**
 * atlas_window_update_search:
 * @self: a window that has its session
 *
 * Says anew how much is found. A large table is searched by a worker: until it
 * is done nothing is said, rather than what the search before has found.
 */
void
atlas_window_update_search (AtlasWindow *self)
{
  const char *search = atlas_session_get_search (self->session);
  gboolean searched =
      search != NULL && *search != '\0' && !shows_page (self, "problems");
  AtlasTable *table;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->search_count), searched);
  if (!searched)
    return;

  table = get_searched (self);
  if (table != self->searched)
    {
      if (self->searched != NULL)
        g_signal_handlers_disconnect_by_func (self->searched,
                                              atlas_window_update_search, self);
      g_set_object (&self->searched, table);
      g_signal_connect_object (table, "refreshed",
                               G_CALLBACK (atlas_window_update_search), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (table, "notify::busy",
                               G_CALLBACK (atlas_window_update_search), self,
                               G_CONNECT_SWAPPED);
    }
  text = atlas_table_get_busy (table) ? g_strdup ("") : dup_hits (table);
  gtk_label_set_text (self->search_count, text);
}

static void
on_search_changed (AtlasWindow *self)
{
  atlas_session_set_search (
      self->session, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* A hidden search would leave rows out that nobody knows of. */
static void
on_search_mode (AtlasWindow *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
on_session_search (AtlasWindow *self)
{
  const char *text = atlas_session_get_search (self->session);
  GtkEditable *entry = GTK_EDITABLE (self->search_entry);

  if (text == NULL)
    text = "";
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    {
      gtk_editable_set_text (entry, text);
      gtk_search_bar_set_search_mode (self->search_bar, *text != '\0');
    }
  atlas_window_update_search (self);
}

/* Tables say in their footers what they leave out. */
static void
on_page (AtlasWindow *self)
{
  gboolean clusters =
      shows_page (self, "charts") || shows_page (self, "network");

  if (clusters && adw_bin_get_child (self->hidden_bin) == NULL)
    adw_bin_set_child (self->hidden_bin, atlas_hidden_bar_new (self->session));
  gtk_widget_set_visible (GTK_WIDGET (self->hidden_bin), clusters);
  atlas_window_update_search (self);
}

/**
 * atlas_window_bind_search:
 * @widget_class: the class of the window
 *
 * Binds the callbacks of the template that belong to the search.
 */
void
atlas_window_bind_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode);
}

/**
 * atlas_window_init_search:
 * @self: a window that has its session
 *
 * From now on the bar shows what is searched for, and how much of it there is.
 */
void
atlas_window_init_search (AtlasWindow *self)
{
  g_signal_connect_object (self->session, "notify::search",
                           G_CALLBACK (on_session_search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (on_page), self, G_CONNECT_SWAPPED);
  on_page (self);
}

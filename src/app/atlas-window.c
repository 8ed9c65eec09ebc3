/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-scale.h"
#include "atlas-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-access.h"

/* Narrower than this, at text of the usual size, the view switcher moves from
 * the header bar to the foot of the window. */
#define NARROW_WIDTH 860

/* How far above its least width a wide window becomes narrow. */
#define NARROW_MARGIN 24

/**
 * AtlasWindow:
 *
 * A window on one set of profiles. It owns the session and the feed that fills
 * it, and hosts the views, which know the session only.
 *
 *     AtlasFeed ──► AtlasSession ──► profiles, charts, network, problems
 *         ▲                              │
 *         └── open, drop, reload         └── undo, print, export, report
 */
G_DEFINE_FINAL_TYPE (AtlasWindow, atlas_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is open, in a word: the folder, the file, or how many. */
static char *
dup_title (AtlasWindow *self)
{
  GPtrArray *roots = atlas_feed_get_roots (self->feed);
  g_autofree char *name = NULL;

  if (self->project_file != NULL)
    {
      g_autofree char *base = g_file_get_basename (self->project_file);

      name = g_filename_display_name (base);
      if (g_str_has_suffix (name, ATLAS_PROJECT_ENDING))
        name[strlen (name) - strlen (ATLAS_PROJECT_ENDING)] = '\0';
      return g_steal_pointer (&name);
    }
  if (roots->len == 0)
    return g_strdup (_ ("Cluster Atlas"));
  if (roots->len > 1)
    return g_strdup_printf (ngettext ("%u item", "%u items", roots->len),
                            roots->len);

  name = g_file_get_basename (g_ptr_array_index (roots, 0));
  return g_filename_display_name (name);
}

/**
 * atlas_window_reveal:
 * @revealer: a revealer that is not visible while it hides its child
 * @reveal: whether to show it
 *
 * A revealer lays its child out even when it hides it, which the first frame
 * need not wait for.
 */
void
atlas_window_reveal (GtkRevealer *revealer, gboolean reveal)
{
  if (reveal)
    gtk_widget_set_visible (GTK_WIDGET (revealer), TRUE);
  gtk_revealer_set_reveal_child (revealer, reveal);
}

/* Its animation is over. */
static void
on_child_revealed (GtkRevealer *revealer)
{
  if (!gtk_revealer_get_child_revealed (revealer)
      && !gtk_revealer_get_reveal_child (revealer))
    gtk_widget_set_visible (GTK_WIDGET (revealer), FALSE);
}

/* There is nothing to switch between before something is open. */
static void
show_switcher (AtlasWindow *self, gboolean open)
{
  if (open && adw_view_switcher_get_stack (self->view_switcher) == NULL)
    {
      adw_view_switcher_set_stack (self->view_switcher, self->view_stack);
      adw_view_switcher_bar_set_stack (self->view_switcher_bar,
                                       self->view_stack);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->view_switcher_bar),
                          open && self->narrow);
  adw_view_switcher_bar_set_reveal (self->view_switcher_bar,
                                    open && self->narrow);
}

/**
 * atlas_window_update:
 * @self: the window
 *
 * Shows anew what follows from what is open and from the width.
 */
void
atlas_window_update (AtlasWindow *self)
{
  gboolean empty = atlas_window_is_empty (self);
  gboolean switcher = !empty && !self->narrow;
  g_autofree char *title = dup_title (self);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  atlas_access_set_tip (GTK_WIDGET (self->window_title), title);
  gtk_stack_set_visible_child_name (self->title_stack,
                                    switcher ? "switcher" : "title");
  show_switcher (self, !empty);
  gtk_stack_set_visible_child_name (self->stack, empty ? "start" : "views");

  if (self->narrow)
    adw_split_button_set_icon_name (self->open_button,
                                    "document-open-symbolic");
  else
    adw_split_button_set_label (self->open_button, _ ("_Open"));
  atlas_access_name_controls (GTK_WIDGET (self->open_button));

  if (empty)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_search_bar_set_key_capture_widget (self->search_bar,
                                         empty ? NULL : GTK_WIDGET (self));
}

/* In languages with long words the wide header bar takes more than the width
 * below which the window is narrow: it must not hold the window open. */
static int
get_narrow_width (AtlasWindow *self)
{
  double usual = NARROW_WIDTH * atlas_text_scale_get (GTK_WIDGET (self));

  if (!self->narrow)
    gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1,
                        &self->wide_minimum, NULL, NULL, NULL);

  return (int) MAX (usual, self->wide_minimum + NARROW_MARGIN);
}

static void
set_narrow (AtlasWindow *self, int width)
{
  gboolean narrow = width < get_narrow_width (self);

  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  atlas_window_update (self);
}

static void
on_surface_width (AtlasWindow *self, GParamSpec *pspec, GdkSurface *surface)
{
  set_narrow (self, gdk_surface_get_width (surface));
}

static void
atlas_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atlas_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)),
                           "notify::width", G_CALLBACK (on_surface_width),
                           widget, G_CONNECT_SWAPPED);
  atlas_window_make_ready (ATLAS_WINDOW (widget));
}

static void
show_progress (AtlasWindow *self)
{
  g_autofree char *text = NULL;
  guint n_done;
  guint n_found;
  gboolean total_known;

  atlas_feed_get_progress (self->feed, &n_done, &n_found, &total_known);

  if (total_known)
    text = g_strdup_printf (
        ngettext ("%'u of %'u file read", "%'u of %'u files read", n_found),
        n_done, n_found);
  else
    text = g_strdup_printf (
        ngettext ("%'u file found", "%'u files found", n_found), n_found);
  gtk_label_set_text (self->progress_label, text);

  if (total_known && n_found > 0)
    gtk_progress_bar_set_fraction (self->progress_bar,
                                   (double) n_done / n_found);
  else
    gtk_progress_bar_pulse (self->progress_bar);
}

static void
on_loading (AtlasWindow *self)
{
  gboolean loading = atlas_feed_get_loading (self->feed);

  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  atlas_window_reveal (self->progress_revealer, loading);
  atlas_window_set_enabled (self, "cancel", loading);
  if (loading)
    show_progress (self);
  atlas_window_update (self);
}

static void
on_stale (AtlasWindow *self)
{
  atlas_window_reveal (self->banner, atlas_feed_get_stale (self->feed));
}

static void
on_problems (AtlasWindow *self)
{
  guint n = atlas_session_get_n_errors (self->session)
            + atlas_session_get_n_warnings (self->session);

  adw_view_stack_page_set_badge_number (self->problems_page, n);
  adw_view_stack_page_set_needs_attention (
      self->problems_page, atlas_session_get_n_errors (self->session) > 0);
}

/* Nothing could be read at all: the reasons are what there is to see. */
static void
on_finished (AtlasWindow *self, gboolean cancelled)
{
  AtlasDocumentStore *store = atlas_session_get_store (self->session);

  if (cancelled || atlas_document_store_get_n_documents (store) > 0)
    return;

  if (atlas_session_get_n_errors (self->session) > 0)
    adw_view_stack_set_visible_child_name (self->view_stack, "problems");
  atlas_window_toast (self, _ ("No profiles were found"));
}

static void
keep_size (AtlasWindow *self)
{
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_object_set (self->preferences, "window-maximized",
                gtk_window_is_maximized (GTK_WINDOW (self)), NULL);
  if (width >= 360 && height >= 240)
    g_object_set (self->preferences, "window-width", width, "window-height",
                  height, NULL);
}

static gboolean
atlas_window_close_request (GtkWindow *window)
{
  AtlasWindow *self = ATLAS_WINDOW (window);

  keep_size (self);
  atlas_window_keep (self);
  atlas_feed_cancel (self->feed);

  return GTK_WINDOW_CLASS (atlas_window_parent_class)->close_request (window);
}

/* What needs the application, which a window gets after its construction. */
static void
set_up (AtlasWindow *self, AtlasApplication *application)
{
  int width = 0;
  int height = 0;
  gboolean maximized = FALSE;

  self->preferences =
      g_object_ref (atlas_application_get_preferences (application));
  self->session = atlas_session_new ();
  g_object_bind_property (self->preferences, "world-patents", self->session,
                          "world-patents", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->preferences, "world-articles", self->session,
                          "world-articles", G_BINDING_SYNC_CREATE);
  self->feed = atlas_feed_new (self->session, self->preferences);

  g_signal_connect_object (self->feed, "notify::loading",
                           G_CALLBACK (on_loading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "notify::stale", G_CALLBACK (on_stale),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "progress", G_CALLBACK (show_progress),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "finished", G_CALLBACK (on_finished),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::n-errors",
                           G_CALLBACK (on_problems), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::n-warnings",
                           G_CALLBACK (on_problems), self, G_CONNECT_SWAPPED);

  atlas_window_init_views (self);
  atlas_window_init_search (self);
  atlas_window_init_actions (self);
  atlas_window_init_focus (self);
  atlas_window_init_files (self);
  atlas_window_init_project (self);
  atlas_window_init_output (self);
  atlas_window_init_data (self);
  atlas_window_init_aliases (self);

  g_object_get (self->preferences, "window-width", &width, "window-height",
                &height, "window-maximized", &maximized, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  set_narrow (self, width);
  atlas_window_update (self);
}

static void
atlas_window_dispose (GObject *object)
{
  AtlasWindow *self = ATLAS_WINDOW (object);

  if (self->feed != NULL)
    atlas_feed_cancel (self->feed);
  atlas_window_cancel_print (self);
  g_clear_weak_pointer (&self->report_window);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_handle_id (&self->menus_source, g_source_remove);
  g_clear_handle_id (&self->ready_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_object (&self->feed);
  self->project_loading = NULL;
  g_clear_object (&self->project_file);
  g_clear_pointer (&self->project, atlas_project_unref);
  g_clear_pointer (&self->saver, atlas_saver_unref);
  g_clear_pointer (&self->chart_state, g_variant_unref);
  g_clear_pointer (&self->network_state, g_variant_unref);
  g_clear_object (&self->searched);
  g_clear_object (&self->session);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (atlas_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasWindow, name)
  BIND (toast_overlay);
  BIND (header_bar);
  BIND (title_stack);
  BIND (window_title);
  BIND (open_button);
  BIND (search_bar);
  BIND (search_entry);
  BIND (search_count);
  BIND (hidden_bin);
  BIND (banner);
  BIND (stack);
  BIND (view_stack);
  BIND (problems_page);
  BIND (profiles_bin);
  BIND (charts_bin);
  BIND (network_bin);
  BIND (problems_bin);
  BIND (progress_revealer);
  BIND (progress_label);
  BIND (progress_bar);
  BIND (drop_revealer);
  BIND (view_switcher);
  BIND (view_switcher_bar);
  BIND (menu_button);
  BIND (open_menu);
  BIND (primary_menu);
  BIND (recent_section);
  BIND (undo_section);
#undef BIND
}

static void
atlas_window_class_init (AtlasWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = atlas_window_dispose;
  widget_class->realize = atlas_window_realize;
  window_class->close_request = atlas_window_close_request;

  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-window.ui");
  bind_children (widget_class);
  atlas_window_bind_search (widget_class);
}

/* Menus are many widgets, and nobody is faster than the first frame. */
static gboolean
give_menus (gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  self->menus_source = 0;
  adw_split_button_set_menu_model (self->open_button, self->open_menu);
  gtk_menu_button_set_menu_model (self->menu_button, self->primary_menu);

  return G_SOURCE_REMOVE;
}

static void
atlas_window_init (AtlasWindow *self)
{
  GtkRevealer *revealers[3];
  guint i;

  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));

  gtk_search_bar_connect_entry (self->search_bar,
                                GTK_EDITABLE (self->search_entry));

  revealers[0] = self->banner;
  revealers[1] = self->progress_revealer;
  revealers[2] = self->drop_revealer;
  for (i = 0; i < G_N_ELEMENTS (revealers); i++)
    g_signal_connect (revealers[i], "notify::child-revealed",
                      G_CALLBACK (on_child_revealed), NULL);
  self->menus_source = g_idle_add (give_menus, self);
}

/**
 * atlas_window_new:
 * @application: the application, started
 *
 * Returns: (transfer none): an empty window, not shown yet
 */
AtlasWindow *
atlas_window_new (AtlasApplication *application)
{
  AtlasWindow *self;

  g_return_val_if_fail (ATLAS_IS_APPLICATION (application), NULL);

  self = g_object_new (ATLAS_TYPE_WINDOW, "application", application, NULL);
  set_up (self, application);

  return self;
}

/**
 * atlas_window_toast:
 * @self: the window
 * @sentence: translated, plain text
 *
 * Tells the user something that needs no answer.
 */
void
atlas_window_toast (AtlasWindow *self, const char *sentence)
{
  /* A toast reads its title as markup. */
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
  atlas_compat_announce (GTK_WIDGET (self), sentence);
}

/**
 * atlas_window_toast_undo:
 * @self: the window
 * @sentence: translated, plain text
 *
 * Tells the user what was just done, and offers to undo it. To be called after
 * the change is on the undo stack; the offer ends with the next change.
 */
void
atlas_window_toast_undo (AtlasWindow *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_set_weak_pointer (&self->undo_toast, toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  atlas_compat_announce (GTK_WIDGET (self), sentence);
}

/**
 * atlas_window_is_empty:
 * @self: the window
 *
 * Returns: whether nothing is open in it, nor being opened
 */
gboolean
atlas_window_is_empty (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), TRUE);

  return atlas_feed_get_roots (self->feed)->len == 0;
}

/**
 * atlas_window_get_session:
 * @self: the window
 *
 * Returns: (transfer none): what the window looks at
 */
AtlasSession *
atlas_window_get_session (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * atlas_window_get_feed:
 * @self: the window
 *
 * Returns: (transfer none): what fills the session
 */
AtlasFeed *
atlas_window_get_feed (AtlasWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_WINDOW (self), NULL);

  return self->feed;
}

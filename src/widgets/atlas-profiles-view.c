/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-profiles-view.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-aliases-window.h"
#include "atlas-details-view.h"
#include "atlas-editions-window.h"
#include "atlas-filter-bar.h"
#include "atlas-filter-editor.h"
#include "atlas-source-window.h"
#include "atlas-text-scale.h"

/* Below this width there is room for the table or the details, not both. */
#define NARROW 760

/* What the details take of a wide window at first. */
#define DETAILS_WIDTH 420

/* The tables of the chooser, in its order. */
#define N_CHOICES (ATLAS_TABLE_PLACES + 1)

struct _AtlasProfilesView
{
  GtkWidget parent_instance;

  GtkPaned *paned;
  GtkDropDown *chooser;
  GtkMenuButton *filter_button;
  AtlasFilterBar *filter_bar;
  GtkToggleButton *details_button;
  GtkStack *stack;
  GtkWidget *details_box;
  GtkWidget *back_button;
  AtlasDetailsView *details;

  AtlasSession *session;
  AtlasTableView *views[N_CHOICES];
  gboolean placed;
  gboolean narrow;
  int wide_minimum;
  guint narrow_id;
};

enum
{
  PROP_0,
  PROP_KIND,
};

G_DEFINE_FINAL_TYPE (AtlasProfilesView, atlas_profiles_view, GTK_TYPE_WIDGET)

static void
on_show_source (AtlasProfilesView *self,
                GFile *file,
                const char *name,
                guint line)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  atlas_source_window_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               file, name, line);
}

static void
on_export (AtlasProfilesView *self, gboolean all, AtlasTableView *view)
{
  g_signal_emit_by_name (self, "export", atlas_table_view_get_table (view),
                         all);
}

static void
update_panes (AtlasProfilesView *self)
{
  gboolean wanted = gtk_toggle_button_get_active (self->details_button);
  GtkWidget *start = gtk_paned_get_start_child (self->paned);

  gtk_widget_set_visible (self->details_box, wanted);
  gtk_widget_set_visible (start, !wanted || !self->narrow);
  gtk_widget_set_visible (self->back_button, self->narrow);
}

static void
on_details_toggled (AtlasProfilesView *self)
{
  update_panes (self);
}

static void
on_back_clicked (AtlasProfilesView *self)
{
  gtk_toggle_button_set_active (self->details_button, FALSE);
  gtk_widget_grab_focus (
      GTK_WIDGET (atlas_profiles_view_get_table_view (self)));
}

static void
on_row_activated (AtlasProfilesView *self)
{
  gtk_toggle_button_set_active (self->details_button, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->details), GTK_DIR_TAB_FORWARD);
}

static AtlasTableView *
get_view (AtlasProfilesView *self, AtlasTableKind kind)
{
  AtlasTableView *view = self->views[kind];

  if (view != NULL)
    return view;

  view = self->views[kind] =
      ATLAS_TABLE_VIEW (atlas_table_view_new (self->session, kind));
  g_signal_connect_swapped (view, "show-source", G_CALLBACK (on_show_source),
                            self);
  g_signal_connect_swapped (view, "export", G_CALLBACK (on_export), self);
  g_signal_connect_swapped (view, "row-activated",
                            G_CALLBACK (on_row_activated), self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (view),
                       atlas_table_kind_get_nick (kind));
  return view;
}

static void
on_table_chosen (AtlasProfilesView *self)
{
  guint kind = gtk_drop_down_get_selected (self->chooser);

  if (self->session == NULL || kind >= N_CHOICES)
    return;

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (get_view (self, kind)));
  g_object_notify (G_OBJECT (self), "kind");
}

static void
aliases_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasProfilesView *self = ATLAS_PROFILES_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (GTK_WINDOW (atlas_aliases_window_new (
      self->session, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
}

static void
editions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasProfilesView *self = ATLAS_PROFILES_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (GTK_WINDOW (atlas_editions_window_new (
      self->session, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
}

/* When it is first wanted; most of the page's widgets are in it. */
static void
make_filter_editor (GtkMenuButton *button, gpointer user_data)
{
  AtlasProfilesView *self = ATLAS_PROFILES_VIEW (user_data);
  AtlasFilterEditor *editor;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  editor = g_object_new (ATLAS_TYPE_FILTER_EDITOR, NULL);
  atlas_filter_editor_set_session (editor, self->session);
  gtk_menu_button_set_popover (button, GTK_WIDGET (editor));
}

static gboolean
take_narrow (gpointer user_data)
{
  AtlasProfilesView *self = ATLAS_PROFILES_VIEW (user_data);

  self->narrow_id = 0;
  /* A window that becomes narrow shows the table first. */
  if (self->narrow)
    gtk_toggle_button_set_active (self->details_button, FALSE);
  update_panes (self);

  return G_SOURCE_REMOVE;
}

static void
atlas_profiles_view_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  AtlasProfilesView *self = ATLAS_PROFILES_VIEW (widget);
  double scale = atlas_text_scale_get (widget);
  gboolean narrow;

  /* In languages with long words both panes take more than that. */
  if (!self->narrow)
    gtk_widget_measure (GTK_WIDGET (self->paned), GTK_ORIENTATION_HORIZONTAL,
                        -1, &self->wide_minimum, NULL, NULL, NULL);
  narrow = width < MAX (NARROW * scale, self->wide_minimum);

  if (!self->placed && !narrow)
    {
      self->placed = TRUE;
      gtk_paned_set_position (self->paned,
                              width - (int) (DETAILS_WIDTH * scale));
    }
  gtk_widget_allocate (GTK_WIDGET (self->paned), width, height, baseline, NULL);
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  if (self->narrow_id == 0)
    self->narrow_id = g_idle_add (take_narrow, self);
}

static void
atlas_profiles_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  AtlasProfilesView *self = ATLAS_PROFILES_VIEW (widget);

  gtk_widget_measure (GTK_WIDGET (self->paned), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);

  /* The panes give way to each other, so they need the room of one. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 340);
}

static gboolean
atlas_profiles_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (
      atlas_profiles_view_get_table_view (ATLAS_PROFILES_VIEW (widget))));
}

static void
atlas_profiles_view_get_property (GObject *object,
                                  guint property_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_KIND:
      g_value_set_uint (
          value, atlas_profiles_view_get_kind (ATLAS_PROFILES_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
atlas_profiles_view_dispose (GObject *object)
{
  AtlasProfilesView *self = ATLAS_PROFILES_VIEW (object);

  g_clear_handle_id (&self->narrow_id, g_source_remove);
  if (self->paned != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->paned));
  self->paned = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_profiles_view_parent_class)->dispose (object);
}

static void
atlas_profiles_view_class_init (AtlasProfilesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = atlas_profiles_view_get_property;
  G_OBJECT_CLASS (klass)->dispose = atlas_profiles_view_dispose;
  widget_class->size_allocate = atlas_profiles_view_size_allocate;
  widget_class->measure = atlas_profiles_view_measure;
  widget_class->grab_focus = atlas_profiles_view_grab_focus;

  /**
   * AtlasProfilesView:kind:
   *
   * The #AtlasTableKind that is shown.
   */
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_KIND,
      g_param_spec_uint ("kind", NULL, NULL, 0, N_CHOICES - 1, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                             | G_PARAM_STATIC_STRINGS));

  g_signal_new ("export", ATLAS_TYPE_PROFILES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, ATLAS_TYPE_TABLE, G_TYPE_BOOLEAN);

  g_type_ensure (ATLAS_TYPE_FILTER_BAR);
  g_type_ensure (ATLAS_TYPE_DETAILS_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-profiles-view.ui");
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasProfilesView, name)
  BIND (paned);
  BIND (chooser);
  BIND (filter_button);
  BIND (filter_bar);
  BIND (details_button);
  BIND (stack);
  BIND (details_box);
  BIND (back_button);
  BIND (details);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_table_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_details_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_source);
  gtk_widget_class_install_action (widget_class, "profiles.aliases", NULL,
                                   aliases_action);
  gtk_widget_class_install_action (widget_class, "profiles.editions", NULL,
                                   editions_action);
}

static void
atlas_profiles_view_init (AtlasProfilesView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint i;

  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  for (i = 0; i < N_CHOICES; i++)
    gtk_string_list_append (names, atlas_table_kind_get_title (i));
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
}

/**
 * atlas_profiles_view_new:
 * @session: what is looked at
 *
 * Returns: (transfer floating): the page of the profiles
 */
GtkWidget *
atlas_profiles_view_new (AtlasSession *session)
{
  AtlasProfilesView *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_PROFILES_VIEW, NULL);
  self->session = g_object_ref (session);
  atlas_filter_bar_set_session (self->filter_bar, session);
  gtk_menu_button_set_create_popup_func (self->filter_button,
                                         make_filter_editor, self, NULL);
  atlas_details_view_set_session (self->details, session);
  on_table_chosen (self);

  return GTK_WIDGET (self);
}

/**
 * atlas_profiles_view_get_kind:
 * @self: a page
 *
 * Returns: the table that is shown
 */
AtlasTableKind
atlas_profiles_view_get_kind (AtlasProfilesView *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILES_VIEW (self), 0);

  return MIN (gtk_drop_down_get_selected (self->chooser), N_CHOICES - 1);
}

/**
 * atlas_profiles_view_set_kind:
 * @self: a page
 * @kind: a table, but that of problems, which has a page of its own
 */
void
atlas_profiles_view_set_kind (AtlasProfilesView *self, AtlasTableKind kind)
{
  g_return_if_fail (ATLAS_IS_PROFILES_VIEW (self));
  g_return_if_fail (kind < N_CHOICES);

  gtk_drop_down_set_selected (self->chooser, kind);
}

/**
 * atlas_profiles_view_get_table_view:
 * @self: a page
 *
 * Returns: (transfer none): the view of the table that is shown
 */
AtlasTableView *
atlas_profiles_view_get_table_view (AtlasProfilesView *self)
{
  g_return_val_if_fail (ATLAS_IS_PROFILES_VIEW (self), NULL);

  return get_view (self, atlas_profiles_view_get_kind (self));
}

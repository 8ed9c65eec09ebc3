/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-problems-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-file-problem.h"
#include "atlas-source-view.h"

struct _AtlasProblemsView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkToggleButton *errors_button;
  GtkToggleButton *warnings_button;
  GtkSearchEntry *search;
  AdwBin *table_bin;
  GtkLabel *source_title;
  AtlasSourceView *source;

  AtlasSession *session;
  AtlasTableView *view;
};

G_DEFINE_FINAL_TYPE (AtlasProblemsView, atlas_problems_view, GTK_TYPE_WIDGET)

static void
show_problem (AtlasProblemsView *self, AtlasFileProblem *item)
{
  const AtlasProblem *problem = atlas_file_problem_get_problem (item);
  GFile *file = atlas_file_problem_get_file (item);
  g_autofree char *title = NULL;

  if (problem->line > 0)
    /* Translators: a file and the number of a line in it. */
    title = g_strdup_printf (_ ("\342\201\250%s\342\201\251, line %u"),
                             problem->source, problem->line);
  else
    title = g_strdup (problem->source);

  gtk_label_set_text (self->source_title, title);
  if (file != NULL)
    atlas_source_view_show (self->source, file, problem->line);
}

static void
on_row_activated (AtlasProblemsView *self, GObject *item)
{
  show_problem (self, ATLAS_FILE_PROBLEM (item));
  gtk_widget_child_focus (GTK_WIDGET (self->source), GTK_DIR_TAB_FORWARD);
}

static void
on_picked (AtlasProblemsView *self)
{
  AtlasTable *table = atlas_table_view_get_table (self->view);
  const AtlasRowData *rows;
  guint n, lead;

  rows = atlas_table_get_picked (table, &n, &lead);
  if (n > 0)
    show_problem (self, ATLAS_FILE_PROBLEM (rows[lead].owner));
}

static void
on_severity_toggled (AtlasProblemsView *self)
{
  if (self->view != NULL)
    atlas_table_set_severities (
        atlas_table_view_get_table (self->view),
        gtk_toggle_button_get_active (self->errors_button),
        gtk_toggle_button_get_active (self->warnings_button));
}

static void
on_search_changed (AtlasProblemsView *self)
{
  if (self->view != NULL)
    atlas_table_set_search (
        atlas_table_view_get_table (self->view),
        gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
emit_export (AtlasProblemsView *self, gboolean all)
{
  g_signal_emit_by_name (self, "export",
                         atlas_table_view_get_table (self->view), all);
}

static void
on_export_clicked (AtlasProblemsView *self)
{
  emit_export (self, FALSE);
}

static void
update (AtlasProblemsView *self)
{
  guint n_errors = atlas_session_get_n_errors (self->session);
  guint n_warnings = atlas_session_get_n_warnings (self->session);
  g_autofree char *errors =
      g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (
      ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  gtk_button_set_label (GTK_BUTTON (self->errors_button), errors);
  gtk_button_set_label (GTK_BUTTON (self->warnings_button), warnings);
  gtk_stack_set_visible_child_name (
      self->stack, n_errors + n_warnings > 0 ? "problems" : "none");
}

static gboolean
atlas_problems_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      GTK_WIDGET (ATLAS_PROBLEMS_VIEW (widget)->view));
}

static void
atlas_problems_view_dispose (GObject *object)
{
  AtlasProblemsView *self = ATLAS_PROBLEMS_VIEW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (
        atlas_session_get_table (self->session, ATLAS_TABLE_PROBLEMS), self);
  self->view = NULL;
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_problems_view_parent_class)->dispose (object);
}

static void
atlas_problems_view_class_init (AtlasProblemsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_problems_view_dispose;
  widget_class->grab_focus = atlas_problems_view_grab_focus;

  g_signal_new ("export", ATLAS_TYPE_PROBLEMS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 2, ATLAS_TYPE_TABLE, G_TYPE_BOOLEAN);

  g_type_ensure (ATLAS_TYPE_SOURCE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-problems-view.ui");
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasProblemsView, name)
  BIND (stack);
  BIND (errors_button);
  BIND (warnings_button);
  BIND (search);
  BIND (table_bin);
  BIND (source_title);
  BIND (source);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_severity_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
}

static void
atlas_problems_view_init (AtlasProblemsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
}

/**
 * atlas_problems_view_new:
 * @session: what is looked at
 *
 * Returns: (transfer floating): the page of the problems
 */
GtkWidget *
atlas_problems_view_new (AtlasSession *session)
{
  AtlasProblemsView *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_PROBLEMS_VIEW, NULL);
  self->session = g_object_ref (session);
  self->view =
      ATLAS_TABLE_VIEW (atlas_table_view_new (session, ATLAS_TABLE_PROBLEMS));
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->view));

  g_signal_connect_swapped (self->view, "row-activated",
                            G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (self->view, "export", G_CALLBACK (emit_export),
                            self);
  g_signal_connect_swapped (atlas_table_view_get_table (self->view), "picked",
                            G_CALLBACK (on_picked), self);
  g_signal_connect_object (session, "notify::n-errors", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::n-warnings", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * atlas_problems_view_get_table_view:
 * @self: a page
 *
 * Returns: (transfer none): the table of the problems
 */
AtlasTableView *
atlas_problems_view_get_table_view (AtlasProblemsView *self)
{
  g_return_val_if_fail (ATLAS_IS_PROBLEMS_VIEW (self), NULL);

  return self->view;
}

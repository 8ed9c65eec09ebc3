/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view-private.h"

#include <glib/gi18n.h>

/* Narrower than this, a drop-down takes the place of the list of kinds. */
#define NARROW 720

/* What stands in a row with options and buttons: separator, gaps, margins. */
#define TOOLBAR_REST 24
#define TOOLBAR_GAP 6

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SHOW_TABLE,
  PROP_HAS_DATA,
};

G_DEFINE_FINAL_TYPE (AtlasChartsView, atlas_charts_view, GTK_TYPE_WIDGET)

static void
on_mark_selected (AtlasChartView *view,
                  guint mark,
                  gboolean extend,
                  AtlasChartsView *self)
{
  AtlasChartLayout *layout = atlas_chart_view_get_layout (view);
  AtlasChart *chart = atlas_chart_view_get_chart (view);
  const AtlasMark *chosen;
  AtlasDocument *document;

  g_assert (ATLAS_IS_CHARTS_VIEW (self));

  if (layout == NULL || self->session == NULL)
    return;

  chosen = atlas_chart_layout_get_mark (layout, mark);
  if (chosen->profile < 0)
    return;

  document = atlas_session_find_document (
      self->session, atlas_chart_get_profile (chart, (guint) chosen->profile));
  if (document == NULL)
    return;

  if (extend)
    atlas_session_set_selected (
        self->session, document,
        !atlas_session_is_selected (self->session, document));
  else
    atlas_session_select (self->session, document);
}

/* Other names make another chart of the same profiles. */
static void
on_aliases_changed (AtlasChartsView *self)
{
  atlas_chart_view_set_chart (self->chart_view, NULL);
  atlas_charts_view_rebuild (self);
}

/* --- the session -------------------------------------------------------- */

static void
on_selection_changed (AtlasChartsView *self)
{
  switch (atlas_charts_view_get_entry (self)->subject)
    {
    case ATLAS_SUBJECT_CURRENT:
      atlas_charts_view_rebuild (self);
      break;
    case ATLAS_SUBJECT_COMPARED:
      if (atlas_session_get_n_selected (self->session) >= 2)
        atlas_charts_view_rebuild (self);
      else
        atlas_charts_view_update_selected (self);
      break;
    case ATLAS_SUBJECT_VISIBLE:
    default:
      atlas_charts_view_update_selected (self);
      break;
    }
}

static char *
get_cluster_name (AtlasDocument *document, gpointer user_data)
{
  const AtlasProfile *profile;

  if (document == NULL)
    return NULL;

  profile = atlas_document_get_profile (document);
  if (profile->cluster == NULL)
    return g_strdup (_ ("Name not given"));

  if (!atlas_number_is_given (&profile->edition))
    return g_strdup (profile->cluster);

  /* Translators: a cluster and the year of the edition */
  return g_strdup_printf (C_ ("cluster and edition", "%1$s (%2$d)"),
                          profile->cluster, (int) profile->edition.value);
}

static void
on_visible_changing (AtlasChartsView *self)
{
  self->updating = TRUE;
}

static void
on_visible_changed (AtlasChartsView *self)
{
  self->updating = FALSE;
}

/* The list moves the choice of the drop-down along, and onto another cluster
 * when the one that is shown is filtered away. Nobody has chosen that one: the
 * handlers around those of the drop-down tell the two apart. */
static void
follow_visible (AtlasChartsView *self, GListModel *visible)
{
  g_signal_connect_object (visible, "items-changed",
                           G_CALLBACK (on_visible_changing), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->cluster_drop, visible);
  g_signal_connect_object (visible, "items-changed",
                           G_CALLBACK (on_visible_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
set_session (AtlasChartsView *self, AtlasSession *session)
{
  GtkExpression *expression;

  if (session == NULL)
    return;

  self->session = g_object_ref (session);
  expression = gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_cluster_name), NULL, NULL);
  self->updating = TRUE;
  gtk_drop_down_set_expression (self->cluster_drop, expression);
  follow_visible (self, atlas_session_get_visible (session));
  self->updating = FALSE;
  gtk_expression_unref (expression);

  g_signal_connect_object (session, "visible-changed",
                           G_CALLBACK (atlas_charts_view_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed",
                           G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "chart-titles-changed",
                           G_CALLBACK (atlas_charts_view_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::loading",
                           G_CALLBACK (atlas_charts_view_update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::aliases",
                           G_CALLBACK (on_aliases_changed), self,
                           G_CONNECT_SWAPPED);
}

/* --- widget ------------------------------------------------------------- */

void
atlas_charts_view_set_show_table (AtlasChartsView *self, gboolean show_table)
{
  if (self->show_table == show_table)
    return;

  self->show_table = show_table;
  atlas_charts_view_update_table (self);
  atlas_charts_view_update_page (self);
  g_object_notify (G_OBJECT (self), "show-table");
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->chart_view), "chart.copy",
                              NULL);
}

/* Options that have no room beside the buttons stand below them. */
static void
fold_toolbar (AtlasChartsView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toolbar),
                                  self->folded ? GTK_ORIENTATION_VERTICAL
                                               : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_reorder_child_after (
      self->toolbar, self->folded ? self->option_scroller : self->button_box,
      self->folded ? self->button_box : self->option_scroller);
  gtk_widget_set_hexpand (self->kind_box, self->folded);
  gtk_box_set_spacing (self->toolbar, self->folded ? 0 : TOOLBAR_GAP);
  if (self->folded)
    gtk_widget_add_css_class (GTK_WIDGET (self->toolbar), "atlas-folded");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toolbar), "atlas-folded");
}

static gboolean
needs_fold (AtlasChartsView *self, int width)
{
  int options, buttons, sidebar;

  if (width < NARROW)
    return TRUE;

  gtk_widget_measure (GTK_WIDGET (self->option_box), GTK_ORIENTATION_HORIZONTAL,
                      -1, NULL, &options, NULL, NULL);
  gtk_widget_measure (self->button_box, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &buttons, NULL, NULL);
  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &sidebar, NULL, NULL);

  return options + buttons + sidebar + TOOLBAR_REST > width;
}

static gboolean
apply_narrow (gpointer data)
{
  AtlasChartsView *self = data;

  self->narrow_idle = 0;
  gtk_widget_set_visible (self->sidebar, !self->narrow);
  gtk_widget_set_visible (self->separator, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_drop), self->narrow);
  fold_toolbar (self);

  return G_SOURCE_REMOVE;
}

static void
atlas_charts_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL,
                      NULL);
  /* The list gives way in a narrow window; it is not to hold it open. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 340);
}

static void
atlas_charts_view_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);
  gboolean narrow = width < NARROW, folded = needs_fold (self, width);
  int least;

  if (narrow != self->narrow || folded != self->folded)
    {
      self->narrow = narrow;
      self->folded = folded;
      if (self->narrow_idle == 0)
        self->narrow_idle = g_idle_add (apply_narrow, self);
    }

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  gtk_widget_size_allocate (
      self->box, &(GtkAllocation){ 0, 0, MAX (width, least), height },
      baseline);
}

static void
atlas_charts_view_map (GtkWidget *widget)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_charts_view_parent_class)->map (widget);
  if (self->stale)
    atlas_charts_view_rebuild (self);
}

static gboolean
atlas_charts_view_grab_focus (GtkWidget *widget)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (widget);

  return gtk_widget_grab_focus (self->show_table
                                    ? GTK_WIDGET (self->table_view)
                                    : GTK_WIDGET (self->chart_view));
}

static void
atlas_charts_view_get_property (GObject *object,
                                guint property_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;
    case PROP_HAS_DATA:
      g_value_set_boolean (value, self->has_data);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
atlas_charts_view_set_property (GObject *object,
                                guint property_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_SHOW_TABLE:
      atlas_charts_view_set_show_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
atlas_charts_view_dispose (GObject *object)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->updating = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_charts_view_parent_class)->dispose (object);
}

static void
atlas_charts_view_finalize (GObject *object)
{
  AtlasChartsView *self = ATLAS_CHARTS_VIEW (object);

  g_ptr_array_unref (self->compared);
  g_free (self->title_key);

  G_OBJECT_CLASS (atlas_charts_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * AtlasChartsView:session:
   *
   * What is looked at.
   */
  g_object_class_install_property (
      object_class, PROP_SESSION,
      g_param_spec_object ("session", NULL, NULL, ATLAS_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                               | G_PARAM_STATIC_STRINGS));
  /**
   * AtlasChartsView:show-table:
   *
   * Whether the figures are shown in place of the drawing.
   */
  g_object_class_install_property (
      object_class, PROP_SHOW_TABLE,
      g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                | G_PARAM_STATIC_STRINGS));
  /**
   * AtlasChartsView:has-data:
   *
   * Whether there is a chart to look at, to export and to print.
   */
  g_object_class_install_property (
      object_class, PROP_HAS_DATA,
      g_param_spec_boolean ("has-data", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
atlas_charts_view_class_init (AtlasChartsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_charts_view_get_property;
  object_class->set_property = atlas_charts_view_set_property;
  object_class->dispose = atlas_charts_view_dispose;
  object_class->finalize = atlas_charts_view_finalize;
  install_properties (object_class);

  widget_class->measure = atlas_charts_view_measure;
  widget_class->size_allocate = atlas_charts_view_size_allocate;
  widget_class->map = atlas_charts_view_map;
  widget_class->grab_focus = atlas_charts_view_grab_focus;

  g_type_ensure (ATLAS_TYPE_CHART_VIEW);
  g_type_ensure (ATLAS_TYPE_CHART_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-charts-view.ui");

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasChartsView, name)
  BIND (box);
  BIND (sidebar);
  BIND (separator);
  BIND (kind_list);
  BIND (kind_drop);
  BIND (cluster_drop);
  BIND (toolbar);
  BIND (option_scroller);
  BIND (option_box);
  BIND (button_box);
  BIND (kind_box);
  BIND (title_button);
  BIND (title_popover);
  BIND (title_entry);
  BIND (table_button);
  BIND (copy_button);
  BIND (export_button);
  BIND (print_button);
  BIND (stack);
  BIND (clamp);
  BIND (chart_view);
  BIND (table_view);
  BIND (empty_page);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_mark_selected);
  atlas_charts_view_bind_choices (widget_class);

  gtk_widget_class_install_property_action (widget_class, "charts.show-table",
                                            "show-table");
  gtk_widget_class_install_action (widget_class, "charts.copy", NULL, on_copy);
}

static void
atlas_charts_view_init (AtlasChartsView *self)
{
  self->compared =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->updating = TRUE;
  atlas_charts_view_add_choices (self);
  atlas_charts_view_update_options (self);
  self->updating = FALSE;
}

/**
 * atlas_charts_view_new:
 * @session: what is looked at
 *
 * Returns: a new page of charts
 */
GtkWidget *
atlas_charts_view_new (AtlasSession *session)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  return g_object_new (ATLAS_TYPE_CHARTS_VIEW, "session", session, NULL);
}

/**
 * atlas_charts_view_get_session:
 * @self: a page of charts
 *
 * Returns: (transfer none): what is looked at
 */
AtlasSession *
atlas_charts_view_get_session (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  return self->session;
}

/**
 * atlas_charts_view_get_chart:
 * @self: a page of charts
 *
 * Returns: (transfer none) (nullable): the chart that is shown, to export or
 *   to print it
 */
AtlasChart *
atlas_charts_view_get_chart (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  return atlas_chart_view_get_chart (self->chart_view);
}

/**
 * atlas_charts_view_get_chart_view:
 * @self: a page of charts
 *
 * Returns: (transfer none): the view within it
 */
AtlasChartView *
atlas_charts_view_get_chart_view (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  return self->chart_view;
}

/**
 * atlas_charts_view_get_has_data:
 * @self: a page of charts
 *
 * Returns: whether there is a chart to look at, to export and to print
 */
gboolean
atlas_charts_view_get_has_data (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), FALSE);

  return self->has_data;
}

/**
 * atlas_charts_view_get_kind:
 * @self: a page of charts
 *
 * Returns: the kind that is chosen
 */
AtlasChartKind
atlas_charts_view_get_kind (AtlasChartsView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), ATLAS_CHART_SHARES);

  return atlas_charts_view_get_entry (self)->kind;
}

/**
 * atlas_charts_view_set_kind:
 * @self: a page of charts
 * @kind: a kind of chart
 *
 * Chooses what to show.
 *
 * Returns: whether the page shows charts of this kind
 */
gboolean
atlas_charts_view_set_kind (AtlasChartsView *self, AtlasChartKind kind)
{
  guint i;

  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), FALSE);

  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    if (atlas_chart_catalogue_get (i)->kind == kind)
      {
        atlas_charts_view_choose (self, i);
        return TRUE;
      }

  return FALSE;
}

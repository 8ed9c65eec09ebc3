/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view-private.h"

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
      atlas_charts_view_set_session (self, g_value_get_object (value));
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

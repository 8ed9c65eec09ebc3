/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-chart-clipboard.h"

#define MIN_WIDTH 280
#define NATURAL_WIDTH 760

/* Width of a copied picture, in points. */
#define COPY_WIDTH 480.0

G_DEFINE_FINAL_TYPE (AtlasChartView, atlas_chart_view, GTK_TYPE_WIDGET)

/* --- theme -------------------------------------------------------------- */

static AtlasThemeVariant
find_variant (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? ATLAS_THEME_HIGH_CONTRAST_DARK : ATLAS_THEME_HIGH_CONTRAST;

  return dark ? ATLAS_THEME_DARK : ATLAS_THEME_LIGHT;
}

/* Colours, font, size and direction as those of the interface around. The
 * ground is that of the window. */
static void
update_theme (AtlasChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font =
      pango_context_get_font_description (context);
  double dpi = pango_cairo_context_get_resolution (context);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  const char *family = pango_font_description_get_family (font);

  theme.variant = find_variant ();
  theme.font_family = family != NULL ? family : "Sans";
  theme.text_scale = dpi > 0 ? CLAMP (dpi / 96.0, 0.5, 3.0) : 1.0;
  theme.right_to_left =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  theme.transparent = FALSE;
  if (self->font_family != NULL && atlas_theme_equal (&self->theme, &theme))
    return;

  g_free (self->font_family);
  self->font_family = g_strdup (theme.font_family);
  theme.font_family = self->font_family;
  self->theme = theme;
  atlas_chart_view_forget_layout (self);
}

/* --- marks -------------------------------------------------------------- */

guint
atlas_chart_view_count_marks (AtlasChartView *self)
{
  return self->layout != NULL ? atlas_chart_layout_get_n_marks (self->layout)
                              : 0;
}

const AtlasMark *
atlas_chart_view_get_mark (AtlasChartView *self, int mark)
{
  if (mark < 0 || (guint) mark >= atlas_chart_view_count_marks (self))
    return NULL;

  return atlas_chart_layout_get_mark (self->layout, (guint) mark);
}

/* A mark that has the keyboard is spoken as the name of the view; the chart is
 * then its description. */
void
atlas_chart_view_update_accessible (AtlasChartView *self)
{
  const AtlasMark *mark = atlas_chart_view_get_mark (self, self->focus);
  g_autofree char *description = NULL;

  if (self->chart != NULL)
    description = atlas_chart_dup_description (self->chart);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      mark != NULL ? mark->spoken
                   : (description != NULL ? description : _ ("Charts")),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      mark != NULL && description != NULL
          ? description
          : _ ("Arrow keys move between the marks of the chart"),
      -1);
}

/* --- widget ------------------------------------------------------------- */

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  g_autoptr (GdkContentProvider) content = NULL;

  if (self->chart == NULL)
    return;

  content = atlas_chart_clipboard_new (self->chart, COPY_WIDTH);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

static void
atlas_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  atlas_chart_view_draw (ATLAS_CHART_VIEW (widget), snapshot);
}

static GtkSizeRequestMode
atlas_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  /* Another width than that of the layout is asked now and then; only a chart
   * that is quickly measured answers at once. */
  if (self->chart != NULL && for_size > 0 && for_size != self->layout_width
      && atlas_chart_get_n_profiles (self->chart) <= ATLAS_CHART_HEAVY)
    {
      double height = atlas_chart_measure_least (
          self->chart, &self->theme, for_size / ATLAS_PIXELS_PER_POINT);

      *minimum = *natural = (int) ceil (height * ATLAS_PIXELS_PER_POINT);
      return;
    }

  *minimum = *natural = self->chart != NULL ? self->known_height : 0;
}

static void
atlas_chart_view_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  atlas_chart_view_ensure_layout (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
atlas_chart_view_map (GtkWidget *widget)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_chart_view_parent_class)->map (widget);

  update_theme (self);
  atlas_chart_view_follow_scroll (self);
}

static void
atlas_chart_view_unmap (GtkWidget *widget)
{
  atlas_chart_view_drop_scroll (ATLAS_CHART_VIEW (widget));
  GTK_WIDGET_CLASS (atlas_chart_view_parent_class)->unmap (widget);
}

static void
atlas_chart_view_system_setting_changed (GtkWidget *widget,
                                         GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (atlas_chart_view_parent_class)
      ->system_setting_changed (widget, setting);
  update_theme (ATLAS_CHART_VIEW (widget));
}

static void
atlas_chart_view_direction_changed (GtkWidget *widget,
                                    GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (atlas_chart_view_parent_class)
      ->direction_changed (widget, previous);
  update_theme (ATLAS_CHART_VIEW (widget));
}

static void
on_focus_changed (AtlasChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
atlas_chart_view_dispose (GObject *object)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (object);

  atlas_chart_view_cancel_job (self);
  atlas_chart_view_drop_scroll (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->layout, atlas_chart_layout_unref);
  g_clear_pointer (&self->chart, atlas_chart_unref);

  G_OBJECT_CLASS (atlas_chart_view_parent_class)->dispose (object);
}

static void
atlas_chart_view_finalize (GObject *object)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (object);

  g_hash_table_unref (self->bands);
  g_array_unref (self->selected);
  g_free (self->font_family);

  G_OBJECT_CLASS (atlas_chart_view_parent_class)->finalize (object);
}

static void
atlas_chart_view_class_init (AtlasChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_chart_view_dispose;
  object_class->finalize = atlas_chart_view_finalize;

  widget_class->get_request_mode = atlas_chart_view_get_request_mode;
  widget_class->measure = atlas_chart_view_measure;
  widget_class->size_allocate = atlas_chart_view_size_allocate;
  widget_class->snapshot = atlas_chart_view_snapshot;
  widget_class->query_tooltip = atlas_chart_view_query_tooltip;
  widget_class->map = atlas_chart_view_map;
  widget_class->unmap = atlas_chart_view_unmap;
  widget_class->system_setting_changed =
      atlas_chart_view_system_setting_changed;
  widget_class->direction_changed = atlas_chart_view_direction_changed;

  g_signal_new ("mark-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                G_TYPE_BOOLEAN);
  g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c,
                                       GDK_CONTROL_MASK, "chart.copy", NULL);
}

static void
atlas_chart_view_init (AtlasChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->hover = self->focus = ATLAS_NO_MARK;
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bands = g_hash_table_new_full (NULL, NULL, NULL,
                                       (GDestroyNotify) gsk_render_node_unref);
  update_theme (self);
  atlas_chart_view_update_accessible (self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed),
                    NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_theme),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  atlas_chart_view_add_controllers (self);
}

/**
 * atlas_chart_view_new:
 *
 * Returns: a view that shows no chart yet
 */
GtkWidget *
atlas_chart_view_new (void)
{
  return g_object_new (ATLAS_TYPE_CHART_VIEW, NULL);
}

/**
 * atlas_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
AtlasChart *
atlas_chart_view_get_chart (AtlasChartView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * atlas_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): what to show; referenced
 *
 * Shows another chart. A small one is there at once; a large one is laid out
 * on a worker.
 */
void
atlas_chart_view_set_chart (AtlasChartView *self, AtlasChart *chart)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));

  if (self->chart == chart)
    return;

  if (chart != NULL)
    atlas_chart_ref (chart);
  g_clear_pointer (&self->chart, atlas_chart_unref);
  self->chart = chart;
  self->focus = ATLAS_NO_MARK;
  g_array_set_size (self->selected, 0);
  atlas_chart_view_forget_layout (self);
  atlas_chart_view_update_accessible (self);
}

/**
 * atlas_chart_view_set_selected:
 * @self: a view
 * @profiles: (array length=n_profiles): indices of profiles of the chart
 * @n_profiles: how many
 *
 * Shows the marks of these profiles as selected.
 */
void
atlas_chart_view_set_selected (AtlasChartView *self,
                               const guint *profiles,
                               guint n_profiles)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));

  g_array_set_size (self->selected, 0);
  g_array_append_vals (self->selected, profiles, n_profiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_chart_view_get_layout:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what is drawn; %NULL while the first
 *   layout is under way
 */
AtlasChartLayout *
atlas_chart_view_get_layout (AtlasChartView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_VIEW (self), NULL);

  return self->layout;
}

/**
 * atlas_chart_view_get_focus_mark:
 * @self: a view
 *
 * Returns: index of the mark that has the keyboard, or -1
 */
int
atlas_chart_view_get_focus_mark (AtlasChartView *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_VIEW (self), ATLAS_NO_MARK);

  return self->focus;
}

/**
 * atlas_chart_view_set_focus_mark:
 * @self: a view
 * @mark: index of a mark, or -1 for none
 *
 * Gives the keyboard to a mark, speaks it and brings it into sight.
 */
void
atlas_chart_view_set_focus_mark (AtlasChartView *self, int mark)
{
  g_return_if_fail (ATLAS_IS_CHART_VIEW (self));

  if (atlas_chart_view_get_mark (self, mark) == NULL)
    mark = ATLAS_NO_MARK;
  if (self->focus == mark)
    return;

  self->focus = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  atlas_chart_view_update_accessible (self);
  if (mark != ATLAS_NO_MARK)
    atlas_chart_view_scroll_to_focus (self);
}

/**
 * atlas_chart_view_get_mark_bounds:
 * @self: a view
 * @mark: index of a mark
 * @bounds: (out caller-allocates): where it is, in pixels of the view
 *
 * Returns: whether there is such a mark
 */
gboolean
atlas_chart_view_get_mark_bounds (AtlasChartView *self,
                                  guint mark,
                                  graphene_rect_t *bounds)
{
  const AtlasMark *shown;

  g_return_val_if_fail (ATLAS_IS_CHART_VIEW (self), FALSE);
  g_return_val_if_fail (bounds != NULL, FALSE);

  shown = atlas_chart_view_get_mark (self, (int) mark);
  if (shown == NULL)
    return FALSE;

  graphene_rect_init (bounds, (float) (shown->x * ATLAS_PIXELS_PER_POINT),
                      (float) (shown->y * ATLAS_PIXELS_PER_POINT),
                      (float) (shown->width * ATLAS_PIXELS_PER_POINT),
                      (float) (shown->height * ATLAS_PIXELS_PER_POINT));

  return TRUE;
}

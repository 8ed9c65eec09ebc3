/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <adwaita.h>

/* Sizes of labels of charts and of the interface differ by this factor. */
#define TEXT_PART 0.84
#define TEXT_POINTS 9.0

const char *const atlas_canvas_signals[ATLAS_CANVAS_N_SIGNALS] = {
  [ATLAS_CANVAS_SELECTION_CHANGED] = "selection-changed",
  [ATLAS_CANVAS_FOCUS_CHANGED] = "focus-changed",
  [ATLAS_CANVAS_SENTENCE_CHANGED] = "sentence-changed",
  [ATLAS_CANVAS_ZOOM_CHANGED] = "zoom-changed",
  [ATLAS_CANVAS_PLACE_ACTIVATED] = "place-activated",
  [ATLAS_CANVAS_PLACE_MOVED] = "place-moved",
  [ATLAS_CANVAS_LINK_CHOSEN] = "link-chosen",
  [ATLAS_CANVAS_MENU] = "menu",
};

G_DEFINE_FINAL_TYPE (AtlasNetworkCanvas, atlas_network_canvas, GTK_TYPE_WIDGET)

/**
 * atlas_network_canvas_count_places:
 * @self: a canvas
 *
 * Returns: number of places of the network that is shown
 */
guint
atlas_network_canvas_count_places (AtlasNetworkCanvas *self)
{
  gsize n_places = 0;

  if (self->network != NULL)
    atlas_network_get_places (self->network, &n_places);

  return (guint) n_places;
}

/**
 * atlas_network_canvas_has_scene:
 * @self: a canvas
 *
 * Returns: whether there is a scene of the network that is shown: only then do
 *   the indices of places and nodes agree
 */
gboolean
atlas_network_canvas_has_scene (AtlasNetworkCanvas *self)
{
  return self->scene != NULL
         && atlas_network_scene_get_network (self->scene) == self->network;
}

static AtlasTheme
find_theme (AtlasNetworkCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  gboolean dark = adw_style_manager_get_dark (manager);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  if (adw_style_manager_get_high_contrast (manager))
    theme.variant =
        dark ? ATLAS_THEME_HIGH_CONTRAST_DARK : ATLAS_THEME_HIGH_CONTRAST;
  else if (dark)
    theme.variant = ATLAS_THEME_DARK;
  theme.text_scale = MAX (size, 6.0) * TEXT_PART / TEXT_POINTS;
  theme.font_family =
      g_intern_string (pango_font_description_get_family (font));
  theme.right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return theme;
}

/* --- widget ------------------------------------------------------------- */

static void
refresh_theme (AtlasNetworkCanvas *self)
{
  AtlasTheme theme = find_theme (self);

  if (atlas_theme_equal (&theme, &self->theme))
    return;
  self->theme = theme;
  self->scene_is_stale = TRUE;
  atlas_network_canvas_request (self);
}

static void
atlas_network_canvas_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (widget);

  refresh_theme (self);
  if (width == self->allocated_width && height == self->allocated_height)
    return;
  self->allocated_width = width;
  self->allocated_height = height;
  self->scene_is_stale = TRUE;
  atlas_network_canvas_request (self);
}

static void
atlas_network_canvas_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
atlas_network_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_network_canvas_parent_class)
      ->css_changed (widget, change);
  refresh_theme (ATLAS_NETWORK_CANVAS (widget));
}

static void
atlas_network_canvas_direction_changed (GtkWidget *widget,
                                        GtkTextDirection previous)
{
  refresh_theme (ATLAS_NETWORK_CANVAS (widget));
}

static gboolean
atlas_network_canvas_query_tooltip (GtkWidget *widget,
                                    int x,
                                    int y,
                                    gboolean keyboard,
                                    GtkTooltip *tooltip)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (widget);

  if (self->mode != ATLAS_CANVAS_IDLE || self->sentence == NULL
      || (self->hover < 0 && self->hover_edge < 0))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->sentence);

  return TRUE;
}

static void
atlas_network_canvas_dispose (GObject *object)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  if (self->emphasis_running != NULL)
    g_cancellable_cancel (self->emphasis_running);
  g_clear_object (&self->running);
  g_clear_object (&self->emphasis_running);
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, FALSE);
  g_clear_pointer (&self->picture, atlas_network_picture_free);
  g_clear_pointer (&self->emphasis, atlas_network_picture_free);
  g_clear_pointer (&self->painter, atlas_network_painter_free);
  g_clear_pointer (&self->text, atlas_text_free);
  g_clear_pointer (&self->legend, atlas_network_legend_free);
  g_clear_pointer (&self->legend_surface, cairo_surface_destroy);
  atlas_canvas_ground_clear (&self->ground);
  g_clear_pointer (&self->scene, atlas_network_scene_unref);
  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->options.whole, atlas_network_unref);

  G_OBJECT_CLASS (atlas_network_canvas_parent_class)->dispose (object);
}

static void
atlas_network_canvas_finalize (GObject *object)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (object);

  g_free (self->selected);
  g_free (self->sentence);
  g_free (self->status);
  g_array_unref (self->path);

  G_OBJECT_CLASS (atlas_network_canvas_parent_class)->finalize (object);
}

static void
add_signal (AtlasCanvasSignal signal, guint n_params, const GType *params)
{
  g_signal_newv (atlas_canvas_signals[signal], ATLAS_TYPE_NETWORK_CANVAS,
                 G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE,
                 n_params, (GType *) params);
}

static void
atlas_network_canvas_class_init (AtlasNetworkCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType index[] = { G_TYPE_UINT };
  const GType moved[] = { G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE };

  object_class->dispose = atlas_network_canvas_dispose;
  object_class->finalize = atlas_network_canvas_finalize;
  widget_class->snapshot = atlas_network_canvas_snapshot;
  widget_class->measure = atlas_network_canvas_measure;
  widget_class->size_allocate = atlas_network_canvas_size_allocate;
  widget_class->css_changed = atlas_network_canvas_css_changed;
  widget_class->direction_changed = atlas_network_canvas_direction_changed;
  widget_class->query_tooltip = atlas_network_canvas_query_tooltip;

  add_signal (ATLAS_CANVAS_SELECTION_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_FOCUS_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_SENTENCE_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_ZOOM_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_PLACE_ACTIVATED, 1, index);
  add_signal (ATLAS_CANVAS_PLACE_MOVED, 3, moved);
  add_signal (ATLAS_CANVAS_LINK_CHOSEN, 1, index);
  add_signal (ATLAS_CANVAS_MENU, 2, moved + 1);

  gtk_widget_class_set_css_name (widget_class, "network-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_network_canvas_init (AtlasNetworkCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->theme = (AtlasTheme) ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  self->show_legend = TRUE;
  self->view = (AtlasSceneView) ATLAS_SCENE_VIEW_INIT;
  self->is_fitted = TRUE;
  self->path = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->focus = -1;
  self->hover = -1;
  self->hover_edge = -1;
  self->dragged = -1;
  self->emphasis_wanted = -1;
  /* One thread of its own: it keeps its fonts from picture to picture. */
  self->pool =
      g_thread_pool_new (atlas_network_canvas_work, NULL, 1, TRUE, NULL);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (refresh_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::high-contrast", G_CALLBACK (refresh_theme),
                           self, G_CONNECT_SWAPPED);
  atlas_network_canvas_init_input (self);
  atlas_network_canvas_speak (self);
}

/* --- public ------------------------------------------------------------- */

/**
 * atlas_network_canvas_new:
 *
 * Returns: a canvas without a network
 */
GtkWidget *
atlas_network_canvas_new (void)
{
  return g_object_new (ATLAS_TYPE_NETWORK_CANVAS, NULL);
}

/* Index in @network of a place of the network shown before, or -1. */
static int
translate (AtlasNetworkCanvas *self, AtlasNetwork *network, int place)
{
  const AtlasPlace *places;
  gsize n_places;

  if (place < 0 || self->network == NULL || network == NULL)
    return -1;
  places = atlas_network_get_places (self->network, &n_places);

  return (int) atlas_network_find (network, places[place].id);
}

static void
translate_selection (AtlasNetworkCanvas *self, AtlasNetwork *network)
{
  guint8 *selected;
  guint n_selected = 0;
  gsize n_places = 0;

  if (network != NULL)
    atlas_network_get_places (network, &n_places);
  selected = g_new0 (guint8, n_places + 1);
  for (guint i = 0; i < atlas_network_canvas_count_places (self); i++)
    {
      int place = self->selected[i] ? translate (self, network, (int) i) : -1;

      if (place >= 0)
        {
          selected[place] = TRUE;
          n_selected++;
        }
    }
  g_free (self->selected);
  self->selected = selected;
  self->n_selected = n_selected;
}

/**
 * atlas_network_canvas_set_network:
 * @self: a canvas
 * @network: (nullable): a network, measured and arranged, not changed any more
 * @options: how it is shown
 *
 * Places that were selected, or had the keyboard, keep it. The old picture
 * stays until the new one is painted.
 */
void
atlas_network_canvas_set_network (AtlasNetworkCanvas *self,
                                  AtlasNetwork *network,
                                  const AtlasNetworkOptions *options)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));
  g_return_if_fail (options != NULL);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->focus = translate (self, network, self->focus);
  translate_selection (self, network);
  self->hover = -1;
  self->hover_edge = -1;
  self->mode = ATLAS_CANVAS_IDLE;
  self->dragged = -1;
  g_array_set_size (self->path, 0);

  if (network != NULL)
    atlas_network_ref (network);
  g_clear_pointer (&self->network, atlas_network_unref);
  self->network = network;
  if (options->whole != NULL)
    atlas_network_ref (options->whole);
  g_clear_pointer (&self->options.whole, atlas_network_unref);
  self->options = *options;

  self->scene_is_stale = TRUE;
  self->selection_is_painted = FALSE;
  if (network == NULL)
    {
      atlas_canvas_ground_clear (&self->ground);
      g_clear_pointer (&self->picture, atlas_network_picture_free);
    }
  atlas_network_canvas_request (self);
  atlas_network_canvas_speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_network_canvas_get_network:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the network shown
 */
AtlasNetwork *
atlas_network_canvas_get_network (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), NULL);

  return self->network;
}

/**
 * atlas_network_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what was drawn last
 */
AtlasNetworkScene *
atlas_network_canvas_get_scene (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), NULL);

  return atlas_network_canvas_has_scene (self) ? self->scene : NULL;
}

/**
 * atlas_network_canvas_get_ready:
 * @self: a canvas
 *
 * Returns: whether what is drawn is what was asked for, sharp
 */
gboolean
atlas_network_canvas_get_ready (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  return self->running == NULL && !self->picture_is_stale
         && !self->scene_is_stale && atlas_network_canvas_has_scene (self);
}

/**
 * atlas_network_canvas_has_legend:
 * @self: a canvas
 *
 * Returns: whether the map has its legend beside it or below it
 */
gboolean
atlas_network_canvas_has_legend (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  return self->legend != NULL && atlas_network_canvas_has_scene (self);
}

/**
 * atlas_network_canvas_get_busy:
 * @self: a canvas
 *
 * Returns: whether the user is dragging something
 */
gboolean
atlas_network_canvas_get_busy (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  return self->mode != ATLAS_CANVAS_IDLE;
}

/**
 * atlas_network_canvas_set_show_legend:
 * @self: a canvas
 * @show_legend: whether the legend stands beside the map or below it
 */
void
atlas_network_canvas_set_show_legend (AtlasNetworkCanvas *self,
                                      gboolean show_legend)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  if (self->show_legend == !!show_legend)
    return;
  self->show_legend = !!show_legend;
  self->scene_is_stale = TRUE;
  atlas_network_canvas_request (self);
}

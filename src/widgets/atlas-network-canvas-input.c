/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <math.h>

/* One click of a wheel, one press of a key. */
#define ZOOM_STEP 1.25
#define PAN_STEP 60.0

/* The pointer may tremble so far before a press becomes a drag. */
#define DRAG_THRESHOLD 4.0

static void
emit (AtlasNetworkCanvas *self, AtlasCanvasSignal signal)
{
  g_signal_emit_by_name (self, atlas_canvas_signals[signal]);
}

static void
select_one (AtlasNetworkCanvas *self, int place, gboolean extend)
{
  g_autoptr (GArray) places = extend
                                  ? atlas_network_canvas_dup_selected (self)
                                  : g_array_new (FALSE, FALSE, sizeof (guint));

  if (place >= 0)
    {
      guint index = (guint) place;
      guint found = places->len;

      for (guint i = 0; i < places->len; i++)
        if (g_array_index (places, guint, i) == index)
          found = i;
      if (found < places->len)
        g_array_remove_index (places, found);
      else
        g_array_append_val (places, index);
    }
  atlas_network_canvas_select (self, (const guint *) (gpointer) places->data,
                               places->len);
  emit (self, ATLAS_CANVAS_SELECTION_CHANGED);
}

static void
set_focus (AtlasNetworkCanvas *self, int place)
{
  if (self->focus == place)
    return;
  self->focus = place;
  atlas_network_canvas_speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  emit (self, ATLAS_CANVAS_FOCUS_CHANGED);
}

/* --- pointer ------------------------------------------------------------ */

static void
on_motion (GtkEventControllerMotion *controller,
           double x,
           double y,
           gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  int node;
  int edge = -1;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->mode != ATLAS_CANVAS_IDLE)
    return;
  node = atlas_network_canvas_hit (self, x, y);
  if (node < 0)
    edge = atlas_network_canvas_hit_edge (self, x, y);
  atlas_network_canvas_set_hover (self, node, edge);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   node >= 0 || edge >= 0 ? "pointer" : NULL);
}

static void
on_leave (GtkEventControllerMotion *controller, gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);

  atlas_network_canvas_set_hover (self, -1, -1);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (controller));

  /* Two fingers move the map; the wheel, and Control, zoom at the pointer. */
  if ((state & GDK_SHIFT_MASK) != 0)
    atlas_network_canvas_pan (self, -(dx + dy) * PAN_STEP, 0);
  else
    atlas_network_canvas_zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x,
                                  self->pointer_y);

  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture *gesture,
                GdkEventSequence *sequence,
                gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);

  self->pinch_zoom = self->view.zoom;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  double x = self->pointer_x;
  double y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  atlas_network_canvas_zoom_at (
      self, self->pinch_zoom * scale / self->view.zoom, x, y);
}

static void
on_click (GtkGestureClick *gesture,
          int n_press,
          double x,
          double y,
          gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  const AtlasSceneEdge *edges;
  guint n_edges;
  int node;
  int edge;

  if (self->mode != ATLAS_CANVAS_IDLE)
    return;
  node = atlas_network_canvas_hit (self, x, y);
  if (node >= 0)
    {
      set_focus (self, node);
      if (n_press == 2)
        g_signal_emit_by_name (
            self, atlas_canvas_signals[ATLAS_CANVAS_PLACE_ACTIVATED],
            (guint) node);
      else
        select_one (self, node, extend);
      return;
    }
  edge = atlas_network_canvas_hit_edge (self, x, y);
  if (edge >= 0)
    {
      edges = atlas_network_scene_get_edges (self->scene, &n_edges);
      g_signal_emit_by_name (self,
                             atlas_canvas_signals[ATLAS_CANVAS_LINK_CHOSEN],
                             edges[edge].link);
      return;
    }
  if (!extend)
    {
      set_focus (self, -1);
      select_one (self, -1, FALSE);
    }
}

static void
on_menu_click (GtkGestureClick *gesture,
               int n_press,
               double x,
               double y,
               gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  int node = atlas_network_canvas_hit (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (node >= 0)
    {
      set_focus (self, node);
      if (!atlas_network_canvas_is_selected (self, (guint) node))
        select_one (self, node, FALSE);
    }
  g_signal_emit_by_name (self, atlas_canvas_signals[ATLAS_CANVAS_MENU], x, y);
}

/* --- dragging ----------------------------------------------------------- */

static void
begin_drag (AtlasNetworkCanvas *self)
{
  const AtlasSceneNode *nodes;
  guint n_nodes;
  int node = atlas_network_canvas_hit (self, self->press_x, self->press_y);

  if (node >= 0)
    {
      nodes = atlas_network_scene_get_nodes (self->scene, &n_nodes);
      self->mode = ATLAS_CANVAS_DRAG;
      self->dragged = node;
      self->dragged_x = nodes[node].x;
      self->dragged_y = nodes[node].y;
      self->grab_x =
          nodes[node].x - (self->press_x - self->view.x) / self->view.zoom;
      self->grab_y =
          nodes[node].y - (self->press_y - self->view.y) / self->view.zoom;
      set_focus (self, node);
      /* A picture without the node, to draw it above. */
      atlas_network_canvas_request (self);
    }
  else if (self->extends)
    {
      self->mode = ATLAS_CANVAS_BOX;
    }
  else
    {
      self->mode = ATLAS_CANVAS_PAN;
      self->press_view = self->view;
      self->is_fitted = FALSE;
    }
  atlas_network_canvas_set_hover (self, -1, -1);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   self->mode == ATLAS_CANVAS_BOX ? "crosshair"
                                                                  : "grabbing");
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  GdkModifierType state = gtk_event_controller_get_current_event_state (
      GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->extends = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  self->press_x = self->last_x = x;
  self->press_y = self->last_y = y;
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double offset_x,
                double offset_y,
                gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  double x = self->press_x + offset_x;
  double y = self->press_y + offset_y;

  if (!atlas_network_canvas_has_scene (self))
    return;
  if (self->mode == ATLAS_CANVAS_IDLE)
    {
      if (hypot (offset_x, offset_y) < DRAG_THRESHOLD)
        return;
      begin_drag (self);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (self->mode == ATLAS_CANVAS_PAN)
    atlas_network_canvas_set_view (self, self->view.zoom,
                                   self->press_view.x + offset_x,
                                   self->press_view.y + offset_y);
  if (self->mode == ATLAS_CANVAS_DRAG)
    {
      self->dragged_x = (x - self->view.x) / self->view.zoom + self->grab_x;
      self->dragged_y = (y - self->view.y) / self->view.zoom + self->grab_y;
    }
  self->last_x = x;
  self->last_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop (AtlasNetworkCanvas *self)
{
  guint place = (guint) self->dragged;
  double x;
  double y;

  atlas_network_scene_to_unit (self->scene, self->dragged_x, self->dragged_y,
                               &x, &y);
  self->dragged = -1;
  atlas_network_canvas_request (self);
  g_signal_emit_by_name (self, atlas_canvas_signals[ATLAS_CANVAS_PLACE_MOVED],
                         place, x, y);
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double offset_x,
             double offset_y,
             gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);
  AtlasCanvasMode mode = self->mode;

  self->mode = ATLAS_CANVAS_IDLE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  if (mode == ATLAS_CANVAS_BOX)
    atlas_network_canvas_select_in_box (self, self->press_x, self->press_y,
                                        self->press_x + offset_x,
                                        self->press_y + offset_y, TRUE);
  else if (mode == ATLAS_CANVAS_DRAG && atlas_network_canvas_has_scene (self))
    drop (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Another gesture took over, or the pointer was grabbed: nothing happened. */
static void
on_drag_cancel (GtkGesture *gesture,
                GdkEventSequence *sequence,
                gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);

  if (self->mode == ATLAS_CANVAS_IDLE)
    return;
  self->mode = ATLAS_CANVAS_IDLE;
  self->dragged = -1;
  atlas_network_canvas_request (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- keyboard ----------------------------------------------------------- */

static const struct
{
  guint key;
  double dx;
  double dy;
} arrows[] = {
  { GDK_KEY_Left, -1, 0 },    { GDK_KEY_Right, 1, 0 },
  { GDK_KEY_Up, 0, -1 },      { GDK_KEY_Down, 0, 1 },
  { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
  { GDK_KEY_KP_Up, 0, -1 },   { GDK_KEY_KP_Down, 0, 1 },
};

static gboolean
handle_arrow (AtlasNetworkCanvas *self, guint key, GdkModifierType state)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      if (arrows[i].key != key)
        continue;
      if ((state & GDK_CONTROL_MASK) != 0)
        atlas_network_canvas_pan (self, -arrows[i].dx * PAN_STEP,
                                  -arrows[i].dy * PAN_STEP);
      else
        atlas_network_canvas_set_focus_place (
            self, atlas_network_canvas_find_towards (
                      self, self->focus, arrows[i].dx, arrows[i].dy));
      return TRUE;
    }

  return FALSE;
}

static void
activate_focus (AtlasNetworkCanvas *self, GdkModifierType state)
{
  gboolean extend = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;

  if (self->focus < 0)
    return;
  if (!extend && self->n_selected == 1
      && atlas_network_canvas_is_selected (self, (guint) self->focus))
    g_signal_emit_by_name (self,
                           atlas_canvas_signals[ATLAS_CANVAS_PLACE_ACTIVATED],
                           (guint) self->focus);
  else
    select_one (self, self->focus, extend);
  atlas_network_canvas_speak (self);
}

static void
show_menu (AtlasNetworkCanvas *self)
{
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (self->focus >= 0)
    atlas_network_canvas_get_position (self, (guint) self->focus, &x, &y);
  g_signal_emit_by_name (self, atlas_canvas_signals[ATLAS_CANVAS_MENU], x, y);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);

  if (handle_arrow (self, key, state))
    return GDK_EVENT_STOP;
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      atlas_network_canvas_zoom (self, ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      atlas_network_canvas_zoom (self, 1 / ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      atlas_network_canvas_fit (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      atlas_network_canvas_set_focus_place (
          self, atlas_network_canvas_find_towards (self, -1, 0, 0));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate_focus (self, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      show_menu (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if ((state & GDK_SHIFT_MASK) == 0)
        return GDK_EVENT_PROPAGATE;
      show_menu (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->n_selected == 0)
        return GDK_EVENT_PROPAGATE;
      select_one (self, -1, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Who comes by keyboard finds a place that has it. */
static void
on_focus_in (GtkEventControllerFocus *controller, gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (user_data);

  if (self->focus < 0 && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    set_focus (self, atlas_network_canvas_find_towards (self, -1, 0, 0));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_focus_out (GtkEventControllerFocus *controller, gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

/* --- wiring ------------------------------------------------------------- */

static void
add_keyboard (AtlasNetworkCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_in), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_out), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
add_gestures (AtlasNetworkCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/**
 * atlas_network_canvas_init_input:
 * @self: a canvas
 *
 * Makes it answer to pointer, touch and keyboard.
 */
void
atlas_network_canvas_init_input (AtlasNetworkCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  add_gestures (self);
  add_keyboard (self);
}

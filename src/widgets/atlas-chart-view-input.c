/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-view-private.h"

#include <glib/gi18n.h>

/* What a person does with a chart: keys, pointer, menu. */

/* How far a mark lies from another in a direction, sideways counting double;
 * negative where it does not lie in that direction. */
static double
get_distance (const AtlasMark *from, const AtlasMark *to, int right, int down)
{
  double dx = to->x + to->width / 2 - from->x - from->width / 2;
  double dy = to->y + to->height / 2 - from->y - from->height / 2;
  double along = dx * right + dy * down;
  double across = fabs (right != 0 ? dy : dx);

  if (along <= 0.5 || across > along * 4)
    return -1;

  return along + 2 * across;
}

static int
find_neighbour (AtlasChartView *self, int right, int down)
{
  const AtlasMark *from = atlas_chart_view_get_mark (self, self->focus);
  double nearest = INFINITY;
  int found = ATLAS_NO_MARK;
  guint i;

  if (from == NULL)
    return atlas_chart_view_count_marks (self) > 0 ? 0 : ATLAS_NO_MARK;

  for (i = 0; i < atlas_chart_view_count_marks (self); i++)
    {
      double distance = get_distance (
          from, atlas_chart_layout_get_mark (self->layout, i), right, down);

      if (distance >= 0 && distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }

  return found;
}

static void
emit_selected (AtlasChartView *self, int mark, GdkModifierType state)
{
  gboolean extend = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;

  if (atlas_chart_view_get_mark (self, mark) != NULL)
    g_signal_emit_by_name (self, "mark-selected", (guint) mark, extend);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  g_menu_append (first, _ ("_Copy"), "chart.copy");
  g_menu_append (first, _ ("Show as _Table"), "charts.show-table");
  g_menu_append (second, _ ("_Export…"), "win.export-chart");
  g_menu_append (second, _ ("_Print…"), "win.print-chart");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));

  return G_MENU_MODEL (menu);
}

static void
popup_menu (AtlasChartView *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  if (self->menu == NULL)
    {
      g_autoptr (GMenuModel) model = create_menu ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

typedef struct
{
  guint key;
  int right;
  int down;
} Arrow;

static const Arrow arrows[] = {
  { GDK_KEY_Left, -1, 0 }, { GDK_KEY_KP_Left, -1, 0 },
  { GDK_KEY_Right, 1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
  { GDK_KEY_Up, 0, -1 },   { GDK_KEY_KP_Up, 0, -1 },
  { GDK_KEY_Down, 0, 1 },  { GDK_KEY_KP_Down, 0, 1 },
};

static gboolean
on_other_key (AtlasChartView *self, guint key, GdkModifierType state)
{
  const AtlasMark *mark = atlas_chart_view_get_mark (self, self->focus);

  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      atlas_chart_view_set_focus_mark (
          self, atlas_chart_view_count_marks (self) > 0 ? 0 : -1);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      atlas_chart_view_set_focus_mark (
          self, (int) atlas_chart_view_count_marks (self) - 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      emit_selected (self, self->focus, state);
      return mark != NULL;
    case GDK_KEY_Escape:
      if (mark == NULL)
        return FALSE;
      atlas_chart_view_set_focus_mark (self, ATLAS_NO_MARK);
      return TRUE;
    case GDK_KEY_Menu:
      popup_menu (self, mark != NULL ? mark->x * ATLAS_PIXELS_PER_POINT : 24,
                  mark != NULL
                      ? (mark->y + mark->height) * ATLAS_PIXELS_PER_POINT
                      : 24);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                AtlasChartView *self)
{
  guint i;

  g_assert (ATLAS_IS_CHART_VIEW (self));

  if (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0)
    return on_other_key (self, GDK_KEY_Menu, 0);

  for (i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      int next;

      if (arrows[i].key != key)
        continue;

      next = find_neighbour (self, arrows[i].right, arrows[i].down);
      if (next != ATLAS_NO_MARK)
        atlas_chart_view_set_focus_mark (self, next);

      return atlas_chart_view_count_marks (self) > 0;
    }

  return on_other_key (self, key, state);
}

static int
hit (AtlasChartView *self, double x, double y)
{
  if (self->layout == NULL)
    return ATLAS_NO_MARK;

  return atlas_chart_layout_hit (self->layout, x / ATLAS_PIXELS_PER_POINT,
                                 y / ATLAS_PIXELS_PER_POINT);
}

static void
set_hover (AtlasChartView *self, int mark)
{
  if (self->hover == mark)
    return;

  self->hover = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *controller,
           double x,
           double y,
           AtlasChartView *self)
{
  g_assert (ATLAS_IS_CHART_VIEW (self));

  set_hover (self, hit (self, x, y));
}

static void
on_leave (GtkEventControllerMotion *controller, AtlasChartView *self)
{
  g_assert (ATLAS_IS_CHART_VIEW (self));

  set_hover (self, ATLAS_NO_MARK);
}

static void
on_pressed (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            AtlasChartView *self)
{
  guint button =
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  int mark;

  g_assert (ATLAS_IS_CHART_VIEW (self));

  mark = hit (self, x, y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mark != ATLAS_NO_MARK)
    atlas_chart_view_set_focus_mark (self, mark);

  if (button == GDK_BUTTON_SECONDARY)
    popup_menu (self, x, y);
  else if (button == GDK_BUTTON_PRIMARY && mark != ATLAS_NO_MARK)
    {
      emit_selected (self, mark,
                     gtk_event_controller_get_current_event_state (
                         GTK_EVENT_CONTROLLER (gesture)));
      if (n_press == 2)
        g_signal_emit_by_name (self, "mark-activated", (guint) mark);
    }
}

gboolean
atlas_chart_view_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (widget);
  int mark = keyboard ? self->focus : hit (self, x, y);
  const AtlasMark *shown = atlas_chart_view_get_mark (self, mark);
  graphene_rect_t bounds;
  GdkRectangle area;

  if (shown == NULL
      || !atlas_chart_view_get_mark_bounds (self, (guint) mark, &bounds))
    return FALSE;

  area.x = (int) bounds.origin.x;
  area.y = (int) bounds.origin.y;
  area.width = (int) ceilf (bounds.size.width);
  area.height = (int) ceilf (bounds.size.height);
  gtk_tooltip_set_tip_area (tooltip, &area);
  gtk_tooltip_set_text (tooltip, shown->spoken);

  return TRUE;
}

void
atlas_chart_view_add_controllers (AtlasChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

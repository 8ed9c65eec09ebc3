/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-window-private.h"

/* In a narrow window, or where letters are large, the pages stand below the
 * settings, not beside them. */

/* A window that is no wider than it must be wants to be narrower. */
#define NARROW_MARGIN 16

static void
set_narrow (AtlasReportWindow *self, int width)
{
  gboolean narrow;

  if (!self->narrow)
    gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1,
                        &self->wide_minimum, NULL, NULL, NULL);
  narrow = width < self->wide_minimum + NARROW_MARGIN;
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes),
                                  narrow ? GTK_ORIENTATION_VERTICAL
                                         : GTK_ORIENTATION_HORIZONTAL);
  /* The keys stay. */
  gtk_widget_set_visible (self->zoom_out_button, !narrow);
  gtk_widget_set_visible (self->zoom_in_button, !narrow);
}

static void
on_surface_width (AtlasReportWindow *self,
                  GParamSpec *pspec,
                  GdkSurface *surface)
{
  set_narrow (self, gdk_surface_get_width (surface));
}

/* The width of the widest screen. */
static int
get_room (AtlasReportWindow *self)
{
  GListModel *monitors =
      gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  int room = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      room = MAX (room, area.width);
    }

  return room;
}

/**
 * atlas_report_window_fold:
 * @self: a report window that is realized
 *
 * Has it follow its width from now on.
 */
void
atlas_report_window_fold (AtlasReportWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  set_narrow (self, MIN (width, get_room (self)));
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)),
                           "notify::width", G_CALLBACK (on_surface_width), self,
                           G_CONNECT_SWAPPED);
}

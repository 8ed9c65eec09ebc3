/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-wait.h"

G_BEGIN_DECLS

/* Asks for a size, unless it is asked for already. GTK takes each answer of
 * the screen for the size that is wanted from then on, and so one to an
 * earlier request that is still on its way undoes the latest. */
static inline gboolean
atlas_resize_ask (GtkWindow *window, int width, int height)
{
  int asked_width;
  int asked_height;

  gtk_window_get_default_size (window, &asked_width, &asked_height);
  if (asked_width != width || asked_height != height)
    gtk_window_set_default_size (window, width, height);

  return TRUE;
}

/* Asks for a size of @window, in pixels, until @condition holds. */
#define RESIZE_UNTIL(window, width, height, condition)                  \
  WAIT_UNTIL (atlas_resize_ask (GTK_WINDOW (window), (width), (height)) \
              && (condition))

G_END_DECLS

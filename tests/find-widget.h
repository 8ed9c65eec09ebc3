/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Widgets of a window, for tests that have no other hold on them. */

typedef gboolean (*WidgetMatch) (GtkWidget *widget, gconstpointer data);

/* The first of @widget and all below it that @matches, or %NULL. */
static inline GtkWidget *
find_widget (GtkWidget *widget, WidgetMatch matches, gconstpointer data)
{
  GtkWidget *found = NULL;

  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, matches, data);

  return found;
}

static inline gboolean
widget_has_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) data);
}

static inline GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  return find_widget (widget, widget_has_type, &type);
}

static inline gboolean
widget_has_type_name (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), data);
}

/* For types that have no header. */
static inline GtkWidget *
find_type_name (GtkWidget *widget, const char *name)
{
  return find_widget (widget, widget_has_type_name, name);
}

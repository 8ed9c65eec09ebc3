/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fit-walk.h"

#include <adwaita.h>

#include "../keep-picture.h"
#include "atlas-wait.h"

/* Whether any text of a window is cut, or stands out over what holds it. */

/* How long what seems wrong is looked at again before it is said. */
#define DOUBT (5 * G_TIME_SPAN_SECOND)

typedef struct
{
  const char *where;
  GString *faults;
  guint n_labels;
} Walk;

/* A text that is cut on purpose is told in full where one points at it. */
static gboolean
has_tip (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_ROOT (widget);
       widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;

  return FALSE;
}

static void
blame (Walk *walk, GtkWidget *widget, const char *text, const char *what)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  g_string_append_printf (walk->faults, "\n%s: %s: “%s” in %s of %s",
                          walk->where, what, text, G_OBJECT_TYPE_NAME (parent),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (parent)));
}

/* Whether one can scroll sideways to what stands out over @widget. */
static gboolean
scrolls (GtkWidget *widget)
{
  GtkWidget *window =
      gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkPolicyType policy;

  if (!GTK_IS_SCROLLABLE (widget) || window == NULL)
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (window), &policy, NULL);

  return policy != GTK_POLICY_NEVER;
}

/* Nothing that does not scroll stands out over what holds it. */
static gboolean
stands_out (GtkWidget *widget)
{
  GtkWidget *parent;

  for (parent = gtk_widget_get_parent (widget);
       parent != NULL && !scrolls (parent);
       parent = gtk_widget_get_parent (parent))
    {
      graphene_rect_t own;
      gboolean holds =
          GTK_IS_NATIVE (parent) || GTK_IS_PANED (parent)
          || gtk_widget_get_overflow (parent) == GTK_OVERFLOW_HIDDEN;

      if (holds && gtk_widget_compute_bounds (widget, parent, &own)
          && (own.origin.x < -1.5F
              || own.origin.x + own.size.width
                     > (float) gtk_widget_get_width (parent) + 1.5F))
        return TRUE;
      /* A popover is a surface of its own. */
      if (GTK_IS_NATIVE (parent))
        return FALSE;
    }

  return FALSE;
}

static void
check_label (Walk *walk, GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  GtkWidget *widget = GTK_WIDGET (label);
  const char *text = gtk_label_get_text (label);
  int width;
  int height;

  /* libadwaita's bar at the foot of a narrow window shortens as it must. */
  if (*text == '\0'
      || gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER_BAR) != NULL)
    return;

  walk->n_labels++;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !has_tip (widget))
    blame (walk, widget, text, "shortened without a tooltip");
  else if (width > gtk_widget_get_width (widget) + 1
           || height > gtk_widget_get_height (widget) + 1)
    blame (walk, widget, text, "cut");
  else if (stands_out (widget))
    blame (walk, widget, text, "stands out");
}

static void
check_inscription (Walk *walk, GtkInscription *inscription)
{
  GtkWidget *widget = GTK_WIDGET (inscription);
  const char *text = gtk_inscription_get_text (inscription);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL || *text == '\0')
    return;

  walk->n_labels++;
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_attributes (layout,
                               gtk_inscription_get_attributes (inscription));
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > gtk_widget_get_width (widget) + 1 && !has_tip (widget))
    blame (walk, widget, text, "shortened without a tooltip");
}

static void
check_widget (Walk *walk, GtkWidget *widget)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  if (GTK_IS_LABEL (widget))
    check_label (walk, GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    check_inscription (walk, GTK_INSCRIPTION (widget));
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (walk, child);
}

/* The picture is named after language, place and number. */
static void
keep (GtkWidget *root, const char *where)
{
  static guint n_kept = 0;
  g_autofree char *place = g_strdelimit (g_strdup (where), " .:/,", '-');
  g_autofree char *name =
      g_strdup_printf ("%s-%02u-%s", g_getenv ("LANGUAGE"), ++n_kept, place);

  keep_picture (root, name);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gboolean *drawn = user_data;

  *drawn = TRUE;

  return G_SOURCE_REMOVE;
}

/* Lets the window settle: two frames, and what is to be done after them. Where
 * frames take longer than they are shown there is always something to do. */
void
fit_walk_settle (GtkWidget *root)
{
  for (guint i = 0; i < 2; i++)
    {
      gboolean drawn = FALSE;
      gint64 end;

      gtk_widget_add_tick_callback (root, on_tick, &drawn, NULL);
      gtk_widget_queue_draw (root);
      WAIT_UNTIL (drawn);
      end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
      while (g_main_context_iteration (NULL, FALSE)
             && g_get_monotonic_time () < end)
        ;
    }
}

/* Looks at all of @widget, a part of @root. What a worker brings comes when it
 * comes, and is given its place in the frame after that: only what stays wrong
 * is a fault. Returns how many texts there are. */
static guint
check_part (GtkWidget *root, GtkWidget *widget, const char *where)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  Walk walk = { where, faults, 0 };
  gint64 end = g_get_monotonic_time () + DOUBT;

  do
    {
      fit_walk_settle (root);
      g_string_truncate (faults, 0);
      walk.n_labels = 0;
      check_widget (&walk, widget);
    }
  while (faults->len > 0 && g_get_monotonic_time () < end);
  keep (widget, where);
  if (faults->len > 0)
    {
      g_test_message ("%s", faults->str);
      g_test_fail ();
    }

  return walk.n_labels;
}

/* All of the window @root; @where names it in what is said. */
void
fit_walk_check_window (GtkWidget *root, const char *where)
{
  g_assert_cmpuint (check_part (root, root, where), >, 0);
}

/* Each menu and popover below @widget that can be opened. */
void
fit_walk_check_popovers (GtkWidget *root, GtkWidget *widget, const char *where)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_is_sensitive (widget))
    {
      GtkMenuButton *button = GTK_MENU_BUTTON (widget);
      GtkPopover *popover = gtk_menu_button_get_popover (button);
      g_autofree char *name = NULL;

      name =
          g_strconcat (where, ", ", gtk_widget_get_tooltip_text (widget), NULL);
      /* Scrolls it to where it can be seen. */
      gtk_widget_grab_focus (widget);
      fit_walk_settle (root);
      gtk_menu_button_popup (button);
      popover = gtk_menu_button_get_popover (button);
      WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (popover)));
      check_part (root, GTK_WIDGET (popover), name);
      gtk_menu_button_popdown (button);
      WAIT_UNTIL (!gtk_widget_get_mapped (GTK_WIDGET (popover)));
      return;
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fit_walk_check_popovers (root, child, where);
}

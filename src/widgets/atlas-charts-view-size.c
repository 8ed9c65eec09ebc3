/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view-private.h"

/* Narrower than this, a drop-down takes the place of the list of kinds. */
#define NARROW 720

/* What stands in a row with options and buttons: separator, gaps, margins. */
#define TOOLBAR_REST 24
#define TOOLBAR_GAP 6

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

void
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

void
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-details-view-private.h"
#include "atlas-quantity.h"

/* Estimates, and how they were computed: the formula, the printed values, and
 * the lines they stand on. */

/* A row takes about a millisecond to make, and two to measure and draw. */
#define ROWS_AT_A_TIME 4

static char *
format_quantity (AtlasDetailsView *self,
                 const AtlasQuantityInfo *info,
                 AtlasInterval interval)
{
  if (info->unit == ATLAS_UNIT_PERCENT)
    return atlas_format_interval_percent (&self->format, interval);

  return atlas_format_interval (&self->format, interval);
}

static void
on_input_clicked (AtlasDetailsView *self, GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  atlas_details_view_show_line (self, GPOINTER_TO_UINT (g_object_get_data (
                                          G_OBJECT (button), "atlas-line")));
}

static char *
describe_input (AtlasDetailsView *self, const AtlasInput *input)
{
  g_autofree char *number = NULL;
  const char *name = input->name != NULL ? input->name : _ ("without a name");
  gboolean patents = input->kind == ATLAS_PATENTS;

  if (input->role == ATLAS_INPUT_SHARE
      || input->role == ATLAS_INPUT_COLLABORATION)
    number = atlas_format_share (&self->format, input->number);
  else
    number = atlas_format_number (&self->format, input->number);

  switch (input->role)
    {
    case ATLAS_INPUT_COUNT:
      return g_strdup_printf (
          patents ? _ ("Patents of \342\201\250%s\342\201\251: %s")
                  : _ ("Articles of \342\201\250%s\342\201\251: %s"),
          name, number);
    case ATLAS_INPUT_SHARE:
      return g_strdup_printf (
          patents ? _ ("Share of patents of \342\201\250%s\342\201\251: %s")
                  : _ ("Share of articles of \342\201\250%s\342\201\251: %s"),
          name, number);
    case ATLAS_INPUT_RATE:
      return g_strdup_printf (patents ? _ ("PCT applications per million: %s")
                                      : _ ("Articles per million: %s"),
                              number);
    case ATLAS_INPUT_COLLABORATION:
    default:
      return g_strdup_printf (patents ? _ ("Patent collaboration: %s")
                                      : _ ("Article collaboration: %s"),
                              number);
    }
}

static GtkWidget *
make_input (AtlasDetailsView *self, const AtlasInput *input)
{
  g_autofree char *text = describe_input (self, input);
  g_autofree char *line = g_strdup_printf (_ ("Line %u"), input->number->line);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = atlas_details_view_make_text (text, "body");
  GtkWidget *button = gtk_button_new_with_label (line);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show This Line of the Source"));
  g_object_set_data (G_OBJECT (button), "atlas-line",
                     GUINT_TO_POINTER (input->number->line));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_input_clicked),
                            self);
  gtk_box_append (GTK_BOX (box), label);
  if (input->number->line > 0)
    gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
make_explanation (AtlasDetailsView *self, AtlasQuantity quantity)
{
  const AtlasQuantityInfo *info = atlas_quantity_get_info (quantity);
  g_autoptr (GArray) inputs = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint i;

  gtk_box_append (GTK_BOX (box),
                  atlas_details_view_make_text (_ (info->label), "heading"));
  gtk_box_append (GTK_BOX (box),
                  atlas_details_view_make_text (_ (info->formula), "body"));
  if (info->caution != NULL)
    gtk_box_append (GTK_BOX (box), atlas_details_view_make_text (
                                       _ (info->caution), "dim-label"));

  inputs = atlas_quantity_dup_inputs (
      quantity, atlas_document_get_profile (self->document));
  if (inputs->len > 0)
    gtk_box_append (GTK_BOX (box),
                    atlas_details_view_make_text (
                        _ ("Computed from these printed values"), "heading"));
  for (i = 0; i < inputs->len; i++)
    gtk_box_append (GTK_BOX (box),
                    make_input (self, &g_array_index (inputs, AtlasInput, i)));

  return atlas_details_view_wrap_explanation (box);
}

static void
on_explain (GtkMenuButton *button, gpointer user_data)
{
  AtlasDetailsView *self = ATLAS_DETAILS_VIEW (user_data);
  AtlasQuantity quantity = GPOINTER_TO_UINT (
      g_object_get_data (G_OBJECT (button), "atlas-quantity"));

  gtk_menu_button_set_popover (button, make_explanation (self, quantity));
}

static void
add_estimate (AtlasDetailsView *self,
              AtlasQuantity quantity,
              AtlasInterval interval)
{
  const AtlasQuantityInfo *info = atlas_quantity_get_info (quantity);
  g_autofree char *text = format_quantity (self, info, interval);
  GtkWidget *row = atlas_details_view_make_row (self, _ (info->label), text, 0);
  GtkWidget *button =
      atlas_details_view_add_how_computed (self, row, on_explain);

  g_object_set_data (G_OBJECT (button), "atlas-quantity",
                     GUINT_TO_POINTER (quantity));
  atlas_details_view_add_row (self, self->estimates, row);
}

/**
 * atlas_details_view_fill_estimates:
 * @self: a view
 * @profile: the profile
 *
 * Every estimate, as an interval, with how it was computed one click away; a
 * few more with each call.
 *
 * Returns: whether there are more to come
 */
gboolean
atlas_details_view_fill_estimates (AtlasDetailsView *self,
                                   const AtlasProfile *profile)
{
  AtlasEstimates estimates;
  guint end = MIN (self->n_estimates + ROWS_AT_A_TIME, ATLAS_N_QUANTITIES);

  atlas_estimates_compute (profile, &estimates);
  for (; self->n_estimates < end; self->n_estimates++)
    add_estimate (self, self->n_estimates,
                  atlas_quantity_get (&estimates, self->n_estimates));

  return end < ATLAS_N_QUANTITIES;
}

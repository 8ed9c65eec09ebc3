/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-details-view-private.h"

/* How a derived figure was computed, one click away. */

/**
 * atlas_details_view_make_text:
 * @text: what to say
 * @css_class: how it looks
 *
 * Returns: (transfer floating): a paragraph that can be copied
 */
GtkWidget *
atlas_details_view_make_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * atlas_details_view_wrap_explanation:
 * @box: paragraphs
 *
 * Returns: (transfer floating): a popover that scrolls where they are many
 */
GtkWidget *
atlas_details_view_wrap_explanation (GtkWidget *box)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (
      GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_add_css_class (popover, "atlas-explanation");
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}

/**
 * atlas_details_view_add_how_computed:
 * @self: a view
 * @row: the row of a derived figure
 * @explain: makes the popover once it is asked for, with @self as its data
 *
 * Returns: (transfer none): the button, which activating @row presses too
 */
GtkWidget *
atlas_details_view_add_how_computed (AtlasDetailsView *self,
                                     GtkWidget *row,
                                     GtkMenuButtonCreatePopupFunc explain)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "dialog-information-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("How Computed"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), explain,
                                         self, NULL);
  atlas_access_name_controls (button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return button;
}

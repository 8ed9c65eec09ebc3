/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-filter-bar.h"

#include <glib/gi18n.h>

#include "atlas-access.h"

struct _AtlasFilterBar
{
  GtkWidget parent_instance;

  GtkFlowBox *chips;
  AtlasSession *session;
};

G_DEFINE_FINAL_TYPE (AtlasFilterBar, atlas_filter_bar, GTK_TYPE_WIDGET)

static void
on_chip_clicked (AtlasFilterBar *self, GtkButton *button)
{
  AtlasFilter *filter = g_object_get_data (G_OBJECT (button), "atlas-filter");

  atlas_session_remove_filter (self->session, filter);
}

static void
on_show_hidden_clicked (AtlasFilterBar *self)
{
  atlas_session_show_hidden (self->session);
}

static GtkWidget *
make_chip (const char *text, const char *tooltip)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_set_tooltip_text (chip, tooltip);
  atlas_access_name_controls (chip);
  gtk_widget_add_css_class (chip, "atlas-chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);

  return chip;
}

static void
add_filter_chip (AtlasFilterBar *self, AtlasFilter *filter)
{
  g_autofree char *text = atlas_filter_dup_label (filter);
  g_autofree char *spoken =
      g_strdup_printf (_ ("Remove the filter “%s”"), text);
  GtkWidget *chip = make_chip (text, spoken);

  gtk_accessible_update_property (GTK_ACCESSIBLE (chip),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (chip), "atlas-filter",
                          g_object_ref (filter), g_object_unref);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (on_chip_clicked),
                            self);
  gtk_flow_box_insert (self->chips, chip, -1);
}

static void
add_hidden_chip (AtlasFilterBar *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u profile hidden", "%u profiles hidden", n), n);
  GtkWidget *chip = make_chip (text, _ ("Show Hidden Profiles"));

  g_signal_connect_swapped (chip, "clicked",
                            G_CALLBACK (on_show_hidden_clicked), self);
  gtk_flow_box_insert (self->chips, chip, -1);
}

static void
update (AtlasFilterBar *self)
{
  AtlasFilterSet *filters = atlas_session_get_filters (self->session);
  guint n = atlas_filter_set_get_n_filters (filters);
  guint n_hidden = atlas_session_get_n_hidden_rows (self->session);
  GtkFlowBoxChild *child;
  guint i;

  while ((child = gtk_flow_box_get_child_at_index (self->chips, 0)) != NULL)
    gtk_flow_box_remove (self->chips, GTK_WIDGET (child));

  for (i = 0; i < n; i++)
    add_filter_chip (self, atlas_filter_set_get (filters, i));
  if (n_hidden > 0)
    add_hidden_chip (self, n_hidden);

  /* The chip is reached, not the cell around it. */
  for (i = 0;
       (child = gtk_flow_box_get_child_at_index (self->chips, (int) i)) != NULL;
       i++)
    gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || n_hidden > 0);
}

static void
atlas_filter_bar_dispose (GObject *object)
{
  AtlasFilterBar *self = ATLAS_FILTER_BAR (object);

  if (self->chips != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->chips));
  self->chips = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_filter_bar_parent_class)->dispose (object);
}

static void
atlas_filter_bar_class_init (AtlasFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_filter_bar_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterBar, chips);
}

static void
atlas_filter_bar_init (AtlasFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
}

/**
 * atlas_filter_bar_set_session:
 * @self: a bar
 * @session: the session whose filters it shows; set once
 */
void
atlas_filter_bar_set_session (AtlasFilterBar *self, AtlasSession *session)
{
  g_return_if_fail (ATLAS_IS_FILTER_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (atlas_session_get_filters (session), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::n-hidden", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}

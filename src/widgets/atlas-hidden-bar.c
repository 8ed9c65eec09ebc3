/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-hidden-bar.h"

#include <glib/gi18n.h>

#include "atlas-filter-bar.h"
#include "atlas-format.h"

struct _AtlasHiddenBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  AtlasFilterBar *filter_bar;

  AtlasSession *session;
};

G_DEFINE_FINAL_TYPE (AtlasHiddenBar, atlas_hidden_bar, GTK_TYPE_WIDGET)

static void
update (AtlasHiddenBar *self)
{
  guint n_hidden = atlas_session_get_n_hidden (self->session);
  guint n_total =
      n_hidden
      + g_list_model_get_n_items (atlas_session_get_visible (self->session));
  g_autofree char *hidden = NULL;
  g_autofree char *total = NULL;
  g_autofree char *text = NULL;
  AtlasFormat format;

  atlas_format_init_for_locale (&format);
  hidden = atlas_format_value (&format, n_hidden, 0);
  total = atlas_format_value (&format, n_total, 0);
  /* Translators: how many of the open profiles search and filters leave out:
   * "4 of 5 profiles hidden". */
  text = g_strdup_printf (ngettext ("%1$s of %2$s profile hidden",
                                    "%1$s of %2$s profiles hidden", n_total),
                          hidden, total);
  gtk_label_set_text (self->label, text);
  /* Rows that are still being sorted are not hidden. */
  gtk_widget_set_visible (
      GTK_WIDGET (self), n_hidden > 0
                             && !atlas_table_get_busy (atlas_session_get_table (
                                 self->session, ATLAS_TABLE_PROFILES)));
}

static void
atlas_hidden_bar_dispose (GObject *object)
{
  AtlasHiddenBar *self = ATLAS_HIDDEN_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_hidden_bar_parent_class)->dispose (object);
}

static void
atlas_hidden_bar_class_init (AtlasHiddenBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_hidden_bar_dispose;
  g_type_ensure (ATLAS_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-hidden-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasHiddenBar, box);
  gtk_widget_class_bind_template_child (widget_class, AtlasHiddenBar, label);
  gtk_widget_class_bind_template_child (widget_class, AtlasHiddenBar,
                                        filter_bar);
}

static void
atlas_hidden_bar_init (AtlasHiddenBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_hidden_bar_new:
 * @session: the session whose profiles it counts
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
atlas_hidden_bar_new (AtlasSession *session)
{
  AtlasHiddenBar *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_HIDDEN_BAR, NULL);
  self->session = g_object_ref (session);
  atlas_filter_bar_set_session (self->filter_bar, session);
  g_signal_connect_object (session, "notify::n-hidden", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

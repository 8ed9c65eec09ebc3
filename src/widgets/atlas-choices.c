/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-choices.h"

/* libadwaita shortens every choice to twenty letters, which is too few for
 * many languages. */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          gpointer user_data)
{
  gboolean in_list = GPOINTER_TO_INT (user_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  if (in_list)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (box), mark);
      g_object_bind_property (list_item, "selected", mark, "visible",
                              G_BINDING_SYNC_CREATE);
    }
  else
    {
      /* Where there is no room, a tooltip tells the rest. */
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
    }
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         gpointer user_data)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);

  if (GTK_IS_STRING_OBJECT (item))
    {
      const char *text = gtk_string_object_get_string (item);

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
      gtk_widget_set_tooltip_text (box, text);
    }
}

static GtkListItemFactory *
create_factory (gboolean in_list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup),
                    GINT_TO_POINTER (in_list));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);

  return factory;
}

/**
 * atlas_choices_show_whole:
 * @row: a row to choose from strings
 *
 * Shows what is chosen, and what can be, in full.
 */
void
atlas_choices_show_whole (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) chosen = create_factory (FALSE);
  g_autoptr (GtkListItemFactory) choices = create_factory (TRUE);

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, choices);
}

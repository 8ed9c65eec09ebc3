/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view-private.h"

#include <glib/gi18n.h>

#include "atlas-access.h"

guint
atlas_charts_view_count_choices (const AtlasCatalogueEntry *entry, guint option)
{
  guint n = 0;

  while (n < ATLAS_MAX_CHOICES && entry->choices[option][n].label != NULL)
    n++;

  return n;
}

/* The drop-downs offer what the kind knows. */
void
atlas_charts_view_update_options (AtlasChartsView *self)
{
  const AtlasCatalogueEntry *entry = atlas_charts_view_get_entry (self);
  guint option, i;

  self->updating = TRUE;
  for (option = 0; option < ATLAS_N_OPTIONS; option++)
    {
      g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
      guint n = atlas_charts_view_count_choices (entry, option), chosen = 0;

      for (i = 0; i < n; i++)
        {
          gtk_string_list_append (labels, _ (entry->choices[option][i].label));
          if (entry->choices[option][i].value
              == atlas_option_get (atlas_charts_view_get_options (self),
                                   option))
            chosen = i;
        }
      gtk_drop_down_set_model (self->option_drops[option],
                               G_LIST_MODEL (labels));
      gtk_drop_down_set_selected (self->option_drops[option], chosen);
      gtk_widget_set_visible (GTK_WIDGET (self->option_drops[option]), n > 0);
    }
  gtk_drop_down_set_selected (self->kind_drop, self->entry);
  self->updating = FALSE;
}

void
atlas_charts_view_choose (AtlasChartsView *self, guint entry)
{
  GtkListBoxRow *row;

  if (entry >= atlas_chart_catalogue_get_n () || entry == self->entry)
    return;

  self->entry = entry;
  atlas_charts_view_update_options (self);
  row = gtk_list_box_get_row_at_index (self->kind_list, (int) entry);
  gtk_list_box_select_row (self->kind_list, row);
  atlas_charts_view_rebuild (self);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, AtlasChartsView *self)
{
  g_assert (ATLAS_IS_CHARTS_VIEW (self));

  if (row != NULL)
    atlas_charts_view_choose (self, (guint) gtk_list_box_row_get_index (row));
}

static void
on_kind_dropped (AtlasChartsView *self)
{
  if (!self->updating)
    atlas_charts_view_choose (self,
                              gtk_drop_down_get_selected (self->kind_drop));
}

static void
on_cluster_dropped (AtlasChartsView *self)
{
  AtlasDocument *document;

  if (self->updating || self->session == NULL)
    return;

  document = gtk_drop_down_get_selected_item (self->cluster_drop);
  if (document != NULL)
    atlas_session_select (self->session, document);
}

/* The field begins with what stands above the chart. */
static void
on_title_shown (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  g_autofree char *title = NULL;
  g_autofree char *suggested = NULL;

  if (chart == NULL)
    return;

  title = atlas_chart_dup_title (chart);
  suggested = atlas_chart_dup_suggested_title (chart);
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), title);
  gtk_entry_set_placeholder_text (self->title_entry, suggested);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}

static void
on_title_entered (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->title_entry));
  g_autofree char *title = g_strstrip (g_strdup (text));
  g_autofree char *suggested = NULL;

  gtk_popover_popdown (self->title_popover);
  if (chart == NULL || self->title_key == NULL)
    return;

  /* The suggested title goes on to follow the figures. */
  suggested = atlas_chart_dup_suggested_title (chart);
  atlas_session_set_chart_title (self->session, self->title_key,
                                 g_str_equal (title, suggested) ? NULL : title);
}

static void
on_title_suggested (AtlasChartsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), "");
  on_title_entered (self);
}

static void
on_option_dropped (GtkDropDown *drop, GParamSpec *pspec, AtlasChartsView *self)
{
  const AtlasCatalogueEntry *entry;
  guint option, chosen;

  g_assert (ATLAS_IS_CHARTS_VIEW (self));

  if (self->updating)
    return;

  entry = atlas_charts_view_get_entry (self);
  chosen = gtk_drop_down_get_selected (drop);
  for (option = 0; option < ATLAS_N_OPTIONS; option++)
    if (self->option_drops[option] == drop
        && chosen < atlas_charts_view_count_choices (entry, option))
      atlas_option_set (atlas_charts_view_get_options (self), option,
                        entry->choices[option][chosen].value);
  atlas_charts_view_rebuild (self);
}

static void
add_kind (AtlasChartsView *self, GtkStringList *titles, guint entry)
{
  const AtlasCatalogueEntry *kind = atlas_chart_catalogue_get (entry);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ (kind->title));
  GtkWidget *description = gtk_label_new (_ (kind->description));

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_xalign (GTK_LABEL (description), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (description), TRUE);
  gtk_widget_add_css_class (description, "caption");
  gtk_widget_add_css_class (description, "dim-label");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), description);
  gtk_list_box_append (self->kind_list, box);
  atlas_access_name_row (box, _ (kind->title));
  gtk_string_list_append (titles, _ (kind->title));
}

static void
add_options (AtlasChartsView *self)
{
  guint option;

  for (option = 0; option < ATLAS_N_OPTIONS; option++)
    {
      GtkWidget *drop = gtk_drop_down_new (NULL, NULL);
      const char *title = _ (atlas_option_get_title (option));

      gtk_widget_set_tooltip_text (drop, title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (drop),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_signal_connect (drop, "notify::selected",
                        G_CALLBACK (on_option_dropped), self);
      gtk_box_append (self->option_box, drop);
      self->option_drops[option] = GTK_DROP_DOWN (drop);
    }
}

void
atlas_charts_view_add_choices (AtlasChartsView *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint i;

  add_options (self);
  atlas_access_name_controls (GTK_WIDGET (self));
  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    add_kind (self, titles, i);
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (titles));
  gtk_list_box_select_row (self->kind_list,
                           gtk_list_box_get_row_at_index (self->kind_list, 0));
}

void
atlas_charts_view_bind_choices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_cluster_dropped);
  gtk_widget_class_bind_template_callback (widget_class, on_title_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_title_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_title_suggested);
}

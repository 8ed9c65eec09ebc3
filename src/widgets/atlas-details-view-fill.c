/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-chart-view.h"
#include "atlas-access.h"
#include "atlas-details-view-private.h"
#include "atlas-entry-table.h"
#include "atlas-estimates.h"

/* What the details of a profile say of its printed figures. */

/**
 * atlas_details_view_fill_figures:
 * @self: a view
 * @profile: the profile
 *
 * The three ranks and the two rates.
 */
void
atlas_details_view_fill_figures (AtlasDetailsView *self,
                                 const AtlasProfile *profile)
{
  const struct
  {
    const char *title;
    const AtlasNumber *number;
  } figures[] = {
    { _ ("World rank by size"), &profile->rank },
    { _ ("Rank within the economy"), &profile->national_rank },
    { _ ("World rank by intensity"), &profile->intensity_rank },
    { _ ("PCT applications per million inhabitants"),
      &profile->per_million[ATLAS_PATENTS] },
    { _ ("Articles per million inhabitants"),
      &profile->per_million[ATLAS_ARTICLES] },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *text =
          atlas_format_number (&self->format, figures[i].number);

      if (figures[i].number == &profile->national_rank
          && atlas_number_is_given (&profile->national_rank)
          && atlas_number_is_given (&profile->national_clusters))
        {
          g_autofree char *of =
              atlas_format_number (&self->format, &profile->national_clusters);
          g_autofree char *rank = g_steal_pointer (&text);

          text = g_strdup_printf (C_ ("rank", "%s of %s"), rank, of);
        }

      atlas_details_view_add_row (
          self, self->figures,
          atlas_details_view_make_row (self, figures[i].title, text,
                                       figures[i].number->line));
    }
}

static void
on_line_activated (AtlasDetailsView *self, guint line)
{
  atlas_details_view_show_line (self, line);
}

static GtkWidget *
make_others_label (AtlasDetailsView *self,
                   const AtlasEstimates *estimates,
                   AtlasKind kind)
{
  g_autofree char *others =
      atlas_format_interval_percent (&self->format, estimates->others[kind]);
  g_autofree char *text = NULL;
  GtkWidget *label;

  /* Article shares of organisations can overlap. */
  if (kind == ATLAS_PATENTS)
    text = g_strdup_printf (_ ("All others: %s (estimate)"), others);
  else
    text = g_strdup_printf (_ ("All others: %s (estimate, at most)"), others);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_chart (AtlasDetailsView *self, const AtlasProfile *profile, AtlasKind kind)
{
  GtkWidget *view = atlas_chart_view_new ();
  g_autoptr (AtlasChart) chart = atlas_chart_new (
      kind == ATLAS_PATENTS ? ATLAS_CHART_APPLICANTS : ATLAS_CHART_PUBLISHERS,
      &profile, 1, atlas_session_get_aliases (self->session), NULL);
  AtlasFormat format;

  atlas_format_init_for_locale (&format);
  format.right_to_left =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  atlas_chart_set_format (chart, &format);
  atlas_chart_view_set_chart (ATLAS_CHART_VIEW (view), chart);
  return view;
}

/**
 * atlas_details_view_clear_shares:
 * @self: a view
 *
 * Takes out what atlas_details_view_fill_shares() put in.
 */
void
atlas_details_view_clear_shares (AtlasDetailsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->shares)))
         != NULL)
    gtk_box_remove (self->shares, child);
}

/**
 * atlas_details_view_fill_shares:
 * @self: a view
 * @profile: the profile
 * @kind: patents or articles
 *
 * Applicants or publishers, as a chart and as a table.
 */
void
atlas_details_view_fill_shares (AtlasDetailsView *self,
                                const AtlasProfile *profile,
                                AtlasKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (kind == ATLAS_PATENTS
                                          ? _ ("Top PCT Applicants")
                                          : _ ("Top Publishing Organisations"));
  GtkWidget *table =
      atlas_entry_table_new (self->session, self->document, kind);
  AtlasEstimates estimates;

  gtk_label_set_xalign (GTK_LABEL (heading), 0.0f);
  gtk_widget_add_css_class (heading, "heading");
  g_signal_connect_object (table, "line-activated",
                           G_CALLBACK (on_line_activated), self,
                           G_CONNECT_SWAPPED);

  atlas_estimates_compute (profile, &estimates);
  gtk_box_append (GTK_BOX (box), heading);
  if (profile->n_entries[kind] > 0)
    gtk_box_append (GTK_BOX (box), make_chart (self, profile, kind));
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), make_others_label (self, &estimates, kind));
  gtk_box_append (self->shares, box);
}

static void
on_partner_activated (AtlasDetailsView *self, GtkWidget *row)
{
  const char *places[] = { NULL, NULL };

  places[0] = g_object_get_data (G_OBJECT (row), "atlas-place");
  atlas_session_select_places (self->session, places);
}

static void
add_partner (AtlasDetailsView *self,
             GtkWidget *expander,
             const AtlasPartner *partner)
{
  g_autofree char *position = g_strdup_printf ("%u", partner->order);
  GtkWidget *row = atlas_details_view_make_row (self, partner->name, NULL, 0);
  GtkWidget *label = gtk_label_new (position);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *tooltip =
      g_strdup_printf (_ ("Select \342\201\250%s\342\201\251"), partner->name);

  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data_full (
      G_OBJECT (button), "atlas-place",
      atlas_aliases_dup_place_key (atlas_session_get_aliases (self->session),
                                   partner->name),
      g_free);
  g_signal_connect_swapped (button, "clicked",
                            G_CALLBACK (on_partner_activated), self);
  atlas_access_name_controls (button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

static void
add_fields (AtlasDetailsView *self, const AtlasProfile *profile, AtlasKind kind)
{
  guint i;

  for (i = 0; i < profile->n_fields[kind]; i++)
    {
      const AtlasField *field = &profile->fields[kind][i];
      g_autofree char *share =
          atlas_format_share (&self->format, &field->share);
      GtkWidget *row =
          atlas_details_view_make_row (self, field->name, share, field->line);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kind == ATLAS_PATENTS
                                                             ? _ ("Patents")
                                                             : _ ("Articles"));
      atlas_details_view_add_row (self, self->fields, row);
    }
}

/**
 * atlas_details_view_fill_partners:
 * @self: a view
 * @profile: the profile
 * @kind: patents or articles
 *
 * Collaboration with its partners, and technology fields where there are any.
 */
void
atlas_details_view_fill_partners (AtlasDetailsView *self,
                                  const AtlasProfile *profile,
                                  AtlasKind kind)
{
  const char *title = kind == ATLAS_PATENTS
                          ? _ ("Patents with other inventors")
                          : _ ("Articles with other organisations");
  g_autofree char *share =
      atlas_format_share (&self->format, &profile->collaboration[kind]);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (share);
  guint i;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), label);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, share, -1);
  for (i = 0; i < profile->n_partners[kind]; i++)
    if (profile->partners[kind][i].name != NULL)
      add_partner (self, row, &profile->partners[kind][i]);
  atlas_details_view_add_row (self, self->partners, row);

  add_fields (self, profile, kind);
}

static int
compare_editions (gconstpointer a, gconstpointer b)
{
  const AtlasProfile *one =
      atlas_document_get_profile (*(AtlasDocument *const *) a);
  const AtlasProfile *other =
      atlas_document_get_profile (*(AtlasDocument *const *) b);

  return (one->edition.value < other->edition.value)
         - (one->edition.value > other->edition.value);
}

static void
on_edition_activated (AtlasDetailsView *self, GtkWidget *row)
{
  atlas_session_select (self->session,
                        g_object_get_data (G_OBJECT (row), "atlas-document"));
}

/**
 * atlas_details_view_fill_editions:
 * @self: a view
 *
 * The other editions of the cluster, where they are open.
 */
void
atlas_details_view_fill_editions (AtlasDetailsView *self)
{
  g_autofree char *place =
      atlas_session_dup_document_place (self->session, self->document);
  g_autoptr (GPtrArray) documents = NULL;
  guint i;

  if (*place == '\0')
    return;

  documents = atlas_session_dup_place_documents (self->session, place);
  if (documents->len < 2)
    return;

  g_ptr_array_sort (documents, compare_editions);
  for (i = 0; i < documents->len; i++)
    {
      AtlasDocument *document = g_ptr_array_index (documents, i);
      const AtlasProfile *profile = atlas_document_get_profile (document);
      g_autofree char *edition =
          atlas_format_edition (&self->format, &profile->edition);
      g_autofree char *rank =
          atlas_format_number (&self->format, &profile->rank);
      g_autofree char *value = g_strdup_printf (_ ("World rank %s"), rank);
      GtkWidget *row = atlas_details_view_make_row (self, edition, value, 0);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), profile->source);
      if (document == self->document)
        gtk_widget_add_css_class (row, "accent");
      else
        {
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          g_object_set_data_full (G_OBJECT (row), "atlas-document",
                                  g_object_ref (document), g_object_unref);
          g_signal_connect_swapped (row, "activated",
                                    G_CALLBACK (on_edition_activated), self);
        }
      atlas_details_view_add_row (self, self->editions, row);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view-private.h"

#include <glib/gi18n.h>

#include <string.h>

/* Small multiples use more of a wide window than other charts. */
#define CLAMP_ONE 980
#define CLAMP_MANY 2400

#define MAX_COMPARED 6
#define FIRST_COMPARED 3

const AtlasCatalogueEntry *
atlas_charts_view_get_entry (AtlasChartsView *self)
{
  return atlas_chart_catalogue_get (self->entry);
}

AtlasChartOptions *
atlas_charts_view_get_options (AtlasChartsView *self)
{
  return &self->options[atlas_charts_view_get_entry (self)->kind];
}

static gboolean
is_visible (AtlasChartsView *self, AtlasDocument *document)
{
  AtlasTable *table =
      atlas_session_get_table (self->session, ATLAS_TABLE_PROFILES);
  AtlasRowData row;

  if (document == NULL)
    return FALSE;

  atlas_table_get_row_of_item (document, &row);

  return atlas_table_find (table, &row, NULL);
}

/* Two to six selected clusters are compared from then on; fewer leave the ones
 * that were compared before and are still shown. */
static void
update_compared (AtlasChartsView *self, GPtrArray *visible)
{
  g_autoptr (GPtrArray) selected =
      atlas_session_snapshot (self->session, ATLAS_SCOPE_SELECTED);
  GPtrArray *from = selected->len >= 2 ? selected : NULL;
  guint i, n;

  if (from == NULL && self->compared->len >= 2)
    {
      g_autoptr (GPtrArray) still =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);

      for (i = 0; i < self->compared->len; i++)
        {
          AtlasProfile *profile = g_ptr_array_index (self->compared, i);

          if (is_visible (self,
                          atlas_session_find_document (self->session, profile)))
            g_ptr_array_add (still, atlas_profile_ref (profile));
        }
      g_ptr_array_unref (self->compared);
      self->compared = g_steal_pointer (&still);
      if (self->compared->len >= 2)
        return;
    }

  n = from != NULL ? MAX_COMPARED : FIRST_COMPARED;
  if (from == NULL)
    from = visible;
  g_ptr_array_set_size (self->compared, 0);
  for (i = 0; i < MIN (n, from->len); i++)
    g_ptr_array_add (self->compared,
                     atlas_profile_ref (g_ptr_array_index (from, i)));
}

/* The current cluster; the first that is shown where search or filters leave
 * it out, as they do from every other chart. */
static const AtlasProfile *
get_one (AtlasChartsView *self, GPtrArray *visible)
{
  AtlasDocument *current = atlas_session_get_current (self->session);

  if (is_visible (self, current))
    return atlas_document_get_profile (current);

  return visible->len > 0 ? g_ptr_array_index (visible, 0) : NULL;
}

static GPtrArray *
dup_subject (AtlasChartsView *self)
{
  g_autoptr (GPtrArray) visible =
      atlas_session_snapshot (self->session, ATLAS_SCOPE_VISIBLE);
  const AtlasProfile *profile;
  GPtrArray *one;

  switch (atlas_charts_view_get_entry (self)->subject)
    {
    case ATLAS_SUBJECT_COMPARED:
      update_compared (self, visible);
      return g_ptr_array_ref (self->compared);

    case ATLAS_SUBJECT_CURRENT:
      one =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
      profile = get_one (self, visible);
      if (profile != NULL)
        g_ptr_array_add (one, atlas_profile_ref (profile));
      return one;

    case ATLAS_SUBJECT_VISIBLE:
    default:
      return g_steal_pointer (&visible);
    }
}

/* What the titles of the session go by: a title is a finding about what is
 * drawn, so charts of one or of a few clusters have one each. */
static char *
dup_title_key (AtlasChartsView *self, const GPtrArray *profiles)
{
  GString *key = g_string_new (
      atlas_chart_kind_get_nick (atlas_charts_view_get_entry (self)->kind));
  guint i;

  if (atlas_charts_view_get_entry (self)->subject != ATLAS_SUBJECT_VISIBLE)
    for (i = 0; i < profiles->len; i++)
      {
        AtlasDocument *document = atlas_session_find_document (
            self->session, g_ptr_array_index (profiles, i));

        if (document != NULL)
          g_string_append_printf (key, "%c%s", i == 0 ? ' ' : '\n',
                                  atlas_document_get_key (document));
      }

  return g_string_free (key, FALSE);
}

/* Shows in the chart what is selected in the session. */
void
atlas_charts_view_update_selected (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  g_autoptr (GArray) selected = g_array_new (FALSE, FALSE, sizeof (guint));
  guint i, n = chart != NULL ? atlas_chart_get_n_profiles (chart) : 0;

  /* what is compared is all of the chart: it needs no frames */
  if (self->session != NULL
      && atlas_charts_view_get_entry (self)->subject == ATLAS_SUBJECT_VISIBLE
      && atlas_session_get_n_selected (self->session) > 0)
    for (i = 0; i < n; i++)
      {
        AtlasDocument *document = atlas_session_find_document (
            self->session, atlas_chart_get_profile (chart, i));

        if (document != NULL
            && atlas_session_is_selected (self->session, document))
          g_array_append_val (selected, i);
      }

  atlas_chart_view_set_selected (self->chart_view,
                                 (const guint *) selected->data, selected->len);
}

/* Profiles that are being read are not said to be missing. */
static const char *
get_page (AtlasChartsView *self, const AtlasChart *chart)
{
  if (chart != NULL && atlas_chart_has_data (chart))
    return self->show_table ? "table" : "chart";

  return (chart == NULL || atlas_chart_get_n_profiles (chart) == 0)
                 && self->session != NULL
                 && atlas_session_get_loading (self->session)
             ? "loading"
             : "empty";
}

/* Whether there are profiles, and search and filters leave none of them. */
static gboolean
is_all_hidden (AtlasChartsView *self)
{
  return self->session != NULL && atlas_session_get_n_hidden (self->session) > 0
         && g_list_model_get_n_items (atlas_session_get_visible (self->session))
                == 0;
}

/* What cannot be used says why, as the page does. */
static void
update_buttons (AtlasChartsView *self, const char *reason)
{
  const struct
  {
    GtkWidget *button;
    const char *tooltip;
  } buttons[] = {
    { GTK_WIDGET (self->title_button), _ ("Title of the Chart") },
    { self->copy_button, _ ("Copy Picture and Figures") },
    { self->export_button, _ ("Export Chart…") },
    { self->print_button, _ ("Print Chart…") },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_widget_set_tooltip_text (buttons[i].button,
                                 reason != NULL ? reason : buttons[i].tooltip);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "charts.copy",
                                 reason == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->title_button), reason == NULL);
}

/* The drawing, its figures, or a word on why there is neither. */
void
atlas_charts_view_update_page (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  gboolean empty = chart == NULL || !atlas_chart_has_data (chart);
  g_autofree char *title =
      chart != NULL ? atlas_chart_dup_title (chart) : g_strdup ("");

  if (empty)
    {
      adw_status_page_set_title (self->empty_page, title);
      adw_status_page_set_description (
          self->empty_page, is_all_hidden (self)
                                ? _ ("Try another search, or remove filters")
                                : NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, get_page (self, chart));
  update_buttons (self, empty ? title : NULL);
  if (self->has_data == !empty)
    return;

  self->has_data = !empty;
  g_object_notify (G_OBJECT (self), "has-data");
}

void
atlas_charts_view_update_table (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);

  if (!self->show_table)
    {
      atlas_chart_table_view_take_table (self->table_view, NULL);
      return;
    }

  atlas_chart_table_view_take_table (
      self->table_view, chart != NULL ? atlas_chart_dup_table (chart) : NULL);
}

static guint
find_visible (AtlasChartsView *self, AtlasDocument *document)
{
  GListModel *visible = atlas_session_get_visible (self->session);
  guint i, n = g_list_model_get_n_items (visible);

  for (i = 0; document != NULL && i < n; i++)
    {
      g_autoptr (AtlasDocument) item = g_list_model_get_item (visible, i);

      if (item == document)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The drop-down of clusters shows the one whose chart is drawn. */
static void
update_cluster_drop (AtlasChartsView *self)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  gboolean one =
      atlas_charts_view_get_entry (self)->subject == ATLAS_SUBJECT_CURRENT;
  AtlasDocument *shown = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->cluster_drop), one);
  if (!one || self->session == NULL)
    return;

  if (chart != NULL && atlas_chart_get_n_profiles (chart) > 0)
    shown = atlas_session_find_document (self->session,
                                         atlas_chart_get_profile (chart, 0));
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->cluster_drop, find_visible (self, shown));
  self->updating = FALSE;
}

/* Whether the chart that is shown is already what it is to be; then whoever
 * is in it keeps the place. */
static gboolean
is_shown (AtlasChartsView *self,
          const GPtrArray *profiles,
          const AtlasFormat *format,
          const char *title)
{
  AtlasChart *chart = atlas_chart_view_get_chart (self->chart_view);
  guint i;

  if (chart == NULL
      || atlas_chart_get_kind (chart)
             != atlas_charts_view_get_entry (self)->kind
      || atlas_chart_get_n_profiles (chart) != profiles->len
      || memcmp (atlas_chart_get_options (chart),
                 atlas_charts_view_get_options (self),
                 sizeof (AtlasChartOptions))
             != 0
      || !atlas_format_equal (atlas_chart_get_format (chart), format)
      || g_strcmp0 (atlas_chart_get_own_title (chart), title) != 0)
    return FALSE;

  for (i = 0; i < profiles->len; i++)
    if (atlas_chart_get_profile (chart, i) != g_ptr_array_index (profiles, i))
      return FALSE;

  return TRUE;
}

/* Makes the chart anew from what the session has. */
void
atlas_charts_view_rebuild (AtlasChartsView *self)
{
  const AtlasCatalogueEntry *entry = atlas_charts_view_get_entry (self);
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (AtlasChart) chart = NULL;
  g_autofree char *title_key = NULL;
  const char *title;
  AtlasFormat format;

  if (self->session == NULL)
    return;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  profiles = dup_subject (self);
  atlas_format_init_for_locale (&format);
  format.right_to_left =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  title_key = dup_title_key (self, profiles);
  title = atlas_session_get_chart_title (self->session, title_key);
  g_free (self->title_key);
  self->title_key = g_steal_pointer (&title_key);
  if (is_shown (self, profiles, &format, title))
    {
      atlas_charts_view_update_selected (self);
      update_cluster_drop (self);
      return;
    }

  chart = atlas_chart_new (
      entry->kind, (const AtlasProfile *const *) profiles->pdata, profiles->len,
      atlas_session_get_aliases (self->session), NULL);
  atlas_chart_set_format (chart, &format);
  atlas_chart_set_options (chart, atlas_charts_view_get_options (self));
  atlas_chart_set_title (chart, title);

  adw_clamp_set_maximum_size (self->clamp, entry->kind == ATLAS_CHART_MULTIPLES
                                               ? CLAMP_MANY
                                               : CLAMP_ONE);
  atlas_chart_view_set_chart (self->chart_view, chart);
  atlas_charts_view_update_selected (self);
  update_cluster_drop (self);
  atlas_charts_view_update_table (self);
  atlas_charts_view_update_page (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view-private.h"

#include <glib/gi18n.h>

/* Other names make another chart of the same profiles. */
static void
on_aliases_changed (AtlasChartsView *self)
{
  atlas_chart_view_set_chart (self->chart_view, NULL);
  atlas_charts_view_rebuild (self);
}

static void
on_selection_changed (AtlasChartsView *self)
{
  switch (atlas_charts_view_get_entry (self)->subject)
    {
    case ATLAS_SUBJECT_CURRENT:
      atlas_charts_view_rebuild (self);
      break;
    case ATLAS_SUBJECT_COMPARED:
      if (atlas_session_get_n_selected (self->session) >= 2)
        atlas_charts_view_rebuild (self);
      else
        atlas_charts_view_update_selected (self);
      break;
    case ATLAS_SUBJECT_VISIBLE:
    default:
      atlas_charts_view_update_selected (self);
      break;
    }
}

static char *
get_cluster_name (AtlasDocument *document, gpointer user_data)
{
  const AtlasProfile *profile;

  if (document == NULL)
    return NULL;

  profile = atlas_document_get_profile (document);
  if (profile->cluster == NULL)
    return g_strdup (_ ("Name not given"));

  if (!atlas_number_is_given (&profile->edition))
    return g_strdup (profile->cluster);

  /* Translators: a cluster and the year of the edition */
  return g_strdup_printf (C_ ("cluster and edition", "%1$s (%2$d)"),
                          profile->cluster, (int) profile->edition.value);
}

static void
on_visible_changing (AtlasChartsView *self)
{
  self->updating = TRUE;
}

static void
on_visible_changed (AtlasChartsView *self)
{
  self->updating = FALSE;
}

/* The list moves the choice of the drop-down along, and onto another cluster
 * when the one that is shown is filtered away. Nobody has chosen that one: the
 * handlers around those of the drop-down tell the two apart. */
static void
follow_visible (AtlasChartsView *self, GListModel *visible)
{
  g_signal_connect_object (visible, "items-changed",
                           G_CALLBACK (on_visible_changing), self,
                           G_CONNECT_SWAPPED);
  gtk_drop_down_set_model (self->cluster_drop, visible);
  g_signal_connect_object (visible, "items-changed",
                           G_CALLBACK (on_visible_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

void
atlas_charts_view_set_session (AtlasChartsView *self, AtlasSession *session)
{
  GtkExpression *expression;

  if (session == NULL)
    return;

  self->session = g_object_ref (session);
  expression = gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_cluster_name), NULL, NULL);
  self->updating = TRUE;
  gtk_drop_down_set_expression (self->cluster_drop, expression);
  follow_visible (self, atlas_session_get_visible (session));
  self->updating = FALSE;
  gtk_expression_unref (expression);

  g_signal_connect_object (session, "visible-changed",
                           G_CALLBACK (atlas_charts_view_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed",
                           G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "chart-titles-changed",
                           G_CALLBACK (atlas_charts_view_rebuild), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::loading",
                           G_CALLBACK (atlas_charts_view_update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::aliases",
                           G_CALLBACK (on_aliases_changed), self,
                           G_CONNECT_SWAPPED);
}

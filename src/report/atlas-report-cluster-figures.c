/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-cluster-private.h"

#include "atlas-ego.h"
#include "atlas-figure.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* What is drawn on the page of a cluster. */

/* Labels of the charts of a page with room. */
#define ROOMY_SCALE 1.0

static AtlasChart *
make_chart (const AtlasSubject *subject,
            AtlasChartKind kind,
            AtlasDensity density)
{
  AtlasChart *chart =
      atlas_report_chart (subject->report, kind, &subject->index, 1);
  AtlasChartOptions options = *atlas_chart_get_options (chart);

  options.dense = density >= ATLAS_DENSITY_TIGHT;
  atlas_chart_set_options (chart, &options);
  atlas_report_color_chart (subject->report, chart, &subject->index, 1);

  return chart;
}

/* The caption of a figure, with the cluster unless its name is a text by
 * itself or room is short: the head of the page has it. */
static char *
dup_caption (const AtlasSubject *subject,
             AtlasDensity density,
             const char *with,
             const char *without)
{
  const char *cluster = atlas_subject_get_cluster (subject);

  return density < ATLAS_DENSITY_TIGHT
                 && g_utf8_strlen (cluster, -1) <= ATLAS_CLUSTER_LONG_NAME
             ? atlas_cluster_dup_filled (with, cluster)
             : g_strdup (without);
}

/**
 * atlas_cluster_shares_new:
 * @subject: a subject; must outlive the block
 * @kind: holders of patents or of articles
 * @density: how much room to take
 * @numbering: (inout): the numbers of figures and tables
 *
 * Returns: (transfer full): a figure, in the colour of the cluster
 */
AtlasBlock *
atlas_cluster_shares_new (const AtlasSubject *subject,
                          AtlasKind kind,
                          AtlasDensity density,
                          AtlasNumbering *numbering)
{
  static const struct
  {
    AtlasChartKind chart;
    const char *caption;
    const char *short_caption;
  } sides[ATLAS_N_KINDS] = {
    [ATLAS_PATENTS] = { ATLAS_CHART_APPLICANTS, N_ ("Top PCT applicants, {0}."),
                        N_ ("Top PCT applicants.") },
    [ATLAS_ARTICLES] = { ATLAS_CHART_PUBLISHERS,
                         N_ ("Top publishing organisations, {0}."),
                         N_ ("Top publishing organisations.") },
  };
  g_autofree char *caption = dup_caption (
      subject, density, _ (sides[kind].caption), _ (sides[kind].short_caption));
  AtlasBlock *figure =
      atlas_figure_new (make_chart (subject, sides[kind].chart, density),
                        numbering->figure++, caption, 0.0, 0.0);

  if (density == ATLAS_DENSITY_ROOMY && !atlas_cluster_is_landscape (subject))
    atlas_figure_set_text_scale (figure, ROOMY_SCALE);
  return figure;
}

/**
 * atlas_cluster_fields_new:
 * @subject: a subject; must outlive the block
 * @density: how much room to take
 * @numbering: (inout): the numbers of figures and tables
 *
 * Returns: (transfer full): a figure with its technology fields
 */
AtlasBlock *
atlas_cluster_fields_new (const AtlasSubject *subject,
                          AtlasDensity density,
                          AtlasNumbering *numbering)
{
  g_autofree char *caption =
      dup_caption (subject, density, _ ("Top technology fields, {0}."),
                   _ ("Top technology fields."));

  return atlas_figure_new (make_chart (subject, ATLAS_CHART_FIELDS, density),
                           numbering->figure++, caption, 0.0, 9.0);
}

/**
 * atlas_cluster_ego_new:
 * @subject: a subject; must outlive the block
 * @density: how much room to take
 * @numbering: (inout): the numbers of figures and tables
 * @space_before: free space above, in points
 *
 * Returns: (transfer full): a figure with its neighbours in the network
 */
AtlasBlock *
atlas_cluster_ego_new (const AtlasSubject *subject,
                       AtlasDensity density,
                       AtlasNumbering *numbering,
                       double space_before)
{
  guint number = numbering->figure++;
  AtlasBlock *ego = atlas_ego_new (subject, number, space_before);

  if (density >= ATLAS_DENSITY_TIGHT)
    atlas_ego_tighten (ego, number);
  return ego;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-figure.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* The set in order: ranks, and how much the largest few hold. */

/* More rows than this are in the appendix, or in no picture. */
#define MOST_IN_CHART 40

/* So many bars stand on a lying page without being drawn smaller. */
#define MOST_LYING 20

/* A map on a page that lies is low enough to stand below its table. */
#define LANDSCAPE_HEIGHT 200.0

static const AtlasNumber missing = ATLAS_NUMBER_INIT;

static char *
get_rank_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasSubject *subject = &self->subjects[self->by_rank[row]];
  const AtlasProfile *profile = subject->profile;

  switch (column)
    {
    case 0:
      return atlas_report_dup_number (self, &profile->rank);
    case 1:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 2:
      return g_strdup (profile->economy);
    case 3:
      return atlas_subject_dup_edition (subject);
    case 4:
      return atlas_report_dup_number (self, &profile->intensity_rank);
    case 5:
      return atlas_report_dup_rank_of (self, &profile->national_rank,
                                       &profile->national_clusters);
    case 6:
      return atlas_report_dup_number (self,
                                      &profile->per_million[ATLAS_PATENTS]);
    default:
      return atlas_report_dup_number (self,
                                      &profile->per_million[ATLAS_ARTICLES]);
    }
}

static void
add_ranks (const AtlasReport *self,
           GPtrArray *blocks,
           AtlasNumbering *numbering)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("World rank"), 32.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Cluster"), 0.0, 1.5, FALSE, ATLAS_STYLE_CELL_STRONG },
    { N_ ("Economy"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Intensity rank"), 44.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Rank in economy"), 48.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("PCT per million"), 46.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Articles per million"), 46.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = self->n_subjects,
    .number = numbering->table++,
    .caption = _ ("Clusters by world rank"),
    .get_text = get_rank_text,
    .data = self,
  };

  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 14.0));
}

static char *
get_concentration (const AtlasReport *self,
                   AtlasKind kind,
                   guint row,
                   guint column)
{
  const AtlasSubject *subject =
      &self->subjects[self->by_concentration[kind][row]];
  const AtlasProfile *profile = subject->profile;
  const AtlasEstimates *estimates = &subject->estimates;
  const AtlasEntry *first =
      profile->n_entries[kind] > 0 ? &profile->entries[kind][0] : NULL;

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return atlas_subject_dup_edition (subject);
    case 2:
      return first != NULL
                 ? g_strdup (atlas_subject_get_entry_name (subject, first))
                 : NULL;
    case 3:
      return atlas_report_dup_share (self,
                                     first != NULL ? &first->share : &missing);
    case 4:
      return atlas_report_dup_percent (self, estimates->cr3[kind]);
    case 5:
      return atlas_report_dup_percent (self, estimates->others[kind]);
    default:
      return atlas_report_dup_index (self, estimates->hhi[kind]);
    }
}

static char *
get_patent_concentration (gconstpointer data, guint row, guint column)
{
  return get_concentration (data, ATLAS_PATENTS, row, column);
}

static char *
get_article_concentration (gconstpointer data, guint row, guint column)
{
  return get_concentration (data, ATLAS_ARTICLES, row, column);
}

static void
add_concentration (const AtlasReport *self,
                   GPtrArray *blocks,
                   AtlasNumbering *numbering,
                   AtlasKind kind)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL_STRONG },
    { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("First"), 0.0, 1.3, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Its share"), 34.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Three largest"), 58.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Others"), 58.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("HHI"), 72.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = self->n_subjects,
    .number = numbering->table++,
    .caption = kind == ATLAS_PATENTS
                   ? _ ("Concentration of patents (estimates are marked ≈)")
                   : _ ("Concentration of articles (estimates are marked ≈)"),
    .get_text = kind == ATLAS_PATENTS ? get_patent_concentration
                                      : get_article_concentration,
    .data = self,
  };

  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 22.0));
}

static guint
get_most_in_chart (const AtlasReport *self)
{
  return atlas_report_is_landscape (self, ATLAS_SECTION_RANKINGS)
             ? MOST_LYING
             : MOST_IN_CHART;
}

static void
add_chart (const AtlasReport *self,
           GPtrArray *blocks,
           AtlasNumbering *numbering,
           AtlasChartKind kind,
           const char *caption,
           double tallest,
           gboolean breaks)
{
  guint n = self->n_subjects;

  AtlasChart *chart;
  AtlasBlock *figure;

  /* A list gets a line for each; the ranked first ones are to be read. */
  if (kind == ATLAS_CHART_CONCENTRATION)
    n = MIN (n, get_most_in_chart (self));
  chart = atlas_report_chart (self, kind, self->by_rank, n);
  if (kind == ATLAS_CHART_POSITION)
    atlas_report_color_chart (self, chart, self->by_rank, n);
  figure =
      atlas_figure_new (chart, numbering->figure++, caption, tallest, 20.0);
  figure->break_before = breaks;
  if (kind == ATLAS_CHART_POSITION && n <= MOST_IN_CHART)
    figure->grow = tallest > 0.0 ? 200.0 : 140.0;
  g_ptr_array_add (blocks, figure);
}

/**
 * atlas_report_build_rankings:
 * @self: a report
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_rankings (const AtlasReport *self,
                             GPtrArray *blocks,
                             AtlasNumbering *numbering)
{
  guint most = get_most_in_chart (self);
  g_autofree char *caption = NULL;

  g_ptr_array_add (
      blocks, atlas_heading_new (
                  1, atlas_report_section_get_title (ATLAS_SECTION_RANKINGS)));
  add_ranks (self, blocks, numbering);
  add_chart (self, blocks, numbering, ATLAS_CHART_POSITION,
             _ ("Where the clusters stand: patents and articles per million "
                "inhabitants."),
             atlas_report_is_landscape (self, ATLAS_SECTION_RANKINGS)
                 ? LANDSCAPE_HEIGHT
                 : 0.0,
             FALSE);
  if (self->n_subjects > most)
    caption = g_strdup_printf (
        _ ("How much the three largest hold, in the first %d clusters by "
           "world rank."),
        (int) most);
  add_chart (self, blocks, numbering, ATLAS_CHART_CONCENTRATION,
             caption != NULL ? caption : _ ("How much the three largest hold."),
             0.0, self->n_subjects <= MOST_IN_CHART);
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    add_concentration (self, blocks, numbering, kind);
}

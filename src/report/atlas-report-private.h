/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-block.h"
#include "atlas-estimates.h"
#include "atlas-flow.h"
#include "atlas-format.h"
#include "atlas-report.h"

G_BEGIN_DECLS

/* How many partners stand in a row of the appendix. */
#define ATLAS_REPORT_PARTNERS_IN_ROW 3

/* Most clusters that are compared side by side. */
#define ATLAS_REPORT_MOST_COMPARED 6

/**
 * AtlasSubject:
 * @report: the report it is in
 * @profile: the profile
 * @previous: (nullable): the same cluster in its last edition before
 * @previous_estimates: the estimates of @previous
 * @estimates: what follows from the printed figures
 * @note: (nullable): what the user wrote about it
 * @index: its number in the report
 * @place: index of its place in the surroundings, -1 for none
 * @first_page: the first page about it, -1 for none
 *
 * A profile with all that its page tells.
 */
typedef struct
{
  const AtlasReport *report;
  const AtlasProfile *profile;
  const AtlasProfile *previous;
  AtlasEstimates previous_estimates;
  AtlasEstimates estimates;
  const char *note;
  guint index;
  gssize place;
  int first_page;
} AtlasSubject;

/* A row of a table over several profiles. */
typedef struct
{
  guint subject;
  guint kind;
  guint entry;
} AtlasReportRow;

/* The number that the next figure, the next table gets. */
typedef struct
{
  guint figure;
  guint table;
} AtlasNumbering;

/* How much room the page of a cluster takes: the first that fits is taken. */
typedef enum
{
  ATLAS_DENSITY_ROOMY,
  ATLAS_DENSITY_MEDIUM,
  ATLAS_DENSITY_USUAL,
  ATLAS_DENSITY_TIGHT,
  ATLAS_DENSITY_TIGHTEST,
  ATLAS_DENSITY_CLOSEST,
} AtlasDensity;

#define ATLAS_N_DENSITIES (ATLAS_DENSITY_CLOSEST + 1)

/* A page with all that is needed to make it again. */
typedef struct
{
  AtlasReportPage page;
  AtlasPosition position;
  AtlasNumbering numbering;
  AtlasDensity density;
  const AtlasReportPart *part;
} AtlasPageEntry;

struct _AtlasReport
{
  gatomicrefcount ref_count;
  AtlasReportSettings *settings;
  AtlasFormat format;
  char *title;
  char *source_line;
  char *editions;
  GPtrArray *profiles;
  GPtrArray *others;
  GPtrArray *problems;
  AtlasAliases *aliases;
  char **notes;
  gsize n_files;
  guint n_errors;
  guint n_warnings;
  gint64 time;
  AtlasSubject *subjects;
  guint n_subjects;
  guint compared[ATLAS_REPORT_MOST_COMPARED];
  guint n_compared;
  AtlasNetwork *network;
  /* The same with all other profiles that are open: who is named by whom, and
   * whether that is answered. Its first profiles are the subjects. */
  AtlasNetwork *surroundings;
  guint *places;
  guint n_places;
  guint *by_rank;
  guint *by_concentration[ATLAS_N_KINDS];
  GArray *entry_rows[ATLAS_N_KINDS];
  GArray *partner_rows;
  GArray *field_rows;
  GArray *pages;
  guint section_pages[ATLAS_N_REPORT_SECTIONS];
  guint section_counts[ATLAS_N_REPORT_SECTIONS];
};

/* Puts the blocks of a section into an array. A cover has none; clusters are
 * built one by one. */
GPtrArray *atlas_report_build_section (const AtlasReport *self,
                                       AtlasReportSection section,
                                       gssize subject,
                                       AtlasDensity density,
                                       AtlasNumbering *numbering);

void atlas_report_build_contents (const AtlasReport *self,
                                  GPtrArray *blocks,
                                  AtlasNumbering *numbering);

void atlas_report_build_summary (const AtlasReport *self,
                                 GPtrArray *blocks,
                                 AtlasNumbering *numbering);

void atlas_report_build_cluster (const AtlasSubject *subject,
                                 AtlasDensity density,
                                 GPtrArray *blocks,
                                 AtlasNumbering *numbering);

void atlas_report_build_comparison (const AtlasReport *self,
                                    GPtrArray *blocks,
                                    AtlasNumbering *numbering);

void atlas_report_build_rankings (const AtlasReport *self,
                                  GPtrArray *blocks,
                                  AtlasNumbering *numbering);

void atlas_report_build_network (const AtlasReport *self,
                                 GPtrArray *blocks,
                                 AtlasNumbering *numbering);

void atlas_report_build_appendix (const AtlasReport *self,
                                  GPtrArray *blocks,
                                  AtlasNumbering *numbering);

void atlas_report_build_sources (const AtlasReport *self,
                                 GPtrArray *blocks,
                                 AtlasNumbering *numbering);

void atlas_report_place_cover (const AtlasReport *self,
                               AtlasSheet *sheet,
                               const AtlasFrame *frame,
                               double width,
                               double height);

/* The margins, heads and feet of a page. */
void atlas_report_get_frame (const AtlasReport *self,
                             const AtlasReportPage *page,
                             AtlasFrame *frame);

void atlas_report_place_furniture (const AtlasReport *self,
                                   guint page,
                                   AtlasSheet *sheet);

/* Cuts the report into pages. */
gboolean atlas_report_paginate (AtlasReport *self,
                                GCancellable *cancellable,
                                GError **error);

/* What sets texts of its language, for the calling thread. */
AtlasTypesetter *atlas_report_make_typesetter (const AtlasReport *self);

/* A page with everything on it. */
AtlasSheet *atlas_report_make_sheet (const AtlasReport *self,
                                     AtlasTypesetter *typesetter,
                                     guint page);

/* What does not change between the pages of a report. */
void
atlas_report_collect (AtlasReport *self, const AtlasReportContent *content);

gboolean
atlas_report_prepare_network (AtlasReport *self, GCancellable *cancellable);

/* A chart of some of the subjects. */
AtlasChart *atlas_report_chart (const AtlasReport *self,
                                AtlasChartKind kind,
                                const guint *subjects,
                                guint n_subjects);

gboolean
atlas_report_is_landscape (const AtlasReport *self, AtlasReportSection section);

/* Gives the clusters of a chart the colours that they are compared in. */
void atlas_report_color_chart (const AtlasReport *self,
                               AtlasChart *chart,
                               const guint *subjects,
                               guint n_subjects);

/* Makes a chart leave to the page what the page says. */
void atlas_report_fit_chart (const AtlasReport *self, AtlasChart *chart);

G_END_DECLS

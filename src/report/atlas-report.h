/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "atlas-aliases.h"
#include "atlas-network.h"
#include "atlas-problem.h"
#include "atlas-profile.h"
#include "atlas-report-settings.h"

G_BEGIN_DECLS

/**
 * AtlasReportContent:
 * @profiles: what is reported on, in the order of the report
 * @n_profiles: length of @profiles
 * @others: (nullable): other profiles that are open: earlier editions are
 *   looked for here as well as in @profiles
 * @n_others: length of @others
 * @problems: (nullable): what reading the files found
 * @n_problems: length of @problems
 * @n_files: how many files were read, 0 for as many as have profiles
 * @aliases: (nullable): the user's names that mean the same; the sources list
 *   them
 * @notes: (nullable) (array length=n_profiles): the user's note about each
 *   profile, or %NULL
 * @time: seconds since 1970 for the date of the report, see
 *   atlas_report_get_default_time()
 *
 * What goes into a report. The report keeps what it needs; the struct may lie
 * on the stack.
 */
typedef struct
{
  const AtlasProfile *const *profiles;
  gsize n_profiles;
  const AtlasProfile *const *others;
  gsize n_others;
  AtlasProblem *const *problems;
  gsize n_problems;
  gsize n_files;
  const AtlasAliases *aliases;
  const char *const *notes;
  gint64 time;
} AtlasReportContent;

/**
 * AtlasReportPage:
 * @section: the section it belongs to
 * @profile: index of the profile it is about, -1 for none
 * @width: width of the sheet, in points
 * @height: height of the sheet, in points
 *
 * One page of a report, as decided by the paginator.
 */
typedef struct
{
  AtlasReportSection section;
  gssize profile;
  double width;
  double height;
} AtlasReportPage;

/**
 * AtlasReport:
 *
 * A report: a snapshot of profiles and settings, cut into pages. Immutable and
 * counted, so that no later click can change it, and so that pages can be drawn
 * on any thread. Window preview, print and PDF all draw its pages with
 * atlas_report_draw_page().
 */
typedef struct _AtlasReport AtlasReport;

/* Told how many pages are done. Called on the thread that works. */
typedef void (*AtlasReportProgressFunc) (guint done,
                                         guint total,
                                         gpointer user_data);

gint64 atlas_report_get_default_time (void);

/* By edition, world rank and name. */
void atlas_report_sort_profiles (GPtrArray *profiles);

AtlasReport *atlas_report_new (const AtlasReportContent *content,
                               const AtlasReportSettings *settings,
                               GCancellable *cancellable,
                               GError **error);

AtlasReport *atlas_report_ref (AtlasReport *self);

void atlas_report_unref (AtlasReport *self);

const char *atlas_report_get_title (const AtlasReport *self);

guint atlas_report_get_n_pages (const AtlasReport *self);

/* Pages are counted from 0. */
const AtlasReportPage *
atlas_report_get_page (const AtlasReport *self, guint page);

/* What the page is, for a list of pages and a screen reader. */
char *atlas_report_dup_page_label (const AtlasReport *self, guint page);

/* First page that is about a profile, or -1. */
int atlas_report_find_profile (const AtlasReport *self, gsize profile);

/* Draws with the top left corner of the sheet at the origin of @cr, in points.
 * Paints no ground. */
gboolean atlas_report_draw_page (const AtlasReport *self,
                                 guint page,
                                 cairo_t *cr,
                                 GError **error);

/* The whole report as one PDF. @stream is not closed. */
gboolean atlas_report_write_pdf (const AtlasReport *self,
                                 GOutputStream *stream,
                                 AtlasReportProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

/* The same in memory. */
GBytes *atlas_report_dup_pdf (const AtlasReport *self,
                              AtlasReportProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);

/* The figures of one profile in a sentence or two, with the source line. */
char *atlas_report_dup_sentence (const AtlasProfile *profile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReport, atlas_report_unref)

G_END_DECLS

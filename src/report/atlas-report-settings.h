/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The parts of a report, in the order of a new one. The nicks are the words
 * of the command line's --sections. */
typedef enum
{
  ATLAS_SECTION_COVER,
  ATLAS_SECTION_CONTENTS,
  ATLAS_SECTION_SUMMARY,
  ATLAS_SECTION_CLUSTERS,
  ATLAS_SECTION_COMPARISON,
  ATLAS_SECTION_RANKINGS,
  ATLAS_SECTION_NETWORK,
  ATLAS_SECTION_APPENDIX,
  ATLAS_SECTION_SOURCES,
} AtlasReportSection;

#define ATLAS_N_REPORT_SECTIONS (ATLAS_SECTION_SOURCES + 1)

/* @ATLAS_PAPER_AUTO is A4 or Letter, as the locale has it. */
typedef enum
{
  ATLAS_PAPER_AUTO,
  ATLAS_PAPER_A4,
  ATLAS_PAPER_LETTER,
} AtlasPaper;

/* Which profiles go in. Resolved by whoever makes the snapshot. */
typedef enum
{
  ATLAS_REPORT_SCOPE_ALL,
  ATLAS_REPORT_SCOPE_FILTER,
  ATLAS_REPORT_SCOPE_SELECTION,
} AtlasReportScope;

/**
 * AtlasReportPart:
 * @section: which section
 * @shown: whether it is in the report
 * @landscape: whether its pages lie on the long side
 */
typedef struct
{
  AtlasReportSection section;
  gboolean shown;
  gboolean landscape;
} AtlasReportPart;

#define ATLAS_REPORT_MARGIN_MIN 10.0
#define ATLAS_REPORT_MARGIN_MAX 40.0

/**
 * AtlasReportSettings:
 * @title: (nullable): title of the report; %NULL for the usual one
 * @author: (nullable): who made it
 * @footer: (nullable): a line of the user's own at the foot of each page
 * @language: (nullable): code of the language it is written in; %NULL for
 *   English
 * @compare: (nullable) (array zero-terminated=1): the clusters to compare, by
 *   name; %NULL for the first few of the report
 * @paper: paper size
 * @scope: which profiles go in
 * @margin: space on all four sides, in millimetres
 * @grey: whether colours are replaced by greys
 * @parts: every section once, in the order of the report
 *
 * How a report is to look. A plain struct: read and write the members; strings
 * are owned.
 */
typedef struct
{
  char *title;
  char *author;
  char *footer;
  char *language;
  char **compare;
  AtlasPaper paper;
  AtlasReportScope scope;
  double margin;
  gboolean grey;
  AtlasReportPart parts[ATLAS_N_REPORT_SECTIONS];
} AtlasReportSettings;

AtlasReportSettings *atlas_report_settings_new (void);

AtlasReportSettings *
atlas_report_settings_copy (const AtlasReportSettings *self);

void atlas_report_settings_free (AtlasReportSettings *self);

gboolean atlas_report_settings_equal (const AtlasReportSettings *a,
                                      const AtlasReportSettings *b);

/* The names under which settings are kept in files, ended by NULL: "title",
 * "author", "footer", "paper", "sections", "landscape", "margin", "colour",
 * "clusters", "compare", "language". */
const char *const *atlas_report_settings_get_keys (void);

/* The value of a key as text, never localised. */
char *atlas_report_settings_dup_value (const AtlasReportSettings *self,
                                       const char *key);

/* Reads such a text. FALSE and a G_IO_ERROR_INVALID_ARGUMENT that says what is
 * allowed, @self untouched. */
gboolean atlas_report_settings_set_value (AtlasReportSettings *self,
                                          const char *key,
                                          const char *value,
                                          GError **error);

const char *atlas_report_section_get_nick (AtlasReportSection section);

/* Translated heading of a section. */
const char *atlas_report_section_get_title (AtlasReportSection section);

AtlasPaper atlas_paper_get_default (void);

/* Size of an upright sheet, in points. */
void atlas_paper_get_size (AtlasPaper paper, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportSettings, atlas_report_settings_free)

G_END_DECLS

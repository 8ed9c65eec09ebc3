/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

#define ATLAS_REPORT_TABLE_MOST_COLUMNS 12

/* So many cells of a row say which group it belongs to. */
#define ATLAS_REPORT_TABLE_GROUP_CELLS 2

/**
 * AtlasReportColumn:
 * @title: (nullable): its head, untranslated; %NULL for none
 * @verbatim: whether @title is a name from a file rather than a word
 * @width: width in points where it is fixed, 0 where it takes a part
 * @weight: part of the width left over
 * @number: whether its cells stand to the right
 * @style: how its cells look
 */
typedef struct
{
  const char *title;
  double width;
  double weight;
  gboolean number;
  AtlasStyle style;
  gboolean verbatim;
} AtlasReportColumn;

/**
 * AtlasReportTableSpec:
 * @columns: the columns; copied, but not their titles
 * @n_columns: how many, up to %ATLAS_REPORT_TABLE_MOST_COLUMNS
 * @n_rows: how many rows
 * @number: the number of the table, 0 for one without caption
 * @caption: (nullable): what the table shows
 * @plain: whether it has no head
 * @get_text: text of a cell, (transfer full); %NULL for not available
 * @is_strong: (nullable): whether the first cells of a row are emphasised
 * @grouped: whether such a row begins a group: the first cells of the others
 *   repeat what it says
 * @get_page: (nullable): page that a row links to, -1 for none
 * @data: for the functions; must outlive the table
 *
 * What a table shows. Rows are asked for when they are needed, so a table may
 * have any number of them.
 */
typedef struct
{
  const AtlasReportColumn *columns;
  guint n_columns;
  guint n_rows;
  guint number;
  const char *caption;
  gboolean plain;
  gboolean grouped;
  char *(*get_text) (gconstpointer data, guint row, guint column);
  gboolean (*is_strong) (gconstpointer data, guint row);
  int (*get_page) (gconstpointer data, guint row);
  gconstpointer data;
} AtlasReportTableSpec;

/* May be split between rows; its head is repeated then. */
AtlasBlock *
atlas_report_table_new (const AtlasReportTableSpec *spec, double space_before);

G_END_DECLS

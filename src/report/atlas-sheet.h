/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-chart.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_ITEM_TEXT,
  ATLAS_ITEM_BOX,
  ATLAS_ITEM_LINE,
  ATLAS_ITEM_DOT,
  ATLAS_ITEM_CHART,
  ATLAS_ITEM_OPEN,
  ATLAS_ITEM_CLOSE,
} AtlasItemKind;

/**
 * AtlasItem:
 * @kind: what it is
 * @press: what it is printed with
 * @x: left edge on the sheet, in points
 * @y: top edge
 * @width: width; of a line, how far it goes to the right
 * @height: height; of a line, how far it goes down
 * @thickness: of a line, in points
 * @dash: of a line: length of dashes, 0 for none
 * @hollow: of a dot: whether only its edge is drawn
 * @color: overrides @press where @colored
 * @colored: whether @color counts
 * @text: of a text
 * @chart: of a chart
 * @tag: of an open or close: its name
 * @attributes: (nullable): of an open: what cairo is told of it
 * @alt: (nullable): of an open "Figure": the alternative text
 *
 * One thing on a sheet.
 */
typedef struct
{
  AtlasItemKind kind;
  AtlasPress press;
  double x;
  double y;
  double width;
  double height;
  double thickness;
  double dash;
  gboolean hollow;
  AtlasColor color;
  gboolean colored;
  PangoLayout *text;
  AtlasChartLayout *chart;
  const char *tag;
  char *attributes;
  char *alt;
} AtlasItem;

/**
 * AtlasSheet:
 *
 * One page with everything on it at its place: what drawing reads, and what
 * the tests look at. Lives as long as the page is being drawn.
 */
typedef struct _AtlasSheet AtlasSheet;

/* What a page that links lead to is called in a document, by its number. */
#define ATLAS_SHEET_PAGE_NAME "page-%u"

/* @typesetter must outlive the sheet. On a @dry sheet blocks are measured but
 * not placed: enough to count pages. */
AtlasSheet *atlas_sheet_new (AtlasTypesetter *typesetter,
                             double width,
                             double height,
                             gboolean grey,
                             gboolean dry);

gboolean atlas_sheet_is_dry (const AtlasSheet *self);

double atlas_sheet_get_height (const AtlasSheet *self);

void atlas_sheet_free (AtlasSheet *self);

AtlasTypesetter *atlas_sheet_get_typesetter (AtlasSheet *self);

gboolean atlas_sheet_is_grey (const AtlasSheet *self);

double atlas_sheet_add_text (AtlasSheet *self,
                             double x,
                             double y,
                             AtlasStyle style,
                             const char *text,
                             double width,
                             PangoAlignment align);

void atlas_sheet_take_layout (AtlasSheet *self,
                              double x,
                              double y,
                              AtlasStyle style,
                              PangoLayout *layout);

void atlas_sheet_add_box (AtlasSheet *self,
                          double x,
                          double y,
                          double width,
                          double height,
                          AtlasPress ink);

void atlas_sheet_add_line (AtlasSheet *self,
                           double x,
                           double y,
                           double dx,
                           double dy,
                           double thickness,
                           AtlasPress ink);

void atlas_sheet_add_dot (AtlasSheet *self,
                          double x,
                          double y,
                          double radius,
                          gboolean hollow,
                          AtlasPress press);

AtlasItem *atlas_sheet_get_last (AtlasSheet *self);

void atlas_sheet_take_chart (AtlasSheet *self,
                             double x,
                             double y,
                             AtlasChartLayout *chart);

void atlas_sheet_open (AtlasSheet *self, const char *tag);

void atlas_sheet_open_figure (AtlasSheet *self, const char *alt);

void atlas_sheet_open_link (AtlasSheet *self, guint page);

void atlas_sheet_close (AtlasSheet *self, const char *tag);

const AtlasItem *atlas_sheet_get_items (const AtlasSheet *self, guint *n);

gboolean atlas_sheet_draw (const AtlasSheet *self,
                           cairo_t *cr,
                           gboolean tagged,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSheet, atlas_sheet_free)

G_END_DECLS

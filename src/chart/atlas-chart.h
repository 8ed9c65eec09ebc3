/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-aliases.h"
#include "atlas-chart-network-options.h"
#include "atlas-chart-table.h"
#include "atlas-format.h"
#include "atlas-network.h"
#include "atlas-profile.h"
#include "atlas-theme.h"

G_BEGIN_DECLS

#define ATLAS_CHART_ERROR (atlas_chart_error_quark ())

/* @ATLAS_CHART_ERROR_CAIRO: cairo could not draw, or not write */
typedef enum
{
  ATLAS_CHART_ERROR_CAIRO,
} AtlasChartError;

GQuark atlas_chart_error_quark (void);

/* What a chart shows; the nicks are the KINDs of the command line. */
typedef enum
{
  ATLAS_CHART_APPLICANTS,
  ATLAS_CHART_PUBLISHERS,
  ATLAS_CHART_SHARES,
  ATLAS_CHART_MULTIPLES,
  ATLAS_CHART_COMPARE,
  ATLAS_CHART_CONCENTRATION,
  ATLAS_CHART_POSITION,
  ATLAS_CHART_EDITIONS,
  ATLAS_CHART_FIELDS,
  ATLAS_CHART_NETWORK,
  ATLAS_CHART_MATRIX,
} AtlasChartKind;

#define ATLAS_N_CHART_KINDS (ATLAS_CHART_MATRIX + 1)

/* Which of the two outputs a chart shows, where it can show one alone. */
typedef enum
{
  ATLAS_CHART_BOTH,
  ATLAS_CHART_PATENTS_ONLY,
  ATLAS_CHART_ARTICLES_ONLY,
} AtlasChartOutput;

/* What a chart measures; a kind uses those that mean something to it, and its
 * own usual one for any other. */
typedef enum
{
  ATLAS_MEASURE_AUTO,
  ATLAS_MEASURE_FIRST,
  ATLAS_MEASURE_TOP_THREE,
  ATLAS_MEASURE_PER_MILLION,
  ATLAS_MEASURE_RANKS,
  ATLAS_MEASURE_RANK,
  ATLAS_MEASURE_INTENSITY_RANK,
  ATLAS_MEASURE_PATENTS_PER_MILLION,
  ATLAS_MEASURE_ARTICLES_PER_MILLION,
} AtlasChartMeasure;

#define ATLAS_N_CHART_MEASURES (ATLAS_MEASURE_ARTICLES_PER_MILLION + 1)

typedef enum
{
  ATLAS_SCALE_AUTO,
  ATLAS_SCALE_LINEAR,
  ATLAS_SCALE_LOG,
} AtlasChartScale;

/* The form of a chart where a kind knows several. */
typedef enum
{
  ATLAS_FORM_AUTO,
  ATLAS_FORM_BARS,
  ATLAS_FORM_DONUT,
  ATLAS_FORM_HEAT_MAP,
} AtlasChartForm;

/* In which order clusters stand. */
typedef enum
{
  ATLAS_ORDER_AUTO,
  ATLAS_ORDER_GIVEN,
  ATLAS_ORDER_VALUE,
  ATLAS_ORDER_NAME,
} AtlasChartOrder;

/**
 * AtlasChartOptions:
 * @output: patents, articles or both: all kinds of shares, fields
 * @measure: concentration, position, editions
 * @form: shares (bars, donut), fields (bars, heat map)
 * @scale: position
 * @order: multiples, concentration
 * @bare: all: whether title, subtitle, notes, source line and margins are left
 *   out, because the page around the chart has them
 * @dense: compare: whether the panels of a cluster stand side by side; shares,
 *   fields: whether bars are as low as can be read
 *
 * What can be chosen for a chart. All zero is the usual form of each kind.
 */
typedef struct
{
  AtlasChartOutput output;
  AtlasChartMeasure measure;
  AtlasChartForm form;
  AtlasChartScale scale;
  AtlasChartOrder order;
  gboolean bare;
  gboolean dense;
} AtlasChartOptions;

/* A rectangle, in points. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AtlasBox;

/**
 * AtlasMark:
 * @x: left edge of the box that answers to the pointer, in points
 * @y: top edge
 * @width: width of the box
 * @height: height of the box
 * @label: what it stands for, whole, never shortened
 * @spoken: a sentence for a screen reader and the tooltip
 * @profile: index of the profile it belongs to, -1 for none
 * @place: index of the place it stands for, -1 for none
 * @line: line of the source file that the value came from, 0 for none
 * @shape: the bar or dot itself, inside the box
 * @value: what @shape stands for, NaN when it is no single number
 *
 * A bar, a dot or a node: one thing in a chart that can be pointed at, reached
 * by keyboard and spoken.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  const char *label;
  const char *spoken;
  gssize profile;
  gssize place;
  guint32 line;
  AtlasBox shape;
  double value;
} AtlasMark;

typedef enum
{
  ATLAS_MARK_HOVER = 1 << 0,
  ATLAS_MARK_FOCUS = 1 << 1,
  ATLAS_MARK_SELECTED = 1 << 2,
} AtlasMarkState;

/**
 * AtlasChart:
 *
 * What is to be drawn: the kind, a snapshot of the profiles, the options. It
 * knows no size, no colours and no widget. Immutable after the options are
 * set, and counted; may be laid out on a worker.
 */
typedef struct _AtlasChart AtlasChart;

/**
 * AtlasChartLayout:
 *
 * A chart laid out for one size and theme. Drawing, hit test and description
 * read this one immutable struct. Sizes are in points.
 */
typedef struct _AtlasChartLayout AtlasChartLayout;

const char *atlas_chart_kind_get_nick (AtlasChartKind kind);

gboolean atlas_chart_kind_from_nick (const char *nick, AtlasChartKind *kind);

/* @profiles are referenced, @aliases may be NULL. @network may be NULL; the
 * network kinds need it, measured and arranged. */
AtlasChart *atlas_chart_new (AtlasChartKind kind,
                             const AtlasProfile *const *profiles,
                             gsize n_profiles,
                             const AtlasAliases *aliases,
                             AtlasNetwork *network);

AtlasChart *atlas_chart_ref (AtlasChart *self);

void atlas_chart_unref (AtlasChart *self);

AtlasChartKind atlas_chart_get_kind (const AtlasChart *self);

/* Both are to be set before the first layout. The usual format is the fixed
 * English one, the same on every machine. */
void
atlas_chart_set_options (AtlasChart *self, const AtlasChartOptions *options);

const AtlasChartOptions *atlas_chart_get_options (const AtlasChart *self);

/* A colour for each profile, %ATLAS_INK_NONE for none of its own: where one
 * colour is to mean one cluster on every page. Shares and position use them;
 * to be set before the first layout. */
void atlas_chart_set_inks (AtlasChart *self, const AtlasInk *inks);

/* How the kinds of the network show theirs; the whole network is referenced. */
void atlas_chart_set_network_options (AtlasChart *self,
                                      const AtlasNetworkOptions *options);

const AtlasNetworkOptions *
atlas_chart_get_network_options (const AtlasChart *self);

AtlasNetwork *atlas_chart_get_network (const AtlasChart *self);

void atlas_chart_set_format (AtlasChart *self, const AtlasFormat *format);

const AtlasFormat *atlas_chart_get_format (const AtlasChart *self);

guint atlas_chart_get_n_profiles (const AtlasChart *self);

const AtlasProfile *
atlas_chart_get_profile (const AtlasChart *self, guint profile);

/* Whether there is anything to draw; if not, the chart says why. */
gboolean atlas_chart_has_data (const AtlasChart *self);

/* Title and subtitle as drawn. */
char *atlas_chart_dup_title (const AtlasChart *self);

char *atlas_chart_dup_suggested_title (const AtlasChart *self);

/* In place of the suggested one, which NULL brings back; to be set before the
 * first layout. */
void atlas_chart_set_title (AtlasChart *self, const char *title);

const char *atlas_chart_get_own_title (const AtlasChart *self);

char *atlas_chart_dup_subtitle (const AtlasChart *self);

/* One sentence with the finding, for a screen reader and for the alternative
 * text of a figure. */
char *atlas_chart_dup_description (const AtlasChart *self);

/* What has to be known to read the figures, and where they are from. */
char *atlas_chart_dup_note (const AtlasChart *self);

char *atlas_chart_dup_source (const AtlasChart *self);

/* All figures of the chart, as shown and as plain numbers. */
AtlasChartTable *atlas_chart_dup_table (const AtlasChart *self);

/* Height that the chart wants at @width, in points. */
double atlas_chart_measure (const AtlasChart *self,
                            const AtlasTheme *theme,
                            double width);

/* Height that it can do with at @width without being drawn smaller: less than
 * it wants where it takes whatever room there is, as a map does. */
double atlas_chart_measure_least (const AtlasChart *self,
                                  const AtlasTheme *theme,
                                  double width);

AtlasChartLayout *atlas_chart_layout (AtlasChart *self,
                                      const AtlasTheme *theme,
                                      double width,
                                      double height);

AtlasChartLayout *atlas_chart_layout_ref (AtlasChartLayout *self);

void atlas_chart_layout_unref (AtlasChartLayout *self);

void atlas_chart_layout_get_size (const AtlasChartLayout *self,
                                  double *width,
                                  double *height);

/* Draws with the top left corner at the origin of @cr. FALSE and @error when
 * cairo reports a fault. */
gboolean atlas_chart_layout_draw (const AtlasChartLayout *self,
                                  cairo_t *cr,
                                  GError **error);

guint atlas_chart_layout_get_n_marks (const AtlasChartLayout *self);

const AtlasMark *
atlas_chart_layout_get_mark (const AtlasChartLayout *self, guint mark);

/* Index of the mark at a point, or -1. */
int atlas_chart_layout_hit (const AtlasChartLayout *self, double x, double y);

AtlasChart *atlas_chart_layout_get_chart (const AtlasChartLayout *self);

/* Draws the emphasis of one mark above a drawn chart. */
void atlas_chart_layout_draw_mark (const AtlasChartLayout *self,
                                   cairo_t *cr,
                                   guint mark,
                                   AtlasMarkState state);

/* Draws the frame of selected marks that stand one below the other. */
void atlas_chart_layout_draw_selection (const AtlasChartLayout *self,
                                        cairo_t *cr,
                                        guint first,
                                        guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChart, atlas_chart_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartLayout, atlas_chart_layout_unref)

G_END_DECLS

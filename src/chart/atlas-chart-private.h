/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-text.h"
#include "atlas-chart.h"
#include "atlas-estimates.h"

G_BEGIN_DECLS

/*
 * How a kind of chart is made
 *
 *   AtlasChart ── the class of its kind ──► AtlasChartLayout
 *   (profiles,     title, subtitle, …        items: what is drawn, in order
 *    estimates,    measure_body              marks: what can be pointed at
 *    options)      layout_body               strings: their texts
 *                                                │
 *                              draw, hit and describe read these alone
 *
 * A class places items and marks from left to right, in a body box that the
 * frame (heading, notes, source line) leaves it. The layout mirrors them for
 * languages that are written from right to left, and shrinks the whole chart
 * where it has less room than it needs. A class draws nothing by itself.
 */

typedef enum
{
  ATLAS_ITEM_RECT,
  ATLAS_ITEM_LINE,
  ATLAS_ITEM_SHAPE,
  ATLAS_ITEM_WEDGE,
  ATLAS_ITEM_PATH,
  ATLAS_ITEM_TEXT,
  ATLAS_ITEM_PICTURE,
} AtlasItemType;

typedef enum
{
  ATLAS_FILL_SOLID,
  ATLAS_FILL_HATCHED,
} AtlasFill;

typedef enum
{
  ATLAS_DASH_NONE,
  ATLAS_DASH_DASHED,
  ATLAS_DASH_DOTTED,
} AtlasDash;

typedef enum
{
  ATLAS_SHAPE_CIRCLE,
  ATLAS_SHAPE_SQUARE,
  ATLAS_SHAPE_TRIANGLE,
  ATLAS_SHAPE_DIAMOND,
  ATLAS_SHAPE_TRIANGLE_DOWN,
  ATLAS_SHAPE_CROSS,
  ATLAS_SHAPE_PENTAGON,
  ATLAS_SHAPE_STAR,
} AtlasShape;

#define ATLAS_N_SHAPES (ATLAS_SHAPE_STAR + 1)

typedef struct
{
  double x;
  double y;
} AtlasPoint;

/* Draws something of a kind's own into @box; may run on any thread, so @data
 * is only read. */
typedef void (*AtlasPaintFunc) (gconstpointer data,
                                cairo_t *cr,
                                AtlasText *text,
                                const AtlasBox *box);

/**
 * AtlasItem:
 * @type: what it is
 * @box: its extents; a line goes from the corner (x, y) to the one across,
 *   with a negative width or height where it rises
 * @fill: colour inside, or of text
 * @stroke: colour of the outline, or of a line or an open path
 * @line_width: width of the outline in points
 * @rim: RECT, WEDGE, SHAPE: colour of a second outline within the first, half
 *   as wide
 * @strength: 0 to 1: how far the colours are from the ground
 * @pattern: RECT, WEDGE: solid or hatched
 * @dash: LINE, PATH: dashes
 * @radius: RECT: of its corners
 * @shape: SHAPE: which one
 * @from: WEDGE: where it begins, in radians clockwise from the top
 * @to: WEDGE: where it ends
 * @hole: WEDGE: radius of the hole, over that of the whole
 * @mark: WEDGE: 1 + index of the mark that it answers for, 0 for none
 * @points: PATH: corners; where @curved a start and then three points for each
 *   Bézier curve
 * @n_points: PATH: number of @points
 * @closed: PATH: whether it is filled and closed
 * @curved: PATH: whether it is made of curves
 * @text: TEXT: what is written
 * @style: TEXT: how
 * @align: TEXT: where lines shorter than the box stand
 * @max_lines: TEXT: bound of the number of lines
 * @paint: PICTURE: draws it
 * @data: PICTURE: for @paint
 *
 * One thing that is drawn. Unused members are zero.
 */
typedef struct
{
  AtlasItemType type;
  AtlasBox box;
  AtlasInk fill;
  AtlasInk stroke;
  double line_width;
  AtlasInk rim;
  double strength;
  AtlasFill pattern;
  AtlasDash dash;
  double radius;
  AtlasShape shape;
  double from;
  double to;
  double hole;
  guint mark;
  const AtlasPoint *points;
  guint n_points;
  gboolean closed;
  gboolean curved;
  const char *text;
  AtlasTextStyle style;
  AtlasAlign align;
  guint max_lines;
  AtlasPaintFunc paint;
  gconstpointer data;
} AtlasItem;

/**
 * AtlasChartClass:
 * @nick: the KIND of the command line
 * @has_data: whether there is anything to draw
 * @dup_missing: (nullable): why there is nothing to draw
 * @dup_title: what the chart shows, as a finding
 * @dup_subtitle: measure, place and period
 * @dup_description: (nullable): one sentence for a screen reader; title and
 *   subtitle where there is none
 * @dup_note: (nullable): what has to be known to read the figures; may return
 *   %NULL
 * @measure_body: the height the body wants at a width
 * @measure_least: (nullable): the height it can do with, where it takes
 *   whatever room there is, as a map does
 * @measure_most: (nullable): the greatest height it can make use of; without
 *   it, whatever room there is
 * @layout_body: adds items and marks within a body box
 * @fill_table: adds columns and rows
 * @fixed_sides: whether left is left in every language, as on a map
 *
 * What a kind of chart does. The functions are called with the language of the
 * chart's format set, and only where @has_data said so.
 */
typedef struct
{
  const char *nick;
  gboolean (*has_data) (const AtlasChart *chart);
  char *(*dup_missing) (const AtlasChart *chart);
  char *(*dup_title) (const AtlasChart *chart);
  char *(*dup_subtitle) (const AtlasChart *chart);
  char *(*dup_description) (const AtlasChart *chart);
  char *(*dup_note) (const AtlasChart *chart);
  double (*measure_body) (const AtlasChart *chart,
                          AtlasText *text,
                          const AtlasTheme *theme,
                          double width);
  double (*measure_least) (const AtlasChart *chart,
                           AtlasText *text,
                           const AtlasTheme *theme,
                           double width);
  double (*measure_most) (const AtlasChart *chart,
                          AtlasText *text,
                          const AtlasTheme *theme,
                          double width);
  void (*layout_body) (const AtlasChart *chart,
                       AtlasChartLayout *layout,
                       AtlasBox body);
  void (*fill_table) (const AtlasChart *chart, AtlasChartTable *table);
  gboolean fixed_sides;
} AtlasChartClass;

extern const AtlasChartClass atlas_chart_applicants_class;
extern const AtlasChartClass atlas_chart_publishers_class;
extern const AtlasChartClass atlas_chart_network_class;
extern const AtlasChartClass atlas_chart_matrix_class;
extern const AtlasChartClass atlas_chart_shares_class;
extern const AtlasChartClass atlas_chart_multiples_class;
extern const AtlasChartClass atlas_chart_compare_class;
extern const AtlasChartClass atlas_chart_concentration_class;
extern const AtlasChartClass atlas_chart_position_class;
extern const AtlasChartClass atlas_chart_editions_class;
extern const AtlasChartClass atlas_chart_fields_class;

struct _AtlasChart
{
  gatomicrefcount ref_count;
  AtlasChartKind kind;
  const AtlasChartClass *klass;
  AtlasProfile **profiles;
  guint n_profiles;
  gboolean several_editions;
  AtlasEstimates *estimates;
  AtlasAliases *aliases;
  AtlasNetwork *network;
  AtlasNetworkOptions network_options;
  AtlasChartOptions options;
  AtlasFormat format;
  AtlasInk *inks;
  char *title;
};

/* While a chart is laid out, @text measures; afterwards it is NULL. */
struct _AtlasChartLayout
{
  gatomicrefcount ref_count;
  AtlasChart *chart;
  AtlasTheme theme;
  double width;
  double height;
  double shrink;
  GArray *items;
  GArray *marks;
  GStringChunk *strings;
  GPtrArray *blocks;
  GPtrArray *pictures;
  AtlasText *text;
};

/* --- what a class uses to lay out ------------------------------------- */

/* Keeps a copy of @text as long as the layout. */
const char *atlas_layout_keep (AtlasChartLayout *self, const char *text);

/* The items are added in the order in which they are drawn. The pointer holds
 * until the next is added: set more members through it at once. */
AtlasItem *
atlas_layout_add_rect (AtlasChartLayout *self, AtlasBox box, AtlasInk fill);

AtlasItem *atlas_layout_add_line (AtlasChartLayout *self,
                                  double from_x,
                                  double from_y,
                                  double to_x,
                                  double to_y,
                                  AtlasInk stroke,
                                  double line_width);

/* A shape of @size around a centre. */
AtlasItem *atlas_layout_add_shape (AtlasChartLayout *self,
                                   AtlasShape shape,
                                   double x,
                                   double y,
                                   double size,
                                   AtlasInk fill);

AtlasItem *atlas_layout_add_wedge (AtlasChartLayout *self,
                                   AtlasBox box,
                                   double from,
                                   double to,
                                   double hole,
                                   AtlasInk fill);

/* @points are copied. */
AtlasItem *atlas_layout_add_path (AtlasChartLayout *self,
                                  const AtlasPoint *points,
                                  guint n_points,
                                  gboolean closed,
                                  AtlasInk ink,
                                  double line_width);

/* Writes into @box, cut with "…" after @max_lines. The box of the item becomes
 * the room that the text takes. @valign is 0 for the top of the box, 0.5 for
 * its middle, 1 for its bottom. */
AtlasItem *atlas_layout_add_text (AtlasChartLayout *self,
                                  const char *text,
                                  AtlasTextStyle style,
                                  AtlasInk ink,
                                  AtlasBox box,
                                  AtlasAlign align,
                                  double valign,
                                  guint max_lines);

/* Something that the other items cannot express: a map, turned labels. @data is
 * freed with the layout. The box is mirrored, what is painted is not. */
AtlasItem *atlas_layout_add_picture (AtlasChartLayout *self,
                                     AtlasBox box,
                                     AtlasPaintFunc paint,
                                     gpointer data,
                                     GDestroyNotify free_data);

/* Adds a mark; @label and @spoken are copied. */
AtlasMark *atlas_layout_add_mark (AtlasChartLayout *self,
                                  AtlasBox box,
                                  AtlasBox shape,
                                  const char *label,
                                  const char *spoken);

/* --- what a layout does with all that was added ----------------------- */

/* Turns it around for languages that are written from right to left; where the
 * sides are fixed, only the first @n_frame_items. */
void atlas_layout_mirror (AtlasChartLayout *self, guint n_frame_items);

void atlas_layout_scale_marks (AtlasChartLayout *self, double factor);

/* Gives each of the marks at one place a part of the room that answers. */
void atlas_layout_separate_marks (AtlasChartLayout *self);

/* --- what a class uses to word ---------------------------------------- */

/* The name of an organisation, after the user's aliases. */
const char *atlas_chart_get_entry_name (const AtlasChart *self,
                                        guint profile,
                                        const AtlasEntry *entry);

/* The name of a cluster, whatever the edition. */
char *atlas_chart_dup_cluster_name (const AtlasChart *self, guint profile);

/* The cluster of a profile, ready for a sentence, with its edition where the
 * chart has several. */
char *atlas_chart_dup_cluster (const AtlasChart *self, guint profile);

/* What is known of a value of a profile. */
typedef AtlasInterval (*AtlasValueFunc) (const AtlasChart *chart,
                                         guint profile,
                                         gconstpointer data);

/* The profiles whose value may be the highest: one where that is certain, none
 * where no value is known. */
GArray *atlas_chart_find_highest (const AtlasChart *chart,
                                  AtlasValueFunc get_value,
                                  gconstpointer data);

/* How many clusters the profiles are of: those of one cluster in several
 * editions count once. @profiles are indices, %NULL for all. */
guint
atlas_chart_count_clusters (const AtlasChart *self, const GArray *profiles);

/* "A", "A and B", "5 clusters" for more than three: indices of profiles. */
char *
atlas_chart_dup_cluster_list (const AtlasChart *self, const GArray *profiles);

/* "Shenyang (China)". */
char *atlas_chart_dup_place (const AtlasChart *self, guint profile);

/* "edition 2024", "editions 2023 and 2024". */
char *atlas_chart_dup_editions (const AtlasChart *self);

/* "Shenyang (China)" for one profile, "5 clusters" for several. */
char *atlas_chart_dup_places (const AtlasChart *self);

/* "Patents", "Articles". */
const char *atlas_chart_get_kind_title (AtlasKind kind);

/* The colour of a cluster, or @usual where it has none of its own. */
AtlasInk
atlas_chart_get_ink (const AtlasChart *self, guint profile, AtlasInk usual);

/* Whether the options of the chart show an output. */
gboolean atlas_chart_shows (const AtlasChart *self, AtlasKind kind);

static inline AtlasBox
atlas_box (double x, double y, double width, double height)
{
  return (AtlasBox){ x, y, width, height };
}

/* A rectangle with round corners, added to the path. */
void atlas_draw_add_rounded (cairo_t *cr, AtlasBox box, double radius);

G_END_DECLS

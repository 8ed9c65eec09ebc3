/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-legend-private.h"

#include <math.h>

#define SAMPLE_WIDTH 30.0
#define ROW_GAP 2.5
#define SECTION_GAP 8.0
#define COLUMN_GAP 18.0

/* Radius of a disc that shows a colour, and distance of lines in one row. */
#define DISC 5.6
#define LINE_GAP 6.0

/* Columns beside each other may be a little narrower than one alone. */
#define LEAST_WIDTH 128.0

/* Two where otherwise there were one may be narrower still. */
#define LEAST_OF_TWO 108.0

/* Long names of economies are wrapped, not cut. */
#define MAX_LINES 3

/* Text scale of a window whose text is not enlarged. Where there is no room,
 * the legend of larger text is set smaller, but not below that: first by a
 * little, then, when some groups had to go, by as much as that allows. */
#define USUAL_SCALE 1.36
#define LITTLE_SMALLER 0.7
#define SMALLER 0.9

struct _AtlasNetworkLegend
{
  AtlasNetworkScene *scene;
  GArray *rows;
  gboolean is_complete;

  /* All lengths but the room are those before the zoom. */
  double room;
  double zoom;
  double width;
  double column_width;
  guint n_columns;
  double height;
  double scale;
};

/* Large discs need more room than other samples. */
static double
get_sample_width (const AtlasNetworkLegend *self, const AtlasLegendRow *row)
{
  double width = SAMPLE_WIDTH * self->scale;

  if (row->type == ATLAS_LEGEND_HEADING)
    return 0;
  return row->type == ATLAS_LEGEND_SIZE ? MAX (width, 2 * row->radius + 6)
                                        : width;
}

static AtlasTextStyle
get_style (const AtlasLegendRow *row)
{
  return row->type == ATLAS_LEGEND_HEADING ? ATLAS_TEXT_STRONG
                                           : ATLAS_TEXT_LABEL;
}

static double
measure_words (const AtlasNetworkLegend *self,
               AtlasText *text,
               const AtlasLegendRow *row)
{
  return atlas_text_measure (
             text, row->text, get_style (row),
             self->column_width - get_sample_width (self, row) - 4, MAX_LINES)
      .height;
}

static double
get_line_gap (const AtlasNetworkLegend *self)
{
  return LINE_GAP * MIN (self->scale, 1.5);
}

static double
measure_row (const AtlasNetworkLegend *self,
             AtlasText *text,
             const AtlasLegendRow *row)
{
  double height = measure_words (self, text, row);

  switch (row->type)
    {
    case ATLAS_LEGEND_HEADING:
      return height + 2 * ROW_GAP;
    case ATLAS_LEGEND_GROUP:
    case ATLAS_LEGEND_NODE:
      return MAX (height, 2 * DISC * self->scale + 1) + ROW_GAP;
    case ATLAS_LEGEND_SIZE:
      return MAX (height, 2 * row->radius + 2) + ROW_GAP;
    case ATLAS_LEGEND_ORDERS:
      return MAX (height, 3 * get_line_gap (self)) + ROW_GAP;
    case ATLAS_LEGEND_LINE:
    case ATLAS_LEGEND_NOTE:
    default:
      return height + ROW_GAP;
    }
}

/* Stands rows in columns; a heading begins a section, which stays whole when
 * it can. Returns the height of the highest column. */
static double
arrange (AtlasNetworkLegend *self, AtlasText *text, double max_height)
{
  double x = 0;
  double y = 0;
  double highest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      AtlasLegendRow *row = &g_array_index (self->rows, AtlasLegendRow, i);
      double section;

      row->height = measure_row (self, text, row);
      if (row->type == ATLAS_LEGEND_HEADING)
        {
          section = row->height;
          for (guint j = i + 1;
               j < self->rows->len
               && g_array_index (self->rows, AtlasLegendRow, j).type
                      != ATLAS_LEGEND_HEADING;
               j++)
            section += measure_row (
                self, text, &g_array_index (self->rows, AtlasLegendRow, j));
          if (y > 0)
            y += SECTION_GAP * self->scale;
          if (y > 0 && y + section > max_height
              && x + 2 * self->column_width + COLUMN_GAP <= self->width + 1)
            {
              x += self->column_width + COLUMN_GAP;
              y = 0;
            }
        }
      row->x = x;
      row->y = y;
      y += row->height;
      highest = MAX (highest, y);
    }

  return highest;
}

/* As few columns as keep the height, or as many as there is room for. Wide
 * legends stand below the map: they are made as low as they can be. */
static double
arrange_low (AtlasNetworkLegend *self, AtlasText *text, double max_height)
{
  double height = arrange (self, text, max_height);

  while (self->n_columns > 1 && height > 1)
    {
      double lower = arrange (self, text, height - 1);

      if (lower >= height)
        return arrange (self, text, height);
      height = lower;
    }

  return height;
}

static void
choose_columns (AtlasNetworkLegend *self)
{
  double least = LEAST_WIDTH * self->scale;
  double usual = ATLAS_LEGEND_WIDTH * self->scale;

  self->width = self->room / self->zoom;
  self->n_columns = 1;
  if (self->width >= 2 * least + COLUMN_GAP)
    self->n_columns =
        MIN ((guint) ((self->width + COLUMN_GAP) / (least + COLUMN_GAP)), 4);
  else if (self->width >= 2 * LEAST_OF_TWO * self->scale + COLUMN_GAP)
    self->n_columns = 2;
  self->column_width = MIN (self->n_columns > 1 ? usual * 1.3 : usual,
                            (self->width - (self->n_columns - 1) * COLUMN_GAP)
                                / self->n_columns);
}

/* Says less, or the same smaller, what is missed least first. Returns: FALSE
 * when nothing is left to be done */
static gboolean
reduce (AtlasNetworkLegend *self, AtlasLegendContent *content)
{
  double least = MIN (USUAL_SCALE / self->scale, 1.0);

  if (!content->one_order)
    content->one_order = TRUE;
  else if (content->n_sizes > 1)
    content->n_sizes--;
  else if (self->zoom * SMALLER >= MAX (least, LITTLE_SMALLER))
    self->zoom *= SMALLER;
  else if (content->n_groups > 2)
    content->n_groups--;
  else if (content->n_sizes > 0)
    content->n_sizes--;
  else if (self->zoom * SMALLER >= least)
    self->zoom *= SMALLER;
  else
    return FALSE;

  return TRUE;
}

static guint
count_groups (AtlasNetworkScene *scene)
{
  const AtlasSceneGroup *groups;
  guint n_groups;
  guint n_used = 0;

  groups = atlas_network_scene_get_groups (scene, &n_groups);
  for (guint i = 0; i < n_groups; i++)
    n_used += groups[i].n_nodes > 0;

  return n_used;
}

static void
set_content (AtlasNetworkLegend *self,
             AtlasText *text,
             const AtlasFormat *format,
             double max_height,
             const AtlasLegendContent *content)
{
  choose_columns (self);
  atlas_legend_fill (self->rows, self->scene, format, content);
  /* Discs show the sizes of the map, however small the words are set. */
  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (self->rows, AtlasLegendRow, i).radius /= self->zoom;
  self->height = arrange_low (self, text, max_height / self->zoom);
}

/**
 * atlas_network_legend_new:
 * @scene: what it explains; a sketch will do
 * @text: measures the words
 * @format: how figures are set
 * @width: room for it; wide room holds several columns
 * @max_height: height that it should not exceed; before it does it puts the
 *   orders into one row, leaves out sizes, is set smaller when its text is
 *   enlarged, leaves out economies, then the last size
 *
 * Returns: (transfer full): a legend
 */
AtlasNetworkLegend *
atlas_network_legend_new (AtlasNetworkScene *scene,
                          AtlasText *text,
                          const AtlasFormat *format,
                          double width,
                          double max_height)
{
  AtlasNetworkLegend *self = g_new0 (AtlasNetworkLegend, 1);
  guint n_groups = count_groups (scene);
  AtlasLegendContent content = { .n_groups = n_groups, .n_sizes = 3 };

  self->scene = atlas_network_scene_ref (scene);
  self->rows = g_array_new (FALSE, TRUE, sizeof (AtlasLegendRow));
  g_array_set_clear_func (self->rows, atlas_legend_row_clear);
  self->room = width;
  self->zoom = 1.0;
  self->scale = atlas_network_scene_get_theme (scene)->text_scale;

  set_content (self, text, format, max_height, &content);
  while (self->height * self->zoom > max_height && reduce (self, &content))
    set_content (self, text, format, max_height, &content);
  self->is_complete = content.n_groups >= n_groups && content.n_sizes > 0;

  return self;
}

/**
 * atlas_network_legend_free:
 * @self: (nullable): a legend
 */
void
atlas_network_legend_free (AtlasNetworkLegend *self)
{
  if (self == NULL)
    return;

  atlas_network_scene_unref (self->scene);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * atlas_network_legend_get_height:
 * @self: a legend
 *
 * Returns: its height in points
 */
double
atlas_network_legend_get_height (const AtlasNetworkLegend *self)
{
  return self->height * self->zoom;
}

/**
 * atlas_network_legend_is_complete:
 * @self: a legend
 *
 * Returns: whether it says what all colours and sizes stand for
 */
gboolean
atlas_network_legend_is_complete (const AtlasNetworkLegend *self)
{
  return self->is_complete;
}

static void
draw_orders (const AtlasNetworkLegend *self,
             AtlasNetworkPainter *painter,
             cairo_t *cr,
             AtlasKind kind,
             double left,
             double right,
             double y)
{
  for (guint order = 1; order <= 3; order++)
    atlas_network_painter_draw_line_sample (
        painter, cr, kind, order, FALSE, left, right,
        y + ((int) order - 2) * get_line_gap (self), 0);
}

static void
draw_sample (const AtlasNetworkLegend *self,
             AtlasNetworkPainter *painter,
             cairo_t *cr,
             const AtlasLegendRow *row,
             double left,
             double y,
             gboolean mirrored)
{
  double width = get_sample_width (self, row);
  double reach = SAMPLE_WIDTH * self->scale * 0.42;
  double disc = DISC * self->scale;
  double inset = 2 * self->scale;
  double middle;

  if (row->type == ATLAS_LEGEND_SIZE)
    reach = MAX (reach, row->radius + 1);
  middle = mirrored ? left + width - reach : left + reach;

  switch (row->type)
    {
    case ATLAS_LEGEND_GROUP:
      atlas_network_painter_draw_node_sample (painter, cr, row->group, TRUE,
                                              middle, y, disc);
      break;
    case ATLAS_LEGEND_NODE:
      atlas_network_painter_draw_node_sample (painter, cr, ATLAS_SCENE_NO_GROUP,
                                              row->loaded, middle, y, disc);
      break;
    case ATLAS_LEGEND_SIZE:
      atlas_network_painter_draw_node_sample (painter, cr, ATLAS_SCENE_NO_GROUP,
                                              TRUE, middle, y, row->radius);
      break;
    case ATLAS_LEGEND_LINE:
      atlas_network_painter_draw_line_sample (
          painter, cr, row->kind, row->order, row->mutual, left + inset,
          left + width - 2 * inset, y, 0);
      break;
    case ATLAS_LEGEND_ORDERS:
      draw_orders (self, painter, cr, row->kind, left + inset,
                   left + width - 2 * inset, y);
      break;
    case ATLAS_LEGEND_HEADING:
    case ATLAS_LEGEND_NOTE:
    default:
      break;
    }
}

/**
 * atlas_network_legend_draw:
 * @self: a legend
 * @painter: a painter of the scene
 * @text: writes the words
 * @cr: where to draw
 * @x: left edge
 * @y: top edge
 *
 * In a theme from right to left the samples stand at the right of the words.
 */
void
atlas_network_legend_draw (const AtlasNetworkLegend *self,
                           AtlasNetworkPainter *painter,
                           AtlasText *text,
                           cairo_t *cr,
                           double x,
                           double y)
{
  const AtlasTheme *theme = atlas_network_scene_get_theme (self->scene);
  AtlasColor ink = atlas_theme_get_color (theme, ATLAS_INK_TEXT);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->zoom, self->zoom);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AtlasLegendRow *row =
          &g_array_index (self->rows, AtlasLegendRow, i);
      double indent = get_sample_width (self, row);
      double height = measure_words (self, text, row);
      double left = row->x;
      double middle = row->y + row->height / 2;

      if (theme->right_to_left)
        left = self->width - row->x - self->column_width;
      draw_sample (self, painter, cr, row,
                   theme->right_to_left ? left + self->column_width - indent
                                        : left,
                   middle, theme->right_to_left);
      cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha);
      atlas_text_draw (
          text, cr, row->text, get_style (row),
          theme->right_to_left ? ATLAS_ALIGN_END : ATLAS_ALIGN_START,
          theme->right_to_left ? left : left + indent, middle - height / 2,
          self->column_width - indent - 4, MAX_LINES);
    }
  cairo_restore (cr);
}

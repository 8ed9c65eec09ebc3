/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-legend.h"

#include "atlas-gettext.h"
#include <math.h>

#define SAMPLE_WIDTH 30.0
#define ROW_GAP 2.5
#define SECTION_GAP 8.0
#define COLUMN_GAP 18.0

/* Columns beside each other may be a little narrower than one alone. */
#define LEAST_WIDTH 128.0

/* Long names of economies are wrapped, not cut. */
#define MAX_LINES 3

typedef enum
{
  ROW_HEADING,
  ROW_GROUP,
  ROW_NODE,
  ROW_SIZE,
  ROW_LINE,
  ROW_NOTE,
} RowType;

/* One line of the legend: a sample and what it stands for. */
typedef struct
{
  RowType type;
  char *text;
  guint group;
  gboolean loaded;
  double radius;
  AtlasKind kind;
  guint order;
  gboolean mutual;
  double x;
  double y;
  double height;
} Row;

struct _AtlasNetworkLegend
{
  AtlasNetworkScene *scene;
  GArray *rows;
  double width;
  double column_width;
  guint n_columns;
  double height;
  double scale;
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->text);
}

/* Takes @text. */
static Row *
add_row (AtlasNetworkLegend *self, RowType type, char *text)
{
  Row row = { .type = type, .text = text, .group = ATLAS_SCENE_NO_GROUP };

  g_array_append_val (self->rows, row);

  return &g_array_index (self->rows, Row, self->rows->len - 1);
}

static void
add_groups (AtlasNetworkLegend *self,
            const AtlasFormat *format,
            guint max_groups)
{
  const AtlasNetworkOptions *options =
      atlas_network_scene_get_options (self->scene);
  const AtlasSceneNode *nodes;
  const AtlasSceneGroup *groups;
  gboolean some_unknown = FALSE;
  guint n_nodes;
  guint n_groups;
  guint n_shown = 0;
  guint n_left_out = 0;

  nodes = atlas_network_scene_get_nodes (self->scene, &n_nodes);
  groups = atlas_network_scene_get_groups (self->scene, &n_groups);
  for (guint i = 0; i < n_nodes; i++)
    some_unknown |= nodes[i].group == ATLAS_SCENE_NO_GROUP;

  add_row (self, ROW_HEADING,
           g_strdup (atlas_node_fill_get_title (options->fill)));
  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *count = NULL;

      if (groups[i].n_nodes == 0)
        continue;
      if (n_shown >= max_groups)
        {
          n_left_out++;
          continue;
        }
      count = atlas_format_value (format, groups[i].n_nodes, 0);
      /* Translators: name of an economy and its number of places. */
      add_row (
          self, ROW_GROUP,
          g_strdup_printf (C_ ("legend", "%s (%s)"), groups[i].name, count))
          ->group = i;
      n_shown++;
    }
  if (n_left_out > 0)
    add_row (
        self, ROW_NOTE,
        g_strdup_printf (ngettext ("and %u more", "and %u more", n_left_out),
                         n_left_out));
  if (some_unknown && options->fill == ATLAS_NODE_FILL_ECONOMY)
    add_row (self, ROW_NODE, g_strdup (_ ("Economy not known")));
}

static void
add_places (AtlasNetworkLegend *self)
{
  add_row (self, ROW_HEADING, g_strdup (_ ("Place")));
  add_row (self, ROW_NODE, g_strdup (_ ("Profile open")))->loaded = TRUE;
  add_row (self, ROW_NODE, g_strdup (_ ("Only named by others")));
}

static void
add_sizes (AtlasNetworkLegend *self, const AtlasFormat *format, guint n_sizes)
{
  const AtlasNetworkOptions *options =
      atlas_network_scene_get_options (self->scene);
  double most = atlas_network_scene_get_max_value (self->scene);
  double values[3] = { most, n_sizes > 2 ? most / 4 : 0, 0 };
  double last = -1;
  guint decimals = atlas_node_measure_get_decimals (options->size, most);

  if (most <= 0 || n_sizes == 0)
    return;
  add_row (self, ROW_HEADING,
           g_strdup (atlas_node_measure_get_title (options->size)));
  if (decimals == 0)
    values[1] = round (values[1]);
  for (guint i = 0; i < n_sizes; i++)
    {
      Row *row;

      if (i > 0 && values[i] >= last)
        continue;
      last = values[i];
      row = add_row (self, ROW_SIZE,
                     atlas_format_value (format, values[i], decimals));
      row->radius = atlas_network_scene_get_radius_of (self->scene, values[i]);
      row->loaded = TRUE;
    }
}

static Row *
add_line (AtlasNetworkLegend *self,
          const char *text,
          AtlasKind kind,
          guint order,
          gboolean mutual)
{
  Row *row = add_row (self, ROW_LINE, g_strdup (text));

  row->kind = kind;
  row->order = order;
  row->mutual = mutual;

  return row;
}

static void
add_lines (AtlasNetworkLegend *self)
{
  const AtlasSceneEdge *edges;
  gboolean has_kind[ATLAS_N_KINDS] = { FALSE, FALSE };
  gboolean has_mutual = FALSE;
  AtlasKind kind;
  guint n_edges;

  edges = atlas_network_scene_get_edges (self->scene, &n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      has_kind[edges[i].kind] = TRUE;
      has_mutual |= edges[i].mutual;
    }
  if (n_edges == 0)
    return;

  kind = has_kind[ATLAS_PATENTS] ? ATLAS_PATENTS : ATLAS_ARTICLES;
  add_row (self, ROW_HEADING, g_strdup (_ ("A names B")));
  if (has_kind[ATLAS_PATENTS])
    add_line (self, _ ("for patents"), ATLAS_PATENTS, 2, FALSE);
  if (has_kind[ATLAS_ARTICLES])
    add_line (self, _ ("for articles"), ATLAS_ARTICLES, 2, FALSE);
  add_line (self, C_ ("legend", "first"), kind, 1, FALSE);
  add_line (self, C_ ("legend", "second"), kind, 2, FALSE);
  add_line (self, C_ ("legend", "third"), kind, 3, FALSE);
  if (has_mutual)
    add_line (self, _ ("and B names A"), kind, 2, TRUE);
}

/* Large discs need more room than other samples. */
static double
get_sample_width (const AtlasNetworkLegend *self, const Row *row)
{
  double width = SAMPLE_WIDTH * self->scale;

  if (row->type == ROW_HEADING)
    return 0;
  return row->type == ROW_SIZE ? MAX (width, 2 * row->radius + 6) : width;
}

static AtlasTextStyle
get_style (const Row *row)
{
  return row->type == ROW_HEADING ? ATLAS_TEXT_STRONG : ATLAS_TEXT_LABEL;
}

static double
measure_words (const AtlasNetworkLegend *self, AtlasText *text, const Row *row)
{
  return atlas_text_measure (
             text, row->text, get_style (row),
             self->column_width - get_sample_width (self, row) - 4, MAX_LINES)
      .height;
}

static double
measure_row (const AtlasNetworkLegend *self, AtlasText *text, const Row *row)
{
  double height = measure_words (self, text, row);

  if (row->type == ROW_SIZE)
    height = MAX (height, 2 * row->radius + 2);
  if (row->type == ROW_HEADING)
    return height + 2 * ROW_GAP;

  return height + ROW_GAP;
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
      Row *row = &g_array_index (self->rows, Row, i);
      double section;

      row->height = measure_row (self, text, row);
      if (row->type == ROW_HEADING)
        {
          section = row->height;
          for (guint j = i + 1;
               j < self->rows->len
               && g_array_index (self->rows, Row, j).type != ROW_HEADING;
               j++)
            section +=
                measure_row (self, text, &g_array_index (self->rows, Row, j));
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

static void
fill (AtlasNetworkLegend *self,
      const AtlasFormat *format,
      guint max_groups,
      guint n_sizes)
{
  g_array_set_size (self->rows, 0);
  add_groups (self, format, max_groups);
  add_places (self);
  add_sizes (self, format, n_sizes);
  add_lines (self);
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

  self->n_columns = 1;
  if (self->width >= 2 * least + COLUMN_GAP)
    self->n_columns =
        MIN ((guint) ((self->width + COLUMN_GAP) / (least + COLUMN_GAP)), 4);
  self->column_width = MIN (self->n_columns > 1 ? usual * 1.3 : usual,
                            (self->width - (self->n_columns - 1) * COLUMN_GAP)
                                / self->n_columns);
}

/**
 * atlas_network_legend_new:
 * @scene: what it explains
 * @text: measures the words
 * @format: how figures are set
 * @width: room for it; wide room holds several columns
 * @max_height: height that it should not exceed; it leaves out sizes, then
 *   economies, then the last size, before it does
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
  guint n_groups;
  guint n_sizes = 3;

  self->scene = atlas_network_scene_ref (scene);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->width = width;
  self->scale = atlas_network_scene_get_theme (scene)->text_scale;
  choose_columns (self);

  atlas_network_scene_get_groups (scene, &n_groups);
  fill (self, format, n_groups, n_sizes);
  self->height = arrange_low (self, text, max_height);
  while (self->height > max_height && n_sizes > 0)
    {
      if (n_sizes > 1 || n_groups <= 2)
        n_sizes--;
      else
        n_groups--;
      fill (self, format, n_groups, n_sizes);
      self->height = arrange_low (self, text, max_height);
    }

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
  return self->height;
}

static void
draw_sample (const AtlasNetworkLegend *self,
             AtlasNetworkPainter *painter,
             cairo_t *cr,
             const Row *row,
             double left,
             double y,
             gboolean mirrored)
{
  double width = get_sample_width (self, row);
  double reach = SAMPLE_WIDTH * self->scale * 0.42;
  double disc = 5.6 * self->scale;
  double inset = 2 * self->scale;
  double middle;

  if (row->type == ROW_SIZE)
    reach = MAX (reach, row->radius + 1);
  middle = mirrored ? left + width - reach : left + reach;

  switch (row->type)
    {
    case ROW_GROUP:
      atlas_network_painter_draw_node_sample (painter, cr, row->group, TRUE,
                                              middle, y, disc);
      break;
    case ROW_NODE:
      atlas_network_painter_draw_node_sample (painter, cr, ATLAS_SCENE_NO_GROUP,
                                              row->loaded, middle, y, disc);
      break;
    case ROW_SIZE:
      atlas_network_painter_draw_node_sample (painter, cr, ATLAS_SCENE_NO_GROUP,
                                              TRUE, middle, y, row->radius);
      break;
    case ROW_LINE:
      atlas_network_painter_draw_line_sample (
          painter, cr, row->kind, row->order, row->mutual, left + inset,
          left + width - 2 * inset, y, 0);
      break;
    case ROW_HEADING:
    case ROW_NOTE:
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

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      double indent = get_sample_width (self, row);
      double height = measure_words (self, text, row);
      double left = x + row->x;
      double middle = y + row->y + row->height / 2;

      if (theme->right_to_left)
        left = x + self->width - row->x - self->column_width;
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
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

#include "atlas-gettext.h"
#include <math.h>

#include "atlas-chart-network-legend.h"
#include "atlas-chart-network-paint.h"
#include "atlas-chart-network-words.h"

/* Space between the map and its legend. */
#define LEGEND_GAP 14.0

/* A body narrower than this, in points at a text scale of 1, has its legend
 * below the map. */
#define SIDE_WIDTH 560.0

/* The smallest box that answers to the pointer. */
#define MIN_HIT 5.0

/* A map and its legend in one box; everything is relative to that box. */
typedef struct
{
  AtlasNetworkScene *scene;
  AtlasNetworkLegend *legend;
  AtlasBox map;
  double legend_x;
  double legend_y;
  char *hidden;
  double hidden_y;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  atlas_network_legend_free (picture->legend);
  atlas_network_scene_unref (picture->scene);
  g_free (picture->hidden);
  g_free (picture);
}

static gboolean
has_data (const AtlasChart *chart)
{
  gsize n_places = 0;

  if (chart->network != NULL)
    atlas_network_get_places (chart->network, &n_places);

  return n_places > 0;
}

static char *
dup_title (const AtlasChart *chart)
{
  return atlas_network_dup_title (chart->network, &chart->format);
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  return atlas_network_dup_subtitle (chart->network, &chart->format);
}

static char *
dup_description (const AtlasChart *chart)
{
  return atlas_network_dup_description (chart->network, &chart->format);
}

static char *
dup_note (const AtlasChart *chart)
{
  return atlas_network_dup_rule (chart->network, &chart->format);
}

static gboolean
has_side_legend (const AtlasTheme *theme, double width)
{
  return width >= SIDE_WIDTH * theme->text_scale;
}

/* The map alone is as high as it is wide up to a limit: networks are round. */
static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double scale = theme->text_scale;

  if (has_side_legend (theme, width))
    return MAX (300.0 * scale,
                (width - ATLAS_LEGEND_WIDTH * scale - LEGEND_GAP) * 0.72);

  return width * 0.85 + 210.0 * scale;
}

static double
measure_least (const AtlasChart *chart,
               AtlasText *text,
               const AtlasTheme *theme,
               double width)
{
  double scale = theme->text_scale;

  return (has_side_legend (theme, width) ? 180.0 : 320.0) * scale;
}

/* Where map, legend and the count of hidden labels stand. The legend is at the
 * end of the line, or below. */
static void
arrange (Picture *picture,
         const AtlasChart *chart,
         AtlasChartLayout *layout,
         AtlasBox body)
{
  const AtlasTheme *theme = &layout->theme;
  double legend_width = ATLAS_LEGEND_WIDTH * theme->text_scale;
  double line = atlas_text_get_line_height (layout->text, ATLAS_TEXT_NOTE);
  double height = body.height - line - 2;

  picture->map = atlas_box (0, 0, body.width, height);
  picture->hidden_y = height + 2;
  if (has_side_legend (theme, body.width))
    {
      picture->map.width -= legend_width + LEGEND_GAP;
      if (theme->right_to_left)
        picture->map.x = legend_width + LEGEND_GAP;
      picture->scene = atlas_network_scene_new (
          chart->network, &chart->network_options, theme, picture->map.width,
          picture->map.height, NULL, NULL);
      picture->legend = atlas_network_legend_new (
          picture->scene, layout->text, &chart->format, legend_width, height);
      picture->legend_x =
          theme->right_to_left ? 0 : picture->map.width + LEGEND_GAP;
    }
  else
    {
      /* The legend needs a scene to be measured, the scene needs the room that
       * the legend leaves: a scene of about the right size measures it. */
      g_autoptr (AtlasNetworkScene) first =
          atlas_network_scene_new (chart->network, &chart->network_options,
                                   theme, body.width, height * 0.6, NULL, NULL);
      /* A map that stays about as high as it is wide leaves it more. */
      double rest =
          MAX (height * 0.27, MIN (height * 0.4, height - body.width * 0.7));

      picture->legend = atlas_network_legend_new (
          first, layout->text, &chart->format, body.width, rest);
      rest = atlas_network_legend_get_height (picture->legend) + LEGEND_GAP;
      picture->map.height = MAX (height - rest, height * 0.3);
      picture->legend_y = picture->map.height + LEGEND_GAP;
      picture->scene = atlas_network_scene_new (
          chart->network, &chart->network_options, theme, picture->map.width,
          picture->map.height, NULL, NULL);
    }
}

static void
paint_picture (gconstpointer data,
               cairo_t *cr,
               AtlasText *text,
               const AtlasBox *box)
{
  const Picture *picture = data;
  const AtlasTheme *theme = atlas_network_scene_get_theme (picture->scene);
  g_autoptr (AtlasNetworkPainter) painter =
      atlas_network_painter_new (picture->scene);
  AtlasColor muted = atlas_theme_get_color (theme, ATLAS_INK_MUTED);
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;

  cairo_translate (cr, box->x, box->y);
  view.x = picture->map.x;
  view.y = picture->map.y;
  atlas_network_painter_paint (painter, cr, &view, ATLAS_PAINT_ALL, NULL, NULL);
  atlas_network_legend_draw (picture->legend, painter, text, cr,
                             picture->legend_x, picture->legend_y);
  if (picture->hidden != NULL)
    {
      cairo_set_source_rgba (cr, muted.red, muted.green, muted.blue,
                             muted.alpha);
      atlas_text_draw (text, cr, picture->hidden, ATLAS_TEXT_NOTE,
                       theme->right_to_left ? ATLAS_ALIGN_END
                                            : ATLAS_ALIGN_START,
                       0, picture->hidden_y, box->width, 1);
    }
}

/* Places that matter most come first when walking through the marks. */
static int
compare_radius (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AtlasSceneNode *nodes = user_data;
  guint p = *(const guint *) a;
  guint q = *(const guint *) b;

  if (nodes[p].radius > nodes[q].radius)
    return -1;
  if (nodes[p].radius < nodes[q].radius)
    return 1;
  return p < q ? -1 : p > q;
}

static void
add_marks (const Picture *picture,
           const AtlasChart *chart,
           AtlasChartLayout *layout,
           AtlasBox body)
{
  g_autofree guint *order = NULL;
  const AtlasSceneNode *nodes;
  const AtlasPlace *places;
  gsize n_places;
  guint n_nodes;

  nodes = atlas_network_scene_get_nodes (picture->scene, &n_nodes);
  places = atlas_network_get_places (chart->network, &n_places);
  order = g_new (guint, n_nodes + 1);
  for (guint i = 0; i < n_nodes; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_nodes, sizeof *order, compare_radius,
                     (gpointer) nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      const AtlasSceneNode *node = &nodes[order[i]];
      g_autofree char *spoken = atlas_network_dup_place_sentence (
          chart->network, order[i], &chart->format);
      double x = body.x + picture->map.x + node->x;
      double y = body.y + picture->map.y + node->y;
      double reach = MAX (node->radius + 1, MIN_HIT);
      AtlasMark *mark = atlas_layout_add_mark (
          layout, atlas_box (x - reach, y - reach, 2 * reach, 2 * reach),
          atlas_box (x - node->radius, y - node->radius, 2 * node->radius,
                     2 * node->radius),
          places[order[i]].label, spoken);

      mark->place = (gssize) order[i];
      mark->profile = places[order[i]].profile;
      mark->value = atlas_node_measure_get_value (chart->network_options.size,
                                                  &places[order[i]]);
    }
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  Picture *picture = g_new0 (Picture, 1);

  arrange (picture, chart, layout, body);
  picture->hidden = atlas_network_dup_hidden (
      atlas_network_scene_count_hidden (picture->scene, 1.0), &chart->format);
  atlas_layout_add_picture (layout, body, paint_picture, picture, picture_free);
  add_marks (picture, chart, layout, body);
}

static void
add_measure (const AtlasChart *chart,
             AtlasChartTable *table,
             AtlasNodeMeasure measure,
             const AtlasPlace *place)
{
  double value = atlas_node_measure_get_value (measure, place);
  g_autofree char *text = atlas_format_value (
      &chart->format, value, atlas_node_measure_get_decimals (measure, value));

  atlas_chart_table_add_value (table, text, value);
}

static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  const AtlasPlace *places;
  gsize n_places;

  places = atlas_network_get_places (chart->network, &n_places);
  atlas_chart_table_add_column (table, _ ("Place"), FALSE);
  atlas_chart_table_add_column (table, _ ("Economy"), FALSE);
  atlas_chart_table_add_column (table, _ ("Profile open"), FALSE);
  for (guint i = 0; i < ATLAS_N_NODE_MEASURES; i++)
    atlas_chart_table_add_column (
        table, atlas_node_measure_get_title ((AtlasNodeMeasure) i), TRUE);
  atlas_chart_table_add_column (table, _ ("Community"), TRUE);

  for (gsize i = 0; i < n_places; i++)
    {
      g_autofree char *name =
          atlas_format_name (&chart->format, places[i].label);
      g_autofree char *community =
          atlas_format_value (&chart->format, places[i].community + 1, 0);

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, name);
      atlas_chart_table_add_text (table, places[i].economy);
      atlas_chart_table_add_text (table,
                                  places[i].loaded ? _ ("yes") : _ ("no"));
      for (guint j = 0; j < ATLAS_N_NODE_MEASURES; j++)
        add_measure (chart, table, (AtlasNodeMeasure) j, &places[i]);
      atlas_chart_table_add_value (table, community, places[i].community + 1);
    }
}

const AtlasChartClass atlas_chart_network_class = {
  .nick = "network",
  .has_data = has_data,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_description = dup_description,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .measure_least = measure_least,
  .layout_body = layout_body,
  .fill_table = fill_table,
  .fixed_sides = TRUE,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-axis.h"
#include "atlas-chart-concentration-private.h"
#include "atlas-chart-panel.h"

#include "atlas-gettext.h"

/* Measures in points at a text scale of 1. */
#define STRIP_HEIGHT 11.0
#define ROW_GAP 6.0
#define LABEL_GAP 8.0
#define VALUE_GAP 6.0
#define COLUMN_GAP 20.0
#define HEAD_GAP 6.0
#define TICK_GAP 4.0
#define OUTLINE 0.8
#define GRID_WIDTH 0.6
#define MAX_LABEL_PART 0.3
#define N_STRIPS 3

/* A line takes this much more where there is room, its strip this part of
 * it. */
#define MAX_STRETCH 20.0
#define STRIP_PART 0.6

/* The holders after the first are paler, one after the other; their outline
 * keeps them visible. */
static const double strengths[N_STRIPS] = { 1.0, 1.0, 0.45 };

/* What all lines have in common. */
typedef struct
{
  double unit;
  double label_width;
  double strip_x[ATLAS_N_KINDS];
  double strip_width;
  double value_width;
  double strip_height;
  double row_gap;
  double head;
  double foot;
  GArray *lines;
} Metrics;

static guint
count_kinds (const AtlasChart *chart)
{
  return (atlas_chart_shows (chart, ATLAS_PATENTS) ? 1 : 0)
         + (atlas_chart_shows (chart, ATLAS_ARTICLES) ? 1 : 0);
}

static void
metrics_init (Metrics *metrics,
              const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1), x, column;
  guint i, kind, n_kinds = count_kinds (chart);

  metrics->unit = unit;
  metrics->strip_height = STRIP_HEIGHT * unit;
  metrics->row_gap = ROW_GAP * unit;
  metrics->lines = atlas_concentration_create_lines (chart);
  metrics->label_width = metrics->value_width = 0;
  for (i = 0; i < metrics->lines->len; i++)
    {
      guint profile =
          g_array_index (metrics->lines, AtlasConcentrationLine, i).profile;
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);
      double label =
          atlas_text_measure (text, cluster, ATLAS_TEXT_LABEL, 0, 1).width;

      metrics->label_width = MAX (metrics->label_width, label);
      for (kind = 0; kind < ATLAS_N_KINDS; kind++)
        {
          g_autofree char *value =
              atlas_concentration_dup_value (chart, profile, kind);
          double room =
              atlas_text_measure (text, value, ATLAS_TEXT_VALUE, 0, 1).width;

          metrics->value_width = MAX (metrics->value_width, room);
        }
    }

  metrics->label_width = MIN (metrics->label_width + 1, width * MAX_LABEL_PART);
  x = metrics->label_width + LABEL_GAP * unit;
  column = (width - x - COLUMN_GAP * unit * (n_kinds - 1)) / n_kinds;
  metrics->strip_width = column - metrics->value_width - VALUE_GAP * unit;
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      metrics->strip_x[kind] = x;
      if (atlas_chart_shows (chart, kind))
        x += column + COLUMN_GAP * unit;
    }
  metrics->head =
      atlas_text_get_line_height (text, ATLAS_TEXT_HEADING) + HEAD_GAP * unit;
  metrics->foot =
      atlas_text_get_line_height (text, ATLAS_TEXT_TICK) + TICK_GAP * unit;
}

static double
measure_line (const Metrics *metrics, const char *cluster, AtlasText *text)
{
  double name = atlas_text_measure (text, cluster, ATLAS_TEXT_LABEL,
                                    metrics->label_width, 2)
                    .height;

  return MAX (name, metrics->strip_height) + metrics->row_gap;
}

static double
measure_lines (const Metrics *metrics, const AtlasChart *chart, AtlasText *text)
{
  double height = metrics->head + metrics->foot;
  guint i;

  for (i = 0; i < metrics->lines->len; i++)
    {
      g_autofree char *cluster = atlas_chart_dup_cluster (
          chart,
          g_array_index (metrics->lines, AtlasConcentrationLine, i).profile);

      height += measure_line (metrics, cluster, text);
    }

  return height;
}

double
atlas_concentration_measure (const AtlasChart *chart,
                             AtlasText *text,
                             const AtlasTheme *theme,
                             double width)
{
  Metrics metrics;
  double height;

  metrics_init (&metrics, chart, text, theme, width);
  height = measure_lines (&metrics, chart, text);
  g_array_unref (metrics.lines);

  return height;
}

double
atlas_concentration_measure_most (const AtlasChart *chart,
                                  AtlasText *text,
                                  const AtlasTheme *theme,
                                  double width)
{
  Metrics metrics;
  double height;

  metrics_init (&metrics, chart, text, theme, width);
  height = measure_lines (&metrics, chart, text)
           + metrics.lines->len * MAX_STRETCH * metrics.unit;
  g_array_unref (metrics.lines);

  return height;
}

/* Where there is more room than needed, strips and the gaps between them share
 * it. */
static void
stretch (Metrics *metrics, double spare)
{
  double extra = spare / MAX (metrics->lines->len, 1);

  extra = CLAMP (extra, 0.0, MAX_STRETCH * metrics->unit);
  metrics->strip_height += extra * STRIP_PART;
  metrics->row_gap += extra * (1 - STRIP_PART);
}

static void
add_scale (AtlasChartLayout *layout,
           const AtlasChart *chart,
           const Metrics *metrics,
           AtlasKind kind,
           AtlasBox body)
{
  double x = body.x + metrics->strip_x[kind];
  double top = body.y + metrics->head;
  double bottom = body.y + body.height - metrics->foot;
  double unit = metrics->unit;
  AtlasScale scale;
  guint i;

  atlas_scale_init_from_zero (&scale, 100.0, 2);
  atlas_layout_add_text (
      layout, atlas_chart_get_kind_title (kind), ATLAS_TEXT_HEADING,
      ATLAS_INK_TEXT,
      atlas_box (x, body.y,
                 metrics->strip_width + VALUE_GAP * unit + metrics->value_width,
                 0),
      ATLAS_ALIGN_START, 0.0, 1);

  for (i = 0; i < scale.n_ticks; i++)
    {
      double tick =
          x + metrics->strip_width * atlas_scale_map (&scale, scale.ticks[i]);

      atlas_layout_add_line (layout, tick, top, tick, bottom,
                             i == 0 ? ATLAS_INK_AXIS : ATLAS_INK_GRID,
                             i == 0 ? OUTLINE : GRID_WIDTH);
    }
  atlas_axis_add_percent_ticks (layout, chart, &scale, x,
                                bottom + TICK_GAP * unit, metrics->strip_width);
}

/* The strip of one cluster; in return the box of the first @n_measured
 * holders, which is what the mark stands for. */
static AtlasBox
add_strip (AtlasChartLayout *layout,
           const AtlasProfile *profile,
           AtlasKind kind,
           AtlasBox room,
           guint n_measured)
{
  AtlasBox named = room;
  double sum = 0;
  guint i;

  named.width = 0;
  for (i = 0; i < MIN (profile->n_entries[kind], N_STRIPS); i++)
    {
      double share = atlas_panel_get_share (&profile->entries[kind][i].share);
      AtlasBox strip = room;
      AtlasItem *item;

      if (isnan (share))
        break;

      share = MIN (share, 100.0 - sum);
      strip.x = room.x + room.width * sum / 100.0;
      strip.width = room.width * share / 100.0;
      item = atlas_layout_add_rect (
          layout, strip, i == 0 ? ATLAS_INK_ACCENT : ATLAS_INK_PLAIN);
      item->strength = strengths[i];
      if (i > 0)
        {
          item->stroke = ATLAS_INK_PLAIN;
          item->line_width = OUTLINE;
        }
      sum += share;
      if (i < n_measured)
        named.width = strip.x + strip.width - room.x;
    }

  return named;
}

static char *
dup_sentence (const AtlasChart *chart, guint profile, AtlasKind kind)
{
  AtlasFormat format = chart->format;
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);
  g_autofree char *first = NULL;
  g_autofree char *three = NULL;
  const AtlasProfile *shown = chart->profiles[profile];

  format.spoken = TRUE;
  first = atlas_format_share (&format, &shown->entries[kind][0].share);
  three = atlas_format_interval_percent (&format,
                                         chart->estimates[profile].cr3[kind]);

  return g_strdup_printf (
      kind == ATLAS_PATENTS
          /* Translators: cluster, share, share */
          ? _ ("Patents of %1$s: the first applicant holds %2$s, the three "
               "largest together %3$s")
          /* Translators: cluster, share, share */
          : _ ("Articles of %1$s: the first publisher holds %2$s, the three "
               "largest together at most %3$s"),
      cluster, first, three);
}

static void
add_kind (AtlasChartLayout *layout,
          const AtlasChart *chart,
          const Metrics *metrics,
          guint profile,
          AtlasKind kind,
          AtlasBox row)
{
  double unit = metrics->unit;
  AtlasBox room, named, box;
  g_autofree char *value = atlas_concentration_dup_value (chart, profile, kind);
  g_autofree char *cluster = NULL;
  g_autofree char *spoken = NULL;
  AtlasMark *mark;

  room = atlas_box (row.x + metrics->strip_x[kind],
                    row.y + (row.height - metrics->strip_height) / 2,
                    metrics->strip_width, metrics->strip_height);
  atlas_layout_add_text (layout, value, ATLAS_TEXT_VALUE,
                         atlas_concentration_is_known (chart, profile, kind)
                             ? ATLAS_INK_TEXT
                             : ATLAS_INK_MUTED,
                         atlas_box (room.x + room.width + VALUE_GAP * unit,
                                    row.y, metrics->value_width, row.height),
                         ATLAS_ALIGN_END, 0.5, 1);
  if (!atlas_concentration_is_known (chart, profile, kind))
    return;

  named = add_strip (layout, chart->profiles[profile], kind, room,
                     atlas_concentration_uses_top_three (chart) ? N_STRIPS : 1);
  cluster = atlas_chart_dup_cluster (chart, profile);
  spoken = dup_sentence (chart, profile, kind);
  box = atlas_box (room.x, row.y + 1,
                   room.width + VALUE_GAP * unit + metrics->value_width,
                   row.height - 2);
  mark = atlas_layout_add_mark (layout, box, named, cluster, spoken);
  mark->profile = (gssize) profile;
  mark->line = chart->profiles[profile]->entries[kind][0].line;
  if (!atlas_concentration_uses_top_three (chart))
    mark->value = atlas_concentration_get_value (chart, profile, kind).low;
}

void
atlas_concentration_layout (const AtlasChart *chart,
                            AtlasChartLayout *layout,
                            AtlasBox body)
{
  Metrics metrics;
  double y;
  guint i, kind;

  metrics_init (&metrics, chart, layout->text, &layout->theme, body.width);
  stretch (&metrics,
           body.height - measure_lines (&metrics, chart, layout->text));
  body.height = measure_lines (&metrics, chart, layout->text);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    if (atlas_chart_shows (chart, kind))
      add_scale (layout, chart, &metrics, kind, body);

  y = body.y + metrics.head;
  for (i = 0; i < metrics.lines->len; i++)
    {
      guint profile =
          g_array_index (metrics.lines, AtlasConcentrationLine, i).profile;
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);
      double height = measure_line (&metrics, cluster, layout->text);

      atlas_layout_add_text (layout, cluster, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                             atlas_box (body.x, y, metrics.label_width, height),
                             ATLAS_ALIGN_START, 0.5, 2);
      for (kind = 0; kind < ATLAS_N_KINDS; kind++)
        if (atlas_chart_shows (chart, kind))
          add_kind (layout, chart, &metrics, profile, kind,
                    atlas_box (body.x, y, body.width, height));
      y += height;
    }
  g_array_unref (metrics.lines);
}

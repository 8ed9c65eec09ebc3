/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-panel.h"

#include <glib/gi18n.h>

/* Measures in points at a text scale of 1. */
#define COLUMN_GAP 24.0
#define LINE_GAP 16.0
#define CAPTION_GAP 6.0
#define LABEL_GAP 8.0
#define VALUE_GAP 5.0
#define COUNT_GAP 6.0
#define ROW_GAP 7.0
#define OTHERS_GAP 6.0
#define BAR_HEIGHT 15.0
#define THIN_BAR_HEIGHT 9.0
#define NAME_GAP 2.5
#define TICK_GAP 4.0

/* A panel narrower than this has its names above the bars. */
#define STACKED_WIDTH 330.0

/* Names beside the bars take at most this part of the width. */
#define MAX_LABEL_PART 0.38

#define MAX_NAME_LINES 2

/* About how many steps the scale has. */
#define N_TICKS 5
#define N_TICKS_NARROW 3

/* One row of a panel, worded and measured. */
typedef struct
{
  char *name;
  char *share;
  char *count;
  double share_width;
  double count_width;
  double name_height;
  double height;
} Row;

/* What the rows of one panel have in common. */
typedef struct
{
  gboolean stacked;
  double unit;
  double label_width;
  double bar_x;
  double bar_width;
  double bar_height;
  guint n_entries;
  gboolean others;
  GArray *rows;
} Metrics;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row->share);
  g_free (row->count);
}

/**
 * atlas_panel_grid_new:
 * @n_columns: how many panels stand side by side, at least 1
 *
 * Returns: (transfer full): a grid without panels
 */
AtlasPanelGrid *
atlas_panel_grid_new (guint n_columns)
{
  AtlasPanelGrid *self = g_new0 (AtlasPanelGrid, 1);

  self->panels = g_array_new (FALSE, TRUE, sizeof (AtlasPanel));
  self->n_columns = MAX (n_columns, 1);
  atlas_scale_init_from_zero (&self->scale, 1.0, N_TICKS);

  return self;
}

/**
 * atlas_panel_grid_free:
 * @self: (nullable): a grid
 *
 * Frees @self.
 */
void
atlas_panel_grid_free (AtlasPanelGrid *self)
{
  guint i;

  if (self == NULL)
    return;

  for (i = 0; i < self->panels->len; i++)
    {
      AtlasPanel *panel = &g_array_index (self->panels, AtlasPanel, i);

      g_free (panel->heading);
      g_free (panel->caption);
    }
  g_array_unref (self->panels);
  g_free (self);
}

/**
 * atlas_panel_grid_add:
 * @self: a grid
 * @profile: index of a profile of the chart
 * @kind: patents or articles
 *
 * Returns: (transfer none): the new panel, to set more members of it; it holds
 *   until the next one is added
 */
AtlasPanel *
atlas_panel_grid_add (AtlasPanelGrid *self, guint profile, AtlasKind kind)
{
  AtlasPanel panel = { .profile = profile, .kind = kind };

  panel.accent = ATLAS_INK_ACCENT;
  panel.ticks = TRUE;
  g_array_append_val (self->panels, panel);

  return &g_array_index (self->panels, AtlasPanel, self->panels->len - 1);
}

double
atlas_panel_get_share (const AtlasNumber *share)
{
  if (share->state == ATLAS_NUMBER_GIVEN || share->state == ATLAS_NUMBER_BELOW)
    return share->value;

  return NAN;
}

gboolean
atlas_panel_has_data (const AtlasProfile *profile, AtlasKind kind)
{
  guint i;

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      if (!isnan (atlas_panel_get_share (&profile->entries[kind][i].share))
          || atlas_number_is_given (&profile->entries[kind][i].count))
        return TRUE;
    }

  return FALSE;
}

AtlasInterval
atlas_panel_get_others_count (const AtlasChart *chart,
                              guint profile,
                              AtlasKind kind)
{
  const AtlasProfile *shown = chart->profiles[profile];
  AtlasInterval total = chart->estimates[profile].total_joint[kind];
  double sum = 0;
  guint i;

  if (!atlas_interval_is_known (chart->estimates[profile].others[kind]))
    return ATLAS_INTERVAL_NONE;

  for (i = 0; i < shown->n_entries[kind]; i++)
    sum += shown->entries[kind][i].count.value;

  return (AtlasInterval){ MAX (total.low - sum, 0.0),
                          MAX (total.high - sum, 0.0) };
}

void
atlas_panel_grid_set_scale (AtlasPanelGrid *self, const AtlasChart *chart)
{
  double highest = 0;
  guint i, j;

  for (i = 0; i < self->panels->len; i++)
    {
      const AtlasPanel *panel = &g_array_index (self->panels, AtlasPanel, i);
      const AtlasProfile *profile = chart->profiles[panel->profile];
      AtlasInterval others =
          chart->estimates[panel->profile].others[panel->kind];

      for (j = 0; j < profile->n_entries[panel->kind]; j++)
        {
          double share =
              atlas_panel_get_share (&profile->entries[panel->kind][j].share);

          if (share > highest)
            highest = share;
        }
      if (others.high > highest)
        highest = others.high;
    }

  atlas_scale_init_from_zero (&self->scale, highest,
                              self->n_columns > 2 ? N_TICKS_NARROW : N_TICKS);
}

static Row
word_entry (const AtlasChart *chart, const AtlasPanel *panel, guint index)
{
  const AtlasEntry *entry =
      &chart->profiles[panel->profile]->entries[panel->kind][index];
  Row row = { 0 };

  row.name = atlas_format_name (
      &chart->format,
      atlas_chart_get_entry_name (chart, panel->profile, entry));
  row.share = atlas_format_share (&chart->format, &entry->share);
  /* A count that is not there is told by the mark; the row says it once. */
  row.count = atlas_number_is_given (&entry->count)
                  ? atlas_format_number (&chart->format, &entry->count)
                  : g_strdup ("");

  return row;
}

static Row
word_others (const AtlasChart *chart, const AtlasPanel *panel)
{
  AtlasInterval share = chart->estimates[panel->profile].others[panel->kind];
  AtlasInterval count =
      atlas_panel_get_others_count (chart, panel->profile, panel->kind);
  Row row = { 0 };

  row.name = g_strdup (_ ("Others"));
  row.share = atlas_format_interval_percent (&chart->format, share);
  row.count = atlas_format_interval (&chart->format, count);

  return row;
}

static double
get_value_width (const Row *row, double unit)
{
  double gap = row->count_width > 0 ? COUNT_GAP * unit : 0.0;

  return row->share_width + gap + row->count_width;
}

/* Names beside the bars. */
static void
measure_beside (Metrics *metrics, AtlasText *text, double width)
{
  double widest_name = 0, widest_value = 0;
  guint i;

  for (i = 0; i < metrics->rows->len; i++)
    {
      Row *row = &g_array_index (metrics->rows, Row, i);
      double name =
          atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, 0, 1).width;

      widest_name = MAX (widest_name, name);
      widest_value = MAX (widest_value, get_value_width (row, metrics->unit));
    }

  metrics->label_width = MIN (widest_name + 1.0, width * MAX_LABEL_PART);
  metrics->bar_x = metrics->label_width + LABEL_GAP * metrics->unit;
  metrics->bar_width =
      width - metrics->bar_x - widest_value - VALUE_GAP * metrics->unit;
  metrics->bar_height = BAR_HEIGHT * metrics->unit;

  for (i = 0; i < metrics->rows->len; i++)
    {
      Row *row = &g_array_index (metrics->rows, Row, i);

      row->name_height =
          atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL,
                              metrics->label_width, MAX_NAME_LINES)
              .height;
      row->height =
          MAX (row->name_height, metrics->bar_height) + ROW_GAP * metrics->unit;
    }
}

/* Names above the bars, values at the end of the line. */
static void
measure_stacked (Metrics *metrics, AtlasText *text, double width)
{
  guint i;

  metrics->bar_x = 0;
  metrics->bar_width = width;
  metrics->bar_height = THIN_BAR_HEIGHT * metrics->unit;
  metrics->label_width = width;

  for (i = 0; i < metrics->rows->len; i++)
    {
      Row *row = &g_array_index (metrics->rows, Row, i);
      double room = width - get_value_width (row, metrics->unit)
                    - LABEL_GAP * metrics->unit;

      row->name_height =
          atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL,
                              MAX (room, width * 0.3), MAX_NAME_LINES)
              .height;
      row->height = row->name_height + NAME_GAP * metrics->unit
                    + metrics->bar_height + ROW_GAP * metrics->unit;
    }
}

static void
metrics_init (Metrics *metrics,
              const AtlasChart *chart,
              const AtlasPanel *panel,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];
  guint i;

  metrics->unit = MAX (theme->text_scale, 0.1);
  metrics->stacked = width < STACKED_WIDTH * metrics->unit;
  metrics->n_entries = profile->n_entries[panel->kind];
  metrics->others = atlas_interval_is_known (
      chart->estimates[panel->profile].others[panel->kind]);
  metrics->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (metrics->rows, row_clear);

  for (i = 0; i < metrics->n_entries + (metrics->others ? 1 : 0); i++)
    {
      Row row = i < metrics->n_entries ? word_entry (chart, panel, i)
                                       : word_others (chart, panel);

      row.share_width =
          atlas_text_measure (text, row.share, ATLAS_TEXT_VALUE_STRONG, 0, 1)
              .width;
      if (*row.count != '\0')
        row.count_width =
            atlas_text_measure (text, row.count, ATLAS_TEXT_VALUE, 0, 1).width;
      g_array_append_val (metrics->rows, row);
    }

  if (metrics->stacked)
    measure_stacked (metrics, text, width);
  else
    measure_beside (metrics, text, width);
}

static void
metrics_clear (Metrics *metrics)
{
  g_array_unref (metrics->rows);
}

static double
measure_head (const AtlasPanel *panel,
              AtlasText *text,
              double width,
              double unit)
{
  double height = 0;

  if (panel->heading != NULL)
    height += atlas_text_measure (text, panel->heading, ATLAS_TEXT_HEADING,
                                  width, MAX_NAME_LINES)
                  .height;
  if (panel->caption != NULL)
    height +=
        atlas_text_measure (text, panel->caption, ATLAS_TEXT_NOTE, width, 1)
            .height;

  return height > 0 ? height + CAPTION_GAP * unit : 0.0;
}

/* A line of panels: heights that are common to all, so that bars of one rank
 * stand at one height. */
typedef struct
{
  double head;
  GArray *rows;
  double ticks;
  double total;
} Line;

static void
line_init (Line *line,
           const AtlasPanelGrid *grid,
           const AtlasChart *chart,
           AtlasText *text,
           const AtlasTheme *theme,
           guint first,
           double width)
{
  double unit = MAX (theme->text_scale, 0.1);
  guint i, j, last = MIN (first + grid->n_columns, grid->panels->len);

  line->head = line->ticks = 0;
  line->rows = g_array_new (FALSE, TRUE, sizeof (double));

  for (i = first; i < last; i++)
    {
      const AtlasPanel *panel = &g_array_index (grid->panels, AtlasPanel, i);
      Metrics metrics;

      metrics_init (&metrics, chart, panel, text, theme, width);
      line->head = MAX (line->head, measure_head (panel, text, width, unit));
      if (panel->ticks)
        line->ticks = TICK_GAP * unit
                      + atlas_text_get_line_height (text, ATLAS_TEXT_TICK);
      if (line->rows->len < metrics.rows->len)
        g_array_set_size (line->rows, metrics.rows->len);
      for (j = 0; j < metrics.rows->len; j++)
        {
          double *height = &g_array_index (line->rows, double, j);

          *height = MAX (*height, g_array_index (metrics.rows, Row, j).height);
        }
      metrics_clear (&metrics);
    }

  line->total = line->head + line->ticks + OTHERS_GAP * unit;
  for (j = 0; j < line->rows->len; j++)
    line->total += g_array_index (line->rows, double, j);
  if (line->rows->len == 0)
    line->total += atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
}

static double
get_panel_width (const AtlasPanelGrid *grid, double width, double unit)
{
  guint n = grid->n_columns;

  return (width - COLUMN_GAP * unit * (n - 1)) / n;
}

double
atlas_panel_grid_measure (const AtlasPanelGrid *self,
                          const AtlasChart *chart,
                          AtlasText *text,
                          const AtlasTheme *theme,
                          double width)
{
  double unit = MAX (theme->text_scale, 0.1), height = 0;
  guint first;

  width = get_panel_width (self, width, unit);
  for (first = 0; first < self->panels->len; first += self->n_columns)
    {
      Line line;

      line_init (&line, self, chart, text, theme, first, width);
      height += line.total + (first > 0 ? LINE_GAP * unit : 0.0);
      g_array_unref (line.rows);
    }

  return height;
}

static void
add_scale (AtlasChartLayout *layout,
           const AtlasPanelGrid *grid,
           const AtlasPanel *panel,
           const AtlasChart *chart,
           AtlasBox bars,
           double unit)
{
  double tick_height =
      atlas_text_get_line_height (layout->text, ATLAS_TEXT_TICK);
  guint i;

  for (i = 0; i < grid->scale.n_ticks; i++)
    {
      double value = grid->scale.ticks[i];
      double x = bars.x + bars.width * atlas_scale_map (&grid->scale, value);
      g_autofree char *label = NULL;
      AtlasAlign align;
      double left;

      atlas_layout_add_line (layout, x, bars.y, x, bars.y + bars.height,
                             i == 0 ? ATLAS_INK_AXIS : ATLAS_INK_GRID,
                             i == 0 ? 0.8 : 0.6);
      if (!panel->ticks)
        continue;

      /* the sign stands once, at the last tick */
      label = i + 1 == grid->scale.n_ticks
                  ? atlas_format_percent (&chart->format, value,
                                          grid->scale.decimals)
                  : atlas_format_value (&chart->format, value,
                                        grid->scale.decimals);
      align = i == 0                         ? ATLAS_ALIGN_START
              : i + 1 == grid->scale.n_ticks ? ATLAS_ALIGN_END
                                             : ATLAS_ALIGN_CENTER;
      left = align == ATLAS_ALIGN_START ? x
             : align == ATLAS_ALIGN_END ? x - 40 * unit
                                        : x - 20 * unit;
      atlas_layout_add_text (layout, label, ATLAS_TEXT_TICK, ATLAS_INK_MUTED,
                             atlas_box (left,
                                        bars.y + bars.height + TICK_GAP * unit,
                                        40 * unit, tick_height),
                             align, 0.0, 1);
    }
}

/* The bar of one row; its box in return. */
static AtlasBox
add_bar (AtlasChartLayout *layout,
         const AtlasPanelGrid *grid,
         const AtlasPanel *panel,
         const AtlasChart *chart,
         AtlasBox room,
         guint index)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];
  AtlasBox bar = room;
  AtlasItem *item;
  double share;

  if (index == profile->n_entries[panel->kind])
    {
      AtlasInterval others =
          chart->estimates[panel->profile].others[panel->kind];
      AtlasBox band = room;

      bar.width = room.width * atlas_scale_map (&grid->scale, others.low);
      band.x = room.x + bar.width;
      band.width =
          room.width * atlas_scale_map (&grid->scale, others.high) - bar.width;
      item = atlas_layout_add_rect (layout, bar, ATLAS_INK_PLAIN);
      item->pattern = ATLAS_FILL_HATCHED;
      item->stroke = ATLAS_INK_PLAIN;
      item->line_width = 0.8;
      item = atlas_layout_add_rect (layout, band, ATLAS_INK_BAND);
      item->stroke = ATLAS_INK_PLAIN;
      item->line_width = 0.8;
      bar.width += band.width;

      return bar;
    }

  share = atlas_panel_get_share (&profile->entries[panel->kind][index].share);
  bar.width =
      isnan (share) ? 0 : room.width * atlas_scale_map (&grid->scale, share);
  if (isnan (share))
    return bar;

  item = atlas_layout_add_rect (layout, bar,
                                index == 0 ? panel->accent : ATLAS_INK_PLAIN);
  if (index == 0 && panel->accent >= ATLAS_INK_SERIES)
    {
      item->stroke = ATLAS_INK_TEXT;
      item->line_width = 0.8;
    }
  /* "less than": as long as it may be, and hatched like all that is not sure */
  if (profile->entries[panel->kind][index].share.state == ATLAS_NUMBER_BELOW)
    {
      item->pattern = ATLAS_FILL_HATCHED;
      item->stroke = item->fill;
      item->line_width = 0.8;
    }

  return bar;
}

static void
add_mark (AtlasChartLayout *layout,
          const AtlasPanel *panel,
          const AtlasChart *chart,
          AtlasBox box,
          AtlasBox bar,
          const Row *row,
          guint index)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];
  gboolean is_others = index == profile->n_entries[panel->kind];
  g_autofree char *spoken =
      is_others
          ? atlas_panel_dup_others_sentence (chart, panel->profile, panel->kind)
          : atlas_panel_dup_entry_sentence (chart, panel->profile, panel->kind,
                                            index);
  AtlasMark *mark = atlas_layout_add_mark (layout, box, bar, row->name, spoken);

  mark->profile = (gssize) panel->profile;
  if (!is_others)
    {
      const AtlasEntry *entry = &profile->entries[panel->kind][index];

      mark->line = entry->line;
      if (atlas_number_is_given (&entry->share))
        mark->value = entry->share.value;
    }
}

/* Share and count, one after the other; @right sets them to the right end. */
static void
add_values (AtlasChartLayout *layout,
            const Row *row,
            AtlasBox room,
            gboolean right,
            gboolean strong,
            double unit)
{
  double x = right ? room.x + room.width - get_value_width (row, unit) : room.x;

  atlas_layout_add_text (
      layout, row->share, strong ? ATLAS_TEXT_VALUE_STRONG : ATLAS_TEXT_VALUE,
      ATLAS_INK_TEXT, atlas_box (x, room.y, row->share_width + 1, room.height),
      ATLAS_ALIGN_START, 0.5, 1);
  if (row->count_width <= 0)
    return;

  x += row->share_width + COUNT_GAP * unit;
  atlas_layout_add_text (
      layout, row->count, ATLAS_TEXT_VALUE, ATLAS_INK_MUTED,
      atlas_box (x, room.y, row->count_width + 1, room.height),
      right ? ATLAS_ALIGN_END : ATLAS_ALIGN_START, 0.5, 1);
}

static void
add_row (AtlasChartLayout *layout,
         const AtlasPanelGrid *grid,
         const AtlasPanel *panel,
         const AtlasChart *chart,
         const Metrics *metrics,
         AtlasBox box,
         guint index)
{
  const Row *row = &g_array_index (metrics->rows, Row, index);
  double unit = metrics->unit;
  double gap = ROW_GAP * unit;
  gboolean strong = index == 0 && metrics->n_entries > 0;
  AtlasBox room, bar;

  if (metrics->stacked)
    {
      double y = box.y + gap / 2;
      double line = atlas_text_get_line_height (layout->text, ATLAS_TEXT_LABEL);
      double name_width =
          MAX (box.width - get_value_width (row, unit) - LABEL_GAP * unit,
               box.width * 0.3);

      atlas_layout_add_text (
          layout, row->name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
          atlas_box (box.x, y, name_width,
                     box.height - gap - metrics->bar_height - NAME_GAP * unit),
          ATLAS_ALIGN_START, 1.0, MAX_NAME_LINES);
      room =
          atlas_box (box.x, box.y + box.height - gap / 2 - metrics->bar_height,
                     box.width, metrics->bar_height);
      bar = add_bar (layout, grid, panel, chart, room, index);
      add_values (
          layout, row,
          atlas_box (box.x, room.y - NAME_GAP * unit - line, box.width, line),
          TRUE, strong, unit);
    }
  else
    {
      atlas_layout_add_text (
          layout, row->name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
          atlas_box (box.x, box.y, metrics->label_width, box.height),
          ATLAS_ALIGN_START, 0.5, MAX_NAME_LINES);
      room = atlas_box (box.x + metrics->bar_x,
                        box.y + (box.height - metrics->bar_height) / 2,
                        metrics->bar_width, metrics->bar_height);
      bar = add_bar (layout, grid, panel, chart, room, index);
      add_values (layout, row,
                  atlas_box (bar.x + bar.width + VALUE_GAP * unit, box.y,
                             get_value_width (row, unit), box.height),
                  FALSE, strong, unit);
    }

  add_mark (layout, panel, chart,
            atlas_box (box.x, box.y + 1, box.width, box.height - 2), bar, row,
            index);
}

static void
add_head (AtlasChartLayout *layout, const AtlasPanel *panel, AtlasBox box)
{
  double y = box.y;

  if (panel->heading != NULL)
    {
      AtlasItem *item = atlas_layout_add_text (
          layout, panel->heading, ATLAS_TEXT_HEADING, ATLAS_INK_TEXT,
          atlas_box (box.x, y, box.width, 0), ATLAS_ALIGN_START, 0.0,
          MAX_NAME_LINES);

      y += item->box.height;
    }
  if (panel->caption != NULL)
    atlas_layout_add_text (layout, panel->caption, ATLAS_TEXT_NOTE,
                           ATLAS_INK_MUTED, atlas_box (box.x, y, box.width, 0),
                           ATLAS_ALIGN_START, 0.0, 1);
}

static void
add_missing (AtlasChartLayout *layout, const AtlasPanel *panel, AtlasBox box)
{
  atlas_layout_add_text (layout,
                         panel->kind == ATLAS_PATENTS
                             ? _ ("No applicants given in the source")
                             : _ ("No publishers given in the source"),
                         ATLAS_TEXT_LABEL, ATLAS_INK_MUTED, box,
                         ATLAS_ALIGN_START, 0.0, MAX_NAME_LINES);
}

/* @stretch: room that is left over, shared out among the rows. */
static void
add_panel (AtlasChartLayout *layout,
           const AtlasPanelGrid *grid,
           const AtlasPanel *panel,
           const AtlasChart *chart,
           const Line *line,
           AtlasBox box,
           double stretch)
{
  Metrics metrics;
  AtlasBox bars;
  double y = box.y + line->head;
  guint i;

  metrics_init (&metrics, chart, panel, layout->text, &layout->theme,
                box.width);
  add_head (layout, panel, box);

  if (metrics.rows->len == 0)
    {
      add_missing (layout, panel, atlas_box (box.x, y, box.width, 0));
      metrics_clear (&metrics);
      return;
    }

  bars = atlas_box (box.x + metrics.bar_x, y, metrics.bar_width, 0);
  for (i = 0; i < metrics.rows->len; i++)
    bars.height += g_array_index (line->rows, double, i) + stretch;
  if (metrics.others)
    bars.height += OTHERS_GAP * metrics.unit;
  add_scale (layout, grid, panel, chart, bars, metrics.unit);

  for (i = 0; i < metrics.rows->len; i++)
    {
      double height = g_array_index (line->rows, double, i) + stretch;

      if (i == metrics.n_entries)
        y += OTHERS_GAP * metrics.unit;
      add_row (layout, grid, panel, chart, &metrics,
               atlas_box (box.x, y, box.width, height), i);
      y += height;
    }

  metrics_clear (&metrics);
}

void
atlas_panel_grid_layout (const AtlasPanelGrid *self,
                         const AtlasChart *chart,
                         AtlasChartLayout *layout,
                         AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  double width = get_panel_width (self, body.width, unit);
  double y = body.y;
  guint first, i;

  for (first = 0; first < self->panels->len; first += self->n_columns)
    {
      guint last = MIN (first + self->n_columns, self->panels->len);
      Line line;

      line_init (&line, self, chart, layout->text, &layout->theme, first,
                 width);
      for (i = first; i < last; i++)
        {
          double x = body.x + (i - first) * (width + COLUMN_GAP * unit);

          add_panel (layout, self, &g_array_index (self->panels, AtlasPanel, i),
                     chart, &line, atlas_box (x, y, width, line.total), 0.0);
        }
      y += line.total + LINE_GAP * unit;
      g_array_unref (line.rows);
    }
}

char *
atlas_panel_dup_entry_sentence (const AtlasChart *chart,
                                guint profile,
                                AtlasKind kind,
                                guint entry)
{
  const AtlasEntry *shown = &chart->profiles[profile]->entries[kind][entry];
  AtlasFormat format = chart->format;
  g_autofree char *name = NULL;
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);
  g_autofree char *rank = NULL;
  g_autofree char *share = NULL;
  g_autofree char *count = NULL;

  format.spoken = TRUE;
  name = atlas_format_name (&format,
                            atlas_chart_get_entry_name (chart, profile, shown));
  rank = atlas_format_number (&format, &shown->rank);
  share = atlas_format_share (&format, &shown->share);
  count = atlas_format_number (&format, &shown->count);

  return g_strdup_printf (
      kind == ATLAS_PATENTS
          /* Translators: name, rank, cluster, share, number of patents */
          ? _ ("%1$s, rank %2$s by patents in %3$s: share %4$s, patents %5$s")
          /* Translators: name, rank, cluster, share, number of articles */
          : _ ("%1$s, rank %2$s by articles in %3$s: share %4$s, articles "
               "%5$s"),
      name, rank, cluster, share, count);
}

char *
atlas_panel_dup_others_sentence (const AtlasChart *chart,
                                 guint profile,
                                 AtlasKind kind)
{
  AtlasFormat format = chart->format;
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);
  g_autofree char *share = NULL;
  g_autofree char *count = NULL;

  format.spoken = TRUE;
  share = atlas_format_interval_percent (
      &format, chart->estimates[profile].others[kind]);
  count = atlas_format_interval (
      &format, atlas_panel_get_others_count (chart, profile, kind));

  return g_strdup_printf (
      kind == ATLAS_PATENTS
          /* Translators: cluster, share, number of patents */
          ? _ ("All others in %1$s, an estimate: share %2$s, patents %3$s")
          /* Translators: cluster, share, number of articles */
          : _ ("All others in %1$s, an estimate: share %2$s, articles %3$s"),
      cluster, share, count);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-panel.h"

#include "atlas-chart-donut.h"

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
#define OUTLINE 0.8
#define GRID_WIDTH 0.6
#define GRID_REACH 2.0

/* A panel narrower than this has its names above the bars. */
#define STACKED_WIDTH 330.0

/* Names beside the bars take at most this part of the width, and leave the
 * bars this much. */
#define MAX_LABEL_PART 0.38
#define MIN_BAR_PART 0.3

/* A name above a bar has at least this part of the line beside its values. */
#define MIN_NAME_PART 0.45

#define MAX_NAME_LINES 2

/* About how many steps the scale has. */
#define N_TICKS 5
#define N_TICKS_NARROW 4

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
  gboolean apart;
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

/* Fields are ranked by their share; a profile may print them in any order. */
static const AtlasField *
get_field (const AtlasChart *chart, const AtlasPanel *panel, guint rank)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];
  const AtlasField *fields = profile->fields[panel->kind];
  guint i, j;

  for (i = 0; i < profile->n_fields[panel->kind]; i++)
    {
      double share = atlas_panel_get_share (&fields[i].share);
      guint before = 0;

      share = isnan (share) ? -1.0 : share;
      for (j = 0; j < profile->n_fields[panel->kind]; j++)
        {
          double other = atlas_panel_get_share (&fields[j].share);

          other = isnan (other) ? -1.0 : other;
          if (other > share || (j < i && other >= share))
            before++;
        }
      if (before == rank)
        return &fields[i];
    }

  return &fields[rank];
}

/* Holders and technology fields are rows alike. */
static guint
count_rows (const AtlasChart *chart, const AtlasPanel *panel)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];

  return panel->fields ? profile->n_fields[panel->kind]
                       : profile->n_entries[panel->kind];
}

static const AtlasNumber *
get_row_share (const AtlasChart *chart, const AtlasPanel *panel, guint index)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];

  return panel->fields ? &get_field (chart, panel, index)->share
                       : &profile->entries[panel->kind][index].share;
}

static AtlasInterval
get_others (const AtlasChart *chart, const AtlasPanel *panel)
{
  return panel->fields ? ATLAS_INTERVAL_NONE
                       : chart->estimates[panel->profile].others[panel->kind];
}

void
atlas_panel_grid_set_scale (AtlasPanelGrid *self, const AtlasChart *chart)
{
  double highest = 0;
  guint i, j;

  for (i = 0; i < self->panels->len; i++)
    {
      const AtlasPanel *panel = &g_array_index (self->panels, AtlasPanel, i);
      AtlasInterval others = get_others (chart, panel);

      for (j = 0; j < count_rows (chart, panel); j++)
        {
          double share =
              atlas_panel_get_share (get_row_share (chart, panel, j));

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
word_field (const AtlasChart *chart, const AtlasPanel *panel, guint index)
{
  const AtlasField *field = get_field (chart, panel, index);
  Row row = { 0 };

  row.name = atlas_format_name (&chart->format, field->name);
  row.share = atlas_format_share (&chart->format, &field->share);
  row.count = g_strdup ("");

  return row;
}

static Row
word_entry (const AtlasChart *chart, const AtlasPanel *panel, guint index)
{
  const AtlasEntry *entry;
  Row row = { 0 };

  if (panel->fields)
    return word_field (chart, panel, index);

  entry = &chart->profiles[panel->profile]->entries[panel->kind][index];
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
      double line = atlas_text_get_line_height (text, ATLAS_TEXT_VALUE);
      double room = MAX (width - get_value_width (row, metrics->unit)
                             - LABEL_GAP * metrics->unit,
                         1.0);
      double natural =
          atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, 0, 1).width;
      AtlasTextSize size = atlas_text_measure (
          text, row->name, ATLAS_TEXT_LABEL, room, MAX_NAME_LINES);

      /* no room beside the values: they have a line of their own */
      row->apart =
          natural > room && (room < width * MIN_NAME_PART || size.shortened);
      if (row->apart)
        size = atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, width,
                                   MAX_NAME_LINES);
      row->name_height = size.height + (row->apart ? line : 0.0);
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
  guint i;

  metrics->unit = MAX (theme->text_scale, 0.1);
  metrics->stacked = width < STACKED_WIDTH * metrics->unit;
  metrics->n_entries = count_rows (chart, panel);
  metrics->others = atlas_interval_is_known (get_others (chart, panel));
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

  if (!metrics->stacked)
    {
      measure_beside (metrics, text, width);
      metrics->stacked = metrics->bar_width < width * MIN_BAR_PART;
    }
  if (metrics->stacked)
    measure_stacked (metrics, text, width);
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

/* What a ring shows of the rows. The sentences are kept in @sentences. */
static GArray *
create_slices (const AtlasChart *chart,
               const AtlasPanel *panel,
               const Metrics *metrics,
               GPtrArray *sentences)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];
  GArray *slices = g_array_new (FALSE, TRUE, sizeof (AtlasDonutSlice));
  double named = 0;
  guint i;

  for (i = 0; i < metrics->rows->len; i++)
    {
      const Row *row = &g_array_index (metrics->rows, Row, i);
      AtlasDonutSlice slice = { row->name, row->share, row->count };

      slice.profile = (gssize) panel->profile;
      slice.others = i == metrics->n_entries;
      if (slice.others)
        {
          slice.value = MAX (100.0 - named, 0.0);
          g_ptr_array_add (sentences, atlas_panel_dup_others_sentence (
                                          chart, panel->profile, panel->kind));
        }
      else
        {
          slice.value = atlas_panel_get_share (get_row_share (chart, panel, i));
          slice.line = profile->entries[panel->kind][i].line;
          named += isnan (slice.value) ? 0.0 : slice.value;
          g_ptr_array_add (
              sentences, atlas_panel_dup_entry_sentence (chart, panel->profile,
                                                         panel->kind, i));
        }
      slice.spoken = g_ptr_array_index (sentences, sentences->len - 1);
      g_array_append_val (slices, slice);
    }

  return slices;
}

static double
measure_donut (const AtlasChart *chart,
               const AtlasPanel *panel,
               const Metrics *metrics,
               AtlasText *text,
               double width)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) slices = create_slices (chart, panel, metrics, sentences);

  return atlas_donut_measure ((const AtlasDonutSlice *) slices->data,
                              slices->len, text, width, metrics->unit);
}

static void
layout_donut (const AtlasChart *chart,
              const AtlasPanel *panel,
              const Metrics *metrics,
              AtlasChartLayout *layout,
              AtlasBox box)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) slices = create_slices (chart, panel, metrics, sentences);

  atlas_donut_layout ((const AtlasDonutSlice *) slices->data, slices->len,
                      panel->accent, layout, box);
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
  double unit = MAX (theme->text_scale, 0.1), donut = 0;
  guint i, j, last = MIN (first + grid->n_columns, grid->panels->len);

  line->head = line->ticks = 0;
  line->rows = g_array_new (FALSE, TRUE, sizeof (double));

  for (i = first; i < last; i++)
    {
      const AtlasPanel *panel = &g_array_index (grid->panels, AtlasPanel, i);
      Metrics metrics;

      metrics_init (&metrics, chart, panel, text, theme, width);
      line->head = MAX (line->head, measure_head (panel, text, width, unit));
      if (panel->ticks && !panel->donut)
        line->ticks = TICK_GAP * unit
                      + atlas_text_get_line_height (text, ATLAS_TEXT_TICK);
      if (line->rows->len < metrics.rows->len && !panel->donut)
        g_array_set_size (line->rows, metrics.rows->len);
      if (panel->donut)
        donut =
            MAX (donut, measure_donut (chart, panel, &metrics, text, width));
      for (j = 0; j < line->rows->len && j < metrics.rows->len; j++)
        {
          double *height = &g_array_index (line->rows, double, j);

          *height = MAX (*height, g_array_index (metrics.rows, Row, j).height);
        }
      metrics_clear (&metrics);
    }

  line->total = line->head + line->ticks + OTHERS_GAP * unit + donut;
  for (j = 0; j < line->rows->len; j++)
    line->total += g_array_index (line->rows, double, j);
  if (line->rows->len == 0 && donut <= 0)
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
           const Metrics *metrics,
           AtlasBox bars)
{
  double unit = metrics->unit;
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

      if (!metrics->stacked)
        atlas_layout_add_line (layout, x, bars.y, x, bars.y + bars.height,
                               i == 0 ? ATLAS_INK_AXIS : ATLAS_INK_GRID,
                               i == 0 ? OUTLINE : GRID_WIDTH);
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
  const AtlasNumber *number = get_row_share (chart, panel, index);
  double share = atlas_panel_get_share (number);
  AtlasBox bar = room;
  AtlasItem *item;

  bar.width =
      isnan (share) ? 0 : room.width * atlas_scale_map (&grid->scale, share);
  if (isnan (share))
    return bar;

  item = atlas_layout_add_rect (layout, bar,
                                index == 0 ? panel->accent : ATLAS_INK_PLAIN);
  if (index == 0 && panel->accent >= ATLAS_INK_SERIES)
    {
      item->stroke = ATLAS_INK_TEXT;
      item->line_width = OUTLINE;
    }
  /* "less than": as long as it may be, and hatched like all that is not sure */
  if (number->state == ATLAS_NUMBER_BELOW)
    {
      item->pattern = ATLAS_FILL_HATCHED;
      item->stroke = item->fill;
      item->line_width = OUTLINE;
    }

  return bar;
}

/* Hatched as far as is certain, pale as far as it may be. */
static AtlasBox
add_others_bar (AtlasChartLayout *layout,
                const AtlasPanelGrid *grid,
                AtlasInterval others,
                AtlasBox room)
{
  AtlasBox bar = room, band = room;
  AtlasItem *item;

  bar.width = room.width * atlas_scale_map (&grid->scale, others.low);
  band.x = room.x + bar.width;
  band.width =
      room.width * atlas_scale_map (&grid->scale, others.high) - bar.width;

  item = atlas_layout_add_rect (layout, bar, ATLAS_INK_PLAIN);
  item->pattern = ATLAS_FILL_HATCHED;
  item->stroke = ATLAS_INK_PLAIN;
  item->line_width = OUTLINE;
  item = atlas_layout_add_rect (layout, band, ATLAS_INK_BAND);
  item->stroke = ATLAS_INK_PLAIN;
  item->line_width = OUTLINE;
  bar.width += band.width;

  return bar;
}

static char *
dup_field_sentence (const AtlasChart *chart,
                    const AtlasPanel *panel,
                    const Row *row)
{
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, panel->profile);

  return g_strdup_printf (
      panel->kind == ATLAS_PATENTS
          /* Translators: technology field, cluster, share */
          ? _ ("%1$s in %2$s: %3$s of patents")
          /* Translators: technology field, cluster, share */
          : _ ("%1$s in %2$s: %3$s of articles"),
      row->name, cluster, row->share);
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
  gboolean is_others = index == count_rows (chart, panel);
  g_autofree char *spoken = NULL;
  AtlasMark *mark;

  if (panel->fields)
    spoken = dup_field_sentence (chart, panel, row);
  else if (is_others)
    spoken =
        atlas_panel_dup_others_sentence (chart, panel->profile, panel->kind);
  else
    spoken = atlas_panel_dup_entry_sentence (chart, panel->profile, panel->kind,
                                             index);

  mark = atlas_layout_add_mark (layout, box, bar, row->name, spoken);
  mark->profile = (gssize) panel->profile;
  if (!is_others)
    {
      const AtlasNumber *share = get_row_share (chart, panel, index);

      mark->line = panel->fields ? get_field (chart, panel, index)->line
                                 : profile->entries[panel->kind][index].line;
      if (atlas_number_is_given (share))
        mark->value = share->value;
    }
}

/* Behind the bar the share comes first; at the end of a line it comes last, so
 * that the shares stand in a column. */
static void
add_values (AtlasChartLayout *layout,
            const Row *row,
            AtlasBox room,
            gboolean at_end,
            gboolean strong,
            double unit)
{
  double gap = row->count_width > 0 ? COUNT_GAP * unit : 0.0;
  double width = get_value_width (row, unit);
  double share_x = at_end ? room.x + room.width - row->share_width : room.x;
  double count_x =
      at_end ? room.x + room.width - width : room.x + row->share_width + gap;
  AtlasAlign align = at_end ? ATLAS_ALIGN_END : ATLAS_ALIGN_START;

  atlas_layout_add_text (
      layout, row->share, strong ? ATLAS_TEXT_VALUE_STRONG : ATLAS_TEXT_VALUE,
      ATLAS_INK_TEXT,
      atlas_box (share_x, room.y, row->share_width, room.height), align, 0.5,
      1);
  if (row->count_width > 0)
    atlas_layout_add_text (
        layout, row->count, ATLAS_TEXT_VALUE, ATLAS_INK_MUTED,
        atlas_box (count_x, room.y, row->count_width, room.height), align, 0.5,
        1);
}

/* Names above a bar would cross the lines of the scale: there each bar has a
 * short piece of them. */
static void
add_grid_piece (AtlasChartLayout *layout,
                const AtlasPanelGrid *grid,
                AtlasBox room)
{
  guint i;

  for (i = 0; i < grid->scale.n_ticks; i++)
    {
      double x =
          room.x
          + room.width * atlas_scale_map (&grid->scale, grid->scale.ticks[i]);

      atlas_layout_add_line (layout, x, room.y - GRID_REACH, x,
                             room.y + room.height + GRID_REACH,
                             i == 0 ? ATLAS_INK_AXIS : ATLAS_INK_GRID,
                             i == 0 ? OUTLINE : GRID_WIDTH);
    }
}

/* A row with its name above the bar; the bar's box in return. */
static AtlasBox
add_stacked_row (AtlasChartLayout *layout,
                 const AtlasPanelGrid *grid,
                 const AtlasPanel *panel,
                 const AtlasChart *chart,
                 const Metrics *metrics,
                 AtlasBox box,
                 guint index)
{
  const Row *row = &g_array_index (metrics->rows, Row, index);
  double unit = metrics->unit, gap = ROW_GAP * unit;
  double line = atlas_text_get_line_height (layout->text, ATLAS_TEXT_LABEL);
  double name_width =
      row->apart ? box.width
                 : box.width - get_value_width (row, unit) - LABEL_GAP * unit;
  AtlasBox room = box, bar;

  room.y = box.y + box.height - gap / 2 - metrics->bar_height;
  room.height = metrics->bar_height;
  atlas_layout_add_text (layout, row->name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                         atlas_box (box.x, box.y + gap / 2, name_width,
                                    room.y - NAME_GAP * unit - box.y - gap / 2
                                        - (row->apart ? line : 0.0)),
                         ATLAS_ALIGN_START, 1.0, MAX_NAME_LINES);
  add_grid_piece (layout, grid, room);
  bar = index < metrics->n_entries
            ? add_bar (layout, grid, panel, chart, room, index)
            : add_others_bar (layout, grid, get_others (chart, panel), room);
  add_values (
      layout, row,
      atlas_box (box.x, room.y - NAME_GAP * unit - line, box.width, line), TRUE,
      index == 0, unit);

  return bar;
}

/* A row with its name beside the bar. */
static AtlasBox
add_plain_row (AtlasChartLayout *layout,
               const AtlasPanelGrid *grid,
               const AtlasPanel *panel,
               const AtlasChart *chart,
               const Metrics *metrics,
               AtlasBox box,
               guint index)
{
  const Row *row = &g_array_index (metrics->rows, Row, index);
  AtlasBox room, bar;

  room = atlas_box (box.x + metrics->bar_x,
                    box.y + (box.height - metrics->bar_height) / 2,
                    metrics->bar_width, metrics->bar_height);
  atlas_layout_add_text (
      layout, row->name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
      atlas_box (box.x, box.y, metrics->label_width, box.height),
      ATLAS_ALIGN_START, 0.5, MAX_NAME_LINES);
  bar = index < metrics->n_entries
            ? add_bar (layout, grid, panel, chart, room, index)
            : add_others_bar (layout, grid, get_others (chart, panel), room);
  add_values (layout, row,
              atlas_box (bar.x + bar.width + VALUE_GAP * metrics->unit, box.y,
                         get_value_width (row, metrics->unit), box.height),
              FALSE, index == 0, metrics->unit);

  return bar;
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
  AtlasBox bar =
      metrics->stacked
          ? add_stacked_row (layout, grid, panel, chart, metrics, box, index)
          : add_plain_row (layout, grid, panel, chart, metrics, box, index);

  add_mark (layout, panel, chart,
            atlas_box (box.x, box.y + 1, box.width, box.height - 2), bar,
            &g_array_index (metrics->rows, Row, index), index);
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

static const char *
explain_missing (const AtlasPanel *panel)
{
  if (panel->fields)
    return _ ("No technology fields given in the source");

  return panel->kind == ATLAS_PATENTS ? _ ("No applicants given in the source")
                                      : _ ("No publishers given in the source");
}

static void
add_missing (AtlasChartLayout *layout, const AtlasPanel *panel, AtlasBox box)
{
  atlas_layout_add_text (layout, explain_missing (panel), ATLAS_TEXT_LABEL,
                         ATLAS_INK_MUTED, box, ATLAS_ALIGN_START, 0.0,
                         MAX_NAME_LINES);
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

  if (panel->donut)
    {
      layout_donut (chart, panel, &metrics, layout,
                    atlas_box (box.x, y, box.width, box.height - line->head));
      metrics_clear (&metrics);
      return;
    }

  bars = atlas_box (box.x + metrics.bar_x, y, metrics.bar_width, 0);
  for (i = 0; i < metrics.rows->len; i++)
    bars.height += g_array_index (line->rows, double, i) + stretch;
  if (metrics.others)
    bars.height += OTHERS_GAP * metrics.unit;
  add_scale (layout, grid, panel, chart, &metrics, bars);

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

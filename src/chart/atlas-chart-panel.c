/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-axis.h"
#include "atlas-chart-panel-private.h"

#include "atlas-gettext.h"

/* Measures in points at a text scale of 1. */
#define COLUMN_GAP 24.0
#define LINE_GAP 16.0
#define DENSE_LINE_GAP 11.0
#define CAPTION_GAP 6.0
#define DENSE_CAPTION_GAP 2.0
#define OTHERS_GAP 6.0
#define DENSE_OTHERS_GAP 2.0
#define TICK_GAP 4.0

/* Where there is more room than needed, a row takes this much more of it, in
 * these parts. */
#define MAX_STRETCH 28.0
#define BAR_PART 0.55

/* About how many steps the scale has. */
#define N_TICKS 5
#define N_TICKS_NARROW 4

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
  AtlasInterval rest;
  double sum = 0;
  guint i;

  if (!atlas_interval_is_known (chart->estimates[profile].others[kind]))
    return ATLAS_INTERVAL_NONE;

  for (i = 0; i < shown->n_entries[kind]; i++)
    sum += shown->entries[kind][i].count.value;

  rest.low = MAX (total.low - sum, 0.0);
  rest.high = MAX (total.high - sum, 0.0);
  /* things that are counted are whole */
  if (ceil (rest.low) <= floor (rest.high))
    rest = (AtlasInterval){ ceil (rest.low), floor (rest.high) };

  return rest;
}

void
atlas_panel_grid_set_scale (AtlasPanelGrid *self, const AtlasChart *chart)
{
  double highest = 0;
  guint i, j;

  for (i = 0; i < self->panels->len; i++)
    {
      const AtlasPanel *panel = &g_array_index (self->panels, AtlasPanel, i);
      AtlasInterval others = atlas_panel_get_others (chart, panel);

      for (j = 0; j < atlas_panel_count_rows (chart, panel); j++)
        {
          double share = atlas_panel_get_share (
              atlas_panel_get_row_share (chart, panel, j));

          if (share > highest)
            highest = share;
        }
      if (others.high > highest)
        highest = others.high;
    }

  atlas_scale_init_from_zero (&self->scale, highest,
                              self->n_columns > 2 ? N_TICKS_NARROW : N_TICKS);
}

static double
get_line_gap (const AtlasPanelGrid *grid, double unit)
{
  return (grid->dense ? DENSE_LINE_GAP : LINE_GAP) * unit;
}

static double
get_others_gap (const AtlasPanelGrid *grid, double unit)
{
  return (grid->dense ? DENSE_OTHERS_GAP : OTHERS_GAP) * unit;
}

static double
measure_head (const AtlasPanelGrid *grid,
              const AtlasPanel *panel,
              AtlasText *text,
              double width,
              double unit)
{
  double gap = grid->dense ? DENSE_CAPTION_GAP : CAPTION_GAP;
  double height = 0;

  if (panel->heading != NULL)
    height += atlas_text_measure (text, panel->heading, ATLAS_TEXT_HEADING,
                                  width, ATLAS_PANEL_NAME_LINES)
                  .height;
  if (panel->caption != NULL)
    height +=
        atlas_text_measure (text, panel->caption, ATLAS_TEXT_NOTE, width, 1)
            .height;

  return height > 0 ? height + gap * unit : 0.0;
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
           const AtlasPanelFrame *frame,
           const AtlasChart *chart,
           AtlasText *text,
           guint first)
{
  double unit = frame->unit, donut = 0;
  guint i, j, last = MIN (first + grid->n_columns, grid->panels->len);

  line->head = line->ticks = 0;
  line->rows = g_array_new (FALSE, TRUE, sizeof (double));

  for (i = first; i < last; i++)
    {
      const AtlasPanel *panel = &g_array_index (grid->panels, AtlasPanel, i);
      AtlasPanelRows rows;

      atlas_panel_rows_init (&rows, frame, chart, panel, text);
      line->head = MAX (line->head,
                        measure_head (grid, panel, text, frame->width, unit));
      if (panel->ticks && !panel->donut)
        line->ticks = TICK_GAP * unit
                      + atlas_text_get_line_height (text, ATLAS_TEXT_TICK);
      if (line->rows->len < rows.rows->len && !panel->donut)
        g_array_set_size (line->rows, rows.rows->len);
      if (panel->donut)
        donut = MAX (
            donut, atlas_panel_measure_ring (chart, panel, frame, &rows, text));
      for (j = 0; j < line->rows->len && j < rows.rows->len; j++)
        {
          double *height = &g_array_index (line->rows, double, j);

          *height =
              MAX (*height, g_array_index (rows.rows, AtlasPanelRow, j).height);
        }
      atlas_panel_rows_clear (&rows);
    }

  line->total = line->head + line->ticks + get_others_gap (grid, unit) + donut;
  for (j = 0; j < line->rows->len; j++)
    line->total += g_array_index (line->rows, double, j);
  if (line->rows->len == 0 && donut <= 0)
    line->total += atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
}

/* Gives each row @extra points more. */
static void
stretch (AtlasPanelFrame *frame, double extra)
{
  frame->bar_height += extra * BAR_PART;
  frame->row_gap += extra * (1 - BAR_PART);
}

static double
get_panel_width (const AtlasPanelGrid *grid, double width, double unit)
{
  guint n = grid->n_columns;

  return (width - COLUMN_GAP * unit * (n - 1)) / n;
}

/* Height of the grid, and how many rows stand one below the other. */
static double
measure_lines (const AtlasPanelGrid *self,
               const AtlasChart *chart,
               AtlasText *text,
               const AtlasTheme *theme,
               double width,
               guint *n_rows)
{
  double unit = MAX (theme->text_scale, 0.1), height = 0;
  AtlasPanelFrame frame;
  guint first;

  *n_rows = 0;
  atlas_panel_frame_init (&frame, self, chart, text, theme,
                          get_panel_width (self, width, unit));
  for (first = 0; first < self->panels->len; first += self->n_columns)
    {
      Line line;

      line_init (&line, self, &frame, chart, text, first);
      height += line.total + (first > 0 ? get_line_gap (self, unit) : 0.0);
      *n_rows += line.rows->len;
      g_array_unref (line.rows);
    }

  return height;
}

double
atlas_panel_grid_measure (const AtlasPanelGrid *self,
                          const AtlasChart *chart,
                          AtlasText *text,
                          const AtlasTheme *theme,
                          double width)
{
  guint n_rows;

  return measure_lines (self, chart, text, theme, width, &n_rows);
}

double
atlas_panel_grid_measure_most (const AtlasPanelGrid *self,
                               const AtlasChart *chart,
                               AtlasText *text,
                               const AtlasTheme *theme,
                               double width)
{
  guint n_rows;
  double height = measure_lines (self, chart, text, theme, width, &n_rows);

  return height + n_rows * MAX_STRETCH * MAX (theme->text_scale, 0.1);
}

/* Points that each row has beyond what it needs. */
static double
find_spare (const AtlasPanelGrid *self,
            const AtlasChart *chart,
            AtlasChartLayout *layout,
            AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1), height;
  guint n_rows;

  /* a page around the chart gives it just what it measured */
  if (chart->options.bare)
    return 0.0;

  height = measure_lines (self, chart, layout->text, &layout->theme, body.width,
                          &n_rows);

  return n_rows > 0
             ? CLAMP ((body.height - height) / n_rows, 0.0, MAX_STRETCH * unit)
             : 0.0;
}

void
atlas_panel_grid_tick_last_line (AtlasPanelGrid *self)
{
  guint i, last = (self->panels->len - 1) / self->n_columns * self->n_columns;

  for (i = 0; i < self->panels->len; i++)
    g_array_index (self->panels, AtlasPanel, i).ticks = i >= last;
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
          ATLAS_PANEL_NAME_LINES);

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
                         ATLAS_PANEL_NAME_LINES);
}

static void
add_panel (AtlasChartLayout *layout,
           const AtlasPanelGrid *grid,
           const AtlasPanelFrame *frame,
           const AtlasPanel *panel,
           const AtlasChart *chart,
           const Line *line,
           AtlasBox box)
{
  AtlasPanelRows rows;
  AtlasBox bars;
  double y = box.y + line->head;
  guint i, first_item;

  atlas_panel_rows_init (&rows, frame, chart, panel, layout->text);
  add_head (layout, panel, box);

  if (rows.rows->len == 0)
    {
      add_missing (layout, panel, atlas_box (box.x, y, box.width, 0));
      atlas_panel_rows_clear (&rows);
      return;
    }

  if (panel->donut)
    {
      atlas_panel_add_ring (
          layout, chart, panel, frame, &rows,
          atlas_box (box.x, y, box.width, box.height - line->head));
      atlas_panel_rows_clear (&rows);
      return;
    }

  bars = atlas_box (box.x + frame->bar_x, y, frame->bar_width, 0);
  for (i = 0; i < rows.rows->len; i++)
    bars.height += g_array_index (line->rows, double, i);
  if (rows.others)
    bars.height += get_others_gap (grid, frame->unit);

  first_item = layout->items->len;
  for (i = 0; i < rows.rows->len; i++)
    {
      double height = g_array_index (line->rows, double, i);

      if (i == rows.n_entries)
        y += get_others_gap (grid, frame->unit);
      atlas_panel_add_bar (layout, grid, panel, chart, frame, &rows,
                           atlas_box (box.x, y, box.width, height), i);
      y += height;
    }
  atlas_panel_add_words (layout, frame, &rows);
  atlas_panel_add_scale (layout, grid, bars, first_item);
  if (panel->ticks)
    atlas_axis_add_percent_ticks (layout, chart, &grid->scale, bars.x,
                                  bars.y + bars.height + TICK_GAP * frame->unit,
                                  bars.width);

  atlas_panel_rows_clear (&rows);
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
  AtlasPanelFrame frame;
  guint first, i;

  atlas_panel_frame_init (&frame, self, chart, layout->text, &layout->theme,
                          width);
  stretch (&frame, find_spare (self, chart, layout, body));
  for (first = 0; first < self->panels->len; first += self->n_columns)
    {
      guint last = MIN (first + self->n_columns, self->panels->len);
      Line line;

      line_init (&line, self, &frame, chart, layout->text, first);
      for (i = first; i < last; i++)
        {
          double x = body.x + (i - first) * (width + COLUMN_GAP * unit);

          add_panel (layout, self, &frame,
                     &g_array_index (self->panels, AtlasPanel, i), chart, &line,
                     atlas_box (x, y, width, line.total));
        }
      y += line.total + get_line_gap (self, unit);
      g_array_unref (line.rows);
    }
}

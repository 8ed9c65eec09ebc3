/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-panel-private.h"

#include "atlas-gettext.h"

/* The bar of one holder or field; its box in return. */
static AtlasBox
add_entry_bar (AtlasChartLayout *layout,
               const AtlasPanelGrid *grid,
               const AtlasPanel *panel,
               const AtlasChart *chart,
               AtlasBox room,
               guint index)
{
  const AtlasNumber *number = atlas_panel_get_row_share (chart, panel, index);
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
      item->line_width = ATLAS_PANEL_OUTLINE;
    }
  /* "less than": as long as it may be, and hatched like all that is not sure */
  if (number->state == ATLAS_NUMBER_BELOW)
    {
      item->pattern = ATLAS_FILL_HATCHED;
      item->stroke = item->fill;
      item->line_width = ATLAS_PANEL_OUTLINE;
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
  item->line_width = ATLAS_PANEL_OUTLINE;
  item = atlas_layout_add_rect (layout, band, ATLAS_INK_BAND);
  item->stroke = ATLAS_INK_PLAIN;
  item->line_width = ATLAS_PANEL_OUTLINE;
  bar.width += band.width;

  return bar;
}

static char *
dup_field_sentence (const AtlasChart *chart,
                    const AtlasPanel *panel,
                    const AtlasPanelRow *row)
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
          const AtlasPanelRow *row,
          guint index)
{
  gboolean is_others = index == atlas_panel_count_rows (chart, panel);
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
      const AtlasNumber *share =
          atlas_panel_get_row_share (chart, panel, index);

      mark->line = atlas_panel_get_row_line (chart, panel, index);
      if (atlas_number_is_given (share))
        mark->value = share->value;
    }
}

/* Behind the bar the share comes first; at the end of a line it comes last, so
 * that the shares stand in a column. */
static void
add_values (AtlasChartLayout *layout,
            const AtlasPanelRow *row,
            AtlasBox room,
            gboolean at_end,
            gboolean strong,
            double unit)
{
  double gap = row->count_width > 0 ? ATLAS_PANEL_COUNT_GAP * unit : 0.0;
  double width = atlas_panel_row_get_value_width (row, unit);
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

/* The name above the bar, with the values at the end of its line. */
static void
add_words_above (AtlasChartLayout *layout,
                 const AtlasPanelFrame *frame,
                 const AtlasPanelRow *row,
                 gboolean strong)
{
  double unit = frame->unit;
  double line = atlas_text_get_line_height (layout->text, ATLAS_TEXT_LABEL);
  double top = row->box.y + frame->row_gap / 2;
  double foot = row->bar.y - frame->name_gap;
  double width = row->box.width;

  if (!row->apart)
    width -= atlas_panel_row_get_value_width (row, unit)
             + ATLAS_PANEL_LABEL_GAP * unit;
  atlas_layout_add_text (layout, row->name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                         atlas_box (row->box.x, top, width,
                                    foot - top - (row->apart ? line : 0.0)),
                         ATLAS_ALIGN_START, 1.0, ATLAS_PANEL_NAME_LINES);
  add_values (layout, row,
              atlas_box (row->box.x, foot - line, row->box.width, line), TRUE,
              strong, unit);
}

/* The name before the bar, the values behind it. */
static void
add_words_beside (AtlasChartLayout *layout,
                  const AtlasPanelFrame *frame,
                  const AtlasPanelRow *row,
                  gboolean strong)
{
  atlas_layout_add_text (
      layout, row->name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
      atlas_box (row->box.x, row->box.y, frame->label_width, row->box.height),
      ATLAS_ALIGN_START, 0.5, ATLAS_PANEL_NAME_LINES);
  add_values (layout, row,
              atlas_box (row->bar.x + row->bar.width
                             + ATLAS_PANEL_VALUE_GAP * frame->unit,
                         row->box.y,
                         atlas_panel_row_get_value_width (row, frame->unit),
                         row->box.height),
              FALSE, strong, frame->unit);
}

static AtlasBox
get_bar_room (const AtlasPanelFrame *frame, AtlasBox box)
{
  if (frame->stacked)
    return atlas_box (
        box.x, box.y + box.height - frame->row_gap / 2 - frame->bar_height,
        box.width, frame->bar_height);

  return atlas_box (box.x + frame->bar_x,
                    box.y + (box.height - frame->bar_height) / 2,
                    frame->bar_width, frame->bar_height);
}

void
atlas_panel_add_bar (AtlasChartLayout *layout,
                     const AtlasPanelGrid *grid,
                     const AtlasPanel *panel,
                     const AtlasChart *chart,
                     const AtlasPanelFrame *frame,
                     AtlasPanelRows *rows,
                     AtlasBox box,
                     guint index)
{
  AtlasPanelRow *row = &g_array_index (rows->rows, AtlasPanelRow, index);
  AtlasBox room = get_bar_room (frame, box);

  row->box = box;
  row->bar = index < rows->n_entries
                 ? add_entry_bar (layout, grid, panel, chart, room, index)
                 : add_others_bar (layout, grid,
                                   atlas_panel_get_others (chart, panel), room);
  add_mark (layout, panel, chart,
            atlas_box (box.x, box.y + 1, box.width, box.height - 2), row->bar,
            row, index);
}

void
atlas_panel_add_words (AtlasChartLayout *layout,
                       const AtlasPanelFrame *frame,
                       const AtlasPanelRows *rows)
{
  guint i;

  for (i = 0; i < rows->rows->len; i++)
    {
      const AtlasPanelRow *row = &g_array_index (rows->rows, AtlasPanelRow, i);

      if (frame->stacked)
        add_words_above (layout, frame, row, i == 0);
      else
        add_words_beside (layout, frame, row, i == 0);
    }
}

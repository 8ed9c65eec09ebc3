/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-panel-private.h"

#include "atlas-gettext.h"

/* Measures in points at a text scale of 1. */
#define BAR_HEIGHT 15.0
#define THIN_BAR_HEIGHT 9.0
#define DENSE_BAR_HEIGHT 6.0
#define ROW_GAP 7.0
#define DENSE_ROW_GAP 4.0
#define NAME_GAP 2.5
#define DENSE_NAME_GAP 1.5

/* A panel narrower than this has its names above the bars. */
#define STACKED_WIDTH 330.0

/* Names beside the bars take at most this part of the width, and leave the
 * bars this much. */
#define MAX_LABEL_PART 0.38
#define MIN_BAR_PART 0.3

/* A name above a bar has at least this part of the line beside its values. */
#define MIN_NAME_PART 0.45

static void
row_clear (gpointer data)
{
  AtlasPanelRow *row = data;

  g_free (row->name);
  g_free (row->share);
  g_free (row->count);
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
guint
atlas_panel_count_rows (const AtlasChart *chart, const AtlasPanel *panel)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];

  return panel->fields ? profile->n_fields[panel->kind]
                       : profile->n_entries[panel->kind];
}

const AtlasNumber *
atlas_panel_get_row_share (const AtlasChart *chart,
                           const AtlasPanel *panel,
                           guint index)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];

  return panel->fields ? &get_field (chart, panel, index)->share
                       : &profile->entries[panel->kind][index].share;
}

AtlasInterval
atlas_panel_get_others (const AtlasChart *chart, const AtlasPanel *panel)
{
  return panel->fields ? ATLAS_INTERVAL_NONE
                       : chart->estimates[panel->profile].others[panel->kind];
}

guint32
atlas_panel_get_row_line (const AtlasChart *chart,
                          const AtlasPanel *panel,
                          guint row)
{
  const AtlasProfile *profile = chart->profiles[panel->profile];

  return panel->fields ? get_field (chart, panel, row)->line
                       : profile->entries[panel->kind][row].line;
}

static AtlasPanelRow
word_field (const AtlasChart *chart, const AtlasPanel *panel, guint index)
{
  const AtlasField *field = get_field (chart, panel, index);
  AtlasPanelRow row = { 0 };

  row.name = atlas_format_name (&chart->format, field->name);
  row.share = atlas_format_share (&chart->format, &field->share);
  row.count = g_strdup ("");

  return row;
}

static AtlasPanelRow
word_entry (const AtlasChart *chart, const AtlasPanel *panel, guint index)
{
  const AtlasEntry *entry;
  AtlasPanelRow row = { 0 };

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

static AtlasPanelRow
word_others (const AtlasChart *chart, const AtlasPanel *panel)
{
  AtlasInterval share = chart->estimates[panel->profile].others[panel->kind];
  AtlasInterval count =
      atlas_panel_get_others_count (chart, panel->profile, panel->kind);
  AtlasPanelRow row = { 0 };

  row.name = g_strdup (_ ("Others"));
  row.share = atlas_format_interval_percent (&chart->format, share);
  row.count = atlas_format_interval (&chart->format, count);

  return row;
}

double
atlas_panel_row_get_value_width (const AtlasPanelRow *row, double unit)
{
  double gap = row->count_width > 0 ? ATLAS_PANEL_COUNT_GAP * unit : 0.0;

  return row->share_width + gap + row->count_width;
}

/* The words of all rows, and their widths on one line. */
static void
word_rows (AtlasPanelRows *rows,
           const AtlasChart *chart,
           const AtlasPanel *panel,
           AtlasText *text)
{
  guint i;

  rows->n_entries = atlas_panel_count_rows (chart, panel);
  rows->others =
      atlas_interval_is_known (atlas_panel_get_others (chart, panel));
  rows->rows = g_array_new (FALSE, TRUE, sizeof (AtlasPanelRow));
  g_array_set_clear_func (rows->rows, row_clear);

  for (i = 0; i < rows->n_entries + (rows->others ? 1 : 0); i++)
    {
      AtlasPanelRow row = i < rows->n_entries ? word_entry (chart, panel, i)
                                              : word_others (chart, panel);

      row.share_width =
          atlas_text_measure (text, row.share, ATLAS_TEXT_VALUE_STRONG, 0, 1)
              .width;
      if (*row.count != '\0')
        row.count_width =
            atlas_text_measure (text, row.count, ATLAS_TEXT_VALUE, 0, 1).width;
      g_array_append_val (rows->rows, row);
    }
}

/* Names beside the bars, as long as they leave the bars room. */
static void
place_names_beside (AtlasPanelFrame *frame,
                    const AtlasPanelGrid *grid,
                    const AtlasChart *chart,
                    AtlasText *text)
{
  double widest_name = 0, widest_value = 0;
  guint i, j;

  for (i = 0; i < grid->panels->len; i++)
    {
      AtlasPanelRows rows;

      word_rows (&rows, chart, &g_array_index (grid->panels, AtlasPanel, i),
                 text);
      for (j = 0; j < rows.rows->len; j++)
        {
          const AtlasPanelRow *row =
              &g_array_index (rows.rows, AtlasPanelRow, j);
          double name =
              atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, 0, 1)
                  .width;
          double value = atlas_panel_row_get_value_width (row, frame->unit);

          widest_name = MAX (widest_name, name);
          widest_value = MAX (widest_value, value);
        }
      atlas_panel_rows_clear (&rows);
    }

  frame->label_width = MIN (widest_name + 1.0, frame->width * MAX_LABEL_PART);
  frame->bar_x = frame->label_width + ATLAS_PANEL_LABEL_GAP * frame->unit;
  frame->bar_width = frame->width - frame->bar_x - widest_value
                     - ATLAS_PANEL_VALUE_GAP * frame->unit;
  frame->bar_height = BAR_HEIGHT * frame->unit;
}

/* Finds what the panels of @grid have in common, each of @width points. */
void
atlas_panel_frame_init (AtlasPanelFrame *frame,
                        const AtlasPanelGrid *grid,
                        const AtlasChart *chart,
                        AtlasText *text,
                        const AtlasTheme *theme,
                        double width)
{
  frame->unit = MAX (theme->text_scale, 0.1);
  frame->width = width;
  frame->row_gap = (grid->dense ? DENSE_ROW_GAP : ROW_GAP) * frame->unit;
  frame->name_gap = (grid->dense ? DENSE_NAME_GAP : NAME_GAP) * frame->unit;
  frame->stacked = width < STACKED_WIDTH * frame->unit;
  if (!frame->stacked)
    {
      place_names_beside (frame, grid, chart, text);
      frame->stacked = frame->bar_width < width * MIN_BAR_PART;
    }
  if (frame->stacked)
    {
      frame->label_width = width;
      frame->bar_x = 0;
      frame->bar_width = width;
      frame->bar_height =
          (grid->dense ? DENSE_BAR_HEIGHT : THIN_BAR_HEIGHT) * frame->unit;
    }
}

static void
measure_row_beside (const AtlasPanelFrame *frame,
                    AtlasPanelRow *row,
                    AtlasText *text)
{
  row->name_height =
      atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, frame->label_width,
                          ATLAS_PANEL_NAME_LINES)
          .height;
  row->height = MAX (row->name_height, frame->bar_height) + frame->row_gap;
}

/* The name above the bar, the values at the end of its line. */
static void
measure_row_stacked (const AtlasPanelFrame *frame,
                     AtlasPanelRow *row,
                     AtlasText *text)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_VALUE);
  double room =
      MAX (frame->width - atlas_panel_row_get_value_width (row, frame->unit)
               - ATLAS_PANEL_LABEL_GAP * frame->unit,
           1.0);
  double natural =
      atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, 0, 1).width;
  AtlasTextSize size = atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL,
                                           room, ATLAS_PANEL_NAME_LINES);

  /* no room beside the values: they have a line of their own */
  row->apart =
      natural > room && (room < frame->width * MIN_NAME_PART || size.shortened);
  if (row->apart)
    size = atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, frame->width,
                               ATLAS_PANEL_NAME_LINES);
  row->name_height = size.height + (row->apart ? line : 0.0);
  row->height =
      row->name_height + frame->name_gap + frame->bar_height + frame->row_gap;
}

/* Words and measures the rows of one panel. */
void
atlas_panel_rows_init (AtlasPanelRows *rows,
                       const AtlasPanelFrame *frame,
                       const AtlasChart *chart,
                       const AtlasPanel *panel,
                       AtlasText *text)
{
  guint i;

  word_rows (rows, chart, panel, text);
  for (i = 0; i < rows->rows->len; i++)
    {
      AtlasPanelRow *row = &g_array_index (rows->rows, AtlasPanelRow, i);
      double room =
          frame->width - row->share_width - ATLAS_PANEL_COUNT_GAP * frame->unit;

      /* a count too long for the panel is cut; the mark says it whole */
      row->count_width = CLAMP (row->count_width, 0.0, MAX (room, 0.0));
      if (frame->stacked)
        measure_row_stacked (frame, row, text);
      else
        measure_row_beside (frame, row, text);
    }
}

void
atlas_panel_rows_clear (AtlasPanelRows *rows)
{
  g_array_unref (rows->rows);
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

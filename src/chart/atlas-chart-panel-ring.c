/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-donut.h"
#include "atlas-chart-panel-private.h"

/* What a ring shows of the rows. The sentences are kept in @sentences. */
static GArray *
create_slices (const AtlasChart *chart,
               const AtlasPanel *panel,
               const AtlasPanelRows *rows,
               GPtrArray *sentences)
{
  GArray *slices = g_array_new (FALSE, TRUE, sizeof (AtlasDonutSlice));
  double named = 0;
  guint i;

  for (i = 0; i < rows->rows->len; i++)
    {
      const AtlasPanelRow *row = &g_array_index (rows->rows, AtlasPanelRow, i);
      AtlasDonutSlice slice = { row->name, row->share, row->count };

      slice.profile = (gssize) panel->profile;
      slice.others = i == rows->n_entries;
      if (slice.others)
        {
          slice.value = MAX (100.0 - named, 0.0);
          g_ptr_array_add (sentences, atlas_panel_dup_others_sentence (
                                          chart, panel->profile, panel->kind));
        }
      else
        {
          slice.value = atlas_panel_get_share (
              atlas_panel_get_row_share (chart, panel, i));
          slice.line = atlas_panel_get_row_line (chart, panel, i);
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

double
atlas_panel_measure_ring (const AtlasChart *chart,
                          const AtlasPanel *panel,
                          const AtlasPanelFrame *frame,
                          const AtlasPanelRows *rows,
                          AtlasText *text)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) slices = create_slices (chart, panel, rows, sentences);

  return atlas_donut_measure ((const AtlasDonutSlice *) slices->data,
                              slices->len, text, frame->width, frame->unit);
}

void
atlas_panel_add_ring (AtlasChartLayout *layout,
                      const AtlasChart *chart,
                      const AtlasPanel *panel,
                      const AtlasPanelFrame *frame,
                      const AtlasPanelRows *rows,
                      AtlasBox box)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) slices = create_slices (chart, panel, rows, sentences);

  atlas_donut_layout ((const AtlasDonutSlice *) slices->data, slices->len,
                      panel->accent, layout, box);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-heat-map-private.h"

#include <string.h>

#include "atlas-chart-panel.h"
#include "atlas-fold.h"

/* Measures in points at a text scale of 1. */
#define CELL_WIDTH 54.0
#define MAX_CELL_WIDTH 86.0
#define CELL_HEIGHT 16.0
#define MAX_LABEL_PART 0.36

/* --- what it shows ------------------------------------------------------ */

/* A cell by its field and its profile. */
typedef struct
{
  const AtlasHeatMapField *row;
  guint profile;
} CellKey;

static guint
cell_hash (gconstpointer key)
{
  const CellKey *cell = key;

  return g_direct_hash (cell->row) * 31 + cell->profile;
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const CellKey *one = a, *other = b;

  return one->row == other->row && one->profile == other->profile;
}

static void
field_free (gpointer data)
{
  AtlasHeatMapField *field = data;

  g_free (field->key);
  g_free (field);
}

static int
compare_fields (gconstpointer a, gconstpointer b)
{
  const AtlasHeatMapField *one = *(AtlasHeatMapField *const *) a,
                          *other = *(AtlasHeatMapField *const *) b;

  if (one->sum != other->sum)
    return one->sum > other->sum ? -1 : 1;

  return strcmp (one->key, other->key);
}

static void
add_field (AtlasHeatMap *self,
           GHashTable *known,
           guint profile,
           const AtlasField *field)
{
  double share = atlas_panel_get_share (&field->share);
  g_autofree char *key = NULL;
  CellKey *cell;
  AtlasHeatMapField *row;

  if (field->name == NULL || isnan (share))
    return;

  key = atlas_fold_search (field->name);
  row = g_hash_table_lookup (known, key);
  if (row == NULL)
    {
      row = g_new0 (AtlasHeatMapField, 1);
      row->key = g_steal_pointer (&key);
      row->name = field->name;
      g_hash_table_insert (known, row->key, row);
      g_ptr_array_add (self->fields, row);
    }
  row->sum += share;
  self->highest = MAX (self->highest, share);

  cell = g_new (CellKey, 1);
  *cell = (CellKey){ row, profile };
  /* a field that is named twice counts as it was named first */
  if (g_hash_table_contains (self->cells, cell))
    g_free (cell);
  else
    g_hash_table_insert (self->cells, cell, (gpointer) field);
}

static void
collect (AtlasHeatMap *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const AtlasChart *chart = self->chart;
  guint i, j;

  for (i = 0; i < chart->n_profiles; i++)
    {
      const AtlasProfile *profile = chart->profiles[i];

      for (j = 0; j < profile->n_fields[self->kind]; j++)
        add_field (self, known, i, &profile->fields[self->kind][j]);
      if (profile->n_fields[self->kind] > 0)
        g_array_append_val (self->profiles, i);
    }

  g_ptr_array_sort (self->fields, compare_fields);
}

/* --- rows and columns --------------------------------------------------- */

guint
atlas_heat_map_count_rows (const AtlasHeatMap *self)
{
  return self->fields_across ? self->profiles->len : self->fields->len;
}

guint
atlas_heat_map_count_columns (const AtlasHeatMap *self)
{
  return self->fields_across ? self->fields->len : self->profiles->len;
}

/* What stands beside row @index, or above column @index. */
char *
atlas_heat_map_dup_label (const AtlasHeatMap *self, guint index, gboolean above)
{
  if (above == self->fields_across)
    return atlas_format_name (
        &self->chart->format,
        ((const AtlasHeatMapField *) g_ptr_array_index (self->fields, index))
            ->name);

  return atlas_chart_dup_cluster (self->chart,
                                  g_array_index (self->profiles, guint, index));
}

/* What a cell shows, and of which profile; NULL for nothing. */
const AtlasField *
atlas_heat_map_get_field (const AtlasHeatMap *self,
                          guint row,
                          guint column,
                          guint *profile)
{
  guint field = self->fields_across ? column : row;
  guint cluster = self->fields_across ? row : column;
  CellKey key = { g_ptr_array_index (self->fields, field),
                  g_array_index (self->profiles, guint, cluster) };

  *profile = key.profile;

  return g_hash_table_lookup (self->cells, &key);
}

/* --- size --------------------------------------------------------------- */

/* The widest part of a name that no line break may divide. */
static double
measure_widest_word (AtlasText *text, const char *string)
{
  g_auto (GStrv) parts = g_strsplit (string, "–", -1);
  g_autofree char *spaced = g_strjoinv ("– ", parts);
  g_auto (GStrv) words = g_strsplit (spaced, " ", -1);
  double widest = 0;
  guint i;

  for (i = 0; words[i] != NULL; i++)
    widest =
        MAX (widest,
             atlas_text_measure (text, words[i], ATLAS_TEXT_NOTE, 0, 1).width);

  return widest;
}

/* Width of the names of the rows, and of cells whose names keep whole. */
static void
measure_labels (const AtlasHeatMap *self,
                AtlasText *text,
                double *label,
                double *cell)
{
  guint i;

  *label = *cell = 0;
  for (i = 0; i < atlas_heat_map_count_rows (self); i++)
    {
      g_autofree char *name = atlas_heat_map_dup_label (self, i, FALSE);

      *label =
          MAX (*label,
               atlas_text_measure (text, name, ATLAS_TEXT_LABEL, 0, 1).width);
    }
  for (i = 0; i < atlas_heat_map_count_columns (self); i++)
    {
      g_autofree char *name = atlas_heat_map_dup_label (self, i, TRUE);

      *cell = MAX (*cell, measure_widest_word (text, name));
    }
  *label += 1;
  *cell = CLAMP (*cell + 3 * ATLAS_HEAT_MAP_CELL_GAP, CELL_WIDTH * self->unit,
                 MAX_CELL_WIDTH * self->unit);
}

static void
arrange (AtlasHeatMap *self, AtlasText *text, double width)
{
  double label, cell, room;
  guint n, n_blocks;

  self->fields_across = self->fields->len < self->profiles->len;
  measure_labels (self, text, &label, &cell);
  if (self->fields_across
      && MIN (label, width * MAX_LABEL_PART)
                 + ATLAS_HEAT_MAP_LABEL_GAP * self->unit
                 + cell * self->fields->len
             > width)
    {
      self->fields_across = FALSE;
      measure_labels (self, text, &label, &cell);
    }

  self->label_width = MIN (label, width * MAX_LABEL_PART);
  room = width - self->label_width - ATLAS_HEAT_MAP_LABEL_GAP * self->unit;
  n = MAX (atlas_heat_map_count_columns (self), 1);
  self->n_columns = (guint) CLAMP (room / cell, 1, n);
  /* blocks of like width: nine columns are five and four, not eight and one */
  n_blocks = (n + self->n_columns - 1) / self->n_columns;
  self->n_columns = (n + n_blocks - 1) / n_blocks;
  self->cell_width =
      MIN (room / self->n_columns, MAX (cell, MAX_CELL_WIDTH * self->unit));
}

/* Height of the names above the columns of a block. */
double
atlas_heat_map_measure_names (const AtlasHeatMap *self,
                              AtlasText *text,
                              guint first)
{
  guint last =
            MIN (first + self->n_columns, atlas_heat_map_count_columns (self)),
        i;
  double height = 0;

  for (i = first; i < last; i++)
    {
      g_autofree char *name = atlas_heat_map_dup_label (self, i, TRUE);

      height = MAX (height, atlas_text_measure (
                                text, name, ATLAS_TEXT_NOTE,
                                self->cell_width - ATLAS_HEAT_MAP_CELL_GAP * 2,
                                ATLAS_HEAT_MAP_MAX_HEAD_LINES)
                                .height);
    }

  return height;
}

double
atlas_heat_map_measure_row (const AtlasHeatMap *self,
                            AtlasText *text,
                            guint row)
{
  g_autofree char *name = atlas_heat_map_dup_label (self, row, FALSE);
  double height =
      atlas_text_measure (text, name, ATLAS_TEXT_LABEL, self->label_width, 2)
          .height;

  return MAX (height + 2 * ATLAS_HEAT_MAP_CELL_GAP, CELL_HEIGHT * self->unit);
}

double
atlas_heat_map_measure_block (const AtlasHeatMap *self,
                              AtlasText *text,
                              guint first)
{
  double height = atlas_heat_map_measure_names (self, text, first)
                  + ATLAS_HEAT_MAP_HEAD_GAP * self->unit;
  guint i;

  for (i = 0; i < atlas_heat_map_count_rows (self); i++)
    height += atlas_heat_map_measure_row (self, text, i);

  return height;
}

double
atlas_heat_map_measure (const AtlasHeatMap *self, AtlasText *text)
{
  double height;
  guint first;

  if (self->fields->len == 0)
    return 0.0;

  height = atlas_text_get_line_height (text, ATLAS_TEXT_HEADING)
           + ATLAS_HEAT_MAP_HEAD_GAP * self->unit;
  for (first = 0; first < atlas_heat_map_count_columns (self);
       first += self->n_columns)
    height += atlas_heat_map_measure_block (self, text, first)
              + (first > 0 ? ATLAS_HEAT_MAP_BLOCK_GAP * self->unit : 0.0);

  return height;
}

/**
 * atlas_heat_map_new:
 * @chart: a chart of technology fields
 * @kind: of patents or of articles
 * @text: the pen of the layout
 * @width: room in points
 * @unit: the text scale
 *
 * Returns: (transfer full): the map, arranged for the width
 */
AtlasHeatMap *
atlas_heat_map_new (const AtlasChart *chart,
                    AtlasKind kind,
                    AtlasText *text,
                    double width,
                    double unit)
{
  AtlasHeatMap *self = g_new0 (AtlasHeatMap, 1);

  self->chart = chart;
  self->kind = kind;
  self->unit = unit;
  self->fields = g_ptr_array_new_with_free_func (field_free);
  self->profiles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  collect (self);
  arrange (self, text, width);

  return self;
}

/**
 * atlas_heat_map_free:
 * @self: (nullable): a map
 *
 * Frees @self.
 */
void
atlas_heat_map_free (AtlasHeatMap *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->cells);
  g_array_unref (self->profiles);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

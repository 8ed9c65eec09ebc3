/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-heat-map.h"

#include <string.h>

#include "atlas-chart-panel.h"
#include "atlas-fold.h"

#include "atlas-gettext.h"

/* Measures in points at a text scale of 1. */
#define CELL_WIDTH 54.0
#define MAX_CELL_WIDTH 86.0
#define CELL_HEIGHT 16.0
#define CELL_GAP 1.5
#define LABEL_GAP 8.0
#define BLOCK_GAP 16.0
#define HEAD_GAP 5.0
#define MAX_LABEL_PART 0.36
#define MAX_HEAD_LINES 4

/* Text on a cell keeps this contrast; the palest cell is this strong. */
#define TEXT_CONTRAST 4.6
#define MIN_STRENGTH 0.08

/* A field, and what all clusters have of it together, to order them by. */
typedef struct
{
  char *key;
  const char *name;
  double sum;
} Field;

struct _AtlasHeatMap
{
  const AtlasChart *chart;
  AtlasKind kind;
  double unit;
  GPtrArray *fields;
  GArray *profiles;
  GHashTable *cells;
  double highest;
  gboolean fields_across;
  double label_width;
  double cell_width;
  guint n_columns;
};

/* --- what it shows ------------------------------------------------------ */

/* A cell by its field and its profile. */
typedef struct
{
  const Field *row;
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
  Field *field = data;

  g_free (field->key);
  g_free (field);
}

static int
compare_fields (gconstpointer a, gconstpointer b)
{
  const Field *one = *(Field *const *) a, *other = *(Field *const *) b;

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
  Field *row;

  if (field->name == NULL || isnan (share))
    return;

  key = atlas_fold_search (field->name);
  row = g_hash_table_lookup (known, key);
  if (row == NULL)
    {
      row = g_new0 (Field, 1);
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

static guint
count_rows (const AtlasHeatMap *self)
{
  return self->fields_across ? self->profiles->len : self->fields->len;
}

static guint
count_columns (const AtlasHeatMap *self)
{
  return self->fields_across ? self->fields->len : self->profiles->len;
}

/* What stands beside row @index, or above column @index. */
static char *
dup_label (const AtlasHeatMap *self, guint index, gboolean above)
{
  if (above == self->fields_across)
    return atlas_format_name (
        &self->chart->format,
        ((const Field *) g_ptr_array_index (self->fields, index))->name);

  return atlas_chart_dup_cluster (self->chart,
                                  g_array_index (self->profiles, guint, index));
}

static CellKey
get_key (const AtlasHeatMap *self, guint row, guint column)
{
  guint field = self->fields_across ? column : row;
  guint profile = self->fields_across ? row : column;

  return (CellKey){ g_ptr_array_index (self->fields, field),
                    g_array_index (self->profiles, guint, profile) };
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
  for (i = 0; i < count_rows (self); i++)
    {
      g_autofree char *name = dup_label (self, i, FALSE);

      *label =
          MAX (*label,
               atlas_text_measure (text, name, ATLAS_TEXT_LABEL, 0, 1).width);
    }
  for (i = 0; i < count_columns (self); i++)
    {
      g_autofree char *name = dup_label (self, i, TRUE);

      *cell = MAX (*cell, measure_widest_word (text, name));
    }
  *label += 1;
  *cell = CLAMP (*cell + 3 * CELL_GAP, CELL_WIDTH * self->unit,
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
      && MIN (label, width * MAX_LABEL_PART) + LABEL_GAP * self->unit
                 + cell * self->fields->len
             > width)
    {
      self->fields_across = FALSE;
      measure_labels (self, text, &label, &cell);
    }

  self->label_width = MIN (label, width * MAX_LABEL_PART);
  room = width - self->label_width - LABEL_GAP * self->unit;
  n = MAX (count_columns (self), 1);
  self->n_columns = (guint) CLAMP (room / cell, 1, n);
  /* blocks of like width: nine columns are five and four, not eight and one */
  n_blocks = (n + self->n_columns - 1) / self->n_columns;
  self->n_columns = (n + n_blocks - 1) / n_blocks;
  self->cell_width =
      MIN (room / self->n_columns, MAX (cell, MAX_CELL_WIDTH * self->unit));
}

/* Height of the names above the columns of a block. */
static double
measure_names (const AtlasHeatMap *self, AtlasText *text, guint first)
{
  guint last = MIN (first + self->n_columns, count_columns (self)), i;
  double height = 0;

  for (i = first; i < last; i++)
    {
      g_autofree char *name = dup_label (self, i, TRUE);

      height = MAX (height, atlas_text_measure (text, name, ATLAS_TEXT_NOTE,
                                                self->cell_width - CELL_GAP * 2,
                                                MAX_HEAD_LINES)
                                .height);
    }

  return height;
}

static double
measure_row (const AtlasHeatMap *self, AtlasText *text, guint row)
{
  g_autofree char *name = dup_label (self, row, FALSE);
  double height =
      atlas_text_measure (text, name, ATLAS_TEXT_LABEL, self->label_width, 2)
          .height;

  return MAX (height + 2 * CELL_GAP, CELL_HEIGHT * self->unit);
}

static double
measure_block (const AtlasHeatMap *self, AtlasText *text, guint first)
{
  double height = measure_names (self, text, first) + HEAD_GAP * self->unit;
  guint i;

  for (i = 0; i < count_rows (self); i++)
    height += measure_row (self, text, i);

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
           + HEAD_GAP * self->unit;
  for (first = 0; first < count_columns (self); first += self->n_columns)
    height += measure_block (self, text, first)
              + (first > 0 ? BLOCK_GAP * self->unit : 0.0);

  return height;
}

/* --- drawing ------------------------------------------------------------ */

/* The strongest colour on which text can still be read. */
static double
find_strongest (const AtlasTheme *theme)
{
  AtlasColor ground = atlas_theme_get_color (theme, ATLAS_INK_GROUND);
  AtlasColor accent = atlas_theme_get_color (theme, ATLAS_INK_ACCENT);
  AtlasColor text = atlas_theme_get_color (theme, ATLAS_INK_TEXT);
  double low = 0, high = 1;
  guint i;

  for (i = 0; i < 16; i++)
    {
      double middle = (low + high) / 2;
      AtlasColor mixed = atlas_color_mix (ground, accent, middle);

      if (atlas_color_get_contrast (mixed, text) >= TEXT_CONTRAST)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
add_cell (AtlasChartLayout *layout,
          const AtlasHeatMap *self,
          guint profile,
          const AtlasField *field,
          AtlasBox box,
          double strength)
{
  const AtlasFormat *format = &self->chart->format;
  g_autofree char *name = atlas_format_name (format, field->name);
  g_autofree char *share = atlas_format_share (format, &field->share);
  g_autofree char *cluster = atlas_chart_dup_cluster (self->chart, profile);
  g_autofree char *spoken =
      g_strdup_printf (self->kind == ATLAS_PATENTS
                           /* Translators: technology field, cluster, share */
                           ? _ ("%1$s in %2$s: %3$s of patents")
                           /* Translators: technology field, cluster, share */
                           : _ ("%1$s in %2$s: %3$s of articles"),
                       name, cluster, share);
  AtlasMark *mark;

  atlas_layout_add_rect (layout, box, ATLAS_INK_ACCENT)->strength = strength;
  atlas_layout_add_text (layout, share, ATLAS_TEXT_TICK, ATLAS_INK_TEXT, box,
                         ATLAS_ALIGN_CENTER, 0.5, 1);
  mark = atlas_layout_add_mark (layout, box, box, name, spoken);
  mark->profile = (gssize) profile;
  mark->line = field->line;
  if (atlas_number_is_given (&field->share))
    mark->value = field->share.value;
}

static void
add_names (AtlasChartLayout *layout,
           const AtlasHeatMap *self,
           AtlasBox box,
           guint first)
{
  guint last = MIN (first + self->n_columns, count_columns (self)), i;

  for (i = first; i < last; i++)
    {
      g_autofree char *name = dup_label (self, i, TRUE);

      atlas_layout_add_text (
          layout, name, ATLAS_TEXT_NOTE, ATLAS_INK_TEXT,
          atlas_box (box.x + self->cell_width * (i - first) + CELL_GAP, box.y,
                     self->cell_width - 2 * CELL_GAP, box.height),
          ATLAS_ALIGN_CENTER, 1.0, MAX_HEAD_LINES);
    }
}

/* The cells of one row, from @box.x on. */
static void
add_row (AtlasChartLayout *layout,
         const AtlasHeatMap *self,
         AtlasBox box,
         guint row,
         guint first,
         double strongest)
{
  guint last = MIN (first + self->n_columns, count_columns (self)), column;

  for (column = first; column < last; column++)
    {
      CellKey key = get_key (self, row, column);
      const AtlasField *field = g_hash_table_lookup (self->cells, &key);
      double part;

      if (field == NULL)
        continue;

      part = self->highest > 0 ? field->share.value / self->highest : 0.0;
      add_cell (
          layout, self, key.profile, field,
          atlas_box (box.x + self->cell_width * (column - first) + CELL_GAP / 2,
                     box.y + CELL_GAP / 2, self->cell_width - CELL_GAP,
                     box.height - CELL_GAP),
          MIN_STRENGTH + (strongest - MIN_STRENGTH) * part);
    }
}

static void
add_block (AtlasChartLayout *layout,
           const AtlasHeatMap *self,
           AtlasBox box,
           guint first)
{
  double strongest = find_strongest (&layout->theme);
  double left = box.x + self->label_width + LABEL_GAP * self->unit;
  double head = measure_names (self, layout->text, first);
  double y = box.y + head + HEAD_GAP * self->unit;
  guint row;

  add_names (layout, self, atlas_box (left, box.y, 0, head), first);
  for (row = 0; row < count_rows (self); row++)
    {
      g_autofree char *name = dup_label (self, row, FALSE);
      double height = measure_row (self, layout->text, row);

      atlas_layout_add_text (layout, name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                             atlas_box (box.x, y, self->label_width, height),
                             ATLAS_ALIGN_START, 0.5, 2);
      add_row (layout, self, atlas_box (left, y, 0, height), row, first,
               strongest);
      y += height;
    }
}

void
atlas_heat_map_layout (const AtlasHeatMap *self,
                       AtlasChartLayout *layout,
                       AtlasBox box)
{
  double y = box.y;
  guint first;

  atlas_layout_add_text (layout, atlas_chart_get_kind_title (self->kind),
                         ATLAS_TEXT_HEADING, ATLAS_INK_TEXT,
                         atlas_box (box.x, y, box.width, 0), ATLAS_ALIGN_START,
                         0.0, 1);
  y += atlas_text_get_line_height (layout->text, ATLAS_TEXT_HEADING)
       + HEAD_GAP * self->unit;
  for (first = 0; first < count_columns (self); first += self->n_columns)
    {
      double height = measure_block (self, layout->text, first);

      add_block (layout, self, atlas_box (box.x, y, box.width, height), first);
      y += height + BLOCK_GAP * self->unit;
    }
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

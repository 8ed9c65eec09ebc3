/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-panel.h"
#include "atlas-fold.h"

#include "atlas-gettext.h"
#include <string.h>

/* Technology fields: ranked bars for one cluster, a heat map of fields and
 * clusters for several. */

/* Measures in points at a text scale of 1. */
#define SIDE_BY_SIDE_WIDTH 400.0
#define CELL_WIDTH 54.0
#define CELL_HEIGHT 16.0
#define CELL_GAP 1.5
#define LABEL_GAP 8.0
#define BLOCK_GAP 16.0
#define HEAD_GAP 5.0
#define MAX_LABEL_PART 0.36
#define MAX_HEAD_LINES 3
#define TEXT_CONTRAST 4.6
#define MIN_STRENGTH 0.08

/* A field and what all clusters have of it together, to order them by. */
typedef struct
{
  char *key;
  const char *name;
  double sum;
} Row;

/* One block of a heat map: all fields, some of the clusters. */
typedef struct
{
  AtlasKind kind;
  GPtrArray *rows;
  GArray *profiles;
  double label_width;
  double cell_width;
  guint n_columns;
} Map;

static gboolean
has_fields (const AtlasChart *chart, guint profile, AtlasKind kind)
{
  return atlas_chart_shows (chart, kind)
         && chart->profiles[profile]->n_fields[kind] > 0;
}

static gboolean
has_data (const AtlasChart *chart)
{
  guint i;

  for (i = 0; i < chart->n_profiles; i++)
    if (has_fields (chart, i, ATLAS_PATENTS)
        || has_fields (chart, i, ATLAS_ARTICLES))
      return TRUE;

  return FALSE;
}

static char *
dup_missing (const AtlasChart *chart)
{
  return g_strdup (ngettext ("The profile gives no technology fields",
                             "The profiles give no technology fields",
                             chart->n_profiles));
}

static gboolean
uses_map (const AtlasChart *chart)
{
  if (chart->options.form == ATLAS_FORM_BARS)
    return FALSE;

  return chart->n_profiles > 1 || chart->options.form == ATLAS_FORM_HEAT_MAP;
}

/* The field with the largest share of all. */
static const AtlasField *
find_largest (const AtlasChart *chart, AtlasKind *kind, guint *profile)
{
  const AtlasField *largest = NULL;
  guint i, j, k;

  for (i = 0; i < chart->n_profiles; i++)
    for (k = 0; k < ATLAS_N_KINDS; k++)
      for (j = 0; j < chart->profiles[i]->n_fields[k]; j++)
        {
          const AtlasField *field = &chart->profiles[i]->fields[k][j];

          if (!atlas_chart_shows (chart, k) || field->name == NULL
              || !atlas_number_is_given (&field->share)
              || (largest != NULL
                  && field->share.value <= largest->share.value))
            continue;
          largest = field;
          *kind = k;
          *profile = i;
        }

  return largest;
}

static char *
dup_title (const AtlasChart *chart)
{
  AtlasKind kind = ATLAS_PATENTS;
  guint profile = 0;
  const AtlasField *largest = find_largest (chart, &kind, &profile);
  g_autofree char *cluster = NULL;
  g_autofree char *name = NULL;
  g_autofree char *share = NULL;

  if (largest == NULL)
    return g_strdup (_ ("Technology fields"));

  cluster = atlas_chart_dup_cluster (chart, profile);
  name = atlas_format_name (&chart->format, largest->name);
  share = atlas_format_share (&chart->format, &largest->share);

  return g_strdup_printf (
      kind == ATLAS_PATENTS
          /* Translators: field, cluster, share */
          ? _ ("%1$s stands out in %2$s with %3$s of the patents")
          /* Translators: field, cluster, share */
          : _ ("%1$s stands out in %2$s with %3$s of the articles"),
      name, cluster, share);
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  g_autofree char *places = atlas_chart_dup_places (chart);
  g_autofree char *editions = atlas_chart_dup_editions (chart);

  /* Translators: places, edition */
  return g_strdup_printf (_ ("Share of the top technology fields, %1$s, five "
                             "years, %2$s"),
                          places, editions);
}

static char *
dup_note (const AtlasChart *chart)
{
  return g_strdup (
      uses_map (chart)
          ? _ ("Shares are rounded in the source; an empty cell is a field "
               "that the profile does not name.")
          : _ ("Shares are rounded in the source. A profile names its top "
               "fields only."));
}

/* --- bars --------------------------------------------------------------- */

static AtlasPanelGrid *
create_grid (const AtlasChart *chart, double width, double unit)
{
  gboolean both = chart->options.output == ATLAS_CHART_BOTH;
  gboolean beside = both && width >= SIDE_BY_SIDE_WIDTH * unit;
  AtlasPanelGrid *grid = atlas_panel_grid_new (beside ? 2 : 1);
  guint i, kind;

  for (i = 0; i < chart->n_profiles; i++)
    for (kind = 0; kind < ATLAS_N_KINDS; kind++)
      {
        AtlasPanel *panel;
        const char *title = atlas_chart_get_kind_title (kind);

        if (!atlas_chart_shows (chart, kind))
          continue;

        panel = atlas_panel_grid_add (grid, i, kind);
        panel->fields = TRUE;
        if (chart->n_profiles > 1)
          panel->heading = atlas_chart_dup_cluster (chart, i);
        if (chart->n_profiles > 1)
          panel->caption = g_strdup (title);
        else
          panel->heading = g_strdup (title);
      }
  atlas_panel_grid_set_scale (grid, chart);

  return grid;
}

/* --- heat map ----------------------------------------------------------- */

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_free (row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *one = *(Row *const *) a, *other = *(Row *const *) b;

  if (one->sum != other->sum)
    return one->sum > other->sum ? -1 : 1;

  return strcmp (one->key, other->key);
}

static GPtrArray *
create_rows (const AtlasChart *chart, AtlasKind kind)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint i, j;

  for (i = 0; i < chart->n_profiles; i++)
    for (j = 0; j < chart->profiles[i]->n_fields[kind]; j++)
      {
        const AtlasField *field = &chart->profiles[i]->fields[kind][j];
        g_autofree char *key = NULL;
        Row *row;

        if (field->name == NULL
            || isnan (atlas_panel_get_share (&field->share)))
          continue;

        key = atlas_fold_search (field->name);
        row = g_hash_table_lookup (known, key);
        if (row == NULL)
          {
            row = g_new0 (Row, 1);
            row->key = g_steal_pointer (&key);
            row->name = field->name;
            g_hash_table_insert (known, row->key, row);
            g_ptr_array_add (rows, row);
          }
        row->sum += field->share.value;
      }

  g_ptr_array_sort (rows, compare_rows);

  return rows;
}

static const AtlasField *
find_field (const AtlasProfile *profile, AtlasKind kind, const char *key)
{
  guint i;

  for (i = 0; i < profile->n_fields[kind]; i++)
    {
      const AtlasField *field = &profile->fields[kind][i];
      g_autofree char *folded =
          field->name != NULL ? atlas_fold_search (field->name) : NULL;

      if (g_strcmp0 (folded, key) == 0
          && !isnan (atlas_panel_get_share (&field->share)))
        return field;
    }

  return NULL;
}

static void
map_init (Map *map,
          const AtlasChart *chart,
          AtlasKind kind,
          AtlasText *text,
          double width,
          double unit)
{
  double widest = 0, room;
  guint i, n_blocks;

  map->kind = kind;
  map->rows = create_rows (chart, kind);
  map->profiles = g_array_new (FALSE, FALSE, sizeof (guint));
  for (i = 0; i < chart->n_profiles; i++)
    if (chart->profiles[i]->n_fields[kind] > 0)
      g_array_append_val (map->profiles, i);

  for (i = 0; i < map->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (map->rows, i);
      double name =
          atlas_text_measure (text, row->name, ATLAS_TEXT_LABEL, 0, 1).width;

      widest = MAX (widest, name);
    }
  map->label_width = MIN (widest + 1, width * MAX_LABEL_PART);

  room = width - map->label_width - LABEL_GAP * unit;
  map->n_columns = (guint) CLAMP (room / (CELL_WIDTH * unit), 1,
                                  MAX (map->profiles->len, 1));
  /* blocks of like width: nine columns are five and four, not eight and one */
  n_blocks =
      MAX ((map->profiles->len + map->n_columns - 1) / map->n_columns, 1);
  map->n_columns = MAX ((map->profiles->len + n_blocks - 1) / n_blocks, 1);
  map->cell_width = MIN (room / map->n_columns, CELL_WIDTH * 1.5 * unit);
}

/* Height of the names above the columns of a block. */
static double
measure_names (const Map *map,
               const AtlasChart *chart,
               AtlasText *text,
               guint first)
{
  guint last = MIN (first + map->n_columns, map->profiles->len), i;
  double height = 0;

  for (i = first; i < last; i++)
    {
      g_autofree char *cluster = atlas_chart_dup_cluster (
          chart, g_array_index (map->profiles, guint, i));
      double lines =
          atlas_text_measure (text, cluster, ATLAS_TEXT_NOTE,
                              map->cell_width - CELL_GAP * 2, MAX_HEAD_LINES)
              .height;

      height = MAX (height, lines);
    }

  return height;
}

static void
map_clear (Map *map)
{
  g_ptr_array_unref (map->rows);
  g_array_unref (map->profiles);
}

static double
measure_map_row (const Map *map, AtlasText *text, guint row, double unit)
{
  const Row *shown = g_ptr_array_index (map->rows, row);
  double name = atlas_text_measure (text, shown->name, ATLAS_TEXT_LABEL,
                                    map->label_width, 2)
                    .height;

  return MAX (name + 2 * CELL_GAP, CELL_HEIGHT * unit);
}

static double
measure_block (const Map *map,
               const AtlasChart *chart,
               AtlasText *text,
               guint first,
               double unit)
{
  double height = measure_names (map, chart, text, first) + HEAD_GAP * unit;
  guint i;

  for (i = 0; i < map->rows->len; i++)
    height += measure_map_row (map, text, i, unit);

  return height;
}

static double
measure_map (const Map *map,
             const AtlasChart *chart,
             AtlasText *text,
             double unit)
{
  double height;
  guint first;

  if (map->rows->len == 0)
    return 0.0;

  height =
      atlas_text_get_line_height (text, ATLAS_TEXT_HEADING) + HEAD_GAP * unit;
  for (first = 0; first < map->profiles->len; first += map->n_columns)
    height += measure_block (map, chart, text, first, unit) + BLOCK_GAP * unit;

  return height;
}

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

static double
find_highest (const AtlasChart *chart, AtlasKind kind)
{
  double highest = 0;
  guint i, j;

  for (i = 0; i < chart->n_profiles; i++)
    for (j = 0; j < chart->profiles[i]->n_fields[kind]; j++)
      {
        double share =
            atlas_panel_get_share (&chart->profiles[i]->fields[kind][j].share);

        if (share > highest)
          highest = share;
      }

  return highest > 0 ? highest : 1.0;
}

static void
add_cell (AtlasChartLayout *layout,
          const AtlasChart *chart,
          const Map *map,
          guint profile,
          const AtlasField *field,
          AtlasBox box,
          double strength)
{
  g_autofree char *name = atlas_format_name (&chart->format, field->name);
  g_autofree char *share = atlas_format_share (&chart->format, &field->share);
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);
  g_autofree char *spoken =
      g_strdup_printf (map->kind == ATLAS_PATENTS
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
add_block (AtlasChartLayout *layout,
           const AtlasChart *chart,
           const Map *map,
           AtlasBox box,
           guint first,
           double unit)
{
  double strongest = find_strongest (&layout->theme);
  double highest = find_highest (chart, map->kind);
  double left = box.x + map->label_width + LABEL_GAP * unit;
  double head = measure_names (map, chart, layout->text, first);
  double y = box.y + head + HEAD_GAP * unit;
  guint last = MIN (first + map->n_columns, map->profiles->len), i, column;

  for (column = first; column < last; column++)
    {
      guint profile = g_array_index (map->profiles, guint, column);
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, profile);

      atlas_layout_add_text (
          layout, cluster, ATLAS_TEXT_NOTE, ATLAS_INK_TEXT,
          atlas_box (left + map->cell_width * (column - first) + CELL_GAP,
                     box.y, map->cell_width - 2 * CELL_GAP, head),
          ATLAS_ALIGN_CENTER, 1.0, MAX_HEAD_LINES);
    }

  for (i = 0; i < map->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (map->rows, i);
      g_autofree char *name = atlas_format_name (&chart->format, row->name);
      double height = measure_map_row (map, layout->text, i, unit);

      atlas_layout_add_text (layout, name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                             atlas_box (box.x, y, map->label_width, height),
                             ATLAS_ALIGN_START, 0.5, 2);
      for (column = first; column < last; column++)
        {
          guint profile = g_array_index (map->profiles, guint, column);
          const AtlasField *field =
              find_field (chart->profiles[profile], map->kind, row->key);
          AtlasBox cell;
          double part;

          if (field == NULL)
            continue;

          cell = atlas_box (
              left + map->cell_width * (column - first) + CELL_GAP / 2,
              y + CELL_GAP / 2, map->cell_width - CELL_GAP, height - CELL_GAP);
          part = field->share.value / highest;
          add_cell (layout, chart, map, profile, field, cell,
                    MIN_STRENGTH + (strongest - MIN_STRENGTH) * part);
        }
      y += height;
    }
}

static double
add_map (AtlasChartLayout *layout,
         const AtlasChart *chart,
         const Map *map,
         AtlasBox box,
         double unit)
{
  double y = box.y;
  guint first;

  atlas_layout_add_text (layout, atlas_chart_get_kind_title (map->kind),
                         ATLAS_TEXT_HEADING, ATLAS_INK_TEXT,
                         atlas_box (box.x, y, box.width, 0), ATLAS_ALIGN_START,
                         0.0, 1);
  y += atlas_text_get_line_height (layout->text, ATLAS_TEXT_HEADING)
       + HEAD_GAP * unit;
  for (first = 0; first < map->profiles->len; first += map->n_columns)
    {
      double block = measure_block (map, chart, layout->text, first, unit);

      add_block (layout, chart, map, atlas_box (box.x, y, box.width, block),
                 first, unit);
      y += block + BLOCK_GAP * unit;
    }

  return y - box.y;
}

/* --- both --------------------------------------------------------------- */

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1), height = 0;
  guint kind;

  if (!uses_map (chart))
    {
      g_autoptr (AtlasPanelGrid) grid = create_grid (chart, width, unit);

      return atlas_panel_grid_measure (grid, chart, text, theme, width);
    }

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      Map map;

      if (!atlas_chart_shows (chart, kind))
        continue;
      map_init (&map, chart, kind, text, width, unit);
      height += measure_map (&map, chart, text, unit);
      map_clear (&map);
    }

  return MAX (height - BLOCK_GAP * unit, 0.0);
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  guint kind;

  if (!uses_map (chart))
    {
      g_autoptr (AtlasPanelGrid) grid = create_grid (chart, body.width, unit);

      atlas_panel_grid_layout (grid, chart, layout, body);
      return;
    }

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      Map map;

      if (!atlas_chart_shows (chart, kind))
        continue;
      map_init (&map, chart, kind, layout->text, body.width, unit);
      if (map.rows->len > 0)
        body.y += add_map (layout, chart, &map, body, unit);
      map_clear (&map);
    }
}

static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  guint i, j, kind;

  atlas_chart_table_add_column (table, _ ("Cluster"), FALSE);
  atlas_chart_table_add_column (table, _ ("Output"), FALSE);
  atlas_chart_table_add_column (table, _ ("Technology field"), FALSE);
  atlas_chart_table_add_column (table, _ ("Share (%)"), TRUE);

  for (i = 0; i < chart->n_profiles; i++)
    for (kind = 0; kind < ATLAS_N_KINDS; kind++)
      for (j = 0; j < chart->profiles[i]->n_fields[kind]; j++)
        {
          const AtlasField *field = &chart->profiles[i]->fields[kind][j];
          g_autofree char *cluster = atlas_chart_dup_cluster (chart, i);
          g_autofree char *name =
              atlas_format_name (&chart->format, field->name);
          g_autofree char *share =
              atlas_format_share (&chart->format, &field->share);

          if (!atlas_chart_shows (chart, kind))
            continue;
          atlas_chart_table_add_row (table);
          atlas_chart_table_add_text (table, cluster);
          atlas_chart_table_add_text (table, atlas_chart_get_kind_title (kind));
          atlas_chart_table_add_text (table, name);
          atlas_chart_table_add_value (
              table, share,
              atlas_number_is_given (&field->share) ? field->share.value : NAN);
        }
}

const AtlasChartClass atlas_chart_fields_class = {
  .nick = "fields",
  .has_data = has_data,
  .dup_missing = dup_missing,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

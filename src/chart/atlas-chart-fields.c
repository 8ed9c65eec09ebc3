/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-heat-map.h"
#include "atlas-chart-panel.h"

#include "atlas-gettext.h"

/* Technology fields: ranked bars for one cluster, a heat map of fields and
 * clusters for several. */

/* Measures in points at a text scale of 1. */
#define SIDE_BY_SIDE_WIDTH 400.0
#define BLOCK_GAP 16.0

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

/* A field of a profile. */
typedef struct
{
  const AtlasField *field;
  AtlasKind kind;
  guint profile;
} Place;

/* The field with the largest share of all; FALSE where another may have as
 * much. */
static gboolean
find_largest (const AtlasChart *chart, Place *largest)
{
  gboolean alone = FALSE;
  guint i, j, k;

  largest->field = NULL;
  for (i = 0; i < chart->n_profiles; i++)
    for (k = 0; k < ATLAS_N_KINDS; k++)
      for (j = 0; j < chart->profiles[i]->n_fields[k]; j++)
        {
          const AtlasField *field = &chart->profiles[i]->fields[k][j];

          if (!atlas_chart_shows (chart, k) || field->name == NULL
              || !atlas_number_is_given (&field->share)
              || (largest->field != NULL
                  && field->share.value < largest->field->share.value))
            continue;
          alone = largest->field == NULL
                  || field->share.value > largest->field->share.value;
          *largest = (Place){ field, (AtlasKind) k, i };
        }

  return alone;
}

static char *
dup_title (const AtlasChart *chart)
{
  Place largest;
  gboolean alone = find_largest (chart, &largest);
  g_autofree char *cluster = NULL;
  g_autofree char *name = NULL;
  g_autofree char *share = NULL;

  if (largest.field == NULL)
    return g_strdup (_ ("Technology fields"));

  cluster = atlas_chart_dup_cluster (chart, largest.profile);
  name = atlas_format_name (&chart->format, largest.field->name);
  share = atlas_format_share (&chart->format, &largest.field->share);

  if (!alone)
    return g_strdup_printf (
        /* Translators: %s is a share */
        _ ("The strongest technology fields have a share of %s"), share);

  return g_strdup_printf (
      largest.kind == ATLAS_PATENTS
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

static guint
count_without_fields (const AtlasChart *chart)
{
  guint i, n = 0;

  for (i = 0; i < chart->n_profiles; i++)
    if (!has_fields (chart, i, ATLAS_PATENTS)
        && !has_fields (chart, i, ATLAS_ARTICLES))
      n++;

  return n;
}

static char *
dup_note (const AtlasChart *chart)
{
  guint hidden = uses_map (chart) ? count_without_fields (chart) : 0;
  GString *note = g_string_new (
      uses_map (chart)
          ? _ ("Shares are rounded in the source; an empty cell is a field "
               "that the profile does not name.")
          : _ ("Shares are rounded in the source. A profile names its top "
               "fields only."));

  if (hidden > 0)
    {
      g_string_append_c (note, ' ');
      g_string_append_printf (
          note,
          ngettext ("%u cluster without these figures is not drawn.",
                    "%u clusters without these figures are not drawn.", hidden),
          hidden);
    }

  return g_string_free (note, FALSE);
}

/* --- bars --------------------------------------------------------------- */

static AtlasPanelGrid *
create_grid (const AtlasChart *chart, double width, double unit)
{
  gboolean both = chart->options.output == ATLAS_CHART_BOTH;
  gboolean beside = both && width >= SIDE_BY_SIDE_WIDTH * unit;
  AtlasPanelGrid *grid = atlas_panel_grid_new (beside ? 2 : 1);
  guint i, kind;

  grid->dense = chart->options.dense;
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
  atlas_panel_grid_tick_last_line (grid);

  return grid;
}

/* --- both --------------------------------------------------------------- */

/* Goes through the heat maps, adding them where there is a layout. Returns the
 * height. */
static double
walk_maps (const AtlasChart *chart,
           AtlasText *text,
           AtlasBox body,
           double unit,
           AtlasChartLayout *layout)
{
  double height = 0;
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      g_autoptr (AtlasHeatMap) map = NULL;
      double gap = height > 0 ? BLOCK_GAP * unit : 0.0, used;

      if (!atlas_chart_shows (chart, kind))
        continue;

      map = atlas_heat_map_new (chart, kind, text, body.width, unit);
      used = atlas_heat_map_measure (map, text);
      if (used <= 0)
        continue;
      if (layout != NULL)
        atlas_heat_map_layout (
            map, layout,
            atlas_box (body.x, body.y + height + gap, body.width, used));
      height += used + gap;
    }

  return height;
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1);
  g_autoptr (AtlasPanelGrid) grid = NULL;

  if (uses_map (chart))
    return walk_maps (chart, text, atlas_box (0, 0, width, 0), unit, NULL);

  grid = create_grid (chart, width, unit);

  return atlas_panel_grid_measure (grid, chart, text, theme, width);
}

static double
measure_most (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  g_autoptr (AtlasPanelGrid) grid = NULL;

  if (uses_map (chart))
    return measure_body (chart, text, theme, width);

  grid = create_grid (chart, width, MAX (theme->text_scale, 0.1));

  return atlas_panel_grid_measure_most (grid, chart, text, theme, width);
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  g_autoptr (AtlasPanelGrid) grid = NULL;

  if (uses_map (chart))
    {
      walk_maps (chart, layout->text, body, unit, layout);
      return;
    }

  grid = create_grid (chart, body.width, unit);
  atlas_panel_grid_layout (grid, chart, layout, body);
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
  .measure_most = measure_most,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

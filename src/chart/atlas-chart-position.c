/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-dot-labels.h"
#include "atlas-chart-scale.h"

#include "atlas-gettext.h"
#include <string.h>

/* Measures in points at a text scale of 1. */
#define DOT_SIZE 8.0
#define SMALL_DOT_SIZE 5.0
#define HIT_SIZE 14.0
#define LEGEND_GAP 14.0
#define LEGEND_KEY_GAP 5.0
#define LEGEND_LINE_GAP 4.0
#define AXIS_GAP 4.0
#define BLOCK_GAP 8.0
#define OUTLINE 0.7
#define GRID_WIDTH 0.6

/* Up to the one number of dots they have their full size, from the other on the
 * small one. */
#define FEW_DOTS 60
#define MANY_DOTS 500

/* Height of the field of dots, over its width; the flattest is still wide
 * enough apart for labels. */
#define ASPECT 0.62
#define LEAST_ASPECT 0.3
#define MIN_FIELD 120.0

/* A scale is logarithmic where the highest is this many times the lowest. */
#define LOG_RATIO 12.0

#define MAX_ECONOMIES 7
#define N_TICKS 5
#define MAX_LABEL_PART 0.45

/* One of the two figures that a dot stands for. */
typedef struct
{
  const char *title;
  const char *column;
  gboolean rank;
  gsize offset;
} Axis;

#define AXIS(member) (G_STRUCT_OFFSET (AtlasProfile, member))

static const Axis per_million[2] = {
  { N_ ("PCT applications per million inhabitants"),
    N_ ("PCT applications per million inhabitants"), FALSE,
    AXIS (per_million[ATLAS_PATENTS]) },
  { N_ ("Articles per million inhabitants"),
    N_ ("Articles per million inhabitants"), FALSE,
    AXIS (per_million[ATLAS_ARTICLES]) },
};

static const Axis ranks[2] = {
  { N_ ("World rank by size, the first at the end"), N_ ("Rank by size"), TRUE,
    AXIS (rank) },
  { N_ ("World rank by intensity, the first at the top"),
    N_ ("Rank by intensity"), TRUE, AXIS (intensity_rank) },
};

/* An economy and how it is drawn. */
typedef struct
{
  const char *name;
  guint n;
  AtlasShape shape;
  AtlasInk ink;
} Economy;

/* A dot, and where. */
typedef struct
{
  guint profile;
  double x;
  double y;
} Dot;

static const Axis *
get_axes (const AtlasChart *chart)
{
  return chart->options.measure == ATLAS_MEASURE_RANKS ? ranks : per_million;
}

static const AtlasNumber *
get_number (const AtlasChart *chart, guint profile, guint axis)
{
  const Axis *axes = get_axes (chart);

  return (const AtlasNumber *) G_STRUCT_MEMBER_P (chart->profiles[profile],
                                                  axes[axis].offset);
}

static gboolean
is_drawn (const AtlasChart *chart, guint profile)
{
  return atlas_number_is_given (get_number (chart, profile, 0))
         && atlas_number_is_given (get_number (chart, profile, 1));
}

static guint
count_drawn (const AtlasChart *chart)
{
  guint i, n = 0;

  for (i = 0; i < chart->n_profiles; i++)
    if (is_drawn (chart, i))
      n++;

  return n;
}

static gboolean
has_data (const AtlasChart *chart)
{
  return count_drawn (chart) > 0;
}

/* Many dots are smaller, so that they hide less of each other. */
static double
get_dot_size (const AtlasChart *chart)
{
  double part =
      ((double) count_drawn (chart) - FEW_DOTS) / (MANY_DOTS - FEW_DOTS);

  return DOT_SIZE - (DOT_SIZE - SMALL_DOT_SIZE) * CLAMP (part, 0.0, 1.0);
}

/* The cluster with the highest figure, or the first rank. */
static guint
find_first (const AtlasChart *chart, guint axis)
{
  gboolean lowest = get_axes (chart)[axis].rank;
  double best = 0;
  guint i, first = 0;
  gboolean found = FALSE;

  for (i = 0; i < chart->n_profiles; i++)
    {
      double value;

      if (!is_drawn (chart, i))
        continue;

      value = get_number (chart, i, axis)->value;
      if (!found || (lowest ? value < best : value > best))
        {
          best = value;
          first = i;
          found = TRUE;
        }
    }

  return first;
}

static AtlasInterval
get_bounds (const AtlasChart *chart, guint profile, gconstpointer data)
{
  AtlasInterval bounds;

  if (!is_drawn (chart, profile)
      || !atlas_number_get_bounds (
          get_number (chart, profile, GPOINTER_TO_UINT (data)), &bounds.low,
          &bounds.high))
    return ATLAS_INTERVAL_NONE;

  return bounds;
}

/* Whether one cluster is first for certain along both axes. */
static gboolean
has_leaders (const AtlasChart *chart)
{
  guint axis;

  /* a rank is given once in an edition */
  if (get_axes (chart)[0].rank)
    return !chart->several_editions;

  for (axis = 0; axis < 2; axis++)
    {
      g_autoptr (GArray) highest =
          atlas_chart_find_highest (chart, get_bounds, GUINT_TO_POINTER (axis));

      if (highest->len != 1)
        return FALSE;
    }

  return TRUE;
}

static char *
dup_title (const AtlasChart *chart)
{
  guint x = find_first (chart, 0), y = find_first (chart, 1);
  g_autofree char *by_x = atlas_chart_dup_cluster (chart, x);
  g_autofree char *by_y = atlas_chart_dup_cluster (chart, y);

  if (count_drawn (chart) == 1)
    /* Translators: a cluster */
    return g_strdup_printf (_ ("Where %s stands"), by_x);

  if (!has_leaders (chart))
    return g_strdup_printf (ngettext ("Where %u cluster stands",
                                      "Where %u clusters stand",
                                      count_drawn (chart)),
                            count_drawn (chart));

  if (get_axes (chart)[0].rank)
    return x == y
               /* Translators: a cluster */
               ? g_strdup_printf (_ ("%s ranks first here, by size and by "
                                     "intensity"),
                                  by_x)
               /* Translators: two clusters */
               : g_strdup_printf (_ ("%1$s ranks first here by size, %2$s by "
                                     "intensity"),
                                  by_x, by_y);

  return x == y
             /* Translators: a cluster */
             ? g_strdup_printf (_ ("%s leads in patents and in articles per "
                                   "inhabitant"),
                                by_x)
             /* Translators: two clusters */
             : g_strdup_printf (_ ("%1$s leads in patents per inhabitant, "
                                   "%2$s in articles"),
                                by_x, by_y);
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  g_autofree char *places = atlas_chart_dup_places (chart);
  g_autofree char *editions = atlas_chart_dup_editions (chart);

  return g_strdup_printf (
      get_axes (chart)[0].rank
          /* Translators: places, edition */
          ? _ ("World rank by size against world rank by intensity, %1$s, %2$s")
          /* Translators: places, edition */
          : _ ("PCT applications against scientific articles, both per million "
               "inhabitants, %1$s, five years, %2$s"),
      places, editions);
}

static void
find_range (const AtlasChart *chart, guint axis, double *low, double *high)
{
  guint i;

  *low = INFINITY;
  *high = -INFINITY;
  for (i = 0; i < chart->n_profiles; i++)
    {
      double value;

      if (!is_drawn (chart, i))
        continue;

      value = get_number (chart, i, axis)->value;
      *low = MIN (*low, value);
      *high = MAX (*high, value);
    }
}

/* Ranks are counted from one. */
static void
init_rank_scale (AtlasScale *scale, double low, double high)
{
  double margin = (high - low) * 0.04;

  atlas_scale_init_linear (scale, MAX (low - margin, 0.0), high + margin,
                           N_TICKS);
  if (scale->n_ticks > 0 && scale->ticks[0] < 1.0)
    scale->ticks[0] = 1.0;
}

static void
init_scale (const AtlasChart *chart, guint axis, AtlasScale *scale)
{
  AtlasChartScale wanted = chart->options.scale;
  double low, high;
  gboolean logarithmic;

  find_range (chart, axis, &low, &high);
  logarithmic = wanted == ATLAS_SCALE_LOG
                || (wanted == ATLAS_SCALE_AUTO && !get_axes (chart)[axis].rank
                    && high > low * LOG_RATIO);

  if (logarithmic && low > 0)
    atlas_scale_init_log (scale, low * 0.94, high * 1.06);
  else if (get_axes (chart)[axis].rank)
    init_rank_scale (scale, low, high);
  else
    atlas_scale_init_from_zero (scale, high * 1.03, N_TICKS);
}

static char *
dup_note (const AtlasChart *chart)
{
  guint hidden = chart->n_profiles - count_drawn (chart);
  GString *note = g_string_new (NULL);
  AtlasScale x, y;

  init_scale (chart, 0, &x);
  init_scale (chart, 1, &y);
  if (x.logarithmic || y.logarithmic)
    g_string_append (note,
                     x.logarithmic && y.logarithmic
                         ? _ ("Both scales are logarithmic: equal steps are "
                              "equal factors.")
                         : _ ("One scale is logarithmic: equal steps are equal "
                              "factors."));
  if (hidden > 0)
    {
      if (note->len > 0)
        g_string_append_c (note, ' ');
      g_string_append_printf (
          note,
          ngettext ("%u cluster without these figures is not drawn.",
                    "%u clusters without these figures are not drawn.", hidden),
          hidden);
    }

  if (note->len == 0)
    {
      g_string_free (note, TRUE);
      return NULL;
    }

  return g_string_free (note, FALSE);
}

static int
compare_economies (gconstpointer a, gconstpointer b)
{
  const Economy *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;

  return strcmp (one->name, other->name);
}

/* The economies of the dots, those with most clusters first; all beyond the
 * seventh share one shape. */
static GArray *
create_economies (const AtlasChart *chart)
{
  GArray *economies = g_array_new (FALSE, TRUE, sizeof (Economy));
  guint i, j;

  for (i = 0; i < chart->n_profiles; i++)
    {
      const char *name = chart->profiles[i]->economy;
      Economy economy = { name != NULL ? name : "", 1, 0, 0 };

      if (!is_drawn (chart, i))
        continue;

      for (j = 0; j < economies->len; j++)
        if (g_str_equal (g_array_index (economies, Economy, j).name,
                         economy.name))
          break;
      if (j < economies->len)
        g_array_index (economies, Economy, j).n++;
      else
        g_array_append_val (economies, economy);
    }

  g_array_sort (economies, compare_economies);
  for (i = 0; i < economies->len; i++)
    {
      Economy *economy = &g_array_index (economies, Economy, i);
      guint look = MIN (i, MAX_ECONOMIES);

      economy->shape = (AtlasShape) (look % ATLAS_N_SHAPES);
      /* where a colour means a cluster, an economy is a shape only */
      economy->ink =
          chart->inks != NULL ? ATLAS_INK_PLAIN : atlas_ink_series (look);
    }

  return economies;
}

static const Economy *
find_economy (const GArray *economies, const char *name)
{
  guint i;

  for (i = 0; i < economies->len; i++)
    {
      const Economy *economy = &g_array_index (economies, Economy, i);

      if (g_str_equal (economy->name, name != NULL ? name : ""))
        return economy;
    }

  return NULL;
}

static guint
count_keys (const GArray *economies)
{
  return MIN (economies->len, MAX_ECONOMIES + 1);
}

static char *
dup_key (const AtlasChart *chart, const GArray *economies, guint key)
{
  const Economy *economy = &g_array_index (economies, Economy, key);

  if (key == MAX_ECONOMIES && economies->len > MAX_ECONOMIES + 1)
    return g_strdup (_ ("Other economies"));
  if (*economy->name == '\0')
    return g_strdup (_ ("Economy not given"));

  return atlas_format_name (&chart->format, economy->name);
}

/* Goes through the keys of the legend, line by line; adds them where there is
 * a layout. Returns the height. */
static double
walk_legend (const AtlasChart *chart,
             const GArray *economies,
             AtlasText *text,
             double unit,
             AtlasChartLayout *layout,
             AtlasBox box)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double x = 0, y = 0, dot = DOT_SIZE * unit;
  guint i;

  if (economies->len < 2)
    return 0.0;

  for (i = 0; i < count_keys (economies); i++)
    {
      const Economy *economy = &g_array_index (economies, Economy, i);
      g_autofree char *name = dup_key (chart, economies, i);
      double room = box.width - dot - LEGEND_KEY_GAP * unit;
      double width = MIN (
          atlas_text_measure (text, name, ATLAS_TEXT_LABEL, 0, 1).width, room);
      AtlasItem *item;

      if (x > 0 && x + dot + LEGEND_KEY_GAP * unit + width > box.width)
        {
          x = 0;
          y += line + LEGEND_LINE_GAP * unit;
        }
      if (layout != NULL)
        {
          item = atlas_layout_add_shape (
              layout, economy->shape, box.x + x + dot / 2, box.y + y + line / 2,
              dot, economy->ink);
          item->stroke = ATLAS_INK_TEXT;
          item->line_width = OUTLINE;
          atlas_layout_add_text (
              layout, name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
              atlas_box (box.x + x + dot + LEGEND_KEY_GAP * unit, box.y + y,
                         width, line),
              ATLAS_ALIGN_START, 0.5, 1);
        }
      x += dot + (LEGEND_KEY_GAP + LEGEND_GAP) * unit + width;
    }

  return y + line + BLOCK_GAP * unit;
}

/* Height of all but the field of dots. */
static double
measure_around (const AtlasChart *chart,
                AtlasText *text,
                double width,
                double unit)
{
  g_autoptr (GArray) economies = create_economies (chart);

  return walk_legend (chart, economies, text, unit, NULL,
                      atlas_box (0, 0, width, 0))
         + 2 * atlas_text_get_line_height (text, ATLAS_TEXT_NOTE)
         + atlas_text_get_line_height (text, ATLAS_TEXT_TICK)
         + 4 * AXIS_GAP * unit;
}

static double
measure_least (const AtlasChart *chart,
               AtlasText *text,
               const AtlasTheme *theme,
               double width)
{
  double unit = MAX (theme->text_scale, 0.1);

  return measure_around (chart, text, width, unit)
         + MAX (width * LEAST_ASPECT, MIN_FIELD * unit);
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1);

  return measure_around (chart, text, width, unit)
         + MAX (width * ASPECT, MIN_FIELD * unit);
}

static char *
dup_tick (const AtlasChart *chart, const AtlasScale *scale, guint tick)
{
  return atlas_format_value (&chart->format, scale->ticks[tick],
                             scale->decimals);
}

static double
measure_ticks (const AtlasChart *chart,
               const AtlasScale *scale,
               AtlasText *text)
{
  double widest = 0;
  guint i;

  for (i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *label = dup_tick (chart, scale, i);
      double width =
          atlas_text_measure (text, label, ATLAS_TEXT_TICK, 0, 1).width;

      widest = MAX (widest, width);
    }

  return widest;
}

/* Where a value lies along an axis; ranks count from the end. */
static double
map (const AtlasChart *chart, const AtlasScale *scale, guint axis, double value)
{
  double part = atlas_scale_map (scale, value);

  return get_axes (chart)[axis].rank ? 1.0 - part : part;
}

static void
add_x_axis (AtlasChartLayout *layout,
            const AtlasChart *chart,
            const AtlasScale *scale,
            AtlasBox field,
            double unit)
{
  double bottom = field.y + field.height, last = -INFINITY;
  double line = atlas_text_get_line_height (layout->text, ATLAS_TEXT_TICK);
  guint i;

  for (i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *label = dup_tick (chart, scale, i);
      double width =
          atlas_text_measure (layout->text, label, ATLAS_TEXT_TICK, 0, 1).width;
      double x = field.x + field.width * map (chart, scale, 0, scale->ticks[i]);
      double left =
          CLAMP (x - width / 2, field.x, field.x + field.width - width);

      atlas_layout_add_line (layout, x, field.y, x, bottom, ATLAS_INK_GRID,
                             GRID_WIDTH);
      /* ranks run backwards; only the nearest neighbour can be too near */
      if (i > 0 && fabs (left - last) < width + AXIS_GAP * unit)
        continue;

      last = left;
      atlas_layout_add_text (
          layout, label, ATLAS_TEXT_TICK, ATLAS_INK_MUTED,
          atlas_box (left, bottom + AXIS_GAP * unit, width, line),
          ATLAS_ALIGN_CENTER, 0.0, 1);
    }

  atlas_layout_add_line (layout, field.x, bottom, field.x + field.width, bottom,
                         ATLAS_INK_AXIS, OUTLINE);
  atlas_layout_add_text (
      layout, _ (get_axes (chart)[0].title), ATLAS_TEXT_NOTE, ATLAS_INK_MUTED,
      atlas_box (field.x, bottom + AXIS_GAP * unit + line, field.width, 0),
      ATLAS_ALIGN_END, 0.0, 1);
}

static void
add_y_axis (AtlasChartLayout *layout,
            const AtlasChart *chart,
            const AtlasScale *scale,
            AtlasBox field,
            double tick_width,
            double unit)
{
  guint i;

  for (i = 0; i < scale->n_ticks; i++)
    {
      g_autofree char *label = dup_tick (chart, scale, i);
      double y =
          field.y
          + field.height * (1.0 - map (chart, scale, 1, scale->ticks[i]));

      atlas_layout_add_line (layout, field.x, y, field.x + field.width, y,
                             ATLAS_INK_GRID, GRID_WIDTH);
      atlas_layout_add_text (
          layout, label, ATLAS_TEXT_TICK, ATLAS_INK_MUTED,
          atlas_box (field.x - AXIS_GAP * unit - tick_width, y, tick_width, 0),
          ATLAS_ALIGN_END, 0.5, 1);
    }
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const Dot *one = a, *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;

  return one->profile < other->profile ? -1 : 1;
}

/* The dots in reading order. */
static GArray *
create_dots (const AtlasChart *chart,
             const AtlasScale *x_scale,
             const AtlasScale *y_scale,
             AtlasBox field)
{
  GArray *dots = g_array_new (FALSE, TRUE, sizeof (Dot));
  guint i;

  for (i = 0; i < chart->n_profiles; i++)
    {
      Dot dot = { i, 0, 0 };

      if (!is_drawn (chart, i))
        continue;

      dot.x = field.x
              + field.width
                    * map (chart, x_scale, 0, get_number (chart, i, 0)->value);
      dot.y =
          field.y
          + field.height
                * (1.0
                   - map (chart, y_scale, 1, get_number (chart, i, 1)->value));
      g_array_append_val (dots, dot);
    }

  g_array_sort (dots, compare_dots);
  return dots;
}

static void
add_dot_mark (AtlasChartLayout *layout,
              const AtlasChart *chart,
              const Dot *dot,
              double dot_size,
              double unit)
{
  AtlasFormat format = chart->format;
  g_autofree char *place = atlas_chart_dup_place (chart, dot->profile);
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, dot->profile);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *spoken = NULL;
  double size = HIT_SIZE * unit;
  AtlasMark *mark;

  format.spoken = TRUE;
  x = atlas_format_number (&format, get_number (chart, dot->profile, 0));
  y = atlas_format_number (&format, get_number (chart, dot->profile, 1));
  spoken = g_strdup_printf (
      get_axes (chart)[0].rank
          /* Translators: place, rank, rank */
          ? _ ("%1$s: rank %2$s by size, %3$s by intensity")
          /* Translators: place, number, number */
          : _ ("%1$s: %2$s PCT applications and %3$s articles per million "
               "inhabitants"),
      place, x, y);

  mark = atlas_layout_add_mark (
      layout, atlas_box (dot->x - size / 2, dot->y - size / 2, size, size),
      atlas_box (dot->x - dot_size / 2, dot->y - dot_size / 2, dot_size,
                 dot_size),
      cluster, spoken);
  mark->profile = (gssize) dot->profile;
  mark->line = get_number (chart, dot->profile, 0)->line;
}

static void
add_dot_labels (AtlasChartLayout *layout,
                const AtlasChart *chart,
                const GArray *dots,
                AtlasBox field,
                AtlasBox bounds,
                double radius)
{
  g_autoptr (AtlasDotLabels) labels = atlas_dot_labels_new (bounds);
  guint i;

  atlas_dot_labels_prefer (labels, field);
  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_TEXT && item->style == ATLAS_TEXT_TICK)
        atlas_dot_labels_avoid (labels, item->box);
    }
  for (i = 0; i < dots->len; i++)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);

      atlas_dot_labels_avoid (
          labels,
          atlas_box (dot->x - radius, dot->y - radius, 2 * radius, 2 * radius));
    }

  /* those with the most patents or the first ranks are named first */
  for (i = dots->len; i > 0; i--)
    {
      const Dot *dot = &g_array_index (dots, Dot, i - 1);
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, dot->profile);
      AtlasTextSize size =
          atlas_text_measure (layout->text, cluster, ATLAS_TEXT_LABEL,
                              bounds.width * MAX_LABEL_PART, 1);
      AtlasBox box;

      if (!atlas_dot_labels_place (labels, dot->x, dot->y, radius, size.width,
                                   size.height, &box))
        continue;

      atlas_layout_add_text (layout, cluster, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
                             box, ATLAS_ALIGN_START, 0.0, 1);
    }
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  g_autoptr (GArray) economies = create_economies (chart);
  g_autoptr (GArray) dots = NULL;
  double legend =
      walk_legend (chart, economies, layout->text, unit, layout, body);
  double title = atlas_text_get_line_height (layout->text, ATLAS_TEXT_NOTE);
  double tick = atlas_text_get_line_height (layout->text, ATLAS_TEXT_TICK);
  double tick_width, bottom = body.y + body.height;
  double dot_size = get_dot_size (chart) * unit;
  AtlasScale x_scale, y_scale;
  AtlasBox field = body;
  guint i;

  init_scale (chart, 0, &x_scale);
  init_scale (chart, 1, &y_scale);
  tick_width = measure_ticks (chart, &y_scale, layout->text);

  atlas_layout_add_text (layout, _ (get_axes (chart)[1].title), ATLAS_TEXT_NOTE,
                         ATLAS_INK_MUTED,
                         atlas_box (body.x, body.y + legend, body.width, 0),
                         ATLAS_ALIGN_START, 0.0, 1);
  field.x = body.x + tick_width + AXIS_GAP * unit;
  field.width = body.x + body.width - field.x;
  field.y = body.y + legend + title + 2 * AXIS_GAP * unit;
  field.height = bottom - title - tick - 2 * AXIS_GAP * unit - field.y;

  add_y_axis (layout, chart, &y_scale, field, tick_width, unit);
  add_x_axis (layout, chart, &x_scale, field, unit);

  dots = create_dots (chart, &x_scale, &y_scale, field);
  for (i = 0; i < dots->len; i++)
    {
      const Dot *dot = &g_array_index (dots, Dot, i);
      const Economy *economy =
          find_economy (economies, chart->profiles[dot->profile]->economy);
      AtlasItem *item = atlas_layout_add_shape (
          layout, economy->shape, dot->x, dot->y, dot_size,
          atlas_chart_get_ink (chart, dot->profile, economy->ink));

      item->stroke = ATLAS_INK_TEXT;
      item->line_width = OUTLINE;
      add_dot_mark (layout, chart, dot, dot_size, unit);
    }
  /* a label may reach beside the field, between the names of the ticks */
  add_dot_labels (layout, chart, dots, field,
                  atlas_box (body.x, field.y, body.width, field.height),
                  dot_size / 2);
}

static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  guint i, axis;

  atlas_chart_table_add_column (table, _ ("Cluster"), FALSE);
  atlas_chart_table_add_column (table, _ ("Economy"), FALSE);
  for (axis = 0; axis < 2; axis++)
    atlas_chart_table_add_column (table, _ (get_axes (chart)[axis].column),
                                  TRUE);

  for (i = 0; i < chart->n_profiles; i++)
    {
      g_autofree char *cluster = atlas_chart_dup_cluster (chart, i);

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, cluster);
      atlas_chart_table_add_text (table, chart->profiles[i]->economy);
      for (axis = 0; axis < 2; axis++)
        {
          const AtlasNumber *number = get_number (chart, i, axis);
          g_autofree char *text = atlas_format_number (&chart->format, number);

          atlas_chart_table_add_value (
              table, text,
              atlas_number_is_given (number) ? number->value : NAN);
        }
    }
}

const AtlasChartClass atlas_chart_position_class = {
  .nick = "position",
  .has_data = has_data,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .measure_least = measure_least,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-grid.h"
#include "atlas-chart-scale.h"
#include "atlas-fold.h"

#include "atlas-gettext.h"
#include <string.h>

/* Measures in points at a text scale of 1. */
#define LABEL_GAP 8.0
#define VALUE_GAP 6.0
#define LINE_PITCH 1.15
#define HEAD_GAP 6.0
#define TABLE_GAP 16.0
#define LINE_WIDTH 1.4
#define STRONG_WIDTH 2.6
#define DOT_SIZE 6.0
#define MIN_FIELD 120.0
#define MAX_LABEL_PART 0.33
#define GRID_WIDTH 0.6
#define N_TICKS 5

/* What is followed from edition to edition. */
typedef struct
{
  AtlasChartMeasure measure;
  const char *title;
  gboolean rank;
  gsize offset;
} Figure;

static const Figure figures[] = {
  { ATLAS_MEASURE_RANK, N_ ("World rank by size"), TRUE,
    G_STRUCT_OFFSET (AtlasProfile, rank) },
  { ATLAS_MEASURE_INTENSITY_RANK, N_ ("World rank by intensity"), TRUE,
    G_STRUCT_OFFSET (AtlasProfile, intensity_rank) },
  { ATLAS_MEASURE_PATENTS_PER_MILLION,
    N_ ("PCT applications per million inhabitants"), FALSE,
    G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_PATENTS]) },
  { ATLAS_MEASURE_ARTICLES_PER_MILLION, N_ ("Articles per million inhabitants"),
    FALSE, G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_ARTICLES]) },
};

/* A cluster through the editions: the index of its profile in each, -1 where
 * there is none. */
typedef struct
{
  char *key;
  gssize *profiles;
  guint last;
} History;

/* All that the chart shows, in its order. */
typedef struct
{
  GArray *years;
  GPtrArray *histories;
} Story;

static const Figure *
get_figure (const AtlasChart *chart)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i].measure == chart->options.measure)
      return &figures[i];

  return &figures[0];
}

static const AtlasNumber *
get_number (const AtlasChart *chart, guint profile)
{
  return (const AtlasNumber *) G_STRUCT_MEMBER_P (chart->profiles[profile],
                                                  get_figure (chart)->offset);
}

static gboolean
is_given (const AtlasChart *chart, const History *history, guint year)
{
  return history->profiles[year] >= 0
         && atlas_number_is_given (
             get_number (chart, (guint) history->profiles[year]));
}

static double
get_value (const AtlasChart *chart, const History *history, guint year)
{
  return get_number (chart, (guint) history->profiles[year])->value;
}

static void
history_free (gpointer data)
{
  History *history = data;

  g_free (history->key);
  g_free (history->profiles);
  g_free (history);
}

static void
story_clear (Story *story)
{
  g_array_unref (story->years);
  g_ptr_array_unref (story->histories);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GArray *
collect_years (const AtlasChart *chart)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  guint i, n = 0;

  for (i = 0; i < chart->n_profiles; i++)
    {
      int year = (int) chart->profiles[i]->edition.value;

      if (atlas_number_is_given (&chart->profiles[i]->edition)
          && atlas_number_is_given (get_number (chart, i)))
        g_array_append_val (years, year);
    }

  g_array_sort (years, compare_years);
  for (i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (n == 0 || g_array_index (years, int, n - 1) != year)
        g_array_index (years, int, n++) = year;
    }
  g_array_set_size (years, n);

  return years;
}

static int
compare_histories (gconstpointer a, gconstpointer b, gpointer data)
{
  const History *one = *(History *const *) a, *other = *(History *const *) b;
  const AtlasChart *chart = data;

  if (one->last != other->last)
    return one->last > other->last ? -1 : 1;

  if (is_given (chart, one, one->last) && is_given (chart, other, other->last))
    {
      double first = get_value (chart, one, one->last);
      double second = get_value (chart, other, other->last);
      gboolean rank = get_figure (chart)->rank;

      if (first != second)
        return (first < second) == rank ? -1 : 1;
    }

  return strcmp (one->key, other->key);
}

/* Profiles of one cluster are one thing with a history. A second profile of
 * one edition is left out. */
static void
story_init (Story *story, const AtlasChart *chart)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  guint i, year;

  story->years = collect_years (chart);
  story->histories = g_ptr_array_new_with_free_func (history_free);

  for (i = 0; i < chart->n_profiles; i++)
    {
      const AtlasProfile *profile = chart->profiles[i];
      g_autofree char *place = NULL;
      g_autofree char *key = NULL;
      History *history;

      if (profile->cluster == NULL || !atlas_number_is_given (&profile->edition)
          || !atlas_number_is_given (get_number (chart, i)))
        continue;

      place =
          chart->aliases != NULL
              ? atlas_aliases_dup_place_key (chart->aliases, profile->cluster)
              : atlas_fold_place (profile->cluster);
      key = g_strconcat (
          place, "\n", profile->economy != NULL ? profile->economy : "", NULL);
      history = g_hash_table_lookup (known, key);
      if (history == NULL)
        {
          history = g_new0 (History, 1);
          history->key = g_steal_pointer (&key);
          history->profiles = g_new (gssize, story->years->len);
          for (year = 0; year < story->years->len; year++)
            history->profiles[year] = -1;
          g_hash_table_insert (known, history->key, history);
          g_ptr_array_add (story->histories, history);
        }

      for (year = 0; year < story->years->len; year++)
        if (g_array_index (story->years, int, year)
                == (int) profile->edition.value
            && history->profiles[year] < 0)
          {
            history->profiles[year] = (gssize) i;
            history->last = MAX (history->last, year);
          }
    }

  g_ptr_array_sort_with_data (story->histories, compare_histories,
                              (gpointer) chart);
}

static gboolean
has_data (const AtlasChart *chart)
{
  g_autoptr (GArray) years = collect_years (chart);

  return years->len >= 2;
}

static char *
dup_missing (const AtlasChart *chart)
{
  return g_strdup (_ ("Two editions or more are needed to show a change"));
}

static char *
dup_name (const AtlasChart *chart, const History *history)
{
  return atlas_chart_dup_cluster (chart,
                                  (guint) history->profiles[history->last]);
}

/* The first edition that has a value. */
static guint
find_start (const AtlasChart *chart, const History *history)
{
  guint year;

  for (year = 0; year < history->last; year++)
    if (is_given (chart, history, year))
      break;

  return year;
}

/* What can be said of the change from the first to the last edition; a rank is
 * exact, a rate was rounded. */
static AtlasInterval
get_change (const AtlasChart *chart, const History *history)
{
  guint start = find_start (chart, history);
  double low[2], high[2];

  if (start == history->last || !is_given (chart, history, start))
    return ATLAS_INTERVAL_NONE;

  if (get_figure (chart)->rank)
    {
      double change = get_value (chart, history, history->last)
                      - get_value (chart, history, start);

      return (AtlasInterval){ change, change };
    }

  atlas_number_get_bounds (get_number (chart, (guint) history->profiles[start]),
                           &low[0], &high[0]);
  atlas_number_get_bounds (
      get_number (chart, (guint) history->profiles[history->last]), &low[1],
      &high[1]);

  return (AtlasInterval){ low[1] - high[0], high[1] - low[0] };
}

/* How much better it became, surely: the sign of ranks is turned. */
static double
get_gain (const AtlasChart *chart, const History *history)
{
  AtlasInterval change = get_change (chart, history);

  if (!atlas_interval_is_known (change))
    return 0.0;

  if (get_figure (chart)->rank)
    return -change.low;

  return change.low > 0 ? change.low : change.high < 0 ? change.high : 0.0;
}

/* The history that gained most; NULL where none did. */
static const History *
find_climber (const AtlasChart *chart, const Story *story)
{
  const History *climber = NULL;
  double most = 0;
  guint i;

  for (i = 0; i < story->histories->len; i++)
    {
      const History *history = g_ptr_array_index (story->histories, i);
      double gain = get_gain (chart, history);

      if (gain > most)
        {
          most = gain;
          climber = history;
        }
    }

  return climber;
}

static char *
dup_title (const AtlasChart *chart)
{
  Story story;
  const History *climber;
  g_autofree char *name = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  char *title;

  story_init (&story, chart);
  climber = find_climber (chart, &story);
  if (climber == NULL)
    {
      title = g_strdup (_ ("No cluster gained between the editions"));
    }
  else
    {
      guint start = find_start (chart, climber);

      name = dup_name (chart, climber);
      from = atlas_format_number (
          &chart->format, get_number (chart, (guint) climber->profiles[start]));
      to = atlas_format_number (
          &chart->format,
          get_number (chart, (guint) climber->profiles[climber->last]));
      title =
          g_strdup_printf (get_figure (chart)->rank
                               /* Translators: cluster, rank, rank */
                               ? _ ("%1$s climbed most, from rank %2$s to %3$s")
                               /* Translators: cluster, number, number */
                               : _ ("%1$s grew most, from %2$s to %3$s"),
                           name, from, to);
    }
  story_clear (&story);

  return title;
}

static char *
dup_subtitle (const AtlasChart *chart)
{
  g_autofree char *editions = atlas_chart_dup_editions (chart);
  Story story;
  char *subtitle;

  story_init (&story, chart);
  subtitle = g_strdup_printf (
      ngettext (
          /* Translators: measure, number of clusters, editions */
          "%1$s, %2$u cluster, %3$s", "%1$s, %2$u clusters, %3$s",
          story.histories->len),
      _ (get_figure (chart)->title), story.histories->len, editions);
  story_clear (&story);

  return subtitle;
}

static char *
dup_note (const AtlasChart *chart)
{
  if (get_figure (chart)->rank)
    return g_strdup (_ ("The first rank is at the top. Where an edition lacks "
                        "a cluster, no line is drawn."));

  return g_strdup (_ ("A change is told only where rounding allows it. Where "
                      "an edition lacks a cluster, no line is drawn."));
}

/* Ranks rise and fall; other figures have signs. */
static char *
dup_change (const AtlasChart *chart, AtlasInterval change)
{
  g_autofree char *steps = NULL;

  if (!get_figure (chart)->rank || !atlas_interval_is_known (change))
    return atlas_format_difference (&chart->format, change, FALSE);

  if (change.low == 0)
    return g_strdup (_ ("no change"));

  steps = atlas_format_value (&chart->format, fabs (change.low), 0);

  return g_strdup_printf (change.low < 0
                              /* Translators: by so many ranks */
                              ? _ ("up %s")
                              /* Translators: by so many ranks */
                              : _ ("down %s"),
                          steps);
}

/* The table under a chart of more than two editions. */
static void
fill_table (const AtlasChart *chart, AtlasChartTable *table)
{
  Story story;
  guint i, year;

  story_init (&story, chart);
  atlas_chart_table_add_column (table, _ ("Cluster"), FALSE);
  for (year = 0; year < story.years->len; year++)
    {
      g_autofree char *title =
          g_strdup_printf ("%d", g_array_index (story.years, int, year));

      atlas_chart_table_add_column (table, title, TRUE);
    }
  atlas_chart_table_add_column (table, _ ("Change"), TRUE);

  for (i = 0; i < story.histories->len; i++)
    {
      const History *history = g_ptr_array_index (story.histories, i);
      AtlasInterval change = get_change (chart, history);
      g_autofree char *name = dup_name (chart, history);
      g_autofree char *text = dup_change (chart, change);

      atlas_chart_table_add_row (table);
      atlas_chart_table_add_text (table, name);
      for (year = 0; year < story.years->len; year++)
        {
          g_autofree char *value = NULL;

          if (!is_given (chart, history, year))
            {
              atlas_chart_table_add_value (table, "", NAN);
              continue;
            }
          value = atlas_format_number (
              &chart->format,
              get_number (chart, (guint) history->profiles[year]));
          atlas_chart_table_add_value (table, value,
                                       get_value (chart, history, year));
        }
      atlas_chart_table_add_value (
          table, text, change.low == change.high ? change.low : NAN);
    }
  story_clear (&story);
}

static AtlasChartTable *
create_table (const AtlasChart *chart)
{
  AtlasChartTable *table = atlas_chart_table_new ();

  fill_table (chart, table);

  return table;
}

static void
find_range (const AtlasChart *chart,
            const Story *story,
            double *low,
            double *high)
{
  guint i, year;

  *low = INFINITY;
  *high = -INFINITY;
  for (i = 0; i < story->histories->len; i++)
    for (year = 0; year < story->years->len; year++)
      {
        const History *history = g_ptr_array_index (story->histories, i);

        if (!is_given (chart, history, year))
          continue;
        *low = MIN (*low, get_value (chart, history, year));
        *high = MAX (*high, get_value (chart, history, year));
      }
}

/* From the lowest to the highest value: the ends are named by the labels. */
static void
init_scale (const AtlasChart *chart, const Story *story, AtlasScale *scale)
{
  double low, high;

  find_range (chart, story, &low, &high);
  atlas_scale_init_linear (scale, low, high, N_TICKS);
  scale->low = high > low ? low : low - 1;
  scale->high = high > low ? high : high + 1;
}

/* Height of the lines: a line of text for each cluster, and for ranks one for
 * each rank between, as far as that is not mostly empty. */
static double
measure_field (const AtlasChart *chart,
               const Story *story,
               AtlasText *text,
               double unit)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double n = story->histories->len, low, high;

  find_range (chart, story, &low, &high);
  if (get_figure (chart)->rank)
    n = CLAMP (high - low + 1, n, n * 2);

  return MAX (n * line * LINE_PITCH, MIN_FIELD * unit);
}

static double
measure_body (const AtlasChart *chart,
              AtlasText *text,
              const AtlasTheme *theme,
              double width)
{
  double unit = MAX (theme->text_scale, 0.1), height;
  Story story;

  story_init (&story, chart);
  height = atlas_text_get_line_height (text, ATLAS_TEXT_HEADING)
           + HEAD_GAP * unit + measure_field (chart, &story, text, unit);
  if (story.years->len > 2)
    {
      g_autoptr (AtlasChartTable) table = create_table (chart);

      height +=
          TABLE_GAP * unit + atlas_grid_measure (table, text, width, unit);
    }
  story_clear (&story);

  return height;
}

/* The labels of one side. */
typedef struct
{
  const History *history;
  char *name;
  char *value;
  double wanted;
  double y;
} Label;

static void
label_clear (gpointer data)
{
  Label *label = data;

  g_free (label->name);
  g_free (label->value);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  const Label *one = a, *other = b;

  if (one->wanted != other->wanted)
    return one->wanted < other->wanted ? -1 : 1;

  return strcmp (one->history->key, other->history->key);
}

/* Moves labels apart: down where they crowd, then up from the lower end. */
static void
spread_labels (GArray *labels, double top, double bottom, double pitch)
{
  double limit = top;
  guint i;

  g_array_sort (labels, compare_labels);
  for (i = 0; i < labels->len; i++)
    {
      Label *label = &g_array_index (labels, Label, i);

      label->y = MAX (label->wanted, limit);
      limit = label->y + pitch;
    }

  limit = bottom;
  for (i = labels->len; i > 0; i--)
    {
      Label *label = &g_array_index (labels, Label, i - 1);

      label->y = MIN (label->y, limit);
      limit = label->y - pitch;
    }
}

static double
map_y (const AtlasChart *chart,
       const AtlasScale *scale,
       AtlasBox field,
       double value)
{
  double part = atlas_scale_map (scale, value);

  return field.y
         + field.height * (get_figure (chart)->rank ? part : 1.0 - part);
}

static GArray *
create_labels (const AtlasChart *chart,
               const Story *story,
               const AtlasScale *scale,
               AtlasBox field,
               guint year)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (Label));
  guint i;

  g_array_set_clear_func (labels, label_clear);
  for (i = 0; i < story->histories->len; i++)
    {
      const History *history = g_ptr_array_index (story->histories, i);
      Label label = { history, NULL, NULL, 0, 0 };

      if (!is_given (chart, history, year))
        continue;

      label.name = dup_name (chart, history);
      label.value = atlas_format_number (
          &chart->format, get_number (chart, (guint) history->profiles[year]));
      label.wanted =
          map_y (chart, scale, field, get_value (chart, history, year));
      g_array_append_val (labels, label);
    }

  return labels;
}

static double
measure_part (AtlasText *text, const char *part)
{
  return atlas_text_measure (text, part, ATLAS_TEXT_VALUE_STRONG, 0, 1).width;
}

static double
measure_labels (const GArray *labels, AtlasText *text, double gap, double most)
{
  double widest = 0;
  guint i;

  for (i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      widest = MAX (widest, measure_part (text, label->name) + gap
                                + measure_part (text, label->value));
    }

  return MIN (widest + 1, most);
}

/* The value beside the line, the name beyond it: where there is little room
 * it is the name that is cut. */
static void
add_label (AtlasChartLayout *layout,
           const Label *label,
           gboolean strong,
           AtlasBox box,
           double gap,
           AtlasAlign align)
{
  AtlasTextStyle style = strong ? ATLAS_TEXT_VALUE_STRONG : ATLAS_TEXT_VALUE;
  double width = measure_part (layout->text, label->value);
  AtlasBox value = box, name = box;

  value.width = width;
  name.width = MAX (box.width - width - gap, 1.0);
  if (align == ATLAS_ALIGN_END)
    value.x = box.x + box.width - width;
  else
    name.x = box.x + width + gap;

  atlas_layout_add_text (layout, label->value, style, ATLAS_INK_TEXT, value,
                         align, 0.5, 1);
  atlas_layout_add_text (layout, label->name, style, ATLAS_INK_TEXT, name,
                         align, 0.5, 1);
}

static void
add_labels (AtlasChartLayout *layout,
            GArray *labels,
            const History *climber,
            AtlasBox column,
            double field_x,
            AtlasAlign align)
{
  double line =
      atlas_text_get_line_height (layout->text, ATLAS_TEXT_VALUE_STRONG);
  double gap = VALUE_GAP * MAX (layout->theme.text_scale, 0.1);
  double edge =
      align == ATLAS_ALIGN_END ? column.x + column.width + 1.5 : column.x - 1.5;
  guint i;

  spread_labels (labels, column.y, column.y + column.height, line);
  for (i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      /* a thread from a label that was moved to its dot */
      if (fabs (label->y - label->wanted) > line / 3)
        atlas_layout_add_line (layout, edge, label->y, field_x, label->wanted,
                               ATLAS_INK_PLAIN, GRID_WIDTH)
            ->dash = ATLAS_DASH_DOTTED;
      add_label (layout, label, label->history == climber,
                 atlas_box (column.x, label->y - line / 2, column.width, line),
                 gap, align);
    }
}

static char *
dup_sentence (const AtlasChart *chart,
              const Story *story,
              const History *history)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = dup_name (chart, history);
  g_autofree char *list = NULL;
  guint year;

  for (year = 0; year < story->years->len; year++)
    {
      g_autofree char *value = NULL;

      if (!is_given (chart, history, year))
        continue;
      value = atlas_format_number (
          &chart->format, get_number (chart, (guint) history->profiles[year]));
      /* Translators: value, year */
      g_ptr_array_add (
          parts, g_strdup_printf (C_ ("label", "%1$s in %2$d"), value,
                                  g_array_index (story->years, int, year)));
    }
  list = atlas_format_list (&chart->format, (const char *const *) parts->pdata,
                            parts->len);

  /* Translators: cluster, measure, values with their years */
  return g_strdup_printf (C_ ("label", "%1$s, %2$s: %3$s"), name,
                          _ (get_figure (chart)->title), list);
}

/* A line from edition to edition, with a dot and a mark at each. */
static void
add_history (AtlasChartLayout *layout,
             const AtlasChart *chart,
             const Story *story,
             const AtlasScale *scale,
             AtlasBox field,
             const History *history,
             gboolean strong)
{
  double step = field.width / (story->years->len - 1);
  double unit = MAX (layout->theme.text_scale, 0.1);
  double size = DOT_SIZE * unit * (strong ? 1.3 : 1.0);
  AtlasInk ink = strong ? ATLAS_INK_ACCENT : ATLAS_INK_PLAIN;
  g_autofree char *name = dup_name (chart, history);
  g_autofree char *spoken = dup_sentence (chart, story, history);
  guint year;

  for (year = 0; year + 1 < story->years->len; year++)
    {
      if (!is_given (chart, history, year)
          || !is_given (chart, history, year + 1))
        continue;
      atlas_layout_add_line (
          layout, field.x + step * year,
          map_y (chart, scale, field, get_value (chart, history, year)),
          field.x + step * (year + 1),
          map_y (chart, scale, field, get_value (chart, history, year + 1)),
          ink, strong ? STRONG_WIDTH : LINE_WIDTH);
    }

  for (year = 0; year < story->years->len; year++)
    {
      double x = field.x + step * year, y;
      AtlasBox box;
      AtlasItem *item;
      AtlasMark *mark;

      if (!is_given (chart, history, year))
        continue;

      y = map_y (chart, scale, field, get_value (chart, history, year));
      item =
          atlas_layout_add_shape (layout, ATLAS_SHAPE_CIRCLE, x, y, size, ink);
      item->stroke = ATLAS_INK_GROUND;
      item->line_width = 1.0;
      box = atlas_box (x - size / 2, y - size / 2, size, size);
      mark = atlas_layout_add_mark (layout, box, box, name, spoken);
      mark->profile = history->profiles[year];
      mark->line = get_number (chart, (guint) history->profiles[year])->line;
      mark->value = get_value (chart, history, year);
    }
}

static void
add_years (AtlasChartLayout *layout,
           const Story *story,
           AtlasBox field,
           double top)
{
  double step = field.width / (story->years->len - 1);
  guint year;

  for (year = 0; year < story->years->len; year++)
    {
      double x = field.x + step * year;
      g_autofree char *text =
          g_strdup_printf ("%d", g_array_index (story->years, int, year));

      atlas_layout_add_text (layout, text, ATLAS_TEXT_HEADING, ATLAS_INK_TEXT,
                             atlas_box (x - step / 2, top, step, 0),
                             ATLAS_ALIGN_CENTER, 0.0, 1);
      atlas_layout_add_line (layout, x, field.y, x, field.y + field.height,
                             ATLAS_INK_GRID, GRID_WIDTH);
    }
}

static void
add_field (AtlasChartLayout *layout,
           const AtlasChart *chart,
           const Story *story,
           AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1);
  double gap = LABEL_GAP * unit;
  double line =
      atlas_text_get_line_height (layout->text, ATLAS_TEXT_VALUE_STRONG);
  const History *climber = find_climber (chart, story);
  g_autoptr (GArray) left = NULL;
  g_autoptr (GArray) right = NULL;
  AtlasBox field = body, column;
  AtlasScale scale;
  double head, left_width, right_width;
  guint i;

  head = atlas_text_get_line_height (layout->text, ATLAS_TEXT_HEADING)
         + HEAD_GAP * unit;
  field.y = body.y + head + line / 2;
  field.height = body.height - head - line;
  init_scale (chart, story, &scale);

  left = create_labels (chart, story, &scale, field, 0);
  right = create_labels (chart, story, &scale, field, story->years->len - 1);
  left_width = measure_labels (left, layout->text, VALUE_GAP * unit,
                               body.width * MAX_LABEL_PART);
  right_width = measure_labels (right, layout->text, VALUE_GAP * unit,
                                body.width * MAX_LABEL_PART);
  field.x = body.x + left_width + gap;
  field.width = body.width - left_width - right_width - 2 * gap;

  add_years (layout, story, field, body.y);
  for (i = 0; i < story->histories->len; i++)
    {
      const History *history = g_ptr_array_index (story->histories, i);

      if (history != climber)
        add_history (layout, chart, story, &scale, field, history, FALSE);
    }
  if (climber != NULL)
    add_history (layout, chart, story, &scale, field, climber, TRUE);

  column = atlas_box (body.x, field.y, left_width, field.height);
  add_labels (layout, left, climber, column, field.x, ATLAS_ALIGN_END);
  column.x = field.x + field.width + gap;
  column.width = right_width;
  add_labels (layout, right, climber, column, field.x + field.width,
              ATLAS_ALIGN_START);
}

static void
layout_body (const AtlasChart *chart, AtlasChartLayout *layout, AtlasBox body)
{
  double unit = MAX (layout->theme.text_scale, 0.1), table_height = 0;
  g_autoptr (AtlasChartTable) table = NULL;
  Story story;

  story_init (&story, chart);
  if (story.years->len > 2)
    {
      table = create_table (chart);
      table_height = atlas_grid_measure (table, layout->text, body.width, unit);
      body.height -= table_height + TABLE_GAP * unit;
    }
  add_field (layout, chart, &story, body);
  if (table != NULL)
    atlas_grid_layout (table, layout,
                       atlas_box (body.x,
                                  body.y + body.height + TABLE_GAP * unit,
                                  body.width, table_height),
                       unit);
  story_clear (&story);
}

const AtlasChartClass atlas_chart_editions_class = {
  .nick = "editions",
  .has_data = has_data,
  .dup_missing = dup_missing,
  .dup_title = dup_title,
  .dup_subtitle = dup_subtitle,
  .dup_note = dup_note,
  .measure_body = measure_body,
  .layout_body = layout_body,
  .fill_table = fill_table,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"
#include "fixtures.h"

/* Parts of a point that rounding may take. */
#define EPSILON 1e-6

/* The boxes of text lines hold more than ink: so much of two may overlap. */
#define TEXT_SLACK 0.75

/* The kinds that are drawn from profiles alone. */
static const AtlasChartKind kinds[] = {
  ATLAS_CHART_APPLICANTS, ATLAS_CHART_PUBLISHERS, ATLAS_CHART_SHARES,
  ATLAS_CHART_MULTIPLES,  ATLAS_CHART_COMPARE,    ATLAS_CHART_CONCENTRATION,
  ATLAS_CHART_POSITION,   ATLAS_CHART_EDITIONS,   ATLAS_CHART_FIELDS,
};

static AtlasChart *
make_chart (AtlasChartKind kind, GPtrArray *profiles)
{
  return atlas_chart_new (kind, (const AtlasProfile *const *) profiles->pdata,
                          profiles->len, NULL, NULL);
}

static const AtlasItem *
get_item (const AtlasChartLayout *layout, guint item)
{
  return &g_array_index (layout->items, AtlasItem, item);
}

/* --- what holds for every chart ------------------------------------------- */

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const AtlasItem *one = *(const AtlasItem *const *) a;
  const AtlasItem *other = *(const AtlasItem *const *) b;

  return one->box.y < other->box.y ? -1 : one->box.y > other->box.y;
}

/* No text lies over another or leaves the page. */
static void
assert_texts (const AtlasChartLayout *layout)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  double width = layout->width / layout->shrink;
  double height = layout->height / layout->shrink;
  guint i, j;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = get_item (layout, i);

      if (item->type != ATLAS_ITEM_TEXT)
        continue;

      g_assert_cmpfloat (item->box.x, >=, -EPSILON);
      g_assert_cmpfloat (item->box.y, >=, -EPSILON);
      g_assert_cmpfloat (item->box.x + item->box.width, <=, width + 0.1);
      g_assert_cmpfloat (item->box.y + item->box.height, <=, height + 0.6);
      g_ptr_array_add (texts, (gpointer) item);
    }

  g_ptr_array_sort (texts, compare_tops);
  for (i = 0; i < texts->len; i++)
    for (j = i + 1; j < texts->len; j++)
      {
        const AtlasItem *a = g_ptr_array_index (texts, i);
        const AtlasItem *b = g_ptr_array_index (texts, j);
        gboolean apart = a->box.x + a->box.width <= b->box.x + TEXT_SLACK
                         || b->box.x + b->box.width <= a->box.x + TEXT_SLACK;

        if (b->box.y >= a->box.y + a->box.height - TEXT_SLACK)
          break;
        if (!apart)
          g_test_message ("“%s” lies over “%s”", a->text, b->text);
        g_assert_true (apart);
      }
}

/* Every mark is on the page, is named and spoken, and answers at its centre. */
static void
assert_marks (const AtlasChartLayout *layout)
{
  guint i;

  for (i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (layout, i);

      g_assert_cmpfloat (mark->width, >, 0);
      g_assert_cmpfloat (mark->height, >, 0);
      g_assert_cmpfloat (mark->x, >=, -EPSILON);
      g_assert_cmpfloat (mark->y, >=, -EPSILON);
      g_assert_cmpfloat (mark->x + mark->width, <=, layout->width + 0.1);
      g_assert_cmpfloat (mark->y + mark->height, <=, layout->height + 0.6);
      g_assert_cmpstr (mark->label, !=, "");
      g_assert_cmpstr (mark->spoken, !=, "");
      g_assert_true (g_utf8_validate (mark->spoken, -1, NULL));
      g_assert_cmpint (atlas_chart_layout_hit (layout,
                                               mark->x + mark->width / 2,
                                               mark->y + mark->height / 2),
                       ==, (int) i);
    }
  g_assert_cmpint (atlas_chart_layout_hit (layout, -5, -5), ==, -1);
}

static void
assert_draws (const AtlasChartLayout *layout)
{
  cairo_surface_t *surface =
      cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_chart_layout_draw (layout, cr, &error));
  g_assert_no_error (error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Lays a chart out at its natural height and checks all that holds for every
 * chart. */
static void
check (AtlasChart *chart, const AtlasTheme *theme, double width)
{
  double height = atlas_chart_measure (chart, theme, width);
  g_autoptr (AtlasChartLayout) layout =
      atlas_chart_layout (chart, theme, width, height);

  g_test_message ("%s, %u profiles, width %d, scale %d %%, %s",
                  atlas_chart_kind_get_nick (atlas_chart_get_kind (chart)),
                  atlas_chart_get_n_profiles (chart), (int) width,
                  (int) (100 * theme->text_scale),
                  theme->right_to_left ? "mirrored" : "plain");
  g_assert_cmpfloat (height, >, 0);
  assert_texts (layout);
  assert_marks (layout);
  assert_draws (layout);
}

static void
check_kind (AtlasChartKind kind, SetKind set, guint n, guint n_editions)
{
  static const double widths[] = { 240, 480, 900 };
  g_autoptr (GPtrArray) profiles = make_set (set, n, n_editions);
  g_autoptr (AtlasChart) chart = make_chart (kind, profiles);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);

      check (chart, &theme, widths[i]);
      theme.right_to_left = TRUE;
      theme.variant = ATLAS_THEME_DARK;
      check (chart, &theme, widths[i]);
      theme.right_to_left = FALSE;
      theme.text_scale = 2.0;
      check (chart, &theme, widths[i]);
    }
}

static void
test_all (gconstpointer data)
{
  AtlasChartKind kind = (AtlasChartKind) GPOINTER_TO_UINT (data);
  guint set;

  for (set = 0; set < N_SETS; set++)
    {
      check_kind (kind, (SetKind) set, 1, 1);
      check_kind (kind, (SetKind) set, 2, 2);
      check_kind (kind, (SetKind) set, 9, 3);
    }
  check_kind (kind, SET_PLAIN, 0, 1);
}

/* A thousand marks and more. */
static void
test_thousand (gconstpointer data)
{
  AtlasChartKind kind = (AtlasChartKind) GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) profiles =
      make_set (SET_PLAIN, kind == ATLAS_CHART_EDITIONS ? 250 : 1000,
                kind == ATLAS_CHART_EDITIONS ? 4 : 1);
  g_autoptr (AtlasChart) chart = make_chart (kind, profiles);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);

  check (chart, &theme, 700);
}

/* --- options -------------------------------------------------------------- */

static void
test_options (void)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 4, 2);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  guint i, output, measure, form, scale, order;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (output = 0; output <= ATLAS_CHART_ARTICLES_ONLY; output++)
      for (measure = 0; measure < ATLAS_N_CHART_MEASURES; measure++)
        {
          g_autoptr (AtlasChart) chart = make_chart (kinds[i], profiles);
          AtlasChartOptions options = { (AtlasChartOutput) output,
                                        (AtlasChartMeasure) measure };

          atlas_chart_set_options (chart, &options);
          check (chart, &theme, 480);
        }

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (form = 0; form <= ATLAS_FORM_HEAT_MAP; form++)
      for (scale = 0; scale <= ATLAS_SCALE_LOG; scale++)
        for (order = 0; order <= ATLAS_ORDER_NAME; order++)
          {
            g_autoptr (AtlasChart) chart = make_chart (kinds[i], profiles);
            AtlasChartOptions options = { 0 };

            options.form = (AtlasChartForm) form;
            options.scale = (AtlasChartScale) scale;
            options.order = (AtlasChartOrder) order;
            atlas_chart_set_options (chart, &options);
            check (chart, &theme, 480);
          }
}

/* --- bars ----------------------------------------------------------------- */

/* Width of a bar of one percent, from any bar of the layout. */
static double
get_unit (const AtlasChartLayout *layout)
{
  guint i;

  for (i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (layout, i);

      if (!isnan (mark->value) && mark->value > 0)
        return mark->shape.width / mark->value;
    }

  g_assert_not_reached ();
}

static void
check_bars (AtlasChartKind kind, double width, gboolean right_to_left)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 5, 1);
  g_autoptr (AtlasChart) chart = make_chart (kind, profiles);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout = NULL;
  double unit;
  guint i, n_bars = 0;

  theme.right_to_left = right_to_left;
  layout = atlas_chart_layout (chart, &theme, width,
                               atlas_chart_measure (chart, &theme, width));
  unit = get_unit (layout);
  for (i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (layout, i);

      if (isnan (mark->value))
        continue;

      g_assert_cmpfloat_with_epsilon (mark->shape.width, mark->value * unit,
                                      EPSILON * width);
      n_bars++;
    }
  g_assert_cmpuint (n_bars, >=, 10);
}

/* Every bar is as long as its value, on one scale from zero. */
static void
test_bars (void)
{
  check_bars (ATLAS_CHART_APPLICANTS, 500, FALSE);
  check_bars (ATLAS_CHART_SHARES, 700, FALSE);
  check_bars (ATLAS_CHART_SHARES, 300, TRUE);
  check_bars (ATLAS_CHART_MULTIPLES, 900, FALSE);
  check_bars (ATLAS_CHART_COMPARE, 600, TRUE);
  check_bars (ATLAS_CHART_CONCENTRATION, 600, FALSE);
}

/* What is drawn for a mark, by its shape: the items that lie in it. */
static void
find_rects (const AtlasChartLayout *layout,
            const AtlasBox *shape,
            const AtlasItem **hatched,
            const AtlasItem **band)
{
  guint i;

  *hatched = *band = NULL;
  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = get_item (layout, i);

      if (item->type != ATLAS_ITEM_RECT
          || fabs (item->box.y - shape->y) > EPSILON
          || item->box.x < shape->x - EPSILON
          || item->box.x > shape->x + shape->width + EPSILON)
        continue;
      if (item->pattern == ATLAS_FILL_HATCHED)
        *hatched = item;
      else if (item->fill == ATLAS_INK_BAND)
        *band = item;
    }
}

/* The bar of the others is hatched up to the lower bound; the band goes on
 * from there to the upper one. */
static void
test_others (void)
{
  g_autoptr (AtlasProfile) shenyang = make_shenyang (2024);
  const AtlasProfile *profiles[] = { shenyang };
  g_autoptr (AtlasChart) chart =
      atlas_chart_new (ATLAS_CHART_SHARES, profiles, 1, NULL, NULL);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout (
      chart, &theme, 600, atlas_chart_measure (chart, &theme, 600));
  double unit = get_unit (layout);
  AtlasEstimates estimates;
  guint kind;

  atlas_estimates_compute (shenyang, &estimates);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 8);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      const AtlasMark *mark =
          atlas_chart_layout_get_mark (layout, kind * 4 + 3);
      AtlasInterval others = estimates.others[kind];
      const AtlasItem *hatched, *band;

      find_rects (layout, &mark->shape, &hatched, &band);
      g_assert_nonnull (hatched);
      g_assert_nonnull (band);
      g_assert_cmpfloat_with_epsilon (hatched->box.width, others.low * unit,
                                      EPSILON);
      g_assert_cmpfloat_with_epsilon (
          band->box.x, hatched->box.x + hatched->box.width, EPSILON);
      g_assert_cmpfloat_with_epsilon (hatched->box.width + band->box.width,
                                      others.high * unit, EPSILON);
      g_assert_true (isnan (mark->value));
    }
}

/* The two tables of a cluster share one scale and stand row by row. */
static void
test_side_by_side (void)
{
  g_autoptr (AtlasProfile) shenyang = make_shenyang (2024);
  const AtlasProfile *profiles[] = { shenyang };
  g_autoptr (AtlasChart) chart =
      atlas_chart_new (ATLAS_CHART_SHARES, profiles, 1, NULL, NULL);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout (
      chart, &theme, 600, atlas_chart_measure (chart, &theme, 600));
  guint i;

  for (i = 0; i < 4; i++)
    {
      const AtlasMark *left = atlas_chart_layout_get_mark (layout, i);
      const AtlasMark *right = atlas_chart_layout_get_mark (layout, i + 4);

      g_assert_cmpfloat_with_epsilon (left->shape.y, right->shape.y, EPSILON);
      g_assert_cmpfloat (left->x + left->width, <, right->x);
    }
  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 3)->label, ==,
                   "Others");
}

/* Nothing is drawn for what the file does not give. */
static void
test_missing (void)
{
  static const Holder holders[] = { { "A", 50, 50 },
                                    { "B", -1, -1 },
                                    { "C", 10, -1 } };
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (AtlasChart) chart = NULL;
  g_autoptr (AtlasChart) other = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  const AtlasProfile *profiles[1];
  g_autofree char *title = NULL;

  add_holders (builder, ATLAS_PATENTS, holders, 3);
  profile = end_profile (builder, "X", "Y", 2024, 1, 1, 1, 1);
  profiles[0] = profile;
  chart = atlas_chart_new (ATLAS_CHART_APPLICANTS, profiles, 1, NULL, NULL);
  layout = atlas_chart_layout (chart, &theme, 500, 400);
  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 3);
  g_assert_cmpfloat (atlas_chart_layout_get_mark (layout, 0)->shape.width, >,
                     0);
  g_assert_cmpfloat (atlas_chart_layout_get_mark (layout, 1)->shape.width, ==,
                     0);
  g_assert_nonnull (
      g_strstr_len (atlas_chart_layout_get_mark (layout, 1)->spoken, -1,
                    "not given in the source"));
  g_assert_cmpfloat (atlas_chart_layout_get_mark (layout, 2)->shape.width, ==,
                     0);

  /* no publishers at all: said so, and no mark */
  other = atlas_chart_new (ATLAS_CHART_PUBLISHERS, profiles, 1, NULL, NULL);
  g_assert_false (atlas_chart_has_data (other));
  title = atlas_chart_dup_title (other);
  g_assert_cmpstr (title, ==, "The source gives no figures for this chart");
}

/* --- other kinds ---------------------------------------------------------- */

/* Dots at one place can each be reached. */
static void
test_twins (void)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_EQUAL, 12, 1);
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_POSITION, profiles);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout =
      atlas_chart_layout (chart, &theme, 500, 400);
  gboolean seen[12] = { FALSE };
  guint i;

  g_assert_cmpuint (atlas_chart_layout_get_n_marks (layout), ==, 12);
  for (i = 0; i < 12; i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (layout, i);

      g_assert_cmpfloat_with_epsilon (
          mark->shape.x, atlas_chart_layout_get_mark (layout, 0)->shape.x,
          EPSILON);
      seen[mark->profile] = TRUE;
    }
  for (i = 0; i < 12; i++)
    g_assert_true (seen[i]);
}

/* A higher value lies further up and to the right, on either scale. */
static void
test_position (void)
{
  guint scale, i, j;
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 30, 1);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);

  for (scale = ATLAS_SCALE_AUTO; scale <= ATLAS_SCALE_LOG; scale++)
    {
      g_autoptr (AtlasChart) chart =
          make_chart (ATLAS_CHART_POSITION, profiles);
      AtlasChartOptions options = { .scale = (AtlasChartScale) scale };
      g_autoptr (AtlasChartLayout) layout = NULL;

      atlas_chart_set_options (chart, &options);
      layout = atlas_chart_layout (chart, &theme, 500, 400);
      for (i = 0; i < 30; i++)
        for (j = 0; j < 30; j++)
          {
            const AtlasMark *a = atlas_chart_layout_get_mark (layout, i);
            const AtlasMark *b = atlas_chart_layout_get_mark (layout, j);
            const AtlasProfile *one = g_ptr_array_index (profiles, a->profile);
            const AtlasProfile *two = g_ptr_array_index (profiles, b->profile);

            if (one->per_million[ATLAS_PATENTS].value
                < two->per_million[ATLAS_PATENTS].value)
              g_assert_cmpfloat (a->shape.x, <, b->shape.x);
            if (one->per_million[ATLAS_ARTICLES].value
                < two->per_million[ATLAS_ARTICLES].value)
              g_assert_cmpfloat (a->shape.y, >, b->shape.y);
          }
    }
}

/* Of a rank that fell the dot falls, and editions stand from left to right. */
static void
test_editions (void)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 10, 2);
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_EDITIONS, profiles);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout (
      chart, &theme, 500, atlas_chart_measure (chart, &theme, 500));
  guint i, j, n = atlas_chart_layout_get_n_marks (layout);

  g_assert_cmpuint (n, ==, 20);
  for (i = 0; i < n; i++)
    for (j = 0; j < n; j++)
      {
        const AtlasMark *a = atlas_chart_layout_get_mark (layout, i);
        const AtlasMark *b = atlas_chart_layout_get_mark (layout, j);
        const AtlasProfile *one = g_ptr_array_index (profiles, a->profile);
        const AtlasProfile *two = g_ptr_array_index (profiles, b->profile);

        if (one->edition.value < two->edition.value)
          g_assert_cmpfloat (a->x, <, b->x);
        if (one->rank.value < two->rank.value)
          g_assert_cmpfloat (a->shape.y + a->shape.height / 2, <,
                             b->shape.y + b->shape.height / 2);
      }
}

static void
test_editions_need_two (void)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 10, 1);
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_EDITIONS, profiles);
  g_autofree char *title = atlas_chart_dup_title (chart);

  g_assert_false (atlas_chart_has_data (chart));
  g_assert_cmpstr (title, ==,
                   "Two editions or more are needed to show a change");
}

static const char *
find_cell (const AtlasChartTable *table, const char *row, guint column)
{
  guint i;

  for (i = 0; i < atlas_chart_table_get_n_rows (table); i++)
    if (g_str_equal (atlas_chart_table_get_cell (table, i, 0)->text, row))
      return atlas_chart_table_get_cell (table, i, column)->text;

  g_assert_not_reached ();
}

/* What overlaps is not called a difference. */
static void
test_compare (void)
{
  g_autoptr (AtlasProfile) a = make_shenyang (2024);
  g_autoptr (AtlasProfile) b = make_shenyang (2023);
  g_autoptr (GPtrArray) others = make_set (SET_PLAIN, 1, 1);
  const AtlasProfile *profiles[] = { a, b, g_ptr_array_index (others, 0) };
  g_autoptr (AtlasChart) chart =
      atlas_chart_new (ATLAS_CHART_COMPARE, profiles, 3, NULL, NULL);
  g_autoptr (AtlasChartTable) table = atlas_chart_dup_table (chart);
  const char *first = "Share of the first applicant";

  g_assert_cmpuint (atlas_chart_table_get_n_columns (table), ==, 6);
  g_assert_cmpstr (find_cell (table, first, 1), ==, "40\302\240%");
  g_assert_cmpstr (find_cell (table, first, 3), ==,
                   "no difference can be told");
  g_assert_nonnull (g_strstr_len (find_cell (table, first, 5), -1, "points"));
}

/* --- size and words ------------------------------------------------------- */

/* The marks that stand for something of a profile; rows of a table are laid out
 * as the width allows. */
static guint
count_drawn (const AtlasChartLayout *layout)
{
  guint i, n = 0;

  for (i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    if (atlas_chart_layout_get_mark (layout, i)->profile >= 0)
      n++;

  return n;
}

/* With too little room all of a chart is drawn smaller, and nothing is lost. */
static void
test_shrink (void)
{
  static const double sizes[][2] = {
    { 600, 100 }, { 60, 40 }, { 100, 900 }, { 1500, 50 }, { 5, 5 },
  };
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 7, 1);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AtlasChart) chart = make_chart (kinds[i], profiles);
      g_autoptr (AtlasChartLayout) natural = atlas_chart_layout (
          chart, &theme, 600, atlas_chart_measure (chart, &theme, 600));

      for (j = 0; j < G_N_ELEMENTS (sizes); j++)
        {
          g_autoptr (AtlasChartLayout) layout =
              atlas_chart_layout (chart, &theme, sizes[j][0], sizes[j][1]);
          double width, height;

          g_assert_cmpuint (count_drawn (layout), ==, count_drawn (natural));
          atlas_chart_layout_get_size (layout, &width, &height);
          g_assert_cmpfloat (width, ==, sizes[j][0]);
          g_assert_cmpfloat (height, ==, sizes[j][1]);
          assert_texts (layout);
          assert_marks (layout);
        }
    }
}

/* A long name is shortened in the drawing and whole in its mark. */
static void
test_whole_names (void)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_LONG_NAMES, 1, 1);
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_SHARES, profiles);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout =
      atlas_chart_layout (chart, &theme, 400, 700);

  g_assert_cmpstr (atlas_chart_layout_get_mark (layout, 0)->label, ==,
                   LONG_NAME " 1");
}

static void
test_words (void)
{
  g_autoptr (AtlasProfile) shenyang = make_shenyang (2024);
  const AtlasProfile *profiles[] = { shenyang };
  g_autoptr (AtlasChart) chart =
      atlas_chart_new (ATLAS_CHART_APPLICANTS, profiles, 1, NULL, NULL);
  g_autofree char *title = atlas_chart_dup_title (chart);
  g_autofree char *subtitle = atlas_chart_dup_subtitle (chart);
  g_autofree char *source = atlas_chart_dup_source (chart);

  g_assert_cmpstr (title, ==,
                   "NORTHEASTERN UNIVERSITY leads the patents of Shenyang with "
                   "40\302\240%");
  g_assert_cmpstr (subtitle, ==,
                   "Share and number of PCT patent applications by applicant, "
                   "Shenyang (China), five years, edition 2024");
  g_assert_cmpstr (source, ==,
                   "Source: WIPO, Global Innovation Index 2024. The "
                   "Secretariat of WIPO assumes no liability or responsibility "
                   "with regard to the transformation or translation of the "
                   "original content.");
}

static void
test_nicks (void)
{
  guint i;
  AtlasChartKind kind;

  for (i = 0; i < ATLAS_N_CHART_KINDS; i++)
    {
      const char *nick = atlas_chart_kind_get_nick ((AtlasChartKind) i);

      g_assert_true (atlas_chart_kind_from_nick (nick, &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (atlas_chart_kind_from_nick ("pie", &kind));
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *nick = atlas_chart_kind_get_nick (kinds[i]);
      g_autofree char *all = g_strdup_printf ("/layout/all/%s", nick);
      g_autofree char *many = g_strdup_printf ("/layout/thousand/%s", nick);

      g_test_add_data_func (all, GUINT_TO_POINTER (kinds[i]), test_all);
      g_test_add_data_func (many, GUINT_TO_POINTER (kinds[i]), test_thousand);
    }
  g_test_add_func ("/layout/options", test_options);
  g_test_add_func ("/layout/bars", test_bars);
  g_test_add_func ("/layout/others", test_others);
  g_test_add_func ("/layout/side-by-side", test_side_by_side);
  g_test_add_func ("/layout/missing", test_missing);
  g_test_add_func ("/layout/twins", test_twins);
  g_test_add_func ("/layout/position", test_position);
  g_test_add_func ("/layout/editions", test_editions);
  g_test_add_func ("/layout/editions-need-two", test_editions_need_two);
  g_test_add_func ("/layout/compare", test_compare);
  g_test_add_func ("/layout/shrink", test_shrink);
  g_test_add_func ("/layout/whole-names", test_whole_names);
  g_test_add_func ("/layout/words", test_words);
  g_test_add_func ("/layout/nicks", test_nicks);

  return g_test_run ();
}

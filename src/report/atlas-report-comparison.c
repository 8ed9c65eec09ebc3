/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-figure.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* A caption of two lines, with the gap above. */
#define CAPTION_HEIGHT 26.0

/* Two to six clusters side by side: first the tables, which fit one page, so
 * that no figure parts them. */

typedef struct
{
  const char *label;
  gsize offset;
  gboolean percent;
} Printed;

static const Printed printed[] = {
  { N_ ("World rank by size"), G_STRUCT_OFFSET (AtlasProfile, rank), FALSE },
  { N_ ("World rank by intensity"),
    G_STRUCT_OFFSET (AtlasProfile, intensity_rank), FALSE },
  { N_ ("Rank within the economy"),
    G_STRUCT_OFFSET (AtlasProfile, national_rank), FALSE },
  { N_ ("PCT applications per million"),
    G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_PATENTS]), FALSE },
  { N_ ("Scientific articles per million"),
    G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_ARTICLES]), FALSE },
  { N_ ("Patents in collaboration"),
    G_STRUCT_OFFSET (AtlasProfile, collaboration[ATLAS_PATENTS]), TRUE },
  { N_ ("Articles in collaboration"),
    G_STRUCT_OFFSET (AtlasProfile, collaboration[ATLAS_ARTICLES]), TRUE },
};

typedef struct
{
  const char *label;
  gsize offset;
  gboolean percent;
} Derived;

static const Derived derived[] = {
  { N_ ("PCT applications, five years"),
    G_STRUCT_OFFSET (AtlasEstimates, total_joint[ATLAS_PATENTS]), FALSE },
  { N_ ("Scientific articles, five years"),
    G_STRUCT_OFFSET (AtlasEstimates, total_joint[ATLAS_ARTICLES]), FALSE },
  { N_ ("Three largest applicants"),
    G_STRUCT_OFFSET (AtlasEstimates, cr3[ATLAS_PATENTS]), TRUE },
  { N_ ("Three largest publishers, at most"),
    G_STRUCT_OFFSET (AtlasEstimates, cr3[ATLAS_ARTICLES]), TRUE },
  { N_ ("Patents per 1,000 articles"),
    G_STRUCT_OFFSET (AtlasEstimates, patents_per_1000_articles), FALSE },
};

static const AtlasSubject *
get_compared (const AtlasReport *self, guint index)
{
  return &self->subjects[self->compared[index]];
}

static const AtlasNumber *
get_printed (const AtlasSubject *subject, guint row)
{
  return &G_STRUCT_MEMBER (AtlasNumber, subject->profile, printed[row].offset);
}

static char *
get_value_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasSubject *subject;
  AtlasInterval interval;

  if (column == 0)
    return g_strdup (row < G_N_ELEMENTS (printed)
                         ? _ (printed[row].label)
                         : _ (derived[row - G_N_ELEMENTS (printed)].label));

  subject = get_compared (self, column - 1);
  if (row < G_N_ELEMENTS (printed))
    return printed[row].percent
               ? atlas_report_dup_share (self, get_printed (subject, row))
               : atlas_report_dup_number (self, get_printed (subject, row));

  row -= G_N_ELEMENTS (printed);
  interval =
      G_STRUCT_MEMBER (AtlasInterval, &subject->estimates, derived[row].offset);
  return derived[row].percent ? atlas_report_dup_percent (self, interval)
                              : atlas_report_dup_interval (self, interval);
}

/* How much a printed value is above or below that of the first cluster. */
static char *
get_difference_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasNumber *first;
  const AtlasNumber *other;
  double difference;
  g_autofree char *value = NULL;

  if (column == 0)
    return g_strdup (_ (printed[row].label));

  first = get_printed (get_compared (self, 0), row);
  other = get_printed (get_compared (self, column), row);
  if (!atlas_number_is_given (first) || !atlas_number_is_given (other))
    return NULL;

  difference = other->value - first->value;
  value = atlas_format_value (&self->format, fabs (difference),
                              MAX (first->decimals, other->decimals));
  if (difference == 0.0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%s", difference > 0.0 ? "+" : "−", value);
}

static void
add_table (const AtlasReport *self,
           GPtrArray *blocks,
           AtlasNumbering *numbering,
           const char *caption,
           guint first,
           guint n_rows,
           char *(*get_text) (gconstpointer, guint, guint))
{
  AtlasReportColumn columns[ATLAS_REPORT_MOST_COMPARED + 1] = {
    { N_ ("Measure"), 0.0, 1.35, FALSE, ATLAS_STYLE_CELL, FALSE }
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = self->n_compared - first + 1,
    .n_rows = n_rows,
    .number = numbering->table++,
    .caption = caption,
    .get_text = get_text,
    .data = self,
  };

  for (guint i = first; i < self->n_compared; i++)
    columns[i - first + 1] = (AtlasReportColumn){
      .title = atlas_subject_get_cluster (get_compared (self, i)),
      .weight = 1.0,
      .number = TRUE,
      .style = ATLAS_STYLE_CELL,
      .verbatim = TRUE,
    };
  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 20.0));
}

static AtlasChart *
make_chart (const AtlasReport *self, AtlasChartOutput output)
{
  AtlasChart *chart = atlas_report_chart (self, ATLAS_CHART_COMPARE,
                                          self->compared, self->n_compared);
  AtlasChartOptions options = *atlas_chart_get_options (chart);

  options.output = output;
  options.dense = output == ATLAS_CHART_BOTH;
  atlas_chart_set_options (chart, &options);

  return chart;
}

static void
add_chart (const AtlasReport *self,
           GPtrArray *blocks,
           AtlasNumbering *numbering,
           AtlasChartOutput output,
           const char *caption)
{
  AtlasBlock *figure = atlas_figure_new (
      make_chart (self, output), numbering->figure++, caption, 0.0, 18.0);

  /* The tables have the page before to themselves. */
  figure->break_before = output != ATLAS_CHART_ARTICLES_ONLY;
  g_ptr_array_add (blocks, figure);
}

/* Whether patents and articles of all stand side by side on one page. */
static gboolean
fit_one_page (const AtlasReport *self)
{
  g_autoptr (AtlasChart) chart = make_chart (self, ATLAS_CHART_BOTH);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  AtlasReportPage page = { .section = ATLAS_SECTION_COMPARISON };
  AtlasFrame frame;
  double width;
  double height;

  atlas_paper_get_size (self->settings->paper, &width, &height);
  page.width = width;
  page.height = height;
  if (atlas_report_is_landscape (self, ATLAS_SECTION_COMPARISON))
    {
      page.width = height;
      page.height = width;
    }
  atlas_report_get_frame (self, &page, &frame);
  theme.font_family = ATLAS_REPORT_FONT;
  theme.text_scale = ATLAS_FIGURE_TEXT_SCALE;

  return atlas_chart_has_data (chart)
         && atlas_chart_measure (chart, &theme, frame.width)
                <= frame.height - CAPTION_HEIGHT;
}

/**
 * atlas_report_build_comparison:
 * @self: a report
 * @blocks: where its blocks go; none where there are not two to compare
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_comparison (const AtlasReport *self,
                               GPtrArray *blocks,
                               AtlasNumbering *numbering)
{
  g_autofree char *caption = NULL;

  if (self->n_compared < 2)
    return;

  g_ptr_array_add (blocks,
                   atlas_heading_new (1, atlas_report_section_get_title (
                                             ATLAS_SECTION_COMPARISON)));
  add_table (self, blocks, numbering,
             _ ("Printed values and estimates (≈) of the clusters compared"), 0,
             G_N_ELEMENTS (printed) + G_N_ELEMENTS (derived), get_value_text);

  caption =
      g_strdup_printf (_ ("Difference from %s; shares in percentage points"),
                       atlas_subject_get_cluster (get_compared (self, 0)));
  add_table (self, blocks, numbering, caption, 1, G_N_ELEMENTS (printed),
             get_difference_text);

  if (fit_one_page (self))
    {
      add_chart (self, blocks, numbering, ATLAS_CHART_BOTH,
                 _ ("Top PCT applicants (left) and publishing organisations "
                    "(right) of the clusters compared; all bars have one "
                    "scale."));
      return;
    }

  add_chart (self, blocks, numbering, ATLAS_CHART_PATENTS_ONLY,
             _ ("Top PCT applicants of the clusters compared; all bars have "
                "one scale."));
  add_chart (self, blocks, numbering, ATLAS_CHART_ARTICLES_ONLY,
             _ ("Top publishing organisations of the clusters compared; all "
                "bars have one scale."));
}

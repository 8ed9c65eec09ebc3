/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-figure.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

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

static void
add_chart (const AtlasReport *self,
           GPtrArray *blocks,
           AtlasNumbering *numbering,
           AtlasChartOutput output,
           const char *caption)
{
  AtlasChart *chart = atlas_report_chart (self, ATLAS_CHART_COMPARE,
                                          self->compared, self->n_compared);
  AtlasChartOptions options = *atlas_chart_get_options (chart);

  options.output = output;
  atlas_chart_set_options (chart, &options);
  g_ptr_array_add (blocks, atlas_figure_new (chart, numbering->figure++,
                                             caption, 0.0, 18.0));
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

  add_chart (self, blocks, numbering, ATLAS_CHART_PATENTS_ONLY,
             _ ("Top PCT applicants of the clusters compared; all bars have "
                "one scale."));
  add_chart (self, blocks, numbering, ATLAS_CHART_ARTICLES_ONLY,
             _ ("Top publishing organisations of the clusters compared; all "
                "bars have one scale."));
}

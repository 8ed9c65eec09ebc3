/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-ego.h"
#include "atlas-figure.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"
#include "atlas-strip.h"

#include "atlas-gettext.h"

/* The page of one cluster. */

/* Names with more letters get lines of their own. */
#define LONG_NAME 70

static void
add (GPtrArray *blocks, gpointer block)
{
  g_ptr_array_add (blocks, block);
}

static void
add_head (const AtlasSubject *subject, GPtrArray *blocks)
{
  g_autofree char *edition = atlas_subject_dup_edition (subject);
  g_autofree char *lead
      /* Translators: an economy, and the year of the index. */
      = g_strdup_printf (_ ("%s · Global Innovation Index %s"),
                         atlas_subject_get_economy (subject), edition);
  AtlasBlock *paragraph;

  add (blocks, atlas_heading_new (1, atlas_subject_get_cluster (subject)));
  paragraph = atlas_paragraph_new (ATLAS_STYLE_LEAD, lead, 3.0);
  paragraph->keep_with_next = TRUE;
  add (blocks, paragraph);
}

/* The sentence with @word in the place of {0}. */
static char *
dup_filled (const char *form, const char *word)
{
  GString *text = g_string_new (form);

  g_string_replace (text, "{0}", word, 1);
  return g_string_free (text, FALSE);
}

static char *
dup_remark (const AtlasReport *self,
            const AtlasNumber *number,
            const char *form)
{
  g_autofree char *of = atlas_report_dup_number (self, number);

  return of != NULL ? dup_filled (form, of) : NULL;
}

static char *
dup_national_remark (const AtlasSubject *subject)
{
  const AtlasProfile *profile = subject->profile;
  g_autofree char *of =
      atlas_report_dup_number (subject->report, &profile->national_clusters);

  if (of == NULL)
    return NULL;

  /* The adjective that the profile prints ("Chinese") is English and stays
   * out of the sentences of other languages. Translators: below a rank. */
  return g_strdup_printf (ngettext ("of %s cluster", "of %s clusters",
                                    (gulong) profile->national_clusters.value),
                          of);
}

static void
add_key_figures (const AtlasSubject *subject, GPtrArray *blocks)
{
  const AtlasReport *self = subject->report;
  const AtlasProfile *profile = subject->profile;
  AtlasStrip *strip = atlas_strip_new (ATLAS_STYLE_VALUE, 9.0);
  g_autofree char *rank = atlas_report_dup_value (self, &profile->rank);
  g_autofree char *intensity =
      atlas_report_dup_value (self, &profile->intensity_rank);
  g_autofree char *national =
      atlas_report_dup_value (self, &profile->national_rank);
  g_autofree char *patents =
      atlas_report_dup_value (self, &profile->per_million[ATLAS_PATENTS]);
  g_autofree char *articles =
      atlas_report_dup_value (self, &profile->per_million[ATLAS_ARTICLES]);
  g_autofree char *top =
      dup_remark (self, &profile->top, _ ("within the top {0}"));
  g_autofree char *of = dup_national_remark (subject);

  atlas_strip_add (strip, _ ("World rank by size"), rank, top);
  atlas_strip_add (strip, _ ("World rank by intensity"), intensity,
                   _ ("relative to population"));
  atlas_strip_add (strip, _ ("Rank within the economy"), national, of);
  atlas_strip_add (strip, _ ("PCT applications"), patents,
                   _ ("per million inhabitants"));
  atlas_strip_add (strip, _ ("Scientific articles"), articles,
                   _ ("per million inhabitants"));
  add (blocks, strip);
}

static void
add_estimate (AtlasStrip *strip,
              const char *label,
              char *value,
              const char *remark)
{
  atlas_strip_add (strip, label, value != NULL ? value : C_ ("value", "n/a"),
                   remark);
  g_free (value);
}

static void
add_estimates (const AtlasSubject *subject, GPtrArray *blocks)
{
  const AtlasReport *self = subject->report;
  const AtlasEstimates *estimates = &subject->estimates;
  AtlasStrip *strip = atlas_strip_new (ATLAS_STYLE_VALUE_SMALL, 0.0);

  add_estimate (
      strip, _ ("PCT applications, total"),
      atlas_report_dup_interval (self, estimates->total_joint[ATLAS_PATENTS]),
      _ ("estimate, five years"));
  add_estimate (
      strip, _ ("Scientific articles, total"),
      atlas_report_dup_interval (self, estimates->total_joint[ATLAS_ARTICLES]),
      _ ("estimate, five years"));
  add_estimate (strip, _ ("Inhabitants, millions"),
                atlas_report_dup_millions (self, estimates->population),
                _ ("estimate"));
  add_estimate (
      strip, _ ("Patents per 1,000 articles"),
      atlas_report_dup_interval (self, estimates->patents_per_1000_articles),
      _ ("estimate"));
  add (blocks, strip);
}

static AtlasChart *
make_chart (const AtlasSubject *subject, AtlasChartKind kind)
{
  return atlas_report_chart (subject->report, kind, &subject->index, 1);
}

/* The caption of a figure, with the cluster unless its name is a text by
 * itself: the head of the page has it. */
static char *
dup_caption (const AtlasSubject *subject, const char *with, const char *without)
{
  const char *cluster = atlas_subject_get_cluster (subject);

  return g_utf8_strlen (cluster, -1) <= LONG_NAME ? dup_filled (with, cluster)
                                                  : g_strdup (without);
}

/* On a page that lies there is room for a third column. */
static gboolean
is_landscape (const AtlasSubject *subject)
{
  return atlas_report_is_landscape (subject->report, ATLAS_SECTION_CLUSTERS);
}

static void
add_shares (const AtlasSubject *subject,
            GPtrArray *blocks,
            AtlasNumbering *numbering)
{
  static const struct
  {
    AtlasChartKind chart;
    const char *caption;
    const char *short_caption;
  } sides[] = {
    { ATLAS_CHART_APPLICANTS, N_ ("Top PCT applicants, {0}."),
      N_ ("Top PCT applicants.") },
    { ATLAS_CHART_PUBLISHERS, N_ ("Top publishing organisations, {0}."),
      N_ ("Top publishing organisations.") },
  };
  static const double weights[] = { 1.0, 1.0, 1.1 };
  guint n_columns = G_N_ELEMENTS (sides);
  GPtrArray *columns[3];

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *caption = dup_caption (subject, _ (sides[i].caption),
                                              _ (sides[i].short_caption));

      columns[i] = atlas_blocks_new ();
      add (columns[i],
           atlas_figure_new (make_chart (subject, sides[i].chart),
                             numbering->figure++, caption, 0.0, 0.0));
    }
  if (is_landscape (subject))
    {
      columns[n_columns] = atlas_blocks_new ();
      add (columns[n_columns++],
           atlas_ego_new (subject, numbering->figure++, 0.0));
    }
  add (blocks,
       atlas_side_by_side_new (columns, weights, n_columns, 20.0, 13.0));
}

static void
add_fields (const AtlasSubject *subject,
            GPtrArray *blocks,
            AtlasNumbering *numbering)
{
  const AtlasProfile *profile = subject->profile;
  g_autofree char *caption = NULL;

  if (profile->n_fields[ATLAS_PATENTS] + profile->n_fields[ATLAS_ARTICLES] == 0)
    return;

  caption = dup_caption (subject, _ ("Top technology fields, {0}."),
                         _ ("Top technology fields."));
  add (blocks, atlas_figure_new (make_chart (subject, ATLAS_CHART_FIELDS),
                                 numbering->figure++, caption, 0.0, 9.0));
}

static const char *
get_answer_words (AtlasLinkAnswer answer)
{
  switch (answer)
    {
    case ATLAS_LINK_MUTUAL:
      return _ ("names it too");
    case ATLAS_LINK_ONE_WAY:
      return _ ("does not name it");
    case ATLAS_LINK_UNKNOWN:
    default:
      return _ ("not known");
    }
}

static char *
get_partner_text (const AtlasSubject *subject,
                  AtlasKind kind,
                  guint row,
                  guint column)
{
  const AtlasPartner *partner = &subject->profile->partners[kind][row];

  if (column == 0)
    return g_strdup_printf ("%u", partner->order);
  if (column == 1)
    return g_strdup (partner->name);
  return g_strdup (get_answer_words (
      atlas_subject_get_answer (subject, kind, partner->order)));
}

static char *
get_patent_partner (gconstpointer data, guint row, guint column)
{
  return get_partner_text (data, ATLAS_PATENTS, row, column);
}

static char *
get_article_partner (gconstpointer data, guint row, guint column)
{
  return get_partner_text (data, ATLAS_ARTICLES, row, column);
}

static const AtlasReportColumn partner_columns[] = {
  { NULL, 9.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Partner"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL_STRONG },
  { N_ ("In return"), 68.0, 0.0, FALSE, ATLAS_STYLE_CELL },
};

static void
add_partners (const AtlasSubject *subject, GPtrArray *blocks, AtlasKind kind)
{
  static const char *const forms[ATLAS_N_KINDS] = {
    N_ ("PCT applications: {0} in collaboration"),
    N_ ("Scientific articles: {0} in collaboration"),
  };
  const AtlasProfile *profile = subject->profile;
  g_autofree char *share =
      atlas_report_dup_share (subject->report, &profile->collaboration[kind]);
  g_autofree char *head =
      dup_filled (_ (forms[kind]), share != NULL ? share : C_ ("value", "n/a"));
  AtlasReportTableSpec spec = {
    .columns = partner_columns,
    .n_columns = G_N_ELEMENTS (partner_columns),
    .n_rows = profile->n_partners[kind],
    .get_text =
        kind == ATLAS_PATENTS ? get_patent_partner : get_article_partner,
    .data = subject,
  };

  add (blocks, atlas_heading_new (3, head));
  if (spec.n_rows > 0)
    add (blocks, atlas_report_table_new (&spec, 4.0));
  else
    add (blocks, atlas_paragraph_new (ATLAS_STYLE_BODY,
                                      _ ("No partners are named."), 4.0));
}

static gboolean
has_long_partners (const AtlasProfile *profile)
{
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint i = 0; i < profile->n_partners[kind]; i++)
      if (g_utf8_strlen (profile->partners[kind][i].name, -1) > LONG_NAME)
        return TRUE;

  return FALSE;
}

/* Tables to the left, the figure to the right; on a page that lies both tables
 * side by side; and names that fill lines below each other, over the whole
 * width, where the page may end between them. */
static void
add_collaboration (const AtlasSubject *subject,
                   GPtrArray *blocks,
                   AtlasNumbering *numbering)
{
  static const double weights[] = { 1.0, 1.15 };
  GPtrArray *columns[2];

  if (!is_landscape (subject))
    add (blocks, atlas_heading_new (2, _ ("Collaboration")));
  if (has_long_partners (subject->profile))
    {
      add_partners (subject, blocks, ATLAS_PATENTS);
      add_partners (subject, blocks, ATLAS_ARTICLES);
      if (!is_landscape (subject))
        add (blocks, atlas_ego_new (subject, numbering->figure++, 18.0));
      return;
    }

  columns[0] = atlas_blocks_new ();
  columns[1] = atlas_blocks_new ();
  add_partners (subject, columns[0], ATLAS_PATENTS);
  if (is_landscape (subject))
    {
      add_partners (subject, columns[1], ATLAS_ARTICLES);
    }
  else
    {
      add_partners (subject, columns[0], ATLAS_ARTICLES);
      add (columns[1], atlas_ego_new (subject, numbering->figure++, 0.0));
    }
  add (blocks, atlas_side_by_side_new (columns, weights, 2, 20.0, 6.0));
}

/* What is compared with the last edition. */
enum
{
  CHANGE_RANK,
  CHANGE_INTENSITY,
  CHANGE_NATIONAL,
  CHANGE_PATENTS,
  CHANGE_ARTICLES,
  CHANGE_PATENT_COLLABORATION,
  CHANGE_ARTICLE_COLLABORATION,
  N_CHANGES,
};

static const struct
{
  const char *label;
  gsize offset;
  gboolean percent;
} changes[N_CHANGES] = {
  [CHANGE_RANK] = { N_ ("World rank by size"),
                    G_STRUCT_OFFSET (AtlasProfile, rank), FALSE },
  [CHANGE_INTENSITY] = { N_ ("World rank by intensity"),
                         G_STRUCT_OFFSET (AtlasProfile, intensity_rank),
                         FALSE },
  [CHANGE_NATIONAL] = { N_ ("Rank within the economy"),
                        G_STRUCT_OFFSET (AtlasProfile, national_rank), FALSE },
  [CHANGE_PATENTS] = { N_ ("PCT applications per million inhabitants"),
                       G_STRUCT_OFFSET (AtlasProfile,
                                        per_million[ATLAS_PATENTS]),
                       FALSE },
  [CHANGE_ARTICLES] = { N_ ("Scientific articles per million inhabitants"),
                        G_STRUCT_OFFSET (AtlasProfile,
                                         per_million[ATLAS_ARTICLES]),
                        FALSE },
  [CHANGE_PATENT_COLLABORATION] = { N_ ("Patents filed in collaboration"),
                                    G_STRUCT_OFFSET (
                                        AtlasProfile,
                                        collaboration[ATLAS_PATENTS]),
                                    TRUE },
  [CHANGE_ARTICLE_COLLABORATION] = { N_ ("Articles published in collaboration"),
                                     G_STRUCT_OFFSET (
                                         AtlasProfile,
                                         collaboration[ATLAS_ARTICLES]),
                                     TRUE },
};

static const AtlasNumber *
get_changed (const AtlasProfile *profile, guint change)
{
  return &G_STRUCT_MEMBER (AtlasNumber, profile, changes[change].offset);
}

static char *
dup_difference (const AtlasSubject *subject, guint change)
{
  const AtlasNumber *before = get_changed (subject->previous, change);
  const AtlasNumber *now = get_changed (subject->profile, change);
  double difference;
  g_autofree char *value = NULL;

  if (!atlas_number_is_given (before) || !atlas_number_is_given (now))
    return NULL;

  difference = now->value - before->value;
  value = atlas_format_value (&subject->report->format, fabs (difference),
                              MAX (before->decimals, now->decimals));
  if (difference == 0.0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%s", difference > 0.0 ? "+" : "−", value);
}

static char *
get_change_text (gconstpointer data, guint row, guint column)
{
  const AtlasSubject *subject = data;
  const AtlasProfile *profile =
      column == 1 ? subject->previous : subject->profile;
  const AtlasNumber *number = get_changed (profile, row);

  if (column == 0)
    return g_strdup (_ (changes[row].label));
  if (column == 3)
    return dup_difference (subject, row);
  return changes[row].percent
             ? atlas_report_dup_share (subject->report, number)
             : atlas_report_dup_number (subject->report, number);
}

static void
add_change (const AtlasSubject *subject, GPtrArray *blocks)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Measure"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Before"), 64.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Now"), 64.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Change"), 64.0, 0.0, TRUE, ATLAS_STYLE_CELL_STRONG },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = N_CHANGES,
    .get_text = get_change_text,
    .data = subject,
  };
  g_autofree char *edition = NULL;
  g_autofree char *heading = NULL;

  if (subject->previous == NULL)
    return;

  edition = atlas_format_edition (&subject->report->format,
                                  &subject->previous->edition);
  heading = g_strdup_printf (_ ("Change since edition %s"), edition);
  add (blocks, atlas_heading_new (2, heading));
  add (blocks, atlas_report_table_new (&spec, 6.0));
}

static void
add_note (const AtlasSubject *subject, GPtrArray *blocks)
{
  if (subject->note == NULL || *subject->note == '\0')
    return;

  add (blocks, atlas_heading_new (2, _ ("Note")));
  add (blocks, atlas_paragraph_new (ATLAS_STYLE_BODY, subject->note, 5.0));
}

/**
 * atlas_report_build_cluster:
 * @subject: a subject
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_cluster (const AtlasSubject *subject,
                            GPtrArray *blocks,
                            AtlasNumbering *numbering)
{
  add_head (subject, blocks);
  add_key_figures (subject, blocks);
  add_estimates (subject, blocks);
  add_shares (subject, blocks, numbering);
  add_fields (subject, blocks, numbering);
  add_collaboration (subject, blocks, numbering);
  add_change (subject, blocks);
  add_note (subject, blocks);
}

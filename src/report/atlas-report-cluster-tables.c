/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-cluster-private.h"

#include "atlas-ego.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* What is listed on the page of a cluster. */

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
  { N_ ("In return"), 74.0, 0.0, FALSE, ATLAS_STYLE_CELL },
};

/**
 * atlas_cluster_add_partners:
 * @subject: a subject; must outlive the blocks
 * @blocks: where they go
 * @kind: for patents or for articles
 * @narrow: whether to leave out what the figure beside it shows
 */
void
atlas_cluster_add_partners (const AtlasSubject *subject,
                            GPtrArray *blocks,
                            AtlasKind kind,
                            gboolean narrow)
{
  static const char *const forms[ATLAS_N_KINDS] = {
    N_ ("PCT applications: {0} in collaboration"),
    N_ ("Scientific articles: {0} in collaboration"),
  };
  const AtlasProfile *profile = subject->profile;
  g_autofree char *share =
      atlas_report_dup_share (subject->report, &profile->collaboration[kind]);
  g_autofree char *head = atlas_cluster_dup_filled (
      _ (forms[kind]), share != NULL ? share : C_ ("value", "n/a"));
  AtlasReportTableSpec spec = {
    .columns = partner_columns,
    .n_columns = G_N_ELEMENTS (partner_columns) - (narrow ? 1 : 0),
    .n_rows = profile->n_partners[kind],
    .get_text =
        kind == ATLAS_PATENTS ? get_patent_partner : get_article_partner,
    .data = subject,
  };

  g_ptr_array_add (blocks, atlas_heading_new (3, head));
  if (spec.n_rows > 0)
    g_ptr_array_add (blocks, atlas_report_table_new (&spec, 4.0));
  else
    g_ptr_array_add (blocks,
                     atlas_paragraph_new (ATLAS_STYLE_BODY,
                                          _ ("No partners are named."), 4.0));
}

/**
 * atlas_cluster_has_long_partners:
 * @subject: a subject
 *
 * Returns: whether some partner's name is a text by itself
 */
gboolean
atlas_cluster_has_long_partners (const AtlasSubject *subject)
{
  const AtlasProfile *profile = subject->profile;

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint i = 0; i < profile->n_partners[kind]; i++)
      if (g_utf8_strlen (profile->partners[kind][i].name, -1)
          > ATLAS_CLUSTER_LONG_NAME)
        return TRUE;

  return FALSE;
}

static char *
get_field_text (const AtlasSubject *subject,
                AtlasKind kind,
                guint row,
                guint column)
{
  const AtlasField *field = &subject->profile->fields[kind][row];

  return column == 0 ? g_strdup (field->name)
                     : atlas_report_dup_share (subject->report, &field->share);
}

static char *
get_patent_field (gconstpointer data, guint row, guint column)
{
  return get_field_text (data, ATLAS_PATENTS, row, column);
}

static char *
get_article_field (gconstpointer data, guint row, guint column)
{
  return get_field_text (data, ATLAS_ARTICLES, row, column);
}

/**
 * atlas_cluster_has_fields:
 * @subject: a subject
 *
 * Returns: whether its profile gives technology fields
 */
gboolean
atlas_cluster_has_fields (const AtlasSubject *subject)
{
  return subject->profile->n_fields[ATLAS_PATENTS]
             + subject->profile->n_fields[ATLAS_ARTICLES]
         > 0;
}

/**
 * atlas_cluster_add_fields:
 * @subject: a subject; must outlive the blocks
 * @blocks: where they go
 * @kind: of patents or of articles; nothing is added where there are none
 */
void
atlas_cluster_add_fields (const AtlasSubject *subject,
                          GPtrArray *blocks,
                          AtlasKind kind)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Technology field"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Share"), 34.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  };
  static const char *const headings[ATLAS_N_KINDS] = {
    N_ ("Technology fields of patents"),
    N_ ("Technology fields of articles"),
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = subject->profile->n_fields[kind],
    .plain = TRUE,
    .get_text = kind == ATLAS_PATENTS ? get_patent_field : get_article_field,
    .data = subject,
  };

  if (spec.n_rows == 0)
    return;

  g_ptr_array_add (blocks, atlas_heading_new (3, _ (headings[kind])));
  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 2.0));
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
  [CHANGE_RANK] = { N_ ("World rank"), G_STRUCT_OFFSET (AtlasProfile, rank),
                    FALSE },
  [CHANGE_INTENSITY] = { N_ ("Intensity rank"),
                         G_STRUCT_OFFSET (AtlasProfile, intensity_rank),
                         FALSE },
  [CHANGE_NATIONAL] = { N_ ("Rank in economy"),
                        G_STRUCT_OFFSET (AtlasProfile, national_rank), FALSE },
  [CHANGE_PATENTS] = { N_ ("PCT per million"),
                       G_STRUCT_OFFSET (AtlasProfile,
                                        per_million[ATLAS_PATENTS]),
                       FALSE },
  [CHANGE_ARTICLES] = { N_ ("Articles per million"),
                        G_STRUCT_OFFSET (AtlasProfile,
                                         per_million[ATLAS_ARTICLES]),
                        FALSE },
  [CHANGE_PATENT_COLLABORATION] = { N_ ("Patents shared"),
                                    G_STRUCT_OFFSET (
                                        AtlasProfile,
                                        collaboration[ATLAS_PATENTS]),
                                    TRUE },
  [CHANGE_ARTICLE_COLLABORATION] = { N_ ("Articles shared"),
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

/* A value of a measure: before, now, and the change. */
static char *
dup_change (const AtlasSubject *subject, guint change, guint which)
{
  const AtlasProfile *profile =
      which == 0 ? subject->previous : subject->profile;
  const AtlasNumber *number = get_changed (profile, change);

  if (which == 2)
    return dup_difference (subject, change);
  return changes[change].percent
             ? atlas_report_dup_share (subject->report, number)
             : atlas_report_dup_number (subject->report, number);
}

/* Measures as columns. */
static char *
get_wide_text (gconstpointer data, guint row, guint column)
{
  const AtlasSubject *subject = data;
  static const char *const heads[] = { N_ ("Before"), N_ ("Now"),
                                       N_ ("Change") };

  if (column > 0)
    return dup_change (subject, column - 1, row);
  return g_strdup (_ (heads[row]));
}

/* Measures as rows. */
static char *
get_narrow_text (gconstpointer data, guint row, guint column)
{
  return column == 0 ? g_strdup (_ (changes[row].label))
                     : dup_change (data, row, column - 1);
}

static gboolean
is_change (gconstpointer data, guint row)
{
  return row == 2;
}

static AtlasBlock *
make_wide (const AtlasSubject *subject)
{
  AtlasReportColumn columns[N_CHANGES + 1] = {
    { NULL, 0.0, 1.1, FALSE, ATLAS_STYLE_CELL },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = N_CHANGES + 1,
    .n_rows = 3,
    .get_text = get_wide_text,
    .is_strong = is_change,
    .data = subject,
  };

  for (guint i = 0; i < N_CHANGES; i++)
    columns[i + 1] = (AtlasReportColumn){
      .title = changes[i].label,
      .weight = 1.0,
      .number = TRUE,
      .style = ATLAS_STYLE_CELL,
    };
  return atlas_report_table_new (&spec, 5.0);
}

static AtlasBlock *
make_narrow (const AtlasSubject *subject)
{
  static const AtlasReportColumn columns[] = {
    { NULL, 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Before"), 30.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Now"), 30.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Change"), 32.0, 0.0, TRUE, ATLAS_STYLE_CELL_STRONG },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = N_CHANGES,
    .get_text = get_narrow_text,
    .data = subject,
  };

  return atlas_report_table_new (&spec, 3.0);
}

/**
 * atlas_cluster_has_change:
 * @subject: a subject
 *
 * Returns: whether an earlier edition of it is open
 */
gboolean
atlas_cluster_has_change (const AtlasSubject *subject)
{
  return subject->previous != NULL;
}

/**
 * atlas_cluster_add_change:
 * @subject: a subject with an earlier edition; must outlive the blocks
 * @blocks: where they go
 * @level: of its heading
 * @narrow: whether it stands in a column of the page
 */
void
atlas_cluster_add_change (const AtlasSubject *subject,
                          GPtrArray *blocks,
                          guint level,
                          gboolean narrow)
{
  g_autofree char *edition = atlas_format_edition (&subject->report->format,
                                                   &subject->previous->edition);
  g_autofree char *text =
      g_strdup_printf (_ ("Change since edition %s"), edition);

  g_ptr_array_add (blocks, atlas_heading_new (level, text));
  g_ptr_array_add (blocks,
                   narrow ? make_narrow (subject) : make_wide (subject));
}

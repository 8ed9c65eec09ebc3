/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* Every printed value of every profile. */

static const AtlasSubject *
get_ranked (const AtlasReport *self, guint row)
{
  return &self->subjects[self->by_rank[row]];
}

static char *
get_profile_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasSubject *subject = get_ranked (self, row);
  const AtlasProfile *profile = subject->profile;

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return g_strdup (profile->economy);
    case 2:
      return atlas_subject_dup_edition (subject);
    case 3:
      return atlas_report_dup_number (self, &profile->rank);
    case 4:
      return atlas_report_dup_number (self, &profile->intensity_rank);
    case 5:
      return atlas_report_dup_rank_of (self, &profile->national_rank,
                                       &profile->national_clusters);
    case 6:
      return atlas_report_dup_number (self,
                                      &profile->per_million[ATLAS_PATENTS]);
    case 7:
      return atlas_report_dup_number (self,
                                      &profile->per_million[ATLAS_ARTICLES]);
    case 8:
      return atlas_report_dup_share (self,
                                     &profile->collaboration[ATLAS_PATENTS]);
    default:
      return atlas_report_dup_share (self,
                                     &profile->collaboration[ATLAS_ARTICLES]);
    }
}

static const AtlasReportColumn profile_columns[] = {
  { N_ ("Cluster"), 0.0, 1.4, FALSE, ATLAS_STYLE_CELL_STRONG },
  { N_ ("Economy"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("World rank"), 32.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Inten\302\255sity rank"), 34.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Rank in economy"), 44.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("PCT per million"), 40.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Articles per million"), 40.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Patents shared"), 38.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Articles shared"), 38.0, 0.0, TRUE, ATLAS_STYLE_CELL },
};

static char *
get_estimate_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasSubject *subject = get_ranked (self, row);
  const AtlasEstimates *estimates = &subject->estimates;

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return atlas_subject_dup_edition (subject);
    case 2:
      return atlas_report_dup_interval (self,
                                        estimates->total_joint[ATLAS_PATENTS]);
    case 3:
      return atlas_report_dup_interval (self,
                                        estimates->total_joint[ATLAS_ARTICLES]);
    case 4:
      return atlas_report_dup_millions (self, estimates->population);
    default:
      return atlas_report_dup_interval (self,
                                        estimates->patents_per_1000_articles);
    }
}

static char *
get_collaboration_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasSubject *subject = get_ranked (self, row);
  const AtlasEstimates *estimates = &subject->estimates;

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return atlas_subject_dup_edition (subject);
    case 2:
      return atlas_report_dup_interval (
          self, estimates->collaborations[ATLAS_PATENTS]);
    case 3:
      return atlas_report_dup_interval (
          self, estimates->collaborations[ATLAS_ARTICLES]);
    case 4:
      return atlas_report_dup_percent (self, estimates->others[ATLAS_PATENTS]);
    default:
      return atlas_report_dup_percent (self, estimates->others[ATLAS_ARTICLES]);
    }
}

static const AtlasReportColumn estimate_columns[] = {
  { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL_STRONG },
  { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Patents, five years"), 80.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Articles, five years"), 92.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Inhabitants, millions"), 70.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Patents per 1,000 articles"), 80.0, 0.0, TRUE, ATLAS_STYLE_CELL },
};

static const AtlasReportColumn collaboration_columns[] = {
  { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL_STRONG },
  { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Patents in collaboration"), 80.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Articles in collaboration"), 92.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Patents of others"), 70.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Articles of others"), 80.0, 0.0, TRUE, ATLAS_STYLE_CELL },
};

static const AtlasReportRow *
get_row (GArray *rows, guint row)
{
  return &g_array_index (rows, AtlasReportRow, row);
}

static char *
get_entry_text (const AtlasReport *self,
                AtlasKind kind,
                guint index,
                guint column)
{
  const AtlasReportRow *row = get_row (self->entry_rows[kind], index);
  const AtlasSubject *subject = &self->subjects[row->subject];
  const AtlasEntry *entry = &subject->profile->entries[kind][row->entry];

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return atlas_subject_dup_edition (subject);
    case 2:
      return atlas_report_dup_number (self, &entry->rank);
    case 3:
      return g_strdup (atlas_subject_get_entry_name (subject, entry));
    case 4:
      return atlas_report_dup_number (self, &entry->count);
    default:
      return atlas_report_dup_share (self, &entry->share);
    }
}

static char *
get_applicant_text (gconstpointer data, guint row, guint column)
{
  return get_entry_text (data, ATLAS_PATENTS, row, column);
}

static char *
get_publisher_text (gconstpointer data, guint row, guint column)
{
  return get_entry_text (data, ATLAS_ARTICLES, row, column);
}

/* The rows of a cluster follow each other: the first says whose they are. */
static gboolean
is_first_of_cluster (GArray *rows, guint row)
{
  return row == 0
         || get_row (rows, row)->subject != get_row (rows, row - 1)->subject;
}

static gboolean
is_first_applicant (gconstpointer data, guint row)
{
  const AtlasReport *self = data;

  return is_first_of_cluster (self->entry_rows[ATLAS_PATENTS], row);
}

static gboolean
is_first_publisher (gconstpointer data, guint row)
{
  const AtlasReport *self = data;

  return is_first_of_cluster (self->entry_rows[ATLAS_ARTICLES], row);
}

static const AtlasReportColumn applicant_columns[] = {
  { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Rank"), 24.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Applicant"), 0.0, 2.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Patents"), 44.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Share"), 34.0, 0.0, TRUE, ATLAS_STYLE_CELL },
};

static const AtlasReportColumn publisher_columns[] = {
  { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Rank"), 24.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Publishing organisation"), 0.0, 2.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Articles"), 44.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  { N_ ("Share"), 34.0, 0.0, TRUE, ATLAS_STYLE_CELL },
};

static const char *
get_kind_word (guint kind)
{
  return kind == ATLAS_PATENTS ? _ ("patents") : _ ("articles");
}

static char *
get_field_text (gconstpointer data, guint index, guint column)
{
  const AtlasReport *self = data;
  const AtlasReportRow *row = get_row (self->field_rows, index);
  const AtlasSubject *subject = &self->subjects[row->subject];
  const AtlasField *field = &subject->profile->fields[row->kind][row->entry];

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return atlas_subject_dup_edition (subject);
    case 2:
      return g_strdup (get_kind_word (row->kind));
    case 3:
      return g_strdup (field->name);
    default:
      return atlas_report_dup_share (self, &field->share);
    }
}

static const AtlasReportColumn field_columns[] = {
  { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Of"), 44.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Technology field"), 0.0, 2.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Share"), 34.0, 0.0, TRUE, ATLAS_STYLE_CELL },
};

/* Columns say which is named first; beyond the third the name says it. */
static char *
dup_partner (const AtlasSubject *subject, guint kind, guint index)
{
  const AtlasPartner *partner;

  if (index >= subject->profile->n_partners[kind])
    return g_strdup ("");

  partner = &subject->profile->partners[kind][index];
  return index < ATLAS_REPORT_PARTNERS_IN_ROW
             ? g_strdup (partner->name)
             : g_strdup_printf ("%u: %s", partner->order, partner->name);
}

static char *
get_partner_text (gconstpointer data, guint index, guint column)
{
  const AtlasReport *self = data;
  const AtlasReportRow *row = get_row (self->partner_rows, index);
  const AtlasSubject *subject = &self->subjects[row->subject];

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return atlas_subject_dup_edition (subject);
    case 2:
      return g_strdup (get_kind_word (row->kind));
    default:
      return dup_partner (subject, row->kind, row->entry + column - 3);
    }
}

static gboolean
is_first_partner (gconstpointer data, guint row)
{
  const AtlasReport *self = data;

  return is_first_of_cluster (self->partner_rows, row);
}

static gboolean
is_first_field (gconstpointer data, guint row)
{
  const AtlasReport *self = data;

  return is_first_of_cluster (self->field_rows, row);
}

static const AtlasReportColumn partner_columns[] = {
  { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("For"), 44.0, 0.0, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Named first"), 0.0, 1.15, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Named second"), 0.0, 1.15, FALSE, ATLAS_STYLE_CELL },
  { N_ ("Named third"), 0.0, 1.15, FALSE, ATLAS_STYLE_CELL },
};

typedef struct
{
  const char *caption;
  const AtlasReportColumn *columns;
  guint n_columns;
  char *(*get_text) (gconstpointer data, guint row, guint column);
  gboolean (*is_strong) (gconstpointer data, guint row);
} AppendixTable;

static const AppendixTable tables[] = {
  { N_ ("Profiles"), profile_columns, G_N_ELEMENTS (profile_columns),
    get_profile_text, NULL },
  { N_ ("Estimates that follow from the printed values"), estimate_columns,
    G_N_ELEMENTS (estimate_columns), get_estimate_text, NULL },
  { N_ ("Estimates of collaboration and of what the tables do not name"),
    collaboration_columns, G_N_ELEMENTS (collaboration_columns),
    get_collaboration_text, NULL },
  { N_ ("Top PCT applicants"), applicant_columns,
    G_N_ELEMENTS (applicant_columns), get_applicant_text, is_first_applicant },
  { N_ ("Top publishing organisations"), publisher_columns,
    G_N_ELEMENTS (publisher_columns), get_publisher_text, is_first_publisher },
  { N_ ("Top technology fields"), field_columns, G_N_ELEMENTS (field_columns),
    get_field_text, is_first_field },
  { N_ ("Partners named, in the order of naming"), partner_columns,
    G_N_ELEMENTS (partner_columns), get_partner_text, is_first_partner },
};

/**
 * atlas_report_build_appendix:
 * @self: a report
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_appendix (const AtlasReport *self,
                             GPtrArray *blocks,
                             AtlasNumbering *numbering)
{
  const guint n_rows[G_N_ELEMENTS (tables)] = {
    self->n_subjects,
    self->n_subjects,
    self->n_subjects,
    self->entry_rows[ATLAS_PATENTS]->len,
    self->entry_rows[ATLAS_ARTICLES]->len,
    self->field_rows->len,
    self->partner_rows->len,
  };

  g_ptr_array_add (
      blocks, atlas_heading_new (
                  1, atlas_report_section_get_title (ATLAS_SECTION_APPENDIX)));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      AtlasReportTableSpec spec = {
        .columns = tables[i].columns,
        .n_columns = tables[i].n_columns,
        .n_rows = n_rows[i],
        .caption = _ (tables[i].caption),
        .get_text = tables[i].get_text,
        .is_strong = tables[i].is_strong,
        .grouped = tables[i].is_strong != NULL,
        .data = self,
      };

      if (spec.n_rows == 0)
        continue;
      spec.number = numbering->table++;
      g_ptr_array_add (blocks,
                       atlas_report_table_new (&spec, i == 0 ? 14.0 : 24.0));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* The list of sections and clusters with their pages. The page numbers are not
 * known yet while pages are counted; their column is of a fixed width, so that
 * the count does not depend on them. */

/* Cover and contents do not list themselves; a comparison needs two. */
static gboolean
is_listed (const AtlasReport *self, const AtlasReportPart *part)
{
  switch (part->section)
    {
    case ATLAS_SECTION_COVER:
    case ATLAS_SECTION_CONTENTS:
      return FALSE;
    case ATLAS_SECTION_COMPARISON:
      return part->shown && self->n_compared >= 2;
    default:
      return part->shown;
    }
}

/* What row @row stands for: a section, or a cluster below its section. */
static const AtlasReportPart *
find_row (const AtlasReport *self, guint row, gssize *subject)
{
  *subject = -1;
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      const AtlasReportPart *part = &self->settings->parts[i];

      if (!is_listed (self, part))
        continue;
      if (row == 0)
        return part;
      row--;
      if (part->section != ATLAS_SECTION_CLUSTERS)
        continue;
      if (row < self->n_subjects)
        {
          *subject = row;
          return part;
        }
      row -= self->n_subjects;
    }

  return NULL;
}

static guint
count_rows (const AtlasReport *self)
{
  guint n = 0;

  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      const AtlasReportPart *part = &self->settings->parts[i];

      if (!is_listed (self, part))
        continue;
      n++;
      if (part->section == ATLAS_SECTION_CLUSTERS)
        n += self->n_subjects;
    }

  return n;
}

static int
get_page (gconstpointer data, guint row)
{
  const AtlasReport *self = data;
  gssize subject;
  const AtlasReportPart *part = find_row (self, row, &subject);

  if (subject >= 0)
    return self->subjects[subject].first_page;
  if (self->section_counts[part->section] == 0)
    return -1;
  return (int) self->section_pages[part->section];
}

static char *
get_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  gssize subject;
  const AtlasReportPart *part = find_row (self, row, &subject);
  int page;

  switch (column)
    {
    case 0:
      if (subject < 0)
        return g_strdup (atlas_report_section_get_title (part->section));
      return g_strdup (atlas_subject_get_cluster (&self->subjects[subject]));
    case 1:
      if (subject < 0)
        return g_strdup ("");
      return g_strdup (atlas_subject_get_economy (&self->subjects[subject]));
    case 2:
      if (subject < 0)
        return g_strdup ("");
      return atlas_subject_dup_edition (&self->subjects[subject]);
    default:
      page = get_page (data, row);
      return page < 0 ? g_strdup ("") : g_strdup_printf ("%d", page + 1);
    }
}

static gboolean
is_strong (gconstpointer data, guint row)
{
  gssize subject;

  find_row (data, row, &subject);
  return subject < 0;
}

/* The signs that stand on every page, told once. */
static void
add_signs (GPtrArray *blocks)
{
  static const char *const signs[] = {
    N_ ("≈ marks an estimate: an interval that surely holds the true value, "
        "computed from printed, rounded figures."),
    N_ ("Others are all that a profile does not name. Their bars are hatched; "
        "the pale end is what stays uncertain."),
    N_ ("World rank by size compares what clusters produce; world rank by "
        "intensity, what they produce relative to their population."),
    N_ ("“Named by 3 of 5” means that three of five clusters in this report "
        "name a place among their top partners."),
    N_ ("“n/a” stands where the source gives no figure. It is never zero."),
  };

  g_ptr_array_add (blocks,
                   atlas_heading_new (2, _ ("How to read this report")));
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    g_ptr_array_add (blocks,
                     atlas_paragraph_new (ATLAS_STYLE_BODY, _ (signs[i]), 6.0));
}

/**
 * atlas_report_build_contents:
 * @self: a report
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_contents (const AtlasReport *self,
                             GPtrArray *blocks,
                             AtlasNumbering *numbering)
{
  static const AtlasReportColumn columns[] = {
    { NULL, 0.0, 1.0, FALSE, ATLAS_STYLE_BODY },
    { NULL, 0.0, 0.7, FALSE, ATLAS_STYLE_CAPTION },
    { NULL, 44.0, 0.0, FALSE, ATLAS_STYLE_CAPTION },
    { NULL, 40.0, 0.0, TRUE, ATLAS_STYLE_BODY },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = count_rows (self),
    .plain = TRUE,
    .get_text = get_text,
    .is_strong = is_strong,
    .get_page = get_page,
    .data = self,
  };

  if (spec.n_rows == 0)
    return;

  g_ptr_array_add (
      blocks, atlas_heading_new (
                  1, atlas_report_section_get_title (ATLAS_SECTION_CONTENTS)));
  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 16.0));
  add_signs (blocks);
  ((AtlasBlock *) g_ptr_array_index (blocks, 2))->space_before = 28.0;
}

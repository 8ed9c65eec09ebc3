/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-quantity.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"
#include <string.h>

/* Where every figure comes from, and what is wrong with the files. */

/* So much of an offending text is enough to find it in its file. */
#define MOST_OFFENDING 160

static void
add_paragraph (GPtrArray *blocks, const char *text, double space_before)
{
  g_ptr_array_add (blocks,
                   atlas_paragraph_new (ATLAS_STYLE_BODY, text, space_before));
}

static char *
get_file_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasSubject *subject = &self->subjects[self->by_rank[row]];
  const AtlasProfile *profile = subject->profile;

  switch (column)
    {
    case 0:
      return g_strdup (atlas_subject_get_cluster (subject));
    case 1:
      return atlas_subject_dup_edition (subject);
    case 2:
      return g_strdup (profile->source);
    default:
      if (profile->first_line == 0)
        return NULL;
      return g_strdup_printf ("%u–%u", profile->first_line, profile->last_line);
    }
}

static void
add_files (const AtlasReport *self,
           GPtrArray *blocks,
           AtlasNumbering *numbering)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL_STRONG },
    { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("File"), 0.0, 1.6, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Lines"), 54.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = self->n_subjects,
    .number = numbering->table++,
    .caption = _ ("Files and lines that the profiles were read from"),
    .get_text = get_file_text,
    .data = self,
  };

  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 16.0));
}

static const char *
translate (const char *sentence)
{
  return _ (sentence);
}

static char *
get_problem_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasProblem *problem = g_ptr_array_index (self->problems, row);

  switch (column)
    {
    case 0:
      return g_strdup (problem->source);
    case 1:
      return problem->line > 0 ? g_strdup_printf ("%u", problem->line)
                               : g_strdup ("");
    case 2:
      return g_strdup (atlas_problem_get_severity (problem)
                               == ATLAS_SEVERITY_ERROR
                           ? _ ("error")
                           : _ ("warning"));
    case 3:
      return atlas_problem_dup_message (problem, translate);
    default:
      if (problem->text == NULL)
        return g_strdup ("");
      if (g_utf8_strlen (problem->text, -1) > MOST_OFFENDING)
        {
          g_autofree char *start =
              g_utf8_substring (problem->text, 0, MOST_OFFENDING);

          return g_strconcat (start, "…", NULL);
        }
      return g_strdup (problem->text);
    }
}

static void
add_problems (const AtlasReport *self,
              GPtrArray *blocks,
              AtlasNumbering *numbering)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("File"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Line"), 26.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Severity"), 42.0, 0.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Problem"), 0.0, 1.5, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Text"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = self->problems->len,
    .caption = _ ("Errors and warnings"),
    .get_text = get_problem_text,
    .data = self,
  };

  g_ptr_array_add (blocks, atlas_heading_new (2, _ ("Problems")));
  if (spec.n_rows == 0)
    {
      add_paragraph (blocks,
                     _ ("Reading the files found neither errors nor "
                        "warnings."),
                     5.0);
      return;
    }

  spec.number = numbering->table++;
  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 6.0));
}

/* Collects a line for each alias. */
typedef struct
{
  const AtlasReport *report;
  GPtrArray *blocks;
} AliasList;

/* How the report calls the cluster with that key. */
static const char *
find_cluster (const AtlasReport *self, const char *key)
{
  for (guint i = 0; i < self->n_subjects; i++)
    {
      const char *cluster = self->subjects[i].profile->cluster;
      g_autofree char *other =
          cluster != NULL ? atlas_aliases_dup_place_key (self->aliases, cluster)
                          : NULL;

      if (g_strcmp0 (other, key) == 0)
        return cluster;
    }

  return key;
}

static void
add_alias (const AtlasAlias *alias, gpointer user_data)
{
  const AliasList *list = user_data;
  const AtlasFormat *format = &list->report->format;
  g_autofree char *name = atlas_format_name (format, alias->name);
  g_autofree char *target = atlas_format_name (format, alias->target);
  g_autofree char *cluster = NULL;
  g_autofree char *line = NULL;

  if (alias->cluster != NULL)
    {
      cluster = atlas_format_name (format,
                                   find_cluster (list->report, alias->cluster));
      /* Translators: a name, the name it is the same as, the cluster whose
       * organisation it is. */
      line = g_strdup_printf (_ ("“%s” is read as “%s” in %s."), name, target,
                              cluster);
    }
  else
    {
      /* Translators: a name, and the name of the place it is the same as. */
      line = g_strdup_printf (_ ("“%s” is read as “%s”."), name, target);
    }
  add_paragraph (list->blocks, line, 3.0);
}

static void
add_aliases (const AtlasReport *self, GPtrArray *blocks)
{
  AliasList list = { self, blocks };

  g_ptr_array_add (blocks, atlas_heading_new (2, _ ("Names merged")));
  add_paragraph (blocks,
                 _ ("Places are the same where their names differ only in "
                    "dashes, blanks and capitals. Organisations of different "
                    "clusters are never merged."),
                 5.0);
  if (self->aliases == NULL || atlas_aliases_get_n_aliases (self->aliases) == 0)
    {
      add_paragraph (blocks, _ ("No other names were merged."), 4.0);
      return;
    }
  atlas_aliases_foreach (self->aliases, add_alias, &list);
}

/* Where there is nothing to list, both say so side by side. */
static void
add_findings (const AtlasReport *self,
              GPtrArray *blocks,
              AtlasNumbering *numbering)
{
  static const double weights[] = { 1.0, 1.7 };
  GPtrArray *columns[2];

  if (self->problems->len > 0
      || (self->aliases != NULL
          && atlas_aliases_get_n_aliases (self->aliases) > 0))
    {
      add_problems (self, blocks, numbering);
      add_aliases (self, blocks);
      return;
    }

  columns[0] = atlas_blocks_new ();
  columns[1] = atlas_blocks_new ();
  add_problems (self, columns[0], numbering);
  add_aliases (self, columns[1]);
  g_ptr_array_add (blocks,
                   atlas_side_by_side_new (columns, weights, 2, 24.0, 16.0));
}

/* Quantities that follow each other and are computed alike share a row. */
static gboolean
begins_row (guint quantity)
{
  return quantity == 0
         || strcmp (atlas_quantity_get_info (quantity)->formula,
                    atlas_quantity_get_info (quantity - 1)->formula)
                != 0;
}

static guint
count_methods (void)
{
  guint n = 0;

  for (guint i = 0; i < ATLAS_N_QUANTITIES; i++)
    n += begins_row (i) ? 1 : 0;

  return n;
}

static guint
find_method (guint row)
{
  guint i = 0;

  while (row > 0)
    row -= begins_row (++i) ? 1 : 0;

  return i;
}

static char *
get_method_text (gconstpointer data, guint row, guint column)
{
  guint first = find_method (row);
  GString *names = NULL;

  if (column == 1)
    return g_strdup (_ (atlas_quantity_get_info (first)->formula));

  names = g_string_new (NULL);
  for (guint i = first;
       i < ATLAS_N_QUANTITIES && (i == first || !begins_row (i)); i++)
    {
      const AtlasQuantityInfo *info = atlas_quantity_get_info (i);

      if (i > first)
        g_string_append (names, " · ");
      g_string_append (names, _ (info->label));
      if (info->caution != NULL)
        g_string_append (names, " *");
    }

  return g_string_free (names, FALSE);
}

/* What has to be kept in mind of those that are marked, each sentence once. */
static void
add_method_cautions (GPtrArray *blocks)
{
  const char *last = NULL;

  for (guint i = 0; i < ATLAS_N_QUANTITIES; i++)
    {
      const char *caution = atlas_quantity_get_info (i)->caution;
      g_autofree char *line = NULL;

      if (caution == NULL || g_strcmp0 (caution, last) == 0)
        continue;
      line = g_strconcat ("* ", _ (caution), NULL);
      g_ptr_array_add (blocks,
                       atlas_paragraph_new (ATLAS_STYLE_CAPTION, line, 6.0));
      last = caution;
    }
}

static void
add_methods (const AtlasReport *self,
             GPtrArray *blocks,
             AtlasNumbering *numbering)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Estimate"), 0.0, 1.3, FALSE, ATLAS_STYLE_CELL_STRONG },
    { N_ ("How it is computed"), 0.0, 1.9, FALSE, ATLAS_STYLE_UNIT },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = count_methods (),
    .number = numbering->table++,
    .caption = _ ("Methods of the estimates"),
    .get_text = get_method_text,
    .data = self,
  };

  g_ptr_array_add (blocks, atlas_heading_new (2, _ ("How estimates are made")));
  add_paragraph (
      blocks,
      _ ("A printed share is rounded to its last digit, and so is a rate per "
         "million. With its count, every share therefore bounds the "
         "total from both sides; all rows of a table must agree. Totals and "
         "rates bound the number of inhabitants, once from patents and once "
         "from articles. What follows from these is given as an interval "
         "that surely holds the true value, marked by ≈."),
      5.0);
  /* Methods are read together. */
  ((AtlasBlock *) g_ptr_array_index (blocks, blocks->len - 1))->keep_with_next =
      TRUE;
  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 10.0));
  add_method_cautions (blocks);
}

/**
 * atlas_report_build_sources:
 * @self: a report
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_sources (const AtlasReport *self,
                            GPtrArray *blocks,
                            AtlasNumbering *numbering)
{
  g_ptr_array_add (
      blocks, atlas_heading_new (
                  1, atlas_report_section_get_title (ATLAS_SECTION_SOURCES)));
  add_files (self, blocks, numbering);
  add_findings (self, blocks, numbering);
  add_methods (self, blocks, numbering);
}

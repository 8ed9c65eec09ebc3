/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-cluster-private.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"
#include "atlas-strip.h"

#include "atlas-gettext.h"

/* The set on one page. */

#define MOST_PLACES 8

/* What somebody can lead in: the greatest value, or the first rank. */
enum
{
  LEAD_RANK,
  LEAD_INTENSITY,
  LEAD_PATENTS,
  LEAD_ARTICLES,
  LEAD_FIRST_APPLICANT,
  LEAD_FIRST_PUBLISHER,
  LEAD_PATENT_COLLABORATION,
  LEAD_ARTICLE_COLLABORATION,
  N_LEADS,
};

static const struct
{
  const char *label;
  gboolean percent;
  gboolean least;
} leads[N_LEADS] = {
  [LEAD_RANK] = { N_ ("Largest cluster (world rank)"), FALSE, TRUE },
  [LEAD_INTENSITY] = { N_ ("Most intensive cluster (world rank)"), FALSE,
                       TRUE },
  [LEAD_PATENTS] = { N_ ("Most PCT applications per million inhabitants"),
                     FALSE, FALSE },
  [LEAD_ARTICLES] = { N_ ("Most scientific articles per million inhabitants"),
                      FALSE, FALSE },
  [LEAD_FIRST_APPLICANT] = { N_ ("Greatest share of one applicant"), TRUE,
                             FALSE },
  [LEAD_FIRST_PUBLISHER] = { N_ ("Greatest share of one publishing "
                                 "organisation"),
                             TRUE, FALSE },
  [LEAD_PATENT_COLLABORATION] = { N_ ("Most patents filed in collaboration"),
                                  TRUE, FALSE },
  [LEAD_ARTICLE_COLLABORATION] = { N_ ("Most articles published in "
                                       "collaboration"),
                                   TRUE, FALSE },
};

static const AtlasNumber missing = ATLAS_NUMBER_INIT;

static const AtlasNumber *
get_first_share (const AtlasProfile *profile, AtlasKind kind)
{
  return profile->n_entries[kind] > 0 ? &profile->entries[kind][0].share
                                      : &missing;
}

static const AtlasNumber *
get_lead_value (const AtlasProfile *profile, guint lead)
{
  switch (lead)
    {
    case LEAD_RANK:
      return &profile->rank;
    case LEAD_INTENSITY:
      return &profile->intensity_rank;
    case LEAD_PATENTS:
      return &profile->per_million[ATLAS_PATENTS];
    case LEAD_ARTICLES:
      return &profile->per_million[ATLAS_ARTICLES];
    case LEAD_FIRST_APPLICANT:
      return get_first_share (profile, ATLAS_PATENTS);
    case LEAD_FIRST_PUBLISHER:
      return get_first_share (profile, ATLAS_ARTICLES);
    case LEAD_PATENT_COLLABORATION:
      return &profile->collaboration[ATLAS_PATENTS];
    case LEAD_ARTICLE_COLLABORATION:
      return &profile->collaboration[ATLAS_ARTICLES];
    default:
      g_return_val_if_reached (&missing);
    }
}

/* The subject that leads, or NULL where no profile gives the value. */
static const AtlasSubject *
find_leader (const AtlasReport *self, guint lead)
{
  const AtlasSubject *best = NULL;

  for (guint i = 0; i < self->n_subjects; i++)
    {
      const AtlasSubject *subject = &self->subjects[self->by_rank[i]];
      const AtlasNumber *value = get_lead_value (subject->profile, lead);
      const AtlasNumber *top;

      if (!atlas_number_is_given (value))
        continue;
      if (best == NULL)
        {
          best = subject;
          continue;
        }
      top = get_lead_value (best->profile, lead);
      if (leads[lead].least ? value->value < top->value
                            : value->value > top->value)
        best = subject;
    }

  return best;
}

static char *
get_lead_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasSubject *leader = find_leader (self, row);

  if (column == 0)
    return g_strdup (_ (leads[row].label));
  if (leader == NULL)
    return NULL;
  if (column == 1)
    return g_strdup (atlas_subject_get_cluster (leader));
  if (column == 2)
    return atlas_subject_dup_edition (leader);
  return leads[row].percent
             ? atlas_report_dup_share (self,
                                       get_lead_value (leader->profile, row))
             : atlas_report_dup_number (self,
                                        get_lead_value (leader->profile, row));
}

static void
add_leaders (const AtlasReport *self, GPtrArray *blocks)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Measure"), 0.0, 1.5, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Cluster"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL_STRONG },
    { N_ ("Edition"), 40.0, 0.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Value"), 50.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = N_LEADS,
    .get_text = get_lead_text,
    .data = self,
  };

  g_ptr_array_add (blocks, atlas_heading_new (2, _ ("Who leads")));
  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 6.0));
}

static char *
get_place_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasPlace *place =
      &atlas_network_get_places (self->network, NULL)[self->places[row]];

  switch (column)
    {
    case 0:
      return g_strdup (place->label);
    case 1:
      return g_strdup (place->economy);
    case 2:
      /* Translators: "named by k of n" clusters. */
      return g_strdup_printf (_ ("%u of %u"), place->named_by_any, place->of_n);
    case 3:
      return g_strdup_printf ("%u", place->named_by[ATLAS_PATENTS]);
    default:
      return g_strdup_printf ("%u", place->named_by[ATLAS_ARTICLES]);
    }
}

static void
add_places (const AtlasReport *self, GPtrArray *blocks)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Partner"), 0.0, 1.5, FALSE, ATLAS_STYLE_CELL_STRONG },
    { N_ ("Economy"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Named by"), 50.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("For patents"), 50.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("For articles"), 50.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  };
  const AtlasPlace *places = atlas_network_get_places (self->network, NULL);
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .get_text = get_place_text,
    .data = self,
  };

  while (spec.n_rows < MIN (self->n_places, MOST_PLACES)
         && places[self->places[spec.n_rows]].named_by_any > 0)
    spec.n_rows++;
  if (spec.n_rows == 0)
    return;

  g_ptr_array_add (blocks, atlas_heading_new (2, _ ("Most named partners")));
  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 6.0));
}

static void
add_strip (const AtlasReport *self, GPtrArray *blocks)
{
  AtlasStrip *strip = atlas_strip_new (ATLAS_STYLE_VALUE, 14.0);
  AtlasNetworkSummary summary;
  g_autofree char *profiles =
      atlas_format_value (&self->format, self->n_subjects, 0);
  g_autofree char *places = NULL;
  g_autofree char *links = NULL;
  g_autofree char *mutual = NULL;

  atlas_network_summarise (self->network, &summary);
  places = atlas_format_value (&self->format, summary.n_places, 0);
  links = atlas_format_value (
      &self->format,
      summary.n_links[ATLAS_PATENTS] + summary.n_links[ATLAS_ARTICLES], 0);
  mutual = atlas_format_value (
      &self->format, summary.n_pairs_answer[ATLAS_LINK_MUTUAL] / 2, 0);

  atlas_strip_add (strip, _ ("Profiles"), profiles,
                   *self->editions != '\0' ? self->editions : NULL);
  atlas_strip_add (strip, _ ("Places"), places,
                   _ ("reported on, or named as partner"));
  atlas_strip_add (strip, _ ("Links"), links,
                   _ ("for patents and for articles"));
  atlas_strip_add (strip, _ ("Mutual pairs"), mutual,
                   _ ("both name each other"));
  g_ptr_array_add (blocks, strip);
}

static void
add_cautions (const AtlasReport *self, GPtrArray *blocks)
{
  static const char *const cautions[] = {
    N_ ("Totals, inhabitants and concentration are estimates: intervals that "
        "follow from printed, rounded values. Nothing inside an interval is "
        "more likely than the rest."),
    N_ ("An article counts for every organisation of its authors, so the "
        "shares of publishing organisations can overlap: together they are "
        "at most what their sum says."),
    N_ ("A profile names at most three partners for patents and three for "
        "articles, and no number for each. A link that is missing from a "
        "cluster outside this report is not known, not absent."),
    N_ ("A profile prints the economy of its own cluster only. Those of "
        "partners outside this report come from a list of known places."),
  };

  g_ptr_array_add (blocks, atlas_heading_new (2, _ ("Cautions")));
  for (guint i = 0; i < G_N_ELEMENTS (cautions); i++)
    g_ptr_array_add (blocks,
                     atlas_paragraph_new (ATLAS_STYLE_BODY, _ (cautions[i]),
                                          i == 0 ? 6.0 : 5.0));
  if (self->n_errors + self->n_warnings > 0)
    {
      guint n = self->n_errors + self->n_warnings;
      g_autofree char *problems = g_strdup_printf (
          ngettext ("Reading the files found %u problem; the section on "
                    "sources lists it.",
                    "Reading the files found %u problems; the section on "
                    "sources lists them.",
                    n),
          n);

      g_ptr_array_add (blocks,
                       atlas_paragraph_new (ATLAS_STYLE_STRONG, problems, 5.0));
    }
}

/* Names that are a text by themselves make a column higher than a page. */
static gboolean
has_long_names (const AtlasReport *self)
{
  const AtlasPlace *places = atlas_network_get_places (self->network, NULL);

  for (guint i = 0; i < self->n_places; i++)
    if (g_utf8_strlen (places[self->places[i]].label, -1)
        > ATLAS_CLUSTER_LONG_NAME)
      return TRUE;

  return FALSE;
}

/**
 * atlas_report_build_summary:
 * @self: a report
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_summary (const AtlasReport *self,
                            GPtrArray *blocks,
                            AtlasNumbering *numbering)
{
  static const double weights[] = { 1.0, 1.0 };

  g_ptr_array_add (
      blocks, atlas_heading_new (
                  1, atlas_report_section_get_title (ATLAS_SECTION_SUMMARY)));
  add_strip (self, blocks);
  if (atlas_report_is_landscape (self, ATLAS_SECTION_SUMMARY)
      && !has_long_names (self))
    {
      GPtrArray *columns[2] = { atlas_blocks_new (), atlas_blocks_new () };

      add_leaders (self, columns[0]);
      add_places (self, columns[1]);
      g_ptr_array_add (
          blocks, atlas_side_by_side_new (columns, weights, 2, 24.0, 16.0));
    }
  else
    {
      add_leaders (self, blocks);
      add_places (self, blocks);
    }
  add_cautions (self, blocks);
  for (guint i = 0; i < blocks->len; i++)
    {
      AtlasBlock *block = g_ptr_array_index (blocks, i);

      block->loosen = block->keep_with_next ? 22.0 : 3.0;
    }
}

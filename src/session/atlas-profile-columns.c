/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-columns-private.h"
#include "atlas-document.h"
#include "atlas-estimates.h"

static void
get_cluster (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_text (value, profile->cluster, profile->cluster_line);
}

static void
get_economy (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_text (value, profile->economy, profile->economy_line);
}

static void
get_edition (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->edition);
}

static void
get_rank (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->rank);
}

static void
get_national_rank (const AtlasRowData *row,
                   const AtlasAliases *aliases,
                   AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->national_rank);
  value->of = profile->national_clusters;
}

static void
get_intensity_rank (const AtlasRowData *row,
                    const AtlasAliases *aliases,
                    AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->intensity_rank);
}

static void
get_pct_rate (const AtlasRowData *row,
              const AtlasAliases *aliases,
              AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->per_million[ATLAS_PATENTS]);
}

static void
get_article_rate (const AtlasRowData *row,
                  const AtlasAliases *aliases,
                  AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->per_million[ATLAS_ARTICLES]);
}

static void
get_first_name (const AtlasProfile *profile,
                AtlasKind kind,
                const AtlasAliases *aliases,
                AtlasValue *value)
{
  const AtlasEntry *entry = profile->entries[kind];

  if (profile->n_entries[kind] == 0 || entry->name == NULL)
    return;

  value->text = entry->name;
  value->line = entry->line;
  atlas_value_apply_alias (value, profile, aliases);
}

static void
get_applicant (const AtlasRowData *row,
               const AtlasAliases *aliases,
               AtlasValue *value)
{
  get_first_name (row->item, ATLAS_PATENTS, aliases, value);
}

static void
get_publisher (const AtlasRowData *row,
               const AtlasAliases *aliases,
               AtlasValue *value)
{
  get_first_name (row->item, ATLAS_ARTICLES, aliases, value);
}

static void
get_applicant_share (const AtlasRowData *row,
                     const AtlasAliases *aliases,
                     AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  if (profile->n_entries[ATLAS_PATENTS] > 0)
    atlas_value_set_number (value, &profile->entries[ATLAS_PATENTS]->share);
}

static void
get_publisher_share (const AtlasRowData *row,
                     const AtlasAliases *aliases,
                     AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  if (profile->n_entries[ATLAS_ARTICLES] > 0)
    atlas_value_set_number (value, &profile->entries[ATLAS_ARTICLES]->share);
}

static void
get_patent_collaboration (const AtlasRowData *row,
                          const AtlasAliases *aliases,
                          AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->collaboration[ATLAS_PATENTS]);
}

static void
get_article_collaboration (const AtlasRowData *row,
                           const AtlasAliases *aliases,
                           AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_number (value, &profile->collaboration[ATLAS_ARTICLES]);
}

static void
get_patents_total (const AtlasRowData *row,
                   const AtlasAliases *aliases,
                   AtlasValue *value)
{
  AtlasEstimates estimates;

  atlas_estimates_compute (row->item, &estimates);
  value->interval = estimates.total_joint[ATLAS_PATENTS];
}

static void
get_articles_total (const AtlasRowData *row,
                    const AtlasAliases *aliases,
                    AtlasValue *value)
{
  AtlasEstimates estimates;

  atlas_estimates_compute (row->item, &estimates);
  value->interval = estimates.total_joint[ATLAS_ARTICLES];
}

static void
get_population (const AtlasRowData *row,
                const AtlasAliases *aliases,
                AtlasValue *value)
{
  AtlasEstimates estimates;

  atlas_estimates_compute (row->item, &estimates);
  value->interval = estimates.population;
}

static void
get_patents_cr3 (const AtlasRowData *row,
                 const AtlasAliases *aliases,
                 AtlasValue *value)
{
  AtlasEstimates estimates;

  atlas_estimates_compute (row->item, &estimates);
  value->interval = estimates.cr3[ATLAS_PATENTS];
}

static void
get_articles_cr3 (const AtlasRowData *row,
                  const AtlasAliases *aliases,
                  AtlasValue *value)
{
  AtlasEstimates estimates;

  atlas_estimates_compute (row->item, &estimates);
  value->interval = estimates.cr3[ATLAS_ARTICLES];
}

static void
get_ratio (const AtlasRowData *row,
           const AtlasAliases *aliases,
           AtlasValue *value)
{
  AtlasEstimates estimates;

  atlas_estimates_compute (row->item, &estimates);
  value->interval = estimates.patents_per_1000_articles;
}

static void
get_n_problems (const AtlasRowData *row,
                const AtlasAliases *aliases,
                AtlasValue *value)
{
  AtlasDocument *document = atlas_row_data_get_document (row);

  atlas_value_set_count (value, atlas_document_get_n_problems (document));
}

static void
get_source (const AtlasRowData *row,
            const AtlasAliases *aliases,
            AtlasValue *value)
{
  const AtlasProfile *profile = row->item;

  atlas_value_set_text (value, profile->source, profile->first_line);
}

static const AtlasColumn columns[] = {
  { "cluster", N_ ("Cluster"), N_ ("The cluster, as its profile names it"),
    ATLAS_COLUMN_TEXT, 22, TRUE, FALSE, NULL, get_cluster },
  { "economy", N_ ("Economy"), N_ ("The economy that the cluster lies in"),
    ATLAS_COLUMN_TEXT, 14, TRUE, FALSE, NULL, get_economy },
  { "edition", N_ ("Edition"), N_ ("The year of the index"), ATLAS_COLUMN_YEAR,
    8, TRUE, FALSE, NULL, get_edition },
  { "rank", N_ ("World rank"), N_ ("Rank by size among all clusters"),
    ATLAS_COLUMN_RANK, 10, TRUE, FALSE, NULL, get_rank },
  { "national_rank", N_ ("National rank"),
    N_ ("Rank by size among the clusters of the economy"), ATLAS_COLUMN_RANK,
    13, TRUE, FALSE, "national_clusters", get_national_rank },
  { "intensity_rank", N_ ("Intensity rank"),
    N_ ("Rank relative to the population"), ATLAS_COLUMN_RANK, 13, TRUE, FALSE,
    NULL, get_intensity_rank },
  { "pct_per_million", N_ ("PCT per million"),
    N_ ("PCT patent applications for each million inhabitants, five years"),
    ATLAS_COLUMN_NUMBER, 14, TRUE, FALSE, NULL, get_pct_rate },
  { "articles_per_million", N_ ("Articles per million"),
    N_ ("Scientific articles for each million inhabitants, five years"),
    ATLAS_COLUMN_NUMBER, 17, TRUE, FALSE, NULL, get_article_rate },
  { "applicants.1.name", N_ ("Top applicant"),
    N_ ("The organisation with the most PCT applications"), ATLAS_COLUMN_TEXT,
    26, TRUE, FALSE, NULL, get_applicant },
  { "applicants.1.share", N_ ("Share of patents"),
    N_ ("Share of the top applicant in the PCT applications of the cluster"),
    ATLAS_COLUMN_SHARE, 14, TRUE, FALSE, NULL, get_applicant_share },
  { "publishers.1.name", N_ ("Top publisher"),
    N_ ("The organisation with the most scientific articles"),
    ATLAS_COLUMN_TEXT, 26, TRUE, FALSE, NULL, get_publisher },
  { "publishers.1.share", N_ ("Share of articles"),
    N_ ("Share of the top publisher in the articles of the cluster"),
    ATLAS_COLUMN_SHARE, 14, TRUE, FALSE, NULL, get_publisher_share },
  { "patent_collaboration.share", N_ ("Patent collaboration"),
    N_ ("Share of the PCT applications filed with other inventors"),
    ATLAS_COLUMN_SHARE, 17, TRUE, FALSE, NULL, get_patent_collaboration },
  { "article_collaboration.share", N_ ("Article collaboration"),
    N_ ("Share of the articles published with other organisations"),
    ATLAS_COLUMN_SHARE, 17, TRUE, FALSE, NULL, get_article_collaboration },
  { "estimates.patents_total_joint", N_ ("Patents (estimate)"),
    N_ ("PCT applications of five years, estimated from counts, shares and "
        "rates"),
    ATLAS_COLUMN_INTERVAL, 18, FALSE, TRUE, NULL, get_patents_total },
  { "estimates.articles_total_joint", N_ ("Articles (estimate)"),
    N_ ("Articles of five years, estimated from counts, shares and rates"),
    ATLAS_COLUMN_INTERVAL, 18, FALSE, TRUE, NULL, get_articles_total },
  { "estimates.population", N_ ("Population (estimate)"),
    N_ ("Inhabitants, estimated from totals and rates"), ATLAS_COLUMN_INTERVAL,
    20, FALSE, TRUE, NULL, get_population },
  { "estimates.patents_cr3", N_ ("Top three, patents (estimate)"),
    N_ ("Percent of the PCT applications by the first three applicants"),
    ATLAS_COLUMN_INTERVAL, 22, FALSE, FALSE, NULL, get_patents_cr3 },
  { "estimates.articles_cr3", N_ ("Top three, articles (estimate)"),
    N_ ("Percent of the articles by the first three publishers, at most"),
    ATLAS_COLUMN_INTERVAL, 22, FALSE, FALSE, NULL, get_articles_cr3 },
  { "estimates.patents_per_1000_articles",
    N_ ("Patents per 1,000 articles (estimate)"),
    N_ ("PCT applications for each thousand articles"), ATLAS_COLUMN_INTERVAL,
    24, FALSE, FALSE, NULL, get_ratio },
  { "problems", N_ ("Problems"), N_ ("Problems found in the profile"),
    ATLAS_COLUMN_NUMBER, 9, FALSE, TRUE, NULL, get_n_problems },
  { "source", N_ ("File"), N_ ("The file that the profile was read from"),
    ATLAS_COLUMN_TEXT, 24, FALSE, FALSE, NULL, get_source },
};

/**
 * atlas_profile_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none): the columns of the profiles table
 */
const AtlasColumn *
atlas_profile_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

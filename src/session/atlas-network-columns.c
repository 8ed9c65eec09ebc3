/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-columns-private.h"
#include "atlas-document.h"
#include "atlas-network.h"

static const AtlasProfile *
get_profile (const AtlasRowData *row)
{
  return atlas_document_get_profile (atlas_row_data_get_document (row));
}

static void
get_link_source (const AtlasRowData *row,
                 const AtlasAliases *aliases,
                 AtlasValue *value)
{
  const AtlasProfile *profile = get_profile (row);

  atlas_value_set_text (value, profile->cluster, profile->cluster_line);
}

static void
get_link_target (const AtlasRowData *row,
                 const AtlasAliases *aliases,
                 AtlasValue *value)
{
  const AtlasPartner *partner = row->item;

  atlas_value_set_text (value, partner->name, partner->line);
}

static void
get_link_kind (const AtlasRowData *row,
               const AtlasAliases *aliases,
               AtlasValue *value)
{
  value->text = row->kind == ATLAS_PATENTS ? _ ("Patents") : _ ("Articles");
  value->word = row->kind == ATLAS_PATENTS ? "patents" : "articles";
}

static void
get_link_order (const AtlasRowData *row,
                const AtlasAliases *aliases,
                AtlasValue *value)
{
  const AtlasPartner *partner = row->item;

  atlas_value_set_count (value, partner->order);
  value->line = partner->line;
}

static void
get_link_answer (const AtlasRowData *row,
                 const AtlasAliases *aliases,
                 AtlasValue *value)
{
  /* Mark 0: nothing is said of the row yet. */
  static const struct
  {
    const char *text;
    const char *word;
  } answers[] = {
    { NULL, NULL },
    [1 + ATLAS_LINK_UNKNOWN] = { N_ ("Not known"), "" },
    [1 + ATLAS_LINK_ONE_WAY] = { N_ ("One-way"), "false" },
    [1 + ATLAS_LINK_MUTUAL] = { N_ ("Mutual"), "true" },
  };

  if (row->mark == 0 || row->mark >= G_N_ELEMENTS (answers))
    return;

  value->text = _ (answers[row->mark].text);
  value->word = answers[row->mark].word;
}

static void
get_link_economy (const AtlasRowData *row,
                  const AtlasAliases *aliases,
                  AtlasValue *value)
{
  const AtlasProfile *profile = get_profile (row);

  atlas_value_set_text (value, profile->economy, profile->economy_line);
}

static void
get_link_edition (const AtlasRowData *row,
                  const AtlasAliases *aliases,
                  AtlasValue *value)
{
  atlas_value_set_number (value, &get_profile (row)->edition);
}

static void
get_link_share (const AtlasRowData *row,
                const AtlasAliases *aliases,
                AtlasValue *value)
{
  atlas_value_set_number (value, &get_profile (row)->collaboration[row->kind]);
}

static void
get_link_file (const AtlasRowData *row,
               const AtlasAliases *aliases,
               AtlasValue *value)
{
  const AtlasPartner *partner = row->item;

  atlas_value_set_text (value, get_profile (row)->source, partner->line);
}

static const AtlasColumn link_columns[] = {
  { "source", N_ ("Cluster"), N_ ("The cluster that names the partner"),
    ATLAS_COLUMN_TEXT, 26, TRUE, FALSE, NULL, get_link_source },
  { "target", N_ ("Names"), N_ ("The place named as a partner"),
    ATLAS_COLUMN_TEXT, 30, TRUE, FALSE, NULL, get_link_target },
  { "kind", N_ ("Kind"), N_ ("Whether named for patents or for articles"),
    ATLAS_COLUMN_TEXT, 10, TRUE, FALSE, NULL, get_link_kind },
  { "order", N_ ("Order"), N_ ("1 for the partner named first"),
    ATLAS_COLUMN_RANK, 8, TRUE, FALSE, NULL, get_link_order },
  { "mutual", N_ ("Answered"),
    N_ ("Whether the place named names the cluster too, for the same kind; not "
        "known where its profile is not open"),
    ATLAS_COLUMN_TEXT, 11, TRUE, FALSE, NULL, get_link_answer },
  { "economy", N_ ("Economy"), N_ ("The economy that the cluster lies in"),
    ATLAS_COLUMN_TEXT, 14, TRUE, FALSE, NULL, get_link_economy },
  { "edition", N_ ("Edition"), N_ ("The year of the index"), ATLAS_COLUMN_YEAR,
    8, TRUE, FALSE, NULL, get_link_edition },
  { "share", N_ ("Collaboration"),
    N_ ("Share made in collaboration with anyone; none is given for a partner "
        "alone"),
    ATLAS_COLUMN_SHARE, 14, FALSE, FALSE, NULL, get_link_share },
  { "file", N_ ("File"), N_ ("The file that the link was read from"),
    ATLAS_COLUMN_TEXT, 24, FALSE, FALSE, NULL, get_link_file },
};

static void
get_label (const AtlasRowData *row,
           const AtlasAliases *aliases,
           AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  value->text = place->label;
}

static void
get_economy (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  value->text = place->economy;
}

static void
get_loaded (const AtlasRowData *row,
            const AtlasAliases *aliases,
            AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  value->text = place->loaded ? _ ("Loaded") : _ ("Named only");
  value->word = place->loaded ? "true" : "false";
}

static void
get_named_by (const AtlasRowData *row,
              const AtlasAliases *aliases,
              AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  atlas_value_set_count (value, place->named_by_any);
  value->of.value = place->of_n;
  value->of.state = ATLAS_NUMBER_GIVEN;
}

static void
get_named_by_patents (const AtlasRowData *row,
                      const AtlasAliases *aliases,
                      AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  atlas_value_set_count (value, place->named_by[ATLAS_PATENTS]);
}

static void
get_named_by_articles (const AtlasRowData *row,
                       const AtlasAliases *aliases,
                       AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  atlas_value_set_count (value, place->named_by[ATLAS_ARTICLES]);
}

static void
get_degree (const AtlasRowData *row,
            const AtlasAliases *aliases,
            AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  atlas_value_set_count (value, place->degree);
}

static void
get_borda (const AtlasRowData *row,
           const AtlasAliases *aliases,
           AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  atlas_value_set_count (value, place->borda);
}

static void
set_measure (AtlasValue *value, double measure, guint8 decimals)
{
  atlas_value_set_count (value, measure);
  value->number.decimals = decimals;
}

static void
get_betweenness (const AtlasRowData *row,
                 const AtlasAliases *aliases,
                 AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  set_measure (value, place->betweenness, 1);
}

static void
get_page_rank (const AtlasRowData *row,
               const AtlasAliases *aliases,
               AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  set_measure (value, place->page_rank, 4);
}

static void
get_community (const AtlasRowData *row,
               const AtlasAliases *aliases,
               AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  atlas_value_set_count (value, place->community + 1);
}

static void
get_reciprocity (const AtlasRowData *row,
                 const AtlasAliases *aliases,
                 AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  set_measure (value, place->reciprocity * 100.0, 0);
}

static void
get_cross_border (const AtlasRowData *row,
                  const AtlasAliases *aliases,
                  AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  set_measure (value, place->cross_border * 100.0, 0);
}

static void
get_participation (const AtlasRowData *row,
                   const AtlasAliases *aliases,
                   AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  set_measure (value, place->participation, 2);
}

static void
get_jaccard (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasPlace *place = row->item;

  set_measure (value, place->jaccard, 2);
}

static const AtlasColumn place_columns[] = {
  { "label", N_ ("Place"), N_ ("A cluster, loaded or only named"),
    ATLAS_COLUMN_TEXT, 32, TRUE, FALSE, NULL, get_label },
  { "economy", N_ ("Economy"), N_ ("Known of loaded places only"),
    ATLAS_COLUMN_TEXT, 16, TRUE, FALSE, NULL, get_economy },
  { "loaded", N_ ("Profile"), N_ ("Whether the profile of the place is open"),
    ATLAS_COLUMN_TEXT, 12, TRUE, FALSE, NULL, get_loaded },
  { "named_by", N_ ("Named by"),
    N_ ("How many of the other loaded clusters name it"), ATLAS_COLUMN_RANK, 10,
    TRUE, FALSE, "named_by_of", get_named_by },
  { "named_by_patents", N_ ("For patents"), N_ ("How many name it for patents"),
    ATLAS_COLUMN_NUMBER, 11, TRUE, FALSE, NULL, get_named_by_patents },
  { "named_by_articles", N_ ("For articles"),
    N_ ("How many name it for articles"), ATLAS_COLUMN_NUMBER, 11, TRUE, FALSE,
    NULL, get_named_by_articles },
  { "degree", N_ ("Neighbours"),
    N_ ("Distinct places it is linked with, either way"), ATLAS_COLUMN_NUMBER,
    11, TRUE, FALSE, NULL, get_degree },
  { "borda", N_ ("Borda points"),
    N_ ("3 for a first, 2 for a second, 1 for a third place"),
    ATLAS_COLUMN_NUMBER, 12, TRUE, TRUE, NULL, get_borda },
  { "betweenness", N_ ("Betweenness"),
    N_ ("Shortest paths that lead through it; with care: links of profiles "
        "that are not open are missing"),
    ATLAS_COLUMN_NUMBER, 12, TRUE, FALSE, NULL, get_betweenness },
  { "page_rank", N_ ("PageRank"), N_ ("PageRank with a damping of 0.85"),
    ATLAS_COLUMN_NUMBER, 11, FALSE, FALSE, NULL, get_page_rank },
  { "community", N_ ("Community"),
    N_ ("Number of the group of places that name each other"),
    ATLAS_COLUMN_RANK, 11, FALSE, FALSE, NULL, get_community },
  { "reciprocity", N_ ("Answered links"),
    N_ ("Percent of its links that are answered, where that is known"),
    ATLAS_COLUMN_SHARE, 14, FALSE, FALSE, NULL, get_reciprocity },
  { "cross_border", N_ ("Cross-border links"),
    N_ ("Percent of its links to another economy, where that is known"),
    ATLAS_COLUMN_SHARE, 16, FALSE, FALSE, NULL, get_cross_border },
  { "participation", N_ ("Participation"),
    N_ ("How evenly its links reach the communities, 0 to 1"),
    ATLAS_COLUMN_NUMBER, 12, FALSE, FALSE, NULL, get_participation },
  { "jaccard", N_ ("Likeness of partners"),
    N_ ("How alike its partners for patents and for articles are, 0 to 1"),
    ATLAS_COLUMN_NUMBER, 17, FALSE, FALSE, NULL, get_jaccard },
};

/**
 * atlas_link_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none): the columns of the links table
 */
const AtlasColumn *
atlas_link_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (link_columns);
  return link_columns;
}

/**
 * atlas_place_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none): the columns of the places table
 */
const AtlasColumn *
atlas_place_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (place_columns);
  return place_columns;
}

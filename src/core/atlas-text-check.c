/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include "atlas-fold.h"

/* What the values of one profile say about each other. */

/* A table names at least so many, unless its heading announces another
 * number. */
#define USUAL_ROWS 3

/* What is said when a part is missing; rates are part of the sentence. */
static const char *const missing_places[ATLAS_N_PLACES] = {
  [ATLAS_PLACE_TITLE] = N_ ("The title is missing: expected “Global "
                            "Innovation Index” and the year."),
  [ATLAS_PLACE_SENTENCE] =
      N_ ("The first sentence is missing: expected one such as “Shenyang is "
          "the seventeenth-ranked cluster, out of 26 Chinese clusters, …”."),
  [ATLAS_PLACE_RANK] = N_ ("The world rank is missing: expected a line such "
                           "as “61st largest science and technology "
                           "cluster in 2024”."),
  [ATLAS_PLACE_INTENSITY] =
      N_ ("The rank by intensity is missing: expected a line such as “89th "
          "S&T cluster by intensity (relative to population density) in "
          "2024”."),
  [ATLAS_PLACE_APPLICANTS] = N_ ("The table of applicants is missing: "
                                 "expected the heading “Top PCT "
                                 "applicants”."),
  [ATLAS_PLACE_PUBLISHERS] =
      N_ ("The table of publishers is missing: expected the heading “Top "
          "publishing organizations”."),
  [ATLAS_PLACE_FIELDS] = N_ ("The section of technology fields is missing: "
                             "expected the heading “Top technology fields "
                             "in …”."),
  [ATLAS_PLACE_PATENT_PARTNERS] =
      N_ ("The sentence on patents filed in collaboration is missing."),
  [ATLAS_PLACE_ARTICLE_PARTNERS] =
      N_ ("The sentence on articles published in collaboration is missing."),
};

/* What the first sentence should say. */
static const struct
{
  AtlasTextSlot slot;
  const char *sentence;
} missing_values[] = {
  { ATLAS_SLOT_NATIONAL_CLUSTERS,
    N_ ("The first sentence does not say out of how many clusters of the "
        "economy: expected “out of 26 Chinese clusters”.") },
  { ATLAS_SLOT_TOP,
    N_ ("The first sentence does not say how many clusters are ranked: "
        "expected “within the top 100 S&T clusters”.") },
  { ATLAS_SLOT_PATENTS_PER_MILLION,
    N_ ("The first sentence does not say how many applications were filed: "
        "expected “It filed 110 PCT applications”.") },
  { ATLAS_SLOT_ARTICLES_PER_MILLION,
    N_ ("The first sentence does not say how many articles were published: "
        "expected “published 5,883 scientific articles”.") },
};

static guint32
get_whole_line (const AtlasTextParser *self)
{
  return self->n_parts > 0 ? self->part.first_line : 0;
}

static void
check_places (AtlasTextParser *self)
{
  const AtlasTextPart *part = &self->part;
  guint i;

  for (i = 0; i < ATLAS_N_PLACES; i++)
    {
      if (!atlas_text_part_has (part, (AtlasTextPlace) i)
          && missing_places[i] != NULL)
        ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_MISSING_SECTION,
                           get_whole_line (self), ATLAS_SPAN_EMPTY,
                           missing_places[i]);
    }

  if (!atlas_text_part_has (part, ATLAS_PLACE_SENTENCE))
    return;

  for (i = 0; i < G_N_ELEMENTS (missing_values); i++)
    {
      if (part->numbers[missing_values[i].slot].line == 0)
        ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_MISSING_SECTION,
                           part->lines[ATLAS_PLACE_SENTENCE], ATLAS_SPAN_EMPTY,
                           missing_values[i].sentence);
    }
  if (part->demonym_line == 0)
    ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_MISSING_SECTION,
                       part->lines[ATLAS_PLACE_SENTENCE], ATLAS_SPAN_EMPTY,
                       N_ ("The first sentence does not say clusters of "
                           "where: expected “out of 26 Chinese clusters”."));
}

/* Leaves out a rank that is above the number of those ranked. */
static void
check_rank (AtlasTextParser *self, AtlasTextSlot slot, AtlasTextSlot total)
{
  AtlasNumber *rank = &self->part.numbers[slot];
  const AtlasNumber *of = &self->part.numbers[total];
  g_autofree char *rank_text = NULL;
  g_autofree char *total_text = NULL;

  if (!atlas_number_is_given (rank) || !atlas_number_is_given (of)
      || rank->value <= of->value)
    return;

  rank_text = atlas_number_to_string (rank);
  total_text = atlas_number_to_string (of);
  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BAD_RANK, rank->line,
                     atlas_span_from_string (rank_text),
                     N_ ("Rank {0} is above the number of clusters ranked, "
                         "{1}; it was left out."),
                     rank_text, total_text);
  rank->state = ATLAS_NUMBER_DAMAGED;
}

static void
check_total (AtlasTextParser *self, AtlasTextSlot slot)
{
  AtlasNumber *total = &self->part.numbers[slot];

  if (!atlas_number_is_given (total) || total->value > 0)
    return;

  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BAD_NUMBER, total->line,
                     atlas_span_from_string ("0"),
                     N_ ("“0” clusters cannot be: expected at least 1."));
  total->state = ATLAS_NUMBER_DAMAGED;
}

/* All places must tell the same name. */
static void
check_names (AtlasTextParser *self)
{
  const AtlasTextPart *part = &self->part;
  g_autofree char *cluster = NULL;
  guint i;

  for (i = 0; i < ATLAS_N_PLACES; i++)
    {
      AtlasSpan name = part->names[i];

      if (atlas_span_is_empty (name)
          || atlas_span_equal_place (name, part->cluster))
        continue;

      if (cluster == NULL)
        cluster =
            g_strndup (part->cluster.start, atlas_span_length (part->cluster));
      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_NAME_MISMATCH, part->name_lines[i],
                         name,
                         N_ ("The cluster has another name here: expected "
                             "“{0}”."),
                         cluster);
    }
}

static void
report_repeated (AtlasTextParser *self, const AtlasTextRow *row)
{
  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_REPEATED_NAME, row->line, row->name,
                     N_ ("The same name is here twice: expected each one "
                         "once."));
}

/* The same for more rows than any profile has: time must not grow with their
 * square. */
static void
check_repeated_many (AtlasTextParser *self, const AtlasTextRows *rows)
{
  g_autoptr (GHashTable) keys =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < rows->n; i++)
    {
      AtlasSpan name = rows->rows[i].name;
      g_autofree char *text = NULL;

      if (atlas_span_is_empty (name))
        continue;
      text = g_strndup (name.start, atlas_span_length (name));
      if (!g_hash_table_add (keys, atlas_fold_place (text)))
        report_repeated (self, &rows->rows[i]);
    }
}

/* Reports names that are there twice. */
static void
check_repeated (AtlasTextParser *self, const AtlasTextRows *rows)
{
  guint i, k;

  if (rows->n > ATLAS_PART_N_ROWS)
    {
      check_repeated_many (self, rows);
      return;
    }

  for (i = 1; i < rows->n; i++)
    {
      AtlasSpan name = rows->rows[i].name;

      for (k = 0; k < i && !atlas_span_is_empty (name); k++)
        {
          if (atlas_span_is_empty (rows->rows[k].name)
              || !atlas_span_equal_place (rows->rows[k].name, name))
            continue;
          report_repeated (self, &rows->rows[i]);
          break;
        }
    }
}

static void
check_order (AtlasTextParser *self, const AtlasTextRows *rows)
{
  guint i;

  for (i = 0; i < rows->n; i++)
    {
      const AtlasTextRow *row = &rows->rows[i];

      if (atlas_number_is_given (&row->rank)
          && (guint) row->rank.value != i + 1)
        {
          ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_ROW_ORDER, row->line,
                             row->name,
                             N_ ("The ranks of the rows are not 1, 2, 3 and "
                                 "so on."));
          break;
        }
    }

  for (i = 1; i < rows->n; i++)
    {
      const AtlasTextRow *row = &rows->rows[i];

      if (atlas_number_is_given (&row[-1].count)
          && atlas_number_is_given (&row->count)
          && row->count.value > row[-1].count.value)
        {
          ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_ROW_ORDER, row->line,
                             row->name,
                             N_ ("The rows are not in falling order: this "
                                 "count is above the one before."));
          break;
        }
    }
}

/* The least that all shares of a table make together. */
static double
sum_shares (const AtlasTextRows *rows)
{
  double sum = 0;
  guint i;

  for (i = 0; i < rows->n; i++)
    {
      double low, high;

      if (atlas_number_get_bounds (&rows->rows[i].share, &low, &high))
        sum += low;
    }

  return sum;
}

static void
check_shares (AtlasTextParser *self, AtlasTextRows *rows)
{
  guint i;

  if (sum_shares (rows) <= 100)
    return;

  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_BAD_SHARE, rows->rows[0].line,
                     ATLAS_SPAN_EMPTY,
                     /* xgettext:no-c-format */
                     N_ ("The shares of this table make more than 100% "
                         "together; as nobody can say which is wrong, all "
                         "were left out."));
  for (i = 0; i < rows->n; i++)
    rows->rows[i].share.state = ATLAS_NUMBER_DAMAGED;
}

/* Fewer rows than three are right only where the heading says so, or where
 * nothing is left to name. */
static void
check_row_count (AtlasTextParser *self,
                 const AtlasTextTable *table,
                 guint32 line)
{
  guint expected = table->announced != 0 ? table->announced : USUAL_ROWS;
  g_autofree char *found = NULL;
  g_autofree char *wanted = NULL;

  if (table->rows.n == expected || (table->rows.n == 0 && table->none)
      || (table->announced == 0
          && (table->rows.n > expected || sum_shares (&table->rows) >= 99)))
    return;

  found = g_strdup_printf ("%u", table->rows.n);
  wanted = g_strdup_printf ("%u", expected);
  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_ROW_COUNT, line, ATLAS_SPAN_EMPTY,
                     table->announced != 0
                         ? N_ ("The table has {0} rows where its heading "
                               "announces {1}.")
                         : N_ ("The table has {0} rows: expected at least "
                               "{1}."),
                     found, wanted);
}

static void
check_tables (AtlasTextParser *self)
{
  static const AtlasTextPlace places[ATLAS_N_KINDS] = {
    ATLAS_PLACE_APPLICANTS,
    ATLAS_PLACE_PUBLISHERS,
  };
  AtlasTextPart *part = &self->part;
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      AtlasTextTable *table = &part->tables[kind];

      if (atlas_text_part_has (part, places[kind]) || table->rows.n > 0)
        check_row_count (self, table, part->lines[places[kind]]);
      check_order (self, &table->rows);
      check_repeated (self, &table->rows);
      check_shares (self, &table->rows);
      check_repeated (self, &part->fields[kind].rows);
      check_shares (self, &part->fields[kind].rows);
    }
}

static void
check_partners (AtlasTextParser *self)
{
  const AtlasTextPart *part = &self->part;
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      const AtlasTextRows *rows = &part->partners[kind].rows;

      check_repeated (self, rows);
      for (i = 0; i < rows->n; i++)
        {
          AtlasSpan name = rows->rows[i].name;

          if (!atlas_span_is_empty (name)
              && atlas_span_equal_place (name, part->cluster))
            ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_SELF_PARTNER,
                               rows->rows[i].line, name,
                               N_ ("The cluster is named as its own partner: "
                                   "expected other places."));
        }
    }
}

/**
 * atlas_text_check_part:
 * @self: a parser that has read all of a profile
 *
 * Reports what is missing and what cannot be true within one profile, and
 * leaves out the values that contradict.
 */
void
atlas_text_check_part (AtlasTextParser *self)
{
  check_places (self);

  if (self->part.edition_differs)
    self->part.edition.state = ATLAS_NUMBER_DAMAGED;

  check_total (self, ATLAS_SLOT_NATIONAL_CLUSTERS);
  check_total (self, ATLAS_SLOT_TOP);
  check_rank (self, ATLAS_SLOT_NATIONAL_RANK, ATLAS_SLOT_NATIONAL_CLUSTERS);
  check_rank (self, ATLAS_SLOT_RANK, ATLAS_SLOT_TOP);
  check_rank (self, ATLAS_SLOT_INTENSITY_RANK, ATLAS_SLOT_TOP);

  check_names (self);
  check_tables (self);
  check_partners (self);
}

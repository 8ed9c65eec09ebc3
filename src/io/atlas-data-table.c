/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-data-table.h"

#include <math.h>

#include "atlas-cells.h"
#include "atlas-estimate-names.h"
#include "atlas-estimates.h"

/* A number of a profile that is in no list. */
typedef struct
{
  const char *name;
  gsize offset;
} Scalar;

#define OFFSET(member) G_STRUCT_OFFSET (AtlasProfile, member)

static const Scalar scalars[] = {
  { "national_rank", OFFSET (national_rank) },
  { "national_clusters", OFFSET (national_clusters) },
  { "top", OFFSET (top) },
  { "rank", OFFSET (rank) },
  { "intensity_rank", OFFSET (intensity_rank) },
  { "pct_per_million", OFFSET (per_million[ATLAS_PATENTS]) },
  { "articles_per_million", OFFSET (per_million[ATLAS_ARTICLES]) },
};

static const char *const entry_words[] = { "applicants", "publishers" };
static const char *const field_words[] = { "patent_fields", "article_fields" };
static const char *const collaboration_words[] = { "patent_collaboration",
                                                   "article_collaboration" };

static const char *const table_nicks[] = {
  [ATLAS_DATA_TABLE_PROFILES] = "profiles",
  [ATLAS_DATA_TABLE_APPLICANTS] = "applicants",
  [ATLAS_DATA_TABLE_PUBLISHERS] = "publishers",
  [ATLAS_DATA_TABLE_LINKS] = "links",
  [ATLAS_DATA_TABLE_PLACES] = "places",
  [ATLAS_DATA_TABLE_PROBLEMS] = "problems",
};

/* The columns of the tables that are always as wide; those of a profile are
 * put together from its lists. The ones behind the keys of JSON help a reader
 * of the table and are added at its end. */
static const char *const table_columns[][16] = {
  [ATLAS_DATA_TABLE_PROFILES] = { NULL },
  [ATLAS_DATA_TABLE_APPLICANTS] = { "source", "part", "edition", "cluster",
                                    "economy", "rank", "name", "count", "share",
                                    "share_below", "line", NULL },
  [ATLAS_DATA_TABLE_PUBLISHERS] = { "source", "part", "edition", "cluster",
                                    "economy", "rank", "name", "count", "share",
                                    "share_below", "line", NULL },
  [ATLAS_DATA_TABLE_LINKS] = { "source", "target", "kind", "order", "mutual",
                               "edition", "source_label", "target_label",
                               NULL },
  [ATLAS_DATA_TABLE_PLACES] = { "id", "label", "economy", "loaded", "named_by",
                                "named_by_patents", "named_by_articles", "of",
                                "community", "betweenness", "x", "y",
                                "economy_printed", NULL },
  [ATLAS_DATA_TABLE_PROBLEMS] = { "source", "line", "severity", "code",
                                  "message", "text", NULL },
};

/**
 * atlas_data_table_get_nick:
 * @table: a table
 *
 * Returns: the word of the command line for it
 */
const char *
atlas_data_table_get_nick (AtlasDataTable table)
{
  g_return_val_if_fail ((guint) table < ATLAS_N_DATA_TABLES, NULL);

  return table_nicks[table];
}

/**
 * atlas_data_table_from_nick:
 * @nick: a word
 * @table: (out): the table it stands for
 *
 * Returns: whether there is such a table
 */
gboolean
atlas_data_table_from_nick (const char *nick, AtlasDataTable *table)
{
  guint i;

  for (i = 0; i < ATLAS_N_DATA_TABLES; i++)
    if (g_strcmp0 (nick, table_nicks[i]) == 0)
      {
        *table = (AtlasDataTable) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * atlas_data_width_extend:
 * @width: a width
 * @other: another
 *
 * Makes @width wide enough for both.
 */
void
atlas_data_width_extend (AtlasDataWidth *width, const AtlasDataWidth *other)
{
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      width->n_entries[kind] =
          MAX (width->n_entries[kind], other->n_entries[kind]);
      width->n_partners[kind] =
          MAX (width->n_partners[kind], other->n_partners[kind]);
      width->n_fields[kind] =
          MAX (width->n_fields[kind], other->n_fields[kind]);
    }
  width->has_below = width->has_below || other->has_below;
}

static gboolean
has_share_below (const AtlasProfile *profile, AtlasKind kind)
{
  guint i;

  if (profile->collaboration[kind].state == ATLAS_NUMBER_BELOW)
    return TRUE;
  for (i = 0; i < profile->n_entries[kind]; i++)
    if (profile->entries[kind][i].share.state == ATLAS_NUMBER_BELOW)
      return TRUE;
  for (i = 0; i < profile->n_fields[kind]; i++)
    if (profile->fields[kind][i].share.state == ATLAS_NUMBER_BELOW)
      return TRUE;

  return FALSE;
}

/**
 * atlas_data_width_fit:
 * @width: a width
 * @profile: a profile
 *
 * Makes @width wide enough for @profile.
 */
void
atlas_data_width_fit (AtlasDataWidth *width, const AtlasProfile *profile)
{
  AtlasDataWidth own = { 0 };
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      own.n_entries[kind] = profile->n_entries[kind];
      own.n_partners[kind] = atlas_profile_count_partners (profile, kind);
      own.n_fields[kind] = profile->n_fields[kind];
      own.has_below = own.has_below || has_share_below (profile, kind);
    }
  atlas_data_width_extend (width, &own);
}

/**
 * atlas_data_width_equal:
 * @a: a width
 * @b: another
 *
 * Returns: whether both have the same columns
 */
gboolean
atlas_data_width_equal (const AtlasDataWidth *a, const AtlasDataWidth *b)
{
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    if (a->n_entries[kind] != b->n_entries[kind]
        || a->n_partners[kind] != b->n_partners[kind]
        || a->n_fields[kind] != b->n_fields[kind])
      return FALSE;

  return a->has_below == b->has_below;
}

static void
write_share_head (GString *out,
                  const char *start,
                  const AtlasDataWidth *width,
                  char separator)
{
  g_string_append_printf (out, "%c%s.share", separator, start);
  if (width->has_below)
    g_string_append_printf (out, "%c%s.share_below", separator, start);
}

static void
write_list_heads (GString *out, const AtlasDataWidth *width, char separator)
{
  char start[64];
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 1; i <= width->n_entries[kind]; i++)
      {
        g_snprintf (start, sizeof start, "%s.%u", entry_words[kind], i);
        g_string_append_printf (out, "%c%s.rank%c%s.name%c%s.count", separator,
                                start, separator, start, separator, start);
        write_share_head (out, start, width, separator);
      }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 1; i <= width->n_fields[kind]; i++)
      {
        g_snprintf (start, sizeof start, "%s.%u", field_words[kind], i);
        g_string_append_printf (out, "%c%s.name", separator, start);
        write_share_head (out, start, width, separator);
      }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      write_share_head (out, collaboration_words[kind], width, separator);
      for (i = 1; i <= width->n_partners[kind]; i++)
        g_string_append_printf (out, "%c%s.partners.%u", separator,
                                collaboration_words[kind], i);
    }
}

static void
write_profile_head (GString *out, const AtlasDataWidth *width, char separator)
{
  static const char *const texts[] = { "source",  "part",    "edition",
                                       "cluster", "economy", "demonym" };
  const AtlasEstimateName *names;
  gsize i, n_names;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      g_string_append (out, texts[i]);
    }
  for (i = 0; i < G_N_ELEMENTS (scalars); i++)
    g_string_append_printf (out, "%c%s", separator, scalars[i].name);

  write_list_heads (out, width, separator);

  names = atlas_estimate_names_get (&n_names);
  for (i = 0; i < n_names; i++)
    g_string_append_printf (out, "%cestimates.%s.low%cestimates.%s.high",
                            separator, names[i].name, separator, names[i].name);
  g_string_append_c (out, '\n');
}

/**
 * atlas_data_table_write_head:
 * @out: where to append
 * @table: a table
 * @width: columns of the lists in the table of profiles
 * @separator: ',' or a tab
 *
 * Appends the line with the names of the columns: the keys of JSON, joined by
 * dots.
 */
void
atlas_data_table_write_head (GString *out,
                             AtlasDataTable table,
                             const AtlasDataWidth *width,
                             char separator)
{
  guint i;

  g_return_if_fail ((guint) table < ATLAS_N_DATA_TABLES);

  if (table == ATLAS_DATA_TABLE_PROFILES)
    {
      write_profile_head (out, width, separator);
      return;
    }

  for (i = 0; table_columns[table][i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      g_string_append (out, table_columns[table][i]);
    }
  g_string_append_c (out, '\n');
}

/* The functions below put cells at @at and return where the next one goes. */

static inline char *
put_number (AtlasCells *cells, char *at, const AtlasNumber *number)
{
  return number != NULL && atlas_number_is_given (number)
             ? atlas_cells_put_number (cells, at, number)
             : atlas_cells_put_nothing (cells, at);
}

static inline char *
put_share (AtlasCells *cells,
           char *at,
           const AtlasNumber *share,
           gboolean has_below)
{
  at = put_number (cells, at, share);
  if (!has_below)
    return at;

  return share != NULL && share->state == ATLAS_NUMBER_BELOW
             ? atlas_cells_put_number (cells, at, share)
             : atlas_cells_put_nothing (cells, at);
}

static inline char *
put_bound (AtlasCells *cells, char *at, double bound, guint decimals)
{
  return isfinite (bound) ? atlas_cells_put_digits (cells, at, bound, decimals,
                                                    MIN (decimals, 1))
                          : atlas_cells_put_nothing (cells, at);
}

static inline char *
put_answer (AtlasCells *cells, char *at, gboolean answer)
{
  return atlas_cells_put_text (cells, at, answer ? "true" : "false");
}

static inline char *
put_entry (AtlasCells *cells,
           char *at,
           const AtlasEntry *entry,
           gboolean has_below)
{
  at = put_number (cells, at, entry != NULL ? &entry->rank : NULL);
  at = atlas_cells_put_text (cells, at, entry != NULL ? entry->name : NULL);
  at = put_number (cells, at, entry != NULL ? &entry->count : NULL);

  return put_share (cells, at, entry != NULL ? &entry->share : NULL, has_below);
}

static char *
put_lists (AtlasCells *cells,
           char *at,
           const AtlasProfile *profile,
           const AtlasDataWidth *width)
{
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < width->n_entries[kind]; i++)
      at = put_entry (cells, at,
                      i < profile->n_entries[kind] ? &profile->entries[kind][i]
                                                   : NULL,
                      width->has_below);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < width->n_fields[kind]; i++)
      {
        const AtlasField *field =
            i < profile->n_fields[kind] ? &profile->fields[kind][i] : NULL;

        at = atlas_cells_put_text (cells, at,
                                   field != NULL ? field->name : NULL);
        at = put_share (cells, at, field != NULL ? &field->share : NULL,
                        width->has_below);
      }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      at = put_share (cells, at, &profile->collaboration[kind],
                      width->has_below);
      for (i = 1; i <= width->n_partners[kind]; i++)
        {
          const AtlasPartner *partner =
              atlas_profile_find_partner (profile, kind, i);

          at = atlas_cells_put_text (cells, at,
                                     partner != NULL ? partner->name : NULL);
        }
    }

  return at;
}

/* The cells that say which profile a row belongs to; two are numbers. */
#define N_IDENTITY_NUMBERS 2

static char *
put_identity (AtlasCells *cells, char *at, const AtlasProfile *profile)
{
  at = atlas_cells_put_text (cells, at, profile->source);
  at = profile->part > 1 ? atlas_cells_put_integer (cells, at, profile->part)
                         : atlas_cells_put_nothing (cells, at);
  at = put_number (cells, at, &profile->edition);
  at = atlas_cells_put_text (cells, at, profile->cluster);

  return atlas_cells_put_text (cells, at, profile->economy);
}

/* Cells of a profile that are no texts. */
static gsize
count_numbers (const AtlasDataWidth *width, gsize n_estimates)
{
  gsize n_share = width->has_below ? 2 : 1;
  gsize n = N_IDENTITY_NUMBERS + G_N_ELEMENTS (scalars) + n_estimates * 2;
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    n += width->n_entries[kind] * (2 + n_share)
         + width->n_fields[kind] * n_share + n_share;

  return n;
}

static void
write_profile_row (GString *out,
                   const AtlasProfile *profile,
                   const AtlasDataWidth *width,
                   char separator)
{
  const AtlasEstimateName *names;
  AtlasEstimates estimates;
  AtlasCells cells;
  gsize i, n_names;
  char *at;

  /* Five cells of the identity, and the demonym. */
  G_STATIC_ASSERT (6 + G_N_ELEMENTS (scalars) == ATLAS_DATA_N_LEADING);

  names = atlas_estimate_names_get (&n_names);
  at = atlas_cells_begin (&cells, out, count_numbers (width, n_names),
                          separator);
  at = put_identity (&cells, at, profile);
  at = atlas_cells_put_text (&cells, at, profile->demonym);
  for (i = 0; i < G_N_ELEMENTS (scalars); i++)
    at = put_number (
        &cells, at,
        &G_STRUCT_MEMBER (const AtlasNumber, profile, scalars[i].offset));
  at = put_lists (&cells, at, profile, width);

  atlas_estimates_compute (profile, &estimates);
  for (i = 0; i < n_names; i++)
    {
      AtlasInterval interval =
          atlas_estimate_name_get_interval (&names[i], &estimates);

      at = put_bound (&cells, at, interval.low, names[i].decimals);
      at = put_bound (&cells, at, interval.high, names[i].decimals);
    }
  atlas_cells_end (&cells, at);
}

static void
write_entry_rows (GString *out,
                  const AtlasProfile *profile,
                  AtlasKind kind,
                  char separator)
{
  guint i;

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      const AtlasEntry *entry = &profile->entries[kind][i];
      AtlasCells cells;
      char *at;

      /* Rank, count, a share and what it is below, and the line. */
      at = atlas_cells_begin (&cells, out, N_IDENTITY_NUMBERS + 5, separator);
      at = put_identity (&cells, at, profile);
      at = put_entry (&cells, at, entry, TRUE);
      at = atlas_cells_put_integer (&cells, at, entry->line);
      atlas_cells_end (&cells, at);
    }
}

/**
 * atlas_data_table_write_profile:
 * @out: where to append
 * @table: the table of profiles, of applicants or of publishers
 * @profile: a profile
 * @width: columns of the lists in the table of profiles
 * @separator: ',' or a tab
 *
 * Appends the rows that @profile gives.
 */
void
atlas_data_table_write_profile (GString *out,
                                AtlasDataTable table,
                                const AtlasProfile *profile,
                                const AtlasDataWidth *width,
                                char separator)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (profile != NULL);

  if (table == ATLAS_DATA_TABLE_PROFILES)
    write_profile_row (out, profile, width, separator);
  else if (table == ATLAS_DATA_TABLE_APPLICANTS)
    write_entry_rows (out, profile, ATLAS_PATENTS, separator);
  else if (table == ATLAS_DATA_TABLE_PUBLISHERS)
    write_entry_rows (out, profile, ATLAS_ARTICLES, separator);
}

static void
write_link_rows (GString *out, const AtlasNetwork *network, char separator)
{
  static const char *const answers[] = {
    [ATLAS_LINK_UNKNOWN] = "",
    [ATLAS_LINK_ONE_WAY] = "false",
    [ATLAS_LINK_MUTUAL] = "true",
  };
  const AtlasPlace *places;
  const AtlasLink *links;
  gsize i, n_places, n_links;

  places = atlas_network_get_places (network, &n_places);
  links = atlas_network_get_links (network, &n_links);
  for (i = 0; i < n_links; i++)
    {
      const AtlasLink *link = &links[i];
      AtlasCells cells;
      char *at;

      /* The order and the edition. */
      at = atlas_cells_begin (&cells, out, 2, separator);
      at = atlas_cells_put_text (&cells, at, places[link->source].id);
      at = atlas_cells_put_text (&cells, at, places[link->target].id);
      at = atlas_cells_put_text (
          &cells, at, link->kind == ATLAS_PATENTS ? "patents" : "articles");
      at = atlas_cells_put_integer (&cells, at, link->order);
      at = atlas_cells_put_text (&cells, at, answers[link->answer]);
      at = link->edition > 0
               ? atlas_cells_put_integer (&cells, at, link->edition)
               : atlas_cells_put_nothing (&cells, at);
      at = atlas_cells_put_text (&cells, at, places[link->source].label);
      at = atlas_cells_put_text (&cells, at, places[link->target].label);
      atlas_cells_end (&cells, at);
    }
}

static void
write_place_rows (GString *out, const AtlasNetwork *network, char separator)
{
  const AtlasPlace *places;
  gsize i, n_places;

  places = atlas_network_get_places (network, &n_places);
  for (i = 0; i < n_places; i++)
    {
      const AtlasPlace *place = &places[i];
      AtlasCells cells;
      char *at;

      /* Five counts, the betweenness, and where it is. */
      at = atlas_cells_begin (&cells, out, 8, separator);
      at = atlas_cells_put_text (&cells, at, place->id);
      at = atlas_cells_put_text (&cells, at, place->label);
      at = atlas_cells_put_text (&cells, at, place->economy);
      at = put_answer (&cells, at, place->loaded);
      at = atlas_cells_put_integer (&cells, at, place->named_by_any);
      at = atlas_cells_put_integer (&cells, at, place->named_by[ATLAS_PATENTS]);
      at =
          atlas_cells_put_integer (&cells, at, place->named_by[ATLAS_ARTICLES]);
      at = atlas_cells_put_integer (&cells, at, place->of_n);
      at = atlas_cells_put_integer (&cells, at, place->community);
      at = put_bound (&cells, at, place->betweenness, 4);
      at = put_bound (&cells, at, place->x, 6);
      at = put_bound (&cells, at, place->y, 6);
      at = put_answer (&cells, at, place->economy_printed);
      atlas_cells_end (&cells, at);
    }
}

/**
 * atlas_data_table_write_network:
 * @out: where to append
 * @table: the table of links or of places
 * @network: a network, measured and arranged
 * @separator: ',' or a tab
 *
 * Appends all rows of the table.
 */
void
atlas_data_table_write_network (GString *out,
                                AtlasDataTable table,
                                const AtlasNetwork *network,
                                char separator)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (network != NULL);

  if (table == ATLAS_DATA_TABLE_LINKS)
    write_link_rows (out, network, separator);
  else if (table == ATLAS_DATA_TABLE_PLACES)
    write_place_rows (out, network, separator);
}

/**
 * atlas_data_table_write_problem:
 * @out: where to append
 * @problem: a problem
 * @separator: ',' or a tab
 *
 * Appends the row of one problem. The message is not translated.
 */
void
atlas_data_table_write_problem (GString *out,
                                const AtlasProblem *problem,
                                char separator)
{
  g_autofree char *message = atlas_problem_dup_message (problem, NULL);
  gboolean is_error =
      atlas_problem_get_severity (problem) == ATLAS_SEVERITY_ERROR;
  AtlasCells cells;
  char *at;

  at = atlas_cells_begin (&cells, out, 1, separator);
  at = atlas_cells_put_text (&cells, at, problem->source);
  at = atlas_cells_put_integer (&cells, at, problem->line);
  at = atlas_cells_put_text (&cells, at, is_error ? "error" : "warning");
  at = atlas_cells_put_text (&cells, at,
                             atlas_problem_code_get_nick (problem->code));
  at = atlas_cells_put_text (&cells, at, message);
  at = atlas_cells_put_text (&cells, at, problem->text);
  atlas_cells_end (&cells, at);
}

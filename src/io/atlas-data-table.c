/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-data-table.h"

#include <math.h>

#include "atlas-estimate-names.h"
#include "atlas-estimates.h"
#include "atlas-encode.h"

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

/* The functions below append one cell with the separator in front of it. */

static void
write_text (GString *out, const char *text, char separator)
{
  g_string_append_c (out, separator);
  atlas_encode_csv_text (out, text, separator);
}

static void
write_number (GString *out, const AtlasNumber *number, char separator)
{
  g_string_append_c (out, separator);
  if (number != NULL && atlas_number_is_given (number))
    atlas_encode_number (out, number);
}

static void
write_unsigned (GString *out, guint number, char separator)
{
  g_string_append_c (out, separator);
  atlas_encode_integer (out, number);
}

static void
write_share (GString *out,
             const AtlasNumber *share,
             gboolean has_below,
             char separator)
{
  write_number (out, share, separator);
  if (!has_below)
    return;

  g_string_append_c (out, separator);
  if (share != NULL && share->state == ATLAS_NUMBER_BELOW)
    atlas_encode_number (out, share);
}

static void
write_bound (GString *out, double bound, guint decimals, char separator)
{
  g_string_append_c (out, separator);
  if (isfinite (bound))
    atlas_encode_shortest (out, bound, decimals);
}

static void
write_entry_cells (GString *out,
                   const AtlasEntry *entry,
                   const AtlasDataWidth *width,
                   char separator)
{
  write_number (out, entry != NULL ? &entry->rank : NULL, separator);
  write_text (out, entry != NULL ? entry->name : NULL, separator);
  write_number (out, entry != NULL ? &entry->count : NULL, separator);
  write_share (out, entry != NULL ? &entry->share : NULL, width->has_below,
               separator);
}

static void
write_lists (GString *out,
             const AtlasProfile *profile,
             const AtlasDataWidth *width,
             char separator)
{
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < width->n_entries[kind]; i++)
      write_entry_cells (
          out, i < profile->n_entries[kind] ? &profile->entries[kind][i] : NULL,
          width, separator);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < width->n_fields[kind]; i++)
      {
        const AtlasField *field =
            i < profile->n_fields[kind] ? &profile->fields[kind][i] : NULL;

        write_text (out, field != NULL ? field->name : NULL, separator);
        write_share (out, field != NULL ? &field->share : NULL,
                     width->has_below, separator);
      }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      write_share (out, &profile->collaboration[kind], width->has_below,
                   separator);
      for (i = 1; i <= width->n_partners[kind]; i++)
        {
          const AtlasPartner *partner =
              atlas_profile_find_partner (profile, kind, i);

          write_text (out, partner != NULL ? partner->name : NULL, separator);
        }
    }
}

/* The cells that say which profile a row belongs to. */
static void
write_identity (GString *out, const AtlasProfile *profile, char separator)
{
  atlas_encode_csv_text (out, profile->source, separator);
  g_string_append_c (out, separator);
  if (profile->part > 1)
    atlas_encode_integer (out, profile->part);
  write_number (out, &profile->edition, separator);
  write_text (out, profile->cluster, separator);
  write_text (out, profile->economy, separator);
}

static void
write_profile_row (GString *out,
                   const AtlasProfile *profile,
                   const AtlasDataWidth *width,
                   char separator)
{
  const AtlasEstimateName *names;
  AtlasEstimates estimates;
  gsize i, n_names;

  /* Five cells of the identity, and the demonym. */
  G_STATIC_ASSERT (6 + G_N_ELEMENTS (scalars) == ATLAS_DATA_N_LEADING);

  write_identity (out, profile, separator);
  write_text (out, profile->demonym, separator);
  for (i = 0; i < G_N_ELEMENTS (scalars); i++)
    write_number (
        out, &G_STRUCT_MEMBER (const AtlasNumber, profile, scalars[i].offset),
        separator);
  write_lists (out, profile, width, separator);

  atlas_estimates_compute (profile, &estimates);
  names = atlas_estimate_names_get (&n_names);
  for (i = 0; i < n_names; i++)
    {
      AtlasInterval interval =
          atlas_estimate_name_get_interval (&names[i], &estimates);

      write_bound (out, interval.low, names[i].decimals, separator);
      write_bound (out, interval.high, names[i].decimals, separator);
    }
  g_string_append_c (out, '\n');
}

static void
write_entry_rows (GString *out,
                  const AtlasProfile *profile,
                  AtlasKind kind,
                  char separator)
{
  static const AtlasDataWidth width = { .has_below = TRUE };
  guint i;

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      const AtlasEntry *entry = &profile->entries[kind][i];

      write_identity (out, profile, separator);
      write_entry_cells (out, entry, &width, separator);
      write_unsigned (out, entry->line, separator);
      g_string_append_c (out, '\n');
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

      atlas_encode_csv_text (out, places[link->source].id, separator);
      write_text (out, places[link->target].id, separator);
      write_text (out, link->kind == ATLAS_PATENTS ? "patents" : "articles",
                  separator);
      write_unsigned (out, link->order, separator);
      write_text (out, answers[link->answer], separator);
      g_string_append_c (out, separator);
      if (link->edition > 0)
        atlas_encode_integer (out, link->edition);
      write_text (out, places[link->source].label, separator);
      write_text (out, places[link->target].label, separator);
      g_string_append_c (out, '\n');
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

      atlas_encode_csv_text (out, place->id, separator);
      write_text (out, place->label, separator);
      write_text (out, place->economy, separator);
      write_text (out, place->loaded ? "true" : "false", separator);
      write_unsigned (out, place->named_by_any, separator);
      write_unsigned (out, place->named_by[ATLAS_PATENTS], separator);
      write_unsigned (out, place->named_by[ATLAS_ARTICLES], separator);
      write_unsigned (out, place->of_n, separator);
      write_unsigned (out, place->community, separator);
      write_bound (out, place->betweenness, 4, separator);
      write_bound (out, place->x, 6, separator);
      write_bound (out, place->y, 6, separator);
      write_text (out, place->economy_printed ? "true" : "false", separator);
      g_string_append_c (out, '\n');
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

  atlas_encode_csv_text (out, problem->source, separator);
  write_unsigned (out, problem->line, separator);
  write_text (out,
              atlas_problem_get_severity (problem) == ATLAS_SEVERITY_ERROR
                  ? "error"
                  : "warning",
              separator);
  write_text (out, atlas_problem_code_get_nick (problem->code), separator);
  write_text (out, message, separator);
  write_text (out, problem->text, separator);
  g_string_append_c (out, '\n');
}

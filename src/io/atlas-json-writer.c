/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-json-writer.h"

#include <math.h>

#include "atlas-estimate-names.h"
#include "atlas-estimates.h"
#include "atlas-encode.h"

/* A writer of our own: that of json-glib prints 12.5 with 17 digits in one
 * version and with fewer in another, keeps no printed decimals, and needs all
 * of the document in memory. */

static void
write_key (GString *out, const char *key)
{
  g_string_append_c (out, '"');
  g_string_append (out, key);
  g_string_append (out, "\": ");
}

static void
write_number (GString *out, const char *key, const AtlasNumber *number)
{
  write_key (out, key);
  if (atlas_number_is_given (number))
    atlas_encode_number (out, number);
  else
    g_string_append (out, "null");
}

/* A share printed as "<1%" has no value, and an upper bound beside it. */
static void
write_share (GString *out, const AtlasNumber *share)
{
  write_number (out, "share", share);
  if (share->state != ATLAS_NUMBER_BELOW)
    return;

  g_string_append (out, ", \"share_below\": ");
  atlas_encode_number (out, share);
}

static void
write_text (GString *out, const char *key, const char *text)
{
  write_key (out, key);
  atlas_encode_json_string (out, text);
}

static void
write_entries (GString *out,
               const char *key,
               const AtlasProfile *profile,
               AtlasKind kind)
{
  guint i;

  g_string_append (out, ",\n      ");
  write_key (out, key);
  g_string_append_c (out, '[');
  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      const AtlasEntry *entry = &profile->entries[kind][i];

      g_string_append (out, i > 0 ? ",\n        {" : "\n        {");
      write_number (out, "rank", &entry->rank);
      g_string_append (out, ", ");
      write_text (out, "name", entry->name);
      g_string_append (out, ", ");
      write_number (out, "count", &entry->count);
      g_string_append (out, ", ");
      write_share (out, &entry->share);
      g_string_append_c (out, '}');
    }
  g_string_append (out, i > 0 ? "\n      ]" : "]");
}

static void
write_fields (GString *out,
              const char *key,
              const AtlasProfile *profile,
              AtlasKind kind)
{
  guint i;

  g_string_append (out, ",\n      ");
  write_key (out, key);
  g_string_append_c (out, '[');
  for (i = 0; i < profile->n_fields[kind]; i++)
    {
      const AtlasField *field = &profile->fields[kind][i];

      g_string_append (out, i > 0 ? ",\n        {" : "\n        {");
      write_text (out, "name", field->name);
      g_string_append (out, ", ");
      write_share (out, &field->share);
      g_string_append_c (out, '}');
    }
  g_string_append (out, i > 0 ? "\n      ]" : "]");
}

static void
write_collaboration (GString *out,
                     const char *key,
                     const AtlasProfile *profile,
                     AtlasKind kind)
{
  const AtlasPartner *partner = profile->partners[kind];
  guint order = 1;
  guint i;

  g_string_append (out, ",\n      ");
  write_key (out, key);
  g_string_append_c (out, '{');
  write_share (out, &profile->collaboration[kind]);
  g_string_append (out, ", \"partners\": [");
  for (i = 0; i < profile->n_partners[kind]; i++, partner++)
    {
      /* One that could not be read keeps its place. */
      for (; order < partner->order; order++)
        g_string_append (out, order > 1 ? ", null" : "null");
      if (order++ > 1)
        g_string_append (out, ", ");
      atlas_encode_json_string (out, partner->name);
    }
  g_string_append (out, "]}");
}

static void
write_notes (GString *out, const AtlasProfile *profile)
{
  guint i;

  g_string_append (out, ",\n      \"notes\": [");
  for (i = 0; i < profile->n_notes; i++)
    {
      g_string_append (out, i > 0 ? ",\n        {" : "\n        {");
      g_string_append (out, "\"line\": ");
      atlas_encode_integer (out, profile->notes[i].line);
      g_string_append (out, ", ");
      write_text (out, "text", profile->notes[i].text);
      g_string_append_c (out, '}');
    }
  g_string_append (out, i > 0 ? "\n      ]" : "]");
}

/* "[low, high]", "[low, null]" without an upper bound, "null" when unknown. */
static void
write_interval (GString *out, AtlasInterval interval, guint decimals)
{
  if (!atlas_interval_is_known (interval))
    {
      g_string_append (out, "null");
      return;
    }

  g_string_append_c (out, '[');
  atlas_encode_shortest (out, interval.low, decimals);
  g_string_append (out, ", ");
  if (isfinite (interval.high))
    atlas_encode_shortest (out, interval.high, decimals);
  else
    g_string_append (out, "null");
  g_string_append_c (out, ']');
}

static void
write_estimates (GString *out, const AtlasProfile *profile)
{
  const AtlasEstimateName *names;
  AtlasEstimates estimates;
  gsize i, n_names;

  atlas_estimates_compute (profile, &estimates);
  names = atlas_estimate_names_get (&n_names);

  g_string_append (out, ",\n      \"estimates\": {");
  for (i = 0; i < n_names; i++)
    {
      g_string_append (out, i > 0 ? ",\n        " : "\n        ");
      write_key (out, names[i].name);
      write_interval (out,
                      atlas_estimate_name_get_interval (&names[i], &estimates),
                      names[i].decimals);
    }
  g_string_append (out, "\n      }");
}

/**
 * atlas_json_write_head:
 * @out: where to append
 *
 * Appends the beginning of the document, up to the list of profiles. The
 * profiles follow, with "," between them, and then the tail.
 */
void
atlas_json_write_head (GString *out)
{
  g_string_append (out, "{\n  \"format\": \"" ATLAS_JSON_FORMAT
                        "\",\n  \"version\": " G_STRINGIFY (
                            ATLAS_JSON_VERSION) ",\n  \"profiles\": [");
}

/**
 * atlas_json_write_profile:
 * @out: where to append
 * @profile: a profile
 *
 * Appends one profile, with its estimates. What the file does not give is
 * null, and printed decimals are kept.
 */
void
atlas_json_write_profile (GString *out, const AtlasProfile *profile)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } numbers[] = {
    { "national_rank", G_STRUCT_OFFSET (AtlasProfile, national_rank) },
    { "national_clusters", G_STRUCT_OFFSET (AtlasProfile, national_clusters) },
    { "top", G_STRUCT_OFFSET (AtlasProfile, top) },
    { "rank", G_STRUCT_OFFSET (AtlasProfile, rank) },
    { "intensity_rank", G_STRUCT_OFFSET (AtlasProfile, intensity_rank) },
    { "pct_per_million",
      G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_PATENTS]) },
    { "articles_per_million",
      G_STRUCT_OFFSET (AtlasProfile, per_million[ATLAS_ARTICLES]) },
  };
  gsize i;

  g_return_if_fail (out != NULL);
  g_return_if_fail (profile != NULL);

  g_string_append (out, "\n    {\n      ");
  write_text (out, "source", profile->source);
  if (profile->part > 1)
    {
      g_string_append (out, ",\n      \"part\": ");
      atlas_encode_integer (out, profile->part);
    }
  g_string_append (out, ",\n      ");
  write_number (out, "edition", &profile->edition);
  g_string_append (out, ",\n      ");
  write_text (out, "cluster", profile->cluster);
  g_string_append (out, ",\n      ");
  write_text (out, "economy", profile->economy);
  g_string_append (out, ",\n      ");
  write_text (out, "demonym", profile->demonym);
  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append (out, ",\n      ");
      write_number (
          out, numbers[i].name,
          &G_STRUCT_MEMBER (const AtlasNumber, profile, numbers[i].offset));
    }

  write_entries (out, "applicants", profile, ATLAS_PATENTS);
  write_entries (out, "publishers", profile, ATLAS_ARTICLES);
  write_fields (out, "patent_fields", profile, ATLAS_PATENTS);
  write_fields (out, "article_fields", profile, ATLAS_ARTICLES);
  write_collaboration (out, "patent_collaboration", profile, ATLAS_PATENTS);
  write_collaboration (out, "article_collaboration", profile, ATLAS_ARTICLES);
  write_notes (out, profile);
  write_estimates (out, profile);
  g_string_append (out, "\n    }");
}

/**
 * atlas_json_write_status:
 * @out: where to append
 * @source: the file
 * @profile: (nullable): the profile in it; %NULL when none could be loaded
 * @status: "ok", "warning" or "error"
 *
 * Appends what a check says of one profile.
 */
void
atlas_json_write_status (GString *out,
                         const char *source,
                         const AtlasProfile *profile,
                         const char *status)
{
  g_string_append (out, "\n    {");
  write_text (out, "source", source);
  if (profile != NULL && profile->part > 1)
    {
      g_string_append (out, ", \"part\": ");
      atlas_encode_integer (out, profile->part);
    }
  g_string_append (out, ", ");
  write_text (out, "cluster", profile != NULL ? profile->cluster : NULL);
  g_string_append (out, ", ");
  if (profile != NULL)
    write_number (out, "edition", &profile->edition);
  else
    g_string_append (out, "\"edition\": null");
  g_string_append (out, ", ");
  write_text (out, "status", status);
  g_string_append_c (out, '}');
}

static void
write_place (GString *out, const AtlasPlace *place)
{
  write_text (out, "id", place->id);
  g_string_append (out, ", ");
  write_text (out, "label", place->label);
  g_string_append (out, ", ");
  write_text (out, "economy", place->economy);
  g_string_append_printf (
      out,
      ", \"loaded\": %s, \"named_by\": %u, \"named_by_patents\": %u, "
      "\"named_by_articles\": %u, \"of\": %u, \"community\": %u, "
      "\"betweenness\": ",
      place->loaded ? "true" : "false", place->named_by_any,
      place->named_by[ATLAS_PATENTS], place->named_by[ATLAS_ARTICLES],
      place->of_n, place->community);
  if (isfinite (place->betweenness))
    atlas_encode_shortest (out, place->betweenness, 4);
  else
    g_string_append (out, "null");
  g_string_append (out, ", \"x\": ");
  atlas_encode_shortest (out, place->x, 6);
  g_string_append (out, ", \"y\": ");
  atlas_encode_shortest (out, place->y, 6);
  g_string_append_printf (out, ", \"economy_printed\": %s",
                          place->economy_printed ? "true" : "false");
}

/* What is not known is null: nobody knows whether a place names us back whose
 * profile is not open. */
static void
write_link (GString *out, const AtlasPlace *places, const AtlasLink *link)
{
  static const char *const answers[] = {
    [ATLAS_LINK_UNKNOWN] = "null",
    [ATLAS_LINK_ONE_WAY] = "false",
    [ATLAS_LINK_MUTUAL] = "true",
  };

  write_text (out, "source", places[link->source].id);
  g_string_append (out, ", ");
  write_text (out, "target", places[link->target].id);
  g_string_append_printf (
      out, ", \"kind\": \"%s\", \"order\": %u, \"mutual\": %s, \"edition\": ",
      link->kind == ATLAS_PATENTS ? "patents" : "articles", link->order,
      answers[link->answer]);
  if (link->edition > 0)
    atlas_encode_integer (out, link->edition);
  else
    g_string_append (out, "null");
}

/**
 * atlas_json_write_network:
 * @out: where to append
 * @network: a network, measured and arranged
 *
 * Appends the network as one object.
 */
void
atlas_json_write_network (GString *out, const AtlasNetwork *network)
{
  const AtlasPlace *places;
  const AtlasLink *links;
  gsize i, n_places, n_links;

  places = atlas_network_get_places (network, &n_places);
  links = atlas_network_get_links (network, &n_links);

  g_string_append (out, "{\n    \"nodes\": [");
  for (i = 0; i < n_places; i++)
    {
      g_string_append (out, i > 0 ? ",\n      {" : "\n      {");
      write_place (out, &places[i]);
      g_string_append_c (out, '}');
    }
  g_string_append (out, n_places > 0 ? "\n    ],\n" : "],\n");
  g_string_append (out, "    \"links\": [");
  for (i = 0; i < n_links; i++)
    {
      g_string_append (out, i > 0 ? ",\n      {" : "\n      {");
      write_link (out, places, &links[i]);
      g_string_append_c (out, '}');
    }
  g_string_append (out, n_links > 0 ? "\n    ]\n  }" : "]\n  }");
}

/**
 * atlas_json_write_problem:
 * @out: where to append
 * @problem: a problem
 *
 * Appends one problem as an object. The message is not translated: data files
 * are the same in every language.
 */
void
atlas_json_write_problem (GString *out, const AtlasProblem *problem)
{
  g_autofree char *message = atlas_problem_dup_message (problem, NULL);

  g_string_append_c (out, '{');
  write_text (out, "source", problem->source);
  g_string_append (out, ", \"line\": ");
  atlas_encode_integer (out, problem->line);
  g_string_append (out,
                   atlas_problem_get_severity (problem) == ATLAS_SEVERITY_ERROR
                       ? ", \"severity\": \"error\", "
                       : ", \"severity\": \"warning\", ");
  write_text (out, "code", atlas_problem_code_get_nick (problem->code));
  g_string_append (out, ", ");
  write_text (out, "message", message);
  g_string_append (out, ", ");
  write_text (out, "text", problem->text);
  g_string_append_c (out, '}');
}

/**
 * atlas_json_write_tail:
 * @out: where to append
 * @network: (nullable): the network; %NULL to leave it out
 * @problems: (array length=n_problems): the problems
 * @n_problems: number of @problems
 *
 * Appends what follows the last profile, and ends the document.
 */
void
atlas_json_write_tail (GString *out,
                       const AtlasNetwork *network,
                       AtlasProblem *const *problems,
                       gsize n_problems)
{
  gsize i;

  g_string_append (out, "\n  ],\n");
  if (network != NULL)
    {
      g_string_append (out, "  \"network\": ");
      atlas_json_write_network (out, network);
      g_string_append (out, ",\n");
    }
  g_string_append (out, "  \"problems\": [");
  for (i = 0; i < n_problems; i++)
    {
      g_string_append (out, i > 0 ? ",\n    " : "\n    ");
      atlas_json_write_problem (out, problems[i]);
    }
  g_string_append (out, n_problems > 0 ? "\n  ]\n}\n" : "]\n}\n");
}

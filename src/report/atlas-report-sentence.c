/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-format.h"
#include "atlas-report.h"

#include "atlas-gettext.h"

/* A profile in sentences, to be pasted into a text. Each is whole, and left
 * out as a whole where the file does not give one of its figures. */

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

static gboolean
are_given (const AtlasNumber *a, const AtlasNumber *b)
{
  return atlas_number_is_given (a) && atlas_number_is_given (b);
}

static void
add_ranks (GString *text,
           const AtlasFormat *format,
           const AtlasProfile *profile,
           const char *cluster,
           const char *edition)
{
  g_autofree char *rank = NULL;
  g_autofree char *intensity = NULL;
  g_autofree char *sentence = NULL;

  if (!are_given (&profile->rank, &profile->intensity_rank))
    return;

  rank = atlas_format_number (format, &profile->rank);
  intensity = atlas_format_number (format, &profile->intensity_rank);
  sentence = g_strdup_printf (
      /* Translators: year, cluster, rank by size, rank by intensity. */
      _ ("In the Global Innovation Index %s, %s is number %s of the science "
         "and technology clusters of the world by size and number %s by "
         "intensity."),
      edition, cluster, rank, intensity);
  add_sentence (text, sentence);
}

static void
add_rates (GString *text,
           const AtlasFormat *format,
           const AtlasProfile *profile,
           const char *cluster)
{
  g_autofree char *patents = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *sentence = NULL;

  if (!are_given (&profile->per_million[ATLAS_PATENTS],
                  &profile->per_million[ATLAS_ARTICLES]))
    return;

  patents = atlas_format_number (format, &profile->per_million[ATLAS_PATENTS]);
  articles =
      atlas_format_number (format, &profile->per_million[ATLAS_ARTICLES]);
  sentence = g_strdup_printf (
      /* Translators: cluster, patents, articles. */
      _ ("%s filed %s PCT applications and published %s scientific articles "
         "per million inhabitants over five years."),
      cluster, patents, articles);
  add_sentence (text, sentence);
}

static void
add_first (GString *text,
           const AtlasFormat *format,
           const AtlasProfile *profile,
           AtlasKind kind)
{
  const AtlasEntry *first =
      profile->n_entries[kind] > 0 ? &profile->entries[kind][0] : NULL;
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  g_autofree char *share = NULL;
  g_autofree char *sentence = NULL;

  if (first == NULL || first->name == NULL
      || !are_given (&first->count, &first->share))
    return;

  name = atlas_format_name (format, first->name);
  count = atlas_format_number (format, &first->count);
  share = atlas_format_share (format, &first->share);
  if (kind == ATLAS_PATENTS)
    sentence = g_strdup_printf (
        /* Translators: applicant, number of patents, share in percent. */
        _ ("Its first applicant is %s with %s patents (%s)."), name, count,
        share);
  else
    sentence = g_strdup_printf (
        /* Translators: organisation, number of articles, share in percent. */
        _ ("Its first publishing organisation is %s with %s articles (%s)."),
        name, count, share);
  add_sentence (text, sentence);
}

static void
add_collaboration (GString *text,
                   const AtlasFormat *format,
                   const AtlasProfile *profile)
{
  g_autofree char *patents = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *sentence = NULL;

  if (!are_given (&profile->collaboration[ATLAS_PATENTS],
                  &profile->collaboration[ATLAS_ARTICLES]))
    return;

  patents = atlas_format_share (format, &profile->collaboration[ATLAS_PATENTS]);
  articles =
      atlas_format_share (format, &profile->collaboration[ATLAS_ARTICLES]);
  sentence = g_strdup_printf (
      /* Translators: two shares in percent. */
      _ ("%s of its patents and %s of its articles were made in "
         "collaboration."),
      patents, articles);
  add_sentence (text, sentence);
}

/**
 * atlas_report_dup_sentence:
 * @profile: a profile
 *
 * Returns: (transfer full): its figures in a few sentences of the user's
 *   language, with the source and licence line
 */
char *
atlas_report_dup_sentence (const AtlasProfile *profile)
{
  GString *text = g_string_new (NULL);
  AtlasFormat format;
  g_autofree char *name = NULL;
  g_autofree char *cluster = NULL;
  g_autofree char *edition = NULL;
  g_autofree char *source = NULL;

  atlas_format_init_for_locale (&format);
  name = atlas_format_name (&format, profile->cluster != NULL
                                         ? profile->cluster
                                         : _ ("Unnamed cluster"));
  /* Translators: a cluster and its economy. */
  cluster = profile->economy != NULL
                ? g_strdup_printf (_ ("%s (%s)"), name, profile->economy)
                : g_strdup (name);
  edition = atlas_number_is_given (&profile->edition)
                ? atlas_format_edition (&format, &profile->edition)
                : g_strdup ("");

  add_ranks (text, &format, profile, cluster, edition);
  add_rates (text, &format, profile, text->len > 0 ? name : cluster);
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    add_first (text, &format, profile, kind);
  add_collaboration (text, &format, profile);

  source = g_strdup_printf (
      _ ("Source: WIPO, Global Innovation Index %s. The Secretariat of WIPO "
         "assumes no liability or responsibility with regard to the "
         "transformation or translation of the original content."),
      edition);
  add_sentence (text, source);

  return g_string_free (text, FALSE);
}

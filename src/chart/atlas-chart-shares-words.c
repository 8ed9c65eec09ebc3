/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-shares-private.h"
#include "atlas-gettext.h"

/* What charts of shares say: title, subtitle, note. */

/* Whether a chart of this kind shows an output. */
gboolean
atlas_shares_shows (const AtlasChart *chart, AtlasKind kind)
{
  switch (chart->kind)
    {
    case ATLAS_CHART_APPLICANTS:
      return kind == ATLAS_PATENTS;
    case ATLAS_CHART_PUBLISHERS:
      return kind == ATLAS_ARTICLES;
    default:
      return atlas_chart_shows (chart, kind);
    }
}

gboolean
atlas_shares_shows_both (const AtlasChart *chart)
{
  return atlas_shares_shows (chart, ATLAS_PATENTS)
         && atlas_shares_shows (chart, ATLAS_ARTICLES);
}

/* The holder with the largest printed share; FALSE where none is given. */
gboolean
atlas_shares_find_leader (const AtlasChart *chart,
                          guint profile,
                          AtlasKind kind,
                          guint *leader)
{
  const AtlasProfile *shown = chart->profiles[profile];
  double largest = -1;
  guint i;

  for (i = 0; i < shown->n_entries[kind]; i++)
    {
      const AtlasEntry *entry = &shown->entries[kind][i];

      if (atlas_number_is_given (&entry->share) && entry->name != NULL
          && entry->share.value > largest)
        {
          largest = entry->share.value;
          *leader = i;
        }
    }

  return largest >= 0;
}

/* Name and share of a leader, worded. */
static void
word_leader (const AtlasChart *chart,
             guint profile,
             AtlasKind kind,
             guint leader,
             char **name,
             char **share)
{
  const AtlasEntry *entry = &chart->profiles[profile]->entries[kind][leader];

  *name = atlas_format_name (
      &chart->format, atlas_chart_get_entry_name (chart, profile, entry));
  *share = atlas_format_share (&chart->format, &entry->share);
}

static char *
dup_title_of_one (const AtlasChart *chart)
{
  g_autofree char *cluster = atlas_chart_dup_cluster (chart, 0);
  char *names[ATLAS_N_KINDS] = { NULL, NULL };
  char *shares[ATLAS_N_KINDS] = { NULL, NULL };
  gboolean known[ATLAS_N_KINDS];
  guint kind, leader = 0;
  char *title;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      known[kind] = atlas_shares_shows (chart, kind)
                    && atlas_shares_find_leader (chart, 0, kind, &leader);
      if (known[kind])
        word_leader (chart, 0, kind, leader, &names[kind], &shares[kind]);
    }

  if (known[ATLAS_PATENTS] && known[ATLAS_ARTICLES]
      && g_str_equal (names[ATLAS_PATENTS], names[ATLAS_ARTICLES]))
    /* Translators: organisation, cluster, two shares */
    title = g_strdup_printf (_ ("%1$s leads %2$s in patents (%3$s) and in "
                                "articles (%4$s)"),
                             names[ATLAS_PATENTS], cluster,
                             shares[ATLAS_PATENTS], shares[ATLAS_ARTICLES]);
  else if (known[ATLAS_PATENTS] && known[ATLAS_ARTICLES])
    /* Translators: cluster, applicant, its share, publisher, its share */
    title =
        g_strdup_printf (_ ("%1$s: %2$s leads in patents (%3$s), %4$s in "
                            "articles (%5$s)"),
                         cluster, names[ATLAS_PATENTS], shares[ATLAS_PATENTS],
                         names[ATLAS_ARTICLES], shares[ATLAS_ARTICLES]);
  else if (known[ATLAS_PATENTS])
    /* Translators: applicant, cluster, share */
    title =
        g_strdup_printf (_ ("%1$s leads the patents of %2$s with %3$s"),
                         names[ATLAS_PATENTS], cluster, shares[ATLAS_PATENTS]);
  else if (known[ATLAS_ARTICLES])
    /* Translators: publisher, cluster, share */
    title = g_strdup_printf (_ ("%1$s leads the articles of %2$s with %3$s"),
                             names[ATLAS_ARTICLES], cluster,
                             shares[ATLAS_ARTICLES]);
  else
    title = g_strdup_printf (_ ("Leading organisations of %s"), cluster);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      g_free (names[kind]);
      g_free (shares[kind]);
    }

  return title;
}

/* What the leader of a profile holds. */
static AtlasInterval
get_leading_share (const AtlasChart *chart, guint profile, gconstpointer data)
{
  AtlasKind kind = (AtlasKind) GPOINTER_TO_UINT (data);
  AtlasInterval share;
  guint leader = 0;

  if (!atlas_shares_find_leader (chart, profile, kind, &leader)
      || !atlas_number_get_bounds (
          &chart->profiles[profile]->entries[kind][leader].share, &share.low,
          &share.high))
    return ATLAS_INTERVAL_NONE;

  return share;
}

static char *
dup_title_of_several (const AtlasChart *chart)
{
  AtlasKind kind = atlas_shares_shows (chart, ATLAS_PATENTS) ? ATLAS_PATENTS
                                                             : ATLAS_ARTICLES;
  g_autoptr (GArray) most = atlas_chart_find_highest (chart, get_leading_share,
                                                      GUINT_TO_POINTER (kind));
  g_autofree char *name = NULL;
  g_autofree char *share = NULL;
  g_autofree char *cluster = NULL;
  guint strongest, leader = 0;

  if (most->len == 0)
    return g_strdup (_ ("Leading organisations of the clusters"));

  strongest = g_array_index (most, guint, 0);
  atlas_shares_find_leader (chart, strongest, kind, &leader);
  word_leader (chart, strongest, kind, leader, &name, &share);
  if (most->len > 1)
    return g_strdup_printf (
        kind == ATLAS_PATENTS
            /* Translators: %s is a share */
            ? _ ("The first applicant holds up to %s of a cluster's patents")
            /* Translators: %s is a share */
            : _ ("The first publisher holds up to %s of a cluster's articles"),
        share);

  cluster = atlas_chart_dup_cluster (chart, strongest);

  return g_strdup_printf (
      kind == ATLAS_PATENTS
          /* Translators: cluster, applicant, share */
          ? _ ("The strongest applicant is %2$s in %1$s with %3$s")
          /* Translators: cluster, publisher, share */
          : _ ("The strongest publisher is %2$s in %1$s with %3$s"),
      cluster, name, share);
}

char *
atlas_shares_dup_title (const AtlasChart *chart)
{
  return chart->n_profiles == 1 ? dup_title_of_one (chart)
                                : dup_title_of_several (chart);
}

char *
atlas_shares_dup_subtitle (const AtlasChart *chart)
{
  g_autofree char *places = atlas_chart_dup_places (chart);
  g_autofree char *editions = atlas_chart_dup_editions (chart);

  if (atlas_shares_shows_both (chart))
    return g_strdup_printf (
        /* Translators: place, edition */
        _ ("Share and number of PCT patent applications by applicant and of "
           "scientific articles by publisher, %1$s, five years, %2$s"),
        places, editions);

  return g_strdup_printf (
      atlas_shares_shows (chart, ATLAS_PATENTS)
          /* Translators: place, edition */
          ? _ ("Share and number of PCT patent applications by applicant, "
               "%1$s, five years, %2$s")
          /* Translators: place, edition */
          : _ ("Share and number of scientific articles by publisher, %1$s, "
               "five years, %2$s"),
      places, editions);
}

static gboolean
has_others (const AtlasChart *chart)
{
  guint i, kind;

  for (i = 0; i < chart->n_profiles; i++)
    for (kind = 0; kind < ATLAS_N_KINDS; kind++)
      if (atlas_shares_shows (chart, kind)
          && atlas_interval_is_known (chart->estimates[i].others[kind]))
        return TRUE;

  return FALSE;
}

char *
atlas_shares_dup_note (const AtlasChart *chart)
{
  GString *note = g_string_new (_ ("Shares are rounded in the source."));

  if (has_others (chart))
    {
      g_string_append_c (note, ' ');
      /* a ring is closed: it has no end that could be pale */
      g_string_append (
          note,
          chart->options.form == ATLAS_FORM_DONUT
              ? _ ("Hatched: all others, estimated (≈) from counts and rounded "
                   "shares.")
              : _ ("Hatched: all others, estimated (≈) from counts and rounded "
                   "shares; the pale end is what stays uncertain."));
    }
  if (chart->n_profiles > 1 && chart->options.form != ATLAS_FORM_DONUT)
    {
      g_string_append_c (note, ' ');
      g_string_append (note, _ ("All bars share one scale."));
    }
  if (atlas_shares_shows (chart, ATLAS_ARTICLES))
    {
      g_string_append_c (note, ' ');
      g_string_append (note, _ ("An article can count for several "
                                "organisations."));
    }

  return g_string_free (note, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-words.h"

#include "atlas-gettext.h"

/* So many names stand in a list; more are counted. */
#define MAX_LISTED 6

static char *
name_of (const AtlasNetwork *network, guint place, const AtlasFormat *format)
{
  gsize n_places;
  const AtlasPlace *places = atlas_network_get_places (network, &n_places);

  return atlas_format_name (format, places[place].label);
}

/**
 * atlas_network_dup_title:
 * @network: a network
 * @format: how names are set
 *
 * Returns: (transfer full): which places are named most, if some are
 */
char *
atlas_network_dup_title (const AtlasNetwork *network, const AtlasFormat *format)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const AtlasPlace *places;
  guint best = 0;
  guint of_n = 0;
  guint n_best = 0;
  guint found[2] = { 0, 0 };
  gsize n_places;

  places = atlas_network_get_places (network, &n_places);
  for (gsize i = 0; i < n_places; i++)
    {
      if (places[i].named_by_any > best)
        n_best = 0;
      if (places[i].named_by_any < MAX (best, 1u))
        continue;
      best = places[i].named_by_any;
      of_n = MAX (places[i].of_n, n_best > 0 ? of_n : 0);
      if (n_best < G_N_ELEMENTS (found))
        found[n_best] = (guint) i;
      n_best++;
    }
  /* Many that one names each are no news, and "1 clusters" no language. */
  if (n_best == 0 || (n_best > G_N_ELEMENTS (found) && best == 1))
    return g_strdup (_ ("Who names whom as a collaboration partner"));

  first = name_of (network, found[0], format);
  if (n_best == 1)
    return g_strdup_printf (
        ngettext ("%s is named most: by %u of %u loaded cluster",
                  "%s is named most: by %u of %u loaded clusters", of_n),
        first, best, of_n);
  second = name_of (network, found[1], format);
  if (n_best == 2)
    return g_strdup_printf (
        ngettext ("%s and %s are named most: by %u of %u loaded cluster",
                  "%s and %s are named most: by %u of %u loaded clusters",
                  of_n),
        first, second, best, of_n);

  return g_strdup_printf (
      ngettext ("%u place is named most, by %u clusters each",
                "%u places are named most, by %u clusters each", n_best),
      n_best, best);
}

/* "edition 2024", "editions 2023 to 2024" or NULL. */
static char *
dup_editions (const AtlasNetwork *network)
{
  const AtlasLink *links;
  guint first = G_MAXUINT;
  guint last = 0;
  gsize n_links;

  links = atlas_network_get_links (network, &n_links);
  for (gsize i = 0; i < n_links; i++)
    if (links[i].edition != 0)
      {
        first = MIN (first, links[i].edition);
        last = MAX (last, links[i].edition);
      }
  if (last == 0)
    return g_strdup (_ ("edition not known"));
  if (first == last)
    return g_strdup_printf (_ ("edition %u"), last);

  return g_strdup_printf (_ ("editions %u to %u"), first, last);
}

/**
 * atlas_network_dup_subtitle:
 * @network: a network
 * @format: how figures are set
 *
 * Returns: (transfer full): how large the network is, and of what editions
 */
char *
atlas_network_dup_subtitle (const AtlasNetwork *network,
                            const AtlasFormat *format)
{
  g_autofree char *places = NULL;
  g_autofree char *loaded = NULL;
  g_autofree char *patents = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *editions = dup_editions (network);
  AtlasNetworkSummary summary;

  atlas_network_summarise (network, &summary);
  places = g_strdup_printf (
      ngettext ("%u place", "%u places", summary.n_places), summary.n_places);
  loaded = g_strdup_printf (
      ngettext ("%u open profile", "%u open profiles", summary.n_loaded),
      summary.n_loaded);
  patents =
      g_strdup_printf (ngettext ("%u link for patents", "%u links for patents",
                                 summary.n_links[ATLAS_PATENTS]),
                       summary.n_links[ATLAS_PATENTS]);
  articles = g_strdup_printf (ngettext ("%u link for articles",
                                        "%u links for articles",
                                        summary.n_links[ATLAS_ARTICLES]),
                              summary.n_links[ATLAS_ARTICLES]);

  /* Translators: "14 places, 5 open profiles; 15 links for patents, 15 links
   * for articles; edition 2024". */
  return g_strdup_printf (_ ("Collaboration partners named: %1$s, %2$s; %3$s, "
                             "%4$s; %5$s"),
                          places, loaded, patents, articles, editions);
}

/**
 * atlas_network_dup_description:
 * @network: a network
 * @format: how figures are set
 *
 * Returns: (transfer full): the finding in a few sentences, for those who
 *   cannot see the picture
 */
char *
atlas_network_dup_description (const AtlasNetwork *network,
                               const AtlasFormat *format)
{
  g_autofree char *title = atlas_network_dup_title (network, format);
  g_autofree char *subtitle = atlas_network_dup_subtitle (network, format);
  AtlasNetworkSummary summary;

  atlas_network_summarise (network, &summary);

  return g_strdup_printf (
      _ ("%s. %s. Of %u pairs of places, %u are named for patents and for "
         "articles; %u are mutual, %u one-way, and of %u it is not known."),
      title, subtitle, summary.n_pairs, summary.n_pairs_both,
      summary.n_pairs_answer[ATLAS_LINK_MUTUAL],
      summary.n_pairs_answer[ATLAS_LINK_ONE_WAY],
      summary.n_pairs_answer[ATLAS_LINK_UNKNOWN]);
}

/**
 * atlas_network_dup_rule:
 * @network: a network
 * @format: how figures are set
 *
 * Returns: (transfer full): how arrows are to be read
 */
char *
atlas_network_dup_rule (const AtlasNetwork *network, const AtlasFormat *format)
{
  return g_strdup (
      _ ("An arrow from A to B: the profile of A names B among its top three "
         "collaborating places. Profiles give no number for each place, so "
         "arrows have an order and no weight. Whom a place without profile "
         "names is not known."));
}

/**
 * atlas_network_dup_hidden:
 * @n_hidden: number of labels not shown
 * @format: how figures are set
 *
 * Returns: (transfer full) (nullable): a sentence that says so
 */
char *
atlas_network_dup_hidden (guint n_hidden, const AtlasFormat *format)
{
  g_autofree char *number = NULL;

  if (n_hidden == 0)
    return NULL;
  number = atlas_format_value (format, n_hidden, 0);

  return g_strdup_printf (
      ngettext ("%s label hidden", "%s labels hidden", n_hidden), number);
}

/* Names that @place names for a kind, in their order. */
static char *
dup_named (const AtlasNetwork *network,
           guint place,
           AtlasKind kind,
           const AtlasFormat *format)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const AtlasLink *links;
  gsize n_links;

  links = atlas_network_get_out_links (network, place, &n_links);
  for (gsize i = 0; i < n_links && names->len < MAX_LISTED; i++)
    if (links[i].kind == kind)
      g_ptr_array_add (names, name_of (network, links[i].target, format));
  if (names->len == 0)
    return NULL;

  return atlas_format_list (format, (const char *const *) names->pdata,
                            names->len);
}

static void
append_named (GString *sentence,
              const AtlasNetwork *network,
              guint place,
              const AtlasFormat *format)
{
  g_autofree char *patents = dup_named (network, place, ATLAS_PATENTS, format);
  g_autofree char *articles =
      dup_named (network, place, ATLAS_ARTICLES, format);

  if (patents != NULL)
    {
      g_string_append_c (sentence, ' ');
      g_string_append_printf (sentence, _ ("For patents it names %s."),
                              patents);
    }
  if (articles != NULL)
    {
      g_string_append_c (sentence, ' ');
      g_string_append_printf (sentence, _ ("For articles it names %s."),
                              articles);
    }
}

/**
 * atlas_network_dup_place_sentence:
 * @network: a network
 * @place: index of a place
 * @format: how names and figures are set
 *
 * Returns: (transfer full): what is known of the place, in sentences
 */
char *
atlas_network_dup_place_sentence (const AtlasNetwork *network,
                                  guint place,
                                  const AtlasFormat *format)
{
  g_autoptr (GString) sentence = g_string_new (NULL);
  g_autofree char *name = name_of (network, place, format);
  g_autofree char *counts = NULL;
  const AtlasPlace *p;
  gsize n_places;

  p = &atlas_network_get_places (network, &n_places)[place];
  if (p->economy != NULL)
    {
      g_autofree char *economy = atlas_format_name (format, p->economy);

      g_string_append_printf (
          sentence,
          p->loaded ? _ ("%s, %s.") : _ ("%s, %s; its profile is not open."),
          name, economy);
    }
  else
    {
      g_string_append_printf (
          sentence, p->loaded ? _ ("%s.") : _ ("%s; its profile is not open."),
          name);
    }
  counts = g_strdup_printf (
      ngettext ("Named by %u of %u other loaded cluster: %u for patents, "
                "%u for articles.",
                "Named by %u of %u other loaded clusters: %u for patents, "
                "%u for articles.",
                p->of_n),
      p->named_by_any, p->of_n, p->named_by[ATLAS_PATENTS],
      p->named_by[ATLAS_ARTICLES]);
  g_string_append_c (sentence, ' ');
  g_string_append (sentence, counts);
  append_named (sentence, network, place, format);
  if (p->economy != NULL && !p->economy_printed)
    {
      g_string_append_c (sentence, ' ');
      g_string_append (sentence,
                       _ ("Its economy is not printed in the open profiles; "
                          "it comes from a list of known places."));
    }

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

static char *
dup_patent_link (guint order, const char *source, const char *target)
{
  if (order == 1)
    return g_strdup_printf (_ ("%1$s names %2$s first for patents."), source,
                            target);
  if (order == 2)
    return g_strdup_printf (_ ("%1$s names %2$s second for patents."), source,
                            target);

  return g_strdup_printf (_ ("%1$s names %2$s third for patents."), source,
                          target);
}

static char *
dup_article_link (guint order, const char *source, const char *target)
{
  if (order == 1)
    return g_strdup_printf (_ ("%1$s names %2$s first for articles."), source,
                            target);
  if (order == 2)
    return g_strdup_printf (_ ("%1$s names %2$s second for articles."), source,
                            target);

  return g_strdup_printf (_ ("%1$s names %2$s third for articles."), source,
                          target);
}

static char *
dup_answer (AtlasLinkAnswer answer, const char *target, const char *source)
{
  if (answer == ATLAS_LINK_MUTUAL)
    return g_strdup_printf (_ ("%1$s names %2$s, too."), target, source);
  if (answer == ATLAS_LINK_ONE_WAY)
    return g_strdup_printf (_ ("%1$s does not name %2$s."), target, source);

  return g_strdup_printf (
      _ ("Whether %1$s names %2$s is not known: the profile of %1$s is not "
         "open."),
      target, source);
}

/**
 * atlas_network_dup_link_sentence:
 * @network: a network
 * @link: index of a link
 * @format: how names are set
 *
 * Returns: (transfer full): who names whom, for what, how, and whether the
 *   other does, too
 */
char *
atlas_network_dup_link_sentence (const AtlasNetwork *network,
                                 guint link,
                                 const AtlasFormat *format)
{
  g_autofree char *source = NULL;
  g_autofree char *target = NULL;
  g_autofree char *says = NULL;
  g_autofree char *answer = NULL;
  const AtlasLink *l;
  gsize n_links;

  l = &atlas_network_get_links (network, &n_links)[link];
  source = name_of (network, l->source, format);
  target = name_of (network, l->target, format);
  says = l->kind == ATLAS_PATENTS ? dup_patent_link (l->order, source, target)
                                  : dup_article_link (l->order, source, target);
  answer = dup_answer (l->answer, target, source);

  return g_strdup_printf ("%s %s", says, answer);
}

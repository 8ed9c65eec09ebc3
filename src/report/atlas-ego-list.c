/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-ego-private.h"

#include "atlas-gettext.h"
#include <string.h>

/* Who stands around a cluster. */

/* The tables beside the figure have longer names whole. */
#define MOST_LETTERS 54

/**
 * atlas_subject_get_answer:
 * @subject: a subject
 * @kind: of patents or of articles
 * @order: 1 for the partner named first
 *
 * Returns: whether that partner names the cluster too
 */
AtlasLinkAnswer
atlas_subject_get_answer (const AtlasSubject *subject,
                          AtlasKind kind,
                          guint order)
{
  const AtlasLink *links;
  gsize n_links;

  if (subject->place < 0)
    return ATLAS_LINK_UNKNOWN;

  links = atlas_network_get_out_links (subject->report->surroundings,
                                       (guint) subject->place, &n_links);
  for (gsize i = 0; i < n_links; i++)
    if (links[i].profile == subject->index && links[i].kind == kind
        && links[i].order == order)
      return links[i].answer;

  return ATLAS_LINK_UNKNOWN;
}

/**
 * atlas_ego_dup_short:
 * @name: a name
 *
 * Returns: (transfer full): the name, or its beginning where it is a text by
 *   itself
 */
char *
atlas_ego_dup_short (const char *name)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= MOST_LETTERS)
    return g_strdup (name);

  start = g_utf8_substring (name, 0, MOST_LETTERS - 1);
  return g_strconcat (start, "…", NULL);
}

/* Whether the profile of a place is in the report, and not just open. */
static gboolean
is_inside (const AtlasReport *report, const char *name)
{
  g_autofree char *key = atlas_aliases_dup_place_key (report->aliases, name);
  gssize place = atlas_network_find (report->network, key);

  return place >= 0
         && atlas_network_get_places (report->network, NULL)[place].loaded;
}

static void
clear_neighbour (gpointer data)
{
  AtlasNeighbour *neighbour = data;

  g_free (neighbour->name);
  g_free (neighbour->label);
}

/* The neighbour of that name, added where it is not there yet. */
static AtlasNeighbour *
get_neighbour (GArray *list, const char *name, AtlasLinkAnswer answer)
{
  AtlasNeighbour added = { 0 };

  for (guint i = 0; i < list->len; i++)
    if (strcmp (g_array_index (list, AtlasNeighbour, i).name, name) == 0)
      return &g_array_index (list, AtlasNeighbour, i);

  added.name = g_strdup (name);
  added.label = atlas_ego_dup_short (name);
  added.answer = answer;
  g_array_append_val (list, added);
  return &g_array_index (list, AtlasNeighbour, list->len - 1);
}

static GArray *
list_new (void)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (AtlasNeighbour));

  g_array_set_clear_func (list, clear_neighbour);
  return list;
}

/**
 * atlas_ego_list_partners:
 * @subject: a subject
 *
 * Returns: (transfer full) (element-type AtlasNeighbour): whom it names, for
 *   patents and for articles, each once, in the order of naming
 */
GArray *
atlas_ego_list_partners (const AtlasSubject *subject)
{
  const AtlasProfile *profile = subject->profile;
  GArray *list = list_new ();

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint i = 0; i < profile->n_partners[kind]; i++)
      {
        const AtlasPartner *partner = &profile->partners[kind][i];
        AtlasLinkAnswer answer =
            atlas_subject_get_answer (subject, kind, partner->order);
        AtlasNeighbour *neighbour = get_neighbour (list, partner->name, answer);

        neighbour->kinds |= 1u << kind;
        neighbour->inside = answer != ATLAS_LINK_UNKNOWN
                            && is_inside (subject->report, partner->name);
        if (answer == ATLAS_LINK_MUTUAL)
          neighbour->answer = answer;
      }

  return list;
}

/**
 * atlas_ego_shorten:
 * @list: (element-type AtlasNeighbour): a list; may have been shortened before
 * @most: how long it may be
 *
 * Too many to be told apart become a number, which is the last of the list.
 */
void
atlas_ego_shorten (GArray *list, guint most)
{
  guint more = 0;
  AtlasNeighbour *last;

  if (list->len <= most)
    return;

  for (guint i = most - 1; i < list->len; i++)
    more += MAX (g_array_index (list, AtlasNeighbour, i).more, 1);
  g_array_set_size (list, most);
  last = &g_array_index (list, AtlasNeighbour, most - 1);
  clear_neighbour (last);
  last->name =
      g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);
  last->label = g_strdup (last->name);
  last->kinds = 0;
  last->more = more;
}

/**
 * atlas_ego_list_naming:
 * @subject: a subject
 *
 * Returns: (transfer full) (element-type AtlasNeighbour): the clusters of the
 *   same edition that name it, each once
 */
GArray *
atlas_ego_list_naming (const AtlasSubject *subject)
{
  const AtlasNetwork *network = subject->report->surroundings;
  const AtlasPlace *places = atlas_network_get_places (network, NULL);
  const AtlasLink *links = atlas_network_get_links (network, NULL);
  GArray *list = list_new ();
  const guint32 *in_links;
  gsize n_in_links;

  if (subject->place < 0)
    return list;

  in_links =
      atlas_network_get_in_links (network, (guint) subject->place, &n_in_links);
  for (gsize i = 0; i < n_in_links; i++)
    {
      const AtlasLink *link = &links[in_links[i]];
      AtlasNeighbour *neighbour;

      if (atlas_number_is_given (&subject->profile->edition)
          && link->edition != (guint) subject->profile->edition.value)
        continue;
      neighbour =
          get_neighbour (list, places[link->source].label, ATLAS_LINK_ONE_WAY);
      neighbour->kinds |= 1u << link->kind;
      neighbour->inside = link->profile < subject->report->n_subjects;
    }

  return list;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-private.h"

#include <string.h>

#include "atlas-fold.h"
#include "atlas-gazetteer.h"

/* A place while the network is being built. */
typedef struct
{
  char *id;
  GHashTable *spellings; /* printed name → how often */
  const char *loaded_label;
  const char *economy;
  gssize profile;
  guint number;
} Draft;

typedef struct
{
  const AtlasAliases *aliases;
  GHashTable *drafts; /* id → Draft */
  GHashTable *seen;   /* "edition id" of the profiles read */
  GArray *links;      /* AtlasLink, whose ends are Draft numbers */
  GArray *loads;      /* AtlasLoad, likewise */
  GPtrArray *order;   /* Draft by number */
} Builder;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->id);
  g_hash_table_unref (draft->spellings);
  g_free (draft);
}

static char *
dup_key (const AtlasAliases *aliases, const char *name)
{
  if (aliases == NULL)
    return atlas_fold_place (name);

  return atlas_aliases_dup_place_key (aliases, name);
}

/* The draft of a place of this printed name; NULL when nothing is printed. */
static Draft *
find_draft (Builder *builder, const char *name)
{
  g_autofree char *id = dup_key (builder->aliases, name);
  Draft *draft;
  guint count;

  if (*id == '\0')
    return NULL;

  draft = g_hash_table_lookup (builder->drafts, id);
  if (draft == NULL)
    {
      draft = g_new0 (Draft, 1);
      draft->id = g_steal_pointer (&id);
      draft->spellings = g_hash_table_new (g_str_hash, g_str_equal);
      draft->profile = -1;
      draft->number = builder->order->len;
      g_ptr_array_add (builder->order, draft);
      g_hash_table_insert (builder->drafts, draft->id, draft);
    }

  count = GPOINTER_TO_UINT (g_hash_table_lookup (draft->spellings, name));
  g_hash_table_insert (draft->spellings, (gpointer) name,
                       GUINT_TO_POINTER (count + 1));

  return draft;
}

static gboolean
has_target (GArray *links, guint first, guint target)
{
  guint i;

  for (i = first; i < links->len; i++)
    if (g_array_index (links, AtlasLink, i).target == target)
      return TRUE;

  return FALSE;
}

static void
add_links (Builder *builder,
           const AtlasProfile *profile,
           guint number,
           const Draft *source,
           guint edition,
           AtlasKind kind)
{
  const guint first = builder->links->len;
  guint i;

  for (i = 0; i < profile->n_partners[kind]; i++)
    {
      const AtlasPartner *partner = &profile->partners[kind][i];
      const Draft *target = NULL;
      AtlasLink link = { 0 };

      if (partner->name != NULL)
        target = find_draft (builder, partner->name);
      if (target == NULL || target == source
          || has_target (builder->links, first, target->number))
        continue;

      link.source = source->number;
      link.target = target->number;
      link.profile = number;
      link.line = partner->line;
      link.edition = edition;
      link.kind = kind;
      link.order = partner->order;
      g_array_append_val (builder->links, link);
    }
}

/* Reads a profile. Of several of one cluster and edition the first counts. */
static void
add_profile (Builder *builder, const AtlasProfile *profile, guint number)
{
  AtlasLoad load = { 0 };
  Draft *draft;
  char *key;

  if (profile->cluster == NULL)
    return;

  if (atlas_number_is_given (&profile->edition))
    load.edition = (guint) profile->edition.value;

  draft = find_draft (builder, profile->cluster);
  if (draft == NULL)
    return;

  key = g_strdup_printf ("%u %s", load.edition, draft->id);
  if (!g_hash_table_add (builder->seen, key))
    return;

  if (draft->loaded_label == NULL)
    {
      draft->loaded_label = profile->cluster;
      draft->profile = number;
    }
  if (draft->economy == NULL)
    draft->economy = profile->economy;

  load.place = draft->number;
  load.profile = number;
  g_array_append_val (builder->loads, load);

  add_links (builder, profile, number, draft, load.edition, ATLAS_PATENTS);
  add_links (builder, profile, number, draft, load.edition, ATLAS_ARTICLES);
}

/* The spelling to show: that of its own profile; else one that is no mere
 * alias, the more frequent the better, the same whatever came first. */
static const char *
choose_label (const Draft *draft)
{
  const char *best = NULL;
  gboolean best_own = FALSE;
  guint best_count = 0;
  GHashTableIter iter;
  gpointer key, value;

  if (draft->loaded_label != NULL)
    return draft->loaded_label;

  g_hash_table_iter_init (&iter, draft->spellings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *folded = atlas_fold_place (key);
      const gboolean own = strcmp (folded, draft->id) == 0;
      const guint count = GPOINTER_TO_UINT (value);

      if (best != NULL && own != best_own ? !own
          : best != NULL && count != best_count
              ? count < best_count
              : best != NULL && strcmp (key, best) > 0)
        continue;

      best = key;
      best_own = own;
      best_count = count;
    }

  return best;
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const Draft *left = *(const Draft *const *) a;
  const Draft *right = *(const Draft *const *) b;

  return strcmp (left->id, right->id);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const AtlasLink *left = a;
  const AtlasLink *right = b;

  if (left->source != right->source)
    return left->source < right->source ? -1 : 1;
  if (left->edition != right->edition)
    return left->edition < right->edition ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;

  return (left->order > right->order) - (left->order < right->order);
}

static int
compare_loads (gconstpointer a, gconstpointer b)
{
  const AtlasLoad *left = a;
  const AtlasLoad *right = b;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;

  return (left->edition > right->edition) - (left->edition < right->edition);
}

static void
fill_place (AtlasNetwork *self, AtlasPlace *place, const Draft *draft)
{
  const char *economy = draft->economy;

  if (economy == NULL)
    economy = atlas_gazetteer_get_economy (draft->id);

  place->id = g_string_chunk_insert_const (self->strings, draft->id);
  place->label =
      g_string_chunk_insert_const (self->strings, choose_label (draft));
  if (economy != NULL)
    place->economy = g_string_chunk_insert_const (self->strings, economy);
  place->economy_printed = draft->economy != NULL;
  place->loaded = draft->profile >= 0;
  place->profile = draft->profile;
  place->x = place->y = 0.5;
}

/* Sorts the places by id and the rest by place. */
static void
finish_places (AtlasNetwork *self, Builder *builder)
{
  g_autofree guint *rank = g_new (guint, MAX (builder->order->len, 1));
  guint i;

  /* Draft numbers end here: sorting the array renumbers the drafts. */
  g_ptr_array_sort (builder->order, compare_drafts);

  self->n_places = builder->order->len;
  self->places = g_new0 (AtlasPlace, MAX (self->n_places, 1));

  for (i = 0; i < self->n_places; i++)
    {
      const Draft *draft = g_ptr_array_index (builder->order, i);

      rank[draft->number] = i;
      fill_place (self, &self->places[i], draft);
    }

  for (i = 0; i < builder->links->len; i++)
    {
      AtlasLink *link = &g_array_index (builder->links, AtlasLink, i);

      link->source = rank[link->source];
      link->target = rank[link->target];
    }
  for (i = 0; i < builder->loads->len; i++)
    {
      AtlasLoad *load = &g_array_index (builder->loads, AtlasLoad, i);

      load->place = rank[load->place];
    }

  g_array_sort (builder->links, compare_links);
  g_array_sort (builder->loads, compare_loads);

  self->n_links = builder->links->len;
  self->n_loads = builder->loads->len;
  self->links = (AtlasLink *) g_array_free (builder->links, FALSE);
  self->loads = (AtlasLoad *) g_array_free (builder->loads, FALSE);
}

/**
 * atlas_network_new:
 * @profiles: (array length=n_profiles): the profiles
 * @n_profiles: how many
 * @aliases: (nullable): names that mean the same place
 *
 * Builds the network of who names whom. Of several profiles of one cluster and
 * edition the first counts. Links of different editions stand side by side, a
 * cluster that names another in two editions counts once: see
 * atlas_network_get_editions(), and show one edition at a time with
 * atlas_network_filter(). The result does not depend on the order of the
 * profiles, but for their indices and for contradicting duplicates.
 *
 * Measures and positions are filled in by atlas_network_measure() and
 * atlas_network_arrange(); until then the positions are 0.5.
 *
 * Returns: (transfer full): the network
 */
AtlasNetwork *
atlas_network_new (const AtlasProfile *const *profiles,
                   gsize n_profiles,
                   const AtlasAliases *aliases)
{
  AtlasNetwork *self = atlas_network_alloc ();
  Builder builder = { .aliases = aliases };
  gsize i;

  self->strings = g_string_chunk_new (4096);

  builder.drafts = g_hash_table_new (g_str_hash, g_str_equal);
  builder.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder.links = g_array_new (FALSE, FALSE, sizeof (AtlasLink));
  builder.loads = g_array_new (FALSE, FALSE, sizeof (AtlasLoad));
  builder.order = g_ptr_array_new_with_free_func (draft_free);

  for (i = 0; i < n_profiles; i++)
    add_profile (&builder, profiles[i], (guint) i);

  finish_places (self, &builder);

  g_hash_table_unref (builder.drafts);
  g_hash_table_unref (builder.seen);
  g_ptr_array_unref (builder.order);

  atlas_network_index (self);
  atlas_network_answer_links (self);
  atlas_network_answer_edges (self);
  atlas_network_count_facts (self);

  return self;
}

/* An empty network with one reference. */
AtlasNetwork *
atlas_network_alloc (void)
{
  AtlasNetwork *self = g_new0 (AtlasNetwork, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

/**
 * atlas_network_ref:
 * @self: a network
 *
 * Returns: (transfer full): @self
 */
AtlasNetwork *
atlas_network_ref (AtlasNetwork *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * atlas_network_unref:
 * @self: (transfer full): a network
 *
 * Drops a reference; the last one frees the network.
 */
void
atlas_network_unref (AtlasNetwork *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->origin, atlas_network_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->graph, atlas_graph_free);
  g_clear_pointer (&self->directed, atlas_graph_free);
  g_free (self->places);
  g_free (self->links);
  g_free (self->loads);
  g_free (self->edges);
  g_free (self->editions);
  g_free (self->out_offsets);
  g_free (self->in_offsets);
  g_free (self->in_links);
  g_free (self);
}

/**
 * atlas_network_get_places:
 * @self: a network
 * @n_places: (out) (nullable): how many
 *
 * Returns: (array length=n_places) (transfer none): the places, sorted by id
 */
const AtlasPlace *
atlas_network_get_places (const AtlasNetwork *self, gsize *n_places)
{
  if (n_places != NULL)
    *n_places = self->n_places;

  return self->places;
}

/**
 * atlas_network_get_links:
 * @self: a network
 * @n_links: (out) (nullable): how many
 *
 * Returns: (array length=n_links) (transfer none): the links, sorted by
 *   source, edition, kind and order
 */
const AtlasLink *
atlas_network_get_links (const AtlasNetwork *self, gsize *n_links)
{
  if (n_links != NULL)
    *n_links = self->n_links;

  return self->links;
}

/**
 * atlas_network_get_edges:
 * @self: a network
 * @n_edges: (out) (nullable): how many
 *
 * Returns: (array length=n_edges) (transfer none): the linked pairs of places,
 *   sorted by their first and second place
 */
const AtlasEdge *
atlas_network_get_edges (const AtlasNetwork *self, gsize *n_edges)
{
  if (n_edges != NULL)
    *n_edges = self->n_edges;

  return self->edges;
}

/**
 * atlas_network_get_editions:
 * @self: a network
 * @n_editions: (out) (nullable): how many
 *
 * Returns: (array length=n_editions) (transfer none): the editions of the
 *   profiles in it, rising; 0 stands for a profile without a year
 */
const guint *
atlas_network_get_editions (const AtlasNetwork *self, gsize *n_editions)
{
  if (n_editions != NULL)
    *n_editions = self->n_editions;

  return self->editions;
}

/**
 * atlas_network_find:
 * @self: a network
 * @id: key of a place
 *
 * Returns: the index of the place, or -1
 */
gssize
atlas_network_find (const AtlasNetwork *self, const char *id)
{
  return (gssize) GPOINTER_TO_SIZE (g_hash_table_lookup (self->index, id)) - 1;
}

/**
 * atlas_network_set_position:
 * @self: a network
 * @place: index of a place
 * @x: from the left, in the units of #AtlasPlace
 * @y: from the top
 * @pinned: whether it is to stay there
 *
 * Moves a place, as by dragging.
 */
void
atlas_network_set_position (AtlasNetwork *self,
                            guint place,
                            double x,
                            double y,
                            gboolean pinned)
{
  g_return_if_fail (place < self->n_places);

  self->places[place].x = x;
  self->places[place].y = y;
  self->places[place].pinned = pinned;
}

/**
 * atlas_network_set_pinned:
 * @self: a network
 * @place: index of a place
 * @pinned: whether it is to stay where it is
 *
 * Fixes the position of a place for atlas_network_arrange_full(), or frees it.
 */
void
atlas_network_set_pinned (AtlasNetwork *self, guint place, gboolean pinned)
{
  g_return_if_fail (place < self->n_places);

  self->places[place].pinned = pinned;
}

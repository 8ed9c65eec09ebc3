/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-profile-builder.h"

#include <string.h>

#include "atlas-profile-private.h"

/* What an ordinary profile needs; a larger one grows. The strings of the
 * five sample profiles take 300 to 400 bytes. */
#define N_ITEMS 16
#define N_BYTES 2048

/* Where in the pool of strings a string begins; 0 stands for NULL. */
typedef guint32 Offset;

/* A row, a field, a partner or a note while it is collected. */
typedef struct
{
  Offset name;
  guint32 line;
  guint32 order;
  AtlasNumber rank;
  AtlasNumber count;
  AtlasNumber share;
} Item;

/* A list that lives in the builder until it outgrows it. */
typedef struct
{
  Item *items;
  guint32 n;
  guint32 capacity;
  Item first[N_ITEMS];
} List;

struct _AtlasProfileBuilder
{
  AtlasProfileNumbers numbers;
  Offset source;
  Offset cluster;
  Offset economy;
  Offset demonym;
  guint32 cluster_line;
  guint32 economy_line;
  guint32 demonym_line;
  List entries[ATLAS_N_KINDS];
  List fields[ATLAS_N_KINDS];
  List partners[ATLAS_N_KINDS];
  guint32 partner_order[ATLAS_N_KINDS];
  List notes;
  char *pool;
  gsize pool_used;
  gsize pool_size;
  char first_pool[N_BYTES];
};

static void
list_init (List *list)
{
  list->items = list->first;
  list->n = 0;
  list->capacity = N_ITEMS;
}

static void
list_clear (List *list)
{
  if (list->items != list->first)
    g_free (list->items);
  list_init (list);
}

static Item *
list_add (List *list)
{
  if (list->n == list->capacity)
    {
      Item *items = g_new (Item, (gsize) list->capacity * 2);

      memcpy (items, list->items, list->n * sizeof (Item));
      if (list->items != list->first)
        g_free (list->items);
      list->items = items;
      list->capacity *= 2;
    }

  return &list->items[list->n++];
}

static Offset
add_string (AtlasProfileBuilder *self, const char *text, gssize length)
{
  gsize n, offset;

  if (text == NULL)
    return 0;

  n = length < 0 ? strlen (text) : (gsize) length;
  g_assert (n < G_MAXUINT32 / 4 && self->pool_used < G_MAXUINT32 / 4);

  if (n + 1 > self->pool_size - self->pool_used)
    {
      gsize size = MAX (self->pool_size * 2, self->pool_used + n + 1);
      char *pool = g_malloc (size);

      memcpy (pool, self->pool, self->pool_used);
      if (self->pool != self->first_pool)
        g_free (self->pool);
      self->pool = pool;
      self->pool_size = size;
    }

  offset = self->pool_used;
  memcpy (self->pool + offset, text, n);
  self->pool[offset + n] = '\0';
  self->pool_used += n + 1;

  return (Offset) offset;
}

static void
init (AtlasProfileBuilder *self)
{
  guint kind;

  memset (&self->numbers, 0, sizeof self->numbers);
  self->source = self->cluster = self->economy = self->demonym = 0;
  self->cluster_line = self->economy_line = self->demonym_line = 0;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      list_init (&self->entries[kind]);
      list_init (&self->fields[kind]);
      list_init (&self->partners[kind]);
      self->partner_order[kind] = 0;
    }
  list_init (&self->notes);

  self->pool = self->first_pool;
  self->pool_size = N_BYTES;
  /* Offset 0 means NULL, so no string may begin there. */
  self->pool_used = 1;
}

/**
 * atlas_profile_builder_new:
 *
 * Returns: (transfer full): a builder that knows nothing yet
 */
AtlasProfileBuilder *
atlas_profile_builder_new (void)
{
  AtlasProfileBuilder *self = g_new (AtlasProfileBuilder, 1);

  init (self);

  return self;
}

/**
 * atlas_profile_builder_clear:
 * @self: a builder
 *
 * Forgets all that was set and added, for the next profile.
 */
void
atlas_profile_builder_clear (AtlasProfileBuilder *self)
{
  guint kind;

  g_return_if_fail (self != NULL);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      list_clear (&self->entries[kind]);
      list_clear (&self->fields[kind]);
      list_clear (&self->partners[kind]);
    }
  list_clear (&self->notes);

  if (self->pool != self->first_pool)
    g_free (self->pool);
  init (self);
}

/**
 * atlas_profile_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees the builder with all that was not made into a profile.
 */
void
atlas_profile_builder_free (AtlasProfileBuilder *self)
{
  g_return_if_fail (self != NULL);

  atlas_profile_builder_clear (self);
  g_free (self);
}

/**
 * atlas_profile_builder_get_numbers:
 * @self: a builder
 *
 * Returns: (transfer none): the numbers that are no lists, to be written to;
 *   all missing at first
 */
AtlasProfileNumbers *
atlas_profile_builder_get_numbers (AtlasProfileBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->numbers;
}

/**
 * atlas_profile_builder_set_source:
 * @self: a builder
 * @source: (nullable): where the profile comes from
 */
void
atlas_profile_builder_set_source (AtlasProfileBuilder *self, const char *source)
{
  g_return_if_fail (self != NULL);

  self->source = add_string (self, source, -1);
}

/**
 * atlas_profile_builder_set_cluster:
 * @self: a builder
 * @text: (nullable): name of the cluster, valid UTF-8
 * @length: bytes of @text, -1 when it ends with a nul
 * @line: 1-based line it stands on
 */
void
atlas_profile_builder_set_cluster (AtlasProfileBuilder *self,
                                   const char *text,
                                   gssize length,
                                   guint32 line)
{
  g_return_if_fail (self != NULL);

  self->cluster = add_string (self, text, length);
  self->cluster_line = line;
}

/**
 * atlas_profile_builder_set_economy:
 * @self: a builder
 * @text: (nullable): name of the economy, valid UTF-8
 * @length: bytes of @text, -1 when it ends with a nul
 * @line: 1-based line it stands on
 */
void
atlas_profile_builder_set_economy (AtlasProfileBuilder *self,
                                   const char *text,
                                   gssize length,
                                   guint32 line)
{
  g_return_if_fail (self != NULL);

  self->economy = add_string (self, text, length);
  self->economy_line = line;
}

/**
 * atlas_profile_builder_set_demonym:
 * @self: a builder
 * @text: (nullable): the adjective in "26 Chinese clusters", valid UTF-8
 * @length: bytes of @text, -1 when it ends with a nul
 * @line: 1-based line it stands on
 */
void
atlas_profile_builder_set_demonym (AtlasProfileBuilder *self,
                                   const char *text,
                                   gssize length,
                                   guint32 line)
{
  g_return_if_fail (self != NULL);

  self->demonym = add_string (self, text, length);
  self->demonym_line = line;
}

/* Adds to @list what all lists have. */
static Item *
add_item (AtlasProfileBuilder *self,
          List *list,
          const char *name,
          gssize length,
          guint32 line)
{
  Item *item = list_add (list);

  item->name = add_string (self, name, length);
  item->line = line;

  return item;
}

/**
 * atlas_profile_builder_add_entry:
 * @self: a builder
 * @kind: patents for an applicant, articles for a publisher
 * @name: (nullable): its name, valid UTF-8
 * @length: bytes of @name, -1 when it ends with a nul
 * @rank: its rank in the table
 * @count: patents or articles
 * @share: percent of the cluster's total
 * @line: 1-based line of the row
 *
 * Adds a row of a table, behind those added before.
 */
void
atlas_profile_builder_add_entry (AtlasProfileBuilder *self,
                                 AtlasKind kind,
                                 const char *name,
                                 gssize length,
                                 const AtlasNumber *rank,
                                 const AtlasNumber *count,
                                 const AtlasNumber *share,
                                 guint32 line)
{
  Item *item;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rank != NULL && count != NULL && share != NULL);

  item = add_item (self, &self->entries[kind], name, length, line);
  item->rank = *rank;
  item->count = *count;
  item->share = *share;
}

/**
 * atlas_profile_builder_add_field:
 * @self: a builder
 * @kind: patents or articles
 * @name: (nullable): the technology field, valid UTF-8
 * @length: bytes of @name, -1 when it ends with a nul
 * @share: percent
 * @line: 1-based line of the field
 */
void
atlas_profile_builder_add_field (AtlasProfileBuilder *self,
                                 AtlasKind kind,
                                 const char *name,
                                 gssize length,
                                 const AtlasNumber *share,
                                 guint32 line)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (share != NULL);

  add_item (self, &self->fields[kind], name, length, line)->share = *share;
}

/**
 * atlas_profile_builder_add_partner:
 * @self: a builder
 * @kind: patents or articles
 * @name: the place named, valid UTF-8
 * @length: bytes of @name, -1 when it ends with a nul
 * @line: 1-based line it stands on
 */
void
atlas_profile_builder_add_partner (AtlasProfileBuilder *self,
                                   AtlasKind kind,
                                   const char *name,
                                   gssize length,
                                   guint32 line)
{
  Item *item;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  item = add_item (self, &self->partners[kind], name, length, line);
  item->order = ++self->partner_order[kind];
}

/**
 * atlas_profile_builder_skip_partner:
 * @self: a builder
 * @kind: patents or articles
 *
 * Leaves out a partner that could not be read; the next one keeps the order
 * in which it was named.
 */
void
atlas_profile_builder_skip_partner (AtlasProfileBuilder *self, AtlasKind kind)
{
  g_return_if_fail (self != NULL);

  self->partner_order[kind]++;
}

/**
 * atlas_profile_builder_add_note:
 * @self: a builder
 * @text: a line that was not understood, valid UTF-8
 * @length: bytes of @text, -1 when it ends with a nul
 * @line: its 1-based number
 */
void
atlas_profile_builder_add_note (AtlasProfileBuilder *self,
                                const char *text,
                                gssize length,
                                guint32 line)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  add_item (self, &self->notes, text, length, line);
}

/* The strings of a finished profile. */
static const char *
string_at (const char *strings, Offset offset)
{
  return offset != 0 ? strings + offset : NULL;
}

static gsize
measure_block (const AtlasProfileBuilder *self)
{
  gsize size = sizeof (AtlasProfileBlock);
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      size += self->entries[kind].n * sizeof (AtlasEntry);
      size += self->fields[kind].n * sizeof (AtlasField);
      size += self->partners[kind].n * sizeof (AtlasPartner);
    }
  size += self->notes.n * sizeof (AtlasNote);

  return size + self->pool_used;
}

static AtlasEntry *
fill_entries (const List *list, AtlasEntry *entries, const char *strings)
{
  guint32 i;

  for (i = 0; i < list->n; i++)
    {
      const Item *item = &list->items[i];

      entries[i].name = string_at (strings, item->name);
      entries[i].rank = item->rank;
      entries[i].count = item->count;
      entries[i].share = item->share;
      entries[i].line = item->line;
    }

  return entries + list->n;
}

static AtlasField *
fill_fields (const List *list, AtlasField *fields, const char *strings)
{
  guint32 i;

  for (i = 0; i < list->n; i++)
    {
      fields[i].name = string_at (strings, list->items[i].name);
      fields[i].share = list->items[i].share;
      fields[i].line = list->items[i].line;
    }

  return fields + list->n;
}

static AtlasPartner *
fill_partners (const List *list, AtlasPartner *partners, const char *strings)
{
  guint32 i;

  for (i = 0; i < list->n; i++)
    {
      partners[i].name = string_at (strings, list->items[i].name);
      partners[i].line = list->items[i].line;
      partners[i].order = list->items[i].order;
    }

  return partners + list->n;
}

static AtlasNote *
fill_notes (const List *list, AtlasNote *notes, const char *strings)
{
  guint32 i;

  for (i = 0; i < list->n; i++)
    {
      notes[i].text = string_at (strings, list->items[i].name);
      notes[i].line = list->items[i].line;
    }

  return notes + list->n;
}

/* Lays the lists one behind the other after the profile. */
static void
fill_lists (const AtlasProfileBuilder *self,
            AtlasProfileBlock *block,
            const char *strings)
{
  AtlasProfile *profile = &block->profile;
  gpointer next = block + 1;
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      profile->n_entries[kind] = self->entries[kind].n;
      profile->entries[kind] = next;
      next = fill_entries (&self->entries[kind], next, strings);
    }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      profile->n_fields[kind] = self->fields[kind].n;
      profile->fields[kind] = next;
      next = fill_fields (&self->fields[kind], next, strings);
    }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      profile->n_partners[kind] = self->partners[kind].n;
      profile->partners[kind] = next;
      next = fill_partners (&self->partners[kind], next, strings);
    }

  profile->n_notes = self->notes.n;
  profile->notes = next;
  next = fill_notes (&self->notes, next, strings);
  g_assert ((const char *) next == strings);
}

static void
fill_numbers (const AtlasProfileBuilder *self, AtlasProfile *profile)
{
  const AtlasProfileNumbers *numbers = &self->numbers;
  guint kind;

  profile->part = numbers->part;
  profile->first_line = numbers->first_line;
  profile->last_line = numbers->last_line;
  profile->edition = numbers->edition;
  profile->national_rank = numbers->national_rank;
  profile->national_clusters = numbers->national_clusters;
  profile->top = numbers->top;
  profile->rank = numbers->rank;
  profile->intensity_rank = numbers->intensity_rank;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      profile->per_million[kind] = numbers->per_million[kind];
      profile->collaboration[kind] = numbers->collaboration[kind];
    }
}

/**
 * atlas_profile_builder_end:
 * @self: a builder
 *
 * Makes the profile out of all that was set and added, and clears the builder
 * for the next one.
 *
 * Returns: (transfer full): the profile, in one block of memory
 */
AtlasProfile *
atlas_profile_builder_end (AtlasProfileBuilder *self)
{
  AtlasProfileBlock *block;
  AtlasProfile *profile;
  char *strings;
  gsize size;

  g_return_val_if_fail (self != NULL, NULL);

  size = measure_block (self);
  block = g_malloc (size);
  g_atomic_ref_count_init (&block->references);
  block->size = (guint32) size;

  strings = (char *) block + size - self->pool_used;
  self->pool[0] = '\0';
  memcpy (strings, self->pool, self->pool_used);

  profile = &block->profile;
  profile->source = string_at (strings, self->source);
  profile->cluster = string_at (strings, self->cluster);
  profile->economy = string_at (strings, self->economy);
  profile->demonym = string_at (strings, self->demonym);
  profile->cluster_line = self->cluster_line;
  profile->economy_line = self->economy_line;
  profile->demonym_line = self->demonym_line;
  fill_numbers (self, profile);
  fill_lists (self, block, strings);

  atlas_profile_builder_clear (self);

  return profile;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include <string.h>

#include "atlas-profile-private.h"

/* Makes the profile out of what was read, in one block of memory: all sizes
 * are known, so every name is copied once, to where it stays. */

/* Names go behind all lists, one after the other. */
typedef struct
{
  char *at;
} Strings;

static gsize
measure_string (AtlasSpan text)
{
  return atlas_span_is_empty (text) ? 0 : atlas_span_length (text) + 1;
}

static gsize
measure_names (const AtlasTextRows *rows)
{
  gsize size = 0;
  guint i;

  for (i = 0; i < rows->n; i++)
    size += measure_string (rows->rows[i].name);

  return size;
}

/* A partner whose name could not be read is no partner. */
static guint
count_partners (const AtlasTextRows *rows)
{
  guint i, n = 0;

  for (i = 0; i < rows->n; i++)
    n += !atlas_span_is_empty (rows->rows[i].name);

  return n;
}

static gsize
measure_lists (const AtlasTextPart *part)
{
  gsize size = part->others.n * sizeof (AtlasNote);
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      size += part->tables[kind].rows.n * sizeof (AtlasEntry);
      size += part->fields[kind].rows.n * sizeof (AtlasField);
      size +=
          count_partners (&part->partners[kind].rows) * sizeof (AtlasPartner);
    }

  return size;
}

static gsize
measure_strings (const AtlasTextPart *part)
{
  gsize size = measure_names (&part->others);
  guint kind;

  size += measure_string (part->cluster) + measure_string (part->demonym);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      size += measure_names (&part->tables[kind].rows);
      size += measure_names (&part->fields[kind].rows);
      size += measure_names (&part->partners[kind].rows);
    }

  return size;
}

/* A copy of @text, NULL when it is empty. */
static const char *
add_string (Strings *self, AtlasSpan text)
{
  const gsize n = atlas_span_length (text);
  char *copy = self->at;

  if (n == 0)
    return NULL;

  memcpy (copy, text.start, n);
  copy[n] = '\0';
  self->at += n + 1;

  return copy;
}

static AtlasEntry *
fill_entries (AtlasEntry *entry, const AtlasTextRows *rows, Strings *strings)
{
  guint i;

  for (i = 0; i < rows->n; i++, entry++)
    {
      const AtlasTextRow *row = &rows->rows[i];

      entry->name = add_string (strings, row->name);
      entry->rank = row->rank;
      entry->count = row->count;
      entry->share = row->share;
      entry->line = row->line;
    }

  return entry;
}

static AtlasField *
fill_fields (AtlasField *field, const AtlasTextRows *rows, Strings *strings)
{
  guint i;

  for (i = 0; i < rows->n; i++, field++)
    {
      field->name = add_string (strings, rows->rows[i].name);
      field->share = rows->rows[i].share;
      field->line = rows->rows[i].line;
    }

  return field;
}

/* One that could not be read leaves a gap in the order. */
static AtlasPartner *
fill_partners (AtlasPartner *partner,
               const AtlasTextRows *rows,
               Strings *strings)
{
  guint i;

  for (i = 0; i < rows->n; i++)
    {
      if (atlas_span_is_empty (rows->rows[i].name))
        continue;
      partner->name = add_string (strings, rows->rows[i].name);
      partner->line = rows->rows[i].line;
      partner->order = i + 1;
      partner++;
    }

  return partner;
}

static void
fill_notes (AtlasNote *note, const AtlasTextRows *rows, Strings *strings)
{
  guint i;

  for (i = 0; i < rows->n; i++, note++)
    {
      note->text = add_string (strings, rows->rows[i].name);
      note->line = rows->rows[i].line;
    }
}

/* The lists stand behind the profile in the order that
 * atlas-profile-private.h names. */
static void
fill_lists (AtlasProfile *profile,
            gpointer next,
            const AtlasTextPart *part,
            Strings *strings)
{
  guint kind;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      const AtlasTextRows *rows = &part->tables[kind].rows;

      profile->entries[kind] = next;
      profile->n_entries[kind] = rows->n;
      next = fill_entries (next, rows, strings);
    }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      const AtlasTextRows *rows = &part->fields[kind].rows;

      profile->fields[kind] = next;
      profile->n_fields[kind] = rows->n;
      next = fill_fields (next, rows, strings);
    }
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      AtlasPartner *first = next;

      next = fill_partners (first, &part->partners[kind].rows, strings);
      profile->partners[kind] = first;
      profile->n_partners[kind] = (guint32) ((AtlasPartner *) next - first);
    }

  profile->notes = next;
  profile->n_notes = part->others.n;
  fill_notes (next, &part->others, strings);
}

static void
fill_numbers (AtlasProfile *profile, const AtlasTextPart *part)
{
  const AtlasNumber *numbers = part->numbers;

  profile->first_line = part->first_line;
  profile->last_line = part->last_line;
  profile->cluster_line = atlas_span_is_empty (part->cluster)
                              ? 0
                              : part->name_lines[ATLAS_PLACE_SENTENCE];
  profile->demonym_line =
      atlas_span_is_empty (part->demonym) ? 0 : part->demonym_line;
  profile->edition = part->edition;
  profile->national_rank = numbers[ATLAS_SLOT_NATIONAL_RANK];
  profile->national_clusters = numbers[ATLAS_SLOT_NATIONAL_CLUSTERS];
  profile->top = numbers[ATLAS_SLOT_TOP];
  profile->rank = numbers[ATLAS_SLOT_RANK];
  profile->intensity_rank = numbers[ATLAS_SLOT_INTENSITY_RANK];
  profile->per_million[ATLAS_PATENTS] = numbers[ATLAS_SLOT_PATENTS_PER_MILLION];
  profile->per_million[ATLAS_ARTICLES] =
      numbers[ATLAS_SLOT_ARTICLES_PER_MILLION];
  profile->collaboration[ATLAS_PATENTS] =
      numbers[ATLAS_SLOT_PATENT_COLLABORATION];
  profile->collaboration[ATLAS_ARTICLES] =
      numbers[ATLAS_SLOT_ARTICLE_COLLABORATION];
}

/**
 * atlas_text_build_profile:
 * @self: a parser that has read and checked all of a profile
 * @economy: the economy, empty when it is not known
 * @economy_line: line it stands on
 *
 * Returns: (transfer full): the profile
 */
AtlasProfile *
atlas_text_build_profile (const AtlasTextParser *self,
                          AtlasSpan economy,
                          guint32 economy_line)
{
  const AtlasTextPart *part = &self->part;
  const AtlasSpan source = atlas_span_from_string (self->source);
  AtlasProfileBlock *block;
  AtlasProfile *profile;
  Strings strings;
  gsize n_lists, size;

  n_lists = measure_lists (part);
  size = sizeof *block + n_lists + measure_string (source)
         + measure_string (economy) + measure_strings (part);
  block = g_malloc (size);
  g_atomic_ref_count_init (&block->references);
  block->size = (guint32) size;
  strings.at = (char *) (block + 1) + n_lists;

  profile = &block->profile;
  profile->source = add_string (&strings, source);
  profile->cluster = add_string (&strings, part->cluster);
  profile->economy = add_string (&strings, economy);
  profile->demonym = add_string (&strings, part->demonym);
  profile->economy_line = atlas_span_is_empty (economy) ? 0 : economy_line;
  profile->part = self->several ? self->n_parts + 1 : 0;
  fill_numbers (profile, part);
  fill_lists (profile, block + 1, part, &strings);
  g_assert (strings.at == (char *) block + size);

  return profile;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

/* Makes the profile out of what was read. */

/* Whether something was read that makes a profile: a name that the text
 * itself uses, and more than headings. */
static gboolean
is_profile (const AtlasTextPart *part)
{
  if (atlas_span_is_empty (part->cluster))
    return FALSE;

  return atlas_text_part_has (part, ATLAS_PLACE_SENTENCE)
         || atlas_text_part_has (part, ATLAS_PLACE_PATENT_PARTNERS)
         || atlas_text_part_has (part, ATLAS_PLACE_ARTICLE_PARTNERS)
         || part->tables[ATLAS_PATENTS].rows.n > 0
         || part->tables[ATLAS_ARTICLES].rows.n > 0;
}

/* Without the first sentence the name stands in other places too. */
static void
choose_cluster (AtlasTextPart *part)
{
  static const AtlasTextPlace order[] = {
    ATLAS_PLACE_PATENT_PARTNERS,
    ATLAS_PLACE_ARTICLE_PARTNERS,
    ATLAS_PLACE_FIELDS,
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (!atlas_span_is_empty (part->cluster))
        return;
      part->cluster = part->names[order[i]];
      part->name_lines[ATLAS_PLACE_SENTENCE] = part->name_lines[order[i]];
    }
}

static gssize
get_length (AtlasSpan span)
{
  return (gssize) atlas_span_length (span);
}

static void
add_entries (AtlasTextParser *self, AtlasKind kind)
{
  const AtlasTextRows *rows = &self->part.tables[kind].rows;
  guint i;

  for (i = 0; i < rows->n; i++)
    {
      const AtlasTextRow *row = &rows->rows[i];

      atlas_profile_builder_add_entry (
          self->builder, kind,
          atlas_span_is_empty (row->name) ? NULL : row->name.start,
          get_length (row->name), &row->rank, &row->count, &row->share,
          row->line);
    }
}

static void
add_fields (AtlasTextParser *self, AtlasKind kind)
{
  const AtlasTextRows *rows = &self->part.fields[kind].rows;
  guint i;

  for (i = 0; i < rows->n; i++)
    {
      const AtlasTextRow *row = &rows->rows[i];

      atlas_profile_builder_add_field (
          self->builder, kind,
          atlas_span_is_empty (row->name) ? NULL : row->name.start,
          get_length (row->name), &row->share, row->line);
    }
}

static void
add_partners (AtlasTextParser *self, AtlasKind kind)
{
  const AtlasTextRows *rows = &self->part.partners[kind].rows;
  guint i;

  for (i = 0; i < rows->n; i++)
    {
      const AtlasTextRow *row = &rows->rows[i];

      if (atlas_span_is_empty (row->name))
        atlas_profile_builder_skip_partner (self->builder, kind);
      else
        atlas_profile_builder_add_partner (self->builder, kind, row->name.start,
                                           get_length (row->name), row->line);
    }
}

static void
add_numbers (AtlasTextParser *self)
{
  AtlasTextPart *part = &self->part;
  AtlasProfileNumbers *numbers =
      atlas_profile_builder_get_numbers (self->builder);

  numbers->part = self->several ? self->n_parts + 1 : 0;
  numbers->first_line = part->first_line;
  numbers->last_line = part->last_line;
  numbers->edition = part->edition;
  numbers->national_rank = part->numbers[ATLAS_SLOT_NATIONAL_RANK];
  numbers->national_clusters = part->numbers[ATLAS_SLOT_NATIONAL_CLUSTERS];
  numbers->top = part->numbers[ATLAS_SLOT_TOP];
  numbers->rank = part->numbers[ATLAS_SLOT_RANK];
  numbers->intensity_rank = part->numbers[ATLAS_SLOT_INTENSITY_RANK];
  numbers->per_million[ATLAS_PATENTS] =
      part->numbers[ATLAS_SLOT_PATENTS_PER_MILLION];
  numbers->per_million[ATLAS_ARTICLES] =
      part->numbers[ATLAS_SLOT_ARTICLES_PER_MILLION];
  numbers->collaboration[ATLAS_PATENTS] =
      part->numbers[ATLAS_SLOT_PATENT_COLLABORATION];
  numbers->collaboration[ATLAS_ARTICLES] =
      part->numbers[ATLAS_SLOT_ARTICLE_COLLABORATION];
}

/* Lines that are neither heading nor anything else are kept as notes. */
static void
add_notes (AtlasTextParser *self)
{
  const AtlasTextRows *others = &self->part.others;
  guint i;

  for (i = 0; i < others->n; i++)
    {
      const AtlasTextRow *row = &others->rows[i];

      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_UNKNOWN_LINE, row->line, row->name,
                         N_ ("This line is not understood; it was kept as a "
                             "note."));
      atlas_profile_builder_add_note (self->builder, row->name.start,
                                      get_length (row->name), row->line);
    }
}

static void
set_span (AtlasTextParser *self,
          void (*set) (AtlasProfileBuilder *, const char *, gssize, guint32),
          AtlasSpan text,
          guint32 line)
{
  if (!atlas_span_is_empty (text))
    set (self->builder, text.start, get_length (text), line);
}

/**
 * atlas_text_finish_part:
 * @self: a parser that has read all of a profile
 *
 * Checks what was read and appends the profile; or an error, when it is none
 * and another one is in the file.
 */
void
atlas_text_finish_part (AtlasTextParser *self)
{
  AtlasTextPart *part = &self->part;
  AtlasSpan economy;
  guint32 economy_line;
  guint kind;

  choose_cluster (part);
  if (!is_profile (part))
    {
      g_ptr_array_set_size (self->problems, (gint) self->first_problem);
      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_NOT_A_PROFILE, part->first_line,
                         ATLAS_SPAN_EMPTY,
                         N_ ("This part of the file names no cluster: "
                             "expected a sentence such as “Shenyang is the "
                             "seventeenth-ranked cluster, out of 26 Chinese "
                             "clusters, …”."));
      self->first_problem = self->problems->len;
      return;
    }

  economy = atlas_text_find_economy (self, &economy_line);
  atlas_text_check_part (self);

  atlas_profile_builder_set_source (self->builder, self->source);
  add_numbers (self);
  set_span (self, atlas_profile_builder_set_cluster, part->cluster,
            part->name_lines[ATLAS_PLACE_SENTENCE]);
  set_span (self, atlas_profile_builder_set_economy, economy, economy_line);
  set_span (self, atlas_profile_builder_set_demonym, part->demonym,
            part->demonym_line);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      add_entries (self, kind);
      add_fields (self, kind);
      add_partners (self, kind);
    }
  add_notes (self);

  g_ptr_array_add (self->profiles, atlas_profile_builder_end (self->builder));
  self->n_parts++;
  self->first_problem = self->problems->len;
}

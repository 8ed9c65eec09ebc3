/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

/* The end of a profile: is it one, and what does it lack? */

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

/* Lines that are neither heading nor anything else are kept as notes. */
static void
report_notes (AtlasTextParser *self)
{
  const AtlasTextRows *others = &self->part.others;
  guint i;

  for (i = 0; i < others->n; i++)
    {
      const AtlasTextRow *row = &others->rows[i];

      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_UNKNOWN_LINE, row->line, row->name,
                         N_ ("This line is not understood; it was kept as a "
                             "note."));
    }
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

  report_notes (self);
  g_ptr_array_add (self->profiles,
                   atlas_text_build_profile (self, economy, economy_line));
  self->n_parts++;
  self->first_problem = self->problems->len;
}

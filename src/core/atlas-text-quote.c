/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

/* Whoever reads of a problem wants to see what it is about. Where nothing can
 * be quoted, as what was expected is not there, that is the whole line. */

static gboolean
wants_text (const AtlasProblem *problem)
{
  return problem->line > 0 && (problem->text == NULL || *problem->text == '\0');
}

/* Gives the problems from @first on, which stand in the order of lines, the
 * text of their line where they have none. Returns whether any got one. */
gboolean
atlas_text_quote_lines (AtlasTextParser *self,
                        const AtlasDecoded *decoded,
                        guint first)
{
  AtlasLineReader reader;
  AtlasSpan line = ATLAS_SPAN_EMPTY;
  gboolean more = TRUE;
  gboolean any = FALSE;
  guint i;

  atlas_line_reader_init (&reader, decoded->text, decoded->length);
  reader.line = 0;
  for (i = first; i < self->problems->len && more; i++)
    {
      AtlasProblem *problem = g_ptr_array_index (self->problems, i);
      AtlasSpan text;

      if (!wants_text (problem))
        continue;
      while (more && reader.line < problem->line)
        more = atlas_line_reader_next (&reader, &line);
      text = atlas_span_trim (line);
      if (!more || atlas_span_is_empty (text))
        continue;

      g_ptr_array_index (self->problems, i) = atlas_problem_new_with_text (
          problem, text.start, (gssize) atlas_span_length (text));
      atlas_problem_unref (problem);
      any = TRUE;
    }

  return any;
}

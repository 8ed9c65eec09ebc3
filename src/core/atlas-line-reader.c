/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-line-reader.h"

#include <string.h>

/**
 * atlas_line_reader_init:
 * @self: a reader on the stack
 * @text: a text that outlives the reader
 * @length: its bytes
 */
void
atlas_line_reader_init (AtlasLineReader *self, const char *text, gsize length)
{
  self->at = text;
  self->end = text + length;
  self->line = 0;
  self->has_returns = length > 0 && memchr (text, '\r', length) != NULL;
}

/**
 * atlas_line_reader_next:
 * @self: a reader
 * @line: (out): the next line, without its end
 *
 * The 1-based number of the line is then in the member `line`.
 *
 * Returns: %FALSE at the end of the text
 */
gboolean
atlas_line_reader_next (AtlasLineReader *self, AtlasSpan *line)
{
  const char *end;

  if (self->at >= self->end)
    return FALSE;

  /* Half of the lines are empty: they need no search. */
  if (*self->at == '\n')
    {
      *line = (AtlasSpan){ self->at, self->at };
      self->at++;
      self->line++;
      return TRUE;
    }

  end = memchr (self->at, '\n', (gsize) (self->end - self->at));
  if (end == NULL)
    end = self->end;

  line->start = self->at;
  line->end = end;
  self->at = end + 1;
  self->line++;

  if (self->has_returns)
    {
      const char *carriage =
          memchr (line->start, '\r', atlas_span_length (*line));

      if (carriage != NULL)
        {
          line->end = carriage;
          self->at = carriage + 1;
          if (self->at < self->end && *self->at == '\n')
            self->at++;
        }
    }

  return TRUE;
}

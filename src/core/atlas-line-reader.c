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
  self->has_wide_ends =
      length > 0 && !self->has_returns && memchr (text, '\n', length) == NULL;
}

/* The next line separator, paragraph separator or next-line character, or the
 * end of the text. */
static const char *
find_wide_end (const char *at, const char *end)
{
  for (; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2028 || c == 0x2029 || c == 0x0085)
        break;
    }

  return at;
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

  if (self->has_wide_ends)
    {
      end = find_wide_end (self->at, self->end);
      *line = (AtlasSpan){ self->at, end };
      self->at = end < self->end ? g_utf8_next_char (end) : end + 1;
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

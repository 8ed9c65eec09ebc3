/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-private.h"

#include <string.h>

/* The heading "Shenyang, China": the name of the cluster, a comma, and the
 * economy. It is never split at just any comma, because both names may have
 * some: only what begins with the name of the cluster is a heading. */

/* Longer lines are no heading. */
#define HEADING_MAX 400

static AtlasSpan
strip (AtlasSpan text)
{
  while (!atlas_span_is_empty (text) && *text.start == '#')
    text.start++;

  return atlas_span_trim_end (text, "#");
}

/* Splits @heading when it begins with @name and a comma. Sets @economy to
 * nothing when it is the name alone. */
static gboolean
split (AtlasTextParser *self,
       AtlasSpan heading,
       AtlasSpan name,
       AtlasSpan *economy)
{
  const char *comma = heading.start;

  if (atlas_span_is_empty (name))
    return FALSE;

  while ((comma = memchr (comma, ',', (gsize) (heading.end - comma))) != NULL)
    {
      AtlasSpan before =
          atlas_span_trim_marks ((AtlasSpan){ heading.start, comma });

      comma++;
      if (!atlas_span_is_empty (before)
          && atlas_span_equal_place (atlas_text_decode (self, before), name))
        {
          *economy = atlas_span_trim_marks ((AtlasSpan){ comma, heading.end });
          return TRUE;
        }
    }

  *economy = ATLAS_SPAN_EMPTY;

  return atlas_span_equal_place (atlas_text_decode (self, heading), name);
}

/* Takes row @i out of the lines not yet understood. */
static void
take_other (AtlasTextRows *others, guint i)
{
  others->n--;
  memmove (&others->rows[i], &others->rows[i + 1],
           (others->n - i) * sizeof (AtlasTextRow));
}

/* Looks for the heading that begins with @name. */
static gboolean
find_heading (AtlasTextParser *self,
              AtlasSpan name,
              AtlasSpan *heading,
              AtlasSpan *economy,
              guint32 *line)
{
  AtlasTextRows *others = &self->part.others;
  guint i;

  for (i = 0; i < others->n; i++)
    {
      AtlasSpan text = others->rows[i].name;

      if (atlas_span_length (text) > HEADING_MAX)
        continue;
      text = strip (text);
      if (atlas_span_is_empty (text) || !split (self, text, name, economy))
        continue;

      *heading = text;
      *line = others->rows[i].line;
      take_other (others, i);
      return TRUE;
    }

  return FALSE;
}

/* The same heading may be there twice. One pass: what is no heading moves up
 * in the list. Returns whether the two name different economies. */
static gboolean
check_second (AtlasTextParser *self,
              AtlasSpan name,
              AtlasSpan *economy,
              guint32 first_line)
{
  g_autofree char *first = g_strdup_printf ("%u", first_line);
  AtlasTextRows *others = &self->part.others;
  gboolean differs = FALSE;
  AtlasSpan other;
  guint i, n = 0;

  for (i = 0; i < others->n; i++)
    {
      AtlasSpan heading = strip (others->rows[i].name);

      if (atlas_span_is_empty (heading)
          || atlas_span_length (heading) > HEADING_MAX
          || !split (self, heading, name, &other))
        {
          others->rows[n++] = others->rows[i];
          continue;
        }

      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_DUPLICATE_SECTION,
                         others->rows[i].line, heading,
                         N_ ("The heading stands here a second time, first "
                             "on line {0}."),
                         first);
      if (atlas_span_is_empty (*economy))
        *economy = other;
      else if (!atlas_span_is_empty (other)
               && !atlas_span_equal_place (*economy, other))
        differs = TRUE;
    }
  others->n = n;

  return differs;
}

static void
report_name (AtlasTextParser *self, AtlasSpan heading, guint32 line)
{
  AtlasSpan cluster = self->part.cluster;
  g_autofree char *name =
      g_strndup (cluster.start, atlas_span_length (cluster));

  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_NAME_MISMATCH, line, heading,
                     N_ ("The heading does not begin with the name of the "
                         "cluster, which is “{0}” in the first sentence."),
                     name);
}

/* Looks for a heading under another name that the profile gives, or for what
 * stands where the heading should. */
static AtlasSpan
find_other_heading (AtlasTextParser *self, guint32 *line)
{
  AtlasTextPart *part = &self->part;
  AtlasSpan heading, economy;
  guint32 sentence = part->lines[ATLAS_PLACE_SENTENCE];
  guint i;

  for (i = 0; i < ATLAS_N_PLACES; i++)
    {
      if (find_heading (self, part->names[i], &heading, &economy, line))
        {
          report_name (self, heading, *line);
          return atlas_text_decode (self, economy);
        }
    }

  for (i = 0; i < part->others.n; i++)
    {
      AtlasSpan text = strip (part->others.rows[i].name);

      if (part->others.rows[i].line < sentence
          && atlas_span_length (text) <= HEADING_MAX
          && memchr (text.start, ',', atlas_span_length (text)) != NULL)
        {
          report_name (self, text, part->others.rows[i].line);
          take_other (&part->others, i);
          return ATLAS_SPAN_EMPTY;
        }
    }

  ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_MISSING_SECTION,
                     self->n_parts > 0 ? part->first_line : 0, ATLAS_SPAN_EMPTY,
                     N_ ("The heading is missing: expected the name of the "
                         "cluster, a comma and the economy."));

  return ATLAS_SPAN_EMPTY;
}

/**
 * atlas_text_find_economy:
 * @self: a parser that has read all of a profile
 * @line: (out): line of the heading
 *
 * Looks for the heading among the lines not yet understood, and takes it out
 * of them.
 *
 * Returns: the economy, empty when it is not known; then a problem says why
 */
AtlasSpan
atlas_text_find_economy (AtlasTextParser *self, guint32 *line)
{
  AtlasSpan cluster = self->part.cluster;
  AtlasSpan heading, economy;

  *line = 0;
  if (!find_heading (self, cluster, &heading, &economy, line))
    return find_other_heading (self, line);

  if (self->part.others.n > 0 && check_second (self, cluster, &economy, *line))
    return ATLAS_SPAN_EMPTY;

  if (atlas_span_is_empty (economy))
    {
      ATLAS_TEXT_REPORT (self, ATLAS_PROBLEM_MISSING_SECTION, *line, heading,
                         N_ ("The heading names no economy: expected the "
                             "name of the cluster, a comma and the "
                             "economy."));
    }
  else if (atlas_number_says_not_available (economy))
    {
      return ATLAS_SPAN_EMPTY;
    }

  return atlas_text_decode (self, economy);
}

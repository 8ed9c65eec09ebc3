/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-usual.h"

#include <string.h>

/* Nearly all sentences stand in a file exactly as the source prints them. Of
 * these all is known but what stands between the fixed phrases, so one walk
 * over the line tells the values. Whatever differs by a single byte is left
 * to the reader of the sentence, which knows all the ways of writing it and
 * would find the same values at more cost. */

/* The first place of @phrase, or NULL. */
static const char *
find_phrase (AtlasSpan text, const AtlasTextPhrase *phrase)
{
  const char *at = text.start;

  while ((at = memchr (at, phrase->bytes[0], (gsize) (text.end - at))) != NULL)
    {
      if ((gsize) (text.end - at) < phrase->length)
        return NULL;
      if (phrase->length == 1
          || (at[1] == phrase->bytes[1]
              && memcmp (at, phrase->bytes, phrase->length) == 0))
        return at;
      at++;
    }

  return NULL;
}

/**
 * atlas_text_match_usual:
 * @text: a line
 * @phrases: what stands between the slots
 * @n_phrases: how many
 * @slots: (out): as many as there are phrases: what stands before each; with
 *   @slots[@n_phrases] for what stands behind the last
 *
 * Returns: whether all phrases stand in @text, one after the other; otherwise
 *   @slots hold anything
 */
gboolean
atlas_text_match_usual (AtlasSpan text,
                        const AtlasTextPhrase *phrases,
                        guint n_phrases,
                        AtlasSpan *slots)
{
  guint i;

  for (i = 0; i < n_phrases; i++)
    {
      const char *at = find_phrase (text, &phrases[i]);

      if (at == NULL)
        return FALSE;
      slots[i] = (AtlasSpan){ text.start, at };
      text.start = at + phrases[i].length;
    }
  slots[n_phrases] = text;

  return TRUE;
}

/**
 * atlas_text_strip_usual:
 * @text: (inout): a part of a line
 * @before: what it should begin with
 * @behind: what it should end with
 *
 * Returns: whether it does; then @text is what is between
 */
gboolean
atlas_text_strip_usual (AtlasSpan *text,
                        const AtlasTextPhrase *before,
                        const AtlasTextPhrase *behind)
{
  if (atlas_span_length (*text) < before->length + behind->length
      || memcmp (text->start, before->bytes, before->length) != 0
      || memcmp (text->end - behind->length, behind->bytes, behind->length)
             != 0)
    return FALSE;

  text->start += before->length;
  text->end -= behind->length;

  return TRUE;
}

/**
 * atlas_text_is_usual:
 * @text: a line
 * @phrase: what it should be
 *
 * Returns: whether it is that and nothing else
 */
gboolean
atlas_text_is_usual (AtlasSpan text, const AtlasTextPhrase *phrase)
{
  return atlas_span_length (text) == phrase->length
         && memcmp (text.start, phrase->bytes, phrase->length) == 0;
}

/**
 * atlas_text_is_usual_number:
 * @text: what stands in a slot
 *
 * Returns: whether there is nothing but digits and commas, and some of them
 */
gboolean
atlas_text_is_usual_number (AtlasSpan text)
{
  const char *at;

  for (at = text.start; at < text.end; at++)
    {
      if (!g_ascii_isdigit (*at) && *at != ',')
        return FALSE;
    }

  return !atlas_span_is_empty (text);
}

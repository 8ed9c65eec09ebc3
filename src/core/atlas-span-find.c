/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-span.h"

#include <string.h>

/* Where in a text a phrase stands. Most of reading a profile is looking for
 * phrases that are not there, so sixteen places are asked together whether
 * the letters that begin the phrase stand there, in any case. */

#define N_LETTERS 3
#define N_PLACES 16

typedef guint8 Block __attribute__ ((vector_size (N_PLACES)));

/* The letters that begin a phrase, each sixteen times. A byte is one of them
 * when it equals the letter after its fold was added. From the first blank or
 * sign of the phrase on every byte is one: a text may have several in its
 * place. */
typedef struct
{
  Block folds[N_LETTERS];
  Block letters[N_LETTERS];
} Letters;

/* What can be asked of one place at a time. */
typedef struct
{
  AtlasSpan span;
  const char *phrase;
  gsize length;
  Letters letters;
  gboolean in_blocks;
} Search;

static void
search_init (Search *self, AtlasSpan span, const char *phrase)
{
  const Block zeros = { 0 };
  gboolean is_letter = TRUE;
  guint i;

  self->span = span;
  self->phrase = phrase;
  self->length = strlen (phrase);
  self->in_blocks = FALSE;
  /* Each sign of a phrase takes a byte at the least, so only of a phrase that
   * is too short the last places could be missed. */
  if (atlas_span_length (span) < N_PLACES + N_LETTERS
      || self->length < N_LETTERS)
    return;

  for (i = 0; i < N_LETTERS; i++)
    {
      guint8 fold = 0xff;
      guint8 letter = 0xff;

      is_letter = is_letter && phrase[i] >= 'a' && phrase[i] <= 'z';
      if (is_letter)
        {
          fold = 0x20;
          letter = (guint8) phrase[i];
        }
      self->letters.folds[i] = zeros + fold;
      self->letters.letters[i] = zeros + letter;
    }
  self->in_blocks = TRUE;
}

/* The first of sixteen places from @block on that can begin the phrase, those
 * before @at left out; %NULL when there is none. */
static const char *
ask_block (const Search *self, const char *block, const char *at)
{
  const guint n_skip = (guint) (at - block);
  guint64 words[N_PLACES / 8];
  Block found = ~(Block){ 0 };
  guint i;

  for (i = 0; i < N_LETTERS; i++)
    {
      Block bytes;

      memcpy (&bytes, block + i, sizeof bytes);
      found &= (Block) ((bytes | self->letters.folds[i])
                        == self->letters.letters[i]);
    }

  memcpy (words, &found, sizeof words);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint64 word = GUINT64_FROM_LE (words[i]);

      if (n_skip >= (i + 1) * 8)
        continue;
      if (n_skip > i * 8)
        word &= G_MAXUINT64 << (n_skip - i * 8) * 8;
      if (word != 0)
        return block + i * 8 + (guint) __builtin_ctzll (word) / 8;
    }

  return NULL;
}

/* The first place from @at on that can begin the phrase, or %NULL. */
static const char *
find_letters (const Search *self, const char *at)
{
  const char *end = self->span.end;
  const char *found;

  if (!self->in_blocks)
    {
      while (at < end && (*at | 0x20) != *self->phrase)
        at++;
      return at < end ? at : NULL;
    }

  for (; end - at >= N_PLACES + N_LETTERS - 1; at += N_PLACES)
    {
      found = ask_block (self, at, at);
      if (found != NULL)
        return found;
    }

  /* The last block has places in it that were asked before. */
  if (end - at < N_LETTERS)
    return NULL;

  return ask_block (self, end - (N_PLACES + N_LETTERS - 1), at);
}

/* Moves @rest behind the phrase when it begins so. The usual text has the
 * bytes of the phrase, and no further gap where it ends in a blank. */
static gboolean
skip_phrase (const Search *self, AtlasSpan *rest)
{
  const char *behind = rest->start + self->length;

  if (atlas_span_length (*rest) > self->length && atlas_span_is_plain (*behind)
      && memcmp (rest->start, self->phrase, self->length) == 0)
    {
      rest->start = behind;
      return TRUE;
    }

  return atlas_span_skip (rest, self->phrase);
}

/* The first place from @at on where the phrase stands and begins a word, and
 * what follows it. */
static const char *
find_phrase (const Search *self, const char *at, AtlasSpan *rest)
{
  for (; (at = find_letters (self, at)) != NULL; at++)
    {
      if (at > self->span.start && g_ascii_isalnum (at[-1]))
        continue;

      *rest = (AtlasSpan){ at, self->span.end };
      if (skip_phrase (self, rest))
        return at;
    }

  return NULL;
}

/**
 * atlas_span_find:
 * @span: a span
 * @phrase: a phrase as in atlas_span_skip(), beginning with a letter
 * @before: (out) (optional): what stands before the phrase
 * @after: (out) (optional): what stands behind it
 *
 * Looks for the first place where @phrase begins a word.
 *
 * Returns: whether there is one; otherwise nothing is stored
 */
gboolean
atlas_span_find (AtlasSpan span,
                 const char *phrase,
                 AtlasSpan *before,
                 AtlasSpan *after)
{
  AtlasSpan rest;
  const char *at;
  Search search;

  search_init (&search, span, phrase);
  at = find_phrase (&search, span.start, &rest);
  if (at == NULL)
    return FALSE;

  if (before != NULL)
    *before = (AtlasSpan){ span.start, at };
  if (after != NULL)
    *after = rest;

  return TRUE;
}

/**
 * atlas_span_find_last:
 * @span: a span
 * @phrase: a phrase as in atlas_span_skip(), beginning with a letter
 * @before: (out) (optional): what stands before the phrase
 * @after: (out) (optional): what stands behind it
 *
 * Looks for the last place where @phrase begins a word.
 *
 * Returns: whether there is one; otherwise nothing is stored
 */
gboolean
atlas_span_find_last (AtlasSpan span,
                      const char *phrase,
                      AtlasSpan *before,
                      AtlasSpan *after)
{
  const char *at = span.start;
  const char *last = NULL;
  AtlasSpan rest, last_rest;
  Search search;

  search_init (&search, span, phrase);
  for (; (at = find_phrase (&search, at, &rest)) != NULL; at++)
    {
      last = at;
      last_rest = rest;
    }
  if (last == NULL)
    return FALSE;

  if (before != NULL)
    *before = (AtlasSpan){ span.start, last };
  if (after != NULL)
    *after = last_rest;

  return TRUE;
}

/**
 * atlas_span_has:
 * @span: a span
 * @phrase: a phrase as in atlas_span_find()
 *
 * Returns: whether @phrase begins a word somewhere in @span
 */
gboolean
atlas_span_has (AtlasSpan span, const char *phrase)
{
  return atlas_span_find (span, phrase, NULL, NULL);
}

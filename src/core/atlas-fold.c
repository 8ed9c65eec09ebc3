/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-fold.h"

#include <string.h>

#include "atlas-unicode.h"

/* Letters with a stroke or ligatures: Unicode does not decompose them. */
static const struct
{
  gunichar letter;
  const char *plain;
} strokes[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" },
  { 0x0111, "d" },  { 0x0127, "h" }, { 0x0131, "i" }, { 0x0142, "l" },
  { 0x0153, "oe" }, { 0x0167, "t" },
};

static gboolean
is_ascii (const char *text)
{
  const char *at;

  for (at = text; *at != '\0'; at++)
    {
      if ((guchar) *at >= 0x80)
        return FALSE;
    }

  return TRUE;
}

/* Lower case, all dashes one, runs of blanks one, none around a dash. */
static char *
fold_blanks_and_dashes (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);
  gboolean blank = FALSE;

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char (text);

      text = g_utf8_next_char (text);
      if (atlas_unichar_is_blank (c))
        {
          blank = TRUE;
          continue;
        }

      if (atlas_unichar_is_dash (c))
        {
          g_string_append_c (folded, '-');
        }
      else
        {
          if (blank && folded->len > 0 && folded->str[folded->len - 1] != '-')
            g_string_append_c (folded, ' ');
          if (c < 0x80)
            g_string_append_c (folded, g_ascii_tolower ((char) c));
          else
            g_string_append_unichar (folded, c);
        }
      blank = FALSE;
    }

  return g_string_free (folded, FALSE);
}

/**
 * atlas_fold_place:
 * @name: name of a place, valid UTF-8
 *
 * Folds dashes (all are one, with or without blanks around), blanks (runs are
 * one) and case, nothing else: names that differ in a letter stay different.
 * Composed and decomposed accents are one spelling in Unicode, so they are
 * here.
 *
 * Returns: (transfer full): the key of the place
 */
char *
atlas_fold_place (const char *name)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (is_ascii (name))
    return fold_blanks_and_dashes (name);

  folded = g_utf8_casefold (name, -1);
  composed = g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return fold_blanks_and_dashes (composed != NULL ? composed : folded);
}

static void
append_plain (GString *folded, gunichar c)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      if (strokes[i].letter == c)
        {
          g_string_append (folded, strokes[i].plain);
          return;
        }
    }

  g_string_append_unichar (folded, c);
}

/**
 * atlas_fold_search:
 * @text: what is searched, or searched for; valid UTF-8
 *
 * Folds case, accents and punctuation, so that "san jose" is found in "San
 * José–San Francisco". Apostrophes go, other punctuation becomes a blank.
 *
 * Returns: (transfer full): words with one blank between them
 */
char *
atlas_fold_search (const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  const char *at;
  GString *folded;
  gboolean blank = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  lower = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (text) + 1);

  for (at = apart != NULL ? apart : lower; *at != '\0';
       at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c) || atlas_unichar_is_apostrophe (c))
        continue;

      if (!g_unichar_isalnum (c))
        {
          blank = TRUE;
          continue;
        }

      if (blank && folded->len > 0)
        g_string_append_c (folded, ' ');
      blank = FALSE;
      append_plain (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-drawable.h"

#include <string.h>

/* What stands for a character that cannot be shown. */
#define REPLACEMENT "\357\277\275"

/* Code points that Unicode never gives to a character: GLib takes them for
 * valid, cairo does not and makes no PDF at all. */
static gboolean
is_noncharacter (gunichar c)
{
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* The first one in @text, or NULL. They begin with one of few bytes. */
static const char *
find_noncharacter (const char *text)
{
  const guchar *p;

  for (p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0xEF && is_noncharacter (g_utf8_get_char ((const char *) p)))
      return (const char *) p;

  return NULL;
}

/**
 * atlas_drawable_text:
 * @text: valid UTF-8
 * @held: (out): what the caller is to free after use, or %NULL
 *
 * Every text that reaches cairo goes through here: names come from files.
 *
 * Returns: (transfer none): @text itself or, where it has code points that are
 *   no characters, a copy with U+FFFD in their places
 */
const char *
atlas_drawable_text (const char *text, char **held)
{
  const char *bad;
  GString *copy;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (held != NULL, NULL);

  *held = NULL;
  bad = find_noncharacter (text);
  if (bad == NULL)
    return text;

  copy = g_string_new (NULL);
  while (bad != NULL)
    {
      g_string_append_len (copy, text, bad - text);
      g_string_append (copy, REPLACEMENT);
      text = g_utf8_next_char (bad);
      bad = find_noncharacter (text);
    }
  g_string_append (copy, text);
  *held = g_string_free (copy, FALSE);

  return *held;
}

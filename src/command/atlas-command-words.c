/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-words.h"

#include "atlas-catalogue.h"
#include "atlas-language.h"

/* As LANGUAGE, LC_ALL, LC_MESSAGES and LANG ask for; no setlocale(). */
static AtlasFormatScope
begin_words (void)
{
  AtlasFormat format;

  atlas_format_init_for_language (&format, atlas_language_get_default ());

  return atlas_format_begin (&format);
}

/**
 * atlas_command_gettext:
 * @message: a message
 *
 * Returns: (transfer none): @message in the language of the person at the
 *   terminal
 */
const char *
atlas_command_gettext (const char *message)
{
  AtlasFormatScope scope = begin_words ();
  const char *words = atlas_gettext (message);

  atlas_format_end (scope);

  return words;
}

/**
 * atlas_command_ngettext:
 * @one: a message about one thing
 * @many: the same about several
 * @n: how many there are
 *
 * Returns: (transfer none): the one for @n in the language of the person at
 *   the terminal
 */
const char *
atlas_command_ngettext (const char *one, const char *many, gulong n)
{
  AtlasFormatScope scope = begin_words ();
  const char *words = atlas_ngettext (one, many, n);

  atlas_format_end (scope);

  return words;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-file-list.h"

#include <string.h>

#include "atlas-project.h"

/* Which files of a folder are read, by their names. */

/**
 * atlas_file_name_is_left_over:
 * @name: the name of a file in a folder, without the folder
 *
 * Returns: whether it is hidden, or a copy that an editor, a desktop or a
 *   transfer left behind
 */
gboolean
atlas_file_name_is_left_over (const char *name)
{
  static const char *const endings[] = {
    "~", ".swp", ".swo", ".bak", ".orig", ".part", ".tmp", ".crdownload"
  };
  static const char last_letters[] = "~pokgtpd";
  static const char *const names[] = { "Thumbs.db", "desktop.ini" };
  char last;
  gsize i;

  G_STATIC_ASSERT (sizeof last_letters == G_N_ELEMENTS (endings) + 1);

  g_return_val_if_fail (name != NULL, FALSE);

  if (name[0] == '.')
    return TRUE;
  if (name[0] == '#' && g_str_has_suffix (name, "#"))
    return TRUE;
  /* A common file name costs no more than its last letter. */
  last = name[0] != '\0' ? name[strlen (name) - 1] : '\0';
  for (i = 0; i < G_N_ELEMENTS (endings); i++)
    if (last == last_letters[i] && g_str_has_suffix (name, endings[i]))
      return TRUE;
  for (i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether @name is a text that goes along with a folder, "README.md". */
static gboolean
is_accompanying (const char *name, gsize stem)
{
  static const char *const stems[] = { "README",  "LICENSE", "LICENCE",
                                       "COPYING", "AUTHORS", "CHANGELOG",
                                       "NEWS",    "NOTICE" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (stems); i++)
    if (strlen (stems[i]) == stem
        && g_ascii_strncasecmp (name, stems[i], stem) == 0)
      return TRUE;

  return FALSE;
}

/**
 * atlas_file_name_is_profile:
 * @name: the name of a file in a folder, without the folder
 *
 * Which files of a folder are read: .txt, .text, .md, .json, and names without
 * an ending. A README and its like are not. A file that was named itself is
 * read whatever it is called.
 *
 * Returns: whether the file may hold profiles
 */
gboolean
atlas_file_name_is_profile (const char *name)
{
  static const char *const endings[] = { ".txt", ".text", ".md", ".json" };
  /* Longer than endings usually are; the first two are our own. */
  static const char *const others[] = { ATLAS_PROJECT_ENDING, ".graphml",
                                        ".geojson",           ".sqlite",
                                        ".parquet",           ".numbers",
                                        ".desktop",           ".torrent" };
  const char *ending;
  gsize i;

  g_return_val_if_fail (name != NULL, FALSE);

  ending = strrchr (name, '.');
  if (is_accompanying (name, ending != NULL ? (gsize) (ending - name)
                                            : strlen (name)))
    return FALSE;
  if (ending == NULL)
    return TRUE;

  for (i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (ending, endings[i]) == 0)
      return TRUE;
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strcasecmp (ending, others[i]) == 0)
      return FALSE;

  /* "Washington, D.C" has no ending; an ending is short and has no blank. */
  return strlen (ending) > 6 || strchr (ending, ' ') != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-json-reader.h"

#include <string.h>

#include <glib/gi18n.h>

/**
 * atlas_json_is_likely:
 * @data: the beginning of a file
 * @length: number of bytes
 *
 * Returns: whether the file is JSON and not a text: whether its first mark is
 *   an opening brace
 */
gboolean
atlas_json_is_likely (const char *data, gsize length)
{
  gsize i = 0;

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  while (i < length && g_ascii_isspace (data[i]))
    i++;

  return i < length && data[i] == '{';
}

/* Until the reader of profiles is here, every JSON file is of another kind. */
void
atlas_json_read (const char *data,
                 gsize length,
                 const char *source,
                 GPtrArray *profiles,
                 GPtrArray *problems)
{
  g_ptr_array_add (problems, atlas_problem_new (
                                 ATLAS_PROBLEM_NOT_A_PROFILE, source, 1, NULL,
                                 0, N_ ("This JSON holds no profiles."), NULL));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-alias-file.h"

/* Any bytes: a list or an error, and a list that was read comes back equal. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasAliases) aliases =
      atlas_alias_file_parse ((const char *) data, size, &error);
  g_autoptr (AtlasAliases) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((aliases != NULL) == (error == NULL));
  if (aliases == NULL)
    return 0;

  text = atlas_alias_file_to_json (aliases);
  again = atlas_alias_file_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_true (atlas_aliases_equal (aliases, again));

  return 0;
}

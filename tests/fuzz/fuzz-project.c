/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-project.h"

/* Any bytes: a project or an error, and a project that was read is written the
 * same way again and again. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProject) project =
      atlas_project_parse ((const char *) data, size, NULL, &error);
  g_autoptr (AtlasProject) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_true ((project != NULL) == (error == NULL));
  if (project == NULL)
    return 0;

  first = atlas_project_to_json (project, NULL);
  again = atlas_project_parse (first, strlen (first), NULL, &error);
  g_assert_no_error (error);
  second = atlas_project_to_json (again, NULL);
  g_assert_cmpstr (first, ==, second);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-json-reader.h"
#include "atlas-json-writer.h"

/* Any bytes: the reader never crashes, never ends without a profile or a
 * problem, and what it reads comes back equal when it is written again. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_profile (const AtlasProfile *profile)
{
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  g_autoptr (GString) text = g_string_new (NULL);

  atlas_json_write_head (text);
  atlas_json_write_profile (text, profile);
  atlas_json_write_tail (text, NULL, NULL, 0);
  g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));

  atlas_json_read (text->str, text->len, "fuzz", profiles, problems);
  g_assert_cmpuint (profiles->len, ==, 1);
  g_assert_true (atlas_profile_equal (profile, profiles->pdata[0]));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  guint i;

  atlas_json_read ((const char *) data, size, "fuzz", profiles, problems);
  g_assert_cmpuint (profiles->len + problems->len, >, 0);
  for (i = 0; i < profiles->len; i++)
    check_profile (g_ptr_array_index (profiles, i));

  return 0;
}

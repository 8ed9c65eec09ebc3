/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-parser.h"
#include "atlas-text-writer.h"

/* Any bytes: the parser never crashes or hangs, never ends without a profile
 * or a problem, gives valid UTF-8 only, and what it reads from a text without
 * a problem comes back equal when it is written and read again. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_profile (const AtlasProfile *profile, gboolean sound)
{
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (profile->cluster);
  atlas_text_write (profile, text);
  g_assert_true (g_utf8_validate (text->str, (gssize) text->len, NULL));

  if (!sound || text->len > ATLAS_TEXT_MAX_BYTES)
    return;

  atlas_text_parse (text->str, text->len, "fuzz", profiles, problems);
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

  atlas_text_parse ((const char *) data, size, "fuzz", profiles, problems);
  g_assert_cmpuint (profiles->len + problems->len, >, 0);

  for (i = 0; i < problems->len; i++)
    {
      g_autofree char *message =
          atlas_problem_dup_message (problems->pdata[i], NULL);

      g_assert_true (g_utf8_validate (message, -1, NULL));
    }
  for (i = 0; i < profiles->len; i++)
    check_profile (profiles->pdata[i], problems->len == 0);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <string.h>

#include "atlas-network.h"
#include "atlas-profile-builder.h"
#include "atlas-text-parser.h"

/* A profile as far as the network reads it; NULL ends a list of partners, and
 * an empty name is one that could not be read. */
typedef struct
{
  const char *cluster;
  const char *economy;
  guint edition;
  const char *partners[ATLAS_N_KINDS][4];
} Told;

static inline AtlasProfile *
fixture_profile_new (const Told *told)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  guint kind, i;

  atlas_profile_builder_set_cluster (builder, told->cluster, -1, 1);
  if (told->economy != NULL)
    atlas_profile_builder_set_economy (builder, told->economy, -1, 1);
  if (told->edition != 0)
    numbers->edition = (AtlasNumber){ told->edition, 1, ATLAS_NUMBER_GIVEN, 0 };

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < 4 && told->partners[kind][i] != NULL; i++)
      {
        const char *name = told->partners[kind][i];

        if (*name == '\0')
          atlas_profile_builder_skip_partner (builder, kind);
        else
          atlas_profile_builder_add_partner (builder, kind, name, -1,
                                             10 + kind);
      }

  return atlas_profile_builder_end (builder);
}

static inline AtlasNetwork *
fixture_network_new (const Told *told, guint n)
{
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  guint i;

  for (i = 0; i < n; i++)
    g_ptr_array_add (profiles, fixture_profile_new (&told[i]));

  return atlas_network_new ((const AtlasProfile *const *) profiles->pdata,
                            profiles->len, NULL);
}

/* The five profiles that come with the program. */
static inline AtlasNetwork *
fixture_network_of_samples (void)
{
  const char *folder = g_getenv ("ATLAS_SAMPLES");
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".txt"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      atlas_text_parse (text, length, name, profiles, problems);
    }
  g_assert_cmpuint (profiles->len, ==, 5);

  return atlas_network_new ((const AtlasProfile *const *) profiles->pdata,
                            profiles->len, NULL);
}

static inline const AtlasPlace *
fixture_get_place (const AtlasNetwork *network, const char *id)
{
  const gssize index = atlas_network_find (network, id);

  g_assert_cmpint (index, >=, 0);

  return &atlas_network_get_places (network, NULL)[index];
}

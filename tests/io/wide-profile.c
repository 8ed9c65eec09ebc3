/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wide-profile.h"

#include "atlas-profile-builder.h"

/* Lists of @n items, and names that a table must quote. */
AtlasProfile *
wide_profile_new (guint n, AtlasNumberState share_state)
{
  AtlasProfileBuilder *builder = atlas_profile_builder_new ();
  AtlasNumber number = { .value = 7, .state = ATLAS_NUMBER_GIVEN };
  AtlasNumber share = { .value = 1, .state = share_state };
  AtlasProfile *profile;
  guint kind, i;

  atlas_profile_builder_set_source (builder, "a \"b\",\tc\n.txt");
  atlas_profile_builder_set_cluster (builder, "Washington, DC–\"B\"", -1, 1);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      atlas_profile_builder_get_numbers (builder)->collaboration[kind] = share;
      for (i = 0; i < n; i++)
        {
          atlas_profile_builder_add_entry (builder, (AtlasKind) kind,
                                           "CO., \"LTD\"\n\t;", -1, &number,
                                           &number, &share, 1);
          atlas_profile_builder_add_field (builder, (AtlasKind) kind, "=1,\t2",
                                           -1, &share, 1);
          atlas_profile_builder_add_partner (builder, (AtlasKind) kind,
                                             "\"\",\"", -1, 1);
        }
    }
  profile = atlas_profile_builder_end (builder);
  atlas_profile_builder_free (builder);

  return profile;
}

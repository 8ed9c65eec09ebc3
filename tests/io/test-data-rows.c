/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-data-rows.h"
#include "atlas-profile-builder.h"

/* Lists of so many items, and names that a table must quote. */
static AtlasProfile *
make_profile (guint n, AtlasNumberState share_state)
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

/* A row that was written narrow and widened is the same as one that was
 * written wide. */
static void
check_widened (guint n_narrow, guint n_wide, char separator)
{
  static const AtlasNumberState states[] = { ATLAS_NUMBER_GIVEN,
                                             ATLAS_NUMBER_BELOW };
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (states); i++)
    for (k = 0; k < G_N_ELEMENTS (states); k++)
      {
        g_autoptr (AtlasProfile) first = make_profile (n_narrow, states[i]);
        g_autoptr (AtlasProfile) second = make_profile (n_wide, states[k]);
        g_autoptr (GString) rows = g_string_new (NULL);
        g_autoptr (GString) widened = g_string_new (NULL);
        g_autoptr (GString) wide = g_string_new (NULL);
        AtlasDataWidth width = { .has_below = FALSE };

        atlas_data_width_fit (&width, first);
        atlas_data_rows_append (rows, first, &width, separator);
        atlas_data_width_fit (&width, second);
        atlas_data_rows_append (rows, second, &width, separator);

        atlas_data_rows_write (widened, rows->str, rows->len, &width,
                               separator);
        atlas_data_table_write_profile (wide, ATLAS_DATA_TABLE_PROFILES, first,
                                        &width, separator);
        atlas_data_table_write_profile (wide, ATLAS_DATA_TABLE_PROFILES, second,
                                        &width, separator);
        g_assert_cmpstr (widened->str, ==, wide->str);
      }
}

static void
test_widen (void)
{
  guint narrow, wide;

  for (narrow = 0; narrow < 4; narrow++)
    for (wide = 0; wide < 6; wide++)
      {
        check_widened (narrow, wide, ',');
        check_widened (narrow, wide, '\t');
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data-rows/widen", test_widen);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

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

/* All rows that wait, as they are in a table of @width. Returns in how many
 * pieces they come. */
static guint
take_rows (GString *out,
           AtlasSpool *spool,
           const AtlasDataWidth *width,
           char separator)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  const char *at;
  gsize size;
  guint n = 0;

  while ((at = atlas_spool_peek (spool, &size)) != NULL)
    {
      const char *end = at + size;

      for (; at < end; n++)
        {
          gsize length;
          const char *text =
              atlas_data_rows_take (&at, width, separator, buffer, &length);

          g_string_append_len (out, text, (gssize) length);
        }
      atlas_spool_drop (spool);
    }

  return n;
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
        const AtlasProfile *const order[] = { first, first, second, first,
                                              second };
        g_autoptr (AtlasSpool) spool = atlas_spool_new ();
        AtlasDataWidth width = { .has_below = FALSE };
        AtlasDataWidth narrow;
        gboolean same;
        guint n_pieces;
        char *last = NULL;
        gsize row;

        atlas_data_width_fit (&width, first);
        atlas_data_rows_append (rows, first, &width, separator);
        atlas_data_rows_append (rows, first, &width, separator);
        narrow = width;
        atlas_data_width_fit (&width, second);
        same = atlas_data_width_equal (&narrow, &width);
        atlas_data_rows_append (rows, second, &width, separator);
        atlas_data_rows_append (rows, first, &width, separator);
        atlas_data_rows_keep (spool, &last, rows);
        g_string_truncate (rows, 0);
        atlas_data_rows_append (rows, second, &width, separator);
        atlas_data_rows_keep (spool, &last, rows);

        n_pieces = take_rows (widened, spool, &width, separator);
        g_assert_cmpuint (n_pieces, ==, same ? 1 : 2);
        for (row = 0; row < G_N_ELEMENTS (order); row++)
          atlas_data_table_write_profile (wide, ATLAS_DATA_TABLE_PROFILES,
                                          order[row], &width, separator);
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

/* One wide row among narrow ones is one too many. */
static void
test_fit (void)
{
  g_autoptr (AtlasProfile) narrow = make_profile (2, ATLAS_NUMBER_GIVEN);
  g_autoptr (AtlasProfile) wide = make_profile (4, ATLAS_NUMBER_GIVEN);
  g_autoptr (GString) rows = g_string_new (NULL);
  AtlasDataWidth width = { .has_below = FALSE };
  AtlasDataWidth before;

  atlas_data_width_fit (&width, narrow);
  before = width;
  g_assert_true (atlas_data_rows_fit (rows, &before));
  atlas_data_rows_append (rows, narrow, &width, ',');
  g_assert_true (atlas_data_rows_fit (rows, &before));
  atlas_data_width_fit (&width, wide);
  atlas_data_rows_append (rows, wide, &width, ',');
  g_assert_false (atlas_data_rows_fit (rows, &before));
  g_assert_true (atlas_data_rows_fit (rows, &width));
}

/* One row for each applicant, and for each publisher. */
static void
test_entries (void)
{
  g_autoptr (AtlasProfile) profile = make_profile (2, ATLAS_NUMBER_BELOW);
  const AtlasDataWidth width = ATLAS_DATA_WIDTH_INIT;
  guint i;

  for (i = ATLAS_DATA_TABLE_APPLICANTS; i <= ATLAS_DATA_TABLE_PUBLISHERS; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_auto (GStrv) heads = NULL;

      atlas_data_table_write_head (out, (AtlasDataTable) i, &width, '\t');
      heads = g_strsplit (out->str, "\t", -1);
      g_assert_cmpstr (heads[0], ==, "source");
      g_string_truncate (out, 0);
      atlas_data_table_write_profile (out, (AtlasDataTable) i, profile, &width,
                                      '\t');
      g_test_message ("%s", out->str);
      g_assert_nonnull (strstr (out->str, "\"CO., \"\"LTD\"\"\n\t;\"\t7\t"));
      g_assert_true (g_str_has_suffix (out->str, "\t1\n"));
    }
}

/* Other tables have no row of a profile, and none of a network. */
static void
test_other_tables (void)
{
  g_autoptr (AtlasProfile) profile = make_profile (1, ATLAS_NUMBER_GIVEN);
  const AtlasProfile *profiles[] = { profile };
  g_autoptr (AtlasNetwork) network = atlas_network_new (profiles, 1, NULL);
  const AtlasDataWidth width = ATLAS_DATA_WIDTH_INIT;
  g_autoptr (GString) out = g_string_new (NULL);

  atlas_data_table_write_profile (out, ATLAS_DATA_TABLE_LINKS, profile, &width,
                                  ',');
  atlas_data_table_write_network (out, ATLAS_DATA_TABLE_PROFILES, network, ',');
  g_assert_cmpstr (out->str, ==, "");
}

/* Any one of the lists makes a table wider. */
static void
test_width (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  const AtlasNumber number = { .value = 1, .state = ATLAS_NUMBER_GIVEN };
  const AtlasNumber below = { .value = 1, .state = ATLAS_NUMBER_BELOW };
  g_autoptr (AtlasProfile) entry = NULL;
  g_autoptr (AtlasProfile) field = NULL;
  AtlasDataWidth first = ATLAS_DATA_WIDTH_INIT;
  AtlasDataWidth second = ATLAS_DATA_WIDTH_INIT;
  guint kind;

  atlas_profile_builder_set_cluster (builder, "x", -1, 1);
  atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "a", -1, &number,
                                   &number, &below, 1);
  entry = atlas_profile_builder_end (builder);
  atlas_profile_builder_clear (builder);
  atlas_profile_builder_set_cluster (builder, "x", -1, 1);
  atlas_profile_builder_add_field (builder, ATLAS_ARTICLES, "a", -1, &below, 1);
  field = atlas_profile_builder_end (builder);

  g_assert_true (atlas_data_width_equal (&first, &second));
  atlas_data_width_fit (&first, entry);
  g_assert_true (first.has_below);
  g_assert_false (atlas_data_width_equal (&first, &second));
  atlas_data_width_fit (&second, field);
  g_assert_true (second.has_below);
  g_assert_false (atlas_data_width_equal (&first, &second));
  atlas_data_width_extend (&first, &second);
  g_assert_true (atlas_data_width_equal (&first, &second));

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      second = first;
      second.n_entries[kind]++;
      g_assert_false (atlas_data_width_equal (&first, &second));
      second = first;
      second.n_partners[kind]++;
      g_assert_false (atlas_data_width_equal (&first, &second));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data-rows/widen", test_widen);
  g_test_add_func ("/data-rows/fit", test_fit);
  g_test_add_func ("/data-rows/entries", test_entries);
  g_test_add_func ("/data-rows/other-tables", test_other_tables);
  g_test_add_func ("/data-rows/width", test_width);

  return g_test_run ();
}

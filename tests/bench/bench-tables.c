/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "atlas-profile-builder.h"
#include "atlas-session.h"

/* How long the tables of a session take with many profiles, and how long the
 * main loop stands still meanwhile: bench-tables [N_PROFILES] */

typedef struct
{
  gint64 last;
  gint64 longest;
} Ticker;

static gboolean
on_tick (gpointer data)
{
  Ticker *ticker = data;
  gint64 now = g_get_monotonic_time ();

  ticker->longest = MAX (ticker->longest, now - ticker->last);
  ticker->last = now;
  return G_SOURCE_CONTINUE;
}

static AtlasNumber
given (double value)
{
  AtlasNumber number = ATLAS_NUMBER_INIT;

  number.value = value;
  number.state = ATLAS_NUMBER_GIVEN;
  return number;
}

static AtlasProfile *
make_profile (AtlasProfileBuilder *builder, GRand *rand, guint i)
{
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  g_autofree char *cluster =
      g_strdup_printf ("Köln–Cluster %u", g_rand_int (rand) % 1000000);
  g_autofree char *economy =
      g_strdup_printf ("Economy %d", g_rand_int_range (rand, 0, 60));
  guint kind, j;

  atlas_profile_builder_set_source (builder, cluster);
  atlas_profile_builder_set_cluster (builder, cluster, -1, 1);
  atlas_profile_builder_set_economy (builder, economy, -1, 1);
  numbers->edition = given (2020 + i % 5);
  numbers->rank = given (g_rand_int_range (rand, 1, 100000));
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (j = 0; j < 3; j++)
      {
        g_autofree char *name = g_strdup_printf (
            "UNIVERSITY OF TECHNOLOGY %d", g_rand_int_range (rand, 0, 50000));
        AtlasNumber rank = given (j + 1);
        AtlasNumber count = given (g_rand_int_range (rand, 1, 10000));
        AtlasNumber share = given (30 - 5 * j);

        atlas_profile_builder_add_entry (builder, kind, name, -1, &rank, &count,
                                         &share, j + 1);
        atlas_profile_builder_add_partner (builder, kind, name, -1, 9);
      }

  return atlas_profile_builder_end (builder);
}

static void
wait_for (AtlasTable *table)
{
  do
    g_main_context_iteration (NULL, TRUE);
  while (atlas_table_get_busy (table));
}

static void
report (const char *what, gint64 since, Ticker *ticker)
{
  g_print ("%-36s %8.0f ms, longest stall %5.0f ms\n", what,
           (double) (g_get_monotonic_time () - since) / 1000.0,
           (double) ticker->longest / 1000.0);
  ticker->longest = 0;
}

static void
load (AtlasSession *session, guint n)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint i = 0;

  while (i < n)
    {
      guint end = MIN (i + 500, n);

      atlas_session_begin_batch (session);
      for (; i < end; i++)
        {
          g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func (
              (GDestroyNotify) atlas_profile_unref);
          g_autofree char *path = g_strdup_printf ("/nowhere/%u", i);
          g_autoptr (GFile) file = g_file_new_for_path (path);

          g_ptr_array_add (profiles, make_profile (builder, rand, i));
          atlas_session_add_file (session, file, profiles, NULL);
        }
      atlas_session_end_batch (session);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

int
main (int argc, char **argv)
{
  const char *const columns[] = { "cluster", "economy", "rank",
                                  "applicants.1.name", "estimates.population" };
  g_autoptr (AtlasSession) session = atlas_session_new ();
  AtlasTable *table = atlas_session_get_table (session, ATLAS_TABLE_PROFILES);
  Ticker ticker = { g_get_monotonic_time (), 0 };
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  gint64 start;
  guint i;

  g_timeout_add (2, on_tick, &ticker);
  start = g_get_monotonic_time ();
  load (session, n);
  wait_for (table);
  report ("load", start, &ticker);

  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *what = g_strconcat ("sort by ", columns[i], NULL);

      start = g_get_monotonic_time ();
      atlas_table_sort_by (
          table, (guint) atlas_table_find_column (table, columns[i]), TRUE);
      wait_for (table);
      report (what, start, &ticker);
    }

  start = g_get_monotonic_time ();
  atlas_session_set_search (session, "technology 4");
  wait_for (table);
  report ("first search", start, &ticker);
  start = g_get_monotonic_time ();
  atlas_session_set_search (session, "technology 44");
  wait_for (table);
  report ("next search", start, &ticker);
  start = g_get_monotonic_time ();
  atlas_session_set_search (session, "");
  wait_for (table);
  report ("no search", start, &ticker);

  start = g_get_monotonic_time ();
  table = atlas_session_get_table (session, ATLAS_TABLE_APPLICANTS);
  wait_for (table);
  report ("table of applicants", start, &ticker);
  start = g_get_monotonic_time ();
  atlas_session_clear (session);
  report ("clear", start, &ticker);

  return EXIT_SUCCESS;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-profile-builder.h"
#include "atlas-text-writer.h"
#include "core-fixture.h"

/* Sentences as they are printed take a short way through the parser. A second
 * blank somewhere in a sentence means nothing to a reader, but sends it the
 * long way: whatever the text, both must find the same. */

#define N_SOUND 2000
#define N_DAMAGED 20000

static const struct
{
  const char *find;
  const char *with;
} widenings[] = {
  { " is the ", "  is the " },
  { "largest science", "largest  science" },
  { "cluster by intensity", "cluster  by intensity" },
  { "Top PCT", "Top  PCT" },
  { "Top publishing", "Top  publishing" },
  { "\t", "\t " },
  { "\nPatents\n", "\n**Patents**\n" },
  { "\nPublications\n", "\n**Publications**\n" },
  { "are filed in collaboration", "are filed in  collaboration" },
  { "are published in collaboration", "are published in  collaboration" },
  { "**, **", "** , **" },
  { "** and **", "**  and **" },
};

static char *
widen (const char *text)
{
  char *wide = g_strdup (text);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (widenings); i++)
    {
      char *wider = replace_all (wide, widenings[i].find, widenings[i].with);

      g_free (wide);
      wide = wider;
    }

  return wide;
}

/* All that is read, but for the blanks in it: a note keeps those of its line.
 */
static char *
describe (const char *text, gsize length)
{
  Reading reading = reading_new (text, length);
  GString *all = g_string_new (NULL);
  g_autofree char *problems = reading_dup_problems (&reading);
  guint i;

  for (i = 0; i < reading.profiles->len; i++)
    {
      const AtlasProfile *profile = reading.profiles->pdata[i];
      g_autofree char *one = profile_to_text (profile);
      guint32 k;

      g_string_append_printf (all, "%s lines %u %u %u %u\n", one,
                              profile->cluster_line, profile->economy_line,
                              profile->demonym_line, profile->edition.line);
      for (k = 0; k < profile->n_entries[ATLAS_PATENTS]; k++)
        g_string_append_printf (all, "%u %u, ",
                                profile->entries[ATLAS_PATENTS][k].line,
                                profile->entries[ATLAS_PATENTS][k].count.line);
      for (k = 0; k < profile->n_partners[ATLAS_ARTICLES]; k++)
        g_string_append_printf (all, "%u, ",
                                profile->partners[ATLAS_ARTICLES][k].line);
    }
  g_string_append (all, problems);
  reading_clear (&reading);
  while (g_string_replace (all, "  ", " ", 0) > 0)
    ;
  g_string_replace (all, "\t ", "\t", 0);
  g_string_replace (all, " ,", ",", 0);

  return g_string_free (all, FALSE);
}

static void
assert_both_ways (const char *text, gsize length)
{
  g_autofree char *wide = widen (text);
  g_autofree char *short_way = describe (text, length);
  g_autofree char *long_way = describe (wide, strlen (wide));

  if (strcmp (short_way, long_way) != 0)
    g_test_message ("%s", text);
  g_assert_cmpstr (short_way, ==, long_way);
}

/* Each of the sentences that has a short way. */
static void
test_each_sentence (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (widenings); i++)
    {
      g_autofree char *wide = NULL;
      g_autofree char *short_way = NULL;
      g_autofree char *long_way = NULL;

      if (strstr (sound_text, widenings[i].find) == NULL)
        g_error ("The sound text has no “%s”", widenings[i].find);
      wide = replace_all (sound_text, widenings[i].find, widenings[i].with);
      short_way = describe (sound_text, strlen (sound_text));
      long_way = describe (wide, strlen (wide));
      g_assert_cmpstr (short_way, ==, long_way);
    }
}

/* Names in which the sentences around them could be found. */
static void
test_names (void)
{
  static const char *const names[] = {
    "Los Angeles",
    "St. Louis, MO",
    "X%",
    "5% of Y",
    "Xi's City",
    "The is the Place",
    "Raleigh ranked",
    "A, B and C",
    "-ranked cluster, out of 5 Z",
    "7 largest science and technology cluster in 2024",
    "Clusters, that falls",
    "in 2024",
    "n/a",
    "R&D",
    "R&amp;D",
    "*star",
    "under_score",
    "Québec",
    "x ",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *cluster = replace_all (sound_text, "Shenyang", names[i]);
      g_autofree char *partner = replace_all (sound_text, "Beijing", names[i]);
      g_autofree char *row = replace_all (sound_text, "SIA, CAS", names[i]);
      g_autofree char *demonym = replace_all (sound_text, "Chinese", names[i]);

      assert_both_ways (cluster, strlen (cluster));
      assert_both_ways (partner, strlen (partner));
      assert_both_ways (row, strlen (row));
      assert_both_ways (demonym, strlen (demonym));
    }
}

/* Values of every kind, readable or not. */
static void
test_values (void)
{
  static const char *const values[] = {
    "0",
    "00",
    "1",
    "01",
    "999",
    "1000",
    "1,000",
    "10,00",
    "1,0000",
    ",1",
    "1,",
    "1,000,000",
    "n/a",
    "-1",
    "+1",
    "1.5",
    "12.50",
    "<1",
    "1e3",
    "100",
    "101",
    "1000000",
    "999999999",
    "1,000,000,000",
    "1 000",
    "1'000",
    "nothing",
    "\xd9\xa3",
    "2024",
    "1899",
    "1234567890123456789",
    "1,234,567,890,123",
    "",
    " ",
    "3rd",
    "third",
    "999,999,999,999",
    "1,000,000,000,000",
    "1,000,000,000,001",
  };
  static const char *const places[] = { "17th",  "26", "100",  "2024", "110",
                                        "5,883", "61", "89",   "278",  "12,012",
                                        "40",    "13", "\n2\t" };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (values); i++)
    {
      for (k = 0; k < G_N_ELEMENTS (places); k++)
        {
          g_autofree char *digits =
              replace_once (sound_text, "seventeenth", "17th");
          g_autofree char *with =
              places[k][0] == '\n' ? g_strconcat ("\n", values[i], "\t", NULL)
                                   : g_strdup (values[i]);
          g_autofree char *text = replace_once (digits, places[k], with);

          assert_both_ways (text, strlen (text));
        }
    }
}

/* One byte taken out, put in or changed anywhere. */
static void
test_damage (void)
{
  static const char bytes[] = " *%.,\n0a-'";
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < N_DAMAGED; i++)
    {
      gssize at;
      char byte = bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)];

      g_string_assign (text, sound_text);
      at = g_rand_int_range (rand, 0, (gint32) text->len);
      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          g_string_erase (text, at, 1);
          break;

        case 1:
          g_string_insert_c (text, at, byte);
          break;

        default:
          text->str[at] = byte;
          break;
        }
      assert_both_ways (text->str, text->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/usual/each-sentence", test_each_sentence);
  g_test_add_func ("/text/usual/names", test_names);
  g_test_add_func ("/text/usual/values", test_values);
  g_test_add_func ("/text/usual/damage", test_damage);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>

#include "atlas-profile-builder.h"
#include "atlas-text-writer.h"
#include "core-fixture.h"

/* Properties that hold for any profile and any damage. */

#define N_PROFILES 10000
#define N_DAMAGED 20000

/* What names are made of: ordinary and strange. */
static const char *const pieces[] = {
  "Beijing",
  "San",
  "José",
  " ",
  "-",
  "–",
  "'s",
  "\xe2\x80\x99",
  "&",
  "&amp;",
  "**",
  "*",
  ",",
  " and ",
  " is the ",
  "%",
  "5",
  "12,012",
  "(x)",
  "\"",
  "_",
  "#",
  "<b>",
  "ranked",
  "cluster",
  "PCT",
  "patent",
  "n/a",
  "emerging",
  "being",
  "\t",
  "\x01",
  "東京",
  "ß",
  "e\xcc\x81",
  ".",
  ":",
  "top",
  "\xe2\x80\xae",
  "\xc2\xa0",
  ";",
  "it filed",
  "Global Innovation Index",
  "scientific articles",
  "collaboration",
  "|",
};

static char *
make_name (GRand *rand)
{
  GString *name = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 1, 6);

  while (n-- > 0)
    g_string_append (name,
                     pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  return g_string_free (name, FALSE);
}

static AtlasNumber
make_number (GRand *rand, gint32 least, gint32 most)
{
  AtlasNumber number = ATLAS_NUMBER_INIT;

  if (g_rand_int_range (rand, 0, 12) == 0)
    return number;
  number.value = g_rand_int_range (rand, least, most + 1);
  number.state = ATLAS_NUMBER_GIVEN;

  return number;
}

static AtlasNumber
make_share (GRand *rand, gint32 most)
{
  AtlasNumber share = make_number (rand, 1, most);

  if (atlas_number_is_given (&share))
    {
      if (g_rand_int_range (rand, 0, 8) == 0)
        {
          share.value += g_rand_int_range (rand, 0, 10) / 10.0;
          share.decimals = 1;
        }
      else if (g_rand_int_range (rand, 0, 8) == 0)
        {
          share.state = ATLAS_NUMBER_BELOW;
        }
    }

  return share;
}

static void
add_lists (AtlasProfileBuilder *builder, GRand *rand, AtlasKind kind)
{
  gint n = g_rand_int_range (rand, 0, 7);
  gint i;

  for (i = 0; i < n; i++)
    {
      g_autofree char *name = make_name (rand);
      AtlasNumber rank = make_number (rand, 1, 10);
      AtlasNumber count = make_number (rand, 0, 2000000);
      AtlasNumber share = make_share (rand, 100 / n - 1);

      atlas_profile_builder_add_entry (builder, kind, name, -1, &rank, &count,
                                       &share, 1);
    }

  n = g_rand_int_range (rand, 0, 4);
  for (i = 0; i < n; i++)
    {
      g_autofree char *name = make_name (rand);
      AtlasNumber share = make_share (rand, 20);

      atlas_profile_builder_add_field (builder, kind, name, -1, &share, 1);
    }

  n = g_rand_int_range (rand, 0, 6);
  for (i = 0; i < n; i++)
    {
      g_autofree char *name = make_name (rand);

      if (i + 1 < n && g_rand_int_range (rand, 0, 10) == 0)
        atlas_profile_builder_skip_partner (builder, kind);
      else
        atlas_profile_builder_add_partner (builder, kind, name, -1, 1);
    }
}

static AtlasProfile *
make_profile (AtlasProfileBuilder *builder, GRand *rand)
{
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  g_autofree char *cluster = make_name (rand);
  g_autofree char *economy = make_name (rand);
  g_autofree char *demonym = make_name (rand);
  guint kind;

  atlas_profile_builder_set_cluster (builder, cluster, -1, 1);
  if (g_rand_int_range (rand, 0, 10) > 0)
    atlas_profile_builder_set_economy (builder, economy, -1, 1);
  if (g_rand_int_range (rand, 0, 10) > 0)
    atlas_profile_builder_set_demonym (builder, demonym, -1, 1);

  numbers->edition = make_number (rand, 2000, 2100);
  numbers->top = make_number (rand, 1000, 2000);
  numbers->rank = make_number (rand, 1, 1000);
  numbers->intensity_rank = make_number (rand, 1, 1000);
  numbers->national_rank = make_number (rand, 1, 150);
  numbers->national_clusters = make_number (rand, 150, 300);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      numbers->per_million[kind] = make_number (rand, 0, 30000);
      numbers->collaboration[kind] = make_share (rand, 99);
      add_lists (builder, rand, kind);
    }

  return atlas_profile_builder_end (builder);
}

/* Whatever is in it, a profile that is written is read back equal. */
static void
test_round_trip (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240601);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < N_PROFILES; i++)
    {
      g_autoptr (AtlasProfile) profile = make_profile (builder, rand);
      g_autofree char *expected = profile_to_text (profile);
      g_autofree char *found = NULL;
      Reading reading;

      g_string_truncate (text, 0);
      atlas_text_write (profile, text);
      reading = reading_new (text->str, text->len);
      if (reading.profiles->len == 1)
        found = profile_to_text (reading.profiles->pdata[0]);
      if (g_strcmp0 (found, expected) != 0)
        g_test_message ("%s", text->str);
      g_assert_cmpuint (reading.profiles->len, ==, 1);
      g_assert_cmpstr (found, ==, expected);
      g_assert_true (atlas_profile_equal (profile, reading.profiles->pdata[0]));
      reading_clear (&reading);
    }
}

/* One to three random changes of bytes: nothing crashes, and every value that
 * is read is read from what the text says. */
static void
damage (GString *text, GRand *rand)
{
  gint n = g_rand_int_range (rand, 1, 4);

  while (n-- > 0 && text->len > 2)
    {
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
      gsize length = (gsize) g_rand_int_range (rand, 1, 40);

      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
          text->str[at] = (char) g_rand_int_range (rand, 0, 256);
          break;

        case 1:
          g_string_erase (text, (gssize) at,
                          (gssize) MIN (length, text->len - at));
          break;

        case 2:
          g_string_insert_c (text, (gssize) at,
                             (char) g_rand_int_range (rand, 0, 256));
          break;

        case 3:
          g_string_truncate (text, at);
          break;

        default:
          g_string_insert (
              text, (gssize) at,
              pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
          break;
        }
    }
}

static void
test_damage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i, k;

  for (i = 0; i < N_DAMAGED; i++)
    {
      Reading reading;

      g_string_assign (text, sound_text);
      damage (text, rand);
      reading = reading_new (text->str, text->len);
      g_assert_cmpuint (reading.profiles->len + reading.problems->len, >, 0);
      for (k = 0; k < reading.profiles->len; k++)
        {
          g_autofree char *all = profile_to_text (reading.profiles->pdata[k]);

          g_assert_true (g_utf8_validate (all, -1, NULL));
        }
      reading_clear (&reading);
    }
}

/* Any one byte of a printed number changed into any other: another number
 * that is there to be read, or a problem; never silence about a value lost. */
static void
test_numbers_never_silent (void)
{
  const char *at;
  guint byte;
  Reading sound = reading_new (sound_text, strlen (sound_text));

  for (at = sound_text; *at != '\0'; at++)
    {
      /* The million of "per 1 million inhabitants" is no value. */
      if (!g_ascii_isdigit (*at) || g_str_has_prefix (at, "1 million"))
        continue;

      for (byte = 1; byte < 256; byte++)
        {
          g_autofree char *text = g_strdup (sound_text);
          g_autofree char *found = NULL;
          g_autofree char *expected = NULL;
          Reading reading;

          text[at - sound_text] = (char) byte;
          if ((char) byte == *at)
            continue;
          reading = reading_new (text, strlen (text));
          if (reading.problems->len == 0)
            {
              found = profile_to_text (reading.profiles->pdata[0]);
              expected = profile_to_text (sound.profiles->pdata[0]);
              /* Nothing was said, so no value may be missing. */
              g_assert_null (strstr (found, "- "));
              g_assert_null (strstr (found, "-]"));
              g_assert_cmpstr (found, !=, expected);
            }
          reading_clear (&reading);
        }
    }

  reading_clear (&sound);
}

/* Of the processor: other programs do not count. */
static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* What it takes to read a file of @size bytes, of one line again and again. */
static double
read_repeated (const char *line, gsize size)
{
  g_autoptr (GString) text = g_string_new (sound_text);
  gsize length = strlen (line);
  Reading reading;
  double start;

  /* Before the last sentence, so that lists grow too. */
  g_string_truncate (text, text->len - strlen ("**Shanghai-Suzhou**.\n"));
  if (strchr (line, '\n') != NULL)
    g_string_assign (text, sound_text);
  while (text->len + length < size)
    g_string_append_len (text, line, (gssize) length);

  start = get_seconds ();
  reading = reading_new (text->str, text->len);
  g_assert_cmpuint (reading.profiles->len, >, 0);
  reading_clear (&reading);

  return get_seconds () - start;
}

/* A file as large as is read at all takes about twice as long as half of it:
 * four times as long would be the square. */
static void
test_large (void)
{
  static const char *const lines[] = {
    "1\tA\t1\t1%\n",
    "Top PCT applicants\n",
    "Shenyang, China\n",
    "A is the first-ranked cluster\n",
    "1% of A's PCT patent\n",
    "Global Innovation Index 2024\n",
    "61st largest s&t cluster ",
    "**A**, ",
    "Optics 1%\n",
    "&amp;",
    "A, and B ",
    "\xe2\x80\xae\n",
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      double half = read_repeated (lines[i], ATLAS_TEXT_MAX_BYTES / 2);
      double whole = read_repeated (lines[i], ATLAS_TEXT_MAX_BYTES);

      g_test_message ("%u: %.2f s, half of it %.2f s", i, whole, half);
      g_assert_cmpfloat (whole, <, 3 * half + 0.2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/random/round-trip", test_round_trip);
  g_test_add_func ("/text/random/damage", test_damage);
  g_test_add_func ("/text/random/large", test_large);
  g_test_add_func ("/text/random/numbers", test_numbers_never_silent);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core-fixture.h"

/* Every damage leaves a problem with its line and code, and costs only the
 * damaged value. */

typedef struct
{
  const char *name;
  /* the first of these in the text is replaced */
  const char *find;
  const char *with;
  /* "line code, …" */
  const char *problems;
  /* what changes in the profile; NULL when nothing does */
  const char *value;
  const char *expected;
} Damage;

static const Damage damages[] = {
  { "no-title", "Global Innovation Index 2024\n", "\n", "0 missing-section",
    NULL, NULL },
  { "title-without-year", "Index 2024", "Index", "1 bad-number", NULL, NULL },
  { "title-bad-year", "Index 2024", "Index 20x4", "1 bad-number", NULL, NULL },
  { "year-out-of-range", "Index 2024", "Index 4024", "1 bad-number", NULL,
    NULL },
  { "other-year", "Index 2024", "Index 2023",
    "5 year-mismatch, 7 "
    "year-mismatch, 9 year-mismatch",
    "|2024 ", "|- " },
  { "no-heading", "Shenyang, China", "", "0 missing-section", "|China|",
    "|-|" },
  { "no-economy", "Shenyang, China", "Shenyang", "3 missing-section", "|China|",
    "|-|" },
  { "other-name-in-heading", "Shenyang, China", "Shenyong, China",
    "3 name-mismatch", "|China|", "|-|" },
  { "other-name-in-fields", "in Shenyang\n", "in Shenyong\n",
    "25 name-mismatch", NULL, NULL },
  { "other-name-in-sentence", "Shenyang is", "Shenyong is",
    "3 name-mismatch, 25 name-mismatch, 31 name-mismatch, 33 name-mismatch",
    "Shenyang|", "Shenyong|" },
  { "unknown-ordinal", "seventeenth-", "seventeeth-", "5 unknown-ordinal",
    "2024 17 ", "2024 - " },
  { "ordinal-ending", "61st", "61th", "7 ordinal-ending", NULL, NULL },
  { "ordinal-no-ending", "61st", "61", "7 ordinal-ending", NULL, NULL },
  { "ordinal-garbage", "61st", "6xst", "7 bad-number", "100 61 ", "100 - " },
  { "rank-zero", "61st", "0th", "7 bad-rank", "100 61 ", "100 - " },
  { "rank-above-top", "61st", "101st", "7 bad-rank", "100 61 ", "100 - " },
  { "national-above-total", "seventeenth", "twenty-seventh", "5 bad-rank",
    "2024 17 ", "2024 - " },
  { "rank-negative", "61st", "-61st", "7 bad-number", "100 61 ", "100 - " },
  { "clusters-garbage", "of 26", "of 2b", "5 bad-number", " 26 ", " - " },
  { "clusters-zero", "of 26", "of 0", "5 bad-number", " 26 ", " - " },
  { "rate-garbage", "**110 PCT", "**1l0 PCT", "5 bad-number", "P 110", "P -" },
  { "rate-cut", "**5,883 ", "**5,88 ", "5 bad-number", "A 5883", "A -" },
  { "rates-missing",
    " It filed **110 PCT applications** and published **5,883 scientific "
    "articles**,",
    "", "5 missing-section, 5 missing-section", NULL, NULL },
  { "no-sentence", "Shenyang is the seventeenth-ranked cluster, out of",
    "Out of", "0 missing-section, 5 unknown-line", NULL, NULL },
  { "no-rank-line", "61st largest science and technology cluster in 2024\n", "",
    "0 missing-section", "100 61 ", "100 - " },
  { "no-table", "Top PCT applicants\n", "", "0 missing-section", NULL, NULL },
  { "count-garbage", "\t44\t", "\t4x4\t", "15 bad-number", "2 44 ", "2 - " },
  { "count-negative", "\t44\t", "\t-44\t", "15 bad-number", "2 44 ", "2 - " },
  { "count-overflow", "\t44\t", "\t99999999999999999999\t", "15 bad-number",
    "2 44 ", "2 - " },
  { "count-exponent", "\t44\t", "\t4e1\t", "15 bad-number", "2 44 ", "2 - " },
  { "count-point", "12,012", "12.012", "21 bad-number", "12012", "-" },
  { "count-bad-groups", "12,012", "12,01", "21 bad-number", "12012", "-" },
  { "count-empty", "\t44\t", "\t\t", "15 bad-row", "2 44 ", "2 - " },
  { "share-no-sign", "\t6%\n", "\t6\n", "15 bad-number", "44 6]", "44 -]" },
  { "share-above", "\t6%\n", "\t600%\n", "15 bad-share", "44 6]", "44 -]" },
  { "share-comma", "\t6%\n", "\t6,5%\n", "15 bad-number", "44 6]", "44 -]" },
  { "shares-above", "\t6%\n", "\t66%\n", "14 bad-share",
    "278 40][SIA, CAS 2 44 6][SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD. "
    "3 36 5]",
    "278 -][SIA, CAS 2 44 -][SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD. "
    "3 36 -]" },
  { "row-no-name", "\tSIA, CAS\t", "\t\t", "15 bad-row", "[SIA, CAS ", "[- " },
  { "row-name-cell-lost", "\tSIA, CAS\t", "\t", "15 bad-row", "[SIA, CAS ",
    "[- " },
  { "row-no-rank", "2\tSIA", "\tSIA", "15 bad-row", "CAS 2 44", "CAS - 44" },
  { "row-cut", "\t44\t6%", "", "15 bad-row", "2 44 6]", "2 - -]" },
  { "row-share-lost", "\t44\t6%", "\t44", "15 bad-row", "2 44 6]", "2 44 -]" },
  { "row-count-lost", "\t44\t6%", "\t6%", "15 bad-row", "2 44 6]", "2 - 6]" },
  { "row-rank-zero", "2\tSIA", "0\tSIA", "15 bad-rank", "CAS 2 44",
    "CAS - 44" },
  { "row-rank-garbage", "2\tSIA", "Z\tSIA", "15 bad-number", "CAS 2 44",
    "CAS - 44" },
  { "row-ambiguous", "2\tSIA, CAS\t44\t6%", "2 PARIS 13 912 6%", "15 bad-row",
    "[SIA, CAS 2 44 6]", "[- 2 - 6]" },
  { "row-lost", "2\tSIA, CAS\t44\t6%\n", "", "11 row-count, 15 row-order",
    "[SIA, CAS 2 44 6]", "" },
  { "row-order", "2\tSIA", "4\tSIA", "15 row-order", "CAS 2 44", "CAS 4 44" },
  { "row-not-falling", "\t44\t", "\t444\t", "15 row-order", "2 44 ", "2 444 " },
  { "row-repeated", "SIA, CAS", "Northeastern  University", "15 repeated-name",
    "[SIA, CAS", "[Northeastern  University" },
  { "table-twice", "Top publishing",
    "Top PCT applicants\n1\tNORTHEASTERN UNIVERSITY\t278\t41%\n\nTop "
    "publishing",
    "18 duplicate-section", "278 40]", "278 -]" },
  { "rank-twice", "89th",
    "62nd largest science and technology cluster in 2024\n89th",
    "9 duplicate-section", "100 61 ", "100 - " },
  { "rank-twice-equal", "89th",
    "61st largest science and technology cluster in 2024\n89th",
    "9 duplicate-section", NULL, NULL },
  { "title-twice", "Shenyang, China",
    "Global Innovation Index 2024\n"
    "Shenyang, China",
    "3 duplicate-section", NULL, NULL },
  { "heading-twice", "Shenyang, China", "Shenyang, China\nShenyang, China",
    "4 duplicate-section", NULL, NULL },
  { "heading-twice-differs", "Shenyang, China",
    "Shenyang, China\nShenyang, Japan", "4 duplicate-section", "|China|",
    "|-|" },
  { "heading-twice-once-whole", "Shenyang, China", "Shenyang\nShenyang, China",
    "4 duplicate-section", NULL, NULL },
  { "demonym-differs", "\n61st",
    "\nShenyang is the seventeenth-ranked cluster, out of 26 Japanese "
    "clusters, "
    "that falls within the top 100 S&T clusters in 2024\n61st",
    "7 duplicate-section", "|Chinese|", "|-|" },
  { "collaboration-twice", "\n51% of",
    "\n13% of Shenyang's PCT patent applications are filed in collaboration "
    "with other inventors, with **Beijing**, **Shanghai-Suzhou** and "
    "**Dalian** "
    "emerging as the top collaborative locations.\n51% of",
    "33 duplicate-section", "<3 Tianjin>", "" },
  { "field-no-name", "Publications", ":\t21%\nPublications", "29 bad-row",
    "<1 Beijing><2 Shanghai", "{(null) 21}<1 Beijing><2 Shanghai" },
  { "collaboration-above", "13% of", "113% of", "31 bad-share", "110 13 ",
    "110 - " },
  { "collaboration-garbage", "13% of", "1e% of", "31 bad-number", "110 13 ",
    "110 - " },
  { "no-collaboration",
    "13% of Shenyang's PCT patent applications are filed in collaboration "
    "with other inventors, with **Beijing**, **Shanghai-Suzhou** and "
    "**Tianjin** emerging as the top collaborative locations.",
    "", "0 missing-section",
    "110 13 [NORTHEASTERN UNIVERSITY 1 278 40][SIA, CAS 2 44 6][SHENYANG "
    "SINOCEM AGROCHEMICALS R&D CO., LTD. 3 36 5]<1 Beijing><2 "
    "Shanghai-Suzhou><3 Tianjin>",
    "110 - [NORTHEASTERN UNIVERSITY 1 278 40][SIA, CAS 2 44 6][SHENYANG "
    "SINOCEM AGROCHEMICALS R&D CO., LTD. 3 36 5]" },
  { "partner-lost", ", **Shanghai-Suzhou** and **Tianjin** emerging",
    " and **Tianjin** emerging", "31 partner-count",
    "<2 Shanghai-Suzhou><3 Tianjin>", "<2 Tianjin>" },
  { "more-partners", "**Shanghai-Suzhou**.", "**Shanghai-Suzhou**, **X**.",
    "33 partner-count", "Guangzhou><3 Shanghai-Suzhou>",
    "Guangzhou><3 Shanghai-Suzhou><4 X>" },
  { "partners-ambiguous",
    "**Beijing**, **Shanghai-Suzhou** and **Tianjin** emerging",
    "Beijing, Bosnia and Herzegovina and Tianjin emerging", "31 partner-count",
    "<1 Beijing><2 Shanghai-Suzhou><3 Tianjin>|A", "|A" },
  { "partner-twice", "**Tianjin**", "**BEIJING**", "31 repeated-name",
    "<3 Tianjin>", "<3 BEIJING>" },
  { "self-partner", "**Tianjin**", "**Shenyang**", "31 self-partner",
    "<3 Tianjin>", "<3 Shenyang>" },
  { "unknown-line", "Top PCT", "Source: somewhere\nTop PCT", "11 unknown-line",
    "3 Shanghai-Suzhou>", "3 Shanghai-Suzhou>|note Source: somewhere" },
  { "control-character", "SIA, CAS", "SIA,\x01 CAS", "15 control-character",
    "SIA, CAS", "SIA,\x01 CAS" },
  { "bad-bytes", "SIA, CAS", "SIA,\xff CAS", "15 bad-bytes", "SIA, CAS",
    "SIA,\xef\xbf\xbd CAS" },
  { "bidi-override", "SIA, CAS", "SIA,\xe2\x80\xae CAS", "15 bidi-override",
    "SIA, CAS", "SIA,\xe2\x80\xae CAS" },
  { "bad-byte-in-number", "\t44\t",
    "\t4\xff"
    "4\t",
    "15 bad-number, 15 bad-bytes", "2 44 ", "2 - " },
  { "field-garbage", "Publications", "Optics\t2l%\nPublications",
    "29 bad-number", "<1 Beijing><2 Shanghai",
    "{Optics -}<1 Beijing><2 Shanghai" },
};

static char *
read_profile (const char *text, char **problems)
{
  Reading reading = reading_new (text, strlen (text));
  char *profile;

  *problems = reading_dup_problems (&reading);
  g_assert_cmpuint (reading.profiles->len, ==, 1);
  profile = profile_to_text (reading.profiles->pdata[0]);
  reading_clear (&reading);

  return profile;
}

static void
test_damage (gconstpointer data)
{
  const Damage *damage = data;
  g_autofree char *none = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *sound = read_profile (sound_text, &none);
  g_autofree char *text = replace_once (sound_text, damage->find, damage->with);
  g_autofree char *found = read_profile (text, &problems);
  g_autofree char *expected = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (problems, ==, damage->problems);
  if (damage->value != NULL)
    expected = replace_once (sound, damage->value, damage->expected);
  else if (strcmp (damage->name, "no-sentence") == 0
           || strcmp (damage->name, "rates-missing") == 0
           || strcmp (damage->name, "no-table") == 0)
    return;
  else
    expected = g_strdup (sound);
  g_assert_cmpstr (found, ==, expected);
}

/* Every place where a number is printed: what is replaced, around the value;
 * what the profile says then. */
static const struct
{
  const char *name;
  const char *find;
  const char *before;
  const char *after;
  const char *value;
  const char *missing;
} places[] = {
  { "national-rank", "seventeenth-", "", "-", "2024 17 ", "2024 - " },
  { "clusters", "of 26 ", "of ", " ", " 26 ", " - " },
  { "top", "top 100 ", "top ", " ", " 100 ", " - " },
  { "patents-per-million", "**110 ", "**", " ", "P 110 ", "P - " },
  { "articles-per-million", "**5,883 ", "**", " ", "A 5883 ", "A - " },
  { "rank", "61st ", "", " ", "100 61 ", "100 - " },
  { "intensity-rank", "89th ", "", " ", "61 89", "61 -" },
  { "row-rank", "2\tSIA", "", "\tSIA", "CAS 2 44", "CAS - 44" },
  { "count", "\t44\t", "\t", "\t", "2 44 ", "2 - " },
  { "share", "\t44\t6%", "\t44\t", "", "44 6]", "44 -]" },
  { "patent-collaboration", "13% ", "", " ", "110 13 ", "110 - " },
  { "article-collaboration", "51% ", "", " ", "5883 51 ", "5883 - " },
};

/* What no reader can make a number of. */
static const char *const unreadable[] = {
  "4x4",  "-5",  "1e3",     "0x1A", "NaN",
  "inf",  "½",   "٤٤",      "∞",    "..",
  "#REF", "2-3", "unknown", "1..2", "99999999999999999999",
};

/* What says that there is no number. */
static const char *const not_available[] = { "n/a", "N/A", "n.a.", "N.A." };

static void
check_place (guint place, const char *with, gboolean told)
{
  g_autofree char *none = NULL;
  g_autofree char *problems = NULL;
  g_autofree char *sound = read_profile (sound_text, &none);
  g_autofree char *written =
      g_strconcat (places[place].before, with, places[place].after, NULL);
  g_autofree char *text =
      replace_once (sound_text, places[place].find, written);
  g_autofree char *expected =
      replace_once (sound, places[place].value, places[place].missing);
  g_autofree char *found = read_profile (text, &problems);

  g_test_message ("%s: %s", places[place].name, with);
  g_assert_cmpstr (found, ==, expected);
  if (told)
    g_assert_cmpstr (problems, !=, "");
  else
    g_assert_cmpstr (problems, ==, "");
}

/* Wherever it stands, what is no number is missing and told of; what says
 * that there is none is missing, and nothing is wrong with it. */
static void
test_unreadable (void)
{
  guint place, i;

  for (place = 0; place < G_N_ELEMENTS (places); place++)
    {
      for (i = 0; i < G_N_ELEMENTS (unreadable); i++)
        check_place (place, unreadable[i], TRUE);
      for (i = 0; i < G_N_ELEMENTS (not_available); i++)
        check_place (place, not_available[i], FALSE);
    }
}

/* Texts from which nothing can be read: one problem, an error. */
static const struct
{
  const char *name;
  const char *data;
  gssize length;
  const char *problems;
} errors[] = {
  { "empty", "", 0, "0 empty" },
  { "blank", " \n\t\r\n\xc2\xa0\n", -1, "0 empty" },
  { "mark-alone", "\xef\xbb\xbf", -1, "0 empty" },
  { "wide-mark-alone", "\xff\xfe", 2, "0 empty" },
  { "other-text", "Dear reader,\n\nall is well.\n", -1, "0 not-a-profile" },
  { "headings",
    "Global Innovation Index 2024\n\nShenyang, China\n\nTop PCT "
    "applicants\nTop publishing organizations\nTop technology fields in "
    "Shenyang\n",
    -1, "0 not-a-profile" },
  { "json", "{ \"format\": \"other\" }", -1, "0 not-a-profile" },
  { "web-page",
    "<!DOCTYPE html>\n<p>Shenyang is the first-ranked cluster, "
    "out of 26 Chinese clusters</p>",
    -1, "0 not-a-profile" },
  { "pdf", "%PDF-1.5 and so on", -1, "0 binary" },
  { "nuls", "\0\0\0\0\0\0\0\0\0\0", 10, "0 binary" },
  { "wide-without-mark", "S\0h\0e\0n\0y\0a\0n\0g\0 \0i\0s\0", 22,
    "0 encoding" },
  { "latin", "\xe9\xe8\xe0\xe7\xf9\xe9\xe8\xe0\xe7\xf9 etc.", -1,
    "0 encoding" },
};

static void
test_error (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  gsize length =
      errors[i].length < 0 ? strlen (errors[i].data) : (gsize) errors[i].length;
  Reading reading = reading_new (errors[i].data, length);
  g_autofree char *problems = reading_dup_problems (&reading);

  g_assert_cmpstr (problems, ==, errors[i].problems);
  g_assert_cmpuint (reading.profiles->len, ==, 0);
  g_assert_cmpint (atlas_problem_get_severity (reading.problems->pdata[0]), ==,
                   ATLAS_SEVERITY_ERROR);
  reading_clear (&reading);
}

static void
test_too_large (void)
{
  g_autofree char *data = g_strnfill (ATLAS_TEXT_MAX_BYTES + 1, 'x');
  Reading reading = reading_new (data, ATLAS_TEXT_MAX_BYTES + 1);
  g_autofree char *problems = reading_dup_problems (&reading);

  g_assert_cmpstr (problems, ==, "0 too-large");
  reading_clear (&reading);
}

/* Cut at any byte, the text gives fewer values, a problem, and never another
 * value than the sound one. */
static void
test_cut (void)
{
  g_autofree char *none = NULL;
  g_autofree char *sound = read_profile (sound_text, &none);
  gsize whole = strlen (sound_text);
  gsize n;

  for (n = 1; n < whole - 1; n++)
    {
      Reading reading = reading_new (sound_text, n);
      guint32 kind, i;

      /* Only a mark and the full stop at the very end may be missing. */
      if (n < whole - 3)
        g_assert_cmpuint (reading.problems->len, >, 0);
      if (reading.profiles->len == 1)
        {
          const AtlasProfile *profile = reading.profiles->pdata[0];

          for (kind = 0; kind < ATLAS_N_KINDS; kind++)
            {
              for (i = 0; i < profile->n_partners[kind]; i++)
                {
                  g_autofree char *partner = g_strdup_printf (
                      "<%u %s>", profile->partners[kind][i].order,
                      profile->partners[kind][i].name);

                  g_assert_nonnull (strstr (sound, partner));
                }
              for (i = 0; i < profile->n_entries[kind]; i++)
                {
                  const AtlasEntry *entry = &profile->entries[kind][i];
                  g_autofree char *name = g_strdup_printf ("[%s ", entry->name);

                  if (entry->name != NULL)
                    g_assert_nonnull (strstr (sound, name));
                }
            }
        }
      reading_clear (&reading);
    }
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *path =
          g_strconcat ("/text/damage/", damages[i].name, NULL);

      g_test_add_data_func (path, &damages[i], test_damage);
    }
  for (i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *path =
          g_strconcat ("/text/error/", errors[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_error);
    }
  g_test_add_func ("/text/error/too-large", test_too_large);
  g_test_add_func ("/text/cut", test_cut);
  g_test_add_func ("/text/unreadable", test_unreadable);

  return g_test_run ();
}

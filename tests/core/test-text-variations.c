/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core-fixture.h"

/* Everything that a careful reader understands loads without a remark. */

typedef struct
{
  const char *name;
  /* what is replaced in the text, everywhere */
  const char *find;
  const char *with;
  /* what changes in the profile; NULL when nothing does */
  const char *value;
  const char *expected;
} Variation;

static const Variation variations[] = {
  { "no-blank-lines", "\n\n", "\n", NULL, NULL },
  { "blank-lines", "\n", "\n \n\n\t\n", NULL, NULL },
  { "crlf", "\n", "\r\n", NULL, NULL },
  { "cr", "\n", "\r", NULL, NULL },
  { "trailing-blanks", "\n", " \xc2\xa0 \n", NULL, NULL },
  { "leading-blanks", "\nTop", "\n\xe2\x80\x83 Top", NULL, NULL },
  { "bom", "Global Innovation", "\xef\xbb\xbfGlobal Innovation", NULL, NULL },
  { "nbsp", " is the ", "\xc2\xa0is\xc2\xa0the\xc2\xa0", NULL, NULL },
  { "double-blanks", " clusters", "  clusters", NULL, NULL },
  { "no-emphasis", "**", "", NULL, NULL },
  { "single-emphasis", "**", "*", NULL, NULL },
  { "underscores", "**", "__", NULL, NULL },
  { "curly-quote", "'", "\xe2\x80\x99", NULL, NULL },
  { "ampersand", "S&T", "S&amp;T", NULL, NULL },
  { "ampersand-in-name", "R&D", "R&amp;D", NULL, NULL },
  { "ordinal-dash", "seventeenth-", "seventeenth\xe2\x80\x91", NULL, NULL },
  { "ordinal-en-dash", "seventeenth-", "seventeenth \xe2\x80\x93 ", NULL,
    NULL },
  { "ordinal-minus", "seventeenth-", "seventeenth\xe2\x88\x92", NULL, NULL },
  { "ordinal-blank", "seventeenth-", "seventeenth ", NULL, NULL },
  { "ordinal-digits", "seventeenth-", "17th-", NULL, NULL },
  { "ordinal-first", "seventeenth-", "first-", "2024 17 ", "2024 1 " },
  { "ordinal-top", "seventeenth-", "top-", "2024 17 ", "2024 1 " },
  { "ordinal-tens", "seventeenth", "twenty-sixth", "2024 17 ", "2024 26 " },
  { "capitals", "Top PCT applicants", "TOP PCT APPLICANTS", NULL, NULL },
  { "british", "organizations", "organisations", NULL, NULL },
  { "markdown", "Top P", "## Top P", NULL, NULL },
  { "bullets", "\n61st", "\n- 61st", NULL, NULL },
  { "bullet-sentence", "\nShenyang is", "\n- Shenyang is", NULL, NULL },
  { "quoted-sentence", "\nShenyang is", "\n> Shenyang is", NULL, NULL },
  { "line-separator", "\n", "\xe2\x80\xa8", NULL, NULL },
  { "paragraph-separator", "\n", "\xe2\x80\xa9", NULL, NULL },
  { "next-line", "\n", "\xc2\x85", NULL, NULL },
  { "apostrophe-number", "'s ", "&#39;s ", NULL, NULL },
  { "apostrophe-name", "'s ", "&rsquo;s ", NULL, NULL },
  { "reference-hex", "R&D", "R&#x26;D", NULL, NULL },
  { "rates-line", " It filed", "\nIt filed", NULL, NULL },
  { "markdown-heading", "\nShenyang, China", "\n## Shenyang, China ##", NULL,
    NULL },
  { "bold-name", "\tSIA, CAS\t", "\t**SIA, CAS**\t", NULL, NULL },
  { "the-largest", "61st largest", "the largest", "100 61 ", "100 1 " },
  { "largest", "61st largest", "largest", "100 61 ", "100 1 " },
  { "first-intensity", "89th S&T", "first S&T", "61 89 ", "61 1 " },
  { "ordinal-words", "61st largest", "Sixty-first largest", NULL, NULL },
  { "hundredth", "61st largest", "One hundredth largest", "100 61 ",
    "100 100 " },
  { "spelt-out", "S&T cluster by", "science and technology cluster by", NULL,
    NULL },
  { "edition", "2024", "2031", "2024", "2031" },
  { "economy", "Shenyang, China", "Shenyang, China and Hong Kong, China",
    "|China|", "|China and Hong Kong, China|" },
  { "demonym", "Chinese", "United States", "Chinese", "United States" },
  { "top-n", "top 100", "top 1,000", " 100 ", " 1000 " },
  { "decimals", "\t40%", "\t40.5%", "278 40]", "278 40.5]" },
  { "below-one", "\t5%", "\t<1%", "36 5]", "36 <1]" },
  { "below-one-entity", "\t5%", "\t&lt;1%", "36 5]", "36 <1]" },
  { "blank-percent", "40%", "40 %", NULL, NULL },
  { "thousands-none", "12,012", "12012", NULL, NULL },
  { "thousands-blank", "12,012",
    "12\xc2\xa0"
    "012",
    NULL, NULL },
  { "thousands-thin", "12,012",
    "12\xe2\x80\xaf"
    "012",
    NULL, NULL },
  { "row-blanks", "\t278\t40%", "   278   40%", NULL, NULL },
  { "row-all-blanks", "1\tNORTHEASTERN UNIVERSITY\t278\t40%",
    "1  NORTHEASTERN UNIVERSITY  278  40%", NULL, NULL },
  { "row-rank-point", "2\tSIA", "2.\tSIA", NULL, NULL },
  { "row-trailing-tab", "\t6%\n", "\t6%\t\n", NULL, NULL },
  { "accents", "CHINA MEDICAL", "UNIVERSITÉ D'ÉVRY", "CHINA MEDICAL",
    "UNIVERSITÉ D'ÉVRY" },
  { "name-ends-in-digits", "SIA, CAS", "UNIV. PARIS 13", "SIA, CAS",
    "UNIV. PARIS 13" },
  { "final-s", "Shenyang", "Los Angeles", "Shenyang|", "Los Angeles|" },
  { "name-with-comma", "Shenyang",
    "Washington, DC\xe2\x80\x93"
    "Baltimore, MD",
    "Shenyang|",
    "Washington, DC\xe2\x80\x93"
    "Baltimore, MD|" },
  { "name-with-hyphens", "Shenyang", "Tel Aviv-Yafo-Haifa", "Shenyang|",
    "Tel Aviv-Yafo-Haifa|" },
  { "name-with-apostrophe", "Shenyang", "Xi'an", "Shenyang|", "Xi'an|" },
  { "name-accents", "Shenyang", "São Paulo", "Shenyang|", "São Paulo|" },
  { "other-dash-in-heading", "\nShenyang, ", "\n**Shenyang**, ", NULL, NULL },
  { "upper-heading", "\nShenyang, ", "\nSHENYANG, ", NULL, NULL },
  { "quoted-partners", "**Tianjin**", "\xe2\x80\x9cTianjin\xe2\x80\x9d", NULL,
    NULL },
  { "oxford-comma", "** and **", "**, and **", NULL, NULL },
  { "partner-with-comma", "**Tianjin**", "**Washington, DC**", "Tianjin",
    "Washington, DC" },
  { "five-partners", "**Tianjin**", "**Tianjin**, **A** and **B**",
    "<3 Tianjin>", "<3 Tianjin><4 A><5 B>" },
  { "two-partners",
    "**Beijing**, **Shanghai-Suzhou** and **Tianjin** emerging as the top "
    "collaborative",
    "**Beijing** and **Tianjin** emerging as the top two collaborative",
    "<2 Shanghai-Suzhou><3 Tianjin>", "<2 Tianjin>" },
  { "one-partner",
    "**Beijing**, **Shanghai-Suzhou** and **Tianjin** emerging as the top "
    "collaborative locations",
    "**Beijing** emerging as the top collaborative location",
    "<2 Shanghai-Suzhou><3 Tianjin>", "" },
  { "one-row",
    "Top PCT applicants\n\n\t\tPatents\tShare\n1\tNORTHEASTERN "
    "UNIVERSITY\t278\t40%\n2\tSIA, CAS\t44\t6%\n3\tSHENYANG SINOCEM "
    "AGROCHEMICALS R&D CO., LTD.\t36\t5%\n",
    "Top PCT applicant\n\n\t\tPatents\tShare\n1\tNORTHEASTERN "
    "UNIVERSITY\t278\t40%\n",
    "[SIA, CAS 2 44 6][SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD. 3 36 5]",
    "" },
  { "four-rows", "LTD.\t36\t5%\n", "LTD.\t36\t5%\n4\tX\t20\t3%\n",
    "LTD. 3 36 5]", "LTD. 3 36 5][X 4 20 3]" },
  { "fields-tab", "Patents\n\nPub", "Patents\n\nOptics\t21%\n\nPub", "<1 B",
    "{Optics 21}<1 B" },
  { "fields-blanks", "Patents\n\nPub",
    "Patents\n\nElectrical machinery, apparatus, energy 7.5%\nPub", "<1 B",
    "{Electrical machinery, apparatus, energy 7.5}<1 B" },
  { "fields-first", "Patents\n\nPub", "Patents\n21% Optics\n\nPub", "<1 B",
    "{Optics 21}<1 B" },
  { "fields-colon", "Patents\n\nPub", "Patents\nOptics: 21%\n\nPub", "<1 B",
    "{Optics 21}<1 B" },
  { "not-available", "\t36\t", "\tn/a\t", "LTD. 3 36 ", "LTD. 3 - " },
  { "wrapped", "clusters, that falls", "clusters,\nthat falls", NULL, NULL },
  { "wrapped-partners", "other inventors, with", "other\ninventors,\nwith",
    NULL, NULL },
  { "wrapped-rank", "cluster in 2024", "cluster in\n2024", NULL, NULL },
};

/* Only the first occurrence where the profile changes by more than one. */
static gboolean
replaces_once (const Variation *variation)
{
  static const char *const once[] = {
    "accents", "fields-tab", "fields-blanks", "fields-first", "fields-colon",
    "bom",     "decimals",   "economy",       "oxford-comma"
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (once); i++)
    {
      if (strcmp (variation->name, once[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
read_sound (const char *text, gsize length)
{
  Reading reading = reading_new (text, length);
  g_autofree char *problems = reading_dup_problems (&reading);
  char *profile;

  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpuint (reading.profiles->len, ==, 1);
  profile = profile_to_text (reading.profiles->pdata[0]);
  reading_clear (&reading);

  return profile;
}

static void
test_variation (gconstpointer data)
{
  const Variation *variation = data;
  g_autofree char *sound = read_sound (sound_text, strlen (sound_text));
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autofree char *found = NULL;

  if (variation->value != NULL)
    expected = replace_once (sound, variation->value, variation->expected);
  else
    expected = g_strdup (sound);

  g_assert_nonnull (strstr (sound_text, variation->find));
  text = replaces_once (variation)
             ? replace_once (sound_text, variation->find, variation->with)
             : replace_all (sound_text, variation->find, variation->with);
  found = read_sound (text, strlen (text));
  g_assert_cmpstr (found, ==, expected);
}

/* The same text in an encoding with a byte-order mark. */
static void
test_encoding (gconstpointer data)
{
  const char *encoding = data;
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", sound_text, NULL);
  g_autofree char *sound = read_sound (sound_text, strlen (sound_text));
  g_autofree char *accents = replace_all (marked, "Tianjin", "Görlitz–𝕏");
  g_autofree char *wide = NULL;
  g_autofree char *expected = replace_all (sound, "Tianjin", "Görlitz–𝕏");
  g_autofree char *found = NULL;
  gsize length;

  wide = g_convert (accents, -1, encoding, "UTF-8", NULL, &length, NULL);
  g_assert_nonnull (wide);
  found = read_sound (wide, length);
  g_assert_cmpstr (found, ==, expected);
}

/* The sections of the sound text, in any order. */
static void
test_order (void)
{
  g_autofree char *sound = read_sound (sound_text, strlen (sound_text));
  const char *tables = strstr (sound_text, "Top PCT");
  const char *publishers = strstr (sound_text, "Top publishing");
  const char *fields = strstr (sound_text, "Top technology");
  const char *patents = strstr (sound_text, "13% of");
  const char *articles = strstr (sound_text, "51% of");
  const char *cuts[] = { sound_text,
                         tables,
                         publishers,
                         fields,
                         patents,
                         articles,
                         sound_text + strlen (sound_text) };
  static const guint orders[][6] = {
    { 5, 4, 3, 2, 1, 0 }, { 1, 0, 2, 3, 4, 5 }, { 0, 2, 1, 5, 4, 3 },
    { 3, 0, 4, 1, 5, 2 }, { 4, 5, 0, 1, 2, 3 },
  };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *found = NULL;

      for (k = 0; k < 6; k++)
        g_string_append_len (text, cuts[orders[i][k]],
                             cuts[orders[i][k] + 1] - cuts[orders[i][k]]);
      found = read_sound (text->str, text->len);
      g_assert_cmpstr (found, ==, sound);
    }
}

/* Several profiles joined: each is loaded, and it is said. */
static void
test_joined (void)
{
  g_autofree char *dalian = replace_all (sound_text, "Shenyang", "Dalian");
  g_autofree char *older = replace_all (sound_text, "2024", "2023");
  g_autofree char *text =
      g_strconcat (sound_text, dalian, "\xef\xbb\xbf", older, NULL);
  g_autofree char *problems = NULL;
  Reading reading = reading_new (text, strlen (text));
  const AtlasProfile *profile;

  problems = reading_dup_problems (&reading);
  g_assert_cmpstr (problems, ==, "34 several-profiles");
  g_assert_cmpuint (reading.profiles->len, ==, 3);

  profile = reading.profiles->pdata[0];
  g_assert_cmpuint (profile->part, ==, 1);
  g_assert_cmpuint (profile->last_line, ==, 33);
  profile = reading.profiles->pdata[1];
  g_assert_cmpstr (profile->cluster, ==, "Dalian");
  g_assert_cmpstr (profile->economy, ==, "China");
  g_assert_cmpuint (profile->part, ==, 2);
  g_assert_cmpuint (profile->first_line, ==, 34);
  g_assert_cmpuint (profile->entries[ATLAS_PATENTS][0].line, ==, 47);
  profile = reading.profiles->pdata[2];
  g_assert_cmpfloat (profile->edition.value, ==, 2023);
  g_assert_cmpuint (profile->part, ==, 3);

  reading_clear (&reading);
}

int
main (int argc, char **argv)
{
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE",
                                           "UTF-32LE", "UTF-32BE" };
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (variations); i++)
    {
      g_autofree char *path =
          g_strconcat ("/text/sound/", variations[i].name, NULL);

      g_test_add_data_func (path, &variations[i], test_variation);
    }
  for (i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *path =
          g_strconcat ("/text/encoding/", encodings[i], NULL);

      g_test_add_data_func (path, encodings[i], test_encoding);
    }
  g_test_add_func ("/text/order", test_order);
  g_test_add_func ("/text/joined", test_joined);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "atlas-json-reader.h"
#include "atlas-json-writer.h"
#include "atlas-json.h"
#include "atlas-loaded-file.h"
#include "atlas-profile-builder.h"

static void
test_strict (void)
{
  static const char *const good[] = {
    "null",        " true ",
    "[]",          "{}",
    "-0",          "0.50",
    "1e5",         "1.5E-3",
    "\"\\u00e9\"", "\"\\ud83d\\ude00\"",
    "[1,2]",       "\xEF\xBB\xBF{\"a\":[{}]}",
  };
  static const char *const bad[] = {
    "",
    "{",
    "[1,]",
    "{\"a\":1,}",
    "01",
    "1.",
    ".5",
    "+1",
    "nul",
    "'a'",
    "\"a",
    "\"\t\"",
    "[1 2]",
    "{\"a\" 1}",
    "{a:1}",
    "\"\\x\"",
    "1 2",
    "NaN",
    "[1]]",
    "// x\n1",
    "\"\\ud800\"",
    "\"\\udc00\"",
    "\"\\u12\"",
    "-",
    "1e",
    "tru",
    "Infinity",
    "[,]",
    "\"\\",
    "1e+",
    "[1",
    "{\"a\":",
    "{\"a\":1",
    "\"\\u00g0\"",
    "{1:2}",
    "{\"a",
    "\"\\ud800\\n\"",
    "\"\\ud800x\"",
    "\"\\ud800\\u0041\"",
    "\"\\ud800\\ue000\"",
    "\"\\ud800\\",
    "[1}",
  };
  AtlasJsonFault fault;
  guint32 line;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (AtlasJsonDocument) document =
          atlas_json_document_parse (good[i], strlen (good[i]), &fault, &line);

      g_assert_nonnull (document);
      g_assert_cmpint (fault, ==, ATLAS_JSON_FAULT_NONE);
    }
  for (i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (
          atlas_json_document_parse (bad[i], strlen (bad[i]), &fault, &line));
      g_assert_cmpint (fault, ==, ATLAS_JSON_FAULT_SYNTAX);
    }
}

static void
test_lines_and_digits (void)
{
  static const char text[] = "{\n \"a\": 1,\n\n \"b\": [12.50,\n \"x\"]\n}";
  AtlasJsonFault fault;
  guint32 line;
  g_autoptr (AtlasJsonDocument) document =
      atlas_json_document_parse (text, strlen (text), &fault, &line);
  const AtlasJson *root = atlas_json_document_get_root (document);
  const AtlasJson *list = atlas_json_get (root, "b");

  g_assert_cmpuint (atlas_json_get (root, "a")->line, ==, 2);
  g_assert_cmpuint (list->line, ==, 4);
  g_assert_cmpstr (list->first->text, ==, "12.50");
  g_assert_cmpuint (list->first->next->line, ==, 5);
  g_assert_null (atlas_json_get (root, "c"));
}

static void
test_faults (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  AtlasJsonFault fault;
  guint32 line;
  guint i;

  for (i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (
      atlas_json_document_parse (deep->str, deep->len, &fault, &line));
  g_assert_cmpint (fault, ==, ATLAS_JSON_FAULT_TOO_DEEP);

  g_assert_null (atlas_json_document_parse ("\n\"\xff\"", 4, &fault, &line));
  g_assert_cmpint (fault, ==, ATLAS_JSON_FAULT_ENCODING);
  g_assert_cmpuint (line, ==, 2);
}

static const char sound[] =
    "{\"format\": \"cluster-atlas/profiles\", \"version\": 1,\n"
    "\"profiles\": [{\"source\": \"x\",\n"
    "\"edition\": 2024, \"cluster\": \"Shenyang\", \"economy\": \"China\",\n"
    "\"demonym\": \"Chinese\", \"national_rank\": 17,\n"
    "\"national_clusters\": 26, \"top\": 100, \"rank\": 61,\n"
    "\"intensity_rank\": 89, \"pct_per_million\": 110,\n"
    "\"articles_per_million\": 5883,\n"
    "\"applicants\": [{\"rank\": 1, \"name\": \"NEU\", \"count\": 278,\n"
    "\"share\": 40}],\n"
    "\"publishers\": [{\"rank\": 1, \"name\": \"NEU\", \"count\": 200,\n"
    "\"share\": null, \"share_below\": 1}],\n"
    "\"patent_fields\": [{\"name\": \"Digital\", \"share\": 21.50}],\n"
    "\"article_fields\": [],\n"
    "\"patent_collaboration\": {\"share\": 13, \"partners\": [\"Beijing\"]},\n"
    "\"article_collaboration\": {\"share\": null, \"partners\": []},\n"
    "\"notes\": [], \"estimates\": {}}], \"problems\": []}";

static AtlasLoadedFile *
read_text (const char *text)
{
  return atlas_loaded_file_new_from_bytes (text, strlen (text), "x.json");
}

static void
test_read (void)
{
  g_autoptr (AtlasLoadedFile) file = read_text (sound);
  const AtlasProfile *profile;

  g_assert_cmpuint (file->n_problems, ==, 0);
  g_assert_cmpuint (file->n_profiles, ==, 1);
  profile = file->profiles[0];
  g_assert_cmpstr (profile->source, ==, "x.json");
  g_assert_cmpstr (profile->cluster, ==, "Shenyang");
  g_assert_cmpfloat (profile->rank.value, ==, 61);
  g_assert_cmpuint (profile->rank.line, ==, 5);
  g_assert_cmpuint (profile->entries[ATLAS_PATENTS][0].line, ==, 8);
  g_assert_cmpint (profile->entries[ATLAS_ARTICLES][0].share.state, ==,
                   ATLAS_NUMBER_BELOW);
  g_assert_cmpuint (profile->fields[ATLAS_PATENTS][0].share.decimals, ==, 2);
  g_assert_cmpint (profile->collaboration[ATLAS_ARTICLES].state, ==,
                   ATLAS_NUMBER_MISSING);
  g_assert_cmpuint (profile->part, ==, 0);
}

typedef struct
{
  const char *old_text;
  const char *new_text;
  const char *code;
  guint32 line;
  guint n_profiles;
} DamageCase;

/* One thing damaged costs that thing and says so. */
static void
test_damage (void)
{
  static const DamageCase cases[] = {
    { "\"rank\": 61", "\"rank\": \"61\"", "bad-rank", 5, 1 },
    { "\"rank\": 61", "\"rank\": 0", "bad-rank", 5, 1 },
    { "\"rank\": 61", "\"rank\": 101", "bad-rank", 5, 1 },
    { "\"rank\": 61", "\"rank\": -1", "bad-rank", 5, 1 },
    { "\"rank\": 61", "\"rank\": 61.5", "bad-rank", 5, 1 },
    { "\"top\": 100", "\"top\": 20000000000000000000", "bad-number", 5, 1 },
    { "\"top\": 100", "\"top\": 1e400", "bad-number", 5, 1 },
    { "\"top\": 100", "\"top\": true", "bad-number", 5, 1 },
    { "\"edition\": 2024", "\"edition\": 24", "bad-number", 3, 1 },
    { "\"count\": 278", "\"count\": [1]", "bad-number", 8, 1 },
    { "\"share\": 40", "\"share\": 140", "bad-share", 9, 1 },
    { "\"share\": 13", "\"share\": -13", "bad-number", 14, 1 },
    { "\"name\": \"Digital\"", "\"name\": 5", "bad-row", 12, 1 },
    { "[\"Beijing\"]", "[\"Beijing\", 7]", "bad-row", 14, 1 },
    { "[\"Beijing\"]", "\"Beijing\"", "bad-row", 14, 1 },
    { "\"economy\": \"China\"", "\"economy\": {}", "bad-row", 3, 1 },
    { "\"rank\": 61", "\"rank\": 61, \"rank\": 62", "duplicate-section", 5, 1 },
    { "\"rank\": 61,", "", "missing-section", 2, 1 },
    { "Shenyang", "Shen\\u0007yang", "control-character", 3, 1 },
    { "Shenyang", "Shen\\u0000yang", "control-character", 3, 1 },
    { "Shenyang", "Shen\\u202eyang", "bidi-override", 3, 1 },
    { "\"cluster\": \"Shenyang\"", "\"cluster\": null", "not-a-profile", 2, 0 },
    { "cluster-atlas/profiles", "other", "not-a-profile", 1, 0 },
    { "\"version\": 1", "\"version\": 2", "not-a-profile", 1, 0 },
    { "\"problems\": []}", "\"problems\": [", "not-a-profile", 16, 0 },
    { "Shenyang", "Shen\xffyang", "encoding", 3, 0 },
    { "Shenyang", "Shen\\u2067yang", "bidi-override", 3, 1 },
    { "\"source\": \"x\",", "\"source\": null}, 5, {", "not-a-profile", 2, 1 },
    { "[{\"rank\": 1, \"name\": \"NEU\", \"count\": 278", "[7, {\"rank\": 1",
      "bad-row", 8, 1 },
    { "\"name\": \"NEU\", \"count\": 278,", "\"count\": 278,", "bad-row", 8,
      1 },
    { "\"name\": \"NEU\"", "\"name\": \"\"", "bad-row", 8, 1 },
    { "{\"name\": \"Digital\", \"share\": 21.50}", "null", "bad-row", 12, 1 },
    { "{\"share\": 13, \"partners\": [\"Beijing\"]}", "[]", "bad-row", 14, 1 },
    { "[\"Beijing\"]", "[\"\"]", "bad-row", 14, 1 },
    { "\"notes\": []", "\"notes\": [5, {}, {\"text\": 5}]", "bad-row", 16, 1 },
    { "\"version\": 1", "\"version\": \"1\"", "not-a-profile", 1, 0 },
    { "\"version\": 1,", "", "not-a-profile", 1, 0 },
    { "\"profiles\":", "\"others\":", "not-a-profile", 1, 0 },
    { "\"profiles\": [", "\"profiles\": {}, \"others\": [", "not-a-profile", 1,
      0 },
    { "\"profiles\": [", "\"profiles\": [], \"others\": [", "empty", 1, 0 },
    { "\"rank\": 61", "\"rank\": 161", "bad-rank", 5, 1 },
    { "\"rank\": 61", "\"rank\": \"61\"", "bad-rank", 5, 1 },
    { "\"applicants\": [", "\"none\": [", "missing-section", 2, 1 },
    { "\"article_collaboration\"", "\"none\"", "missing-section", 2, 1 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (sound);
      g_autoptr (AtlasLoadedFile) file = NULL;
      gboolean found = FALSE;
      guint k;

      g_test_message ("%s at line %u", cases[i].code, cases[i].line);
      g_assert_cmpuint (
          g_string_replace (text, cases[i].old_text, cases[i].new_text, 1), ==,
          1);
      file = read_text (text->str);
      g_assert_cmpuint (file->n_profiles, ==, cases[i].n_profiles);
      g_assert_cmpuint (file->n_problems, >=, 1);
      for (k = 0; k < file->n_problems; k++)
        if (strcmp (atlas_problem_code_get_nick (file->problems[k]->code),
                    cases[i].code)
                == 0
            && file->problems[k]->line == cases[i].line)
          found = TRUE;
      if (!found)
        g_test_message ("%s:%u",
                        atlas_problem_code_get_nick (file->problems[0]->code),
                        file->problems[0]->line);
      g_assert_true (found);
    }
}

/* Bytes that other programs put first, and JSON nested without an end. */
static void
test_whole_files (void)
{
  g_autofree char *marked = g_strconcat ("\xEF\xBB\xBF \n", sound, NULL);
  g_autofree char *nested = g_strnfill (100, '[');
  g_autofree char *deep = g_strconcat ("{\"a\": ", nested, NULL);
  g_autoptr (GString) text = g_string_new (sound);
  g_autoptr (AtlasLoadedFile) first = read_text (marked);
  g_autoptr (AtlasLoadedFile) second = read_text (deep);
  g_autoptr (AtlasLoadedFile) third = NULL;

  g_assert_true (atlas_json_is_likely (marked, strlen (marked)));
  g_assert_false (atlas_json_is_likely ("\xEF\xBB\xBF", 3));
  g_assert_false (atlas_json_is_likely ("", 0));
  g_assert_cmpuint (first->n_profiles, ==, 1);
  g_assert_cmpuint (first->n_problems, ==, 0);
  g_assert_cmpuint (second->n_profiles, ==, 0);
  g_assert_cmpint (second->problems[0]->code, ==, ATLAS_PROBLEM_TOO_DEEP);

  /* Several profiles in one file are counted. */
  g_string_replace (text, "\"profiles\": [",
                    "\"profiles\": [{\"cluster\": \"Dalian\"}, ", 1);
  third = read_text (text->str);
  g_assert_cmpuint (third->n_profiles, ==, 2);
  g_assert_cmpuint (third->profiles[0]->part, ==, 1);
  g_assert_cmpuint (third->profiles[1]->part, ==, 2);
  g_assert_null (atlas_loaded_file_dup_file (third));
}

/* A file made to be wide has not more columns than a table can bear. */
static void
test_many_gaps (void)
{
  g_autoptr (GString) text = g_string_new (sound);
  g_autoptr (GString) gaps = g_string_new ("[");
  g_autoptr (AtlasLoadedFile) file = NULL;
  guint i;

  for (i = 0; i < 1000; i++)
    g_string_append (gaps, "null, ");
  g_string_append (gaps, "\"Beijing\"]");
  g_string_replace (text, "[\"Beijing\"]", gaps->str, 1);
  file = read_text (text->str);
  g_assert_cmpuint (file->n_profiles, ==, 1);
  g_assert_cmpuint (
      atlas_profile_count_partners (file->profiles[0], ATLAS_PATENTS), ==, 101);
}

/* What a check says of a profile, and of a file in which there is none. */
static void
test_status (void)
{
  g_autoptr (AtlasLoadedFile) file = read_text (sound);
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) second = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  atlas_json_write_status (out, "x.json", NULL, "error");
  g_assert_cmpstr (out->str, ==,
                   "\n    {\"source\": \"x.json\", \"cluster\": null, "
                   "\"edition\": null, \"status\": \"error\"}");

  g_string_truncate (out, 0);
  atlas_json_write_status (out, "x.json", file->profiles[0], "ok");
  g_assert_cmpstr (out->str, ==,
                   "\n    {\"source\": \"x.json\", \"cluster\": \"Shenyang\", "
                   "\"edition\": 2024, \"status\": \"ok\"}");

  atlas_profile_builder_set_cluster (builder, "Dalian", -1, 1);
  atlas_profile_builder_get_numbers (builder)->part = 2;
  second = atlas_profile_builder_end (builder);
  g_string_truncate (out, 0);
  atlas_json_write_status (out, "x.json", second, "warning");
  g_assert_nonnull (strstr (out->str, "\"x.json\", \"part\": 2, "));
}

static void
test_members (void)
{
  static const char text[] = "{\"a\": 7, \"b\": \"x\", \"a\": 8}";
  AtlasJsonFault fault;
  guint32 line;
  g_autoptr (AtlasJsonDocument) document =
      atlas_json_document_parse (text, strlen (text), &fault, &line);
  const AtlasJson *root = atlas_json_document_get_root (document);

  g_assert_true (atlas_json_has_duplicate (root, "a"));
  g_assert_false (atlas_json_has_duplicate (root, "b"));
  g_assert_false (atlas_json_has_duplicate (root, "c"));
  g_assert_null (atlas_json_get_string (root, "a"));
  g_assert_cmpstr (atlas_json_get_string (root, "b"), ==, "x");
}

static char *
write_profile (const AtlasProfile *profile)
{
  GString *out = g_string_new (NULL);

  atlas_json_write_head (out);
  atlas_json_write_profile (out, profile);
  atlas_json_write_tail (out, NULL, NULL, 0);

  return g_string_free (out, FALSE);
}

static const AtlasNumber *
random_number (AtlasNumber *number, double most, guint decimals)
{
  double scale = 1.0;
  guint i;

  *number = (AtlasNumber) ATLAS_NUMBER_INIT;
  if (g_test_rand_int_range (0, 8) == 0)
    return number;

  number->decimals = (guint8) g_test_rand_int_range (0, (gint32) decimals + 1);
  for (i = 0; i < number->decimals; i++)
    scale *= 10.0;
  number->value =
      (double) g_test_rand_int_range (1, (gint32) (most * scale)) / scale;
  number->state = ATLAS_NUMBER_GIVEN;

  return number;
}

static const char *
random_name (void)
{
  static const char *const names[] = {
    "Shanghai-Suzhou", "CRRC DALIAN CO., LTD.", "O'Brien \"& Sons\"",
    "Zürich–東京",     "=HYPERLINK(1)",         "a\\b/c",
    "{\"x\": 1}",      "Los Angeles'",
  };

  return names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
}

static AtlasProfile *
random_profile (AtlasProfileBuilder *builder)
{
  AtlasProfileNumbers *numbers;
  AtlasNumber rank, count, share;
  guint kind;
  gint i, n;

  atlas_profile_builder_clear (builder);
  atlas_profile_builder_set_source (builder, "x.json");
  atlas_profile_builder_set_cluster (builder, random_name (), -1, 1);
  if (g_test_rand_bit ())
    atlas_profile_builder_set_economy (builder, random_name (), -1, 1);
  if (g_test_rand_bit ())
    atlas_profile_builder_set_demonym (builder, random_name (), -1, 1);

  numbers = atlas_profile_builder_get_numbers (builder);
  numbers->edition = (AtlasNumber){ 2024, 1, ATLAS_NUMBER_GIVEN, 0 };
  random_number (&numbers->national_rank, 20, 0);
  random_number (&numbers->rank, 90, 0);
  numbers->top = (AtlasNumber){ 100, 1, ATLAS_NUMBER_GIVEN, 0 };
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      random_number (&numbers->per_million[kind], 9000, 1);
      random_number (&numbers->collaboration[kind], 99, 1);
      n = g_test_rand_int_range (0, 11);
      for (i = 0; i < n; i++)
        {
          rank = (AtlasNumber){ i + 1, 1, ATLAS_NUMBER_GIVEN, 0 };
          random_number (&count, 90000, 0);
          random_number (&share, 99, 2);
          if (share.state == ATLAS_NUMBER_MISSING)
            share = (AtlasNumber){ 1, 1, ATLAS_NUMBER_BELOW, 0 };
          atlas_profile_builder_add_entry (builder, kind, random_name (), -1,
                                           &rank, &count, &share, 1);
        }
      n = g_test_rand_int_range (0, 4);
      for (i = 0; i < n; i++)
        {
          atlas_profile_builder_add_field (builder, kind, random_name (), -1,
                                           random_number (&share, 99, 3), 1);
          if (g_test_rand_int_range (0, 4) == 0)
            atlas_profile_builder_skip_partner (builder, kind);
          atlas_profile_builder_add_partner (builder, kind, random_name (), -1,
                                             1);
          atlas_profile_builder_add_note (builder, random_name (), -1, 1);
        }
    }

  return atlas_profile_builder_end (builder);
}

/* Figures thrown together at random contradict each other; nothing else may be
 * wrong with them. */
static void
assert_only_inconsistent (const AtlasLoadedFile *file)
{
  guint i;

  for (i = 0; i < file->n_problems; i++)
    g_assert_true (
        file->problems[i]->code == ATLAS_PROBLEM_SHARES_INCONSISTENT
        || file->problems[i]->code == ATLAS_PROBLEM_POPULATION_INCONSISTENT
        || file->problems[i]->code == ATLAS_PROBLEM_RANK_INCONSISTENT);
}

/* What is written is read back equal, and json-glib reads it too. */
static void
test_round_trip (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  guint i;

  for (i = 0; i < 2000; i++)
    {
      g_autoptr (AtlasProfile) profile = random_profile (builder);
      g_autofree char *json = write_profile (profile);
      g_autoptr (AtlasLoadedFile) file = read_text (json);
      g_autoptr (JsonParser) parser = json_parser_new ();

      assert_only_inconsistent (file);
      g_assert_cmpuint (file->n_profiles, ==, 1);
      g_assert_true (atlas_profile_equal (profile, file->profiles[0]));
      g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
    }
}

/* Whatever bytes are hurt, the reader ends, and does so in order. */
static void
test_random_damage (void)
{
  guint i, k;

  for (i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (sound);
      g_autoptr (AtlasLoadedFile) file = NULL;

      for (k = 0; k < 3; k++)
        text->str[g_test_rand_int_range (0, (gint32) text->len)] =
            (char) g_test_rand_int_range (0, 256);
      file = atlas_loaded_file_new_from_bytes (text->str, text->len, "x.json");
      g_assert_cmpuint (file->n_problems + file->n_profiles, >=, 1);
    }
}

/* A partner that could not be read keeps its place, in both directions. */
static void
test_gap (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (AtlasLoadedFile) file = NULL;
  g_autofree char *json = NULL;
  const AtlasProfile *found;

  atlas_profile_builder_set_cluster (builder, "Dalian", -1, 1);
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, "Beijing", -1, 1);
  atlas_profile_builder_skip_partner (builder, ATLAS_PATENTS);
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, "Tianjin", -1, 1);
  atlas_profile_builder_skip_partner (builder, ATLAS_ARTICLES);
  atlas_profile_builder_add_partner (builder, ATLAS_ARTICLES, "Nanjing", -1, 1);
  profile = atlas_profile_builder_end (builder);
  json = write_profile (profile);
  g_assert_nonnull (
      strstr (json, "\"partners\": [\"Beijing\", null, \"Tianjin\"]"));
  g_assert_nonnull (strstr (json, "\"partners\": [null, \"Nanjing\"]"));

  file = read_text (json);
  g_assert_cmpuint (file->n_problems, ==, 0);
  g_assert_cmpuint (file->n_profiles, ==, 1);
  found = file->profiles[0];
  g_assert_true (atlas_profile_equal (profile, found));
  g_assert_cmpuint (atlas_profile_count_partners (found, ATLAS_PATENTS), ==, 3);
  g_assert_null (atlas_profile_find_partner (found, ATLAS_PATENTS, 2));
  g_assert_cmpstr (atlas_profile_find_partner (found, ATLAS_PATENTS, 3)->name,
                   ==, "Tianjin");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/strict", test_strict);
  g_test_add_func ("/json/lines-and-digits", test_lines_and_digits);
  g_test_add_func ("/json/faults", test_faults);
  g_test_add_func ("/json/read", test_read);
  g_test_add_func ("/json/damage", test_damage);
  g_test_add_func ("/json/round-trip", test_round_trip);
  g_test_add_func ("/json/gap", test_gap);
  g_test_add_func ("/json/random-damage", test_random_damage);
  g_test_add_func ("/json/whole-files", test_whole_files);
  g_test_add_func ("/json/many-gaps", test_many_gaps);
  g_test_add_func ("/json/status", test_status);
  g_test_add_func ("/json/members", test_members);

  return g_test_run ();
}

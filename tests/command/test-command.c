/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "../printed.h"
#include "command-fixture.h"

/* What check and export say and write. */

static void
assert_rows (JsonObject *profile, const char *key, const Row *rows)
{
  JsonArray *array = json_object_get_array_member (profile, key);
  guint i;

  g_assert_cmpuint (json_array_get_length (array), ==, 3);
  for (i = 0; i < 3; i++)
    {
      JsonObject *row = json_array_get_object_element (array, i);

      g_assert_cmpint (json_object_get_int_member (row, "rank"), ==, i + 1);
      g_assert_cmpstr (json_object_get_string_member (row, "name"), ==,
                       rows[i].name);
      g_assert_cmpint (json_object_get_int_member (row, "count"), ==,
                       rows[i].count);
      g_assert_cmpint (json_object_get_int_member (row, "share"), ==,
                       rows[i].share);
    }
}

static void
assert_partners (JsonObject *profile,
                 const char *key,
                 int share,
                 const char *const *partners)
{
  JsonObject *object = json_object_get_object_member (profile, key);
  JsonArray *array = json_object_get_array_member (object, "partners");
  guint i;

  g_assert_cmpint (json_object_get_int_member (object, "share"), ==, share);
  g_assert_cmpuint (json_array_get_length (array), ==, 3);
  for (i = 0; i < 3; i++)
    g_assert_cmpstr (json_array_get_string_element (array, i), ==, partners[i]);
}

static void
assert_printed (JsonObject *profile, const Printed *expected)
{
  const struct
  {
    const char *key;
    int value;
  } numbers[] = {
    { "edition", 2024 },
    { "national_rank", expected->national_rank },
    { "national_clusters", 26 },
    { "top", 100 },
    { "rank", expected->rank },
    { "intensity_rank", expected->intensity_rank },
    { "pct_per_million", expected->pct },
    { "articles_per_million", expected->articles },
  };
  gsize i;

  g_assert_cmpstr (json_object_get_string_member (profile, "cluster"), ==,
                   expected->cluster);
  g_assert_cmpstr (json_object_get_string_member (profile, "economy"), ==,
                   "China");
  g_assert_cmpstr (json_object_get_string_member (profile, "demonym"), ==,
                   "Chinese");
  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (json_object_get_int_member (profile, numbers[i].key), ==,
                     numbers[i].value);
  assert_rows (profile, "applicants", expected->applicants);
  assert_rows (profile, "publishers", expected->publishers);
  assert_partners (profile, "patent_collaboration", expected->patent_share,
                   expected->patent_partners);
  assert_partners (profile, "article_collaboration", expected->article_share,
                   expected->article_partners);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (profile, "notes")),
      ==, 0);
}

static JsonObject *
parse (JsonParser *parser, const CommandResult *result)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, result->output, (gssize) result->length,
                              &error);
  g_assert_no_error (error);

  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_every_value (CommandFixture *fixture, gconstpointer data)
{
  g_auto (CommandResult) result = { 0 };
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *profiles;
  JsonObject *root;
  guint i;

  command_fixture_run (fixture, &result, NULL, NULL, "export --format=json $S");
  g_assert_cmpint (result.status, ==, 0);
  root = parse (parser, &result);
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==,
                   "cluster-atlas/profiles");
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, 1);
  profiles = json_object_get_array_member (root, "profiles");
  g_assert_cmpuint (json_array_get_length (profiles), ==, 5);
  for (i = 0; i < 5; i++)
    assert_printed (json_array_get_object_element (profiles, i), &printed[i]);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (root, "problems")),
      ==, 0);
}

typedef struct
{
  const char *key;
  double low;
  double high;
} Interval;

static void
test_estimates (CommandFixture *fixture, gconstpointer data)
{
  static const Interval shenyang[] = {
    { "patents_total", 686.4198, 703.7975 },
    { "articles_total", 36707.6923, 36960.0 },
    { "population_from_patents", 6211943, 6427374 },
    { "population_from_articles", 6239091, 6283043 },
    { "population", 6239091, 6283043 },
    { "patents_total_joint", 686.4198, 694.2762 },
    { "articles_total_joint", 36707.6923, 36960.0 },
    { "patents_cr3", 51.5645, 52.1547 },
    { "patents_hhi", 0.16787, 0.195365 },
    { "patents_per_1000_articles", 18.6114, 18.7845 },
    { "patent_collaborations", 85.8, 93.73 },
    { "article_collaborations", 18537.38, 19034.4 },
  };
  g_auto (CommandResult) result = { 0 };
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *estimates;
  gsize i;

  command_fixture_run (fixture, &result, NULL, NULL,
                       "export --format=json $S/shenyang-2024.txt");
  estimates = json_object_get_object_member (
      json_array_get_object_element (
          json_object_get_array_member (parse (parser, &result), "profiles"),
          0),
      "estimates");
  for (i = 0; i < G_N_ELEMENTS (shenyang); i++)
    {
      JsonArray *interval =
          json_object_get_array_member (estimates, shenyang[i].key);

      g_test_message ("%s", shenyang[i].key);
      g_assert_cmpfloat_with_epsilon (
          json_array_get_double_element (interval, 0), shenyang[i].low, 1e-5);
      g_assert_cmpfloat_with_epsilon (
          json_array_get_double_element (interval, 1), shenyang[i].high, 1e-5);
    }
}

typedef struct
{
  const char *line;
  int status;
} StatusCase;

static void
test_statuses (CommandFixture *fixture, gconstpointer data)
{
  static const StatusCase cases[] = {
    { "--help", 0 },
    { "--version", 0 },
    { "check --help", 0 },
    { "export --version", 0 },
    { "check $S", 0 },
    { "check --json $S", 0 },
    { "check --quiet --jobs=3 --no-recurse $S/beijing-2024.txt", 0 },
    { "--no-such-option", 2 },
    { "--jobs", 2 },
    { "check", 2 },
    { "check --jobs=-1 $S", 2 },
    { "check --jobs=x $S", 2 },
    { "check --no-such-option $S", 2 },
    { "check $S /nonexistent", 1 },
    { "check /nonexistent", 3 },
    { "check /dev/zero", 3 },
    { "export $S", 2 },
    { "export --format=xls $S", 2 },
    { "export --format=csv --table=x $S", 2 },
    { "export --format=json --table=links $S", 2 },
    { "export --format=json $S /nonexistent", 1 },
    { "export --format=json /nonexistent", 3 },
    { "export --format=csv --table=problems /nonexistent", 3 },
    { "export --format=csv -o /dev/full $S", 3 },
    { "export --format=json -o /dev/full $S", 3 },
    { "export --format=csv -o /nonexistent/x $S", 3 },
    { "export --format=csv -o $D $S", 3 },
    { "check -o /dev/full $S", 3 },
    { "chart $S", 2 },
    { "chart --kind=pie -o $D/x.svg $S", 2 },
    { "chart --kind=shares $S", 2 },
    { "chart --kind=shares -o $D/x.bmp $S", 2 },
    { "chart --kind=shares --size=1x1mm -o $D/x.svg $S", 2 },
    { "chart --kind=shares --size=axb -o $D/x.svg $S", 2 },
    { "chart --kind=shares --theme=pink -o $D/x.svg $S", 2 },
    { "chart --kind=shares --form=pie -o $D/x.svg $S", 2 },
    { "chart --kind=position --measure=weight -o $D/x.svg $S", 2 },
    { "chart --kind=shares --cluster=Nowhere -o $D/x.svg $S", 2 },
    { "chart --kind=shares --edition=1999 -o $D/x.svg $S", 2 },
    { "chart --kind=shares -o $D/x.svg /nonexistent", 3 },
    { "chart --kind=shares -o /nonexistent/x.svg $S", 3 },
    { "report --paper=a0 -o $D/x.pdf $S", 2 },
    { "report --sections=cover,nothing -o $D/x.pdf $S", 2 },
    { "report --colour=pink -o $D/x.pdf $S", 2 },
    { "report --margin=90 -o $D/x.pdf $S", 2 },
    { "report --landscape=sideways -o $D/x.pdf $S", 2 },
    { "report --language=tlh -o $D/x.pdf $S", 2 },
    { "report -o $D/x.pdf /nonexistent", 3 },
    { "report -o /dev/full $S", 3 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CommandResult) result = { 0 };

      g_test_message ("%s", cases[i].line);
      command_fixture_run (fixture, &result, NULL, NULL, cases[i].line);
      g_assert_cmpint (result.status, ==, cases[i].status);
      /* Without a command word GApplication words the sentence. */
      if (cases[i].status == 2 && cases[i].line[0] != '-')
        g_assert_true (g_str_has_prefix (result.errors, "cluster-atlas: "));
    }
}

static const char *const formats[] = {
  "json",
  "csv",
  "tsv",
  "graphml",
  "gexf",
  "pajek",
  "vosviewer",
  "text",
  "csv --table=applicants",
  "csv --table=publishers",
  "csv --table=links",
  "csv --table=places",
  "csv --table=problems",
};

/* The same bytes whatever the locale, the number of workers, the time. */
static void
test_same_bytes (CommandFixture *fixture, gconstpointer data)
{
  static const char *const environments[] = {
    "LC_ALL=de_DE.UTF-8", "LC_ALL=ar_EG.UTF-8", "LC_ALL=tr_TR.UTF-8",
    "LANGUAGE=de",        "TZ=Asia/Tokyo",
  };
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *line =
          g_strdup_printf ("export --format=%s $S", formats[i]);
      g_autofree char *jobs =
          g_strdup_printf ("export --jobs=7 --format=%s $S", formats[i]);
      g_auto (CommandResult) first = { 0 };
      g_auto (CommandResult) with_jobs = { 0 };

      g_test_message ("%s", formats[i]);
      command_fixture_run (fixture, &first, NULL, NULL, line);
      g_assert_cmpint (first.status, ==, 0);
      g_assert_cmpuint (first.length, >, 30);
      command_fixture_run (fixture, &with_jobs, NULL, NULL, jobs);
      g_assert_cmpmem (first.output, first.length, with_jobs.output,
                       with_jobs.length);
      for (k = 0; k < G_N_ELEMENTS (environments); k++)
        {
          g_auto (CommandResult) other = { 0 };

          command_fixture_run (fixture, &other, environments[k], NULL, line);
          g_assert_cmpmem (first.output, first.length, other.output,
                           other.length);
        }
    }
}

/* Files enough for several workers, and wider tables on the way. */
static void
write_many (CommandFixture *fixture, guint n)
{
  g_autofree char *source =
      g_build_filename (fixture->samples, "dalian-2024.txt", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) partners = g_string_new ("**Beijing**");
  guint i;

  g_assert_true (g_file_get_contents (source, &content, NULL, NULL));
  for (i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (content);
      g_autofree char *name = g_strdup_printf ("%03u.txt", i);
      g_autofree char *cluster = g_strdup_printf ("Town %u", i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (i % 40 == 39)
        g_string_append_printf (partners, ", **Place %u**", i);
      g_string_replace (text, "Dalian", cluster, 0);
      g_assert_cmpuint (
          g_string_replace (text, "**Beijing**", partners->str, 0), ==, 2);
      g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
    }
}

/* The same bytes from one worker and from several at once. */
static void
test_workers (CommandFixture *fixture, gconstpointer data)
{
  gsize i;

  write_many (fixture, 400);
  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *one =
          g_strdup_printf ("export --jobs=1 --format=%s $D", formats[i]);
      g_autofree char *four =
          g_strdup_printf ("export --jobs=4 --format=%s $D", formats[i]);
      g_auto (CommandResult) first = { 0 };
      g_auto (CommandResult) second = { 0 };

      g_test_message ("%s", formats[i]);
      command_fixture_run (fixture, &first, NULL, NULL, one);
      g_assert_cmpuint (first.length, >, 30);
      command_fixture_run (fixture, &second, NULL, NULL, four);
      g_assert_cmpint (first.status, ==, second.status);
      g_assert_cmpmem (first.output, first.length, second.output,
                       second.length);
    }
}

/* The same bytes to a pipe, where all rows wait for the widest, and to a file,
 * which is begun before. */
static void
test_wider (CommandFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autofree char *content = NULL;
  g_auto (CommandResult) piped = { 0 };
  g_auto (CommandResult) written = { 0 };
  gsize length;

  write_many (fixture, 2500);
  command_fixture_run (fixture, &piped, NULL, NULL, "export --format=csv $D");
  g_assert_cmpint (piped.status, ==, 0);
  g_assert_cmpuint (piped.length, >, 2 * 1024 * 1024);
  command_fixture_run (fixture, &written, NULL, NULL,
                       "export --format=csv -o $D/out.csv $D");
  g_assert_cmpint (written.status, ==, 0);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpmem (content, length, piped.output, piped.length);
}

static void
test_round_trip (CommandFixture *fixture, gconstpointer data)
{
  static const char *const round[] = { "json", "text" };
  g_auto (CommandResult) first = { 0 };
  gsize i;

  /* The sources differ, so what is compared is what each profile says. */
  command_fixture_run (fixture, &first, NULL, NULL, "export --format=text $S");
  for (i = 0; i < G_N_ELEMENTS (round); i++)
    {
      g_autofree char *line = g_strdup_printf (
          "export --format=%s -o $D/all.%s $S", round[i], round[i]);
      g_autofree char *back =
          g_strdup_printf ("export --format=text $D/all.%s", round[i]);
      g_auto (CommandResult) written = { 0 };
      g_auto (CommandResult) again = { 0 };

      command_fixture_run (fixture, &written, NULL, NULL, line);
      g_assert_cmpint (written.status, ==, 0);
      command_fixture_run (fixture, &again, NULL, NULL, back);
      g_assert_cmpint (again.status, ==, 0);
      g_assert_cmpstr (again.output, ==, first.output);
    }
}

static void
test_input (CommandFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (fixture->samples, "dalian-2024.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (CommandResult) good = { 0 };
  g_auto (CommandResult) bad = { 0 };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  command_fixture_run (fixture, &good, NULL, text,
                       "export --format=csv --table=applicants -");
  g_assert_cmpint (good.status, ==, 0);
  g_assert_true (g_str_has_prefix (
      good.output, "source,part,edition,cluster,economy,rank,name,count,share,"
                   "share_below,line\n-,,2024,Dalian,China,1,DALIAN UNIVERSITY "
                   "OF TECH.,583,57,,"));
  g_assert_nonnull (strstr (good.output, "\"DICP, CAS\""));

  command_fixture_run (fixture, &bad, NULL, "hello\n", "check -");
  g_assert_cmpint (bad.status, ==, 3);
  g_assert_nonnull (strstr (bad.output, "-:"));
  g_assert_nonnull (strstr (bad.output, "[not-a-profile]"));
}

static void
test_aliases (CommandFixture *fixture, gconstpointer data)
{
  static const char text[] =
      "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": "
      "[{\"name\": \"Tianjin\", \"target\": \"Beijing\"}]}";
  g_autofree char *path = g_build_filename (fixture->folder, "a.json", NULL);
  g_auto (CommandResult) without = { 0 };
  g_auto (CommandResult) with = { 0 };
  g_auto (CommandResult) missing = { 0 };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  command_fixture_run (fixture, &without, NULL, NULL,
                       "export --format=csv --table=links $S");
  g_assert_nonnull (strstr (without.output, "shenyang,tianjin,patents,3,"));
  command_fixture_run (
      fixture, &with, NULL, NULL,
      "export --aliases=$D/a.json --format=csv --table=links $S");
  g_assert_cmpint (with.status, ==, 0);
  g_assert_null (strstr (with.output, "tianjin"));
  command_fixture_run (fixture, &missing, NULL, NULL,
                       "check --aliases=/nonexistent $S");
  g_assert_cmpint (missing.status, ==, 3);
}

static void
test_project (CommandFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (fixture->folder, "x.clusteratlas", NULL);
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"paths\": "
      "[\"file://%s\"]}",
      fixture->samples);
  g_auto (CommandResult) good = { 0 };
  g_auto (CommandResult) some = { 0 };
  g_auto (CommandResult) bad = { 0 };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  command_fixture_run (fixture, &good, NULL, NULL, "check $D/x.clusteratlas");
  g_assert_cmpint (good.status, ==, 0);
  g_assert_true (g_str_has_prefix (good.output, "5 profiles in 5 files"));

  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  command_fixture_run (fixture, &some, NULL, NULL,
                       "check $D/x.clusteratlas $S");
  g_assert_cmpint (some.status, ==, 1);
  command_fixture_run (fixture, &bad, NULL, NULL,
                       "export --format=csv $D/x.clusteratlas");
  g_assert_cmpint (bad.status, ==, 3);
  g_assert_nonnull (strstr (bad.errors, "damaged in line 1"));
}

/* A line for each problem, as editors understand it. */
static void
test_check (CommandFixture *fixture, gconstpointer data)
{
  g_autofree char *source =
      g_build_filename (fixture->samples, "dalian-2024.txt", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "x.txt", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "e.txt", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) text = NULL;
  g_auto (CommandResult) result = { 0 };
  g_auto (CommandResult) json = { 0 };
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *profiles;

  g_assert_true (g_file_get_contents (source, &content, NULL, NULL));
  text = g_string_new (content);
  g_assert_cmpuint (g_string_replace (text, "583\t57%", "583\t157%", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));

  command_fixture_run (fixture, &result, NULL, NULL, "check $D");
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.output, "e.txt:0: error: "));
  g_assert_nonnull (strstr (result.output, "[empty]\n"));
  g_assert_nonnull (strstr (result.output, "x.txt:21: warning: "));
  g_assert_nonnull (strstr (result.output, "[bad-share]\n"));
  g_assert_nonnull (strstr (result.output, "1 profile in 2 files: 1 error, "));

  command_fixture_run (fixture, &json, NULL, NULL, "check --json $D");
  g_assert_cmpint (json.status, ==, 1);
  profiles = json_object_get_array_member (parse (parser, &json), "profiles");
  g_assert_cmpuint (json_array_get_length (profiles), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (
                       json_array_get_object_element (profiles, 0), "status"),
                   ==, "warning");
  g_assert_cmpstr (json_object_get_string_member (
                       json_array_get_object_element (profiles, 1), "status"),
                   ==, "error");
}

#define ADD(name, function)                              \
  g_test_add ("/command/" name, CommandFixture, argv[1], \
              command_fixture_set_up, function, command_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  ADD ("every-value", test_every_value);
  ADD ("estimates", test_estimates);
  ADD ("statuses", test_statuses);
  ADD ("same-bytes", test_same_bytes);
  ADD ("workers", test_workers);
  ADD ("wider", test_wider);
  ADD ("round-trip", test_round_trip);
  ADD ("input", test_input);
  ADD ("aliases", test_aliases);
  ADD ("project", test_project);
  ADD ("check", test_check);

  return g_test_run ();
}

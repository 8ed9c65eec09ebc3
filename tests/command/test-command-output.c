/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "command-fixture.h"

/* Where the program writes to, its pictures and reports, and what it says
 * without a window. */

/* An output that is one of the files read is refused, and one that cannot be
 * written leaves what was there. */
static void
test_target (CommandFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "export --format=json -o $D/x.txt $D",
    "export --format=csv -o $D/x.txt $D",
    "export --format=text -o $D/link $D",
    "check -o $D/x.txt $D",
    "report -o $D/x.txt $D",
  };
  g_autofree char *source =
      g_build_filename (fixture->samples, "dalian-2024.txt", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "x.txt", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *before = NULL;
  gsize i;

  g_assert_true (g_file_get_contents (source, &before, NULL, NULL));
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  g_assert_cmpint (symlink ("x.txt", link), ==, 0);
  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (CommandResult) result = { 0 };
      g_autofree char *after = NULL;

      g_test_message ("%s", lines[i]);
      command_fixture_run (fixture, &result, NULL, NULL, lines[i]);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
      g_assert_cmpstr (before, ==, after);
    }
}

/* Nor does the standard output go to a file that is read: what is written would
 * be read, and written again. */
static void
test_redirected (CommandFixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "text", "json", "csv" };
  g_autofree char *source =
      g_build_filename (fixture->samples, "dalian-2024.txt", NULL);
  g_autofree char *text = NULL;
  gsize i;

  g_assert_true (g_file_get_contents (source, &text, NULL, NULL));
  for (i = 0; i < 900; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04zu.txt", i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *line = g_strdup_printf (
          "%s export --jobs=1 --format=%s %s > %s/zz.txt", fixture->program,
          formats[i], fixture->folder, fixture->folder);
      const char *words[] = { "sh", "-c", line, NULL };
      g_autofree char *errors = NULL;
      int status;

      g_assert_true (g_spawn_sync (NULL, (char **) words, NULL,
                                   G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                                   &errors, &status, NULL));
      g_assert_cmpint (WEXITSTATUS (status), ==, 2);
      g_assert_nonnull (
          strstr (errors, "standard output is one of the files to read"));
    }
}

static void
test_kept (CommandFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "o.json", NULL);
  g_autofree char *after = NULL;
  g_auto (CommandResult) result = { 0 };

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  command_fixture_run (fixture, &result, NULL, NULL,
                       "export --format=json -o $D/o.json /nonexistent");
  g_assert_cmpint (result.status, ==, 3);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "old");
}

static void
test_charts (CommandFixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = {
    "applicants", "publishers",    "shares",   "multiples",
    "compare",    "concentration", "position", "editions",
    "fields",     "network",       "matrix",
  };
  static const struct
  {
    const char *ending;
    const char *magic;
  } endings[] = {
    { "svg", "<?xml" },
    { "pdf", "%PDF" },
    { "png", "\x89PNG" },
  };
  gsize i, k;

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (k = 0; k < G_N_ELEMENTS (endings); k++)
      {
        g_autofree char *line =
            g_strdup_printf ("chart -q --kind=%s --size=160x120mm -o $D/c.%s "
                             "$S",
                             kinds[i], endings[k].ending);
        g_autofree char *name = g_strconcat ("c.", endings[k].ending, NULL);
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_autofree char *content = NULL;
        g_auto (CommandResult) result = { 0 };

        g_test_message ("%s", line);
        command_fixture_run (fixture, &result, NULL, NULL, line);
        g_assert_cmpstr (result.errors, ==, "");
        g_assert_cmpint (result.status, ==, 0);
        g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
        g_assert_true (g_str_has_prefix (content, endings[k].magic));
      }
}

static void
test_report (CommandFixture *fixture, gconstpointer data)
{
  g_auto (CommandResult) first = { 0 };
  g_auto (CommandResult) second = { 0 };

  command_fixture_run (fixture, &first, "SOURCE_DATE_EPOCH=1700000000", NULL,
                       "report --title='Five clusters' --paper=letter -o - $S");
  g_assert_cmpint (first.status, ==, 0);
  g_assert_cmpmem (first.output, 4, "%PDF", 4);
  command_fixture_run (
      fixture, &second, "SOURCE_DATE_EPOCH=1700000000", NULL,
      "report --jobs=1 --title='Five clusters' --paper=letter -o - $S");
  g_assert_cmpmem (first.output, first.length, second.output, second.length);
}

/* A folder named twice, or copies in it, count once. */
static void
test_report_duplicates (CommandFixture *fixture, gconstpointer data)
{
  g_auto (CommandResult) once = { 0 };
  g_auto (CommandResult) twice = { 0 };
  static const char options[] =
      "report --sections=clusters,rankings,appendix -o - ";
  g_autofree char *first = g_strconcat (options, "$S/dalian-2024.txt", NULL);
  g_autofree char *second = NULL;
  g_autofree char *copy =
      g_build_filename (fixture->folder, "dalian-2024.txt", NULL);
  g_autofree char *original =
      g_build_filename (fixture->samples, "dalian-2024.txt", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (original, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (copy, text, -1, NULL));
  second = g_strconcat (first, " $D/dalian-2024.txt", NULL);
  command_fixture_run (fixture, &once, "SOURCE_DATE_EPOCH=1700000000", NULL,
                       first);
  command_fixture_run (fixture, &twice, "SOURCE_DATE_EPOCH=1700000000", NULL,
                       second);
  g_assert_cmpint (twice.status, ==, 0);
  g_assert_cmpmem (once.output, once.length, twice.output, twice.length);
}

/* The order in which profiles are named does not matter, nor that of their
 * files in a folder. */
static void
test_report_order (CommandFixture *fixture, gconstpointer data)
{
  g_auto (CommandResult) one = { 0 };
  g_auto (CommandResult) other = { 0 };

  command_fixture_run (
      fixture, &one, "SOURCE_DATE_EPOCH=1700000000", NULL,
      "report --sections=contents,clusters,comparison,network,appendix -o - "
      "$S/beijing-2024.txt $S/dalian-2024.txt $S/shenyang-2024.txt");
  command_fixture_run (
      fixture, &other, "SOURCE_DATE_EPOCH=1700000000", NULL,
      "report --sections=contents,clusters,comparison,network,appendix -o - "
      "$S/shenyang-2024.txt $S/dalian-2024.txt $S/beijing-2024.txt");
  g_assert_cmpint (one.status, ==, 0);
  g_assert_cmpmem (one.output, one.length, other.output, other.length);
}

static void
test_progress (CommandFixture *fixture, gconstpointer data)
{
  g_auto (CommandResult) silent = { 0 };
  g_auto (CommandResult) quiet = { 0 };

  command_fixture_run (fixture, &silent, NULL, NULL, "export --format=csv $S");
  g_assert_cmpstr (silent.errors, ==, "");
  command_fixture_run (fixture, &quiet, NULL, NULL, "check --quiet $S");
  g_assert_cmpstr (quiet.output, ==, "");
}

/* What the options say is UTF-8, whatever the locale. */
static void
test_texts (CommandFixture *fixture, gconstpointer data)
{
  static const char *const locales[] = { "LC_ALL=C", "LC_ALL=de_DE.UTF-8" };

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_auto (CommandResult) chart = { 0 };
      g_auto (CommandResult) report = { 0 };
      g_auto (CommandResult) broken = { 0 };

      command_fixture_run (
          fixture, &chart, locales[i], NULL,
          "chart --kind=shares --cluster='S\303\243o Paulo' -o $D/chart.svg "
          "$S");
      g_assert_cmpint (chart.status, ==, 2);
      g_assert_nonnull (strstr (chart.errors, "S\303\243o Paulo"));
      command_fixture_run (
          fixture, &report, locales[i], NULL,
          "report --title='Jahresübersicht' -o - $S/beijing-2024.txt");
      g_assert_cmpint (report.status, ==, 0);
      command_fixture_run (fixture, &broken, locales[i], NULL,
                           "report --title='\377' -o - $S/beijing-2024.txt");
      g_assert_cmpint (broken.status, ==, 0);
    }
}

/* Help and messages are for the person at the terminal, in its language; what
 * is written is the same for everybody. */
static void
test_language (CommandFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = { "--help", "chart --help",
                                       "report --help", "export $S" };
  g_auto (CommandResult) english = { 0 };
  g_auto (CommandResult) german = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (CommandResult) own = { 0 };
      g_auto (CommandResult) other = { 0 };
      gboolean help = i + 1 < G_N_ELEMENTS (lines);

      command_fixture_run (fixture, &own, "LC_ALL=C", NULL, lines[i]);
      command_fixture_run (fixture, &other, "LC_ALL=de_DE.UTF-8", NULL,
                           lines[i]);
      g_assert_cmpint (own.status, ==, other.status);
      g_assert_cmpstr (help ? own.output : own.errors, !=,
                       help ? other.output : other.errors);
      g_assert_true (
          g_utf8_validate (help ? other.output : other.errors, -1, NULL));
    }

  command_fixture_run (fixture, &english, "LC_ALL=C", NULL, "check $S");
  command_fixture_run (fixture, &german, "LC_ALL=de_DE.UTF-8", NULL,
                       "check $S");
  g_assert_cmpstr (english.output, ==, german.output);
}

/* The window says why it does not come, and what a wrong option is. */
static void
test_no_window (CommandFixture *fixture, gconstpointer data)
{
  g_auto (CommandResult) blind = { 0 };
  g_auto (CommandResult) wrong = { 0 };
  g_auto (CommandResult) version = { 0 };

  command_fixture_run (fixture, &blind, NULL, NULL, "$S");
  g_assert_cmpint (blind.status, ==, 3);
  g_assert_nonnull (strstr (blind.errors, "cluster-atlas --help"));
  command_fixture_run (fixture, &wrong, NULL, NULL, "$S --nonsense");
  g_assert_cmpint (wrong.status, ==, 2);
  command_fixture_run (fixture, &version, NULL, NULL, "$S --version");
  g_assert_cmpint (version.status, ==, 0);
  g_assert_true (g_str_has_prefix (version.output, "Cluster Atlas "));
}

#define ADD(name, function)                                     \
  g_test_add ("/command-output/" name, CommandFixture, argv[1], \
              command_fixture_set_up, function, command_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  ADD ("target", test_target);
  ADD ("redirected", test_redirected);
  ADD ("kept", test_kept);
  ADD ("charts", test_charts);
  ADD ("report", test_report);
  ADD ("report-duplicates", test_report_duplicates);
  ADD ("report-order", test_report_order);
  ADD ("progress", test_progress);
  ADD ("texts", test_texts);
  ADD ("language", test_language);
  ADD ("no-window", test_no_window);

  return g_test_run ();
}

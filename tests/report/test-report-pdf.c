/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "../printed.h"
#include "atlas-format.h"
#include "report-samples.h"

static GBytes *
write_pdf (AtlasReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = atlas_report_dup_pdf (report, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

/* What a tool says of a file; NULL and a skip where it is not installed. */
static char *
run_tool (const char *tool, const char *option, GBytes *bytes)
{
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) options = g_strsplit (option != NULL ? option : "", " ", -1);
  const char *arguments[9] = { program, NULL };
  char *output = NULL;
  int n = 1;
  int file;
  int status;

  if (program == NULL)
    {
      g_test_skip (tool);
      return NULL;
    }

  file = g_file_open_tmp ("atlas-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  for (guint i = 0; options[i] != NULL; i++)
    arguments[n++] = options[i];
  arguments[n++] = path;
  if (strcmp (tool, "pdftotext") == 0)
    arguments[n++] = "-";
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_no_error (error);
  g_unlink (path);

  return output;
}

/* One blank for each gap, whatever it is made of; none before a percent sign,
 * where the tool does not always see one. */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);
  g_auto (GStrv) words = NULL;
  GString *line = g_string_new (NULL);

  g_string_replace (plain, "\302\240", " ", 0);
  words = g_strsplit_set (plain->str, " \n\t\f", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);

  g_string_replace (line, " %", "%", 0);
  return g_string_free (line, FALSE);
}

/* Whether all of @parts stand on one line of @text, one after the other. */
static gboolean
has_line (const char *text, const char *const *parts)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = squeeze (lines[i]);
      const char *at = line;
      guint n = 0;

      while (parts[n] != NULL && at != NULL)
        if ((at = strstr (at, parts[n])) != NULL)
          at += strlen (parts[n++]);
      if (at != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
assert_line (const char *text, const char *const *parts)
{
  g_autofree char *line = g_strjoinv (" … ", (char **) parts);

  if (!has_line (text, parts))
    g_error ("no line of the report has “%s”", line);
}

static void
assert_text (const char *page, const char *cluster, const char *wanted)
{
  if (strstr (page, wanted) == NULL)
    g_error ("“%s” is not on the page of %s", wanted, cluster);
}

static char *
group (int value)
{
  const AtlasFormat format = ATLAS_FORMAT_INIT;

  return atlas_format_value (&format, value, 0);
}

/* What the page of a cluster tells: names may be broken, so all their words
 * are looked for. */
static void
assert_page (const char *page, const Printed *cluster)
{
  const int numbers[] = { cluster->rank, cluster->intensity_rank,
                          cluster->national_rank, cluster->pct,
                          cluster->articles };
  const Row *tables[] = { cluster->applicants, cluster->publishers };
  const char *const *partners[] = { cluster->patent_partners,
                                    cluster->article_partners };
  const int shares[] = { cluster->patent_share, cluster->article_share };

  assert_text (page, cluster->cluster, cluster->cluster);
  assert_text (page, cluster->cluster, "China");
  assert_text (page, cluster->cluster, "of 26 clusters");
  assert_text (page, cluster->cluster, "within the top 100");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *number = group (numbers[i]);

      assert_text (page, cluster->cluster, number);
    }

  for (guint kind = 0; kind < 2; kind++)
    {
      g_autofree char *share =
          g_strdup_printf ("%d%% in collaboration", shares[kind]);

      assert_text (page, cluster->cluster, share);
      for (guint i = 0; i < 3; i++)
        {
          const Row *row = &tables[kind][i];
          g_auto (GStrv) words = g_strsplit (row->name, " ", -1);
          g_autofree char *count = group (row->count);
          g_autofree char *percent = g_strdup_printf ("%d%%", row->share);

          for (guint j = 0; words[j] != NULL; j++)
            assert_text (page, cluster->cluster, words[j]);
          assert_text (page, cluster->cluster, count);
          assert_text (page, cluster->cluster, percent);
        }
      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (GString) name = g_string_new (partners[kind][i]);
          g_auto (GStrv) words = NULL;

          g_string_replace (name, "–", "-", 0);
          words = g_strsplit (name->str, "-", -1);
          for (guint j = 0; words[j] != NULL; j++)
            assert_text (page, cluster->cluster, words[j]);
        }
    }
}

/* As much of a name as surely stands on one line. */
static char *
dup_start (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 4);

  if (g_strv_length (words) > 3)
    g_clear_pointer (&words[3], g_free);
  return g_strjoinv (" ", words);
}

/* A name of several places may break at its dashes. */
static char *
dup_stem (const char *name)
{
  return g_strndup (name, strcspn (name, "-–"));
}

/* What the appendix tells, each value in the row where it belongs. */
static void
assert_tables (const char *text, const Printed *cluster)
{
  const Row *tables[] = { cluster->applicants, cluster->publishers };
  const char *const *partners[] = { cluster->patent_partners,
                                    cluster->article_partners };
  static const char *const kinds[] = { "patents", "articles" };
  g_autofree char *rank = group (cluster->rank);
  g_autofree char *intensity = group (cluster->intensity_rank);
  g_autofree char *national = group (cluster->national_rank);
  g_autofree char *pct = group (cluster->pct);
  g_autofree char *articles = group (cluster->articles);
  g_autofree char *patents_shared =
      g_strdup_printf ("%d%%", cluster->patent_share);
  g_autofree char *articles_shared =
      g_strdup_printf ("%d%%", cluster->article_share);
  const char *const profile[] = {
    cluster->cluster, "China",        "2024",          rank,
    intensity,        national,       "of 26",         pct,
    articles,         patents_shared, articles_shared, NULL
  };

  assert_line (text, profile);
  for (guint kind = 0; kind < 2; kind++)
    {
      g_autofree char *first = dup_stem (partners[kind][0]);
      g_autofree char *second = dup_stem (partners[kind][1]);
      g_autofree char *third = dup_stem (partners[kind][2]);
      const char *const row[] = { cluster->cluster, "2024", kinds[kind], first,
                                  second,           third,  NULL };

      assert_line (text, row);
    }
  for (guint kind = 0; kind < 2; kind++)
    for (guint i = 0; i < 3; i++)
      {
        const Row *row = &tables[kind][i];
        g_autofree char *number = g_strdup_printf (" %u ", i + 1);
        g_autofree char *count = group (row->count);
        g_autofree char *share = g_strdup_printf ("%d%%", row->share);
        g_autofree char *name = dup_start (row->name);
        const char *const entry[] = {
          cluster->cluster, "2024", number, name, count, share, NULL
        };

        assert_line (text, entry);
      }
}

/* Every value of the five files stands on the page of its cluster, and in its
 * row of the appendix. */
static void
test_text (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasReport) report = report_samples_report (profiles, NULL);
  g_autoptr (GBytes) bytes = write_pdf (report);
  g_autofree char *text = run_tool ("pdftotext", "-layout", bytes);
  g_auto (GStrv) pages = NULL;

  if (text == NULL)
    return;

  pages = g_strsplit (text, "\f", -1);
  for (guint i = 0; i < profiles->len; i++)
    {
      const AtlasProfile *profile = g_ptr_array_index (profiles, i);
      int page = atlas_report_find_profile (report, i);
      g_autofree char *plain = squeeze (pages[page]);
      guint j = 0;

      while (strcmp (printed[j].cluster, profile->cluster) != 0)
        g_assert_cmpuint (++j, <, G_N_ELEMENTS (printed));
      assert_page (plain, &printed[j]);
      assert_tables (text, &printed[j]);
    }
}

/* The aliases that were applied are listed, and none where there are none. */
static void
test_aliases (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
  g_autofree char *dalian = atlas_aliases_dup_place_key (NULL, "Dalian");
  g_autoptr (GError) error = NULL;
  AtlasReportContent content = {
    .profiles = (const AtlasProfile *const *) profiles->pdata,
    .n_profiles = profiles->len,
    .time = 1700000000,
  };

  atlas_aliases_add (aliases, NULL, "Tianjin", "Beijing");
  atlas_aliases_add (aliases, dalian, "DICP, CAS", "DICP");
  atlas_report_settings_set_value (settings, "sections", "sources", &error);
  g_assert_no_error (error);

  for (guint with = 0; with < 2; with++)
    {
      g_autoptr (AtlasReport) report = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      content.aliases = with != 0 ? aliases : NULL;
      report = atlas_report_new (&content, settings, NULL, &error);
      g_assert_no_error (error);
      bytes = write_pdf (report);
      text = run_tool ("pdftotext", "-layout", bytes);
      if (text == NULL)
        return;
      g_assert_true ((strstr (text, "No other names were merged.") == NULL)
                     == (with != 0));
      g_assert_true ((strstr (text, "“Tianjin” is read as “Beijing”.") != NULL)
                     == (with != 0));
      g_assert_true (
          (strstr (text, "“DICP, CAS” is read as “DICP” in Dalian.") != NULL)
          == (with != 0));
    }
}

/* A report in Arabic: its language is told, its pages turn the other way, and
 * all stands on its side. */
static void
test_language (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
  g_autoptr (AtlasReport) english = report_samples_report (profiles, NULL);
  g_autoptr (GError) error = NULL;
  static const struct
  {
    const char *code;
    const char *told;
    const char *word;
    const char *number;
  } languages[] = {
    { "ar", "/Lang (ar)", NULL, "5,883" },
    { "de", "/Lang (de)", "Inhalt", "5.883" },
    { "zh_CN", "/Lang (zh-CN)", NULL, "5,883" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (AtlasReport) report = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      gsize length;
      const char *data;

      atlas_report_settings_set_value (settings, "language", languages[i].code,
                                       &error);
      g_assert_no_error (error);
      report = report_samples_report (profiles, settings);
      bytes = write_pdf (report);
      data = g_bytes_get_data (bytes, &length);
      g_assert_nonnull (
          memmem (data, length, languages[i].told, strlen (languages[i].told)));
      g_assert_true ((memmem (data, length, "/R2L", 4) != NULL) == (i == 0));
      text = run_tool ("pdftotext", "-raw", bytes);
      if (text == NULL)
        return;
      g_assert_nonnull (strstr (text, languages[i].number));
      if (languages[i].word != NULL)
        g_assert_nonnull (strstr (text, languages[i].word));
    }

  g_assert_false (
      atlas_report_settings_set_value (settings, "language", "tlh", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_structure (void)
{
  static const char *const elements[] = { "Document", "H1", "H2", "Table",
                                          "TH",       "TD", "P",  "Figure" };
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasReport) report = report_samples_report (profiles, NULL);
  g_autoptr (GBytes) bytes = write_pdf (report);
  g_autofree char *structure = run_tool ("pdfinfo", "-struct-text", bytes);
  g_autofree char *info = NULL;
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_nonnull (memmem (data, g_bytes_get_size (bytes), "/Alt <FEFF", 10));
  g_assert_nonnull (memmem (data, g_bytes_get_size (bytes), "/Lang (en)", 10));
  g_assert_nonnull (memmem (data, g_bytes_get_size (bytes), "/Outlines", 9));
  g_assert_nonnull (memmem (data, g_bytes_get_size (bytes), "/PageLabels", 11));
  if (structure == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    g_assert_nonnull (strstr (structure, elements[i]));

  info = run_tool ("pdfinfo", NULL, bytes);
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "Science and technology clusters"));
  g_assert_nonnull (strstr (info, "Creator:         Cluster Atlas"));
}

static void
test_sound (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (20, 0);
  g_autoptr (AtlasReport) report = report_samples_report (profiles, NULL);
  g_autoptr (GBytes) bytes = write_pdf (report);
  g_autofree char *check = run_tool ("qpdf", "--check", bytes);
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  if (check == NULL)
    return;
  g_assert_nonnull (strstr (check, "No syntax or stream encoding errors"));

  fonts = run_tool ("pdffonts", NULL, bytes);
  if (fonts == NULL)
    return;
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  /* "emb sub uni": embedded, and with the letters for copying */
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
}

static gboolean
check_letters (GPtrArray *profiles, const char *paper, const char *landscape)
{
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) fonts = NULL;

  atlas_report_settings_set_value (settings, "paper", paper, NULL);
  atlas_report_settings_set_value (settings, "landscape", landscape, NULL);
  report = report_samples_report (profiles, settings);
  bytes = write_pdf (report);
  output = run_tool ("pdftohtml", "-xml -i -stdout -zoom 3", bytes);
  if (output == NULL)
    return FALSE;
  fonts = g_strsplit (output, "<fontspec ", -1);
  g_assert_cmpuint (g_strv_length (fonts), >, 5);
  for (guint j = 1; fonts[j] != NULL; j++)
    {
      const char *size = strstr (fonts[j], "size=\"");

      g_assert_nonnull (size);
      g_assert_cmpuint (g_ascii_strtoull (size + strlen ("size=\""), NULL, 10),
                        >=, 3 * 7);
    }

  return TRUE;
}

/* No letter on any page is below 7 points, in charts neither; nor where many
 * clusters, or long names, leave a chart little of a lying page. */
static void
test_letters (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (GPtrArray) many = report_samples_new (40, 0);

  if (!check_letters (profiles, "a4", "")
      || !check_letters (profiles, "letter", ""))
    return;
  check_letters (many, "letter", "summary,rankings,comparison");
  check_letters (many, "a4", "");
}

/* How often @text stands in the file. */
static guint
count_text (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = data + size;
  guint n = 0;

  while ((data = memmem (data, (gsize) (end - data), text, strlen (text)))
         != NULL)
    {
      data += strlen (text);
      n++;
    }

  return n;
}

/* Each line of the contents leads to a page, and the document knows it. */
static void
test_links (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasReport) report = report_samples_report (profiles, NULL);
  g_autoptr (GBytes) bytes = write_pdf (report);
  g_autofree char *dests = run_tool ("pdfinfo", "-dests", bytes);
  guint n_clusters = 0;
  guint n_links;

  for (guint i = 0; i < atlas_report_get_n_pages (report); i++)
    {
      g_autofree char *name = g_strdup_printf ("/Dest (page-%u)", i + 1);
      g_autofree char *quoted = g_strdup_printf ("\"page-%u\"", i + 1);
      g_autofree char *start = g_strdup_printf ("\n%4u [", i + 1);

      if (atlas_report_get_page (report, i)->profile < 0)
        continue;
      n_clusters++;
      g_assert_cmpuint (count_text (bytes, name), >=, 1);
      if (dests == NULL)
        continue;
      g_assert_nonnull (strstr (dests, quoted));
      g_assert_nonnull (strstr (dests, start));
    }

  n_links = count_text (bytes, "/Subtype /Link");
  g_assert_cmpuint (n_clusters, ==, profiles->len);
  g_assert_cmpuint (n_links, >, n_clusters);
  g_assert_cmpuint (count_text (bytes, "/Dest (page-"), ==, n_links);
  /* What the structure refers to is there. */
  g_assert_cmpuint (count_text (bytes, "/Type /OBJR"), ==, n_links);
}

/* The page of the network has room for all that its legend explains. */
static void
test_legend (void)
{
  static const char *const papers[] = { "a4", "letter" };
  g_autoptr (GPtrArray) profiles = report_samples_read ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
      g_autoptr (AtlasReport) report = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      atlas_report_settings_set_value (settings, "paper", papers[i], NULL);
      atlas_report_settings_set_value (settings, "sections", "network", NULL);
      report = report_samples_report (profiles, settings);
      bytes = write_pdf (report);
      text = run_tool ("pdftotext", "-layout", bytes);
      if (text == NULL)
        return;
      g_assert_nonnull (strstr (text, "China (10)"));
      g_assert_nonnull (strstr (text, "Japan (1)"));
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasReport) first = report_samples_report (profiles, NULL);
  g_autoptr (AtlasReport) second = report_samples_report (profiles, NULL);
  g_autoptr (GBytes) a = write_pdf (first);
  g_autoptr (GBytes) b = write_pdf (second);

  g_assert_true (g_bytes_equal (a, b));
}

/* A stream that is full after so many bytes. */
static void
test_full (void)
{
  static const gsize sizes[] = { 0, 100, 5000, 40000 };
  g_autoptr (GPtrArray) profiles = report_samples_new (3, 0);
  g_autoptr (AtlasReport) report = report_samples_report (profiles, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree guint8 *room = g_malloc (sizes[i] + 1);
      g_autoptr (GOutputStream) stream =
          g_memory_output_stream_new (room, sizes[i], NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (
          atlas_report_write_pdf (report, stream, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

static void
stop_at_three (guint done, guint total, gpointer user_data)
{
  g_assert_cmpuint (done, <=, 3);
  g_assert_cmpuint (total, >, 3);
  if (done == 3)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (10, 0);
  g_autoptr (AtlasReport) report = report_samples_report (profiles, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_report_dup_pdf (report, stop_at_three, cancellable,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_settings (void)
{
  g_autoptr (AtlasReportSettings) a = atlas_report_settings_new ();
  g_autoptr (AtlasReportSettings) b = atlas_report_settings_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (atlas_report_settings_set_value (a, "title", "T", &error));
  g_assert_true (atlas_report_settings_set_value (
      a, "sections", "summary, cover,clusters", &error));
  g_assert_true (
      atlas_report_settings_set_value (a, "landscape", "clusters", &error));
  g_assert_true (atlas_report_settings_set_value (a, "margin", "25", &error));
  g_assert_true (atlas_report_settings_set_value (a, "colour", "grey", &error));
  g_assert_no_error (error);
  g_assert_cmpint (a->parts[0].section, ==, ATLAS_SECTION_SUMMARY);
  g_assert_true (a->parts[1].shown);
  g_assert_false (a->parts[3].shown);
  g_assert_true (a->grey);

  for (guint i = 0; atlas_report_settings_get_keys ()[i] != NULL; i++)
    {
      const char *key = atlas_report_settings_get_keys ()[i];
      g_autofree char *value = atlas_report_settings_dup_value (a, key);

      g_assert_true (atlas_report_settings_set_value (b, key, value, &error));
    }
  g_assert_true (atlas_report_settings_equal (a, b));

  g_assert_false (
      atlas_report_settings_set_value (a, "sections", "covers", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_false (atlas_report_settings_set_value (a, "margin", "1e9", &error));
  g_clear_error (&error);
  g_assert_true (atlas_report_settings_equal (a, b));
}

static void
test_sentence (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autofree char *text =
      atlas_report_dup_sentence (g_ptr_array_index (profiles, 0));
  g_autoptr (AtlasProfile) empty = report_samples_empty ();
  g_autofree char *bare = atlas_report_dup_sentence (empty);

  g_assert_nonnull (strstr (text, "Shenyang"));
  g_assert_nonnull (strstr (text, "number 61"));
  g_assert_nonnull (strstr (text, "NORTHEASTERN UNIVERSITY"));
  g_assert_nonnull (
      strstr (text, "Source: WIPO, Global Innovation Index 2024"));
  g_assert_true (g_str_has_prefix (bare, "Source: WIPO"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/pdf/text", test_text);
  g_test_add_func ("/report/pdf/aliases", test_aliases);
  g_test_add_func ("/report/pdf/language", test_language);
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/sound", test_sound);
  g_test_add_func ("/report/pdf/letters", test_letters);
  g_test_add_func ("/report/pdf/legend", test_legend);
  g_test_add_func ("/report/pdf/links", test_links);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/full", test_full);
  g_test_add_func ("/report/pdf/cancel", test_cancel);
  g_test_add_func ("/report/settings", test_settings);
  g_test_add_func ("/report/sentence", test_sentence);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-picture.h"
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
  const char *arguments[5] = { program, NULL };
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

  if (option != NULL)
    arguments[n++] = option;
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

/* Every value printed in the five files, typed from them by hand. */
static const char *const printed[] = {
  "Shenyang",
  "Dalian",
  "Zhengzhou",
  "Beijing",
  "Chongqing",
  "China",
  /* Beijing */
  "2,189",
  "15,893",
  "BOE TECHNOLOGY",
  "9,607",
  "BEIJING XIAOMI MOBILE",
  "3,777",
  "BEIJING BYTEDANCE NETWORK",
  "1,223",
  "TSINGHUA UNIVERSITY",
  "24,300",
  "PEKING UNIVERSITY",
  "21,438",
  "UNIV. OF CHINESE ACADEMY",
  "20,843",
  "17 %",
  "63 %",
  "2 of 26",
  /* Chongqing */
  "175",
  "5,597",
  "HKC",
  "473",
  "32 %",
  "13 of 26",
  "86",
  "39",
  /* Shenyang */
  "61",
  "89",
  "17 of 26",
  "110",
  "5,883",
  "NORTHEASTERN UNIVERSITY",
  "278",
  "40 %",
  "12,012",
  "33 %",
  "13 %",
  "51 %",
  "Tianjin",
  "San Jose–San Francisco",
  "Tokyo–Yokohama",
  "Los Angeles",
  "Nanjing",
};

static void
test_text (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasReport) report = report_samples_report (profiles, NULL);
  g_autoptr (GBytes) bytes = write_pdf (report);
  g_autofree char *text = run_tool ("pdftotext", "-layout", bytes);

  if (text == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (printed); i++)
    if (strstr (text, printed[i]) == NULL)
      g_error ("“%s” is not in the report", printed[i]);
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

static AtlasChart *
make_chart (GPtrArray *profiles)
{
  return atlas_chart_new (ATLAS_CHART_SHARES,
                          (const AtlasProfile *const *) profiles->pdata, 1,
                          NULL, NULL);
}

static void
test_pictures (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (1, 0);
  g_autoptr (AtlasChart) chart = make_chart (profiles);
  static const char *const starts[] = { "<?xml", "%PDF-", "\211PNG" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      AtlasPictureSettings settings = ATLAS_PICTURE_SETTINGS_INIT (i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) a = atlas_picture_render (chart, &settings, &error);
      g_autoptr (GBytes) b = NULL;
      gsize length;
      const char *data;

      g_assert_no_error (error);
      b = atlas_picture_render (chart, &settings, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (a, b));
      data = g_bytes_get_data (a, &length);
      g_assert_cmpmem (data, strlen (starts[i]), starts[i], strlen (starts[i]));
      if (i == ATLAS_PICTURE_SVG)
        g_assert_nonnull (memmem (data, length, "<title>", 7));
      if (i == ATLAS_PICTURE_PNG)
        g_assert_nonnull (memmem (data, length, "pHYs", 4));
    }
}

static void
test_picture_names (void)
{
  AtlasPictureFormat format;

  g_assert_true (atlas_picture_format_from_name ("a/b.PNG", &format));
  g_assert_cmpint (format, ==, ATLAS_PICTURE_PNG);
  g_assert_true (atlas_picture_format_from_name ("x.svg", &format));
  g_assert_cmpint (format, ==, ATLAS_PICTURE_SVG);
  g_assert_false (atlas_picture_format_from_name ("x.jpg", &format));
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
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/sound", test_sound);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/full", test_full);
  g_test_add_func ("/report/pdf/cancel", test_cancel);
  g_test_add_func ("/report/picture/bytes", test_pictures);
  g_test_add_func ("/report/picture/names", test_picture_names);
  g_test_add_func ("/report/settings", test_settings);
  g_test_add_func ("/report/sentence", test_sentence);

  return g_test_run ();
}

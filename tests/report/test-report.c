/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-report-private.h"
#include "report-samples.h"

#define SLACK 0.6

static gboolean
overlap (const AtlasItem *a, const AtlasItem *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width
         && a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height;
}

static gboolean
has_extents (const AtlasItem *item)
{
  return item->kind == ATLAS_ITEM_TEXT || item->kind == ATLAS_ITEM_CHART;
}

/* Nothing leaves the margins, no text or chart lies on another, every element
 * that is opened is closed. */
static void
check_items (const AtlasReport *report, guint page, const AtlasSheet *sheet)
{
  const AtlasReportPage *entry = atlas_report_get_page (report, page);
  double margin = report->settings->margin * 72.0 / 25.4;
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint n_items;
  const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);
  guint n_texts = 0;

  for (guint i = 0; i < n_items; i++)
    {
      const AtlasItem *item = &items[i];

      if (item->kind == ATLAS_ITEM_OPEN)
        g_ptr_array_add (open, (gpointer) item->tag);
      if (item->kind == ATLAS_ITEM_CLOSE)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (g_ptr_array_steal_index (open, open->len - 1), ==,
                           item->tag);
        }
      if (!has_extents (item))
        continue;

      n_texts++;
      if (item->kind == ATLAS_ITEM_CHART)
        g_assert_cmpfloat (item->height, >, 40.0);
      g_assert_cmpfloat (item->x, >=, margin - SLACK);
      g_assert_cmpfloat (item->x + item->width, <=,
                         entry->width - margin + SLACK);
      g_assert_cmpfloat (item->y, >=, margin - SLACK);
      g_assert_cmpfloat (item->y + item->height, <=,
                         entry->height - margin + SLACK);
      for (guint j = 0; j < i; j++)
        if (has_extents (&items[j]) && overlap (item, &items[j]))
          g_error ("Page %u: “%s” lies on “%s”", page + 1,
                   item->text != NULL ? pango_layout_get_text (item->text)
                                      : "a chart",
                   items[j].text != NULL ? pango_layout_get_text (items[j].text)
                                         : "a chart");
    }

  g_assert_cmpuint (open->len, ==, 0);
  /* more than head and foot: no page is empty */
  g_assert_cmpuint (n_texts, >, 4);
}

static gboolean
has_text (const AtlasSheet *sheet, const char *text)
{
  guint n_items;
  const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == ATLAS_ITEM_TEXT
        && strcmp (pango_layout_get_text (items[i].text), text) == 0)
      return TRUE;

  return FALSE;
}

/* A heading is followed by something on its page. */
static void
check_headings (const AtlasSheet *sheet)
{
  guint n_items;
  const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);
  gboolean alone = FALSE;

  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == ATLAS_ITEM_OPEN)
      alone = *items[i].tag == 'H';

  g_assert_false (alone);
}

/* A table has a head on every page that it stands on. */
static void
check_tables (const AtlasSheet *sheet, AtlasReportSection section)
{
  guint n_items;
  const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);
  guint n_tables = 0;
  guint n_heads = 0;

  for (guint i = 0; i + 2 < n_items; i++)
    if (items[i].kind == ATLAS_ITEM_OPEN && strcmp (items[i].tag, "Table") == 0)
      {
        n_tables++;
        if (items[i + 1].kind == ATLAS_ITEM_OPEN
            && strcmp (items[i + 1].tag, "TR") == 0
            && strcmp (items[i + 2].tag, "TH") == 0)
          n_heads++;
      }

  /* where room is short, technology fields are two lists below headings */
  if (section == ATLAS_SECTION_CLUSTERS)
    g_assert_cmpuint (n_tables - n_heads, <=, 2);
  else if (section != ATLAS_SECTION_CONTENTS)
    g_assert_cmpuint (n_tables, ==, n_heads);
}

static void
check_report (const AtlasReport *report)
{
  guint n_pages = atlas_report_get_n_pages (report);
  guint figure = 1;
  guint table = 1;

  for (guint i = 0; i < n_pages; i++)
    {
      const AtlasPageEntry *entry =
          &g_array_index (report->pages, AtlasPageEntry, i);
      g_autoptr (AtlasTypesetter) typesetter =
          atlas_typesetter_new (NULL, FALSE);
      g_autoptr (AtlasSheet) sheet =
          atlas_report_make_sheet (report, typesetter, i);
      g_autofree char *number = g_strdup_printf ("%u of %u", i + 1, n_pages);

      check_items (report, i, sheet);
      check_headings (sheet);
      check_tables (sheet, entry->page.section);
      g_assert_true (has_text (sheet, number));
      g_assert_true (has_text (sheet, report->source_line));
      g_assert_true (entry->page.section == ATLAS_SECTION_COVER
                     || has_text (sheet, report->title));
      /* numbers only rise */
      g_assert_true (entry->numbering.figure >= figure
                     || entry->page.section == ATLAS_SECTION_COVER);
      figure = MAX (figure, entry->numbering.figure);
      table = MAX (table, entry->numbering.table);
    }
}

static AtlasReport *
make_report (GPtrArray *profiles, const char *paper, const char *landscape)
{
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();

  g_assert_true (
      atlas_report_settings_set_value (settings, "paper", paper, NULL));
  g_assert_true (
      atlas_report_settings_set_value (settings, "landscape", landscape, NULL));
  return report_samples_report (profiles, settings);
}

static const char everywhere[] =
    "contents,summary,clusters,comparison,rankings,network,appendix,sources";

static void
test_pages (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  static const char *const papers[] = { "a4", "letter" };
  g_autoptr (GPtrArray) profiles = report_samples_new (n, 0);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (AtlasReport) report = make_report (profiles, papers[i], "");

      check_report (report);
      /* upright, a cluster has exactly one page */
      g_assert_cmpuint (report->section_counts[ATLAS_SECTION_CLUSTERS], ==, n);
      g_assert_cmpuint (report->section_counts[ATLAS_SECTION_SUMMARY], ==, 1);
      /* the graph has a place of its own, however alike the places are */
      g_assert_cmpuint (report->section_counts[ATLAS_SECTION_NETWORK], >, 1);
      g_assert_cmpfloat (atlas_report_get_page (report, 0)->width, >,
                         i == 0 ? 595.0 : 611.9);
    }
}

static void
test_landscape (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (5, 0);
  g_autoptr (AtlasReport) report = make_report (profiles, "a4", everywhere);

  check_report (report);
  g_assert_cmpfloat (atlas_report_get_page (report, 0)->width, <, 600.0);
  g_assert_cmpfloat (atlas_report_get_page (report, 1)->width, >, 800.0);
}

static void
test_long_names (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (5, 300);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (AtlasReport) report = make_report (
          profiles, i % 2 == 0 ? "a4" : "letter", i < 2 ? "" : everywhere);

      check_report (report);
    }
}

/* Whatever a cluster's page has to tell, technology fields, an earlier edition
 * and a note, it is one page, upright and lying. */
static void
test_everything (void)
{
  static const char *const papers[] = { "a4", "letter" };
  static const char *const note =
      "Visited in spring; the second applicant has merged with the first "
      "since. Ask the patent office for the figures of the last year.";
  g_autoptr (GPtrArray) profiles = report_samples_full (8, 2024);
  g_autoptr (GPtrArray) before = report_samples_full (8, 2023);
  const char *notes[8];
  AtlasReportContent content = {
    .profiles = (const AtlasProfile *const *) profiles->pdata,
    .n_profiles = profiles->len,
    .others = (const AtlasProfile *const *) before->pdata,
    .n_others = before->len,
    .notes = notes,
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    notes[i] = i % 2 == 0 ? note : NULL;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
      g_autoptr (AtlasReport) report = NULL;
      g_autoptr (GError) error = NULL;

      atlas_report_settings_set_value (settings, "paper", papers[i / 2], NULL);
      atlas_report_settings_set_value (settings, "sections", "clusters", NULL);
      atlas_report_settings_set_value (settings, "landscape",
                                       i % 2 == 0 ? "" : "clusters", NULL);
      if (i % 2 == 1)
        content.notes = NULL;
      report = atlas_report_new (&content, settings, NULL, &error);
      g_assert_no_error (error);
      check_report (report);
      g_assert_cmpuint (atlas_report_get_n_pages (report), ==, profiles->len);
      content.notes = notes;
    }
}

/* Where there is room to spare, a page of a cluster ends at its foot. */
static void
test_filled (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (5, 0);
  g_autoptr (AtlasReport) report = make_report (profiles, "a4", "");

  for (guint i = 0; i < atlas_report_get_n_pages (report); i++)
    {
      const AtlasReportPage *page = atlas_report_get_page (report, i);
      g_autoptr (AtlasTypesetter) typesetter =
          atlas_typesetter_new (NULL, FALSE);
      g_autoptr (AtlasSheet) sheet =
          atlas_report_make_sheet (report, typesetter, i);
      guint n_items;
      const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);
      AtlasFrame frame;
      double lowest = 0.0;

      if (page->section != ATLAS_SECTION_CLUSTERS)
        continue;
      atlas_report_get_frame (report, page, &frame);
      for (guint j = 0; j < n_items; j++)
        if (has_extents (&items[j])
            && items[j].y + items[j].height <= frame.y + frame.height + SLACK)
          lowest = MAX (lowest, items[j].y + items[j].height);
      g_assert_cmpfloat (lowest, >, frame.y + frame.height * 0.93);
    }
}

/* Up to five stand side by side on one page, behind that of the tables. */
static void
test_comparison (void)
{
  /* six are too many for one figure on A4 with most fonts: patents and
   * articles follow each other */
  static const guint numbers[][2] = { { 2, 2 }, { 5, 2 }, { 6, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) profiles = report_samples_new (numbers[i][0], 0);
      g_autoptr (AtlasReport) report = make_report (profiles, "a4", "");

      g_assert_cmpuint (report->section_counts[ATLAS_SECTION_COMPARISON], >=,
                        2);
      g_assert_cmpuint (report->section_counts[ATLAS_SECTION_COMPARISON], <=,
                        numbers[i][1]);
    }
}

/* Closer rows rather than a page for a few of them. */
static void
test_no_short_pages (void)
{
  static const char *const papers[] = { "a4", "letter" };
  g_autoptr (GPtrArray) profiles = report_samples_read ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (AtlasReport) report = make_report (profiles, papers[i], "");

      check_report (report);
      g_assert_cmpuint (report->section_counts[ATLAS_SECTION_APPENDIX], ==, 2);
      g_assert_cmpuint (report->section_counts[ATLAS_SECTION_SOURCES], ==, 1);
    }
}

/* On a low page a table begins below what is there rather than on the next. */
static void
test_low_pages (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_read ();
  g_autoptr (AtlasReport) report = make_report (profiles, "letter", everywhere);
  g_autoptr (AtlasTypesetter) typesetter = atlas_typesetter_new (NULL, FALSE);
  g_autoptr (AtlasSheet) sheet = NULL;
  guint first = 0;

  check_report (report);
  while (atlas_report_get_page (report, first)->section
         != ATLAS_SECTION_SOURCES)
    first++;
  sheet = atlas_report_make_sheet (report, typesetter, first);
  g_assert_true (has_text (sheet, "How estimates are made"));
}

static guint
count_hollow (const AtlasSheet *sheet)
{
  guint n_items;
  const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    n += items[i].kind == ATLAS_ITEM_DOT && items[i].hollow;

  return n;
}

/* One of eight clusters: what is open beyond the report is known in it, but
 * not shown. It names five, and five name it. */
static void
test_surroundings (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (8, 0);

  for (guint n_others = 0; n_others <= profiles->len; n_others += 8)
    {
      g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
      g_autoptr (AtlasTypesetter) typesetter =
          atlas_typesetter_new (NULL, FALSE);
      g_autoptr (AtlasReport) report = NULL;
      g_autoptr (AtlasSheet) sheet = NULL;
      g_autoptr (GError) error = NULL;
      AtlasReportContent content = {
        .profiles = (const AtlasProfile *const *) profiles->pdata,
        .n_profiles = 1,
        .others = (const AtlasProfile *const *) profiles->pdata,
        .n_others = n_others,
      };

      atlas_report_settings_set_value (settings, "sections", "clusters", NULL);
      report = atlas_report_new (&content, settings, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (atlas_report_get_n_pages (report), ==, 1);
      sheet = atlas_report_make_sheet (report, typesetter, 0);
      g_assert_true (has_text (sheet, "not known") == (n_others == 0));
      g_assert_true (has_text (sheet, "names it too") == (n_others > 0));
      g_assert_true (has_text (sheet, "Named by") == (n_others > 0));
      /* none of them has a page here */
      g_assert_cmpuint (count_hollow (sheet), ==, n_others == 0 ? 5 : 10);
    }
}

/* A profile that gives nothing but its name. */
static void
test_missing (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (1, 0);
  g_autoptr (AtlasReport) report = NULL;

  g_ptr_array_add (profiles, report_samples_empty ());
  report = make_report (profiles, "a4", "");
  check_report (report);
}

/* A note longer than a page goes on on the next one, whole. */
static void
test_long_note (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (1, 0);
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const char *notes[1];
  AtlasReportContent content = {
    .profiles = (const AtlasProfile *const *) profiles->pdata,
    .n_profiles = profiles->len,
    .notes = notes,
  };

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (note, "word%u ", i);
  notes[0] = note->str;
  atlas_report_settings_set_value (settings, "sections", "clusters", NULL);
  report = atlas_report_new (&content, settings, NULL, &error);
  g_assert_no_error (error);
  check_report (report);
  g_assert_cmpuint (atlas_report_get_n_pages (report), >, 2);

  for (guint i = 0; i < atlas_report_get_n_pages (report); i++)
    {
      g_autoptr (AtlasTypesetter) typesetter =
          atlas_typesetter_new (NULL, FALSE);
      g_autoptr (AtlasSheet) sheet =
          atlas_report_make_sheet (report, typesetter, i);
      guint n_items;
      const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);

      for (guint j = 0; j < n_items; j++)
        if (items[j].text != NULL
            && g_str_has_prefix (pango_layout_get_text (items[j].text), "word"))
          g_string_append (shown, pango_layout_get_text (items[j].text));
    }
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);

      g_assert_nonnull (strstr (shown->str, word));
    }
}

static void
test_nothing (void)
{
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
  g_autoptr (GError) error = NULL;
  AtlasReportContent content = { 0 };

  g_assert_null (atlas_report_new (&content, settings, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_text_size (void)
{
  for (guint i = 0; i < ATLAS_N_STYLES; i++)
    g_assert_cmpfloat (atlas_style_get_size (i), >=, 7.0);
}

static guint
get_rank (GPtrArray *profiles, guint i)
{
  const AtlasProfile *profile = g_ptr_array_index (profiles, i);

  return (guint) profile->rank.value;
}

/* By edition, then by world rank; what has neither comes last. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_full (3, 2024);
  g_autoptr (GPtrArray) older = report_samples_full (2, 2023);
  static const guint swaps[][2] = { { 0, 4 }, { 1, 5 }, { 2, 3 } };

  for (guint i = 0; i < older->len; i++)
    g_ptr_array_add (profiles,
                     atlas_profile_ref (g_ptr_array_index (older, i)));
  g_ptr_array_add (profiles, report_samples_empty ());
  g_assert_cmpuint (profiles->len, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (swaps); i++)
    {
      gpointer *a = &profiles->pdata[swaps[i][0]];
      gpointer *b = &profiles->pdata[swaps[i][1]];
      gpointer kept = *a;

      *a = *b;
      *b = kept;
    }

  atlas_report_sort_profiles (profiles);
  for (guint i = 0; i < 5; i++)
    {
      const AtlasProfile *profile = g_ptr_array_index (profiles, i);

      g_assert_cmpfloat (profile->edition.value, ==, i < 2 ? 2023.0 : 2024.0);
      g_assert_cmpuint (get_rank (profiles, i), ==, i < 2 ? i + 1 : i - 1);
    }
  g_assert_cmpstr (
      ((const AtlasProfile *) g_ptr_array_index (profiles, 5))->cluster, ==,
      "Nowhere");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/report/pages/5", GUINT_TO_POINTER (5), test_pages);
  g_test_add_data_func ("/report/pages/100", GUINT_TO_POINTER (100),
                        test_pages);
  g_test_add_data_func ("/report/pages/1000", GUINT_TO_POINTER (1000),
                        test_pages);
  g_test_add_func ("/report/landscape", test_landscape);
  g_test_add_func ("/report/long-names", test_long_names);
  g_test_add_func ("/report/everything", test_everything);
  g_test_add_func ("/report/filled", test_filled);
  g_test_add_func ("/report/comparison", test_comparison);
  g_test_add_func ("/report/no-short-pages", test_no_short_pages);
  g_test_add_func ("/report/low-pages", test_low_pages);
  g_test_add_func ("/report/surroundings", test_surroundings);
  g_test_add_func ("/report/missing", test_missing);
  g_test_add_func ("/report/long-note", test_long_note);
  g_test_add_func ("/report/nothing", test_nothing);
  g_test_add_func ("/report/text-size", test_text_size);
  g_test_add_func ("/report/order", test_order);

  return g_test_run ();
}

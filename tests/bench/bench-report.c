/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "atlas-report-private.h"
#include "report-samples.h"

/* bench-report [PAGES [DUMP]]: cluster pages per second of processor time, as a
 * report, and as bare cairo + Pango that sets the same texts, each laid out
 * anew, at the same places. Then what the report took of memory. What stands on
 * the pages goes to the file DUMP, for draw-pages.py and draw-pages.R. */

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec * 1e-9;
}

typedef struct
{
  char *text;
  PangoFontDescription *font;
  double x;
  double y;
  int width;
} Word;

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  pango_font_description_free (word->font);
}

static void
add_word (GArray *words,
          const char *text,
          const PangoFontDescription *font,
          double x,
          double y,
          int width)
{
  Word word = { g_strdup (text), pango_font_description_copy (font), x, y,
                width };

  g_array_append_val (words, word);
}

/* The texts of a chart: those of its table, one below the other. */
static void
add_chart (GArray *words, const AtlasItem *item)
{
  g_autoptr (AtlasChartTable) table =
      atlas_chart_dup_table (atlas_chart_layout_get_chart (item->chart));
  g_autoptr (PangoFontDescription) font =
      pango_font_description_from_string ("Sans");
  guint n = 0;

  pango_font_description_set_absolute_size (font, 8.5 * PANGO_SCALE);
  for (guint row = 0; row < atlas_chart_table_get_n_rows (table); row++)
    for (guint column = 0; column < atlas_chart_table_get_n_columns (table);
         column++)
      {
        const AtlasCell *cell = atlas_chart_table_get_cell (table, row, column);

        if (cell->text != NULL)
          add_word (words, cell->text, font, item->x, item->y + 9.0 * n++, -1);
      }
}

static GArray *
collect_words (AtlasReport *report, guint page)
{
  g_autoptr (AtlasTypesetter) typesetter = atlas_typesetter_new (NULL, FALSE);
  g_autoptr (AtlasSheet) sheet =
      atlas_report_make_sheet (report, typesetter, page);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint n_items;
  const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);

  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; i < n_items; i++)
    if (items[i].kind == ATLAS_ITEM_TEXT)
      add_word (words, pango_layout_get_text (items[i].text),
                pango_layout_get_font_description (items[i].text), items[i].x,
                items[i].y, pango_layout_get_width (items[i].text));
    else if (items[i].kind == ATLAS_ITEM_CHART)
      add_chart (words, &items[i]);

  return words;
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* The bare pages, drawn in the simplest way that gives a PDF with text. */
static double
run_bare (AtlasReport *report, guint n_pages)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  gsize n_bytes = 0;
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, 595.0, 842.0);
  cairo_t *cr = cairo_create (surface);
  double spent = 0.0;

  pango_cairo_context_set_resolution (context, 72.0);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GArray) words = collect_words (report, i);
      double start = get_seconds ();

      for (guint j = 0; j < words->len; j++)
        {
          const Word *word = &g_array_index (words, Word, j);
          g_autoptr (PangoLayout) layout = pango_layout_new (context);

          pango_layout_set_font_description (layout, word->font);
          pango_layout_set_width (layout, word->width);
          pango_layout_set_text (layout, word->text, -1);
          cairo_move_to (cr, word->x, word->y);
          pango_cairo_show_layout (cr, layout);
        }
      cairo_show_page (cr);
      spent += get_seconds () - start;
    }

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (context);

  return spent;
}

/* A line of the dump; blanks that would part its cells are left out. */
static void
dump_word (FILE *file, const Word *word)
{
  g_autofree char *text = g_strdelimit (g_strdup (word->text), "\t\n", ' ');

  fprintf (file, "text\t%.2f\t%.2f\t%.2f\t%d\t%s\n", word->x, word->y,
           pango_font_description_get_size (word->font) / (double) PANGO_SCALE,
           pango_font_description_get_weight (word->font) > PANGO_WEIGHT_NORMAL,
           text);
}

static void
dump_shapes (FILE *file, const AtlasItem *item)
{
  if (item->kind == ATLAS_ITEM_BOX || item->kind == ATLAS_ITEM_LINE)
    fprintf (file, "%s\t%.2f\t%.2f\t%.2f\t%.2f\n",
             item->kind == ATLAS_ITEM_BOX ? "box" : "line", item->x, item->y,
             item->width, item->height);
  if (item->kind != ATLAS_ITEM_CHART)
    return;

  for (guint i = 0; i < atlas_chart_layout_get_n_marks (item->chart); i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (item->chart, i);

      fprintf (file, "box\t%.2f\t%.2f\t%.2f\t%.2f\n", item->x + mark->shape.x,
               item->y + mark->shape.y, mark->shape.width, mark->shape.height);
    }
}

static void
dump (AtlasReport *report, guint n_pages, const char *path)
{
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GArray) words = collect_words (report, i);
      g_autoptr (AtlasTypesetter) typesetter =
          atlas_typesetter_new (NULL, FALSE);
      g_autoptr (AtlasSheet) sheet =
          atlas_report_make_sheet (report, typesetter, i);
      guint n_items;
      const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);

      fprintf (file, "page\n");
      for (guint j = 0; j < words->len; j++)
        dump_word (file, &g_array_index (words, Word, j));
      for (guint j = 0; j < n_items; j++)
        dump_shapes (file, &items[j]);
    }
  fclose (file);
}

static GOutputStream *
make_nowhere (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");

  return G_OUTPUT_STREAM (
      g_file_append_to (file, G_FILE_CREATE_NONE, NULL, NULL));
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000;
  g_autoptr (GPtrArray) profiles = report_samples_new (n, 0);
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_new ();
  g_autoptr (GOutputStream) nowhere = make_nowhere ();
  g_autoptr (AtlasReport) report = NULL;
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  double start;
  double made;
  double written;
  double bare;

  atlas_report_settings_set_value (settings, "sections", "clusters", NULL);
  start = get_seconds ();
  report = report_samples_report (profiles, settings);
  made = get_seconds () - start;
  start = get_seconds ();
  if (!atlas_report_write_pdf (report, nowhere, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  written = get_seconds () - start;
  getrusage (RUSAGE_SELF, &usage);
  n = atlas_report_get_n_pages (report);
  bare = run_bare (report, n);
  if (argc > 2)
    dump (report, n, argv[2]);

  g_print ("pages              %u\n", n);
  g_print ("snapshot and count %.0f ms\n", made * 1e3);
  g_print ("PDF                %.0f pages/s\n", n / written);
  g_print ("all together       %.0f pages/s\n", n / (made + written));
  g_print ("bare               %.0f pages/s\n", n / bare);
  g_print ("ratio, PDF         %.2f\n", bare / written);
  g_print ("ratio, together    %.2f\n", bare / (made + written));
  g_print ("peak memory        %ld MB\n", usage.ru_maxrss / 1024);

  return EXIT_SUCCESS;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cairo-stream.h"
#include "atlas-drawable.h"
#include "atlas-pdf-tail.h"
#include "atlas-report-private.h"
#include "atlas-report-words.h"

#include <cairo-pdf.h>
#include "atlas-gettext.h"
#include "atlas-language.h"

/* Pages go to the stream as they are drawn; only the end of the file, with the
 * structure of the document, is held until it is complete. */

/**
 * AtlasPdfJob:
 * @surface: the PDF
 * @cr: what draws on it
 * @typesetter: what makes the texts of all pages
 * @out: where its bytes go
 * @alts: (element-type utf8): alternative texts of the figures, in order
 * @clusters: id of the outline entry below which clusters stand
 */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  AtlasCairoStream *out;
  AtlasTypesetter *typesetter;
  GPtrArray *alts;
  int clusters;
} AtlasPdfJob;

static void
set_text (cairo_surface_t *surface,
          cairo_pdf_metadata_t field,
          const char *text)
{
  g_autofree char *held = NULL;

  cairo_pdf_surface_set_metadata (surface, field,
                                  atlas_drawable_text (text, &held));
}

static void
set_metadata (const AtlasReport *self, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (self->time);
  g_autofree char *created =
      date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  g_autofree char *subject = g_strdup_printf (
      _ ("Global Innovation Index %s: science and technology clusters"),
      self->editions);

  set_text (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  if (self->settings->author != NULL)
    set_text (surface, CAIRO_PDF_METADATA_AUTHOR, self->settings->author);
  set_text (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Cluster Atlas " ATLAS_VERSION);
  if (created != NULL)
    {
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                      created);
      cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE,
                                      created);
    }
}

static int
add_outline (AtlasPdfJob *job, int parent, const char *name, guint page)
{
  g_autofree char *target = g_strdup_printf ("page=%u", page + 1);
  g_autofree char *held = NULL;

  return cairo_pdf_surface_add_outline (
      job->surface, parent, atlas_drawable_text (name, &held), target,
      parent == CAIRO_PDF_OUTLINE_ROOT ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
}

/* Sections, and below theirs the clusters, in the list beside the pages. */
static void
add_page_outline (const AtlasReport *self, AtlasPdfJob *job, guint page)
{
  const AtlasReportPage *entry = atlas_report_get_page (self, page);

  if (page == self->section_pages[entry->section])
    job->clusters =
        add_outline (job, CAIRO_PDF_OUTLINE_ROOT,
                     atlas_report_section_get_title (entry->section), page);
  if (entry->profile >= 0
      && self->subjects[entry->profile].first_page == (int) page)
    add_outline (job, job->clusters,
                 atlas_subject_get_cluster (&self->subjects[entry->profile]),
                 page);
}

/* Names a page that the contents lead to. */
static void
add_page_name (const AtlasReport *self, AtlasPdfJob *job, guint page)
{
  const AtlasReportPage *entry = atlas_report_get_page (self, page);
  g_autofree char *attributes = NULL;

  if (page != self->section_pages[entry->section]
      && (entry->profile < 0
          || self->subjects[entry->profile].first_page != (int) page))
    return;

  attributes =
      g_strdup_printf ("name='" ATLAS_SHEET_PAGE_NAME "' x=0 y=0", page + 1);
  cairo_tag_begin (job->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (job->cr, CAIRO_TAG_DEST);
}

static void
collect_alts (const AtlasSheet *sheet, GPtrArray *alts)
{
  guint n_items;
  const AtlasItem *items = atlas_sheet_get_items (sheet, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].alt != NULL)
      g_ptr_array_add (alts, g_strdup (items[i].alt));
}

/* The paper. cairo keeps a list of the areas that it can write as they are:
 * once one area holds all that follows, it does not grow with each thing on the
 * page. To the very edge it would wipe out the tag that is open. */
static void
draw_ground (const AtlasReportPage *page, cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_rectangle (cr, 0.5, 0.5, page->width - 1.0, page->height - 1.0);
  cairo_fill (cr);
}

static gboolean
write_page (const AtlasReport *self,
            AtlasPdfJob *job,
            guint page,
            GError **error)
{
  const AtlasReportPage *entry = atlas_report_get_page (self, page);
  g_autoptr (AtlasSheet) sheet =
      atlas_report_make_sheet (self, job->typesetter, page);
  g_autofree char *label = g_strdup_printf ("%u", page + 1);

  /* The first page has its size already; setting it again would forget that
   * the document has been opened on it. */
  if (page > 0)
    cairo_pdf_surface_set_size (job->surface, entry->width, entry->height);
  cairo_pdf_surface_set_page_label (job->surface, label);
  add_page_outline (self, job, page);
  collect_alts (sheet, job->alts);
  draw_ground (entry, job->cr);
  add_page_name (self, job, page);
  if (!atlas_sheet_draw (sheet, job->cr, TRUE, error))
    return FALSE;
  cairo_show_page (job->cr);

  return TRUE;
}

static gboolean
write_pages (const AtlasReport *self,
             AtlasPdfJob *job,
             AtlasReportProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  gboolean going = TRUE;

  cairo_tag_begin (job->cr, "Document", NULL);
  for (guint i = 0; going && i < self->pages->len; i++)
    {
      /* The error of the stream is told by whoever finishes it. */
      going = !g_cancellable_set_error_if_cancelled (cancellable, error)
              && write_page (self, job, i, error)
              && !atlas_cairo_stream_has_failed (job->out);
      if (going && progress != NULL)
        progress (i + 1, self->pages->len, user_data);
    }
  /* What is left open makes cairo stumble. */
  cairo_tag_end (job->cr, "Document");

  return going;
}

/**
 * atlas_report_write_pdf:
 * @self: a report
 * @stream: where the file goes; it is not closed
 * @progress: (nullable): told after each page
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes the report as a tagged PDF with contents, outline, page labels and
 * metadata. The same report gives the same bytes.
 *
 * Returns: whether the file is complete; if not, what has been written of it
 *   is of no use
 */
gboolean
atlas_report_write_pdf (const AtlasReport *self,
                        GOutputStream *stream,
                        AtlasReportProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  const AtlasReportPage *first = atlas_report_get_page (self, 0);
  g_autoptr (AtlasCairoStream) out =
      atlas_cairo_stream_new (stream, cancellable);
  g_autoptr (GPtrArray) alts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AtlasTypesetter) typesetter = atlas_report_make_typesetter (self);
  g_autoptr (GError) drawing_error = NULL;
  AtlasFormatScope scope = atlas_format_begin (&self->format);
  AtlasPdfJob job = {
    NULL, NULL, out, typesetter, alts, CAIRO_PDF_OUTLINE_ROOT
  };
  const AtlasPdfLanguage language = {
    self->settings->language != NULL && self->format.localised
        ? self->settings->language
        : ATLAS_LANGUAGE_ENGLISH,
    self->format.right_to_left,
  };
  cairo_status_t status;
  gboolean drawn;

  job.surface = cairo_pdf_surface_create_for_stream (
      atlas_cairo_stream_write, out, first->width, first->height);
  /* Newer versions of cairo pack the structure where it cannot be reached. */
  cairo_pdf_surface_restrict_to_version (job.surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, job.surface);
  job.cr = cairo_create (job.surface);
  drawn = write_pages (self, &job, progress, user_data, cancellable,
                       &drawing_error);
  cairo_destroy (job.cr);

  atlas_cairo_stream_hold (out);
  cairo_surface_finish (job.surface);
  status = cairo_surface_status (job.surface);
  cairo_surface_destroy (job.surface);
  atlas_format_end (scope);

  if (drawing_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&drawing_error));
      return FALSE;
    }
  if (drawn && status == CAIRO_STATUS_SUCCESS)
    atlas_pdf_tail_describe (atlas_cairo_stream_get_held (out),
                             atlas_cairo_stream_get_written (out), alts,
                             &language);

  return atlas_cairo_stream_finish (out, status, error);
}

/**
 * atlas_report_dup_pdf:
 * @self: a report
 * @progress: (nullable): told after each page
 * @user_data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * The same as atlas_report_write_pdf(), in memory: so that a file is only
 * touched when all of it is there.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
atlas_report_dup_pdf (const AtlasReport *self,
                      AtlasReportProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!atlas_report_write_pdf (self, stream, progress, user_data, cancellable,
                               error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (
      G_MEMORY_OUTPUT_STREAM (stream));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-private.h"

#include "atlas-gettext.h"
#include "atlas-language.h"

/*
 * How a report is made
 *
 *   content + settings ─ collect ─► AtlasReport ─ paginate ─► page entries
 *                                                                 │ page n
 *   blocks of its section ◄─ build ───────────────────────────────┘
 *        │ flow
 *   AtlasSheet: every text, line and chart at its place
 *        │ draw
 *   cairo: preview, print, PDF
 *
 * A page entry is only where its page begins; the sheet is made when it is
 * drawn, and thrown away. So memory does not grow with the pages.
 */

#define SECONDS_PER_DAY 86400

/**
 * atlas_report_get_default_time:
 *
 * The date for a report made now: SOURCE_DATE_EPOCH where it is set, so that
 * the same input gives the same bytes; else the beginning of today (UTC).
 *
 * Returns: seconds since 1970
 */
gint64
atlas_report_get_default_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint64 seconds;

  if (epoch != NULL
      && g_ascii_string_to_unsigned (
          epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    return (gint64) seconds;

  return now - now % SECONDS_PER_DAY;
}

/**
 * atlas_report_new:
 * @content: what goes in
 * @settings: how it looks
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Takes a snapshot and cuts it into pages. May take long for many profiles;
 * may be called on any thread.
 *
 * Returns: (transfer full) (nullable): a report; %NULL with
 *   %G_IO_ERROR_CANCELLED when stopped, %G_IO_ERROR_NOT_FOUND when there is
 *   nothing to report on
 */
AtlasReport *
atlas_report_new (const AtlasReportContent *content,
                  const AtlasReportSettings *settings,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (AtlasReport) self = NULL;
  AtlasFormatScope scope;
  gboolean done;

  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  if (content->n_profiles == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("There is no cluster to report on"));
      return NULL;
    }

  self = g_new0 (AtlasReport, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->settings = atlas_report_settings_copy (settings);
  if (self->settings->paper == ATLAS_PAPER_AUTO)
    self->settings->paper = atlas_paper_get_default ();
  atlas_format_init_for_language (&self->format, settings->language != NULL
                                                     ? settings->language
                                                     : ATLAS_LANGUAGE_ENGLISH);

  scope = atlas_format_begin (&self->format);
  atlas_report_collect (self, content);
  done = atlas_report_prepare_network (self, cancellable)
         && atlas_report_paginate (self, cancellable, error);
  atlas_format_end (scope);

  if (done)
    return g_steal_pointer (&self);
  if (error != NULL && *error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

/**
 * atlas_report_ref:
 * @self: a report
 *
 * Returns: (transfer full): the same, with one reference more
 */
AtlasReport *
atlas_report_ref (AtlasReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_report_unref:
 * @self: (transfer full): a report
 */
void
atlas_report_unref (AtlasReport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->settings, atlas_report_settings_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->source_line, g_free);
  g_clear_pointer (&self->editions, g_free);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  for (guint i = 0; self->notes != NULL && i < self->n_subjects; i++)
    g_free (self->notes[i]);
  g_clear_pointer (&self->notes, g_free);
  g_clear_pointer (&self->subjects, g_free);
  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->surroundings, atlas_network_unref);
  g_clear_pointer (&self->places, g_free);
  g_clear_pointer (&self->by_rank, g_free);
  for (guint i = 0; i < ATLAS_N_KINDS; i++)
    {
      g_clear_pointer (&self->by_concentration[i], g_free);
      g_clear_pointer (&self->entry_rows[i], g_array_unref);
    }
  g_clear_pointer (&self->partner_rows, g_array_unref);
  g_clear_pointer (&self->field_rows, g_array_unref);
  g_clear_pointer (&self->pages, g_array_unref);
  g_free (self);
}

/**
 * atlas_report_get_title:
 * @self: a report
 *
 * Returns: (transfer none): its title, the usual one if the user gave none
 */
const char *
atlas_report_get_title (const AtlasReport *self)
{
  return self->title;
}

/**
 * atlas_report_get_n_pages:
 * @self: a report
 *
 * Returns: how many pages it has, at least one
 */
guint
atlas_report_get_n_pages (const AtlasReport *self)
{
  return self->pages->len;
}

/**
 * atlas_report_get_page:
 * @self: a report
 * @page: which page, counted from 0
 *
 * Returns: (transfer none): what the page is, and its size
 */
const AtlasReportPage *
atlas_report_get_page (const AtlasReport *self, guint page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);

  return &g_array_index (self->pages, AtlasPageEntry, page).page;
}

/**
 * atlas_report_dup_page_label:
 * @self: a report
 * @page: which page, counted from 0
 *
 * Returns: (transfer full): what the page is, in words of the interface
 */
char *
atlas_report_dup_page_label (const AtlasReport *self, guint page)
{
  const AtlasReportPage *entry = atlas_report_get_page (self, page);
  const char *about = atlas_report_section_get_title (entry->section);

  if (entry->profile >= 0)
    {
      const AtlasProfile *profile = self->subjects[entry->profile].profile;

      about = profile->cluster != NULL ? profile->cluster : about;
    }

  /* Translators: a page number, and what the page is about. */
  return g_strdup_printf (_ ("Page %u: %s"), page + 1, about);
}

/**
 * atlas_report_find_profile:
 * @self: a report
 * @profile: index of a profile in its content
 *
 * Returns: the first page about it, counted from 0, or -1
 */
int
atlas_report_find_profile (const AtlasReport *self, gsize profile)
{
  g_return_val_if_fail (profile < self->n_subjects, -1);

  return self->subjects[profile].first_page;
}

/**
 * atlas_report_make_typesetter:
 * @self: a report
 *
 * Returns: (transfer full): what sets texts of its language
 */
AtlasTypesetter *
atlas_report_make_typesetter (const AtlasReport *self)
{
  return atlas_typesetter_new (self->settings->language,
                               self->format.right_to_left);
}

/**
 * atlas_report_draw_page:
 * @self: a report
 * @page: which page, counted from 0
 * @cr: where to draw, in points
 * @error: return location for an error
 *
 * Returns: whether cairo reported no fault
 */
gboolean
atlas_report_draw_page (const AtlasReport *self,
                        guint page,
                        cairo_t *cr,
                        GError **error)
{
  g_autoptr (AtlasTypesetter) typesetter = NULL;
  g_autoptr (AtlasSheet) sheet = NULL;

  g_return_val_if_fail (page < self->pages->len, FALSE);

  typesetter = atlas_report_make_typesetter (self);
  sheet = atlas_report_make_sheet (self, typesetter, page);
  return atlas_sheet_draw (sheet, cr, FALSE, error);
}

/**
 * atlas_report_is_landscape:
 * @self: a report
 * @section: a section
 *
 * Returns: whether its pages lie on the long side
 */
gboolean
atlas_report_is_landscape (const AtlasReport *self, AtlasReportSection section)
{
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    if (self->settings->parts[i].section == section)
      return self->settings->parts[i].landscape;

  return FALSE;
}

/**
 * atlas_report_fit_chart:
 * @self: a report
 * @chart: a chart nobody has laid out yet
 *
 * Makes the chart leave to the page what the page says: title, notes, source.
 */
void
atlas_report_fit_chart (const AtlasReport *self, AtlasChart *chart)
{
  AtlasChartOptions options = *atlas_chart_get_options (chart);

  options.bare = TRUE;
  atlas_chart_set_options (chart, &options);
  atlas_chart_set_format (chart, &self->format);
}

/**
 * atlas_report_chart:
 * @self: a report
 * @kind: what the chart shows
 * @subjects: (array length=n_subjects): of which profiles
 * @n_subjects: how many
 *
 * Returns: (transfer full): a chart
 */
AtlasChart *
atlas_report_chart (const AtlasReport *self,
                    AtlasChartKind kind,
                    const guint *subjects,
                    guint n_subjects)
{
  g_autofree const AtlasProfile **profiles =
      g_new (const AtlasProfile *, n_subjects);
  AtlasChart *chart;

  for (guint i = 0; i < n_subjects; i++)
    profiles[i] = self->subjects[subjects[i]].profile;

  chart = atlas_chart_new (kind, profiles, n_subjects, self->aliases,
                           self->network);
  atlas_report_fit_chart (self, chart);

  return chart;
}

/**
 * atlas_report_color_chart:
 * @self: a report
 * @chart: a chart of some subjects, that nobody has laid out yet
 * @subjects: (array length=n_subjects): of which
 * @n_subjects: how many
 *
 * One colour means one cluster on every page: those that are compared keep
 * the colours of the comparison.
 */
void
atlas_report_color_chart (const AtlasReport *self,
                          AtlasChart *chart,
                          const guint *subjects,
                          guint n_subjects)
{
  g_autofree AtlasInk *inks = NULL;

  if (self->n_compared < 2)
    return;

  inks = g_new0 (AtlasInk, n_subjects);
  for (guint i = 0; i < n_subjects; i++)
    for (guint j = 0; j < self->n_compared; j++)
      if (self->compared[j] == subjects[i])
        inks[i] = atlas_ink_series (j);
  atlas_chart_set_inks (chart, inks);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* The cover: a panel with the title and the network of the report as its
 * ornament, and below it what the report is about. */

#define PANEL 0.60
#define BAR 5.0
#define MOST_PLACES 70
#define FACT_GAP 16.0

/* Number of economies, of those that are given. */
static guint
count_economies (const AtlasReport *self)
{
  g_autoptr (GHashTable) economies = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_subjects; i++)
    if (self->subjects[i].profile->economy != NULL)
      g_hash_table_add (economies,
                        (gpointer) self->subjects[i].profile->economy);

  return g_hash_table_size (economies);
}

static void
place_ornament (const AtlasReport *self,
                AtlasSheet *sheet,
                const AtlasFrame *box)
{
  gsize n_places;
  gsize n_edges;
  const AtlasPlace *places =
      atlas_network_get_places (self->network, &n_places);
  const AtlasEdge *edges = atlas_network_get_edges (self->network, &n_edges);
  g_autofree gboolean *shown = g_new0 (gboolean, n_places + 1);

  for (guint i = 0; i < MIN (self->n_places, MOST_PLACES); i++)
    shown[self->places[i]] = TRUE;

  for (gsize i = 0; i < n_edges; i++)
    {
      const AtlasPlace *a = &places[edges[i].a];
      const AtlasPlace *b = &places[edges[i].b];

      if (shown[edges[i].a] && shown[edges[i].b])
        atlas_sheet_add_line (
            sheet, box->x + a->x * box->width, box->y + a->y * box->height,
            (b->x - a->x) * box->width, (b->y - a->y) * box->height, 0.6,
            ATLAS_PRESS_HAIRLINE);
    }

  for (gsize i = 0; i < n_places; i++)
    if (shown[i])
      atlas_sheet_add_dot (sheet, box->x + places[i].x * box->width,
                           box->y + places[i].y * box->height,
                           2.2 + 1.1 * sqrt ((double) places[i].named_by_any),
                           !places[i].loaded, ATLAS_PRESS_ACCENT);
}

static char *
dup_subtitle (const AtlasReport *self)
{
  if (*self->editions == '\0')
    return g_strdup (_ ("Global Innovation Index"));

  /* Translators: the years of the editions. */
  return g_strdup_printf (_ ("Global Innovation Index %s"), self->editions);
}

static char *
dup_clusters (const AtlasReport *self)
{
  guint economies = count_economies (self);
  g_autofree char *clusters =
      g_strdup_printf (ngettext ("%u profile", "%u profiles", self->n_subjects),
                       self->n_subjects);
  g_autofree char *places = g_strdup_printf (
      ngettext ("%u economy", "%u economies", economies), economies);

  return g_strdup_printf ("%s · %s", clusters, places);
}

static char *
dup_state (const AtlasReport *self)
{
  guint files = (guint) self->n_files;
  g_autofree char *read = g_strdup_printf (
      ngettext ("%u file read", "%u files read", files), files);
  g_autofree char *errors = g_strdup_printf (
      ngettext ("%u error", "%u errors", self->n_errors), self->n_errors);
  g_autofree char *warnings =
      g_strdup_printf (ngettext ("%u warning", "%u warnings", self->n_warnings),
                       self->n_warnings);

  return g_strdup_printf ("%s · %s · %s", read, errors, warnings);
}

static char *
dup_date (const AtlasReport *self)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (self->time);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

/* A fact in the column at @x. Says where the next may stand. */
static double
place_fact (AtlasSheet *sheet,
            double x,
            double y,
            double width,
            const char *label,
            const char *text)
{
  atlas_sheet_open (sheet, "P");
  y += atlas_sheet_add_text (sheet, x, y, ATLAS_STYLE_COVER_LABEL, label, width,
                             PANGO_ALIGN_LEFT)
       + 2.5;
  y += atlas_sheet_add_text (sheet, x, y, ATLAS_STYLE_COVER_TEXT, text, width,
                             PANGO_ALIGN_LEFT);
  atlas_sheet_close (sheet, "P");

  return y + FACT_GAP;
}

static void
place_facts (const AtlasReport *self,
             AtlasSheet *sheet,
             const AtlasFrame *frame,
             double y)
{
  double width = (frame->width - 24.0) / 2.0;
  double right = frame->x + width + 24.0;
  double left_y = y;
  double right_y = y;
  g_autofree char *clusters = dup_clusters (self);
  g_autofree char *state = dup_state (self);
  g_autofree char *date = dup_date (self);

  left_y =
      place_fact (sheet, frame->x, left_y, width, _ ("Clusters"), clusters);
  if (*self->editions != '\0')
    left_y = place_fact (sheet, frame->x, left_y, width, _ ("Editions"),
                         self->editions);
  place_fact (sheet, frame->x, left_y, width, _ ("State of the data"), state);

  right_y = place_fact (sheet, right, right_y, width, _ ("Date"), date);
  if (self->settings->author != NULL)
    place_fact (sheet, right, right_y, width, _ ("Author"),
                self->settings->author);
}

/**
 * atlas_report_place_cover:
 * @self: a report
 * @sheet: its first page
 * @frame: where its text goes
 * @width: width of the sheet
 * @height: height of the sheet
 */
void
atlas_report_place_cover (const AtlasReport *self,
                          AtlasSheet *sheet,
                          const AtlasFrame *frame,
                          double width,
                          double height)
{
  double panel = height * PANEL;
  double y = frame->y + 22.0;
  AtlasFrame ornament;
  g_autofree char *subtitle = dup_subtitle (self);
  gboolean is_long = g_utf8_strlen (self->title, -1) > 110;

  atlas_sheet_add_box (sheet, 0.0, 0.0, width, panel, ATLAS_PRESS_TINT);
  atlas_sheet_add_box (sheet, 0.0, panel - BAR, width, BAR, ATLAS_PRESS_ACCENT);

  atlas_sheet_open (sheet, "H1");
  y += atlas_sheet_add_text (sheet, frame->x, y,
                             is_long ? ATLAS_STYLE_HEADING_1_LONG
                                     : ATLAS_STYLE_COVER_TITLE,
                             self->title, frame->width * 0.9, PANGO_ALIGN_LEFT)
       + 10.0;
  atlas_sheet_close (sheet, "H1");
  atlas_sheet_open (sheet, "P");
  y += atlas_sheet_add_text (sheet, frame->x, y, ATLAS_STYLE_COVER_SUBTITLE,
                             subtitle, frame->width, PANGO_ALIGN_LEFT);
  atlas_sheet_close (sheet, "P");

  /* The ornament fills what the title leaves of the panel, if that is enough
   * to look like something. */
  ornament.x = frame->x + 10.0;
  ornament.width = frame->width - 20.0;
  ornament.y = y + 34.0;
  ornament.height = panel - BAR - 28.0 - ornament.y;
  if (ornament.height > 60.0 && self->n_places > 1)
    place_ornament (self, sheet, &ornament);

  place_facts (self, sheet, frame, panel + 34.0);
}

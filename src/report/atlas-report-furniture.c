/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-private.h"

#include "atlas-gettext.h"

/* What stands at the head and at the foot of every page. */

#define POINTS_PER_MM (72.0 / 25.4)
#define HEAD_HEIGHT 34.0
#define HEAD_GAP 18.0
#define FOOT_HEIGHT 25.0
#define FOOT_GAP 14.0
#define NUMBER_WIDTH 74.0

static gboolean
has_own_footer (const AtlasReport *self)
{
  return self->settings->footer != NULL;
}

static double
get_foot_height (const AtlasReport *self)
{
  return FOOT_HEIGHT + (has_own_footer (self) ? 10.0 : 0.0);
}

/**
 * atlas_report_get_frame:
 * @self: a report
 * @page: a page of it
 * @frame: (out): where its text goes
 */
void
atlas_report_get_frame (const AtlasReport *self,
                        const AtlasReportPage *page,
                        AtlasFrame *frame)
{
  double margin = self->settings->margin * POINTS_PER_MM;

  frame->x = margin;
  frame->y = margin + HEAD_HEIGHT;
  frame->width = page->width - 2.0 * margin;
  frame->height = page->height - 2.0 * margin - HEAD_HEIGHT
                  - get_foot_height (self) - FOOT_GAP;
}

/* A line of the user's or of a file, cut where it would not fit: it stands
 * whole on the cover or on the page itself. */
static void
add_line (AtlasSheet *sheet,
          double x,
          double y,
          double width,
          const char *text,
          PangoAlignment align)
{
  g_autoptr (PangoLayout) kept =
      atlas_typesetter_set (atlas_sheet_get_typesetter (sheet),
                            ATLAS_STYLE_FOOTER, text, width, align);
  PangoLayout *layout;

  if (pango_layout_get_line_count (kept) == 1)
    {
      atlas_sheet_take_layout (sheet, x, y, ATLAS_STYLE_FOOTER,
                               g_steal_pointer (&kept));
      return;
    }

  layout = pango_layout_copy (kept);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  atlas_sheet_take_layout (sheet, x, y, ATLAS_STYLE_FOOTER, layout);
}

static void
place_head (const AtlasReport *self,
            const AtlasReportPage *page,
            AtlasSheet *sheet,
            const AtlasFrame *frame)
{
  double y = frame->y - HEAD_HEIGHT;
  const char *about = atlas_report_section_get_title (page->section);

  if (page->profile >= 0
      && self->subjects[page->profile].profile->cluster != NULL)
    about = self->subjects[page->profile].profile->cluster;

  add_line (sheet, frame->x, y, frame->width * 0.6, self->title,
            PANGO_ALIGN_LEFT);
  add_line (sheet, frame->x + frame->width * 0.62, y, frame->width * 0.38,
            about, PANGO_ALIGN_RIGHT);
  atlas_sheet_add_line (sheet, frame->x, frame->y - HEAD_GAP, frame->width, 0.0,
                        0.5, ATLAS_PRESS_HAIRLINE);
}

static void
place_foot (const AtlasReport *self,
            guint number,
            AtlasSheet *sheet,
            const AtlasFrame *frame)
{
  double y = frame->y + frame->height + FOOT_GAP;
  g_autofree char *page
      /* Translators: the number of a page, and how many there are. */
      = g_strdup_printf (_ ("%u of %u"), number + 1, self->pages->len);

  atlas_sheet_add_line (sheet, frame->x, y - 5.0, frame->width, 0.0, 0.5,
                        ATLAS_PRESS_HAIRLINE);
  atlas_sheet_add_text (sheet, frame->x, y, ATLAS_STYLE_FOOTER,
                        self->source_line, frame->width - NUMBER_WIDTH,
                        PANGO_ALIGN_LEFT);
  add_line (sheet, frame->x + frame->width - NUMBER_WIDTH + 8.0, y,
            NUMBER_WIDTH - 8.0, page, PANGO_ALIGN_RIGHT);
  if (has_own_footer (self))
    add_line (sheet, frame->x, y + FOOT_HEIGHT, frame->width,
              self->settings->footer, PANGO_ALIGN_LEFT);
}

/**
 * atlas_report_place_furniture:
 * @self: a report
 * @page: which page, counted from 0
 * @sheet: the page
 *
 * Adds the running title, the page number, the source and licence line.
 */
void
atlas_report_place_furniture (const AtlasReport *self,
                              guint page,
                              AtlasSheet *sheet)
{
  const AtlasReportPage *entry = atlas_report_get_page (self, page);
  AtlasFrame frame;

  atlas_report_get_frame (self, entry, &frame);
  if (entry->section != ATLAS_SECTION_COVER)
    place_head (self, entry, sheet, &frame);
  place_foot (self, page, sheet, &frame);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-frame.h"

#include <string.h>

/* Space between the parts of a chart, in points. */
#define TITLE_GAP 3.0
#define HEADING_GAP 14.0
#define FOOTER_GAP 12.0
#define NOTE_GAP 2.0

/* Lines that the texts of the frame may have. */
#define MAX_TITLE_LINES 6
#define MAX_NOTE_LINES 6

double
atlas_frame_get_margin (const AtlasChart *chart)
{
  return chart->options.bare ? 0.0 : ATLAS_FRAME_MARGIN;
}

static double
measure_lines (AtlasText *text,
               const char *string,
               AtlasTextStyle style,
               double width,
               guint max_lines)
{
  if (string == NULL || *string == '\0')
    return 0.0;

  return atlas_text_measure (text, string, style, width, max_lines).height;
}

void
atlas_frame_init (AtlasFrame *frame, const AtlasChart *chart)
{
  memset (frame, 0, sizeof *frame);
  frame->margin = atlas_frame_get_margin (chart);
  if (chart->options.bare)
    return;
  frame->title = atlas_chart_dup_title (chart);
  frame->subtitle = atlas_chart_dup_subtitle (chart);
  frame->note = atlas_chart_dup_note (chart);
  frame->source = atlas_chart_dup_source (chart);
}

void
atlas_frame_clear (AtlasFrame *frame)
{
  g_free (frame->title);
  g_free (frame->subtitle);
  g_free (frame->note);
  g_free (frame->source);
}

void
atlas_frame_measure (AtlasFrame *frame, AtlasText *text, double width)
{
  double inner = width - 2 * frame->margin;

  frame->title_height = measure_lines (text, frame->title, ATLAS_TEXT_TITLE,
                                       inner, MAX_TITLE_LINES);
  frame->subtitle_height = measure_lines (
      text, frame->subtitle, ATLAS_TEXT_SUBTITLE, inner, MAX_TITLE_LINES);
  frame->note_height =
      measure_lines (text, frame->note, ATLAS_TEXT_NOTE, inner, MAX_NOTE_LINES);
  frame->source_height = measure_lines (text, frame->source, ATLAS_TEXT_NOTE,
                                        inner, MAX_NOTE_LINES);
}

double
atlas_frame_get_top (const AtlasFrame *frame)
{
  double gap = frame->subtitle_height > 0 ? TITLE_GAP : 0.0;

  if (frame->margin <= 0.0)
    return 0.0;

  return frame->margin + frame->title_height + gap + frame->subtitle_height
         + HEADING_GAP;
}

double
atlas_frame_get_bottom (const AtlasFrame *frame)
{
  double gap = frame->note_height > 0 ? NOTE_GAP : 0.0;

  if (frame->margin <= 0.0)
    return 0.0;

  return FOOTER_GAP + frame->note_height + gap + frame->source_height
         + frame->margin * 0.75;
}

/* The width at which a text takes no more lines than in @width, but lines of
 * like length: no last line of one word. */
static double
balance (AtlasText *text,
         const char *string,
         AtlasTextStyle style,
         double width,
         guint max_lines)
{
  AtlasTextSize size =
      atlas_text_measure (text, string, style, width, max_lines);
  double most = width, least = width / 2;
  guint i;

  if (size.shortened
      || size.height < 1.5 * atlas_text_get_line_height (text, style))
    return width;

  for (i = 0; i < 7; i++)
    {
      double middle = (least + most) / 2;
      AtlasTextSize tried =
          atlas_text_measure (text, string, style, middle, max_lines);

      if (tried.shortened || tried.height > size.height)
        least = middle;
      else
        most = middle;
    }

  return most;
}

/* A text of the frame, from its start side. */
static void
add_frame_text (AtlasChartLayout *self,
                const char *string,
                AtlasTextStyle style,
                AtlasInk ink,
                AtlasBox box,
                guint max_lines)
{
  if (string == NULL || *string == '\0')
    return;

  box.width = balance (self->text, string, style, box.width, max_lines);
  atlas_layout_add_text (self, string, style, ink, box, ATLAS_ALIGN_START, 0.0,
                         max_lines);
}

void
atlas_frame_add (AtlasChartLayout *self,
                 const AtlasFrame *frame,
                 double width,
                 double body_height)
{
  double inner = width - 2 * frame->margin;
  double y = frame->margin;

  add_frame_text (self, frame->title, ATLAS_TEXT_TITLE, ATLAS_INK_TEXT,
                  atlas_box (frame->margin, y, inner, frame->title_height),
                  MAX_TITLE_LINES);
  y += frame->title_height + TITLE_GAP;
  add_frame_text (self, frame->subtitle, ATLAS_TEXT_SUBTITLE, ATLAS_INK_MUTED,
                  atlas_box (frame->margin, y, inner, frame->subtitle_height),
                  MAX_TITLE_LINES);

  y = atlas_frame_get_top (frame) + body_height + FOOTER_GAP;
  add_frame_text (self, frame->note, ATLAS_TEXT_NOTE, ATLAS_INK_MUTED,
                  atlas_box (frame->margin, y, inner, frame->note_height),
                  MAX_NOTE_LINES);
  if (frame->note_height > 0)
    y += frame->note_height + NOTE_GAP;
  add_frame_text (self, frame->source, ATLAS_TEXT_NOTE, ATLAS_INK_MUTED,
                  atlas_box (frame->margin, y, inner, frame->source_height),
                  MAX_NOTE_LINES);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-head-line.h"

#define GUTTER 16.0
#define HEADING_PART 0.6

typedef struct
{
  AtlasBlock parent;
  char *texts[2];
  AtlasStyle styles[2];
  PangoLayout *layouts[2];
  double tops[2];
  double width;
  double height;
} HeadLine;

static double
get_baseline (PangoLayout *layout)
{
  return (double) pango_layout_get_baseline (layout) / PANGO_SCALE;
}

/* The first lines of both stand on one baseline. */
static double
head_line_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  HeadLine *self = (HeadLine *) block;
  const double widths[2] = { (width - GUTTER) * HEADING_PART,
                             (width - GUTTER) * (1.0 - HEADING_PART) };
  double deepest = 0.0;

  if (self->width == width)
    return self->height;

  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->layouts[i]);
      self->layouts[i] = atlas_typesetter_set (
          atlas_sheet_get_typesetter (sheet), self->styles[i], self->texts[i],
          widths[i], i == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
      deepest = MAX (deepest, get_baseline (self->layouts[i]));
    }

  self->height = 0.0;
  for (guint i = 0; i < 2; i++)
    {
      double height;

      atlas_layout_get_size (self->layouts[i], NULL, &height);
      self->tops[i] = deepest - get_baseline (self->layouts[i]);
      self->height = MAX (self->height, self->tops[i] + height);
    }
  self->width = width;

  return self->height;
}

static void
head_line_place (AtlasBlock *block,
                 AtlasSheet *sheet,
                 double x,
                 double y,
                 double width)
{
  static const char *const tags[2] = { "H1", "P" };
  HeadLine *self = (HeadLine *) block;
  const double lefts[2] = { x, x + (width - GUTTER) * HEADING_PART + GUTTER };

  head_line_measure (block, sheet, width);
  for (guint i = 0; i < 2; i++)
    {
      atlas_sheet_open (sheet, tags[i]);
      atlas_sheet_take_layout (sheet, lefts[i], y + self->tops[i],
                               self->styles[i],
                               g_object_ref (self->layouts[i]));
      atlas_sheet_close (sheet, tags[i]);
    }
}

static void
head_line_clear (AtlasBlock *block)
{
  HeadLine *self = (HeadLine *) block;

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->texts[i]);
      g_clear_object (&self->layouts[i]);
    }
}

static const AtlasBlockClass head_line_class = {
  .measure = head_line_measure,
  .place = head_line_place,
  .clear = head_line_clear,
};

/**
 * atlas_head_line_new:
 * @heading: the head of a page
 * @heading_style: how it looks
 * @lead: what stands at the other end of its line
 * @lead_style: how that looks
 *
 * Returns: (transfer full): a block that stays with the next one
 */
AtlasBlock *
atlas_head_line_new (const char *heading,
                     AtlasStyle heading_style,
                     const char *lead,
                     AtlasStyle lead_style)
{
  HeadLine *self = atlas_block_alloc (sizeof (HeadLine), &head_line_class, 0.0);

  self->texts[0] = g_strdup (heading);
  self->texts[1] = g_strdup (lead);
  self->styles[0] = heading_style;
  self->styles[1] = lead_style;
  self->width = -1.0;
  self->parent.keep_with_next = TRUE;

  return &self->parent;
}

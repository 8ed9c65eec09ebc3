/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-figure.h"

#include <glib/gi18n.h>

#define CAPTION_GAP 4.0

typedef struct
{
  AtlasBlock parent;
  AtlasChart *chart;
  char *caption;
  double tallest;
  double width;
  double chart_height;
  double caption_height;
  PangoLayout *caption_layout;
} Figure;

static AtlasTheme
get_theme (const AtlasSheet *sheet)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);

  theme.font_family = ATLAS_REPORT_FONT;
  theme.transparent = TRUE;
  theme.grey = atlas_sheet_is_grey (sheet);

  return theme;
}

static double
figure_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  Figure *self = (Figure *) block;

  if (self->width != width)
    {
      AtlasTheme theme = get_theme (sheet);
      double most;

      g_clear_object (&self->caption_layout);
      self->caption_layout = atlas_typesetter_set (
          atlas_sheet_get_typesetter (sheet), ATLAS_STYLE_CAPTION,
          self->caption, width, PANGO_ALIGN_LEFT);
      atlas_layout_get_size (self->caption_layout, NULL, &self->caption_height);
      most = block->most - CAPTION_GAP - self->caption_height;
      if (self->tallest > 0.0)
        most = MIN (most, self->tallest);
      self->chart_height =
          MIN (atlas_chart_measure (self->chart, &theme, width), most);
      self->width = width;
    }

  return self->chart_height + CAPTION_GAP + self->caption_height;
}

static void
figure_place (AtlasBlock *block,
              AtlasSheet *sheet,
              double x,
              double y,
              double width)
{
  Figure *self = (Figure *) block;
  AtlasTheme theme = get_theme (sheet);
  g_autofree char *alt = atlas_chart_dup_description (self->chart);

  figure_measure (block, sheet, width);
  atlas_sheet_open_figure (sheet, alt);
  atlas_sheet_take_chart (
      sheet, x, y,
      atlas_chart_layout (self->chart, &theme, width, self->chart_height));
  atlas_sheet_close (sheet, "Figure");

  atlas_sheet_open (sheet, "Caption");
  atlas_sheet_take_layout (sheet, x, y + self->chart_height + CAPTION_GAP,
                           ATLAS_STYLE_CAPTION,
                           g_object_ref (self->caption_layout));
  atlas_sheet_close (sheet, "Caption");
}

static void
figure_clear (AtlasBlock *block)
{
  Figure *self = (Figure *) block;

  g_clear_object (&self->caption_layout);
  atlas_chart_unref (self->chart);
  g_free (self->caption);
}

static const AtlasBlockClass figure_class = {
  .measure = figure_measure,
  .place = figure_place,
  .clear = figure_clear,
};

/**
 * atlas_figure_new:
 * @chart: (transfer full): what is to be seen
 * @number: its number in the report
 * @caption: what stands below it, after the number
 * @tallest: how high the chart may be, in points; 0 for as high as it wants
 * @space_before: free space above, in points
 *
 * Returns: (transfer full): a block that is never split
 */
AtlasBlock *
atlas_figure_new (AtlasChart *chart,
                  guint number,
                  const char *caption,
                  double tallest,
                  double space_before)
{
  Figure *self =
      atlas_block_alloc (sizeof (Figure), &figure_class, space_before);

  self->chart = chart;
  self->tallest = tallest;
  self->width = -1.0;
  /* Translators: the number and the caption of a figure. */
  self->caption = g_strdup_printf (_ ("Figure %u. %s"), number, caption);

  return &self->parent;
}

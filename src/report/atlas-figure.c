/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-figure.h"

#include "atlas-gettext.h"

#define CAPTION_GAP 4.0

/* How much narrower than its column a chart may stand to fit the page. */
#define NARROWEST 0.45

typedef struct
{
  AtlasBlock parent;
  AtlasChart *chart;
  char *caption;
  double tallest;
  double text_scale;
  double width;
  double most;
  double natural_height;
  double chart_width;
  double chart_height;
  double caption_height;
  PangoLayout *caption_layout;
} Figure;

static AtlasTheme
get_theme (const Figure *self, const AtlasSheet *sheet)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);

  theme.font_family = ATLAS_REPORT_FONT;
  theme.text_scale = self->text_scale;
  theme.transparent = TRUE;
  theme.grey = atlas_sheet_is_grey (sheet);
  theme.right_to_left = atlas_typesetter_is_right_to_left (
      atlas_sheet_get_typesetter ((AtlasSheet *) sheet));

  return theme;
}

/* A chart that would be too high at the full width is made narrower before it
 * is made smaller: its text keeps its size. One with a height of its own keeps
 * the width. */
static void
fit_chart (Figure *self, const AtlasTheme *theme, double width, double most)
{
  self->chart_width = width;
  self->chart_height = self->natural_height;

  for (double part = 0.95;
       self->tallest <= 0.0 && self->chart_height > most && part > NARROWEST;
       part -= 0.05)
    {
      double height = atlas_chart_measure (self->chart, theme, width * part);

      if (height > self->chart_height)
        break;
      self->chart_width = width * part;
      self->chart_height = height;
    }
  if (self->chart_height > most)
    {
      self->chart_width = width;
      self->chart_height = most;
    }
}

static double
figure_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  Figure *self = (Figure *) block;

  if (self->width != width)
    {
      AtlasTheme theme = get_theme (self, sheet);

      self->natural_height = atlas_chart_measure (self->chart, &theme, width);
      self->most = -1.0;
      self->width = width;
      g_clear_object (&self->caption_layout);
      self->caption_layout = atlas_typesetter_set (
          atlas_sheet_get_typesetter (sheet), ATLAS_STYLE_CAPTION,
          self->caption, width, PANGO_ALIGN_LEFT);
      atlas_layout_get_size (self->caption_layout, NULL, &self->caption_height);
    }

  if (self->most != block->most)
    {
      AtlasTheme theme = get_theme (self, sheet);
      double most = block->most - CAPTION_GAP - self->caption_height;

      /* as high as the chart needs for letters of their own size */
      if (self->tallest > 0.0)
        most = MIN (most, MAX (self->tallest, atlas_chart_measure_least (
                                                  self->chart, &theme, width)));
      fit_chart (self, &theme, width, most);
      self->most = block->most;
    }

  return self->chart_height + block->extra + CAPTION_GAP + self->caption_height;
}

static void
figure_place (AtlasBlock *block,
              AtlasSheet *sheet,
              double x,
              double y,
              double width)
{
  Figure *self = (Figure *) block;
  AtlasTheme theme = get_theme (self, sheet);
  double height;
  g_autofree char *alt = atlas_chart_dup_description (self->chart);

  figure_measure (block, sheet, width);
  height = self->chart_height + block->extra;
  atlas_sheet_open_figure (sheet, alt);
  atlas_sheet_take_chart (
      sheet, x + (width - self->chart_width) / 2.0, y,
      atlas_chart_layout (self->chart, &theme, self->chart_width, height));
  atlas_sheet_close (sheet, "Figure");

  atlas_sheet_open (sheet, "Caption");
  atlas_sheet_take_layout (sheet, x, y + height + CAPTION_GAP,
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
  Figure *self;

  /* Where there is nothing to draw, the caption stands alone and says why. */
  if (!atlas_chart_has_data (chart))
    {
      g_autofree char *why = atlas_chart_dup_title (chart);
      g_autofree char *text =
          /* Translators: number and caption of a figure, why it is empty. */
          g_strdup_printf (_ ("Figure %u. %s %s"), number, caption, why);

      atlas_chart_unref (chart);
      return atlas_paragraph_new (ATLAS_STYLE_CAPTION, text, space_before);
    }

  self = atlas_block_alloc (sizeof (Figure), &figure_class, space_before);

  self->chart = chart;
  self->tallest = tallest;
  self->text_scale = ATLAS_FIGURE_TEXT_SCALE;
  self->width = -1.0;
  /* Translators: the number and the caption of a figure. */
  self->caption = g_strdup_printf (_ ("Figure %u. %s"), number, caption);

  return &self->parent;
}

/**
 * atlas_figure_set_text_scale:
 * @block: a block of atlas_figure_new() that nobody has measured yet
 * @scale: 1.0 for labels of 9 points; never less than
 *   %ATLAS_FIGURE_TEXT_SCALE
 *
 * Sets a chart larger than usual: bars grow along with their labels.
 */
void
atlas_figure_set_text_scale (AtlasBlock *block, double scale)
{
  /* An empty chart is a paragraph. */
  if (block->klass == &figure_class)
    ((Figure *) block)->text_scale = MAX (scale, ATLAS_FIGURE_TEXT_SCALE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-typesetter.h"

#include <string.h>

#include "atlas-drawable.h"

/* The one place of the report that knows Pango's fonts and sizes. */

/* Any name that a person wrote is shown whole; but a file may hold a name of a
 * megabyte, and that must not fill more than a page. */
#define LONGEST_TEXT 1500
#define MOST_LINES 24

#define N_ASCII 128

/* So many texts are kept laid out: names of measures, heads of columns and
 * the like stand on page after page. */
#define MOST_KEPT 1024
#define LONGEST_KEPT 300

/* Neighbouring letters may stand a little further apart than alone. */
#define KERNING 1.04

/* No line is higher than so many times its letters, whatever a font asks for:
 * between fonts that is from 1.1 to 1.5, and a page holds what it holds. */
#define MOST_LEADING 1.2

struct _AtlasTypesetter
{
  GHashTable *kept;
  PangoContext *context;
  PangoFontDescription *fonts[ATLAS_N_STYLES];
  PangoAttrList *attributes[ATLAS_N_STYLES];
  float spacing[ATLAS_N_STYLES];
  double line_heights[ATLAS_N_STYLES];
  float advances[ATLAS_N_STYLES][N_ASCII];
};

typedef struct
{
  double size;
  PangoWeight weight;
  AtlasPress ink;
  float spacing;
  gboolean one_line;
} Style;

/* Sizes in points, line spacing as a factor. Nothing is below 7 points. */
static const Style styles[ATLAS_N_STYLES] = {
  [ATLAS_STYLE_COVER_TITLE] = { 30.0, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK, 1.0f,
                                FALSE },
  [ATLAS_STYLE_COVER_SUBTITLE] = { 14.0, PANGO_WEIGHT_NORMAL,
                                   ATLAS_PRESS_ACCENT, 1.15f, FALSE },
  [ATLAS_STYLE_COVER_LABEL] = { 8.5, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_MUTED,
                                1.0f, FALSE },
  [ATLAS_STYLE_COVER_TEXT] = { 11.0, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_INK, 1.2f,
                               FALSE },
  [ATLAS_STYLE_HEADING_1] = { 22.0, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK, 1.0f,
                              FALSE },
  [ATLAS_STYLE_HEADING_1_LONG] = { 12.5, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK,
                                   1.0f, FALSE },
  [ATLAS_STYLE_HEADING_2] = { 12.0, PANGO_WEIGHT_BOLD, ATLAS_PRESS_ACCENT, 1.0f,
                              FALSE },
  [ATLAS_STYLE_HEADING_3] = { 9.5, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK, 1.0f,
                              FALSE },
  [ATLAS_STYLE_LEAD] = { 11.0, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_MUTED, 1.15f,
                         FALSE },
  [ATLAS_STYLE_BODY] = { 9.0, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_INK, 1.2f,
                         FALSE },
  [ATLAS_STYLE_STRONG] = { 9.0, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK, 1.2f,
                           FALSE },
  [ATLAS_STYLE_VALUE] = { 18.0, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK, 1.0f,
                          TRUE },
  [ATLAS_STYLE_VALUE_SMALL] = { 10.5, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK, 1.0f,
                                TRUE },
  [ATLAS_STYLE_LABEL] = { 7.5, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_MUTED, 1.0f,
                          FALSE },
  [ATLAS_STYLE_UNIT] = { 7.5, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_MUTED, 1.0f,
                         FALSE },
  [ATLAS_STYLE_CAPTION] = { 8.0, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_MUTED, 1.1f,
                            FALSE },
  [ATLAS_STYLE_CELL] = { 8.0, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_INK, 1.0f,
                         TRUE },
  [ATLAS_STYLE_CELL_STRONG] = { 8.0, PANGO_WEIGHT_BOLD, ATLAS_PRESS_INK, 1.0f,
                                TRUE },
  [ATLAS_STYLE_CELL_HEAD] = { 7.5, PANGO_WEIGHT_BOLD, ATLAS_PRESS_MUTED, 1.0f,
                              FALSE },
  [ATLAS_STYLE_FOOTER] = { 7.0, PANGO_WEIGHT_NORMAL, ATLAS_PRESS_MUTED, 1.1f,
                           FALSE },
};

/* Dark enough to be read when printed in grey; the hairline and the tint are
 * never the only carrier of anything. */
static const double inks[ATLAS_N_PRESSES][3] = {
  [ATLAS_PRESS_INK] = { 0.11, 0.13, 0.16 },
  [ATLAS_PRESS_MUTED] = { 0.35, 0.38, 0.42 },
  [ATLAS_PRESS_ACCENT] = { 0.09, 0.30, 0.49 },
  [ATLAS_PRESS_HAIRLINE] = { 0.76, 0.78, 0.81 },
  [ATLAS_PRESS_TINT] = { 0.945, 0.957, 0.970 },
  [ATLAS_PRESS_PAPER] = { 1.0, 1.0, 1.0 },
};

/**
 * Key:
 * @text: what it says
 * @width: where lines break, in Pango units
 * @style: how it looks
 * @align: where short lines stand
 */
typedef struct
{
  char *text;
  int width;
  guint8 style;
  guint8 align;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (guint) key->width ^ (guint) key->style << 24;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->width == y->width && x->style == y->style && x->align == y->align
         && strcmp (x->text, y->text) == 0;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static double
get_font_height (AtlasTypesetter *self, const PangoFontDescription *font)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (self->context, font, NULL);
  double height = (double) pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);
  return height / PANGO_SCALE;
}

static void
set_up_style (AtlasTypesetter *self, AtlasStyle style)
{
  const Style *wanted = &styles[style];
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();
  double most = wanted->size * MOST_LEADING;
  double height;

  pango_font_description_set_family_static (font, ATLAS_REPORT_FONT);
  pango_font_description_set_weight (font, wanted->weight);
  pango_font_description_set_absolute_size (font, wanted->size * PANGO_SCALE);
  height = get_font_height (self, font);
  self->spacing[style] = wanted->spacing;
  if (height > most)
    {
      pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (
                                              (int) (most * PANGO_SCALE)));
      /* Pango multiplies what the font asks for. */
      if (wanted->spacing > 1.0f)
        self->spacing[style] *= (float) (most / height);
    }
  /* Digits of one width, so that columns of numbers line up. */
  if (wanted->one_line)
    pango_attr_list_insert (attributes,
                            pango_attr_font_features_new ("tnum=1"));
  self->fonts[style] = font;
  self->attributes[style] =
      wanted->one_line || height > most ? attributes : NULL;
  if (self->attributes[style] == NULL)
    pango_attr_list_unref (attributes);
}

/**
 * atlas_typesetter_new:
 * @language: (nullable): code of the language of the texts; %NULL for English
 * @right_to_left: whether lines begin at the right; what is aligned to the left
 *   then stands at the right
 *
 * Returns: (transfer full): a typesetter for the calling thread
 */
AtlasTypesetter *
atlas_typesetter_new (const char *language, gboolean right_to_left)
{
  AtlasTypesetter *self = g_new0 (AtlasTypesetter, 1);
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Hinted widths would make the preview break lines where print does not. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (self->context, 72.0);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (
      self->context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (
      self->context,
      pango_language_from_string (language != NULL ? language : "en"));
  cairo_font_options_destroy (options);
  self->kept =
      g_hash_table_new_full (hash_key, equal_keys, free_key, g_object_unref);

  for (guint i = 0; i < ATLAS_N_STYLES; i++)
    set_up_style (self, i);

  return self;
}

/**
 * atlas_typesetter_is_right_to_left:
 * @self: a typesetter
 *
 * Returns: whether its lines begin at the right
 */
gboolean
atlas_typesetter_is_right_to_left (const AtlasTypesetter *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

/**
 * atlas_typesetter_free:
 * @self: (transfer full): a typesetter
 */
void
atlas_typesetter_free (AtlasTypesetter *self)
{
  for (guint i = 0; i < ATLAS_N_STYLES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_clear_pointer (&self->attributes[i], pango_attr_list_unref);
    }
  g_hash_table_unref (self->kept);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
lay_out (AtlasTypesetter *self,
         AtlasStyle style,
         const char *text,
         double width,
         PangoAlignment align)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autofree char *held = NULL;

  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (styles[style].one_line)
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (self->attributes[style] != NULL)
    pango_layout_set_attributes (layout, self->attributes[style]);
  if (styles[style].spacing > 1.0f)
    pango_layout_set_line_spacing (layout, self->spacing[style]);
  if (width >= 0.0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if (align != PANGO_ALIGN_CENTER && atlas_typesetter_is_right_to_left (self))
    align = align == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  if (align != PANGO_ALIGN_LEFT)
    pango_layout_set_alignment (layout, align);
  pango_layout_set_text (layout, atlas_drawable_text (text, &held), -1);
  if (styles[style].one_line && width >= 0.0 && strlen (text) > LONGEST_TEXT)
    {
      pango_layout_set_height (layout, -MOST_LINES);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/**
 * atlas_typesetter_set:
 * @self: a typesetter
 * @style: how the text looks
 * @text: what it says, valid UTF-8; never markup
 * @width: where lines break, in points; negative for one line of any length
 * @align: where short lines stand, given a @width
 *
 * Texts met before are not laid out again; nothing of the layout may be
 * changed.
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
atlas_typesetter_set (AtlasTypesetter *self,
                      AtlasStyle style,
                      const char *text,
                      double width,
                      PangoAlignment align)
{
  Key wanted = { (char *) text, width >= 0.0 ? (int) (width * PANGO_SCALE) : -1,
                 (guint8) style, (guint8) align };
  PangoLayout *layout = g_hash_table_lookup (self->kept, &wanted);

  if (layout != NULL)
    return g_object_ref (layout);

  layout = lay_out (self, style, text, width, align);
  if (strlen (text) > LONGEST_KEPT)
    return layout;

  if (g_hash_table_size (self->kept) >= MOST_KEPT)
    g_hash_table_remove_all (self->kept);
  wanted.text = g_strdup (text);
  g_hash_table_insert (self->kept, g_memdup2 (&wanted, sizeof wanted),
                       g_object_ref (layout));

  return layout;
}

/**
 * atlas_layout_get_size:
 * @layout: a text
 * @width: (out) (optional): its logical width, in points
 * @height: (out) (optional): its logical height, in points
 */
void
atlas_layout_get_size (PangoLayout *layout, double *width, double *height)
{
  int w;
  int h;

  pango_layout_get_size (layout, &w, &h);
  if (width != NULL)
    *width = (double) w / PANGO_SCALE;
  if (height != NULL)
    *height = (double) h / PANGO_SCALE;
}

/**
 * atlas_typesetter_get_line_height:
 * @self: a typesetter
 * @style: a style
 *
 * Returns: height of one line, in points
 */
double
atlas_typesetter_get_line_height (AtlasTypesetter *self, AtlasStyle style)
{
  if (self->line_heights[style] <= 0.0)
    {
      g_autoptr (PangoLayout) layout =
          atlas_typesetter_set (self, style, "W", -1.0, PANGO_ALIGN_LEFT);

      atlas_layout_get_size (layout, NULL, &self->line_heights[style]);
    }

  return self->line_heights[style];
}

static void
measure_letters (AtlasTypesetter *self, AtlasStyle style)
{
  for (int letter = ' '; letter < N_ASCII - 1; letter++)
    {
      const char text[] = { (char) letter, '\0' };
      g_autoptr (PangoLayout) layout =
          atlas_typesetter_set (self, style, text, -1.0, PANGO_ALIGN_LEFT);
      double width;

      atlas_layout_get_size (layout, &width, NULL);
      self->advances[style][letter] = (float) width;
    }
}

/**
 * atlas_typesetter_surely_fits:
 * @self: a typesetter
 * @style: a style
 * @text: a text
 * @width: in points
 *
 * Spares laying out short texts of plain letters only to know that they need
 * one line. For anything else the answer is no.
 *
 * Returns: whether @text surely stands on one line of @width
 */
gboolean
atlas_typesetter_surely_fits (AtlasTypesetter *self,
                              AtlasStyle style,
                              const char *text,
                              double width)
{
  const float *advances = self->advances[style];
  double sum = 0.0;

  if (advances['W'] <= 0.0f)
    measure_letters (self, style);

  for (const guchar *letter = (const guchar *) text; *letter != '\0'; letter++)
    {
      if (*letter < ' ' || *letter >= N_ASCII - 1)
        return FALSE;
      sum += (double) advances[*letter];
    }

  return sum * KERNING < width;
}

/**
 * atlas_style_get_size:
 * @style: a style
 *
 * Returns: size of its letters, in points
 */
double
atlas_style_get_size (AtlasStyle style)
{
  return styles[style].size;
}

/**
 * atlas_style_get_ink:
 * @style: a style
 *
 * Returns: what it is printed with
 */
AtlasPress
atlas_style_get_ink (AtlasStyle style)
{
  return styles[style].ink;
}

/**
 * atlas_press_get_rgb:
 * @ink: an ink
 * @grey: whether to give its brightness only
 * @r: (out): red, 0 to 1
 * @g: (out): green
 * @b: (out): blue
 */
void
atlas_press_get_rgb (AtlasPress ink,
                     gboolean grey,
                     double *r,
                     double *g,
                     double *b)
{
  *r = inks[ink][0];
  *g = inks[ink][1];
  *b = inks[ink][2];
  if (grey)
    *r = *g = *b = 0.2126 * *r + 0.7152 * *g + 0.0722 * *b;
}

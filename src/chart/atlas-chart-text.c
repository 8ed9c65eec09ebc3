/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-text.h"

#include "atlas-drawable.h"

#include <pango/pangocairo.h>

/* Sizes in points at a text scale of 1. */
typedef struct
{
  double size;
  PangoWeight weight;
  gboolean tabular;
} StyleInfo;

static const StyleInfo styles[ATLAS_N_TEXT_STYLES] = {
  [ATLAS_TEXT_TITLE] = { 13.5, PANGO_WEIGHT_BOLD, FALSE },
  [ATLAS_TEXT_SUBTITLE] = { 9.5, PANGO_WEIGHT_NORMAL, FALSE },
  [ATLAS_TEXT_HEADING] = { 10.0, PANGO_WEIGHT_BOLD, FALSE },
  [ATLAS_TEXT_LABEL] = { 9.0, PANGO_WEIGHT_NORMAL, FALSE },
  [ATLAS_TEXT_STRONG] = { 9.0, PANGO_WEIGHT_BOLD, FALSE },
  [ATLAS_TEXT_VALUE] = { 9.0, PANGO_WEIGHT_NORMAL, TRUE },
  [ATLAS_TEXT_VALUE_STRONG] = { 9.0, PANGO_WEIGHT_BOLD, TRUE },
  [ATLAS_TEXT_TICK] = { 7.5, PANGO_WEIGHT_NORMAL, TRUE },
  [ATLAS_TEXT_NOTE] = { 7.5, PANGO_WEIGHT_NORMAL, FALSE },
};

/* One measured text; the key of the cache. */
typedef struct
{
  char *text;
  AtlasTextStyle style;
  int max_width;
  guint max_lines;
  AtlasTextSize size;
} Measured;

/* Pens wait for the next chart of their thread: measuring, laying out and
 * drawing need the same one, and so does the next page. */
#define MOST_IDLE 2
#define MOST_MEASURED 2048

/* No line is higher than so many times its letters, whatever a font asks for
 * (some 1.4 and more): a chart is as high with one font as with another. */
#define MOST_LEADING 1.2

struct _AtlasText
{
  char *family;
  double text_scale;
  gboolean right_to_left;
  PangoContext *context;
  PangoLayout *layouts[ATLAS_N_TEXT_STYLES];
  /* What lines are limited to, in Pango units, or 0. */
  int most_heights[ATLAS_N_TEXT_STYLES];
  GHashTable *cache;
};

static guint
measured_hash (gconstpointer data)
{
  const Measured *measured = data;

  return g_str_hash (measured->text) ^ ((guint) measured->style << 27)
         ^ (guint) measured->max_width ^ (measured->max_lines << 20);
}

static gboolean
measured_equal (gconstpointer a, gconstpointer b)
{
  const Measured *one = a, *other = b;

  return one->style == other->style && one->max_width == other->max_width
         && one->max_lines == other->max_lines
         && g_str_equal (one->text, other->text);
}

static void
measured_free (gpointer data)
{
  Measured *measured = data;

  g_free (measured->text);
  g_free (measured);
}

/* Text is set alike on every surface and at every scale: no hinting, no
 * rounding to pixels, a point is a unit. */
static PangoContext *
create_context (const AtlasTheme *theme)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, theme->right_to_left
                                           ? PANGO_DIRECTION_RTL
                                           : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string ("en"));

  return context;
}

/* Returns: what a line is limited to, in Pango units, or 0 where the font asks
 * for no more */
static int
limit_lines (PangoContext *context,
             PangoLayout *layout,
             PangoAttrList *attributes)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  int most = (int) (pango_font_description_get_size (font) * MOST_LEADING);

  if (pango_font_metrics_get_height (metrics) > most)
    pango_attr_list_insert (attributes,
                            pango_attr_line_height_new_absolute (most));
  else
    most = 0;
  pango_font_metrics_unref (metrics);

  return most;
}

static PangoLayout *
create_layout (PangoContext *context,
               const AtlasTheme *theme,
               const StyleInfo *info,
               int *most_height)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family (
      font, theme->font_family != NULL ? theme->font_family : "Sans");
  pango_font_description_set_weight (font, info->weight);
  pango_font_description_set_size (
      font, (int) (info->size * theme->text_scale * PANGO_SCALE + 0.5));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  if (info->tabular)
    pango_attr_list_insert (attributes,
                            pango_attr_font_features_new ("tnum=1"));
  *most_height = limit_lines (context, layout, attributes);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  /* The direction is that of the interface, not of the first name. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static void
text_destroy (AtlasText *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < ATLAS_N_TEXT_STYLES; i++)
    g_object_unref (self->layouts[i]);
  g_object_unref (self->context);
  g_hash_table_unref (self->cache);
  g_free (self->family);
  g_free (self);
}

static void
free_idle (gpointer data)
{
  AtlasText **idle = data;

  for (guint i = 0; i < MOST_IDLE; i++)
    text_destroy (idle[i]);
  g_free (idle);
}

static AtlasText **
get_idle (void)
{
  static GPrivate idle_key = G_PRIVATE_INIT (free_idle);
  AtlasText **idle = g_private_get (&idle_key);

  if (idle == NULL)
    {
      idle = g_new0 (AtlasText *, MOST_IDLE);
      g_private_set (&idle_key, idle);
    }

  return idle;
}

/* A pen that is left from another chart and looks the same. */
static AtlasText *
take_idle (const AtlasTheme *theme)
{
  AtlasText **idle = get_idle ();

  for (guint i = 0; i < MOST_IDLE; i++)
    if (idle[i] != NULL && idle[i]->text_scale == theme->text_scale
        && idle[i]->right_to_left == theme->right_to_left
        && g_strcmp0 (idle[i]->family, theme->font_family) == 0)
      return g_steal_pointer (&idle[i]);

  return NULL;
}

/**
 * atlas_text_new:
 * @theme: how text looks; not kept
 *
 * To be used and freed in the thread that made it.
 *
 * Returns: (transfer full): a new measure and pen for text
 */
AtlasText *
atlas_text_new (const AtlasTheme *theme)
{
  AtlasText *self;
  guint i;

  g_return_val_if_fail (theme != NULL, NULL);

  self = take_idle (theme);
  if (self != NULL)
    return self;

  self = g_new0 (AtlasText, 1);
  self->family = g_strdup (theme->font_family);
  self->text_scale = theme->text_scale;
  self->right_to_left = theme->right_to_left;
  self->context = create_context (theme);
  self->cache = g_hash_table_new_full (measured_hash, measured_equal, NULL,
                                       measured_free);
  for (i = 0; i < ATLAS_N_TEXT_STYLES; i++)
    self->layouts[i] = create_layout (self->context, theme, &styles[i],
                                      &self->most_heights[i]);

  return self;
}

/**
 * atlas_text_free:
 * @self: (nullable): a pen
 *
 * Gives @self back: the next chart of this thread that looks the same has it.
 */
void
atlas_text_free (AtlasText *self)
{
  AtlasText **idle;

  if (self == NULL)
    return;

  if (g_hash_table_size (self->cache) > MOST_MEASURED)
    g_hash_table_remove_all (self->cache);
  idle = get_idle ();
  text_destroy (idle[MOST_IDLE - 1]);
  for (guint i = MOST_IDLE - 1; i > 0; i--)
    idle[i] = idle[i - 1];
  idle[0] = self;
}

/* The layout of a style, set up for one text. */
static PangoLayout *
set_up (AtlasText *self,
        const char *text,
        AtlasTextStyle style,
        int max_width,
        guint max_lines)
{
  PangoLayout *layout = self->layouts[style];
  g_autofree char *held = NULL;

  pango_layout_set_width (layout, max_width);
  pango_layout_set_height (layout, -(int) MAX (max_lines, 1));
  pango_layout_set_text (layout, atlas_drawable_text (text, &held), -1);

  return layout;
}

/* A bound in Pango units; rounded up, so that a text still fits into the width
 * it was measured to have. */
static int
to_pango_width (double width)
{
  if (width <= 0 || width >= (double) G_MAXINT / PANGO_SCALE / 2)
    return -1;

  return (int) (width * PANGO_SCALE) + 1;
}

/* By how much a text is higher than its lines may be, in Pango units: where it
 * is cut, Pango gives the line the height that the font asks for. */
static int
get_excess (AtlasText *self, AtlasTextStyle style)
{
  PangoLayout *layout = self->layouts[style];
  int height;

  if (self->most_heights[style] == 0 || !pango_layout_is_ellipsized (layout))
    return 0;

  pango_layout_get_size (layout, NULL, &height);

  return MAX (
      height - self->most_heights[style] * pango_layout_get_line_count (layout),
      0);
}

/* How far above its place a text begins, in points, for the letters of a cut
 * line to stand where they stand in others. */
static double
get_rise (AtlasText *self, AtlasTextStyle style)
{
  if (pango_layout_get_line_count (self->layouts[style]) > 1)
    return 0;

  return get_excess (self, style) / 2.0 / PANGO_SCALE;
}

/**
 * atlas_text_measure:
 * @self: a pen
 * @text: UTF-8, never read as markup
 * @style: what the text is
 * @max_width: bound of the width in points, 0 for none
 * @max_lines: bound of the number of lines, at least 1
 *
 * Long text is wrapped between words, then cut with "…".
 *
 * Returns: the room that @text takes, in points
 */
AtlasTextSize
atlas_text_measure (AtlasText *self,
                    const char *text,
                    AtlasTextStyle style,
                    double max_width,
                    guint max_lines)
{
  AtlasTextSize nothing = { 0.0, 0.0, FALSE };
  Measured key = { NULL }, *measured;
  PangoLayout *layout;
  PangoRectangle logical;

  g_return_val_if_fail (self != NULL, nothing);
  g_return_val_if_fail (text != NULL, nothing);
  g_return_val_if_fail ((guint) style < ATLAS_N_TEXT_STYLES, nothing);

  key.text = (char *) text;
  key.style = style;
  key.max_width = to_pango_width (max_width);
  key.max_lines = max_lines;
  measured = g_hash_table_lookup (self->cache, &key);
  if (measured != NULL)
    return measured->size;

  layout = set_up (self, text, style, key.max_width, max_lines);
  pango_layout_get_extents (layout, NULL, &logical);
  logical.height -= get_excess (self, style);

  measured = g_new0 (Measured, 1);
  *measured = key;
  measured->text = g_strdup (text);
  measured->size.width = (double) logical.width / PANGO_SCALE;
  measured->size.height = (double) logical.height / PANGO_SCALE;
  measured->size.shortened = pango_layout_is_ellipsized (layout);
  g_hash_table_add (self->cache, measured);

  return measured->size;
}

/* The layout of a style, with lines where they are wanted. */
static PangoLayout *
set_up_aligned (AtlasText *self,
                const char *text,
                AtlasTextStyle style,
                AtlasAlign align,
                double width,
                guint max_lines)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT,
                                               PANGO_ALIGN_CENTER,
                                               PANGO_ALIGN_RIGHT };
  PangoLayout *layout =
      set_up (self, text, style, to_pango_width (width), max_lines);

  pango_layout_set_alignment (layout, alignments[align]);

  return layout;
}

/**
 * atlas_text_draw:
 * @self: a pen
 * @cr: where to draw, in points
 * @text: UTF-8, never read as markup
 * @style: what the text is
 * @align: where lines shorter than @width stand; START is the left edge
 * @x: left edge of the text
 * @y: top edge
 * @width: room for the text
 * @max_lines: bound of the number of lines, at least 1
 *
 * Draws @text in the colour that is set.
 */
void
atlas_text_draw (AtlasText *self,
                 cairo_t *cr,
                 const char *text,
                 AtlasTextStyle style,
                 AtlasAlign align,
                 double x,
                 double y,
                 double width,
                 guint max_lines)
{
  PangoLayout *layout;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail ((guint) style < ATLAS_N_TEXT_STYLES);
  g_return_if_fail (align <= ATLAS_ALIGN_END);

  layout = set_up_aligned (self, text, style, align, width, max_lines);

  cairo_move_to (cr, x, y - get_rise (self, style));
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * atlas_text_draw_halo:
 * @self: a pen
 * @cr: where to draw, in points
 * @text: UTF-8, never read as markup
 * @style: what the text is
 * @align: where lines shorter than @width stand; START is the left edge
 * @x: left edge of the text
 * @y: top edge
 * @width: room for the text
 * @max_lines: bound of the number of lines, at least 1
 * @reach: how far the halo reaches, in points
 *
 * Draws the surroundings of letters in the colour that is set, for @text to be
 * read on a busy ground.
 */
void
atlas_text_draw_halo (AtlasText *self,
                      cairo_t *cr,
                      const char *text,
                      AtlasTextStyle style,
                      AtlasAlign align,
                      double x,
                      double y,
                      double width,
                      guint max_lines,
                      double reach)
{
  PangoLayout *layout;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail ((guint) style < ATLAS_N_TEXT_STYLES);
  g_return_if_fail (align <= ATLAS_ALIGN_END);

  layout = set_up_aligned (self, text, style, align, width, max_lines);

  cairo_save (cr);
  cairo_move_to (cr, x, y - get_rise (self, style));
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2 * reach);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * atlas_text_get_line_height:
 * @self: a pen
 * @style: what the text is
 *
 * Returns: height of one line in points
 */
double
atlas_text_get_line_height (AtlasText *self, AtlasTextStyle style)
{
  return atlas_text_measure (self, "Ag", style, 0, 1).height;
}

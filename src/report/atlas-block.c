/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-block.h"

#include <string.h>

/**
 * atlas_block_alloc:
 * @size: size of the struct that begins with an #AtlasBlock
 * @klass: what it does
 * @space_before: free space above it, in points
 *
 * Returns: (transfer full): a block
 */
gpointer
atlas_block_alloc (gsize size,
                   const AtlasBlockClass *klass,
                   double space_before)
{
  AtlasBlock *self = g_malloc0 (size);

  self->klass = klass;
  self->space_before = space_before;
  self->most = G_MAXDOUBLE;

  return self;
}

/**
 * atlas_block_free:
 * @block: (transfer full): an #AtlasBlock
 */
void
atlas_block_free (gpointer block)
{
  AtlasBlock *self = block;

  if (self->klass->clear != NULL)
    self->klass->clear (self);
  g_free (self);
}

/**
 * atlas_blocks_new:
 *
 * Returns: (transfer full): an empty list that owns its blocks
 */
GPtrArray *
atlas_blocks_new (void)
{
  return g_ptr_array_new_with_free_func (atlas_block_free);
}

/**
 * atlas_blocks_measure:
 * @blocks: blocks
 * @sheet: the sheet they are for
 * @width: width of each, in points
 *
 * Returns: height of all, one below the other, in points
 */
double
atlas_blocks_measure (GPtrArray *blocks, AtlasSheet *sheet, double width)
{
  double height = 0.0;

  for (guint i = 0; i < blocks->len; i++)
    {
      AtlasBlock *block = g_ptr_array_index (blocks, i);

      height += i > 0 ? block->space_before : 0.0;
      height += block->klass->measure (block, sheet, width);
    }

  return height;
}

/**
 * atlas_blocks_place:
 * @blocks: blocks
 * @sheet: where they go
 * @x: left edge
 * @y: top edge of the first
 * @width: width of each
 */
void
atlas_blocks_place (GPtrArray *blocks,
                    AtlasSheet *sheet,
                    double x,
                    double y,
                    double width)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      AtlasBlock *block = g_ptr_array_index (blocks, i);

      y += i > 0 ? block->space_before : 0.0;
      block->klass->place (block, sheet, x, y, width);
      y += block->klass->measure (block, sheet, width);
    }
}

/* Headings and paragraphs. */

typedef struct
{
  AtlasBlock parent;
  AtlasStyle style;
  const char *tag;
  char *text;
  PangoLayout *layout;
  double width;
  double height;
} TextBlock;

static double
text_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  TextBlock *self = (TextBlock *) block;

  if (self->layout == NULL || self->width != width)
    {
      g_clear_object (&self->layout);
      self->layout =
          atlas_typesetter_set (atlas_sheet_get_typesetter (sheet), self->style,
                                self->text, width, PANGO_ALIGN_LEFT);
      atlas_layout_get_size (self->layout, NULL, &self->height);
      self->width = width;
    }

  return self->height;
}

static void
text_place (AtlasBlock *block,
            AtlasSheet *sheet,
            double x,
            double y,
            double width)
{
  TextBlock *self = (TextBlock *) block;

  text_measure (block, sheet, width);
  atlas_sheet_open (sheet, self->tag);
  atlas_sheet_take_layout (sheet, x, y, self->style,
                           g_object_ref (self->layout));
  atlas_sheet_close (sheet, self->tag);
}

static void
text_clear (AtlasBlock *block)
{
  TextBlock *self = (TextBlock *) block;

  g_clear_object (&self->layout);
  g_free (self->text);
}

static const AtlasBlockClass text_class = {
  .measure = text_measure,
  .place = text_place,
  .clear = text_clear,
};

/* Two lines of a paragraph may stand alone. */
static double
paragraph_measure_least (AtlasBlock *block,
                         AtlasSheet *sheet,
                         double width,
                         guint row)
{
  TextBlock *self = (TextBlock *) block;
  double line = atlas_typesetter_get_line_height (
      atlas_sheet_get_typesetter (sheet), self->style);

  if (block->keep_with_next)
    return text_measure (block, sheet, width);
  return MIN (text_measure (block, sheet, width), 2.6 * line);
}

/* How many bytes of @layout stand in @height, whole lines only, at least
 * one. */
static gsize
find_part (PangoLayout *layout, double height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gsize length = 0;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      if (length > 0 && (double) bottom / PANGO_SCALE > height)
        break;
      length = (gsize) line->start_index + (gsize) line->length;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return length;
}

/* @row is how many bytes stand on the pages before. */
static double
paragraph_place_part (AtlasBlock *block,
                      AtlasSheet *sheet,
                      double x,
                      double y,
                      double width,
                      double height,
                      guint *row)
{
  TextBlock *self = (TextBlock *) block;
  AtlasTypesetter *typesetter = atlas_sheet_get_typesetter (sheet);
  const char *text = self->text + *row;
  g_autofree char *part = NULL;
  g_autoptr (PangoLayout) layout = atlas_typesetter_set (
      typesetter, self->style, text, width, PANGO_ALIGN_LEFT);
  double used;

  atlas_layout_get_size (layout, NULL, &used);
  if (used > height + 0.01)
    {
      gsize length = find_part (layout, height);

      part = g_strndup (text, length);
      g_object_unref (layout);
      layout = atlas_typesetter_set (typesetter, self->style, part, width,
                                     PANGO_ALIGN_LEFT);
      atlas_layout_get_size (layout, NULL, &used);
      length += strspn (text + length, " \n");
      *row = text[length] != '\0' ? *row + (guint) length : ATLAS_BLOCK_DONE;
    }
  else
    {
      *row = ATLAS_BLOCK_DONE;
    }

  if (!atlas_sheet_is_dry (sheet))
    {
      atlas_sheet_open (sheet, self->tag);
      atlas_sheet_take_layout (sheet, x, y, self->style,
                               g_steal_pointer (&layout));
      atlas_sheet_close (sheet, self->tag);
    }

  return used;
}

static const AtlasBlockClass paragraph_class = {
  .measure = text_measure,
  .place = text_place,
  .measure_least = paragraph_measure_least,
  .place_part = paragraph_place_part,
  .clear = text_clear,
};

static AtlasBlock *
text_new (AtlasStyle style,
          const char *tag,
          const char *text,
          double space_before)
{
  TextBlock *self =
      atlas_block_alloc (sizeof (TextBlock), &text_class, space_before);

  self->style = style;
  self->tag = tag;
  self->text = g_strdup (text);

  return &self->parent;
}

/**
 * atlas_heading_new:
 * @level: 1 for the head of a section, to 3
 * @text: what it says; long ones are set smaller
 *
 * Returns: (transfer full): a block that stays with the next one
 */
AtlasBlock *
atlas_heading_new (guint level, const char *text)
{
  static const struct
  {
    AtlasStyle style;
    const char *tag;
    double space_before;
  } levels[] = {
    { ATLAS_STYLE_HEADING_1, "H1", 0.0 },
    { ATLAS_STYLE_HEADING_2, "H2", 14.0 },
    { ATLAS_STYLE_HEADING_3, "H3", 12.0 },
  };
  AtlasStyle style = levels[level - 1].style;
  AtlasBlock *block;

  if (level == 1 && g_utf8_strlen (text, -1) > 70)
    style = ATLAS_STYLE_HEADING_1_LONG;

  block = text_new (style, levels[level - 1].tag, text,
                    levels[level - 1].space_before);
  block->keep_with_next = TRUE;

  return block;
}

/**
 * atlas_paragraph_new:
 * @style: how it looks
 * @text: what it says
 * @space_before: free space above it, in points
 *
 * Returns: (transfer full): a block
 */
AtlasBlock *
atlas_paragraph_new (AtlasStyle style, const char *text, double space_before)
{
  AtlasBlock *block = text_new (style, "P", text, space_before);

  block->klass = &paragraph_class;
  return block;
}

/* A hairline over the whole width. */

static double
rule_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  return 0.5;
}

static void
rule_place (AtlasBlock *block,
            AtlasSheet *sheet,
            double x,
            double y,
            double width)
{
  atlas_sheet_add_line (sheet, x, y + 0.25, width, 0.0, 0.5,
                        ATLAS_PRESS_HAIRLINE);
}

static const AtlasBlockClass rule_class = {
  .measure = rule_measure,
  .place = rule_place,
};

/**
 * atlas_rule_new:
 * @space_before: free space above it, in points
 *
 * Returns: (transfer full): a hairline that stays with the next block
 */
AtlasBlock *
atlas_rule_new (double space_before)
{
  AtlasBlock *block =
      atlas_block_alloc (sizeof (AtlasBlock), &rule_class, space_before);

  block->keep_with_next = TRUE;
  return block;
}

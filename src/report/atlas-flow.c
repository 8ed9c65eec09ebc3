/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-flow.h"

/* Rounding must not push a block that fits exactly to the next page. */
#define SLACK 0.01

static AtlasBlock *
get_block (GPtrArray *blocks, guint index)
{
  return g_ptr_array_index (blocks, index);
}

/* Height of what must stand on this page if the block at @index starts here:
 * the block, or the head of it, and all that it must not be parted from. */
static double
measure_together (GPtrArray *blocks,
                  guint index,
                  guint row,
                  AtlasSheet *sheet,
                  const AtlasFrame *frame)
{
  double height = 0.0;

  for (;;)
    {
      AtlasBlock *block = get_block (blocks, index);

      block->most = frame->height - height;
      if (block->klass->measure_least != NULL)
        height += block->klass->measure_least (block, sheet, frame->width, row);
      else
        height += block->klass->measure (block, sheet, frame->width);

      if (!block->keep_with_next || index + 1 >= blocks->len)
        return height;
      row = 0;
      index++;
      height += get_block (blocks, index)->space_before;
    }
}

/* Where all that is left stands on one page with room to spare, the blocks that
 * can use it are given it: a page ends at its foot, not somewhere. */
static void
fill_out (GPtrArray *blocks,
          guint first,
          AtlasSheet *sheet,
          const AtlasFrame *frame)
{
  double height = 0.0;
  double wanted = 0.0;
  double part;
  guint end;

  for (end = first; end < blocks->len; end++)
    {
      const AtlasBlock *block = get_block (blocks, end);

      if (end > first && block->break_before)
        break;
      wanted += block->grow + (end > first ? block->loosen : 0.0);
    }
  if (wanted <= 0.0)
    return;

  for (guint i = first; i < end; i++)
    {
      AtlasBlock *block = get_block (blocks, i);

      height += i > first ? block->space_before : 0.0;
      block->most = frame->height;
      height += block->klass->measure (block, sheet, frame->width);
      if (height > frame->height)
        return;
    }

  part = MIN ((frame->height - height) / wanted, 1.0);
  for (guint i = first; i < end; i++)
    {
      AtlasBlock *block = get_block (blocks, i);

      block->extra = part * block->grow;
      block->space_before += part * block->loosen;
    }
}

/* Puts a block at @y. Says how high it got; *@row is %ATLAS_BLOCK_DONE when
 * all of it is there. */
static double
place_block (AtlasBlock *block,
             AtlasSheet *sheet,
             const AtlasFrame *frame,
             double y,
             guint *row)
{
  if (block->klass->place_part != NULL)
    return block->klass->place_part (block, sheet, frame->x, y, frame->width,
                                     frame->y + frame->height - y, row);

  if (!atlas_sheet_is_dry (sheet))
    block->klass->place (block, sheet, frame->x, y, frame->width);
  *row = ATLAS_BLOCK_DONE;
  return block->klass->measure (block, sheet, frame->width);
}

/**
 * atlas_flow_fill:
 * @blocks: the blocks of a section
 * @position: (inout): where to begin; where the next page begins
 * @sheet: the page to fill
 * @frame: which part of it
 *
 * Puts as many blocks on the page as there is room for. A heading is never the
 * last of a page, a figure is made lower rather than cut, only tables are
 * parted. A page is never left empty; what is left over at the end of a section
 * goes to the blocks that can use it.
 *
 * Returns: whether there is something left for another page
 */
gboolean
atlas_flow_fill (GPtrArray *blocks,
                 AtlasPosition *position,
                 AtlasSheet *sheet,
                 const AtlasFrame *frame)
{
  double bottom = frame->y + frame->height;
  double y = frame->y;
  gboolean empty = TRUE;
  /* Whether all that stands on the page so far are headings: what they belong
   * to follows them there, even if it is higher than any page. */
  gboolean bound = TRUE;

  if (!atlas_sheet_is_dry (sheet) && position->row == 0)
    fill_out (blocks, position->block, sheet, frame);

  while (position->block < blocks->len)
    {
      AtlasBlock *block = get_block (blocks, position->block);
      guint row = position->row;

      if (!empty)
        {
          double needed;

          if (block->break_before)
            return TRUE;
          needed =
              measure_together (blocks, position->block, row, sheet, frame);
          if (!bound && y + block->space_before + needed > bottom + SLACK)
            return TRUE;
          y += block->space_before;
        }
      else
        {
          measure_together (blocks, position->block, row, sheet, frame);
        }

      /* What is bound to the heads above it gets what they leave. */
      block->most = bottom - y;
      y += place_block (block, sheet, frame, y, &row);
      empty = FALSE;
      bound = bound && block->keep_with_next;
      if (row != ATLAS_BLOCK_DONE)
        {
          position->row = row;
          return TRUE;
        }
      position->block++;
      position->row = 0;
    }

  return FALSE;
}

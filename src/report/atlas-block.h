/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-sheet.h"

G_BEGIN_DECLS

/**
 * AtlasBlock:
 *
 * A piece of a section: a heading, a paragraph, a figure, a table, a strip of
 * key figures, or columns of such. Knows how high it is at a width, and puts
 * itself on a sheet. Made for one sheet and thrown away with it.
 */
typedef struct _AtlasBlock AtlasBlock;

/**
 * AtlasBlockClass:
 * @measure: height at a width, in points; may keep what it laid out
 * @place: puts the whole block on the sheet
 * @measure_least: (nullable): height of the least part that may stand alone
 *   at the foot of a page, its head included
 * @place_part: (nullable): puts on the sheet what fits into a height, from
 *   row *@row on; moves *@row on and says the height taken. *@row is
 *   %ATLAS_BLOCK_DONE after the last
 * @clear: (nullable): frees what it holds
 */
typedef struct
{
  double (*measure) (AtlasBlock *self, AtlasSheet *sheet, double width);
  void (*place) (AtlasBlock *self,
                 AtlasSheet *sheet,
                 double x,
                 double y,
                 double width);
  double (*measure_least) (AtlasBlock *self,
                           AtlasSheet *sheet,
                           double width,
                           guint row);
  double (*place_part) (AtlasBlock *self,
                        AtlasSheet *sheet,
                        double x,
                        double y,
                        double width,
                        double height,
                        guint *row);
  void (*clear) (AtlasBlock *self);
} AtlasBlockClass;

#define ATLAS_BLOCK_DONE G_MAXUINT

/**
 * _AtlasBlock:
 * @klass: what it does
 * @space_before: free space above, unless it stands at the top of a page
 * @keep_with_next: whether it must not be the last of a page
 * @break_before: whether it starts a new page
 * @most: height that it may have at most; set by the flow before measuring
 * @loosen: how much free space may be added above where a page is not full
 * @grow: how much higher it may become there
 * @extra: by how much the flow made it higher
 * @tight: whether the rows of a table are closer to each other
 */
struct _AtlasBlock
{
  const AtlasBlockClass *klass;
  double space_before;
  double most;
  double loosen;
  double grow;
  double extra;
  gboolean keep_with_next;
  gboolean break_before;
  gboolean tight;
};

gpointer atlas_block_alloc (gsize size,
                            const AtlasBlockClass *klass,
                            double space_before);

void atlas_block_free (gpointer block);

/* Blocks in the order of reading. */
GPtrArray *atlas_blocks_new (void);

double
atlas_blocks_measure (GPtrArray *blocks, AtlasSheet *sheet, double width);

void atlas_blocks_place (GPtrArray *blocks,
                         AtlasSheet *sheet,
                         double x,
                         double y,
                         double width);

/* Level 1 to 3. */
AtlasBlock *atlas_heading_new (guint level, const char *text);

AtlasBlock *
atlas_paragraph_new (AtlasStyle style, const char *text, double space_before);

/* Side by side; takes the arrays of blocks. @weights are parts of the width. */
AtlasBlock *atlas_side_by_side_new (GPtrArray *const *columns,
                                    const double *weights,
                                    guint n_columns,
                                    double gutter,
                                    double space_before);

AtlasBlock *atlas_rule_new (double space_before);

G_END_DECLS

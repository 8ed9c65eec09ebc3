/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-loaded-file.h"

G_BEGIN_DECLS

/**
 * AtlasFileYield:
 * @n_values: how many values could be read, names included
 * @n_problems: how many problems there are
 * @size: bytes of the file
 * @ended: whether the last line has its end
 *
 * How much a reading of a file gave, to tell whether the next one gives less.
 */
typedef struct
{
  guint n_values;
  guint n_problems;
  guint64 size;
  gboolean ended;
} AtlasFileYield;

void atlas_file_yield_init (AtlasFileYield *yield, const AtlasLoadedFile *file);

gboolean atlas_file_yield_is_less (const AtlasFileYield *now,
                                   const AtlasFileYield *before);

G_END_DECLS

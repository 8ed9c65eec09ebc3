/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-span.h"

G_BEGIN_DECLS

/**
 * AtlasLineReader:
 *
 * Walks over the lines of a text without copying them. Lives on the stack;
 * the members are its own. Lines end with LF, CR LF or CR; in a text that has
 * none of these, with the line ends that only Unicode has.
 */
typedef struct
{
  const char *at;
  const char *end;
  guint32 line;
  gboolean has_returns;
  gboolean has_wide_ends;
} AtlasLineReader;

void
atlas_line_reader_init (AtlasLineReader *self, const char *text, gsize length);

gboolean atlas_line_reader_next (AtlasLineReader *self, AtlasSpan *line);

G_END_DECLS

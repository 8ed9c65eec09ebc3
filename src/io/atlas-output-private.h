/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-output.h"

G_BEGIN_DECLS

struct _AtlasOutput
{
  int descriptor;
  GString *buffer;
  /* The file that will be, and the one it is written to until then; neither
   * for the standard output and for devices. */
  char *path;
  char *unfinished;
  /* For a file that is no local one: all of it goes there at the end. */
  GFile *remote;
  gboolean owns_descriptor;
  /* Where the file that is written can be read; -1 unless what is written
   * behind the mark may be taken back. That came in pieces. */
  int reading;
  goffset mark;
  goffset end;
  GArray *pieces;
};

/* What the two files of an output share. */

gboolean atlas_output_set_errno (GError **error, int number);

gboolean atlas_output_flush (AtlasOutput *self, GError **error);

void
atlas_output_note_piece (AtlasOutput *self, const char *data, gsize length);

G_END_DECLS

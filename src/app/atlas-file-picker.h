/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasFileKind:
 * @name: translated name of the kind, "PDF Document"
 * @suffix: how such files end, without the dot; the first kind's is added to a
 *   name that is to be saved without one
 * @mime_type: (nullable): its MIME type
 *
 * A kind of file that can be picked.
 */
typedef struct
{
  const char *name;
  const char *suffix;
  const char *mime_type;
} AtlasFileKind;

/**
 * AtlasFilePick:
 * @action: open files, save a file or select folders
 * @several: whether more than one may be picked
 * @title: translated title
 * @accept: translated label of the button, with mnemonic
 * @name: (nullable): name offered for a file to be saved
 * @folder: (nullable): where to start
 * @kinds: (nullable) (array length=n_kinds): the kinds to choose from
 * @n_kinds: number of @kinds
 * @any_kind: whether all other files can be shown too
 *
 * What is to be picked.
 */
typedef struct
{
  GtkFileChooserAction action;
  gboolean several;
  const char *title;
  const char *accept;
  const char *name;
  GFile *folder;
  const AtlasFileKind *kinds;
  gsize n_kinds;
  gboolean any_kind;
} AtlasFilePick;

void atlas_file_picker_run_async (GtkWindow *parent,
                                  const AtlasFilePick *pick,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

GPtrArray *atlas_file_picker_run_finish (GAsyncResult *result, GError **error);

GFile *atlas_file_picker_run_finish_one (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasSurvey:
 * @roots: (element-type GFile): where to look
 * @folders: (element-type GFile): the folders found, @roots among them
 * @files: (element-type GFile): the files in them, when they are wanted
 * @with_files: whether they are
 *
 * What there is to watch below some folders.
 */
typedef struct
{
  GPtrArray *roots;
  GPtrArray *folders;
  GPtrArray *files;
  gboolean with_files;

  /*< private >*/
  guint max_folders;
  gboolean recurse;
} AtlasSurvey;

AtlasSurvey *atlas_survey_new (GFile *const *roots,
                               gsize n_roots,
                               guint max_folders,
                               gboolean recurse,
                               gboolean with_files);

void atlas_survey_free (AtlasSurvey *self);

void atlas_survey_run (AtlasSurvey *self, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSurvey, atlas_survey_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasSaver:
 *
 * Saves whole files without keeping the window waiting. What was asked for
 * later is never replaced by what was asked for earlier, whichever thread is
 * the slower one. Counted; saves under way hold on to it.
 */
typedef struct _AtlasSaver AtlasSaver;

AtlasSaver *atlas_saver_new (void);

AtlasSaver *atlas_saver_ref (AtlasSaver *self);

void atlas_saver_unref (AtlasSaver *self);

void atlas_saver_save_async (AtlasSaver *self,
                             GFile *file,
                             char *text,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

gboolean atlas_saver_save_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSaver, atlas_saver_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void atlas_source_text_load_async (GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

char *atlas_source_text_load_finish (GAsyncResult *result, GError **error);

char *atlas_source_text_decode (const char *data, gsize length, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-session.h"

G_BEGIN_DECLS

void atlas_folder_check_async (AtlasSession *session,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

GPtrArray *atlas_folder_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS

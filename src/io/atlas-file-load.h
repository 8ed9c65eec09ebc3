/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *atlas_file_load (GFile *file, gsize most, gsize *length, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean atlas_plural_evaluate (const char *rule, gulong n, gulong *which);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The economy that a place with the key @id lies in, NULL when not listed. */
const char *atlas_gazetteer_get_economy (const char *id);

const char *atlas_gazetteer_get_id (guint index);

/* Whether two printed economies have one in common. */
gboolean atlas_economies_meet (const char *a, const char *b);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasSpool:
 *
 * Bytes that wait in the order in which they came, many of them.
 */
typedef struct _AtlasSpool AtlasSpool;

AtlasSpool *atlas_spool_new (void);

void atlas_spool_free (AtlasSpool *self);

char *atlas_spool_add (AtlasSpool *self, gsize length);

gboolean atlas_spool_extend (AtlasSpool *self, const char *data, gsize length);

const char *atlas_spool_peek (AtlasSpool *self, gsize *length);

void atlas_spool_drop (AtlasSpool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSpool, atlas_spool_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCatalogue:
 *
 * The translations of one language, read from a file of gettext's (.mo).
 * gettext() itself speaks one language per process, and only those the machine
 * has a locale for; a report may be in any other. Immutable.
 */
typedef struct _AtlasCatalogue AtlasCatalogue;

AtlasCatalogue *atlas_catalogue_new (GBytes *bytes);

void atlas_catalogue_free (AtlasCatalogue *self);

const char *
atlas_catalogue_get (const AtlasCatalogue *self, const char *message);

const char *atlas_catalogue_get_plural (const AtlasCatalogue *self,
                                        const char *one,
                                        const char *many,
                                        gulong n);

/* What the thread speaks: NULL for what gettext() speaks. Returns what it was
 * before. */
const AtlasCatalogue *atlas_catalogue_speak (const AtlasCatalogue *self);

const char *atlas_gettext (const char *message) G_GNUC_FORMAT (1);

const char *atlas_pgettext (const char *context_and_message, gsize offset)
    G_GNUC_FORMAT (1);

const char *atlas_ngettext (const char *one, const char *many, gulong n)
    G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCatalogue, atlas_catalogue_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *atlas_command_gettext (const char *message) G_GNUC_FORMAT (1);

const char *atlas_command_ngettext (const char *one, const char *many, gulong n)
    G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

G_END_DECLS

/* In place of <glib/gi18n.h> in the commands: what is said to the person at
 * the terminal is in the person's language, while the process keeps the plain
 * locale, so that what is written is the same everywhere. */
#define _(String) atlas_command_gettext (String)
#define N_(String) (String)
#define ngettext(One, Many, N) atlas_command_ngettext (One, Many, N)

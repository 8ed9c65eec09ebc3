/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Key of a place: dashes, blanks and case folded, nothing else. The key of
 * "Shanghai–Suzhou" and of "SHANGHAI - SUZHOU" is "shanghai-suzhou". */
char *atlas_fold_place (const char *name);

/* Text for searching: also blind to accents and punctuation. */
char *atlas_fold_search (const char *text);

G_END_DECLS

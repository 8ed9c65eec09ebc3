/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-format.h"

G_BEGIN_DECLS

#define ATLAS_LANGUAGE_ENGLISH "en"

/* Codes such as "zh_CN", ended by NULL; English first. */
const char *const *atlas_language_get_codes (void);

/* Its name in itself: "Deutsch". */
const char *atlas_language_get_name (const char *code);

/* That of the interface, English where there is no translation. */
const char *atlas_language_get_default (void);

/* Whether its translations are installed. */
gboolean atlas_language_is_available (const char *code);

void atlas_format_init_for_language (AtlasFormat *format, const char *code);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/* Appends @profile in the text form, so that reading it gives an equal one. */
void atlas_text_write (const AtlasProfile *profile, GString *out);

G_END_DECLS

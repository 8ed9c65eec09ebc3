/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *atlas_drawable_text (const char *text, char **held);

G_END_DECLS

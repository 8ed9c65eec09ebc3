/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds to the end of a PDF what cairo cannot say: the alternative texts of the
 * figures, the language, and that the title is to be shown. @offset is how many
 * bytes stand before @tail in the file. FALSE when the tail is of another form
 * than expected; then it is as it was. */
gboolean
atlas_pdf_tail_describe (GByteArray *tail, gsize offset, GPtrArray *alts);

G_END_DECLS

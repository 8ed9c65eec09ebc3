/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasPdfLanguage:
 * @code: code of the language of the texts, such as "zh_CN"
 * @right_to_left: whether its pages are turned from left to right
 */
typedef struct
{
  const char *code;
  gboolean right_to_left;
} AtlasPdfLanguage;

/* Adds to the end of a PDF what cairo cannot say: the alternative texts of the
 * figures, the language, and that the title is to be shown. @offset is how many
 * bytes stand before @tail in the file. FALSE when the tail is of another form
 * than expected; then it is as it was. */
gboolean atlas_pdf_tail_describe (GByteArray *tail,
                                  gsize offset,
                                  GPtrArray *alts,
                                  const AtlasPdfLanguage *language);

G_END_DECLS

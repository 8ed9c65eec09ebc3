/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_LINE_NUMBERS (atlas_line_numbers_get_type ())

/* The numbers of the lines of a text view, for its gutter. */
G_DECLARE_FINAL_TYPE (AtlasLineNumbers,
                      atlas_line_numbers,
                      ATLAS,
                      LINE_NUMBERS,
                      GtkWidget)

GtkWidget *atlas_line_numbers_new (GtkTextView *text_view);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-chart.h"

G_BEGIN_DECLS

/* A chart for the clipboard, in one offer: picture, drawing, and its figures
 * as text and as a table. */
GdkContentProvider *atlas_chart_clipboard_new (AtlasChart *chart, double width);

G_END_DECLS

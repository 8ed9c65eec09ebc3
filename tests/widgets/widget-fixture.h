/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "../app/atlas-resize.h"
#include "../find-widget.h"
#include "../session/session-fixture.h"

#include "atlas-session.h"
#include "atlas-table-view.h"

/* What tests of widgets share: a session with the samples, a window, and the
 * widgets that show a text. */

void add_samples (AtlasSession *session);

GtkWidget *present (GtkWidget *child);

void run_for (guint milliseconds);

void settle (void);

GBytes *read_clipboard (GdkClipboard *clipboard, const char *mime_type);

GtkWidget *find_cell (GtkWidget *widget, const char *text);

GtkWidget *find_label (GtkWidget *widget, const char *text);

GtkWidget *find_button (GtkWidget *widget, const char *label);

GtkWidget *find_row (GtkWidget *widget, const char *title);

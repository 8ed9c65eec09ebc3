/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-resize.h"
#include "atlas-window.h"

G_BEGIN_DECLS

/* A window of the program, and what a test asks of it. Windows come one after
 * the other, in one application. */
typedef struct
{
  AtlasApplication *application;
  AtlasWindow *window;
  AtlasSession *session;
  AtlasFeed *feed;
} WindowFixture;

/* The application of the whole test program, which is the default one. */
AtlasApplication *window_fixture_start (void);

/* Before each test: no window yet. */
void window_fixture_set_up (WindowFixture *fixture, gconstpointer data);

/* A window that will be drawn. */
void window_fixture_present (WindowFixture *fixture);

/* A window that is drawn, menus and all. */
void window_fixture_open (WindowFixture *fixture);

/* Opens the file or folder @path in it, and waits until all is read. */
void window_fixture_open_path (WindowFixture *fixture, const char *path);

/* Opens the samples, as the button does. */
void window_fixture_open_samples (WindowFixture *fixture);

/* Until nothing is read any more. */
void window_fixture_wait (WindowFixture *fixture);

/* Closes the window: gone at once, and soon nothing holds on to it. */
void window_fixture_close (WindowFixture *fixture);

/* @action: with the group, and a target: "win.view::charts". */
void window_fixture_activate (WindowFixture *fixture, const char *action);

gboolean window_fixture_is_enabled (WindowFixture *fixture, const char *action);

guint window_fixture_get_n_documents (WindowFixture *fixture);

/* How many neither a filter nor a search hides. */
guint window_fixture_get_n_visible (WindowFixture *fixture);

/* The window of @type that is shown; NULL where there is none. */
GtkWindow *window_fixture_find (const char *type);

/* A new folder with @n profiles that differ in their file names only. */
char *window_fixture_make_folder (guint n);

/* Removes @folder with its files. */
void window_fixture_remove_folder (const char *folder);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FarFile:
 *
 * Files of another computer, without one: "far:///x" is "x" in a folder of
 * this one, reached through GIO only and without a path. By its name a file
 * answers as a server can: "denied" is not to be read or listed, "full" has no
 * room for what is written, "late" answers after a while, "hung" does not until
 * it is told to.
 */
#define FAR_TYPE_FILE (far_file_get_type ())

G_DECLARE_FINAL_TYPE (FarFile, far_file, FAR, FILE, GObject)

/* From now on "far:" leads to @folder. */
void far_file_mount (const char *folder);

/* Whether "hung" does not answer from now on. When it answers again, waits
 * until nobody waits for it. */
void far_file_set_hung (gboolean hung);

/* How many have waited for "late" at once. */
guint far_file_get_most_late (void);

G_END_DECLS

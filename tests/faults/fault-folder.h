/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "fault-injector.h"

G_BEGIN_DECLS

/* What a target holds before it is written anew. */
#define FAULT_OLD_TEXT "what was there before\n"

/* How many profiles lie in the folder. */
#define FAULT_N_PROFILES 3

/**
 * FaultFolder:
 * @path: a folder of its own
 * @profiles: in it, a folder with profiles
 * @target_folder: in it, the folder that outputs are written to
 * @said: in it, what a program wrote to its standard output
 * @errors: in it, what a program wrote to its standard error
 *
 * Where a program that meets faults reads and writes.
 */
typedef struct
{
  char *path;
  char *profiles;
  char *target_folder;
  char *said;
  char *errors;
} FaultFolder;

FaultFolder *fault_folder_new (void);

void fault_folder_free (FaultFolder *folder);

char *fault_folder_read (const char *path, gsize *length);

void fault_folder_write (const char *path, const char *text);

guint fault_folder_count_unfinished (const FaultFolder *folder);

void fault_folder_remove_unfinished (const FaultFolder *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultFolder, fault_folder_free)

G_END_DECLS

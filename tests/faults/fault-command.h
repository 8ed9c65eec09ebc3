/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fault-folder.h"

G_BEGIN_DECLS

/**
 * FaultCommand:
 * @name: what the test is called
 * @words: the words after the name of the program
 * @output: the file it writes; %NULL for the standard output
 *
 * A command of the program that writes something.
 */
typedef struct
{
  const char *name;
  const char *words;
  const char *output;
} FaultCommand;

extern const FaultCommand fault_commands[];
extern const guint fault_n_commands;

/**
 * FaultRun:
 * @command: what is run
 * @folder: where
 * @program: the program
 * @target: where the output goes
 * @whole: what it writes when nothing fails
 * @length: bytes of @whole
 * @without: the same for each profile that is missing
 *
 * A command, and what it may leave behind.
 */
typedef struct
{
  const FaultCommand *command;
  FaultFolder *folder;
  const char *program;
  char *target;
  char *whole;
  gsize length;
  char *without[FAULT_N_PROFILES];
} FaultRun;

FaultRun *fault_run_new (const FaultCommand *command, const char *program);

void fault_run_free (FaultRun *run);

void fault_run_go (const FaultRun *run,
                   FaultPlan *plan,
                   gboolean everywhere,
                   FaultEnd *end);

char *fault_run_judge (const FaultRun *run,
                       const FaultPlan *plan,
                       const FaultEnd *end);

gboolean fault_run_is_whole (const FaultRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultRun, fault_run_free)

G_END_DECLS

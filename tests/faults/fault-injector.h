/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultPlan:
 * @at: which of the calls is to fail, from 1; 0 for none
 * @error: the `errno` it fails with; 0 to kill the process before the call
 * @count: how many calls were seen since the plan was made
 * @hit: the call that failed, as "write /tmp/x"; empty when none did
 *
 * What is to happen to the system calls of a process. It lies in memory that
 * both share, so that a window can be told of the next fault without being
 * started anew.
 */
typedef struct
{
  guint at;
  int error;
  guint count;
  char hit[512];
} FaultPlan;

/**
 * FaultJob:
 * @body: what the process does; never returns to the caller
 * @data: for @body
 * @under: (array zero-terminated=1) (nullable): only calls on these files and
 *   on what lies under these folders count; %NULL for all calls
 * @threads_only: whether calls of the first thread do not count
 * @seconds: a process that takes longer hangs, and is killed
 * @trace: (nullable): where each call is noted, in order
 */
typedef struct
{
  void (*body) (gpointer data);
  gpointer data;
  const char *const *under;
  gboolean threads_only;
  guint seconds;
  GPtrArray *trace;
} FaultJob;

/**
 * FaultEnd:
 * @status: the exit status, -1 when a signal ended the process
 * @signal: the signal, or 0
 * @hung: whether it had to be killed because it took too long
 */
typedef struct
{
  int status;
  int signal;
  gboolean hung;
} FaultEnd;

gboolean fault_injector_works (void);

FaultPlan *fault_plan_new (void);

void fault_plan_free (FaultPlan *plan);

void fault_plan_set (FaultPlan *plan, guint at, int error);

void fault_injector_run (const FaultJob *job, FaultPlan *plan, FaultEnd *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultPlan, fault_plan_free)

G_END_DECLS

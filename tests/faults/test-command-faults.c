/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>

#include "fault-command.h"

/* test-command-faults PROGRAM short|complete: each system call that a command
 * makes on profiles and on its output fails once in each way, one fault a run.
 */

/* The short form has the first two. */
static const int all_errors[] = { EIO,    EINTR,  ENOSPC, EACCES,
                                  ENOENT, EMFILE, EDQUOT };

static const char *const short_names[] = { "check", "stdout", "csv",
                                           "json",  "svg",    NULL };

typedef struct
{
  const FaultCommand *command;
  const char *program;
  guint n_errors;
} Case;

static void
test_faults (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (FaultRun) run = fault_run_new (test->command, test->program);
  g_autoptr (FaultPlan) plan = fault_plan_new ();
  guint n_runs = 0;
  guint n_harmed = 0;
  guint at = 0;
  guint e;

  for (e = 0; e < test->n_errors; e++)
    for (at = 1;; at++)
      {
        g_autofree char *harm = NULL;
        FaultEnd end;

        fault_plan_set (plan, at, all_errors[e]);
        fault_run_go (run, plan, FALSE, &end);
        harm = fault_run_judge (run, plan, &end);
        if (harm != NULL)
          {
            g_test_message ("%s", harm);
            n_harmed++;
          }
        if (plan->hit[0] == '\0')
          break;
        n_runs++;
      }

  g_test_message ("%u faults", n_runs);
  /* Three profiles are opened, asked for their size, read and closed. */
  g_assert_cmpuint (n_runs, >=, test->n_errors * 4 * FAULT_N_PROFILES);
  if (n_harmed > 0)
    g_test_fail ();
}

int
main (int argc, char *argv[])
{
  gboolean complete;
  guint i;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  if (!fault_injector_works ())
    {
      g_print ("1..0 # SKIP the kernel does not let us ask for faults\n");
      return 0;
    }

  complete = g_str_equal (argv[2], "complete");
  for (i = 0; i < fault_n_commands; i++)
    {
      g_autofree char *path =
          g_strconcat ("/faults/", fault_commands[i].name, NULL);
      Case *test;

      /* One of each kind in the short form. */
      if (!complete && !g_strv_contains (short_names, fault_commands[i].name))
        continue;

      test = g_new0 (Case, 1);
      test->command = &fault_commands[i];
      test->program = argv[1];
      test->n_errors = complete ? G_N_ELEMENTS (all_errors) : 2;
      g_test_add_data_func_full (path, test, test_faults, g_free);
    }

  return g_test_run ();
}

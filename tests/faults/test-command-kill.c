/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <signal.h>

#include "fault-command.h"

/* test-command-kill PROGRAM short|complete: `kill -9` before each system call
 * of each command that writes a file. The file is the old one or the new one,
 * whole, and the next run clears away what the killed one left.
 */

/* How many kills the complete form has at least. */
#define N_COMPLETE 1000

typedef struct
{
  const FaultCommand *command;
  const char *program;
  /* Also at what libraries do on their own files; every so many-th call. */
  gboolean everywhere;
  guint step;
  guint *n_kills;
} Case;

/* Returns what is wrong after a kill, NULL when nothing is. */
static const char *
find_fault (const FaultRun *run, const FaultEnd *end)
{
  g_autofree char *output = fault_folder_read (run->target, NULL);
  g_autoptr (FaultPlan) nothing = fault_plan_new ();
  FaultEnd next;

  if (end->hung)
    return "it hung";
  if (g_strcmp0 (output, FAULT_OLD_TEXT) != 0 && !fault_run_is_whole (run))
    return "the output is neither the old one nor the new one";

  fault_run_go (run, nothing, FALSE, &next);
  if (next.status != 0 || !fault_run_is_whole (run))
    return "the next run failed";
  if (fault_folder_count_unfinished (run->folder) > 0)
    return "the next run did not clear away what was left";

  return NULL;
}

static void
test_kill (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (FaultRun) run = fault_run_new (test->command, test->program);
  g_autoptr (FaultPlan) plan = fault_plan_new ();
  guint n_left = 0;
  guint n_kills = 0;
  guint at;

  for (at = 1;; at += test->step)
    {
      const char *fault;
      FaultEnd end;

      fault_plan_set (plan, at, 0);
      fault_run_go (run, plan, test->everywhere, &end);
      if (plan->hit[0] == '\0')
        break;

      g_assert_cmpint (end.signal, ==, SIGKILL);
      n_kills++;
      if (fault_folder_count_unfinished (run->folder) > 0)
        n_left++;
      fault = find_fault (run, &end);
      if (fault != NULL)
        {
          g_test_message ("%u. %s: %s", at, plan->hit, fault);
          g_test_fail ();
          fault_folder_remove_unfinished (run->folder);
        }
    }

  g_test_message ("%u kills, %u with something left", n_kills, n_left);
  /* Otherwise what is to be cleared away was never there. */
  if (test->step == 1)
    g_assert_cmpuint (n_left, >, 2);
  *test->n_kills += n_kills;
}

static void
test_enough (gconstpointer data)
{
  const Case *test = data;

  g_test_message ("%u kills in all", *test->n_kills);
  g_assert_cmpuint (*test->n_kills, >=, N_COMPLETE);
}

static void
add_case (const Case *values, const char *what, GTestDataFunc function)
{
  g_autofree char *path = g_strconcat ("/kill/", what, NULL);

  g_test_add_data_func_full (path, g_memdup2 (values, sizeof *values), function,
                             g_free);
}

int
main (int argc, char *argv[])
{
  Case test = { 0 };
  guint n_kills = 0;
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
  test.program = argv[1];
  test.n_kills = &n_kills;
  test.step = 1;
  for (i = 0; i < fault_n_commands; i++)
    {
      test.command = &fault_commands[i];
      if (test.command->output == NULL)
        continue;
      if (complete || g_str_equal (test.command->name, "csv"))
        add_case (&test, test.command->name, test_kill);
      if (complete
          && (g_str_equal (test.command->name, "json")
              || g_str_equal (test.command->name, "svg")))
        {
          g_autofree char *name =
              g_strconcat (test.command->name, "-everywhere", NULL);

          test.everywhere = TRUE;
          add_case (&test, name, test_kill);
          test.everywhere = FALSE;
        }
    }
  if (complete)
    add_case (&test, "enough", test_enough);

  return g_test_run ();
}

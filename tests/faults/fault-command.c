/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fault-command.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* A run that takes longer than this hangs, in seconds. */
#define HANGS_AFTER 60

const FaultCommand fault_commands[] = {
  { "check", "check", NULL },
  { "check-json", "check --json", NULL },
  { "stdout", "export --format=csv", NULL },
  { "json", "export --format=json", "out.json" },
  { "csv", "export --format=csv", "out.csv" },
  { "tsv", "export --format=tsv --table=links", "out.tsv" },
  { "graphml", "export --format=graphml", "out.graphml" },
  { "gexf", "export --format=gexf", "out.gexf" },
  { "pajek", "export --format=pajek", "out.net" },
  { "vosviewer", "export --format=vosviewer", "out.vos.json" },
  { "text", "export --format=text", "out.txt" },
  { "svg", "chart --kind=multiples", "out.svg" },
  { "png", "chart --kind=position", "out.png" },
  { "pdf", "chart --kind=network", "out.pdf" },
  { "report", "report", "report.pdf" },
};
const guint fault_n_commands = G_N_ELEMENTS (fault_commands);

typedef struct
{
  const char *program;
  char **words;
  int said;
  int errors;
} Body;

/* Becomes the program; what it writes goes to files. */
static void
become_program (gpointer data)
{
  const Body *body = data;

  dup2 (body->said, STDOUT_FILENO);
  dup2 (body->errors, STDERR_FILENO);
  execv (body->program, body->words);
}

static int
create (const char *path)
{
  int descriptor = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);

  g_assert_cmpint (descriptor, >=, 0);

  return descriptor;
}

static char **
split_words (const FaultRun *run)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (run->command->words, " ", -1);

  g_strv_builder_add (builder, run->program);
  g_strv_builder_addv (builder, (const char **) words);
  g_strv_builder_add (builder, "--jobs=1");
  if (run->command->output != NULL)
    g_strv_builder_add_many (builder, "-o", run->target, NULL);
  g_strv_builder_add (builder, run->folder->profiles);

  return g_strv_builder_end (builder);
}

/**
 * fault_run_go:
 * @run: a command
 * @plan: what is to fail
 * @everywhere: whether all calls count, those of libraries on their own files
 *   too; otherwise only those on the profiles and on the target
 * @end: (out): how it ended
 *
 * Runs the program once, with an older file in the place of its output.
 */
void
fault_run_go (const FaultRun *run,
              FaultPlan *plan,
              gboolean everywhere,
              FaultEnd *end)
{
  g_auto (GStrv) words = split_words (run);
  Body body = {
    .program = run->program,
    .words = words,
    .said = create (run->folder->said),
    .errors = create (run->folder->errors),
  };
  const char *const under[] = {
    run->folder->profiles,
    run->command->output != NULL ? run->folder->target_folder
                                 : run->folder->said,
    NULL,
  };
  const FaultJob job = {
    .body = become_program,
    .data = &body,
    .under = everywhere ? NULL : under,
    .seconds = HANGS_AFTER,
  };

  if (run->command->output != NULL)
    fault_folder_write (run->target, FAULT_OLD_TEXT);
  fault_injector_run (&job, plan, end);
  close (body.said);
  close (body.errors);
}

static char *
read_output (const FaultRun *run, gsize *length)
{
  return fault_folder_read (run->target, length);
}

/* What is written when one profile after the other is not there. */
static void
run_without (FaultRun *run, FaultPlan *plan)
{
  g_autoptr (GDir) dir = g_dir_open (run->folder->profiles, 0, NULL);
  const char *name;
  guint i = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path =
          g_build_filename (run->folder->profiles, name, NULL);
      g_autofree char *away = g_build_filename (run->folder->path, name, NULL);
      FaultEnd end;

      g_assert_cmpuint (i, <, FAULT_N_PROFILES);
      g_assert_cmpint (g_rename (path, away), ==, 0);
      fault_run_go (run, plan, FALSE, &end);
      g_assert_cmpint (end.status, ==, 0);
      run->without[i++] = read_output (run, NULL);
      g_assert_cmpint (g_rename (away, path), ==, 0);
    }
}

/**
 * fault_run_new:
 * @command: (transfer none): a command
 * @program: the program
 *
 * Returns: (transfer full): the command, run without faults to know what it
 *   writes
 */
FaultRun *
fault_run_new (const FaultCommand *command, const char *program)
{
  FaultRun *self = g_new0 (FaultRun, 1);
  g_autoptr (FaultPlan) plan = fault_plan_new ();
  FaultEnd end;

  self->command = command;
  self->program = program;
  self->folder = fault_folder_new ();
  self->target = command->output != NULL ? g_build_filename (
                     self->folder->target_folder, command->output, NULL)
                                         : g_strdup (self->folder->said);
  run_without (self, plan);
  fault_run_go (self, plan, FALSE, &end);
  g_assert_cmpint (end.status, ==, 0);
  self->whole = read_output (self, &self->length);
  g_assert_cmpuint (self->length, >, 20);

  return self;
}

/**
 * fault_run_free:
 * @self: (transfer full): a command
 */
void
fault_run_free (FaultRun *self)
{
  guint i;

  for (i = 0; i < FAULT_N_PROFILES; i++)
    g_free (self->without[i]);
  g_free (self->whole);
  g_free (self->target);
  fault_folder_free (self->folder);
  g_free (self);
}

/**
 * fault_run_is_whole:
 * @self: a command
 *
 * Returns: whether the output is, byte for byte, what it is without faults
 */
gboolean
fault_run_is_whole (const FaultRun *self)
{
  gsize length;
  g_autofree char *output = read_output (self, &length);

  return output != NULL && length == self->length
         && memcmp (output, self->whole, length) == 0;
}

static gboolean
ends_with (const char *data, gsize length, const char *end)
{
  gsize end_length = strlen (end);

  return length >= end_length
         && memcmp (data + length - end_length, end, end_length) == 0;
}

/* One profile is missing, and it is said which: the output is what a folder
 * without it gives, or tells of it too and is whole as far as can be seen. */
static gboolean
is_whole_without_one (const FaultRun *self)
{
  gsize length;
  g_autofree char *output = read_output (self, &length);
  const char *words = self->command->words;
  guint i;

  if (output == NULL)
    return FALSE;
  /* A folder that fails after its last file may have had another one. */
  if (fault_run_is_whole (self))
    return TRUE;
  for (i = 0; i < FAULT_N_PROFILES; i++)
    if (g_strcmp0 (output, self->without[i]) == 0)
      return TRUE;

  if (strcmp (words, "check") == 0)
    return (strstr (output, ".txt:0: error: ") != NULL
            && strstr (output, "\n2 profiles in 3 files: 1 error") != NULL)
           || strstr (output, "[folder-incomplete]\n") != NULL;
  if (g_str_has_suffix (words, "json"))
    return (strstr (output, "\"severity\": \"error\"") != NULL
            || strstr (output, "\"folder-incomplete\"") != NULL)
           && ends_with (output, length, "}\n");
  if (strcmp (words, "report") == 0)
    return g_str_has_prefix (output, "%PDF-")
           && ends_with (output, length, "%%EOF\n");

  return FALSE;
}

/* Signals interrupt these calls; others end before one is handled. */
static gboolean
can_be_interrupted (const char *hit)
{
  static const char *const calls[] = { "open",  "openat", "read", "write",
                                       "fsync", "flock",  "close" };
  gsize length = strcspn (hit, " ");
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (calls); i++)
    if (strlen (calls[i]) == length && strncmp (hit, calls[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* Returns what is wrong, NULL when nothing is. */
static const char *
find_fault (const FaultRun *self, const FaultPlan *plan, const FaultEnd *end)
{
  const gboolean to_file = self->command->output != NULL;
  gsize length;
  g_autofree char *errors = fault_folder_read (self->folder->errors, &length);
  g_autofree char *output = NULL;

  if (end->hung)
    return "it hung";
  if (end->signal != 0)
    return "it crashed";

  if (plan->error == EINTR && can_be_interrupted (plan->hit)
      && end->status != 0)
    return "it took an interruption for a failure";

  switch (end->status)
    {
    case 0:
      return fault_run_is_whole (self) ? NULL : "it said success, and was not";

    case 1:
      if (to_file && length == 0)
        return "it did not say what it could not read";
      return is_whole_without_one (self) ? NULL : "what it could read is torn";

    case 3:
      output = read_output (self, NULL);
      if (to_file && g_strcmp0 (output, FAULT_OLD_TEXT) != 0)
        return "it failed, and the older file is gone";
      return length > 0 || !to_file ? NULL : "it did not say why it failed";

    default:
      return "its exit status is none of those promised";
    }
}

/**
 * fault_run_judge:
 * @self: a command that was run
 * @plan: what failed
 * @end: how it ended
 *
 * Returns: (transfer full) (nullable): what went wrong, %NULL when the fault
 *   did no harm but the one that was told
 */
char *
fault_run_judge (const FaultRun *self,
                 const FaultPlan *plan,
                 const FaultEnd *end)
{
  const char *fault = find_fault (self, plan, end);
  g_autofree char *errors = NULL;

  if (fault == NULL && fault_folder_count_unfinished (self->folder) > 0
      && !g_str_has_prefix (plan->hit, "unlink"))
    fault = "it left something beside the target";
  fault_folder_remove_unfinished (self->folder);
  if (fault == NULL)
    return NULL;

  errors = fault_folder_read (self->folder->errors, NULL);

  return g_strdup_printf ("%u. %s: %s: %s (status %d, signal %d) %s", plan->at,
                          plan->hit, g_strerror (plan->error), fault,
                          end->status, end->signal, errors);
}

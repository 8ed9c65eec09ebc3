/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CommandResult:
 * @status: exit status
 * @output: what it wrote to the standard output
 * @length: bytes of @output
 * @errors: what it wrote to the standard error
 *
 * What a run of the program came to.
 */
typedef struct
{
  int status;
  char *output;
  gsize length;
  char *errors;
} CommandResult;

/* Runs the program without any display, with the words of @line, which are
 * split as a shell does; @environment is "NAME=VALUE" or NULL. */
void command_run (CommandResult *result,
                  const char *program,
                  const char *environment,
                  const char *input,
                  const char *line);

void command_result_clear (CommandResult *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CommandResult, command_result_clear)

G_END_DECLS

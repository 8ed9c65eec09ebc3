/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "command-runner.h"

G_BEGIN_DECLS

/* The program, the samples, and a folder that goes away with its files. */
typedef struct
{
  const char *program;
  const char *samples;
  char *folder;
} CommandFixture;

/* @data is the path of the program. */
void command_fixture_set_up (CommandFixture *fixture, gconstpointer data);

void command_fixture_tear_down (CommandFixture *fixture, gconstpointer data);

/* Runs with $S for the samples and $D for the folder of the test. */
void command_fixture_run (CommandFixture *fixture,
                          CommandResult *result,
                          const char *environment,
                          const char *input,
                          const char *line);

G_END_DECLS

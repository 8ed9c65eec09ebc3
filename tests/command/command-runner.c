/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command-runner.h"

#include <string.h>

/* All bytes, and a nul behind them. */
static char *
copy_bytes (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  char *copy = g_malloc0 (length + 1);

  if (length > 0)
    memcpy (copy, data, length);

  return copy;
}

void
command_run (CommandResult *result,
             const char *program,
             const char *environment,
             const char *input,
             const char *line)
{
  g_autofree char *whole = g_strconcat ("program ", line, NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE)
      | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) stdin_bytes = NULL;
  g_autoptr (GBytes) stdout_bytes = NULL;
  g_autoptr (GBytes) stderr_bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;

  g_shell_parse_argv (whole, NULL, &words, &error);
  g_assert_no_error (error);
  g_free (words[0]);
  words[0] = g_strdup (program);

  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  if (environment != NULL)
    {
      g_auto (GStrv) pair = g_strsplit (environment, "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
    }

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words,
                                          &error);
  g_assert_no_error (error);
  if (input != NULL)
    stdin_bytes = g_bytes_new (input, strlen (input));
  g_subprocess_communicate (process, stdin_bytes, NULL, &stdout_bytes,
                            &stderr_bytes, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  result->status = g_subprocess_get_exit_status (process);
  result->length = g_bytes_get_size (stdout_bytes);
  result->output = copy_bytes (stdout_bytes);
  result->errors = copy_bytes (stderr_bytes);
}

void
command_result_clear (CommandResult *result)
{
  g_clear_pointer (&result->output, g_free);
  g_clear_pointer (&result->errors, g_free);
}

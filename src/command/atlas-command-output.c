/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-private.h"
#include "atlas-command-words.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * atlas_command_is_target:
 * @options: where to write
 * @file: a file that was read
 *
 * Returns: whether writing would destroy @file
 */
gboolean
atlas_command_is_target (const AtlasCommandOptions *options,
                         const AtlasLoadedFile *file)
{
  return options->target_inode != 0 && file->inode == options->target_inode
         && file->device == options->target_device;
}

static gboolean
is_standard_output (const AtlasCommandOptions *options)
{
  return options->output == NULL || strcmp (options->output, "-") == 0;
}

/* What messages call the output. */
static const char *
get_name (const AtlasCommandOptions *options)
{
  return is_standard_output (options) ? _ ("standard output") : options->output;
}

/**
 * atlas_command_guard_output:
 * @options: where to write, and what to read
 *
 * Lets a file that the standard output goes to count as the one that would be
 * destroyed, if it is among those to read: what is written while they are read
 * would be read as well. A file that is named needs none of this.
 */
void
atlas_command_guard_output (AtlasCommandOptions *options)
{
  struct stat status;

  if (!is_standard_output (options) || fstat (STDOUT_FILENO, &status) != 0
      || !S_ISREG (status.st_mode))
    return;

  options->target_device = (guint64) status.st_dev;
  options->target_inode = (guint64) status.st_ino;
}

/**
 * atlas_command_refuse_target:
 * @options: where to write
 *
 * Says that the output is one of the files that were read.
 */
void
atlas_command_refuse_target (const AtlasCommandOptions *options)
{
  atlas_command_say (_ ("%s is one of the files to read; choose another name"),
                     get_name (options));
}

/**
 * atlas_command_say_unwritten:
 * @options: where to write
 * @error: what was in the way
 *
 * Says why the output is not written.
 */
void
atlas_command_say_unwritten (const AtlasCommandOptions *options,
                             const GError *error)
{
  atlas_command_say ("%s: %s", get_name (options), error->message);
}

/**
 * atlas_command_open_output:
 * @options: where to write
 *
 * Returns: (transfer full) (nullable): the output; %NULL after saying why not
 */
AtlasOutput *
atlas_command_open_output (const AtlasCommandOptions *options)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  AtlasOutput *output;

  if (is_standard_output (options))
    return atlas_output_new_for_descriptor (STDOUT_FILENO);

  file = g_file_new_for_commandline_arg (options->output);
  output = atlas_output_new_for_file (file, &error);
  if (output == NULL)
    atlas_command_say_unwritten (options, error);

  return output;
}

/**
 * atlas_command_finish_output:
 * @options: where to write
 * @output: the output
 *
 * Returns: whether all is written; %FALSE after saying why not
 */
gboolean
atlas_command_finish_output (const AtlasCommandOptions *options,
                             AtlasOutput *output)
{
  g_autoptr (GError) error = NULL;

  if (atlas_output_finish (output, &error))
    return TRUE;

  atlas_command_say_unwritten (options, error);

  return FALSE;
}

/**
 * atlas_command_write_bytes:
 * @options: where to write
 * @bytes: all there is to write
 *
 * Returns: whether all is written; %FALSE after saying why not
 */
gboolean
atlas_command_write_bytes (const AtlasCommandOptions *options, GBytes *bytes)
{
  g_autoptr (AtlasOutput) output = atlas_command_open_output (options);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (output == NULL)
    return FALSE;
  if (!atlas_output_write (output, data, length, &error))
    {
      atlas_command_say_unwritten (options, error);
      return FALSE;
    }

  return atlas_command_finish_output (options, output);
}

/**
 * atlas_command_takes_binary:
 * @options: where to write
 *
 * A PDF on a terminal is of no use to anybody and may leave it in disorder.
 *
 * Returns: whether the output may be binary; %FALSE after saying why not
 */
gboolean
atlas_command_takes_binary (const AtlasCommandOptions *options)
{
  int descriptor;
  gboolean terminal;

  if (is_standard_output (options))
    terminal = isatty (STDOUT_FILENO);
  else
    {
      descriptor =
          open (options->output, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
      terminal = descriptor >= 0 && isatty (descriptor);
      if (descriptor >= 0)
        close (descriptor);
    }

  if (terminal)
    atlas_command_say (
        _ ("this is binary and does not go to a terminal; name a "
           "file with -o"));

  return !terminal;
}

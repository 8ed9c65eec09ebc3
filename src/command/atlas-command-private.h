/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases.h"
#include "atlas-command.h"
#include "atlas-load.h"
#include "atlas-output.h"

G_BEGIN_DECLS

/**
 * AtlasCommandOptions:
 * @roots: (element-type GFile): the paths named, but for "-"
 * @input: (nullable): what the standard input held, when "-" is one of them
 * @output: (nullable): where to write; %NULL for the standard output
 * @target_device: device of the file that @output is now
 * @target_inode: its number there, 0 when there is none
 * @aliases: (nullable): the user's list of names that mean the same
 * @report: (nullable): the settings of the report that a project has: a{ss}
 * @n_broken: project files that could not be read
 * @n_jobs: number of workers, 0 for one per processor
 * @recurse: whether sub-folders are read
 * @quiet: whether nothing is said that is no error
 * @progress: whether progress is shown
 *
 * What all commands understand.
 */
typedef struct
{
  GPtrArray *roots;
  AtlasLoadedFile *input;
  char *output;
  guint64 target_device;
  guint64 target_inode;
  AtlasAliases *aliases;
  GVariant *report;
  guint n_broken;
  guint n_jobs;
  gboolean recurse;
  gboolean quiet;
  gboolean progress;
} AtlasCommandOptions;

/**
 * AtlasCommandInput:
 * @options: what was asked for
 * @profiles: (element-type AtlasProfile): all that was loaded, sorted
 * @problems: (element-type AtlasProblem): all problems, sorted
 * @n_files: files that should have been read
 * @n_failed: those that could not be
 * @n_partial: folders that could not be listed to their end
 * @n_skipped: files of other kinds that were passed over
 *
 * What a command that needs all of it at once has read.
 */
typedef struct
{
  const AtlasCommandOptions *options;
  GPtrArray *profiles;
  GPtrArray *problems;
  guint n_files;
  guint n_failed;
  guint n_partial;
  guint n_skipped;
} AtlasCommandInput;

/* An exit status, or -1 to go on. */
int atlas_command_parse (AtlasCommandOptions *options,
                         const GOptionEntry *own_entries,
                         const char *usage,
                         const char *description,
                         int argc,
                         char **argv);

void atlas_command_options_clear (AtlasCommandOptions *options);

gboolean atlas_command_load (const AtlasCommandOptions *options,
                             AtlasLoadOptions *load,
                             AtlasLoadSummary *summary);

gboolean atlas_command_input_read (AtlasCommandInput *input,
                                   const AtlasCommandOptions *options);

void atlas_command_input_clear (AtlasCommandInput *input);

void atlas_command_check_together (GPtrArray *profiles, GPtrArray *problems);

void atlas_command_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

int atlas_command_get_status (guint n_loaded, guint n_missing);

void atlas_command_say_missing (const AtlasCommandOptions *options,
                                guint n_failed,
                                guint n_partial);

gboolean atlas_command_is_target (const AtlasCommandOptions *options,
                                  const AtlasLoadedFile *file);

void atlas_command_guard_output (AtlasCommandOptions *options);

void atlas_command_refuse_target (const AtlasCommandOptions *options);

void atlas_command_say_unwritten (const AtlasCommandOptions *options,
                                  const GError *error);

AtlasOutput *atlas_command_open_output (const AtlasCommandOptions *options);

gboolean atlas_command_finish_output (const AtlasCommandOptions *options,
                                      AtlasOutput *output);

gboolean
atlas_command_write_bytes (const AtlasCommandOptions *options, GBytes *bytes);

gboolean atlas_command_takes_binary (const AtlasCommandOptions *options);

void atlas_command_say_nothing_loaded (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasCommandOptions,
                                  atlas_command_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasCommandInput, atlas_command_input_clear)

G_END_DECLS

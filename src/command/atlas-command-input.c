/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-private.h"
#include "atlas-command-words.h"

#include <stdio.h>
#include <unistd.h>

#include "atlas-consistency.h"

/* Progress on a terminal overwrites itself. */
static void
show_progress (guint n_done, guint n_found)
{
  gboolean terminal = isatty (STDERR_FILENO);
  g_autofree char *words = NULL;

  if (n_done == 0)
    words = g_strdup_printf (
        ngettext ("%u file found", "%u files found", n_found), n_found);
  else
    words = g_strdup_printf (
        ngettext ("%u of %u file read", "%u of %u files read", n_found), n_done,
        n_found);
  fprintf (stderr, "%s%s%s", terminal ? "\r\033[K" : "", words,
           terminal ? "" : "\n");
  fflush (stderr);
}

static void
clear_progress (void)
{
  if (isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}

/* Stands between a load and the one who asked for it, to show progress. */
typedef struct
{
  const AtlasLoadOptions *load;
  gboolean progress;
} Relay;

static gboolean
relay_chunk (AtlasLoadChunk *chunk, gpointer data)
{
  const Relay *relay = data;

  return relay->load->deliver (chunk, relay->load->user_data);
}

static void
relay_progress (guint n_done, guint n_found, gpointer data)
{
  const Relay *relay = data;

  if (relay->progress)
    show_progress (n_done, n_found);
}

/* The standard input as if it were the first of the files. */
static gboolean
deliver_input (const AtlasCommandOptions *options, const AtlasLoadOptions *load)
{
  AtlasLoadedFile *file = atlas_loaded_file_ref (options->input);
  AtlasLoadChunk chunk = { 0 };
  gboolean more;

  chunk.files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_loaded_file_unref);
  chunk.output = g_string_new (NULL);
  chunk.n_profiles = file->n_profiles;
  if (load->map != NULL)
    file = load->map (file, chunk.output, load->map_data);
  if (file != NULL)
    g_ptr_array_add (chunk.files, file);

  more = load->deliver (&chunk, load->user_data);
  g_ptr_array_unref (chunk.files);
  if (chunk.output != NULL)
    g_string_free (chunk.output, TRUE);

  return more;
}

/**
 * atlas_command_load:
 * @options: what to read
 * @load: (inout): what to do with it; how to load is filled in
 * @summary: (out caller-allocates): what became of it
 *
 * Reads all that the command line names, with progress.
 *
 * Returns: %FALSE when the deliver function ended it early
 */
gboolean
atlas_command_load (const AtlasCommandOptions *options,
                    AtlasLoadOptions *load,
                    AtlasLoadSummary *summary)
{
  Relay relay = { load, options->progress };
  AtlasLoadOptions own = *load;
  gboolean complete = TRUE;

  *summary = (AtlasLoadSummary){ 0 };
  own.recurse = options->recurse;
  own.n_jobs = options->n_jobs;
  own.deliver = relay_chunk;
  own.progress = relay_progress;
  own.user_data = &relay;

  if (options->input != NULL && !deliver_input (options, load))
    return FALSE;
  if (options->roots->len > 0)
    complete = atlas_load ((GFile *const *) options->roots->pdata,
                           options->roots->len, &own, summary);
  if (options->input != NULL)
    summary->n_files++;
  if (options->progress)
    clear_progress ();

  return complete;
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  return atlas_problem_compare (*(AtlasProblem *const *) a,
                                *(AtlasProblem *const *) b);
}

/**
 * atlas_command_check_together:
 * @profiles: (element-type AtlasProfile): all profiles
 * @problems: (element-type AtlasProblem): all problems so far
 *
 * Adds the problems that show only when all profiles are seen together, and
 * sorts the list.
 */
void
atlas_command_check_together (GPtrArray *profiles, GPtrArray *problems)
{
  atlas_consistency_check_folder ((const AtlasProfile *const *) profiles->pdata,
                                  profiles->len, NULL, problems);
  g_ptr_array_sort (problems, compare_problems);
}

static gboolean
gather (AtlasLoadChunk *chunk, gpointer data)
{
  AtlasCommandInput *input = data;
  guint i, j;

  for (i = 0; i < chunk->files->len; i++)
    {
      const AtlasLoadedFile *file = g_ptr_array_index (chunk->files, i);

      if (atlas_command_is_target (input->options, file))
        return FALSE;
      if (atlas_loaded_file_has_failed (file))
        input->n_failed++;
      if (atlas_loaded_file_is_partial (file))
        input->n_partial++;
      for (j = 0; j < file->n_profiles; j++)
        g_ptr_array_add (input->profiles,
                         atlas_profile_ref (file->profiles[j]));
      for (j = 0; j < file->n_problems; j++)
        g_ptr_array_add (input->problems,
                         atlas_problem_ref (file->problems[j]));
    }

  return TRUE;
}

/**
 * atlas_command_input_read:
 * @input: (out caller-allocates): where to put it
 * @options: what to read
 *
 * Reads all that the command line names and keeps it.
 *
 * Returns: %FALSE, after saying so, when the output is one of the files
 */
gboolean
atlas_command_input_read (AtlasCommandInput *input,
                          const AtlasCommandOptions *options)
{
  AtlasLoadOptions load = { .deliver = gather, .user_data = input };
  AtlasLoadSummary summary;

  *input = (AtlasCommandInput){ .options = options };
  input->profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  input->problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);

  if (!atlas_command_load (options, &load, &summary))
    {
      atlas_command_refuse_target (options);
      return FALSE;
    }

  input->n_files = summary.n_files + options->n_broken;
  input->n_failed += options->n_broken;
  input->n_skipped = summary.n_skipped;
  atlas_command_check_together (input->profiles, input->problems);

  return TRUE;
}

/**
 * atlas_command_input_clear:
 * @input: what was read
 */
void
atlas_command_input_clear (AtlasCommandInput *input)
{
  g_clear_pointer (&input->profiles, g_ptr_array_unref);
  g_clear_pointer (&input->problems, g_ptr_array_unref);
}

/**
 * atlas_command_get_status:
 * @n_loaded: profiles that were loaded
 * @n_missing: files and folders that could not be, or not to their end
 *
 * Returns: the exit status that tells it
 */
int
atlas_command_get_status (guint n_loaded, guint n_missing)
{
  if (n_loaded == 0)
    return ATLAS_EXIT_NOTHING;

  return n_missing > 0 ? ATLAS_EXIT_SOME_FAILED : ATLAS_EXIT_OK;
}

/**
 * atlas_command_say_missing:
 * @options: what was to be read
 * @n_failed: files that could not be loaded
 * @n_partial: folders that could not be listed to their end
 *
 * Says what the output lacks.
 */
void
atlas_command_say_missing (const AtlasCommandOptions *options,
                           guint n_failed,
                           guint n_partial)
{
  if (options->quiet)
    return;

  if (n_failed > 0)
    atlas_command_say (
        ngettext ("%u file could not be loaded; \"cluster-atlas check\" "
                  "tells why",
                  "%u files could not be loaded; \"cluster-atlas check\" "
                  "tells why",
                  n_failed),
        n_failed);
  if (n_partial > 0)
    atlas_command_say (
        ngettext ("%u folder was listed only in part; \"cluster-atlas check\" "
                  "tells why",
                  "%u folders were listed only in part; \"cluster-atlas "
                  "check\" tells why",
                  n_partial),
        n_partial);
}

/**
 * atlas_command_say_nothing_loaded:
 *
 * Says that there was no profile in all that was named.
 */
void
atlas_command_say_nothing_loaded (void)
{
  atlas_command_say (
      _ ("no profile could be read; \"cluster-atlas check\" tells "
         "why"));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-private.h"
#include "atlas-command-words.h"

#include <fcntl.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atlas-alias-file.h"
#include "atlas-file-reader.h"
#include "atlas-project.h"

/* What the options are parsed into before they are checked. */
typedef struct
{
  char **paths;
  char *aliases;
  int n_jobs;
  gboolean no_recurse;
  gboolean progress;
} Raw;

/**
 * atlas_command_say:
 * @format: as for printf()
 * @...: its arguments
 *
 * Says something on the standard error, with the name of the program.
 */
void
atlas_command_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  fprintf (stderr, "cluster-atlas: %s\n", text);
}

static gboolean
check_raw (const Raw *raw)
{
  if (raw->n_jobs < 0 || raw->n_jobs > 1024)
    {
      atlas_command_say (_ ("--jobs takes a number from 1 to 1024"));
      return FALSE;
    }
  if (raw->paths == NULL || raw->paths[0] == NULL)
    {
      atlas_command_say (_ ("name a file or a folder to read, or - for the "
                            "standard input"));
      return FALSE;
    }

  return TRUE;
}

static AtlasLoadedFile *
read_input (void)
{
  g_autoptr (AtlasFileReader) reader = atlas_file_reader_new ();

  return atlas_file_reader_read_descriptor (reader, STDIN_FILENO, "-");
}

/* The folders and files that a project file names. */
static void
take_project (AtlasCommandOptions *options, GFile *file, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProject) project = atlas_project_load (file, &error);
  GFile *const *roots;
  gsize i, n_roots;

  if (project == NULL)
    {
      atlas_command_say ("%s: %s", path, error->message);
      options->n_broken++;
      return;
    }

  /* A list named with --aliases goes before that of a project. */
  if (options->aliases == NULL && atlas_project_get_aliases (project) != NULL)
    options->aliases = atlas_aliases_copy (atlas_project_get_aliases (project));
  if (options->report == NULL)
    options->report = g_variant_lookup_value (
        atlas_project_get_state (project), "report", G_VARIANT_TYPE ("a{ss}"));
  roots = atlas_project_get_roots (project, &n_roots);
  for (i = 0; i < n_roots; i++)
    g_ptr_array_add (options->roots, g_object_ref (roots[i]));
}

static void
take_path (AtlasCommandOptions *options, const char *path)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (path, "-") == 0)
    {
      if (options->input == NULL)
        options->input = read_input ();
      return;
    }

  file = g_file_new_for_commandline_arg (path);
  if (atlas_project_is_project_file (file))
    take_project (options, file, path);
  else
    g_ptr_array_add (options->roots, g_steal_pointer (&file));
}

static gboolean
load_aliases (AtlasCommandOptions *options, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&options->aliases, atlas_aliases_unref);
  options->aliases = atlas_alias_file_load (file, &error);
  if (options->aliases == NULL)
    atlas_command_say ("%s: %s", path, error->message);

  return options->aliases != NULL;
}

/* Remembers which file the output would take the place of. */
static void
find_target (AtlasCommandOptions *options)
{
  struct stat status;

  if (options->output == NULL || stat (options->output, &status) != 0
      || !S_ISREG (status.st_mode))
    return;

  options->target_device = (guint64) status.st_dev;
  options->target_inode = (guint64) status.st_ino;
}

static const char *
translate_option (const char *text, gpointer data)
{
  return text != NULL && *text != '\0' ? atlas_command_gettext (text) : text;
}

/* Names and titles are parsed as if they were file names: GLib would read
 * texts in the character set of the locale, which is not set here. */
static void
make_texts_valid (const GOptionEntry *entries)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      if (entries->arg == G_OPTION_ARG_FILENAME)
        {
          char **text = entries->arg_data;
          char *given = *text;

          if (given != NULL)
            *text = g_utf8_make_valid (given, -1);
          g_free (given);
        }
      else if (entries->arg == G_OPTION_ARG_FILENAME_ARRAY)
        {
          char **texts = *(char ***) entries->arg_data;

          for (; texts != NULL && *texts != NULL; texts++)
            {
              g_autofree char *given = *texts;

              *texts = g_utf8_make_valid (given, -1);
            }
        }
    }
}

static GOptionContext *
create_context (const GOptionEntry *own_entries,
                const GOptionEntry *entries,
                const char *usage,
                const char *description)
{
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_translate_func (context, translate_option, NULL, NULL);
  g_option_context_set_description (context, description);
  g_option_context_set_help_enabled (context, FALSE);
  if (own_entries != NULL)
    g_option_context_add_main_entries (context, own_entries, NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_group_set_translate_func (g_option_context_get_main_group (context),
                                     translate_option, NULL, NULL);

  return context;
}

/* g_print() would put it into the character set of a locale. */
static int
print_help (GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  return fputs (help, stdout) < 0 || fflush (stdout) != 0 ? ATLAS_EXIT_NOTHING
                                                          : ATLAS_EXIT_OK;
}

/**
 * atlas_command_parse:
 * @options: (out caller-allocates): where to put the options
 * @own_entries: (nullable): the options of this command alone
 * @usage: what follows the name of the command in the help
 * @description: what the help says below the options
 * @argc: number of words
 * @argv: (array length=argc): the command word and what follows
 *
 * Returns: -1 to go on, else the exit status
 */
int
atlas_command_parse (AtlasCommandOptions *options,
                     const GOptionEntry *own_entries,
                     const char *usage,
                     const char *description,
                     int argc,
                     char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) paths = NULL;
  g_autofree char *aliases = NULL;
  gboolean version = FALSE;
  gboolean help = FALSE;
  Raw raw = { 0 };
  int status = -1;
  gsize i;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write to FILE, not to the standard output"), "FILE" },
    { "aliases", 0, 0, G_OPTION_ARG_FILENAME, &raw.aliases,
      N_ ("Read names that mean the same from FILE"), "FILE" },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &raw.n_jobs,
      N_ ("Read with N workers; one per processor otherwise"), "N" },
    { "no-recurse", 0, 0, G_OPTION_ARG_NONE, &raw.no_recurse,
      N_ ("Leave sub-folders alone"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet,
      N_ ("Say nothing but errors"), NULL },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &raw.progress,
      N_ ("Show progress even where the standard error is no terminal"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Print this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_ ("Print the version"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw.paths, NULL,
      NULL },
    { NULL },
  };

  options->roots = g_ptr_array_new_with_free_func (g_object_unref);
  g_set_prgname ("cluster-atlas");
  context = create_context (own_entries, entries, usage, description);
  words = g_new0 (char *, (gsize) argc + 1);
  for (i = 0; i < (gsize) argc; i++)
    words[i] = g_strdup (argv[i]);

  /* What GLib itself says is said in the same language. */
  setlocale (LC_MESSAGES, "");
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      atlas_command_say ("%s", error->message);
      status = ATLAS_EXIT_USAGE;
    }
  else if (help)
    status = print_help (context);
  setlocale (LC_MESSAGES, "C");
  make_texts_valid (own_entries);
  paths = raw.paths;
  aliases = raw.aliases;

  if (status < 0 && version)
    {
      puts ("cluster-atlas " ATLAS_VERSION);
      status = ATLAS_EXIT_OK;
    }
  if (status < 0 && !check_raw (&raw))
    status = ATLAS_EXIT_USAGE;
  if (status >= 0)
    return status;

  if (aliases != NULL && !load_aliases (options, aliases))
    return ATLAS_EXIT_NOTHING;
  find_target (options);
  options->n_jobs = (guint) raw.n_jobs;
  options->recurse = !raw.no_recurse;
  options->progress =
      raw.progress || (!options->quiet && isatty (STDERR_FILENO));
  for (i = 0; paths[i] != NULL; i++)
    take_path (options, paths[i]);

  return -1;
}

/**
 * atlas_command_options_clear:
 * @options: options
 */
void
atlas_command_options_clear (AtlasCommandOptions *options)
{
  g_clear_pointer (&options->roots, g_ptr_array_unref);
  g_clear_pointer (&options->input, atlas_loaded_file_unref);
  g_clear_pointer (&options->output, g_free);
  g_clear_pointer (&options->aliases, atlas_aliases_unref);
  g_clear_pointer (&options->report, g_variant_unref);
}

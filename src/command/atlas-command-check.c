/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-private.h"
#include "atlas-command-words.h"

#include <string.h>

#include "atlas-encode.h"
#include "atlas-json-writer.h"

static const char *const description =
    N_ ("Prints a line for each problem, and a last one that sums up:\n"
        "  FILE:LINE: severity: message [code]\n");

/* "FILE:LINE: severity: message [code]", as compilers and editors have it. */
static void
write_line (GString *out, const AtlasProblem *problem)
{
  g_autofree char *message = atlas_problem_dup_message (problem, NULL);

  atlas_encode_visible (out, problem->source);
  g_string_append_printf (
      out, ":%u: %s: ", problem->line,
      atlas_problem_get_severity (problem) == ATLAS_SEVERITY_ERROR ? "error"
                                                                   : "warning");
  atlas_encode_visible (out, message);
  g_string_append_printf (out, " [%s]\n",
                          atlas_problem_code_get_nick (problem->code));
}

static void
write_count (GString *out, guint n, const char *one, const char *many)
{
  g_string_append_printf (out, "%u %s", n, n == 1 ? one : many);
}

static void
write_summary (GString *out, const AtlasCommandInput *input)
{
  guint i, n_errors = 0;

  for (i = 0; i < input->problems->len; i++)
    if (atlas_problem_get_severity (g_ptr_array_index (input->problems, i))
        == ATLAS_SEVERITY_ERROR)
      n_errors++;

  write_count (out, input->profiles->len, "profile", "profiles");
  g_string_append (out, " in ");
  write_count (out, input->n_files, "file", "files");
  g_string_append (out, ": ");
  write_count (out, n_errors, "error", "errors");
  g_string_append (out, ", ");
  write_count (out, input->problems->len - n_errors, "warning", "warnings");
  if (input->n_skipped > 0)
    {
      g_string_append (out, "; ");
      write_count (out, input->n_skipped, "file of another kind",
                   "files of other kinds");
      g_string_append (out, " passed over");
    }
  g_string_append_c (out, '\n');
}

/* The worst that is said of each source, by its name. */
static GHashTable *
rate_sources (const GPtrArray *problems)
{
  GHashTable *ratings = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < problems->len; i++)
    {
      AtlasProblem *problem = g_ptr_array_index (problems, i);
      AtlasSeverity severity = atlas_problem_get_severity (problem);
      gpointer old;

      if (!g_hash_table_lookup_extended (ratings, problem->source, NULL, &old)
          || GPOINTER_TO_UINT (old) < severity)
        g_hash_table_insert (ratings, (gpointer) problem->source,
                             GUINT_TO_POINTER (severity));
    }

  return ratings;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What could not be loaded has a line of its own, after the profiles. */
static void
write_failures (GString *out,
                const AtlasCommandInput *input,
                GHashTable *ratings,
                gboolean first)
{
  g_autoptr (GPtrArray) failures = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer source, rating;
  guint i;

  g_hash_table_iter_init (&iter, ratings);
  while (g_hash_table_iter_next (&iter, &source, &rating))
    if (GPOINTER_TO_UINT (rating) == ATLAS_SEVERITY_ERROR)
      g_ptr_array_add (failures, source);
  g_ptr_array_sort (failures, compare_strings);

  for (i = 0; i < failures->len; i++)
    {
      if (!first)
        g_string_append_c (out, ',');
      first = FALSE;
      atlas_json_write_status (out, g_ptr_array_index (failures, i), NULL,
                               "error");
    }
}

static void
write_json (GString *out, const AtlasCommandInput *input)
{
  g_autoptr (GHashTable) ratings = rate_sources (input->problems);
  guint i;

  atlas_json_write_head (out);
  for (i = 0; i < input->profiles->len; i++)
    {
      const AtlasProfile *profile = g_ptr_array_index (input->profiles, i);

      if (i > 0)
        g_string_append_c (out, ',');
      atlas_json_write_status (
          out, profile->source, profile,
          g_hash_table_contains (ratings, profile->source) ? "warning" : "ok");
    }
  write_failures (out, input, ratings, input->profiles->len == 0);
  atlas_json_write_tail (out, NULL,
                         (AtlasProblem *const *) input->problems->pdata,
                         input->problems->len);
}

/**
 * atlas_command_check:
 * @argc: number of words
 * @argv: (array length=argc): "check" and what follows
 *
 * Reads everything and says what is wrong with it.
 *
 * Returns: the exit status
 */
int
atlas_command_check (int argc, char **argv)
{
  g_auto (AtlasCommandOptions) options = { 0 };
  g_auto (AtlasCommandInput) input = { 0 };
  g_autoptr (AtlasOutput) output = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  guint i;
  int status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    { NULL },
  };

  status = atlas_command_parse (
      &options, entries, N_ ("PATH... - say what is wrong with profiles"),
      description, argc, argv);
  if (status >= 0)
    return status;

  if (!atlas_command_input_read (&input, &options))
    return ATLAS_EXIT_USAGE;

  if (json)
    write_json (out, &input);
  else
    {
      for (i = 0; i < input.problems->len; i++)
        write_line (out, g_ptr_array_index (input.problems, i));
      if (!options.quiet)
        write_summary (out, &input);
    }

  output = atlas_command_open_output (&options);
  if (output == NULL)
    return ATLAS_EXIT_NOTHING;
  if (!atlas_output_write_string (output, out, &error))
    {
      atlas_command_say ("%s", error->message);
      return ATLAS_EXIT_NOTHING;
    }
  if (!atlas_command_finish_output (&options, output))
    return ATLAS_EXIT_NOTHING;

  return atlas_command_get_status (input.profiles->len,
                                   input.n_failed + input.n_partial);
}

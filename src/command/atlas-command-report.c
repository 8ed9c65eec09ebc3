/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-private.h"
#include "atlas-command-words.h"

#include <string.h>

#include "atlas-document.h"
#include "atlas-language.h"
#include "atlas-report.h"

static const char *const description = N_ (
    "Sections: cover, contents, summary, clusters, comparison, rankings,\n"
    "network, appendix, sources; LIST joins them by commas, in their order.\n"
    "Languages: en, ar, de, es, fr, ru, zh_CN.\n");

/* An option of the command line and the setting it is for. */
typedef struct
{
  const char *key;
  char *value;
} Wish;

static gboolean
apply_wishes (AtlasReportSettings *settings, const Wish *wishes, gsize n_wishes)
{
  gsize i;

  for (i = 0; i < n_wishes; i++)
    {
      g_autoptr (GError) error = NULL;

      if (wishes[i].value != NULL
          && !atlas_report_settings_set_value (settings, wishes[i].key,
                                               wishes[i].value, &error))
        {
          atlas_command_say ("--%s: %s", wishes[i].key, error->message);
          return FALSE;
        }
    }

  return TRUE;
}

/* The clusters to compare, as the settings have them. */
static char *
join_clusters (char **clusters)
{
  return clusters != NULL ? g_strjoinv ("\n", clusters) : NULL;
}

/* A report in another language than asked for would be no answer. */
static gboolean
check_language (const AtlasReportSettings *settings)
{
  if (settings->language == NULL
      || atlas_language_is_available (settings->language))
    return TRUE;

  atlas_command_say (_ ("the translations for “%s” are not installed"),
                     settings->language);
  return FALSE;
}

/* What a project says goes before the usual; the options go before both. */
static void
apply_project (AtlasReportSettings *settings, GVariant *report)
{
  GVariantIter iter;
  const char *key;
  const char *value;

  if (report == NULL)
    return;

  g_variant_iter_init (&iter, report);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (strcmp (key, "paper") != 0 || strcmp (value, "auto") != 0)
      atlas_report_settings_set_value (settings, key, value, NULL);
}

/* A cluster and edition that two files tell of counts once, from the first, as
 * it does in the window. */
static GPtrArray *
take_profiles (const AtlasCommandInput *input)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < input->profiles->len; i++)
    {
      AtlasProfile *profile = g_ptr_array_index (input->profiles, i);
      g_autoptr (AtlasDocument) document =
          atlas_document_new (profile, NULL, 0);

      if (g_hash_table_add (seen, g_strdup (atlas_document_get_key (document))))
        g_ptr_array_add (kept, profile);
    }

  /* In the order of the window, whatever the files are called. */
  atlas_report_sort_profiles (kept);

  return kept;
}

static int
write_report (const AtlasCommandOptions *options,
              const AtlasCommandInput *input,
              const AtlasReportSettings *settings)
{
  g_autoptr (GPtrArray) profiles = take_profiles (input);
  const AtlasReportContent content = {
    .profiles = (const AtlasProfile *const *) profiles->pdata,
    .n_profiles = profiles->len,
    .others = (const AtlasProfile *const *) input->profiles->pdata,
    .n_others = input->profiles->len,
    .problems = (AtlasProblem *const *) input->problems->pdata,
    .n_problems = input->problems->len,
    .n_files = input->n_files,
    .aliases = options->aliases,
    .time = atlas_report_get_default_time (),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report =
      atlas_report_new (&content, settings, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;

  if (report != NULL)
    pdf = atlas_report_dup_pdf (report, NULL, NULL, NULL, &error);
  if (pdf == NULL)
    {
      atlas_command_say (_ ("the report could not be made: %s"),
                         error->message);
      return ATLAS_EXIT_NOTHING;
    }
  if (!atlas_command_write_bytes (options, pdf))
    return ATLAS_EXIT_NOTHING;

  atlas_command_say_missing (options, input->n_failed, input->n_partial);

  return atlas_command_get_status (input->profiles->len,
                                   input->n_failed + input->n_partial);
}

/**
 * atlas_command_report:
 * @argc: number of words
 * @argv: (array length=argc): "report" and what follows
 *
 * Writes the printable report as PDF.
 *
 * Returns: the exit status
 */
int
atlas_command_report (int argc, char **argv)
{
  g_auto (AtlasCommandOptions) options = { 0 };
  g_auto (AtlasCommandInput) input = { 0 };
  g_autoptr (AtlasReportSettings) settings = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *sections = NULL;
  g_autofree char *title = NULL;
  g_autofree char *author = NULL;
  g_autofree char *footer = NULL;
  g_autofree char *landscape = NULL;
  g_autofree char *margin = NULL;
  g_autofree char *colour = NULL;
  g_autofree char *language = NULL;
  g_autofree char *compare = NULL;
  g_auto (GStrv) clusters = NULL;
  int status;
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &paper,
      N_ ("Paper size: a4 or letter"), "PAPER" },
    { "sections", 0, 0, G_OPTION_ARG_FILENAME, &sections,
      N_ ("What goes in; all otherwise"), "LIST" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, N_ ("Title of the report"),
      "TEXT" },
    { "author", 0, 0, G_OPTION_ARG_FILENAME, &author, N_ ("Who made it"),
      "TEXT" },
    { "footer", 0, 0, G_OPTION_ARG_FILENAME, &footer,
      N_ ("A line at the foot of each page"), "TEXT" },
    { "compare", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &clusters,
      N_ ("A cluster to compare, two to six times; the first by rank "
          "otherwise"),
      "NAME" },
    { "landscape", 0, 0, G_OPTION_ARG_FILENAME, &landscape,
      N_ ("Sections whose pages lie on the long side"), "LIST" },
    { "margin", 0, 0, G_OPTION_ARG_FILENAME, &margin,
      N_ ("Space around the text in millimetres, 10 to 40; 18 otherwise"),
      "MM" },
    { "colour", 0, 0, G_OPTION_ARG_FILENAME, &colour, N_ ("colour or grey"),
      "COLOUR" },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &language,
      N_ ("What it is written in; English otherwise"), "CODE" },
    { NULL },
  };

  status = atlas_command_parse (&options, entries,
                                N_ ("PATH... - write the report as PDF"),
                                description, argc, argv);
  if (status >= 0)
    return status;

  settings = atlas_report_settings_new ();
  /* The same paper everywhere, whatever the locale has. */
  settings->paper = ATLAS_PAPER_A4;
  apply_project (settings, options.report);
  compare = join_clusters (clusters);
  {
    const Wish wishes[] = {
      { "paper", paper },       { "sections", sections },
      { "title", title },       { "author", author },
      { "footer", footer },     { "landscape", landscape },
      { "margin", margin },     { "colour", colour },
      { "language", language }, { "compare", compare },
    };

    if (!apply_wishes (settings, wishes, G_N_ELEMENTS (wishes)))
      return ATLAS_EXIT_USAGE;
  }
  if (!check_language (settings))
    return ATLAS_EXIT_NOTHING;
  if (!atlas_command_takes_binary (&options)
      || !atlas_command_input_read (&input, &options))
    return ATLAS_EXIT_USAGE;

  if (input.profiles->len == 0)
    {
      atlas_command_say_nothing_loaded ();
      return ATLAS_EXIT_NOTHING;
    }

  return write_report (&options, &input, settings);
}

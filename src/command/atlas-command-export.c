/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-private.h"
#include "atlas-command-words.h"

#include <string.h>

#include "atlas-json-writer.h"
#include "atlas-network-writer.h"
#include "atlas-data-rows.h"
#include "atlas-data-table.h"
#include "atlas-table-writer.h"
#include "atlas-text-writer.h"

/* How a format comes about. */
typedef enum
{
  FORM_JSON,
  FORM_TABLE,
  FORM_NETWORK,
  FORM_TEXT,
} Form;

typedef struct
{
  const char *nick;
  Form form;
  char separator;
  AtlasNetworkFormat network_format;
} Format;

static const Format formats[] = {
  { "json", FORM_JSON, 0, 0 },
  { "csv", FORM_TABLE, ',', 0 },
  { "tsv", FORM_TABLE, '\t', 0 },
  { "graphml", FORM_NETWORK, 0, ATLAS_NETWORK_GRAPHML },
  { "gexf", FORM_NETWORK, 0, ATLAS_NETWORK_GEXF },
  { "pajek", FORM_NETWORK, 0, ATLAS_NETWORK_PAJEK },
  { "vosviewer", FORM_NETWORK, 0, ATLAS_NETWORK_VOSVIEWER },
  { "text", FORM_TEXT, 0, 0 },
};

/* An export under way. What a worker touches is atomic or behind the lock. */
typedef struct
{
  const AtlasCommandOptions *options;
  const Format *format;
  AtlasDataTable table;
  /* The columns that the profiles read so far need; replaced by a wider one
   * with the lock held. A reader needs no lock, as all that it ever was stay
   * in @widths. */
  const AtlasDataWidth *width;
  GPtrArray *widths;
  GMutex lock;
  guint n_loaded;
  guint n_failed;
  guint n_partial;
  guint refused;
  AtlasOutput *output;
  GError *error;
  gboolean started;
  /* The table of profiles; no other output needs one. */
  AtlasTableWriter *writer;
  GPtrArray *profiles;
  GPtrArray *problems;
} Export;

static const char *const description =
    N_ ("Formats: json (everything), csv and tsv (one table), graphml, gexf,\n"
        "pajek and vosviewer (the network), text (profiles in the text form).\n"
        "Tables: profiles, applicants, publishers, links, places, problems.\n");

static const Format *
find_format (const char *nick)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (nick, formats[i].nick) == 0)
      return &formats[i];

  return NULL;
}

/* Whether a row says all there is to say of one profile, so that nothing needs
 * to be kept of it. */
static gboolean
is_row_by_row (const Export *export)
{
  return export->format->form == FORM_TEXT
         || (export->format->form == FORM_TABLE
             && export->table <= ATLAS_DATA_TABLE_PUBLISHERS);
}

/* Whether the widest profile says how many columns there are. */
static gboolean
is_wide (const Export *export)
{
  return export->format->form == FORM_TABLE
         && export->table == ATLAS_DATA_TABLE_PROFILES;
}

/* With the lock held. */
static void
set_width (Export *export, const AtlasDataWidth *width)
{
  gpointer copy = g_memdup2 (width, sizeof *width);

  g_ptr_array_add (export->widths, copy);
  g_atomic_pointer_set (&export->width, copy);
}

/* The columns that the profiles read so far need, @profile among them. */
static const AtlasDataWidth *
fit_width (Export *export, const AtlasProfile *profile)
{
  const AtlasDataWidth *known = g_atomic_pointer_get (&export->width);
  AtlasDataWidth width = *known;

  atlas_data_width_fit (&width, profile);
  if (atlas_data_width_equal (&width, known))
    return known;

  g_mutex_lock (&export->lock);
  atlas_data_width_extend (&width, export->width);
  set_width (export, &width);
  known = export->width;
  g_mutex_unlock (&export->lock);

  return known;
}

/* On a worker: turns a file into text there and then. */
static AtlasLoadedFile *
write_file (AtlasLoadedFile *file, GString *out, gpointer data)
{
  Export *export = data;
  guint i;

  if (atlas_command_is_target (export->options, file))
    g_atomic_int_set (&export->refused, TRUE);
  if (atlas_loaded_file_has_failed (file))
    g_atomic_int_inc (&export->n_failed);
  if (atlas_loaded_file_is_partial (file))
    g_atomic_int_inc (&export->n_partial);

  for (i = 0; i < file->n_profiles; i++)
    {
      const AtlasProfile *profile = file->profiles[i];

      if (export->format->form == FORM_JSON)
        {
          g_string_append_c (out, ',');
          atlas_json_write_profile (out, profile);
        }
      else if (export->format->form == FORM_TEXT)
        {
          atlas_text_write (profile, out);
          g_string_append_c (out, '\n');
        }
      else if (is_wide (export))
        {
          atlas_data_rows_append (out, profile, fit_width (export, profile),
                                  export->format->separator);
        }
      else if (is_row_by_row (export))
        {
          atlas_data_table_write_profile (out, export->table, profile, NULL,
                                          export->format->separator);
        }
    }

  if (is_row_by_row (export))
    g_clear_pointer (&file, atlas_loaded_file_unref);

  return file;
}

static void
keep (Export *export, const GPtrArray *files)
{
  guint i, j;

  for (i = 0; i < files->len; i++)
    {
      const AtlasLoadedFile *file = g_ptr_array_index (files, i);

      for (j = 0; j < file->n_profiles; j++)
        g_ptr_array_add (export->profiles,
                         atlas_profile_ref (file->profiles[j]));
      for (j = 0; j < file->n_problems; j++)
        g_ptr_array_add (export->problems,
                         atlas_problem_ref (file->problems[j]));
    }
}

/* What stands in front of the first profile. */
static gboolean
write_head (Export *export)
{
  g_autoptr (GString) head = g_string_new (NULL);

  export->started = TRUE;
  if (export->format->form == FORM_JSON)
    atlas_json_write_head (head);
  else if (export->format->form == FORM_TABLE)
    atlas_data_table_write_head (head, export->table, export->width,
                                 export->format->separator);

  return atlas_output_write_string (export->output, head, &export->error);
}

/* What a profile gives is written as it comes; in JSON the comma in front of
 * the first one makes way for the head. */
static gboolean
write_piece (Export *export, const GString *piece)
{
  gsize skip = 0;

  if (piece->len == 0)
    return TRUE;

  if (!export->started)
    {
      skip = export->format->form == FORM_JSON ? 1 : 0;
      if (!write_head (export))
        return FALSE;
    }

  return atlas_output_write (export->output, piece->str + skip,
                             piece->len - skip, &export->error);
}

static gboolean
deliver (AtlasLoadChunk *chunk, gpointer data)
{
  Export *export = data;

  if (g_atomic_int_get (&export->refused))
    return FALSE;

  export->n_loaded += chunk->n_profiles;
  keep (export, chunk->files);

  return export->writer != NULL
             ? atlas_table_writer_add (export->writer, chunk->output,
                                       g_atomic_pointer_get (&export->width),
                                       &export->error)
             : write_piece (export, chunk->output);
}

/* Reads everything. */
static gboolean
load (Export *export)
{
  AtlasLoadOptions options = {
    .map = write_file,
    .map_data = export,
    .deliver = deliver,
    .user_data = export,
  };
  AtlasLoadSummary summary;

  export->n_failed = export->options->n_broken;

  return atlas_command_load (export->options, &options, &summary)
         && !export->refused;
}

/* The betweenness takes the time of places × links: half a minute for so many
 * on one processor. Beyond it is not given. */
#define MAX_BETWEENNESS 25000

/* All measures that the format holds. */
static void
measure (const Export *export, AtlasNetwork *network)
{
  AtlasMeasureOptions options = {
    .without_directed = export->format->form != FORM_NETWORK,
  };
  gsize n_places;

  atlas_network_get_places (network, &n_places);
  options.without_betweenness = n_places > MAX_BETWEENNESS;
  if (options.without_betweenness && !export->options->quiet)
    atlas_command_say (_ ("the betweenness of %zu places was left out; it is "
                          "given for up to %d"),
                       n_places, MAX_BETWEENNESS);
  atlas_network_measure_full (network, &options);
}

/* Measures and positions take most of the time of a large network; the table
 * of links has neither. */
static AtlasNetwork *
make_network (const Export *export)
{
  AtlasNetwork *network =
      atlas_network_new ((const AtlasProfile *const *) export->profiles->pdata,
                         export->profiles->len, export->options->aliases);

  if (export->table != ATLAS_DATA_TABLE_LINKS)
    {
      measure (export, network);
      atlas_network_arrange (network, NULL, NULL);
    }

  return network;
}

/* The date that reproducible builds ask for, or -1. */
static gint64
get_date (void)
{
  const char *text = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 date;

  if (text == NULL
      || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64 / 2, &date, NULL))
    return -1;

  return (gint64) date;
}

static void
write_rest (Export *export, GString *out)
{
  g_autoptr (AtlasNetwork) network = NULL;
  char separator = export->format->separator;
  guint i;

  switch (export->format->form)
    {
    case FORM_JSON:
      network = make_network (export);
      atlas_json_write_tail (out, network,
                             (AtlasProblem *const *) export->problems->pdata,
                             export->problems->len);
      break;

    case FORM_NETWORK:
      network = make_network (export);
      atlas_network_write (out, network, export->format->network_format,
                           get_date ());
      break;

    case FORM_TABLE:
      if (export->table == ATLAS_DATA_TABLE_PROBLEMS)
        for (i = 0; i < export->problems->len; i++)
          atlas_data_table_write_problem (
              out, g_ptr_array_index (export->problems, i), separator);
      else if (!is_row_by_row (export))
        {
          network = make_network (export);
          atlas_data_table_write_network (out, export->table, network,
                                          separator);
        }
      break;

    case FORM_TEXT:
    default:
      break;
    }
}

static gboolean
write_all (Export *export)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  gboolean written;

  if (export->writer != NULL)
    written = atlas_table_writer_finish (export->writer, export->width,
                                         &export->error);
  else
    written = export->started || write_head (export);
  if (!written)
    return FALSE;

  atlas_command_check_together (export->profiles, export->problems);
  write_rest (export, rest);

  return atlas_output_write_string (export->output, rest, &export->error);
}

static int
run (Export *export)
{
  /* The problems of a load in which nothing could be read are all there is to
   * say about it. */
  gboolean wants_problems = export->format->form == FORM_TABLE
                            && export->table == ATLAS_DATA_TABLE_PROBLEMS;
  gboolean loaded;

  export->output = atlas_command_open_output (export->options);
  if (export->output == NULL)
    return ATLAS_EXIT_NOTHING;
  if (is_wide (export))
    export->writer =
        atlas_table_writer_new (export->output, export->format->separator);

  loaded = load (export);
  if (export->refused)
    {
      atlas_command_refuse_target (export->options);
      return ATLAS_EXIT_USAGE;
    }

  if (loaded && export->n_loaded == 0 && !wants_problems)
    {
      atlas_command_say_nothing_loaded ();
      return ATLAS_EXIT_NOTHING;
    }

  if (!loaded || !write_all (export))
    {
      atlas_command_say_unwritten (export->options, export->error);
      return ATLAS_EXIT_NOTHING;
    }
  if (!atlas_command_finish_output (export->options, export->output))
    return ATLAS_EXIT_NOTHING;

  atlas_command_say_missing (export->options, export->n_failed,
                             export->n_partial);

  return atlas_command_get_status (export->n_loaded,
                                   export->n_failed + export->n_partial);
}

static gboolean
choose (Export *export, const char *format, const char *table)
{
  if (format == NULL)
    {
      atlas_command_say (_ ("--format is missing; see cluster-atlas export "
                            "--help"));
      return FALSE;
    }

  export->format = find_format (format);
  if (export->format == NULL)
    {
      atlas_command_say (
          _ ("there is no format \"%s\"; see cluster-atlas export "
             "--help"),
          format);
      return FALSE;
    }
  if (table != NULL && export->format->form != FORM_TABLE)
    {
      atlas_command_say (_ ("--table goes with --format=csv and --format=tsv "
                            "only"));
      return FALSE;
    }
  if (table != NULL && !atlas_data_table_from_nick (table, &export->table))
    {
      atlas_command_say (
          _ ("there is no table \"%s\"; see cluster-atlas export "
             "--help"),
          table);
      return FALSE;
    }

  return TRUE;
}

/**
 * atlas_command_export:
 * @argc: number of words
 * @argv: (array length=argc): "export" and what follows
 *
 * Writes what the profiles say as data.
 *
 * Returns: the exit status
 */
int
atlas_command_export (int argc, char **argv)
{
  g_auto (AtlasCommandOptions) options = { 0 };
  g_autofree char *format = NULL;
  g_autofree char *table = NULL;
  const AtlasDataWidth usual = ATLAS_DATA_WIDTH_INIT;
  Export export = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &format, N_ ("What to write"),
      "FORMAT" },
    { "table", 't', 0, G_OPTION_ARG_FILENAME, &table,
      N_ ("Which table; profiles otherwise"), "TABLE" },
    { NULL },
  };

  status = atlas_command_parse (&options, entries,
                                N_ ("PATH... - write profiles as data"),
                                description, argc, argv);
  if (status >= 0)
    return status;
  if (!choose (&export, format, table))
    return ATLAS_EXIT_USAGE;

  atlas_command_guard_output (&options);
  export.options = &options;
  g_mutex_init (&export.lock);
  export.widths = g_ptr_array_new_with_free_func (g_free);
  set_width (&export, &usual);
  export.profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  export.problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);

  status = run (&export);

  g_clear_pointer (&export.writer, atlas_table_writer_free);
  g_ptr_array_unref (export.profiles);
  g_ptr_array_unref (export.problems);
  g_clear_pointer (&export.output, atlas_output_free);
  g_clear_error (&export.error);
  g_ptr_array_unref (export.widths);
  g_mutex_clear (&export.lock);

  return status;
}

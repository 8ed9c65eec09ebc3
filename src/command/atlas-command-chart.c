/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-chart-options.h"
#include "atlas-command-private.h"
#include "atlas-command-words.h"

#include <string.h>

#include "atlas-chart.h"
#include "atlas-fold.h"
#include "atlas-picture.h"
#include "atlas-report.h"

#define POINTS_PER_MM (72.0 / 25.4)

/* Largest side that makes sense to anybody, in millimetres. */
#define MAX_MM 5000.0

static const char *const description =
    N_ ("Kinds: applicants, publishers, shares, multiples, compare,\n"
        "concentration, position, editions, fields, network, matrix.\n"
        "The ending of FILE, .svg, .pdf or .png, names the format.\n"
        "Without --cluster all clusters are shown, or the first one where a\n"
        "chart has room for one only.\n");

/* What was asked for, as text. */
typedef struct
{
  char *kind;
  char **clusters;
  char *size;
  char *theme;
  int edition;
  char *options[ATLAS_N_CHART_WISHES];
} Wishes;

static const struct
{
  const char *nick;
  AtlasThemeVariant variant;
} themes[] = {
  { "print", ATLAS_THEME_PRINT },
  { "light", ATLAS_THEME_LIGHT },
  { "dark", ATLAS_THEME_DARK },
};

static void
clear_wishes (Wishes *wishes)
{
  g_free (wishes->kind);
  g_strfreev (wishes->clusters);
  g_free (wishes->size);
  g_free (wishes->theme);
  for (guint i = 0; i < ATLAS_N_CHART_WISHES; i++)
    g_free (wishes->options[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

/* "160x100mm" */
static gboolean
parse_size (const char *text, double *width, double *height)
{
  char *end;

  *width = g_ascii_strtod (text, &end);
  if (end == text || *end != 'x')
    return FALSE;
  text = end + 1;
  *height = g_ascii_strtod (text, &end);
  if (end == text || strcmp (end, "mm") != 0)
    return FALSE;

  return *width >= 10 && *height >= 10 && *width <= MAX_MM && *height <= MAX_MM;
}

static gboolean
apply_theme (const char *nick, AtlasPictureSettings *settings)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (themes); i++)
    if (strcmp (nick, themes[i].nick) == 0)
      {
        settings->theme.variant = themes[i].variant;
        return TRUE;
      }

  return FALSE;
}

static gboolean
check_wishes (const Wishes *wishes,
              const AtlasCommandOptions *options,
              AtlasChartKind *kind,
              AtlasChartOptions *shown,
              AtlasPictureSettings *settings)
{
  double width, height;

  if (wishes->kind == NULL || !atlas_chart_kind_from_nick (wishes->kind, kind))
    {
      atlas_command_say (
          wishes->kind == NULL
              ? _ ("--kind is missing; see cluster-atlas chart --help")
              : _ ("there is no such kind of chart; see cluster-atlas chart "
                   "--help"));
      return FALSE;
    }
  if (options->output == NULL
      || !atlas_picture_format_from_name (options->output, &settings->format))
    {
      atlas_command_say (_ ("name the file to write with -o; it has to end in "
                            ".svg, .pdf or .png"));
      return FALSE;
    }
  if (wishes->size != NULL && !parse_size (wishes->size, &width, &height))
    {
      atlas_command_say (_ ("--size takes width and height, such as 160x100mm, "
                            "from 10 to 5000"));
      return FALSE;
    }
  if (wishes->size != NULL)
    {
      settings->width = width * POINTS_PER_MM;
      settings->height = height * POINTS_PER_MM;
    }
  if (wishes->theme != NULL && !apply_theme (wishes->theme, settings))
    {
      atlas_command_say (_ ("--theme is print, light or dark"));
      return FALSE;
    }

  return atlas_chart_wishes_apply (wishes->options, shown);
}

static gboolean
is_wished (const AtlasProfile *profile, const Wishes *wishes)
{
  g_autofree char *own = NULL;
  gsize i;

  if (wishes->edition != 0
      && (!atlas_number_is_given (&profile->edition)
          || (int) profile->edition.value != wishes->edition))
    return FALSE;
  if (wishes->clusters == NULL)
    return TRUE;

  own = atlas_fold_place (profile->cluster != NULL ? profile->cluster : "");
  for (i = 0; wishes->clusters[i] != NULL; i++)
    {
      g_autofree char *wished = atlas_fold_place (wishes->clusters[i]);

      if (strcmp (own, wished) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The profiles to show: in the order of the --cluster options where there are
 * any, else in that of their files. */
static GPtrArray *
choose_profiles (GPtrArray *all, const Wishes *wishes)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  gsize k, n = wishes->clusters != NULL ? g_strv_length (wishes->clusters) : 1;
  guint i;

  for (k = 0; k < n; k++)
    {
      char *one[] = { NULL, NULL };
      Wishes single = { .edition = wishes->edition };
      guint before = chosen->len;

      if (wishes->clusters != NULL)
        {
          one[0] = wishes->clusters[k];
          single.clusters = one;
        }
      for (i = 0; i < all->len; i++)
        if (is_wished (g_ptr_array_index (all, i), &single))
          g_ptr_array_add (chosen, g_ptr_array_index (all, i));

      if (chosen->len == before)
        {
          if (one[0] != NULL)
            /* Translators: a cluster. */
            atlas_command_say (_ ("there is no profile of %s"), one[0]);
          else
            atlas_command_say (_ ("there is no profile of edition %d"),
                               wishes->edition);
          return NULL;
        }
    }

  return g_steal_pointer (&chosen);
}

/* The network is that of all profiles read: who names whom does not depend on
 * which of them are looked at. */
static AtlasNetwork *
make_network (AtlasChartKind kind,
              const GPtrArray *profiles,
              const AtlasAliases *aliases)
{
  AtlasNetwork *network;

  if (kind != ATLAS_CHART_NETWORK && kind != ATLAS_CHART_MATRIX)
    return NULL;

  network = atlas_network_new ((const AtlasProfile *const *) profiles->pdata,
                               profiles->len, aliases);
  atlas_network_measure (network, NULL, NULL);
  atlas_network_arrange (network, NULL, NULL);

  return network;
}

/* Whether a chart of this kind is about one cluster. */
static gboolean
is_single (AtlasChartKind kind)
{
  return kind == ATLAS_CHART_APPLICANTS || kind == ATLAS_CHART_PUBLISHERS
         || kind == ATLAS_CHART_SHARES;
}

static int
draw (const AtlasCommandOptions *options,
      const AtlasCommandInput *input,
      const Wishes *wishes,
      AtlasChartKind kind,
      const AtlasChartOptions *shown,
      const AtlasPictureSettings *settings)
{
  g_autoptr (GPtrArray) chosen = choose_profiles (input->profiles, wishes);
  g_autoptr (AtlasNetwork) network = NULL;
  g_autoptr (AtlasChart) chart = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  atlas_command_say_missing (options, input->n_failed, input->n_partial);
  /* What was asked for may be in a file that could not be loaded. */
  if (chosen == NULL)
    return input->n_failed + input->n_partial > 0 ? ATLAS_EXIT_NOTHING
                                                  : ATLAS_EXIT_USAGE;

  n = is_single (kind) ? 1 : chosen->len;
  if (n < chosen->len && !options->quiet)
    atlas_command_say (
        ngettext ("shown is the first of %u profile; choose with --cluster "
                  "and --edition",
                  "shown is the first of %u profiles; choose with --cluster "
                  "and --edition",
                  chosen->len),
        chosen->len);
  network = make_network (kind, chosen, options->aliases);
  chart = atlas_chart_new (kind, (const AtlasProfile *const *) chosen->pdata, n,
                           options->aliases, network);
  atlas_chart_set_options (chart, shown);
  picture = atlas_picture_render (chart, settings, &error);
  if (picture == NULL)
    {
      atlas_command_say (_ ("the chart could not be drawn: %s"),
                         error->message);
      return ATLAS_EXIT_NOTHING;
    }
  if (!atlas_command_write_bytes (options, picture))
    return ATLAS_EXIT_NOTHING;

  return atlas_command_get_status (input->profiles->len,
                                   input->n_failed + input->n_partial);
}

/**
 * atlas_command_chart:
 * @argc: number of words
 * @argv: (array length=argc): "chart" and what follows
 *
 * Draws one chart into a file.
 *
 * Returns: the exit status
 */
int
atlas_command_chart (int argc, char **argv)
{
  g_auto (AtlasCommandOptions) options = { 0 };
  g_auto (AtlasCommandInput) input = { 0 };
  g_auto (Wishes) wishes = { 0 };
  AtlasPictureSettings settings =
      ATLAS_PICTURE_SETTINGS_INIT (ATLAS_PICTURE_SVG);
  AtlasChartOptions shown = { 0 };
  AtlasChartKind kind;
  int status;
  const GOptionEntry own[] = {
    { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &wishes.kind, N_ ("What to draw"),
      "KIND" },
    { "cluster", 'c', 0, G_OPTION_ARG_FILENAME_ARRAY, &wishes.clusters,
      N_ ("A cluster to show; may be given several times"), "NAME" },
    { "edition", 'e', 0, G_OPTION_ARG_INT, &wishes.edition,
      N_ ("The edition to show"), "YEAR" },
    { "size", 0, 0, G_OPTION_ARG_FILENAME, &wishes.size,
      N_ ("Width and height, such as 160x100mm"), "WxHmm" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &wishes.theme,
      N_ ("Colours: print, light or dark"), "THEME" },
  };
  g_autoptr (GArray) entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
  atlas_chart_wishes_add_entries (entries, wishes.options);
  status = atlas_command_parse (&options, (const GOptionEntry *) entries->data,
                                N_ ("PATH... - draw a chart"), description,
                                argc, argv);
  if (status >= 0)
    return status;
  if (!check_wishes (&wishes, &options, &kind, &shown, &settings)
      || !atlas_command_input_read (&input, &options))
    return ATLAS_EXIT_USAGE;

  if (input.profiles->len == 0)
    {
      atlas_command_say_nothing_loaded ();
      return ATLAS_EXIT_NOTHING;
    }
  settings.time = atlas_report_get_default_time ();

  return draw (&options, &input, &wishes, kind, &shown, &settings);
}

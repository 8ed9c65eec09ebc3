/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

#include "atlas-fold.h"

#include "atlas-gettext.h"

/* Every kind of chart, in the order of the enumeration. */
static const AtlasChartClass *const classes[ATLAS_N_CHART_KINDS] = {
  [ATLAS_CHART_APPLICANTS] = &atlas_chart_applicants_class,
  [ATLAS_CHART_PUBLISHERS] = &atlas_chart_publishers_class,
  [ATLAS_CHART_SHARES] = &atlas_chart_shares_class,
  [ATLAS_CHART_MULTIPLES] = &atlas_chart_multiples_class,
  [ATLAS_CHART_COMPARE] = &atlas_chart_compare_class,
  [ATLAS_CHART_CONCENTRATION] = &atlas_chart_concentration_class,
  [ATLAS_CHART_POSITION] = &atlas_chart_position_class,
  [ATLAS_CHART_EDITIONS] = &atlas_chart_editions_class,
  [ATLAS_CHART_FIELDS] = &atlas_chart_fields_class,
  [ATLAS_CHART_NETWORK] = &atlas_chart_network_class,
  [ATLAS_CHART_MATRIX] = &atlas_chart_matrix_class,
};

/**
 * atlas_chart_error_quark:
 *
 * Returns: the domain of errors of charts
 */
G_DEFINE_QUARK (atlas_chart_error, atlas_chart_error)

/**
 * atlas_chart_kind_get_nick:
 * @kind: a kind of chart
 *
 * Returns: the word that the command line uses for it
 */
const char *
atlas_chart_kind_get_nick (AtlasChartKind kind)
{
  g_return_val_if_fail ((guint) kind < ATLAS_N_CHART_KINDS, NULL);

  return classes[kind] != NULL ? classes[kind]->nick : NULL;
}

/**
 * atlas_chart_kind_from_nick:
 * @nick: a word
 * @kind: (out): where to put the kind
 *
 * Returns: whether @nick names one; if not, @kind is left alone
 */
gboolean
atlas_chart_kind_from_nick (const char *nick, AtlasChartKind *kind)
{
  guint i;

  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (i = 0; i < ATLAS_N_CHART_KINDS; i++)
    {
      if (classes[i] != NULL && g_str_equal (classes[i]->nick, nick))
        {
          *kind = (AtlasChartKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * atlas_chart_new:
 * @kind: what to show
 * @profiles: (array length=n_profiles): of which profiles; referenced
 * @n_profiles: how many
 * @aliases: (nullable): the user's names; copied
 * @network: (nullable): needed by the kinds of the network, measured and
 *   arranged; referenced
 *
 * The profiles are drawn in the order given unless an option says otherwise.
 *
 * Returns: (transfer full): a new chart
 */
AtlasChart *
atlas_chart_new (AtlasChartKind kind,
                 const AtlasProfile *const *profiles,
                 gsize n_profiles,
                 const AtlasAliases *aliases,
                 AtlasNetwork *network)
{
  AtlasChart *self;
  gsize i;

  g_return_val_if_fail ((guint) kind < ATLAS_N_CHART_KINDS, NULL);
  g_return_val_if_fail (classes[kind] != NULL, NULL);
  g_return_val_if_fail (profiles != NULL || n_profiles == 0, NULL);
  g_return_val_if_fail (n_profiles <= G_MAXINT, NULL);

  self = g_new0 (AtlasChart, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->klass = classes[kind];
  self->format = (AtlasFormat) ATLAS_FORMAT_INIT;
  self->n_profiles = (guint) n_profiles;
  self->profiles = g_new0 (AtlasProfile *, n_profiles + 1);
  self->estimates = g_new0 (AtlasEstimates, n_profiles + 1);
  for (i = 0; i < n_profiles; i++)
    {
      self->profiles[i] = atlas_profile_ref (profiles[i]);
      atlas_estimates_compute (profiles[i], &self->estimates[i]);
    }
  if (aliases != NULL)
    self->aliases = atlas_aliases_copy (aliases);
  if (network != NULL)
    self->network = atlas_network_ref (network);

  return self;
}

/**
 * atlas_chart_ref:
 * @self: a chart
 *
 * Returns: (transfer full): @self, with one reference more
 */
AtlasChart *
atlas_chart_ref (AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * atlas_chart_unref:
 * @self: (transfer full): a chart
 *
 * Gives a reference back; the last one frees the chart.
 */
void
atlas_chart_unref (AtlasChart *self)
{
  guint i;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (i = 0; i < self->n_profiles; i++)
    atlas_profile_unref (self->profiles[i]);
  g_free (self->profiles);
  g_free (self->estimates);
  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->network_options.whole, atlas_network_unref);
  g_free (self->title);
  g_free (self);
}

/**
 * atlas_chart_get_kind:
 * @self: a chart
 *
 * Returns: what it shows
 */
AtlasChartKind
atlas_chart_get_kind (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, ATLAS_CHART_SHARES);

  return self->kind;
}

/**
 * atlas_chart_set_options:
 * @self: a chart that was not laid out yet
 * @options: what to choose; copied
 *
 * Sets all options at once.
 */
void
atlas_chart_set_options (AtlasChart *self, const AtlasChartOptions *options)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (options != NULL);

  self->options = *options;
}

/**
 * atlas_chart_get_options:
 * @self: a chart
 *
 * Returns: (transfer none): what is chosen
 */
const AtlasChartOptions *
atlas_chart_get_options (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->options;
}

/**
 * atlas_chart_set_network_options:
 * @self: a chart
 * @options: how the kinds of the network show theirs; copied
 *
 * To be called before the first layout.
 */
void
atlas_chart_set_network_options (AtlasChart *self,
                                 const AtlasNetworkOptions *options)
{
  AtlasNetwork *whole;

  g_return_if_fail (self != NULL);
  g_return_if_fail (options != NULL);

  whole = options->whole != NULL ? atlas_network_ref (options->whole) : NULL;
  g_clear_pointer (&self->network_options.whole, atlas_network_unref);
  self->network_options = *options;
  self->network_options.whole = whole;
}

/**
 * atlas_chart_get_network_options:
 * @self: a chart
 *
 * Returns: (transfer none): how the kinds of the network show theirs
 */
const AtlasNetworkOptions *
atlas_chart_get_network_options (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->network_options;
}

/**
 * atlas_chart_get_network:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): the network it was made with
 */
AtlasNetwork *
atlas_chart_get_network (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->network;
}

/**
 * atlas_chart_set_format:
 * @self: a chart that was not laid out yet
 * @format: how figures are worded; copied
 *
 * Sets the language and the form of numbers. Without this a chart is the same
 * in every locale.
 */
void
atlas_chart_set_format (AtlasChart *self, const AtlasFormat *format)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  self->format = *format;
}

/**
 * atlas_chart_get_format:
 * @self: a chart
 *
 * Returns: (transfer none): how figures are worded
 */
const AtlasFormat *
atlas_chart_get_format (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->format;
}

/**
 * atlas_chart_get_n_profiles:
 * @self: a chart
 *
 * Returns: how many profiles it was made of
 */
guint
atlas_chart_get_n_profiles (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_profiles;
}

/**
 * atlas_chart_get_profile:
 * @self: a chart
 * @profile: index of a profile
 *
 * Returns: (transfer none): the profile
 */
const AtlasProfile *
atlas_chart_get_profile (const AtlasChart *self, guint profile)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (profile < self->n_profiles, NULL);

  return self->profiles[profile];
}

/**
 * atlas_chart_has_data:
 * @self: a chart
 *
 * Returns: whether the profiles give anything to draw
 */
gboolean
atlas_chart_has_data (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->klass->has_data (self);
}

/* What a class says, in the language of the chart. */
static char *
say (const AtlasChart *self, char *(*function) (const AtlasChart *chart))
{
  AtlasFormatScope scope = atlas_format_begin (&self->format);
  char *text = function (self);

  atlas_format_end (scope);

  return text;
}

static char *
say_nothing_to_show (const AtlasChart *self)
{
  if (self->n_profiles > 0 && self->klass->dup_missing != NULL)
    return self->klass->dup_missing (self);

  return g_strdup (self->n_profiles == 0
                       ? _ ("There is no profile to show")
                       : _ ("The source gives no figures for this chart"));
}

/**
 * atlas_chart_set_title:
 * @self: a chart that was not laid out yet
 * @title: (nullable): what it is to be called; %NULL for the suggested title
 *
 * Gives the chart a title of the user's own.
 */
void
atlas_chart_set_title (AtlasChart *self, const char *title)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * atlas_chart_get_own_title:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): the title that it was given, if any
 */
const char *
atlas_chart_get_own_title (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * atlas_chart_dup_title:
 * @self: a chart
 *
 * Returns: (transfer full): the title as drawn: the one it was given, or the
 *   suggested one
 */
char *
atlas_chart_dup_title (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->title != NULL && atlas_chart_has_data (self))
    return g_strdup (self->title);

  return atlas_chart_dup_suggested_title (self);
}

/**
 * atlas_chart_dup_suggested_title:
 * @self: a chart
 *
 * Returns: (transfer full): what the chart shows, as a finding
 */
char *
atlas_chart_dup_suggested_title (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return say (self, atlas_chart_has_data (self) ? self->klass->dup_title
                                                : say_nothing_to_show);
}

/**
 * atlas_chart_dup_subtitle:
 * @self: a chart
 *
 * Returns: (transfer full): measure, place and period
 */
char *
atlas_chart_dup_subtitle (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_profiles == 0)
    return g_strdup ("");

  return say (self, self->klass->dup_subtitle);
}

/**
 * atlas_chart_dup_description:
 * @self: a chart
 *
 * Returns: (transfer full): what the chart shows and of what, for a screen
 *   reader and for the alternative text of a figure
 */
char *
atlas_chart_dup_description (const AtlasChart *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  AtlasFormatScope scope;
  char *description;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->klass->dup_description != NULL && atlas_chart_has_data (self))
    return say (self, self->klass->dup_description);

  title = atlas_chart_dup_title (self);
  subtitle = atlas_chart_dup_subtitle (self);
  if (*subtitle == '\0')
    return g_steal_pointer (&title);

  scope = atlas_format_begin (&self->format);
  /* Translators: title and subtitle of a chart, read aloud */
  description = g_strdup_printf (_ ("%1$s. %2$s."), title, subtitle);
  atlas_format_end (scope);

  return description;
}

/**
 * atlas_chart_dup_note:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): what has to be known to read the figures
 */
char *
atlas_chart_dup_note (const AtlasChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->klass->dup_note == NULL || !atlas_chart_has_data (self))
    return NULL;

  return say (self, self->klass->dup_note);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The years of the profiles, each once, the earliest first. */
static GArray *
collect_years (const AtlasChart *self)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));
  guint i, n = 0;

  for (i = 0; i < self->n_profiles; i++)
    {
      const AtlasNumber *edition = &self->profiles[i]->edition;
      int year = (int) edition->value;

      if (atlas_number_is_given (edition))
        g_array_append_val (years, year);
    }

  g_array_sort (years, compare_years);
  for (i = 0; i < years->len; i++)
    {
      int year = g_array_index (years, int, i);

      if (n == 0 || g_array_index (years, int, n - 1) != year)
        g_array_index (years, int, n++) = year;
    }
  g_array_set_size (years, n);

  return years;
}

static char *
dup_year_list (const AtlasChart *self, guint *n_years)
{
  g_autoptr (GArray) years = collect_years (self);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < years->len; i++)
    g_ptr_array_add (words,
                     g_strdup_printf ("%d", g_array_index (years, int, i)));

  *n_years = years->len;

  return atlas_format_list (&self->format, (const char *const *) words->pdata,
                            words->len);
}

/**
 * atlas_chart_dup_source:
 * @self: a chart
 *
 * Returns: (transfer full): the source line that goes with every chart
 */
char *
atlas_chart_dup_source (const AtlasChart *self)
{
  g_autofree char *years = NULL;
  AtlasFormatScope scope;
  char *source;
  guint n_years;

  g_return_val_if_fail (self != NULL, NULL);

  years = dup_year_list (self, &n_years);
  scope = atlas_format_begin (&self->format);
  if (n_years > 0)
    source = g_strdup_printf (
        /* Translators: %s is a year, or several */
        _ ("Source: WIPO, Global Innovation Index %s. The Secretariat of WIPO "
           "assumes no liability or responsibility with regard to the "
           "transformation or translation of the original content."),
        years);
  else
    source = g_strdup (
        _ ("Source: WIPO, Global Innovation Index. The Secretariat of WIPO "
           "assumes no liability or responsibility with regard to the "
           "transformation or translation of the original content."));
  atlas_format_end (scope);

  return source;
}

/**
 * atlas_chart_dup_table:
 * @self: a chart
 *
 * Returns: (transfer full): all figures of the chart; without columns where it
 *   has none
 */
AtlasChartTable *
atlas_chart_dup_table (const AtlasChart *self)
{
  AtlasChartTable *table;
  AtlasFormatScope scope;

  g_return_val_if_fail (self != NULL, NULL);

  table = atlas_chart_table_new ();
  if (!atlas_chart_has_data (self))
    return table;

  scope = atlas_format_begin (&self->format);
  self->klass->fill_table (self, table);
  atlas_format_end (scope);

  return table;
}

/* The name to show for an organisation: the user's, or the printed one; %NULL
 * where none could be read. */
const char *
atlas_chart_get_entry_name (const AtlasChart *self,
                            guint profile,
                            const AtlasEntry *entry)
{
  const char *cluster = self->profiles[profile]->cluster;
  g_autofree char *key = NULL;

  if (self->aliases == NULL || entry->name == NULL || cluster == NULL)
    return entry->name;

  key = atlas_fold_place (cluster);

  return atlas_aliases_get_organisation (self->aliases, key, entry->name);
}

/* The cluster of a profile, ready to stand in a sentence. */
char *
atlas_chart_dup_cluster (const AtlasChart *self, guint profile)
{
  return atlas_format_name (&self->format, self->profiles[profile]->cluster);
}

/* Cluster and economy. */
char *
atlas_chart_dup_place (const AtlasChart *self, guint profile)
{
  g_autofree char *cluster = atlas_chart_dup_cluster (self, profile);
  g_autofree char *economy = NULL;

  if (self->profiles[profile]->economy == NULL)
    return g_steal_pointer (&cluster);

  economy = atlas_format_name (&self->format, self->profiles[profile]->economy);

  /* Translators: a cluster and its economy: "Shenyang (China)" */
  return g_strdup_printf (C_ ("place", "%1$s (%2$s)"), cluster, economy);
}

/* The one place, or how many. */
char *
atlas_chart_dup_places (const AtlasChart *self)
{
  if (self->n_profiles == 1)
    return atlas_chart_dup_place (self, 0);

  return g_strdup_printf (
      ngettext ("%u cluster", "%u clusters", self->n_profiles),
      self->n_profiles);
}

/* The editions that the chart shows, in words. */
char *
atlas_chart_dup_editions (const AtlasChart *self)
{
  g_autofree char *years = NULL;
  guint n_years;

  years = dup_year_list (self, &n_years);
  if (n_years == 0)
    return g_strdup (_ ("edition not given"));

  return g_strdup_printf (ngettext ("edition %s", "editions %s", n_years),
                          years);
}

/* What a kind of output is called. */
const char *
atlas_chart_get_kind_title (AtlasKind kind)
{
  return kind == ATLAS_PATENTS ? _ ("Patents") : _ ("Articles");
}

/* Whether the options show a kind of output. */
gboolean
atlas_chart_shows (const AtlasChart *self, AtlasKind kind)
{
  switch (self->options.output)
    {
    case ATLAS_CHART_PATENTS_ONLY:
      return kind == ATLAS_PATENTS;
    case ATLAS_CHART_ARTICLES_ONLY:
      return kind == ATLAS_ARTICLES;
    case ATLAS_CHART_BOTH:
    default:
      return TRUE;
    }
}

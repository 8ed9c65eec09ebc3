/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

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

static gboolean
has_several_editions (const AtlasChart *self)
{
  const AtlasNumber *first = NULL;
  guint i;

  for (i = 0; i < self->n_profiles; i++)
    {
      const AtlasNumber *edition = &self->profiles[i]->edition;

      if (!atlas_number_is_given (edition))
        continue;
      if (first != NULL && edition->value != first->value)
        return TRUE;
      first = edition;
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
  self->several_editions = has_several_editions (self);
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
  g_free (self->inks);
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
 * atlas_chart_set_inks:
 * @self: a chart that nobody has laid out yet
 * @inks: (nullable) (array): a colour for each profile; copied
 *
 * Gives clusters colours of their own; those with %ATLAS_INK_NONE look as
 * usual.
 */
void
atlas_chart_set_inks (AtlasChart *self, const AtlasInk *inks)
{
  g_return_if_fail (self != NULL);

  g_free (self->inks);
  self->inks = g_memdup2 (inks, self->n_profiles * sizeof *inks);
}

/* The colour of a cluster, or @usual where it has none of its own. */
AtlasInk
atlas_chart_get_ink (const AtlasChart *self, guint profile, AtlasInk usual)
{
  if (self->inks == NULL || self->inks[profile] == ATLAS_INK_NONE)
    return usual;
  return self->inks[profile];
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

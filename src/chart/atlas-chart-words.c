/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

#include "atlas-fold.h"

#include "atlas-gettext.h"

/* More clusters than this are counted, not listed. */
#define MAX_LISTED 3

/* What a chart says: titles, notes, places and years. */

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

/* The name of a cluster, whatever the edition. */
char *
atlas_chart_dup_cluster_name (const AtlasChart *self, guint profile)
{
  return atlas_format_name (&self->format, self->profiles[profile]->cluster);
}

/* The cluster of a profile, ready to stand in a sentence. Editions are never
 * mixed silently: where the chart has several, each name has its own. */
char *
atlas_chart_dup_cluster (const AtlasChart *self, guint profile)
{
  g_autofree char *name = atlas_chart_dup_cluster_name (self, profile);
  const AtlasNumber *edition = &self->profiles[profile]->edition;

  if (!self->several_editions || !atlas_number_is_given (edition))
    return g_steal_pointer (&name);

  /* Translators: a cluster and the year of the edition */
  return g_strdup_printf (C_ ("cluster and edition", "%1$s (%2$d)"), name,
                          (int) edition->value);
}

/* Cluster and economy. */
char *
atlas_chart_dup_place (const AtlasChart *self, guint profile)
{
  const AtlasProfile *shown = self->profiles[profile];
  g_autofree char *cluster = NULL;
  g_autofree char *economy = NULL;

  if (shown->economy == NULL)
    return atlas_chart_dup_cluster (self, profile);

  cluster = atlas_chart_dup_cluster_name (self, profile);
  economy = atlas_format_name (&self->format, shown->economy);
  if (self->several_editions && atlas_number_is_given (&shown->edition))
    /* Translators: a cluster, its economy and the year of the edition */
    return g_strdup_printf (C_ ("place", "%1$s (%2$s, %3$d)"), cluster, economy,
                            (int) shown->edition.value);

  /* Translators: a cluster and its economy: "Shenyang (China)" */
  return g_strdup_printf (C_ ("place", "%1$s (%2$s)"), cluster, economy);
}

guint
atlas_chart_count_clusters (const AtlasChart *self, const GArray *profiles)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i, n = profiles != NULL ? profiles->len : self->n_profiles;

  if (!self->several_editions)
    return n;

  for (i = 0; i < n; i++)
    {
      const AtlasProfile *profile =
          self->profiles[profiles != NULL ? g_array_index (profiles, guint, i)
                                          : i];
      g_autofree char *place =
          atlas_fold_place (profile->cluster != NULL ? profile->cluster : "");

      g_hash_table_add (
          known,
          g_strconcat (place, "\n",
                       profile->economy != NULL ? profile->economy : "", NULL));
    }

  return g_hash_table_size (known);
}

/* The one place, or how many. */
char *
atlas_chart_dup_places (const AtlasChart *self)
{
  guint n;

  if (self->n_profiles == 1)
    return atlas_chart_dup_place (self, 0);

  n = atlas_chart_count_clusters (self, NULL);
  if (n == 1)
    return atlas_chart_dup_cluster_name (self, 0);

  return g_strdup_printf (ngettext ("%u cluster", "%u clusters", n), n);
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

/* Two values of which each may be the higher one are told apart by nothing. */
GArray *
atlas_chart_find_highest (const AtlasChart *chart,
                          AtlasValueFunc get_value,
                          gconstpointer data)
{
  GArray *highest = g_array_new (FALSE, FALSE, sizeof (guint));
  double most = -INFINITY;
  guint i;

  for (i = 0; i < chart->n_profiles; i++)
    {
      AtlasInterval value = get_value (chart, i, data);

      if (atlas_interval_is_known (value))
        most = MAX (most, value.low);
    }

  for (i = 0; i < chart->n_profiles; i++)
    {
      AtlasInterval value = get_value (chart, i, data);

      if (atlas_interval_is_known (value)
          && (value.high > most || value.low >= most))
        g_array_append_val (highest, i);
    }

  return highest;
}

char *
atlas_chart_dup_cluster_list (const AtlasChart *self, const GArray *profiles)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint i, n;

  if (profiles->len > MAX_LISTED)
    {
      n = atlas_chart_count_clusters (self, profiles);
      if (n == 1)
        return atlas_chart_dup_cluster_name (
            self, g_array_index (profiles, guint, 0));

      return g_strdup_printf (ngettext ("%u cluster", "%u clusters", n), n);
    }

  for (i = 0; i < profiles->len; i++)
    g_ptr_array_add (names, atlas_chart_dup_cluster (
                                self, g_array_index (profiles, guint, i)));

  return atlas_format_list (&self->format, (const char *const *) names->pdata,
                            names->len);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-private.h"

#include "atlas-gettext.h"
#include <string.h>

/* What is worked out once for a report, before its first page. */

static void
unref_profile (gpointer data)
{
  atlas_profile_unref (data);
}

static void
unref_problem (gpointer data)
{
  atlas_problem_unref (data);
}

static double
get_rank (const AtlasNumber *rank)
{
  return atlas_number_is_given (rank) ? rank->value : G_MAXDOUBLE;
}

/* Orders by world rank; those without one come last, in the given order. */
static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AtlasReport *self = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  double x = get_rank (&self->subjects[i].profile->rank);
  double y = get_rank (&self->subjects[j].profile->rank);

  if (x != y)
    return x < y ? -1 : 1;
  return i < j ? -1 : i > j;
}

typedef struct
{
  const AtlasReport *report;
  AtlasKind kind;
} KindOrder;

static double
get_concentration (const KindOrder *order, guint subject)
{
  AtlasInterval cr3 =
      order->report->subjects[subject].estimates.cr3[order->kind];

  return atlas_interval_is_known (cr3) ? (cr3.low + cr3.high) / 2.0 : -1.0;
}

static int
compare_concentrations (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KindOrder *order = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  double x = get_concentration (order, i);
  double y = get_concentration (order, j);

  if (x != y)
    return x > y ? -1 : 1;
  return i < j ? -1 : i > j;
}

static guint *
make_order (guint n, GCompareDataFunc compare, gpointer user_data)
{
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare, user_data);

  return order;
}

static void
collect_rows (AtlasReport *self)
{
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    self->entry_rows[kind] =
        g_array_new (FALSE, FALSE, sizeof (AtlasReportRow));
  self->partner_rows = g_array_new (FALSE, FALSE, sizeof (AtlasReportRow));
  self->field_rows = g_array_new (FALSE, FALSE, sizeof (AtlasReportRow));

  for (guint i = 0; i < self->n_subjects; i++)
    for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
      {
        guint subject = self->by_rank[i];
        const AtlasProfile *profile = self->subjects[subject].profile;
        AtlasReportRow row = { subject, kind, 0 };

        for (row.entry = 0; row.entry < profile->n_entries[kind]; row.entry++)
          g_array_append_val (self->entry_rows[kind], row);
        for (row.entry = 0; row.entry < profile->n_partners[kind];
             row.entry += ATLAS_REPORT_PARTNERS_IN_ROW)
          g_array_append_val (self->partner_rows, row);
        for (row.entry = 0; row.entry < profile->n_fields[kind]; row.entry++)
          g_array_append_val (self->field_rows, row);
      }
}

/* The editions in words: "2023 and 2024". */
static char *
dup_editions (const AtlasReport *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->n_subjects; i++)
    {
      const AtlasNumber *edition = &self->subjects[i].profile->edition;
      int year = (int) edition->value;
      guint at = 0;

      if (!atlas_number_is_given (edition))
        continue;
      while (at < years->len && g_array_index (years, int, at) < year)
        at++;
      if (at == years->len || g_array_index (years, int, at) != year)
        g_array_insert_val (years, at, year);
    }

  for (guint i = 0; i < years->len; i++)
    g_ptr_array_add (words,
                     g_strdup_printf ("%d", g_array_index (years, int, i)));

  return atlas_format_list (&self->format, (const char *const *) words->pdata,
                            words->len);
}

/* The same cluster in the latest edition before, among all that is open. */
static void
find_previous (AtlasReport *self)
{
  g_autoptr (GHashTable) by_cluster = g_hash_table_new_full (
      g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autofree char **keys = g_new0 (char *, self->n_subjects);
  GPtrArray *lists[] = { self->profiles, self->others };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      {
        AtlasProfile *profile = g_ptr_array_index (lists[list], i);
        GPtrArray *same;
        char *key;

        if (profile->cluster == NULL)
          continue;
        key = atlas_aliases_dup_place_key (self->aliases, profile->cluster);
        same = g_hash_table_lookup (by_cluster, key);
        if (same == NULL)
          {
            same = g_ptr_array_new ();
            g_hash_table_insert (by_cluster, g_strdup (key), same);
          }
        g_ptr_array_add (same, profile);
        if (list == 0)
          keys[i] = key;
        else
          g_free (key);
      }

  for (guint i = 0; i < self->n_subjects; i++)
    {
      AtlasSubject *subject = &self->subjects[i];
      GPtrArray *same =
          keys[i] != NULL ? g_hash_table_lookup (by_cluster, keys[i]) : NULL;

      for (guint j = 0; same != NULL && j < same->len; j++)
        {
          const AtlasProfile *other = g_ptr_array_index (same, j);

          if (atlas_number_is_given (&other->edition)
              && atlas_number_is_given (&subject->profile->edition)
              && other->edition.value < subject->profile->edition.value
              && (subject->previous == NULL
                  || other->edition.value > subject->previous->edition.value))
            subject->previous = other;
        }
      if (subject->previous != NULL)
        atlas_estimates_compute (subject->previous,
                                 &subject->previous_estimates);
      g_free (keys[i]);
    }
}

static gboolean
is_compared (const AtlasReport *self, guint subject)
{
  for (guint i = 0; i < self->n_compared; i++)
    if (self->compared[i] == subject)
      return TRUE;

  return FALSE;
}

/* The clusters that the user wants compared, or the first of the report. */
static void
choose_compared (AtlasReport *self)
{
  char **names = self->settings->compare;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *key =
          atlas_aliases_dup_place_key (self->aliases, names[i]);

      for (guint j = 0; j < self->n_subjects
                        && self->n_compared < ATLAS_REPORT_MOST_COMPARED;
           j++)
        {
          const char *cluster = self->subjects[j].profile->cluster;
          g_autofree char *other = NULL;

          if (cluster == NULL)
            continue;
          other = atlas_aliases_dup_place_key (self->aliases, cluster);
          if (strcmp (key, other) == 0 && !is_compared (self, j))
            {
              self->compared[self->n_compared++] = j;
              break;
            }
        }
    }

  if (self->n_compared >= 2)
    return;

  self->n_compared = MIN (self->n_subjects, ATLAS_REPORT_MOST_COMPARED);
  for (guint i = 0; i < self->n_compared; i++)
    self->compared[i] = self->by_rank[i];
}

static void
collect_problems (AtlasReport *self, const AtlasReportContent *content)
{
  self->problems = g_ptr_array_new_with_free_func (unref_problem);
  for (gsize i = 0; i < content->n_problems; i++)
    {
      AtlasProblem *problem = content->problems[i];

      g_ptr_array_add (self->problems, atlas_problem_ref (problem));
      if (atlas_problem_get_severity (problem) == ATLAS_SEVERITY_ERROR)
        self->n_errors++;
      else
        self->n_warnings++;
    }
}

static void
collect_subjects (AtlasReport *self, const AtlasReportContent *content)
{
  self->n_subjects = (guint) content->n_profiles;
  self->subjects = g_new0 (AtlasSubject, self->n_subjects);
  self->notes = g_new0 (char *, self->n_subjects);

  for (guint i = 0; i < self->n_subjects; i++)
    {
      AtlasSubject *subject = &self->subjects[i];

      subject->report = self;
      subject->index = i;
      subject->profile = g_ptr_array_index (self->profiles, i);
      subject->place = -1;
      subject->first_page = -1;
      atlas_estimates_compute (subject->profile, &subject->estimates);
      if (content->notes != NULL && content->notes[i] != NULL)
        self->notes[i] = g_utf8_make_valid (content->notes[i], -1);
      subject->note = self->notes[i];
    }
}

static guint
count_files (const AtlasReport *self)
{
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_subjects; i++)
    if (self->subjects[i].profile->source != NULL)
      g_hash_table_add (files, (gpointer) self->subjects[i].profile->source);

  return g_hash_table_size (files);
}

/* The source and licence line, with the editions of this report. */
static char *
dup_source_line (const AtlasReport *self)
{
  return g_strdup_printf (
      _ ("Source: WIPO, Global Innovation Index %s. The Secretariat of WIPO "
         "assumes no liability or responsibility with regard to the "
         "transformation or translation of the original content."),
      self->editions);
}

/**
 * atlas_report_collect:
 * @self: a report with its settings
 * @content: what goes in
 *
 * Takes what the report needs, and works out what its pages share.
 */
void
atlas_report_collect (AtlasReport *self, const AtlasReportContent *content)
{
  const char *title = self->settings->title;
  KindOrder order = { self, ATLAS_PATENTS };

  self->profiles = g_ptr_array_new_with_free_func (unref_profile);
  for (gsize i = 0; i < content->n_profiles; i++)
    g_ptr_array_add (self->profiles, atlas_profile_ref (content->profiles[i]));
  self->others = g_ptr_array_new_with_free_func (unref_profile);
  for (gsize i = 0; i < content->n_others; i++)
    g_ptr_array_add (self->others, atlas_profile_ref (content->others[i]));
  if (content->aliases != NULL)
    self->aliases = atlas_aliases_copy (content->aliases);
  self->time = content->time;

  collect_problems (self, content);
  collect_subjects (self, content);
  self->n_files = content->n_files > 0 ? content->n_files : count_files (self);
  self->by_rank = make_order (self->n_subjects, compare_ranks, self);
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      order.kind = kind;
      self->by_concentration[kind] =
          make_order (self->n_subjects, compare_concentrations, &order);
    }
  collect_rows (self);
  find_previous (self);
  choose_compared (self);

  self->editions = dup_editions (self);
  self->source_line = dup_source_line (self);
  self->title =
      g_strdup (title != NULL ? title : _ ("Science and technology clusters"));
}

static gboolean
is_cancelled (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

/* The most named places come first, by name where they are named alike. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AtlasPlace *places = user_data;
  const AtlasPlace *x = &places[*(const guint *) a];
  const AtlasPlace *y = &places[*(const guint *) b];

  if (x->named_by_any != y->named_by_any)
    return x->named_by_any > y->named_by_any ? -1 : 1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return strcmp (x->id, y->id);
}

/* What is open beyond the report is not shown in it, but known. */
static AtlasNetwork *
make_surroundings (const AtlasReport *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);

  g_ptr_array_extend (all, self->profiles, NULL, NULL);
  for (guint i = 0; i < self->profiles->len; i++)
    g_hash_table_add (own, g_ptr_array_index (self->profiles, i));
  for (guint i = 0; i < self->others->len; i++)
    if (!g_hash_table_contains (own, g_ptr_array_index (self->others, i)))
      g_ptr_array_add (all, g_ptr_array_index (self->others, i));

  if (all->len == self->profiles->len)
    return atlas_network_ref (self->network);
  return atlas_network_new ((const AtlasProfile *const *) all->pdata, all->len,
                            self->aliases);
}

/**
 * atlas_report_prepare_network:
 * @self: a report
 * @cancellable: (nullable): to stop it
 *
 * Works out who names whom among the profiles of the report.
 *
 * Returns: whether it was not stopped
 */
gboolean
atlas_report_prepare_network (AtlasReport *self, GCancellable *cancellable)
{
  const AtlasPlace *places;
  gsize n_places;

  self->network =
      atlas_network_new ((const AtlasProfile *const *) self->profiles->pdata,
                         self->profiles->len, self->aliases);
  if (!atlas_network_measure (self->network, is_cancelled, cancellable)
      || !atlas_network_arrange (self->network, is_cancelled, cancellable))
    return FALSE;

  places = atlas_network_get_places (self->network, &n_places);
  self->n_places = (guint) n_places;
  self->places = make_order (self->n_places, compare_places, (gpointer) places);

  self->surroundings = make_surroundings (self);
  for (guint i = 0; i < self->n_subjects; i++)
    {
      AtlasSubject *subject = &self->subjects[i];
      g_autofree char *key = NULL;

      if (subject->profile->cluster == NULL)
        continue;
      key = atlas_aliases_dup_place_key (self->aliases,
                                         subject->profile->cluster);
      subject->place = atlas_network_find (self->surroundings, key);
    }

  return TRUE;
}

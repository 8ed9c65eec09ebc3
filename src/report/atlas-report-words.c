/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-words.h"

#include "atlas-gettext.h"

static gboolean
is_shown (const AtlasNumber *number)
{
  return number->state == ATLAS_NUMBER_GIVEN
         || number->state == ATLAS_NUMBER_BELOW;
}

/**
 * atlas_report_dup_number:
 * @self: a report
 * @number: a printed value
 *
 * Returns: (transfer full) (nullable): the value in words, %NULL for none
 */
char *
atlas_report_dup_number (const AtlasReport *self, const AtlasNumber *number)
{
  return is_shown (number) ? atlas_format_number (&self->format, number) : NULL;
}

/**
 * atlas_report_dup_share:
 * @self: a report
 * @number: a printed percentage
 *
 * Returns: (transfer full) (nullable): the value in words, %NULL for none
 */
char *
atlas_report_dup_share (const AtlasReport *self, const AtlasNumber *number)
{
  return is_shown (number) ? atlas_format_share (&self->format, number) : NULL;
}

/**
 * atlas_report_dup_value:
 * @self: a report
 * @number: a printed value
 *
 * Returns: (transfer full): the value in words, or that there is none
 */
char *
atlas_report_dup_value (const AtlasReport *self, const AtlasNumber *number)
{
  char *value = atlas_report_dup_number (self, number);

  return value != NULL ? value : g_strdup (C_ ("value", "n/a"));
}

/**
 * atlas_report_dup_rank_of:
 * @self: a report
 * @rank: a rank
 * @of: how many are ranked
 *
 * Returns: (transfer full) (nullable): both in words; the rank alone where
 *   nothing says how many there are; %NULL without a rank
 */
char *
atlas_report_dup_rank_of (const AtlasReport *self,
                          const AtlasNumber *rank,
                          const AtlasNumber *of)
{
  g_autofree char *first = atlas_report_dup_number (self, rank);
  g_autofree char *second = atlas_report_dup_number (self, of);

  if (first == NULL || second == NULL)
    return g_steal_pointer (&first);

  /* Translators: a rank, and how many are ranked: "17 of 26". */
  return g_strdup_printf (_ ("%s of %s"), first, second);
}

/**
 * atlas_report_dup_interval:
 * @self: a report
 * @interval: an estimate
 *
 * Returns: (transfer full) (nullable): the estimate in words, %NULL for none
 */
char *
atlas_report_dup_interval (const AtlasReport *self, AtlasInterval interval)
{
  return atlas_interval_is_known (interval)
             ? atlas_format_interval (&self->format, interval)
             : NULL;
}

/**
 * atlas_report_dup_percent:
 * @self: a report
 * @interval: an estimate in percent
 *
 * Returns: (transfer full) (nullable): the estimate in words, %NULL for none
 */
char *
atlas_report_dup_percent (const AtlasReport *self, AtlasInterval interval)
{
  return atlas_interval_is_known (interval)
             ? atlas_format_interval_percent (&self->format, interval)
             : NULL;
}

/* Both ends with so many decimals, rounded outwards: an estimate must not
 * become narrower by being printed. */
static char *
dup_scaled (const AtlasReport *self,
            AtlasInterval interval,
            double scale,
            guint decimals)
{
  double step = pow (10.0, decimals);
  double low = floor (interval.low * scale * step + 1e-9) / step;
  double high = ceil (interval.high * scale * step - 1e-9) / step;
  g_autofree char *from = atlas_format_value (&self->format, low, decimals);
  g_autofree char *to = NULL;

  if (isinf (interval.high))
    /* Translators: an estimate without an upper bound. */
    return g_strdup_printf (_ ("%s or more"), from);
  if (low >= high)
    return g_strdup_printf ("≈ %s", from);

  to = atlas_format_value (&self->format, high, decimals);
  return g_strdup_printf ("≈ %s–%s", from, to);
}

/**
 * atlas_report_dup_millions:
 * @self: a report
 * @interval: an estimate of inhabitants
 *
 * Returns: (transfer full) (nullable): the estimate in millions, %NULL for
 *   none
 */
char *
atlas_report_dup_millions (const AtlasReport *self, AtlasInterval interval)
{
  return atlas_interval_is_known (interval)
             ? dup_scaled (self, interval, 1e-6, 2)
             : NULL;
}

/**
 * atlas_report_dup_index:
 * @self: a report
 * @interval: an estimate of an index from 0 to 1
 *
 * Returns: (transfer full) (nullable): the estimate with three decimals, %NULL
 *   for none
 */
char *
atlas_report_dup_index (const AtlasReport *self, AtlasInterval interval)
{
  return atlas_interval_is_known (interval)
             ? dup_scaled (self, interval, 1.0, 3)
             : NULL;
}

/**
 * atlas_subject_get_cluster:
 * @subject: a subject
 *
 * Returns: (transfer none): name of the cluster, or that it has none
 */
const char *
atlas_subject_get_cluster (const AtlasSubject *subject)
{
  return subject->profile->cluster != NULL ? subject->profile->cluster
                                           : _ ("Unnamed cluster");
}

/**
 * atlas_subject_get_economy:
 * @subject: a subject
 *
 * Returns: (transfer none): name of the economy, or that it is not known
 */
const char *
atlas_subject_get_economy (const AtlasSubject *subject)
{
  return subject->profile->economy != NULL ? subject->profile->economy
                                           : _ ("Economy not given");
}

/**
 * atlas_subject_get_entry_name:
 * @subject: a subject
 * @entry: a row of one of its tables
 *
 * Returns: (transfer none): the name to show for it, after the user's aliases
 */
const char *
atlas_subject_get_entry_name (const AtlasSubject *subject,
                              const AtlasEntry *entry)
{
  if (entry->name == NULL)
    return _ ("Name not readable");
  if (subject->report->aliases == NULL || subject->profile->cluster == NULL)
    return entry->name;

  return atlas_aliases_get_organisation (
      subject->report->aliases, subject->profile->cluster, entry->name);
}

/**
 * atlas_subject_dup_edition:
 * @subject: a subject
 *
 * Returns: (transfer full): the year of its edition, or that there is none
 */
char *
atlas_subject_dup_edition (const AtlasSubject *subject)
{
  return atlas_format_edition (&subject->report->format,
                               &subject->profile->edition);
}

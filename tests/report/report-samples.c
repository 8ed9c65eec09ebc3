/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-samples.h"

#include <string.h>

#include "atlas-profile-builder.h"
#include "atlas-text-parser.h"

static AtlasNumber
given (double value, guint32 line)
{
  return (AtlasNumber){ value, line, ATLAS_NUMBER_GIVEN, 0 };
}

/* "APPLICANT 12 OF CLUSTER 3", made as long as asked for. */
static char *
make_name (const char *stem, guint i, guint j, guint length)
{
  GString *name = g_string_new (NULL);

  g_string_printf (name, "%s %u OF CLUSTER %u", stem, j + 1, i + 1);
  while (name->len < length)
    g_string_append (name, " AND PARTNERS");
  if (length > 0)
    g_string_truncate (name, length);

  return g_string_free (name, FALSE);
}

static void
add_entries (AtlasProfileBuilder *builder,
             AtlasKind kind,
             guint i,
             guint name_length)
{
  static const char *const stems[] = { "APPLICANT", "UNIVERSITY" };
  /* Counts and shares of one total, so that they agree. */
  double total = (kind == ATLAS_PATENTS ? 700.0 : 37000.0) + 13.0 * i;

  for (guint j = 0; j < 3; j++)
    {
      double share = 33.0 - 10.0 * j;
      g_autofree char *name = make_name (stems[kind], i, j, name_length);
      AtlasNumber rank = given (j + 1, 20 + j);
      AtlasNumber count = given ((int) (total * share / 100.0), 20 + j);
      AtlasNumber percent = given (share, 20 + j);

      atlas_profile_builder_add_entry (builder, kind, name, -1, &rank, &count,
                                       &percent, 20 + j);
    }
}

static void
add_fields (AtlasProfileBuilder *builder)
{
  static const char *const names[] = {
    "Electrical machinery, apparatus, energy", "Digital communication",
    "Pharmaceuticals"
  };

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        AtlasNumber share = given (26.0 - 7.0 * j, 34 + j);

        atlas_profile_builder_add_field (builder, kind, names[j], -1, &share,
                                         34 + j);
      }
}

/* @edition 0 for the usual one, without technology fields. */
static AtlasProfile *
make_profile (guint i, guint n, guint name_length, guint edition)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  g_autofree char *cluster = make_name ("Cluster", i, i, name_length);
  g_autofree char *economy = g_strdup_printf ("Economy %u", i % 20 + 1);
  g_autofree char *source = g_strdup_printf ("profiles/%03u.txt", i);

  atlas_profile_builder_set_source (builder, source);
  atlas_profile_builder_set_cluster (builder, cluster, -1, 3);
  atlas_profile_builder_set_economy (builder, economy, -1, 3);
  numbers->first_line = 1;
  numbers->last_line = 40;
  numbers->edition = given (edition > 0 ? edition : 2024, 1);
  numbers->rank = given (i + 1, 5);
  numbers->intensity_rank = given (n - i, 6);
  numbers->national_rank = given (i / 20 + 1, 4);
  numbers->national_clusters = given (n / 20 + 1, 4);
  numbers->top = given (n, 4);
  numbers->per_million[ATLAS_PATENTS] = given (110 + i, 4);
  numbers->per_million[ATLAS_ARTICLES] = given (5883 + i, 4);
  numbers->collaboration[ATLAS_PATENTS] = given (13 + i % 60, 30);
  numbers->collaboration[ATLAS_ARTICLES] = given (51 - i % 40, 32);

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      add_entries (builder, kind, i, name_length);
      for (guint j = 0; j < 3; j++)
        {
          guint other = (i + 1 + j * (kind + 2)) % MAX (n, 5);
          g_autofree char *name =
              make_name ("Cluster", other, other, name_length);

          atlas_profile_builder_add_partner (builder, kind, name, -1, 30);
        }
    }

  if (edition > 0)
    add_fields (builder);

  return atlas_profile_builder_end (builder);
}

static void
unref_profile (gpointer data)
{
  atlas_profile_unref (data);
}

GPtrArray *
report_samples_new (guint n, guint name_length)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func (unref_profile);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (profiles, make_profile (i, n, name_length, 0));

  return profiles;
}

GPtrArray *
report_samples_full (guint n, guint edition)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func (unref_profile);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (profiles, make_profile (i, n, 0, edition));

  return profiles;
}

AtlasProfile *
report_samples_empty (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();

  atlas_profile_builder_set_cluster (builder, "Nowhere", -1, 3);
  return atlas_profile_builder_end (builder);
}

static void
unref_problem (gpointer data)
{
  atlas_problem_unref (data);
}

GPtrArray *
report_samples_read (void)
{
  static const char *const names[] = { "shenyang", "dalian", "zhengzhou",
                                       "beijing", "chongqing" };
  GPtrArray *profiles = g_ptr_array_new_with_free_func (unref_profile);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func (unref_problem);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-2024.txt", names[i]);
      g_autofree char *path =
          g_build_filename (g_getenv ("ATLAS_SAMPLES"), name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      atlas_text_parse (text, length, name, profiles, problems);
    }
  g_assert_cmpuint (profiles->len, ==, G_N_ELEMENTS (names));

  return profiles;
}

AtlasReport *
report_samples_report (GPtrArray *profiles, const AtlasReportSettings *settings)
{
  g_autoptr (AtlasReportSettings) usual = atlas_report_settings_new ();
  g_autoptr (GError) error = NULL;
  AtlasReportContent content = {
    .profiles = (const AtlasProfile *const *) profiles->pdata,
    .n_profiles = profiles->len,
    .time = 1700000000,
  };
  AtlasReport *report = atlas_report_new (
      &content, settings != NULL ? settings : usual, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);
  return report;
}

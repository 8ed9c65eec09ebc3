/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-cluster-private.h"

#include "atlas-head-line.h"
#include "atlas-report-words.h"
#include "atlas-strip.h"

#include "atlas-gettext.h"

/* The page of one cluster. */

/* Free space that may be added above a block. */
#define LOOSEN 10.0

/* A name with no more letters shares a line with the economy. */
#define SHORT_NAME 24

static void
add (GPtrArray *blocks, gpointer block)
{
  g_ptr_array_add (blocks, block);
}

/* Where room is short, both stand on one line. */
static void
add_head (const AtlasSubject *subject, AtlasDensity density, GPtrArray *blocks)
{
  const char *cluster = atlas_subject_get_cluster (subject);
  glong length = g_utf8_strlen (cluster, -1);
  g_autofree char *edition = atlas_subject_dup_edition (subject);
  g_autofree char *lead
      /* Translators: an economy, and the year of the index. */
      = g_strdup_printf (_ ("%s · Global Innovation Index %s"),
                         atlas_subject_get_economy (subject), edition);
  AtlasBlock *paragraph;

  if (density == ATLAS_DENSITY_CLOSEST && length <= ATLAS_CLUSTER_LONG_NAME)
    {
      add (blocks, atlas_head_line_new (cluster, ATLAS_STYLE_HEADING_1_LONG,
                                        lead, ATLAS_STYLE_BODY));
      return;
    }
  if (density >= ATLAS_DENSITY_TIGHTEST && length <= SHORT_NAME)
    {
      add (blocks, atlas_head_line_new (cluster, ATLAS_STYLE_HEADING_1, lead,
                                        ATLAS_STYLE_LEAD));
      return;
    }

  add (blocks, atlas_heading_new (1, cluster));
  paragraph = atlas_paragraph_new (ATLAS_STYLE_LEAD, lead, 3.0);
  paragraph->keep_with_next = TRUE;
  add (blocks, paragraph);
}

/**
 * atlas_cluster_is_landscape:
 * @subject: a subject
 *
 * Returns: whether its page lies on the long side
 */
gboolean
atlas_cluster_is_landscape (const AtlasSubject *subject)
{
  return atlas_report_is_landscape (subject->report, ATLAS_SECTION_CLUSTERS);
}

/**
 * atlas_cluster_dup_filled:
 * @form: a translated sentence
 * @word: what is told
 *
 * Returns: (transfer full): the sentence with @word in the place of {0}
 */
char *
atlas_cluster_dup_filled (const char *form, const char *word)
{
  GString *text = g_string_new (form);

  g_string_replace (text, "{0}", word, 1);
  return g_string_free (text, FALSE);
}

static char *
dup_remark (const AtlasReport *self,
            const AtlasNumber *number,
            const char *form)
{
  g_autofree char *of = atlas_report_dup_number (self, number);

  return of != NULL ? atlas_cluster_dup_filled (form, of) : NULL;
}

static char *
dup_national_remark (const AtlasSubject *subject)
{
  const AtlasProfile *profile = subject->profile;
  g_autofree char *of =
      atlas_report_dup_number (subject->report, &profile->national_clusters);

  if (of == NULL)
    return NULL;

  /* The adjective that the profile prints ("Chinese") is English and stays
   * out of the sentences of other languages. Translators: below a rank. */
  return g_strdup_printf (ngettext ("of %s cluster", "of %s clusters",
                                    (gulong) profile->national_clusters.value),
                          of);
}

static void
set_padding (AtlasStrip *strip, AtlasDensity density)
{
  if (density >= ATLAS_DENSITY_TIGHT)
    atlas_strip_set_padding (strip,
                             density < ATLAS_DENSITY_CLOSEST ? 4.0 : 2.0);
}

static void
add_key_figures (const AtlasSubject *subject,
                 AtlasDensity density,
                 GPtrArray *blocks)
{
  const AtlasReport *self = subject->report;
  const AtlasProfile *profile = subject->profile;
  AtlasStrip *strip = atlas_strip_new (
      density < ATLAS_DENSITY_TIGHTEST ? ATLAS_STYLE_VALUE
                                       : ATLAS_STYLE_VALUE_SMALL,
      density < ATLAS_DENSITY_TIGHTEST ? 9.0 : 6.0);
  g_autofree char *rank = atlas_report_dup_value (self, &profile->rank);
  g_autofree char *intensity =
      atlas_report_dup_value (self, &profile->intensity_rank);
  g_autofree char *national =
      atlas_report_dup_value (self, &profile->national_rank);
  g_autofree char *patents =
      atlas_report_dup_value (self, &profile->per_million[ATLAS_PATENTS]);
  g_autofree char *articles =
      atlas_report_dup_value (self, &profile->per_million[ATLAS_ARTICLES]);
  g_autofree char *top =
      dup_remark (self, &profile->top, _ ("within the top {0}"));
  g_autofree char *of = dup_national_remark (subject);

  atlas_strip_add (strip, _ ("World rank by size"), rank, top);
  atlas_strip_add (strip, _ ("World rank by intensity"), intensity,
                   _ ("relative to population"));
  atlas_strip_add (strip, _ ("Rank in economy"), national, of);
  atlas_strip_add (strip, _ ("PCT applications"), patents,
                   _ ("per million inhabitants"));
  atlas_strip_add (strip, _ ("Scientific articles"), articles,
                   _ ("per million inhabitants"));
  set_padding (strip, density);
  add (blocks, strip);
}

static void
add_estimate (AtlasStrip *strip,
              const char *label,
              char *value,
              const char *remark)
{
  atlas_strip_add (strip, label, value != NULL ? value : C_ ("value", "n/a"),
                   remark);
  g_free (value);
}

static void
add_estimates (const AtlasSubject *subject,
               AtlasDensity density,
               GPtrArray *blocks)
{
  const AtlasReport *self = subject->report;
  const AtlasEstimates *estimates = &subject->estimates;
  AtlasStrip *strip = atlas_strip_new (ATLAS_STYLE_VALUE_SMALL, 0.0);

  add_estimate (
      strip, _ ("PCT applications, total"),
      atlas_report_dup_interval (self, estimates->total_joint[ATLAS_PATENTS]),
      _ ("estimate, five years"));
  add_estimate (
      strip, _ ("Scientific articles, total"),
      atlas_report_dup_interval (self, estimates->total_joint[ATLAS_ARTICLES]),
      _ ("estimate, five years"));
  add_estimate (strip, _ ("Inhabitants, millions"),
                atlas_report_dup_millions (self, estimates->population),
                _ ("estimate"));
  add_estimate (
      strip, _ ("Patents per 1,000 articles"),
      atlas_report_dup_interval (self, estimates->patents_per_1000_articles),
      _ ("estimate"));
  set_padding (strip, density);
  add (blocks, strip);
}

/* Free space between the parts of the page. */
static double
get_gap (AtlasDensity density)
{
  if (density < ATLAS_DENSITY_TIGHT)
    return 13.0;
  return density == ATLAS_DENSITY_TIGHT ? 9.0 : 4.0;
}

/* Where an earlier edition is open and a page that lies is short of room, the
 * change stands beside the shares, and the ego network beside the partners. */
static gboolean
swaps (const AtlasSubject *subject, AtlasDensity density)
{
  return atlas_cluster_is_landscape (subject) && density >= ATLAS_DENSITY_TIGHT
         && atlas_cluster_has_change (subject);
}

/* Both side by side, and a third column where the page lies. */
static void
add_shares (const AtlasSubject *subject,
            AtlasDensity density,
            GPtrArray *blocks,
            AtlasNumbering *numbering)
{
  static const double weights[] = { 1.0, 1.0, 1.1 };
  gboolean landscape = atlas_cluster_is_landscape (subject);
  guint n_columns = ATLAS_N_KINDS;
  GPtrArray *columns[3];
  AtlasBlock *all;

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      columns[kind] = atlas_blocks_new ();
      add (columns[kind],
           atlas_cluster_shares_new (subject, kind, density, numbering));
    }
  if (swaps (subject, density))
    {
      columns[n_columns] = atlas_blocks_new ();
      atlas_cluster_add_change (subject, columns[n_columns++], 3, TRUE);
    }
  else if (landscape)
    {
      AtlasBlock *ego = atlas_cluster_ego_new (subject, density, numbering, 0);

      ego->grow = 60.0;
      columns[n_columns] = atlas_blocks_new ();
      add (columns[n_columns++], ego);
    }
  all = atlas_side_by_side_new (columns, weights, n_columns, 20.0,
                                get_gap (density));
  all->loosen = LOOSEN;
  all->grow = landscape ? 60.0 : 0.0;
  add (blocks, all);
}

static void
add_fields (const AtlasSubject *subject,
            AtlasDensity density,
            GPtrArray *blocks,
            AtlasNumbering *numbering)
{
  static const double weights[] = { 1.0, 1.0 };
  GPtrArray *columns[ATLAS_N_KINDS];

  if (!atlas_cluster_has_fields (subject)
      || (atlas_cluster_is_landscape (subject)
          && density >= ATLAS_DENSITY_TIGHT))
    return;
  if (density < ATLAS_DENSITY_TIGHTEST)
    {
      add (blocks, atlas_cluster_fields_new (subject, density, numbering));
      return;
    }

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      columns[kind] = atlas_blocks_new ();
      atlas_cluster_add_fields (subject, columns[kind], kind);
    }
  add (blocks,
       atlas_side_by_side_new (columns, weights, ATLAS_N_KINDS, 24.0, 9.0));
}

/* Both tables side by side; where a page that lies has little room, the
 * technology fields too. */
static AtlasBlock *
make_partners (const AtlasSubject *subject, AtlasDensity density)
{
  static const double weights[] = { 1.0, 1.0, 1.15, 1.15 };
  gboolean fields = density >= ATLAS_DENSITY_TIGHT
                    && atlas_cluster_is_landscape (subject)
                    && atlas_cluster_has_fields (subject);
  GPtrArray *columns[2 * ATLAS_N_KINDS];

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      columns[kind] = atlas_blocks_new ();
      atlas_cluster_add_partners (subject, columns[kind], kind, fields);
      if (!fields)
        continue;
      columns[ATLAS_N_KINDS + kind] = atlas_blocks_new ();
      atlas_cluster_add_fields (subject, columns[ATLAS_N_KINDS + kind], kind);
    }
  return atlas_side_by_side_new (columns, weights,
                                 fields ? 2 * ATLAS_N_KINDS : ATLAS_N_KINDS,
                                 fields ? 18.0 : 24.0, 6.0);
}

/* Tables to the left, the figure to the right. */
static AtlasBlock *
make_partners_and_ego (const AtlasSubject *subject,
                       AtlasDensity density,
                       AtlasNumbering *numbering)
{
  static const double weights[] = { 1.0, 1.15 };
  GPtrArray *columns[2] = { atlas_blocks_new (), atlas_blocks_new () };
  AtlasBlock *ego = atlas_cluster_ego_new (subject, density, numbering, 0.0);
  AtlasBlock *both;

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    atlas_cluster_add_partners (subject, columns[0], kind, FALSE);
  ego->grow = 40.0;
  add (columns[1], ego);
  both = atlas_side_by_side_new (columns, weights, 2, 20.0, 6.0);
  both->grow = 40.0;

  return both;
}

/* Three columns: what each table says of an answer, the figure shows. On a
 * page that lies the technology fields stand there too. */
static AtlasBlock *
make_tight_collaboration (const AtlasSubject *subject,
                          AtlasDensity density,
                          AtlasNumbering *numbering)
{
  double weights[4] = { 1.0, 1.0, 1.8 };
  guint n_columns = ATLAS_N_KINDS;
  GPtrArray *columns[4];

  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      columns[kind] = atlas_blocks_new ();
      atlas_cluster_add_partners (subject, columns[kind], kind, TRUE);
    }
  if (atlas_cluster_is_landscape (subject)
      && atlas_cluster_has_fields (subject))
    {
      columns[n_columns] = atlas_blocks_new ();
      weights[n_columns] = 1.3;
      for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
        atlas_cluster_add_fields (subject, columns[n_columns], kind);
      n_columns++;
    }
  columns[n_columns] = atlas_blocks_new ();
  weights[n_columns] = 1.7;
  add (columns[n_columns++],
       atlas_cluster_ego_new (subject, density, numbering, 0.0));

  return atlas_side_by_side_new (columns, weights, n_columns, 14.0,
                                 get_gap (density));
}

/* Names that fill lines, below each other: the page may end between them. */
static void
add_long_collaboration (const AtlasSubject *subject,
                        AtlasDensity density,
                        GPtrArray *blocks,
                        AtlasNumbering *numbering)
{
  for (guint kind = 0; kind < ATLAS_N_KINDS; kind++)
    atlas_cluster_add_partners (subject, blocks, kind, FALSE);
  if (!atlas_cluster_is_landscape (subject) || swaps (subject, density))
    add (blocks,
         atlas_cluster_ego_new (subject, ATLAS_DENSITY_USUAL, numbering, 18.0));
}

/* The picture over the whole width where there is room for it. */
static void
add_collaboration (const AtlasSubject *subject,
                   AtlasDensity density,
                   GPtrArray *blocks,
                   AtlasNumbering *numbering)
{
  if (atlas_cluster_is_landscape (subject))
    {
      if (density >= ATLAS_DENSITY_TIGHTEST
          && atlas_cluster_has_long_partners (subject))
        add_long_collaboration (subject, density, blocks, numbering);
      else if (swaps (subject, density))
        add (blocks, make_tight_collaboration (subject, density, numbering));
      else
        add (blocks, make_partners (subject, density));
      return;
    }

  if (density < ATLAS_DENSITY_TIGHT)
    {
      AtlasBlock *heading = atlas_heading_new (2, _ ("Collaboration"));

      heading->loosen = LOOSEN;
      add (blocks, heading);
    }

  if (density <= ATLAS_DENSITY_MEDIUM)
    {
      AtlasBlock *ego = atlas_cluster_ego_new (subject, density, numbering, 14);

      ego->grow = 110.0;
      add (blocks, make_partners (subject, density));
      add (blocks, ego);
    }
  else if (density == ATLAS_DENSITY_USUAL)
    {
      add (blocks, make_partners_and_ego (subject, density, numbering));
    }
  else if (density >= ATLAS_DENSITY_TIGHTEST
           && atlas_cluster_has_long_partners (subject))
    {
      add_long_collaboration (subject, density, blocks, numbering);
    }
  else
    {
      add (blocks, make_tight_collaboration (subject, density, numbering));
    }
}

static void
add_change (const AtlasSubject *subject,
            AtlasDensity density,
            GPtrArray *blocks)
{
  guint first = blocks->len;
  AtlasBlock *heading;

  if (!atlas_cluster_has_change (subject)
      || (atlas_cluster_is_landscape (subject)
          && density >= ATLAS_DENSITY_TIGHT))
    return;

  atlas_cluster_add_change (subject, blocks,
                            density < ATLAS_DENSITY_TIGHTEST ? 2 : 3, FALSE);
  heading = g_ptr_array_index (blocks, first);
  heading->loosen = 2.0 * LOOSEN;
  if (density >= ATLAS_DENSITY_TIGHTEST)
    heading->space_before = get_gap (density);
}

static void
add_note (const AtlasSubject *subject, GPtrArray *blocks)
{
  if (subject->note == NULL || *subject->note == '\0')
    return;

  add (blocks, atlas_heading_new (2, _ ("Note")));
  add (blocks, atlas_paragraph_new (ATLAS_STYLE_BODY, subject->note, 5.0));
}

/**
 * atlas_report_build_cluster:
 * @subject: a subject
 * @density: how much room to take
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_cluster (const AtlasSubject *subject,
                            AtlasDensity density,
                            GPtrArray *blocks,
                            AtlasNumbering *numbering)
{
  add_head (subject, density, blocks);
  add_key_figures (subject, density, blocks);
  add_estimates (subject, density, blocks);
  add_shares (subject, density, blocks, numbering);
  add_fields (subject, density, blocks, numbering);
  add_collaboration (subject, density, blocks, numbering);
  add_change (subject, density, blocks);
  add_note (subject, blocks);
}

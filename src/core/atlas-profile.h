/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "atlas-number.h"

G_BEGIN_DECLS

/**
 * AtlasKind:
 * @ATLAS_PATENTS: PCT patent applications and their applicants
 * @ATLAS_ARTICLES: scientific articles and their publishers
 *
 * The two kinds of output that a profile tells of. Everything that exists once
 * for patents and once for articles is an array indexed by kind.
 */
typedef enum
{
  ATLAS_PATENTS,
  ATLAS_ARTICLES,
} AtlasKind;

#define ATLAS_N_KINDS 2

/**
 * AtlasEntry:
 * @name: (nullable): as printed; %NULL when it could not be read
 * @rank: the printed rank in the table
 * @count: patents or articles
 * @share: percent of the cluster's total
 * @line: 1-based line of the row
 *
 * An applicant or a publisher: one row of a table.
 */
typedef struct
{
  const char *name;
  AtlasNumber rank;
  AtlasNumber count;
  AtlasNumber share;
  guint32 line;
} AtlasEntry;

/* A technology field: a name, and its share in percent. */
typedef struct
{
  const char *name;
  AtlasNumber share;
  guint32 line;
} AtlasField;

/* A partner as named in the text. Its order, from 1, is its place in the
 * sentence; one that could not be read leaves a gap. */
typedef struct
{
  const char *name;
  guint32 line;
  guint32 order;
} AtlasPartner;

/* A line that was kept but not understood. */
typedef struct
{
  const char *text;
  guint32 line;
} AtlasNote;

/**
 * AtlasProfile:
 * @source: where it was read from: a path relative to what the user named, or
 *   a URI
 * @part: 1-based position in a file of several profiles, 0 when it is alone
 * @first_line: 1-based first line of the profile in its source
 * @last_line: last line of the profile in its source
 * @cluster: (nullable): name of the cluster, as printed
 * @economy: (nullable): name of the economy, as printed
 * @demonym: (nullable): the adjective in "26 Chinese clusters"
 * @cluster_line: line of the first sentence, which names the cluster
 * @economy_line: line of the heading, which names the economy
 * @demonym_line: line of the demonym
 * @edition: year of the index
 * @national_rank: rank within the economy
 * @national_clusters: how many clusters of the economy are ranked
 * @top: the N of "top N clusters"
 * @rank: world rank by size
 * @intensity_rank: world rank by intensity
 * @per_million: PCT applications, articles per million inhabitants (5 years)
 * @entries: applicants, publishers, in printed order
 * @fields: technology fields of patents, of articles
 * @collaboration: percent made in collaboration
 * @partners: the top partners, in printed order
 * @notes: lines that were not understood
 *
 * One cluster in one edition, as one file tells it. A profile is immutable and
 * counted; all of it, strings included, is one block of memory. Read the
 * fields, never write them.
 */
typedef struct _AtlasProfile AtlasProfile;

struct _AtlasProfile
{
  const char *source;
  const char *cluster;
  const char *economy;
  const char *demonym;
  guint32 part;
  guint32 first_line;
  guint32 last_line;
  guint32 cluster_line;
  guint32 economy_line;
  guint32 demonym_line;
  AtlasNumber edition;
  AtlasNumber national_rank;
  AtlasNumber national_clusters;
  AtlasNumber top;
  AtlasNumber rank;
  AtlasNumber intensity_rank;
  AtlasNumber per_million[ATLAS_N_KINDS];
  AtlasNumber collaboration[ATLAS_N_KINDS];
  const AtlasEntry *entries[ATLAS_N_KINDS];
  const AtlasField *fields[ATLAS_N_KINDS];
  const AtlasPartner *partners[ATLAS_N_KINDS];
  const AtlasNote *notes;
  guint32 n_entries[ATLAS_N_KINDS];
  guint32 n_fields[ATLAS_N_KINDS];
  guint32 n_partners[ATLAS_N_KINDS];
  guint32 n_notes;
};

#define ATLAS_TYPE_PROFILE (atlas_profile_get_type ())

GType atlas_profile_get_type (void) G_GNUC_CONST;

AtlasProfile *atlas_profile_ref (const AtlasProfile *profile);

void atlas_profile_unref (AtlasProfile *profile);

gsize atlas_profile_get_memory (const AtlasProfile *profile);

/* How many partners the text names, those that could not be read included. */
guint
atlas_profile_count_partners (const AtlasProfile *profile, AtlasKind kind);

/* The partner named at that place, 1 being the first; NULL where there is none
 * or it could not be read. */
const AtlasPartner *atlas_profile_find_partner (const AtlasProfile *profile,
                                                AtlasKind kind,
                                                guint order);

/* Whether the two say the same; source, part and lines do not count. */
gboolean atlas_profile_equal (const AtlasProfile *a, const AtlasProfile *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProfile, atlas_profile_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report-private.h"

G_BEGIN_DECLS

/*
 * How the page of a cluster is made
 *
 *   atlas-report-cluster.c          which blocks, and where they stand
 *   atlas-report-cluster-figures.c  shares, technology fields, the ego network
 *   atlas-report-cluster-tables.c   partners, fields, change
 *
 * The paginator asks for it with ever less room until it fits a page.
 */

/* Figures take the next number; their captions are short where room is. */
AtlasBlock *atlas_cluster_shares_new (const AtlasSubject *subject,
                                      AtlasKind kind,
                                      AtlasDensity density,
                                      AtlasNumbering *numbering);

/* NULL where the profile gives none. */
AtlasBlock *atlas_cluster_fields_new (const AtlasSubject *subject,
                                      AtlasDensity density,
                                      AtlasNumbering *numbering);

AtlasBlock *atlas_cluster_ego_new (const AtlasSubject *subject,
                                   AtlasDensity density,
                                   AtlasNumbering *numbering,
                                   double space_before);

/* Heading and table of the partners of one kind. */
void atlas_cluster_add_partners (const AtlasSubject *subject,
                                 GPtrArray *blocks,
                                 AtlasKind kind,
                                 gboolean narrow);

/* The fields of one kind as a heading and rows, in place of the figure. */
void atlas_cluster_add_fields (const AtlasSubject *subject,
                               GPtrArray *blocks,
                               AtlasKind kind);

gboolean atlas_cluster_has_fields (const AtlasSubject *subject);

/* Whether the cluster was reported on in an earlier edition. Measures stand
 * side by side, or one below the other in a column of the page. */
gboolean atlas_cluster_has_change (const AtlasSubject *subject);

void atlas_cluster_add_change (const AtlasSubject *subject,
                               GPtrArray *blocks,
                               guint level,
                               gboolean narrow);

/* Whether some partner's name is a text by itself. */
gboolean atlas_cluster_has_long_partners (const AtlasSubject *subject);

/* Names with more letters get lines of their own. */
#define ATLAS_CLUSTER_LONG_NAME 70

/* The sentence with @word in the place of {0}. */
char *atlas_cluster_dup_filled (const char *form, const char *word);

/* On a page that lies there is room for a third column. */
gboolean atlas_cluster_is_landscape (const AtlasSubject *subject);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-ego.h"

G_BEGIN_DECLS

/**
 * AtlasNeighbour:
 * @name: its whole name
 * @label: what is written beside it
 * @kinds: 1 for patents, 2 for articles, both added; 0 for no place
 * @more: how many it stands for where it is no place
 * @answer: whether it names the cluster too
 * @inside: whether its profile is in the report
 * @height: height of its label, in points
 *
 * A place beside a cluster.
 */
typedef struct
{
  char *name;
  char *label;
  guint kinds;
  guint more;
  AtlasLinkAnswer answer;
  gboolean inside;
  double height;
} AtlasNeighbour;

char *atlas_ego_dup_short (const char *name);

GArray *atlas_ego_list_partners (const AtlasSubject *subject);

GArray *atlas_ego_list_naming (const AtlasSubject *subject);

/* Leaves so many; the last then says how many more there are. */
void atlas_ego_shorten (GArray *list, guint most);

G_END_DECLS

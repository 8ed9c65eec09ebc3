/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases.h"

G_BEGIN_DECLS

/**
 * AtlasAliasReason:
 * @ATLAS_ALIAS_SPELLING: differ in accents or punctuation alone
 * @ATLAS_ALIAS_STATE: one has a state behind it: "San Diego, CA"
 * @ATLAS_ALIAS_ABBREVIATION: "UNIV. OF TECH." and "UNIVERSITY OF TECHNOLOGY"
 * @ATLAS_ALIAS_ACRONYM: one is made of the other's initials; often chance
 *
 * Why two names may be the same. Only the user decides.
 */
typedef enum
{
  ATLAS_ALIAS_SPELLING,
  ATLAS_ALIAS_STATE,
  ATLAS_ALIAS_ABBREVIATION,
  ATLAS_ALIAS_ACRONYM,
} AtlasAliasReason;

/**
 * AtlasAliasSuggestion:
 * @cluster: (nullable): key of the cluster; %NULL for places
 * @name: the shorter name
 * @target: the fuller one
 * @reason: why they may be the same
 *
 * A pair that the user may accept with atlas_aliases_add(), or reject with
 * atlas_aliases_add_never().
 */
typedef struct
{
  char *cluster;
  char *name;
  char *target;
  AtlasAliasReason reason;
} AtlasAliasSuggestion;

void atlas_alias_suggestion_free (AtlasAliasSuggestion *suggestion);

/* Suggestions in a stable order; the array owns them. */
GPtrArray *atlas_alias_suggest (const AtlasProfile *const *profiles,
                                gsize n_profiles,
                                const AtlasAliases *aliases);

G_END_DECLS

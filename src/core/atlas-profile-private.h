/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/* What the one block of a profile begins with; entries, fields, partners,
 * notes and strings follow in this order. */
typedef struct
{
  gatomicrefcount references;
  guint32 size;
  AtlasProfile profile;
} AtlasProfileBlock;

static inline AtlasProfileBlock *
atlas_profile_get_block (const AtlasProfile *profile)
{
  return (AtlasProfileBlock *) ((guintptr) profile
                                - G_STRUCT_OFFSET (AtlasProfileBlock, profile));
}

G_END_DECLS

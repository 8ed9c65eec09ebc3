/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-column.h"

G_BEGIN_DECLS

const AtlasColumn *atlas_profile_columns_get (guint *n_columns);

const AtlasColumn *atlas_applicant_columns_get (guint *n_columns);

const AtlasColumn *atlas_publisher_columns_get (guint *n_columns);

const AtlasColumn *atlas_link_columns_get (guint *n_columns);

const AtlasColumn *atlas_place_columns_get (guint *n_columns);

const AtlasColumn *atlas_problem_columns_get (guint *n_columns);

/* Helpers of the getters. */

static inline void
atlas_value_set_number (AtlasValue *value, const AtlasNumber *number)
{
  value->number = *number;
  value->line = number->line;
}

static inline void
atlas_value_set_count (AtlasValue *value, double count)
{
  if (isnan (count))
    return;
  value->number.value = count;
  value->number.state = ATLAS_NUMBER_GIVEN;
}

static inline void
atlas_value_set_text (AtlasValue *value, const char *text, guint32 line)
{
  value->text = text;
  value->line = line;
}

/* Puts the name that the user has chosen in the place of the printed one. */
void atlas_value_apply_alias (AtlasValue *value,
                              const AtlasProfile *profile,
                              const AtlasAliases *aliases);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "atlas-chart.h"

G_BEGIN_DECLS

/* The options of `chart` that choose how a kind shows its figures. */
typedef enum
{
  ATLAS_CHART_WISH_SHOW,
  ATLAS_CHART_WISH_FORM,
  ATLAS_CHART_WISH_MEASURE,
  ATLAS_CHART_WISH_SCALE,
  ATLAS_CHART_WISH_ORDER,
} AtlasChartWish;

#define ATLAS_N_CHART_WISHES (ATLAS_CHART_WISH_ORDER + 1)

/* Adds them to @entries, each to leave its word in @words. */
void atlas_chart_wishes_add_entries (GArray *entries,
                                     char *words[ATLAS_N_CHART_WISHES]);

/* Takes the words over; those that are NULL leave the usual. FALSE after it was
 * said which word is not known. */
gboolean atlas_chart_wishes_apply (char *const words[ATLAS_N_CHART_WISHES],
                                   AtlasChartOptions *options);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATLAS_SCALE_MAX_TICKS 32

/**
 * AtlasScale:
 * @low: value at the start
 * @high: value at the end
 * @logarithmic: whether equal steps are equal factors
 * @decimals: digits that the ticks need
 * @n_ticks: number of @ticks
 * @ticks: the values that are named along the scale
 *
 * How values become places along a line. A plain value.
 */
typedef struct
{
  double low;
  double high;
  gboolean logarithmic;
  guint decimals;
  guint n_ticks;
  double ticks[ATLAS_SCALE_MAX_TICKS];
} AtlasScale;

/* A scale from zero that holds @highest, with about @n_ticks round steps. */
void
atlas_scale_init_from_zero (AtlasScale *scale, double highest, guint n_ticks);

void atlas_scale_init_linear (AtlasScale *scale,
                              double lowest,
                              double highest,
                              guint n_ticks);

/* Both values are above zero. */
void atlas_scale_init_log (AtlasScale *scale, double lowest, double highest);

/* 0 at the start of the scale, 1 at its end. */
double atlas_scale_map (const AtlasScale *scale, double value);

G_END_DECLS

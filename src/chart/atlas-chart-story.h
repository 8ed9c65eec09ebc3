/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/*
 * How the chart of editions is made
 *
 *   atlas-chart-story.c           the clusters through the editions
 *   atlas-chart-editions.c        words and table
 *   atlas-chart-editions-draw.c   lines, dots and years
 *   atlas-chart-editions-labels.c names and values at both ends
 */

/* What is followed from edition to edition. */
typedef struct
{
  AtlasChartMeasure measure;
  const char *title;
  gboolean rank;
  gsize offset;
} AtlasStoryFigure;

/* A cluster through the editions: the index of its profile in each, -1 where
 * there is none. */
typedef struct
{
  char *key;
  gssize *profiles;
  guint last;
} AtlasHistory;

/* All that the chart shows, in its order. */
typedef struct
{
  GArray *years;
  GPtrArray *histories;
} AtlasStory;

const AtlasStoryFigure *atlas_story_get_figure (const AtlasChart *chart);

const AtlasNumber *
atlas_story_get_number (const AtlasChart *chart, guint profile);

/* The editions that have a value, the earliest first. */
GArray *atlas_story_collect_years (const AtlasChart *chart);

void atlas_story_init (AtlasStory *story, const AtlasChart *chart);

void atlas_story_clear (AtlasStory *story);

/* Those that gained most for all that rounding allows to say, none where no
 * cluster gained; not owned by the array. */
GPtrArray *
atlas_story_find_climbers (const AtlasStory *story, const AtlasChart *chart);

gboolean atlas_history_is_given (const AtlasChart *chart,
                                 const AtlasHistory *history,
                                 guint year);

double atlas_history_get_value (const AtlasChart *chart,
                                const AtlasHistory *history,
                                guint year);

char *
atlas_history_dup_name (const AtlasChart *chart, const AtlasHistory *history);

guint
atlas_history_find_start (const AtlasChart *chart, const AtlasHistory *history);

AtlasInterval
atlas_history_get_change (const AtlasChart *chart, const AtlasHistory *history);

G_END_DECLS

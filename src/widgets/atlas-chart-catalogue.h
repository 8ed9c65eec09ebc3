/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart.h"

G_BEGIN_DECLS

/* One of the values of an option, and what it is called. */
typedef struct
{
  const char *label;
  int value;
} AtlasChoice;

/* The options of a chart that can be chosen, in the order of the members of
 * AtlasChartOptions. */
typedef enum
{
  ATLAS_OPTION_OUTPUT,
  ATLAS_OPTION_MEASURE,
  ATLAS_OPTION_FORM,
  ATLAS_OPTION_SCALE,
  ATLAS_OPTION_ORDER,
} AtlasOption;

#define ATLAS_N_OPTIONS (ATLAS_OPTION_ORDER + 1)
#define ATLAS_MAX_CHOICES 5

/* Which of the session's profiles a chart is made of. */
typedef enum
{
  ATLAS_SUBJECT_CURRENT,
  ATLAS_SUBJECT_COMPARED,
  ATLAS_SUBJECT_VISIBLE,
} AtlasSubject;

/**
 * AtlasCatalogueEntry:
 * @kind: a kind of chart
 * @title: what it is called, untranslated
 * @description: what it shows, untranslated
 * @subject: of which profiles
 * @choices: for each option, up to five choices; none where the kind has none
 *
 * A chart that can be chosen.
 */
typedef struct
{
  AtlasChartKind kind;
  const char *title;
  const char *description;
  AtlasSubject subject;
  AtlasChoice choices[ATLAS_N_OPTIONS][ATLAS_MAX_CHOICES];
} AtlasCatalogueEntry;

guint atlas_chart_catalogue_get_n (void);

const AtlasCatalogueEntry *atlas_chart_catalogue_get (guint entry);

/* What an option is called, untranslated. */
const char *atlas_option_get_title (AtlasOption option);

const char *atlas_option_get_nick (AtlasOption option);

int atlas_option_get (const AtlasChartOptions *options, AtlasOption option);

void
atlas_option_set (AtlasChartOptions *options, AtlasOption option, int value);

G_END_DECLS

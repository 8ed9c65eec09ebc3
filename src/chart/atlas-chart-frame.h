/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/* Space around a chart, in points. */
#define ATLAS_FRAME_MARGIN 16.0

/* The texts around the body, and how high they are. */
typedef struct
{
  char *title;
  char *subtitle;
  char *note;
  char *source;
  double title_height;
  double subtitle_height;
  double note_height;
  double source_height;
  double margin;
} AtlasFrame;

void atlas_frame_init (AtlasFrame *frame, const AtlasChart *chart);

void atlas_frame_clear (AtlasFrame *frame);

/* Measures the texts for a chart of @width. */
void atlas_frame_measure (AtlasFrame *frame, AtlasText *text, double width);

/* Height above the body, and below it. */
double atlas_frame_get_top (const AtlasFrame *frame);

double atlas_frame_get_bottom (const AtlasFrame *frame);

double atlas_frame_get_margin (const AtlasChart *chart);

/* Adds the texts around a body of a height. */
void atlas_frame_add (AtlasChartLayout *self,
                      const AtlasFrame *frame,
                      double width,
                      double body_height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-charts-view.h"

G_BEGIN_DECLS

/* How long a test waits for what it expects, in microseconds. */
#define CHARTS_PATIENCE (60 * G_USEC_PER_SEC)

/* A window with the page of the charts, of the five samples. */
typedef struct
{
  AtlasSession *session;
  GtkWidget *window;
  AtlasChartsView *view;
} ChartsFixture;

typedef gboolean (*ChartsCondition) (ChartsFixture *fixture);

void charts_fixture_set_up (ChartsFixture *fixture, gconstpointer data);

void charts_fixture_tear_down (ChartsFixture *fixture, gconstpointer data);

/* Runs the main loop until a condition holds. */
void
charts_fixture_wait_for (ChartsFixture *fixture, ChartsCondition condition);

gboolean charts_fixture_is_laid_out (ChartsFixture *fixture);

gboolean charts_fixture_has_five (ChartsFixture *fixture);

/* Lets the chart be drawn, and keeps a picture of it where one is wanted. */
void charts_fixture_keep_chart (ChartsFixture *fixture, const char *name);

/* Switches to a kind of chart and waits until it is there. */
void charts_fixture_show_kind (ChartsFixture *fixture, AtlasChartKind kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network-view-private.h"

/* A window with the network of so many places, as the data of a test says. */
typedef struct
{
  AtlasSession *session;
  GtkWidget *window;
  GtkWidget *view;
  AtlasNetworkView *self;
  AtlasNetworkCanvas *canvas;
} Fixture;

typedef struct
{
  const char *path;
  guint n_places;
  void (*test) (Fixture *fixture, gconstpointer data);
} NetworkViewTest;

void network_view_set_up (Fixture *fixture, gconstpointer data);

void network_view_tear_down (Fixture *fixture, gconstpointer data);

void network_view_add_file (AtlasSession *session,
                            AtlasProfile *profile,
                            guint index);

void network_view_add (AtlasSession *session, guint n_places);

void network_view_wait (Fixture *fixture);

GObject *
network_view_find_controller (GtkWidget *widget, GType type, guint button);

void
network_view_drag (Fixture *fixture, double x, double y, double dx, double dy);

const AtlasPlace *network_view_get_place (Fixture *fixture, guint index);

guint network_view_count_places (Fixture *fixture);

int network_view_run (int *argc,
                      char ***argv,
                      const NetworkViewTest *tests,
                      guint n_tests);

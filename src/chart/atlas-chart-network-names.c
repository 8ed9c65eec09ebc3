/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-scene-private.h"

#include <math.h>

#include "atlas-chart-network-traffic.h"
#include "atlas-chart-text.h"

/* Names wider than this, in points at a text scale of 1, stand on two lines. */
#define WIDE_NAME 112.0

/* Part of its width that a name on two lines may take: names break at blanks
 * and hyphens, seldom in the middle. */
#define NARROWED 0.64

/* How much a slot is disliked for its number alone: sides come first. */
#define SLOT_COST 0.04

/* Where lines run, as they are drawn at zoom 1. */
static AtlasTraffic *
map_lines (const AtlasNetworkScene *self)
{
  AtlasTraffic *traffic = atlas_traffic_new (self->width, self->height);

  for (guint i = 0; i < self->n_edges; i++)
    {
      const AtlasSceneEdge *edge = &self->edges[i];
      const AtlasSceneNode *a = &self->nodes[edge->source];
      const AtlasSceneNode *b = &self->nodes[edge->target];
      double start[2] = { a->x, a->y };
      double end[2] = { b->x, b->y };
      double length = MAX (hypot (b->x - a->x, b->y - a->y), 1e-6);
      double bend = atlas_scene_get_bend ((double) edge->lane, length,
                                          self->theme.text_scale);
      double control[2] = {
        (a->x + b->x) / 2 - (b->y - a->y) / length * bend * 2,
        (a->y + b->y) / 2 + (b->x - a->x) / length * bend * 2,
      };

      /* A wide line is worse to have under a name than a thin one. */
      atlas_traffic_add_curve (traffic, start, control, end, a->radius,
                               b->radius, 1.6 - 0.3 * edge->order);
    }
  atlas_traffic_seal (traffic);

  return traffic;
}

/* A slot is disliked for the lines that run through it: one that crosses it
 * from top to bottom counts 1. */
static void
weigh_slots (const AtlasTraffic *traffic, AtlasLabelNode *label)
{
  for (guint slot = 0; slot < ATLAS_LABEL_N_SLOTS; slot++)
    {
      double x;
      double y;
      double crossed;

      atlas_label_get_centre (label, slot, 1.0, &x, &y);
      crossed = atlas_traffic_sum (traffic, x - label->width / 2,
                                   y - label->height / 2, x + label->width / 2,
                                   y + label->height / 2);
      label->costs[slot] =
          (float) (slot * SLOT_COST + crossed / MAX (label->height, 1.0));
    }
}

/* Long names stand on two lines, where that cuts nothing off. */
static void
measure_name (AtlasText *text,
              const char *name,
              double text_scale,
              AtlasLabelNode *label)
{
  AtlasTextSize size = atlas_text_measure (text, name, ATLAS_TEXT_LABEL, 0, 1);
  double line = size.height;

  if (size.width > WIDE_NAME * text_scale)
    {
      AtlasTextSize folded = atlas_text_measure (
          text, name, ATLAS_TEXT_LABEL,
          MAX (size.width * NARROWED, WIDE_NAME * text_scale), 2);

      if (!folded.shortened)
        size = folded;
    }
  label->width = size.width + 2;
  label->height = size.height - line * 0.14;
}

/**
 * atlas_network_scene_make_labels:
 * @self: a scene whose lines are there
 * @places: the places of its network
 * @stop: (nullable): asked now and then
 * @user_data: for @stop
 *
 * Places the names.
 *
 * Returns: %FALSE when stopped
 */
gboolean
atlas_network_scene_make_labels (AtlasNetworkScene *self,
                                 const AtlasPlace *places,
                                 AtlasStopFunc stop,
                                 gpointer user_data)
{
  g_autoptr (AtlasText) text = atlas_text_new (&self->theme);
  g_autoptr (AtlasTraffic) traffic = map_lines (self);
  gboolean done;

  self->label_nodes = g_new0 (AtlasLabelNode, self->n_nodes + 1);
  self->labels = g_new0 (AtlasLabel, self->n_nodes + 1);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasSceneNode *node = &self->nodes[i];
      const AtlasPlace *place = &places[i];
      AtlasLabelNode *label = &self->label_nodes[i];

      label->x = node->x;
      label->y = node->y;
      label->radius = node->radius;
      measure_name (text, place->label, self->theme.text_scale, label);
      label->importance = node->radius / self->largest
                          + (node->loaded ? 0.01 : 0.0) + place->degree * 1e-6;
      weigh_slots (traffic, label);
      if ((i & 127) == 0 && stop != NULL && stop (user_data))
        return FALSE;
    }
  done = atlas_labels_place (self->label_nodes, self->n_nodes, self->width,
                             self->height, self->labels, stop, user_data);
  for (guint i = 0; i < self->n_nodes; i++)
    self->nodes[i].label = self->labels[i];

  return done;
}

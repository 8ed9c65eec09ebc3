/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasRandom:
 * @state: where the sequence is; any number is a seed
 *
 * Numbers that look random and are the same on every machine: SplitMix64
 * (Steele, Lea and Flood 2014). GRand would do as well today, but GLib does
 * not promise its sequence.
 */
typedef struct
{
  guint64 state;
} AtlasRandom;

static inline guint64
atlas_random_next (AtlasRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/* A number from 0 to @n - 1. */
static inline guint32
atlas_random_below (AtlasRandom *self, guint32 n)
{
  return (guint32) (((atlas_random_next (self) >> 32) * n) >> 32);
}

/* A number from 0 up to, but not, 1. */
static inline float
atlas_random_unit (AtlasRandom *self)
{
  return (float) (atlas_random_next (self) >> 40) * 0x1p-24f;
}

static inline void
atlas_random_shuffle (AtlasRandom *self, guint32 *items, guint32 n)
{
  guint32 i;

  for (i = n; i > 1; i--)
    {
      const guint32 k = atlas_random_below (self, i);
      const guint32 item = items[i - 1];

      items[i - 1] = items[k];
      items[k] = item;
    }
}

G_END_DECLS

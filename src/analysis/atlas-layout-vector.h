/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Loops over this many floats are what the compiler makes vectors of. A
 * vector of any width gives the same bytes: every lane is rounded for itself
 * (IEEE 754 sqrt and division are exact), nothing is reassociated, and
 * products are never fused with sums (-ffp-contract=off). */
#define ATLAS_LANES 16

/* So many floats as one value, for loops that the compiler would otherwise
 * take apart lane by lane. Copied with memcpy() from and to plain floats. */
typedef float AtlasFloats __attribute__ ((vector_size (64)));

G_STATIC_ASSERT (sizeof (AtlasFloats) == ATLAS_LANES * sizeof (float));

/* Compiled twice: for the vectors that every processor of its family has, and
 * for the widest ones; the loader picks. (With 32-byte vectors GCC 12 makes
 * slower code than with 16-byte ones of the loops at hand.) */
#if defined(ATLAS_VECTOR)
/* A test has it its own way. */
#elif defined(__x86_64__) && defined(__gnu_linux__) && defined(__OPTIMIZE__) \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)       \
    && defined(__GNUC__) && !defined(__clang__)
#define ATLAS_VECTOR \
  __attribute__ ((target_clones ("arch=x86-64-v4", "default")))
#else
#define ATLAS_VECTOR
#endif

#define ATLAS_INLINE static inline __attribute__ ((always_inline))

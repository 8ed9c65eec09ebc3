/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-scale.h"

#include <math.h>

static void
assert_sound (const AtlasScale *scale)
{
  guint i;

  g_assert_cmpfloat (scale->low, <, scale->high);
  g_assert_cmpuint (scale->n_ticks, >=, 2);
  g_assert_cmpfloat_with_epsilon (atlas_scale_map (scale, scale->low), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_scale_map (scale, scale->high), 1,
                                  1e-9);
  for (i = 0; i < scale->n_ticks; i++)
    {
      g_assert_cmpfloat (scale->ticks[i], >=,
                         scale->low - fabs (scale->low) * 1e-9);
      g_assert_cmpfloat (scale->ticks[i], <=,
                         scale->high + fabs (scale->high) * 1e-9);
      if (i > 0)
        g_assert_cmpfloat (scale->ticks[i], >, scale->ticks[i - 1]);
    }
}

static void
test_from_zero (void)
{
  static const double highs[] = { 0,  0.3, 1,  3,   5,     7,         10,  33,
                                  40, 49,  51, 100, 12012, 123456789, 1e12 };
  AtlasScale scale;
  guint i, n;

  for (i = 0; i < G_N_ELEMENTS (highs); i++)
    for (n = 2; n < 8; n++)
      {
        atlas_scale_init_from_zero (&scale, highs[i], n);
        assert_sound (&scale);
        g_assert_cmpfloat (scale.low, ==, 0);
        g_assert_cmpfloat (scale.high, >=, highs[i]);
        g_assert_cmpuint (scale.n_ticks, <=, 2 * n + 1);
      }

  atlas_scale_init_from_zero (&scale, 49, 5);
  g_assert_cmpfloat (scale.high, ==, 50);
  g_assert_cmpuint (scale.n_ticks, ==, 6);
  g_assert_cmpfloat (atlas_scale_map (&scale, 25), ==, 0.5);

  atlas_scale_init_from_zero (&scale, NAN, 5);
  assert_sound (&scale);
}

static void
test_linear (void)
{
  AtlasScale scale;

  atlas_scale_init_linear (&scale, 12, 88, 5);
  assert_sound (&scale);
  g_assert_cmpfloat (scale.low, ==, 0);
  g_assert_cmpfloat (scale.high, ==, 100);
  atlas_scale_init_linear (&scale, 5, 5, 5);
  assert_sound (&scale);
  atlas_scale_init_linear (&scale, -3, 4, 4);
  assert_sound (&scale);
}

static void
test_log (void)
{
  static const double ranges[][2] = { { 1, 1 },      { 1, 10 },  { 3, 4 },
                                      { 110, 2189 }, { 1, 1e9 }, { 0.02, 5 },
                                      { 0, 0 } };
  AtlasScale scale;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      atlas_scale_init_log (&scale, ranges[i][0], ranges[i][1]);
      assert_sound (&scale);
      g_assert_true (scale.logarithmic);
    }

  /* equal factors are equal steps */
  atlas_scale_init_log (&scale, 1, 1000);
  g_assert_cmpfloat_with_epsilon (atlas_scale_map (&scale, 10), 1 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (atlas_scale_map (&scale, 100), 2 / 3.0, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/from-zero", test_from_zero);
  g_test_add_func ("/scale/linear", test_linear);
  g_test_add_func ("/scale/log", test_log);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-dot-labels.h"

static gboolean
overlaps (const AtlasBox *a, const AtlasBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* A dot between two others has its label above or below, however large the
 * dots are: with text of double size they are, too. */
static void
test_between (void)
{
  double radius;

  for (radius = 2; radius <= 20; radius += 1)
    {
      g_autoptr (AtlasDotLabels) labels =
          atlas_dot_labels_new (atlas_box (0, 0, 400, 400));
      AtlasBox dots[3], box;
      guint i;

      for (i = 0; i < 3; i++)
        {
          dots[i] = atlas_box (200 + (i - 1.0) * 3 * radius - radius,
                               200 - radius, 2 * radius, 2 * radius);
          atlas_dot_labels_avoid (labels, dots[i]);
        }
      g_assert_true (
          atlas_dot_labels_place (labels, 200, 200, radius, 80, 14, &box));
      for (i = 0; i < 3; i++)
        g_assert_false (overlaps (&box, &dots[i]));
    }
}

/* Nothing is placed out of the bounds, nor where there is no room. */
static void
test_bounds (void)
{
  g_autoptr (AtlasDotLabels) labels =
      atlas_dot_labels_new (atlas_box (0, 0, 60, 20));
  AtlasBox box;

  atlas_dot_labels_avoid (labels, atlas_box (26, 6, 8, 8));
  g_assert_false (atlas_dot_labels_place (labels, 30, 10, 4, 40, 14, &box));
  g_assert_true (atlas_dot_labels_place (labels, 30, 10, 4, 16, 14, &box));
  g_assert_cmpfloat (box.x, >=, 0);
  g_assert_cmpfloat (box.x + box.width, <=, 60);
  /* one side is taken now, the other is left, and then none */
  g_assert_true (atlas_dot_labels_place (labels, 30, 10, 4, 16, 14, &box));
  g_assert_false (atlas_dot_labels_place (labels, 30, 10, 4, 16, 14, &box));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dot-labels/between", test_between);
  g_test_add_func ("/dot-labels/bounds", test_bounds);

  return g_test_run ();
}

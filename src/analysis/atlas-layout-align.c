/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-align.h"

#include <math.h>

/* The mean of the points that count. */
static void
get_centre (guint32 n,
            const guint8 *anchors,
            const double *x,
            const double *y,
            double *centre_x,
            double *centre_y)
{
  guint32 v, counted = 0;

  *centre_x = *centre_y = 0.0;
  for (v = 0; v < n; v++)
    if (anchors == NULL || anchors[v])
      {
        *centre_x += x[v];
        *centre_y += y[v];
        counted++;
      }

  if (counted > 0)
    {
      *centre_x /= counted;
      *centre_y /= counted;
    }
}

/**
 * atlas_layout_align:
 * @n: number of points
 * @anchors: (nullable) (array length=n): the points that count; NULL for all
 * @to_x: (array length=n): where they should be
 * @to_y: (array length=n): where they should be
 * @x: (inout) (array length=n): where they are
 * @y: (inout) (array length=n): where they are
 *
 * Shifts, turns and scales all points so that the anchors come as near as can
 * be to where they should be (Procrustes analysis, least squares, without
 * mirroring: Gower 1975). With complex numbers the turn and the scale are one
 * quotient.
 *
 * Returns: the scale; 0 when the anchors tell none, and all is only shifted
 */
double
atlas_layout_align (guint32 n,
                    const guint8 *anchors,
                    const double *to_x,
                    const double *to_y,
                    double *x,
                    double *y)
{
  double from_cx, from_cy, to_cx, to_cy;
  double real = 0.0, imaginary = 0.0, square = 0.0;
  guint32 v;

  get_centre (n, anchors, x, y, &from_cx, &from_cy);
  get_centre (n, anchors, to_x, to_y, &to_cx, &to_cy);

  for (v = 0; v < n; v++)
    if (anchors == NULL || anchors[v])
      {
        const double px = x[v] - from_cx, py = y[v] - from_cy;
        const double qx = to_x[v] - to_cx, qy = to_y[v] - to_cy;

        real += px * qx + py * qy;
        imaginary += px * qy - py * qx;
        square += px * px + py * py;
      }

  if (!(square > 0.0) || !(real * real + imaginary * imaginary > 0.0))
    {
      real = 1.0;
      imaginary = 0.0;
      square = 0.0;
    }
  else
    {
      real /= square;
      imaginary /= square;
    }

  for (v = 0; v < n; v++)
    {
      const double px = x[v] - from_cx, py = y[v] - from_cy;

      x[v] = to_cx + real * px - imaginary * py;
      y[v] = to_cy + imaginary * px + real * py;
    }

  return square > 0.0 ? sqrt (real * real + imaginary * imaginary) : 0.0;
}

/**
 * atlas_layout_orient:
 * @n: number of points
 * @x: (inout) (array length=n): positions
 * @y: (inout) (array length=n): positions
 *
 * Turns a picture so that it is widest from left to right (its first principal
 * axis), and mirrors it so that it is heavier to the left and to the top: so
 * that pictures that differ in these only come out the same. The centre comes
 * to 0.
 */
void
atlas_layout_orient (guint32 n, double *x, double *y)
{
  double cx, cy, xx = 0.0, xy = 0.0, yy = 0.0;
  double half, root, ux, uy, length;
  double skew_x = 0.0, skew_y = 0.0;
  guint32 v;

  get_centre (n, NULL, x, y, &cx, &cy);
  for (v = 0; v < n; v++)
    {
      x[v] -= cx;
      y[v] -= cy;
      xx += x[v] * x[v];
      xy += x[v] * y[v];
      yy += y[v] * y[v];
    }

  /* Eigenvector of the larger eigenvalue of [xx xy; xy yy]. */
  half = 0.5 * (xx - yy);
  root = sqrt (half * half + xy * xy);
  ux = half + root;
  uy = xy;
  length = sqrt (ux * ux + uy * uy);
  if (!(length > 1e-12 * (xx + yy)))
    {
      ux = xx >= yy ? 1.0 : 0.0;
      uy = xx >= yy ? 0.0 : 1.0;
      length = 1.0;
    }
  ux /= length;
  uy /= length;

  for (v = 0; v < n; v++)
    {
      const double px = x[v], py = y[v];

      x[v] = ux * px + uy * py;
      y[v] = ux * py - uy * px;
      skew_x += x[v] * x[v] * x[v];
      skew_y += y[v] * y[v] * y[v];
    }

  for (v = 0; v < n; v++)
    {
      x[v] = skew_x < 0.0 ? -x[v] : x[v];
      y[v] = skew_y < 0.0 ? -y[v] : y[v];
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-axis.h"

/* Least space between two names, in points. */
#define GAP 4.0

static double
measure (AtlasChartLayout *layout, const char *label)
{
  return atlas_text_measure (layout->text, label, ATLAS_TEXT_TICK, 0, 1).width;
}

static void
add (AtlasChartLayout *layout,
     const char *label,
     double left,
     double y,
     double width)
{
  atlas_layout_add_text (layout, label, ATLAS_TEXT_TICK, ATLAS_INK_MUTED,
                         atlas_box (left, y, width, 0), ATLAS_ALIGN_CENTER, 0.0,
                         1);
}

void
atlas_axis_add_percent_ticks (AtlasChartLayout *layout,
                              const AtlasChart *chart,
                              const AtlasScale *scale,
                              double x,
                              double y,
                              double width)
{
  g_autofree char *last = NULL;
  double last_width, used = -INFINITY;
  guint i;

  if (scale->n_ticks == 0)
    return;

  /* the sign stands once, at the last tick, which always has its name */
  last = atlas_format_percent (&chart->format, scale->ticks[scale->n_ticks - 1],
                               scale->decimals);
  last_width = measure (layout, last);

  for (i = 0; i + 1 < scale->n_ticks; i++)
    {
      g_autofree char *label =
          atlas_format_value (&chart->format, scale->ticks[i], scale->decimals);
      double label_width = measure (layout, label);
      double left = x + width * atlas_scale_map (scale, scale->ticks[i])
                    - (i == 0 ? 0.0 : label_width / 2);

      if (left < used + GAP
          || left + label_width > x + width - last_width - GAP)
        continue;

      add (layout, label, left, y, label_width);
      used = left + label_width;
    }

  add (layout, last, x + width - last_width, y, last_width);
}

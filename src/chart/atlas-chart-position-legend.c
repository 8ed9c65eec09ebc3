/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-position-private.h"

#include "atlas-gettext.h"
#include <string.h>

/* Measures in points at a text scale of 1. */
#define LEGEND_GAP 14.0
#define LEGEND_KEY_GAP 5.0
#define LEGEND_LINE_GAP 4.0
#define BLOCK_GAP 8.0

#define MAX_ECONOMIES 7

static int
compare_economies (gconstpointer a, gconstpointer b)
{
  const AtlasEconomy *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;

  return strcmp (one->name, other->name);
}

/* The economies of the dots, those with most clusters first; all beyond the
 * seventh share one shape. */
GArray *
atlas_economies_new (const AtlasChart *chart)
{
  GArray *economies = g_array_new (FALSE, TRUE, sizeof (AtlasEconomy));
  guint i, j;

  for (i = 0; i < chart->n_profiles; i++)
    {
      const char *name = chart->profiles[i]->economy;
      AtlasEconomy economy = { name != NULL ? name : "", 1, 0, 0 };

      if (!atlas_position_is_drawn (chart, i))
        continue;

      for (j = 0; j < economies->len; j++)
        if (g_str_equal (g_array_index (economies, AtlasEconomy, j).name,
                         economy.name))
          break;
      if (j < economies->len)
        g_array_index (economies, AtlasEconomy, j).n++;
      else
        g_array_append_val (economies, economy);
    }

  g_array_sort (economies, compare_economies);
  for (i = 0; i < economies->len; i++)
    {
      AtlasEconomy *economy = &g_array_index (economies, AtlasEconomy, i);
      guint look = MIN (i, MAX_ECONOMIES);

      economy->shape = (AtlasShape) (look % ATLAS_N_SHAPES);
      /* where a colour means a cluster, an economy is a shape only */
      economy->ink =
          chart->inks != NULL ? ATLAS_INK_PLAIN : atlas_ink_series (look);
    }

  return economies;
}

const AtlasEconomy *
atlas_economies_find (const GArray *economies, const char *name)
{
  guint i;

  for (i = 0; i < economies->len; i++)
    {
      const AtlasEconomy *economy = &g_array_index (economies, AtlasEconomy, i);

      if (g_str_equal (economy->name, name != NULL ? name : ""))
        return economy;
    }

  return NULL;
}

static guint
count_keys (const GArray *economies)
{
  return MIN (economies->len, MAX_ECONOMIES + 1);
}

static char *
dup_key (const AtlasChart *chart, const GArray *economies, guint key)
{
  const AtlasEconomy *economy = &g_array_index (economies, AtlasEconomy, key);

  if (key == MAX_ECONOMIES && economies->len > MAX_ECONOMIES + 1)
    return g_strdup (_ ("Other economies"));
  if (*economy->name == '\0')
    return g_strdup (_ ("Economy not given"));

  return atlas_format_name (&chart->format, economy->name);
}

/* Goes through the keys of the legend, line by line; adds them where there is
 * a layout. Returns the height. */
double
atlas_economies_walk_legend (const AtlasChart *chart,
                             const GArray *economies,
                             AtlasText *text,
                             double unit,
                             AtlasChartLayout *layout,
                             AtlasBox box)
{
  double line = atlas_text_get_line_height (text, ATLAS_TEXT_LABEL);
  double x = 0, y = 0, dot = ATLAS_POSITION_DOT * unit;
  guint i;

  if (economies->len < 2)
    return 0.0;

  for (i = 0; i < count_keys (economies); i++)
    {
      const AtlasEconomy *economy = &g_array_index (economies, AtlasEconomy, i);
      g_autofree char *name = dup_key (chart, economies, i);
      double room = box.width - dot - LEGEND_KEY_GAP * unit;
      double width = MIN (
          atlas_text_measure (text, name, ATLAS_TEXT_LABEL, 0, 1).width, room);
      AtlasItem *item;

      if (x > 0 && x + dot + LEGEND_KEY_GAP * unit + width > box.width)
        {
          x = 0;
          y += line + LEGEND_LINE_GAP * unit;
        }
      if (layout != NULL)
        {
          item = atlas_layout_add_shape (
              layout, economy->shape, box.x + x + dot / 2, box.y + y + line / 2,
              dot, economy->ink);
          item->stroke = ATLAS_INK_TEXT;
          item->line_width = ATLAS_POSITION_OUTLINE;
          atlas_layout_add_text (
              layout, name, ATLAS_TEXT_LABEL, ATLAS_INK_TEXT,
              atlas_box (box.x + x + dot + LEGEND_KEY_GAP * unit, box.y + y,
                         width, line),
              ATLAS_ALIGN_START, 0.5, 1);
        }
      x += dot + (LEGEND_KEY_GAP + LEGEND_GAP) * unit + width;
    }

  return y + line + BLOCK_GAP * unit;
}

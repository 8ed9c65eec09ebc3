/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-figure.h"
#include "atlas-report-table.h"
#include "atlas-report-words.h"

#include "atlas-gettext.h"

/* Who names whom. */

/* A graph with more places than this is a cloud; the least named are left out
 * until it can be read. */
#define MOST_IN_GRAPH 90
#define FEWEST_IN_GRAPH 8
#define MOST_IN_MATRIX 45

static char *
get_place_text (gconstpointer data, guint row, guint column)
{
  const AtlasReport *self = data;
  const AtlasPlace *place =
      &atlas_network_get_places (self->network, NULL)[self->places[row]];

  switch (column)
    {
    case 0:
      return g_strdup (place->label);
    case 1:
      return g_strdup (place->economy);
    case 2:
      return g_strdup (place->loaded ? _ ("yes") : _ ("no"));
    case 3:
      /* Translators: "named by k of n" clusters. */
      return g_strdup_printf (_ ("%u of %u"), place->named_by_any, place->of_n);
    case 4:
      return g_strdup_printf ("%u", place->named_by[ATLAS_PATENTS]);
    case 5:
      return g_strdup_printf ("%u", place->named_by[ATLAS_ARTICLES]);
    default:
      return g_strdup_printf ("%u", place->degree);
    }
}

static void
add_places (const AtlasReport *self,
            GPtrArray *blocks,
            AtlasNumbering *numbering)
{
  static const AtlasReportColumn columns[] = {
    { N_ ("Place"), 0.0, 1.4, FALSE, ATLAS_STYLE_CELL_STRONG },
    { N_ ("Economy"), 0.0, 1.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("In this report"), 44.0, 0.0, FALSE, ATLAS_STYLE_CELL },
    { N_ ("Named by"), 52.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("For patents"), 46.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("For articles"), 46.0, 0.0, TRUE, ATLAS_STYLE_CELL },
    { N_ ("Linked places"), 46.0, 0.0, TRUE, ATLAS_STYLE_CELL },
  };
  AtlasReportTableSpec spec = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = self->n_places,
    .number = numbering->table++,
    .caption = _ ("Places, by how many clusters of this report name them"),
    .get_text = get_place_text,
    .data = self,
  };

  g_ptr_array_add (blocks, atlas_report_table_new (&spec, 20.0));
}

/* The part of the network that a picture can hold. */
static AtlasNetwork *
dup_readable (const AtlasReport *self, guint *n_hidden)
{
  AtlasNetwork *shown = atlas_network_ref (self->network);
  gsize n_places = self->n_places;

  for (guint least = 1; n_places > MOST_IN_GRAPH; least++)
    {
      AtlasNetworkFilter filter = ATLAS_NETWORK_FILTER_INIT;
      AtlasNetwork *fewer;
      gsize n_fewer;

      filter.at_least = least;
      fewer = atlas_network_filter (self->network, &filter);
      atlas_network_get_places (fewer, &n_fewer);
      /* Where all are named alike, a cloud says more than nothing. */
      if (n_fewer < FEWEST_IN_GRAPH)
        {
          atlas_network_unref (fewer);
          break;
        }
      atlas_network_unref (shown);
      shown = fewer;
      n_places = n_fewer;
    }

  *n_hidden = self->n_places - (guint) n_places;
  return shown;
}

static void
add_graph (const AtlasReport *self,
           GPtrArray *blocks,
           AtlasNumbering *numbering)
{
  guint n_hidden;
  g_autoptr (AtlasNetwork) shown = dup_readable (self, &n_hidden);
  const AtlasProfile *const *profiles =
      (const AtlasProfile *const *) self->profiles->pdata;
  g_autoptr (GString) caption =
      g_string_new (_ ("Who names whom among its top partners."));
  AtlasChart *chart = atlas_chart_new (ATLAS_CHART_NETWORK, profiles,
                                       self->n_subjects, self->aliases, shown);
  gsize n_places;

  atlas_network_get_places (shown, &n_places);
  atlas_report_fit_chart (self, chart);
  if (n_hidden > 0)
    {
      g_autofree char *hidden = g_strdup_printf (
          ngettext ("%u place that fewer clusters name is not drawn.",
                    "%u places that fewer clusters name are not drawn.",
                    n_hidden),
          n_hidden);

      g_string_append_c (caption, ' ');
      g_string_append (caption, hidden);
    }
  g_ptr_array_add (blocks, atlas_figure_new (chart, numbering->figure++,
                                             caption->str, 0.0, 14.0));

  if (n_places > MOST_IN_MATRIX || n_places < 2)
    return;
  chart = atlas_chart_new (ATLAS_CHART_MATRIX, profiles, self->n_subjects,
                           self->aliases, shown);
  atlas_report_fit_chart (self, chart);
  g_ptr_array_add (
      blocks,
      atlas_figure_new (chart, numbering->figure++,
                        _ ("The same as a matrix: the row names the column."),
                        0.0, 20.0));
}

/**
 * atlas_report_build_network:
 * @self: a report
 * @blocks: where its blocks go
 * @numbering: (inout): the numbers of figures and tables
 */
void
atlas_report_build_network (const AtlasReport *self,
                            GPtrArray *blocks,
                            AtlasNumbering *numbering)
{
  AtlasBlock *rule = atlas_paragraph_new (
      ATLAS_STYLE_BODY,
      _ ("A line goes from a cluster to a place that its profile names among "
         "the top partners for patents or for articles, at most three each. "
         "It has a direction and an order, but no weight: the profiles give "
         "no number for a partner. Whether a place whose profile is not in "
         "this report names anybody is not known."),
      12.0);

  g_ptr_array_add (
      blocks, atlas_heading_new (
                  1, atlas_report_section_get_title (ATLAS_SECTION_NETWORK)));
  rule->keep_with_next = TRUE;
  g_ptr_array_add (blocks, rule);
  add_graph (self, blocks, numbering);
  add_places (self, blocks, numbering);
}

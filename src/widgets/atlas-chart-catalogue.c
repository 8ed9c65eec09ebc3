/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-catalogue.h"

#include <glib/gi18n.h>

#define OUTPUTS                                         \
  {                                                     \
    { N_ ("Patents and Articles"), ATLAS_CHART_BOTH },  \
        { N_ ("Patents"), ATLAS_CHART_PATENTS_ONLY },   \
        { N_ ("Articles"), ATLAS_CHART_ARTICLES_ONLY }, \
  }

static const AtlasCatalogueEntry entries[] = {
  { ATLAS_CHART_SHARES,
    N_ ("Shares"),
    N_ ("Who holds how much of one cluster"),
    ATLAS_SUBJECT_CURRENT,
    { [ATLAS_OPTION_OUTPUT] = OUTPUTS,
      [ATLAS_OPTION_FORM] = { { N_ ("Bars"), ATLAS_FORM_AUTO },
                              { N_ ("Rings"), ATLAS_FORM_DONUT } } } },
  { ATLAS_CHART_MULTIPLES,
    N_ ("Small Multiples"),
    N_ ("The shares of all clusters on one scale"),
    ATLAS_SUBJECT_VISIBLE,
    { [ATLAS_OPTION_OUTPUT] = OUTPUTS,
      [ATLAS_OPTION_ORDER] = { { N_ ("As in the Table"), ATLAS_ORDER_AUTO },
                               { N_ ("Largest First"), ATLAS_ORDER_VALUE },
                               { N_ ("By Name"), ATLAS_ORDER_NAME } } } },
  { ATLAS_CHART_COMPARE,
    N_ ("Compare"),
    N_ ("Two to six clusters and their differences"),
    ATLAS_SUBJECT_COMPARED,
    { [ATLAS_OPTION_OUTPUT] = OUTPUTS } },
  { ATLAS_CHART_CONCENTRATION,
    N_ ("Concentration"),
    N_ ("How much the largest organisations hold"),
    ATLAS_SUBJECT_VISIBLE,
    { [ATLAS_OPTION_OUTPUT] = OUTPUTS,
      [ATLAS_OPTION_MEASURE] = { { N_ ("Sorted by the First"),
                                   ATLAS_MEASURE_AUTO },
                                 { N_ ("Sorted by the Top Three"),
                                   ATLAS_MEASURE_TOP_THREE } },
      [ATLAS_OPTION_ORDER] = { { N_ ("Largest First"), ATLAS_ORDER_AUTO },
                               { N_ ("As in the Table"), ATLAS_ORDER_GIVEN },
                               { N_ ("By Name"), ATLAS_ORDER_NAME } } } },
  { ATLAS_CHART_POSITION,
    N_ ("Position"),
    N_ ("Patents against articles, or rank against rank"),
    ATLAS_SUBJECT_VISIBLE,
    { [ATLAS_OPTION_MEASURE] = { { N_ ("Per Million Inhabitants"),
                                   ATLAS_MEASURE_AUTO },
                                 { N_ ("World Ranks"), ATLAS_MEASURE_RANKS } },
      [ATLAS_OPTION_SCALE] = { { N_ ("Automatic Scale"), ATLAS_SCALE_AUTO },
                               { N_ ("Linear"), ATLAS_SCALE_LINEAR },
                               { N_ ("Logarithmic"), ATLAS_SCALE_LOG } } } },
  { ATLAS_CHART_EDITIONS,
    N_ ("Editions"),
    N_ ("What changed from year to year"),
    ATLAS_SUBJECT_VISIBLE,
    { [ATLAS_OPTION_MEASURE] = { { N_ ("Rank by Size"), ATLAS_MEASURE_AUTO },
                                 { N_ ("Rank by Intensity"),
                                   ATLAS_MEASURE_INTENSITY_RANK },
                                 { N_ ("Patents per Million"),
                                   ATLAS_MEASURE_PATENTS_PER_MILLION },
                                 { N_ ("Articles per Million"),
                                   ATLAS_MEASURE_ARTICLES_PER_MILLION } } } },
  { ATLAS_CHART_FIELDS,
    N_ ("Technology Fields"),
    N_ ("The fields the profiles name"),
    ATLAS_SUBJECT_VISIBLE,
    { [ATLAS_OPTION_OUTPUT] = OUTPUTS,
      [ATLAS_OPTION_FORM] = { { N_ ("Automatic"), ATLAS_FORM_AUTO },
                              { N_ ("Bars"), ATLAS_FORM_BARS },
                              { N_ ("Heat Map"), ATLAS_FORM_HEAT_MAP } } } },
};

static const struct
{
  const char *nick;
  const char *title;
} options[ATLAS_N_OPTIONS] = {
  [ATLAS_OPTION_OUTPUT] = { "output", N_ ("Output") },
  [ATLAS_OPTION_MEASURE] = { "measure", N_ ("Measure") },
  [ATLAS_OPTION_FORM] = { "form", N_ ("Form") },
  [ATLAS_OPTION_SCALE] = { "scale", N_ ("Scale") },
  [ATLAS_OPTION_ORDER] = { "order", N_ ("Order") },
};

/**
 * atlas_chart_catalogue_get_n:
 *
 * Returns: how many charts can be chosen
 */
guint
atlas_chart_catalogue_get_n (void)
{
  return G_N_ELEMENTS (entries);
}

/**
 * atlas_chart_catalogue_get:
 * @entry: number of a chart, from 0
 *
 * Returns: (transfer none): what is known of it
 */
const AtlasCatalogueEntry *
atlas_chart_catalogue_get (guint entry)
{
  g_return_val_if_fail (entry < G_N_ELEMENTS (entries), NULL);

  return &entries[entry];
}

const char *
atlas_option_get_title (AtlasOption option)
{
  g_return_val_if_fail ((guint) option < ATLAS_N_OPTIONS, NULL);

  return options[option].title;
}

const char *
atlas_option_get_nick (AtlasOption option)
{
  g_return_val_if_fail ((guint) option < ATLAS_N_OPTIONS, NULL);

  return options[option].nick;
}

int
atlas_option_get (const AtlasChartOptions *chosen, AtlasOption option)
{
  switch (option)
    {
    case ATLAS_OPTION_OUTPUT:
      return (int) chosen->output;
    case ATLAS_OPTION_MEASURE:
      return (int) chosen->measure;
    case ATLAS_OPTION_FORM:
      return (int) chosen->form;
    case ATLAS_OPTION_SCALE:
      return (int) chosen->scale;
    case ATLAS_OPTION_ORDER:
    default:
      return (int) chosen->order;
    }
}

void
atlas_option_set (AtlasChartOptions *chosen, AtlasOption option, int value)
{
  switch (option)
    {
    case ATLAS_OPTION_OUTPUT:
      chosen->output = (AtlasChartOutput) value;
      break;
    case ATLAS_OPTION_MEASURE:
      chosen->measure = (AtlasChartMeasure) value;
      break;
    case ATLAS_OPTION_FORM:
      chosen->form = (AtlasChartForm) value;
      break;
    case ATLAS_OPTION_SCALE:
      chosen->scale = (AtlasChartScale) value;
      break;
    case ATLAS_OPTION_ORDER:
    default:
      chosen->order = (AtlasChartOrder) value;
      break;
    }
}

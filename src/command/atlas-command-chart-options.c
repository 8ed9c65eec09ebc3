/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command-chart-options.h"

#include "atlas-command-private.h"
#include "atlas-command-words.h"

#define MAX_WORDS 9

/* An option, the words it takes, and what each means. */
static const struct
{
  const char *name;
  const char *about;
  const char *placeholder;
  struct
  {
    const char *word;
    int value;
  } words[MAX_WORDS];
} wishes[ATLAS_N_CHART_WISHES] = {
  [ATLAS_CHART_WISH_SHOW] = { "show",
                              N_ ("Only patents, or only articles"),
                              "both|patents|articles",
                              { { "both", ATLAS_CHART_BOTH },
                                { "patents", ATLAS_CHART_PATENTS_ONLY },
                                { "articles", ATLAS_CHART_ARTICLES_ONLY } } },
  [ATLAS_CHART_WISH_FORM] = { "form",
                              N_ ("Form of shares and of technology fields"),
                              "bars|donut|heat-map",
                              { { "bars", ATLAS_FORM_BARS },
                                { "donut", ATLAS_FORM_DONUT },
                                { "heat-map", ATLAS_FORM_HEAT_MAP } } },
  [ATLAS_CHART_WISH_MEASURE] = { "measure",
                                 "What concentration, position and editions "
                                 "measure",
                                 "MEASURE",
                                 { { "first", ATLAS_MEASURE_FIRST },
                                   { "top-three", ATLAS_MEASURE_TOP_THREE },
                                   { "per-million", ATLAS_MEASURE_PER_MILLION },
                                   { "ranks", ATLAS_MEASURE_RANKS },
                                   { "rank", ATLAS_MEASURE_RANK },
                                   { "intensity-rank",
                                     ATLAS_MEASURE_INTENSITY_RANK },
                                   { "patents-per-million",
                                     ATLAS_MEASURE_PATENTS_PER_MILLION },
                                   { "articles-per-million",
                                     ATLAS_MEASURE_ARTICLES_PER_MILLION } } },
  [ATLAS_CHART_WISH_SCALE] = { "scale",
                               N_ ("Scale of position"),
                               "auto|linear|log",
                               { { "auto", ATLAS_SCALE_AUTO },
                                 { "linear", ATLAS_SCALE_LINEAR },
                                 { "log", ATLAS_SCALE_LOG } } },
  [ATLAS_CHART_WISH_ORDER] = { "order",
                               N_ ("Order of multiples and of concentration"),
                               "given|value|name",
                               { { "given", ATLAS_ORDER_GIVEN },
                                 { "value", ATLAS_ORDER_VALUE },
                                 { "name", ATLAS_ORDER_NAME } } },
};

void
atlas_chart_wishes_add_entries (GArray *entries,
                                char *words[ATLAS_N_CHART_WISHES])
{
  guint i;

  for (i = 0; i < ATLAS_N_CHART_WISHES; i++)
    {
      GOptionEntry entry = { wishes[i].name,       0,         0,
                             G_OPTION_ARG_STRING,  &words[i], wishes[i].about,
                             wishes[i].placeholder };

      g_array_append_val (entries, entry);
    }
}

static gboolean
find_value (guint wish, const char *word, int *value)
{
  guint i;

  for (i = 0; i < MAX_WORDS && wishes[wish].words[i].word != NULL; i++)
    if (g_str_equal (wishes[wish].words[i].word, word))
      {
        *value = wishes[wish].words[i].value;
        return TRUE;
      }

  return FALSE;
}

static void
set_value (AtlasChartOptions *options, AtlasChartWish wish, int value)
{
  switch (wish)
    {
    case ATLAS_CHART_WISH_SHOW:
      options->output = (AtlasChartOutput) value;
      break;
    case ATLAS_CHART_WISH_FORM:
      options->form = (AtlasChartForm) value;
      break;
    case ATLAS_CHART_WISH_MEASURE:
      options->measure = (AtlasChartMeasure) value;
      break;
    case ATLAS_CHART_WISH_SCALE:
      options->scale = (AtlasChartScale) value;
      break;
    case ATLAS_CHART_WISH_ORDER:
    default:
      options->order = (AtlasChartOrder) value;
      break;
    }
}

static char *
dup_words (guint wish)
{
  GString *list = g_string_new (NULL);
  guint i;

  for (i = 0; i < MAX_WORDS && wishes[wish].words[i].word != NULL; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            wishes[wish].words[i].word);

  return g_string_free (list, FALSE);
}

gboolean
atlas_chart_wishes_apply (char *const words[ATLAS_N_CHART_WISHES],
                          AtlasChartOptions *options)
{
  guint i;

  for (i = 0; i < ATLAS_N_CHART_WISHES; i++)
    {
      int value;

      if (words[i] == NULL)
        continue;
      if (!find_value (i, words[i], &value))
        {
          g_autofree char *known = dup_words (i);

          atlas_command_say (
              /* Translators: name of an option, the words that it takes */
              _ ("--%1$s is one of: %2$s"), wishes[i].name, known);
          return FALSE;
        }
      set_value (options, (AtlasChartWish) i, value);
    }

  return TRUE;
}

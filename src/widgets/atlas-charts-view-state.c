/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-charts-view-private.h"

/**
 * atlas_charts_view_dup_state:
 * @self: a page of charts
 *
 * Returns: (transfer full): the chosen kind and all options, a vardict to be
 *   kept in a project file
 */
GVariant *
atlas_charts_view_dup_state (AtlasChartsView *self)
{
  GVariantDict state;
  guint i, option;

  g_return_val_if_fail (ATLAS_IS_CHARTS_VIEW (self), NULL);

  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert (
      &state, "kind", "s",
      atlas_chart_kind_get_nick (atlas_charts_view_get_entry (self)->kind));
  g_variant_dict_insert (&state, "table", "b", self->show_table);
  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    {
      AtlasChartKind kind = atlas_chart_catalogue_get (i)->kind;

      for (option = 0; option < ATLAS_N_OPTIONS; option++)
        {
          int value = atlas_option_get (&self->options[kind], option);
          g_autofree char *key =
              g_strdup_printf ("%s.%s", atlas_chart_kind_get_nick (kind),
                               atlas_option_get_nick (option));

          if (value != 0)
            g_variant_dict_insert (&state, key, "i", value);
        }
    }

  return g_variant_ref_sink (g_variant_dict_end (&state));
}

/* Only what can be chosen is taken over. */
static void
restore_option (AtlasChartsView *self,
                GVariantDict *state,
                const AtlasCatalogueEntry *entry,
                guint option)
{
  g_autofree char *key =
      g_strdup_printf ("%s.%s", atlas_chart_kind_get_nick (entry->kind),
                       atlas_option_get_nick (option));
  int value = 0;
  guint i;

  g_variant_dict_lookup (state, key, "i", &value);
  for (i = 0; i < atlas_charts_view_count_choices (entry, option); i++)
    if (entry->choices[option][i].value == value)
      atlas_option_set (&self->options[entry->kind], option, value);
}

/**
 * atlas_charts_view_restore_state:
 * @self: a page of charts
 * @state: what atlas_charts_view_dup_state() returned, or %NULL
 *
 * Goes back to a state. What is not known in it is left out.
 */
void
atlas_charts_view_restore_state (AtlasChartsView *self, GVariant *state)
{
  GVariantDict dict;
  AtlasChartKind kind;
  gboolean table = FALSE;
  const char *nick;
  guint i, option;

  g_return_if_fail (ATLAS_IS_CHARTS_VIEW (self));

  if (state == NULL || !g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT))
    return;

  g_variant_dict_init (&dict, state);
  for (i = 0; i < atlas_chart_catalogue_get_n (); i++)
    for (option = 0; option < ATLAS_N_OPTIONS; option++)
      restore_option (self, &dict, atlas_chart_catalogue_get (i), option);
  if (g_variant_dict_lookup (&dict, "kind", "&s", &nick)
      && atlas_chart_kind_from_nick (nick, &kind))
    atlas_charts_view_set_kind (self, kind);
  g_variant_dict_lookup (&dict, "table", "b", &table);
  atlas_charts_view_set_show_table (self, table);
  g_variant_dict_clear (&dict);

  atlas_charts_view_update_options (self);
  atlas_charts_view_rebuild (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-view-private.h"

/**
 * atlas_network_view_get_options:
 * @self: a view
 * @options: (out caller-allocates): how the network is shown
 */
void
atlas_network_view_get_options (AtlasNetworkView *self,
                                AtlasNetworkOptions *options)
{
  guint size = gtk_drop_down_get_selected (self->size);
  guint fill = gtk_drop_down_get_selected (self->fill);
  guint order = gtk_drop_down_get_selected (self->order);

  options->size = (AtlasNodeMeasure) MIN (size, ATLAS_N_NODE_MEASURES - 1u);
  options->fill = (AtlasNodeFill) MIN (fill, ATLAS_N_NODE_FILLS - 1u);
  options->matrix_order =
      (AtlasMatrixOrder) MIN (order, ATLAS_N_MATRIX_ORDERS - 1u);
  options->whole = self->whole;
}

/**
 * atlas_network_view_dup_chart:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): graph or matrix, as shown, with title,
 *   legend and source
 */
AtlasChart *
atlas_network_view_dup_chart (AtlasNetworkView *self)
{
  AtlasNetworkOptions options;
  AtlasFormat format;
  AtlasChart *chart;

  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), NULL);

  if (self->network == NULL || self->profiles == NULL)
    return NULL;
  chart = atlas_chart_new (
      atlas_network_view_get_show_matrix (self) ? ATLAS_CHART_MATRIX
                                                : ATLAS_CHART_NETWORK,
      (const AtlasProfile *const *) self->profiles->pdata, self->profiles->len,
      atlas_session_get_aliases (self->session), self->network);
  atlas_network_view_get_options (self, &options);
  atlas_chart_set_network_options (chart, &options);
  atlas_format_init_for_locale (&format);
  atlas_chart_set_format (chart, &format);

  return chart;
}

/**
 * atlas_network_view_dup_state:
 * @self: a view
 *
 * Graph or matrix, what sizes, colours and the order stand for, whose
 * surroundings are shown, and what is filtered.
 *
 * Returns: (transfer floating): a variant of type a{sv}
 */
GVariant *
atlas_network_view_dup_state (AtlasNetworkView *self)
{
  AtlasNetworkOptions options;
  GVariantDict state;

  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), NULL);

  atlas_network_view_get_options (self, &options);
  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert (&state, "matrix", "b",
                         atlas_network_view_get_show_matrix (self));
  g_variant_dict_insert (&state, "size", "u", (guint) options.size);
  g_variant_dict_insert (&state, "fill", "u", (guint) options.fill);
  g_variant_dict_insert (&state, "order", "u", (guint) options.matrix_order);
  if (self->center != NULL)
    {
      g_variant_dict_insert (&state, "center", "s", self->center);
      g_variant_dict_insert (&state, "depth", "u", self->depth);
    }

  g_variant_dict_insert_value (
      &state, "filter", atlas_network_filter_box_dup_state (self->filter_box));

  return g_variant_dict_end (&state);
}

static void
restore_choice (GVariant *state,
                const char *key,
                GtkDropDown *drop_down,
                guint n_choices)
{
  guint choice;

  if (g_variant_lookup (state, key, "u", &choice) && choice < n_choices)
    gtk_drop_down_set_selected (drop_down, choice);
}

/**
 * atlas_network_view_restore_state:
 * @self: a view
 * @state: what atlas_network_view_dup_state() made; what is missing or does
 *   not make sense stays as it is
 */
void
atlas_network_view_restore_state (AtlasNetworkView *self, GVariant *state)
{
  g_autoptr (GVariant) filter =
      g_variant_lookup_value (state, "filter", G_VARIANT_TYPE_VARDICT);
  const char *center = NULL;
  gboolean matrix = FALSE;
  guint depth = 1;

  g_return_if_fail (ATLAS_IS_NETWORK_VIEW (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  restore_choice (state, "size", self->size, ATLAS_N_NODE_MEASURES);
  restore_choice (state, "fill", self->fill, ATLAS_N_NODE_FILLS);
  restore_choice (state, "order", self->order, ATLAS_N_MATRIX_ORDERS);
  if (g_variant_lookup (state, "matrix", "b", &matrix))
    atlas_network_view_set_show_matrix (self, matrix);
  if (filter != NULL)
    atlas_network_filter_box_restore_state (self->filter_box, filter);
  g_variant_lookup (state, "depth", "u", &depth);
  if (g_variant_lookup (state, "center", "&s", &center))
    {
      /* Of a project that is being read the place may not be there yet. */
      atlas_network_view_show_surroundings (self, center, CLAMP (depth, 1, 2));
      self->center_waits = !atlas_network_view_has_center (self);
    }
}

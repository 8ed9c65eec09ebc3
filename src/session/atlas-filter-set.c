/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-filter-set.h"

struct _AtlasFilterSet
{
  GObject parent_instance;

  GPtrArray *filters;
};

static GType
atlas_filter_set_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_FILTER;
}

static guint
atlas_filter_set_get_n_items (GListModel *model)
{
  return ATLAS_FILTER_SET (model)->filters->len;
}

static gpointer
atlas_filter_set_get_item (GListModel *model, guint position)
{
  AtlasFilterSet *self = ATLAS_FILTER_SET (model);

  if (position >= self->filters->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->filters, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_filter_set_get_item_type;
  iface->get_n_items = atlas_filter_set_get_n_items;
  iface->get_item = atlas_filter_set_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasFilterSet,
                               atlas_filter_set,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_iface_init))

static void
atlas_filter_set_finalize (GObject *object)
{
  AtlasFilterSet *self = ATLAS_FILTER_SET (object);

  g_clear_pointer (&self->filters, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_filter_set_parent_class)->finalize (object);
}

static void
atlas_filter_set_class_init (AtlasFilterSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_filter_set_finalize;
}

static void
atlas_filter_set_init (AtlasFilterSet *self)
{
  self->filters = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atlas_filter_set_new:
 *
 * Returns: (transfer full): a set without filters; everything passes
 */
AtlasFilterSet *
atlas_filter_set_new (void)
{
  return g_object_new (ATLAS_TYPE_FILTER_SET, NULL);
}

/**
 * atlas_filter_set_get_n_filters:
 * @self: a set
 *
 * Returns: how many filters there are
 */
guint
atlas_filter_set_get_n_filters (AtlasFilterSet *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER_SET (self), 0);

  return self->filters->len;
}

/**
 * atlas_filter_set_get:
 * @self: a set
 * @position: less than the number of filters
 *
 * Returns: (transfer none): the filter there
 */
AtlasFilter *
atlas_filter_set_get (AtlasFilterSet *self, guint position)
{
  g_return_val_if_fail (ATLAS_IS_FILTER_SET (self), NULL);
  g_return_val_if_fail (position < self->filters->len, NULL);

  return g_ptr_array_index (self->filters, position);
}

/**
 * atlas_filter_set_matches:
 * @self: a set
 * @document: a document
 *
 * Returns: whether @document passes all filters
 */
gboolean
atlas_filter_set_matches (AtlasFilterSet *self, AtlasDocument *document)
{
  guint i;

  g_return_val_if_fail (ATLAS_IS_FILTER_SET (self), FALSE);

  for (i = 0; i < self->filters->len; i++)
    if (!atlas_filter_matches (g_ptr_array_index (self->filters, i), document))
      return FALSE;

  return TRUE;
}

/**
 * atlas_filter_set_copy:
 * @self: a set
 *
 * Returns: (transfer full): a set of its own with the same filters, for a
 *   worker
 */
AtlasFilterSet *
atlas_filter_set_copy (AtlasFilterSet *self)
{
  AtlasFilterSet *copy;
  guint i;

  g_return_val_if_fail (ATLAS_IS_FILTER_SET (self), NULL);

  copy = atlas_filter_set_new ();
  for (i = 0; i < self->filters->len; i++)
    g_ptr_array_add (copy->filters,
                     g_object_ref (g_ptr_array_index (self->filters, i)));

  return copy;
}

/**
 * atlas_filter_set_to_variant:
 * @self: a set
 *
 * Returns: (transfer floating): the filters as `a(sddas)`
 */
GVariant *
atlas_filter_set_to_variant (AtlasFilterSet *self)
{
  GVariantBuilder builder;
  guint i;

  g_return_val_if_fail (ATLAS_IS_FILTER_SET (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sddas)"));
  for (i = 0; i < self->filters->len; i++)
    g_variant_builder_add_value (
        &builder,
        atlas_filter_to_variant (g_ptr_array_index (self->filters, i)));

  return g_variant_builder_end (&builder);
}

static gboolean
contains (GPtrArray *filters, AtlasFilter *filter)
{
  return g_ptr_array_find_with_equal_func (
      filters, filter, (GEqualFunc) atlas_filter_equal, NULL);
}

/**
 * atlas_filter_set_replace:
 * @self: a set
 * @variant: what atlas_filter_set_to_variant() made
 *
 * Takes these filters instead. Filters of an unknown kind, and repeated ones,
 * are left out. Filters that stay keep their place and their object.
 */
void
atlas_filter_set_replace (AtlasFilterSet *self, GVariant *variant)
{
  g_autoptr (GPtrArray) filters = NULL;
  GVariantIter iter;
  GVariant *child;
  guint same = 0;
  guint n_old;

  g_return_if_fail (ATLAS_IS_FILTER_SET (self));
  g_return_if_fail (variant != NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("a(sddas)")))
    return;

  filters = g_ptr_array_new_with_free_func (g_object_unref);
  g_variant_iter_init (&iter, variant);
  while ((child = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autoptr (AtlasFilter) filter = atlas_filter_new_from_variant (child);

      if (filter != NULL && !contains (filters, filter))
        g_ptr_array_add (filters, g_steal_pointer (&filter));
      g_variant_unref (child);
    }

  n_old = self->filters->len;
  while (same < n_old && same < filters->len
         && atlas_filter_equal (g_ptr_array_index (self->filters, same),
                                g_ptr_array_index (filters, same)))
    same++;

  if (same == n_old && same == filters->len)
    return;

  g_ptr_array_set_size (self->filters, (int) same);
  while (self->filters->len < filters->len)
    g_ptr_array_add (self->filters, g_object_ref (g_ptr_array_index (
                                        filters, self->filters->len)));

  g_list_model_items_changed (G_LIST_MODEL (self), same, n_old - same,
                              filters->len - same);
}

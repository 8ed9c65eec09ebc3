/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-row.h"

struct _AtlasRow
{
  GObject parent_instance;

  AtlasRowData data;
};

G_DEFINE_FINAL_TYPE (AtlasRow, atlas_row, G_TYPE_OBJECT)

static void
atlas_row_finalize (GObject *object)
{
  AtlasRow *self = ATLAS_ROW (object);

  g_clear_object (&self->data.owner);

  G_OBJECT_CLASS (atlas_row_parent_class)->finalize (object);
}

static void
atlas_row_class_init (AtlasRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_row_finalize;
}

static void
atlas_row_init (AtlasRow *self)
{
}

/**
 * atlas_row_new:
 * @data: what the row tells; its owner is referenced
 *
 * Returns: (transfer full): the row as an object
 */
AtlasRow *
atlas_row_new (const AtlasRowData *data)
{
  AtlasRow *self;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (G_IS_OBJECT (data->owner), NULL);

  self = g_object_new (ATLAS_TYPE_ROW, NULL);
  self->data = *data;
  g_object_ref (self->data.owner);

  return self;
}

/**
 * atlas_row_get_data:
 * @self: a row
 *
 * Returns: (transfer none): what the row tells
 */
const AtlasRowData *
atlas_row_get_data (AtlasRow *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW (self), NULL);

  return &self->data;
}

/**
 * atlas_row_data_get_document:
 * @data: a row
 *
 * Returns: (transfer none) (nullable): the document it is from
 */
AtlasDocument *
atlas_row_data_get_document (const AtlasRowData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return ATLAS_IS_DOCUMENT (data->owner) ? ATLAS_DOCUMENT (data->owner) : NULL;
}

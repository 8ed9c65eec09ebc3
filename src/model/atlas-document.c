/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-document.h"

#include "atlas-fold.h"

struct _AtlasDocument
{
  GObject parent_instance;

  AtlasProfile *profile;
  GFile *file;
  char *place;
  char *key;
  guint n_problems;
  gboolean repeated;
};

enum
{
  PROP_0,
  PROP_PROFILE,
  PROP_FILE,
  PROP_REPEATED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (AtlasDocument, atlas_document, G_TYPE_OBJECT)

/* Two profiles with one key tell of the same cluster and edition. A profile
 * that lacks either is like no other. */
static char *
make_key (const AtlasProfile *profile, const char *place)
{
  if (*place == '\0' || !atlas_number_is_given (&profile->edition))
    return g_strdup_printf ("%s#%u", profile->source, profile->part);

  return g_strdup_printf ("%s/%d", place, (int) profile->edition.value);
}

static void
atlas_document_finalize (GObject *object)
{
  AtlasDocument *self = ATLAS_DOCUMENT (object);

  g_clear_pointer (&self->profile, atlas_profile_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (atlas_document_parent_class)->finalize (object);
}

static void
atlas_document_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  AtlasDocument *self = ATLAS_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_PROFILE:
      g_value_set_boxed (value, self->profile);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_REPEATED:
      g_value_set_boolean (value, self->repeated);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_document_class_init (AtlasDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  static GParamSpec *properties[N_PROPS];
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_document_finalize;
  object_class->get_property = atlas_document_get_property;

  properties[PROP_PROFILE] =
      g_param_spec_boxed ("profile", NULL, NULL, ATLAS_TYPE_PROFILE, flags);
  properties[PROP_FILE] =
      g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_REPEATED] = g_param_spec_boolean (
      "repeated", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_document_init (AtlasDocument *self)
{
}

/**
 * atlas_document_new:
 * @profile: the profile
 * @file: (nullable): the file it was read from
 * @n_problems: how many problems were found in it
 *
 * A document is a profile and where it came from. It never changes, except
 * for whether it repeats another one.
 *
 * Returns: (transfer full): a new document
 */
AtlasDocument *
atlas_document_new (const AtlasProfile *profile, GFile *file, guint n_problems)
{
  AtlasDocument *self;

  g_return_val_if_fail (profile != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (ATLAS_TYPE_DOCUMENT, NULL);
  self->profile = atlas_profile_ref (profile);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->place = profile->cluster != NULL ? atlas_fold_place (profile->cluster)
                                         : g_strdup ("");
  self->key = make_key (profile, self->place);
  self->n_problems = n_problems;

  return self;
}

/**
 * atlas_document_get_profile:
 * @self: a document
 *
 * Returns: (transfer none): the profile, never %NULL
 */
const AtlasProfile *
atlas_document_get_profile (AtlasDocument *self)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (self), NULL);

  return self->profile;
}

/**
 * atlas_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file it was read from
 */
GFile *
atlas_document_get_file (AtlasDocument *self)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * atlas_document_get_place:
 * @self: a document
 *
 * The folded name of the cluster, without aliases; the same for all editions.
 *
 * Returns: (transfer none): the key of the place, empty without a name
 */
const char *
atlas_document_get_place (AtlasDocument *self)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (self), NULL);

  return self->place;
}

/**
 * atlas_document_get_key:
 * @self: a document
 *
 * The key that the user's hidden rows, pins and notes are kept under, and that
 * tells duplicates: "shenyang/2024".
 *
 * Returns: (transfer none): the key of cluster and edition
 */
const char *
atlas_document_get_key (AtlasDocument *self)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (self), NULL);

  return self->key;
}

/**
 * atlas_document_get_n_problems:
 * @self: a document
 *
 * Returns: how many problems the reader found in the profile
 */
guint
atlas_document_get_n_problems (AtlasDocument *self)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (self), 0);

  return self->n_problems;
}

/**
 * atlas_document_get_repeated:
 * @self: a document
 *
 * Returns: whether an earlier document has the same cluster and edition, so
 *   that this one must not be counted
 */
gboolean
atlas_document_get_repeated (AtlasDocument *self)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (self), FALSE);

  return self->repeated;
}

/**
 * atlas_document_set_repeated:
 * @self: a document
 * @repeated: whether an earlier document has the same key
 *
 * Only the owner of the documents, who sees them all, calls this.
 */
void
atlas_document_set_repeated (AtlasDocument *self, gboolean repeated)
{
  g_return_if_fail (ATLAS_IS_DOCUMENT (self));

  if (self->repeated == !!repeated)
    return;

  self->repeated = !!repeated;
  g_object_notify (G_OBJECT (self), "repeated");
}

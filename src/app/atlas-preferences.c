/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-preferences.h"

#include "atlas-compat.h"

/**
 * AtlasPreferences:
 *
 * What the user has chosen once for all, and what the program remembers from
 * one run to the next. Each property is bound to the key of the same name in
 * GSettings; where the schema is not installed the properties keep their
 * defaults for the run and nothing is stored.
 */
struct _AtlasPreferences
{
  GObject parent_instance;

  GSettings *settings;

  AtlasAppearance appearance;
  AtlasWatchMode watch;
  gboolean recurse;
  char **recent;
  double world_patents;
  double world_articles;
  int window_width;
  int window_height;
  gboolean window_maximized;
  GVariant *layout;
  GVariant *picture;
};

enum
{
  PROP_0,
  PROP_APPEARANCE,
  PROP_WATCH,
  PROP_RECURSE,
  PROP_RECENT,
  PROP_WORLD_PATENTS,
  PROP_WORLD_ARTICLES,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasPreferences, atlas_preferences, G_TYPE_OBJECT)

GType
atlas_appearance_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { ATLAS_APPEARANCE_SYSTEM, "ATLAS_APPEARANCE_SYSTEM", "system" },
        { ATLAS_APPEARANCE_LIGHT, "ATLAS_APPEARANCE_LIGHT", "light" },
        { ATLAS_APPEARANCE_DARK, "ATLAS_APPEARANCE_DARK", "dark" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type,
                         g_enum_register_static ("AtlasAppearance", values));
    }

  return type;
}

GType
atlas_watch_mode_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { ATLAS_WATCH_OFFER, "ATLAS_WATCH_OFFER", "offer" },
        { ATLAS_WATCH_RELOAD, "ATLAS_WATCH_RELOAD", "reload" },
        { ATLAS_WATCH_OFF, "ATLAS_WATCH_OFF", "off" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type,
                         g_enum_register_static ("AtlasWatchMode", values));
    }

  return type;
}

/* The installed schema, or the one in the build folder. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autofree char *folder = NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema =
        g_settings_schema_source_lookup (installed, ATLAS_APPLICATION_ID, TRUE);
  if (schema != NULL)
    return schema;

  folder = atlas_compat_dup_build_folder ();
  if (folder == NULL)
    return NULL;

  built = g_settings_schema_source_new_from_directory (folder, installed, FALSE,
                                                       NULL);
  if (built == NULL)
    return NULL;

  return g_settings_schema_source_lookup (built, ATLAS_APPLICATION_ID, FALSE);
}

static void
atlas_preferences_constructed (GObject *object)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);
  g_autoptr (GSettingsSchema) schema = find_schema ();
  guint i;

  G_OBJECT_CLASS (atlas_preferences_parent_class)->constructed (object);

  if (schema == NULL)
    {
      g_debug ("No settings schema: preferences last for this run only");
      return;
    }

  self->settings = g_settings_new_full (schema, NULL, NULL);
  for (i = PROP_0 + 1; i < N_PROPS; i++)
    {
      const char *name = g_param_spec_get_name (properties[i]);

      /* A newer program may meet the schema of an older one. */
      if (g_settings_schema_has_key (schema, name))
        g_settings_bind (self->settings, name, self, name,
                         G_SETTINGS_BIND_DEFAULT);
    }

  if (g_settings_schema_has_key (schema, "layout"))
    {
      g_variant_unref (self->layout);
      self->layout = g_settings_get_value (self->settings, "layout");
    }
  if (g_settings_schema_has_key (schema, "picture"))
    {
      g_variant_unref (self->picture);
      self->picture = g_settings_get_value (self->settings, "picture");
    }
}

static void
atlas_preferences_finalize (GObject *object)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->recent, g_strfreev);
  g_clear_pointer (&self->layout, g_variant_unref);
  g_clear_pointer (&self->picture, g_variant_unref);

  G_OBJECT_CLASS (atlas_preferences_parent_class)->finalize (object);
}

static void
atlas_preferences_get_property (GObject *object,
                                guint property,
                                GValue *value,
                                GParamSpec *pspec)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  switch (property)
    {
    case PROP_APPEARANCE:
      g_value_set_enum (value, (int) self->appearance);
      break;
    case PROP_WATCH:
      g_value_set_enum (value, (int) self->watch);
      break;
    case PROP_RECURSE:
      g_value_set_boolean (value, self->recurse);
      break;
    case PROP_RECENT:
      g_value_set_boxed (value, self->recent);
      break;
    case PROP_WORLD_PATENTS:
      g_value_set_double (value, self->world_patents);
      break;
    case PROP_WORLD_ARTICLES:
      g_value_set_double (value, self->world_articles);
      break;
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->window_width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->window_height);
      break;
    case PROP_WINDOW_MAXIMIZED:
      g_value_set_boolean (value, self->window_maximized);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
atlas_preferences_set_property (GObject *object,
                                guint property,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AtlasPreferences *self = ATLAS_PREFERENCES (object);

  switch (property)
    {
    case PROP_APPEARANCE:
      self->appearance = (AtlasAppearance) g_value_get_enum (value);
      break;
    case PROP_WATCH:
      self->watch = (AtlasWatchMode) g_value_get_enum (value);
      break;
    case PROP_RECURSE:
      self->recurse = g_value_get_boolean (value);
      break;
    case PROP_RECENT:
      g_strfreev (self->recent);
      self->recent = g_value_dup_boxed (value);
      if (self->recent == NULL)
        self->recent = g_new0 (char *, 1);
      break;
    case PROP_WORLD_PATENTS:
      self->world_patents = g_value_get_double (value);
      break;
    case PROP_WORLD_ARTICLES:
      self->world_articles = g_value_get_double (value);
      break;
    case PROP_WINDOW_WIDTH:
      self->window_width = g_value_get_int (value);
      break;
    case PROP_WINDOW_HEIGHT:
      self->window_height = g_value_get_int (value);
      break;
    case PROP_WINDOW_MAXIMIZED:
      self->window_maximized = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

/* The defaults are those of the schema. */
static void
atlas_preferences_class_init (AtlasPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = atlas_preferences_constructed;
  object_class->finalize = atlas_preferences_finalize;
  object_class->get_property = atlas_preferences_get_property;
  object_class->set_property = atlas_preferences_set_property;

  properties[PROP_APPEARANCE] =
      g_param_spec_enum ("appearance", NULL, NULL, ATLAS_TYPE_APPEARANCE,
                         ATLAS_APPEARANCE_SYSTEM, flags);
  properties[PROP_WATCH] = g_param_spec_enum (
      "watch", NULL, NULL, ATLAS_TYPE_WATCH_MODE, ATLAS_WATCH_OFFER, flags);
  properties[PROP_RECURSE] =
      g_param_spec_boolean ("recurse", NULL, NULL, TRUE, flags);
  properties[PROP_RECENT] =
      g_param_spec_boxed ("recent", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_WORLD_PATENTS] =
      g_param_spec_double ("world-patents", NULL, NULL, 0, 1e9, 0, flags);
  properties[PROP_WORLD_ARTICLES] =
      g_param_spec_double ("world-articles", NULL, NULL, 0, 1e9, 0, flags);
  properties[PROP_WINDOW_WIDTH] =
      g_param_spec_int ("window-width", NULL, NULL, 360, 16384, 1180, flags);
  properties[PROP_WINDOW_HEIGHT] =
      g_param_spec_int ("window-height", NULL, NULL, 240, 16384, 760, flags);
  properties[PROP_WINDOW_MAXIMIZED] =
      g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_preferences_init (AtlasPreferences *self)
{
  self->recurse = TRUE;
  self->recent = g_new0 (char *, 1);
  self->window_width = 1180;
  self->window_height = 760;
  self->layout = g_variant_ref_sink (
      g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
  self->picture = g_variant_ref_sink (
      g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
}

/**
 * atlas_preferences_new:
 *
 * Returns: (transfer full): the preferences of the user who runs the program
 */
AtlasPreferences *
atlas_preferences_new (void)
{
  return g_object_new (ATLAS_TYPE_PREFERENCES, NULL);
}

/**
 * atlas_preferences_get_stored:
 * @self: the preferences
 *
 * Returns: whether changes outlive this run
 */
gboolean
atlas_preferences_get_stored (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), FALSE);

  return self->settings != NULL;
}

/**
 * atlas_preferences_get_appearance:
 * @self: the preferences
 *
 * Returns: whether windows are light, dark, or as the desktop
 */
AtlasAppearance
atlas_preferences_get_appearance (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), ATLAS_APPEARANCE_SYSTEM);

  return self->appearance;
}

/**
 * atlas_preferences_get_watch:
 * @self: the preferences
 *
 * Returns: what to do when an open file changes
 */
AtlasWatchMode
atlas_preferences_get_watch (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), ATLAS_WATCH_OFFER);

  return self->watch;
}

/**
 * atlas_preferences_get_recurse:
 * @self: the preferences
 *
 * Returns: whether sub-folders are read
 */
gboolean
atlas_preferences_get_recurse (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), TRUE);

  return self->recurse;
}

/**
 * atlas_preferences_get_recent:
 * @self: the preferences
 *
 * Returns: (transfer none) (array zero-terminated=1): URIs of what was opened
 *   last, the latest first
 */
const char *const *
atlas_preferences_get_recent (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), NULL);

  return (const char *const *) self->recent;
}

/* Puts @first, which may be NULL, before all the others but @without. */
static void
rebuild_recent (AtlasPreferences *self, const char *first, const char *without)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) recent = NULL;
  guint n = 0;
  guint i;

  if (first != NULL)
    {
      g_strv_builder_add (builder, first);
      n++;
    }
  for (i = 0; self->recent[i] != NULL && n < ATLAS_N_RECENT; i++)
    {
      if (g_strcmp0 (self->recent[i], without) == 0)
        continue;
      g_strv_builder_add (builder, self->recent[i]);
      n++;
    }

  recent = g_strv_builder_end (builder);
  g_object_set (self, "recent", recent, NULL);
}

/**
 * atlas_preferences_add_recent:
 * @self: the preferences
 * @file: a folder, file or project that was opened
 *
 * Puts @file at the head of what was opened last; it is listed once.
 */
void
atlas_preferences_add_recent (AtlasPreferences *self, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (ATLAS_IS_PREFERENCES (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  rebuild_recent (self, uri, uri);
}

/**
 * atlas_preferences_remove_recent:
 * @self: the preferences
 * @file: what is not to be listed any more
 *
 * Forgets @file, because it is not there any more.
 */
void
atlas_preferences_remove_recent (AtlasPreferences *self, GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (ATLAS_IS_PREFERENCES (self));
  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  rebuild_recent (self, NULL, uri);
}

/**
 * atlas_preferences_clear_recent:
 * @self: the preferences
 *
 * Forgets all that was opened before.
 */
void
atlas_preferences_clear_recent (AtlasPreferences *self)
{
  const char *const none[] = { NULL };

  g_return_if_fail (ATLAS_IS_PREFERENCES (self));

  g_object_set (self, "recent", none, NULL);
}

static void
set_dictionary (AtlasPreferences *self,
                GVariant **member,
                const char *key,
                GVariant *value)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (value);

  if (g_variant_equal (*member, sunk))
    return;

  g_variant_unref (*member);
  *member = g_variant_ref (sunk);
  if (self->settings != NULL)
    g_settings_set_value (self->settings, key, sunk);
}

/**
 * atlas_preferences_dup_layout:
 * @self: the preferences
 *
 * Returns: (transfer full): columns of tables, their order and widths, as the
 *   session wrote them; an empty dictionary at first
 */
GVariant *
atlas_preferences_dup_layout (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), NULL);

  return g_variant_ref (self->layout);
}

/**
 * atlas_preferences_set_layout:
 * @self: the preferences
 * @layout: a dictionary, a{sv}
 *
 * Remembers the layout of tables.
 */
void
atlas_preferences_set_layout (AtlasPreferences *self, GVariant *layout)
{
  g_return_if_fail (ATLAS_IS_PREFERENCES (self));
  g_return_if_fail (g_variant_is_of_type (layout, G_VARIANT_TYPE_VARDICT));

  set_dictionary (self, &self->layout, "layout", layout);
}

/**
 * atlas_preferences_dup_picture:
 * @self: the preferences
 *
 * Returns: (transfer full): how the last chart was exported; an empty
 *   dictionary at first
 */
GVariant *
atlas_preferences_dup_picture (AtlasPreferences *self)
{
  g_return_val_if_fail (ATLAS_IS_PREFERENCES (self), NULL);

  return g_variant_ref (self->picture);
}

/**
 * atlas_preferences_set_picture:
 * @self: the preferences
 * @picture: a dictionary, a{sv}
 *
 * Remembers how a chart was exported.
 */
void
atlas_preferences_set_picture (AtlasPreferences *self, GVariant *picture)
{
  g_return_if_fail (ATLAS_IS_PREFERENCES (self));
  g_return_if_fail (g_variant_is_of_type (picture, G_VARIANT_TYPE_VARDICT));

  set_dictionary (self, &self->picture, "picture", picture);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether windows are light or dark; the order of the settings key. */
typedef enum
{
  ATLAS_APPEARANCE_SYSTEM,
  ATLAS_APPEARANCE_LIGHT,
  ATLAS_APPEARANCE_DARK,
} AtlasAppearance;

#define ATLAS_TYPE_APPEARANCE (atlas_appearance_get_type ())

GType atlas_appearance_get_type (void) G_GNUC_CONST;

/* What to do when an open file changes; the order of the settings key. */
typedef enum
{
  ATLAS_WATCH_OFFER,
  ATLAS_WATCH_RELOAD,
  ATLAS_WATCH_OFF,
} AtlasWatchMode;

#define ATLAS_TYPE_WATCH_MODE (atlas_watch_mode_get_type ())

GType atlas_watch_mode_get_type (void) G_GNUC_CONST;

/* As many recent folders and projects are kept. */
#define ATLAS_N_RECENT 10

#define ATLAS_TYPE_PREFERENCES (atlas_preferences_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPreferences,
                      atlas_preferences,
                      ATLAS,
                      PREFERENCES,
                      GObject)

AtlasPreferences *atlas_preferences_new (void);

gboolean atlas_preferences_get_stored (AtlasPreferences *self);

AtlasAppearance atlas_preferences_get_appearance (AtlasPreferences *self);

AtlasWatchMode atlas_preferences_get_watch (AtlasPreferences *self);

gboolean atlas_preferences_get_recurse (AtlasPreferences *self);

const char *const *atlas_preferences_get_recent (AtlasPreferences *self);

void atlas_preferences_add_recent (AtlasPreferences *self, GFile *file);

void atlas_preferences_remove_recent (AtlasPreferences *self, GFile *file);

void atlas_preferences_clear_recent (AtlasPreferences *self);

GVariant *atlas_preferences_dup_layout (AtlasPreferences *self);

void atlas_preferences_set_layout (AtlasPreferences *self, GVariant *layout);

GVariant *atlas_preferences_dup_picture (AtlasPreferences *self);

void atlas_preferences_set_picture (AtlasPreferences *self, GVariant *picture);

G_END_DECLS

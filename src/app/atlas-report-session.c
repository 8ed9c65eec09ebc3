/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-session.h"

#include <glib/gi18n.h>

#include "atlas-language.h"

#define SETTINGS_KEY "atlas-report-settings"

static void
free_settings (gpointer data)
{
  atlas_report_settings_free (data);
}

/**
 * atlas_report_settings_of_session:
 * @session: a session
 *
 * Returns: (transfer none): the settings of its report, to be read or changed
 */
AtlasReportSettings *
atlas_report_settings_of_session (AtlasSession *session)
{
  AtlasReportSettings *settings =
      g_object_get_data (G_OBJECT (session), SETTINGS_KEY);

  if (settings == NULL)
    {
      settings = atlas_report_settings_new ();
      settings->language = g_strdup (atlas_language_get_default ());
      g_object_set_data_full (G_OBJECT (session), SETTINGS_KEY, settings,
                              free_settings);
    }

  return settings;
}

/**
 * atlas_report_session_dup_state:
 * @session: a session
 *
 * Returns: (transfer full): the settings of its report as text, for the undo
 *   stack and to be compared
 */
GVariant *
atlas_report_session_dup_state (AtlasSession *session)
{
  const AtlasReportSettings *settings =
      atlas_report_settings_of_session (session);
  const char *const *keys = atlas_report_settings_get_keys ();
  GVariantBuilder builder;
  gsize i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value =
          atlas_report_settings_dup_value (settings, keys[i]);

      if (value != NULL)
        g_variant_builder_add (&builder, "{ss}", keys[i], value);
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
apply_settings (gpointer owner, gpointer state)
{
  AtlasReportSettings *settings = atlas_report_settings_new ();
  GVariantIter iter;
  const char *key;
  const char *value;

  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    atlas_report_settings_set_value (settings, key, value, NULL);
  g_object_set_data_full (G_OBJECT (owner), SETTINGS_KEY, settings,
                          free_settings);
}

/* What is typed into one field is undone together. */
static const char *
find_merge_key (GVariant *before, GVariant *after)
{
  static const struct
  {
    const char *key;
    const char *merge_key;
  } typed[] = {
    { "title", "report title" },
    { "author", "report author" },
    { "footer", "report footer" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const char *old = NULL;
      const char *new = NULL;

      g_variant_lookup (before, typed[i].key, "&s", &old);
      g_variant_lookup (after, typed[i].key, "&s", &new);
      if (g_strcmp0 (old, new) != 0)
        return typed[i].merge_key;
    }

  return NULL;
}

/**
 * atlas_report_session_push:
 * @session: a session whose settings have been changed
 * @before: their state before
 * @after: their state now
 *
 * Makes the change one that can be undone.
 */
void
atlas_report_session_push (AtlasSession *session,
                           GVariant *before,
                           GVariant *after)
{
  atlas_undo_stack_push (
      atlas_session_get_undo_stack (session), _ ("Change Report Settings"),
      find_merge_key (before, after), apply_settings, session, before, after);
}

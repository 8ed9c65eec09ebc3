/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-language.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *decimal;
  const char *grouping;
  gboolean right_to_left;
} Language;

#define NARROW_BLANK "\342\200\257"
#define BLANK "\302\240"

/* In the order of their codes below. Marks as in the locales of the language's
 * first country: Arabic has digits and marks of the west, as in most tables. */
static const Language languages[] = {
  { "English", ".", ",", FALSE },           { "العربية", ".", ",", TRUE },
  { "Deutsch", ",", ".", FALSE },           { "Español", ",", BLANK, FALSE },
  { "Français", ",", NARROW_BLANK, FALSE }, { "Русский", ",", BLANK, FALSE },
  { "简体中文", ".", ",", FALSE },
};

static const char *const codes[] = {
  ATLAS_LANGUAGE_ENGLISH, "ar", "de", "es", "fr", "ru", "zh_CN", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (codes) == G_N_ELEMENTS (languages) + 1);

/* English for what is none of them. */
static guint
find_language (const char *code)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (strcmp (codes[i], code) == 0)
      return i;

  return 0;
}

/* Programs that were not installed say where their translations are. */
static GBytes *
read_translations (const char *code)
{
  const char *folder = g_getenv ("ATLAS_LOCALE_DIR");
  g_autofree char *path =
      g_build_filename (folder != NULL ? folder : ATLAS_LOCALE_DIR, code,
                        "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

/* The translations are read once and kept. */
static const AtlasCatalogue *
get_catalogue (guint language)
{
  static gsize loaded[G_N_ELEMENTS (languages)];
  static const char none[] = "";

  if (g_once_init_enter (&loaded[language]))
    {
      g_autoptr (GBytes) bytes =
          language > 0 ? read_translations (codes[language]) : NULL;
      AtlasCatalogue *catalogue =
          bytes != NULL ? atlas_catalogue_new (bytes) : NULL;

      g_once_init_leave (&loaded[language],
                         catalogue != NULL ? (gsize) catalogue : (gsize) none);
    }

  return loaded[language] != (gsize) none
             ? (const AtlasCatalogue *) loaded[language]
             : NULL;
}

/**
 * atlas_language_get_codes:
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages that texts
 *   can be in
 */
const char *const *
atlas_language_get_codes (void)
{
  return codes;
}

/**
 * atlas_language_get_name:
 * @code: one of atlas_language_get_codes()
 *
 * Returns: (transfer none): what its speakers call it
 */
const char *
atlas_language_get_name (const char *code)
{
  return languages[find_language (code)].name;
}

/**
 * atlas_language_get_default:
 *
 * Returns: (transfer none): the code of the language that the interface
 *   speaks
 */
const char *
atlas_language_get_default (void)
{
  const char *const *wanted =
      g_get_language_names_with_category ("LC_MESSAGES");

  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint j = 0; codes[j] != NULL; j++)
      if (strcmp (wanted[i], codes[j]) == 0)
        return codes[j];

  return ATLAS_LANGUAGE_ENGLISH;
}

/**
 * atlas_language_is_available:
 * @code: one of atlas_language_get_codes()
 *
 * Returns: whether texts can be put into it here
 */
gboolean
atlas_language_is_available (const char *code)
{
  guint language = find_language (code);

  return language == 0 || get_catalogue (language) != NULL;
}

/**
 * atlas_format_init_for_language:
 * @format: (out caller-allocates): a format to fill in
 * @code: one of atlas_language_get_codes()
 *
 * Makes @format speak a language whatever the locale: the same on every
 * machine that has its translations, English on those that have not.
 */
void
atlas_format_init_for_language (AtlasFormat *format, const char *code)
{
  guint found = find_language (code);
  const Language *language = &languages[found];

  g_return_if_fail (format != NULL);

  *format = (AtlasFormat) ATLAS_FORMAT_INIT;
  format->language = get_catalogue (found);
  if (format->language == NULL)
    return;

  format->localised = TRUE;
  format->right_to_left = language->right_to_left;
  g_strlcpy (format->decimal, language->decimal, sizeof format->decimal);
  g_strlcpy (format->grouping, language->grouping, sizeof format->grouping);
}

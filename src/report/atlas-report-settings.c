/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-settings.h"

#include "atlas-gettext.h"
#include <langinfo.h>
#include <string.h>

#include "atlas-language.h"

#define POINTS_PER_MM (72.0 / 25.4)

static const struct
{
  const char *nick;
  const char *title;
} sections[ATLAS_N_REPORT_SECTIONS] = {
  [ATLAS_SECTION_COVER] = { "cover", N_ ("Cover") },
  [ATLAS_SECTION_CONTENTS] = { "contents", N_ ("Contents") },
  [ATLAS_SECTION_SUMMARY] = { "summary", N_ ("Summary") },
  [ATLAS_SECTION_CLUSTERS] = { "clusters", N_ ("Clusters") },
  [ATLAS_SECTION_COMPARISON] = { "comparison", N_ ("Comparison") },
  [ATLAS_SECTION_RANKINGS] = { "rankings", N_ ("Rankings and concentration") },
  [ATLAS_SECTION_NETWORK] = { "network", N_ ("Collaboration network") },
  [ATLAS_SECTION_APPENDIX] = { "appendix", N_ ("Data appendix") },
  [ATLAS_SECTION_SOURCES] = { "sources", N_ ("Sources and methods") },
};

static const char *const paper_nicks[] = { "auto", "a4", "letter", NULL };

static const char *const scope_nicks[] = { "all", "filter", "selection", NULL };

static const char *const colour_nicks[] = { "colour", "grey", NULL };

/**
 * atlas_report_section_get_nick:
 * @section: a section
 *
 * Returns: the word for @section in files and on the command line
 */
const char *
atlas_report_section_get_nick (AtlasReportSection section)
{
  return sections[section].nick;
}

/**
 * atlas_report_section_get_title:
 * @section: a section
 *
 * Returns: the heading of @section, translated
 */
const char *
atlas_report_section_get_title (AtlasReportSection section)
{
  return _ (sections[section].title);
}

/**
 * atlas_paper_get_default:
 *
 * What the locale of the program prints on. North American sheets are taller
 * than wide by less than the others, and 279 mm tall; all the rest is A4.
 *
 * Returns: %ATLAS_PAPER_A4 or %ATLAS_PAPER_LETTER
 */
AtlasPaper
atlas_paper_get_default (void)
{
#ifdef _NL_PAPER_HEIGHT
  /* glibc hands out this number in the place of a pointer. */
  if (GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) == 279)
    return ATLAS_PAPER_LETTER;
#endif
  return ATLAS_PAPER_A4;
}

/**
 * atlas_paper_get_size:
 * @paper: a paper
 * @width: (out): width of the upright sheet, in points
 * @height: (out): its height, in points
 */
void
atlas_paper_get_size (AtlasPaper paper, double *width, double *height)
{
  if (paper == ATLAS_PAPER_AUTO)
    paper = atlas_paper_get_default ();

  if (paper == ATLAS_PAPER_LETTER)
    {
      *width = 612.0;
      *height = 792.0;
    }
  else
    {
      *width = 210.0 * POINTS_PER_MM;
      *height = 297.0 * POINTS_PER_MM;
    }
}

/**
 * atlas_report_settings_new:
 *
 * Returns: (transfer full): the settings of a report nobody has touched: all
 *   sections, upright, in colour, on the paper of the locale
 */
AtlasReportSettings *
atlas_report_settings_new (void)
{
  AtlasReportSettings *self = g_new0 (AtlasReportSettings, 1);

  self->paper = ATLAS_PAPER_AUTO;
  self->scope = ATLAS_REPORT_SCOPE_ALL;
  self->margin = 18.0;
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    self->parts[i] = (AtlasReportPart){ i, TRUE, FALSE };

  return self;
}

/**
 * atlas_report_settings_copy:
 * @self: settings
 *
 * Returns: (transfer full): a deep copy
 */
AtlasReportSettings *
atlas_report_settings_copy (const AtlasReportSettings *self)
{
  AtlasReportSettings *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->author = g_strdup (self->author);
  copy->footer = g_strdup (self->footer);
  copy->language = g_strdup (self->language);
  copy->compare = g_strdupv (self->compare);

  return copy;
}

/**
 * atlas_report_settings_free:
 * @self: (transfer full): settings
 */
void
atlas_report_settings_free (AtlasReportSettings *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->footer);
  g_free (self->language);
  g_strfreev (self->compare);
  g_free (self);
}

static const char *const keys[] = {
  "title",  "author", "footer",   "paper",   "sections", "landscape",
  "margin", "colour", "clusters", "compare", "language", NULL,
};

/**
 * atlas_report_settings_get_keys:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of all
 *   settings
 */
const char *const *
atlas_report_settings_get_keys (void)
{
  return keys;
}

/**
 * atlas_report_settings_equal:
 * @a: settings
 * @b: settings
 *
 * Returns: whether both would be kept as the same texts
 */
gboolean
atlas_report_settings_equal (const AtlasReportSettings *a,
                             const AtlasReportSettings *b)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *x = atlas_report_settings_dup_value (a, keys[i]);
      g_autofree char *y = atlas_report_settings_dup_value (b, keys[i]);

      if (strcmp (x, y) != 0)
        return FALSE;
    }

  return TRUE;
}

static char *
dup_parts (const AtlasReportSettings *self, gboolean landscape)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      const AtlasReportPart *part = &self->parts[i];

      if (landscape ? !part->landscape : !part->shown)
        continue;
      if (list->len > 0)
        g_string_append_c (list, ',');
      g_string_append (list, sections[part->section].nick);
    }

  return g_string_free (list, FALSE);
}

/* Names may hold any character but the one between them. */
static char *
dup_compare (const AtlasReportSettings *self)
{
  return self->compare != NULL ? g_strjoinv ("\n", self->compare)
                               : g_strdup ("");
}

/**
 * atlas_report_settings_dup_value:
 * @self: settings
 * @key: one of atlas_report_settings_get_keys()
 *
 * Returns: (transfer full): the setting as text, the same in every locale
 */
char *
atlas_report_settings_dup_value (const AtlasReportSettings *self,
                                 const char *key)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (strcmp (key, "title") == 0)
    return g_strdup (self->title != NULL ? self->title : "");
  if (strcmp (key, "author") == 0)
    return g_strdup (self->author != NULL ? self->author : "");
  if (strcmp (key, "footer") == 0)
    return g_strdup (self->footer != NULL ? self->footer : "");
  if (strcmp (key, "paper") == 0)
    return g_strdup (paper_nicks[self->paper]);
  if (strcmp (key, "sections") == 0)
    return dup_parts (self, FALSE);
  if (strcmp (key, "landscape") == 0)
    return dup_parts (self, TRUE);
  if (strcmp (key, "margin") == 0)
    return g_strdup (
        g_ascii_formatd (number, sizeof number, "%.1f", self->margin));
  if (strcmp (key, "colour") == 0)
    return g_strdup (colour_nicks[self->grey ? 1 : 0]);
  if (strcmp (key, "clusters") == 0)
    return g_strdup (scope_nicks[self->scope]);
  if (strcmp (key, "compare") == 0)
    return dup_compare (self);
  if (strcmp (key, "language") == 0)
    return g_strdup (self->language != NULL ? self->language
                                            : ATLAS_LANGUAGE_ENGLISH);

  g_return_val_if_reached (NULL);
}

static gboolean
set_text (char **member, const char *value)
{
  g_free (*member);
  *member = *value != '\0' ? g_utf8_make_valid (value, -1) : NULL;
  return TRUE;
}

/* Position of @value in @nicks, or -1 and an error that names them all. */
static int
find_nick (const char *const *nicks,
           const char *key,
           const char *value,
           GError **error)
{
  g_autofree char *allowed = NULL;

  for (int i = 0; nicks[i] != NULL; i++)
    if (strcmp (nicks[i], value) == 0)
      return i;

  allowed = g_strjoinv (", ", (char **) nicks);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("“%s” is not a value of “%s”; it is one of: %s"), value, key,
               allowed);
  return -1;
}

/* The sections that a list names, in its order. */
static gboolean
parse_sections (const char *key,
                const char *value,
                AtlasReportSection *found,
                guint *n_found,
                GError **error)
{
  const char *nicks[ATLAS_N_REPORT_SECTIONS + 1] = { NULL };
  g_auto (GStrv) words = g_strsplit (value, ",", -1);
  guint seen = 0;

  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    nicks[i] = sections[i].nick;

  *n_found = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      int section;

      g_strstrip (words[i]);
      if (*words[i] == '\0')
        continue;
      section = find_nick (nicks, key, words[i], error);
      if (section < 0)
        return FALSE;
      if ((seen & (1u << section)) != 0)
        continue;
      seen |= 1u << section;
      found[(*n_found)++] = (AtlasReportSection) section;
    }

  return TRUE;
}

static const AtlasReportPart *
find_part (const AtlasReportPart *parts, AtlasReportSection section)
{
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    if (parts[i].section == section)
      return &parts[i];

  g_return_val_if_reached (NULL);
}

/* The sections named come first, in the order named; the others stay behind
 * them, switched off, so that switching one on again finds it. */
static void
arrange_parts (AtlasReportSettings *self,
               const AtlasReportSection *named,
               guint n_named)
{
  AtlasReportPart old[ATLAS_N_REPORT_SECTIONS];
  guint n = 0;

  memcpy (old, self->parts, sizeof old);
  for (guint i = 0; i < n_named; i++)
    {
      self->parts[n] = *find_part (old, named[i]);
      self->parts[n++].shown = TRUE;
    }

  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      gboolean is_named = FALSE;

      for (guint j = 0; j < n_named; j++)
        is_named = is_named || named[j] == old[i].section;
      if (is_named)
        continue;
      self->parts[n] = old[i];
      self->parts[n++].shown = FALSE;
    }
}

static gboolean
set_parts (AtlasReportSettings *self,
           const char *key,
           const char *value,
           GError **error)
{
  AtlasReportSection named[ATLAS_N_REPORT_SECTIONS];
  guint n_named;

  if (!parse_sections (key, value, named, &n_named, error))
    return FALSE;

  if (strcmp (key, "sections") == 0)
    {
      if (n_named == 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               _ ("A report needs at least one section"));
          return FALSE;
        }
      arrange_parts (self, named, n_named);
      return TRUE;
    }

  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    {
      self->parts[i].landscape = FALSE;
      for (guint j = 0; j < n_named; j++)
        if (self->parts[i].section == named[j])
          self->parts[i].landscape = TRUE;
    }

  return TRUE;
}

static gboolean
set_margin (AtlasReportSettings *self, const char *value, GError **error)
{
  char *end = NULL;
  double margin = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0'
      || !(margin >= ATLAS_REPORT_MARGIN_MIN
           && margin <= ATLAS_REPORT_MARGIN_MAX))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” is not a margin; it is from %d to %d millimetres"),
                   value, (int) ATLAS_REPORT_MARGIN_MIN,
                   (int) ATLAS_REPORT_MARGIN_MAX);
      return FALSE;
    }

  self->margin = margin;
  return TRUE;
}

static gboolean
set_compare (AtlasReportSettings *self, const char *value)
{
  g_clear_pointer (&self->compare, g_strfreev);
  if (*value != '\0')
    self->compare = g_strsplit (value, "\n", -1);
  return TRUE;
}

/**
 * atlas_report_settings_set_value:
 * @self: settings
 * @key: one of atlas_report_settings_get_keys()
 * @value: a text as from atlas_report_settings_dup_value(); a list of sections
 *   is separated by commas, the clusters to compare by line feeds
 * @error: return location for a %G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: whether @value could be read; if not, @self is as it was
 */
gboolean
atlas_report_settings_set_value (AtlasReportSettings *self,
                                 const char *key,
                                 const char *value,
                                 GError **error)
{
  int nick;

  if (strcmp (key, "title") == 0)
    return set_text (&self->title, value);
  if (strcmp (key, "author") == 0)
    return set_text (&self->author, value);
  if (strcmp (key, "footer") == 0)
    return set_text (&self->footer, value);
  if (strcmp (key, "compare") == 0)
    return set_compare (self, value);
  if (strcmp (key, "sections") == 0 || strcmp (key, "landscape") == 0)
    return set_parts (self, key, value, error);
  if (strcmp (key, "margin") == 0)
    return set_margin (self, value, error);

  if (strcmp (key, "paper") == 0)
    {
      nick = find_nick (paper_nicks, key, value, error);
      self->paper = nick >= 0 ? (AtlasPaper) nick : self->paper;
      return nick >= 0;
    }
  if (strcmp (key, "colour") == 0)
    {
      nick = find_nick (colour_nicks, key, value, error);
      self->grey = nick >= 0 ? nick == 1 : self->grey;
      return nick >= 0;
    }
  if (strcmp (key, "language") == 0)
    {
      const char *const *codes = atlas_language_get_codes ();

      nick = find_nick (codes, key, value, error);
      if (nick >= 0)
        {
          g_free (self->language);
          self->language = g_strdup (codes[nick]);
        }
      return nick >= 0;
    }
  if (strcmp (key, "clusters") == 0)
    {
      nick = find_nick (scope_nicks, key, value, error);
      self->scope = nick >= 0 ? (AtlasReportScope) nick : self->scope;
      return nick >= 0;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("“%s” is not a setting of a report"), key);
  return FALSE;
}

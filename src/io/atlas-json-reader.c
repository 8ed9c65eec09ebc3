/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-json-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "atlas-json-writer.h"
#include "atlas-json.h"
#include "atlas-number-reader.h"
#include "atlas-profile-builder.h"

/* More partners left out than this are not counted: a file made to be wide
 * would make every table as wide. */
#define MAX_GAPS 100

/* Where the values of one profile go, and what is said about them. */
typedef struct
{
  const char *source;
  GPtrArray *profiles;
  GPtrArray *problems;
  AtlasProfileBuilder *builder;
} Reader;

/* A number of a profile that is in no list. */
typedef struct
{
  const char *key;
  gsize offset;
  AtlasNumberForm form;
  guint32 least;
} Scalar;

#define OFFSET(member) G_STRUCT_OFFSET (AtlasProfileNumbers, member)

static const Scalar scalars[] = {
  { "edition", OFFSET (edition), ATLAS_FORM_YEAR, 0 },
  { "national_rank", OFFSET (national_rank), ATLAS_FORM_RANK, 1 },
  { "national_clusters", OFFSET (national_clusters), ATLAS_FORM_COUNT, 1 },
  { "top", OFFSET (top), ATLAS_FORM_COUNT, 1 },
  { "rank", OFFSET (rank), ATLAS_FORM_RANK, 1 },
  { "intensity_rank", OFFSET (intensity_rank), ATLAS_FORM_RANK, 1 },
  { "pct_per_million", OFFSET (per_million[ATLAS_PATENTS]), ATLAS_FORM_RATE,
    0 },
  { "articles_per_million", OFFSET (per_million[ATLAS_ARTICLES]),
    ATLAS_FORM_RATE, 0 },
};

static const char *const entry_keys[] = { "applicants", "publishers" };
static const char *const field_keys[] = { "patent_fields", "article_fields" };
static const char *const collaboration_keys[] = { "patent_collaboration",
                                                  "article_collaboration" };

/**
 * atlas_json_is_likely:
 * @data: the beginning of a file
 * @length: number of bytes
 *
 * Returns: whether the file is JSON and not a text: whether its first mark is
 *   an opening brace
 */
gboolean
atlas_json_is_likely (const char *data, gsize length)
{
  gsize i = 0;

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    i = 3;
  while (i < length && g_ascii_isspace (data[i]))
    i++;

  return i < length && data[i] == '{';
}

static void
report (Reader *self,
        AtlasProblemCode code,
        guint32 line,
        const char *text,
        const char *sentence,
        const char *argument)
{
  g_ptr_array_add (self->problems,
                   atlas_problem_new (code, self->source, line, text, -1,
                                      sentence, argument, NULL));
}

/* The value of @key; NULL when there is none, when it is null, or when there
 * are two and nobody knows which one holds. */
static const AtlasJson *
get_value (Reader *self, const AtlasJson *object, const char *key)
{
  const AtlasJson *value = atlas_json_get (object, key);

  if (value == NULL || value->type == ATLAS_JSON_NULL)
    return NULL;

  if (atlas_json_has_duplicate (object, key))
    {
      report (self, ATLAS_PROBLEM_DUPLICATE_SECTION, value->line, NULL,
              N_ ("“{0}” is here twice; both were left out."), key);
      return NULL;
    }

  return value;
}

/* The members of a list; none, with a problem, when it is no list. */
static const AtlasJson *
get_list (Reader *self, const AtlasJson *object, const char *key)
{
  const AtlasJson *list = get_value (self, object, key);

  if (list == NULL)
    return NULL;
  if (list->type != ATLAS_JSON_ARRAY)
    {
      report (self, ATLAS_PROBLEM_BAD_ROW, list->line, list->text,
              N_ ("“{0}” is no list."), key);
      return NULL;
    }

  return list->first;
}

static void
report_number (Reader *self,
               AtlasProblemCode code,
               const AtlasJson *value,
               const char *key)
{
  if (code == ATLAS_PROBLEM_BAD_SHARE)
    report (self, code, value->line, value->text,
            N_ ("“{0}” is above 100 percent; it was left out."), key);
  else if (code == ATLAS_PROBLEM_BAD_RANK)
    report (self, code, value->line, value->text,
            N_ ("“{0}” is no rank; it was left out."), key);
  else
    report (self, code, value->line, value->text,
            N_ ("“{0}” is no number that can stand here; it was left out."),
            key);
}

/* Reads a number as the text form would have it: the same digits, the same
 * ranges, the printed decimals kept. */
static void
read_number (Reader *self,
             const AtlasJson *object,
             const char *key,
             AtlasNumberForm form,
             guint32 least,
             AtlasNumber *number)
{
  const AtlasJson *value = get_value (self, object, key);
  const AtlasNumber missing = ATLAS_NUMBER_INIT;
  g_autofree char *text = NULL;
  AtlasNumberResult result = ATLAS_NUMBER_MALFORMED;

  *number = missing;
  if (value == NULL)
    return;

  if (value->type == ATLAS_JSON_NUMBER)
    {
      text =
          g_strconcat (value->text, form == ATLAS_FORM_SHARE ? "%" : "", NULL);
      result = atlas_number_read (atlas_span_from_string (text), form, number);
    }

  if (result == ATLAS_NUMBER_READ && number->value >= least)
    {
      number->line = value->line;
      return;
    }

  *number = missing;
  number->state = ATLAS_NUMBER_DAMAGED;
  number->line = value->line;
  if (result == ATLAS_NUMBER_ABOVE_100)
    report_number (self, ATLAS_PROBLEM_BAD_SHARE, value, key);
  else if (form == ATLAS_FORM_RANK)
    report_number (self, ATLAS_PROBLEM_BAD_RANK, value, key);
  else
    report_number (self, ATLAS_PROBLEM_BAD_NUMBER, value, key);
}

/* A share, or the bound of one that was printed as "<1%". */
static void
read_share (Reader *self, const AtlasJson *object, AtlasNumber *share)
{
  AtlasNumber below;

  read_number (self, object, "share", ATLAS_FORM_SHARE, 0, share);
  read_number (self, object, "share_below", ATLAS_FORM_SHARE, 0, &below);
  if (share->state != ATLAS_NUMBER_MISSING || !atlas_number_is_given (&below))
    return;

  *share = below;
  share->state = ATLAS_NUMBER_BELOW;
}

/* Whether @c would change what stands around it on a screen. */
static gboolean
is_bidi_override (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static void
check_characters (Reader *self, const AtlasJson *value)
{
  const char *p;

  for (p = value->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_bidi_override (c))
        {
          report (self, ATLAS_PROBLEM_BIDI_OVERRIDE, value->line, value->text,
                  N_ ("A character in here turns the direction of the text."),
                  NULL);
          return;
        }
      if (g_unichar_iscntrl (c))
        {
          report (self, ATLAS_PROBLEM_CONTROL_CHARACTER, value->line,
                  value->text, N_ ("There is a control character in here."),
                  NULL);
          return;
        }
    }
}

/* A string that is not empty, or NULL. */
static const char *
read_text (Reader *self,
           const AtlasJson *object,
           const char *key,
           guint32 *line)
{
  const AtlasJson *value = get_value (self, object, key);

  if (value == NULL)
    return NULL;

  *line = value->line;
  if (value->type != ATLAS_JSON_STRING || value->text[0] == '\0')
    {
      report (self, ATLAS_PROBLEM_BAD_ROW, value->line, value->text,
              N_ ("“{0}” is no text; it was left out."), key);
      return NULL;
    }
  check_characters (self, value);

  return value->text;
}

static gboolean
is_row (Reader *self, const AtlasJson *row, const char *key)
{
  if (row->type == ATLAS_JSON_OBJECT)
    return TRUE;

  report (self, ATLAS_PROBLEM_BAD_ROW, row->line, row->text,
          N_ ("A row of “{0}” is no object; it was left out."), key);

  return FALSE;
}

static void
read_entries (Reader *self, const AtlasJson *profile, AtlasKind kind)
{
  const AtlasJson *row;

  for (row = get_list (self, profile, entry_keys[kind]); row != NULL;
       row = row->next)
    {
      AtlasNumber rank, count, share;
      const char *name;
      guint32 line = row->line;

      if (!is_row (self, row, entry_keys[kind]))
        continue;

      name = read_text (self, row, "name", &line);
      if (name == NULL)
        report (self, ATLAS_PROBLEM_BAD_ROW, row->line, NULL,
                N_ ("A row of “{0}” has no name."), entry_keys[kind]);
      read_number (self, row, "rank", ATLAS_FORM_RANK, 1, &rank);
      read_number (self, row, "count", ATLAS_FORM_COUNT, 0, &count);
      read_share (self, row, &share);
      atlas_profile_builder_add_entry (self->builder, kind, name, -1, &rank,
                                       &count, &share, row->line);
    }
}

static void
read_fields (Reader *self, const AtlasJson *profile, AtlasKind kind)
{
  const AtlasJson *row;

  for (row = get_list (self, profile, field_keys[kind]); row != NULL;
       row = row->next)
    {
      AtlasNumber share;
      const char *name;
      guint32 line = row->line;

      if (!is_row (self, row, field_keys[kind]))
        continue;

      name = read_text (self, row, "name", &line);
      if (name == NULL)
        report (self, ATLAS_PROBLEM_BAD_ROW, row->line, NULL,
                N_ ("A row of “{0}” has no name."), field_keys[kind]);
      read_share (self, row, &share);
      atlas_profile_builder_add_field (self->builder, kind, name, -1, &share,
                                       row->line);
    }
}

static void
read_collaboration (Reader *self, const AtlasJson *profile, AtlasKind kind)
{
  const char *key = collaboration_keys[kind];
  const AtlasJson *object = get_value (self, profile, key);
  const AtlasJson *partner;
  guint n_gaps = 0;

  if (object == NULL)
    return;
  if (!is_row (self, object, key))
    return;

  read_share (
      self, object,
      &atlas_profile_builder_get_numbers (self->builder)->collaboration[kind]);
  for (partner = get_list (self, object, "partners"); partner != NULL;
       partner = partner->next)
    {
      if (partner->type != ATLAS_JSON_STRING || partner->text[0] == '\0')
        {
          if (n_gaps++ < MAX_GAPS)
            atlas_profile_builder_skip_partner (self->builder, kind);
          if (partner->type == ATLAS_JSON_NULL)
            continue;
          report (self, ATLAS_PROBLEM_BAD_ROW, partner->line, partner->text,
                  N_ ("A partner is no text; it was left out."), NULL);
          continue;
        }
      check_characters (self, partner);
      atlas_profile_builder_add_partner (self->builder, kind, partner->text, -1,
                                         partner->line);
    }
}

static void
read_notes (Reader *self, const AtlasJson *profile)
{
  const AtlasJson *note;

  for (note = get_list (self, profile, "notes"); note != NULL;
       note = note->next)
    {
      const char *text;
      guint32 line = note->line;

      if (!is_row (self, note, "notes"))
        continue;
      text = read_text (self, note, "text", &line);
      if (text != NULL)
        atlas_profile_builder_add_note (self->builder, text, -1, line);
    }
}

/* Leaves out a rank that is above the number of those ranked. */
static void
check_rank (Reader *self, AtlasNumber *rank, const AtlasNumber *of)
{
  g_autofree char *text = NULL;

  if (!atlas_number_is_given (rank) || !atlas_number_is_given (of)
      || rank->value <= of->value)
    return;

  text = atlas_number_to_string (rank);
  report (self, ATLAS_PROBLEM_BAD_RANK, rank->line, text,
          N_ ("The rank is above the number of those ranked; it was left out."),
          NULL);
  rank->state = ATLAS_NUMBER_DAMAGED;
}

/* Keys that every file of ours has, be it with the value null. */
static void
check_keys (Reader *self, const AtlasJson *profile)
{
  gsize i;
  guint kind;

  for (i = 0; i < G_N_ELEMENTS (scalars); i++)
    if (atlas_json_get (profile, scalars[i].key) == NULL)
      report (self, ATLAS_PROBLEM_MISSING_SECTION, profile->line, NULL,
              N_ ("“{0}” is missing."), scalars[i].key);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      if (atlas_json_get (profile, entry_keys[kind]) == NULL)
        report (self, ATLAS_PROBLEM_MISSING_SECTION, profile->line, NULL,
                N_ ("“{0}” is missing."), entry_keys[kind]);
      if (atlas_json_get (profile, collaboration_keys[kind]) == NULL)
        report (self, ATLAS_PROBLEM_MISSING_SECTION, profile->line, NULL,
                N_ ("“{0}” is missing."), collaboration_keys[kind]);
    }
}

/* The line of the last value in @value. */
static guint32
get_last_line (const AtlasJson *value)
{
  const AtlasJson *member;
  guint32 line = value->line;

  for (member = value->first; member != NULL; member = member->next)
    line = MAX (line, get_last_line (member));

  return line;
}

static void
read_profile (Reader *self, const AtlasJson *profile, guint32 part)
{
  AtlasProfileNumbers *numbers;
  const char *cluster, *economy, *demonym;
  guint32 cluster_line = 0, economy_line = 0, demonym_line = 0;
  guint kind;
  gsize i;

  if (profile->type == ATLAS_JSON_OBJECT)
    cluster = read_text (self, profile, "cluster", &cluster_line);
  else
    cluster = NULL;
  if (cluster == NULL)
    {
      report (self, ATLAS_PROBLEM_NOT_A_PROFILE, profile->line, NULL,
              N_ ("No cluster is named in this profile."), NULL);
      return;
    }

  atlas_profile_builder_clear (self->builder);
  atlas_profile_builder_set_source (self->builder, self->source);
  atlas_profile_builder_set_cluster (self->builder, cluster, -1, cluster_line);
  economy = read_text (self, profile, "economy", &economy_line);
  if (economy != NULL)
    atlas_profile_builder_set_economy (self->builder, economy, -1,
                                       economy_line);
  demonym = read_text (self, profile, "demonym", &demonym_line);
  if (demonym != NULL)
    atlas_profile_builder_set_demonym (self->builder, demonym, -1,
                                       demonym_line);

  check_keys (self, profile);
  numbers = atlas_profile_builder_get_numbers (self->builder);
  numbers->part = part;
  numbers->first_line = profile->line;
  numbers->last_line = get_last_line (profile);
  for (i = 0; i < G_N_ELEMENTS (scalars); i++)
    read_number (self, profile, scalars[i].key, scalars[i].form,
                 scalars[i].least,
                 &G_STRUCT_MEMBER (AtlasNumber, numbers, scalars[i].offset));
  check_rank (self, &numbers->national_rank, &numbers->national_clusters);
  check_rank (self, &numbers->rank, &numbers->top);
  check_rank (self, &numbers->intensity_rank, &numbers->top);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      read_entries (self, profile, kind);
      read_fields (self, profile, kind);
      read_collaboration (self, profile, kind);
    }
  read_notes (self, profile);

  g_ptr_array_add (self->profiles, atlas_profile_builder_end (self->builder));
}

static void
report_fault (Reader *self, AtlasJsonFault fault, guint32 line)
{
  switch (fault)
    {
    case ATLAS_JSON_FAULT_ENCODING:
      report (self, ATLAS_PROBLEM_ENCODING, line, NULL,
              N_ ("The JSON holds bytes that are no UTF-8."), NULL);
      break;

    case ATLAS_JSON_FAULT_TOO_DEEP:
      report (self, ATLAS_PROBLEM_TOO_DEEP, line, NULL,
              N_ ("The JSON is nested deeper than 64 levels."), NULL);
      break;

    case ATLAS_JSON_FAULT_NONE:
    case ATLAS_JSON_FAULT_SYNTAX:
    default:
      report (self, ATLAS_PROBLEM_NOT_A_PROFILE, line, NULL,
              N_ ("This is no valid JSON from here on, or it is cut."), NULL);
      break;
    }
}

/* Whether the document is one of ours, of a version that we know. */
static gboolean
check_format (Reader *self, const AtlasJson *root)
{
  const char *format = atlas_json_get_string (root, "format");
  const AtlasJson *version = atlas_json_get (root, "version");
  const AtlasJson *profiles = atlas_json_get (root, "profiles");

  if (g_strcmp0 (format, ATLAS_JSON_FORMAT) != 0 || profiles == NULL
      || profiles->type != ATLAS_JSON_ARRAY)
    {
      report (self, ATLAS_PROBLEM_NOT_A_PROFILE, 1, NULL,
              N_ ("This JSON holds no profiles: expected the format “{0}”."),
              ATLAS_JSON_FORMAT);
      return FALSE;
    }

  if (version == NULL || version->type != ATLAS_JSON_NUMBER
      || strcmp (version->text, G_STRINGIFY (ATLAS_JSON_VERSION)) != 0)
    {
      report (self, ATLAS_PROBLEM_NOT_A_PROFILE,
              version != NULL ? version->line : 1,
              version != NULL ? version->text : NULL,
              N_ ("This version of the format is not known: expected {0}."),
              G_STRINGIFY (ATLAS_JSON_VERSION));
      return FALSE;
    }

  return TRUE;
}

/**
 * atlas_json_read:
 * @data: bytes of a JSON file
 * @length: number of them
 * @source: what to call the file
 * @profiles: (element-type AtlasProfile): where to add what is in it
 * @problems: (element-type AtlasProblem): where to add what is wrong
 *
 * Reads profiles that were saved as JSON, with the same care as the text form:
 * a damaged value costs that value and gives a problem with its line.
 */
void
atlas_json_read (const char *data,
                 gsize length,
                 const char *source,
                 GPtrArray *profiles,
                 GPtrArray *problems)
{
  g_autoptr (AtlasJsonDocument) document = NULL;
  g_autoptr (AtlasProfileBuilder) builder = NULL;
  Reader self = { source, profiles, problems, NULL };
  const AtlasJson *root, *profile;
  AtlasJsonFault fault;
  guint32 line, part = 0;

  g_return_if_fail (source != NULL);
  g_return_if_fail (profiles != NULL && problems != NULL);

  document = atlas_json_document_parse (data, length, &fault, &line);
  if (document == NULL)
    {
      report_fault (&self, fault, line);
      return;
    }

  root = atlas_json_document_get_root (document);
  if (!check_format (&self, root))
    return;
  if (atlas_json_document_get_nul_line (document) > 0)
    report (&self, ATLAS_PROBLEM_CONTROL_CHARACTER,
            atlas_json_document_get_nul_line (document), NULL,
            N_ ("A text holds the character U+0000, shown as U+FFFD."), NULL);

  profile = atlas_json_get (root, "profiles")->first;
  if (profile == NULL)
    report (&self, ATLAS_PROBLEM_EMPTY, 1, NULL,
            N_ ("There is no profile in this file."), NULL);

  builder = atlas_profile_builder_new ();
  self.builder = builder;
  if (profile != NULL && profile->next != NULL)
    part = 1;
  for (; profile != NULL; profile = profile->next)
    {
      read_profile (&self, profile, part);
      if (part > 0)
        part++;
    }
}

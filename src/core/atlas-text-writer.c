/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-writer.h"

#include <string.h>

#include "atlas-ordinal.h"
#include "atlas-unicode.h"

/* Stands where the profile gives no value; it is read back as that. */
#define NOT_AVAILABLE "n/a"

/* How many rows or partners are written without saying how many. */
#define USUAL 3

/* Words by which a line or a sentence is known. Inside a name their first
 * letter is written as a character reference, so that the name is not taken
 * for the sentence around it. */
static const char *const steering_words[] = {
  "being",    "cluster",    "collaborat",
  "emerging", "falls",      "filed",
  "gii",      "global",     "is the",
  "largest",  "making it",  "n.a",
  "n/a",      "out of",     "patent",
  "pct",      "published",  "publishing",
  "ranked",   "scientific", "technology fields",
  "top",      "within",
};

/* The one character of a name that needs @at to be written otherwise: what
 * ends a cell or a line, marks, and anything odd at its ends. */
static gboolean
must_refer (const char *name, const char *at, gunichar c)
{
  gboolean first = at == name;
  gboolean last = *g_utf8_next_char (at) == '\0';

  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == '&' || c == '*')
    return TRUE;
  if (!first && !last)
    return FALSE;

  return !g_unichar_isalnum (c) && !(last && !first && c == '.');
}

/* Whether one of the words that steer reading begins at @at. */
static gboolean
begins_steering_word (const char *name, const char *at)
{
  guint i;

  if (at > name && g_ascii_isalnum (at[-1]))
    return FALSE;

  for (i = 0; i < G_N_ELEMENTS (steering_words); i++)
    {
      if (g_ascii_strncasecmp (at, steering_words[i],
                               strlen (steering_words[i]))
          == 0)
        return TRUE;
    }

  return FALSE;
}

/* Appends @name so that it is read back as it is, whatever is in it. A plain
 * ampersand, as in "R&D CO.", needs no reference unless it begins one. */
static void
append_name (GString *out, const char *name, gboolean in_sentence)
{
  const char *at;

  for (at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&' && at > name && at[1] != '\0' && strchr (at, ';') == NULL)
        g_string_append_c (out, '&');
      else if (must_refer (name, at, c)
               || (in_sentence && begins_steering_word (name, at)))
        g_string_append_printf (out, "&#%u;", c);
      else
        g_string_append_unichar (out, c);
    }
}

static void
append_name_or_none (GString *out, const char *name)
{
  if (name != NULL)
    append_name (out, name, TRUE);
  else
    g_string_append (out, NOT_AVAILABLE);
}

/* Puts a comma between thousands. */
static void
append_grouped (GString *out, const char *digits)
{
  gsize whole = strcspn (digits, ".");
  gsize i;

  for (i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  g_string_append (out, digits + whole);
}

static void
append_count (GString *out, const AtlasNumber *number)
{
  g_autofree char *digits = atlas_number_to_string (number);

  append_grouped (out, digits != NULL ? digits : NOT_AVAILABLE);
}

static void
append_share (GString *out, const AtlasNumber *number)
{
  g_autofree char *digits = atlas_number_to_string (number);

  if (digits != NULL)
    g_string_append_printf (out, "%s%%", digits);
  else
    g_string_append (out, NOT_AVAILABLE);
}

static void
append_plain (GString *out, const AtlasNumber *number)
{
  g_autofree char *digits = atlas_number_to_string (number);

  g_string_append (out, digits != NULL ? digits : NOT_AVAILABLE);
}

/* "seventeenth", or "61st" where digits are wanted. */
static void
append_ordinal (GString *out, const AtlasNumber *number, gboolean in_words)
{
  g_autofree char *words = NULL;
  guint value;

  if (!atlas_number_is_given (number))
    {
      g_string_append (out, NOT_AVAILABLE);
      return;
    }

  value = (guint) number->value;
  if (in_words)
    words = atlas_ordinal_to_words (value);
  if (words != NULL)
    g_string_append (out, words);
  else
    g_string_append_printf (out, "%u%s", value,
                            atlas_ordinal_get_ending (value));
}

static void
append_sentence (GString *out, const AtlasProfile *profile)
{
  append_name_or_none (out, profile->cluster);
  g_string_append (out, " is the ");
  append_ordinal (out, &profile->national_rank, TRUE);
  g_string_append (out, "-ranked cluster, out of ");
  append_count (out, &profile->national_clusters);
  g_string_append_c (out, ' ');
  append_name_or_none (out, profile->demonym);
  g_string_append (out, " clusters, that falls within the top ");
  append_count (out, &profile->top);
  g_string_append (out, " S&T clusters in ");
  append_plain (out, &profile->edition);
  g_string_append (out, ". It filed **");
  append_count (out, &profile->per_million[ATLAS_PATENTS]);
  g_string_append (out, " PCT applications** and published **");
  append_count (out, &profile->per_million[ATLAS_ARTICLES]);
  g_string_append (out, " scientific articles**, both per 1 million "
                        "inhabitants over the last five years, making it "
                        "the:\n\n");

  append_ordinal (out, &profile->rank, FALSE);
  g_string_append (out, " largest science and technology cluster in ");
  append_plain (out, &profile->edition);
  g_string_append (out, "\n\n");
  append_ordinal (out, &profile->intensity_rank, FALSE);
  g_string_append (out, " S&T cluster by intensity (relative to population "
                        "density) in ");
  append_plain (out, &profile->edition);
  g_string_append (out, "\n\n");
}

/* "two ", unless it is the usual number. */
static void
append_announced (GString *out, guint n)
{
  const char *word = atlas_cardinal_get_word (n);

  if (n == USUAL || n <= 1)
    return;
  if (word != NULL)
    g_string_append_printf (out, "%s ", word);
  else
    g_string_append_printf (out, "%u ", n);
}

static void
append_table (GString *out, const AtlasProfile *profile, AtlasKind kind)
{
  static const struct
  {
    const char *heading;
    const char *column;
  } texts[ATLAS_N_KINDS] = {
    { "PCT applicant", "Patents" },
    { "publishing organization", "Articles" },
  };
  guint32 n = profile->n_entries[kind];
  guint32 i;

  g_string_append (out, "Top ");
  append_announced (out, n);
  g_string_append_printf (out, "%s%s\n\n \n \n\t\t%s\tShare\n",
                          texts[kind].heading, n == 1 ? "" : "s",
                          texts[kind].column);
  if (n == 0)
    g_string_append (out, NOT_AVAILABLE "\n");

  for (i = 0; i < n; i++)
    {
      const AtlasEntry *entry = &profile->entries[kind][i];

      append_plain (out, &entry->rank);
      g_string_append_c (out, '\t');
      if (entry->name != NULL)
        append_name (out, entry->name, FALSE);
      g_string_append_c (out, '\t');
      append_count (out, &entry->count);
      g_string_append_c (out, '\t');
      append_share (out, &entry->share);
      g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
}

static void
append_fields (GString *out, const AtlasProfile *profile, AtlasKind kind)
{
  static const char *const headings[ATLAS_N_KINDS] = { "Patents",
                                                       "Publications" };
  guint32 i;

  g_string_append_printf (out, "%s\n\n", headings[kind]);
  for (i = 0; i < profile->n_fields[kind]; i++)
    {
      const AtlasField *field = &profile->fields[kind][i];

      if (field->name != NULL)
        append_name (out, field->name, TRUE);
      g_string_append_c (out, '\t');
      append_share (out, &field->share);
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "\n\n");
}

static void
append_partners (GString *out, const AtlasProfile *profile, AtlasKind kind)
{
  const AtlasPartner *partner = profile->partners[kind];
  guint n = atlas_profile_count_partners (profile, kind);
  guint order;

  if (n == 0)
    g_string_append (out, NOT_AVAILABLE);

  for (order = 1; order <= n; order++)
    {
      if (order > 1)
        g_string_append (out, order == n ? " and " : ", ");
      if (partner->order == order)
        {
          g_string_append (out, "**");
          append_name (out, partner->name, TRUE);
          g_string_append (out, "**");
          partner++;
        }
      else
        {
          g_string_append (out, NOT_AVAILABLE);
        }
    }
}

static void
append_collaboration (GString *out, const AtlasProfile *profile)
{
  guint n = atlas_profile_count_partners (profile, ATLAS_PATENTS);

  append_share (out, &profile->collaboration[ATLAS_PATENTS]);
  g_string_append (out, " of ");
  append_name_or_none (out, profile->cluster);
  g_string_append (out, "'s PCT patent applications are filed in "
                        "collaboration with other inventors, with ");
  append_partners (out, profile, ATLAS_PATENTS);
  g_string_append (out, " emerging as the top ");
  append_announced (out, n);
  g_string_append_printf (out, "collaborative location%s.\n\n",
                          n == 1 ? "" : "s");

  n = atlas_profile_count_partners (profile, ATLAS_ARTICLES);
  append_share (out, &profile->collaboration[ATLAS_ARTICLES]);
  g_string_append (out, " of ");
  append_name_or_none (out, profile->cluster);
  g_string_append (out, "'s scientific articles are published in "
                        "collaboration with other organizations, with the "
                        "top ");
  if (n == USUAL || n == 0)
    g_string_append (out, "three ");
  else
    append_announced (out, n);
  g_string_append_printf (out, "collaborating location%s being ",
                          n == 1 ? "" : "s");
  append_partners (out, profile, ATLAS_ARTICLES);
  g_string_append (out, ".\n");
}

/**
 * atlas_text_write:
 * @profile: a profile
 * @out: text to append to
 *
 * Writes the text form, so that reading it gives an equal profile. A value
 * that @profile does not give is written as "n/a". Whatever in a name could
 * be taken for something else is written as a character reference, such as
 * "&#42;".
 */
void
atlas_text_write (const AtlasProfile *profile, GString *out)
{
  guint32 i;

  g_return_if_fail (profile != NULL);
  g_return_if_fail (out != NULL);

  g_string_append (out, "Global Innovation Index ");
  append_plain (out, &profile->edition);
  g_string_append (out, "\n\n");

  append_name_or_none (out, profile->cluster);
  g_string_append (out, ", ");
  append_name_or_none (out, profile->economy);
  g_string_append (out, "\n\n");

  for (i = 0; i < profile->n_notes; i++)
    g_string_append_printf (out, "%s\n\n", profile->notes[i].text);

  append_sentence (out, profile);
  append_table (out, profile, ATLAS_PATENTS);
  append_table (out, profile, ATLAS_ARTICLES);

  g_string_append (out, "Top technology fields in ");
  append_name_or_none (out, profile->cluster);
  g_string_append (out, "\n\n");
  append_fields (out, profile, ATLAS_PATENTS);
  append_fields (out, profile, ATLAS_ARTICLES);

  append_collaboration (out, profile);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "atlas-text-parser.h"

/* What all tests of the text form need: a sound text, ways to read it and to
 * say what came of it in one line of text. */

/* Shenyang, without most of the blank lines. */
static const char sound_text[] =
    "Global Innovation Index 2024\n" /* 1 */
    "\n"
    "Shenyang, China\n" /* 3 */
    "\n"
    "Shenyang is the seventeenth-ranked cluster, out of 26 Chinese " /* 5 */
    "clusters, that falls within the top 100 S&T clusters in 2024. It "
    "filed **110 PCT applications** and published **5,883 scientific "
    "articles**, both per 1 million inhabitants over the last five "
    "years, making it the:\n"
    "\n"
    "61st largest science and technology cluster in 2024\n" /* 7 */
    "\n"
    "89th S&T cluster by intensity (relative to population density) in "
    "2024\n" /* 9 */
    "\n"
    "Top PCT applicants\n" /* 11 */
    "\n"
    "\t\tPatents\tShare\n"
    "1\tNORTHEASTERN UNIVERSITY\t278\t40%\n" /* 14 */
    "2\tSIA, CAS\t44\t6%\n"
    "3\tSHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD.\t36\t5%\n"
    "\n"
    "Top publishing organizations\n" /* 18 */
    "\n"
    "\t\tArticles\tShare\n"
    "1\tNORTHEASTERN UNIVERSITY\t12,012\t33%\n" /* 21 */
    "2\tCHINA MEDICAL UNIVERSITY\t7,430\t20%\n"
    "3\tSHENYANG PHARMACEUTICAL UNIVERSITY\t2,386\t6%\n"
    "\n"
    "Top technology fields in Shenyang\n" /* 25 */
    "\n"
    "Patents\n" /* 27 */
    "\n"
    "Publications\n" /* 29 */
    "\n"
    "13% of Shenyang's PCT patent applications are filed in " /* 31 */
    "collaboration with other inventors, with **Beijing**, "
    "**Shanghai-Suzhou** and **Tianjin** emerging as the top "
    "collaborative locations.\n"
    "\n"
    "51% of Shenyang's scientific articles are published in " /* 33 */
    "collaboration with other organizations, with the top three "
    "collaborating locations being **Beijing**, **Shenzhen-Hong "
    "Kong-Guangzhou** and **Shanghai-Suzhou**.\n";

typedef struct
{
  GPtrArray *profiles;
  GPtrArray *problems;
} Reading;

static inline Reading
reading_new (const char *data, gsize length)
{
  Reading reading;

  reading.profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  reading.problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  atlas_text_parse (data, length, "x.txt", reading.profiles, reading.problems);

  return reading;
}

static inline void
reading_clear (Reading *reading)
{
  g_ptr_array_unref (reading->profiles);
  g_ptr_array_unref (reading->problems);
}

/* "14 bad-number, 22 bad-row" */
static inline char *
reading_dup_problems (const Reading *reading)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < reading->problems->len; i++)
    {
      const AtlasProblem *problem = reading->problems->pdata[i];
      g_autofree char *message = atlas_problem_dup_message (problem, NULL);

      g_assert_cmpstr (problem->source, ==, "x.txt");
      g_assert_nonnull (message);
      g_assert_null (strchr (message, '{'));
      /* Whoever is told of a line sees what stands there. */
      if (problem->line > 0)
        g_assert_true (problem->text != NULL && *problem->text != '\0');
      g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", problem->line,
                              atlas_problem_code_get_nick (problem->code));
    }

  return g_string_free (text, FALSE);
}

static inline void
append_number (GString *text, const AtlasNumber *number)
{
  g_autofree char *string = atlas_number_to_string (number);

  g_string_append (text, string != NULL ? string : "-");
  g_string_append_c (text, ' ');
}

/* All that a profile says, in one text:
 * "name|economy|demonym|edition national of top rank intensity|…". */
static inline char *
profile_to_text (const AtlasProfile *profile)
{
  GString *text = g_string_new (NULL);
  guint kind;
  guint32 i;

  g_string_append_printf (text, "%s|%s|%s|",
                          profile->cluster != NULL ? profile->cluster : "-",
                          profile->economy != NULL ? profile->economy : "-",
                          profile->demonym != NULL ? profile->demonym : "-");
  append_number (text, &profile->edition);
  append_number (text, &profile->national_rank);
  append_number (text, &profile->national_clusters);
  append_number (text, &profile->top);
  append_number (text, &profile->rank);
  append_number (text, &profile->intensity_rank);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      g_string_append (text, kind == ATLAS_PATENTS ? "|P " : "|A ");
      append_number (text, &profile->per_million[kind]);
      append_number (text, &profile->collaboration[kind]);
      for (i = 0; i < profile->n_entries[kind]; i++)
        {
          const AtlasEntry *entry = &profile->entries[kind][i];

          g_string_append_printf (text, "[%s ",
                                  entry->name != NULL ? entry->name : "-");
          append_number (text, &entry->rank);
          append_number (text, &entry->count);
          append_number (text, &entry->share);
          text->str[text->len - 1] = ']';
        }
      for (i = 0; i < profile->n_fields[kind]; i++)
        {
          g_string_append_printf (text, "{%s ", profile->fields[kind][i].name);
          append_number (text, &profile->fields[kind][i].share);
          text->str[text->len - 1] = '}';
        }
      for (i = 0; i < profile->n_partners[kind]; i++)
        g_string_append_printf (text, "<%u %s>",
                                profile->partners[kind][i].order,
                                profile->partners[kind][i].name);
    }
  for (i = 0; i < profile->n_notes; i++)
    g_string_append_printf (text, "|note %s", profile->notes[i].text);

  return g_string_free (text, FALSE);
}

/* @text with the first @find replaced. */
static inline char *
replace_once (const char *text, const char *find, const char *with)
{
  const char *at = strstr (text, find);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (text, (gsize) (at - text));

  return g_strconcat (before, with, at + strlen (find), NULL);
}

/* @text with every @find replaced. */
static inline char *
replace_all (const char *text, const char *find, const char *with)
{
  g_auto (GStrv) pieces = g_strsplit (text, find, -1);

  return g_strjoinv (with, pieces);
}

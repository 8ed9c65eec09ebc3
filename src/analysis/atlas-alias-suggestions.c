/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-alias-suggestions.h"

#include <string.h>

#include "atlas-fold.h"

/* Words of organisations and what they are short for; an empty one says
 * nothing about which organisation it is. In the form of atlas_fold_search().
 */
static const struct
{
  const char *word;
  const char *full;
} abbreviations[] = {
  { "univ", "university" },
  { "tech", "technology" },
  { "technol", "technology" },
  { "technologies", "technology" },
  { "inst", "institute" },
  { "sci", "science" },
  { "sciences", "science" },
  { "acad", "academy" },
  { "natl", "national" },
  { "med", "medical" },
  { "hosp", "hospital" },
  { "dept", "department" },
  { "res", "research" },
  { "int", "international" },
  { "intl", "international" },
  { "electr", "electronics" },
  { "elect", "electronics" },
  { "co", "" },
  { "ltd", "" },
  { "limited", "" },
  { "company", "" },
  { "inc", "" },
  { "corp", "" },
  { "corporation", "" },
  { "gmbh", "" },
  { "ag", "" },
  { "llc", "" },
  { "plc", "" },
  { "sa", "" },
  { "the", "" },
};

/* Words that give no letter to an acronym. */
static const char *const small_words[] = { "of", "and", "the", "for", "in" };

/* An acronym has so many letters at least. */
#define MIN_ACRONYM 3

/* One spelling of a name, in one scope. */
typedef struct
{
  char *cluster;
  char *name;
  char *key;
} Spelling;

typedef struct
{
  const AtlasAliases *aliases;
  GPtrArray *spellings;
  GHashTable *seen;
  GPtrArray *suggestions;
} Search;

/**
 * atlas_alias_suggestion_free:
 * @suggestion: (transfer full): a suggestion
 */
void
atlas_alias_suggestion_free (AtlasAliasSuggestion *suggestion)
{
  g_free (suggestion->cluster);
  g_free (suggestion->name);
  g_free (suggestion->target);
  g_free (suggestion);
}

static void
spelling_free (gpointer data)
{
  Spelling *spelling = data;

  g_free (spelling->cluster);
  g_free (spelling->name);
  g_free (spelling->key);
  g_free (spelling);
}

/* Keeps each folded name of a scope once. */
static void
add_spelling (Search *search, const char *cluster, const char *name)
{
  g_autofree char *folded = NULL;
  char *key;
  Spelling *spelling;

  if (name == NULL)
    return;

  folded = atlas_fold_place (name);
  key = g_strconcat (cluster != NULL ? cluster : "", "\n", folded, NULL);
  if (!g_hash_table_add (search->seen, g_strdup (key)))
    {
      g_free (key);
      return;
    }

  spelling = g_new0 (Spelling, 1);
  spelling->cluster = g_strdup (cluster);
  spelling->name = g_strdup (name);
  spelling->key = key;
  g_ptr_array_add (search->spellings, spelling);
}

static void
add_profile (Search *search, const AtlasProfile *profile)
{
  g_autofree char *cluster = NULL;
  guint kind;
  guint32 i;

  if (profile->cluster == NULL)
    return;

  cluster = atlas_aliases_dup_place_key (search->aliases, profile->cluster);
  add_spelling (search, NULL, profile->cluster);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      for (i = 0; i < profile->n_partners[kind]; i++)
        add_spelling (search, NULL, profile->partners[kind][i].name);
      for (i = 0; i < profile->n_entries[kind]; i++)
        add_spelling (search, cluster, profile->entries[kind][i].name);
    }
}

static int
compare_spellings (gconstpointer a, gconstpointer b)
{
  const Spelling *x = *(const Spelling *const *) a;
  const Spelling *y = *(const Spelling *const *) b;

  return strcmp (x->key, y->key);
}

/* Whether both mean the same already, by the user's word. */
static gboolean
is_settled (const Search *search, const Spelling *a, const Spelling *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (atlas_aliases_is_never (search->aliases, a->cluster, a->name, b->name))
    return TRUE;

  if (a->cluster == NULL)
    {
      first = atlas_aliases_dup_place_key (search->aliases, a->name);
      second = atlas_aliases_dup_place_key (search->aliases, b->name);
    }
  else
    {
      first = atlas_fold_place (atlas_aliases_get_organisation (
          search->aliases, a->cluster, a->name));
      second = atlas_fold_place (atlas_aliases_get_organisation (
          search->aliases, b->cluster, b->name));
    }

  return strcmp (first, second) == 0;
}

static void
suggest (Search *search,
         const Spelling *a,
         const Spelling *b,
         AtlasAliasReason reason)
{
  AtlasAliasSuggestion *suggestion;
  gboolean swap = strlen (a->name) > strlen (b->name);

  if (is_settled (search, a, b))
    return;

  suggestion = g_new0 (AtlasAliasSuggestion, 1);
  suggestion->cluster = g_strdup (a->cluster);
  suggestion->name = g_strdup (swap ? b->name : a->name);
  suggestion->target = g_strdup (swap ? a->name : b->name);
  suggestion->reason = reason;
  g_ptr_array_add (search->suggestions, suggestion);
}

static const char *
find_full (const char *word)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (abbreviations); i++)
    {
      if (strcmp (abbreviations[i].word, word) == 0)
        return abbreviations[i].full;
    }

  return word;
}

/* Whether @name ends in a comma and a state of two capitals. */
static gsize
find_state (const char *name)
{
  gsize n = strlen (name);

  if (n > 4 && g_ascii_isupper (name[n - 1]) && g_ascii_isupper (name[n - 2])
      && name[n - 3] == ' ' && name[n - 4] == ',')
    return n - 4;

  return 0;
}

/* What is left of a name when all is gone that @reason allows to differ, or
 * NULL when @reason does not apply to it. */
static char *
reduce (const Spelling *spelling, AtlasAliasReason reason)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  GString *text;
  gsize state;
  guint i;

  switch (reason)
    {
    case ATLAS_ALIAS_SPELLING:
      return atlas_fold_search (spelling->name);

    case ATLAS_ALIAS_STATE:
      if (spelling->cluster != NULL)
        return NULL;
      state = find_state (spelling->name);
      folded = state > 0 ? g_strndup (spelling->name, state)
                         : g_strdup (spelling->name);
      return atlas_fold_place (folded);

    case ATLAS_ALIAS_ABBREVIATION:
      if (spelling->cluster == NULL)
        return NULL;
      break;

    case ATLAS_ALIAS_ACRONYM:
    default:
      return NULL;
    }

  folded = atlas_fold_search (spelling->name);
  words = g_strsplit (folded, " ", -1);
  text = g_string_new (NULL);
  for (i = 0; words[i] != NULL; i++)
    g_string_append_printf (text, "%s ", find_full (words[i]));

  /* A company that is called nothing but "CO., LTD." stays itself. */
  if (strspn (text->str, " ") == text->len)
    g_string_assign (text, folded);

  return g_string_free (text, FALSE);
}

/* Names of one scope that @reason makes one; each pair is told once, by the
 * first reason that fits. */
static void
search_reason (Search *search, AtlasAliasReason reason, GHashTable *told)
{
  g_autoptr (GHashTable) first =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < search->spellings->len; i++)
    {
      Spelling *spelling = search->spellings->pdata[i];
      g_autofree char *reduced = reduce (spelling, reason);
      Spelling *other;
      char *key;

      if (reduced == NULL || *reduced == '\0')
        continue;

      key = g_strconcat (spelling->cluster != NULL ? spelling->cluster : "",
                         "\n", reduced, NULL);
      other = g_hash_table_lookup (first, key);
      if (other == NULL)
        {
          g_hash_table_insert (first, key, spelling);
          continue;
        }

      g_free (key);
      key = g_strconcat (other->key, "\r", spelling->key, NULL);
      if (g_hash_table_add (told, key))
        suggest (search, other, spelling, reason);
    }
}

/* The initials of @name, without small words: "mit". */
static char *
make_acronym (const char *name)
{
  g_autofree char *folded = atlas_fold_search (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *acronym = g_string_new (NULL);
  guint i, k;

  for (i = 0; words[i] != NULL; i++)
    {
      for (k = 0; k < G_N_ELEMENTS (small_words); k++)
        {
          if (strcmp (words[i], small_words[k]) == 0)
            break;
        }
      if (k == G_N_ELEMENTS (small_words) && *words[i] != '\0')
        g_string_append_unichar (acronym, g_utf8_get_char (words[i]));
    }

  return g_string_free (acronym, FALSE);
}

static void
search_acronyms (Search *search)
{
  g_autoptr (GHashTable) acronyms =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint i;

  for (i = 0; i < search->spellings->len; i++)
    {
      Spelling *spelling = search->spellings->pdata[i];
      g_autofree char *acronym = NULL;

      if (spelling->cluster == NULL)
        continue;
      acronym = make_acronym (spelling->name);
      if (strlen (acronym) >= MIN_ACRONYM)
        g_hash_table_insert (
            acronyms, g_strconcat (spelling->cluster, "\n", acronym, NULL),
            spelling);
    }

  for (i = 0; i < search->spellings->len; i++)
    {
      Spelling *spelling = search->spellings->pdata[i];
      const Spelling *full = spelling->cluster != NULL
                                 ? g_hash_table_lookup (acronyms, spelling->key)
                                 : NULL;

      if (full != NULL && full != spelling)
        suggest (search, spelling, full, ATLAS_ALIAS_ACRONYM);
    }
}

/**
 * atlas_alias_suggest:
 * @profiles: (array length=n_profiles): profiles
 * @n_profiles: how many
 * @aliases: (nullable): what the user said already, which is not suggested
 *
 * Looks for names that may be the same: places among places, organisations
 * among those of one cluster only, never across clusters. Nothing is merged.
 * The time grows with the number of names, not of pairs.
 *
 * Returns: (transfer full) (element-type AtlasAliasSuggestion): suggestions,
 *   the surest reasons first
 */
GPtrArray *
atlas_alias_suggest (const AtlasProfile *const *profiles,
                     gsize n_profiles,
                     const AtlasAliases *aliases)
{
  static const AtlasAliasReason reasons[] = {
    ATLAS_ALIAS_SPELLING,
    ATLAS_ALIAS_STATE,
    ATLAS_ALIAS_ABBREVIATION,
  };
  g_autoptr (GHashTable) told =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { .aliases = aliases };
  gsize i;

  search.spellings = g_ptr_array_new_with_free_func (spelling_free);
  search.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.suggestions = g_ptr_array_new_with_free_func (
      (GDestroyNotify) atlas_alias_suggestion_free);

  for (i = 0; i < n_profiles; i++)
    add_profile (&search, profiles[i]);
  g_ptr_array_sort (search.spellings, compare_spellings);

  for (i = 0; i < G_N_ELEMENTS (reasons); i++)
    search_reason (&search, reasons[i], told);
  search_acronyms (&search);

  g_hash_table_unref (search.seen);
  g_ptr_array_unref (search.spellings);

  return search.suggestions;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-filter.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "atlas-fold.h"
#include "atlas-organisation.h"

struct _AtlasFilter
{
  GObject parent_instance;

  AtlasFilterKind kind;
  double low;
  double high;
  char **words;
  char **folded;
};

G_DEFINE_FINAL_TYPE (AtlasFilter, atlas_filter, G_TYPE_OBJECT)

typedef gboolean (*MatchFunc) (AtlasFilter *self, AtlasDocument *document);

static gboolean
in_range (AtlasFilter *self, const AtlasNumber *number)
{
  return atlas_number_is_given (number) && number->value >= self->low
         && number->value <= self->high;
}

static gboolean
match_economy (AtlasFilter *self, AtlasDocument *document)
{
  const AtlasProfile *profile = atlas_document_get_profile (document);

  return g_strv_contains ((const char *const *) self->words,
                          profile->economy != NULL ? profile->economy : "");
}

static gboolean
match_edition (AtlasFilter *self, AtlasDocument *document)
{
  const AtlasProfile *profile = atlas_document_get_profile (document);
  g_autofree char *edition = NULL;

  if (self->words == NULL)
    return in_range (self, &profile->edition);

  edition = atlas_number_to_string (&profile->edition);
  return edition != NULL
         && g_strv_contains ((const char *const *) self->words, edition);
}

static gboolean
match_rank (AtlasFilter *self, AtlasDocument *document)
{
  return in_range (self, &atlas_document_get_profile (document)->rank);
}

static gboolean
match_share (AtlasFilter *self, const AtlasProfile *profile, AtlasKind kind)
{
  return profile->n_entries[kind] > 0
         && in_range (self, &profile->entries[kind][0].share);
}

static gboolean
match_applicant_share (AtlasFilter *self, AtlasDocument *document)
{
  return match_share (self, atlas_document_get_profile (document),
                      ATLAS_PATENTS);
}

static gboolean
match_publisher_share (AtlasFilter *self, AtlasDocument *document)
{
  return match_share (self, atlas_document_get_profile (document),
                      ATLAS_ARTICLES);
}

static gboolean
match_problems (AtlasFilter *self, AtlasDocument *document)
{
  return atlas_document_get_n_problems (document) > 0;
}

static gboolean
name_matches (AtlasFilter *self, const char *name)
{
  g_autofree char *folded = NULL;
  guint i;

  if (name == NULL)
    return FALSE;

  folded = atlas_fold_search (name);
  for (i = 0; self->folded[i] != NULL; i++)
    if (strstr (folded, self->folded[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
match_names (AtlasFilter *self, AtlasDocument *document)
{
  const AtlasProfile *profile = atlas_document_get_profile (document);
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      for (i = 0; i < profile->n_entries[kind]; i++)
        if (name_matches (self, profile->entries[kind][i].name))
          return TRUE;
      for (i = 0; i < profile->n_partners[kind]; i++)
        if (name_matches (self, profile->partners[kind][i].name))
          return TRUE;
    }

  return FALSE;
}

static gboolean
match_organisation (AtlasFilter *self, AtlasDocument *document)
{
  const AtlasProfile *profile = atlas_document_get_profile (document);
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < profile->n_entries[kind]; i++)
      {
        const char *name = profile->entries[kind][i].name;
        const char *nick;

        if (name == NULL)
          continue;

        nick = atlas_organisation_kind_get_nick (
            atlas_organisation_guess_kind (name));
        if (g_strv_contains ((const char *const *) self->words, nick))
          return TRUE;
      }

  return FALSE;
}

static const struct
{
  const char *nick;
  MatchFunc match;
} kinds[ATLAS_N_FILTER_KINDS] = {
  [ATLAS_FILTER_ECONOMY] = { "economy", match_economy },
  [ATLAS_FILTER_EDITION] = { "edition", match_edition },
  [ATLAS_FILTER_RANK] = { "rank", match_rank },
  [ATLAS_FILTER_APPLICANT_SHARE] = { "applicant-share", match_applicant_share },
  [ATLAS_FILTER_PUBLISHER_SHARE] = { "publisher-share", match_publisher_share },
  [ATLAS_FILTER_PROBLEMS] = { "problems", match_problems },
  [ATLAS_FILTER_NAMES] = { "names", match_names },
  [ATLAS_FILTER_ORGANISATION] = { "organisation", match_organisation },
};

static gboolean
is_range_kind (AtlasFilterKind kind)
{
  return kind == ATLAS_FILTER_EDITION || kind == ATLAS_FILTER_RANK
         || kind == ATLAS_FILTER_APPLICANT_SHARE
         || kind == ATLAS_FILTER_PUBLISHER_SHARE;
}

static gboolean
is_words_kind (AtlasFilterKind kind)
{
  return kind == ATLAS_FILTER_ECONOMY || kind == ATLAS_FILTER_EDITION
         || kind == ATLAS_FILTER_NAMES || kind == ATLAS_FILTER_ORGANISATION;
}

static void
atlas_filter_finalize (GObject *object)
{
  AtlasFilter *self = ATLAS_FILTER (object);

  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->folded, g_strfreev);

  G_OBJECT_CLASS (atlas_filter_parent_class)->finalize (object);
}

static void
atlas_filter_class_init (AtlasFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_filter_finalize;
}

static void
atlas_filter_init (AtlasFilter *self)
{
  self->low = -INFINITY;
  self->high = INFINITY;
}

/**
 * atlas_filter_new_words:
 * @kind: a kind that takes words
 * @words: (array zero-terminated=1): names, or kinds of organisations
 *
 * Returns: (transfer full): a filter that passes any of the words
 */
AtlasFilter *
atlas_filter_new_words (AtlasFilterKind kind, const char *const *words)
{
  AtlasFilter *self;
  guint i, n;

  g_return_val_if_fail (is_words_kind (kind), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  n = g_strv_length ((char **) words);
  self = g_object_new (ATLAS_TYPE_FILTER, NULL);
  self->kind = kind;
  self->words = g_strdupv ((char **) words);
  self->folded = g_new0 (char *, n + 1);
  for (i = 0; i < n; i++)
    self->folded[i] = atlas_fold_search (words[i]);

  return self;
}

/**
 * atlas_filter_new_range:
 * @kind: a kind that takes numbers
 * @low: the lowest value that passes, or -INFINITY
 * @high: the highest value that passes, or INFINITY
 *
 * Profiles that do not give the value do not pass.
 *
 * Returns: (transfer full): a filter that passes @low to @high, both included
 */
AtlasFilter *
atlas_filter_new_range (AtlasFilterKind kind, double low, double high)
{
  AtlasFilter *self;

  g_return_val_if_fail (is_range_kind (kind), NULL);

  self = g_object_new (ATLAS_TYPE_FILTER, NULL);
  self->kind = kind;
  self->low = MIN (low, high);
  self->high = MAX (low, high);

  return self;
}

/**
 * atlas_filter_new_problems:
 *
 * Returns: (transfer full): a filter that passes profiles with problems
 */
AtlasFilter *
atlas_filter_new_problems (void)
{
  AtlasFilter *self = g_object_new (ATLAS_TYPE_FILTER, NULL);

  self->kind = ATLAS_FILTER_PROBLEMS;
  return self;
}

/**
 * atlas_filter_get_kind:
 * @self: a filter
 *
 * Returns: what it looks at
 */
AtlasFilterKind
atlas_filter_get_kind (AtlasFilter *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), 0);

  return self->kind;
}

/**
 * atlas_filter_get_words:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): its words, where it has some
 */
const char *const *
atlas_filter_get_words (AtlasFilter *self)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  return (const char *const *) self->words;
}

/**
 * atlas_filter_get_range:
 * @self: a filter
 * @low: (out): lowest value that passes
 * @high: (out): highest value that passes
 *
 * The range, endless for kinds that have none.
 */
void
atlas_filter_get_range (AtlasFilter *self, double *low, double *high)
{
  g_return_if_fail (ATLAS_IS_FILTER (self));
  g_return_if_fail (low != NULL && high != NULL);

  *low = self->low;
  *high = self->high;
}

/* "Rank 1–20", "Rank 20 or above", "Rank up to 20" */
static char *
format_range (AtlasFilter *self,
              const char *between,
              const char *from,
              const char *up_to)
{
  g_autofree char *low = g_strdup_printf ("%.6g", self->low);
  g_autofree char *high = g_strdup_printf ("%.6g", self->high);
  const char *format = between;
  GString *label = g_string_new (NULL);
  const char *at;

  if (isinf (self->low))
    format = up_to;
  else if (isinf (self->high))
    format = from;

  for (at = format; *at != '\0'; at++)
    {
      if (g_str_has_prefix (at, "{0}"))
        g_string_append (label, low);
      else if (g_str_has_prefix (at, "{1}"))
        g_string_append (label, high);
      else
        {
          g_string_append_c (label, *at);
          continue;
        }
      at += 2;
    }

  return g_string_free (label, FALSE);
}

static char *
join_words (AtlasFilter *self)
{
  g_autofree const char **labels = NULL;
  guint n = g_strv_length (self->words);
  AtlasOrganisationKind kind;
  guint i;

  labels = g_new0 (const char *, n + 1);
  for (i = 0; i < n; i++)
    {
      labels[i] = self->words[i];
      if (self->kind == ATLAS_FILTER_ORGANISATION
          && atlas_organisation_kind_from_nick (self->words[i], &kind))
        labels[i] = atlas_organisation_kind_get_label (kind);
    }

  /* Translators: between the names of a list, as in "China, Japan". */
  return g_strjoinv (C_ ("list", ", "), (char **) labels);
}

/**
 * atlas_filter_dup_label:
 * @self: a filter
 *
 * Returns: (transfer full): the words on the chip
 */
char *
atlas_filter_dup_label (AtlasFilter *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  if (self->words != NULL)
    words = join_words (self);

  switch (self->kind)
    {
    case ATLAS_FILTER_ECONOMY:
      return g_strdup_printf (_ ("Economy: %s"), words);
    case ATLAS_FILTER_EDITION:
      if (words != NULL)
        return g_strdup_printf (ngettext ("Edition: %s", "Editions: %s",
                                          g_strv_length (self->words)),
                                words);
      if (self->low >= self->high)
        return format_range (self, _ ("Edition {0}"), "", "");
      return format_range (self, _ ("Editions {0}–{1}"),
                           _ ("Editions from {0}"), _ ("Editions up to {1}"));
    case ATLAS_FILTER_RANK:
      return format_range (self, _ ("World rank {0}–{1}"),
                           _ ("World rank from {0}"),
                           _ ("World rank up to {1}"));
    case ATLAS_FILTER_APPLICANT_SHARE:
      return format_range (self, _ ("First applicant {0}–{1} %"),
                           _ ("First applicant at least {0} %"),
                           _ ("First applicant at most {1} %"));
    case ATLAS_FILTER_PUBLISHER_SHARE:
      return format_range (self, _ ("First publisher {0}–{1} %"),
                           _ ("First publisher at least {0} %"),
                           _ ("First publisher at most {1} %"));
    case ATLAS_FILTER_PROBLEMS:
      return g_strdup (_ ("Has problems"));
    case ATLAS_FILTER_NAMES:
      return g_strdup_printf (_ ("Names “%s”"), words);
    case ATLAS_FILTER_ORGANISATION:
      return g_strdup_printf (_ ("Names: %s"), words);
    case ATLAS_N_FILTER_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_filter_matches:
 * @self: a filter
 * @document: a document
 *
 * May be called by any thread.
 *
 * Returns: whether @document passes
 */
gboolean
atlas_filter_matches (AtlasFilter *self, AtlasDocument *document)
{
  g_return_val_if_fail (ATLAS_IS_FILTER (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (document), FALSE);

  return kinds[self->kind].match (self, document);
}

/**
 * atlas_filter_equal:
 * @a: a filter
 * @b: another filter
 *
 * Returns: whether both pass the same
 */
gboolean
atlas_filter_equal (AtlasFilter *a, AtlasFilter *b)
{
  g_autoptr (GVariant) one = g_variant_ref_sink (atlas_filter_to_variant (a));
  g_autoptr (GVariant) other = g_variant_ref_sink (atlas_filter_to_variant (b));

  return g_variant_equal (one, other);
}

/**
 * atlas_filter_to_variant:
 * @self: a filter
 *
 * No end of a range is the largest number there is: not every format that
 * project files may be in knows infinity.
 *
 * Returns: (transfer floating): the filter as `(sddas)`: its kind, its range,
 *   its words
 */
GVariant *
atlas_filter_to_variant (AtlasFilter *self)
{
  const char *none[] = { NULL };

  g_return_val_if_fail (ATLAS_IS_FILTER (self), NULL);

  return g_variant_new ("(sdd^as)", kinds[self->kind].nick,
                        MAX (self->low, -G_MAXDOUBLE),
                        MIN (self->high, G_MAXDOUBLE),
                        self->words != NULL ? self->words : (char **) none);
}

/**
 * atlas_filter_new_from_variant:
 * @variant: what atlas_filter_to_variant() made
 *
 * Returns: (transfer full) (nullable): the filter; %NULL when it is of no kind
 *   that is known here
 */
AtlasFilter *
atlas_filter_new_from_variant (GVariant *variant)
{
  g_auto (GStrv) words = NULL;
  const char *nick;
  double low, high;
  guint i;

  g_return_val_if_fail (variant != NULL, NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("(sddas)")))
    return NULL;

  g_variant_get (variant, "(&sdd^as)", &nick, &low, &high, &words);
  for (i = 0; i < ATLAS_N_FILTER_KINDS; i++)
    if (strcmp (kinds[i].nick, nick) == 0)
      break;

  if (i == ATLAS_N_FILTER_KINDS || isnan (low) || isnan (high))
    return NULL;
  if (is_words_kind (i) && (!is_range_kind (i) || words[0] != NULL))
    return atlas_filter_new_words (i, (const char *const *) words);
  if (is_range_kind (i))
    return atlas_filter_new_range (i, low <= -G_MAXDOUBLE ? -INFINITY : low,
                                   high >= G_MAXDOUBLE ? INFINITY : high);

  return atlas_filter_new_problems ();
}

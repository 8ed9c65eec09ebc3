/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-format-private.h"

#include "atlas-gettext.h"
#include <string.h>

#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_ISOLATE "\342\201\251"
#define MINUS "\342\210\222"
#define NARROW_BLANK "\342\200\257"

/* The plain C locale, made once and kept. */
static locale_t
get_plain_locale (void)
{
  static gsize plain = 0;

  if (g_once_init_enter (&plain))
    {
      locale_t made = newlocale (LC_ALL_MASK, "C", (locale_t) 0);

      g_once_init_leave (&plain, (gsize) made);
    }

  return (locale_t) plain;
}

static void
copy_separator (char *to, gsize size, const char *from, const char *fallback)
{
  if (from == NULL || !g_utf8_validate (from, -1, NULL)
      || strlen (from) >= size)
    from = fallback;

  g_strlcpy (to, from, size);
}

/* Whether a text has a letter that is written from right to left. */
static gboolean
has_right_to_left (const char *text)
{
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      switch (g_unichar_get_script (g_utf8_get_char (p)))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return TRUE;
        default:
          break;
        }
    }

  return FALSE;
}

/**
 * atlas_format_init_for_locale:
 * @format: (out caller-allocates): a format to fill in
 *
 * Makes @format speak the language of the user: that of the locale of the
 * process, where setlocale() has been called.
 */
void
atlas_format_init_for_locale (AtlasFormat *format)
{
  const struct lconv *conventions = localeconv ();

  g_return_if_fail (format != NULL);

  *format = (AtlasFormat) ATLAS_FORMAT_INIT;
  format->localised = TRUE;
  copy_separator (format->decimal, sizeof format->decimal,
                  conventions->decimal_point, ".");
  copy_separator (format->grouping, sizeof format->grouping,
                  conventions->thousands_sep, "");

  /* A locale without grouping, such as C, still gets readable numbers; a
   * narrow blank is no one's decimal point. */
  if (format->grouping[0] == '\0')
    g_strlcpy (format->grouping,
               g_str_equal (format->decimal, ".") ? "," : NARROW_BLANK,
               sizeof format->grouping);

  /* Names stand among words, which are written as the translations are. */
  format->right_to_left = has_right_to_left (_ ("Name not given"));
}

/**
 * atlas_format_equal:
 * @a: a format
 * @b: another
 *
 * Returns: whether both word figures alike
 */
gboolean
atlas_format_equal (const AtlasFormat *a, const AtlasFormat *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return strcmp (a->decimal, b->decimal) == 0
         && strcmp (a->grouping, b->grouping) == 0
         && !a->localised == !b->localised
         && !a->right_to_left == !b->right_to_left && !a->spoken == !b->spoken
         && a->language == b->language;
}

/**
 * atlas_format_begin:
 * @format: a format
 *
 * Makes gettext() speak the language of @format in this thread, so that what
 * is written to files does not depend on the locale. Scopes nest.
 *
 * Returns: what to give to atlas_format_end()
 */
AtlasFormatScope
atlas_format_begin (const AtlasFormat *format)
{
  AtlasFormatScope scope;

  scope.language =
      atlas_catalogue_speak (format->localised ? format->language : NULL);
  scope.locale =
      uselocale (format->localised ? (locale_t) 0 : get_plain_locale ());

  return scope;
}

/**
 * atlas_format_end:
 * @scope: what atlas_format_begin() returned
 *
 * Goes back to the language that was spoken before.
 */
void
atlas_format_end (AtlasFormatScope scope)
{
  atlas_catalogue_speak (scope.language);
  uselocale (scope.locale);
}

/* A digit string with the separators of @format. */
static char *
group_digits (const AtlasFormat *format, const char *plain)
{
  const char *point = strchr (plain, '.');
  gsize n_digits = point != NULL ? (gsize) (point - plain) : strlen (plain);
  GString *out = g_string_new (NULL);
  gsize i;

  for (i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append (out, format->grouping);
      g_string_append_c (out, plain[i]);
    }

  if (point != NULL)
    {
      g_string_append (out, format->decimal);
      g_string_append (out, point + 1);
    }

  return g_string_free (out, FALSE);
}

/**
 * atlas_format_value:
 * @format: a format
 * @value: a number
 * @decimals: digits after the decimal point
 *
 * Returns: (transfer full): @value with thousands set apart, such as "12,012"
 */
char *
atlas_format_value (const AtlasFormat *format, double value, guint decimals)
{
  char spec[16], buffer[G_ASCII_DTOSTR_BUF_SIZE + 320];
  g_autofree char *digits = NULL;

  g_return_val_if_fail (format != NULL, NULL);

  if (isnan (value))
    return g_strdup ("");
  if (isinf (value))
    return g_strdup (value > 0 ? "\342\210\236" : MINUS "\342\210\236");

  g_snprintf (spec, sizeof spec, "%%.%uf",
              MIN (decimals, ATLAS_FORMAT_MAX_DECIMALS));
  g_ascii_formatd (buffer, sizeof buffer, spec, fabs (value));
  digits = group_digits (format, buffer);

  /* What rounds to nothing has no sign. */
  if (value < 0 && strpbrk (buffer, "123456789") != NULL)
    return g_strconcat (MINUS, digits, NULL);

  return g_steal_pointer (&digits);
}

/* Returns: (transfer full): @value with the sign where the language has it */
char *
atlas_format_add_percent (const AtlasFormat *format, const char *value)
{
  AtlasFormatScope scope = atlas_format_begin (format);
  char *percent;

  /* Translators: a percentage; the blank does not break. */
  percent = g_strdup_printf (C_ ("percent", "%s\302\240%%"), value);
  atlas_format_end (scope);

  return percent;
}

/**
 * atlas_format_percent:
 * @format: a format
 * @value: a percentage, 40 for 40 %
 * @decimals: digits after the decimal point
 *
 * Returns: (transfer full): the percentage, such as "40 %"
 */
char *
atlas_format_percent (const AtlasFormat *format, double value, guint decimals)
{
  g_autofree char *digits = NULL;

  g_return_val_if_fail (format != NULL, NULL);

  digits = atlas_format_value (format, value, decimals);

  return atlas_format_add_percent (format, digits);
}

static char *
explain_missing (const AtlasFormat *format, const AtlasNumber *number)
{
  AtlasFormatScope scope = atlas_format_begin (format);
  char *text;

  text = g_strdup (number->state == ATLAS_NUMBER_DAMAGED
                       ? _ ("not readable in the source")
                       : _ ("not given in the source"));
  atlas_format_end (scope);

  return text;
}

/**
 * atlas_format_number:
 * @format: a format
 * @number: a printed value
 *
 * Returns: (transfer full): the value with the decimals it was printed with,
 *   such as "5,883" or "<1", or a sentence why there is none
 */
char *
atlas_format_number (const AtlasFormat *format, const AtlasNumber *number)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (number != NULL, NULL);

  if (number->state != ATLAS_NUMBER_GIVEN
      && number->state != ATLAS_NUMBER_BELOW)
    return explain_missing (format, number);

  value = atlas_format_value (format, number->value, number->decimals);

  return number->state == ATLAS_NUMBER_BELOW ? g_strconcat ("<", value, NULL)
                                             : g_steal_pointer (&value);
}

/**
 * atlas_format_share:
 * @format: a format
 * @number: a printed percentage
 *
 * Returns: (transfer full): the percentage as it was printed, such as "40 %",
 *   or a sentence why there is none
 */
char *
atlas_format_share (const AtlasFormat *format, const AtlasNumber *number)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (number != NULL, NULL);

  value = atlas_format_number (format, number);

  if (number->state != ATLAS_NUMBER_GIVEN
      && number->state != ATLAS_NUMBER_BELOW)
    return g_steal_pointer (&value);

  return atlas_format_add_percent (format, value);
}

/**
 * atlas_format_edition:
 * @format: a format
 * @number: a year
 *
 * Returns: (transfer full): the year, such as "2024", or a sentence why there
 *   is none
 */
char *
atlas_format_edition (const AtlasFormat *format, const AtlasNumber *number)
{
  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (number != NULL, NULL);

  if (!atlas_number_is_given (number))
    return explain_missing (format, number);

  return g_strdup_printf ("%d", (int) number->value);
}

/**
 * atlas_format_name:
 * @format: a format
 * @name: (nullable): a name as printed
 *
 * A name keeps its own direction and does not disturb that of the sentence it
 * stands in: it is isolated wherever the two may differ.
 *
 * Returns: (transfer full): @name, or a word for a name that is not known
 */
char *
atlas_format_name (const AtlasFormat *format, const char *name)
{
  g_return_val_if_fail (format != NULL, NULL);

  if (name == NULL)
    {
      AtlasFormatScope scope = atlas_format_begin (format);
      char *text = g_strdup (_ ("Name not given"));

      atlas_format_end (scope);

      return text;
    }

  if (!format->right_to_left && !has_right_to_left (name))
    return g_strdup (name);

  return g_strconcat (FIRST_STRONG_ISOLATE, name, POP_ISOLATE, NULL);
}

/**
 * atlas_format_list:
 * @format: a format
 * @items: what to list
 * @n_items: number of @items
 *
 * Returns: (transfer full): the items in one line, such as "A, B and C"
 */
char *
atlas_format_list (const AtlasFormat *format,
                   const char *const *items,
                   guint n_items)
{
  AtlasFormatScope scope;
  char *list;
  guint i;

  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (items != NULL || n_items == 0, NULL);

  if (n_items == 0)
    return g_strdup ("");

  scope = atlas_format_begin (format);
  list = g_strdup (items[0]);
  for (i = 1; i < n_items; i++)
    {
      g_autofree char *before = g_steal_pointer (&list);

      list = i + 1 < n_items
                 /* Translators: a list that goes on */
                 ? g_strdup_printf (C_ ("list", "%1$s, %2$s"), before, items[i])
                 /* Translators: the last item of a list */
                 : g_strdup_printf (C_ ("list", "%1$s and %2$s"), before,
                                    items[i]);
    }
  atlas_format_end (scope);

  return list;
}

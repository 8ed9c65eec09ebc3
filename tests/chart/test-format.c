/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-format.h"

#include <glib/gi18n.h>

#define NBSP "\302\240"
#define DASH "\342\200\223"
#define ABOUT "\342\211\210 "
#define MINUS "\342\210\222"

#define assert_text(expression, expected)  \
  G_STMT_START                             \
  {                                        \
    g_autofree char *text_ = (expression); \
    g_assert_cmpstr (text_, ==, expected); \
  }                                        \
  G_STMT_END

static const AtlasFormat plain = ATLAS_FORMAT_INIT;

static AtlasNumber
make_number (double value, guint decimals, AtlasNumberState state)
{
  AtlasNumber number = ATLAS_NUMBER_INIT;

  number.value = value;
  number.decimals = (guint8) decimals;
  number.state = (guint8) state;

  return number;
}

static void
test_values (void)
{
  assert_text (atlas_format_value (&plain, 0, 0), "0");
  assert_text (atlas_format_value (&plain, 999, 0), "999");
  assert_text (atlas_format_value (&plain, 1000, 0), "1,000");
  assert_text (atlas_format_value (&plain, 12012, 0), "12,012");
  assert_text (atlas_format_value (&plain, 123456789, 0), "123,456,789");
  assert_text (atlas_format_value (&plain, -1234.5, 1), MINUS "1,234.5");
  assert_text (atlas_format_value (&plain, -0.001, 1), "0.0");
  assert_text (atlas_format_value (&plain, 1e15, 0), "1,000,000,000,000,000");
  assert_text (atlas_format_value (&plain, NAN, 0), "");
  assert_text (atlas_format_value (&plain, INFINITY, 0), "\342\210\236");
  assert_text (atlas_format_percent (&plain, 40, 0), "40" NBSP "%");
}

static void
test_numbers (void)
{
  AtlasNumber given = make_number (5883, 0, ATLAS_NUMBER_GIVEN);
  AtlasNumber half = make_number (12.5, 1, ATLAS_NUMBER_GIVEN);
  AtlasNumber below = make_number (1, 0, ATLAS_NUMBER_BELOW);
  AtlasNumber missing = ATLAS_NUMBER_INIT;
  AtlasNumber damaged = make_number (0, 0, ATLAS_NUMBER_DAMAGED);
  AtlasNumber year = make_number (2024, 0, ATLAS_NUMBER_GIVEN);

  assert_text (atlas_format_number (&plain, &given), "5,883");
  assert_text (atlas_format_share (&plain, &half), "12.5" NBSP "%");
  assert_text (atlas_format_share (&plain, &below), "<1" NBSP "%");
  assert_text (atlas_format_number (&plain, &missing),
               "not given in the source");
  assert_text (atlas_format_share (&plain, &damaged),
               "not readable in the source");
  assert_text (atlas_format_edition (&plain, &year), "2024");
}

/* Every interval of the examples of the design. */
static void
test_intervals (void)
{
  AtlasFormat spoken = plain;

  spoken.spoken = TRUE;
  assert_text (
      atlas_format_interval_percent (&plain, (AtlasInterval){ 47.85, 49.13 }),
      ABOUT "48" DASH "49" NBSP "%");
  assert_text (
      atlas_format_interval_percent (&spoken, (AtlasInterval){ 47.85, 49.13 }),
      "about 48 to 49" NBSP "%");
  assert_text (
      atlas_format_interval_percent (&plain, (AtlasInterval){ 47.9, 48.4 }),
      ABOUT "48" NBSP "%");
  assert_text (
      atlas_format_interval_percent (&plain, (AtlasInterval){ 0.2, 0.44 }),
      ABOUT "0.2" DASH "0.4" NBSP "%");
  assert_text (
      atlas_format_interval (&plain, (AtlasInterval){ 686.42, 703.80 }),
      ABOUT "686" DASH "704");
  assert_text (
      atlas_format_interval (&plain, (AtlasInterval){ 6239091, 6283043 }),
      ABOUT "6,239,000" DASH "6,283,000");
  assert_text (atlas_format_interval (&plain, (AtlasInterval){ 0.17, 0.25 }),
               ABOUT "0.17" DASH "0.25");
  assert_text (atlas_format_interval (&plain, (AtlasInterval){ 5, 5 }),
               ABOUT "5");
  assert_text (atlas_format_interval (&plain, (AtlasInterval){ 0, 0 }),
               ABOUT "0");
  assert_text (atlas_format_interval (&plain, (AtlasInterval){ 686, INFINITY }),
               "\342\211\245 686");
  assert_text (
      atlas_format_interval (&spoken, (AtlasInterval){ 686, INFINITY }),
      "at least 686");
  assert_text (atlas_format_interval (&plain, ATLAS_INTERVAL_NONE), "n/a");
  assert_text (atlas_format_interval (&spoken, ATLAS_INTERVAL_NONE),
               "not available");
}

/* The text of an interval always lets its two ends be told apart, or they are
 * nearly one. */
static void
test_interval_digits (void)
{
  double low;

  for (low = 1e-4; low < 1e9; low *= 3.7)
    {
      AtlasInterval wide = { low, low * 1.3 };
      g_autofree char *text = atlas_format_interval (&plain, wide);

      g_assert_nonnull (g_strstr_len (text, -1, DASH));
    }
}

static void
test_differences (void)
{
  const AtlasInterval none = { -1, 2 }, touching = { 0, 3 };

  assert_text (atlas_format_difference (&plain, none, TRUE),
               "no difference can be told");
  assert_text (atlas_format_difference (&plain, touching, TRUE),
               "no difference can be told");
  assert_text (atlas_format_difference (&plain, (AtlasInterval){ 3, 5 }, TRUE),
               "+3 to +5 points");
  assert_text (
      atlas_format_difference (&plain, (AtlasInterval){ -5, -5 }, TRUE),
      MINUS "5 points");
  assert_text (
      atlas_format_difference (&plain, (AtlasInterval){ 0.2, 0.6 }, TRUE),
      "+0.2 to +0.6 points");
  assert_text (
      atlas_format_difference (&plain, (AtlasInterval){ -90, -80 }, FALSE),
      MINUS "90 to " MINUS "80");
  assert_text (atlas_format_difference (&plain, ATLAS_INTERVAL_NONE, FALSE),
               "n/a");
}

static void
test_names (void)
{
  AtlasFormat arabic = plain;
  const char *const items[] = { "A", "B", "C" };

  arabic.right_to_left = TRUE;
  assert_text (atlas_format_name (&plain, "SIA, CAS"), "SIA, CAS");
  assert_text (atlas_format_name (&arabic, "CO., LTD."),
               "\342\201\250CO., LTD.\342\201\251");
  assert_text (atlas_format_name (&plain, "\327\220"),
               "\342\201\250\327\220\342\201\251");
  assert_text (atlas_format_name (&plain, NULL), "Name not given");
  assert_text (atlas_format_list (&plain, items, 0), "");
  assert_text (atlas_format_list (&plain, items, 1), "A");
  assert_text (atlas_format_list (&plain, items, 2), "A and B");
  assert_text (atlas_format_list (&plain, items, 3), "A, B and C");
}

/* Inside a scope of the fixed format the locale is plain C, and afterwards
 * what it was. */
static void
test_scope (void)
{
  locale_t before = uselocale ((locale_t) 0);
  AtlasFormatScope outer = atlas_format_begin (&plain);
  AtlasFormatScope inner = atlas_format_begin (&plain);

  g_assert_true (uselocale ((locale_t) 0) != before);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ".");
  atlas_format_end (inner);
  atlas_format_end (outer);
  g_assert_true (uselocale ((locale_t) 0) == before);
}

static void
test_locale (void)
{
  AtlasFormat format;

  atlas_format_init_for_locale (&format);
  g_assert_true (format.localised);
  g_assert_cmpstr (format.decimal, !=, "");
  g_assert_cmpstr (format.grouping, !=, "");
  g_assert_cmpstr (format.decimal, !=, format.grouping);
  g_assert_false (atlas_format_equal (&format, &plain));
  g_assert_true (atlas_format_equal (&plain, &plain));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/values", test_values);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/intervals", test_intervals);
  g_test_add_func ("/format/interval-digits", test_interval_digits);
  g_test_add_func ("/format/differences", test_differences);
  g_test_add_func ("/format/names", test_names);
  g_test_add_func ("/format/scope", test_scope);
  g_test_add_func ("/format/locale", test_locale);

  return g_test_run ();
}

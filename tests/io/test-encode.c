/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-encode.h"

typedef struct
{
  double value;
  guint decimals;
  const char *fixed;
  const char *shortest;
} NumberCase;

static void
test_numbers (void)
{
  static const NumberCase cases[] = {
    { 0.0, 0, "0", "0" },
    { 0.0, 4, "0.0000", "0.0" },
    { 5883.0, 0, "5883", "5883" },
    { 36960.0, 4, "36960.0000", "36960.0" },
    { 686.41975308, 4, "686.4198", "686.4198" },
    { 19034.4, 2, "19034.40", "19034.4" },
    { 0.16787, 6, "0.167870", "0.16787" },
    { 99.99996, 4, "100.0000", "100.0" },
    { -12.5, 1, "-12.5", "-12.5" },
    { -0.00001, 2, "0.00", "0.0" },
    { 6211943.43, 0, "6211943", "6211943" },
    { 1e20, 2, "100000000000000000000.00", "100000000000000000000.0" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) fixed = g_string_new (NULL);
      g_autoptr (GString) shortest = g_string_new (NULL);

      atlas_encode_fixed (fixed, cases[i].value, cases[i].decimals);
      atlas_encode_shortest (shortest, cases[i].value, cases[i].decimals);
      if (i + 1 < G_N_ELEMENTS (cases))
        g_assert_cmpstr (fixed->str, ==, cases[i].fixed);
      g_assert_cmpstr (shortest->str, ==, cases[i].shortest);
    }
}

static void
test_integers (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  atlas_encode_integer (out, 0);
  g_string_append_c (out, ' ');
  atlas_encode_integer (out, -7);
  g_string_append_c (out, ' ');
  atlas_encode_integer (out, G_MAXINT64);
  g_string_append_c (out, ' ');
  atlas_encode_integer (out, G_MININT64);
  g_assert_cmpstr (out->str, ==,
                   "0 -7 9223372036854775807 -9223372036854775808");
}

static void
test_printed_decimals (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const AtlasNumber number = { 12.5, 3, ATLAS_NUMBER_GIVEN, 2 };

  atlas_encode_number (out, &number);
  g_assert_cmpstr (out->str, ==, "12.50");
}

/* Whole numbers that are written without a loop, and those that are not. */
static void
test_whole_numbers (void)
{
  static const struct
  {
    AtlasNumber number;
    const char *expected;
  } cases[] = {
    { { 5883, 1, ATLAS_NUMBER_GIVEN, 0 }, "5883" },
    { { -7, 1, ATLAS_NUMBER_GIVEN, 0 }, "-7" },
    { { 0.5, 1, ATLAS_NUMBER_GIVEN, 0 }, "0" },
    { { 7.25, 1, ATLAS_NUMBER_GIVEN, 2 }, "7.25" },
    { { 18014398509481984.0, 1, ATLAS_NUMBER_GIVEN, 0 }, "18014398509481984" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      atlas_encode_number (out, &cases[i].number);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

/* The number of @digits with a point before the last @decimals of them. */
static void
check_digits (guint64 digits, guint decimals)
{
  g_autoptr (GString) fixed = g_string_new ("<");
  g_autoptr (GString) shortest = g_string_new ("<");
  g_autoptr (GString) expected = g_string_new ("<");
  guint64 power = 1;
  double value;
  guint i;

  for (i = 0; i < decimals; i++)
    power *= 10;
  value = (double) digits / (double) power;

  g_string_append_printf (expected, "%" G_GUINT64_FORMAT, digits / power);
  if (decimals > 0)
    g_string_append_printf (expected, ".%0*" G_GUINT64_FORMAT, (int) decimals,
                            digits % power);
  atlas_encode_fixed (fixed, value, decimals);
  g_assert_cmpstr (fixed->str, ==, expected->str);
  g_assert_cmpuint (fixed->len, ==, expected->len);

  for (i = decimals; i > 1 && expected->str[expected->len - 1] == '0'; i--)
    g_string_truncate (expected, expected->len - 1);
  atlas_encode_shortest (shortest, value, decimals);
  g_assert_cmpstr (shortest->str, ==, expected->str);

  g_string_assign (shortest, "");
  g_string_printf (expected, "-%" G_GUINT64_FORMAT, digits);
  atlas_encode_integer (shortest, -(gint64) digits);
  g_assert_cmpstr (shortest->str, ==, digits > 0 ? expected->str : "0");
}

/* More digits than a whole number of 64 bits holds with its decimals. */
static void
test_large_numbers (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *shortest;
  } cases[] = {
    { 4781671070975.8896, 4, "4781671070975.8896" },
    { -23774289.662052199, 9, "-23774289.662052199" },
    { 9007199254740993.0, 6, "9007199254740992.0" },
    { 1e20, 0, "100000000000000000000" },
    { 1e15 + 0.5, 3, "1000000000000000.5" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      atlas_encode_shortest (out, cases[i].value, cases[i].decimals);
      g_assert_cmpstr (out->str, ==, cases[i].shortest);
    }
}

/* All counts of digits before and behind the point, zeros at either end, and
 * what is carried. */
static void
test_digits (void)
{
  guint64 power = 1;
  guint n, decimals, i;

  for (n = 0; n < 15; n++, power *= 10)
    for (decimals = 0; decimals <= 9; decimals++)
      {
        check_digits (power, decimals);
        check_digits (power - 1, decimals);
        check_digits (power + 1, decimals);
        for (i = 1; i <= 100; i++)
          {
            guint64 digits = (guint64) (g_test_rand_double () * (double) power);

            check_digits (digits, decimals);
            check_digits (digits - digits % 1000, decimals);
          }
      }
}

typedef struct
{
  void (*format) (GString *out, const char *text);
  const char *text;
  const char *expected;
} TextCase;

static void
format_csv (GString *out, const char *text)
{
  atlas_encode_csv_text (out, text, ',');
}

static void
format_tsv (GString *out, const char *text)
{
  atlas_encode_csv_text (out, text, '\t');
}

static void
test_texts (void)
{
  static const TextCase cases[] = {
    { format_csv, "plain", "plain" },
    { format_csv, "a,b", "\"a,b\"" },
    { format_csv, "say \"so\"", "\"say \"\"so\"\"\"" },
    { format_csv, "two\nlines", "\"two\nlines\"" },
    { format_csv, "=1+1", "'=1+1" },
    { format_csv, "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0" },
    { format_csv, "-2+3,4", "\"'-2+3,4\"" },
    { format_csv, "@SUM(A1)", "'@SUM(A1)" },
    { format_csv, "\t=1", "'\t=1" },
    { format_csv, "\r=1", "\"'\r=1\"" },
    { format_csv, "-", "-" },
    { format_csv, NULL, "" },
    { format_csv, "", "" },
    { format_tsv, "a,b", "a,b" },
    { format_tsv, "a\tb", "\"a\tb\"" },
    { atlas_encode_json_string, NULL, "null" },
    { atlas_encode_json_string, "", "\"\"" },
    { atlas_encode_json_string, "a\"b\\c\n\t\r\x01\x7f",
      "\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u007f\"" },
    { atlas_encode_json_string, "Zürich–東京", "\"Zürich–東京\"" },
    { atlas_encode_xml_text, "R&D <\"x\">", "R&amp;D &lt;&quot;x&quot;&gt;" },
    { atlas_encode_xml_text,
      "a\x01"
      "b\nc",
      "a\xEF\xBF\xBD"
      "b&#10;c" },
    { atlas_encode_xml_text, "\xEF\xBF\xBE", "\xEF\xBF\xBD" },
    { atlas_encode_visible, "a\nb\x1b[31m", "a\\nb\\x1b[31m" },
    { atlas_encode_visible, "\xE2\x80\xAEx", "\\u202ex" },
    /* The first and the last of each range of turning characters, and what is
     * next to them. */
    { atlas_encode_visible, "\u061c\u200d\u200e\u200f\u2010",
      "\\u061c\u200d\\u200e\\u200f\u2010" },
    { atlas_encode_visible, "\u2027\u2028\u2029\u202a\u202e\u202f",
      "\u2027\\u2028\\u2029\\u202a\\u202e\u202f" },
    { atlas_encode_visible, "\u2065\u2066\u2069\u206a",
      "\u2065\\u2066\\u2069\u206a" },
    /* XML has all but the last two of these. */
    { atlas_encode_xml_text, "\ue000\ufffd\U00010000\U0010ffff\uffff\x1f",
      "\ue000\ufffd\U00010000\U0010ffff\ufffd\ufffd" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      cases[i].format (out, cases[i].text);
      g_assert_cmpstr (out->str, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encode/numbers", test_numbers);
  g_test_add_func ("/encode/integers", test_integers);
  g_test_add_func ("/encode/printed-decimals", test_printed_decimals);
  g_test_add_func ("/encode/whole-numbers", test_whole_numbers);
  g_test_add_func ("/encode/digits", test_digits);
  g_test_add_func ("/encode/large-numbers", test_large_numbers);
  g_test_add_func ("/encode/texts", test_texts);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-json.h"
#include "atlas-variant-json.h"

/* State of any type comes back as it was, and nothing else comes back. */

static GVariant *
read_back (const char *text, const char *type)
{
  AtlasJsonFault fault;
  guint32 line;
  g_autoptr (AtlasJsonDocument) document =
      atlas_json_document_parse (text, strlen (text), &fault, &line);
  GVariant *value;

  g_assert_nonnull (document);
  value = atlas_variant_from_json (atlas_json_document_get_root (document),
                                   G_VARIANT_TYPE (type));

  return value != NULL ? g_variant_ref_sink (value) : NULL;
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "true",
    "false",
    "byte 0xff",
    "int16 -32768",
    "uint16 65535",
    "-2147483648",
    "uint32 4294967295",
    "int64 -9223372036854775808",
    "uint64 18446744073709551615",
    "0.1",
    "'a \"word\"'",
    "objectpath '/a/b'",
    "signature 'a{sv}'",
    "<uint16 3>",
    "<<'twice'>>",
    "[1, 2, 3]",
    "@ai []",
    "('a', true, 2.5)",
    "()",
    "just 5",
    "@mi nothing",
    "{'a': <1>, 'b': <{'c': <@as []>}>}",
    "@a{sv} {}",
    "{'x': [1.5, 2.5]}",
    "{uint32 7: 'seven'}",
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) value =
          g_variant_ref_sink (g_variant_new_parsed (texts[i]));
      g_autoptr (GVariant) back = NULL;
      g_autoptr (GString) first = g_string_new (NULL);
      g_autoptr (GString) second = g_string_new (NULL);

      atlas_variant_write_json (first, value, 0);
      back = read_back (first->str, g_variant_get_type_string (value));
      g_test_message ("%s: %s", texts[i], first->str);
      g_assert_nonnull (back);
      g_assert_cmpvariant (back, value);
      atlas_variant_write_json (second, back, 0);
      g_assert_cmpstr (second->str, ==, first->str);
    }
}

/* Numbers that JSON has no way to write. */
static void
test_no_numbers (void)
{
  const double values[] = { INFINITY, -INFINITY, NAN };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GVariant) value =
          g_variant_ref_sink (g_variant_new_double (values[i]));
      g_autoptr (GVariant) back = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      atlas_variant_write_json (text, value, 0);
      back = read_back (text->str, "d");
      g_assert_nonnull (back);
      if (isnan (values[i]))
        g_assert_true (isnan (g_variant_get_double (back)));
      else
        g_assert_cmpfloat (g_variant_get_double (back), ==, values[i]);
    }
}

/* A handle leads to nothing in a file. */
static void
test_handle (void)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_handle (3));
  g_autoptr (GString) text = g_string_new (NULL);

  atlas_variant_write_json (text, value, 0);
  g_assert_cmpstr (text->str, ==, "null");
  g_assert_null (read_back ("3", "h"));
}

/* Somebody else wrote the file. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *type;
  } cases[] = {
    { "1", "b" },
    { "\"true\"", "b" },
    { "256", "y" },
    { "-1", "y" },
    { "32768", "n" },
    { "65536", "q" },
    { "2147483648", "i" },
    { "1.5", "i" },
    { "\"1\"", "i" },
    { "4294967296", "u" },
    { "9223372036854775808", "x" },
    { "18446744073709551616", "t" },
    { "\"1\"", "t" },
    { "-1", "t" },
    { "1e999", "d" },
    { "\"many\"", "d" },
    { "null", "d" },
    { "1", "s" },
    { "\"no/path\"", "o" },
    { "1", "o" },
    { "\"no signature\"", "g" },
    { "1", "g" },
    { "1", "v" },
    { "{\"type\": \"i\"}", "v" },
    { "{\"value\": 1}", "v" },
    { "{\"type\": 1, \"value\": 1}", "v" },
    { "{\"type\": \"!\", \"value\": 1}", "v" },
    { "{\"type\": \"a*\", \"value\": [1]}", "v" },
    { "{\"type\": \"s\", \"value\": 1}", "v" },
    { "[]", "a{sv}" },
    { "{\"a\": 1}", "a{ss}" },
    { "{}", "ai" },
    { "[1, \"2\"]", "ai" },
    { "[1]", "(ii)" },
    { "[1, 2, 3]", "(ii)" },
    { "[1, 2]", "mi" },
    { "[[1]]", "a{is}" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GVariant) value = read_back (cases[i].text, cases[i].type);

      g_test_message ("%s as %s", cases[i].text, cases[i].type);
      g_assert_null (value);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/variant-json/round-trip", test_round_trip);
  g_test_add_func ("/variant-json/no-numbers", test_no_numbers);
  g_test_add_func ("/variant-json/handle", test_handle);
  g_test_add_func ("/variant-json/refused", test_refused);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-problem.h"

static const char *
shout (const char *sentence)
{
  return g_str_has_prefix (sentence, "Is") ? "IS {1} OR {0}?" : sentence;
}

static void
test_message (void)
{
  g_autoptr (AtlasProblem) problem =
      atlas_problem_new (ATLAS_PROBLEM_BAD_ROW, "x.txt", 3, "a\xff", -1,
                         "Is {0} or {1}, {2}? {", "{1}", "b", NULL);
  g_autofree char *message = atlas_problem_dup_message (problem, NULL);
  g_autofree char *loud = atlas_problem_dup_message (problem, shout);

  g_assert_cmpstr (message, ==, "Is {1} or b, {2}? {");
  g_assert_cmpstr (loud, ==, "IS b OR {1}?");
  g_assert_cmpstr (problem->text, ==, "a\xef\xbf\xbd");
}

/* However long a name is, a person can read what is said of it. */
static void
test_long (void)
{
  g_autofree char *name = g_strnfill (100000, 'x');
  g_autofree char *accents = NULL;
  g_autoptr (GString) text = g_string_new ("y");
  g_autoptr (AtlasProblem) problem = NULL;
  guint i;

  for (i = 0; i < 50000; i++)
    g_string_append (text, "é");
  problem = atlas_problem_new (ATLAS_PROBLEM_NAME_MISMATCH, NULL, 1, text->str,
                               (gssize) text->len, "“{0}”, not “{1}”", name,
                               "short", NULL);
  accents = atlas_problem_dup_message (problem, NULL);

  g_assert_cmpuint (strlen (accents), <, 2000);
  g_assert_true (g_str_has_suffix (accents, "x…”, not “short”"));
  g_assert_cmpuint (strlen (problem->text), <, 2000);
  g_assert_true (g_str_has_suffix (problem->text, "é…"));
  g_assert_true (g_utf8_validate (problem->text, -1, NULL));
  g_assert_cmpstr (problem->source, ==, "");
}

static AtlasProblem *
make (const char *source, guint32 line, AtlasProblemCode code, const char *arg)
{
  return atlas_problem_new (code, source, line, NULL, 0, "Is {0}", arg, NULL);
}

/* File, line, code, and then what is said. */
static void
test_order (void)
{
  g_autoptr (AtlasProblem) first = make ("a", 2, ATLAS_PROBLEM_BAD_ROW, "a");
  g_autoptr (AtlasProblem) same = make ("a", 2, ATLAS_PROBLEM_BAD_ROW, "a");
  AtlasProblem *others[] = {
    make ("b", 1, ATLAS_PROBLEM_EMPTY, "a"),
    make ("a", 3, ATLAS_PROBLEM_EMPTY, "a"),
    make ("a", 2, ATLAS_PROBLEM_UNKNOWN_LINE, "a"),
    make ("a", 2, ATLAS_PROBLEM_BAD_ROW, "b"),
  };
  guint i;

  g_assert_cmpint (atlas_problem_compare (first, same), ==, 0);
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_cmpint (atlas_problem_compare (first, others[i]), <, 0);
      g_assert_cmpint (atlas_problem_compare (others[i], first), >, 0);
      g_clear_pointer (&others[i], atlas_problem_unref);
    }
}

static void
test_codes (void)
{
  guint i;

  for (i = 0; i < ATLAS_N_PROBLEM_CODES; i++)
    {
      const char *nick = atlas_problem_code_get_nick ((AtlasProblemCode) i);
      AtlasProblemCode code;

      g_assert_true (atlas_problem_code_from_nick (nick, &code));
      g_assert_cmpuint (code, ==, i);
      g_assert_true (atlas_problem_code_from_nick (nick, NULL));
      g_assert_cmpint (atlas_problem_code_get_severity ((AtlasProblemCode) i),
                       ==,
                       i <= ATLAS_PROBLEM_TIMEOUT ? ATLAS_SEVERITY_ERROR
                                                  : ATLAS_SEVERITY_WARNING);
    }
  g_assert_false (atlas_problem_code_from_nick ("no-such-code", NULL));
}

static void
test_boxed (void)
{
  AtlasProblem *problem = make ("a", 1, ATLAS_PROBLEM_EMPTY, "a");
  AtlasProblem *copy = g_boxed_copy (ATLAS_TYPE_PROBLEM, problem);

  g_assert_true (copy == problem);
  g_boxed_free (ATLAS_TYPE_PROBLEM, problem);
  g_assert_cmpuint (copy->line, ==, 1);
  atlas_problem_unref (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problem/message", test_message);
  g_test_add_func ("/problem/long", test_long);
  g_test_add_func ("/problem/order", test_order);
  g_test_add_func ("/problem/codes", test_codes);
  g_test_add_func ("/problem/boxed", test_boxed);

  return g_test_run ();
}

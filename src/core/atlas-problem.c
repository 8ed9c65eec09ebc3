/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-problem.h"

#include <stdarg.h>
#include <string.h>

/* Sentences have at most so many places for arguments. */
#define MAX_ARGS 9

/* Longer offending texts are cut: a problem quotes, it does not copy. */
#define MAX_TEXT 240

typedef struct
{
  const char *nick;
  AtlasSeverity severity;
} CodeInfo;

static const CodeInfo codes[] = {
  [ATLAS_PROBLEM_EMPTY] = { "empty", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_NOT_A_PROFILE] = { "not-a-profile", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_BINARY] = { "binary", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_ENCODING] = { "encoding", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_TOO_LARGE] = { "too-large", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_TOO_DEEP] = { "too-deep", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_NOT_REGULAR] = { "not-regular", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_UNREADABLE] = { "unreadable", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_VANISHED] = { "vanished", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_IO] = { "io", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_TIMEOUT] = { "timeout", ATLAS_SEVERITY_ERROR },
  [ATLAS_PROBLEM_MISSING_SECTION] = { "missing-section",
                                      ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_BAD_NUMBER] = { "bad-number", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_BAD_RANK] = { "bad-rank", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_BAD_SHARE] = { "bad-share", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_BAD_ROW] = { "bad-row", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_DUPLICATE_SECTION] = { "duplicate-section",
                                        ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_NAME_MISMATCH] = { "name-mismatch", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_YEAR_MISMATCH] = { "year-mismatch", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_ROW_COUNT] = { "row-count", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_PARTNER_COUNT] = { "partner-count", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_REPEATED_NAME] = { "repeated-name", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_SELF_PARTNER] = { "self-partner", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_ROW_ORDER] = { "row-order", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_ORDINAL_ENDING] = { "ordinal-ending", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_UNKNOWN_ORDINAL] = { "unknown-ordinal",
                                      ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_BAD_BYTES] = { "bad-bytes", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_CONTROL_CHARACTER] = { "control-character",
                                        ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_BIDI_OVERRIDE] = { "bidi-override", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_UNKNOWN_LINE] = { "unknown-line", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_SHARES_INCONSISTENT] = { "shares-inconsistent",
                                          ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_POPULATION_INCONSISTENT] = { "population-inconsistent",
                                              ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_RANK_INCONSISTENT] = { "rank-inconsistent",
                                        ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_SEVERAL_PROFILES] = { "several-profiles",
                                       ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_DUPLICATE_PROFILE] = { "duplicate-profile",
                                        ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_CONFLICTING_PROFILE] = { "conflicting-profile",
                                          ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_FOLDER_INCONSISTENT] = { "folder-inconsistent",
                                          ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_FOLDER_SKIPPED] = { "folder-skipped", ATLAS_SEVERITY_WARNING },
  [ATLAS_PROBLEM_FOLDER_INCOMPLETE] = { "folder-incomplete",
                                        ATLAS_SEVERITY_WARNING },
};

G_STATIC_ASSERT (G_N_ELEMENTS (codes) == ATLAS_N_PROBLEM_CODES);

/* The problem, its arguments and all strings are one block. */
typedef struct
{
  gatomicrefcount references;
  AtlasProblem problem;
  char *args[];
} Block;

static Block *
get_block (const AtlasProblem *problem)
{
  return (Block *) ((guintptr) problem - G_STRUCT_OFFSET (Block, problem));
}

static gpointer
copy_boxed (gpointer boxed)
{
  return atlas_problem_ref (boxed);
}

static void
free_boxed (gpointer boxed)
{
  atlas_problem_unref (boxed);
}

G_DEFINE_BOXED_TYPE (AtlasProblem, atlas_problem, copy_boxed, free_boxed)

/* Copies @string to @end and moves @end behind it. */
static char *
put_string (char **end, const char *string)
{
  char *copy = *end;

  *end = g_stpcpy (copy, string) + 1;

  return copy;
}

/* The offending text, cut to what fits and made valid. */
static char *
quote_text (const char *text, gssize length)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;

  if (length < 0)
    length = (gssize) strlen (text);
  if (length <= MAX_TEXT)
    return g_utf8_make_valid (text, length);

  /* Never cut inside a character. */
  for (length = MAX_TEXT; length > MAX_TEXT - 4; length--)
    {
      if (((guchar) text[length] & 0xc0) != 0x80)
        break;
    }
  valid = g_utf8_make_valid (text, length);

  return g_strconcat (valid, "…", NULL);
}

/**
 * atlas_problem_new:
 * @code: what kind of problem
 * @source: (nullable): the file, worded as in #AtlasProfile
 * @line: 1-based line, 0 for the whole file
 * @text: (nullable): the offending text; need not be valid UTF-8
 * @text_length: bytes of @text, -1 when it ends with a nul
 * @sentence: what was found and what was expected, with {0}, {1} … for the
 *   arguments; lives as long as the program, marked with N_()
 * @...: the arguments, strings, ended by %NULL
 *
 * Returns: (transfer full): a problem
 */
AtlasProblem *
atlas_problem_new (AtlasProblemCode code,
                   const char *source,
                   guint32 line,
                   const char *text,
                   gssize text_length,
                   const char *sentence,
                   ...)
{
  g_autofree char *quoted = quote_text (text, text_length);
  const char *args[MAX_ARGS];
  char *cut[MAX_ARGS];
  const char *arg;
  Block *block;
  gsize size, n, i;
  char *end;
  va_list list;

  g_return_val_if_fail (code < ATLAS_N_PROBLEM_CODES, NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  size = strlen (source != NULL ? source : "") + 1;
  size += quoted != NULL ? strlen (quoted) + 1 : 0;

  n = 0;
  va_start (list, sentence);
  while (n < MAX_ARGS && (arg = va_arg (list, const char *)) != NULL)
    {
      /* A sentence is for a person to read: it quotes no more of a name than
       * the text does. */
      cut[n] = strlen (arg) > MAX_TEXT ? quote_text (arg, -1) : NULL;
      args[n] = cut[n] != NULL ? cut[n] : arg;
      size += strlen (args[n++]) + 1;
    }
  va_end (list);

  block = g_malloc (sizeof (Block) + (n + 1) * sizeof (char *) + size);
  end = (char *) &block->args[n + 1];

  g_atomic_ref_count_init (&block->references);
  block->problem.code = code;
  block->problem.line = line;
  block->problem.source = put_string (&end, source != NULL ? source : "");
  block->problem.sentence = sentence;
  block->problem.args = block->args;
  block->problem.text = quoted != NULL ? put_string (&end, quoted) : NULL;
  for (i = 0; i < n; i++)
    {
      block->args[i] = put_string (&end, args[i]);
      g_free (cut[i]);
    }
  block->args[n] = NULL;

  return &block->problem;
}

/**
 * atlas_problem_new_with_text:
 * @problem: a problem
 * @text: the offending text; need not be valid UTF-8
 * @text_length: bytes of @text, -1 when it ends with a nul
 *
 * Returns: (transfer full): the same problem, with another text
 */
AtlasProblem *
atlas_problem_new_with_text (const AtlasProblem *problem,
                             const char *text,
                             gssize text_length)
{
  const char *args[MAX_ARGS] = { NULL };
  gsize i;

  G_STATIC_ASSERT (MAX_ARGS == 9);

  g_return_val_if_fail (problem != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  for (i = 0; i < MAX_ARGS && problem->args[i] != NULL; i++)
    args[i] = problem->args[i];

  return atlas_problem_new (problem->code, problem->source, problem->line, text,
                            text_length, problem->sentence, args[0], args[1],
                            args[2], args[3], args[4], args[5], args[6],
                            args[7], args[8], NULL);
}

/**
 * atlas_problem_ref:
 * @problem: a problem
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): the same problem, with one reference more
 */
AtlasProblem *
atlas_problem_ref (AtlasProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);

  g_atomic_ref_count_inc (&get_block (problem)->references);

  return problem;
}

/**
 * atlas_problem_unref:
 * @problem: (transfer full): a problem
 *
 * May be called from any thread. The last reference frees the problem.
 */
void
atlas_problem_unref (AtlasProblem *problem)
{
  Block *block;

  g_return_if_fail (problem != NULL);

  block = get_block (problem);
  if (g_atomic_ref_count_dec (&block->references))
    g_free (block);
}

/**
 * atlas_problem_get_severity:
 * @problem: a problem
 *
 * Returns: the severity that its code has
 */
AtlasSeverity
atlas_problem_get_severity (const AtlasProblem *problem)
{
  g_return_val_if_fail (problem != NULL, ATLAS_SEVERITY_ERROR);

  return codes[problem->code].severity;
}

/**
 * atlas_problem_dup_message:
 * @problem: a problem
 * @translate: (nullable): translates a sentence; %NULL for the original
 *
 * Puts the arguments into the sentence. They are put in once: braces inside
 * an argument stay as they are.
 *
 * Returns: (transfer full): a sentence for a person
 */
char *
atlas_problem_dup_message (const AtlasProblem *problem,
                           AtlasTranslateFunc translate)
{
  GString *message;
  const char *at;
  guint n;

  g_return_val_if_fail (problem != NULL, NULL);

  n = g_strv_length (problem->args);
  at = translate != NULL ? translate (problem->sentence) : problem->sentence;
  message = g_string_new (NULL);

  while (*at != '\0')
    {
      if (at[0] == '{' && g_ascii_isdigit (at[1]) && at[2] == '}'
          && (guint) g_ascii_digit_value (at[1]) < n)
        {
          g_string_append (message, problem->args[g_ascii_digit_value (at[1])]);
          at += 3;
        }
      else
        {
          g_string_append_c (message, *at++);
        }
    }

  return g_string_free (message, FALSE);
}

/**
 * atlas_problem_compare:
 * @a: a problem
 * @b: another
 *
 * The order in which problems are listed: by file, line, code and text, so
 * that it is the same on every run and machine.
 *
 * Returns: less than, equal to or greater than 0
 */
int
atlas_problem_compare (const AtlasProblem *a, const AtlasProblem *b)
{
  int order;
  gsize i;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  order = strcmp (a->source, b->source);
  if (order == 0)
    order = (a->line > b->line) - (a->line < b->line);
  if (order == 0)
    order = (a->code > b->code) - (a->code < b->code);
  if (order == 0)
    order = g_strcmp0 (a->text, b->text);
  if (order == 0)
    order = strcmp (a->sentence, b->sentence);

  for (i = 0; order == 0 && (a->args[i] != NULL || b->args[i] != NULL); i++)
    {
      order = g_strcmp0 (a->args[i], b->args[i]);
      if (a->args[i] == NULL || b->args[i] == NULL)
        break;
    }

  return order;
}

/**
 * atlas_problem_code_get_nick:
 * @code: a code
 *
 * Returns: the stable word for it, such as "bad-number"
 */
const char *
atlas_problem_code_get_nick (AtlasProblemCode code)
{
  g_return_val_if_fail (code < ATLAS_N_PROBLEM_CODES, NULL);

  return codes[code].nick;
}

/**
 * atlas_problem_code_from_nick:
 * @nick: a word such as "bad-number"
 * @code: (out) (optional): the code
 *
 * Returns: whether there is such a code
 */
gboolean
atlas_problem_code_from_nick (const char *nick, AtlasProblemCode *code)
{
  guint i;

  g_return_val_if_fail (nick != NULL, FALSE);

  for (i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (strcmp (codes[i].nick, nick) == 0)
        {
          if (code != NULL)
            *code = (AtlasProblemCode) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * atlas_problem_code_get_severity:
 * @code: a code
 *
 * Returns: its severity
 */
AtlasSeverity
atlas_problem_code_get_severity (AtlasProblemCode code)
{
  g_return_val_if_fail (code < ATLAS_N_PROBLEM_CODES, ATLAS_SEVERITY_ERROR);

  return codes[code].severity;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-plural.h"

#include <string.h>

/* Rules nest a few levels; a broken one must not eat the stack. */
#define DEEPEST 64

typedef struct
{
  const char *at;
  gulong n;
  guint depth;
  gboolean broken;
} Reader;

typedef struct
{
  const char *sign;
  guint level;
  gulong (*apply) (gulong a, gulong b);
} Operator;

static gulong
is_equal (gulong a, gulong b)
{
  return a == b;
}

static gulong
is_unequal (gulong a, gulong b)
{
  return a != b;
}

static gulong
is_at_least (gulong a, gulong b)
{
  return a >= b;
}

static gulong
is_at_most (gulong a, gulong b)
{
  return a <= b;
}

static gulong
is_more (gulong a, gulong b)
{
  return a > b;
}

static gulong
is_less (gulong a, gulong b)
{
  return a < b;
}

static gulong
both (gulong a, gulong b)
{
  return a != 0 && b != 0;
}

static gulong
either (gulong a, gulong b)
{
  return a != 0 || b != 0;
}

static gulong
add (gulong a, gulong b)
{
  return a + b;
}

static gulong
subtract (gulong a, gulong b)
{
  return a - b;
}

static gulong
multiply (gulong a, gulong b)
{
  return a * b;
}

static gulong
divide (gulong a, gulong b)
{
  return b != 0 ? a / b : 0;
}

static gulong
remain (gulong a, gulong b)
{
  return b != 0 ? a % b : 0;
}

/* Those that bind least first; the longer sign before its beginning. */
static const Operator operators[] = {
  { "||", 0, either },     { "&&", 1, both },        { "==", 2, is_equal },
  { "!=", 2, is_unequal }, { ">=", 3, is_at_least }, { "<=", 3, is_at_most },
  { ">", 3, is_more },     { "<", 3, is_less },      { "+", 4, add },
  { "-", 4, subtract },    { "*", 5, multiply },     { "/", 5, divide },
  { "%", 5, remain },
};

#define N_LEVELS 6

static gulong read_choice (Reader *reader);

static gboolean
take (Reader *reader, const char *sign)
{
  while (g_ascii_isspace (*reader->at))
    reader->at++;
  if (!g_str_has_prefix (reader->at, sign))
    return FALSE;

  reader->at += strlen (sign);
  return TRUE;
}

static gulong
read_value (Reader *reader)
{
  gulong value = 0;

  if (++reader->depth > DEEPEST)
    reader->broken = TRUE;
  else if (take (reader, "!"))
    value = read_value (reader) == 0;
  else if (take (reader, "n"))
    value = reader->n;
  else if (take (reader, "("))
    {
      value = read_choice (reader);
      reader->broken = !take (reader, ")") || reader->broken;
    }
  else if (g_ascii_isdigit (*reader->at))
    {
      while (g_ascii_isdigit (*reader->at))
        value = value * 10 + (gulong) (*reader->at++ - '0');
    }
  else
    {
      reader->broken = TRUE;
    }

  reader->depth--;
  return value;
}

static const Operator *
take_operator (Reader *reader, guint level)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (operators[i].level == level && take (reader, operators[i].sign))
      return &operators[i];

  return NULL;
}

static gulong
read_level (Reader *reader, guint level)
{
  gulong value;
  const Operator *operator;

  if (level == N_LEVELS)
    return read_value (reader);

  value = read_level (reader, level + 1);
  while (!reader->broken && (operator= take_operator (reader, level)) != NULL)
    value = operator->apply (value, read_level (reader, level + 1));

  return value;
}

static gulong
read_choice (Reader *reader)
{
  gulong value = read_level (reader, 0);
  gulong yes;
  gulong no;

  if (reader->broken || !take (reader, "?"))
    return value;

  if (++reader->depth > DEEPEST)
    {
      reader->broken = TRUE;
      return 0;
    }
  yes = read_choice (reader);
  reader->broken = reader->broken || !take (reader, ":");
  no = reader->broken ? 0 : read_choice (reader);
  reader->depth--;

  return value != 0 ? yes : no;
}

/**
 * atlas_plural_evaluate:
 * @rule: a rule as in the head of a catalogue: an expression of C in n, ended
 *   by a semicolon, a line or the text
 * @n: a number
 * @which: (out): the plural form that @n takes, counted from 0
 *
 * Returns: whether @rule could be read
 */
gboolean
atlas_plural_evaluate (const char *rule, gulong n, gulong *which)
{
  Reader reader = { rule, n, 0, FALSE };

  *which = read_choice (&reader);
  while (*reader.at == ' ')
    reader.at++;

  return !reader.broken && strchr (";\n", *reader.at) != NULL;
}

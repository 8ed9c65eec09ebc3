/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-columns-private.h"
#include "atlas-file-problem.h"

static const char *
translate (const char *sentence)
{
  return _ (sentence);
}

static void
get_severity (const AtlasRowData *row,
              const AtlasAliases *aliases,
              AtlasValue *value)
{
  gboolean error =
      atlas_problem_get_severity (row->item) == ATLAS_SEVERITY_ERROR;

  value->text = error ? C_ ("severity", "Error") : C_ ("severity", "Warning");
  value->word = error ? "error" : "warning";
  value->icon = error ? "dialog-error-symbolic" : "dialog-warning-symbolic";
}

static void
get_source (const AtlasRowData *row,
            const AtlasAliases *aliases,
            AtlasValue *value)
{
  const AtlasProblem *problem = row->item;

  atlas_value_set_text (value, problem->source, problem->line);
}

static void
get_line (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasProblem *problem = row->item;

  /* Line 0 stands for the whole file. */
  if (problem->line > 0)
    atlas_value_set_count (value, problem->line);
  value->line = problem->line;
}

static void
get_code (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasProblem *problem = row->item;

  value->text = atlas_problem_code_get_nick (problem->code);
}

static void
get_message (const AtlasRowData *row,
             const AtlasAliases *aliases,
             AtlasValue *value)
{
  const AtlasProblem *problem = row->item;

  value->owned = atlas_problem_dup_message (problem, translate);
  atlas_value_set_text (value, value->owned, problem->line);
}

static void
get_text (const AtlasRowData *row,
          const AtlasAliases *aliases,
          AtlasValue *value)
{
  const AtlasProblem *problem = row->item;

  atlas_value_set_text (value, problem->text, problem->line);
}

static const AtlasColumn columns[] = {
  { "severity", N_ ("Severity"),
    N_ ("Error: the file is not loaded. Warning: a value may be missing"),
    ATLAS_COLUMN_TEXT, 17, TRUE, FALSE, NULL, get_severity },
  { "source", N_ ("File"), N_ ("The file that the problem is in"),
    ATLAS_COLUMN_TEXT, 26, TRUE, FALSE, NULL, get_source },
  { "line", N_ ("Line"), N_ ("The line of the file"), ATLAS_COLUMN_LINE, 7,
    TRUE, FALSE, NULL, get_line },
  { "code", N_ ("Code"), N_ ("The name of the problem in data files"),
    ATLAS_COLUMN_TEXT, 20, TRUE, FALSE, NULL, get_code },
  { "message", N_ ("Message"), N_ ("What is wrong and what was expected"),
    ATLAS_COLUMN_TEXT, 50, TRUE, FALSE, NULL, get_message },
  { "text", N_ ("Text"), N_ ("The text that could not be read"),
    ATLAS_COLUMN_TEXT, 30, TRUE, FALSE, NULL, get_text },
};

/**
 * atlas_problem_columns_get:
 * @n_columns: (out): how many there are
 *
 * Returns: (transfer none): the columns of the problems table
 */
const AtlasColumn *
atlas_problem_columns_get (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

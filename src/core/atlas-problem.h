/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * AtlasSeverity:
 * @ATLAS_SEVERITY_WARNING: the profile is loaded; a value may be missing
 * @ATLAS_SEVERITY_ERROR: nothing trustworthy could be read; not loaded
 */
typedef enum
{
  ATLAS_SEVERITY_WARNING,
  ATLAS_SEVERITY_ERROR,
} AtlasSeverity;

/**
 * AtlasProblemCode:
 *
 * The stable codes of problems. atlas_problem_code_get_nick() gives the word
 * that files and the command line use, atlas_problem_code_get_severity() the
 * severity.
 */
typedef enum
{
  /* errors */
  ATLAS_PROBLEM_EMPTY,
  ATLAS_PROBLEM_NOT_A_PROFILE,
  ATLAS_PROBLEM_BINARY,
  ATLAS_PROBLEM_ENCODING,
  ATLAS_PROBLEM_TOO_LARGE,
  ATLAS_PROBLEM_TOO_DEEP,
  ATLAS_PROBLEM_NOT_REGULAR,
  ATLAS_PROBLEM_UNREADABLE,
  ATLAS_PROBLEM_VANISHED,
  ATLAS_PROBLEM_IO,
  ATLAS_PROBLEM_TIMEOUT,
  /* warnings */
  ATLAS_PROBLEM_MISSING_SECTION,
  ATLAS_PROBLEM_BAD_NUMBER,
  ATLAS_PROBLEM_BAD_RANK,
  ATLAS_PROBLEM_BAD_SHARE,
  ATLAS_PROBLEM_BAD_ROW,
  ATLAS_PROBLEM_DUPLICATE_SECTION,
  ATLAS_PROBLEM_NAME_MISMATCH,
  ATLAS_PROBLEM_YEAR_MISMATCH,
  ATLAS_PROBLEM_ROW_COUNT,
  ATLAS_PROBLEM_PARTNER_COUNT,
  ATLAS_PROBLEM_REPEATED_NAME,
  ATLAS_PROBLEM_SELF_PARTNER,
  ATLAS_PROBLEM_ROW_ORDER,
  ATLAS_PROBLEM_ORDINAL_ENDING,
  ATLAS_PROBLEM_UNKNOWN_ORDINAL,
  ATLAS_PROBLEM_BAD_BYTES,
  ATLAS_PROBLEM_CONTROL_CHARACTER,
  ATLAS_PROBLEM_BIDI_OVERRIDE,
  ATLAS_PROBLEM_UNKNOWN_LINE,
  ATLAS_PROBLEM_SHARES_INCONSISTENT,
  ATLAS_PROBLEM_POPULATION_INCONSISTENT,
  ATLAS_PROBLEM_RANK_INCONSISTENT,
  ATLAS_PROBLEM_SEVERAL_PROFILES,
  ATLAS_PROBLEM_DUPLICATE_PROFILE,
  ATLAS_PROBLEM_CONFLICTING_PROFILE,
  ATLAS_PROBLEM_FOLDER_INCONSISTENT,
  ATLAS_PROBLEM_FOLDER_SKIPPED,
  ATLAS_PROBLEM_FOLDER_INCOMPLETE,
  ATLAS_N_PROBLEM_CODES,
} AtlasProblemCode;

/**
 * AtlasProblem:
 * @code: what kind of problem
 * @line: 1-based line, 0 for the whole file
 * @source: the file, worded as in #AtlasProfile
 * @sentence: untranslated sentence with the places {0}, {1}, {2} for @args
 * @args: (array zero-terminated=1): what goes into the sentence
 * @text: (nullable): the offending text, valid UTF-8
 *
 * An error or a warning about a file. Immutable and counted.
 */
typedef struct _AtlasProblem AtlasProblem;

struct _AtlasProblem
{
  AtlasProblemCode code;
  guint32 line;
  const char *source;
  const char *sentence;
  char **args;
  const char *text;
};

/* A function that translates a sentence, such as a wrapper of gettext(). */
typedef const char *(*AtlasTranslateFunc) (const char *sentence);

#define ATLAS_TYPE_PROBLEM (atlas_problem_get_type ())

GType atlas_problem_get_type (void) G_GNUC_CONST;

/* @sentence must be a string that lives as long as the program, marked N_().
 * The arguments are strings, ended by NULL. */
AtlasProblem *atlas_problem_new (AtlasProblemCode code,
                                 const char *source,
                                 guint32 line,
                                 const char *text,
                                 gssize text_length,
                                 const char *sentence,
                                 ...) G_GNUC_NULL_TERMINATED;

AtlasProblem *atlas_problem_new_with_text (const AtlasProblem *problem,
                                           const char *text,
                                           gssize text_length);

AtlasProblem *atlas_problem_ref (AtlasProblem *problem);

void atlas_problem_unref (AtlasProblem *problem);

AtlasSeverity atlas_problem_get_severity (const AtlasProblem *problem);

char *atlas_problem_dup_message (const AtlasProblem *problem,
                                 AtlasTranslateFunc translate);

int atlas_problem_compare (const AtlasProblem *a, const AtlasProblem *b);

const char *atlas_problem_code_get_nick (AtlasProblemCode code);

gboolean
atlas_problem_code_from_nick (const char *nick, AtlasProblemCode *code);

AtlasSeverity atlas_problem_code_get_severity (AtlasProblemCode code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProblem, atlas_problem_unref)

G_END_DECLS

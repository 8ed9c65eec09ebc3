/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "atlas-data-table.h"
#include "atlas-encode.h"
#include "atlas-file-reader.h"
#include "atlas-json-writer.h"
#include "atlas-json.h"
#include "atlas-loaded-file.h"
#include "atlas-output.h"
#include "nasty-folder.h"

/* What is written of problems and of single files, word by word. */

/* Says of @part of a file that a cell of it is damaged. */
static AtlasProblem *
make_problem (AtlasProblemCode code)
{
  return atlas_problem_new (code, "a,b.txt", 7, "=1+1", -1,
                            "The number {0} is damaged.", "4x4", NULL);
}

static void
test_tables (void)
{
  guint i;

  for (i = 0; i < ATLAS_N_DATA_TABLES; i++)
    {
      AtlasDataTable table = ATLAS_DATA_TABLE_PROFILES;

      g_assert_true (atlas_data_table_from_nick (
          atlas_data_table_get_nick ((AtlasDataTable) i), &table));
      g_assert_cmpuint (table, ==, i);
    }
  g_assert_false (atlas_data_table_from_nick ("nothing", NULL));
}

/* The same in every language; no cell that a spreadsheet would run. */
static void
test_problem_row (void)
{
  g_autoptr (AtlasProblem) warning = make_problem (ATLAS_PROBLEM_BAD_NUMBER);
  g_autoptr (AtlasProblem) error = make_problem (ATLAS_PROBLEM_NOT_A_PROFILE);
  g_autoptr (GString) out = g_string_new (NULL);

  atlas_data_table_write_problem (out, warning, ',');
  g_assert_cmpstr (out->str, ==,
                   "\"a,b.txt\",7,warning,bad-number,"
                   "The number 4x4 is damaged.,'=1+1\n");
  g_string_truncate (out, 0);
  atlas_data_table_write_problem (out, error, '\t');
  g_assert_nonnull (strstr (out->str, "\t7\terror\tnot-a-profile\t"));
}

static const AtlasJson *
parse (const char *text, AtlasJsonDocument **document)
{
  AtlasJsonFault fault;
  guint32 line;

  *document = atlas_json_document_parse (text, strlen (text), &fault, &line);
  g_test_message ("%s", text);
  g_assert_nonnull (*document);

  return atlas_json_document_get_root (*document);
}

/* A document whose only contents is a problem, or nothing. */
static void
test_tail (void)
{
  g_autoptr (AtlasProblem) problem = make_problem (ATLAS_PROBLEM_BAD_NUMBER);
  g_autoptr (GString) empty = g_string_new ("{\"profiles\": [");
  g_autoptr (GString) full = g_string_new ("{\"profiles\": [");
  g_autoptr (AtlasJsonDocument) nothing = NULL;
  g_autoptr (AtlasJsonDocument) one = NULL;
  AtlasProblem *const problems[] = { problem, problem };
  const AtlasJson *root;
  const AtlasJson *first;

  atlas_json_write_tail (empty, NULL, NULL, 0);
  root = parse (empty->str, &nothing);
  g_assert_null (atlas_json_get (root, "problems")->first);
  g_assert_null (atlas_json_get (root, "network"));

  atlas_json_write_tail (full, NULL, problems, 2);
  root = parse (full->str, &one);
  first = atlas_json_get (root, "problems")->first;
  g_assert_nonnull (first->next);
  g_assert_cmpstr (atlas_json_get_string (first, "source"), ==, "a,b.txt");
  g_assert_cmpstr (atlas_json_get_string (first, "severity"), ==, "warning");
  g_assert_cmpstr (atlas_json_get_string (first, "code"), ==, "bad-number");
  g_assert_cmpstr (atlas_json_get_string (first, "text"), ==, "=1+1");
  g_assert_cmpfloat (atlas_json_get_double (first, "line", 0), ==, 7);
}

/* What a check says of a file without a profile. */
static void
test_status (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (AtlasJsonDocument) document = NULL;
  const AtlasJson *root;

  atlas_json_write_status (out, "x \"y\".txt", NULL, "error");
  root = parse (out->str, &document);
  g_assert_cmpstr (atlas_json_get_string (root, "source"), ==, "x \"y\".txt");
  g_assert_cmpstr (atlas_json_get_string (root, "status"), ==, "error");
  g_assert_cmpint (atlas_json_get (root, "cluster")->type, ==, ATLAS_JSON_NULL);
  g_assert_cmpint (atlas_json_get (root, "edition")->type, ==, ATLAS_JSON_NULL);
}

/* Values of another type are as good as none. */
static void
test_values (void)
{
  const char *text = "{\n  \"yes\": true,\n  \"no\": false,\n"
                     "  \"n\": 1.50,\n  \"s\": \"x\",\n  \"list\": [\n"
                     "    null,\n    {}\n  ]\n}";
  g_autoptr (AtlasJsonDocument) document = NULL;
  const AtlasJson *root = parse (text, &document);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_true (atlas_json_get_boolean (root, "yes", FALSE));
  g_assert_false (atlas_json_get_boolean (root, "no", TRUE));
  g_assert_true (atlas_json_get_boolean (root, "n", TRUE));
  g_assert_false (atlas_json_get_boolean (NULL, "n", FALSE));
  g_assert_cmpfloat (atlas_json_get_double (root, "n", 2), ==, 1.5);
  g_assert_cmpfloat (atlas_json_get_double (root, "s", 2), ==, 2);
  g_assert_null (atlas_json_get_string (root, "n"));

  /* Written again as it was, digit by digit. */
  atlas_json_write (out, root, 0);
  g_assert_cmpstr (out->str, ==, text);
}

static void
test_encoded (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  atlas_encode_visible (
      out, "a\tb\nc\rd\x1b\x7f\302\205\342\200\256\330\234\342\200\250z");
  g_assert_cmpstr (out->str, ==,
                   "a\\tb\\nc\\rd\\x1b\\x7f\\x85\\u202e\\u061c\\u2028z");
  g_string_truncate (out, 0);
  atlas_encode_xml_text (out, "<&>\"'\t\n\r\x01\357\277\276\360\237\214\215");
  g_assert_cmpstr (out->str, ==,
                   "&lt;&amp;&gt;&quot;'&#9;&#10;&#13;\357\277\275\357\277\275"
                   "\360\237\214\215");
  g_string_truncate (out, 0);
  atlas_encode_xml_text (out, NULL);
  atlas_encode_visible (out, NULL);
  g_assert_cmpstr (out->str, ==, "");
}

/* One file by itself: read, gone, and a folder listed in part. */
static void
test_file (void)
{
  g_autofree char *folder = nasty_folder_new ();
  g_autofree char *text = nasty_sample_text ("A-town");
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AtlasLoadedFile) read = NULL;
  g_autoptr (AtlasLoadedFile) gone = NULL;
  g_autoptr (AtlasLoadedFile) partial = NULL;
  g_auto (GValue) boxed = G_VALUE_INIT;

  nasty_write (folder, "a.txt", text);
  read = atlas_loaded_file_read (file, "a.txt");
  g_assert_cmpuint (read->n_profiles, ==, 1);
  g_assert_false (atlas_loaded_file_has_failed (read));
  g_assert_false (atlas_loaded_file_is_partial (read));
  g_value_init (&boxed, ATLAS_TYPE_LOADED_FILE);
  g_value_set_boxed (&boxed, read);
  g_assert_true (g_value_get_boxed (&boxed) == read);

  g_assert_cmpint (g_unlink (path), ==, 0);
  gone = atlas_loaded_file_read (file, "a.txt");
  g_assert_true (atlas_loaded_file_has_failed (gone));
  g_assert_cmpint (gone->problems[0]->code, ==, ATLAS_PROBLEM_VANISHED);

  partial = atlas_loaded_file_new_from_problem (
      NULL, folder, make_problem (ATLAS_PROBLEM_FOLDER_INCOMPLETE));
  g_assert_true (atlas_loaded_file_is_partial (partial));
  nasty_folder_remove (g_steal_pointer (&folder));
}

/* The standard input, as a pipe, and the standard output. */
static void
test_descriptors (void)
{
  g_autofree char *text = nasty_sample_text ("A-town");
  g_autoptr (AtlasFileReader) reader = atlas_file_reader_new ();
  g_autoptr (AtlasLoadedFile) read = NULL;
  g_autoptr (AtlasOutput) output = NULL;
  g_autoptr (GString) string = g_string_new (text);
  g_autoptr (GError) error = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  output = atlas_output_new_for_descriptor (ends[1]);
  g_assert_true (atlas_output_write_string (output, string, &error));
  g_assert_cmpuint (string->len, ==, 0);
  g_assert_true (atlas_output_finish (output, &error));
  g_assert_no_error (error);
  close (ends[1]);

  read = atlas_file_reader_read_descriptor (reader, ends[0], "-");
  close (ends[0]);
  g_assert_cmpuint (read->n_profiles, ==, 1);
  g_assert_cmpstr (read->source, ==, "-");
  g_assert_cmpstr (read->profiles[0]->cluster, ==, "A-town");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/tables", test_tables);
  g_test_add_func ("/words/problem-row", test_problem_row);
  g_test_add_func ("/words/tail", test_tail);
  g_test_add_func ("/words/status", test_status);
  g_test_add_func ("/words/values", test_values);
  g_test_add_func ("/words/encoded", test_encoded);
  g_test_add_func ("/words/file", test_file);
  g_test_add_func ("/words/descriptors", test_descriptors);

  return g_test_run ();
}

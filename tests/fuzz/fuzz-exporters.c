/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "atlas-data-rows.h"
#include "atlas-json-reader.h"
#include "atlas-json-writer.h"
#include "atlas-network-writer.h"
#include "atlas-text-parser.h"
#include "atlas-text-writer.h"

/* Whatever was read from any bytes, in either form, comes back from what is
 * exported: equal from JSON and from the text form, cell by cell from CSV and
 * TSV, and with every label from the formats of networks. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A network of more profiles says nothing new, but takes its time. */
#define MAX_PROFILES 12

typedef struct
{
  GPtrArray *profiles;
  GPtrArray *problems;
} Reading;

static Reading
read_any (const char *data, gsize length)
{
  Reading reading = {
    g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref),
    g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref),
  };

  if (atlas_json_is_likely (data, length))
    atlas_json_read (data, length, "fuzz", reading.profiles, reading.problems);
  else
    atlas_text_parse (data, length, "fuzz", reading.profiles, reading.problems);

  return reading;
}

static void
clear_reading (Reading *reading)
{
  g_ptr_array_unref (reading->profiles);
  g_ptr_array_unref (reading->problems);
}

static void
assert_same (const GPtrArray *expected, const GPtrArray *found)
{
  guint i;

  g_assert_cmpuint (found->len, ==, expected->len);
  for (i = 0; i < found->len; i++)
    g_assert_true (atlas_profile_equal (expected->pdata[i], found->pdata[i]));
}

static void
check_json (const Reading *reading, const AtlasNetwork *network)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Reading again;
  guint i;

  atlas_json_write_head (out);
  for (i = 0; i < reading->profiles->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      atlas_json_write_profile (out, reading->profiles->pdata[i]);
    }
  atlas_json_write_tail (out, network,
                         (AtlasProblem *const *) reading->problems->pdata,
                         reading->problems->len);
  g_assert_true (g_utf8_validate (out->str, (gssize) out->len, NULL));

  again = read_any (out->str, out->len);
  assert_same (reading->profiles, again.profiles);
  clear_reading (&again);
}

/* All profiles one behind the other in one text. Only of a sound reading: what
 * was damaged is written as not available, and may then lack what makes a
 * profile. */
static void
check_text (const Reading *reading)
{
  guint i;

  for (i = 0; i < reading->profiles->len; i++)
    {
      const AtlasProfile *profile = reading->profiles->pdata[i];
      g_autoptr (GString) out = g_string_new (NULL);
      Reading again;

      atlas_text_write (profile, out);
      if (out->len > ATLAS_TEXT_MAX_BYTES)
        continue;
      again = read_any (out->str, out->len);
      g_assert_cmpuint (again.profiles->len, ==, 1);
      g_assert_true (atlas_profile_equal (profile, again.profiles->pdata[0]));
      clear_reading (&again);
    }
}

/* A table as any program reads it: rows of cells. */
static GPtrArray *
read_table (const char *at, char separator)
{
  GPtrArray *rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = NULL;

  while (*at != '\0')
    {
      GString *cell = g_string_new (NULL);

      if (row == NULL)
        {
          row = g_ptr_array_new_with_free_func (g_free);
          g_ptr_array_add (rows, row);
        }
      if (*at == '"')
        {
          for (at++; *at != '"' || at[1] == '"'; at++)
            {
              g_assert_cmpint (*at, !=, '\0');
              g_string_append_c (cell, *at);
              at += *at == '"';
            }
          at++;
        }
      else
        {
          for (; *at != separator && *at != '\n'; at++)
            {
              g_assert_cmpint (*at, !=, '\0');
              g_assert_cmpint (*at, !=, '"');
              g_string_append_c (cell, *at);
            }
        }
      g_ptr_array_add (row, g_string_free (cell, FALSE));
      g_assert_true (*at == separator || *at == '\n');
      if (*at++ == '\n')
        row = NULL;
    }
  g_assert_null (row);

  return rows;
}

static const char *
get_cell (const GPtrArray *rows, guint row, const char *column)
{
  const GPtrArray *head = rows->pdata[0];
  const GPtrArray *cells = rows->pdata[row];
  guint i;

  g_assert_cmpuint (cells->len, ==, head->len);
  for (i = 0; i < head->len; i++)
    if (strcmp (head->pdata[i], column) == 0)
      return cells->pdata[i];

  g_error ("no column %s", column);
}

static void
assert_text (const GPtrArray *rows,
             guint row,
             const char *column,
             const char *text)
{
  const char *cell = get_cell (rows, row, column);

  /* No cell that a spreadsheet would run. */
  if (cell[0] != '\0' && cell[1] != '\0')
    g_assert_null (strchr ("=+-@\t\r", cell[0]));
  if (cell[0] == '\'' && (text == NULL || text[0] != '\''))
    cell++;
  g_assert_cmpstr (cell, ==, text != NULL ? text : "");
}

static void
assert_number (const GPtrArray *rows,
               guint row,
               const char *column,
               const AtlasNumber *number)
{
  const char *cell = get_cell (rows, row, column);
  char *end = NULL;
  double value = g_ascii_strtod (cell, &end);

  g_assert_cmpint (*end, ==, '\0');
  g_assert_cmpint (*cell != '\0', ==, atlas_number_is_given (number));
  if (*cell != '\0')
    g_assert_cmpfloat_with_epsilon (value, number->value,
                                    1e-9 * (1 + number->value));
}

static void
assert_row (const GPtrArray *rows, guint row, const AtlasProfile *profile)
{
  static const char *const lists[] = { "applicants", "publishers" };
  guint kind, i;

  assert_text (rows, row, "cluster", profile->cluster);
  assert_text (rows, row, "economy", profile->economy);
  assert_text (rows, row, "demonym", profile->demonym);
  assert_number (rows, row, "edition", &profile->edition);
  assert_number (rows, row, "rank", &profile->rank);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    for (i = 0; i < profile->n_entries[kind]; i++)
      {
        const AtlasEntry *entry = &profile->entries[kind][i];
        g_autofree char *name =
            g_strdup_printf ("%s.%u.name", lists[kind], i + 1);
        g_autofree char *count =
            g_strdup_printf ("%s.%u.count", lists[kind], i + 1);
        g_autofree char *share =
            g_strdup_printf ("%s.%u.share", lists[kind], i + 1);

        assert_text (rows, row, name, entry->name);
        assert_number (rows, row, count, &entry->count);
        assert_number (rows, row, share, &entry->share);
      }
}

/* All rows that wait, as they are in a table of @width. */
static void
take_rows (GString *out,
           const GString *waiting,
           const AtlasDataWidth *width,
           char separator)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  const char *at = waiting->str;

  while (at < waiting->str + waiting->len)
    {
      gsize length;
      const char *text =
          atlas_data_rows_take (&at, width, separator, buffer, &length);

      g_string_append_len (out, text, (gssize) length);
    }
}

/* The rows wait with the columns known so far, as in an export. */
static void
check_table (const Reading *reading, char separator)
{
  g_autoptr (GString) waiting = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  AtlasDataWidth width = ATLAS_DATA_WIDTH_INIT;
  guint i;

  for (i = 0; i < reading->profiles->len; i++)
    {
      atlas_data_width_fit (&width, reading->profiles->pdata[i]);
      atlas_data_rows_append (waiting, reading->profiles->pdata[i], &width,
                              separator);
    }
  atlas_data_table_write_head (out, ATLAS_DATA_TABLE_PROFILES, &width,
                               separator);
  take_rows (out, waiting, &width, separator);

  rows = read_table (out->str, separator);
  g_assert_cmpuint (rows->len, ==, reading->profiles->len + 1);
  for (i = 0; i < reading->profiles->len; i++)
    assert_row (rows, i + 1, reading->profiles->pdata[i]);
}

static void
check_problems (const Reading *reading)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = NULL;
  guint i;

  atlas_data_table_write_head (out, ATLAS_DATA_TABLE_PROBLEMS, NULL, ',');
  for (i = 0; i < reading->problems->len; i++)
    atlas_data_table_write_problem (out, reading->problems->pdata[i], ',');

  rows = read_table (out->str, ',');
  g_assert_cmpuint (rows->len, ==, reading->problems->len + 1);
  for (i = 0; i < reading->problems->len; i++)
    {
      const AtlasProblem *problem = reading->problems->pdata[i];

      assert_text (rows, i + 1, "text", problem->text);
      assert_text (rows, i + 1, "code",
                   atlas_problem_code_get_nick (problem->code));
    }
}

/* @text with what no XML document can hold replaced. */
static char *
to_xml (const char *text)
{
  GString *xml = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe
          || c == 0xffff)
        c = 0xfffd;
      g_string_append_unichar (xml, c);
    }

  return g_string_free (xml, FALSE);
}

static void
take_label (GMarkupParseContext *context,
            const char *element,
            const char **names,
            const char **values,
            gpointer data,
            GError **error)
{
  GPtrArray *labels = data;
  guint i;

  if (strcmp (element, "node") != 0)
    return;

  for (i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "label") == 0 || strcmp (names[i], "id") == 0)
      g_ptr_array_add (labels, g_strconcat (names[i], "=", values[i], NULL));
}

static GPtrArray *
read_labels (const AtlasNetwork *network, AtlasNetworkFormat format)
{
  static const GMarkupParser parser = { .start_element = take_label };
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, 0, labels, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  atlas_network_write (out, network, format, 0);
  g_markup_parse_context_parse (context, out->str, (gssize) out->len, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return labels;
}

static void
check_network (const AtlasNetwork *network)
{
  g_autoptr (GPtrArray) graphml = read_labels (network, ATLAS_NETWORK_GRAPHML);
  g_autoptr (GPtrArray) gexf = read_labels (network, ATLAS_NETWORK_GEXF);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const AtlasPlace *places;
  gsize i, n_places;

  places = atlas_network_get_places (network, &n_places);
  g_assert_cmpuint (graphml->len, ==, n_places);
  g_assert_cmpuint (gexf->len, ==, 2 * n_places);
  for (i = 0; i < n_places; i++)
    {
      g_autofree char *xml = to_xml (places[i].label);
      g_autofree char *label = g_strconcat ("label=", xml, NULL);

      g_assert_true (
          g_ptr_array_find_with_equal_func (gexf, label, g_str_equal, NULL));
    }

  atlas_network_write (out, network, ATLAS_NETWORK_VOSVIEWER, 0);
  json_parser_load_from_data (parser, out->str, (gssize) out->len, &error);
  g_assert_no_error (error);

  g_string_truncate (out, 0);
  atlas_network_write (out, network, ATLAS_NETWORK_PAJEK, 0);
  g_assert_true (g_utf8_validate (out->str, (gssize) out->len, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Reading reading = read_any ((const char *) data, size);

  if (reading.profiles->len > 0 && reading.profiles->len <= MAX_PROFILES)
    {
      g_autoptr (AtlasNetwork) network = atlas_network_new (
          (const AtlasProfile *const *) reading.profiles->pdata,
          reading.profiles->len, NULL);

      atlas_network_measure (network, NULL, NULL);
      atlas_network_arrange (network, NULL, NULL);
      check_json (&reading, network);
      check_network (network);
      check_table (&reading, ',');
      check_table (&reading, '\t');
      if (reading.problems->len == 0)
        check_text (&reading);
    }
  check_problems (&reading);
  clear_reading (&reading);

  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cells.h"
#include "atlas-encode.h"

/* Cells are the same as those that are appended one by one, wherever the room
 * for them ends. */

#define N_ROWS 3000

/* One of the texts that make a difference, of any length. */
static char *
make_text (GRand *rand)
{
  static const char *const marks[] = { "",  ",", "\t", "\"", "\n", "\r",  "=",
                                       "+", "-", "@",  "é",  "中", "\x01" };
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, 40);
  const char *mark = marks[g_rand_int_range (rand, 0, G_N_ELEMENTS (marks))];
  guint at = n > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n) : 0;

  if (g_rand_int_range (rand, 0, 10) == 0)
    n = (guint) g_rand_int_range (rand, 100, 2000);
  for (guint i = 0; i < n; i++)
    if (i == at)
      g_string_append (text, mark);
    else
      g_string_append_c (text, (char) g_rand_int_range (rand, ' ', 'z'));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static AtlasNumber
make_number (GRand *rand)
{
  static const double sizes[] = { 1,   10,   100,  1e4,  99999999, 1e8,
                                  1e9, 1e15, 1e16, 1e20, 1e300 };
  double size = sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))];
  AtlasNumber number = {
    .value = g_rand_double (rand) * size,
    .state = ATLAS_NUMBER_GIVEN,
    .decimals = (guint8) g_rand_int_range (rand, 0, 10),
  };

  if (g_rand_boolean (rand))
    number.value = floor (number.value);
  if (g_rand_int_range (rand, 0, 8) == 0)
    number.value = -number.value;

  return number;
}

static void
append_number (GString *out, const AtlasNumber *number)
{
  if (number->decimals > 0)
    atlas_encode_fixed (out, number->value, number->decimals);
  else
    atlas_encode_number (out, number);
}

/* A row of texts and numbers in any order, put down in both ways. */
static void
check_row (GRand *rand, GString *out, GString *expected, char separator)
{
  guint n_cells = (guint) g_rand_int_range (rand, 1, 30);
  AtlasCells cells;
  char *at = atlas_cells_begin (&cells, out, n_cells, separator);

  for (guint i = 0; i < n_cells; i++)
    {
      AtlasNumber number = make_number (rand);
      g_autofree char *text = NULL;
      guint32 whole;

      if (i > 0)
        g_string_append_c (expected, separator);
      switch (g_rand_int_range (rand, 0, 6))
        {
        case 0:
          at = atlas_cells_put_nothing (&cells, at);
          break;
        case 1:
          at = atlas_cells_put_number (&cells, at, &number);
          append_number (expected, &number);
          break;
        case 2:
          at =
              atlas_cells_put_digits (&cells, at, number.value, number.decimals,
                                      MIN (number.decimals, 1));
          atlas_encode_shortest (expected, number.value, number.decimals);
          break;
        case 3:
          whole = g_rand_int (rand) >> (i % 32);
          at = atlas_cells_put_integer (&cells, at, whole);
          atlas_encode_integer (expected, whole);
          break;
        case 4:
          at = atlas_cells_put_text (&cells, at, NULL);
          break;
        default:
          text = make_text (rand);
          at = atlas_cells_put_text (&cells, at, text);
          atlas_encode_csv_text (expected, text, separator);
          break;
        }
      g_assert_true (at <= out->str + out->allocated_len - 1);
    }
  atlas_cells_end (&cells, at);
  g_string_append_c (expected, '\n');
}

/* Into one text, which grows, and into a new one for each row, where there is
 * room for little. */
static void
test_rows (gconstpointer data)
{
  char separator = *(const char *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) all_expected = g_string_new (NULL);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (GString) row = g_string_sized_new (i % 60);
      g_autoptr (GString) expected = g_string_new (NULL);

      check_row (rand, row, expected, separator);
      g_assert_cmpstr (row->str, ==, expected->str);
      g_assert_cmpuint (row->len, ==, expected->len);
      check_row (rand, all, all_expected, separator);
      g_assert_cmpuint (strlen (all->str), ==, all->len);
    }
  g_assert_cmpstr (all->str, ==, all_expected->str);
}

/* A text that takes all the room there is leaves that of the numbers. */
static void
test_full (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *text = NULL;
  AtlasCells cells;
  char *at = atlas_cells_begin (&cells, out, 40, ',');
  const char *start = at;

  text = g_strnfill ((gsize) (cells.limit - at) - ATLAS_CELLS_BLOCK, 'x');
  at = atlas_cells_put_text (&cells, at, text);
  g_assert_true (start == out->str);
  for (guint i = 0; i < 40; i++)
    at = atlas_cells_put_digits (&cells, at, -98765432.1234567, 7, 7);
  g_assert_true (at <= out->str + out->allocated_len - 1);
  atlas_cells_end (&cells, at);
  g_assert_cmpuint (out->len, ==, strlen (text) + 1 + 40 * 18);
}

/* Numbers whose last digit moves all the others. */
static void
test_carries (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *fixed;
  } cases[] = {
    { 99.99996, 4, "100.0000" },
    { 99.99996, 5, "99.99996" },
    { 9.9999, 2, "10.00" },
    { 0.99999999, 7, "1.0000000" },
    { 99999998.9, 0, "99999999" },
    { 99999999.4, 0, "99999999" },
    { 99999999.9, 0, "100000000" },
    { -0.04, 1, "0.0" },
    { -0.06, 1, "-0.1" },
    { 0.5, 0, "0" },
    { 1.5, 0, "2" },
    { 99.5, 0, "100" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      AtlasCells cells;
      char *at = atlas_cells_begin (&cells, out, 1, ',');

      at = atlas_cells_put_digits (&cells, at, cases[i].value,
                                   cases[i].decimals, cases[i].decimals);
      atlas_cells_end (&cells, at);
      g_string_truncate (out, out->len - 1);
      g_assert_cmpstr (out->str, ==, cases[i].fixed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/cells/commas", ",", test_rows);
  g_test_add_data_func ("/cells/tabs", "\t", test_rows);
  g_test_add_func ("/cells/full", test_full);
  g_test_add_func ("/cells/carries", test_carries);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-spool.h"

#include <string.h>

#define BLOCK_BYTES (2 * 1024 * 1024)

static void
test_empty (void)
{
  g_autoptr (AtlasSpool) spool = atlas_spool_new ();
  gsize length = 1;

  g_assert_null (atlas_spool_peek (spool, &length));
  g_assert_cmpuint (length, ==, 0);
  atlas_spool_drop (spool);
}

/* What comes out is what went in, in order, and no piece is torn. */
static void
test_order (void)
{
  static const gsize sizes[] = { 1, 3, BLOCK_BYTES - 5, 2, BLOCK_BYTES + 7, 4 };
  g_autoptr (AtlasSpool) spool = atlas_spool_new ();
  gsize i = 0, n = 0;
  const char *data;
  gsize length;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      char *piece = atlas_spool_add (spool, sizes[i]);

      memset (piece, (int) ('a' + i), sizes[i]);
    }

  i = 0;
  while ((data = atlas_spool_peek (spool, &length)) != NULL)
    {
      const char *end = data + length;

      for (; data < end; data += sizes[i++])
        {
          g_assert_cmpuint (i, <, G_N_ELEMENTS (sizes));
          g_assert_cmpuint (sizes[i], <=, (gsize) (end - data));
          for (n = 0; n < sizes[i]; n++)
            g_assert_true (data[n] == (char) ('a' + i));
        }
      atlas_spool_drop (spool);
    }
  g_assert_cmpuint (i, ==, G_N_ELEMENTS (sizes));
}

/* A piece grows only where there is room right behind it. */
static void
test_extend (void)
{
  g_autoptr (AtlasSpool) spool = atlas_spool_new ();
  g_autofree char *large = g_malloc0 (BLOCK_BYTES);
  gsize length = 0;
  char *piece;

  g_assert_false (atlas_spool_extend (spool, "x", 1));
  piece = atlas_spool_add (spool, 2);
  memcpy (piece, "ab", 2);
  g_assert_true (atlas_spool_extend (spool, "c", 1));
  g_assert_false (atlas_spool_extend (spool, large, BLOCK_BYTES - 2));
  g_assert_true (atlas_spool_extend (spool, large, BLOCK_BYTES - 3));
  g_assert_false (atlas_spool_extend (spool, "x", 1));

  g_assert_true (atlas_spool_peek (spool, &length) == piece);
  g_assert_cmpuint (length, ==, BLOCK_BYTES);
  g_assert_cmpmem (piece, 3, "abc", 3);
}

/* What nobody took goes with the spool. */
static void
test_rest (void)
{
  g_autoptr (AtlasSpool) spool = atlas_spool_new ();

  memcpy (atlas_spool_add (spool, 4), "rest", 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spool/empty", test_empty);
  g_test_add_func ("/spool/order", test_order);
  g_test_add_func ("/spool/extend", test_extend);
  g_test_add_func ("/spool/rest", test_rest);

  return g_test_run ();
}

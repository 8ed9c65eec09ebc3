/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-row-query.h"

#include "atlas-file-problem.h"

/* A query while it runs. */
typedef struct
{
  const AtlasRowQuery *query;
  AtlasRowSet *rows;
  AtlasDocument *document;
  gboolean document_passes;
} Run;

/**
 * atlas_row_query_copy:
 * @self: a query
 * @copy: (out caller-allocates): a copy that shares nothing that can change
 */
void
atlas_row_query_copy (const AtlasRowQuery *self, AtlasRowQuery *copy)
{
  g_return_if_fail (self != NULL && copy != NULL);

  *copy = *self;
  copy->words = g_strdupv (self->words);
  if (self->filters != NULL)
    copy->filters = atlas_filter_set_copy (self->filters);
  if (self->hidden != NULL)
    g_hash_table_ref (self->hidden);
  if (self->pinned != NULL)
    g_hash_table_ref (self->pinned);
}

/**
 * atlas_row_query_clear:
 * @self: a query
 *
 * Frees what the query holds.
 */
void
atlas_row_query_clear (AtlasRowQuery *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->words, g_strfreev);
  g_clear_object (&self->filters);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->pinned, g_hash_table_unref);
}

static gboolean
in_set (GHashTable *keys, AtlasDocument *document)
{
  return keys != NULL
         && g_hash_table_contains (keys, atlas_document_get_key (document));
}

static gboolean
document_passes (const AtlasRowQuery *query, AtlasDocument *document)
{
  if (in_set (query->hidden, document))
    return FALSE;

  return query->filters == NULL
         || atlas_filter_set_matches (query->filters, document);
}

static gboolean
problem_passes (const AtlasRowQuery *query, const AtlasProblem *problem)
{
  return atlas_problem_get_severity (problem) == ATLAS_SEVERITY_ERROR
             ? query->errors
             : query->warnings;
}

static gboolean
row_passes (Run *run, guint row)
{
  const AtlasRowData *data = atlas_row_set_get_row (run->rows, row);

  if (ATLAS_IS_DOCUMENT (data->owner))
    {
      /* Rows of one document follow each other: it is asked once. */
      if (run->document != (AtlasDocument *) data->owner)
        {
          run->document = ATLAS_DOCUMENT (data->owner);
          run->document_passes = document_passes (run->query, run->document);
        }
      if (!run->document_passes)
        return FALSE;
    }
  else if (ATLAS_IS_FILE_PROBLEM (data->owner)
           && !problem_passes (run->query, data->item))
    return FALSE;

  return run->query->words == NULL
         || atlas_row_set_matches (run->rows, row,
                                   (const char *const *) run->query->words);
}

static gboolean
is_pinned (const Run *run, guint row)
{
  AtlasDocument *document =
      atlas_row_data_get_document (atlas_row_set_get_row (run->rows, row));

  return document != NULL && in_set (run->query->pinned, document);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Run *run = user_data;
  const guint32 one = *(const guint32 *) a;
  const guint32 other = *(const guint32 *) b;
  guint i;

  if (run->query->pinned != NULL)
    {
      int order = is_pinned (run, other) - is_pinned (run, one);

      if (order != 0)
        return order;
    }

  for (i = 0; i < run->query->n_keys; i++)
    {
      const AtlasSortKey *key = &run->query->keys[i];
      int order = atlas_row_set_compare (run->rows, key->column,
                                         key->descending, one, other);

      if (order != 0)
        return order;
    }

  return (one > other) - (one < other);
}

static GArray *
merge (GArray *a, GArray *b, Run *run)
{
  GArray *both =
      g_array_sized_new (FALSE, FALSE, sizeof (guint32), a->len + b->len);
  guint i = 0;
  guint j = 0;

  while (i < a->len && j < b->len)
    {
      guint32 *one = &g_array_index (a, guint32, i);
      guint32 *other = &g_array_index (b, guint32, j);

      if (compare_rows (one, other, run) < 0)
        {
          g_array_append_val (both, *one);
          i++;
        }
      else
        {
          g_array_append_val (both, *other);
          j++;
        }
    }
  if (i < a->len)
    g_array_append_vals (both, &g_array_index (a, guint32, i), a->len - i);
  if (j < b->len)
    g_array_append_vals (both, &g_array_index (b, guint32, j), b->len - j);

  return both;
}

/**
 * atlas_row_query_run:
 * @self: a query
 * @rows: all rows; keys and texts are made in it as needed
 * @before: (nullable) (element-type guint32): the result of the same query for
 *   the first @n_same rows
 * @n_same: how many rows @before was made of
 *
 * The rows that pass, in order. Rows that are equal by all keys keep the order
 * in which they were loaded. May run on any thread.
 *
 * Returns: (transfer full) (element-type guint32): indices into @rows
 */
GArray *
atlas_row_query_run (const AtlasRowQuery *self,
                     AtlasRowSet *rows,
                     GArray *before,
                     guint n_same)
{
  Run run = { self, rows, NULL, FALSE };
  g_autoptr (GArray) order = NULL;
  guint32 i;
  guint n;

  g_return_val_if_fail (self != NULL && rows != NULL, NULL);

  for (i = 0; i < self->n_keys; i++)
    atlas_row_set_prepare_column (rows, self->keys[i].column);
  if (self->words != NULL)
    atlas_row_set_prepare_search (rows);

  n = atlas_row_set_get_n_rows (rows);
  order = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (i = before != NULL ? n_same : 0; i < n; i++)
    if (row_passes (&run, i))
      g_array_append_val (order, i);

  g_qsort_with_data (order->data, (int) order->len, sizeof (guint32),
                     compare_rows, &run);

  return before != NULL ? merge (before, order, &run)
                        : g_steal_pointer (&order);
}

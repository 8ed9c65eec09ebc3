/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-column-sorter.h"

struct _AtlasColumnSorter
{
  GtkSorter parent_instance;

  guint column;
};

G_DEFINE_FINAL_TYPE (AtlasColumnSorter, atlas_column_sorter, GTK_TYPE_SORTER)

/* What find_first() asks with: it takes the place of an item, and the first
 * sorter that sees it writes its column on it. */
#define ATLAS_TYPE_COLUMN_QUESTION (atlas_column_question_get_type ())
G_DECLARE_FINAL_TYPE (AtlasColumnQuestion,
                      atlas_column_question,
                      ATLAS,
                      COLUMN_QUESTION,
                      GObject)

struct _AtlasColumnQuestion
{
  GObject parent_instance;

  gboolean answered;
  guint column;
};

G_DEFINE_FINAL_TYPE (AtlasColumnQuestion, atlas_column_question, G_TYPE_OBJECT)

static void
atlas_column_question_class_init (AtlasColumnQuestionClass *klass)
{
}

static void
atlas_column_question_init (AtlasColumnQuestion *self)
{
}

static GtkOrdering
atlas_column_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  AtlasColumnSorter *self = ATLAS_COLUMN_SORTER (sorter);

  if (!ATLAS_IS_COLUMN_QUESTION (a))
    return GTK_ORDERING_EQUAL;

  ATLAS_COLUMN_QUESTION (a)->answered = TRUE;
  ATLAS_COLUMN_QUESTION (a)->column = self->column;

  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
atlas_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
atlas_column_sorter_class_init (AtlasColumnSorterClass *klass)
{
  GtkSorterClass *sorter_class = GTK_SORTER_CLASS (klass);

  sorter_class->compare = atlas_column_sorter_compare;
  sorter_class->get_order = atlas_column_sorter_get_order;
}

static void
atlas_column_sorter_init (AtlasColumnSorter *self)
{
}

/**
 * atlas_column_sorter_new:
 * @column: number of the column in its table
 *
 * Returns: (transfer full): a sorter for the heading of this column
 */
GtkSorter *
atlas_column_sorter_new (guint column)
{
  AtlasColumnSorter *self = g_object_new (ATLAS_TYPE_COLUMN_SORTER, NULL);

  self->column = column;
  return GTK_SORTER (self);
}

/**
 * atlas_column_sorter_find_first:
 * @view_sorter: the sorter of a column view whose columns have sorters of this
 *   class
 * @column: (out): the column that is its first key
 * @descending: (out): whether it is turned round
 *
 * GTK 4.8 does not tell which heading was clicked. The sorter of the view asks
 * the sorters of its columns one by one, in the order of their keys, until one
 * does not say "equal", and turns the answer of a descending one round: so a
 * sorter that notes that it was asked and says "smaller" tells both.
 *
 * Returns: whether there is a first key
 */
gboolean
atlas_column_sorter_find_first (GtkSorter *view_sorter,
                                guint *column,
                                gboolean *descending)
{
  g_autoptr (AtlasColumnQuestion) question = NULL;
  g_autoptr (AtlasColumnQuestion) other = NULL;
  GtkOrdering order;

  g_return_val_if_fail (GTK_IS_SORTER (view_sorter), FALSE);
  g_return_val_if_fail (column != NULL && descending != NULL, FALSE);

  question = g_object_new (ATLAS_TYPE_COLUMN_QUESTION, NULL);
  other = g_object_new (ATLAS_TYPE_COLUMN_QUESTION, NULL);
  order = gtk_sorter_compare (view_sorter, question, other);
  if (!question->answered)
    return FALSE;

  *column = question->column;
  *descending = order == GTK_ORDERING_LARGER;
  return TRUE;
}

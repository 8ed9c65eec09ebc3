/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-file-problem.h"

struct _AtlasFileProblem
{
  GObject parent_instance;

  AtlasProblem *problem;
  GFile *file;
};

G_DEFINE_FINAL_TYPE (AtlasFileProblem, atlas_file_problem, G_TYPE_OBJECT)

static void
atlas_file_problem_finalize (GObject *object)
{
  AtlasFileProblem *self = ATLAS_FILE_PROBLEM (object);

  g_clear_pointer (&self->problem, atlas_problem_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (atlas_file_problem_parent_class)->finalize (object);
}

static void
atlas_file_problem_class_init (AtlasFileProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_file_problem_finalize;
}

static void
atlas_file_problem_init (AtlasFileProblem *self)
{
}

/**
 * atlas_file_problem_new:
 * @problem: a problem
 * @file: (nullable): the file it is about; %NULL when it is about a folder as
 *   a whole
 *
 * Returns: (transfer full): the item for a list of problems
 */
AtlasFileProblem *
atlas_file_problem_new (AtlasProblem *problem, GFile *file)
{
  AtlasFileProblem *self;

  g_return_val_if_fail (problem != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (ATLAS_TYPE_FILE_PROBLEM, NULL);
  self->problem = atlas_problem_ref (problem);
  self->file = file != NULL ? g_object_ref (file) : NULL;

  return self;
}

/**
 * atlas_file_problem_get_problem:
 * @self: an item
 *
 * Returns: (transfer none): the problem
 */
const AtlasProblem *
atlas_file_problem_get_problem (AtlasFileProblem *self)
{
  g_return_val_if_fail (ATLAS_IS_FILE_PROBLEM (self), NULL);

  return self->problem;
}

/**
 * atlas_file_problem_get_file:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the file
 */
GFile *
atlas_file_problem_get_file (AtlasFileProblem *self)
{
  g_return_val_if_fail (ATLAS_IS_FILE_PROBLEM (self), NULL);

  return self->file;
}

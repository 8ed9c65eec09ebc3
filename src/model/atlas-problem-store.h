/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-file-problem.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROBLEM_STORE (atlas_problem_store_get_type ())

/* All problems of all files: a GListModel of AtlasFileProblem. */
G_DECLARE_FINAL_TYPE (AtlasProblemStore,
                      atlas_problem_store,
                      ATLAS,
                      PROBLEM_STORE,
                      GObject)

/* Says whether a problem goes. */
typedef gboolean (*AtlasProblemFunc) (AtlasFileProblem *problem,
                                      gpointer user_data);

AtlasProblemStore *atlas_problem_store_new (void);

AtlasFileProblem *
atlas_problem_store_get (AtlasProblemStore *self, guint position);

guint
atlas_problem_store_count (AtlasProblemStore *self, AtlasSeverity severity);

void atlas_problem_store_append (AtlasProblemStore *self,
                                 AtlasFileProblem *const *problems,
                                 guint n_problems);

guint atlas_problem_store_remove_if (AtlasProblemStore *self,
                                     AtlasProblemFunc func,
                                     gpointer user_data);

void atlas_problem_store_clear (AtlasProblemStore *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-problem.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FILE_PROBLEM (atlas_file_problem_get_type ())

/* A problem and the file it is about, as an item of lists. */
G_DECLARE_FINAL_TYPE (AtlasFileProblem,
                      atlas_file_problem,
                      ATLAS,
                      FILE_PROBLEM,
                      GObject)

AtlasFileProblem *atlas_file_problem_new (AtlasProblem *problem, GFile *file);

const AtlasProblem *atlas_file_problem_get_problem (AtlasFileProblem *self);

GFile *atlas_file_problem_get_file (AtlasFileProblem *self);

G_END_DECLS

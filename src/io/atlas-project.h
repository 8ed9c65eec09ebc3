/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-aliases.h"

G_BEGIN_DECLS

#define ATLAS_PROJECT_ENDING ".clusteratlas"
#define ATLAS_PROJECT_FORMAT "cluster-atlas/project"
#define ATLAS_PROJECT_VERSION 1

/* A project file larger than this is none. */
#define ATLAS_PROJECT_MAX_BYTES (16 * 1024 * 1024)

/**
 * AtlasProject:
 *
 * What is kept of a session: which folders and files are open, and what was
 * done with them. A plain container: the session makes its state, a dictionary
 * of parts such as "filters", "columns", "pins", "chart" and "report", and
 * understands it; the project only keeps it. What a newer version has put into
 * a file is kept too and written back. Counted.
 */
typedef struct _AtlasProject AtlasProject;

/**
 * AtlasProjectError:
 * @ATLAS_PROJECT_ERROR_NOT_A_PROJECT: something else than a project file
 * @ATLAS_PROJECT_ERROR_DAMAGED: no valid JSON, or values of a wrong type
 * @ATLAS_PROJECT_ERROR_NEWER: written by a version that cannot be understood
 * @ATLAS_PROJECT_ERROR_TOO_LARGE: larger than any project
 */
typedef enum
{
  ATLAS_PROJECT_ERROR_NOT_A_PROJECT,
  ATLAS_PROJECT_ERROR_DAMAGED,
  ATLAS_PROJECT_ERROR_NEWER,
  ATLAS_PROJECT_ERROR_TOO_LARGE,
} AtlasProjectError;

#define ATLAS_PROJECT_ERROR (atlas_project_error_quark ())

GQuark atlas_project_error_quark (void);

AtlasProject *atlas_project_new (void);

AtlasProject *atlas_project_ref (AtlasProject *self);

void atlas_project_unref (AtlasProject *self);

AtlasProject *atlas_project_load (GFile *file, GError **error);

AtlasProject *atlas_project_parse (const char *data,
                                   gsize length,
                                   GFile *file,
                                   GError **error);

gboolean atlas_project_save (AtlasProject *self, GFile *file, GError **error);

char *atlas_project_to_json (const AtlasProject *self, GFile *file);

GFile *const *
atlas_project_get_roots (const AtlasProject *self, gsize *n_roots);

void atlas_project_set_roots (AtlasProject *self,
                              GFile *const *roots,
                              gsize n_roots);

GVariant *atlas_project_get_state (const AtlasProject *self);

void atlas_project_set_state (AtlasProject *self, GVariant *state);

AtlasAliases *atlas_project_get_aliases (const AtlasProject *self);

void atlas_project_set_aliases (AtlasProject *self, AtlasAliases *aliases);

gboolean atlas_project_is_project_file (GFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProject, atlas_project_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasOrganisationKind:
 * @ATLAS_ORGANISATION_OTHER: the name does not tell
 * @ATLAS_ORGANISATION_UNIVERSITY: a university or college
 * @ATLAS_ORGANISATION_HOSPITAL: a hospital or clinic
 * @ATLAS_ORGANISATION_INSTITUTE: an institute, academy or laboratory
 * @ATLAS_ORGANISATION_COMPANY: a company
 *
 * What an applicant or publisher is, as far as its name tells.
 */
typedef enum
{
  ATLAS_ORGANISATION_OTHER,
  ATLAS_ORGANISATION_UNIVERSITY,
  ATLAS_ORGANISATION_HOSPITAL,
  ATLAS_ORGANISATION_INSTITUTE,
  ATLAS_ORGANISATION_COMPANY,
  ATLAS_N_ORGANISATION_KINDS,
} AtlasOrganisationKind;

AtlasOrganisationKind atlas_organisation_guess_kind (const char *name);

const char *atlas_organisation_kind_get_nick (AtlasOrganisationKind kind);

const char *atlas_organisation_kind_get_label (AtlasOrganisationKind kind);

gboolean atlas_organisation_kind_from_nick (const char *nick,
                                            AtlasOrganisationKind *kind);

G_END_DECLS

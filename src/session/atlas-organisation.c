/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-organisation.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-fold.h"

/* Words that tell, in several languages of the field. A name is of the first
 * kind in this table that one of its words belongs to: "… UNIVERSITY HOSPITAL"
 * is a hospital, "… UNIVERSITY OF TECHNOLOGY CO., LTD" a company. */
static const struct
{
  AtlasOrganisationKind kind;
  const char *words;
} telling[] = {
  { ATLAS_ORGANISATION_COMPANY,
    " ltd limited inc incorporated corp corporation co company gmbh ag sa spa "
    "bv nv ab oy oyj plc llc kk kabushiki kaisha holdings group industries " },
  { ATLAS_ORGANISATION_HOSPITAL,
    " hospital hospitals clinic clinics klinik klinikum hopital hopitaux "
    "ospedale infirmary " },
  { ATLAS_ORGANISATION_UNIVERSITY,
    " university universities univ universitat universite universita "
    "universidad universidade universiteit universitet universitesi "
    "polytechnic polytechnique college school ecole hochschule eth epfl mit "
    "caltech " },
  { ATLAS_ORGANISATION_INSTITUTE,
    " institute institutes institution institut instituto istituto inst "
    "academy acad academie cas laboratory laboratories lab labs laboratoire "
    "council centre center foundation fraunhofer max planck cnrs inserm cea "
    "csic riken agency ministry national " },
};

static const struct
{
  const char *nick;
  const char *label;
} kinds[ATLAS_N_ORGANISATION_KINDS] = {
  [ATLAS_ORGANISATION_OTHER] = { "other", N_ ("Other organisations") },
  [ATLAS_ORGANISATION_UNIVERSITY] = { "university", N_ ("Universities") },
  [ATLAS_ORGANISATION_HOSPITAL] = { "hospital", N_ ("Hospitals") },
  [ATLAS_ORGANISATION_INSTITUTE] = { "institute",
                                     N_ ("Institutes and academies") },
  [ATLAS_ORGANISATION_COMPANY] = { "company", N_ ("Companies") },
};

/**
 * atlas_organisation_guess_kind:
 * @name: name of an applicant or publisher, as printed
 *
 * Profiles do not say what an organisation is; its name often does. A guess,
 * fit for filtering, and for nothing that is counted.
 *
 * Returns: the kind, %ATLAS_ORGANISATION_OTHER when no word tells
 */
AtlasOrganisationKind
atlas_organisation_guess_kind (const char *name)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  gsize i, j;

  g_return_val_if_fail (name != NULL, ATLAS_ORGANISATION_OTHER);

  folded = atlas_fold_search (name);
  words = g_strsplit (folded, " ", -1);

  for (i = 0; i < G_N_ELEMENTS (telling); i++)
    for (j = 0; words[j] != NULL; j++)
      {
        g_autofree char *word = g_strconcat (" ", words[j], " ", NULL);

        if (strstr (telling[i].words, word) != NULL)
          return telling[i].kind;
      }

  return ATLAS_ORGANISATION_OTHER;
}

/**
 * atlas_organisation_kind_get_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): its word in project files
 */
const char *
atlas_organisation_kind_get_nick (AtlasOrganisationKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_ORGANISATION_KINDS, NULL);

  return kinds[kind].nick;
}

/**
 * atlas_organisation_kind_get_label:
 * @kind: a kind
 *
 * Returns: (transfer none): its translated name
 */
const char *
atlas_organisation_kind_get_label (AtlasOrganisationKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_ORGANISATION_KINDS, NULL);

  return _ (kinds[kind].label);
}

/**
 * atlas_organisation_kind_from_nick:
 * @nick: a word from a project file
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
atlas_organisation_kind_from_nick (const char *nick,
                                   AtlasOrganisationKind *kind)
{
  guint i;

  g_return_val_if_fail (nick != NULL && kind != NULL, FALSE);

  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i].nick, nick) != 0)
        continue;
      *kind = i;
      return TRUE;
    }

  return FALSE;
}

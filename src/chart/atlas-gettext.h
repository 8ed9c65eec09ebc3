/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n.h>

#include "atlas-catalogue.h"

/* In place of <glib/gi18n.h> where figures are put into words that need not be
 * of the interface's language: the same marks, looked up where the format of
 * the thread says. */

#undef _
#undef C_
#undef ngettext
#define _(String) atlas_gettext (String)
#define C_(Context, String) \
  atlas_pgettext (Context "\004" String, sizeof (Context))
#define ngettext(One, Many, N) atlas_ngettext (One, Many, N)

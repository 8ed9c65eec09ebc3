/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report.h"

#include <string.h>

/* The order in which a report has its clusters, where nobody asked for
 * another. */

static int
compare_numbers (const AtlasNumber *a, const AtlasNumber *b)
{
  double x = atlas_number_is_given (a) ? a->value : G_MAXDOUBLE;
  double y = atlas_number_is_given (b) ? b->value : G_MAXDOUBLE;

  return x < y ? -1 : x > y;
}

static int
compare_names (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return strcmp (a, b);
}

static int
compare_profiles (gconstpointer a, gconstpointer b)
{
  const AtlasProfile *x = *(const AtlasProfile *const *) a;
  const AtlasProfile *y = *(const AtlasProfile *const *) b;
  int order = compare_numbers (&x->edition, &y->edition);

  if (order == 0)
    order = compare_numbers (&x->rank, &y->rank);
  if (order == 0)
    order = compare_names (x->cluster, y->cluster);
  if (order == 0)
    order = compare_names (x->source, y->source);
  if (order == 0)
    order = (x->first_line > y->first_line) - (x->first_line < y->first_line);

  return order;
}

/**
 * atlas_report_sort_profiles:
 * @profiles: (element-type AtlasProfile): what is reported on
 *
 * Puts profiles in the order of the index: by edition, by world rank, by name;
 * what is missing comes last. Names are compared byte by byte, so that the
 * order does not hang on the locale. Both the window and the command line use
 * it, and so make the same file of the same profiles, whatever order they were
 * read in.
 */
void
atlas_report_sort_profiles (GPtrArray *profiles)
{
  g_return_if_fail (profiles != NULL);

  g_ptr_array_sort (profiles, compare_profiles);
}

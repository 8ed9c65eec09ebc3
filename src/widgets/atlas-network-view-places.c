/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-fold.h"

/* What has to do with single places: selection, search, ways, surroundings. */

static const AtlasPlace *
get_places (AtlasNetworkView *self, gsize *n_places)
{
  *n_places = 0;
  if (self->network == NULL)
    return NULL;

  return atlas_network_get_places (self->network, n_places);
}

static void
show_details (AtlasNetworkView *self, const GArray *selected)
{
  if (self->network == NULL || selected->len != 1)
    atlas_network_details_show_nothing (self->details, selected->len);
  else
    atlas_network_details_show_place (self->details,
                                      g_array_index (selected, guint, 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.path",
                                 selected->len == 2);
}

static void
set_note (AtlasNetworkView *self, char *note)
{
  g_free (self->note);
  self->note = note;
  atlas_network_view_update_status (self);
}

/**
 * atlas_network_view_take_selection:
 * @self: a view
 *
 * Shows what the session has selected, in graph, list and details.
 */
void
atlas_network_view_take_selection (AtlasNetworkView *self)
{
  g_autoptr (GArray) selected = g_array_new (FALSE, FALSE, sizeof (guint));
  const AtlasPlace *places;
  gsize n_places;

  if (self->syncing)
    return;

  places = get_places (self, &n_places);
  for (guint i = 0; i < n_places; i++)
    if (atlas_session_is_place_selected (self->session, places[i].id))
      g_array_append_val (selected, i);

  atlas_network_canvas_select (
      self->canvas, (const guint *) (gpointer) selected->data, selected->len);
  atlas_network_canvas_set_path (self->canvas, NULL, 0);
  atlas_network_places_select (
      self->places, (const guint *) (gpointer) selected->data, selected->len);
  /* What is done with one place is done with the one selected. */
  if (selected->len == 1
      && atlas_network_canvas_get_focus_place (self->canvas)
             != (int) g_array_index (selected, guint, 0))
    atlas_network_canvas_set_focus_place (
        self->canvas, (int) g_array_index (selected, guint, 0));
  set_note (self, NULL);
  show_details (self, selected);
}

/**
 * atlas_network_view_give_selection:
 * @self: a view
 * @places: (element-type guint): indices of places of the network shown
 *
 * Selects these places in the session, and so in all views.
 */
void
atlas_network_view_give_selection (AtlasNetworkView *self, const GArray *places)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const AtlasPlace *all;
  gsize n_places;

  all = get_places (self, &n_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (keys, (gpointer) all[g_array_index (places, guint, i)].id);
  g_ptr_array_add (keys, NULL);
  atlas_session_select_places (self->session,
                               (const char *const *) keys->pdata);
}

/* --- search ------------------------------------------------------------- */

/* How well a name answers what was typed: 0 for not at all. */
static guint
get_rank (const char *name, const char *needle)
{
  g_autofree char *folded = atlas_fold_search (name);
  const char *found = strstr (folded, needle);

  if (found == NULL)
    return 0;
  if (found == folded)
    return 3;
  return found[-1] == ' ' ? 2 : 1;
}

static int
find_match (AtlasNetworkView *self,
            const char *needle,
            int after,
            guint *n_matches)
{
  const AtlasPlace *places;
  gsize n_places;
  double best_value = -1;
  int best = -1;
  int next = -1;

  *n_matches = 0;
  places = get_places (self, &n_places);
  for (int i = 0; i < (int) n_places; i++)
    {
      guint rank = get_rank (places[i].label, needle);
      double value = rank * 1e6 + places[i].named_by_any;

      if (rank == 0)
        continue;
      (*n_matches)++;
      if (value > best_value)
        {
          best_value = value;
          best = i;
        }
      if (next < 0 && i > after)
        next = i;
    }

  return after >= 0 && next >= 0 ? next : best;
}

/**
 * atlas_network_view_find:
 * @self: a view
 * @next: whether to go on from the place that has the keyboard
 *
 * Gives the keyboard to the place whose name answers best what is typed in the
 * search entry; names that begin with it come first, then those named most.
 */
void
atlas_network_view_find (AtlasNetworkView *self, gboolean next)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *needle = atlas_fold_search (text);
  g_autoptr (GArray) found = NULL;
  guint n_matches;
  guint place;
  int match;

  gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
  if (*needle == '\0')
    {
      set_note (self, NULL);
      return;
    }
  match = find_match (self, needle,
                      next ? atlas_network_canvas_get_focus_place (self->canvas)
                           : -1,
                      &n_matches);
  if (match < 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
      set_note (self, g_strdup (_ ("No place of this name is shown")));
      return;
    }

  place = (guint) match;
  atlas_network_canvas_set_focus_place (self->canvas, match);
  found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (found, place);
  atlas_network_view_give_selection (self, found);
  set_note (self, g_strdup_printf (
                      ngettext ("%u place found", "%u places found", n_matches),
                      n_matches));
}

/* --- ways --------------------------------------------------------------- */

/**
 * atlas_network_view_show_path:
 * @self: a view
 *
 * Brings out a shortest way between the two places that are selected.
 */
void
atlas_network_view_show_path (AtlasNetworkView *self)
{
  g_autoptr (GArray) selected =
      atlas_network_canvas_dup_selected (self->canvas);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree guint32 *path = NULL;
  const AtlasPlace *places;
  gsize n_places;
  gsize length = 0;

  if (selected->len != 2)
    return;
  places = get_places (self, &n_places);
  path = atlas_network_find_path (self->network,
                                  g_array_index (selected, guint, 0),
                                  g_array_index (selected, guint, 1), &length);
  if (path == NULL || length == 0)
    {
      set_note (self, g_strdup (_ ("No way leads from one to the other")));
      return;
    }
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " – " : "",
                            places[path[i]].label);
  atlas_network_canvas_set_path (self->canvas, path, length);
  set_note (self, g_strdup_printf (ngettext ("%u link: %s", "%u links: %s",
                                             (guint) length - 1),
                                   (guint) length - 1, names->str));
}

/**
 * atlas_network_view_show_surroundings:
 * @self: a view
 * @place: (nullable): key of a place
 * @depth: how many links away, 1 or 2; 0 for the whole network
 */
void
atlas_network_view_show_surroundings (AtlasNetworkView *self,
                                      const char *place,
                                      guint depth)
{
  g_return_if_fail (ATLAS_IS_NETWORK_VIEW (self));

  if (depth == 0)
    place = NULL;
  if (g_strcmp0 (self->center, place) == 0 && self->depth == depth)
    return;
  {
    char *center = g_strdup (place);

    g_free (self->center);
    self->center = center;
    self->center_waits = FALSE;
  }
  self->depth = depth;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.whole",
                                 place != NULL);
  atlas_network_canvas_fit (self->canvas);
  atlas_network_view_update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-feed-private.h"
#include "atlas-file-list.h"

/* Whether a change is about what is open, not about a report that somebody
 * saved beside it. */
static gboolean
concerns (AtlasFeed *self, GPtrArray *files)
{
  guint i;

  for (i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_file_get_basename (file);

      if (g_hash_table_contains (self->files, file))
        return TRUE;
      if (name != NULL && !atlas_file_name_is_left_over (name)
          && atlas_file_name_is_profile (name))
        return TRUE;
    }

  return FALSE;
}

static void
on_watch (AtlasFeed *self,
          GPtrArray *added,
          GPtrArray *changed,
          GPtrArray *removed)
{
  if (!concerns (self, added) && !concerns (self, changed)
      && !concerns (self, removed))
    return;

  switch (atlas_preferences_get_watch (self->preferences))
    {
    case ATLAS_WATCH_OFFER:
      atlas_feed_set_stale (self, TRUE);
      break;
    case ATLAS_WATCH_RELOAD:
      atlas_feed_reload_automatically (self);
      break;
    case ATLAS_WATCH_OFF:
    default:
      break;
    }
}

/* Watches what is open, or nothing, as the user prefers. */
void
atlas_feed_renew_watch (AtlasFeed *self)
{
  gboolean off =
      atlas_preferences_get_watch (self->preferences) == ATLAS_WATCH_OFF;

  atlas_watch_set_roots (self->watch, (GFile *const *) self->roots->pdata,
                         off ? 0 : self->roots->len,
                         atlas_preferences_get_recurse (self->preferences));
}

/* Makes the watch, which looks at nothing yet. */
void
atlas_feed_init_watch (AtlasFeed *self)
{
  self->watch = atlas_watch_new ();
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_watch), self,
                           G_CONNECT_SWAPPED);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long anything may take in a test. */
#define ATLAS_PATIENCE_SECONDS 60

static inline gboolean
atlas_wait_on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds; fails when it takes too long. */
#define WAIT_UNTIL(condition)                                                  \
  G_STMT_START                                                                 \
  {                                                                            \
    gint64 end_ =                                                              \
        g_get_monotonic_time () + ATLAS_PATIENCE_SECONDS * G_TIME_SPAN_SECOND; \
    guint source_ = g_timeout_add (10, atlas_wait_on_tick, NULL);              \
    while (!(condition))                                                       \
      {                                                                        \
        if (g_get_monotonic_time () > end_)                                    \
          g_error ("%s:%d: never came: %s", __FILE__, __LINE__, #condition);   \
        g_main_context_iteration (NULL, TRUE);                                 \
      }                                                                        \
    g_source_remove (source_);                                                 \
  }                                                                            \
  G_STMT_END

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-crew.h"

/* More threads than this gain nothing for the sizes at hand. */
#define MAX_MEMBERS 8

struct _AtlasCrew
{
  AtlasStopFunc stop;
  gpointer user_data;
  GThread *owner;
  gint stopped;

  GMutex lock;
  GCond begin;
  GCond end;
  GThread *threads[MAX_MEMBERS];
  guint n_members;
  guint n_started;
  guint n_busy;
  guint round;
  gboolean quit;

  AtlasPieceFunc func;
  gpointer data;
  gint n_items;
  gint next;
};

typedef struct
{
  AtlasCrew *crew;
  guint number;
} Member;

static void
do_pieces (AtlasCrew *self, guint number)
{
  gint item;

  while ((item = g_atomic_int_add (&self->next, 1)) < self->n_items)
    {
      if (atlas_crew_is_stopped (self))
        break;
      self->func ((guint) item, number, self->data);
    }
}

static gpointer
run_member (gpointer data)
{
  g_autofree Member *member = data;
  AtlasCrew *self = member->crew;
  guint seen = 0;

  g_mutex_lock (&self->lock);
  for (;;)
    {
      while (self->round == seen && !self->quit)
        g_cond_wait (&self->begin, &self->lock);
      if (self->quit)
        break;
      seen = self->round;

      g_mutex_unlock (&self->lock);
      do_pieces (self, member->number);
      g_mutex_lock (&self->lock);

      self->n_busy--;
      if (self->n_busy == 0)
        g_cond_signal (&self->end);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/**
 * atlas_crew_new:
 * @n_threads: how many threads, the caller included; 0 for one per processor
 * @stop: (nullable): asked on the calling thread only
 * @user_data: for @stop
 *
 * Makes a crew. Threads are started when there is work for more than one.
 *
 * Returns: (transfer full): the crew
 */
AtlasCrew *
atlas_crew_new (guint n_threads, AtlasStopFunc stop, gpointer user_data)
{
  AtlasCrew *self = g_new0 (AtlasCrew, 1);

  if (n_threads == 0)
    n_threads = g_get_num_processors ();

  self->stop = stop;
  self->user_data = user_data;
  self->owner = g_thread_self ();
  self->n_members = CLAMP (n_threads, 1, MAX_MEMBERS);
  self->n_started = 1;
  g_mutex_init (&self->lock);
  g_cond_init (&self->begin);
  g_cond_init (&self->end);

  return self;
}

/**
 * atlas_crew_free:
 * @self: (nullable): a crew
 *
 * Sends the threads home and waits for them.
 */
void
atlas_crew_free (AtlasCrew *self)
{
  guint i;

  if (self == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->quit = TRUE;
  g_cond_broadcast (&self->begin);
  g_mutex_unlock (&self->lock);

  for (i = 1; i < self->n_started; i++)
    g_thread_join (self->threads[i]);

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->begin);
  g_cond_clear (&self->end);
  g_free (self);
}

/**
 * atlas_crew_get_size:
 * @self: a crew
 *
 * Returns: how many threads work at most, for room of their own
 */
guint
atlas_crew_get_size (const AtlasCrew *self)
{
  return self->n_members;
}

/* A machine that gives no thread is worked on with fewer. */
static void
start_members (AtlasCrew *self)
{
  while (self->n_started < self->n_members)
    {
      Member *member = g_new (Member, 1);

      member->crew = self;
      member->number = self->n_started;
      self->threads[self->n_started] =
          g_thread_try_new ("atlas-crew", run_member, member, NULL);
      if (self->threads[self->n_started] == NULL)
        {
          g_free (member);
          self->n_members = self->n_started;
          break;
        }
      self->n_started++;
    }
}

/**
 * atlas_crew_run:
 * @self: a crew
 * @n_items: number of pieces; each is to take a few milliseconds at most, so
 *   that stopping is prompt
 * @func: does a piece
 * @data: for @func
 *
 * Does all pieces, and returns when they are done. To be called on the thread
 * that made the crew.
 *
 * Returns: FALSE when stopped; pieces may then be missing
 */
gboolean
atlas_crew_run (AtlasCrew *self,
                guint n_items,
                AtlasPieceFunc func,
                gpointer data)
{
  self->func = func;
  self->data = data;
  self->n_items = (gint) n_items;
  g_atomic_int_set (&self->next, 0);

  if (n_items <= 1 || self->n_members == 1)
    {
      do_pieces (self, 0);
      return !atlas_crew_is_stopped (self);
    }

  g_mutex_lock (&self->lock);
  start_members (self);
  self->n_busy = self->n_started - 1;
  self->round++;
  g_cond_broadcast (&self->begin);
  g_mutex_unlock (&self->lock);

  do_pieces (self, 0);

  g_mutex_lock (&self->lock);
  while (self->n_busy > 0)
    g_cond_wait (&self->end, &self->lock);
  g_mutex_unlock (&self->lock);

  return !atlas_crew_is_stopped (self);
}

/**
 * atlas_crew_is_stopped:
 * @self: a crew
 *
 * Asks whether to stop; on other threads than the owner's, whether the owner
 * was told to. Cheap enough for every few microseconds of work.
 *
 * Returns: whether to stop
 */
gboolean
atlas_crew_is_stopped (AtlasCrew *self)
{
  if (g_atomic_int_get (&self->stopped))
    return TRUE;

  if (self->stop != NULL && g_thread_self () == self->owner
      && self->stop (self->user_data))
    g_atomic_int_set (&self->stopped, 1);

  return g_atomic_int_get (&self->stopped);
}

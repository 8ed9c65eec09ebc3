/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-job.h"

/* Progress is counted in these, for it is written and read atomically. */
#define STEPS 1000

/* Part of the time that measuring takes. */
#define MEASURE_PART 0.5

typedef struct
{
  char *id;
  double x;
  double y;
} Pin;

struct _AtlasNetworkJob
{
  gatomicrefcount ref_count;
  AtlasNetwork *whole;
  AtlasNetwork *previous;
  AtlasNetworkFilter filter;
  char *economy;
  char *ego;
  GArray *pins;
  int progress;
};

static void
pin_clear (gpointer data)
{
  Pin *pin = data;

  g_free (pin->id);
}

/**
 * atlas_network_job_new:
 * @whole: a measured network; not changed
 * @filter: what of it is wanted; copied
 * @previous: (nullable): the network on the screen; places stay near where
 *   they are there
 *
 * Returns: (transfer full): a job to be run once
 */
AtlasNetworkJob *
atlas_network_job_new (AtlasNetwork *whole,
                       const AtlasNetworkFilter *filter,
                       AtlasNetwork *previous)
{
  AtlasNetworkJob *self;

  g_return_val_if_fail (whole != NULL && filter != NULL, NULL);

  self = g_new0 (AtlasNetworkJob, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->whole = atlas_network_ref (whole);
  self->previous = previous != NULL ? atlas_network_ref (previous) : NULL;
  self->filter = *filter;
  self->economy = g_strdup (filter->economy);
  self->ego = g_strdup (filter->ego);
  self->filter.economy = self->economy;
  self->filter.ego = self->ego;
  self->pins = g_array_new (FALSE, FALSE, sizeof (Pin));
  g_array_set_clear_func (self->pins, pin_clear);

  return self;
}

/**
 * atlas_network_job_ref:
 * @self: a job
 *
 * Returns: (transfer full): @self
 */
AtlasNetworkJob *
atlas_network_job_ref (AtlasNetworkJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * atlas_network_job_unref:
 * @self: a job
 */
void
atlas_network_job_unref (AtlasNetworkJob *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  atlas_network_unref (self->whole);
  g_clear_pointer (&self->previous, atlas_network_unref);
  g_free (self->economy);
  g_free (self->ego);
  g_array_unref (self->pins);
  g_free (self);
}

/**
 * atlas_network_job_add_pin:
 * @self: a job that does not run yet
 * @id: key of a place
 * @x: where it is held
 * @y: the same, downwards
 */
void
atlas_network_job_add_pin (AtlasNetworkJob *self,
                           const char *id,
                           double x,
                           double y)
{
  Pin pin = { g_strdup (id), x, y };

  g_array_append_val (self->pins, pin);
}

/**
 * atlas_network_job_get_progress:
 * @self: a job
 *
 * Returns: how much is done, 0 to 1
 */
double
atlas_network_job_get_progress (AtlasNetworkJob *self)
{
  return g_atomic_int_get (&self->progress) / (double) STEPS;
}

/* What the callbacks of a run need. */
typedef struct
{
  AtlasNetworkJob *job;
  GCancellable *cancellable;
} Run;

static gboolean
is_stopped (gpointer user_data)
{
  Run *run = user_data;

  return g_cancellable_is_cancelled (run->cancellable);
}

/* Where most places are new, those seen before say little of the whole, and
 * what grows around them would be worse than what is made anew. */
static AtlasNetwork *
choose_previous (AtlasNetworkJob *self, const AtlasNetwork *network)
{
  const AtlasPlace *places;
  gsize n_places;
  gsize n_seen = 0;

  if (self->previous == NULL)
    return NULL;
  places = atlas_network_get_places (network, &n_places);
  for (gsize i = 0; i < n_places; i++)
    n_seen += atlas_network_find (self->previous, places[i].id) >= 0;

  return 2 * n_seen >= n_places ? self->previous : NULL;
}

static void
on_measured (double fraction, gpointer user_data)
{
  Run *run = user_data;

  g_atomic_int_set (&run->job->progress,
                    (int) (fraction * MEASURE_PART * STEPS));
}

static gboolean
is_whole (const AtlasNetworkFilter *filter)
{
  return filter->kinds == 0 && filter->max_order == 0 && filter->edition == 0
         && !filter->loaded_only && filter->at_least == 0
         && filter->economy == NULL && filter->community < 0
         && filter->ego == NULL;
}

/**
 * atlas_network_job_run:
 * @self: a job
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full) (nullable): a network of its own, measured and
 *   arranged; %NULL when cancelled
 */
AtlasNetwork *
atlas_network_job_run (AtlasNetworkJob *self, GCancellable *cancellable)
{
  Run run = { self, cancellable };
  AtlasArrangeOptions arrange = ATLAS_ARRANGE_OPTIONS_INIT;
  g_autoptr (AtlasNetwork) network = NULL;

  if (is_whole (&self->filter))
    {
      network = atlas_network_copy (self->whole);
    }
  else
    {
      AtlasMeasureOptions measure = { .stop = is_stopped,
                                      .progress = on_measured,
                                      .user_data = &run };

      network = atlas_network_filter (self->whole, &self->filter);
      if (!atlas_network_measure_full (network, &measure))
        return NULL;
    }
  g_atomic_int_set (&self->progress, (int) (MEASURE_PART * STEPS));

  arrange.previous = choose_previous (self, network);
  arrange.stop = is_stopped;
  arrange.user_data = &run;
  if (!atlas_network_arrange_full (network, &arrange))
    return NULL;
  for (guint i = 0; i < self->pins->len; i++)
    {
      const Pin *pin = &g_array_index (self->pins, Pin, i);
      gssize place = atlas_network_find (network, pin->id);

      if (place >= 0)
        atlas_network_set_position (network, (guint) place, pin->x, pin->y,
                                    TRUE);
    }
  g_atomic_int_set (&self->progress, STEPS);

  return g_steal_pointer (&network);
}

static void
run_in_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  AtlasNetwork *network = atlas_network_job_run (task_data, cancellable);

  g_task_return_pointer (task, network,
                         network != NULL ? (GDestroyNotify) atlas_network_unref
                                         : NULL);
}

/**
 * atlas_network_job_run_async:
 * @self: a job
 * @source: whose job it is
 * @cancellable: to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
atlas_network_job_run_async (AtlasNetworkJob *self,
                             GObject *source,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task =
      g_task_new (source, cancellable, callback, user_data);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, atlas_network_job_ref (self),
                        (GDestroyNotify) atlas_network_job_unref);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * atlas_network_job_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the network; %NULL when cancelled
 */
AtlasNetwork *
atlas_network_job_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

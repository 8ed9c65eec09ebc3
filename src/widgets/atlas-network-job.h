/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-network.h"

G_BEGIN_DECLS

/**
 * AtlasNetworkJob:
 *
 * Filters, measures and arranges a network on a worker.
 */
typedef struct _AtlasNetworkJob AtlasNetworkJob;

AtlasNetworkJob *atlas_network_job_new (AtlasNetwork *whole,
                                        const AtlasNetworkFilter *filter,
                                        AtlasNetwork *previous);

AtlasNetworkJob *atlas_network_job_ref (AtlasNetworkJob *self);

void atlas_network_job_unref (AtlasNetworkJob *self);

/* Holds a place at a position; before the job is run. */
void atlas_network_job_add_pin (AtlasNetworkJob *self,
                                const char *id,
                                double x,
                                double y);

/* 0 to 1; from any thread. */
double atlas_network_job_get_progress (AtlasNetworkJob *self);

/* At once, on the calling thread; NULL when cancelled. */
AtlasNetwork *
atlas_network_job_run (AtlasNetworkJob *self, GCancellable *cancellable);

void atlas_network_job_run_async (AtlasNetworkJob *self,
                                  GObject *source,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

AtlasNetwork *atlas_network_job_finish (GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetworkJob, atlas_network_job_unref)

G_END_DECLS

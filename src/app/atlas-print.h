/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasPrintJob:
 * @name: what the printer's queue shows; owned
 * @n_pages: number of pages
 * @current: page that "current page" of the dialog means, from 0
 * @get_size: says how large a page is, in points
 * @draw: draws a page with its top left corner at the origin, in points
 * @data: for the two functions
 * @destroy: (nullable): frees @data
 *
 * Pages to be printed. They are drawn by whoever made them: paper, preview and
 * file differ in the surface only.
 */
typedef struct
{
  char *name;
  guint n_pages;
  guint current;
  void (*get_size) (gpointer data, guint page, double *width, double *height);
  gboolean (*draw) (gpointer data, guint page, cairo_t *cr, GError **error);
  gpointer data;
  GDestroyNotify destroy;
} AtlasPrintJob;

void atlas_print_job_free (AtlasPrintJob *job);

void atlas_print_async (GtkWindow *parent,
                        AtlasPrintJob *job,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);

gboolean atlas_print_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPrintJob, atlas_print_job_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-view-private.h"

/* Layouts of charts, large ones on a worker. */

/* What a worker needs, and what it makes. */
typedef struct
{
  AtlasChart *chart;
  AtlasTheme theme;
  char *font_family;
  int width;
  int room;
} Job;

/* What a chart needs at a width, in pixels, and the layout that uses what room
 * there is beyond that. */
typedef struct
{
  AtlasChartLayout *layout;
  int needed;
} Result;

static void
job_free (gpointer data)
{
  Job *job = data;

  atlas_chart_unref (job->chart);
  g_free (job->font_family);
  g_free (job);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->layout, atlas_chart_layout_unref);
  g_free (result);
}

static Result *
lay_out (AtlasChart *chart, const AtlasTheme *theme, int width, int room)
{
  double points = MAX (width, 1) / ATLAS_PIXELS_PER_POINT;
  double height = atlas_chart_measure_least (chart, theme, points);
  Result *result = g_new0 (Result, 1);

  result->needed = (int) ceil (height * ATLAS_PIXELS_PER_POINT);
  height = MAX (height, room / ATLAS_PIXELS_PER_POINT);
  result->layout = atlas_chart_layout (chart, theme, points, height);

  return result;
}

static void
run_job (GTask *task,
         gpointer source,
         gpointer task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (
      task, lay_out (job->chart, &job->theme, job->width, job->room),
      result_free);
}

static void
take_result (AtlasChartView *self, Result *result, int width)
{
  int needed = result->needed, n_marks;
  double height;

  g_clear_pointer (&self->layout, atlas_chart_layout_unref);
  self->layout = g_steal_pointer (&result->layout);
  result_free (result);
  self->layout_width = width;
  atlas_chart_layout_get_size (self->layout, NULL, &height);
  self->layout_height = (int) ceil (height * ATLAS_PIXELS_PER_POINT);

  n_marks = (int) atlas_chart_layout_get_n_marks (self->layout);
  if (self->focus >= n_marks)
    self->focus = ATLAS_NO_MARK;
  self->hover = ATLAS_NO_MARK;

  atlas_chart_view_forget_bands (self);
  if (needed != self->known_height)
    {
      self->known_height = needed;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  atlas_chart_view_update_accessible (self);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasChartView *self = ATLAS_CHART_VIEW (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  int width = job->width;
  Result *made = g_task_propagate_pointer (G_TASK (result), NULL);

  if (made == NULL)
    return;

  g_clear_object (&self->cancellable);
  self->pending_width = self->pending_room = 0;
  take_result (self, made, width);
}

void
atlas_chart_view_cancel_job (AtlasChartView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->pending_width = self->pending_room = 0;
}

static void
start_job (AtlasChartView *self, int width, int room)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->pending_width == width && self->pending_room == room)
    return;

  atlas_chart_view_cancel_job (self);
  self->pending_width = width;
  self->pending_room = room;
  self->cancellable = g_cancellable_new ();

  job = g_new0 (Job, 1);
  job->chart = atlas_chart_ref (self->chart);
  job->theme = self->theme;
  job->font_family = g_strdup (self->font_family);
  job->theme.font_family = job->font_family;
  job->width = width;
  job->room = room;

  task = g_task_new (self, self->cancellable, on_laid_out, NULL);
  g_task_set_source_tag (task, start_job);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/* Whether the layout is that for a width and for the room there is. */
static gboolean
is_laid_out (AtlasChartView *self, int width, int room)
{
  int height = MAX (room, self->known_height);

  return self->layout != NULL && self->layout_width == width
         && ABS (self->layout_height - height) <= 1;
}

/* Sees to a layout for a width and a height; what is shown until a worker is
 * done stays. */
void
atlas_chart_view_ensure_layout (AtlasChartView *self, int width, int room)
{
  if (self->chart == NULL || width <= 0 || is_laid_out (self, width, room))
    return;

  if (atlas_chart_get_n_profiles (self->chart) > ATLAS_CHART_HEAVY)
    start_job (self, width, room);
  else
    take_result (self, lay_out (self->chart, &self->theme, width, room), width);
}

void
atlas_chart_view_forget_layout (AtlasChartView *self)
{
  atlas_chart_view_cancel_job (self);
  g_clear_pointer (&self->layout, atlas_chart_layout_unref);
  self->layout_width = 0;
  self->hover = ATLAS_NO_MARK;
  atlas_chart_view_forget_bands (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

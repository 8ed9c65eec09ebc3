/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-export-window.h"
#include "atlas-report-window.h"
#include "atlas-source-window.h"

/* Space around a chart that is printed by itself, in points. */
#define CHART_MARGIN 42.5

/* The chart that is looked at, if any. */
static AtlasChart *
dup_chart (AtlasWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);
  g_autoptr (AtlasChart) chart = NULL;
  AtlasChart *shown;

  if (g_strcmp0 (view, "network") == 0)
    {
      chart =
          atlas_network_view_dup_chart (atlas_window_get_network_view (self));
    }
  else
    {
      shown = atlas_charts_view_get_chart (atlas_window_get_charts_view (self));
      chart = shown != NULL ? atlas_chart_ref (shown) : NULL;
    }

  /* in place of a title, a chart of nothing says why */
  if (chart != NULL && !atlas_chart_has_data (chart))
    {
      g_autofree char *reason = atlas_chart_dup_title (chart);

      atlas_window_toast (self, reason);
      return NULL;
    }

  return g_steal_pointer (&chart);
}

/* The table that is looked at, if any. */
static AtlasTable *
get_table (AtlasWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);
  AtlasTableView *table_view = NULL;

  if (g_strcmp0 (view, "profiles") == 0)
    table_view = atlas_profiles_view_get_table_view (
        atlas_window_get_profiles_view (self));
  else if (g_strcmp0 (view, "problems") == 0)
    table_view = atlas_problems_view_get_table_view (
        atlas_window_get_problems_view (self));

  return table_view != NULL ? atlas_table_view_get_table (table_view) : NULL;
}

static void
on_picture_saved (AtlasWindow *self, const char *sentence)
{
  atlas_window_toast (self, sentence);
}

static void
on_export_chart (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  g_autoptr (AtlasChart) chart = dup_chart (self);
  AtlasExportWindow *window;

  if (chart == NULL)
    return;

  window = atlas_export_window_new (chart, self->preferences);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_picture_saved), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

typedef struct
{
  AtlasChart *chart;
  double width;
  double height;
} ChartPage;

static void
chart_page_free (gpointer data)
{
  ChartPage *page = data;

  atlas_chart_unref (page->chart);
  g_free (page);
}

static void
get_chart_page_size (gpointer data, guint n, double *width, double *height)
{
  ChartPage *page = data;

  *width = page->width;
  *height = page->height;
}

/* As large as the chart wants to be, and smaller where it would not fit. */
static gboolean
draw_chart_page (gpointer data, guint n, cairo_t *cr, GError **error)
{
  ChartPage *page = data;
  const AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  double width = page->width - 2 * CHART_MARGIN;
  double height = page->height - 2 * CHART_MARGIN;
  double wanted = atlas_chart_measure (page->chart, &theme, width);
  double scale = MIN (1.0, height / MAX (wanted, 1.0));
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout (
      page->chart, &theme, width / scale, MIN (wanted, height) / scale);

  cairo_translate (cr, CHART_MARGIN, CHART_MARGIN);
  cairo_scale (cr, scale, scale);

  return atlas_chart_layout_draw (layout, cr, error);
}

static void
on_print_chart (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AtlasChart *chart = dup_chart (self);
  AtlasPrintJob *job;
  ChartPage *page;

  if (chart == NULL)
    return;

  page = g_new0 (ChartPage, 1);
  page->chart = chart;
  atlas_paper_get_size (atlas_paper_get_default (), &page->height,
                        &page->width);

  job = g_new0 (AtlasPrintJob, 1);
  job->name = atlas_chart_dup_title (chart);
  job->n_pages = 1;
  job->get_size = get_chart_page_size;
  job->draw = draw_chart_page;
  job->data = page;
  job->destroy = chart_page_free;
  atlas_window_print (self, job);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  if (atlas_window_is_empty (self))
    return;
  if (get_table (self) != NULL)
    atlas_window_print_table (self, get_table (self));
  else
    on_print_chart (action, parameter, user_data);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AtlasTable *table = get_table (self);

  if (atlas_window_is_empty (self))
    return;
  if (table != NULL)
    atlas_window_export_table (self, table, FALSE);
  else
    on_export_chart (action, parameter, user_data);
}

static void
on_show_source (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AtlasDocumentStore *store = atlas_session_get_store (self->session);
  AtlasDocument *const *documents;
  const char *source;
  guint32 line;
  guint n_documents;
  guint i;

  g_variant_get (parameter, "(&su)", &source, &line);
  documents = atlas_document_store_peek (store, &n_documents);
  for (i = 0; i < n_documents; i++)
    {
      const AtlasProfile *profile = atlas_document_get_profile (documents[i]);
      GFile *file = atlas_document_get_file (documents[i]);

      if (file != NULL && g_strcmp0 (profile->source, source) == 0)
        {
          atlas_source_window_present (GTK_WINDOW (self), file, source, line);
          return;
        }
    }
}

static void
on_report (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  if (atlas_window_is_empty (self))
    return;

  if (self->report_window == NULL)
    {
      g_set_weak_pointer (&self->report_window,
                          GTK_WINDOW (atlas_report_window_new (self->session)));
      gtk_window_set_transient_for (self->report_window, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (self->report_window, TRUE);
    }
  gtk_window_present (self->report_window);
}

/* The figures of the selected profile in sentences, for pasting. */
static void
on_copy_sentence (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AtlasDocument *document = atlas_session_get_current (self->session);
  g_autofree char *text = NULL;

  if (document == NULL)
    {
      atlas_window_toast (self, _ ("Select a profile first"));
      return;
    }

  text = atlas_report_dup_sentence (atlas_document_get_profile (document));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  atlas_window_toast (self, _ ("The sentence is copied"));
}

static void
on_cancel_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  /* The toast whose button this is goes by itself. */
  g_clear_weak_pointer (&self->print_toast);
  atlas_window_cancel_print (self);
}

static const GActionEntry entries[] = {
  { "report", on_report },
  { "copy-sentence", on_copy_sentence },
  { "export", on_export },
  { "export-chart", on_export_chart },
  { "print", on_print },
  { "cancel-print", on_cancel_print },
  { "print-chart", on_print_chart },
  { "show-source", on_show_source, "(su)" },
};

/**
 * atlas_window_update_output:
 * @self: a window with the actions of atlas_window_init_output()
 *
 * Nothing leaves the page of charts while there is no chart in it.
 */
void
atlas_window_update_output (AtlasWindow *self)
{
  static const char *const actions[] = { "export", "export-chart", "print",
                                         "print-chart" };
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);
  gboolean enabled = g_strcmp0 (view, "charts") != 0
                     || self->charts_view == NULL
                     || atlas_charts_view_get_has_data (self->charts_view);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (actions); i++)
    atlas_window_set_enabled (self, actions[i], enabled);
}

/**
 * atlas_window_init_output:
 * @self: a window that has its session and its views
 *
 * Adds what leaves the window: files, paper.
 */
void
atlas_window_init_output (AtlasWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (atlas_window_update_output), self,
                           G_CONNECT_SWAPPED);
  atlas_window_update_output (self);
}

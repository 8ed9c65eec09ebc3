/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-preview.h"

#include <math.h>

#include "atlas-access.h"

#define LEAST_ZOOM 0.4
#define MOST_ZOOM 3.0

/* As large as the width allows, until the user says otherwise. */
#define MOST_FITTING 1.0
#define LEAST_CHANGE 0.01
#define PAGE_GAP 18
#define PAGE_MARGIN 12

struct _AtlasReportPreview
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkScrolledWindow *scrolled;
  GListStore *pages;
  AtlasReport *report;
  double zoom;
  gboolean fits;
  guint fitting;
};

G_DEFINE_FINAL_TYPE (AtlasReportPreview, atlas_report_preview, ADW_TYPE_BIN)

static void
draw_page (GtkDrawingArea *area,
           cairo_t *cr,
           int width,
           int height,
           gpointer user_data)
{
  GtkListItem *item = user_data;
  AtlasReportPreview *self =
      g_object_get_data (G_OBJECT (area), "atlas-preview");
  guint page = gtk_list_item_get_position (item);
  const AtlasReportPage *entry;
  g_autoptr (GError) error = NULL;
  double scale;

  if (self->report == NULL || page >= atlas_report_get_n_pages (self->report))
    return;

  entry = atlas_report_get_page (self->report, page);
  scale = MIN (width / entry->width, height / entry->height);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, entry->width * scale, entry->height * scale);
  cairo_fill (cr);
  cairo_scale (cr, scale, scale);
  if (!atlas_report_draw_page (self->report, page, cr, &error))
    g_warning ("Page %u cannot be drawn: %s", page + 1, error->message);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer user_data)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_IMG, NULL);

  g_object_set_data (G_OBJECT (area), "atlas-preview", user_data);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (area, PAGE_GAP / 2);
  gtk_widget_set_margin_bottom (area, PAGE_GAP / 2);
  gtk_widget_add_css_class (area, "atlas-page");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_page, item,
                                  NULL);
  gtk_list_item_set_child (item, area);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         gpointer user_data)
{
  AtlasReportPreview *self = ATLAS_REPORT_PREVIEW (user_data);
  GtkDrawingArea *area = GTK_DRAWING_AREA (gtk_list_item_get_child (item));
  guint page = gtk_list_item_get_position (item);
  const AtlasReportPage *entry;
  g_autofree char *label = NULL;

  if (self->report == NULL || page >= atlas_report_get_n_pages (self->report))
    return;

  entry = atlas_report_get_page (self->report, page);
  label = atlas_report_dup_page_label (self->report, page);
  gtk_drawing_area_set_content_width (area, (int) (entry->width * self->zoom));
  gtk_drawing_area_set_content_height (area,
                                       (int) (entry->height * self->zoom));
  gtk_accessible_update_property (GTK_ACCESSIBLE (area),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  atlas_access_name_row (GTK_WIDGET (area), label);
  gtk_widget_queue_draw (GTK_WIDGET (area));
}

/* A new list of as many pages; rows are bound anew. */
static void
refill (AtlasReportPreview *self)
{
  guint n = self->report != NULL ? atlas_report_get_n_pages (self->report) : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, gtk_string_object_new (""));
  g_list_store_splice (self->pages, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->pages)),
                       items->pdata, n);
}

static gboolean
restore_position (gpointer user_data)
{
  g_autoptr (AtlasReportPreview) self = user_data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (self->scrolled);
  double *value = g_object_get_data (G_OBJECT (self), "atlas-position");

  if (value != NULL)
    gtk_adjustment_set_value (adjustment, *value);

  return G_SOURCE_REMOVE;
}

static void
keep_position (AtlasReportPreview *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (self->scrolled);
  double *value = g_new (double, 1);

  *value = gtk_adjustment_get_value (adjustment);
  g_object_set_data_full (G_OBJECT (self), "atlas-position", value, g_free);
  g_idle_add (restore_position, g_object_ref (self));
}

static double
get_widest (AtlasReportPreview *self)
{
  guint n = self->report != NULL ? atlas_report_get_n_pages (self->report) : 0;
  double widest = 0.0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, atlas_report_get_page (self->report, i)->width);

  return widest;
}

static gboolean
on_fit (gpointer user_data)
{
  AtlasReportPreview *self = ATLAS_REPORT_PREVIEW (user_data);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_hadjustment (self->scrolled);
  double room = gtk_adjustment_get_page_size (adjustment) - 2.0 * PAGE_MARGIN;
  double widest = get_widest (self);
  double zoom;

  self->fitting = 0;
  if (room <= 0.0 || widest <= 0.0)
    return G_SOURCE_REMOVE;

  zoom = CLAMP (room / widest, LEAST_ZOOM, MOST_FITTING);
  if (fabs (zoom - self->zoom) > LEAST_CHANGE)
    {
      self->zoom = zoom;
      keep_position (self);
      refill (self);
    }

  return G_SOURCE_REMOVE;
}

/* Not while sizes are being handed out. */
static void
fit_later (AtlasReportPreview *self)
{
  if (self->fits && self->fitting == 0)
    self->fitting = g_idle_add (on_fit, self);
}

static void
atlas_report_preview_dispose (GObject *object)
{
  AtlasReportPreview *self = ATLAS_REPORT_PREVIEW (object);

  g_clear_handle_id (&self->fitting, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->pages);
  g_clear_pointer (&self->report, atlas_report_unref);

  G_OBJECT_CLASS (atlas_report_preview_parent_class)->dispose (object);
}

static void
atlas_report_preview_class_init (AtlasReportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_report_preview_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass),
                                 "atlas-report-preview");
}

static void
atlas_report_preview_init (AtlasReportPreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model;

  self->zoom = 0.9;
  self->fits = TRUE;
  self->pages = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  model = GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->pages))));
  self->list = GTK_LIST_VIEW (gtk_list_view_new (model, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "atlas-pages");
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled),
                           "notify::page-size", G_CALLBACK (fit_later), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_report_preview_new:
 *
 * Returns: (transfer floating): a preview without pages
 */
GtkWidget *
atlas_report_preview_new (void)
{
  return g_object_new (ATLAS_TYPE_REPORT_PREVIEW, NULL);
}

/**
 * atlas_report_preview_set_report:
 * @self: a preview
 * @report: (nullable): the report to show
 *
 * Stays where it is scrolled to.
 */
void
atlas_report_preview_set_report (AtlasReportPreview *self, AtlasReport *report)
{
  g_return_if_fail (ATLAS_IS_REPORT_PREVIEW (self));

  if (report == self->report)
    return;

  if (report != NULL)
    atlas_report_ref (report);
  g_clear_pointer (&self->report, atlas_report_unref);
  self->report = report;
  keep_position (self);
  refill (self);
  fit_later (self);
}

/**
 * atlas_report_preview_get_report:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the report it shows
 */
AtlasReport *
atlas_report_preview_get_report (AtlasReportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_PREVIEW (self), NULL);

  return self->report;
}

/**
 * atlas_report_preview_set_zoom:
 * @self: a preview
 * @zoom: size of pages against their true one, held between 0.4 and 3
 *
 * From now on pages no longer follow the width of the preview.
 */
void
atlas_report_preview_set_zoom (AtlasReportPreview *self, double zoom)
{
  g_return_if_fail (ATLAS_IS_REPORT_PREVIEW (self));

  zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  self->fits = FALSE;
  if (zoom == self->zoom)
    return;

  self->zoom = zoom;
  refill (self);
}

/**
 * atlas_report_preview_get_zoom:
 * @self: a preview
 *
 * Returns: size of pages against their true one
 */
double
atlas_report_preview_get_zoom (AtlasReportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_PREVIEW (self), 1.0);

  return self->zoom;
}

/**
 * atlas_report_preview_get_current_page:
 * @self: a preview
 *
 * Returns: the page in the middle of what can be seen, from 0
 */
guint
atlas_report_preview_get_current_page (AtlasReportPreview *self)
{
  GtkAdjustment *adjustment;
  double middle;
  double bottom = 0.0;
  guint n;

  g_return_val_if_fail (ATLAS_IS_REPORT_PREVIEW (self), 0);

  if (self->report == NULL)
    return 0;

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  middle = gtk_adjustment_get_value (adjustment)
           + gtk_adjustment_get_page_size (adjustment) / 2.0;
  n = atlas_report_get_n_pages (self->report);
  for (guint i = 0; i < n; i++)
    {
      bottom += atlas_report_get_page (self->report, i)->height * self->zoom
                + PAGE_GAP;
      if (bottom > middle)
        return i;
    }

  return n - 1;
}

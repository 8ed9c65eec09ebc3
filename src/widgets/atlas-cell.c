/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-cell-text.h"

/* Share that fills the bar, in percent. */
#define WHOLE 100.0

/* Between an icon and its text. */
#define ICON_SPACING 6

/* Letters that a cell is at least wide. */
#define MIN_CHARS 3

/* How strongly "n/a" is drawn: it must be read, too. */
#define MISSING_OPACITY 0.65
#define MISSING_OPACITY_HIGH_CONTRAST 0.9

struct _AtlasCell
{
  GtkWidget parent_instance;

  const AtlasColumn *column;
  AtlasCellPen *pen;
  GtkWidget *bar; /* lends its style */
  GtkWidget *icon;
  char *text;
  double share;
  gboolean missing;

  guint position;
  AtlasCellFillFunc fill;
  gpointer owner;
  gboolean stale;
  gboolean unnamed; /* its row, since it was filled */
};

G_DEFINE_FINAL_TYPE (AtlasCell, atlas_cell, GTK_TYPE_WIDGET)

static void
ensure_value (AtlasCell *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  if (self->fill != NULL)
    self->fill (self, self->position, self->owner);
}

static void
atlas_cell_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  AtlasCell *self = ATLAS_CELL (widget);
  int width;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = atlas_cell_pen_get_height (self->pen);
      return;
    }

  width = atlas_cell_pen_get_char_width (self->pen);
  *minimum = MIN_CHARS * width;
  *natural = MAX ((int) self->column->width, MIN_CHARS) * width;
}

/* What is left for the text beside the icon. */
static void
get_text_box (AtlasCell *self, GdkRectangle *box, GdkRectangle *icon)
{
  int width;

  *box = (GdkRectangle){ 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)) };
  *icon = *box;
  if (self->icon == NULL)
    return;

  gtk_widget_measure (self->icon, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                      NULL, NULL);
  icon->width = width;
  box->width = MAX (box->width - width - ICON_SPACING, 0);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    icon->x = box->width + ICON_SPACING;
  else
    box->x += width + ICON_SPACING;
}

static void
atlas_cell_size_allocate (GtkWidget *widget,
                          int width,
                          int height,
                          int baseline)
{
  AtlasCell *self = ATLAS_CELL (widget);
  GdkRectangle box, icon;

  if (self->icon == NULL)
    return;

  get_text_box (self, &box, &icon);
  gtk_widget_size_allocate (self->icon, &icon, -1);
}

static gboolean
is_reading_left (AtlasCell *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Bars grow from where reading starts. */
static void
draw_bar (AtlasCell *self, GtkSnapshot *snapshot)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double width = floor (whole * CLAMP (self->share, 0.0, WHOLE) / WHOLE + 0.5);

  gtk_snapshot_render_background (
      snapshot, gtk_widget_get_style_context (self->bar),
      is_reading_left (self) ? whole - width : 0, 0, width, height);
}

static double
get_missing_opacity (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ())
             ? MISSING_OPACITY_HIGH_CONTRAST
             : MISSING_OPACITY;
}

static void
atlas_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasCell *self = ATLAS_CELL (widget);
  gboolean figures = self->column->type != ATLAS_COLUMN_TEXT;
  gboolean right = figures != is_reading_left (self);
  GdkRectangle box, icon;

  ensure_value (self);
  if (self->unnamed)
    {
      self->unnamed = FALSE;
      atlas_access_name_cells (widget);
    }
  if (self->icon != NULL)
    gtk_widget_snapshot_child (widget, self->icon, snapshot);
  if (self->text == NULL)
    return;

  if (self->bar != NULL && !self->missing)
    draw_bar (self, snapshot);

  get_text_box (self, &box, &icon);
  if (self->missing)
    gtk_snapshot_push_opacity (snapshot, get_missing_opacity ());
  atlas_cell_pen_draw (self->pen, snapshot, self->text, figures,
                       right ? 1.0 : 0.0, &box);
  if (self->missing)
    gtk_snapshot_pop (snapshot);
}

static gboolean
is_cut (AtlasCell *self)
{
  GdkRectangle box, icon;

  get_text_box (self, &box, &icon);
  return atlas_cell_pen_measure (self->pen, self->text,
                                 self->column->type != ATLAS_COLUMN_TEXT)
         > box.width;
}

/* Says what is cut, and what "n/a" means. */
static gboolean
atlas_cell_query_tooltip (GtkWidget *widget,
                          int x,
                          int y,
                          gboolean keyboard,
                          GtkTooltip *tooltip)
{
  AtlasCell *self = ATLAS_CELL (widget);
  const char *text = atlas_cell_get_text (self);

  if (self->missing && atlas_column_is_countable (self->column))
    text = _ ("Not available in the source");
  else if (text == NULL || !is_cut (self))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
atlas_cell_dispose (GObject *object)
{
  AtlasCell *self = ATLAS_CELL (object);

  self->fill = NULL;
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_cell_parent_class)->dispose (object);
}

static void
atlas_cell_finalize (GObject *object)
{
  AtlasCell *self = ATLAS_CELL (object);

  g_clear_pointer (&self->pen, atlas_cell_pen_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (atlas_cell_parent_class)->finalize (object);
}

static void
atlas_cell_class_init (AtlasCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_cell_dispose;
  object_class->finalize = atlas_cell_finalize;
  widget_class->measure = atlas_cell_measure;
  widget_class->size_allocate = atlas_cell_size_allocate;
  widget_class->snapshot = atlas_cell_snapshot;
  widget_class->query_tooltip = atlas_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "atlas-cell");
}

static void
atlas_cell_init (AtlasCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * atlas_cell_new:
 * @column: the column that the cell is of
 * @pen: what it draws with
 *
 * Returns: (transfer full): a new cell
 */
GtkWidget *
atlas_cell_new (const AtlasColumn *column, AtlasCellPen *pen)
{
  AtlasCell *self = g_object_new (ATLAS_TYPE_CELL, NULL);

  self->column = column;
  self->pen = atlas_cell_pen_ref (pen);
  if (column->type == ATLAS_COLUMN_SHARE)
    {
      self->bar = adw_bin_new ();
      gtk_widget_add_css_class (self->bar, "atlas-bar");
      gtk_widget_set_child_visible (self->bar, FALSE);
      gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
    }

  return GTK_WIDGET (self);
}

/**
 * atlas_cell_get_column:
 * @self: a cell
 *
 * Returns: (transfer none): the column that the cell is of
 */
const AtlasColumn *
atlas_cell_get_column (AtlasCell *self)
{
  g_return_val_if_fail (ATLAS_IS_CELL (self), NULL);

  return self->column;
}

/**
 * atlas_cell_get_position:
 * @self: a cell
 *
 * Returns: the row that it is in
 */
guint
atlas_cell_get_position (AtlasCell *self)
{
  g_return_val_if_fail (ATLAS_IS_CELL (self), 0);

  return self->position;
}

/**
 * atlas_cell_set_source:
 * @self: a cell
 * @position: the row that it is in
 * @fill: (nullable): gives the cell its value when it is needed
 * @owner: for @fill
 */
void
atlas_cell_set_source (AtlasCell *self,
                       guint position,
                       AtlasCellFillFunc fill,
                       gpointer owner)
{
  g_return_if_fail (ATLAS_IS_CELL (self));

  self->position = position;
  self->fill = fill;
  self->owner = owner;
  if (fill != NULL)
    atlas_cell_renew (self);
}

/**
 * atlas_cell_renew:
 * @self: a cell
 *
 * Asks for the value again when it is needed.
 */
void
atlas_cell_renew (AtlasCell *self)
{
  g_return_if_fail (ATLAS_IS_CELL (self));

  self->stale = TRUE;
  self->unnamed = TRUE;
  /* An icon asks for room, which is not the time for when all is drawn. */
  if (self->icon != NULL)
    ensure_value (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Most cells have none, so it is made for those that have. */
static void
set_icon (AtlasCell *self, const char *name)
{
  static const struct
  {
    const char *icon;
    const char *style;
  } styles[] = {
    { "dialog-error-symbolic", "error" },
    { "dialog-warning-symbolic", "warning" },
  };
  guint i;

  if (name == NULL)
    {
      g_clear_pointer (&self->icon, gtk_widget_unparent);
      return;
    }

  if (self->icon == NULL)
    {
      self->icon = gtk_image_new ();
      gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), name);
  for (i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].icon, name))
      gtk_widget_add_css_class (self->icon, styles[i].style);
    else
      gtk_widget_remove_css_class (self->icon, styles[i].style);
}

/**
 * atlas_cell_set_value:
 * @self: a cell
 * @format: the language of the user
 * @value: the value to show
 */
void
atlas_cell_set_value (AtlasCell *self,
                      const AtlasFormat *format,
                      const AtlasValue *value)
{
  g_return_if_fail (ATLAS_IS_CELL (self));

  self->stale = FALSE;
  g_free (self->text);
  self->text = atlas_cell_text_format (format, self->column, value);
  self->missing = atlas_value_is_missing (self->column, value);
  set_icon (self, value->icon);
  if (self->bar != NULL)
    self->share = atlas_value_get_number (self->column, value);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_cell_get_text:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the text that it shows
 */
const char *
atlas_cell_get_text (AtlasCell *self)
{
  g_return_val_if_fail (ATLAS_IS_CELL (self), NULL);

  ensure_value (self);
  return self->text;
}
